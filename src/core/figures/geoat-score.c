/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the levels of many entries add up to. The GEOAT itself defines no total: a mean is a help,
 * and never shown without how many entries it speaks for. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-score.h"

#include "geoat-entry-private.h"
#include "geoat-plan-private.h"

/* sum / n in tenths, half up, without a detour through fractions that a double cannot hold. */
static int
divide_in_tenths (guint sum, guint n)
{
  return n == 0 ? -1 : (int) (((guint64) sum * 20 + n) / ((guint64) n * 2));
}

static gboolean
is_in_scope (GeoatPlan *plan, GeoatEntry *entry, int principle, int key_element)
{
  if (key_element >= 0)
    return entry->key_element == key_element;
  if (principle < 0)
    return TRUE;

  return entry->key_element >= 0 && (int) geoat_framework_get_key_element_principle (
                                        plan->framework, (guint) entry->key_element) == principle;
}

/**
 * geoat_score_get_rated:
 * @self: a score
 *
 * Returns: how many entries have a level from 0 to 5
 */
guint
geoat_score_get_rated (const GeoatScore *self)
{
  guint rated = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint level = 0; level < GEOAT_N_LEVELS; level++)
    rated += self->levels[level];

  return rated;
}

/**
 * geoat_score_get_assessed:
 * @self: a score
 *
 * Returns: how many entries have a rating, N/A included
 */
guint
geoat_score_get_assessed (const GeoatScore *self)
{
  g_return_val_if_fail (self != NULL, 0);

  return geoat_score_get_rated (self) + self->not_applicable;
}

/**
 * geoat_score_get_sum:
 * @self: a score
 *
 * Returns: the sum of the levels 0 to 5
 */
guint
geoat_score_get_sum (const GeoatScore *self)
{
  guint sum = 0;

  g_return_val_if_fail (self != NULL, 0);

  for (guint level = 1; level < GEOAT_N_LEVELS; level++)
    sum += level * self->levels[level];

  return sum;
}

/**
 * geoat_score_get_mean:
 * @self: a score
 * @mean: (out) (optional): the mean of the levels 0 to 5, unrounded; untouched when there is none
 *
 * Returns: %FALSE when no entry is rated: then there is no score, which is not the same as 0
 */
gboolean
geoat_score_get_mean (const GeoatScore *self, double *mean)
{
  guint rated;

  g_return_val_if_fail (self != NULL, FALSE);

  rated = geoat_score_get_rated (self);
  if (rated == 0)
    return FALSE;

  if (mean != NULL)
    *mean = (double) geoat_score_get_sum (self) / rated;
  return TRUE;
}

/**
 * geoat_score_get_target:
 * @self: a score
 * @target: (out) (optional): the mean of the target levels of the entries that have one and are not
 *   N/A, unrounded; untouched when there is none
 *
 * Returns: %FALSE when no entry has a target
 */
gboolean
geoat_score_get_target (const GeoatScore *self, double *target)
{
  g_return_val_if_fail (self != NULL, FALSE);

  if (self->n_targets == 0)
    return FALSE;

  if (target != NULL)
    *target = (double) self->target_sum / self->n_targets;
  return TRUE;
}

/**
 * geoat_score_get_tenths:
 * @self: a score
 *
 * Returns: the mean in tenths, rounded half up from whole sums: 23 for 2.25; -1 for no score
 */
int
geoat_score_get_tenths (const GeoatScore *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return divide_in_tenths (geoat_score_get_sum (self), geoat_score_get_rated (self));
}

/**
 * geoat_score_get_target_tenths:
 * @self: a score
 *
 * Returns: the mean of the targets in tenths, rounded in the same way; -1 for no target
 */
int
geoat_score_get_target_tenths (const GeoatScore *self)
{
  g_return_val_if_fail (self != NULL, -1);

  return divide_in_tenths (self->target_sum, self->n_targets);
}

/**
 * geoat_score_add:
 * @self: a score
 * @other: the score of other entries
 *
 * Makes @self the score of both together.
 */
void
geoat_score_add (GeoatScore *self, const GeoatScore *other)
{
  g_return_if_fail (self != NULL);
  g_return_if_fail (other != NULL);

  for (guint level = 0; level < GEOAT_N_LEVELS; level++)
    self->levels[level] += other->levels[level];
  self->carried += other->carried;
  self->not_applicable += other->not_applicable;
  self->not_assessed += other->not_assessed;
  self->total += other->total;
  self->target_sum += other->target_sum;
  self->n_targets += other->n_targets;
}

