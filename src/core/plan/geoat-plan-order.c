/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The entries by key element: one pass that counts, one that places. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-plan-order.h"

#include "geoat-entry-private.h"
#include "geoat-plan-private.h"

static gboolean
is_in_order (GeoatEntry *entry, GeoatRound *round)
{
  return entry->key_element >= 0 && (round == NULL || geoat_entry_is_in_round (entry, round));
}

/**
 * geoat_plan_order_new:
 * @plan: a plan
 * @round: (nullable): a round of it; %NULL: all entries, whether they count in a round or not
 *
 * Returns: (transfer full): the entries of @plan that count in @round, in order
 */
GeoatPlanOrder *
geoat_plan_order_new (GeoatPlan *plan, GeoatRound *round)
{
  GeoatPlanOrder *self;
  guint n_key_elements, n_entries;
  g_autofree guint *next = NULL;

  g_return_val_if_fail (GEOAT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (round == NULL || GEOAT_IS_ROUND (round), NULL);

  n_key_elements = geoat_framework_get_n_key_elements (geoat_plan_get_framework (plan));
  n_entries = geoat_plan_get_n_entries (plan);
  next = g_new (guint, n_key_elements);

  self = g_new0 (GeoatPlanOrder, 1);
  self->first = g_new0 (guint, n_key_elements + 1);
  for (guint i = 0; i < n_entries; i++)
    {
      GeoatEntry *entry = geoat_plan_get_entry (plan, i);

      if (is_in_order (entry, round))
        self->first[entry->key_element + 1]++;
    }
  for (guint i = 0; i < n_key_elements; i++)
    {
      self->first[i + 1] += self->first[i];
      next[i] = self->first[i];
    }

  self->n_entries = self->first[n_key_elements];
  self->entries = g_new (GeoatEntry *, self->n_entries);
  for (guint i = 0; i < n_entries; i++)
    {
      GeoatEntry *entry = geoat_plan_get_entry (plan, i);

      if (is_in_order (entry, round))
        self->entries[next[entry->key_element]++] = entry;
    }
  return self;
}

/**
 * geoat_plan_order_free:
 * @self: (transfer full): an order
 */
void
geoat_plan_order_free (GeoatPlanOrder *self)
{
  g_free (self->entries);
  g_free (self->first);
  g_free (self);
}
