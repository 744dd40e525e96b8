/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The open part of an indicator's card.
 *
 * How it works: the rows of the actions follow the entry's list. A row is kept as long as its
 * action is in the list, wherever it moves to, so that the focus and the caret stay in it. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "geoat-action-row.h"
#include "geoat-column-field.h"
#include "geoat-column-heading.h"
#include "geoat-entry-form.h"
#include "geoat-flat-snapshot.h"
#include "geoat-focus.h"
#include "geoat-accessible.h"
#include "geoat-screen-text.h"
#include "geoat-level-field.h"
#include "geoat-wrap-layout.h"

struct _GeoatEntryForm
{
  GtkWidget parent_instance;

  GtkWidget *where_we_are;
  GeoatColumnField *alignment;
  GeoatColumnField *current;
  GeoatLevelField *level;
  GtkWidget *details;
  GeoatColumnField *notes;
  GtkWidget *target_label;
  GtkDropDown *target;
  GeoatColumnField *source;
  GtkWidget *more;
  GtkWidget *separator;
  GtkWidget *where_we_go;
  GeoatColumnHeading *activity_heading;
  GtkBox *actions;
  GtkWidget *add;

  GeoatPerspective *perspective;
  GeoatEntry *entry;
  GHashTable *rows; /* GeoatAction: its row */
  guint update_source;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GeoatEntryForm, geoat_entry_form, GTK_TYPE_WIDGET)

static gboolean
is_missing (GeoatEntryForm *self, GtkWidget *row)
{
  return geoat_item_get_owner (GEOAT_ITEM (geoat_action_row_get_action (GEOAT_ACTION_ROW (row)))) !=
         GEOAT_ITEM (self->entry);
}

/* What is to get the focus, because the row that has it goes; or NULL. */
static GtkWidget *
find_focus_heir (GeoatEntryForm *self)
{
  GtkWidget *row = gtk_widget_get_focus_child (GTK_WIDGET (self->actions));
  GtkWidget *heir;

  if (row == NULL || !is_missing (self, row))
    return NULL;
  for (heir = gtk_widget_get_next_sibling (row); heir != NULL;
       heir = gtk_widget_get_next_sibling (heir))
    if (!is_missing (self, heir))
      return heir;
  for (heir = gtk_widget_get_prev_sibling (row); heir != NULL;
       heir = gtk_widget_get_prev_sibling (heir))
    if (!is_missing (self, heir))
      return heir;
  return self->add;
}

static void
remove_missing_rows (GeoatEntryForm *self)
{
  GHashTableIter iter;
  gpointer action, row;

  g_hash_table_iter_init (&iter, self->rows);
  while (g_hash_table_iter_next (&iter, &action, &row))
    if (geoat_item_get_owner (action) != GEOAT_ITEM (self->entry))
      {
        gtk_box_remove (self->actions, row);
        g_hash_table_iter_remove (&iter);
      }
}

static void
update_actions (GeoatEntryForm *self)
{
  GtkWidget *before = NULL;
  GtkWidget *heir = find_focus_heir (self);

  g_clear_handle_id (&self->update_source, g_source_remove);
  remove_missing_rows (self);
  for (guint i = 0; i < geoat_entry_get_n_actions (self->entry); i++)
    {
      GeoatAction *action = geoat_entry_get_action (self->entry, i);
      GtkWidget *row = g_hash_table_lookup (self->rows, action);

      if (row == NULL)
        {
          row = geoat_action_row_new (self->perspective, action);
          gtk_box_append (self->actions, row);
          g_hash_table_insert (self->rows, g_object_ref (action), row);
        }
      if (gtk_widget_get_prev_sibling (row) != before)
        gtk_box_reorder_child_after (self->actions, row, before);
      geoat_action_row_set_number (GEOAT_ACTION_ROW (row), i + 1);
      before = row;
    }
  gtk_widget_set_visible (GTK_WIDGET (self->actions), before != NULL);
  if (heir != NULL)
    gtk_widget_grab_focus (heir);
}

static gboolean
update_actions_cb (gpointer data)
{
  GeoatEntryForm *self = data;

  self->update_source = 0;
  update_actions (self);
  return G_SOURCE_REMOVE;
}

/* An action that is moved is taken out and put in again: the rows are looked at after both, before
 * the next frame. */
static void
items_changed_cb (GeoatEntryForm *self)
{
  if (self->update_source == 0)
    self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_actions_cb, self, NULL);
}

static void
show_details (GeoatEntryForm *self)
{
  gtk_widget_set_visible (self->details, TRUE);
  gtk_widget_set_visible (self->more, FALSE);
}

static void
update_target (GeoatEntryForm *self)
{
  GeoatLevel level = geoat_item_get_number (GEOAT_ITEM (self->entry), GEOAT_FIELD_TARGET_LEVEL);

  self->updating = TRUE;
  gtk_drop_down_set_selected (self->target, geoat_level_is_rated (level) ? (guint) level + 1 : 0);
  self->updating = FALSE;
  if (geoat_level_is_rated (level))
    show_details (self);
}

