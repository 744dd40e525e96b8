/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws a scene with cairo. Only what cairo keeps as vectors on every surface is used: patterns are
 * lines and dots inside a clip, never pictures. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-scene.h"

#include <math.h>
#include <pango/pangocairo.h>

#define HATCH_STEP 5.0
#define DOT_STEP 5.0

static void
set_line (cairo_t *cr, GeoatChartLine line, double width)
{
  static const double dashes[GEOAT_CHART_N_LINES][4] = {
    [GEOAT_CHART_LINE_DASHED] = { 5, 3.5, 5, 3.5 },
    [GEOAT_CHART_LINE_DOTTED] = { 0.1, 4, 0.1, 4 },
    [GEOAT_CHART_LINE_DASH_DOTTED] = { 7, 3.5, 0.1, 3.5 },
    [GEOAT_CHART_LINE_LONG_DASHED] = { 11, 4, 11, 4 },
  };

  cairo_set_line_width (cr, width);
  cairo_set_line_join (cr, CAIRO_LINE_JOIN_ROUND);
  cairo_set_line_cap (cr, line == GEOAT_CHART_LINE_DOTTED || line == GEOAT_CHART_LINE_DASH_DOTTED
                              ? CAIRO_LINE_CAP_ROUND
                              : CAIRO_LINE_CAP_BUTT);
  cairo_set_dash (cr, dashes[line], line == GEOAT_CHART_LINE_SOLID ? 0 : 4, 0);
}

static void
add_rectangle (cairo_t *cr, const GeoatChartBox *box, double inset, double radius)
{
  double x = box->x + inset, y = box->y + inset;
  double width = box->width - 2 * inset, height = box->height - 2 * inset;

  if (width <= 0 || height <= 0)
    return;
  radius = MIN (radius, MIN (width, height) / 2);
  if (radius <= 0)
    {
      cairo_rectangle (cr, x, y, width, height);
      return;
    }
  cairo_new_sub_path (cr);
  cairo_arc (cr, x + width - radius, y + radius, radius, -G_PI_2, 0);
  cairo_arc (cr, x + width - radius, y + height - radius, radius, 0, G_PI_2);
  cairo_arc (cr, x + radius, y + height - radius, radius, G_PI_2, G_PI);
  cairo_arc (cr, x + radius, y + radius, radius, G_PI, 1.5 * G_PI);
  cairo_close_path (cr);
}

static void
draw_hatch (cairo_t *cr, const GeoatChartBox *box)
{
  set_line (cr, GEOAT_CHART_LINE_SOLID, 1);
  for (double offset = HATCH_STEP / 2; offset < box->width + box->height; offset += HATCH_STEP)
    {
      double in = MIN (offset, box->width), down = MIN (offset, box->height);

      cairo_move_to (cr, box->x + in, box->y + offset - in);
      cairo_line_to (cr, box->x + offset - down, box->y + down);
    }
  cairo_stroke (cr);
}

static void
draw_dots (cairo_t *cr, const GeoatChartBox *box)
{
  int row = 0;

  for (double y = box->y + DOT_STEP / 2; y < box->y + box->height; y += DOT_STEP, row++)
    for (double x = box->x + (row % 2 == 0 ? DOT_STEP / 2 : DOT_STEP); x < box->x + box->width;
         x += DOT_STEP)
      {
        cairo_new_sub_path (cr);
        cairo_arc (cr, x, y, 0.9, 0, 2 * G_PI);
      }
  cairo_fill (cr);
}

