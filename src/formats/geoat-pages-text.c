/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The texts of pages: their lines, and how they are drawn.
 *
 * How it works: most texts of a plan are plain, from left to right in letters that the font has all
 * of. Their lines are broken here: a paragraph is its words (geoat-pages-fonts.c) one behind the
 * other, cut where Pango allows a break. PangoLayout shapes it as a whole, and once more for every
 * line and for every place that a line might end at. What is drawn is one operation for all lines
 * of a cell, with the space at the end of a line as a space.
 *
 * Every other text (of more than one font or direction, with tabs, with words that are longer than
 * the line, with characters that have no width) is left to a PangoLayout. Both have the same lines
 * for a text that is plain, but for what a font kerns between a space and the word after it.
 */
#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include <string.h>

#include "geoat-pages-fonts.h"

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
  const GeoatPageFace *face;
  const char *text; /* one that the pages keep */

  PangoLayout *layout; /* of a text that is not plain, in the size of the font; no array then */
  GArray *lines;       /* of Line */
  GArray *glyphs;      /* of cairo_glyph_t: from the start of the text, from the line's baseline */
  GArray *clusters;    /* of cairo_text_cluster_t */
};

static PangoLayout *
create_layout (const GeoatPageFace *face, const char *text, GeoatPageAlign side, int width)
{
  PangoLayout *layout = pango_layout_new (face->font->context);

  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_width (layout, width);
  pango_layout_set_alignment (layout, side == GEOAT_PAGE_ALIGN_CENTER ? PANGO_ALIGN_CENTER
                                      : side == GEOAT_PAGE_ALIGN_END  ? PANGO_ALIGN_RIGHT
                                                                      : PANGO_ALIGN_LEFT);
  pango_layout_set_text (layout, text, -1);
  return layout;
}

static gboolean
has_letter (const char *text, int length)
{
  for (const char *p = text; p < text + length; p = g_utf8_next_char (p))
    if (g_unichar_isalpha (g_utf8_get_char (p)))
      return TRUE;
  return FALSE;
}

/* A paragraph on its way into lines. */
typedef struct
{
  GeoatPageText *text;
  const char *start;
  int length;
  PangoLogAttr *attrs;      /* where lines may end: one more than there are characters */
  PangoGlyphString *glyphs; /* of all words; the clusters are bytes from @start */
  int width;
  GeoatPageAlign align;
} Paragraph;

static void
paragraph_append (Paragraph *self, const GeoatPageWord *word, int start)
{
  PangoGlyphString *glyphs = self->glyphs;
  int n = glyphs->num_glyphs;

  pango_glyph_string_set_size (glyphs, n + word->glyphs->num_glyphs);
  for (int i = 0; i < word->glyphs->num_glyphs; i++)
    {
      glyphs->glyphs[n + i] = word->glyphs->glyphs[i];
      glyphs->log_clusters[n + i] = start + word->glyphs->log_clusters[i];
    }
}

/* FALSE when there is a word that is not plain. */
static gboolean
paragraph_shape (Paragraph *self)
{
  PangoLogAttr *attrs = self->attrs;
  int start = 0;

  while (start < self->length)
    {
      const GeoatPageWord *word = geoat_page_font_get_word (
          self->text->face->font, self->start + start, (gsize) (self->length - start));

      if (word->item == NULL)
        return FALSE;
      paragraph_append (self, word, start);
      pango_tailor_break (word->text, (int) word->length, &word->item->analysis, -1, attrs,
                          word->item->num_chars + 1);
      attrs += word->item->num_chars;
      start += (int) word->length;
    }
  return TRUE;
}

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
  int first = glyphs->log_clusters[place->glyph];
  int end = self->length;

  place->last_width = 0;
  while (place->glyph < glyphs->num_glyphs && glyphs->log_clusters[place->glyph] == first)
    place->last_width += glyphs->glyphs[place->glyph++].geometry.width;
  if (place->glyph < glyphs->num_glyphs)
    end = glyphs->log_clusters[place->glyph];
  place->x += place->last_width;
  place->character += (int) g_utf8_strlen (self->start + first, end - first);
}

