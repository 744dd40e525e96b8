/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GeoatScrollLayout:
 *
 * Gives the child of a scrolled window its whole place, and answers at once when the window asks
 * for a height at no certain width.
 */
#define GEOAT_TYPE_SCROLL_LAYOUT (geoat_scroll_layout_get_type ())
G_DECLARE_FINAL_TYPE (
    GeoatScrollLayout, geoat_scroll_layout, GEOAT, SCROLL_LAYOUT, GtkLayoutManager)

G_END_DECLS
