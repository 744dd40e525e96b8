/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The texts of pages: their lines, and how they are drawn.
 *
 * How it works: most texts of a plan are plain: each word from left to right in one font. Their
 * lines are broken here, from paragraphs that are shaped (geoat-pages-paragraph.c). PangoLayout
 * shapes a paragraph as a whole, and once more for every line and for every place that a line might
 * end at. What is drawn is one operation for all lines of a paragraph, with the space at the end of
 * a line as a space; in cairo's cheaper way without the text when each glyph tells by itself what
 * it stands for.
 *
 * Every other text (of another direction, with tabs, with words that are longer than the line or
 * higher than it, with characters that have no width) is left to a PangoLayout. Both have the same
 * lines for a text that is plain, but for what a font kerns between a space and the word after it,
 * and for words in another font: the space behind them is of that font, and the lines are not
 * higher.
 */
#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include <hb.h>
#include <string.h>

#include "geoat-pages-fonts.h"

/* A line of a plain text. */
typedef struct
{
  const GeoatPageParagraph *paragraph; /* %NULL when there is nothing on it */
  guint start;                         /* its first glyph */
  guint end;                           /* behind its last glyph */
  int x;                               /* from the left of the text, in Pango's units */
} Line;

struct _GeoatPageText
{
  const GeoatPageFace *face;
  const char *text; /* one that the pages keep */

  PangoLayout *layout; /* of a text that is not plain, in the size of the font; no lines then */
  GArray *lines;       /* of Line */
};

/* Right to left some letters are only right as ligatures. */
static gboolean
has_right_to_left (const char *text)
{
  hb_unicode_funcs_t *unicode = hb_unicode_funcs_get_default ();

  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    if (hb_script_get_horizontal_direction (hb_unicode_script (unicode, g_utf8_get_char (p))) ==
        HB_DIRECTION_RTL)
      return TRUE;
  return FALSE;
}

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
  if (!has_right_to_left (text))
    pango_layout_set_attributes (layout, face->font->attributes);
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

/* Before a cluster of a paragraph, or behind the last one. */
typedef struct
{
  guint glyph;
  int x;
  int last_width; /* of the cluster before */
  gboolean last_is_white;
} Place;

/* How wide a line is from @start to @end: the space that it is broken at has no width. */
static int
get_width (const Place *start, const Place *end)
{
  return end->x - start->x - (end->last_is_white ? end->last_width : 0);
}

static void
place_next (Place *self, const GeoatPageParagraph *paragraph)
{
  const GeoatPageGlyph *first = &paragraph->glyphs[self->glyph];

  self->last_width = 0;
  self->last_is_white = first->is_white;
  while (self->glyph < paragraph->n_glyphs && paragraph->glyphs[self->glyph].byte == first->byte)
    self->last_width += paragraph->glyphs[self->glyph++].width;
  self->x += self->last_width;
}

/* A paragraph on its way into lines. */
typedef struct
{
  GeoatPageText *text;
  const GeoatPageParagraph *paragraph;
  int width;
  GeoatPageAlign align;
} Breaking;

static void
add_line (const Breaking *self, const Place *start, const Place *end)
{
  gboolean is_last = end->glyph == self->paragraph->n_glyphs;
  int used = is_last ? end->x - start->x : get_width (start, end);
  Line line = { self->paragraph, start->glyph, end->glyph };

  if (self->align == GEOAT_PAGE_ALIGN_END)
    line.x = self->width - used;
  else if (self->align == GEOAT_PAGE_ALIGN_CENTER)
    line.x = (self->width - used) / 2;
  g_array_append_val (self->text->lines, line);
}

/* As much as there is room for in each line. FALSE when a word has no room on a line. */
static gboolean
break_paragraph (const Breaking *self)
{
  const GeoatPageParagraph *paragraph = self->paragraph;
  Place start = { 0 };
  Place place = { 0 };
  Place good = { 0 };

  while (place.glyph < paragraph->n_glyphs)
    {
      const GeoatPageGlyph *next;

      place_next (&place, paragraph);
      next = place.glyph < paragraph->n_glyphs ? &paragraph->glyphs[place.glyph] : NULL;
      if (next && !next->may_break)
        continue;
      if (next && next->breaks_with_hyphen)
        return FALSE;
      if (get_width (&start, &place) > self->width)
        {
          if (good.glyph == start.glyph)
            return FALSE;
          add_line (self, &start, &good);
          start = good;
          if (get_width (&start, &place) > self->width)
            return FALSE;
        }
      good = place;
    }
  add_line (self, &start, &place);
  return TRUE;
}

