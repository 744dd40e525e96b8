/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-score.h"

G_BEGIN_DECLS

/**
 * GeoatScores:
 *
 * The scores of every key element, every principle and the plan in one round, kept up to date by
 * the plan's changes at a cost that does not depend on the size of the plan. Signal `changed`:
 * after any of them changed.
 */
#define GEOAT_TYPE_SCORES (geoat_scores_get_type ())
G_DECLARE_FINAL_TYPE (GeoatScores, geoat_scores, GEOAT, SCORES, GObject)

GeoatScores *geoat_scores_new (GeoatPlan *plan, GeoatRound *round);
GeoatPlan *geoat_scores_get_plan (GeoatScores *self);
GeoatRound *geoat_scores_get_round (GeoatScores *self);
const GeoatScore *geoat_scores_get_plan_score (GeoatScores *self);
const GeoatScore *geoat_scores_get_principle (GeoatScores *self, guint principle);
const GeoatScore *geoat_scores_get_key_element (GeoatScores *self, guint key_element);

G_END_DECLS