static void
draw_area (const GeoatChartShape *shape, cairo_t *cr, GeoatChartTheme theme)
{
  double inset = shape->stroke == GEOAT_CHART_COLOR_NONE ? 0 : shape->line_width / 2;

  cairo_save (cr);
  cairo_new_path (cr);
  add_rectangle (cr, &shape->box, inset, shape->radius);
  if (shape->fill == GEOAT_CHART_FILL_SOLID || shape->fill == GEOAT_CHART_FILL_DOTTED)
    {
      geoat_chart_theme_set_source (theme, shape->color, cr);
      cairo_fill_preserve (cr);
    }
  if (shape->fill == GEOAT_CHART_FILL_HATCHED || shape->fill == GEOAT_CHART_FILL_DOTTED)
    {
      cairo_path_t *outline = cairo_copy_path (cr);

      cairo_save (cr);
      cairo_clip (cr);
      geoat_chart_theme_set_source (theme, GEOAT_CHART_COLOR_HATCH, cr);
      if (shape->fill == GEOAT_CHART_FILL_HATCHED)
        draw_hatch (cr, &shape->box);
      else
        draw_dots (cr, &shape->box);
      cairo_restore (cr);
      cairo_append_path (cr, outline);
      cairo_path_destroy (outline);
    }
  if (shape->stroke != GEOAT_CHART_COLOR_NONE)
    {
      set_line (cr, shape->line, shape->line_width);
      geoat_chart_theme_set_source (theme, shape->stroke, cr);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
draw_path (const GeoatChartShape *shape, cairo_t *cr, GeoatChartTheme theme)
{
  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0; i < shape->points->len; i++)
    {
      const GeoatChartPoint *point = &g_array_index (shape->points, GeoatChartPoint, i);

      cairo_line_to (cr, point->x, point->y);
    }
  if (shape->closed)
    cairo_close_path (cr);
  if (shape->color != GEOAT_CHART_COLOR_NONE)
    {
      geoat_chart_theme_set_source (theme, shape->color, cr);
      cairo_fill_preserve (cr);
    }
  if (shape->stroke != GEOAT_CHART_COLOR_NONE)
    {
      set_line (cr, shape->line, shape->line_width);
      geoat_chart_theme_set_source (theme, shape->stroke, cr);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
add_polygon (cairo_t *cr, double x, double y, double radius, int n_corners, double start)
{
  for (int i = 0; i < n_corners; i++)
    {
      double angle = start + 2 * G_PI * i / n_corners;

      cairo_line_to (cr, x + radius * cos (angle), y + radius * sin (angle));
    }
  cairo_close_path (cr);
}

/* Adds the outline of a marker; TRUE when it is an open one. */
static gboolean
add_marker (cairo_t *cr, GeoatChartMarker marker, double x, double y, double r)
{
  switch (marker)
    {
    case GEOAT_CHART_MARKER_CIRCLE:
      cairo_arc (cr, x, y, r, 0, 2 * G_PI);
      return FALSE;
    case GEOAT_CHART_MARKER_RING:
      cairo_arc (cr, x, y, r - 0.75, 0, 2 * G_PI);
      return TRUE;
    case GEOAT_CHART_MARKER_DIAMOND:
      add_polygon (cr, x, y, r, 4, 0);
      return TRUE;
    case GEOAT_CHART_MARKER_SQUARE:
      add_polygon (cr, x, y, r * 1.15, 4, G_PI_4);
      return FALSE;
    case GEOAT_CHART_MARKER_TRIANGLE_UP:
      add_polygon (cr, x, y + r * 0.2, r * 1.15, 3, -G_PI_2);
      return FALSE;
    case GEOAT_CHART_MARKER_TRIANGLE_DOWN:
      add_polygon (cr, x, y - r * 0.2, r * 1.15, 3, G_PI_2);
      return FALSE;
    case GEOAT_CHART_MARKER_PLUS:
      cairo_rectangle (cr, x - r, y - r * 0.28, 2 * r, r * 0.56);
      cairo_rectangle (cr, x - r * 0.28, y - r, r * 0.56, 2 * r);
      return FALSE;
    case GEOAT_CHART_MARKER_BAR:
      cairo_rectangle (cr, x - 1, y - r, 2, 2 * r);
      return FALSE;
    case GEOAT_CHART_MARKER_WARNING:
      cairo_rectangle (cr, x - r * 0.24, y - r, r * 0.48, r * 1.25);
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y + r * 0.72, r * 0.28, 0, 2 * G_PI);
      return FALSE;
    case GEOAT_CHART_MARKER_NONE:
    case GEOAT_CHART_N_MARKERS:
    default:
      return FALSE;
    }
}

static void
draw_marker (const GeoatChartShape *shape, cairo_t *cr, GeoatChartTheme theme)
{
  double r = shape->box.width / 2;
  gboolean open;

  cairo_save (cr);
  cairo_new_path (cr);
  open = add_marker (cr, shape->marker, shape->box.x + r, shape->box.y + r, r);
  if (shape->marker == GEOAT_CHART_MARKER_BAR)
    {
      /* to be seen on a bar as well as beside it */
      set_line (cr, GEOAT_CHART_LINE_SOLID, 2);
      geoat_chart_theme_set_source (theme, GEOAT_CHART_COLOR_SURFACE, cr);
      cairo_stroke_preserve (cr);
    }
  geoat_chart_theme_set_source (theme, open ? GEOAT_CHART_COLOR_SURFACE : shape->color, cr);
  cairo_fill_preserve (cr);
  if (open)
    {
      set_line (cr, GEOAT_CHART_LINE_SOLID, 1.5);
      geoat_chart_theme_set_source (theme, shape->color, cr);
      cairo_stroke (cr);
    }
  cairo_restore (cr);
}

static void
draw_text (const GeoatChartShape *shape, cairo_t *cr, GeoatChartTheme theme)
{
  PangoLayoutIter *iter = pango_layout_get_iter (shape->layout);

  cairo_save (cr);
  cairo_translate (cr, shape->box.x, shape->box.y);
  cairo_scale (cr, shape->scale, shape->scale);
  cairo_new_path (cr);
  geoat_chart_theme_set_source (theme, shape->color, cr);
  do
    {
      PangoRectangle logical;
      int baseline = pango_layout_iter_get_baseline (iter);
      double spare;

      pango_layout_iter_get_line_extents (iter, NULL, &logical);
      spare = shape->box.width / shape->scale - (double) logical.width / PANGO_SCALE;
      cairo_move_to (cr, spare * shape->x_align, (double) baseline / PANGO_SCALE);
      pango_cairo_show_layout_line (cr, pango_layout_iter_get_line_readonly (iter));
    }
  while (pango_layout_iter_next_line (iter));
  pango_layout_iter_free (iter);
  cairo_restore (cr);
}

/**
 * geoat_chart_scene_draw:
 * @self: a scene
 * @cr: where to draw
 * @theme: with which colours
 *
 * Draws a scene, without a background, into the rectangle 0, 0, width, height.
 */
void
geoat_chart_scene_draw (GeoatChartScene *self, cairo_t *cr, GeoatChartTheme theme)
{
  GPtrArray *shapes = geoat_chart_scene_get_shapes (self);

  for (guint i = 0; i < shapes->len; i++)
    {
      const GeoatChartShape *shape = g_ptr_array_index (shapes, i);

      switch (shape->kind)
        {
        case GEOAT_CHART_SHAPE_AREA:
          draw_area (shape, cr, theme);
          break;
        case GEOAT_CHART_SHAPE_PATH:
          draw_path (shape, cr, theme);
          break;
        case GEOAT_CHART_SHAPE_MARKER:
          draw_marker (shape, cr, theme);
          break;
        case GEOAT_CHART_SHAPE_TEXT:
          draw_text (shape, cr, theme);
          break;
        default:
          g_assert_not_reached ();
        }
    }
}
