/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where attention is needed.
 *
 * How it works: the level comes first. A key element weighs as many levels as its mean is away from
 * 5; one that has no mean, because nobody has rated it, stands in the middle of the scale: neither
 * fine nor the worst. Each of the other three reasons adds up to one level, by its share: how many
 * indicators are not yet assessed, how many of the low ones have no activity, how many of the
 * activities are overdue. A key element without any of the reasons is not in the list, however low
 * others are. This orders what to look at next; it grades nothing. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-attention.h"

#include "geoat-entry-private.h"
#include "geoat-plan-private.h"

/* The first level that is not low where no target says otherwise: moderate implementation. */
#define LEVEL_ENOUGH GEOAT_LEVEL_3

static double
get_share (guint n, guint total)
{
  return total == 0 ? 0 : (double) n / total;
}

static void
count_entry (GeoatEntry *entry, GeoatRound *round, const GDate *today, GeoatAttention *attention)
{
  GeoatLevel level = geoat_entry_get_level (entry, round);
  const GeoatRating *rating = geoat_entry_get_rating (entry, round);
  guint n = 0;

  for (guint i = 0; i < geoat_entry_get_n_actions (entry); i++)
    {
      GeoatAction *action = geoat_entry_get_action (entry, i);

      if (geoat_action_get_status (action) == GEOAT_STATUS_DROPPED ||
          geoat_action_is_blank (action))
        continue;
      n++;
      if (geoat_action_is_overdue (action, today))
        attention->n_overdue++;
    }
  attention->n_activities += n;

  attention->score.total++;
  if (rating == NULL)
    attention->score.not_assessed++;
  else if (level == GEOAT_LEVEL_NOT_APPLICABLE)
    attention->score.not_applicable++;
  else
    attention->score.levels[level]++;
  if (rating != NULL && geoat_rating_get_carried (rating))
    attention->score.carried++;
  if (level != GEOAT_LEVEL_NOT_APPLICABLE &&
      geoat_level_is_rated (geoat_entry_get_effective_target (entry)))
    {
      attention->score.target_sum += (guint) geoat_entry_get_effective_target (entry);
      attention->score.n_targets++;
    }

  if (geoat_attention_is_low (entry, round))
    {
      attention->n_low++;
      if (n == 0)
        attention->n_without_activity++;
    }
}

static double
get_weight (const GeoatAttention *attention)
{
  double mean = 2.5;

  geoat_score_get_mean (&attention->score, &mean);

  return (GEOAT_LEVEL_MAX - mean) +
         get_share (attention->score.not_assessed, attention->score.total) +
         get_share (attention->n_without_activity, attention->n_low) +
         get_share (attention->n_overdue, attention->n_activities);
}

static int
compare (gconstpointer a, gconstpointer b)
{
  const GeoatAttention *one = a, *other = b;

  if (one->weight < other->weight)
    return 1;
  if (one->weight > other->weight)
    return -1;

  return one->key_element < other->key_element ? -1 : one->key_element > other->key_element;
}

/**
 * geoat_attention_is_low:
 * @entry: an entry
 * @round: a round in which it counts
 *
 * Returns: whether it is rated below its target level, or where it has none, below level 3
 */
gboolean
geoat_attention_is_low (GeoatEntry *entry, GeoatRound *round)
{
  GeoatLevel level, target;

  g_return_val_if_fail (GEOAT_IS_ENTRY (entry), FALSE);
  g_return_val_if_fail (GEOAT_IS_ROUND (round), FALSE);

  level = geoat_entry_get_level (entry, round);
  target = geoat_entry_get_effective_target (entry);

  return geoat_level_is_rated (level) &&
         level < (geoat_level_is_rated (target) ? target : LEVEL_ENOUGH);
}

/**
 * geoat_attention_rank:
 * @plan: a plan
 * @round: one of its rounds
 * @today: the day that "overdue" means
 *
 * Finds where to look next: key elements with low indicators, with some that are not yet assessed,
 * or with activities that are overdue.
 *
 * Returns: (transfer full) (element-type GeoatAttention): those key elements, most of all first; in
 *   the framework's order where nothing else decides
 */
GArray *
geoat_attention_rank (GeoatPlan *plan, GeoatRound *round, const GDate *today)
{
  GArray *ranked;
  guint n_key_elements, n_entries;

  g_return_val_if_fail (GEOAT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (GEOAT_IS_ROUND (round), NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  n_key_elements = geoat_framework_get_n_key_elements (geoat_plan_get_framework (plan));
  ranked = g_array_new (FALSE, TRUE, sizeof (GeoatAttention));
  g_array_set_size (ranked, n_key_elements);
  for (guint i = 0; i < n_key_elements; i++)
    g_array_index (ranked, GeoatAttention, i).key_element = i;

  n_entries = geoat_plan_get_n_entries (plan);
  for (guint i = 0; i < n_entries; i++)
    {
      GeoatEntry *entry = geoat_list_get (geoat_plan_get_list (plan, GEOAT_LIST_ENTRIES), i);

      if (entry->key_element >= 0 && geoat_entry_is_in_round (entry, round))
        count_entry (entry, round, today,
                     &g_array_index (ranked, GeoatAttention, (guint) entry->key_element));
    }

  for (guint i = ranked->len; i > 0; i--)
    {
      GeoatAttention *attention = &g_array_index (ranked, GeoatAttention, i - 1);

      attention->weight = get_weight (attention);
      if (attention->n_low == 0 && attention->score.not_assessed == 0 && attention->n_overdue == 0)
        g_array_remove_index (ranked, i - 1);
    }
  g_array_sort (ranked, compare);

  return ranked;
}
