/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-clipboard-table.h"

G_BEGIN_DECLS

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
                                   guint last_column,
                                   const char *key_element); /* full */

guint geoat_paste_get_n_entries (GeoatPaste *self);     /* new ones */
guint geoat_paste_get_n_actions (GeoatPaste *self);     /* new ones, with those of new entries */
guint geoat_paste_get_n_cells (GeoatPaste *self);       /* that are placed */
GPtrArray *geoat_paste_get_problems (GeoatPaste *self); /* none; of GeoatPasteProblem */

/* One undo step. Once only. The plan must be as it was. */
void geoat_paste_apply (GeoatPaste *self, GeoatHistory *history);
/* The new entries in order, after it was applied: to select them. */
GPtrArray *geoat_paste_get_entries (GeoatPaste *self); /* none; of GeoatEntry */

G_END_DECLS
