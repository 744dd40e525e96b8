/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One HTML file that needs nothing else: the fully accessible report.
 *
 * Tables have captions, and headings with a scope; an indicator is the heading of its rows; charts
 * have alternative texts; there is one main heading and a list of contents to jump from. It prints
 * landscape, with repeated headings. A policy in the file forbids it to load or run anything. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-html.h"

#include <string.h>

#include "geoat-picture.h"
#include "geoat-report.h"

#define BLOCK (1 << 16)
#define PICTURE_WIDTH 720.0
#define PICTURE_HEIGHT 1400.0

static const char style[] =
    "body{font:15px/1.45 system-ui,'Segoe UI',Cantarell,'Noto Sans',sans-serif;color:#1b1f24;"
    "background:#fff;max-width:1500px;margin:0 auto;padding:1.5em}\n"
    "h1,h2,h3{line-height:1.2;color:#1f3a5f}h2{margin-top:2.2em}\n"
    ".classification{font-weight:bold;text-align:center;color:#444}\n"
    ".wide{overflow-x:auto}\n"
    "table{border-collapse:collapse;width:100%;margin:.5em 0 1.5em}\n"
    /* the heading above a table says the same: read aloud with the table, and not seen twice */
    "caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}\n"
    "th,td{border:1px solid #8a9bb0;padding:.35em .5em;vertical-align:top;text-align:start;"
    "white-space:pre-wrap;overflow-wrap:anywhere}\n"
    "thead th{background:#dce4ee;white-space:normal}tbody th{font-weight:normal}\n"
    ".template{table-layout:fixed;min-width:1100px}\n"
    ".template thead th{width:12%}.template thead th:first-child{width:15%}"
    ".template thead th:nth-child(2){width:11%}.template thead th:nth-child(4){width:16%}"
    ".template thead th:nth-child(5){width:16%}.template thead th:nth-child(7){width:8%}"
    ".template thead th:nth-child(8){width:10%}\n"
    ".number{text-align:end;white-space:nowrap}\n"
    "img{max-width:100%;height:auto}figure{margin:2em 0}"
    "figcaption{font-weight:bold;margin-bottom:.5em}\n"
    "a{color:#1a5fb4}\n"
    "@media print{@page{size:landscape;margin:14mm}body{font-size:9pt;max-width:none;padding:0}"
    "nav{display:none}.template{min-width:0}.wide{overflow:visible}thead{display:table-header-"
    "group}"
    "tr,figure{break-inside:avoid}h2,h3{break-after:avoid}}\n";

typedef struct
{
  const GeoatTemplate *template;
  GString *text;
} Html;

/* The text as it stands in the file; what HTML cannot express becomes U+FFFD. */
static void
append_text (Html *html, const char *text)
{
  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '&')
        g_string_append (html->text, "&amp;");
      else if (c == '<')
        g_string_append (html->text, "&lt;");
      else if (c == '>')
        g_string_append (html->text, "&gt;");
      else if (c == '"')
        g_string_append (html->text, "&quot;");
      else if (c == '\r')
        g_string_append (html->text, "&#13;");
      else if ((c < 0x20 && c != '\n' && c != '\t') || (c >= 0x7f && c < 0xa0))
        g_string_append_unichar (html->text, 0xfffd);
      else
        g_string_append_len (html->text, at, g_utf8_next_char (at) - at);
    }
}

/* <@element>text</name>; the name of the element ends at the first space. */
static void
append_element (Html *html, const char *element, const char *text)
{
  g_string_append_printf (html->text, "<%s>", element);
  append_text (html, text);
  g_string_append_printf (html->text, "</%.*s>", (int) strcspn (element, " "), element);
}

static const char *
get_text (Html *html, const char *key)
{
  return geoat_language_get_text (html->template->language, key);
}

static void
append_head (Html *html)
{
  GeoatLanguage *language = html->template->language;
  g_autofree char *title = geoat_report_get_title (html->template);

  g_string_append_printf (
      html->text,
      "<!DOCTYPE html>\n<html lang=\"%s\" dir=\"%s\">\n<head>\n<meta charset=\"utf-8\">\n",
      geoat_language_get_tag (language),
      geoat_language_is_right_to_left (language) ? "rtl" : "ltr");
  g_string_append (html->text,
                   "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; "
                   "style-src 'unsafe-inline'; img-src data:\">\n"
                   "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n"
                   "<meta name=\"generator\" content=\"GEOAT Planner\">\n");
  append_element (html, "title", title);
  g_string_append_printf (html->text, "\n<style>\n%s</style>\n</head>\n<body>\n", style);
}

