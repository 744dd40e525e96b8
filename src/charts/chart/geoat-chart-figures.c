/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The sums that charts are drawn from.
 *
 * How it works: a scope is the plan, a principle or a key element, in one row: 0 is the plan, then
 * the principles, then the key elements. Scores come from GeoatScores, where their rule stands and
 * which follow the plan edit by edit; what else a chart shows is counted in one go over the
 * entries. All of it is flat arrays of counters, so that two sets of figures can be compared: that
 * is how a chart finds out that an edit has not changed what it shows. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-figures.h"

#include <string.h>

/* The scores of a round, followed from now on when they are not yet. */
static GeoatScores *
get_scores (GHashTable *followed, GeoatPlan *plan, GeoatRound *round)
{
  GeoatScores *scores = g_hash_table_lookup (followed, round);

  if (scores == NULL)
    {
      scores = geoat_scores_new (plan, round);
      g_hash_table_insert (followed, g_object_ref (round), scores);
    }
  return scores;
}

static GeoatScore *
new_scores (GeoatChartFigures *self, GeoatPlan *plan, GeoatRound *round, GHashTable *followed)
{
  GeoatScores *source = get_scores (followed, plan, round);
  GeoatScore *scores = g_new0 (GeoatScore, self->n_scopes);

  scores[0] = *geoat_scores_get_plan_score (source);
  for (guint i = 0; i < self->n_principles; i++)
    scores[1 + i] = *geoat_scores_get_principle (source, i);
  for (guint i = 1 + self->n_principles; i < self->n_scopes; i++)
    scores[i] = *geoat_scores_get_key_element (source, i - 1 - self->n_principles);
  return scores;
}

static void
count_change (GeoatChartFigures *self, GeoatEntry *entry, GeoatChartChange *change)
{
  const GeoatRating *now = geoat_entry_get_rating (entry, self->round);
  const GeoatRating *before = NULL;

  if (geoat_entry_is_in_round (entry, self->compare))
    before = geoat_entry_get_rating (entry, self->compare);

  change->moves[geoat_move_get (entry, self->compare, self->round)]++;
  if (before != NULL && now != NULL && geoat_level_is_rated (geoat_rating_get_level (before)) &&
      geoat_level_is_rated (geoat_rating_get_level (now)))
    {
      change->score.n++;
      change->score.from_sum += geoat_rating_get_level (before);
      change->score.to_sum += geoat_rating_get_level (now);
    }
}

static void
count_actions (GeoatEntry *entry, const GDate *today, GeoatChartActionCount *actions)
{
  for (guint i = 0; i < geoat_entry_get_n_actions (entry); i++)
    {
      GeoatAction *action = geoat_entry_get_action (entry, i);
      GeoatStatus status = geoat_action_get_status (action);

      actions->by_status[status]++;
      if (geoat_action_is_overdue (action, today))
        actions->overdue[status]++;
    }
}

/* The counters of @scope += those of one entry, @n of them. */
static void
add_counters (guint *scope, const guint *entry, gsize n)
{
  for (gsize i = 0; i < n; i++)
    scope[i] += entry[i];
}

static void
count_entry (GeoatChartFigures *self,
             GeoatEntry *entry,
             int key_element,
             guint principle,
             const GDate *today)
{
  const guint scopes[] = { 0, 1 + principle, 1 + self->n_principles + key_element };
  GeoatChartChange change = { 0 };
  GeoatChartActionCount actions = { 0 };

  if (self->changes != NULL && self->compare != NULL)
    count_change (self, entry, &change);
  if (self->actions != NULL)
    count_actions (entry, today, &actions);

  for (guint i = 0; i < G_N_ELEMENTS (scopes); i++)
    {
      if (self->changes != NULL)
        add_counters ((guint *) &self->changes[scopes[i]], (const guint *) &change,
                      sizeof change / sizeof (guint));
      if (self->actions != NULL)
        add_counters ((guint *) &self->actions[scopes[i]], (const guint *) &actions,
                      sizeof actions / sizeof (guint));
    }
}

static void
count_entries (GeoatChartFigures *self, GeoatPlan *plan, const GDate *today)
{
  GeoatFramework *framework = geoat_plan_get_framework (plan);

  G_STATIC_ASSERT (sizeof (GeoatChartChange) % sizeof (guint) == 0);
  for (guint i = 0; i < geoat_plan_get_n_entries (plan); i++)
    {
      GeoatEntry *entry = geoat_plan_get_entry (plan, i);
      int key_element =
          geoat_framework_find_key_element (framework, geoat_entry_get_key_element (entry));

      if (key_element >= 0 && geoat_entry_is_in_round (entry, self->round))
        count_entry (self, entry, key_element,
                     geoat_framework_get_key_element_principle (framework, key_element), today);
    }
}

