/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Moving and removing rows of the table: an indicator when the cursor is in columns 1 to 4, else an
 * activity. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-table-private.h"

#include <glib/gi18n-lib.h>

static GeoatHistory *
get_history (GeoatTable *self)
{
  return geoat_perspective_get_history (self->perspective);
}

static gboolean
has_cursor (GeoatTable *self)
{
  return self->rows != NULL && self->cursor_row < geoat_table_rows_get_n_rows (self->rows) &&
         geoat_perspective_get_can_edit (self->perspective);
}

static void
move_action (GeoatTable *self, GeoatRowTarget *row, int step)
{
  guint n = geoat_entry_get_n_actions (row->entry);

  for (guint i = 0; i < n; i++)
    if (geoat_entry_get_action (row->entry, i) == row->action)
      {
        int to = (int) i + step;

        if (to < 0 || to >= (int) n)
          gtk_widget_error_bell (GTK_WIDGET (self));
        else
          geoat_history_move_action (get_history (self), row->action, row->entry, (guint) to);
        return;
      }
}

static void
move_entry (GeoatTable *self, GeoatEntry *entry, int step)
{
  GeoatPlan *plan = geoat_perspective_get_plan (self->perspective);
  guint block = geoat_table_rows_get_block_of_row (self->rows, self->cursor_row);
  int to = (int) block + step;
  GeoatEntry *neighbour = NULL;
  guint own, other;

  if (to >= 0 && to < (int) geoat_table_rows_get_n_blocks (self->rows))
    neighbour = geoat_table_rows_get_block (self->rows, (guint) to)->entry;
  if (neighbour == NULL || !geoat_plan_get_entry_position (plan, entry, &own) ||
      !geoat_plan_get_entry_position (plan, neighbour, &other))
    {
      gtk_widget_error_bell (GTK_WIDGET (self));
      return;
    }
  /* positions are in the list without it: one less for what is behind it */
  if (own < other)
    other--;
  geoat_history_move_entry (get_history (self), entry, step < 0 ? other : other + 1);
}

/**
 * geoat_table_move_item:
 * @self: a table
 * @step: -1: up, 1: down
 *
 * Moves the indicator of the cursor, or the activity when the cursor is in columns 5 to 8, past its
 * neighbour in the same key element or indicator.
 */
void
geoat_table_move_item (GeoatTable *self, int step)
{
  GeoatRowTarget *row;

  g_return_if_fail (GEOAT_IS_TABLE (self));

  if (!has_cursor (self))
    return;
  row = geoat_table_rows_get_row (self->rows, self->cursor_row);
  geoat_history_break (get_history (self));
  if (geoat_table_column_is_shared (self->cursor_column))
    move_entry (self, row->entry, step);
  else if (row->action != NULL)
    move_action (self, row, step);
}

/**
 * geoat_table_remove_item:
 * @self: a table
 *
 * Removes the indicators of the selection, or the activity of the cursor when it is in columns 5 to
 * 8 and there is one, in one step, and offers to undo it.
 */
void
geoat_table_remove_item (GeoatTable *self)
{
  GeoatRowTarget *row;

  g_return_if_fail (GEOAT_IS_TABLE (self));

  if (!has_cursor (self))
    return;
  row = geoat_table_rows_get_row (self->rows, self->cursor_row);
  geoat_history_break (get_history (self));
  /* A row without an activity is its indicator, in whatever column the cursor is. */
  if (!self->select_rows && row->action != NULL &&
      !geoat_table_column_is_shared (self->cursor_column))
    {
      geoat_history_remove_action (get_history (self), row->action);
      gtk_widget_activate_action (GTK_WIDGET (self), "page.announce", "s", _ ("Activity removed"));
    }
  else
    {
      g_autoptr (GPtrArray) entries = geoat_table_get_selected_entries (self);
      g_autofree char *message = NULL;

      geoat_history_begin (get_history (self), _ ("Remove indicators"));
      for (guint i = 0; i < entries->len; i++)
        geoat_history_remove_entry (get_history (self), g_ptr_array_index (entries, i));
      geoat_history_end (get_history (self));
      message = g_strdup_printf (
          ngettext ("%u indicator removed", "%u indicators removed", entries->len), entries->len);
      gtk_widget_activate_action (GTK_WIDGET (self), "page.announce", "s", message);
    }
}
