/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The fonts of pages, and the words that are set in them.
 *
 * How it works: there are two fonts, a normal and a bold one, those of the charts, and a style
 * takes a factor on their size.
 *
 * A font keeps its words, for a plan says the same few thousand over and over: a word is shaped
 * once, with the space behind it, and is plain when it is of this font alone, from left to right.
 */
#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include <string.h>

#include "charts/geoat-chart-font.h"
#include "geoat-pages-fonts.h"

/* The words that a font keeps have not more bytes than this: with their glyphs that is some 3 MB.
 * When there are more, all are shaped anew. */
#define MAX_WORD_BYTES ((gsize) 50000)

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

static guint
hash_word (gconstpointer data)
{
  const GeoatPageWord *word = data;
  guint hash = 5381;

  for (gsize i = 0; i < word->length; i++)
    hash = hash * 33 + (guchar) word->text[i];
  return hash;
}

static gboolean
equal_words (gconstpointer a, gconstpointer b)
{
  const GeoatPageWord *one = a, *other = b;

  return one->length == other->length && memcmp (one->text, other->text, one->length) == 0;
}

static void
free_word (gpointer data)
{
  GeoatPageWord *self = data;

  g_clear_pointer (&self->item, pango_item_free);
  g_clear_pointer (&self->glyphs, pango_glyph_string_free);
  g_free ((char *) self->text);
  g_free (self);
}

static void
font_init (GeoatPageFont *self, GeoatLanguage *language, PangoWeight weight)
{
  self->context = geoat_chart_font_create_context (language, weight);
  if (geoat_language_is_right_to_left (language))
    pango_context_set_base_dir (self->context, PANGO_DIRECTION_RTL);
  self->words = g_hash_table_new_full (hash_word, equal_words, free_word, NULL);
  self->paragraphs = g_hash_table_new_full (NULL, NULL, NULL, geoat_page_paragraph_free);
}

static void
font_clear (GeoatPageFont *self)
{
  g_clear_object (&self->context);
  g_clear_pointer (&self->letter, pango_item_free);
  g_clear_pointer (&self->words, g_hash_table_unref);
  g_clear_pointer (&self->paragraphs, g_hash_table_unref);
}

/* What a line of Latin letters is like, without a PangoLayout: that would ask for the metrics of
 * the font, for which Pango looks for the font anew and lays a pangram out. */
static void
font_measure (GeoatPageFont *self)
{
  GList *items = pango_itemize (self->context, "x", 0, 1, NULL, NULL);
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
    g_clear_pointer (&self->faces[i].scaled_font, cairo_scaled_font_destroy);
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

/* The same font for cairo, in another size. */
static cairo_scaled_font_t *
scale_font (PangoFont *font, double size)
{
  cairo_scaled_font_t *own = pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (font));
  cairo_font_options_t *options = cairo_font_options_create ();
  cairo_scaled_font_t *scaled_font;
  cairo_matrix_t matrix, ctm;

  cairo_scaled_font_get_font_options (own, options);
  cairo_scaled_font_get_font_matrix (own, &matrix);
  cairo_matrix_scale (&matrix, size / GEOAT_CHART_FONT_SIZE, size / GEOAT_CHART_FONT_SIZE);
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
  face->scaled_font = scale_font (face->font->font, look->size);
  return face;
}

/* A word of ASCII with a letter in it is one item, and like any other. */
static gboolean
is_ascii_word (const char *text, gsize length)
{
  gboolean has_letter = FALSE;

  for (gsize i = 0; i < length; i++)
    {
      if ((guchar) text[i] >= 0x80)
        return FALSE;
      has_letter = has_letter || g_ascii_isalpha (text[i]);
    }
  return has_letter;
}

/* The one item of a word that is plain, or %NULL. */
static PangoItem *
itemize (const GeoatPageFont *font, const char *text, gsize length)
{
  GList *items;
  PangoItem *item;

  if (is_ascii_word (text, length))
    {
      item = pango_item_copy (font->letter);
      item->length = (int) length;
      item->num_chars = (int) length;
      return item;
    }

  /* a mark that belongs to the space before */
  if (g_unichar_ismark (g_utf8_get_char (text)))
    return NULL;

  items = pango_itemize_with_base_dir (font->context, PANGO_DIRECTION_LTR, text, 0, (int) length,
                                       NULL, NULL);
  item = items->data;
  if (items->next != NULL || item->analysis.level != 0 || item->analysis.font != font->font)
    {
      g_list_free_full (items, (GDestroyNotify) pango_item_free);
      return NULL;
    }
  g_list_free (items);
  return item;
}

/* Whether all glyphs can be drawn as they are, a cluster after the other. */
static gboolean
has_plain_glyphs (const PangoGlyphString *glyphs)
{
  for (int i = 0; i < glyphs->num_glyphs; i++)
    if (glyphs->glyphs[i].glyph == PANGO_GLYPH_EMPTY ||
        (glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 ||
        (i > 0 && glyphs->log_clusters[i] < glyphs->log_clusters[i - 1]))
      return FALSE;
  return TRUE;
}

static GeoatPageWord *
shape_word (const GeoatPageFont *font, const char *text, gsize length)
{
  GeoatPageWord *self = g_new0 (GeoatPageWord, 1);

  self->text = g_strndup (text, length);
  self->length = length;
  self->item = itemize (font, self->text, length);
  if (self->item != NULL)
    {
      self->glyphs = pango_glyph_string_new ();
      pango_shape (self->text, (int) length, &self->item->analysis, self->glyphs);
      if (!has_plain_glyphs (self->glyphs))
        g_clear_pointer (&self->item, pango_item_free);
    }
  return self;
}

/* The word that @text begins with. It is good until the next call. */
const GeoatPageWord *
geoat_page_font_get_word (GeoatPageFont *self, const char *text, gsize length)
{
  const char *space = memchr (text, ' ', length);
  const GeoatPageWord key = { .text = text, .length = space ? (gsize) (space + 1 - text) : length };
  GeoatPageWord *word = g_hash_table_lookup (self->words, &key);

  if (word != NULL)
    return word;

  if (self->word_bytes > MAX_WORD_BYTES)
    {
      g_hash_table_remove_all (self->words);
      self->word_bytes = 0;
    }
  word = shape_word (self, text, key.length);
  self->word_bytes += key.length;
  g_hash_table_add (self->words, word);
  return word;
}
