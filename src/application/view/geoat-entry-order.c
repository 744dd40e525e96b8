/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The entries in the order in which the window shows them: by key element, and inside one as they
 * stand in the plan. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-entry-order.h"

#include "geoat-plan-order.h"

/**
 * geoat_entry_order_list:
 * @plan: a plan
 * @round: a round of it
 * @key_element: (nullable): the id of a key element, or %NULL for all
 *
 * Returns: (transfer full) (element-type GeoatEntry): the entries that count in the round, in order
 */
GPtrArray *
geoat_entry_order_list (GeoatPlan *plan, GeoatRound *round, const char *key_element)
{
  g_autoptr (GeoatPlanOrder) order = geoat_plan_order_new (plan, round);
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  guint first = 0, end = order->n_entries;

  if (key_element != NULL)
    {
      int position =
          geoat_framework_find_key_element (geoat_plan_get_framework (plan), key_element);

      first = position < 0 ? 0 : order->first[position];
      end = position < 0 ? 0 : order->first[position + 1];
    }
  for (guint i = first; i < end; i++)
    g_ptr_array_add (entries, g_object_ref (order->entries[i]));
  return entries;
}

static guint
find_start (GPtrArray *entries, GeoatPlan *plan, const char *key_element, GeoatEntry *after)
{
  GeoatFramework *framework = geoat_plan_get_framework (plan);
  int from = geoat_framework_find_key_element (framework, key_element);
  guint position;

  if (after != NULL && g_ptr_array_find (entries, after, &position))
    return position + 1;
  for (position = 0; position < entries->len; position++)
    {
      GeoatEntry *entry = g_ptr_array_index (entries, position);
      if (geoat_framework_find_key_element (framework, geoat_entry_get_key_element (entry)) >= from)
        break;
    }
  return position;
}

/**
 * geoat_entry_order_next_not_assessed:
 * @plan: a plan
 * @round: a round of it
 * @key_element: the key element that is shown
 * @after: (nullable): the entry to go on from; %NULL: from the first of the key element
 *
 * The next entry that has no rating in the round, across key elements, and from the start of the
 * plan when its end is reached.
 *
 * Returns: (transfer none) (nullable): the entry, or %NULL when all others are assessed
 */
GeoatEntry *
geoat_entry_order_next_not_assessed (GeoatPlan *plan,
                                     GeoatRound *round,
                                     const char *key_element,
                                     GeoatEntry *after)
{
  g_autoptr (GPtrArray) entries = geoat_entry_order_list (plan, round, NULL);
  guint start = find_start (entries, plan, key_element, after);

  for (guint i = 0; i < entries->len; i++)
    {
      GeoatEntry *entry = g_ptr_array_index (entries, (start + i) % entries->len);
      if (entry != after && geoat_entry_get_rating (entry, round) == NULL)
        return entry;
    }
  return NULL;
}
