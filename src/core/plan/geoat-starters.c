/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Which starter indicators a plan has. An entry knows from which one it came. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-starters.h"

static gboolean
is_used (GeoatPlan *plan, GeoatRound *round, const char *key_element, const char *source)
{
  for (guint i = 0; i < geoat_plan_get_n_entries (plan); i++)
    {
      GeoatEntry *entry = geoat_plan_get_entry (plan, i);

      if (g_str_equal (geoat_item_get_text (GEOAT_ITEM (entry), GEOAT_FIELD_SOURCE), source) &&
          g_str_equal (geoat_entry_get_key_element (entry), key_element) &&
          geoat_entry_is_in_round (entry, round))
        return TRUE;
    }
  return FALSE;
}

/**
 * geoat_starters_list_unused:
 * @plan: a plan
 * @round: a round of it
 * @key_element: the position of a key element in the framework
 *
 * Returns: (transfer full) (element-type guint): the positions of the starter indicators from which
 *   no entry of the key element came that counts in @round
 */
GArray *
geoat_starters_list_unused (GeoatPlan *plan, GeoatRound *round, guint key_element)
{
  GeoatFramework *framework;
  GArray *unused;

  g_return_val_if_fail (GEOAT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (GEOAT_IS_ROUND (round), NULL);

  framework = geoat_plan_get_framework (plan);
  unused = g_array_new (FALSE, FALSE, sizeof (guint));
  for (guint i = 0; i < geoat_framework_get_n_indicators (framework, key_element); i++)
    if (!is_used (plan, round, geoat_framework_get_key_element_id (framework, key_element),
                  geoat_framework_get_indicator_source (framework, key_element, i)))
      g_array_append_val (unused, i);
  return unused;
}
