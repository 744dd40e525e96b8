/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-plan.h"

G_BEGIN_DECLS

/* Private to src/core: the bytes of a plan's file, always nearly ready. */
typedef struct _GeoatPlanSnapshot GeoatPlanSnapshot;

GeoatPlanSnapshot *geoat_plan_snapshot_new (GeoatPlan *plan); /* follows its changes */
void geoat_plan_snapshot_free (GeoatPlanSnapshot *self);

/* The plan as it is now: GBytes that make its file when put one after the other. */
GPtrArray *geoat_plan_snapshot_take (GeoatPlanSnapshot *self); /* full */

/* The same from the snapshot that follows the plan, if there is one; else written for this call. */
GPtrArray *geoat_plan_take_parts (GeoatPlan *plan); /* full */
GBytes *geoat_plan_join_parts (GPtrArray *parts);   /* full; in any thread */

G_END_DECLS
