/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GEOAT_SHEET_ROW_SIZE 160 /* what a row takes in memory, beside its cells */

/**
 * GeoatSheet:
 * @name: what the table is called in its file: the name of a sheet; the paragraphs above a table, a
 *   line each; "" when it has none
 * @name_is_text: the name is text that stands above the table; the table has no rows when text
 *   stands alone
 * @follows: it belongs to what the one before it belongs to, unless it says otherwise
 * @rows: an array of string vectors: the cells of each row, as many as it has; a cell that is one
 *   with the one above it has its text
 * @numbers: an array of guint: where each row stands in the file, from 1
 * @merged: a set of the rows that have a cell which is one with the one above it and has text
 *
 * A table that someone else's program has written.
 */
typedef struct
{
  char *name;
  gboolean name_is_text;
  gboolean follows;
  GPtrArray *rows;
  GArray *numbers;
  GHashTable *merged;
} GeoatSheet;

GeoatSheet *geoat_sheet_new (const char *name);
GeoatSheet *geoat_sheet_new_from_lines (const char *text, gsize *size);
void geoat_sheet_free (GeoatSheet *self);
void geoat_sheet_take_row (GeoatSheet *self, char **cells, guint number);
gboolean geoat_sheet_reserve (gsize *size, gsize length);
gboolean geoat_sheet_fail_too_large (GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatSheet, geoat_sheet_free)

G_END_DECLS
