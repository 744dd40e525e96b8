/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sheet of a workbook that holds the scores, and its charts.
 *
 * How it works: the counts of a key element are formulas over the cells of the template sheet; the
 * counts of a principle and of the plan are sums of these; the mean follows from the counts.
 * Whoever changes a level in the template sees the scores change. Each formula is stored with its
 * present value, for programs that do not calculate. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include <string.h>

#include "geoat-xlsx-private.h"

/* The columns of the sheet. */
enum
{
  SCOPE,
  MEAN,
  LEVEL_0,
  LEVEL_5 = LEVEL_0 + GEOAT_LEVEL_MAX,
  NOT_APPLICABLE,
  NOT_ASSESSED,
  TOTAL,
  N_COLUMNS
};

#define FIRST_ROW 1

/* In characters: the longest name of a principle on one line. */
#define SCOPE_WIDTH 52

typedef struct
{
  GeoatXlsx *xlsx;
  lxw_worksheet *sheet;
  char *levels; /* ranges of the template sheet */
  char *key_elements;
  char *numbers;
  GArray *principle_rows; /* of lxw_row_t */
  GArray *principles;     /* of guint: which principles these are */
} Scores;

static char *
make_range (GeoatXlsx *xlsx, lxw_col_t column)
{
  const char *name = geoat_language_get_text (xlsx->template->language, "sheet.template");
  guint last = geoat_xlsx_count_rows (xlsx->template) + GEOAT_XLSX_SPARE_ROWS;
  char range[LXW_MAX_CELL_RANGE_LENGTH];

  lxw_rowcol_to_range_abs (range, 1, column, last, column);
  return g_strdup_printf ("'%s'!%s", name, range);
}

/* The count in column @column of the sheet. */
static guint
get_count (const GeoatScore *score, int column)
{
  if (column <= LEVEL_5)
    return score->levels[column - LEVEL_0];
  if (column == NOT_APPLICABLE)
    return score->not_applicable;
  return column == NOT_ASSESSED ? score->not_assessed : score->total;
}

/* The mean of a row from its counts; the dash of a scope without a rated indicator is a text. */
static void
write_mean (Scores *self, lxw_row_t row, const GeoatScore *score, lxw_format *format)
{
  const char *none = geoat_language_get_text (self->xlsx->template->language, "score.none");
  char counts[LXW_MAX_CELL_RANGE_LENGTH];
  g_autofree char *formula = NULL;
  double mean;

  lxw_rowcol_to_range (counts, row, LEVEL_0, row, LEVEL_5);
  formula = g_strdup_printf ("=IF(SUM(%s)=0,\"%s\",SUMPRODUCT(%s,{0,1,2,3,4,5})/SUM(%s))", counts,
                             none, counts, counts);
  if (geoat_score_get_mean (score, &mean))
    worksheet_write_formula_num (self->sheet, row, MEAN, formula, format, mean);
  else
    worksheet_write_formula_str (self->sheet, row, MEAN, formula, format, none);
}

/* A count of a key element, from the cells of the template. */
static char *
make_count (Scores *self, lxw_row_t row, int column, const char *id)
{
  g_autofree char *scope =
      g_strdup_printf ("%s,\"%s\",%s,1", self->key_elements, id, self->numbers);
  char counts[LXW_MAX_CELL_RANGE_LENGTH];
  char total[LXW_MAX_CELL_NAME_LENGTH];

  if (column <= LEVEL_5)
    return g_strdup_printf ("=COUNTIFS(%s,%d,%s)", self->levels, column - LEVEL_0, scope);
  if (column == NOT_APPLICABLE)
    return g_strdup_printf ("=COUNTIFS(%s,\"N/A\",%s)", self->levels, scope);
  if (column == TOTAL)
    return g_strdup_printf ("=COUNTIFS(%s)", scope);

  lxw_rowcol_to_range (counts, row, LEVEL_0, row, NOT_APPLICABLE);
  lxw_rowcol_to_cell (total, row, TOTAL);
  return g_strdup_printf ("=%s-SUM(%s)", total, counts);
}

