/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The full report: title page, contents, summary, scores, charts, the template by key element, the
 * list of actions. */
#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-scores.h"

#include "geoat-pages-private.h"

#define MARGIN 36.0

static void
add_title_page (GeoatPageFlow *flow)
{
  GeoatPages *pages = flow->pages;
  GeoatItem *plan = GEOAT_ITEM (pages->plan);
  g_autofree char *title = geoat_report_get_title (pages->template);
  g_autofree char *round = geoat_report_get_round (pages->template);
  const char *language = geoat_language_get_tag (pages->language);
  g_autofree char *day = geoat_language_format_date (pages->language, &pages->today, FALSE);
  const char *lines[] = {
    geoat_item_get_text (plan, GEOAT_FIELD_COUNTRY),
    round,
    day,
    geoat_framework_get_name (geoat_plan_get_framework (pages->plan), language),
    geoat_item_get_text (plan, GEOAT_FIELD_CLASSIFICATION),
  };

  flow->y = pages->height * 0.28;
  geoat_page_flow_paragraph (flow, geoat_plan_get_administration (pages->plan),
                             GEOAT_PAGE_STYLE_SUBTITLE, "P");
  geoat_page_flow_gap (flow, 6);
  geoat_page_flow_paragraph (flow, title, GEOAT_PAGE_STYLE_TITLE, "H1");
  geoat_page_flow_gap (flow, 18);
  for (guint i = 0; i < G_N_ELEMENTS (lines); i++)
    if (*lines[i] != '\0')
      {
        geoat_page_flow_paragraph (flow, lines[i], GEOAT_PAGE_STYLE_SUBTITLE, "P");
        geoat_page_flow_gap (flow, 3);
      }
  if (!geoat_report_is_shared_copy (pages->template))
    return;
  geoat_page_flow_gap (flow, 18);
  geoat_page_flow_paragraph (flow, geoat_pages_text (pages, "report.shared_copy"),
                             GEOAT_PAGE_STYLE_BODY, "P");
}

/* A table of the report under its own heading; nothing when it has no rows. Takes the table. */
static void
add_table (GeoatPageFlow *flow, GeoatReportTable *table, const char *destination)
{
  if (table == NULL)
    return;
  geoat_page_flow_new_page (flow);
  geoat_page_flow_heading (flow, table->title, 1, destination, 60);
  geoat_pages_add_table (flow, table);
  geoat_report_table_free (table);
}

static void
add_chart (GeoatPageFlow *flow, const char *kind)
{
  GeoatPages *pages = flow->pages;
  g_autoptr (GeoatChart) chart = NULL;
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;
  double width = flow->right - flow->left;
  double height;

  if (g_cancellable_is_cancelled (pages->cancellable))
    return;
  chart = geoat_pages_create_chart (pages, kind, pages->compare);
  if (chart == NULL)
    return;
  title = geoat_chart_get_title (chart);
  description = geoat_chart_describe (chart);
  height =
      MIN (geoat_chart_get_height_for_width (chart, width, 0.7), flow->bottom - flow->top - 80);
  geoat_page_flow_need (flow, height + 60);
  geoat_page_flow_gap (flow, 10);
  flow->y += geoat_page_flow_text_at (flow, title, GEOAT_PAGE_STYLE_SUBHEADING,
                                      GEOAT_PAGE_ALIGN_START, flow->left, flow->y, width, "H2");
  geoat_page_flow_paragraph (flow, description, GEOAT_PAGE_STYLE_SMALL, "P");
  flow->y += 4;
  geoat_page_flow_chart (flow, chart, flow->left, flow->y, width, height);
  flow->y += height;
}

static void
add_charts (GeoatPageFlow *flow)
{
  static const char *const alone[] = { "radar", "levels", "bars" };
  static const char *const between_rounds[] = { "moves", "trend" };

  for (guint i = 0; i < G_N_ELEMENTS (alone); i++)
    add_chart (flow, alone[i]);
  if (geoat_plan_get_n_rounds (flow->pages->plan) > 1)
    for (guint i = 0; i < G_N_ELEMENTS (between_rounds); i++)
      add_chart (flow, between_rounds[i]);
}

static void
add_templates (GeoatPageFlow *flow, GeoatScores *scores)
{
  GeoatPages *pages = flow->pages;
  const GeoatTemplate *template = pages->template;
  GeoatFramework *framework = geoat_plan_get_framework (pages->plan);

  for (guint i = 0; i < geoat_framework_get_n_principles (framework); i++)
    {
      guint first;
      guint n;
      g_autofree char *name = geoat_report_get_principle (template, i);
      g_autofree char *destination =
          g_strconcat ("principle-", geoat_framework_get_principle_id (framework, i), NULL);

      geoat_framework_get_principle_range (framework, i, &first, &n);
      if (template->first_rows[first] == template->first_rows[first + n])
        continue;
      geoat_page_flow_new_page (flow);
      geoat_page_flow_heading (flow, name, 1, destination, 100);
      for (guint j = first; j < first + n; j++)
        {
          g_autofree char *element = geoat_report_get_key_element (template, j);
          g_autofree char *coverage =
              geoat_report_get_coverage (template, geoat_scores_get_key_element (scores, j));
          g_autofree char *target =
              g_strconcat ("key-element-", geoat_framework_get_key_element_id (framework, j), NULL);

          if (template->first_rows[j] == template->first_rows[j + 1])
            continue;
          geoat_page_flow_heading (flow, element, 2, target, 90);
          geoat_page_flow_paragraph (flow, coverage, GEOAT_PAGE_STYLE_SMALL, "P");
          geoat_page_flow_gap (flow, 4);
          geoat_pages_add_template (flow, j);
          geoat_page_flow_gap (flow, 6);
        }
    }
}

