/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Going down a page: texts, headings, columns of lines that can be continued on the next page. */
#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-pages-private.h"

void
geoat_page_flow_init (GeoatPageFlow *self, GeoatPages *pages, double margin)
{
  self->pages = pages;
  self->left = margin;
  self->right = pages->width - margin;
  self->top = margin;
  /* The footer stands in the bottom margin. */
  self->bottom = pages->height - margin - 14;
  geoat_page_flow_new_page (self);
}

void
geoat_page_flow_new_page (GeoatPageFlow *self)
{
  self->page = g_array_new (FALSE, TRUE, sizeof (GeoatPageMark));
  self->number = self->pages->pages->len;
  g_ptr_array_add (self->pages->pages, self->page);
  self->y = self->top;
}

/* Makes sure that @height points are left on the page. */
void
geoat_page_flow_need (GeoatPageFlow *self, double height)
{
  if (self->y + height > self->bottom && self->y > self->top)
    geoat_page_flow_new_page (self);
}

void
geoat_page_flow_gap (GeoatPageFlow *self, double height)
{
  if (self->y > self->top)
    self->y += height;
}

void
geoat_page_flow_add (GeoatPageFlow *self, const GeoatPageMark *mark)
{
  g_array_append_vals (self->page, mark, 1);
}

void
geoat_page_flow_fill (
    GeoatPageFlow *self, double x, double y, double width, double height, double grey)
{
  GeoatPageMark mark = { .kind = GEOAT_PAGE_MARK_FILL, .x = x, .y = y, .width = width };

  mark.height = height;
  mark.grey = grey;
  geoat_page_flow_add (self, &mark);
}

/* A hairline from x, y; @width or @height is 0. */
void
geoat_page_flow_line (GeoatPageFlow *self, double x, double y, double width, double height)
{
  GeoatPageMark mark = { .kind = GEOAT_PAGE_MARK_LINE, .x = x, .y = y, .width = width };

  mark.height = height;
  geoat_page_flow_add (self, &mark);
}

void
geoat_page_flow_begin_tag (GeoatPageFlow *self, const char *tag)
{
  GeoatPageMark mark = { .kind = GEOAT_PAGE_MARK_BEGIN_TAG, .text = tag };

  geoat_page_flow_add (self, &mark);
}

void
geoat_page_flow_end_tag (GeoatPageFlow *self, const char *tag)
{
  GeoatPageMark mark = { .kind = GEOAT_PAGE_MARK_END_TAG, .text = tag };

  geoat_page_flow_add (self, &mark);
}

/*
 * geoat_page_flow_text_at:
 *
 * Puts a whole text down at a place of the present page, whatever room there is.
 *
 * Returns: its height
 */
double
geoat_page_flow_text_at (GeoatPageFlow *self,
                         const char *text,
                         GeoatPageStyle style,
                         GeoatPageAlign align,
                         double x,
                         double y,
                         double width,
                         const char *tag)
{
  GeoatPages *pages = self->pages;
  const char *kept = geoat_pages_keep (pages, text);
  const GeoatPageText *laid_out = geoat_pages_lay_out (pages, kept, style, align, width);
  GeoatPageMark mark = { .kind = GEOAT_PAGE_MARK_TEXT, .style = style, .align = align };

  mark.x = x;
  mark.y = y;
  mark.width = width;
  mark.height = geoat_page_text_get_height (laid_out);
  mark.text = kept;
  mark.n_lines = geoat_page_text_get_n_lines (laid_out);
  if (tag)
    geoat_page_flow_begin_tag (self, tag);
  geoat_page_flow_add (self, &mark);
  if (tag)
    geoat_page_flow_end_tag (self, tag);
  return mark.height;
}

/* A text over the whole width, continued on the next page where it must be. */
void
geoat_page_flow_paragraph (GeoatPageFlow *self,
                           const char *text,
                           GeoatPageStyle style,
                           const char *tag)
{
  g_autoptr (GeoatPageColumn) column = geoat_page_column_new (
      self, text, style, GEOAT_PAGE_ALIGN_START, self->left, self->right - self->left);

  while (!geoat_page_column_is_done (column))
    {
      double height = geoat_page_column_place (column, self, self->y, self->bottom - self->y, tag);

      self->y += height;
      if (!geoat_page_column_is_done (column))
        geoat_page_flow_new_page (self);
    }
}

/*
 * geoat_page_flow_heading:
 * @depth: 1 or 2
 * @destination: its name for links and bookmarks
 * @keep_with: points that must follow on the same page
 */
