/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Editing in the table: one text field goes to the cell that is edited, and types into the plan as
 * the form does. Enter and Tab go on to the next cell, Alt+Enter and Shift+Enter break the line,
 * Escape puts back what was there. A level is chosen in a popover. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geoat-level-field.h"
#include "geoat-table-private.h"
#include "geoat-template-column.h"

static GeoatHistory *
get_history (GeoatTable *self)
{
  return geoat_perspective_get_history (self->perspective);
}

/* Whether nothing has been written into what was made for it. */
static gboolean
is_blank (GeoatItem *item)
{
  GeoatEntry *entry;

  if (GEOAT_IS_ACTION (item))
    return geoat_action_is_blank (GEOAT_ACTION (item));
  entry = GEOAT_ENTRY (item);
  for (guint column = 0; column < GEOAT_FIRST_ACTION_COLUMN; column++)
    if (column != GEOAT_COLUMN_LEVEL &&
        geoat_item_get_text (item, geoat_template_column_get_field (column))[0] != '\0')
      return FALSE;
  return geoat_entry_get_n_actions (entry) == 0;
}

/* Ends the editing. While the focus goes elsewhere it is left alone: taking it back in the midst of
 * that would leave the cell with the looks of the focus, and another widget with the keys. */
static void
end_editing (GeoatTable *self, gboolean cancel, gboolean keep_focus)
{
  g_autoptr (GeoatItem) item = NULL;
  gboolean had_focus;
  guint row;

  if (!self->editing)
    return;
  self->editing = FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (self->flat_above); i++)
    {
      geoat_flat_group_forget (self->flat_above[i]);
      geoat_flat_group_forget (self->flat_below[i]);
    }
  had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) == GTK_WIDGET (self->editor);
  item = g_object_ref (geoat_text_field_get_item (self->editor));
  /* what was made for a text that was then not typed goes, too */
  if (cancel || (self->edit_created && is_blank (item)))
    geoat_history_cancel (get_history (self), self->edit_state);
  geoat_history_break (get_history (self));
  geoat_text_field_unbind (self->editor);
  gtk_widget_set_visible (GTK_WIDGET (self->editor), FALSE);
  /* the cell does not know yet what was typed */
  if (geoat_item_get_owner (item) != NULL && self->rows != NULL &&
      geoat_table_rows_find (self->rows, item, &row))
    geoat_table_update_block (self, geoat_table_rows_get_block_of_row (self->rows, row));
  if (had_focus && keep_focus && self->rows != NULL &&
      self->edit_row < geoat_table_rows_get_n_rows (self->rows))
    gtk_widget_grab_focus (geoat_table_find_cell (self, self->edit_row, self->edit_column));
  geoat_table_queue_prepare (self);
}

/* Ends the editing; @cancel: the text is again what it was. */
void
geoat_table_stop_editing (GeoatTable *self, gboolean cancel)
{
  end_editing (self, cancel, TRUE);
}

static void
popover_closed_cb (GtkPopover *popover, GeoatTable *self)
{
  if (self->popover == GTK_WIDGET (popover))
    {
      self->popover = NULL;
      gtk_widget_unparent (GTK_WIDGET (popover));
    }
  geoat_table_set_cursor (self, self->cursor_row, self->cursor_column, FALSE);
}