static GPtrArray *
copy_round_titles (GeoatPlan *plan)
{
  GPtrArray *titles = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < geoat_plan_get_n_rounds (plan); i++)
    g_ptr_array_add (titles, g_strdup (geoat_round_get_title (geoat_plan_get_round (plan, i))));
  return titles;
}

/**
 * geoat_chart_figures_new:
 * @plan: a plan
 * @round: one of its rounds
 * @compare: (nullable): another of its rounds
 * @today: for what is overdue
 * @shows: what to count
 * @followed: from round to #GeoatScores: those that are there are used, missing ones are added
 *
 * Counts.
 *
 * Returns: (transfer full): the figures
 */
GeoatChartFigures *
geoat_chart_figures_new (GeoatPlan *plan,
                         GeoatRound *round,
                         GeoatRound *compare,
                         const GDate *today,
                         GeoatChartShows shows,
                         GHashTable *followed)
{
  GeoatChartFigures *self = g_new0 (GeoatChartFigures, 1);
  GeoatFramework *framework = geoat_plan_get_framework (plan);

  self->shows = shows;
  self->n_principles = geoat_framework_get_n_principles (framework);
  self->n_scopes = 1 + self->n_principles + geoat_framework_get_n_key_elements (framework);
  self->round = g_object_ref (round);
  self->round_titles = copy_round_titles (plan);
  self->targets_by = g_strdup (geoat_item_get_text (GEOAT_ITEM (plan), GEOAT_FIELD_TARGETS_BY));
  if (compare != NULL && shows & GEOAT_CHART_SHOWS_COMPARE)
    self->compare = g_object_ref (compare);

  if (shows & GEOAT_CHART_SHOWS_SCORES)
    self->scores = new_scores (self, plan, round, followed);
  if (shows & GEOAT_CHART_SHOWS_COMPARE)
    self->changes = g_new0 (GeoatChartChange, self->n_scopes);
  if (shows & GEOAT_CHART_SHOWS_SCORES && self->compare != NULL)
    self->compare_scores = new_scores (self, plan, self->compare, followed);
  if (shows & GEOAT_CHART_SHOWS_ACTIONS)
    self->actions = g_new0 (GeoatChartActionCount, self->n_scopes);
  if (shows & GEOAT_CHART_SHOWS_ROUNDS)
    {
      self->rounds = g_ptr_array_new_with_free_func (g_free);
      for (guint i = 0; i < geoat_plan_get_n_rounds (plan); i++)
        g_ptr_array_add (self->rounds,
                         new_scores (self, plan, geoat_plan_get_round (plan, i), followed));
    }
  if (self->actions != NULL || self->compare != NULL)
    count_entries (self, plan, today);
  return self;
}

/**
 * geoat_chart_figures_free:
 * @self: (transfer full): figures
 *
 * Frees them.
 */
void
geoat_chart_figures_free (GeoatChartFigures *self)
{
  g_clear_object (&self->round);
  g_clear_object (&self->compare);
  g_free (self->scores);
  g_free (self->compare_scores);
  g_free (self->changes);
  g_clear_pointer (&self->rounds, g_ptr_array_unref);
  g_clear_pointer (&self->round_titles, g_ptr_array_unref);
  g_free (self->targets_by);
  g_free (self->actions);
  g_free (self);
}

/**
 * geoat_chart_figures_index:
 * @self: figures
 * @principle: 0-based position, or -1
 * @key_element: 0-based position, or -1
 *
 * The key element wins; with neither it is the plan.
 *
 * Returns: where a scope stands in the arrays
 */
guint
geoat_chart_figures_index (const GeoatChartFigures *self, int principle, int key_element)
{
  if (key_element >= 0)
    return 1 + self->n_principles + key_element;
  return principle >= 0 ? 1 + principle : 0;
}

static gboolean
scores_equal (const GeoatScore *a, const GeoatScore *b, GeoatChartShows shows)
{
  if (shows & GEOAT_CHART_SHOWS_LEVELS && memcmp (a->levels, b->levels, sizeof a->levels) != 0)
    return FALSE;
  if (shows & GEOAT_CHART_SHOWS_TARGETS &&
      (a->target_sum != b->target_sum || a->n_targets != b->n_targets))
    return FALSE;
  return geoat_score_get_sum (a) == geoat_score_get_sum (b) &&
         geoat_score_get_rated (a) == geoat_score_get_rated (b) && a->carried == b->carried &&
         a->not_applicable == b->not_applicable && a->not_assessed == b->not_assessed &&
         a->total == b->total;
}

static gboolean
all_scores_equal (const GeoatChartFigures *self, const GeoatScore *a, const GeoatScore *b)
{
  guint n = self->shows & GEOAT_CHART_SHOWS_KEY_ELEMENTS ? self->n_scopes : 1 + self->n_principles;

  if (a == NULL || b == NULL)
    return a == b;
  for (guint i = 0; i < n; i++)
    if (!scores_equal (&a[i], &b[i], self->shows))
      return FALSE;
  return TRUE;
}

