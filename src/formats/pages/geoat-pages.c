/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The pages of a report or a summary: made once from a plan, then drawn one by one on paper, in a
 * PDF, on screen. */
#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include <string.h>

#include "geoat-chart-kinds.h"
#include "geoat-hash.h"
#include "geoat-pages-private.h"

/**
 * GeoatPages:
 *
 * What a plan looks like on paper. PDF, the one page for management and the print dialog share it:
 * it knows how many pages there are and draws any of them on a cairo context. It holds a copy of
 * the plan, so that editing may go on while it is printed.
 */
G_DEFINE_FINAL_TYPE (GeoatPages, geoat_pages, G_TYPE_OBJECT)

/* All texts that are kept laid out have not more bytes than this: with what belongs to them that is
 * some 10 MB. When there are more, all are laid out anew. */
#define MAX_LAID_OUT_BYTES ((gsize) 200000)

#define LINE_GREY 0.6

static guint
hash_key (gconstpointer data)
{
  const GeoatPageTextKey *key = data;

  return g_direct_hash (key->text) ^ g_double_hash (&key->width) ^
         ((guint) key->style << 8 | (guint) key->align);
}

static gboolean
equal_keys (gconstpointer a, gconstpointer b)
{
  const GeoatPageTextKey *one = a, *other = b;

  return one->text == other->text && one->style == other->style && one->align == other->align &&
         one->width == other->width;
}

static void
clear_page (gpointer page)
{
  g_array_unref (page);
}

static void
geoat_pages_finalize (GObject *object)
{
  GeoatPages *self = GEOAT_PAGES (object);

  g_clear_pointer (&self->pages, g_ptr_array_unref);
  g_clear_pointer (&self->bookmarks, g_array_unref);
  g_clear_pointer (&self->charts, g_ptr_array_unref);
  g_clear_pointer (&self->texts, g_string_chunk_free);
  g_clear_pointer (&self->laid_out, g_hash_table_unref);
  g_clear_pointer (&self->overdue, g_hash_table_unref);
  g_clear_pointer (&self->faces, geoat_page_faces_free);
  g_clear_pointer (&self->template, geoat_template_free);
  g_clear_object (&self->plan);

  G_OBJECT_CLASS (geoat_pages_parent_class)->finalize (object);
}

static void
geoat_pages_class_init (GeoatPagesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = geoat_pages_finalize;
}

static void
geoat_pages_init (GeoatPages *self)
{
  self->texts = g_string_chunk_new (16384);
  self->pages = g_ptr_array_new_with_free_func (clear_page);
  self->bookmarks = g_array_new (FALSE, FALSE, sizeof (GeoatPageBookmark));
  self->charts = g_ptr_array_new_with_free_func (g_object_unref);
  self->overdue = g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, NULL);
  self->laid_out =
      g_hash_table_new_full (hash_key, equal_keys, g_free, (GDestroyNotify) geoat_page_text_free);
}

const GeoatPageText *
geoat_pages_lay_out (
    GeoatPages *self, const char *text, GeoatPageStyle style, GeoatPageAlign align, double width)
{
  const GeoatPageTextKey key = { text, style, align, width };
  GeoatPageText *laid_out = g_hash_table_lookup (self->laid_out, &key);

  if (laid_out != NULL)
    return laid_out;

  self->laid_out_bytes += strlen (text);
  if (self->laid_out_bytes > MAX_LAID_OUT_BYTES)
    {
      g_hash_table_remove_all (self->laid_out);
      geoat_page_faces_forget (self->faces);
      self->laid_out_bytes = strlen (text);
    }
  laid_out = geoat_page_text_new (self->faces, text, style, align, width);
  g_hash_table_insert (self->laid_out, g_memdup2 (&key, sizeof key), laid_out);
  return laid_out;
}

/* A copy of @text that lives as long as the pages; the same one for the same text. */
const char *
geoat_pages_keep (GeoatPages *self, const char *text)
{
  return g_string_chunk_insert_const (self->texts, text);
}

const char *
geoat_pages_text (GeoatPages *self, const char *key)
{
  return geoat_language_get_text (self->language, key);
}

/* A chart of the plan, its round and language; %NULL when there is none of that kind. @compare: a
 * round to compare it with, or %NULL. */
GeoatChart *
geoat_pages_create_chart (GeoatPages *self, const char *kind, GeoatRound *compare)
{
  GeoatChartOptions options = {
    .plan = self->plan,
    .round = self->round,
    .compare = compare,
    .language = self->language,
    .today = &self->today,
    .beside = self->charts->len > 0 ? g_ptr_array_index (self->charts, 0) : NULL,
  };
  g_autoptr (GError) error = NULL;
  GeoatChart *chart = geoat_chart_new (kind, &options, &error);

  if (chart == NULL)
    g_critical ("%s", error->message);
  return chart;
}