static void
append_title (Html *html)
{
  const GeoatTemplate *template = html->template;
  GeoatItem *plan = GEOAT_ITEM (template->plan);
  const char *country = geoat_item_get_text (plan, GEOAT_FIELD_COUNTRY);
  const char *classification = geoat_item_get_text (plan, GEOAT_FIELD_CLASSIFICATION);
  g_autofree char *title = geoat_report_get_title (template);
  g_autofree char *round = geoat_report_get_round (template);
  g_autofree char *today = geoat_language_format_date (template->language, &template->today, FALSE);

  g_string_append (html->text, "<header>\n");
  if (*classification != '\0')
    append_element (html, "p class=\"classification\" dir=\"auto\"", classification);
  append_element (html, "h1 dir=\"auto\"", title);
  append_element (html, "p dir=\"auto\"", geoat_plan_get_administration (template->plan));
  if (*country != '\0')
    append_element (html, "p dir=\"auto\"", country);
  append_element (html, "p dir=\"auto\"", round);
  append_element (html, "p", today);
  if (geoat_report_is_shared_copy (template))
    append_element (html, "p", get_text (html, "report.shared_copy"));
  g_string_append (html->text, "</header>\n");
}

/* The parts of the file beside the template. */
typedef enum
{
  WORKING_GROUP,
  SCORES,
  CHARTS,
  ACTIVITIES,
  REMARKS,
  N_PARTS
} Part;

static const char *const part_ids[N_PARTS] = { "working-group", "scores", "charts", "activities",
                                               "remarks" };

/* @title is NULL when there is no such part. */
static void
append_link (Html *html, Part part, const char *title)
{
  if (title == NULL)
    return;
  g_string_append_printf (html->text, "<li><a href=\"#%s\">", part_ids[part]);
  append_text (html, title);
  g_string_append (html->text, "</a></li>\n");
}

static void
append_part_heading (Html *html, Part part, const char *title)
{
  g_autofree char *tag = g_strdup_printf ("h2 id=\"%s\"", part_ids[part]);

  append_element (html, tag, title);
}

/* Links to everything that follows; @titles are those of its parts. */
static void
append_contents (Html *html, const char *const titles[N_PARTS])
{
  const GeoatTemplate *template = html->template;
  GeoatFramework *framework = geoat_plan_get_framework (template->plan);

  g_string_append_printf (html->text, "<nav aria-label=\"%s\">\n<ul>\n",
                          get_text (html, "report.contents"));
  for (guint i = WORKING_GROUP; i <= CHARTS; i++)
    append_link (html, i, titles[i]);
  for (guint i = 0; i < geoat_framework_get_n_principles (framework); i++)
    {
      g_autofree char *title = geoat_report_get_principle (template, i);
      guint first, n;

      if (!geoat_report_has_principle (template, i))
        continue;
      g_string_append_printf (html->text, "<li><a href=\"#p%s\">",
                              geoat_framework_get_principle_id (framework, i));
      append_text (html, title);
      g_string_append (html->text, "</a>\n<ul>\n");
      geoat_framework_get_principle_range (framework, i, &first, &n);
      for (guint j = first; j < first + n; j++)
        {
          g_autofree char *name = geoat_report_get_key_element (template, j);

          if (!geoat_report_has_key_element (template, j))
            continue;
          g_string_append_printf (html->text, "<li><a href=\"#k%s\">",
                                  geoat_framework_get_key_element_id (framework, j));
          append_text (html, name);
          g_string_append (html->text, "</a></li>\n");
        }
      g_string_append (html->text, "</ul></li>\n");
    }
  for (guint i = ACTIVITIES; i <= REMARKS; i++)
    append_link (html, i, titles[i]);
  g_string_append (html->text, "</ul>\n</nav>\n");
}

