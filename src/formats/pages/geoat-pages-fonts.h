/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pangocairo.h>

#include "geoat-language.h"

#include "geoat-pages-private.h"

G_BEGIN_DECLS

/* A font of the texts of pages, in one size for all of them. The units are Pango's. */
typedef struct
{
  PangoContext *context;
  PangoAttrList *attributes; /* of words */
  PangoItem *letter;         /* a Latin one; %NULL until it is needed */
  PangoFont *font;           /* of the letter */
  GPtrArray *others;         /* of PangoFont: those of words that it has not all letters of */
  PangoGlyph ascii[0x80];    /* of each character, if no character before it has the same; or 0 */
  int line_height;
  int baseline;
  GHashTable *words;      /* set of GeoatPageWord */
  gsize word_bytes;       /* of their texts */
  GHashTable *paragraphs; /* start of a text → GeoatPageParagraph */
} GeoatPageFont;

/* What texts of a style are drawn with. */
typedef struct
{
  GeoatPageFont *font;
  double unit;             /* of the font, in points on paper */
  double grey;             /* 0 black */
  GPtrArray *scaled_fonts; /* of cairo_scaled_font_t: the font, then the others; not all of them */
} GeoatPageFace;

/* The last number of a font, see below. */
#define GEOAT_PAGE_MAX_FONT 255

/* A glyph of a word or a paragraph. What follows @byte is of its cluster, and stands with its first
 * glyph. */
typedef struct
{
  PangoGlyph index;
  int width;
  int x_offset;
  int y_offset;
  int byte;            /* where its cluster begins, from the start */
  guint may_break : 1; /* a line may begin with it */
  guint breaks_with_hyphen : 1;
  guint is_white : 1; /* it ends with a space */
  guint is_spelt : 1; /* it is what the font has for its one character, which is ASCII */
  guint font : 8;     /* 0, or 1 + the place among the others */
} GeoatPageGlyph;

/* A word with the space behind it. */
typedef struct
{
  const char *text;
  gsize length;
  guint n_glyphs;
  GeoatPageGlyph *glyphs; /* %NULL when it is not plain */
  guint begins_line : 1;  /* a line may begin with it, after any word that ends a line */
  guint ends_line : 1;    /* a line may end with it, before any word that begins a line */
} GeoatPageWord;

/* A paragraph that is all plain words. */
typedef struct
{
  const char *start;
  int length;
  guint n_glyphs;
  GeoatPageGlyph *glyphs; /* %NULL when it is not plain */
} GeoatPageParagraph;

const GeoatPageFace *geoat_page_faces_get (GeoatPageFaces *self, GeoatPageStyle style);
cairo_scaled_font_t *geoat_page_face_get_scaled_font (const GeoatPageFace *self,
                                                      guint font); /* none */

/* geoat-pages-words.c */
const GeoatPageWord *geoat_page_font_get_word (GeoatPageFont *self, const char *text, gsize length);
GHashTable *geoat_page_words_new (void); /* full */

/* geoat-pages-paragraph.c */
const GeoatPageParagraph *
geoat_page_font_get_paragraph (GeoatPageFont *self, const char *start, int length);
void geoat_page_paragraph_free (gpointer data);

G_END_DECLS