static void
target_selected_cb (GeoatEntryForm *self)
{
  guint selected = gtk_drop_down_get_selected (self->target);

  if (self->updating || self->entry == NULL || selected == GTK_INVALID_LIST_POSITION)
    return;
  geoat_history_set_number (geoat_perspective_get_history (self->perspective),
                            GEOAT_ITEM (self->entry), GEOAT_FIELD_TARGET_LEVEL,
                            selected > 0 ? (int) selected - 1 : GEOAT_LEVEL_NOT_ASSESSED);
}

static void
notes_changed_cb (GeoatEntryForm *self)
{
  if (geoat_item_get_text (GEOAT_ITEM (self->entry), GEOAT_FIELD_NOTES)[0] != '\0')
    show_details (self);
}

static void
more_cb (GeoatEntryForm *self)
{
  show_details (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->notes));
}

static void
update_wording (GeoatEntryForm *self)
{
  GeoatRound *round = geoat_perspective_get_round (self->perspective);
  GeoatField field = GEOAT_FIELD_CURRENT_ACTIVITIES;

  geoat_text_field_set_fixed_text (geoat_column_field_get_text_field (self->current),
                                   geoat_entry_keeps_wording (self->entry, round, field)
                                       ? geoat_entry_get_wording (self->entry, round, field)
                                       : NULL);
}

static void
update_round (GeoatEntryForm *self)
{
  gboolean editable = geoat_perspective_get_can_edit (self->perspective);
  GeoatColumnField *const fields[] = { self->alignment, self->current, self->notes, self->source };

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    geoat_text_field_set_editable (geoat_column_field_get_text_field (fields[i]), editable);
  update_wording (self);
  gtk_widget_set_sensitive (GTK_WIDGET (self->target), editable);
  gtk_widget_set_visible (self->add, editable);
}

static gboolean
geoat_entry_form_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GEOAT_ENTRY_FORM (widget)->alignment));
}

static void
geoat_entry_form_dispose (GObject *object)
{
  GeoatEntryForm *self = GEOAT_ENTRY_FORM (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->entry != NULL)
    {
      g_signal_handlers_disconnect_by_data (geoat_entry_get_actions (self->entry), self);
      g_signal_handlers_disconnect_by_data (self->entry, self);
    }
  if (self->perspective != NULL)
    g_signal_handlers_disconnect_by_data (self->perspective, self);
  g_clear_object (&self->entry);
  g_clear_object (&self->perspective);
  g_clear_pointer (&self->rows, g_hash_table_unref);
  g_clear_pointer (&self->where_we_are, gtk_widget_unparent);
  g_clear_pointer (&self->separator, gtk_widget_unparent);
  g_clear_pointer (&self->where_we_go, gtk_widget_unparent);

  G_OBJECT_CLASS (geoat_entry_form_parent_class)->dispose (object);
}

static void
geoat_entry_form_class_init (GeoatEntryFormClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = geoat_entry_form_dispose;
  widget_class->focus = geoat_focus_children;
  widget_class->grab_focus = geoat_entry_form_grab_focus;
  g_type_ensure (ADW_TYPE_BUTTON_CONTENT);
  g_type_ensure (GEOAT_TYPE_COLUMN_FIELD);
  g_type_ensure (GEOAT_TYPE_COLUMN_HEADING);
  g_type_ensure (GEOAT_TYPE_FLAT_BOX);
  g_type_ensure (GEOAT_TYPE_LEVEL_FIELD);
  g_type_ensure (GEOAT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "entryform");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-entry-form.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryForm, where_we_are);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryForm, alignment);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryForm, current);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryForm, level);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryForm, details);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryForm, notes);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryForm, target_label);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryForm, target);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryForm, source);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryForm, more);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryForm, separator);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryForm, where_we_go);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryForm, activity_heading);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryForm, actions);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryForm, add);
  gtk_widget_class_bind_template_callback (widget_class, target_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_cb);
}

static void
geoat_entry_form_init (GeoatEntryForm *self)
{
  self->rows = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  geoat_accessible_set_name (GTK_WIDGET (self->target), _ ("Target level"));
  self->updating = FALSE;
}

static void
bind_column (GeoatEntryForm *self,
             GeoatColumnField *column,
             GeoatField field,
             const char *heading,
             const char *prompt)
{
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  const char *language = geoat_perspective_get_screen_language ();
  const GeoatFieldInfo *info = geoat_field_get_info (field);
  GeoatTextField *text = geoat_column_field_get_text_field (column);
  int position = info->column != NULL ? geoat_framework_find_column (framework, info->column) : -1;

  if (position >= 0)
    {
      heading = geoat_framework_get_column_heading (framework, (guint) position, language);
      prompt = geoat_framework_get_column_prompt (framework, (guint) position, language);
    }
  geoat_column_field_set_heading (column, heading, prompt);
  geoat_text_field_bind (text, geoat_perspective_get_history (self->perspective),
                         GEOAT_ITEM (self->entry), field);
}