/* A table of the report, under a heading; NULL writes nothing. */
static void
append_table (Html *html, Part part, const GeoatReportTable *table)
{
  if (table == NULL)
    return;

  append_part_heading (html, part, table->title);
  g_string_append (html->text, "\n<div class=\"wide\"><table>");
  append_element (html, "caption", table->title);
  g_string_append (html->text, "\n<thead><tr>");
  for (guint i = 0; table->headings[i] != NULL; i++)
    append_element (html,
                    table->numbers[i] ? "th scope=\"col\" class=\"number\"" : "th scope=\"col\"",
                    table->headings[i]);
  g_string_append (html->text, "</tr></thead>\n<tbody>\n");
  for (guint i = 0; i < table->rows->len; i++)
    {
      char **row = g_ptr_array_index (table->rows, i);

      g_string_append (html->text, "<tr>");
      append_element (html, "th scope=\"row\" dir=\"auto\"", row[0]);
      for (guint j = 1; row[j] != NULL; j++)
        append_element (html, table->numbers[j] ? "td class=\"number\"" : "td dir=\"auto\"",
                        row[j]);
      g_string_append (html->text, "</tr>\n");
    }
  g_string_append (html->text, "</tbody>\n</table></div>\n");
}

static void
append_pictures (Html *html, GPtrArray *pictures)
{
  if (pictures->len > 0)
    append_part_heading (html, CHARTS, get_text (html, "report.charts"));
  for (guint i = 0; i < pictures->len; i++)
    {
      const GeoatPicture *picture = g_ptr_array_index (pictures, i);
      gsize length;
      const guint8 *bytes = g_bytes_get_data (picture->png, &length);
      g_autofree char *data = g_base64_encode (bytes, length);

      g_string_append (html->text, "\n<figure>");
      append_element (html, "figcaption", picture->title);
      g_string_append_printf (html->text, "<img width=\"%d\" height=\"%d\" alt=\"",
                              (int) picture->width, (int) picture->height);
      append_text (html, picture->description);
      g_string_append (html->text, "\" src=\"data:image/png;base64,");
      g_string_append (html->text, data);
      g_string_append (html->text, "\"></figure>\n");
    }
}

static void
append_entry (Html *html, guint position)
{
  GeoatTemplateRow row;
  g_autofree char *level = NULL;
  g_autofree char *heading = NULL;
  g_autofree char *cell = NULL;
  guint n_actions;

  geoat_template_get_row (html->template, position, &row);
  level = geoat_report_get_level (html->template, row.level);
  n_actions = geoat_entry_get_n_actions (row.entry);
  heading = n_actions > 1
                ? g_strdup_printf ("th scope=\"rowgroup\" rowspan=\"%u\" dir=\"auto\"", n_actions)
                : g_strdup ("th scope=\"row\" dir=\"auto\"");
  cell = n_actions > 1 ? g_strdup_printf ("td rowspan=\"%u\" dir=\"auto\"", n_actions)
                       : g_strdup ("td dir=\"auto\"");

  g_string_append (html->text, "<tbody>\n<tr>");
  append_element (html, heading, row.indicator);
  append_element (html, cell, geoat_item_get_text (GEOAT_ITEM (row.entry), GEOAT_FIELD_ALIGNMENT));
  append_element (html, cell, level);
  append_element (html, cell, row.current_activities);
  for (guint i = 0; i < MAX (1, n_actions); i++)
    {
      GeoatItem *action = i < n_actions ? GEOAT_ITEM (geoat_entry_get_action (row.entry, i)) : NULL;

      if (i > 0)
        g_string_append (html->text, "<tr>");
      for (guint j = GEOAT_FIRST_ACTION_COLUMN; j < GEOAT_N_COLUMNS; j++)
        append_element (html, "td dir=\"auto\"",
                        action ? geoat_item_get_text (action, geoat_template_column_get_field (j))
                               : "");
      g_string_append (html->text, "</tr>\n");
    }
  g_string_append (html->text, "</tbody>\n");
}

