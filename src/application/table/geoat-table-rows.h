/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-clipboard-table.h"
#include "geoat-plan.h"

G_BEGIN_DECLS

#define GEOAT_TABLE_HEADING_COLUMN GEOAT_N_COLUMNS

/**
 * GeoatTableBlock:
 * @entry: the indicator, or %NULL for the heading of a key element, and for the new row
 * @heading: the text of a heading, or %NULL
 * @number: the indicator's number in its key element, from 1
 * @first_row: its first row in the table's list
 * @n_rows: how many rows it has; 0 for a heading, at least 1 for an indicator
 *
 * What stays together in the table: an indicator with the rows of its activities, whose columns 1
 * to 4 span them; or the heading of a key element; or, with a row but no entry, the new row, which
 * becomes an indicator when something is written into it.
 */
typedef struct
{
  GeoatEntry *entry;
  char *heading;
  guint number;
  guint first_row;
  guint n_rows;
} GeoatTableBlock;

/**
 * GeoatTableView:
 * @sort_column: the column that the indicators are sorted by; -1: their order in the plan
 * @descending: whether the last comes first
 * @levels: which levels are shown, one bit for each as geoat_table_view_get_bit() has it; 0: all
 *
 * How the rows are looked at. The plan stays as it is.
 */
typedef struct
{
  int sort_column;
  gboolean descending;
  guint levels;
} GeoatTableView;

guint geoat_table_view_get_bit (GeoatLevel level);

/**
 * GeoatTableRows:
 *
 * The rows of the template in the order of the table.
 */
typedef struct
{
  GArray *blocks;    /* of GeoatTableBlock */
  GArray *rows;      /* of GeoatRowTarget, with the actions; the entries belong to the blocks */
  GArray *block_of;  /* of guint: the block of each row */
  GHashTable *index; /* GeoatEntry: its block, plus one */
} GeoatTableRows;

void geoat_table_rows_append_new (GeoatTableRows *self);
GeoatTableRows *geoat_table_rows_new (GeoatPlan *plan,
                                      GeoatRound *round,
                                      const char *key_element,
                                      const GeoatTableView *view);
void geoat_table_rows_free (GeoatTableRows *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatTableRows, geoat_table_rows_free)

guint geoat_table_rows_get_n_blocks (GeoatTableRows *self);
guint geoat_table_rows_get_n_rows (GeoatTableRows *self);
GeoatTableBlock *geoat_table_rows_get_block (GeoatTableRows *self, guint block);
GeoatRowTarget *geoat_table_rows_get_row (GeoatTableRows *self, guint row);
guint geoat_table_rows_get_block_of_row (GeoatTableRows *self, guint row);
gboolean geoat_table_block_is_heading (const GeoatTableBlock *block);
gboolean geoat_table_rows_find (GeoatTableRows *self, GeoatItem *item, guint *row);

gboolean geoat_table_column_is_shared (guint column);
GeoatField geoat_table_column_get_field (GeoatFramework *framework, guint column);
gboolean geoat_table_column_find (GeoatFramework *framework, GeoatField field, guint *column);

G_END_DECLS
