/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Edits of many entries in one step of undo. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-history.h"

#include <glib/gi18n-lib.h>

#include "geoat-starters.h"

/**
 * geoat_history_set_not_applicable:
 * @self: a history whose plan's last round is open
 * @entries: (element-type GeoatEntry): entries that count in the last round
 * @reason: why, in the administration's words; may be empty
 *
 * Marks @entries as not applicable, also those that have a level, in one step.
 */
void
geoat_history_set_not_applicable (GeoatHistory *self, GPtrArray *entries, const char *reason)
{
  GeoatRound *round;

  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (entries != NULL);

  round = geoat_plan_get_last_round (geoat_history_get_plan (self));
  geoat_history_begin (self, _ ("Mark as not applicable"));
  for (guint i = 0; i < entries->len; i++)
    {
      GeoatEntry *entry = g_ptr_array_index (entries, i);
      const GeoatRating *old = geoat_entry_get_rating (entry, round);
      g_autoptr (GeoatRating) with_level = NULL;
      g_autoptr (GeoatRating) rating = NULL;

      if (old == NULL)
        rating = geoat_rating_new (GEOAT_LEVEL_NOT_APPLICABLE, reason, FALSE);
      else
        {
          with_level = geoat_rating_with_level (old, GEOAT_LEVEL_NOT_APPLICABLE);
          rating = geoat_rating_with_reason (with_level, reason);
        }
      geoat_history_set_rating (self, entry, rating);
    }
  geoat_history_end (self);
}

/**
 * geoat_history_add_unused_starters:
 * @self: a history
 * @key_element: the position of a key element in the framework
 *
 * Adds the starter indicators of a key element that the last round does not have yet, in one step.
 *
 * Returns: (transfer none) (nullable): the first of the new entries; %NULL: there were none
 */
GeoatEntry *
geoat_history_add_unused_starters (GeoatHistory *self, guint key_element)
{
  GeoatPlan *plan;
  g_autoptr (GArray) unused = NULL;
  GeoatEntry *first = NULL;

  g_return_val_if_fail (GEOAT_IS_HISTORY (self), NULL);

  plan = geoat_history_get_plan (self);
  unused = geoat_starters_list_unused (plan, geoat_plan_get_last_round (plan), key_element);
  geoat_history_begin (self, _ ("Add starter indicators"));
  for (guint i = 0; i < unused->len; i++)
    {
      GeoatEntry *entry =
          geoat_history_add_starter (self, key_element, g_array_index (unused, guint, i));

      if (first == NULL)
        first = entry;
    }
  geoat_history_end (self);
  return first;
}