static void
show_level_popover (GeoatTable *self)
{
  GtkWidget *field = geoat_level_field_new ();
  GdkRectangle area;

  if (self->popover != NULL)
    return;
  geoat_level_field_bind (GEOAT_LEVEL_FIELD (field), self->perspective,
                          geoat_table_get_focus_entry (self));
  gtk_widget_set_size_request (field, 420, -1);
  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), field);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
  geoat_table_get_cell_area (self, self->cursor_row, self->cursor_column, &area);
  gtk_popover_set_pointing_to (GTK_POPOVER (self->popover), &area);
  g_signal_connect (self->popover, "closed", G_CALLBACK (popover_closed_cb), self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

/* A row of an indicator that has no activity yet gets one when something is written there, and the
 * new row becomes an indicator. */
static GeoatItem *
ensure_item (GeoatTable *self)
{
  GeoatItem *item = geoat_table_get_item (self, self->cursor_row, self->cursor_column);
  GeoatEntry *entry = geoat_table_get_focus_entry (self);
  g_autoptr (GeoatEntry) new_entry = NULL;
  g_autoptr (GeoatAction) action = NULL;

  if (item != NULL)
    return item;
  if (entry == NULL)
    {
      entry = new_entry = geoat_entry_new (self->key_element, "", "");
      geoat_history_add_entry (get_history (self), entry, G_MAXUINT);
    }
  if (!geoat_table_column_is_shared (self->cursor_column))
    {
      action = geoat_action_new ();
      geoat_history_add_action (get_history (self), entry, action, G_MAXUINT);
    }
  geoat_table_update (self);
  return action != NULL ? GEOAT_ITEM (action) : GEOAT_ITEM (entry);
}

/* Starts to edit the cell of the cursor. @typed: the key that began it, which replaces the text;
 * NULL: the text stays, with the caret at its end. */
gboolean
geoat_table_edit (GeoatTable *self, GtkEventControllerKey *typed)
{
  GeoatField field = self->fields[self->cursor_column];
  GtkTextBuffer *buffer;
  GtkTextIter start, end;
  GeoatItem *item;
  gboolean grouped;

  if (field == GEOAT_FIELD_NONE && typed == NULL && geoat_table_get_focus_entry (self) != NULL)
    {
      show_level_popover (self);
      return TRUE;
    }
  item = geoat_table_get_item (self, self->cursor_row, self->cursor_column);
  if (field == GEOAT_FIELD_NONE || !geoat_perspective_get_can_edit (self->perspective) ||
      (item != NULL && !geoat_perspective_can_edit_field (self->perspective, item, field)))
    return FALSE;
  geoat_history_break (get_history (self));
  self->edit_state = geoat_history_get_state (get_history (self));
  self->edit_created = item == NULL;
  /* what is typed in a cell is one step with the action that was made for it */
  grouped = self->edit_created && typed != NULL;
  if (grouped)
    geoat_history_begin (get_history (self), geoat_table_get_focus_entry (self) != NULL
                                                 ? _ ("Add Activity")
                                                 : _ ("Add Indicator"));
  item = ensure_item (self);
  self->editing = TRUE;
  self->edit_row = self->cursor_row;
  self->edit_column = self->cursor_column;
  geoat_text_field_bind (self->editor, get_history (self), item, field);
  geoat_text_field_set_label (self->editor, NULL,
                              geoat_table_get_heading (self, self->cursor_column));
  gtk_widget_set_visible (GTK_WIDGET (self->editor), TRUE);
  /* With another width the text view asks for another height: in the middle of the layout of a
   * frame that left the whole page without a place, and empty until the window was resized. */
  geoat_table_allocate_editor (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->editor));
  buffer = gtk_text_view_get_buffer (geoat_text_field_get_view (self->editor));
  gtk_text_buffer_get_bounds (buffer, &start, &end);
  if (typed != NULL)
    {
      gtk_text_buffer_select_range (buffer, &start, &end);
      geoat_history_retype (get_history (self), 0, 0);
      gtk_event_controller_key_forward (typed,
                                        GTK_WIDGET (geoat_text_field_get_view (self->editor)));
    }
  else
    gtk_text_buffer_place_cursor (buffer, &end);
  if (grouped)
    geoat_history_end (get_history (self));
  geoat_table_queue_prepare (self);
  return TRUE;
}

static void
break_line (GeoatTable *self)
{
  GtkTextView *view = geoat_text_field_get_view (self->editor);

  gtk_text_buffer_begin_user_action (gtk_text_view_get_buffer (view));
  gtk_text_buffer_delete_selection (gtk_text_view_get_buffer (view), TRUE, TRUE);
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (view), "\n", -1);
  gtk_text_buffer_end_user_action (gtk_text_view_get_buffer (view));
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GeoatTable *self)
{
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  gboolean alt = (state & GDK_ALT_MASK) != 0;

  if ((state & GDK_CONTROL_MASK) != 0)
    return GDK_EVENT_PROPAGATE;
  switch (keyval)
    {
    case GDK_KEY_Escape:
      geoat_table_stop_editing (self, TRUE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
      if (shift || alt)
        {
          break_line (self);
          return GDK_EVENT_STOP;
        }
      geoat_table_stop_editing (self, FALSE);
      geoat_table_move_cursor (self, 1, 0, FALSE);
      return GDK_EVENT_STOP;
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
    case GDK_KEY_ISO_Left_Tab:
      geoat_table_stop_editing (self, FALSE);
      geoat_table_move_cursor (self, 0, keyval == GDK_KEY_ISO_Left_Tab ? -1 : 1, FALSE);
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

/* When another window has the keyboard for a while, the caret is still here when it comes back. */
static void
leave_cb (GtkEventControllerFocus *controller, GeoatTable *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (root == NULL || gtk_window_is_active (GTK_WINDOW (root)))
    end_editing (self, FALSE, FALSE);
}

void
geoat_table_editor_init (GeoatTable *self)
{
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *focus = gtk_event_controller_focus_new ();

  self->editor = GEOAT_TEXT_FIELD (geoat_text_field_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->editor), "table-editor");
  gtk_widget_set_visible (GTK_WIDGET (self->editor), FALSE);
  gtk_widget_set_parent (GTK_WIDGET (self->editor), GTK_WIDGET (self));
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->editor), keys);
  g_signal_connect (focus, "leave", G_CALLBACK (leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self->editor), focus);
}
