/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is done with the rows and cells that are selected, as actions of the table. The cursor in
 * columns 1 to 4 is on an indicator, in the others on an activity. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-table-private.h"

#include <glib/gi18n-lib.h>

#include "geoat-announce.h"
#include "geoat-row-edits.h"

static GeoatHistory *
get_history (GeoatTable *self)
{
  return geoat_perspective_get_history (self->perspective);
}

/* The row of the cursor, when it can be edited and is not the new one; else NULL. */
static GeoatRowTarget *
get_cursor (GeoatTable *self)
{
  GeoatRowTarget *row;

  if (self->rows == NULL || self->cursor_row >= geoat_table_rows_get_n_rows (self->rows) ||
      !geoat_perspective_get_can_edit (self->perspective))
    return NULL;
  row = geoat_table_rows_get_row (self->rows, self->cursor_row);
  return row->entry != NULL ? row : NULL;
}

/* The rows of the selection, without the new one. */
GArray *
geoat_table_list_selected (GeoatTable *self)
{
  GArray *rows = g_array_new (FALSE, FALSE, sizeof (GeoatRowTarget));
  guint first_row, last_row, first_column, last_column;

  if (self->rows == NULL || geoat_table_rows_get_n_rows (self->rows) == 0)
    return rows;
  geoat_table_get_selection (self, &first_row, &last_row, &first_column, &last_column);
  for (guint i = first_row; i <= last_row; i++)
    {
      GeoatRowTarget *row = geoat_table_rows_get_row (self->rows, i);

      if (row->entry != NULL)
        g_array_append_vals (rows, row, 1);
    }
  return rows;
}

static const GeoatRowTarget *
get_rows (const GArray *rows)
{
  return (const GeoatRowTarget *) (const void *) rows->data;
}

/* The columns of the selection. */
static void
get_columns (GeoatTable *self, guint *first, guint *last)
{
  guint first_row, last_row;

  geoat_table_get_selection (self, &first_row, &last_row, first, last);
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

  row = get_cursor (self);
  if (row == NULL)
    return;
  geoat_history_break (get_history (self));
  if (geoat_table_column_is_shared (self->cursor_column) && self->view.sort_column >= 0)
    gtk_widget_error_bell (GTK_WIDGET (self)); /* the order is not that of the plan */
  else if (geoat_table_column_is_shared (self->cursor_column))
    move_entry (self, row->entry, step);
  else if (row->action != NULL)
    move_action (self, row, step);
}

/* Whether the selection is about activities: a row without one is its indicator, in whatever column
 * the cursor is. */
static gboolean
is_about_actions (GeoatTable *self, const GArray *rows)
{
  guint first_column, last_column;

  get_columns (self, &first_column, &last_column);
  if (self->select_rows || geoat_table_column_is_shared (first_column))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    if (g_array_index (rows, GeoatRowTarget, i).action != NULL)
      return TRUE;
  return FALSE;
}

/**
 * geoat_table_remove_item:
 * @self: a table
 *
 * Removes the indicators of the selection, or the activities when it is in columns 5 to 8 alone, in
 * one step, and offers to undo it.
 */
void
geoat_table_remove_item (GeoatTable *self)
{
  g_autoptr (GArray) rows = NULL;
  g_autofree char *message = NULL;
  guint n;

  g_return_if_fail (GEOAT_IS_TABLE (self));

  if (get_cursor (self) == NULL)
    return;
  geoat_table_stop_editing (self, FALSE);
  rows = geoat_table_list_selected (self);
  if (is_about_actions (self, rows))
    {
      n = geoat_rows_remove_actions (get_history (self), get_rows (rows), rows->len);
      message =
          n == 1
              ? g_strdup (_ ("Activity removed"))
              : g_strdup_printf (ngettext ("%u activity removed", "%u activities removed", n), n);
    }
  else
    {
      n = geoat_rows_remove (get_history (self), get_rows (rows), rows->len);
      message = g_strdup_printf (ngettext ("%u indicator removed", "%u indicators removed", n), n);
    }
  geoat_announce_with_undo (GTK_WIDGET (self), message);
}

/* Rates the selected indicators; says so when there are several. */
void
geoat_table_rate (GeoatTable *self, GeoatLevel level)
{
  g_autoptr (GArray) rows = geoat_table_list_selected (self);
  guint n = geoat_rows_rate (get_history (self), get_rows (rows), rows->len, level);

  if (n > 1)
    {
      g_autofree char *message =
          g_strdup_printf (ngettext ("%u indicator rated", "%u indicators rated", n), n);

      geoat_announce_with_undo (GTK_WIDGET (self), message);
    }
}

/* Empties the selected cells in one step: texts become empty, levels not yet assessed. */
void
geoat_table_clear (GeoatTable *self)
{
  g_autoptr (GArray) rows = geoat_table_list_selected (self);
  guint first, last;

  if (rows->len == 0 || !geoat_perspective_get_can_edit (self->perspective))
    return;
  get_columns (self, &first, &last);
  geoat_rows_clear (get_history (self), get_rows (rows), rows->len, first, last);
}

/* The selected cells get what the first row of the selection has, or the cell of the cursor what is
 * in the row above it. */