/* The same round in the pages' own copy of the plan. */
static GeoatRound *
get_round_of_copy (GeoatPages *self, GeoatRound *round)
{
  return round ? geoat_plan_get_round (self->plan, geoat_round_get_index (round)) : NULL;
}

/**
 * geoat_pages_new:
 * @plan: a plan; it is copied
 * @kind: the whole report or one page
 * @options: (nullable): paper, rounds, language, day; rounds are rounds of @plan
 *
 * Lays out the pages.
 *
 * Returns: (transfer full): the pages
 */
GeoatPages *
geoat_pages_new (GeoatPlan *plan, GeoatPagesKind kind, const GeoatPagesOptions *options)
{
  static const GeoatPagesOptions defaults;
  GeoatExportOptions export = { 0 };
  GeoatPages *self;
  double width;
  double height;

  g_return_val_if_fail (GEOAT_IS_PLAN (plan), NULL);

  if (options == NULL)
    options = &defaults;
  self = g_object_new (GEOAT_TYPE_PAGES, NULL);
  self->plan = geoat_plan_copy (plan);
  self->round = get_round_of_copy (self, options->round);
  self->compare = get_round_of_copy (self, options->compare);
  export.round = self->round;
  export.language = options->language;
  export.today = options->today;
  export.without_charts = options->without_charts;
  self->template = geoat_template_new (self->plan, &export);
  self->round = self->template->round;
  self->language = self->template->language;
  self->today = self->template->today;

  width = options->paper == GEOAT_PAPER_A4 ? 595.28 : 612;
  height = options->paper == GEOAT_PAPER_A4 ? 841.89 : 792;
  self->width = kind == GEOAT_PAGES_REPORT ? height : width;
  self->height = kind == GEOAT_PAGES_REPORT ? width : height;
  self->faces = geoat_page_faces_new (self->language);
  self->cancellable = options->cancellable;

  if (kind == GEOAT_PAGES_REPORT)
    geoat_pages_fill_report (self);
  else
    geoat_pages_fill_summary (self);
  self->cancellable = NULL;
  return self;
}

guint
geoat_pages_get_n_pages (GeoatPages *self)
{
  g_return_val_if_fail (GEOAT_IS_PAGES (self), 0);

  return self->pages->len;
}

/**
 * geoat_pages_get_size:
 * @width: (out): of each page, in points
 * @height: (out): of each page, in points
 *
 * The size of the paper, turned as the pages are.
 */
void
geoat_pages_get_size (GeoatPages *self, double *width, double *height)
{
  g_return_if_fail (GEOAT_IS_PAGES (self));

  *width = self->width;
  *height = self->height;
}

/**
 * geoat_pages_get_overdue:
 *
 * Returns: (transfer none): the ids of the activities that a page for management lists, as many as
 *   there is room for: a set
 */
GHashTable *
geoat_pages_get_overdue (GeoatPages *self)
{
  g_return_val_if_fail (GEOAT_IS_PAGES (self), NULL);

  return self->overdue;
}

static void
set_grey (cairo_t *cr, double grey)
{
  cairo_set_source_rgb (cr, grey, grey, grey);
}

/* What follows until the end of the tag is the text of the link. */
static void
begin_link (const GeoatPageMark *mark, cairo_t *cr)
{
  g_autofree char *attributes = NULL;
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];
  char width[G_ASCII_DTOSTR_BUF_SIZE], height[G_ASCII_DTOSTR_BUF_SIZE];

  attributes = g_strdup_printf ("dest='%s' rect=[%s %s %s %s]", mark->text,
                                g_ascii_formatd (x, sizeof x, "%.2f", mark->x),
                                g_ascii_formatd (y, sizeof y, "%.2f", mark->y),
                                g_ascii_formatd (width, sizeof width, "%.2f", mark->width),
                                g_ascii_formatd (height, sizeof height, "%.2f", mark->height));
  cairo_tag_begin (cr, CAIRO_TAG_LINK, attributes);
}

static void
draw_destination (const GeoatPageMark *mark, cairo_t *cr)
{
  g_autofree char *attributes = NULL;
  char x[G_ASCII_DTOSTR_BUF_SIZE], y[G_ASCII_DTOSTR_BUF_SIZE];

  attributes = g_strdup_printf ("name='%s' x=%s y=%s", mark->text,
                                g_ascii_formatd (x, sizeof x, "%.2f", mark->x),
                                g_ascii_formatd (y, sizeof y, "%.2f", mark->y));
  cairo_tag_begin (cr, CAIRO_TAG_DEST, attributes);
  cairo_tag_end (cr, CAIRO_TAG_DEST);
}