/* Room for @n more of @array, to be filled at once: there are too many to append one by one. */
static gpointer
add_room (GArray *array, guint n)
{
  guint end = array->len;

  g_array_set_size (array, end + n);
  return array->data + end * g_array_get_element_size (array);
}

static void
paragraph_add_glyphs (const Paragraph *self, const Place *start, const Place *end, int x)
{
  double unit = self->text->face->unit;
  cairo_glyph_t *glyph = add_room (self->text->glyphs, (guint) (end->glyph - start->glyph));

  for (int i = start->glyph; i < end->glyph; i++, glyph++)
    {
      const PangoGlyphInfo *info = &self->glyphs->glyphs[i];

      glyph->index = info->glyph;
      glyph->x = (x + info->geometry.x_offset) * unit;
      glyph->y = info->geometry.y_offset * unit;
      x += info->geometry.width;
    }
}

/* A cluster has at least one glyph. */
static void
paragraph_add_clusters (const Paragraph *self, const Place *start, const Place *end)
{
  const PangoGlyphString *glyphs = self->glyphs;
  GArray *clusters = self->text->clusters;
  guint n = clusters->len;
  cairo_text_cluster_t *cluster = add_room (clusters, (guint) (end->glyph - start->glyph));

  for (int i = start->glyph; i < end->glyph; cluster++, n++)
    {
      int first = glyphs->log_clusters[i];

      cluster->num_glyphs = 0;
      while (i < glyphs->num_glyphs && glyphs->log_clusters[i] == first)
        {
          cluster->num_glyphs++;
          i++;
        }
      cluster->num_bytes =
          (i < glyphs->num_glyphs ? glyphs->log_clusters[i] : self->length) - first;
    }
  g_array_set_size (clusters, n);
}

