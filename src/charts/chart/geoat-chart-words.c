/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words and numbers that several kinds of chart use, in the chart's language. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-private.h"

#include "geoat-date.h"

static char *
dup_count (guint count)
{
  return g_strdup_printf ("%u", count);
}

static const char *
get_tag (GeoatChart *self)
{
  return geoat_language_get_tag (geoat_chart_get_language (self));
}

/**
 * geoat_chart_dup_principle:
 * @self: a chart
 * @principle: 0-based position
 * @brief: whether a short name will do
 *
 * Returns: (transfer full): number and name of a principle
 */
char *
geoat_chart_dup_principle (GeoatChart *self, guint principle, gboolean brief)
{
  GeoatFramework *framework = geoat_chart_get_framework (self);
  const char *name =
      brief ? geoat_framework_get_principle_short (framework, principle, get_tag (self))
            : geoat_framework_get_principle_name (framework, principle, get_tag (self));

  return geoat_language_format (geoat_chart_get_language (self), "chart.name", "id",
                                geoat_framework_get_principle_id (framework, principle), "name",
                                name, NULL);
}

/**
 * geoat_chart_dup_key_element:
 * @self: a chart
 * @key_element: 0-based position
 *
 * Returns: (transfer full): id and name of a key element
 */
char *
geoat_chart_dup_key_element (GeoatChart *self, guint key_element)
{
  GeoatFramework *framework = geoat_chart_get_framework (self);

  return geoat_language_format (
      geoat_chart_get_language (self), "chart.name", "id",
      geoat_framework_get_key_element_id (framework, key_element), "name",
      geoat_framework_get_key_element_name (framework, key_element, get_tag (self)), NULL);
}

/**
 * geoat_chart_dup_round:
 * @self: a chart
 * @round: a round
 *
 * Returns: (transfer full): its title, or its number when it has none
 */
char *
geoat_chart_dup_round (GeoatChart *self, GeoatRound *round)
{
  const char *title = geoat_round_get_title (round);
  g_autofree char *number = dup_count (geoat_round_get_index (round) + 1);

  if (*title != '\0')
    return g_strdup (title);
  return geoat_language_format (geoat_chart_get_language (self), "chart.round", "number", number,
                                NULL);
}

/**
 * geoat_chart_dup_tenths:
 * @self: a chart
 * @score: a score
 *
 * Returns: (transfer full): the mean with one decimal, or a dash
 */
char *
geoat_chart_dup_tenths (GeoatChart *self, const GeoatScore *score)
{
  return geoat_language_format_tenths (geoat_chart_get_language (self),
                                       geoat_score_get_tenths (score));
}

/**
 * geoat_chart_dup_change:
 * @self: a chart
 * @change: what happened to a scope
 *
 * Returns: (transfer full) (nullable): the change with its sign, or %NULL when no entry is rated in
 * both rounds
 */
char *
geoat_chart_dup_change (GeoatChart *self, const GeoatChartChange *change)
{
  int tenths;

  if (!geoat_score_change_get_tenths (&change->score, &tenths))
    return NULL;
  return geoat_language_format_change (geoat_chart_get_language (self), tenths);
}

/**
 * geoat_chart_dup_target:
 * @self: a chart
 * @score: a score
 *
 * Returns: (transfer full) (nullable): the mean of the target levels with one decimal, or %NULL
 */
char *
geoat_chart_dup_target (GeoatChart *self, const GeoatScore *score)
{
  int tenths = geoat_score_get_target_tenths (score);

  if (tenths < 0)
    return NULL;
  return geoat_language_format_tenths (geoat_chart_get_language (self), tenths);
}

/**
 * geoat_chart_dup_target_name:
 * @self: a chart
 *
 * Returns: (transfer full): what to call the target levels: "Target by 30 Jun 2027"
 */
char *
geoat_chart_dup_target_name (GeoatChart *self)
{
  GeoatLanguage *language = geoat_chart_get_language (self);
  g_autofree char *text = NULL;
  GDate date;

  if (!geoat_date_parse (geoat_chart_get_figures (self)->targets_by, &date))
    return g_strdup (geoat_language_get_text (language, "chart.target"));
  text = geoat_language_format_date (language, &date, TRUE);
  return geoat_language_format (language, "chart.target-by", "date", text, NULL);
}

/**
 * geoat_chart_dup_coverage:
 * @self: a chart
 * @score: a score
 *
 * Returns: (transfer full): "17 rated, 1 not applicable, 1 not yet assessed"
 */
char *
geoat_chart_dup_coverage (GeoatChart *self, const GeoatScore *score)
{
  g_autofree char *rated = dup_count (geoat_score_get_rated (score));
  g_autofree char *not_applicable = dup_count (score->not_applicable);
  g_autofree char *open = dup_count (score->not_assessed);

  return geoat_language_format (geoat_chart_get_language (self), "chart.place.coverage", "rated",
                                rated, "na", not_applicable, "open", open, NULL);
}

static void
append_line (GString *lines, char *line)
{
  if (lines->len > 0)
    g_string_append_c (lines, '\n');
  g_string_append (lines, line);
  g_free (line);
}

static void
append_compare (GeoatChart *self, GString *lines, guint scope)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (self);
  GeoatLanguage *language = geoat_chart_get_language (self);
  const GeoatChartChange *change = &figures->changes[scope];
  g_autofree char *round = geoat_chart_dup_round (self, figures->compare);
  g_autofree char *score = geoat_chart_dup_tenths (self, &figures->compare_scores[scope]);
  g_autofree char *by = geoat_chart_dup_change (self, change);

  append_line (lines, geoat_language_format (language, "chart.place.score", "name", round, "score",
                                             score, NULL));
  if (by != NULL)
    append_line (lines, geoat_language_format_count (language, "chart.place.change",
                                                     change->score.n, "change", by, NULL));
}