void
geoat_table_fill_down (GeoatTable *self)
{
  g_autoptr (GArray) rows = geoat_table_list_selected (self);
  guint block = geoat_table_rows_get_block_of_row (self->rows, self->cursor_row);
  guint first, last;

  if (get_cursor (self) == NULL)
    return;
  get_columns (self, &first, &last);
  if (!geoat_table_has_range (self) && self->cursor_row > 0)
    {
      guint row = geoat_table_column_is_shared (first)
                      ? geoat_table_rows_get_block (self->rows, block)->first_row
                      : self->cursor_row;

      if (row > 0)
        g_array_prepend_vals (rows, geoat_table_rows_get_row (self->rows, row - 1), 1);
    }
  geoat_rows_fill_down (get_history (self), get_rows (rows), rows->len, first, last);
}

/* A new indicator before or behind the one of the cursor, to be written at once. */
static void
insert (GeoatTable *self, int step)
{
  GeoatRowTarget *row = get_cursor (self);
  g_autoptr (GeoatEntry) entry = NULL;
  guint position;

  if (row == NULL || !geoat_plan_get_entry_position (geoat_perspective_get_plan (self->perspective),
                                                     row->entry, &position))
    return;
  entry = geoat_entry_new (geoat_entry_get_key_element (row->entry), "", "");
  geoat_history_break (get_history (self));
  geoat_history_add_entry (get_history (self), entry, step < 0 ? position : position + 1);
  geoat_table_reveal (self, GEOAT_ITEM (entry), GEOAT_FIELD_INDICATOR);
  geoat_table_edit (self, NULL);
}

static void
insert_above_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  insert (GEOAT_TABLE (widget), -1);
}

static void
insert_below_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  insert (GEOAT_TABLE (widget), 1);
}

static void
duplicate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatTable *self = GEOAT_TABLE (widget);
  GeoatRowTarget *row = get_cursor (self);
  GeoatItem *copy;

  if (row == NULL)
    return;
  geoat_history_break (get_history (self));
  if (geoat_table_column_is_shared (self->cursor_column) || row->action == NULL)
    copy = GEOAT_ITEM (geoat_history_duplicate_entry (get_history (self), row->entry));
  else
    copy = GEOAT_ITEM (geoat_history_duplicate_action (get_history (self), row->action));
  geoat_table_reveal (self, copy, self->fields[self->cursor_column]);
}

static void
rate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  geoat_table_rate (GEOAT_TABLE (widget), (GeoatLevel) g_variant_get_int32 (parameter));
}

static void
status_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatTable *self = GEOAT_TABLE (widget);
  g_autoptr (GArray) rows = geoat_table_list_selected (self);
  g_autofree char *message = NULL;
  GDate today;
  guint n;

  geoat_perspective_get_today (self->perspective, &today);
  n = geoat_rows_set_status (get_history (self), get_rows (rows), rows->len,
                             (GeoatStatus) g_variant_get_int32 (parameter), &today);
  message =
      g_strdup_printf (ngettext ("Status of %u activity set", "Status of %u activities set", n), n);
  geoat_announce_with_undo (GTK_WIDGET (self), message);
}

static void
move_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatTable *self = GEOAT_TABLE (widget);
  g_autoptr (GArray) rows = geoat_table_list_selected (self);
  const char *key_element = g_variant_get_string (parameter, NULL);
  guint n = geoat_rows_move_to (get_history (self), get_rows (rows), rows->len, key_element);
  g_autofree char *message = NULL;

  /* Translators: how many indicators, and the id of a key element */
  message = g_strdup_printf (ngettext ("%u indicator moved to %s", "%u indicators moved to %s", n),
                             n, key_element);
  geoat_announce_with_undo (GTK_WIDGET (self), message);
}

static void
hide_column_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  geoat_table_show_column (GEOAT_TABLE (widget), g_variant_get_uint32 (parameter), FALSE);
}

static void
show_columns_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    geoat_table_show_column (GEOAT_TABLE (widget), i, TRUE);
}

/* Those that the keys do, too. */
static void
plain_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  static const struct
  {
    const char *name;
    void (*function) (GeoatTable *self);
  } functions[] = {
    { "table.cut", geoat_table_cut },
    { "table.copy", geoat_table_copy },
    { "table.paste", geoat_table_paste },
    { "table.fill-down", geoat_table_fill_down },
    { "table.clear", geoat_table_clear },
    { "table.remove", geoat_table_remove_item },
    { "table.fit-to-width", geoat_table_fit_to_width },
  };

  for (guint i = 0; i < G_N_ELEMENTS (functions); i++)
    if (g_str_equal (functions[i].name, name))
      functions[i].function (GEOAT_TABLE (widget));
}

void
geoat_table_items_class_init (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "table.cut", NULL, plain_cb },
    { "table.copy", NULL, plain_cb },
    { "table.paste", NULL, plain_cb },
    { "table.fill-down", NULL, plain_cb },
    { "table.clear", NULL, plain_cb },
    { "table.remove", NULL, plain_cb },
    { "table.fit-to-width", NULL, plain_cb },
    { "table.insert-above", NULL, insert_above_cb },
    { "table.insert-below", NULL, insert_below_cb },
    { "table.duplicate", NULL, duplicate_cb },
    { "table.rate", "i", rate_cb },
    { "table.status", "i", status_cb },
    { "table.move-to", "s", move_to_cb },
    { "table.hide-column", "u", hide_column_cb },
    { "table.show-columns", NULL, show_columns_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}
