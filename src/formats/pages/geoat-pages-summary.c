/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page for management: where we stand, what moved, what is late. The report begins with the
 * same figures and what is late, in words instead of charts. */
#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-scores.h"

#include "geoat-pages-private.h"

#define MARGIN 34.0

/* The text on one line, with an ellipsis for what is more than @length characters. Full. */
static char *
cut (const char *text, glong length)
{
  g_autofree char *start =
      g_utf8_strlen (text, -1) > length ? g_utf8_substring (text, 0, length - 1) : NULL;
  char *line = start ? g_strconcat (start, "…", NULL) : g_strdup (text);

  return g_strdelimit (line, "\n\r", ' ');
}

static void
add_heading_lines (GeoatPageFlow *flow)
{
  GeoatPages *pages = flow->pages;
  double width = flow->right - flow->left;
  g_autofree char *whole_title = geoat_report_get_title (pages->template);
  g_autofree char *title = cut (whole_title, 120);
  g_autofree char *administration = cut (geoat_plan_get_administration (pages->plan), 80);
  g_autofree char *round = cut (geoat_round_get_title (pages->round), 60);
  g_autofree char *day = geoat_language_format_date (pages->language, &pages->today, FALSE);
  g_autofree char *below =
      geoat_language_format (pages->language, "pages.summary-line", "administration",
                             administration, "round", round, "date", day, NULL);

  flow->y += geoat_page_flow_text_at (flow, title, GEOAT_PAGE_STYLE_HEADING, GEOAT_PAGE_ALIGN_START,
                                      flow->left, flow->y, width, "H1");
  flow->y += geoat_page_flow_text_at (flow, below, GEOAT_PAGE_STYLE_BODY, GEOAT_PAGE_ALIGN_START,
                                      flow->left, flow->y + 2, width, "P");
  if (geoat_report_is_shared_copy (pages->template))
    flow->y += geoat_page_flow_text_at (flow, geoat_pages_text (pages, "report.shared_copy"),
                                        GEOAT_PAGE_STYLE_SMALL, GEOAT_PAGE_ALIGN_START, flow->left,
                                        flow->y + 4, width, "P");
  flow->y += 10;
}

/* A large figure with what it counts below it. */
static void
add_figure (GeoatPageFlow *flow, guint column, const char *figure, const char *label)
{
  double width = (flow->right - flow->left) / 3;
  double x = flow->left + column * width;
  double height;

  if (geoat_language_is_right_to_left (flow->pages->language))
    x = flow->right - (column + 1) * width;
  height = geoat_page_flow_text_at (flow, figure, GEOAT_PAGE_STYLE_FIGURE, GEOAT_PAGE_ALIGN_START,
                                    x, flow->y, width - 10, "P");
  geoat_page_flow_text_at (flow, label, GEOAT_PAGE_STYLE_SMALL, GEOAT_PAGE_ALIGN_START, x,
                           flow->y + height, width - 10, "P");
}

/* How far the assessment is, the mean, the activities. */
static void
add_figures (GeoatPageFlow *flow, const GeoatScore *score)
{
  GeoatPages *pages = flow->pages;
  GeoatLanguage *language = pages->language;
  GeoatActionCount actions;
  g_autofree char *assessed_number = g_strdup_printf ("%u", geoat_score_get_assessed (score));
  g_autofree char *total = g_strdup_printf ("%u", score->total);
  g_autofree char *rated = g_strdup_printf ("%u", geoat_score_get_rated (score));
  g_autofree char *assessed =
      geoat_language_format (language, "pages.n-of-n", "n", assessed_number, "total", total, NULL);
  g_autofree char *mean = geoat_language_format_tenths (language, geoat_score_get_tenths (score));
  g_autofree char *mean_label =
      geoat_language_format (language, "pages.mean-of-rated", "n", rated, NULL);
  g_autofree char *n_actions = NULL;
  g_autofree char *done = NULL;
  g_autofree char *overdue = NULL;
  g_autofree char *actions_label = NULL;

  geoat_action_count (pages->plan, pages->round, -1, -1, &pages->today, &actions);
  n_actions = g_strdup_printf ("%u", actions.total);
  done = g_strdup_printf ("%u", actions.by_status[GEOAT_STATUS_DONE]);
  overdue = g_strdup_printf ("%u", actions.overdue);
  actions_label = geoat_language_format (language, "pages.actions-done-overdue", "done", done,
                                         "overdue", overdue, NULL);

  add_figure (flow, 0, assessed, geoat_pages_text (pages, "pages.indicators-assessed"));
  add_figure (flow, 1, mean, mean_label);
  add_figure (flow, 2, n_actions, actions_label);
  flow->y += 52;
}

/* A chart under its title, as high as it likes to be and at most @room. Returns the height of both.
 */
static double
add_chart (GeoatPageFlow *flow, const char *kind, double x, double width, double room)
{
  g_autoptr (GeoatChart) chart = geoat_pages_create_chart (flow->pages, kind, flow->pages->compare);
  g_autofree char *title = NULL;
  double used;
  double height;

  if (chart == NULL)
    return 0;
  title = geoat_chart_get_title (chart);
  used = geoat_page_flow_text_at (flow, title, GEOAT_PAGE_STYLE_SUBHEADING, GEOAT_PAGE_ALIGN_START,
                                  x, flow->y, width, "H2");
  used += 4;
  height = MIN (room - used, geoat_chart_get_height_for_width (chart, width, 0.7));
  geoat_page_flow_chart (flow, chart, x, flow->y + used, width, height);
  return used + height;
}

/* The actions that are late, the longest first; as many as there is room for, then how many more
 * there are. */