static void
write_key_element (Scores *self, GeoatScores *scores, guint key_element, lxw_row_t row)
{
  const GeoatTemplate *template = self->xlsx->template;
  const GeoatScore *score = geoat_scores_get_key_element (scores, key_element);
  const char *id =
      geoat_framework_get_key_element_id (geoat_plan_get_framework (template->plan), key_element);
  g_autofree char *name = geoat_report_get_key_element (template, key_element);

  geoat_xlsx_write_text (self->xlsx, self->sheet, row, SCOPE, name);
  for (int i = LEVEL_0; i < N_COLUMNS; i++)
    {
      g_autofree char *formula = make_count (self, row, i, id);

      worksheet_write_formula_num (self->sheet, row, (lxw_col_t) i, formula, self->xlsx->number,
                                   get_count (score, i));
    }
  write_mean (self, row, score, self->xlsx->mean);
  geoat_xlsx_end_row (self->xlsx, self->sheet, row);
}

/* A principle, or the plan: sums over the rows of @parts. */
static void
write_sums (Scores *self, const char *name, const GeoatScore *score, GArray *parts, lxw_row_t row)
{
  worksheet_write_string (self->sheet, row, SCOPE, name, self->xlsx->heading);
  for (int i = LEVEL_0; i < N_COLUMNS; i++)
    {
      g_autoptr (GString) formula = g_string_new ("=0");

      for (guint j = 0; j < parts->len; j++)
        {
          char cell[LXW_MAX_CELL_NAME_LENGTH];

          lxw_rowcol_to_cell (cell, g_array_index (parts, lxw_row_t, j), (lxw_col_t) i);
          g_string_append_printf (formula, "+%s", cell);
        }
      worksheet_write_formula_num (self->sheet, row, (lxw_col_t) i, formula->str,
                                   self->xlsx->strong, get_count (score, i));
    }
  write_mean (self, row, score, self->xlsx->strong_mean);
}

/* The rows of the sheet; returns the last one, that of the plan. */
static lxw_row_t
write_rows (Scores *self, GeoatScores *scores)
{
  const GeoatTemplate *template = self->xlsx->template;
  GeoatFramework *framework = geoat_plan_get_framework (template->plan);
  lxw_row_t row = FIRST_ROW;

  for (guint i = 0; i < geoat_framework_get_n_principles (framework); i++)
    {
      g_autofree char *name = geoat_report_get_principle (template, i);
      g_autoptr (GArray) parts = g_array_new (FALSE, FALSE, sizeof (lxw_row_t));
      lxw_row_t principle_row = row;
      guint first, n;

      if (!geoat_report_has_principle (template, i))
        continue;
      row++;
      geoat_framework_get_principle_range (framework, i, &first, &n);
      for (guint j = first; j < first + n; j++)
        if (geoat_report_has_key_element (template, j))
          {
            write_key_element (self, scores, j, row);
            g_array_append_val (parts, row);
            row++;
          }
      write_sums (self, name, geoat_scores_get_principle (scores, i), parts, principle_row);
      g_array_append_val (self->principle_rows, principle_row);
      g_array_append_val (self->principles, i);
    }
  write_sums (self, geoat_language_get_text (template->language, "score.whole_plan"),
              geoat_scores_get_plan_score (scores), self->principle_rows, row);
  return row;
}

static char *
make_reference (lxw_row_t row, lxw_col_t column)
{
  char cell[LXW_MAX_CELL_NAME_LENGTH];

  lxw_rowcol_to_cell_abs (cell, row, column, 1, 1);
  return g_strdup_printf ("=%s", cell);
}

/* Names and means of the principles below each other, beside the table: what the charts show. */
static void
write_chart_data (Scores *self, GeoatScores *scores, lxw_col_t column)
{
  const GeoatTemplate *template = self->xlsx->template;

  worksheet_set_column (self->sheet, column - 1, column - 1, 3, NULL);
  worksheet_set_column (self->sheet, column, column, SCOPE_WIDTH, NULL);
  worksheet_write_string (self->sheet, 0, column,
                          geoat_language_get_text (template->language, "score.principle"),
                          self->xlsx->heading);
  worksheet_write_string (self->sheet, 0, column + 1,
                          geoat_language_get_text (template->language, "score.mean"),
                          self->xlsx->heading);
  for (guint i = 0; i < self->principle_rows->len; i++)
    {
      lxw_row_t from = g_array_index (self->principle_rows, lxw_row_t, i);
      lxw_row_t row = FIRST_ROW + i;

      guint principle = g_array_index (self->principles, guint, i);
      g_autofree char *name = geoat_report_get_principle (template, principle);
      g_autofree char *name_formula = make_reference (from, SCOPE);
      g_autofree char *mean_formula = make_reference (from, MEAN);
      double mean;

      worksheet_write_formula_str (self->sheet, row, column, name_formula, self->xlsx->text, name);
      if (geoat_score_get_mean (geoat_scores_get_principle (scores, principle), &mean))
        worksheet_write_formula_num (self->sheet, row, column + 1, mean_formula, self->xlsx->mean,
                                     mean);
      else
        worksheet_write_formula_str (self->sheet, row, column + 1, mean_formula, self->xlsx->mean,
                                     geoat_language_get_text (template->language, "score.none"));
    }
}

