/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart as a file: PNG, SVG, PDF.
 *
 * How it works: cairo writes text in SVG as outlines, which neither a search nor a screen reader
 * finds. So the chart's title, description and numbers are put into <title> and <desc> behind
 * cairo's opening tag, and the picture gets the role "img". In PDF cairo keeps the text. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-private.h"

#include <cairo-pdf.h>
#include <cairo-svg.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-error.h"

#define MAX_SIDE 16384

static cairo_status_t
write_cb (void *closure, const unsigned char *data, unsigned int length)
{
  g_byte_array_append (closure, data, length);
  return CAIRO_STATUS_SUCCESS;
}

/* Text for XML 1.0, which has no way to write most control characters. */
static void
append_escaped (GString *xml, const char *text)
{
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (c == '<')
        g_string_append (xml, "&lt;");
      else if (c == '>')
        g_string_append (xml, "&gt;");
      else if (c == '&')
        g_string_append (xml, "&amp;");
      else if ((c < 0x20 && c != '\t' && c != '\n') || c == 0xfffe || c == 0xffff)
        g_string_append_unichar (xml, 0xfffd);
      else
        g_string_append_unichar (xml, c);
    }
}

/* The numbers as lines of "heading: cell; heading: cell". */
static void
append_numbers (GeoatChart *self, GString *xml)
{
  g_autoptr (GeoatChartNumbers) numbers = geoat_chart_get_numbers (self);

  for (guint i = 0; i < numbers->rows->len; i++)
    {
      char **row = g_ptr_array_index (numbers->rows, i);
      const char *separator = "\n";

      for (guint column = 0; row[column] != NULL; column++)
        if (*row[column] != '\0')
          {
            g_string_append (xml, separator);
            append_escaped (xml, numbers->columns[column]);
            g_string_append (xml, ": ");
            append_escaped (xml, row[column]);
            separator = "; ";
          }
    }
}

static GBytes *
annotate_svg (GeoatChart *self, GByteArray *drawn)
{
  g_autofree char *title = geoat_chart_get_title (self);
  g_autofree char *description = geoat_chart_describe (self);
  const char *svg = (const char *) drawn->data;
  const char *tag = g_strstr_len (svg, drawn->len, "<svg ");
  const char *end = tag != NULL ? memchr (tag, '>', drawn->len - (tag - svg)) : NULL;
  GString *xml;

  g_return_val_if_fail (end != NULL, NULL);

  xml = g_string_sized_new (drawn->len + 4096);
  g_string_append_len (xml, svg, end - svg);
  g_string_append (xml, " role=\"img\" xml:lang=\"");
  append_escaped (xml, geoat_language_get_tag (geoat_chart_get_language (self)));
  g_string_append (xml, "\">\n<title>");
  append_escaped (xml, title);
  g_string_append (xml, "</title>\n<desc>");
  append_escaped (xml, description);
  append_numbers (self, xml);
  g_string_append (xml, "</desc>");
  g_string_append_len (xml, end + 1, drawn->len - (end + 1 - svg));
  return g_string_free_to_bytes (xml);
}

static void
set_pdf_metadata (GeoatChart *self, cairo_surface_t *surface)
{
  g_autofree char *title = geoat_chart_get_title (self);
  g_autofree char *description = geoat_chart_describe (self);

  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE, title);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT, description);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "GEOAT Planner");
}

static cairo_surface_t *
create_surface (GeoatChart *self, GeoatChartFormat format, int width, int height, GByteArray *bytes)
{
  cairo_surface_t *surface;

  switch (format)
    {
    case GEOAT_CHART_FORMAT_SVG:
      surface = cairo_svg_surface_create_for_stream (write_cb, bytes, width, height);
      cairo_svg_surface_set_document_unit (surface, CAIRO_SVG_UNIT_PX);
      return surface;
    case GEOAT_CHART_FORMAT_PDF:
      surface = cairo_pdf_surface_create_for_stream (write_cb, bytes, width, height);
      set_pdf_metadata (self, surface);
      return surface;
    case GEOAT_CHART_FORMAT_PNG:
    default:
      return cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
    }
}

static void
draw_on (GeoatChart *self, cairo_surface_t *surface, int width, int height, GeoatChartTheme theme)
{
  /* little white around little pictures, and above and below a chart that needs the height */
  double side = MIN (GEOAT_CHART_MARGIN, MIN (width, height) / 20.0);
  double wanted = geoat_chart_get_height_for_width (self, width - 2 * side, 1);
  double top = CLAMP ((height - wanted) / 2, side / 4, side);
  cairo_t *cr = cairo_create (surface);

  geoat_chart_theme_set_source (theme, GEOAT_CHART_COLOR_SURFACE, cr);
  cairo_paint (cr);
  cairo_translate (cr, side, top);
  geoat_chart_draw (self, cr, width - 2 * side, height - 2 * top, theme, 1);
  cairo_show_page (cr);
  cairo_destroy (cr);
}

/**
 * geoat_chart_render:
 * @self: a chart
 * @format: PNG, SVG or PDF
 * @width: in pixels (PNG) or points (SVG, PDF), from 1 to 16,384
 * @height: the same
 * @theme: with which colours
 * @error: where to put an error
 *
 * Makes a file of a chart, on a background of the theme's colour, with a margin around it.
 *
 * Returns: (transfer full): the content of the file, or %NULL
 */
GBytes *
geoat_chart_render (GeoatChart *self,
                    GeoatChartFormat format,
                    int width,
                    int height,
                    GeoatChartTheme theme,
                    GError **error)
{
  g_autoptr (GByteArray) bytes = NULL;
  cairo_surface_t *surface;
  cairo_status_t status;

  g_return_val_if_fail (GEOAT_IS_CHART (self), NULL);
  g_return_val_if_fail (theme < GEOAT_CHART_N_THEMES, NULL);

  if (width < 1 || height < 1 || width > MAX_SIDE || height > MAX_SIDE)
    {
      g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_FAILED,
                   _ ("A chart of %d × %d is not possible; each side is from 1 to %d."), width,
                   height, MAX_SIDE);
      return NULL;
    }

  bytes = g_byte_array_new ();
  surface = create_surface (self, format, width, height, bytes);
  draw_on (self, surface, width, height, theme);
  status = cairo_surface_status (surface);
  if (format == GEOAT_CHART_FORMAT_PNG && status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_write_to_png_stream (surface, write_cb, bytes);
  cairo_surface_finish (surface);
  if (status == CAIRO_STATUS_SUCCESS)
    status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);

  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_FAILED,
                           _ ("The chart could not be drawn"));
      return NULL;
    }
  if (format == GEOAT_CHART_FORMAT_SVG)
    return annotate_svg (self, bytes);
  return g_byte_array_free_to_bytes (g_steal_pointer (&bytes));
}
