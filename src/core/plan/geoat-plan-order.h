/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-plan.h"

G_BEGIN_DECLS

/**
 * GeoatPlanOrder:
 * @entries: (array length=n_entries): the entries; they belong to the plan
 * @n_entries: how many there are
 * @first: where each key element begins in @entries; one more at the end
 *
 * The entries of a plan in the order of the template: by key element, as the framework has them,
 * and within each as they stand in the plan. It holds as long as the plan does not change.
 */
typedef struct
{
  GeoatEntry **entries;
  guint n_entries;
  guint *first;
} GeoatPlanOrder;

/* @round NULL: all entries; otherwise those that count in it. */
GeoatPlanOrder *geoat_plan_order_new (GeoatPlan *plan, GeoatRound *round);
void geoat_plan_order_free (GeoatPlanOrder *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatPlanOrder, geoat_plan_order_free)

G_END_DECLS
