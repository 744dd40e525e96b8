/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-score.h"

G_BEGIN_DECLS

/**
 * GeoatAttention:
 * @key_element: 0-based position
 * @score: of the key element, with its coverage and target
 * @n_low: indicators below their target level; those without a target: below level 3
 * @n_without_activity: how many of these have no activity that is still meant
 * @n_activities: activities that are not dropped and not blank
 * @n_overdue: how many of these are overdue
 * @weight: how far up it stands, for sorting only; never shown
 *
 * A key element that needs attention, and all that says why.
 */
typedef struct
{
  guint key_element;
  GeoatScore score;
  guint n_low;
  guint n_without_activity;
  guint n_activities;
  guint n_overdue;
  double weight;
} GeoatAttention;

/* The key elements that need attention, most of all first: array of GeoatAttention. full */
GArray *geoat_attention_rank (GeoatPlan *plan, GeoatRound *round, const GDate *today);

gboolean geoat_attention_is_low (GeoatEntry *entry, GeoatRound *round);

G_END_DECLS
