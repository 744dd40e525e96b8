/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GeoatCoverageRing:
 *
 * A small ring that closes as indicators are assessed. Properties: `assessed`, `total`.
 */
#define GEOAT_TYPE_COVERAGE_RING (geoat_coverage_ring_get_type ())
G_DECLARE_FINAL_TYPE (GeoatCoverageRing, geoat_coverage_ring, GEOAT, COVERAGE_RING, GtkWidget)

GtkWidget *geoat_coverage_ring_new (void);
void geoat_coverage_ring_set_coverage (GeoatCoverageRing *self, guint assessed, guint total);

G_END_DECLS
