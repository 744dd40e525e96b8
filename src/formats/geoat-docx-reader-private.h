/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-sheet.h"

G_BEGIN_DECLS

/* What a Word document is read from, and into. */
typedef struct
{
  GBytes *package;
  GPtrArray *relations; /* of the part with its text, or NULL */
  GPtrArray *sheets;
  GHashTable *texts;    /* of its notes */
  GHashTable *headings; /* a set of the ids of the styles of such */
  GCancellable *cancellable;
} GeoatDocument;

/* Reads a part with text: its tables into @sheets, and its notes. */
gboolean geoat_document_read_part (const GeoatDocument *document,
                                   GBytes *part,
                                   GPtrArray *sheets,
                                   GError **error);

G_END_DECLS
