/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The texts of pages: their fonts, their lines, and how they are drawn.
 *
 * How it works: most texts of a plan are plain, of one script from left to right that the font has
 * all letters of. Their lines are broken here: a paragraph is shaped once, as a whole, and cut
 * where Pango allows a break. PangoLayout shapes it once more for every line and for every place
 * that a line might end at, which is most of the time that a report took. What is drawn is one
 * operation for all lines of a cell, with the space at the end of a line as a space.
 *
 * Every other text (of more than one font or direction, with tabs, with words that are longer than
 * the line, with characters that have no width) is left to a PangoLayout. Both have the same lines
 * for a text that is plain.
 */
#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include <string.h>

#include "geoat-pages-private.h"

typedef struct
{
  double size; /* points */
  PangoWeight weight;
  double grey; /* 0 black */
} PageFont;

static const PageFont fonts[GEOAT_N_PAGE_STYLES] = {
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

/* A style on paper. The units are Pango's. */
typedef struct
{
  PangoContext *context;
  PangoFont *font; /* of Latin letters; %NULL until it is needed */
  int line_height;
  int baseline;
} Face;

struct _GeoatPageFaces
{
  Face faces[GEOAT_N_PAGE_STYLES];
  gboolean right_to_left;
};

/* A line of a plain text: where it ends in the text and among its glyphs and clusters. A line ends
 * its paragraph when the next one does not begin where it ends. */
typedef struct
{
  guint first_byte;
  guint end_byte;
  guint end_glyph;
  guint end_cluster;
} Line;

struct _GeoatPageText
{
  const Face *face;
  const char *text; /* one that the pages keep */
  double grey;

  PangoLayout *layout; /* of a text that is not plain; no array then */
  GArray *lines;       /* of Line */
  GArray *glyphs;      /* of cairo_glyph_t: from the start of the text, from the line's baseline */
  GArray *clusters;    /* of cairo_text_cluster_t */
};

/* A Pango context that measures in points, the same on every machine: no hinting. */
static PangoContext *
create_context (GeoatLanguage *language, const PageFont *font)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *description = pango_font_description_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, geoat_language_is_right_to_left (language)
                                           ? PANGO_DIRECTION_RTL
                                           : PANGO_DIRECTION_LTR);
  pango_context_set_language (context,
                              pango_language_from_string (geoat_language_get_tag (language)));

  pango_font_description_set_family_static (description, "Noto Sans,Cantarell,Sans");
  pango_font_description_set_absolute_size (description, font->size * PANGO_SCALE);
  pango_font_description_set_weight (description, font->weight);
  pango_context_set_font_description (context, description);
  pango_font_description_free (description);
  return context;
}

GeoatPageFaces *
geoat_page_faces_new (GeoatLanguage *language)
{
  GeoatPageFaces *self = g_new0 (GeoatPageFaces, 1);

  self->right_to_left = geoat_language_is_right_to_left (language);
  for (guint i = 0; i < GEOAT_N_PAGE_STYLES; i++)
    self->faces[i].context = create_context (language, &fonts[i]);
  return self;
}

void
geoat_page_faces_free (GeoatPageFaces *self)
{
  for (guint i = 0; i < GEOAT_N_PAGE_STYLES; i++)
    {
      g_clear_object (&self->faces[i].context);
      g_clear_object (&self->faces[i].font);
    }
  g_free (self);
}

/* What a line of Latin letters is like, without a PangoLayout: that would ask for the metrics of
 * the font, for which Pango looks for the font anew and lays a pangram out. */
static void
face_measure (Face *self)
{
  GList *items = pango_itemize (self->context, "x", 0, 1, NULL, NULL);
  PangoItem *item = items->data;
  PangoGlyphString *glyphs = pango_glyph_string_new ();
  PangoRectangle logical;

  pango_shape ("x", 1, &item->analysis, glyphs);
  pango_glyph_string_extents (glyphs, item->analysis.font, NULL, &logical);
  self->font = g_object_ref (item->analysis.font);
  self->line_height = logical.height;
  self->baseline = -logical.y;
  pango_glyph_string_free (glyphs);
  g_list_free_full (items, (GDestroyNotify) pango_item_free);
}

