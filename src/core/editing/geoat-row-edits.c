/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is done with several rows of the template at once. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-row-edits.h"

#include <glib/gi18n-lib.h>

#include "geoat-template-column.h"

/* The entries of the rows, each once, in order. */
static GPtrArray *
list_entries (const GeoatRowTarget *rows, guint n_rows)
{
  GPtrArray *entries = g_ptr_array_new ();

  for (guint i = 0; i < n_rows; i++)
    if (rows[i].entry != NULL &&
        (entries->len == 0 || g_ptr_array_index (entries, entries->len - 1) != rows[i].entry))
      g_ptr_array_add (entries, rows[i].entry);
  return entries;
}

static gboolean
can_rate (GeoatHistory *history, GeoatEntry *entry)
{
  GeoatPlan *plan = geoat_history_get_plan (history);

  return geoat_plan_can_rate (plan) &&
         geoat_entry_is_in_round (entry, geoat_plan_get_last_round (plan));
}

static void
begin (GeoatHistory *history, const char *name)
{
  geoat_history_break (history);
  geoat_history_begin (history, name);
}

/**
 * geoat_rows_rate:
 * @history: a history
 * @rows: rows of its plan, those of an entry one after another
 * @n_rows: how many
 * @level: the level that their entries get; %GEOAT_LEVEL_NOT_ASSESSED takes the ratings away
 *
 * Returns: how many entries were rated
 */
guint
geoat_rows_rate (GeoatHistory *history, const GeoatRowTarget *rows, guint n_rows, GeoatLevel level)
{
  g_autoptr (GPtrArray) entries = list_entries (rows, n_rows);
  guint n = 0;

  begin (history, _ ("Rate Indicators"));
  for (guint i = 0; i < entries->len; i++)
    if (can_rate (history, g_ptr_array_index (entries, i)))
      {
        geoat_history_set_level (history, g_ptr_array_index (entries, i), level);
        n++;
      }
  geoat_history_end (history);
  return n;
}

/**
 * geoat_rows_set_status:
 * @history: a history
 * @rows: rows of its plan
 * @n_rows: how many
 * @status: the status that their actions get
 * @today: the day on which they were done, if they are
 *
 * Returns: how many actions there are in the rows
 */
guint
geoat_rows_set_status (GeoatHistory *history,
                       const GeoatRowTarget *rows,
                       guint n_rows,
                       GeoatStatus status,
                       const GDate *today)
{
  guint n = 0;

  begin (history, _ ("Set the status"));
  for (guint i = 0; i < n_rows; i++)
    if (rows[i].action != NULL)
      {
        geoat_history_set_status (history, rows[i].action, status, today);
        n++;
      }
  geoat_history_end (history);
  return n;
}

/**
 * geoat_rows_remove:
 * @history: a history
 * @rows: rows of its plan
 * @n_rows: how many
 *
 * Removes the entries of the rows, as geoat_history_remove_entry() does.
 *
 * Returns: how many were removed
 */
guint
geoat_rows_remove (GeoatHistory *history, const GeoatRowTarget *rows, guint n_rows)
{
  g_autoptr (GPtrArray) entries = list_entries (rows, n_rows);
  guint n = 0;

  begin (history, _ ("Remove Indicators"));
  for (guint i = 0; i < entries->len; i++)
    if (geoat_history_can_remove_entry (history, g_ptr_array_index (entries, i)))
      {
        geoat_history_remove_entry (history, g_ptr_array_index (entries, i));
        n++;
      }
  geoat_history_end (history);
  return n;
}

/**
 * geoat_rows_remove_actions:
 * @history: a history
 * @rows: rows of its plan
 * @n_rows: how many
 *
 * Returns: how many actions were removed
 */
guint
geoat_rows_remove_actions (GeoatHistory *history, const GeoatRowTarget *rows, guint n_rows)
{
  g_autoptr (GPtrArray) actions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_rows; i++)
    if (rows[i].action != NULL)
      g_ptr_array_add (actions, g_object_ref (rows[i].action));
  begin (history, _ ("Remove Activities"));
  for (guint i = 0; i < actions->len; i++)
    geoat_history_remove_action (history, g_ptr_array_index (actions, i));
  geoat_history_end (history);
  return actions->len;
}

/**
 * geoat_rows_move_to:
 * @history: a history
 * @rows: rows of its plan
 * @n_rows: how many
 * @key_element: the id of a key element
 *
 * Moves the entries of the rows behind the last one of another key element, in their order.
 *
 * Returns: how many were moved
 */