static int
compare_due (gconstpointer a, gconstpointer b)
{
  GeoatItem *first = *(GeoatItem *const *) a;
  GeoatItem *second = *(GeoatItem *const *) b;

  return strcmp (geoat_item_get_text (first, GEOAT_FIELD_DUE),
                 geoat_item_get_text (second, GEOAT_FIELD_DUE));
}

static GPtrArray *
find_overdue (GeoatPages *pages)
{
  GPtrArray *late = g_ptr_array_new ();

  for (guint i = 0; i < geoat_plan_get_n_entries (pages->plan); i++)
    {
      GeoatEntry *entry = geoat_plan_get_entry (pages->plan, i);

      if (!geoat_entry_is_in_round (entry, pages->round))
        continue;
      for (guint j = 0; j < geoat_entry_get_n_actions (entry); j++)
        if (geoat_action_is_overdue (geoat_entry_get_action (entry, j), &pages->today))
          g_ptr_array_add (late, geoat_entry_get_action (entry, j));
    }
  g_ptr_array_sort (late, compare_due);
  return late;
}

static void
add_overdue (GeoatPageFlow *flow)
{
  GeoatPages *pages = flow->pages;
  g_autoptr (GPtrArray) late = find_overdue (pages);
  double width = flow->right - flow->left;

  flow->y += geoat_page_flow_text_at (flow, geoat_pages_text (pages, "pages.what-is-late"),
                                      GEOAT_PAGE_STYLE_SUBHEADING, GEOAT_PAGE_ALIGN_START,
                                      flow->left, flow->y, width, "H2");
  flow->y += 3;
  if (late->len == 0)
    geoat_page_flow_text_at (flow, geoat_pages_text (pages, "pages.nothing-late"),
                             GEOAT_PAGE_STYLE_BODY, GEOAT_PAGE_ALIGN_START, flow->left, flow->y,
                             width, "P");
  for (guint i = 0; i < late->len; i++)
    {
      GeoatItem *action = g_ptr_array_index (late, i);
      GeoatEntry *entry = GEOAT_ENTRY (geoat_item_get_owner (action));
      GDate due;
      g_autofree char *day = NULL;
      g_autofree char *line = NULL;
      g_autofree char *activity = cut (geoat_item_get_text (action, GEOAT_FIELD_ACTIVITY), 110);

      geoat_item_get_date (action, GEOAT_FIELD_DUE, &due);
      day = geoat_language_format_date (pages->language, &due, TRUE);
      if (flow->y + 26 > flow->bottom && i + 1 < late->len)
        {
          g_autofree char *more =
              geoat_language_format_count (pages->language, "pages.more-late", late->len - i, NULL);

          geoat_page_flow_text_at (flow, more, GEOAT_PAGE_STYLE_SMALL, GEOAT_PAGE_ALIGN_START,
                                   flow->left, flow->y, width, "P");
          return;
        }
      line = geoat_language_format (pages->language, "pages.late-line", "element",
                                    geoat_entry_get_key_element (entry), "activity", activity,
                                    "date", day, NULL);
      g_hash_table_add (pages->overdue, g_strdup (geoat_item_get_id (action)));
      flow->y += geoat_page_flow_text_at (flow, line, GEOAT_PAGE_STYLE_SMALL,
                                          GEOAT_PAGE_ALIGN_START, flow->left, flow->y, width, "P") +
                 2;
    }
}

/* What a chart shows, in a sentence or two; on lines that are not too long to read. */
static void
add_description (GeoatPageFlow *flow, const char *kind, GeoatRound *compare)
{
  g_autoptr (GeoatChart) chart = geoat_pages_create_chart (flow->pages, kind, compare);
  g_autofree char *description = chart ? geoat_chart_describe (chart) : NULL;
  double width = (flow->right - flow->left) * 2 / 3;
  gboolean mirrored = geoat_language_is_right_to_left (flow->pages->language);

  if (description == NULL)
    return;
  flow->y +=
      geoat_page_flow_text_at (flow, description, GEOAT_PAGE_STYLE_BODY, GEOAT_PAGE_ALIGN_START,
                               mirrored ? flow->right - width : flow->left, flow->y, width, "P") +
      6;
}

/* The first page of the report behind its contents. */
void
geoat_pages_add_summary (GeoatPageFlow *flow, const GeoatScore *score)
{
  GeoatPages *pages = flow->pages;

  geoat_page_flow_new_page (flow);
  geoat_page_flow_heading (flow, geoat_pages_text (pages, "report.summary"), 1, "summary", 60);
  add_figures (flow, score);
  add_description (flow, "levels", NULL);
  add_description (flow, "radar", NULL);
  if (pages->compare != NULL)
    add_description (flow, "moves", pages->compare);
  flow->y += 8;
  add_overdue (flow);
}

void
geoat_pages_fill_summary (GeoatPages *self)
{
  g_autoptr (GeoatScores) scores = geoat_scores_new (self->plan, self->round);
  GeoatPageFlow flow;
  gboolean mirrored = geoat_language_is_right_to_left (self->language);
  double half;
  double first;
  double second;
  double taken;
  double other;

  geoat_page_flow_init (&flow, self, MARGIN);
  half = (flow.right - flow.left - 16) / 2;
  first = mirrored ? flow.left + half + 16 : flow.left;
  second = mirrored ? flow.left : flow.left + half + 16;

  add_heading_lines (&flow);
  add_figures (&flow, geoat_scores_get_plan_score (scores));
  flow.y += 10 + add_chart (&flow, "levels", flow.left, flow.right - flow.left, 158);
  taken = add_chart (&flow, "radar", first, half, 222);
  other = add_chart (&flow, self->compare ? "moves" : "coverage", second, half, 222);
  flow.y += 10 + MAX (taken, other);
  flow.y += 10 + add_chart (&flow, "heatmap", flow.left, flow.right - flow.left, 150);
  add_overdue (&flow);
}
