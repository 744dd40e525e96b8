/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The charts of a plan as pictures, for formats that hold pictures: drawn for print, at twice the
 * resolution of a screen, no wider and no higher than the page has room for. A chart that is longer
 * than a page at a size that can be read is not made: what it shows stands in the tables. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-picture.h"

#include <glib/gi18n-lib.h>

#include <math.h>

#include "geoat-chart-kinds.h"
#include "geoat-error.h"

#define SCALE 2.0
#define SMALLEST 0.6 /* smaller than this the letters of a chart cannot be read */

void
geoat_picture_free (GeoatPicture *picture)
{
  g_free (picture->title);
  g_free (picture->description);
  g_clear_pointer (&picture->png, g_bytes_unref);
  g_free (picture);
}

static cairo_status_t
append_cb (void *data, const unsigned char *bytes, unsigned int length)
{
  g_byte_array_append (data, bytes, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Draws the chart in units of its own, @scale pixels each. */
static GBytes *
draw (GeoatChart *chart, double width, double height, double scale, GError **error)
{
  g_autoptr (GByteArray) bytes = g_byte_array_new ();
  cairo_surface_t *surface = cairo_image_surface_create (
      CAIRO_FORMAT_RGB24, (int) ceil (width * scale), (int) ceil (height * scale));
  cairo_t *cr = cairo_create (surface);
  cairo_status_t status;

  cairo_set_source_rgb (cr, 1, 1, 1);
  cairo_paint (cr);
  cairo_scale (cr, scale, scale);
  geoat_chart_draw (chart, cr, width, height, GEOAT_CHART_THEME_PRINT, 1);
  status = cairo_status (cr);
  cairo_destroy (cr);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, append_cb, bytes);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_FAILED,
                           _ ("The chart could not be drawn"));
      return NULL;
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}

/* FALSE on failure; *@picture stays %NULL for a chart that has no room. */
static gboolean
make (const char *kind,
      const GeoatTemplate *template,
      double width,
      double height,
      GeoatPicture **picture,
      GError **error)
{
  const GeoatChartOptions options = {
    .plan = template->plan,
    .round = template->round,
    .language = template->language,
    .today = &template->today,
  };
  g_autoptr (GeoatChart) chart = geoat_chart_new (kind, &options, error);
  g_autoptr (GBytes) png = NULL;
  double chart_width, chart_height, factor;

  if (chart == NULL)
    return FALSE;

  geoat_chart_get_natural_size (chart, &chart_width, &chart_height);
  chart_height = geoat_chart_get_height_for_width (chart, chart_width, 1);
  factor = MIN (1, MIN (width / chart_width, height / chart_height));
  if (factor < SMALLEST)
    return TRUE;

  png = draw (chart, chart_width, chart_height, SCALE, error);
  if (png == NULL)
    return FALSE;

  *picture = g_new0 (GeoatPicture, 1);
  (*picture)->title = geoat_chart_get_title (chart);
  (*picture)->description = geoat_chart_describe (chart);
  (*picture)->width = chart_width * factor;
  (*picture)->height = chart_height * factor;
  (*picture)->png = g_steal_pointer (&png);
  return TRUE;
}

/**
 * geoat_picture_make_all:
 * @template: the template
 * @width: how much room a picture has, in points
 * @height: the same
 * @error: return location for a #GError
 *
 * Returns: (transfer full): an array of #GeoatPicture, one for each kind of chart that has room,
 *   none when charts are not wanted or show nothing; %NULL when one cannot be drawn
 */
GPtrArray *
geoat_picture_make_all (const GeoatTemplate *template, double width, double height, GError **error)
{
  g_autoptr (GPtrArray) pictures =
      g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_picture_free);
  guint n_kinds;
  const GeoatChartKind *kinds = geoat_chart_get_kinds (&n_kinds);

  if (template->without_charts || geoat_template_is_blank (template))
    return g_steal_pointer (&pictures);

  for (guint i = 0; i < n_kinds; i++)
    {
      GeoatPicture *picture = NULL;

      if (!make (kinds[i].id, template, width, height, &picture, error))
        return NULL;
      if (picture != NULL)
        g_ptr_array_add (pictures, picture);
    }
  return g_steal_pointer (&pictures);
}
