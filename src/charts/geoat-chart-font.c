/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The font of charts and of the pages that charts are printed on.
 *
 * How it works: nothing is hinted, so that a text has the same width on the screen, in a picture
 * and on paper, and one size does for all sizes, by a factor. For each size, weight and language
 * that Pango is asked for it looks through all fonts of the system, which takes longer than setting
 * all texts of a chart: charts and pages ask for the same. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-font.h"

#include <pango/pangocairo.h>

/**
 * geoat_chart_font_create_context:
 * @language: the language of the texts
 * @weight: how bold they are
 *
 * Makes a context whose font is the one of charts and pages, in %GEOAT_CHART_FONT_SIZE.
 *
 * Returns: (transfer full): a context, for texts that run from left to right
 */
PangoContext *
geoat_chart_font_create_context (GeoatLanguage *language, PangoWeight weight)
{
  PangoContext *context = pango_font_map_create_context (pango_cairo_font_map_get_default ());
  PangoFontDescription *description = pango_font_description_new ();
  cairo_font_options_t *options = cairo_font_options_create ();

  cairo_font_options_set_hint_metrics (options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_hint_style (options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_antialias (options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options (context, options);
  cairo_font_options_destroy (options);
  pango_cairo_context_set_resolution (context, 72);
  pango_context_set_round_glyph_positions (context, FALSE);
  pango_context_set_base_dir (context, PANGO_DIRECTION_LTR);
  pango_context_set_language (context,
                              pango_language_from_string (geoat_language_get_tag (language)));

  pango_font_description_set_family_static (description, "Noto Sans,Cantarell,DejaVu Sans,Sans");
  pango_font_description_set_absolute_size (description, GEOAT_CHART_FONT_SIZE * PANGO_SCALE);
  pango_font_description_set_weight (description, weight);
  pango_context_set_font_description (context, description);
  pango_font_description_free (description);
  return context;
}
