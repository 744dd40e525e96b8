/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "geoat-sharing.h"
#include "geoat-format.h"

G_BEGIN_DECLS

/**
 * GeoatShareParts:
 *
 * What of a plan is included: a row to check for every part, round, status and key element, in
 * groups that open. Signal `changed`: after the user has checked or unchecked something.
 */
#define GEOAT_TYPE_SHARE_PARTS (geoat_share_parts_get_type ())
G_DECLARE_FINAL_TYPE (GeoatShareParts, geoat_share_parts, GEOAT, SHARE_PARTS, AdwBin)

void geoat_share_parts_set_plan (GeoatShareParts *self, GeoatPlan *plan);
void geoat_share_parts_set_sharing (GeoatShareParts *self, const GeoatSharing *sharing);
const GeoatSharing *geoat_share_parts_get_sharing (GeoatShareParts *self);
void geoat_share_parts_set_format (GeoatShareParts *self, const GeoatFormat *format);

G_END_DECLS