static PangoLayout *
create_layout (const GeoatPageFaces *faces,
               const char *text,
               GeoatPageStyle style,
               GeoatPageAlign align,
               int width)
{
  PangoLayout *layout = pango_layout_new (faces->faces[style].context);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width);
  if (align == GEOAT_PAGE_ALIGN_CENTER)
    pango_layout_set_alignment (layout, PANGO_ALIGN_CENTER);
  else
    pango_layout_set_alignment (layout, (align == GEOAT_PAGE_ALIGN_END) != faces->right_to_left
                                            ? PANGO_ALIGN_RIGHT
                                            : PANGO_ALIGN_LEFT);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static gboolean
has_letter (const char *text, guint length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* The one item of a paragraph that is plain, or %NULL. Digits and signs alone have the direction of
 * the page. */
static PangoItem *
itemize (const Face *face, const char *text, guint start, guint length)
{
  PangoItem *item;
  GList *items;

  if (pango_context_get_base_dir (face->context) != PANGO_DIRECTION_LTR &&
      !has_letter (text + start, length))
    return NULL;

  items = pango_itemize_with_base_dir (face->context, PANGO_DIRECTION_LTR, text, (int) start,
                                       (int) length, NULL, NULL);
  item = items->data;
  if (items->next != NULL || item->analysis.level != 0 || item->analysis.font != face->font)
    {
      g_list_free_full (items, (GDestroyNotify) pango_item_free);
      return NULL;
    }
  g_list_free (items);
  return item;
}

/* Where lines may end in a paragraph: one more than there are characters. */
static PangoLogAttr *
find_breaks (const char *text, PangoItem *item)
{
  int n = item->num_chars + 1;
  PangoLogAttr *attrs = g_new0 (PangoLogAttr, n);

  pango_default_break (text + item->offset, item->length, NULL, attrs, n);
  pango_tailor_break (text + item->offset, item->length, &item->analysis, -1, attrs, n);
  return attrs;
}

/* A paragraph on its way into lines. */
typedef struct
{
  GeoatPageText *text;
  const PangoItem *item;
  const PangoLogAttr *attrs;
  const PangoGlyphString *glyphs;
  int width;
  GeoatPageAlign align;
} Paragraph;

/* Before a cluster of a paragraph, or behind the last one. */
typedef struct
{
  int glyph;
  int character;
  int x;
  int last_width; /* of the cluster before */
} Place;

/* How wide a line is from @start to @end: the space that it is broken at has no width. */
static int
paragraph_get_width (const Paragraph *self, const Place *start, const Place *end)
{
  gboolean white = self->attrs[end->character - 1].is_white;

  return end->x - start->x - (white ? end->last_width : 0);
}

static void
paragraph_next (const Paragraph *self, Place *place)
{
  const PangoGlyphString *glyphs = self->glyphs;
  const char *start = self->text->text + self->item->offset;
  int first = glyphs->log_clusters[place->glyph];
  int end = self->item->length;

  place->last_width = 0;
  while (place->glyph < glyphs->num_glyphs && glyphs->log_clusters[place->glyph] == first)
    place->last_width += glyphs->glyphs[place->glyph++].geometry.width;
  if (place->glyph < glyphs->num_glyphs)
    end = glyphs->log_clusters[place->glyph];
  place->x += place->last_width;
  place->character += (int) g_utf8_strlen (start + first, end - first);
}

static void
paragraph_add_line (const Paragraph *self, const Place *start, const Place *end)
{
  const PangoGlyphString *glyphs = self->glyphs;
  GeoatPageText *text = self->text;
  gboolean is_last = end->glyph == glyphs->num_glyphs;
  int used = is_last ? end->x - start->x : paragraph_get_width (self, start, end);
  int x = 0;
  Line line;

  if (self->align == GEOAT_PAGE_ALIGN_END)
    x = self->width - used;
  else if (self->align == GEOAT_PAGE_ALIGN_CENTER)
    x = (self->width - used) / 2;

  for (int i = start->glyph; i < end->glyph; i++)
    {
      const PangoGlyphInfo *info = &glyphs->glyphs[i];
      cairo_glyph_t glyph = { .index = info->glyph };

      glyph.x = (double) (x + info->geometry.x_offset) / PANGO_SCALE;
      glyph.y = (double) info->geometry.y_offset / PANGO_SCALE;
      g_array_append_val (text->glyphs, glyph);
      x += info->geometry.width;
    }
  for (int i = start->glyph; i < end->glyph;)
    {
      cairo_text_cluster_t cluster = { 0 };
      int first = glyphs->log_clusters[i];

      while (i < glyphs->num_glyphs && glyphs->log_clusters[i] == first)
        {
          cluster.num_glyphs++;
          i++;
        }
      cluster.num_bytes =
          (i < glyphs->num_glyphs ? glyphs->log_clusters[i] : self->item->length) - first;
      g_array_append_val (text->clusters, cluster);
    }

  line.first_byte = (guint) (self->item->offset + glyphs->log_clusters[start->glyph]);
  line.end_byte = (guint) (self->item->offset +
                           (is_last ? self->item->length : glyphs->log_clusters[end->glyph]));
  line.end_glyph = text->glyphs->len;
  line.end_cluster = text->clusters->len;
  g_array_append_val (text->lines, line);
}

/* Whether all glyphs can be drawn as they are, a cluster after the other. */
static gboolean
paragraph_is_plain (const Paragraph *self)
{
  for (int i = 0; i < self->glyphs->num_glyphs; i++)
    if (self->glyphs->glyphs[i].glyph == PANGO_GLYPH_EMPTY ||
        (self->glyphs->glyphs[i].glyph & PANGO_GLYPH_UNKNOWN_FLAG) != 0 ||
        (i > 0 && self->glyphs->log_clusters[i] < self->glyphs->log_clusters[i - 1]))
      return FALSE;
  return TRUE;
}

/* As much as there is room for in each line. FALSE when a word has no room on a line. */
static gboolean
paragraph_break (const Paragraph *self)
{
  Place start = { 0 };
  Place place = { 0 };
  Place good = { 0 };

  while (place.glyph < self->glyphs->num_glyphs)
    {
      gboolean is_last;

      paragraph_next (self, &place);
      is_last = place.glyph == self->glyphs->num_glyphs;
      if (!is_last && !self->attrs[place.character].is_line_break)
        continue;
      if (self->attrs[place.character].break_inserts_hyphen)
        return FALSE;
      if (paragraph_get_width (self, &start, &place) > self->width)
        {
          if (good.glyph == start.glyph)
            return FALSE;
          paragraph_add_line (self, &start, &good);
          start = good;
          if (paragraph_get_width (self, &start, &place) > self->width)
            return FALSE;
        }
      good = place;
    }
  paragraph_add_line (self, &start, &place);
  return TRUE;
}

static gboolean
add_paragraph (GeoatPageText *self, guint start, guint length, int width, GeoatPageAlign align)
{
  Paragraph paragraph = { .text = self, .width = width, .align = align };
  PangoItem *item = length > 0 ? itemize (self->face, self->text, start, length) : NULL;
  PangoGlyphString *glyphs;
  g_autofree PangoLogAttr *attrs = NULL;
  gboolean ok;

  if (item == NULL)
    return FALSE;

  attrs = find_breaks (self->text, item);
  glyphs = pango_glyph_string_new ();
  pango_shape_item (item, self->text, -1, attrs, glyphs, PANGO_SHAPE_NONE);
  paragraph.item = item;
  paragraph.attrs = attrs;
  paragraph.glyphs = glyphs;
  ok = paragraph_is_plain (&paragraph) && paragraph_break (&paragraph);
  pango_glyph_string_free (glyphs);
  pango_item_free (item);
  return ok;
}

/* Whether there is nothing in @text that a PangoLayout would do more with than to put it on lines:
 * tabs, other controls, separators, what is not seen and only changes what is beside it. */
static gboolean
has_only_visible (const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guchar byte = (guchar) *p;

      if (byte < 0x20 ? byte != '\n' : byte == 0x7f)
        return FALSE;
      if (byte >= 0x80)
        switch (g_unichar_type (g_utf8_get_char (p)))
          {
          case G_UNICODE_CONTROL:
          case G_UNICODE_FORMAT:
          case G_UNICODE_LINE_SEPARATOR:
          case G_UNICODE_PARAGRAPH_SEPARATOR:
            return FALSE;
          default:
            break;
          }
    }
  return TRUE;
}