void
geoat_page_flow_heading (
    GeoatPageFlow *self, const char *text, guint depth, const char *destination, double keep_with)
{
  GeoatPages *pages = self->pages;
  GeoatPageStyle style = depth == 1 ? GEOAT_PAGE_STYLE_HEADING : GEOAT_PAGE_STYLE_SUBHEADING;
  GeoatPageMark mark = { .kind = GEOAT_PAGE_MARK_DESTINATION };
  GeoatPageBookmark bookmark = { .depth = depth };

  geoat_page_flow_gap (self, depth == 1 ? 16 : 10);
  geoat_page_flow_need (self, 30 + keep_with);
  mark.text = geoat_pages_keep (pages, destination);
  mark.x = self->left;
  mark.y = self->y;
  geoat_page_flow_add (self, &mark);
  bookmark.title = geoat_pages_keep (pages, text);
  bookmark.destination = mark.text;
  bookmark.page = self->number;
  g_array_append_val (pages->bookmarks, bookmark);
  self->y += geoat_page_flow_text_at (self, text, style, GEOAT_PAGE_ALIGN_START, self->left,
                                      self->y, self->right - self->left, depth == 1 ? "H1" : "H2");
  self->y += depth == 1 ? 6 : 4;
}

/* Takes a reference of @chart. */
void
geoat_page_flow_chart (
    GeoatPageFlow *self, GeoatChart *chart, double x, double y, double width, double height)
{
  GeoatPageMark mark = { .kind = GEOAT_PAGE_MARK_CHART, .x = x, .y = y, .width = width };

  mark.height = height;
  mark.chart = chart;
  g_ptr_array_add (self->pages->charts, g_object_ref (chart));
  geoat_page_flow_begin_tag (self, "Figure");
  geoat_page_flow_add (self, &mark);
  geoat_page_flow_end_tag (self, "Figure");
}

GeoatPageColumn *
geoat_page_column_new (GeoatPageFlow *flow,
                       const char *text,
                       GeoatPageStyle style,
                       GeoatPageAlign align,
                       double x,
                       double width)
{
  GeoatPageColumn *self = g_new0 (GeoatPageColumn, 1);

  self->text = geoat_pages_keep (flow->pages, text);
  self->style = style;
  self->align = align;
  self->x = x;
  self->width = width;
  self->bottoms = g_array_new (FALSE, FALSE, sizeof (double));
  if (*text != '\0')
    geoat_page_text_add_bottoms (geoat_pages_lay_out (flow->pages, self->text, style, align, width),
                                 self->bottoms);
  return self;
}

void
geoat_page_column_free (GeoatPageColumn *self)
{
  g_array_unref (self->bottoms);
  g_free (self);
}

gboolean
geoat_page_column_is_done (const GeoatPageColumn *self)
{
  return self->next_line >= self->bottoms->len;
}

static double
column_get_bottom (const GeoatPageColumn *self, guint n_lines)
{
  return n_lines == 0 ? 0 : g_array_index (self->bottoms, double, n_lines - 1);
}

/* The height of the lines that have not been put down yet, in points. */
double
geoat_page_column_get_rest (const GeoatPageColumn *self)
{
  return column_get_bottom (self, self->bottoms->len) - column_get_bottom (self, self->next_line);
}

/*
 * geoat_page_column_place:
 * @room: points that are left
 * @tag: the structure tag for what is put down, or %NULL
 *
 * Puts down as many of the remaining lines as there is room for. A single line that is taller than
 * a whole page is put down all the same, so that every text comes to an end.
 *
 * Returns: the height of what was put down
 */
double
geoat_page_column_place (
    GeoatPageColumn *self, GeoatPageFlow *flow, double y, double room, const char *tag)
{
  GeoatPageMark mark = { .kind = GEOAT_PAGE_MARK_TEXT, .style = self->style, .align = self->align };
  double above = column_get_bottom (self, self->next_line);
  guint end = self->next_line;

  while (end < self->bottoms->len && column_get_bottom (self, end + 1) - above <= room + 0.01)
    end++;
  if (end == self->next_line && end < self->bottoms->len && y <= flow->top + 40)
    end++;
  if (end == self->next_line)
    return 0;

  mark.x = self->x;
  mark.y = y;
  mark.width = self->width;
  mark.height = column_get_bottom (self, end) - above;
  mark.text = self->text;
  mark.first_line = self->next_line;
  mark.n_lines = end - self->next_line;
  if (tag)
    geoat_page_flow_begin_tag (flow, tag);
  geoat_page_flow_add (flow, &mark);
  if (tag)
    geoat_page_flow_end_tag (flow, tag);
  self->next_line = end;
  return mark.height;
}
