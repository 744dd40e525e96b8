/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-sheet.h"
#include "geoat-own-texts.h"
#include "geoat-part-reader.h"
#include "geoat-xlsx-formats.h"

G_BEGIN_DECLS

/* Between the parts of a workbook and its sheets, while it is read. */

#define GEOAT_WORKBOOK_MAX_ROWS 1048576 /* what a sheet can have */

/* Where a link begins. */
typedef struct
{
  guint row; /* of its first cell, from 1 */
  guint column;
  char *relation;
} GeoatXlsxLink;

typedef struct
{
  GBytes *package;
  GPtrArray *names;     /* of SheetName */
  GPtrArray *relations; /* of GeoatRelation */
  GPtrArray *strings;
  GPtrArray *struck;   /* what of each string is struck through, or NULL */
  GPtrArray *formats;  /* of GeoatXlsxFormat, by style */
  GPtrArray *links;    /* of GeoatXlsxLink, of the present sheet */
  GHashTable *reached; /* a set of the names of the parts that relations lead to */
  gboolean since_1904;
  GeoatOwnTexts *own;
  gsize size;         /* of the tables, see geoat_sheet_reserve() */
  gsize strings_size; /* of the shared strings, likewise */
  gboolean too_large; /* there was more than fits */
  GCancellable *cancellable;
} GeoatWorkbook;

/* FALSE with an error: why the workbook is not read to its end. */
gboolean geoat_workbook_fail (GeoatWorkbook *self, GError **error);

/* A text without the codes of characters that XML does not have, full. */
char *geoat_workbook_unescape (const char *text);
/* An attribute of the present element; -1: it is no number from 0, or there is none. */
int geoat_workbook_get_number (xmlTextReaderPtr xml, const char *name);
/* The column and row of an address such as "C12", both from 0; FALSE: it is none. */
gboolean geoat_workbook_parse_address (const char *address, guint *column, guint *row);
/* Tells of something beside a cell; @column and @row from 1. */
void geoat_workbook_add_aside (GeoatWorkbook *self,
                               GeoatSheet *sheet,
                               GeoatAsideKind kind,
                               guint row,
                               guint column,
                               const char *text);

void geoat_xlsx_link_free (GeoatXlsxLink *link);

/* Tells of a header or footer as it is written: "&C&P / &N". */
void geoat_workbook_take_margin (GeoatWorkbook *self, GeoatSheet *sheet, const char *margin);

/* The sheet in a part, full; NULL: it is not what it should be, too large, or nobody wants it. */
GeoatSheet *geoat_workbook_read_cells (GeoatWorkbook *self, const char *name, GBytes *part);
/* Reads what stands beside the cells of the sheet that is in the part of that name. */
gboolean geoat_workbook_read_beside (GeoatWorkbook *self,
                                     GeoatSheet *sheet,
                                     const char *name,
                                     GError **error);

G_END_DECLS
