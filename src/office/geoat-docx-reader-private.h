/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-sheet.h"
#include "geoat-docx-numbering.h"
#include "geoat-docx-styles.h"
#include "geoat-own-texts.h"
#include "geoat-package.h"
#include "geoat-part-reader.h"

G_BEGIN_DECLS

/* What a Word document is read from, and into. */
typedef struct
{
  GBytes *package;
  GPtrArray *relations; /* of the part that is being read */
  GPtrArray *sheets;
  GHashTable *texts;  /* of its notes */
  GHashTable *told;   /* a set of the keys of those that a number was seen of */
  GHashTable *styles; /* their ids → GeoatDocxStyle; NULL: none is special */
  GeoatDocxNumbering *numbering;
  GeoatOwnTexts *own;
  GCancellable *cancellable;
} GeoatDocxReader;

/* A table that is being read, inside of others. */
typedef struct
{
  GeoatSheet *sheet;
  int row_depth;          /* of the element of the row in the document */
  int cell_depth;         /* of that of the cell */
  guint number;           /* of the row, in the table */
  guint n_above;          /* cells of the row above */
  guint n_most;           /* cells of the row that has most, however wide */
  GPtrArray *row;         /* the cells of the row so far, or NULL */
  GArray *starts;         /* of guint: where its cells begin, see geoat-docx-reader-rows.c */
  GPtrArray *shapes;      /* of such arrays, of all rows */
  GString *cell;          /* or NULL */
  gboolean has_paragraph; /* the cell has one already */
  guint span;
  gboolean continues;       /* the cell is one with that above it */
  gboolean merged;          /* a cell of the row was, and had text */
  gboolean is_deleted;      /* the row is, in a change that is tracked */
  gboolean is_cell_deleted; /* the cell is */
  GPtrArray *inner;         /* of GeoatDocxInner */
} GeoatDocxTable;

/* A table that stood in a cell, and where its text stands in that. */
typedef struct
{
  GeoatSheet *sheet;
  guint row; /* its place in the rows of the sheet */
  guint column;
  gsize start;
  gsize end;
} GeoatDocxInner;

/* How a run looks, as far as that says something. */
typedef struct
{
  gboolean hidden;
  gboolean struck;
  int raised;         /* 1: a superscript, -1: a subscript */
  gboolean is_prompt; /* in the style of invitations to fill in a form field */
  char *font;         /* of pictures, or NULL */
} GeoatDocxRun;

/* Where formats are read: of a run, a paragraph and its end, a row, a cell, a table. */
typedef enum
{
  GEOAT_DOCX_IN_TEXT,
  GEOAT_DOCX_IN_RUN,
  GEOAT_DOCX_IN_PARAGRAPH,
  GEOAT_DOCX_IN_MARK,
  GEOAT_DOCX_IN_ROW,
  GEOAT_DOCX_IN_CELL,
  GEOAT_DOCX_IN_TABLE,
} GeoatDocxFormat;

typedef struct
{
  xmlTextReaderPtr xml;
  GPtrArray *sheets;
  const GeoatDocxReader *document;
  GString *text;          /* the paragraphs since the last table */
  GPtrArray *tables;      /* of GeoatDocxTable, the innermost last */
  int depth;              /* of tables, also of those that are only read as text */
  GeoatSheet *next;       /* the table that comes next, or what stands behind the last one */
  gboolean has_paragraph; /* the text has one already */
  gboolean joins;         /* the end of the paragraph is deleted: the next one goes on in it */

  GeoatDocxFormat format;
  int format_depth;            /* of its element in the document */
  gsize paragraph;             /* where the present one begins in the text */
  const GeoatDocxStyle *style; /* of it, or NULL */
  int num_id, num_level;       /* its numbering; -1: that of its style */
  char *number;                /* that is not written yet, or NULL */
  GString *contents;           /* a table of contents */
  GeoatDocxRun run;
  GString *hidden; /* of the paragraph */
  GString *struck; /* likewise */
  GString *math;   /* a formula that is being read, or NULL */
  gsize part;      /* where the present part of a fraction begins in it */

  char *description;    /* of the last drawing, or NULL */
  char *name;           /* likewise */
  gboolean has_box;     /* the drawing has text that is read */
  GeoatAsideKind drawn; /* what the drawing is */
  int in_drawing;       /* its depth in the document, or 0 */

  gboolean in_page_number;
  GString *instruction; /* of the field that is being read */
  GHashTable *notes;    /* "footnoteReference2" → text of those that no number was seen of yet */
  char *note;           /* the key of the note that is being read, or NULL */
  GPtrArray *choices;   /* of the drop-down list of an old form, or NULL */
  guint64 chosen;       /* of them */
  int is_box;           /* there is a box of an old form: 1 ticked, 0 not; -1: there is none */
  gboolean invites;     /* the form field that was begun has but its invitation to fill it in */
  int invitation;       /* the depth of that invitation in the document, or 0 */
  gboolean ends_box;    /* what comes next is text behind a text box */
  gsize size;           /* of the tables, see geoat_sheet_reserve() */
  gboolean too_large;   /* there was more than fits */
} GeoatDocxText;

/* Reads a part with text: its tables into @sheets, and its notes. */
gboolean geoat_docx_reader_read_part (const GeoatDocxReader *document,
                                      GBytes *part,
                                      GPtrArray *sheets,
                                      GError **error);
/* The text of a part of a drawing, a chart for example, full; NULL: there is none. */
char *geoat_docx_reader_read_drawn (const GeoatDocxReader *document, const char *id);

/* Between the files of the reader */

void geoat_docx_text_append (GeoatDocxText *self, const char *text);
void geoat_docx_text_append_raw (GeoatDocxText *self, const char *text);
void geoat_docx_text_add_aside (GeoatDocxText *self, GeoatAsideKind kind, const char *text);
gboolean geoat_docx_text_reserve (GeoatDocxText *self, gsize length);
GeoatDocxTable *geoat_docx_text_get_table (GeoatDocxText *self);

/* Tables, see geoat-docx-reader-rows.c. */
void geoat_docx_text_begin_table (GeoatDocxText *self);
void geoat_docx_text_end_table (GeoatDocxText *self);
void geoat_docx_text_begin_row (GeoatDocxText *self);
void geoat_docx_text_end_row (GeoatDocxText *self);
void geoat_docx_text_begin_cell (GeoatDocxText *self);
void geoat_docx_text_end_cell (GeoatDocxText *self);
void geoat_docx_text_skip_columns (GeoatDocxText *self, guint n);
GeoatSheet *geoat_docx_text_take_next (GeoatDocxText *self);
void geoat_docx_table_free (GeoatDocxTable *table);

/* What stands in lines, see geoat-docx-reader-inline.c: TRUE when it was for them. */
gboolean geoat_docx_text_begin_inline (GeoatDocxText *self, const char *name);
gboolean geoat_docx_text_end_inline (GeoatDocxText *self, const char *name);
gboolean geoat_docx_text_begin_drawing (GeoatDocxText *self, const char *name);
gboolean geoat_docx_text_end_drawing (GeoatDocxText *self, const char *name);
void geoat_docx_text_take_instruction (GeoatDocxText *self);

G_END_DECLS