static void
bind_columns (GeoatEntryForm *self)
{
  bind_column (self, self->alignment, GEOAT_FIELD_ALIGNMENT, "", NULL);
  bind_column (self, self->current, GEOAT_FIELD_CURRENT_ACTIVITIES, "", NULL);
  bind_column (self, self->notes, GEOAT_FIELD_NOTES, _ ("Private note"),
               _ ("For yourself and the working group. It is left out of what you share and "
                  "export, unless you ask for it."));
  bind_column (self, self->source, GEOAT_FIELD_SOURCE, _ ("Source of the wording"),
               _ ("Where the wording of the indicator comes from."));
  geoat_text_field_set_min_lines (geoat_column_field_get_text_field (self->alignment), 3);
  geoat_text_field_set_min_lines (geoat_column_field_get_text_field (self->current), 3);
}

static void
fill_target_levels (GeoatEntryForm *self)
{
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("As for the principle"));
  for (int level = GEOAT_LEVEL_0; level <= GEOAT_LEVEL_MAX; level++)
    {
      g_autofree char *text =
          g_strdup_printf (C_ ("level", "%s · %s"), geoat_screen_text_for_level (level),
                           geoat_framework_get_level_name (
                               framework, level, geoat_perspective_get_screen_language ()));
      gtk_string_list_append (list, text);
    }
  self->updating = TRUE;
  gtk_drop_down_set_model (self->target, G_LIST_MODEL (list));
  self->updating = FALSE;
}

static void
set_activity_heading (GeoatEntryForm *self)
{
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  const char *language = geoat_perspective_get_screen_language ();
  int column = geoat_framework_find_column (framework, "activity");

  if (column >= 0)
    geoat_column_heading_set_text (
        self->activity_heading,
        geoat_framework_get_column_heading (framework, (guint) column, language),
        geoat_framework_get_column_prompt (framework, (guint) column, language));
}

/**
 * geoat_entry_form_new:
 * @perspective: what the window looks at
 * @entry: the entry to show and edit
 *
 * Returns: (transfer floating): a new form
 */
GtkWidget *
geoat_entry_form_new (GeoatPerspective *perspective, GeoatEntry *entry)
{
  GeoatEntryForm *self = g_object_new (GEOAT_TYPE_ENTRY_FORM, NULL);

  self->perspective = g_object_ref (perspective);
  self->entry = g_object_ref (entry);
  bind_columns (self);
  fill_target_levels (self);
  set_activity_heading (self);
  geoat_level_field_bind (self->level, perspective, entry);

  g_signal_connect_swapped (geoat_entry_get_actions (entry), "items-changed",
                            G_CALLBACK (items_changed_cb), self);
  g_signal_connect_swapped (entry, "notify::target-level", G_CALLBACK (update_target), self);
  g_signal_connect_swapped (entry, "notify::notes", G_CALLBACK (notes_changed_cb), self);
  g_signal_connect_swapped (entry, "rating-changed", G_CALLBACK (update_wording), self);
  g_signal_connect_swapped (perspective, "notify::round", G_CALLBACK (update_round), self);
  g_signal_connect_swapped (perspective, "notify::can-edit", G_CALLBACK (update_round), self);
  g_signal_connect_swapped (perspective, "notify::can-rate", G_CALLBACK (update_wording), self);
  update_target (self);
  notes_changed_cb (self);
  update_round (self);
  update_actions (self);
  return GTK_WIDGET (self);
}

static void
reveal_action (GeoatEntryForm *self, GeoatItem *action, GeoatField field)
{
  GtkWidget *row;

  update_actions (self);
  row = g_hash_table_lookup (self->rows, action);
  if (row != NULL)
    geoat_action_row_reveal (GEOAT_ACTION_ROW (row), field);
}

/**
 * geoat_entry_form_reveal:
 * @self: a form
 * @item: its entry, or an action of it
 * @field: a field of the item, or %GEOAT_FIELD_NONE for an entry's rating
 *
 * Puts the focus on what shows the field.
 */
void
geoat_entry_form_reveal (GeoatEntryForm *self, GeoatItem *item, GeoatField field)
{
  GtkWidget *target;

  g_return_if_fail (GEOAT_IS_ENTRY_FORM (self));

  if (GEOAT_IS_ACTION (item))
    {
      reveal_action (self, item, field);
      return;
    }
  switch ((int) field)
    {
    case GEOAT_FIELD_ALIGNMENT:
      target = GTK_WIDGET (self->alignment);
      break;
    case GEOAT_FIELD_CURRENT_ACTIVITIES:
      target = GTK_WIDGET (self->current);
      break;
    case GEOAT_FIELD_NOTES:
      target = GTK_WIDGET (self->notes);
      break;
    case GEOAT_FIELD_SOURCE:
      target = GTK_WIDGET (self->source);
      break;
    case GEOAT_FIELD_TARGET_LEVEL:
      target = GTK_WIDGET (self->target);
      break;
    default:
      target = GTK_WIDGET (self->level);
      break;
    }
  if (gtk_widget_is_ancestor (target, self->details))
    show_details (self);
  gtk_widget_grab_focus (target);
}
