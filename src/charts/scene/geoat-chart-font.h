/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <pango/pango.h>

#include "geoat-language.h"

G_BEGIN_DECLS

/**
 * GEOAT_CHART_FONT_SIZE:
 *
 * The size of the font, in units; other sizes are drawn with a factor on it. Small enough for the
 * width of the longest text to be a number of Pango's.
 */
#define GEOAT_CHART_FONT_SIZE 10.0

PangoContext *geoat_chart_font_create_context (GeoatLanguage *language, PangoWeight weight);
void geoat_chart_font_prepare (GeoatLanguage *language);

G_END_DECLS
