/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to src/core: texts without what finding does not care about. */

/**
 * GeoatFold:
 * @text: the folded text
 * @length: its bytes
 * @map: for each byte of @text, and one for its end, where the character that it came from starts
 * in the original; %NULL: at the same place
 */
typedef struct
{
  char *text;
  gsize length;
  guint32 *map;
} GeoatFold;

void geoat_fold_init (GeoatFold *self, const char *text);
void geoat_fold_clear (GeoatFold *self);
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GeoatFold, geoat_fold_clear)

/* Where bytes @from to @to of the folded text are in the original: whole characters, with the marks
 * on the last one. */
void geoat_fold_get_original (
    const GeoatFold *self, const char *original, gsize from, gsize to, gsize *start, gsize *length);

char *geoat_fold_text (const char *text); /* full; only the folded text */

G_END_DECLS
