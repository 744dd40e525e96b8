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

/**
 * GeoatPaste:
 *
 * What pasting a table would do, before it is done.
 */
typedef struct _GeoatPaste GeoatPaste;

typedef struct
{
  guint row;    /* of the clipboard's table */
  guint column; /* the same */
  char *text;   /* what could not be placed */
  char *message;
} GeoatPasteProblem;

void geoat_paste_free (GeoatPaste *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatPaste, geoat_paste_free)

/* Rows become new entries of a key element, before @position in the plan (G_MAXUINT: after its
 * last). Cells are columns 1 to 8; a first row with the template's headings is skipped. A row whose
 * columns 1 to 4 are empty, or those of the row before, is another action of the same entry. */
GeoatPaste *geoat_paste_new_rows (GeoatPlan *plan,
                                  GeoatClipboardTable *table,
                                  const char *key_element,
                                  guint position); /* full */

/* Cells go where the cursor is and to the right and down, over the rows that are shown. One cell
 * on the clipboard fills all of a selection: pass the last row and column of the selection, or the
 * first again. What goes past the last column or the last row is a problem; the table can offer
 * geoat_paste_new_rows() when the cursor is in column 1 of its last row. */
GeoatPaste *geoat_paste_new_cells (GeoatPlan *plan,
                                   GeoatClipboardTable *table,
                                   const GeoatRowTarget *rows,
                                   guint n_rows,
                                   guint first_row,
                                   guint first_column,
                                   guint last_row,
                                   guint last_column); /* full */

guint geoat_paste_get_n_entries (GeoatPaste *self);     /* new ones */
guint geoat_paste_get_n_actions (GeoatPaste *self);     /* new ones, with those of new entries */
guint geoat_paste_get_n_cells (GeoatPaste *self);       /* that are placed */
GPtrArray *geoat_paste_get_problems (GeoatPaste *self); /* none; of GeoatPasteProblem */

/* One undo step. Once only. The plan must be as it was. */
void geoat_paste_apply (GeoatPaste *self, GeoatHistory *history);
/* The new entries in order, after it was applied: to select them. */
GPtrArray *geoat_paste_get_entries (GeoatPaste *self); /* none; of GeoatEntry */

/* A level as people write it: "3", "N/A", "n.a.", "Beginning implementation", "2 Beginning
 * implementation", "2 – beginning"; digits of any script. @language NULL: English only, else that
 * language and English. "" is NOT_ASSESSED. FALSE: it is no level. */
gboolean geoat_level_parse (GeoatFramework *framework,
                            const char *language,
                            const char *text,
                            GeoatLevel *level);

G_END_DECLS