static void
append_key_element (Html *html, GeoatScores *scores, guint key_element)
{
  const GeoatTemplate *template = html->template;
  GeoatFramework *framework = geoat_plan_get_framework (template->plan);
  const char *id = geoat_framework_get_key_element_id (framework, key_element);
  g_autofree char *title = geoat_report_get_key_element (template, key_element);
  g_autofree char *coverage =
      geoat_report_get_coverage (template, geoat_scores_get_key_element (scores, key_element));
  g_autofree char *heading = g_strdup_printf ("h3 id=\"k%s\"", id);

  append_element (html, heading, title);
  append_element (html, "p", coverage);
  g_string_append (html->text, "\n<div class=\"wide\"><table class=\"template\">");
  append_element (html, "caption", title);
  g_string_append (html->text, "\n<thead><tr>");
  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    append_element (html, "th scope=\"col\"",
                    geoat_framework_get_column_heading (
                        framework, i, geoat_language_get_tag (template->language)));
  g_string_append (html->text, "</tr></thead>\n");
}

static gboolean
flush (Html *html, GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  if (!g_output_stream_write_all (stream, html->text->str, html->text->len, NULL, cancellable,
                                  error))
    return FALSE;
  g_string_truncate (html->text, 0);
  return TRUE;
}

/* The template; written out piece by piece. */
static gboolean
write_template (Html *html,
                GeoatScores *scores,
                GOutputStream *stream,
                GCancellable *cancellable,
                GError **error)
{
  const GeoatTemplate *template = html->template;
  GeoatFramework *framework = geoat_plan_get_framework (template->plan);

  for (guint i = 0; i < geoat_framework_get_n_key_elements (framework); i++)
    {
      guint principle = geoat_framework_get_key_element_principle (framework, i);
      guint first, n;

      geoat_framework_get_principle_range (framework, principle, &first, &n);
      if (i == first && geoat_report_has_principle (template, principle))
        {
          g_autofree char *title = geoat_report_get_principle (template, principle);
          g_autofree char *heading = g_strdup_printf (
              "h2 id=\"p%s\"", geoat_framework_get_principle_id (framework, principle));

          append_element (html, heading, title);
        }
      if (!geoat_report_has_key_element (template, i))
        continue;
      append_key_element (html, scores, i);
      for (guint j = template->first_rows[i]; j < template->first_rows[i + 1]; j++)
        {
          append_entry (html, j);
          if (html->text->len >= BLOCK && !flush (html, stream, cancellable, error))
            return FALSE;
        }
      g_string_append (html->text, "</table></div>\n");
    }
  return TRUE;
}

/**
 * geoat_html_export:
 * @plan: the plan
 * @options: round, language and day
 * @stream: where to write
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Writes the plan as one HTML file.
 *
 * Returns: whether it worked
 */
gboolean
geoat_html_export (GeoatPlan *plan,
                   const GeoatExportOptions *options,
                   GOutputStream *stream,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GeoatTemplate) template = geoat_template_new (plan, options);
  g_autoptr (GeoatScores) scores = geoat_scores_new (plan, template->round);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GPtrArray) pictures =
      geoat_picture_make_all (template, PICTURE_WIDTH, PICTURE_HEIGHT, error);
  g_autoptr (GeoatReportTable) working_group = geoat_report_get_working_group (template);
  g_autoptr (GeoatReportTable) score_table =
      geoat_template_is_blank (template) ? NULL : geoat_report_get_scores (template, scores);
  g_autoptr (GeoatReportTable) activities = geoat_report_get_activities (template);
  g_autoptr (GeoatReportTable) remarks = geoat_report_get_remarks (template);
  Html html = { template, text };
  const char *titles[N_PARTS] = { NULL };

  if (pictures == NULL)
    return FALSE;

  titles[WORKING_GROUP] = working_group ? working_group->title : NULL;
  titles[SCORES] = score_table ? score_table->title : NULL;
  titles[CHARTS] = pictures->len > 0 ? get_text (&html, "report.charts") : NULL;
  titles[ACTIVITIES] = activities ? activities->title : NULL;
  titles[REMARKS] = remarks ? remarks->title : NULL;
  append_head (&html);
  append_title (&html);
  append_contents (&html, titles);
  g_string_append (text, "<main>\n");
  append_table (&html, WORKING_GROUP, working_group);
  append_table (&html, SCORES, score_table);
  if (score_table)
    append_element (&html, "p", get_text (&html, "score.note"));
  append_pictures (&html, pictures);
  if (!write_template (&html, scores, stream, cancellable, error))
    return FALSE;
  append_table (&html, ACTIVITIES, activities);
  append_table (&html, REMARKS, remarks);
  g_string_append (text, "</main>\n</body>\n</html>\n");
  return flush (&html, stream, cancellable, error);
}
