/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "geoat-sharing.h"
#include "geoat-format.h"

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * GeoatShareChoice:
 *
 * What is asked before a plan is shared: who it is for, in which format, what is included. Signal
 * `changed`: after the user has chosen something.
 */
#define GEOAT_TYPE_SHARE_CHOICE (geoat_share_choice_get_type ())
G_DECLARE_FINAL_TYPE (GeoatShareChoice, geoat_share_choice, GEOAT, SHARE_CHOICE, AdwBin)

void geoat_share_choice_start (GeoatShareChoice *self,
                               GeoatPerspective *perspective,
                               GSettings *settings);
void geoat_share_choice_remember (GeoatShareChoice *self);

const GeoatSharing *geoat_share_choice_get_sharing (GeoatShareChoice *self);
const GeoatFormat *geoat_share_choice_get_format (GeoatShareChoice *self);
gboolean geoat_share_choice_get_charts (GeoatShareChoice *self);
GeoatPaper geoat_share_choice_get_paper (GeoatShareChoice *self);
GeoatRound *geoat_share_choice_get_round (GeoatShareChoice *self); /* none; of the plan */

G_END_DECLS
