/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "geoat-preview.h"

G_BEGIN_DECLS

/**
 * GeoatShareLine:
 *
 * A line of the preview, for a list. Lines that say the same need no redrawing: see
 * geoat_share_line_update_list().
 */
#define GEOAT_TYPE_SHARE_LINE (geoat_share_line_get_type ())
G_DECLARE_FINAL_TYPE (GeoatShareLine, geoat_share_line, GEOAT, SHARE_LINE, GObject)

const GeoatPreviewLine *geoat_share_line_get (GeoatShareLine *self);
char *geoat_share_line_get_name (GeoatShareLine *self); /* full */
const char *geoat_share_line_get_state_name (GeoatPreviewState state);

void geoat_share_line_update_list (GListStore *list, GPtrArray *lines);

G_END_DECLS
