/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rows of the template as the table shows them: which indicator and which activity each row is
 * about, grouped by key element when the whole plan is shown. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-table-rows.h"

#include <glib/gi18n-lib.h>

#include "geoat-entry-order.h"
#include "geoat-perspective.h"
#include "geoat-template-column.h"

/* Columns 1 to 4 belong to the indicator, the others to one of its activities. */
#define N_SHARED_COLUMNS 4

static void
clear_block (gpointer data)
{
  GeoatTableBlock *block = data;

  g_clear_object (&block->entry);
  g_clear_pointer (&block->heading, g_free);
}

static void
clear_row (gpointer data)
{
  g_clear_object (&((GeoatRowTarget *) data)->action);
}

static void
append_heading (GeoatTableRows *self, GeoatFramework *framework, const char *key_element)
{
  int position = geoat_framework_find_key_element (framework, key_element);
  GeoatTableBlock block = { NULL, NULL, 0, self->rows->len, 0 };

  block.heading =
      g_strdup_printf (C_ ("key element", "%s %s"), key_element,
                       geoat_framework_get_key_element_name (
                           framework, (guint) position, geoat_perspective_get_screen_language ()));
  g_array_append_val (self->blocks, block);
}

static void
append_entry (GeoatTableRows *self, GeoatEntry *entry, guint number)
{
  guint n_rows = MAX (geoat_entry_get_n_actions (entry), 1);
  GeoatTableBlock block = { g_object_ref (entry), NULL, number, self->rows->len, n_rows };
  guint position = self->blocks->len;

  for (guint i = 0; i < n_rows; i++)
    {
      GeoatRowTarget row = { entry, geoat_entry_get_action (entry, i) };

      if (row.action != NULL)
        g_object_ref (row.action);
      g_array_append_val (self->rows, row);
      g_array_append_val (self->block_of, position);
    }
  g_array_append_val (self->blocks, block);
  g_hash_table_insert (self->index, entry, GUINT_TO_POINTER (position + 1));
}

/* An indicator with its number in its key element, and what it is sorted by. */
typedef struct
{
  GeoatEntry *entry;
  guint number;
  guint position;
  int level;
  char *key;
} Line;

static void
clear_line (gpointer data)
{
  g_free (((Line *) data)->key);
}

/* Levels go up, then come N/A and what is not yet assessed. */
static int
rank_level (GeoatLevel level)
{
  if (geoat_level_is_rated (level))
    return (int) level;
  return level == GEOAT_LEVEL_NOT_APPLICABLE ? GEOAT_LEVEL_5 + 1 : GEOAT_LEVEL_5 + 2;
}

static const char *
get_column_text (GeoatEntry *entry, guint column)
{
  GeoatField field = geoat_template_column_get_field (column);
  GeoatAction *action;

  if (geoat_table_column_is_shared (column))
    return field != GEOAT_FIELD_NONE ? geoat_item_get_text (GEOAT_ITEM (entry), field) : "";
  action = geoat_entry_get_action (entry, 0);
  return action != NULL ? geoat_item_get_text (GEOAT_ITEM (action), field) : "";
}

/* Whether a line has nothing to be sorted by: such lines come last, whichever way the others go. */
static gboolean
is_open (const Line *line, const GeoatTableView *view)
{
  return view->sort_column == GEOAT_COLUMN_LEVEL ? line->level > GEOAT_LEVEL_5
                                                 : line->key[0] == '\0';
}

static int
compare_lines (gconstpointer a, gconstpointer b, gpointer data)
{
  const GeoatTableView *view = data;
  const Line *one = a;
  const Line *other = b;
  int order;

  if (is_open (one, view) != is_open (other, view))
    return is_open (one, view) ? 1 : -1;
  order = view->sort_column == GEOAT_COLUMN_LEVEL ? one->level - other->level
                                                  : strcmp (one->key, other->key);
  if (order != 0)
    return view->descending && !is_open (one, view) ? -order : order;
  return one->position < other->position ? -1 : one->position > other->position;
}

