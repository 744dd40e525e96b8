/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GeoatWrapLayout:
 *
 * Lays children out in a line, and in further lines when the width is not enough. Properties:
 * `spacing` and `line-spacing` (pixels), `basis` (the width that an expanding child wants before it
 * goes to a line of its own).
 */
#define GEOAT_TYPE_WRAP_LAYOUT (geoat_wrap_layout_get_type ())
G_DECLARE_FINAL_TYPE (GeoatWrapLayout, geoat_wrap_layout, GEOAT, WRAP_LAYOUT, GtkLayoutManager)

GtkLayoutManager *geoat_wrap_layout_new (int spacing, int line_spacing, int basis);

G_END_DECLS
