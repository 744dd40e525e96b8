/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "geoat-plan.h"

G_BEGIN_DECLS

/**
 * GeoatSharePreview:
 *
 * Shows what goes out before it does: how much, what was left out and how much of it there was, and
 * everything that the plan says with what becomes of it.
 */
#define GEOAT_TYPE_SHARE_PREVIEW (geoat_share_preview_get_type ())
G_DECLARE_FINAL_TYPE (GeoatSharePreview, geoat_share_preview, GEOAT, SHARE_PREVIEW, AdwBin)

void geoat_share_preview_show (GeoatSharePreview *self, GPtrArray *removed, GPtrArray *lines);
void geoat_share_preview_show_problem (GeoatSharePreview *self, const char *problem);

G_END_DECLS
