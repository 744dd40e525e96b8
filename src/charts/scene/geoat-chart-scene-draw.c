/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Draws a scene with cairo. Only what cairo keeps as vectors on every surface is used: patterns are
 * lines and dots that end at their outline, never pictures.
 *
 * How it works: a surface for files looks at each operation several times and writes each number as
 * text. So shapes that follow each other and look alike (the lines of a grid, the points of a line)
 * are one operation, and the texts come after all else. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-scene.h"

#include <math.h>
#include <pango/pangocairo.h>

#define HATCH_STEP 5.0
#define DOT_STEP 5.0
#define DOT_SIZE 1.8

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

/* By how much a slanted line is to be shorter that ends at @distance from a rounded corner. */
static double
get_corner_cut (double distance, double radius)
{
  if (distance >= radius)
    return 0;
  return radius - (distance + sqrt (2 * radius * radius - distance * distance)) / 2;
}

/* Slanted lines from side to side of a rectangle whose corners are rounded. */
static void
add_hatch (cairo_t *cr, const GeoatChartBox *box, double inset, double radius)
{
  double x = box->x + inset, y = box->y + inset;
  double width = box->width - 2 * inset, height = box->height - 2 * inset;

  for (double offset = HATCH_STEP / 2; offset < width + height - radius * (2 - G_SQRT2);
       offset += HATCH_STEP)
    {
      double in = MIN (offset, width), down = MIN (offset, height);
      double start = get_corner_cut (fabs (offset - width), radius);
      double end = get_corner_cut (fabs (offset - height), radius);

      if (offset - down + end >= in - start)
        continue;
      cairo_move_to (cr, x + in - start, y + offset - in + start);
      cairo_line_to (cr, x + offset - down + end, y + down - end);
    }
}

/* Rows of dots, each as one line for draw_dots(). */
static void
add_dots (cairo_t *cr, const GeoatChartBox *box)
{
  double end = box->x + box->width - DOT_SIZE / 2;
  int row = 0;

  for (double y = box->y + DOT_STEP / 2; y < box->y + box->height - DOT_SIZE / 2;
       y += DOT_STEP, row++)
    {
      double start = box->x + (row % 2 == 0 ? DOT_STEP / 2 : DOT_STEP);

      if (start >= end)
        continue;
      cairo_move_to (cr, start, y);
      cairo_line_to (cr, end, y);
    }
}

/* A dot is a dash without length and with round ends. */
static void
draw_dots (cairo_t *cr, GeoatChartTheme theme)
{
  static const double dashes[] = { 0, DOT_STEP };

  geoat_chart_theme_set_source (theme, GEOAT_CHART_COLOR_HATCH, cr);
  cairo_set_line_width (cr, DOT_SIZE);
  cairo_set_line_cap (cr, CAIRO_LINE_CAP_ROUND);
  cairo_set_dash (cr, dashes, G_N_ELEMENTS (dashes), 0);
  cairo_stroke (cr);
}

/* Adds a rectangle, with the lines on it. */
static void
add_area (const GeoatChartShape *shape, cairo_t *cr)
{
  double inset = shape->stroke == GEOAT_CHART_COLOR_NONE ? 0 : shape->line_width / 2;

  add_rectangle (cr, &shape->box, inset, shape->radius);
  if (shape->fill == GEOAT_CHART_FILL_HATCHED)
    add_hatch (cr, &shape->box, inset, shape->radius);
}

static void
add_path (const GeoatChartShape *shape, cairo_t *cr)
{
  cairo_new_sub_path (cr);
  for (guint i = 0; i < shape->points->len; i++)
    {
      const GeoatChartPoint *point = &g_array_index (shape->points, GeoatChartPoint, i);

      cairo_line_to (cr, point->x, point->y);
    }
  if (shape->closed)
    cairo_close_path (cr);
}

static void
add_polygon (cairo_t *cr, double x, double y, double radius, int n_corners, double start)
{
  cairo_new_sub_path (cr);
  for (int i = 0; i < n_corners; i++)
    {
      double angle = start + 2 * G_PI * i / n_corners;

      cairo_line_to (cr, x + radius * cos (angle), y + radius * sin (angle));
    }
  cairo_close_path (cr);
}

