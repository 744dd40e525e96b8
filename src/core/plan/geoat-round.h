/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-item.h"

G_BEGIN_DECLS

/**
 * GeoatRound:
 *
 * One pass of assessment: "Baseline 2024", "Review 2025". It has the fields ROUND_TITLE, OPENED and
 * CLOSED.
 */
#define GEOAT_TYPE_ROUND (geoat_round_get_type ())
G_DECLARE_FINAL_TYPE (GeoatRound, geoat_round, GEOAT, ROUND, GeoatItem)

GeoatRound *geoat_round_new (const char *title, const GDate *opened);
const char *geoat_round_get_title (GeoatRound *self);
gboolean geoat_round_is_closed (GeoatRound *self);

/* Position in the plan, 0 for the first; G_MAXUINT while it is in no plan. */
guint geoat_round_get_index (GeoatRound *self);

G_END_DECLS