static gboolean
add_lines (GeoatPageText *self, int width, GeoatPageAlign align)
{
  const char *start = self->text;

  if (!has_only_visible (self->text))
    return FALSE;

  while (TRUE)
    {
      const char *end = strchr (start, '\n');
      gsize length = end ? (gsize) (end - start) : strlen (start);

      if (!add_paragraph (self, (guint) (start - self->text), (guint) length, width, align))
        return FALSE;
      if (end == NULL)
        return TRUE;
      start = end + 1;
    }
}

/* Leaves the text to @layout instead. */
static void
take_layout (GeoatPageText *self, PangoLayout *layout)
{
  g_clear_pointer (&self->lines, g_array_unref);
  g_clear_pointer (&self->glyphs, g_array_unref);
  g_clear_pointer (&self->clusters, g_array_unref);
  g_clear_object (&self->layout);
  self->layout = layout;
}

static int
get_units (double width)
{
  return (int) (MAX (1, width) * PANGO_SCALE);
}

/*
 * geoat_page_text_new:
 * @text: one that lives longer
 * @width: of its lines, in points
 *
 * Lays a text out.
 */
GeoatPageText *
geoat_page_text_new (GeoatPageFaces *faces,
                     const char *text,
                     GeoatPageStyle style,
                     GeoatPageAlign align,
                     double width)
{
  GeoatPageText *self = g_new0 (GeoatPageText, 1);
  Face *face = &faces->faces[style];
  GeoatPageAlign side = align;

  if (face->font == NULL)
    face_measure (face);
  self->face = face;
  self->text = text;
  self->grey = fonts[style].grey;
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  if (faces->right_to_left && align != GEOAT_PAGE_ALIGN_CENTER)
    side = align == GEOAT_PAGE_ALIGN_START ? GEOAT_PAGE_ALIGN_END : GEOAT_PAGE_ALIGN_START;
  if (!add_lines (self, get_units (width), side))
    take_layout (self, create_layout (faces, text, style, align, get_units (width)));
  return self;
}