static gboolean
counters_equal (const GeoatChartFigures *self, const void *a, const void *b, gsize size)
{
  if (a == NULL || b == NULL)
    return a == b;
  if (!(self->shows & GEOAT_CHART_SHOWS_KEY_ELEMENTS))
    return memcmp (a, b, size * (1 + self->n_principles)) == 0;
  return memcmp (a, b, size * self->n_scopes) == 0;
}

static gboolean
rounds_equal (const GeoatChartFigures *a, const GeoatChartFigures *b)
{
  if (a->rounds == NULL || b->rounds == NULL)
    return a->rounds == b->rounds;
  for (guint i = 0; i < a->rounds->len; i++)
    if (!all_scores_equal (a, g_ptr_array_index (a->rounds, i), g_ptr_array_index (b->rounds, i)))
      return FALSE;
  return TRUE;
}

static gboolean
titles_equal (const GeoatChartFigures *a, const GeoatChartFigures *b)
{
  if (a->round_titles->len != b->round_titles->len)
    return FALSE;
  for (guint i = 0; i < a->round_titles->len; i++)
    if (strcmp (g_ptr_array_index (a->round_titles, i), g_ptr_array_index (b->round_titles, i)) !=
        0)
      return FALSE;
  return TRUE;
}

/**
 * geoat_chart_figures_equal:
 * @a: figures of a chart
 * @b: later ones of the same chart
 *
 * Returns: whether a chart of @a and one of @b show the same
 */
gboolean
geoat_chart_figures_equal (const GeoatChartFigures *a, const GeoatChartFigures *b)
{
  return a->round == b->round && a->compare == b->compare && a->n_scopes == b->n_scopes &&
         titles_equal (a, b) && strcmp (a->targets_by, b->targets_by) == 0 &&
         all_scores_equal (a, a->scores, b->scores) &&
         all_scores_equal (a, a->compare_scores, b->compare_scores) &&
         counters_equal (a, a->changes, b->changes, sizeof *a->changes) &&
         counters_equal (a, a->actions, b->actions, sizeof *a->actions) && rounds_equal (a, b);
}

static gboolean
field_touches (GeoatChartShows shows, GeoatField field)
{
  switch (field)
    {
    case GEOAT_FIELD_ROUND_TITLE:
    case GEOAT_FIELD_KEY_ELEMENT:
    case GEOAT_FIELD_SINCE:
    case GEOAT_FIELD_RETIRED:
      return TRUE;
    case GEOAT_FIELD_TARGETS_BY:
    case GEOAT_FIELD_TARGET_LEVEL:
      return (shows & GEOAT_CHART_SHOWS_TARGETS) != 0;
    case GEOAT_FIELD_STATUS:
    case GEOAT_FIELD_DUE:
      return (shows & GEOAT_CHART_SHOWS_ACTIONS) != 0;
    default:
      return FALSE;
    }
}

static gboolean
part_touches (GeoatChartShows shows, GeoatPart part)
{
  switch (part)
    {
    case GEOAT_PART_ACTION:
      return (shows & GEOAT_CHART_SHOWS_ACTIONS) != 0;
    case GEOAT_PART_ENTRY:
    case GEOAT_PART_ROUND:
      return TRUE;
    case GEOAT_PART_PLAN:
    case GEOAT_PART_MEMBER:
    default:
      return FALSE;
    }
}

/**
 * geoat_chart_figures_are_touched:
 * @self: figures
 * @change: what has happened to the plan
 *
 * Whether a change can have an effect on the figures. Most edits are text, and are none of their
 * business.
 *
 * Returns: %FALSE when the figures are certainly as they were
 */
gboolean
geoat_chart_figures_are_touched (const GeoatChartFigures *self, const GeoatChange *change)
{
  switch (change->kind)
    {
    case GEOAT_CHANGE_RATING:
      if (self->shows & GEOAT_CHART_SHOWS_ROUNDS)
        return TRUE;
      if (!(self->shows & (GEOAT_CHART_SHOWS_SCORES | GEOAT_CHART_SHOWS_COMPARE)))
        return FALSE;
      return change->round == self->round || change->round == self->compare;
    case GEOAT_CHANGE_PRINCIPLE_TARGET:
      return (self->shows & GEOAT_CHART_SHOWS_TARGETS) != 0;
    case GEOAT_CHANGE_INSERT:
    case GEOAT_CHANGE_REMOVE:
      return part_touches (self->shows, geoat_item_get_part (change->item));
    case GEOAT_CHANGE_TEXT:
    case GEOAT_CHANGE_NUMBER:
      return field_touches (self->shows, change->field);
    default:
      return TRUE;
    }
}
