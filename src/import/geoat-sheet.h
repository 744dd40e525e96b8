/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GEOAT_SHEET_ROW_SIZE 160 /* what a row takes in memory, beside its cells */

/**
 * GeoatAsideKind:
 * @GEOAT_ASIDE_TEXT: text outside of the tables that is no heading
 * @GEOAT_ASIDE_COMMENT: a comment that someone has put beside a cell or a text
 * @GEOAT_ASIDE_APART: text that is neither in a table nor between them: in a header, a footer, a
 * note that nothing refers to, a text box that floats over a sheet
 * @GEOAT_ASIDE_MISSING: what the file refers to and does not have
 * @GEOAT_ASIDE_QUOTE: the text of a cell in which a quotation mark was in the wrong place
 * @GEOAT_ASIDE_PICTURE: a picture, by its name or alternative text; "" when it has none
 * @GEOAT_ASIDE_OBJECT: a chart, drawing, attached file or document that was inserted, by its name
 * @GEOAT_ASIDE_LINK: where a link in the cell leads
 * @GEOAT_ASIDE_HIDDEN: text that the file hides, and that is in no cell
 * @GEOAT_ASIDE_STRUCK: text of a cell that is struck through, and stands in the cell too
 * @GEOAT_ASIDE_DELETED: text that tracked changes have deleted with its row or cell
 * @GEOAT_ASIDE_SHOWN: how the file shows the cell, where that says more than the cell's text
 * @GEOAT_ASIDE_LOST: a part of the file that nothing in it leads to, by its name
 * @GEOAT_ASIDE_UNSEEN: rows, columns or a sheet that are hidden, "3–5", "C–E" or its name; they are
 *   there like the others
 * @GEOAT_ASIDE_SHIFTED: the first text of a row whose cells do not stand below those of the other
 *   rows, and were taken in their order
 * @GEOAT_ASIDE_SIGN: a text with a sign of a font of pictures that has no meaning elsewhere
 * @GEOAT_ASIDE_PROMPT: what is shown to whoever fills in a cell
 * @GEOAT_ASIDE_CAPTION: the title or description of a table
 * @GEOAT_ASIDE_CONTENTS: a table of contents, line by line
 * @GEOAT_ASIDE_INSERTED: another document that is inserted and not read, by its name
 *
 * What a file says that stands in no cell.
 */
typedef enum
{
  GEOAT_ASIDE_TEXT,
  GEOAT_ASIDE_COMMENT,
  GEOAT_ASIDE_APART,
  GEOAT_ASIDE_MISSING,
  GEOAT_ASIDE_QUOTE,
  GEOAT_ASIDE_PICTURE,
  GEOAT_ASIDE_OBJECT,
  GEOAT_ASIDE_LINK,
  GEOAT_ASIDE_HIDDEN,
  GEOAT_ASIDE_STRUCK,
  GEOAT_ASIDE_DELETED,
  GEOAT_ASIDE_SHOWN,
  GEOAT_ASIDE_LOST,
  GEOAT_ASIDE_UNSEEN,
  GEOAT_ASIDE_SHIFTED,
  GEOAT_ASIDE_SIGN,
  GEOAT_ASIDE_PROMPT,
  GEOAT_ASIDE_CAPTION,
  GEOAT_ASIDE_CONTENTS,
  GEOAT_ASIDE_INSERTED,
} GeoatAsideKind;

/**
 * GeoatAside:
 * @kind: what it is
 * @row: where the row of its cell stands in the file, from 1; 0: it is beside no cell
 * @column: the column of its cell, from 1; or 0
 * @text: what it says; of what is missing, how the file refers to it
 *
 * Something that belongs to a table and stands in none of its cells.
 */
typedef struct
{
  GeoatAsideKind kind;
  guint row;
  guint column;
  char *text;
} GeoatAside;

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
 * @asides: an array of #GeoatAside: what else there is in it, or above it
 * @encoding: (nullable): the encoding of the file, when it had to be guessed
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
  GPtrArray *asides;
  const char *encoding;
} GeoatSheet;

GeoatSheet *geoat_sheet_new (const char *name);
GeoatSheet *geoat_sheet_new_from_lines (const char *text,
                                        gsize *size,
                                        GCancellable *cancellable,
                                        GError **error); /* full */
void geoat_sheet_free (GeoatSheet *self);
void geoat_sheet_take_row (GeoatSheet *self, char **cells, guint number);
gboolean geoat_sheet_add_aside (
    GeoatSheet *self, GeoatAsideKind kind, guint row, guint column, const char *text, gsize *size);
gboolean geoat_sheet_reserve (gsize *size, gsize length);
gboolean geoat_sheet_fail_too_large (GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatSheet, geoat_sheet_free)

G_END_DECLS
