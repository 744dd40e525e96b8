/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "geoat-history.h"

G_BEGIN_DECLS

#define GEOAT_CLIPBOARD_MAX_SIZE (16u << 20) /* bytes */

/**
 * GeoatClipboardTable:
 *
 * Rows of cells, as LibreOffice Calc and Excel put them on the clipboard as text: tabs between
 * cells, a line for each row, quotes around cells with line breaks. Reference counted.
 */
typedef struct _GeoatClipboardTable GeoatClipboardTable;

GeoatClipboardTable *geoat_clipboard_table_new (void); /* full */
GeoatClipboardTable *geoat_clipboard_table_ref (GeoatClipboardTable *self);
void geoat_clipboard_table_unref (GeoatClipboardTable *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatClipboardTable, geoat_clipboard_table_unref)

/* INVALID: not UTF-8; TOO_LARGE: more than 16 MiB. */
GeoatClipboardTable *
geoat_clipboard_table_parse (const char *text, gssize length, GError **error); /* full */
char *geoat_clipboard_table_to_text (GeoatClipboardTable *self);               /* full */

guint geoat_clipboard_table_get_n_rows (GeoatClipboardTable *self);
guint geoat_clipboard_table_get_n_columns (GeoatClipboardTable *self); /* of the longest row */
/* "" where a row is shorter. */
const char *geoat_clipboard_table_get_cell (GeoatClipboardTable *self, guint row, guint column);
/* Appends to the last row; a new table has none. */
void geoat_clipboard_table_add_row (GeoatClipboardTable *self);
void geoat_clipboard_table_add_cell (GeoatClipboardTable *self, const char *text);

/**
 * GeoatRowTarget:
 * @entry: the entry
 * @action: the action whose columns 5 to 8 the row shows; %NULL when the entry has none
 *
 * One row of the template as a table shows it. Columns 1 to 4 belong to the entry.
 */
typedef struct
{
  GeoatEntry *entry;
  GeoatAction *action;
} GeoatRowTarget;

/* Copying: columns from @first_column to @last_column (0 to 7), levels as "3" or "N/A". Columns 1
 * to 4 are empty in rows after the first of an entry. */
GeoatClipboardTable *geoat_clipboard_table_copy (GeoatPlan *plan,
                                                 GeoatRound *round,
                                                 const GeoatRowTarget *rows,
                                                 guint n_rows,
                                                 guint first_column,
                                                 guint last_column); /* full */

G_END_DECLS
