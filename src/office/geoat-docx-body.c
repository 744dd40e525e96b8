/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The body of the Word document: title page, scores, charts, the template with a table for each key
 * element, activities, remarks. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include <string.h>

#include "geoat-docx-private.h"

/* The eight columns in twips; together the width of the text. */
static const guint column_widths[GEOAT_N_COLUMNS] = {
  2600, 1750, 1480, 2360, 2360, 1700, 1250, 1638
};

static const char *
text (const GeoatTemplate *template, const char *key)
{
  return geoat_language_get_text (template->language, key);
}

static void
write_title_page (GeoatXml *xml, const GeoatTemplate *template)
{
  g_autofree char *title = geoat_report_get_title (template);
  g_autofree char *round = geoat_report_get_round (template);
  g_autofree char *today = geoat_language_format_date (template->language, &template->today, FALSE);
  const char *country = geoat_item_get_text (GEOAT_ITEM (template->plan), GEOAT_FIELD_COUNTRY);

  geoat_docx_paragraph (xml, "Title", title);
  geoat_docx_paragraph (xml, "Subtitle", geoat_plan_get_administration (template->plan));
  if (*country != '\0')
    geoat_docx_paragraph (xml, "GeoatCover", country);
  geoat_docx_paragraph (xml, "GeoatCover", round);
  geoat_docx_paragraph (xml, "GeoatCover", today);
  if (geoat_report_is_shared_copy (template))
    geoat_docx_paragraph (xml, "GeoatCover", text (template, "report.shared_copy"));
}

static void
write_table (GeoatXml *xml, const GeoatTemplate *template, GeoatReportTable *table)
{
  guint n = g_strv_length (table->headings);
  g_autofree guint *widths = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    widths[i] = table->widths[i] * GEOAT_DOCX_TEXT_WIDTH / 100;

  geoat_docx_paragraph (xml, "Heading1", table->title);
  geoat_docx_table_open (xml, template, table->title, widths, n);
  geoat_docx_table_headings (xml, (const char *const *) table->headings, widths, table->numbers, n);
  for (guint i = 0; i < table->rows->len; i++)
    {
      char **row = g_ptr_array_index (table->rows, i);

      geoat_xml_open (xml, "w:tr", NULL);
      for (guint j = 0; j < n; j++)
        geoat_docx_cell (xml, GEOAT_DOCX_CELL, widths[j],
                         table->numbers[j] ? "GeoatNumber" : "GeoatText", row[j]);
      geoat_xml_close (xml);
    }
  geoat_xml_close (xml);
}

/* Takes @table over; NULL writes nothing. */
static void
take_table (GeoatXml *xml, const GeoatTemplate *template, GeoatReportTable *table)
{
  if (table == NULL)
    return;
  write_table (xml, template, table);
  geoat_report_table_free (table);
}

/* One row of the template; columns 1 to 4 are one cell over all rows of their indicator. */
static void
write_row (GeoatXml *xml, const char *cells[GEOAT_N_COLUMNS], GeoatDocxCell kind)
{
  geoat_xml_open (xml, "w:tr", NULL);
  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    geoat_docx_cell (xml, i < 4 ? kind : GEOAT_DOCX_CELL, column_widths[i], "GeoatText", cells[i]);
  geoat_xml_close (xml);
}

static void
write_entry (GeoatXml *xml, const GeoatTemplate *template, guint position)
{
  GeoatTemplateRow row;
  g_autofree char *level = NULL;
  const char *cells[GEOAT_N_COLUMNS] = { "", "", "", "", "", "", "", "" };
  guint n_actions;

  geoat_template_get_row (template, position, &row);
  level = geoat_report_get_level (template, row.level);
  cells[0] = row.indicator;
  cells[1] = geoat_item_get_text (GEOAT_ITEM (row.entry), GEOAT_FIELD_ALIGNMENT);
  cells[2] = level;
  cells[3] = row.current_activities;

  n_actions = geoat_entry_get_n_actions (row.entry);
  if (n_actions == 0)
    write_row (xml, cells, GEOAT_DOCX_CELL);
  for (guint i = 0; i < n_actions; i++)
    {
      GeoatItem *action = GEOAT_ITEM (geoat_entry_get_action (row.entry, i));

      for (guint j = GEOAT_FIRST_ACTION_COLUMN; j < GEOAT_N_COLUMNS; j++)
        cells[j] = geoat_item_get_text (action, geoat_template_column_get_field (j));
      write_row (xml, cells,
                 n_actions == 1 ? GEOAT_DOCX_CELL
                 : i == 0       ? GEOAT_DOCX_CELL_FIRST
                                : GEOAT_DOCX_CELL_NEXT);
    }
}