static gboolean
add_paragraph (GeoatPageText *self, const char *start, int length, int width, GeoatPageAlign align)
{
  GeoatPageFont *font = self->face->font;
  Breaking breaking = { self, NULL, width, align };

  /* nothing, as between two paragraphs that are set apart */
  if (length == 0)
    {
      g_array_append_vals (self->lines, &(Line){ NULL }, 1);
      return TRUE;
    }
  /* digits and signs alone have the direction of the page */
  if (pango_context_get_base_dir (font->context) != PANGO_DIRECTION_LTR &&
      !has_letter (start, length))
    return FALSE;

  breaking.paragraph = geoat_page_font_get_paragraph (font, start, length);
  return breaking.paragraph != NULL && break_paragraph (&breaking);
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

/* The glyphs of lines of one paragraph, @y the baseline of the first one. */
static void
place_glyphs (const Line *lines,
              guint n_lines,
              const GeoatPageFace *face,
              double x,
              double y,
              cairo_glyph_t *to)
{
  for (guint i = 0; i < n_lines; i++)
    {
      double baseline = y + i * (face->font->line_height * face->unit);
      int along = lines[i].x;

      for (guint j = lines[i].start; j < lines[i].end; j++, to++)
        {
          const GeoatPageGlyph *glyph = &lines->paragraph->glyphs[j];

          to->index = glyph->index;
          to->x = x + (along + glyph->x_offset) * face->unit;
          to->y = baseline + glyph->y_offset * face->unit;
          along += glyph->width;
        }
    }
}

/* The clusters of glyphs of a paragraph; returns how many there are. */
static guint
fill_clusters (const GeoatPageParagraph *paragraph,
               guint start,
               guint end,
               cairo_text_cluster_t *to)
{
  guint n = 0;

  for (guint i = start; i < end; n++)
    {
      int byte = paragraph->glyphs[i].byte;
      guint first = i;

      while (i < paragraph->n_glyphs && paragraph->glyphs[i].byte == byte)
        i++;
      to[n].num_glyphs = (int) (i - first);
      to[n].num_bytes =
          (i < paragraph->n_glyphs ? paragraph->glyphs[i].byte : paragraph->length) - byte;
    }
  return n;
}

/* Draws the glyphs of a paragraph that are of one font; returns where they end. */
static guint
show_run (const GeoatPageParagraph *paragraph,
          guint start,
          guint end,
          const cairo_glyph_t *glyphs,
          const GeoatPageFace *face,
          cairo_t *cr)
{
  guint font = paragraph->glyphs[start].font;
  gboolean is_spelt = TRUE;
  g_autofree cairo_text_cluster_t *clusters = NULL;
  guint n_clusters, run_end;
  int first_byte, end_byte;

  for (run_end = start; run_end < end && paragraph->glyphs[run_end].font == font; run_end++)
    is_spelt = is_spelt && paragraph->glyphs[run_end].is_spelt;
  cairo_set_scaled_font (cr, geoat_page_face_get_scaled_font (face, font));
  if (is_spelt)
    {
      cairo_show_glyphs (cr, glyphs, (int) (run_end - start));
      return run_end;
    }

  clusters = g_new (cairo_text_cluster_t, run_end - start);
  n_clusters = fill_clusters (paragraph, start, run_end, clusters);
  first_byte = paragraph->glyphs[start].byte;
  end_byte = run_end < paragraph->n_glyphs ? paragraph->glyphs[run_end].byte : paragraph->length;
  cairo_show_text_glyphs (cr, paragraph->start + first_byte, end_byte - first_byte, glyphs,
                          (int) (run_end - start), clusters, (int) n_clusters, 0);
  return run_end;
}

static void
show_lines (
    const Line *lines, guint n_lines, const GeoatPageFace *face, double x, double y, cairo_t *cr)
{
  const GeoatPageParagraph *paragraph = lines->paragraph;
  guint start = lines->start;
  guint end = lines[n_lines - 1].end;
  g_autofree cairo_glyph_t *glyphs = g_new (cairo_glyph_t, end - start);

  place_glyphs (lines, n_lines, face, x, y, glyphs);
  for (guint i = start; i < end;)
    i = show_run (paragraph, i, end, glyphs + (i - start), face, cr);
}

/* Whether @line goes on with the paragraph of the one before it. */
static gboolean
line_continues (const Line *line)
{
  return line->paragraph != NULL && line->paragraph == line[-1].paragraph &&
         line->start == line[-1].end;
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
  const Line *lines;
  guint end;

  cairo_set_source_rgb (cr, self->face->grey, self->face->grey, self->face->grey);
  if (self->layout)
    {
      draw_layout (self, first_line, n_lines, x, y, cr);
      return;
    }

  lines = &g_array_index (self->lines, Line, first_line);
  for (guint i = 0; i < n_lines; i = end)
    {
      int baseline = (int) i * font->line_height + font->baseline;

      for (end = i + 1; end < n_lines && line_continues (&lines[end]);)
        end++;
      if (lines[i].paragraph != NULL)
        show_lines (&lines[i], end - i, self->face, x, y + baseline * self->face->unit, cr);
    }
}
