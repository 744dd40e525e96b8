/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-plan.h"
#include "geoat-problem.h"

G_BEGIN_DECLS

/* Reads a plan: all or nothing. Messages are "/entries/12/ratings/r1/level: 7 is not a level"; the
 * caller puts the file's name in front. */
GeoatPlan *geoat_plan_read (GBytes *bytes, GError **error); /* full */

/* All problems, not only the first (at most 1,000): an array of GeoatProblem; empty when the plan
 * is valid. */
/* Beyond so many nothing more is looked for. */
#define GEOAT_PLAN_MAX_PROBLEMS 1000

GPtrArray *geoat_plan_check (GBytes *bytes); /* full */

G_END_DECLS