static void
set_values (lxw_chart_series *series, const char *sheet, lxw_col_t column, lxw_row_t last)
{
  chart_series_set_categories (series, sheet, FIRST_ROW, column, last, column);
  chart_series_set_values (series, sheet, FIRST_ROW, (lxw_col_t) (column + 1), last,
                           (lxw_col_t) (column + 1));
}

static void
add_chart (Scores *self, uint8_t type, lxw_row_t row, lxw_col_t column)
{
  GeoatLanguage *language = self->xlsx->template->language;
  const char *sheet = geoat_language_get_text (language, "sheet.scores");
  const char *title = geoat_language_get_text (language, "score.chart");
  lxw_chart *chart = workbook_add_chart (self->xlsx->workbook, type);
  lxw_chart_series *series = chart_add_series (chart, NULL, NULL);
  lxw_chart_options options = {
    .x_scale = 1.25,
    .y_scale = 1.25,
    .description = (char *) title,
  };

  set_values (series, sheet, column, FIRST_ROW + self->principle_rows->len - 1);
  chart_series_set_name (series, geoat_language_get_text (language, "score.mean"));
  chart_title_set_name (chart, title);
  chart_legend_set_position (chart, LXW_CHART_LEGEND_NONE);
  if (type == LXW_CHART_BAR)
    {
      chart_axis_set_min (chart->x_axis, 0);
      chart_axis_set_max (chart->x_axis, GEOAT_LEVEL_MAX);
      chart_axis_set_reverse (chart->y_axis);
    }
  else
    {
      chart_axis_set_min (chart->y_axis, 0);
      chart_axis_set_max (chart->y_axis, GEOAT_LEVEL_MAX);
    }
  worksheet_insert_chart_opt (self->sheet, row, column, chart, &options);
}

/**
 * geoat_xlsx_write_scores:
 * @self: the workbook, with its template sheet
 *
 * Writes the sheet with the scores.
 */
void
geoat_xlsx_write_scores (GeoatXlsx *self)
{
  static const double widths[N_COLUMNS] = { SCOPE_WIDTH, 9, 6, 6, 6, 6, 6, 6, 8, 14, 8 };
  const GeoatTemplate *template = self->template;
  GeoatLanguage *language = template->language;
  g_autoptr (GeoatScores) values = geoat_scores_new (template->plan, template->round);
  const char *headings[N_COLUMNS + 1] = {
    geoat_language_get_text (language, "score.scope"),
    geoat_language_get_text (language, "score.mean"),
    "0",
    "1",
    "2",
    "3",
    "4",
    "5",
    geoat_language_get_text (language, "level.not_applicable"),
    geoat_language_get_text (language, "level.not_assessed"),
    geoat_language_get_text (language, "score.total"),
  };
  Scores scores = { .xlsx = self };
  lxw_row_t last;

  scores.sheet = geoat_xlsx_add_sheet (self, "sheet.scores");
  scores.levels = make_range (self, GEOAT_XLSX_LEVEL);
  scores.key_elements = make_range (self, GEOAT_XLSX_KEY_ELEMENT);
  scores.numbers = make_range (self, GEOAT_XLSX_NUMBER);
  scores.principle_rows = g_array_new (FALSE, FALSE, sizeof (lxw_row_t));
  scores.principles = g_array_new (FALSE, FALSE, sizeof (guint));

  geoat_xlsx_write_headings (self, scores.sheet, 0, headings, widths);
  last = write_rows (&scores, values);
  worksheet_write_string (scores.sheet, last + 2, SCOPE,
                          geoat_language_get_text (language, "score.note"), NULL);
  worksheet_freeze_panes (scores.sheet, 1, 1);
  if (scores.principle_rows->len > 0 && !template->without_charts)
    {
      write_chart_data (&scores, values, N_COLUMNS + 1);
      add_chart (&scores, LXW_CHART_RADAR_WITH_MARKERS, FIRST_ROW + 8, N_COLUMNS + 1);
      add_chart (&scores, LXW_CHART_BAR, FIRST_ROW + 29, N_COLUMNS + 1);
    }

  g_free (scores.levels);
  g_free (scores.key_elements);
  g_free (scores.numbers);
  g_array_unref (scores.principle_rows);
  g_array_unref (scores.principles);
}
