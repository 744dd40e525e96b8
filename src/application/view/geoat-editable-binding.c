/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Ties a line of text on the screen to a field of the plan. What is typed goes through the history,
 * and what the history does to the field shows in the line. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-editable-binding.h"

typedef struct
{
  GtkEditable *editable;
  GeoatHistory *history;
  GeoatItem *item;
  GeoatField field;
  gboolean updating;
} Binding;

static void
binding_free (gpointer data)
{
  Binding *binding = data;

  g_signal_handlers_disconnect_by_data (binding->item, binding);
  g_object_unref (binding->item);
  g_object_unref (binding->history);
  g_free (binding);
}

static void
show_text (Binding *binding)
{
  const char *text = geoat_item_get_text (binding->item, binding->field);

  if (binding->updating || g_str_equal (gtk_editable_get_text (binding->editable), text))
    return;

  binding->updating = TRUE;
  gtk_editable_set_text (binding->editable, text);
  gtk_editable_set_position (binding->editable, -1);
  binding->updating = FALSE;
}

static void
changed_cb (Binding *binding)
{
  if (binding->updating)
    return;

  binding->updating = TRUE;
  geoat_history_set_text (binding->history, binding->item, binding->field,
                          gtk_editable_get_text (binding->editable));
  binding->updating = FALSE;
}

static void
focus_leave_cb (Binding *binding)
{
  geoat_history_break (binding->history);
}

/**
 * geoat_editable_bind:
 * @editable: a line of text; it has a binding for as long as it lives
 * @history: the history of the plan
 * @item: a part of the plan
 * @field: one of its text fields
 *
 * Lets @editable edit @field of @item. Its own undo is switched off.
 */
void
geoat_editable_bind (GtkEditable *editable,
                     GeoatHistory *history,
                     GeoatItem *item,
                     GeoatField field)
{
  g_autofree char *detail = NULL;
  GtkEventController *focus;
  Binding *binding;

  g_return_if_fail (GTK_IS_EDITABLE (editable));
  g_return_if_fail (geoat_field_is_text (field));

  binding = g_new0 (Binding, 1);
  binding->editable = editable;
  binding->history = g_object_ref (history);
  binding->item = g_object_ref (item);
  binding->field = field;
  g_object_set_data_full (G_OBJECT (editable), "geoat-binding", binding, binding_free);

  gtk_editable_set_enable_undo (editable, FALSE);
  show_text (binding);
  detail = g_strconcat ("notify::", geoat_field_get_info (field)->property, NULL);
  g_signal_connect_swapped (item, detail, G_CALLBACK (show_text), binding);
  g_signal_connect_swapped (editable, "changed", G_CALLBACK (changed_cb), binding);

  focus = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (focus, "leave", G_CALLBACK (focus_leave_cb), binding);
  gtk_widget_add_controller (GTK_WIDGET (editable), focus);
}