/* A line of the contents, which leads to its heading. */
static void
add_contents_line (GeoatPageFlow *flow, const GeoatPageBookmark *bookmark, guint shift)
{
  GeoatPages *pages = flow->pages;
  g_autofree char *number = g_strdup_printf ("%u", bookmark->page + 1 + shift);
  GeoatPageStyle style = bookmark->depth == 1 ? GEOAT_PAGE_STYLE_STRONG : GEOAT_PAGE_STYLE_BODY;
  gboolean mirrored = geoat_language_is_right_to_left (pages->language);
  double indent = bookmark->depth == 1 ? 0 : 14;
  double width = flow->right - flow->left;
  GeoatPageMark link = { .kind = GEOAT_PAGE_MARK_LINK, .x = flow->left, .width = width };
  guint at;
  double height;

  if (flow->y + 24 > flow->bottom)
    {
      geoat_page_flow_end_tag (flow, "TOC");
      geoat_page_flow_new_page (flow);
      geoat_page_flow_begin_tag (flow, "TOC");
    }
  geoat_page_flow_begin_tag (flow, "TOCI");
  at = flow->page->len;
  link.y = flow->y;
  link.text = bookmark->destination;
  geoat_page_flow_add (flow, &link);
  height = geoat_page_flow_text_at (flow, bookmark->title, style, GEOAT_PAGE_ALIGN_START,
                                    mirrored ? flow->left + 50 : flow->left + indent, flow->y,
                                    width - 50 - indent, "Span");
  geoat_page_flow_text_at (flow, number, style, GEOAT_PAGE_ALIGN_END,
                           mirrored ? flow->left : flow->right - 50, flow->y, 50, "Span");
  g_array_index (flow->page, GeoatPageMark, at).height = height;
  geoat_page_flow_end_tag (flow, "Link");
  geoat_page_flow_end_tag (flow, "TOCI");
  flow->y += height + (bookmark->depth == 1 ? 4 : 2);
}

static void
fill_contents (GeoatPages *self, guint shift)
{
  GeoatPageFlow flow;

  geoat_page_flow_init (&flow, self, MARGIN);
  flow.y += geoat_page_flow_text_at (&flow, geoat_pages_text (self, "report.contents"),
                                     GEOAT_PAGE_STYLE_HEADING, GEOAT_PAGE_ALIGN_START, flow.left,
                                     flow.y, flow.right - flow.left, "H1");
  flow.y += 8;
  geoat_page_flow_begin_tag (&flow, "TOC");
  for (guint i = 0; i < self->bookmarks->len; i++)
    add_contents_line (&flow, &g_array_index (self->bookmarks, GeoatPageBookmark, i), shift);
  geoat_page_flow_end_tag (&flow, "TOC");
}

/*
 * The contents come behind the title page, but only when all else is laid out are the page numbers
 * known: they are written twice, the first time to see how many pages they take themselves.
 */
static void
insert_contents (GeoatPages *self)
{
  guint end = self->pages->len;
  guint n;

  fill_contents (self, 0);
  n = self->pages->len - end;
  g_ptr_array_set_size (self->pages, end);
  fill_contents (self, n);
  for (guint i = 0; i < n; i++)
    {
      GArray *page = g_array_ref (g_ptr_array_index (self->pages, end + i));

      g_ptr_array_remove_index (self->pages, end + i);
      g_ptr_array_insert (self->pages, 1 + i, page);
    }
  for (guint i = 0; i < self->bookmarks->len; i++)
    g_array_index (self->bookmarks, GeoatPageBookmark, i).page += n;
}

/* Where the plan stands: nothing to tell of a template to fill in. */
static void
add_standing (GeoatPageFlow *flow, GeoatScores *scores)
{
  GeoatPages *pages = flow->pages;

  if (geoat_template_is_blank (pages->template))
    return;
  geoat_pages_add_summary (flow, geoat_scores_get_plan_score (scores));
  add_table (flow, geoat_report_get_scores (pages->template, scores), "scores");
  geoat_page_flow_gap (flow, 6);
  geoat_page_flow_paragraph (flow, geoat_pages_text (pages, "score.note"), GEOAT_PAGE_STYLE_SMALL,
                             "P");
  if (pages->template->without_charts)
    return;
  geoat_page_flow_new_page (flow);
  geoat_page_flow_heading (flow, geoat_pages_text (pages, "report.charts"), 1, "charts", 60);
  add_charts (flow);
}

void
geoat_pages_fill_report (GeoatPages *self)
{
  g_autoptr (GeoatScores) scores = geoat_scores_new (self->plan, self->round);
  GeoatPageFlow flow;

  geoat_page_flow_init (&flow, self, MARGIN);
  add_title_page (&flow);
  add_standing (&flow, scores);
  add_templates (&flow, scores);
  add_table (&flow, geoat_report_get_activities (self->template), "activities");
  add_table (&flow, geoat_report_get_remarks (self->template), "remarks");
  add_table (&flow, geoat_report_get_working_group (self->template), "working-group");
  insert_contents (self);
}