static void
draw_mark (GeoatPages *self, const GeoatPageMark *mark, cairo_t *cr)
{
  switch (mark->kind)
    {
    case GEOAT_PAGE_MARK_TEXT:
      geoat_page_text_draw (
          geoat_pages_lay_out (self, mark->text, mark->style, mark->align, mark->width),
          mark->first_line, mark->n_lines, mark->x, mark->y, cr);
      break;
    case GEOAT_PAGE_MARK_LINE:
    case GEOAT_PAGE_MARK_FILL:
      break; /* by draw_background() */
    case GEOAT_PAGE_MARK_CHART:
      cairo_save (cr);
      cairo_translate (cr, mark->x, mark->y);
      geoat_chart_draw (mark->chart, cr, mark->width, mark->height, GEOAT_CHART_THEME_PRINT, 0.7);
      cairo_restore (cr);
      break;
    case GEOAT_PAGE_MARK_DESTINATION:
      draw_destination (mark, cr);
      break;
    case GEOAT_PAGE_MARK_LINK:
      begin_link (mark, cr);
      break;
    case GEOAT_PAGE_MARK_BEGIN_TAG:
      cairo_tag_begin (cr, mark->text, NULL);
      break;
    case GEOAT_PAGE_MARK_END_TAG:
      cairo_tag_end (cr, mark->text);
      break;
    }
}

/* What is below the texts. A surface for paper looks at each operation several times, and puts
 * together which parts of the page they cover: so the lines, a dozen for each row of a table, are
 * one stroke, and come before the texts, which cover nothing new then. */
static void
draw_background (GArray *marks, cairo_t *cr)
{
  for (guint i = 0; i < marks->len; i++)
    {
      const GeoatPageMark *mark = &g_array_index (marks, GeoatPageMark, i);

      if (mark->kind != GEOAT_PAGE_MARK_FILL)
        continue;
      set_grey (cr, mark->grey);
      cairo_rectangle (cr, mark->x, mark->y, mark->width, mark->height);
      cairo_fill (cr);
    }
  for (guint i = 0; i < marks->len; i++)
    {
      const GeoatPageMark *mark = &g_array_index (marks, GeoatPageMark, i);

      if (mark->kind != GEOAT_PAGE_MARK_LINE)
        continue;
      cairo_move_to (cr, mark->x, mark->y);
      cairo_rel_line_to (cr, mark->width, mark->height);
    }
  set_grey (cr, LINE_GREY);
  cairo_set_line_width (cr, 0.5);
  cairo_stroke (cr);
}

static void
draw_footer_text (
    GeoatPages *self, guint third, GeoatPageAlign align, const char *text, cairo_t *cr)
{
  double width = (self->width - 72) / 3;
  g_autoptr (GeoatPageText) line =
      geoat_page_text_new_shortened (self->faces, text, GEOAT_PAGE_STYLE_SMALL, align, width);

  geoat_page_text_draw (line, 0, 1, 36 + third * width, self->height - 34, cr);
}

/* The plan's classification line and what the page belongs to stand on every page, with its number.
 */
static void
draw_footer (GeoatPages *self, guint page, cairo_t *cr)
{
  g_autofree char *n = g_strdup_printf ("%u", page + 1);
  g_autofree char *total = g_strdup_printf ("%u", self->pages->len);
  g_autofree char *number =
      geoat_language_format (self->language, "pages.number", "n", n, "total", total, NULL);
  gboolean mirrored = geoat_language_is_right_to_left (self->language);

  draw_footer_text (self, mirrored ? 2 : 0, GEOAT_PAGE_ALIGN_START,
                    geoat_plan_get_administration (self->plan), cr);
  draw_footer_text (self, 1, GEOAT_PAGE_ALIGN_CENTER,
                    geoat_item_get_text (GEOAT_ITEM (self->plan), GEOAT_FIELD_CLASSIFICATION), cr);
  draw_footer_text (self, mirrored ? 0 : 2, GEOAT_PAGE_ALIGN_END, geoat_pages_keep (self, number),
                    cr);
}

/**
 * geoat_pages_draw:
 * @page: from 0
 * @cr: a context in points, the origin at the top left of the paper
 *
 * Draws one page.
 */
void
geoat_pages_draw (GeoatPages *self, guint page, cairo_t *cr)
{
  GArray *marks;

  g_return_if_fail (GEOAT_IS_PAGES (self));
  g_return_if_fail (page < self->pages->len);

  marks = g_ptr_array_index (self->pages, page);
  draw_background (marks, cr);
  for (guint i = 0; i < marks->len; i++)
    draw_mark (self, &g_array_index (marks, GeoatPageMark, i), cr);
  draw_footer (self, page, cr);
}
