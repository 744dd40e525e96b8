/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The fonts of pages.
 *
 * How it works: there are two fonts, a normal and a bold one, those of the charts, and a style
 * takes a factor on their size.
 */
#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include <hb.h>

#include "geoat-chart-font.h"
#include "geoat-pages-fonts.h"

typedef struct
{
  double size; /* points */
  PangoWeight weight;
  double grey;
} Style;

static const Style styles[GEOAT_N_PAGE_STYLES] = {
  [GEOAT_PAGE_STYLE_TITLE] = { 26, PANGO_WEIGHT_BOLD, 0.1 },
  [GEOAT_PAGE_STYLE_SUBTITLE] = { 13, PANGO_WEIGHT_NORMAL, 0.3 },
  [GEOAT_PAGE_STYLE_HEADING] = { 15, PANGO_WEIGHT_BOLD, 0.1 },
  [GEOAT_PAGE_STYLE_SUBHEADING] = { 11.5, PANGO_WEIGHT_BOLD, 0.1 },
  [GEOAT_PAGE_STYLE_BODY] = { 9.5, PANGO_WEIGHT_NORMAL, 0.1 },
  [GEOAT_PAGE_STYLE_STRONG] = { 9.5, PANGO_WEIGHT_BOLD, 0.1 },
  [GEOAT_PAGE_STYLE_SMALL] = { 8, PANGO_WEIGHT_NORMAL, 0.3 },
  [GEOAT_PAGE_STYLE_CELL] = { 7.8, PANGO_WEIGHT_NORMAL, 0.1 },
  [GEOAT_PAGE_STYLE_CELL_HEADING] = { 7.8, PANGO_WEIGHT_BOLD, 0.1 },
  [GEOAT_PAGE_STYLE_FIGURE] = { 22, PANGO_WEIGHT_BOLD, 0.1 },
};

struct _GeoatPageFaces
{
  GeoatPageFont normal;
  GeoatPageFont bold;
  GeoatPageFace faces[GEOAT_N_PAGE_STYLES];
};

static void
font_init (GeoatPageFont *self, GeoatLanguage *language, PangoWeight weight)
{
  self->context = geoat_chart_font_create_context (language, weight);
  if (geoat_language_is_right_to_left (language))
    pango_context_set_base_dir (self->context, PANGO_DIRECTION_RTL);
  self->attributes = pango_attr_list_new ();
  pango_attr_list_insert (self->attributes, pango_attr_font_features_new ("liga=0"));
  self->others = g_ptr_array_new_with_free_func (g_object_unref);
  self->words = geoat_page_words_new ();
  self->paragraphs = g_hash_table_new_full (NULL, NULL, NULL, geoat_page_paragraph_free);
}

static void
font_clear (GeoatPageFont *self)
{
  g_clear_object (&self->context);
  g_clear_pointer (&self->attributes, pango_attr_list_unref);
  g_clear_pointer (&self->letter, pango_item_free);
  g_clear_pointer (&self->others, g_ptr_array_unref);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_clear_pointer (&self->paragraphs, g_hash_table_unref);
}

/* Which glyphs tell by themselves what they stand for: whoever asks the font about a glyph is told
 * the first character that has it. */
static void
font_map_ascii (GeoatPageFont *self)
{
  hb_font_t *font = pango_font_get_hb_font (self->font);

  for (guint c = 1; c < G_N_ELEMENTS (self->ascii); c++)
    {
      hb_codepoint_t glyph;

      if (!hb_font_get_nominal_glyph (font, c, &glyph))
        continue;
      self->ascii[c] = glyph;
      for (guint before = 1; before < c; before++)
        if (self->ascii[before] == glyph)
          self->ascii[c] = 0;
    }
}

/* What a line of Latin letters is like, without a PangoLayout: that would ask for the metrics of
 * the font, for which Pango looks for the font anew and lays a pangram out. */
static void
font_measure (GeoatPageFont *self)
{
  GList *items = pango_itemize (self->context, "x", 0, 1, self->attributes, NULL);
  PangoGlyphString *glyphs = pango_glyph_string_new ();
  PangoRectangle logical;

  self->letter = items->data;
  self->font = self->letter->analysis.font;
  pango_shape ("x", 1, &self->letter->analysis, glyphs);
  pango_glyph_string_extents (glyphs, self->font, NULL, &logical);
  self->line_height = logical.height;
  self->baseline = -logical.y;
  pango_glyph_string_free (glyphs);
  g_list_free (items);
  font_map_ascii (self);
}

GeoatPageFaces *
geoat_page_faces_new (GeoatLanguage *language)
{
  GeoatPageFaces *self = g_new0 (GeoatPageFaces, 1);

  font_init (&self->normal, language, PANGO_WEIGHT_NORMAL);
  font_init (&self->bold, language, PANGO_WEIGHT_BOLD);
  return self;
}

void
geoat_page_faces_free (GeoatPageFaces *self)
{
  for (guint i = 0; i < GEOAT_N_PAGE_STYLES; i++)
    g_clear_pointer (&self->faces[i].scaled_fonts, g_ptr_array_unref);
  font_clear (&self->normal);
  font_clear (&self->bold);
  g_free (self);
}

/* Forgets the paragraphs, and so the texts that were laid out. */
void
geoat_page_faces_forget (GeoatPageFaces *self)
{
  g_hash_table_remove_all (self->normal.paragraphs);
  g_hash_table_remove_all (self->bold.paragraphs);
}

static void
destroy_scaled_font (gpointer data)
{
  if (data != NULL)
    cairo_scaled_font_destroy (data);
}

/* The same font for cairo, larger or smaller. */
static cairo_scaled_font_t *
scale_font (PangoFont *font, double scale)
{
  cairo_scaled_font_t *own = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_scaled_font_t *scaled_font;
  cairo_matrix_t matrix, ctm;

  cairo_scaled_font_get_font_options (own, options);
  cairo_scaled_font_get_font_matrix (own, &matrix);
  cairo_matrix_scale (&matrix, scale, scale);
  cairo_scaled_font_get_ctm (own, &ctm);
  scaled_font =
      cairo_scaled_font_create (cairo_scaled_font_get_font_face (own), &matrix, &ctm, options);
  cairo_font_options_destroy (options);
  return scaled_font;
}

/* What texts of @style are set and drawn with. */
const GeoatPageFace *
geoat_page_faces_get (GeoatPageFaces *self, GeoatPageStyle style)
{
  GeoatPageFace *face = &self->faces[style];
  const Style *look = &styles[style];

  if (face->font != NULL)
    return face;

  face->font = look->weight == PANGO_WEIGHT_BOLD ? &self->bold : &self->normal;
  if (face->font->font == NULL)
    font_measure (face->font);
  face->unit = look->size / GEOAT_CHART_FONT_SIZE / PANGO_SCALE;
  face->grey = look->grey;
  face->scaled_fonts = g_ptr_array_new_with_free_func (destroy_scaled_font);
  return face;
}

/* The font of glyphs (see GeoatPageGlyph) for cairo. */
cairo_scaled_font_t *
geoat_page_face_get_scaled_font (const GeoatPageFace *self, guint font)
{
  gpointer *scaled_font;

  if (font >= self->scaled_fonts->len)
    g_ptr_array_set_size (self->scaled_fonts, (int) font + 1);
  scaled_font = &g_ptr_array_index (self->scaled_fonts, font);
  if (*scaled_font == NULL)
    *scaled_font =
        scale_font (font == 0 ? self->font->font : g_ptr_array_index (self->font->others, font - 1),
                    self->unit * PANGO_SCALE);
  return *scaled_font;
}
