/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of what a chart shows. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-private.h"

/**
 * geoat_chart_numbers_free:
 * @numbers: (transfer full): a table
 *
 * Frees a table.
 */
void
geoat_chart_numbers_free (GeoatChartNumbers *numbers)
{
  g_strfreev (numbers->columns);
  g_ptr_array_unref (numbers->rows);
  g_free (numbers);
}

/**
 * geoat_chart_numbers_add_column:
 * @numbers: a table without rows
 * @heading: (transfer full): a heading
 *
 * Adds a column.
 */
void
geoat_chart_numbers_add_column (GeoatChartNumbers *numbers, char *heading)
{
  guint n = numbers->columns != NULL ? g_strv_length (numbers->columns) : 0;

  numbers->columns = g_renew (char *, numbers->columns, n + 2);
  numbers->columns[n] = heading;
  numbers->columns[n + 1] = NULL;
}

/**
 * geoat_chart_numbers_add_columns:
 * @numbers: a table without rows
 * @self: its chart
 * @first_key: key of an output text
 * @...: more keys, then %NULL
 *
 * Adds columns whose headings are output texts.
 */
void
geoat_chart_numbers_add_columns (GeoatChartNumbers *numbers,
                                 GeoatChart *self,
                                 const char *first_key,
                                 ...)
{
  va_list keys;

  va_start (keys, first_key);
  for (const char *key = first_key; key != NULL; key = va_arg (keys, const char *))
    geoat_chart_numbers_add_column (numbers, g_strdup (geoat_chart_get_text (self, key)));
  va_end (keys);
}

/**
 * geoat_chart_numbers_add_row:
 * @numbers: a table
 *
 * Starts a row. Its cells are added from the first on with geoat_chart_numbers_add().
 */
void
geoat_chart_numbers_add_row (GeoatChartNumbers *numbers)
{
  g_ptr_array_add (numbers->rows, g_new0 (char *, g_strv_length (numbers->columns) + 1));
}

/**
 * geoat_chart_numbers_add:
 * @numbers: a table with a row
 * @text: (transfer full) (nullable): what stands in the next cell; %NULL: nothing
 *
 * Fills the next cell of the last row.
 */
void
geoat_chart_numbers_add (GeoatChartNumbers *numbers, char *text)
{
  char **row = g_ptr_array_index (numbers->rows, numbers->rows->len - 1);
  guint n = g_strv_length (row);

  g_assert (n < g_strv_length (numbers->columns));
  row[n] = text != NULL ? text : g_strdup ("");
}

/**
 * geoat_chart_numbers_add_count:
 * @numbers: a table with a row
 * @count: a number
 *
 * Fills the next cell of the last row with a number.
 */
void
geoat_chart_numbers_add_count (GeoatChartNumbers *numbers, guint count)
{
  geoat_chart_numbers_add (numbers, g_strdup_printf ("%u", count));
}

/**
 * geoat_chart_numbers_add_score:
 * @numbers: a table with a row
 * @self: its chart
 * @score: a score
 *
 * Fills the next cell of the last row with a mean, or with nothing when there is none.
 */
void
geoat_chart_numbers_add_score (GeoatChartNumbers *numbers,
                               GeoatChart *self,
                               const GeoatScore *score)
{
  geoat_chart_numbers_add (
      numbers, geoat_score_get_rated (score) > 0 ? geoat_chart_dup_tenths (self, score) : NULL);
}

/**
 * geoat_chart_numbers_add_coverage_columns:
 * @numbers: a table without rows
 * @self: its chart
 *
 * Adds the columns that geoat_chart_numbers_add_coverage() fills.
 */
void
geoat_chart_numbers_add_coverage_columns (GeoatChartNumbers *numbers, GeoatChart *self)
{
  geoat_chart_numbers_add_columns (numbers, self, "chart.column.rated", "chart.column.carried",
                                   "chart.column.na", "chart.column.open", "chart.column.total",
                                   NULL);
}

/**
 * geoat_chart_numbers_add_coverage:
 * @numbers: a table with a row
 * @score: a score
 *
 * Fills the next five cells: rated, carried, not applicable, not yet assessed, all.
 */
void
geoat_chart_numbers_add_coverage (GeoatChartNumbers *numbers, const GeoatScore *score)
{
  geoat_chart_numbers_add_count (numbers, geoat_score_get_rated (score));
  geoat_chart_numbers_add_count (numbers, score->carried);
  geoat_chart_numbers_add_count (numbers, score->not_applicable);
  geoat_chart_numbers_add_count (numbers, score->not_assessed);
  geoat_chart_numbers_add_count (numbers, score->total);
}

