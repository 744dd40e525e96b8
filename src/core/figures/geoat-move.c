/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happened to an indicator between two rounds. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-move.h"

/**
 * geoat_move_get:
 * @entry: an entry of a plan
 * @from: the earlier round
 * @to: the later round, in which the entry counts
 *
 * Returns: what happened to its level
 */
GeoatMove
geoat_move_get (GeoatEntry *entry, GeoatRound *from, GeoatRound *to)
{
  const GeoatRating *before = NULL, *now;
  GeoatLevel old, new;

  g_return_val_if_fail (GEOAT_IS_ENTRY (entry), GEOAT_MOVE_OPEN);
  g_return_val_if_fail (GEOAT_IS_ROUND (from), GEOAT_MOVE_OPEN);
  g_return_val_if_fail (GEOAT_IS_ROUND (to), GEOAT_MOVE_OPEN);

  now = geoat_entry_get_rating (entry, to);
  if (geoat_entry_is_in_round (entry, from))
    before = geoat_entry_get_rating (entry, from);

  if (now == NULL)
    return GEOAT_MOVE_OPEN;
  if (geoat_rating_get_carried (now))
    return GEOAT_MOVE_CARRIED;
  if (before == NULL)
    return GEOAT_MOVE_NEW;

  old = geoat_rating_get_level (before);
  new = geoat_rating_get_level (now);
  if (old == new)
    return GEOAT_MOVE_SAME;
  if (!geoat_level_is_rated (old) || !geoat_level_is_rated (new))
    return GEOAT_MOVE_SWITCHED;

  return new > old ? GEOAT_MOVE_ROSE : GEOAT_MOVE_FELL;
}

/**
 * geoat_move_get_wording:
 * @entry: an entry of a plan
 * @round: a round
 *
 * Returns: (transfer none) (nullable): the current activities as they were worded in @round; %NULL
 *   when nobody knows any more: @round is over and has kept no wording
 */
const char *
geoat_move_get_wording (GeoatEntry *entry, GeoatRound *round)
{
  GeoatItem *plan;

  g_return_val_if_fail (GEOAT_IS_ENTRY (entry), NULL);
  g_return_val_if_fail (GEOAT_IS_ROUND (round), NULL);

  plan = geoat_item_get_owner (GEOAT_ITEM (round));
  if (geoat_entry_keeps_wording (entry, round, GEOAT_FIELD_CURRENT_ACTIVITIES) ||
      (plan != NULL && geoat_plan_can_rate (GEOAT_PLAN (plan)) &&
       round == geoat_plan_get_last_round (GEOAT_PLAN (plan))))
    return geoat_entry_get_wording (entry, round, GEOAT_FIELD_CURRENT_ACTIVITIES);

  return NULL;
}

/**
 * geoat_move_changes_wording:
 * @entry: an entry of a plan
 * @from: the earlier round
 * @to: the later round
 *
 * Returns: whether the current activities are known in both rounds, and worded differently
 */
gboolean
geoat_move_changes_wording (GeoatEntry *entry, GeoatRound *from, GeoatRound *to)
{
  const char *before = geoat_move_get_wording (entry, from);
  const char *now = geoat_move_get_wording (entry, to);

  return before != NULL && now != NULL && !g_str_equal (before, now);
}