guint
geoat_rows_move_to (GeoatHistory *history,
                    const GeoatRowTarget *rows,
                    guint n_rows,
                    const char *key_element)
{
  g_autoptr (GPtrArray) entries = list_entries (rows, n_rows);

  begin (history, _ ("Move Indicators to Another Key Element"));
  for (guint i = 0; i < entries->len; i++)
    geoat_history_move_entry_to (history, g_ptr_array_index (entries, i), key_element);
  geoat_history_end (history);
  return entries->len;
}

/* The item whose text a row has in a column, or NULL. */
static GeoatItem *
get_item (const GeoatRowTarget *row, guint column)
{
  if (column < GEOAT_FIRST_ACTION_COLUMN)
    return row->entry != NULL ? GEOAT_ITEM (row->entry) : NULL;
  return row->action != NULL ? GEOAT_ITEM (row->action) : NULL;
}

static void
set_level (GeoatHistory *history, GeoatEntry *entry, GeoatLevel level)
{
  if (can_rate (history, entry))
    geoat_history_set_level (history, entry, level);
}

/* The wording that a closed round has kept stays as it is. */
static void
set_text (GeoatHistory *history, GeoatItem *item, GeoatField field, const char *text)
{
  GeoatRound *round = geoat_plan_get_last_round (geoat_history_get_plan (history));

  if (!GEOAT_IS_ENTRY (item) || !geoat_entry_keeps_wording (GEOAT_ENTRY (item), round, field))
    geoat_history_set_text (history, item, field, text);
}

/**
 * geoat_rows_clear:
 * @history: a history
 * @rows: rows of its plan
 * @n_rows: how many
 * @first_column: 0 to 7
 * @last_column: @first_column to 7
 *
 * Empties cells: texts become empty, levels not yet assessed.
 */
void
geoat_rows_clear (GeoatHistory *history,
                  const GeoatRowTarget *rows,
                  guint n_rows,
                  guint first_column,
                  guint last_column)
{
  begin (history, _ ("Empty cells"));
  for (guint i = 0; i < n_rows; i++)
    for (guint column = first_column; column <= last_column; column++)
      {
        GeoatItem *item = get_item (&rows[i], column);

        if (item == NULL)
          continue;
        if (column == GEOAT_COLUMN_LEVEL)
          set_level (history, rows[i].entry, GEOAT_LEVEL_NOT_ASSESSED);
        else
          set_text (history, item, geoat_template_column_get_field (column), "");
      }
  geoat_history_end (history);
}

/* The action of a row; one is made where there is none and something is to be written into it. */
static GeoatItem *
ensure_action (GeoatHistory *history, const GeoatRowTarget *row, GHashTable *made)
{
  GeoatAction *action = row->action;

  if (action == NULL)
    action = g_hash_table_lookup (made, row->entry);
  if (action == NULL)
    {
      action = geoat_action_new ();
      g_hash_table_insert (made, row->entry, action);
      geoat_history_add_action (history, row->entry, action, G_MAXUINT);
    }
  return GEOAT_ITEM (action);
}

static void
fill_cell (GeoatHistory *history,
           const GeoatRowTarget *from,
           const GeoatRowTarget *to,
           guint column,
           GHashTable *made)
{
  GeoatRound *round = geoat_plan_get_last_round (geoat_history_get_plan (history));
  GeoatField field = geoat_template_column_get_field (column);
  GeoatItem *source = get_item (from, column);
  const char *text =
      source != NULL && field != GEOAT_FIELD_NONE ? geoat_item_get_text (source, field) : "";
  GeoatItem *item = get_item (to, column);

  if (column == GEOAT_COLUMN_LEVEL)
    {
      set_level (history, to->entry, geoat_entry_get_level (from->entry, round));
      return;
    }
  if (item == NULL && *text == '\0')
    return;
  if (item == NULL)
    item = ensure_action (history, to, made);
  set_text (history, item, field, text);
}

/**
 * geoat_rows_fill_down:
 * @history: a history
 * @rows: rows of its plan
 * @n_rows: how many
 * @first_column: 0 to 7
 * @last_column: @first_column to 7
 *
 * Gives all rows what the first one has in these columns. In a row without an action, columns 5 to
 * 8 make one.
 */
void
geoat_rows_fill_down (GeoatHistory *history,
                      const GeoatRowTarget *rows,
                      guint n_rows,
                      guint first_column,
                      guint last_column)
{
  g_autoptr (GHashTable) made = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);

  if (n_rows == 0 || rows[0].entry == NULL)
    return;
  begin (history, _ ("Fill Down"));
  for (guint i = 1; i < n_rows; i++)
    for (guint column = first_column; column <= last_column; column++)
      if (rows[i].entry != NULL &&
          (column >= GEOAT_FIRST_ACTION_COLUMN || rows[i].entry != rows[0].entry))
        fill_cell (history, &rows[0], &rows[i], column, made);
  geoat_history_end (history);
}
