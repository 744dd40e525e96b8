/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "core/geoat-language.h"

#include "geoat-pages-private.h"

G_BEGIN_DECLS

/* A font of the texts of pages, in one size for all of them. The units are Pango's. */
typedef struct
{
  PangoContext *context;
  PangoItem *letter; /* a Latin one; %NULL until it is needed */
  PangoFont *font;   /* of the letter */
  int line_height;
  int baseline;
  GHashTable *words; /* set of GeoatPageWord */
  gsize word_bytes;  /* of their texts */
} GeoatPageFont;

/* What texts of a style are drawn with. */
typedef struct
{
  GeoatPageFont *font;
  double unit; /* of the font, in points on paper */
  double grey; /* 0 black */
  cairo_scaled_font_t *scaled_font;
} GeoatPageFace;

/* A word with the space behind it. */
typedef struct
{
  const char *text;
  gsize length;
  PangoItem *item; /* NULL when the word is not plain */
  PangoGlyphString *glyphs;
} GeoatPageWord;

const GeoatPageFace *geoat_page_faces_get (GeoatPageFaces *self, GeoatPageStyle style);
const GeoatPageWord *geoat_page_font_get_word (GeoatPageFont *self, const char *text, gsize length);

G_END_DECLS