/**
 * geoat_score_compare:
 * @plan: a plan
 * @from: the earlier round
 * @to: the later round
 * @principle: the position of a principle, -1 for all
 * @key_element: the position of a key element, -1 for all; wins over @principle
 * @change: (out caller-allocates): the sums of the levels in both rounds
 *
 * Only entries that have a level from 0 to 5 in both rounds are compared: else an indicator that is
 * new would look like progress.
 */
void
geoat_score_compare (GeoatPlan *plan,
                     GeoatRound *from,
                     GeoatRound *to,
                     int principle,
                     int key_element,
                     GeoatScoreChange *change)
{
  guint n_entries;

  g_return_if_fail (GEOAT_IS_PLAN (plan));
  g_return_if_fail (GEOAT_IS_ROUND (from));
  g_return_if_fail (GEOAT_IS_ROUND (to));
  g_return_if_fail (change != NULL);

  *change = (GeoatScoreChange){ 0, 0, 0 };
  n_entries = geoat_plan_get_n_entries (plan);
  for (guint i = 0; i < n_entries; i++)
    {
      GeoatEntry *entry = geoat_list_get (geoat_plan_get_list (plan, GEOAT_LIST_ENTRIES), i);
      GeoatLevel before;
      GeoatLevel after;

      if (!is_in_scope (plan, entry, principle, key_element) ||
          !geoat_entry_is_in_round (entry, from) || !geoat_entry_is_in_round (entry, to))
        continue;

      before = geoat_entry_get_level (entry, from);
      after = geoat_entry_get_level (entry, to);
      if (geoat_level_is_rated (before) && geoat_level_is_rated (after))
        {
          change->n++;
          change->from_sum += (guint) before;
          change->to_sum += (guint) after;
        }
    }
}

/**
 * geoat_score_change_get_tenths:
 * @self: a change
 * @tenths: (out): the change of the mean in tenths; untouched when there is none
 *
 * Halves go away from zero, so that a rise and a fall of the same size look alike.
 *
 * Returns: %FALSE when no entry was rated in both rounds
 */
gboolean
geoat_score_change_get_tenths (const GeoatScoreChange *self, int *tenths)
{
  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (tenths != NULL, FALSE);

  if (self->n == 0)
    return FALSE;

  if (self->to_sum >= self->from_sum)
    *tenths = divide_in_tenths (self->to_sum - self->from_sum, self->n);
  else
    *tenths = -divide_in_tenths (self->from_sum - self->to_sum, self->n);
  return TRUE;
}

/**
 * geoat_action_count:
 * @plan: a plan
 * @round: a round: only the actions of entries that count in it
 * @principle: the position of a principle, -1 for all
 * @key_element: the position of a key element, -1 for all; wins over @principle
 * @today: the day that "overdue" means
 * @count: (out caller-allocates): the numbers
 */
void
geoat_action_count (GeoatPlan *plan,
                    GeoatRound *round,
                    int principle,
                    int key_element,
                    const GDate *today,
                    GeoatActionCount *count)
{
  guint n_entries;

  g_return_if_fail (GEOAT_IS_PLAN (plan));
  g_return_if_fail (GEOAT_IS_ROUND (round));
  g_return_if_fail (today != NULL && g_date_valid (today));
  g_return_if_fail (count != NULL);

  *count = (GeoatActionCount){ { 0 }, 0, 0 };
  n_entries = geoat_plan_get_n_entries (plan);
  for (guint i = 0; i < n_entries; i++)
    {
      GeoatEntry *entry = geoat_list_get (geoat_plan_get_list (plan, GEOAT_LIST_ENTRIES), i);

      if (!is_in_scope (plan, entry, principle, key_element) ||
          !geoat_entry_is_in_round (entry, round))
        continue;

      for (guint j = 0; j < geoat_entry_get_n_actions (entry); j++)
        {
          GeoatAction *action = geoat_entry_get_action (entry, j);

          count->by_status[geoat_action_get_status (action)]++;
          count->total++;
          if (geoat_action_is_overdue (action, today))
            count->overdue++;
        }
    }
}