/* The indicators that are shown, in the order of the table. */
static GArray *
list_lines (GPtrArray *entries, GeoatRound *round, const GeoatTableView *view)
{
  GArray *lines = g_array_new (FALSE, FALSE, sizeof (Line));
  const char *group = "";
  guint number = 0;

  g_array_set_clear_func (lines, clear_line);
  for (guint i = 0; i < entries->len; i++)
    {
      GeoatEntry *entry = g_ptr_array_index (entries, i);
      GeoatLevel level = geoat_entry_get_level (entry, round);
      Line line = { entry, 0, i, rank_level (level), NULL };

      number = g_str_equal (geoat_entry_get_key_element (entry), group) ? number + 1 : 1;
      group = geoat_entry_get_key_element (entry);
      line.number = number;
      if (view->levels != 0 && (view->levels & geoat_table_view_get_bit (level)) == 0)
        continue;
      if (view->sort_column >= 0)
        line.key = g_utf8_collate_key (get_column_text (entry, (guint) view->sort_column), -1);
      g_array_append_val (lines, line);
    }
  if (view->sort_column >= 0)
    g_array_sort_with_data (lines, compare_lines, (gpointer) view);
  return lines;
}

/**
 * geoat_table_view_get_bit:
 * @level: a level
 *
 * Returns: its bit among the levels that are shown
 */
guint
geoat_table_view_get_bit (GeoatLevel level)
{
  return 1u << rank_level (level);
}

/**
 * geoat_table_rows_new:
 * @plan: a plan
 * @round: the round that is shown
 * @key_element: (nullable): the id of a key element; %NULL: the whole plan, with headings unless it
 *   is sorted
 * @view: how they are looked at
 *
 * Returns: (transfer full): the rows as they are now
 */
GeoatTableRows *
geoat_table_rows_new (GeoatPlan *plan,
                      GeoatRound *round,
                      const char *key_element,
                      const GeoatTableView *view)
{
  GeoatTableRows *self = g_new0 (GeoatTableRows, 1);
  g_autoptr (GPtrArray) entries = geoat_entry_order_list (plan, round, key_element);
  g_autoptr (GArray) lines = list_lines (entries, round, view);
  gboolean has_headings = key_element == NULL && view->sort_column < 0;
  const char *group = "";

  self->blocks = g_array_new (FALSE, FALSE, sizeof (GeoatTableBlock));
  g_array_set_clear_func (self->blocks, clear_block);
  self->rows = g_array_new (FALSE, FALSE, sizeof (GeoatRowTarget));
  g_array_set_clear_func (self->rows, clear_row);
  self->block_of = g_array_new (FALSE, FALSE, sizeof (guint));
  self->index = g_hash_table_new (NULL, NULL);
  for (guint i = 0; i < lines->len; i++)
    {
      const Line *line = &g_array_index (lines, Line, i);
      const char *id = geoat_entry_get_key_element (line->entry);

      if (has_headings && !g_str_equal (id, group))
        append_heading (self, geoat_plan_get_framework (plan), id);
      group = id;
      append_entry (self, line->entry, line->number);
    }
  return self;
}

/**
 * geoat_table_rows_append_new:
 * @self: rows
 *
 * Appends the new row, which has no indicator yet.
 */
void
geoat_table_rows_append_new (GeoatTableRows *self)
{
  GeoatTableBlock block = { NULL, NULL, 0, self->rows->len, 1 };
  GeoatRowTarget row = { NULL, NULL };
  guint position = self->blocks->len;

  g_array_append_val (self->rows, row);
  g_array_append_val (self->block_of, position);
  g_array_append_val (self->blocks, block);
}

/**
 * geoat_table_block_is_heading:
 * @block: a block
 *
 * Returns: whether it is the heading of a key element, and has no rows
 */
gboolean
geoat_table_block_is_heading (const GeoatTableBlock *block)
{
  return block->n_rows == 0;
}

/**
 * geoat_table_rows_free:
 * @self: rows
 */
