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

static PangoContext *
create_context (GeoatLanguage *language, PangoWeight weight)
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

static void
wait_for_thread (gpointer data)
{
  g_thread_join (data);
}

/* The thread that looks for the fonts of this thread. */
static GPrivate preparation = G_PRIVATE_INIT (wait_for_thread);

typedef struct
{
  PangoCairoFontMap *font_map;
  GeoatLanguage *language;
} Preparation;

/* Sets a letter in both fonts. */
static gpointer
prepare (gpointer data)
{
  static const PangoWeight weights[] = { PANGO_WEIGHT_NORMAL, PANGO_WEIGHT_BOLD };
  Preparation *self = data;

  pango_cairo_font_map_set_default (self->font_map);
  for (guint i = 0; i < G_N_ELEMENTS (weights); i++)
    {
      PangoContext *context = create_context (self->language, weights[i]);
      PangoLayout *layout = pango_layout_new (context);

      pango_layout_set_text (layout, "x", 1);
      pango_layout_get_size (layout, NULL, NULL);
      g_object_unref (layout);
      g_object_unref (context);
    }
  g_object_unref (self->font_map);
  g_object_unref (self->language);
  g_free (self);
  return NULL;
}

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
  g_private_replace (&preparation, NULL);
  return create_context (language, weight);
}

/**
 * geoat_chart_font_prepare:
 * @language: the language that texts will probably be in
 *
 * Lets Pango look for the font, normal and bold, while this thread does something else. The first
 * context that is created waits for it.
 */
void
geoat_chart_font_prepare (GeoatLanguage *language)
{
  Preparation *self = g_new (Preparation, 1);

  self->font_map = PANGO_CAIRO_FONT_MAP (g_object_ref (pango_cairo_font_map_get_default ()));
  self->language = g_object_ref (language);
  g_private_replace (&preparation, g_thread_new ("fonts", prepare, self));
}