static void
paragraph_add_line (const Paragraph *self, const Place *start, const Place *end)
{
  const PangoGlyphString *glyphs = self->glyphs;
  GeoatPageText *text = self->text;
  gboolean is_last = end->glyph == glyphs->num_glyphs;
  guint offset = (guint) (self->start - text->text);
  int used = is_last ? end->x - start->x : paragraph_get_width (self, start, end);
  int x = 0;
  Line line;

  if (self->align == GEOAT_PAGE_ALIGN_END)
    x = self->width - used;
  else if (self->align == GEOAT_PAGE_ALIGN_CENTER)
    x = (self->width - used) / 2;

  paragraph_add_glyphs (self, start, end, x);
  paragraph_add_clusters (self, start, end);

  line.first_byte = offset + (guint) glyphs->log_clusters[start->glyph];
  line.end_byte = offset + (guint) (is_last ? self->length : glyphs->log_clusters[end->glyph]);
  line.end_glyph = text->glyphs->len;
  line.end_cluster = text->clusters->len;
  g_array_append_val (text->lines, line);
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

/* A paragraph without anything in it, as between two that are set apart. */
static void
add_empty_line (GeoatPageText *self, const char *start)
{
  guint at = (guint) (start - self->text);
  const Line line = { at, at, self->glyphs->len, self->clusters->len };

  g_array_append_val (self->lines, line);
}

static gboolean
add_paragraph (GeoatPageText *self, const char *start, int length, int width, GeoatPageAlign align)
{
  Paragraph paragraph = { self, start, length, .width = width, .align = align };
  int n = (int) g_utf8_strlen (start, length) + 1;
  g_autofree PangoLogAttr *attrs = NULL;
  gboolean ok;

  if (length == 0)
    {
      add_empty_line (self, start);
      return TRUE;
    }
  /* digits and signs alone have the direction of the page */
  if (pango_context_get_base_dir (self->face->font->context) != PANGO_DIRECTION_LTR &&
      !has_letter (start, length))
    return FALSE;

  attrs = g_new0 (PangoLogAttr, n);
  pango_default_break (start, length, NULL, attrs, n);
  paragraph.attrs = attrs;
  paragraph.glyphs = pango_glyph_string_new ();
  ok = paragraph_shape (&paragraph) && paragraph_break (&paragraph);
  pango_glyph_string_free (paragraph.glyphs);
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

      if (!add_paragraph (self, start, (int) length, width, align))
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

/* The width of the lines of a text in the size of its font, in Pango's units. */
static int
get_units (const GeoatPageFace *face, double width)
{
  return (int) (MAX (1, width) / face->unit);
}

/* On pages from right to left a text starts at the right. */
static GeoatPageAlign
get_side (const GeoatPageFace *face, GeoatPageAlign align)
{
  if (pango_context_get_base_dir (face->font->context) != PANGO_DIRECTION_RTL ||
      align == GEOAT_PAGE_ALIGN_CENTER)
    return align;
  return align == GEOAT_PAGE_ALIGN_START ? GEOAT_PAGE_ALIGN_END : GEOAT_PAGE_ALIGN_START;
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
  GeoatPageAlign side;
  int units;

  self->face = geoat_page_faces_get (faces, style);
  self->text = text;
  self->lines = g_array_new (FALSE, FALSE, sizeof (Line));
  self->glyphs = g_array_new (FALSE, FALSE, sizeof (cairo_glyph_t));
  self->clusters = g_array_new (FALSE, FALSE, sizeof (cairo_text_cluster_t));
  side = get_side (self->face, align);
  units = get_units (self->face, width);
  if (!add_lines (self, units, side))
    take_layout (self, create_layout (self->face, text, side, units));
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
      take_layout (self, create_layout (self->face, text, get_side (self->face, align),
                                        get_units (self->face, width)));
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
      double bottom = (int) (i + 1) * self->face->font->line_height * self->face->unit;

      g_array_append_val (bottoms, bottom);
    }
  if (self->layout == NULL)
    return;

  iter = pango_layout_get_iter (self->layout);
  do
    {
      int bottom;

      pango_layout_iter_get_line_yrange (iter, NULL, &bottom);
      g_array_append_vals (bottoms, &(double){ bottom * self->face->unit }, 1);
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
}

/* The height of all lines, in points. */
double
geoat_page_text_get_height (const GeoatPageText *self)
{
  int height;

  if (self->layout == NULL)
    return (int) self->lines->len * self->face->font->line_height * self->face->unit;
  pango_layout_get_size (self->layout, NULL, &height);
  return height * self->face->unit;
}

static void
draw_layout (
    const GeoatPageText *self, guint first_line, guint n_lines, double x, double y, cairo_t *cr)
{
  PangoLayoutIter *iter = pango_layout_get_iter (self->layout);
  double scale = self->face->unit * PANGO_SCALE;
  int origin = 0;
  guint line = 0;

  cairo_save (cr);
  cairo_translate (cr, x, y);
  cairo_scale (cr, scale, scale);
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
          cairo_move_to (cr, (double) rectangle.x / PANGO_SCALE,
                         (double) (pango_layout_iter_get_baseline (iter) - origin) / PANGO_SCALE);
          pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
        }
      line++;
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  cairo_restore (cr);
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
  double line_height = self->face->font->line_height * self->face->unit;
  guint placed = 0;

  for (guint i = 0; i < n_lines; i++)
    for (; placed < lines[i].end_glyph - glyph; placed++)
      {
        glyphs[placed].x += x;
        glyphs[placed].y += y + i * line_height;
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
  const GeoatPageFont *font = self->face->font;
  guint line = first_line;

  cairo_set_source_rgb (cr, self->face->grey, self->face->grey, self->face->grey);
  if (self->layout)
    {
      draw_layout (self, first_line, n_lines, x, y, cr);
      return;
    }

  cairo_set_scaled_font (cr, self->face->scaled_font);
  while (line < first_line + n_lines)
    {
      guint end = line + 1;
      int baseline = (int) (line - first_line) * font->line_height + font->baseline;

      while (end < first_line + n_lines && g_array_index (self->lines, Line, end).first_byte ==
                                               g_array_index (self->lines, Line, end - 1).end_byte)
        end++;
      show_lines (self, line, end - line, x, y + baseline * self->face->unit, cr);
      line = end;
    }
}
