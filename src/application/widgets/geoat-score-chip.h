/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GeoatScoreChip:
 *
 * A score in a coloured chip: one hue from pale (0) to deep (5); no score is a dash without a
 * colour. Property: `tenths`.
 */
#define GEOAT_TYPE_SCORE_CHIP (geoat_score_chip_get_type ())
G_DECLARE_FINAL_TYPE (GeoatScoreChip, geoat_score_chip, GEOAT, SCORE_CHIP, GtkWidget)

GtkWidget *geoat_score_chip_new (void);
void geoat_score_chip_set_tenths (GeoatScoreChip *self, int tenths);

G_END_DECLS