/**
 * geoat_chart_dup_place:
 * @self: a chart
 * @name: of a scope
 * @scope: its index in the figures
 *
 * Returns: (transfer full): score, target, the other round and coverage, a line each
 */
char *
geoat_chart_dup_place (GeoatChart *self, const char *name, guint scope)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (self);
  GeoatLanguage *language = geoat_chart_get_language (self);
  const GeoatScore *score = &figures->scores[scope];
  g_autofree char *mean = geoat_chart_dup_tenths (self, score);
  g_autofree char *target = geoat_chart_dup_target (self, score);
  GString *lines = g_string_new (NULL);

  append_line (lines, geoat_language_format (language, "chart.place.score", "name", name, "score",
                                             mean, NULL));
  if (target != NULL && geoat_chart_shows_targets (self))
    {
      g_autofree char *target_name = geoat_chart_dup_target_name (self);

      append_line (lines, geoat_language_format (language, "chart.place.score", "name", target_name,
                                                 "score", target, NULL));
    }
  if (figures->compare != NULL)
    append_compare (self, lines, scope);
  append_line (lines, geoat_chart_dup_coverage (self, score));
  if (score->carried > 0)
    append_line (
        lines, geoat_language_format_count (language, "chart.place.carried", score->carried, NULL));
  return g_string_free (lines, FALSE);
}

/**
 * geoat_chart_dup_change_sentence:
 * @self: a chart
 *
 * Returns: (transfer full) (nullable): how the mean of the plan has changed, or %NULL when there is
 * nothing to say
 */
char *
geoat_chart_dup_change_sentence (GeoatChart *self)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (self);
  g_autofree char *round = NULL;
  g_autofree char *change = NULL;

  if (figures->compare == NULL)
    return NULL;
  change = geoat_chart_dup_change (self, &figures->changes[0]);
  if (change == NULL)
    return NULL;
  round = geoat_chart_dup_round (self, figures->compare);
  return geoat_language_format_count (geoat_chart_get_language (self), "chart.describe.change",
                                      figures->changes[0].score.n, "round", round, "change", change,
                                      NULL);
}

/**
 * geoat_chart_dup_mean_sentence:
 * @self: a chart
 *
 * Returns: (transfer full): the mean of the plan in the round that is shown, with its coverage
 */
char *
geoat_chart_dup_mean_sentence (GeoatChart *self)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (self);
  const GeoatScore *score = &figures->scores[0];
  g_autofree char *round = geoat_chart_dup_round (self, figures->round);
  g_autofree char *mean = geoat_chart_dup_tenths (self, score);
  g_autofree char *assessed = dup_count (geoat_score_get_assessed (score));

  return geoat_language_format_count (
      geoat_chart_get_language (self),
      geoat_score_get_rated (score) > 0 ? "chart.describe.mean" : "chart.describe.no-mean",
      score->total, "round", round, "score", mean, "assessed", assessed, NULL);
}

/**
 * geoat_chart_join_sentences:
 * @first: (transfer full): a sentence
 * @second: (transfer full) (nullable): another
 * @third: (transfer full) (nullable): another
 *
 * Returns: (transfer full): those that there are, one after the other
 */
char *
geoat_chart_join_sentences (char *first, char *second, char *third)
{
  GString *text = g_string_new (first);
  char *others[] = { second, third };

  for (guint i = 0; i < G_N_ELEMENTS (others); i++)
    if (others[i] != NULL)
      g_string_append_printf (text, " %s", others[i]);
  g_free (first);
  g_free (second);
  g_free (third);
  return g_string_free (text, FALSE);
}

/* The scopes from @first to before @end with the highest and the lowest mean; FALSE when all that
 * have one have the same. */
static gboolean
find_extremes (
    const GeoatChartFigures *figures, guint first, guint end, guint *highest, guint *lowest)
{
  double high = -1, low = GEOAT_LEVEL_MAX + 1, mean;

  *highest = *lowest = first;
  for (guint i = first; i < end; i++)
    {
      if (!geoat_score_get_mean (&figures->scores[i], &mean))
        continue;
      if (mean > high)
        {
          high = mean;
          *highest = i;
        }
      if (mean < low)
        {
          low = mean;
          *lowest = i;
        }
    }
  return high > low;
}

/**
 * geoat_chart_dup_extremes_sentence:
 * @self: a chart
 * @key_elements: whether it is about key elements, not principles
 *
 * Returns: (transfer full) (nullable): where the mean is highest and lowest, or %NULL when there is
 * nothing to say
 */
char *
geoat_chart_dup_extremes_sentence (GeoatChart *self, gboolean key_elements)
{
  const GeoatChartFigures *figures = geoat_chart_get_figures (self);
  guint split = 1 + figures->n_principles, highest, lowest;
  guint first = key_elements ? split : 1, end = key_elements ? figures->n_scopes : split;
  g_autofree char *high = NULL, *high_score = NULL, *low = NULL, *low_score = NULL;

  if (!find_extremes (figures, first, end, &highest, &lowest))
    return NULL;
  high = key_elements ? geoat_chart_dup_key_element (self, highest - first)
                      : geoat_chart_dup_principle (self, highest - first, FALSE);
  low = key_elements ? geoat_chart_dup_key_element (self, lowest - first)
                     : geoat_chart_dup_principle (self, lowest - first, FALSE);
  high_score = geoat_chart_dup_tenths (self, &figures->scores[highest]);
  low_score = geoat_chart_dup_tenths (self, &figures->scores[lowest]);
  return geoat_language_format (geoat_chart_get_language (self), "chart.describe.extremes",
                                "highest", high, "highest_score", high_score, "lowest", low,
                                "lowest_score", low_score, NULL);
}
