/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-plan.h"

G_BEGIN_DECLS

/**
 * GeoatScore:
 * @levels: how many entries have level 0 to 5
 * @carried: how many of the ratings, N/A included, are carried from the round before
 * @not_applicable: how many are N/A
 * @not_assessed: how many have no rating
 * @total: all of them
 * @target_sum, @n_targets: sum and number of the target levels of the entries that have one and are
 * not N/A
 *
 * The score of a scope (a key element, a principle, the plan) in one round, with its coverage.
 */
typedef struct
{
  guint levels[GEOAT_N_LEVELS];
  guint carried;
  guint not_applicable;
  guint not_assessed;
  guint total;
  guint target_sum;
  guint n_targets;
} GeoatScore;

guint geoat_score_get_rated (const GeoatScore *self);    /* with a level from 0 to 5 */
guint geoat_score_get_assessed (const GeoatScore *self); /* rated + not applicable */
guint geoat_score_get_sum (const GeoatScore *self);      /* of the levels */
gboolean geoat_score_get_mean (const GeoatScore *self,
                               double *mean); /* FALSE: no rated entry, no score */
gboolean geoat_score_get_target (const GeoatScore *self, double *target);
/* The mean in tenths, rounded half up from whole sums (2.25: 23), or -1. */
int geoat_score_get_tenths (const GeoatScore *self);
int geoat_score_get_target_tenths (const GeoatScore *self); /* the same for the targets */
void geoat_score_add (GeoatScore *self, const GeoatScore *other);

/* Change between two rounds over the entries rated 0 to 5 in both: sums and their number.
 * Scope: a principle or key element by position, -1 for all; the key element wins. */
typedef struct
{
  guint n;
  guint from_sum;
  guint to_sum;
} GeoatScoreChange;
void geoat_score_compare (GeoatPlan *plan,
                          GeoatRound *from,
                          GeoatRound *to,
                          int principle,
                          int key_element,
                          GeoatScoreChange *change);
/* The change of the mean in tenths, rounded half away from zero; FALSE: no entry was rated in both.
 */
gboolean geoat_score_change_get_tenths (const GeoatScoreChange *self, int *tenths);

/* Actions by status over a scope of entries that are in the round (the last, normally). */
typedef struct
{
  guint by_status[GEOAT_N_STATUSES];
  guint overdue;
  guint total;
} GeoatActionCount;
void geoat_action_count (GeoatPlan *plan,
                         GeoatRound *round,
                         int principle,
                         int key_element,
                         const GDate *today,
                         GeoatActionCount *count);

G_END_DECLS
