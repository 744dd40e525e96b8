/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-sheet.h"
#include "geoat-own-texts.h"

G_BEGIN_DECLS

/* What is special about the style of a paragraph. */
typedef enum
{
  GEOAT_DOCUMENT_STYLE_NONE,
  GEOAT_DOCUMENT_STYLE_HEADING,
  GEOAT_DOCUMENT_STYLE_OURS, /* that of a text that our own documents have beside the template */
} GeoatDocumentStyle;

/* What a Word document is read from, and into. */
typedef struct
{
  GBytes *package;
  GPtrArray *relations; /* of the part with its text, or NULL */
  GPtrArray *sheets;
  GHashTable *texts;  /* of its notes */
  GHashTable *styles; /* their ids → GeoatDocumentStyle, both as pointers; NULL: none is special */
  GeoatOwnTexts *own;
  GCancellable *cancellable;
} GeoatDocxReader;

/* Reads a part with text: its tables into @sheets, and its notes. */
gboolean geoat_document_read_part (const GeoatDocxReader *document,
                                   GBytes *part,
                                   GPtrArray *sheets,
                                   GError **error);

G_END_DECLS