void
geoat_table_rows_free (GeoatTableRows *self)
{
  g_array_unref (self->rows);
  g_array_unref (self->block_of);
  g_array_unref (self->blocks);
  g_hash_table_unref (self->index);
  g_free (self);
}

/**
 * geoat_table_rows_get_n_blocks:
 * @self: rows
 *
 * Returns: how many indicators and headings there are
 */
guint
geoat_table_rows_get_n_blocks (GeoatTableRows *self)
{
  return self->blocks->len;
}

/**
 * geoat_table_rows_get_n_rows:
 * @self: rows
 *
 * Returns: how many rows of the template there are
 */
guint
geoat_table_rows_get_n_rows (GeoatTableRows *self)
{
  return self->rows->len;
}

/**
 * geoat_table_rows_get_block:
 * @self: rows
 * @block: a position
 *
 * Returns: (transfer none): the block
 */
GeoatTableBlock *
geoat_table_rows_get_block (GeoatTableRows *self, guint block)
{
  return &g_array_index (self->blocks, GeoatTableBlock, block);
}

/**
 * geoat_table_rows_get_row:
 * @self: rows
 * @row: a position
 *
 * Returns: (transfer none): what the row is about
 */
GeoatRowTarget *
geoat_table_rows_get_row (GeoatTableRows *self, guint row)
{
  return &g_array_index (self->rows, GeoatRowTarget, row);
}

/**
 * geoat_table_rows_get_block_of_row:
 * @self: rows
 * @row: a position
 *
 * Returns: the position of the block that the row is in
 */
guint
geoat_table_rows_get_block_of_row (GeoatTableRows *self, guint row)
{
  return g_array_index (self->block_of, guint, row);
}

/**
 * geoat_table_rows_find:
 * @self: rows
 * @item: an entry or an action
 * @row: (out): the position of its (first) row
 *
 * Returns: %FALSE when it is not in the table
 */
gboolean
geoat_table_rows_find (GeoatTableRows *self, GeoatItem *item, guint *row)
{
  GeoatItem *entry = GEOAT_IS_ACTION (item) ? geoat_item_get_owner (item) : item;
  guint position = GPOINTER_TO_UINT (g_hash_table_lookup (self->index, entry));
  GeoatTableBlock *block;

  if (position == 0)
    return FALSE;
  block = geoat_table_rows_get_block (self, position - 1);
  for (guint i = 0; i < block->n_rows; i++)
    {
      *row = block->first_row + i;
      if (item == entry || GEOAT_ITEM (geoat_table_rows_get_row (self, *row)->action) == item)
        return TRUE;
    }
  return FALSE;
}

/**
 * geoat_table_column_is_shared:
 * @column: a column of the template, from 0
 *
 * Returns: whether it belongs to the indicator, and spans the rows of its activities
 */
gboolean
geoat_table_column_is_shared (guint column)
{
  return column < N_SHARED_COLUMNS;
}

/**
 * geoat_table_column_get_field:
 * @framework: a framework
 * @column: a column of the template, from 0
 *
 * Returns: the text that the column holds; %GEOAT_FIELD_NONE for the level
 */
GeoatField
geoat_table_column_get_field (GeoatFramework *framework, guint column)
{
  const char *id = geoat_framework_get_column_id (framework, column);

  for (guint field = GEOAT_FIELD_NONE + 1; field < GEOAT_N_FIELDS; field++)
    if (g_strcmp0 (geoat_field_get_info (field)->column, id) == 0)
      return field;
  return GEOAT_FIELD_NONE;
}

/**
 * geoat_table_column_find:
 * @framework: a framework
 * @field: a field of an entry or an action; %GEOAT_FIELD_NONE for the level
 * @column: (out): the column that shows it
 *
 * Returns: %FALSE when no column does
 */
gboolean
geoat_table_column_find (GeoatFramework *framework, GeoatField field, guint *column)
{
  for (*column = 0; *column < GEOAT_N_COLUMNS; (*column)++)
    if (geoat_table_column_get_field (framework, *column) == field)
      return TRUE;
  return FALSE;
}