static gboolean
is_open (GeoatChartMarker marker)
{
  return marker == GEOAT_CHART_MARKER_DIAMOND || marker == GEOAT_CHART_MARKER_RING;
}

static void
add_marker (const GeoatChartShape *shape, cairo_t *cr)
{
  double r = shape->box.width / 2, x = shape->box.x + r, y = shape->box.y + r;

  switch (shape->marker)
    {
    case GEOAT_CHART_MARKER_CIRCLE:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, r, 0, 2 * G_PI);
      break;
    case GEOAT_CHART_MARKER_RING:
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y, r - 0.75, 0, 2 * G_PI);
      break;
    case GEOAT_CHART_MARKER_DIAMOND:
      add_polygon (cr, x, y, r, 4, 0);
      break;
    case GEOAT_CHART_MARKER_SQUARE:
      add_polygon (cr, x, y, r * 1.15, 4, G_PI_4);
      break;
    case GEOAT_CHART_MARKER_TRIANGLE_UP:
      add_polygon (cr, x, y + r * 0.2, r * 1.15, 3, -G_PI_2);
      break;
    case GEOAT_CHART_MARKER_TRIANGLE_DOWN:
      add_polygon (cr, x, y - r * 0.2, r * 1.15, 3, G_PI_2);
      break;
    case GEOAT_CHART_MARKER_PLUS:
      cairo_rectangle (cr, x - r, y - r * 0.28, 2 * r, r * 0.56);
      cairo_rectangle (cr, x - r * 0.28, y - r, r * 0.56, 2 * r);
      break;
    case GEOAT_CHART_MARKER_BAR:
      cairo_rectangle (cr, x - 1, y - r, 2, 2 * r);
      break;
    case GEOAT_CHART_MARKER_WARNING:
      cairo_rectangle (cr, x - r * 0.24, y - r, r * 0.48, r * 1.25);
      cairo_new_sub_path (cr);
      cairo_arc (cr, x, y + r * 0.72, r * 0.28, 0, 2 * G_PI);
      break;
    case GEOAT_CHART_MARKER_NONE:
    case GEOAT_CHART_N_MARKERS:
    default:
      break;
    }
}

/* Fills and strokes what has been added; %GEOAT_CHART_COLOR_NONE does neither. */
static void
paint (cairo_t *cr,
       GeoatChartTheme theme,
       GeoatChartColor fill,
       GeoatChartColor stroke,
       GeoatChartLine line,
       double line_width)
{
  if (fill != GEOAT_CHART_COLOR_NONE)
    {
      geoat_chart_theme_set_source (theme, fill, cr);
      cairo_fill_preserve (cr);
    }
  if (stroke != GEOAT_CHART_COLOR_NONE)
    {
      set_line (cr, line, line_width);
      geoat_chart_theme_set_source (theme, stroke, cr);
      cairo_stroke_preserve (cr);
    }
  cairo_new_path (cr);
}