/* The same on one line, with an ellipsis for what there is no room for. */
GeoatPageText *
geoat_page_text_new_shortened (GeoatPageFaces *faces,
                               const char *text,
                               GeoatPageStyle style,
                               GeoatPageAlign align,
                               double width)
{
  GeoatPageText *self = geoat_page_text_new (faces, text, style, align, width);

  if (geoat_page_text_get_n_lines (self) > 1)
    {
      take_layout (self, create_layout (faces, text, style, align, get_units (width)));
      pango_layout_set_ellipsize (self->layout, PANGO_ELLIPSIZE_END);
    }
  return self;
}

void
geoat_page_text_free (GeoatPageText *self)
{
  take_layout (self, NULL);
  g_free (self);
}

guint
geoat_page_text_get_n_lines (const GeoatPageText *self)
{
  return self->layout ? (guint) pango_layout_get_line_count (self->layout) : self->lines->len;
}

/*
 * geoat_page_text_add_bottoms:
 * @bottoms: an array of double
 *
 * Adds where each line ends, in points from the top of the text.
 */
void
geoat_page_text_add_bottoms (const GeoatPageText *self, GArray *bottoms)
{
  PangoLayoutIter *iter;

  for (guint i = 0; self->layout == NULL && i < self->lines->len; i++)
    {
      double bottom = (double) ((int) (i + 1) * self->face->line_height) / PANGO_SCALE;

      g_array_append_val (bottoms, bottom);
    }
  if (self->layout == NULL)
    return;

  iter = pango_layout_get_iter (self->layout);
  do
    {
      int bottom;

      pango_layout_iter_get_line_yrange (iter, NULL, &bottom);
      g_array_append_vals (bottoms, &(double){ (double) bottom / PANGO_SCALE }, 1);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* The height of all lines, in points. */
double
geoat_page_text_get_height (const GeoatPageText *self)
{
  int height;

  if (self->layout)
    pango_layout_get_size (self->layout, NULL, &height);
  else
    height = (int) self->lines->len * self->face->line_height;
  return (double) height / PANGO_SCALE;
}

static void
draw_layout (
    const GeoatPageText *self, guint first_line, guint n_lines, double x, double y, cairo_t *cr)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);
  int origin = 0;
  guint line = 0;

  do
    {
      PangoRectangle rectangle;
      int top;

      if (line >= first_line + n_lines)
        break;
      if (line >= first_line)
        {
          pango_layout_iter_get_line_yrange (iter, &top, NULL);
          if (line == first_line)
            origin = top;
          pango_layout_iter_get_line_extents (iter, NULL, &rectangle);
          cairo_move_to (cr, x + (double) rectangle.x / PANGO_SCALE,
                         y + (double) (pango_layout_iter_get_baseline (iter) - origin) /
                                 PANGO_SCALE);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }
      line++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* Lines of one paragraph, @y the baseline of the first one. */
static void
show_lines (
    const GeoatPageText *self, guint first_line, guint n_lines, double x, double y, cairo_t *cr)
{
  const Line *lines = &g_array_index (self->lines, Line, first_line);
  guint glyph = first_line > 0 ? lines[-1].end_glyph : 0;
  guint cluster = first_line > 0 ? lines[-1].end_cluster : 0;
  guint n_glyphs = lines[n_lines - 1].end_glyph - glyph;
  g_autofree cairo_glyph_t *glyphs =
      g_memdup2 (&g_array_index (self->glyphs, cairo_glyph_t, glyph), n_glyphs * sizeof *glyphs);
  guint placed = 0;

  for (guint i = 0; i < n_lines; i++)
    for (; placed < lines[i].end_glyph - glyph; placed++)
      {
        glyphs[placed].x += x;
        glyphs[placed].y += y + (double) ((int) i * self->face->line_height) / PANGO_SCALE;
      }
  cairo_show_text_glyphs (
      cr, self->text + lines->first_byte, (int) (lines[n_lines - 1].end_byte - lines->first_byte),
      glyphs, (int) n_glyphs, &g_array_index (self->clusters, cairo_text_cluster_t, cluster),
      (int) (lines[n_lines - 1].end_cluster - cluster), 0);
}

/*
 * geoat_page_text_draw:
 * @x: the left of the text, in points
 * @y: the top of the first line that is drawn
 *
 * Draws @n_lines from @first_line.
 */
void
geoat_page_text_draw (
    const GeoatPageText *self, guint first_line, guint n_lines, double x, double y, cairo_t *cr)
{
  guint line = first_line;

  cairo_set_source_rgb (cr, self->grey, self->grey, self->grey);
  if (self->layout)
    {
      draw_layout (self, first_line, n_lines, x, y, cr);
      return;
    }

  cairo_set_scaled_font (cr,
                         pango_cairo_font_get_scaled_font (PANGO_CAIRO_FONT (self->face->font)));
  while (line < first_line + n_lines)
    {
      guint end = line + 1;
      int baseline = (int) (line - first_line) * self->face->line_height + self->face->baseline;

      while (end < first_line + n_lines && g_array_index (self->lines, Line, end).first_byte ==
                                               g_array_index (self->lines, Line, end - 1).end_byte)
        end++;
      show_lines (self, line, end - line, x, y + (double) baseline / PANGO_SCALE, cr);
      line = end;
    }
}