static void
write_key_element (GeoatXml *xml,
                   const GeoatTemplate *template,
                   GeoatScores *scores,
                   guint key_element)
{
  GeoatFramework *framework = geoat_plan_get_framework (template->plan);
  const char *tag = geoat_language_get_tag (template->language);
  guint first = template->first_rows[key_element];
  guint end = template->first_rows[key_element + 1];
  g_autofree char *title = geoat_report_get_key_element (template, key_element);
  g_autofree char *coverage =
      geoat_report_get_coverage (template, geoat_scores_get_key_element (scores, key_element));
  const char *headings[GEOAT_N_COLUMNS];

  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    headings[i] = geoat_framework_get_column_heading (framework, i, tag);

  geoat_docx_paragraph (xml, "Heading2", title);
  if (first < end)
    geoat_docx_paragraph (xml, "GeoatCoverage", coverage);
  geoat_docx_table_open (xml, template, title, column_widths, GEOAT_N_COLUMNS);
  geoat_docx_table_headings (xml, headings, column_widths, NULL, GEOAT_N_COLUMNS);
  for (guint i = first; i < end; i++)
    write_entry (xml, template, i);
  if (first == end) /* a row to fill in */
    {
      const char *blank[GEOAT_N_COLUMNS] = { "", "", "", "", "", "", "", "" };

      write_row (xml, blank, GEOAT_DOCX_CELL);
    }
  geoat_xml_close (xml);
}

static void
write_template (GeoatXml *xml, const GeoatTemplate *template, GeoatScores *scores)
{
  GeoatFramework *framework = geoat_plan_get_framework (template->plan);

  for (guint i = 0; i < geoat_framework_get_n_principles (framework); i++)
    {
      g_autofree char *title = geoat_report_get_principle (template, i);
      guint first, n;

      if (!geoat_report_has_principle (template, i))
        continue;
      geoat_docx_paragraph (xml, "Heading1", title);
      geoat_framework_get_principle_range (framework, i, &first, &n);
      for (guint j = first; j < first + n; j++)
        if (geoat_report_has_key_element (template, j))
          write_key_element (xml, template, scores, j);
    }
}

static void
write_pictures (GeoatXml *xml, const GeoatTemplate *template, GPtrArray *pictures)
{
  if (pictures->len > 0)
    geoat_docx_paragraph (xml, "Heading1", text (template, "report.charts"));
  for (guint i = 0; i < pictures->len; i++)
    {
      const GeoatPicture *picture = g_ptr_array_index (pictures, i);

      geoat_docx_paragraph (xml, "Heading2", picture->title);
      geoat_docx_picture (xml, picture, i + 1);
      geoat_docx_paragraph (xml, "GeoatCaption", picture->description);
    }
}

/* Page, margins, header and footer: the last element of the body. */
static void
write_section (GeoatXml *xml, const GeoatTemplate *template)
{
  g_autofree char *width = g_strdup_printf ("%d", GEOAT_DOCX_PAGE_WIDTH);
  g_autofree char *height = g_strdup_printf ("%d", GEOAT_DOCX_PAGE_HEIGHT);
  g_autofree char *margin = g_strdup_printf ("%d", GEOAT_DOCX_MARGIN);

  geoat_xml_open (xml, "w:sectPr", NULL);
  geoat_xml_empty (xml, "w:headerReference", "w:type", "default", "r:id", "header", NULL);
  geoat_xml_empty (xml, "w:footerReference", "w:type", "default", "r:id", "footer", NULL);
  geoat_xml_empty (xml, "w:pgSz", "w:w", width, "w:h", height, "w:orient", "landscape", NULL);
  geoat_xml_empty (xml, "w:pgMar", "w:top", margin, "w:right", margin, "w:bottom", margin, "w:left",
                   margin, "w:header", "450", "w:footer", "450", "w:gutter", "0", NULL);
  if (geoat_language_is_right_to_left (template->language))
    geoat_xml_empty (xml, "w:bidi", NULL);
  geoat_xml_close (xml);
}

/**
 * geoat_docx_make_body:
 * @template: the template
 * @pictures: the charts, an array of #GeoatPicture
 *
 * Returns: (transfer full): the main part of the document
 */
GBytes *
geoat_docx_make_body (const GeoatTemplate *template, GPtrArray *pictures)
{
  g_autoptr (GeoatScores) scores = geoat_scores_new (template->plan, template->round);
  g_autoptr (GeoatXml) xml = geoat_xml_new ();

  geoat_xml_open (xml, "w:document", "xmlns:w", GEOAT_DOCX_NAMESPACE, "xmlns:r",
                  GEOAT_DOCX_RELATIONS, NULL);
  geoat_xml_open (xml, "w:body", NULL);
  write_title_page (xml, template);
  take_table (xml, template, geoat_report_get_working_group (template));
  if (!geoat_template_is_blank (template))
    {
      take_table (xml, template, geoat_report_get_scores (template, scores));
      geoat_docx_paragraph (xml, "GeoatCaption", text (template, "score.note"));
      write_pictures (xml, template, pictures);
    }
  write_template (xml, template, scores);
  take_table (xml, template, geoat_report_get_activities (template));
  take_table (xml, template, geoat_report_get_remarks (template));
  /* Word wants a paragraph behind the last table. */
  geoat_docx_paragraph (xml, "GeoatText", "");
  write_section (xml, template);
  return geoat_xml_finish (xml);
}