static void
draw_text (const GeoatChartShape *shape, cairo_t *cr, GeoatChartTheme theme)
{
  PangoLayoutIter *iter = pango_layout_get_iter (shape->layout);

  cairo_save (cr);
  cairo_translate (cr, shape->box.x, shape->box.y);
  cairo_scale (cr, shape->scale, shape->scale);
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

static gboolean
look_alike (const GeoatChartShape *one, const GeoatChartShape *other)
{
  return one->kind == other->kind && one->fill == other->fill && one->line == other->line &&
         one->marker == other->marker && one->color == other->color &&
         one->stroke == other->stroke && one->line_width == other->line_width;
}

static void
draw_areas (const GeoatChartShape *const *shapes, guint n, cairo_t *cr, GeoatChartTheme theme)
{
  const GeoatChartShape *look = shapes[0];
  gboolean dotted = look->fill == GEOAT_CHART_FILL_DOTTED;
  gboolean filled = look->fill == GEOAT_CHART_FILL_SOLID || dotted;

  for (guint i = 0; i < n; i++)
    add_area (shapes[i], cr);
  paint (cr, theme, filled ? look->color : GEOAT_CHART_COLOR_NONE, look->stroke, look->line,
         look->line_width);
  if (!dotted)
    return;
  for (guint i = 0; i < n; i++)
    add_dots (cr, &shapes[i]->box);
  draw_dots (cr, theme);
}

static void
draw_paths (const GeoatChartShape *const *shapes, guint n, cairo_t *cr, GeoatChartTheme theme)
{
  const GeoatChartShape *look = shapes[0];

  for (guint i = 0; i < n; i++)
    add_path (shapes[i], cr);
  paint (cr, theme, look->color, look->stroke, look->line, look->line_width);
}

static void
draw_markers (const GeoatChartShape *const *shapes, guint n, cairo_t *cr, GeoatChartTheme theme)
{
  const GeoatChartShape *look = shapes[0];

  for (guint i = 0; i < n; i++)
    add_marker (shapes[i], cr);
  /* a bar is to be seen on another bar as well as beside it */
  if (look->marker == GEOAT_CHART_MARKER_BAR)
    {
      set_line (cr, GEOAT_CHART_LINE_SOLID, 2);
      geoat_chart_theme_set_source (theme, GEOAT_CHART_COLOR_SURFACE, cr);
      cairo_stroke_preserve (cr);
    }
  if (is_open (look->marker))
    paint (cr, theme, GEOAT_CHART_COLOR_SURFACE, look->color, GEOAT_CHART_LINE_SOLID, 1.5);
  else
    paint (cr, theme, look->color, GEOAT_CHART_COLOR_NONE, GEOAT_CHART_LINE_SOLID, 0);
}

/* Draws @shapes, which look alike and are no texts. */
static void
draw_shapes (const GeoatChartShape *const *shapes, guint n, cairo_t *cr, GeoatChartTheme theme)
{
  switch (shapes[0]->kind)
    {
    case GEOAT_CHART_SHAPE_AREA:
      draw_areas (shapes, n, cr, theme);
      break;
    case GEOAT_CHART_SHAPE_PATH:
      draw_paths (shapes, n, cr, theme);
      break;
    case GEOAT_CHART_SHAPE_MARKER:
      draw_markers (shapes, n, cr, theme);
      break;
    case GEOAT_CHART_SHAPE_TEXT:
    default:
      g_assert_not_reached ();
    }
}

/**
 * geoat_chart_scene_draw:
 * @self: a scene
 * @cr: where to draw
 * @theme: with which colours
 *
 * Draws a scene, without a background, into the rectangle 0, 0, width, height; what was added first
 * lies below, and texts lie above all.
 */
void
geoat_chart_scene_draw (GeoatChartScene *self, cairo_t *cr, GeoatChartTheme theme)
{
  GPtrArray *shapes = geoat_chart_scene_get_shapes (self);
  g_autoptr (GPtrArray) below = g_ptr_array_new ();
  const GeoatChartShape *const *alike;

  for (guint i = 0; i < shapes->len; i++)
    {
      GeoatChartShape *shape = g_ptr_array_index (shapes, i);

      if (shape->kind != GEOAT_CHART_SHAPE_TEXT)
        g_ptr_array_add (below, shape);
    }

  cairo_save (cr);
  cairo_new_path (cr);
  for (guint i = 0, n; i < below->len; i += n)
    {
      alike = (const GeoatChartShape *const *) below->pdata + i;
      for (n = 1; i + n < below->len && look_alike (alike[0], alike[n]);)
        n++;
      draw_shapes (alike, n, cr, theme);
    }
  for (guint i = 0; i < shapes->len; i++)
    {
      const GeoatChartShape *shape = g_ptr_array_index (shapes, i);

      if (shape->kind == GEOAT_CHART_SHAPE_TEXT)
        draw_text (shape, cr, theme);
    }
  cairo_restore (cr);
}