/**
 * geoat_chart_numbers_add_scope:
 * @numbers: a table
 * @self: its chart
 * @principle: 0-based position, or -1
 * @key_element: 0-based position, or -1
 *
 * Starts a row with the id and the name of a scope; the whole plan has no id.
 */
void
geoat_chart_numbers_add_scope (GeoatChartNumbers *numbers,
                               GeoatChart *self,
                               int principle,
                               int key_element)
{
  GeoatFramework *framework = geoat_chart_get_framework (self);
  const char *tag = geoat_language_get_tag (geoat_chart_get_language (self));
  const char *id = "", *name = geoat_chart_get_text (self, "chart.plan");

  if (key_element >= 0)
    {
      id = geoat_framework_get_key_element_id (framework, key_element);
      name = geoat_framework_get_key_element_name (framework, key_element, tag);
    }
  else if (principle >= 0)
    {
      id = geoat_framework_get_principle_id (framework, principle);
      name = geoat_framework_get_principle_name (framework, principle, tag);
    }
  geoat_chart_numbers_add_row (numbers);
  geoat_chart_numbers_add (numbers, g_strdup (id));
  geoat_chart_numbers_add (numbers, g_strdup (name));
}

/**
 * geoat_chart_numbers_add_score_columns:
 * @numbers: a table without rows
 * @self: its chart
 *
 * Adds the columns that geoat_chart_numbers_add_scores() fills: the score of the round; of the
 * other round, the change, and over how many indicators; the target; the coverage.
 */
void
geoat_chart_numbers_add_score_columns (GeoatChartNumbers *numbers, GeoatChart *self)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (self);

  geoat_chart_numbers_add_column (numbers, geoat_chart_dup_round (self, figures->round));
  if (figures->compare != NULL)
    {
      geoat_chart_numbers_add_column (numbers, geoat_chart_dup_round (self, figures->compare));
      geoat_chart_numbers_add_columns (numbers, self, "chart.column.change", "chart.column.both",
                                       NULL);
    }
  if (geoat_chart_shows_targets (self))
    geoat_chart_numbers_add_column (numbers, geoat_chart_dup_target_name (self));
  geoat_chart_numbers_add_coverage_columns (numbers, self);
}

/**
 * geoat_chart_numbers_add_scores:
 * @numbers: a table with a row
 * @self: its chart
 * @scope: index of a scope in the figures
 *
 * Fills the columns of geoat_chart_numbers_add_score_columns() in the last row.
 */
void
geoat_chart_numbers_add_scores (GeoatChartNumbers *numbers, GeoatChart *self, guint scope)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (self);

  geoat_chart_numbers_add_score (numbers, self, &figures->scores[scope]);
  if (figures->compare != NULL)
    {
      geoat_chart_numbers_add_score (numbers, self, &figures->compare_scores[scope]);
      geoat_chart_numbers_add (numbers, geoat_chart_dup_change (self, &figures->changes[scope]));
      geoat_chart_numbers_add_count (numbers, figures->changes[scope].score.n);
    }
  if (geoat_chart_shows_targets (self))
    geoat_chart_numbers_add (numbers, geoat_chart_dup_target (self, &figures->scores[scope]));
  geoat_chart_numbers_add_coverage (numbers, &figures->scores[scope]);
}

/**
 * geoat_chart_numbers_add_key_elements:
 * @numbers: an empty table
 * @self: its chart
 *
 * Fills the table with the scores of all key elements, and of the plan at the end.
 */
void
geoat_chart_numbers_add_key_elements (GeoatChartNumbers *numbers, GeoatChart *self)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (self);

  geoat_chart_numbers_add_columns (numbers, self, "chart.column.number", "chart.column.key-element",
                                   NULL);
  geoat_chart_numbers_add_score_columns (numbers, self);
  for (guint i = 1 + figures->n_principles; i < figures->n_scopes; i++)
    {
      geoat_chart_numbers_add_scope (numbers, self, -1, i - 1 - figures->n_principles);
      geoat_chart_numbers_add_scores (numbers, self, i);
    }
  geoat_chart_numbers_add_scope (numbers, self, -1, -1);
  geoat_chart_numbers_add_scores (numbers, self, 0);
}
