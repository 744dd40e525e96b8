/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-chart-text.h"

G_BEGIN_DECLS

typedef struct
{
  double x, y;
} GeoatChartPoint;

typedef struct
{
  double x, y, width, height;
} GeoatChartBox;

/**
 * GeoatChartFill:
 * @GEOAT_CHART_FILL_SOLID: one colour
 * @GEOAT_CHART_FILL_HATCHED: slanted lines on the surface
 * @GEOAT_CHART_FILL_DOTTED: dots on a colour
 * @GEOAT_CHART_FILL_DASHED: nothing but a dashed outline
 *
 * How an area is filled, so that no two kinds of area differ by colour alone.
 */
typedef enum
{
  GEOAT_CHART_FILL_SOLID,
  GEOAT_CHART_FILL_HATCHED,
  GEOAT_CHART_FILL_DOTTED,
  GEOAT_CHART_FILL_DASHED,
} GeoatChartFill;

typedef enum
{
  GEOAT_CHART_LINE_SOLID,
  GEOAT_CHART_LINE_DASHED,
  GEOAT_CHART_LINE_DOTTED,
  GEOAT_CHART_LINE_DASH_DOTTED,
  GEOAT_CHART_LINE_LONG_DASHED,
  GEOAT_CHART_N_LINES
} GeoatChartLine;

typedef enum
{
  GEOAT_CHART_MARKER_NONE,
  GEOAT_CHART_MARKER_CIRCLE,
  GEOAT_CHART_MARKER_DIAMOND, /* open */
  GEOAT_CHART_MARKER_SQUARE,
  GEOAT_CHART_MARKER_TRIANGLE_UP,
  GEOAT_CHART_MARKER_TRIANGLE_DOWN,
  GEOAT_CHART_MARKER_RING, /* open circle */
  GEOAT_CHART_MARKER_PLUS,
  GEOAT_CHART_MARKER_BAR,     /* a short upright line */
  GEOAT_CHART_MARKER_WARNING, /* an exclamation mark */
  GEOAT_CHART_N_MARKERS
} GeoatChartMarker;

typedef enum
{
  GEOAT_CHART_SHAPE_AREA,   /* a rectangle */
  GEOAT_CHART_SHAPE_PATH,   /* a line or polygon */
  GEOAT_CHART_SHAPE_MARKER, /* a small sign around a point */
  GEOAT_CHART_SHAPE_TEXT,
} GeoatChartShapeKind;

/**
 * GeoatChartShape:
 * @kind: what it is
 * @role: what it stands for, "bar", "round", "level"; static
 * @index: which one of its role
 * @box: where it is; of a text the box of its lines
 * @fill, @line: how it is filled and outlined
 * @color: of the fill, the sign or the text
 * @stroke: of the outline or the line
 * @background: of a text: what it lies on
 * @points: of a path
 *
 * One thing to draw. Positions are final: in a chart that runs from right to left they are already
 * mirrored.
 */
typedef struct
{
  GeoatChartShapeKind kind;
  const char *role;
  int index;
  GeoatChartBox box;
  GeoatChartFill fill;
  GeoatChartLine line;
  GeoatChartMarker marker;
  GeoatChartColor color;
  GeoatChartColor stroke;
  GeoatChartColor background;
  double line_width;
  double radius;
  gboolean closed;
  GArray *points;
  PangoLayout *layout;
  double scale; /* of the layout */
  double x_align;
  char *text;
} GeoatChartShape;

/**
 * GeoatChartLabel:
 * @text: the text
 * @box: the room for it
 * @x_align, @y_align: where in the room: 0 at the start, 1 at the end
 * @color: its colour
 * @background: what it lies on; %GEOAT_CHART_COLOR_NONE: the surface
 * @max_lines: 0 stands for 1
 * @whole: rather no text than one that is shortened or broken inside of a word
 * @role, @index: what it stands for
 *
 * A text to put on a scene.
 */
typedef struct
{
  const char *text;
  GeoatChartBox box;
  double x_align, y_align;
  GeoatChartSize size;
  gboolean bold;
  GeoatChartColor color;
  GeoatChartColor background;
  int max_lines;
  gboolean whole;
  const char *role;
  int index;
} GeoatChartLabel;

/**
 * GeoatChartScene:
 *
 * A chart laid out at one size: what is to be drawn, and what lies where.
 */
typedef struct _GeoatChartScene GeoatChartScene;

GeoatChartScene *geoat_chart_scene_new (
    GeoatChartTexts *texts, double width, double height, double font_scale, gboolean mirrored);
void geoat_chart_scene_free (GeoatChartScene *self);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatChartScene, geoat_chart_scene_free)

GeoatChartTexts *geoat_chart_scene_get_texts (GeoatChartScene *self);
double geoat_chart_scene_get_width (GeoatChartScene *self);
double geoat_chart_scene_get_height (GeoatChartScene *self);
double geoat_chart_scene_get_font_scale (GeoatChartScene *self);
double geoat_chart_scene_get_line_height (GeoatChartScene *self, GeoatChartSize size);
double geoat_chart_scene_get_text_width (GeoatChartScene *self, const char *text, gboolean bold);
gboolean
geoat_chart_scene_try (GeoatChartScene *self, const GeoatChartLabel *label, GeoatChartText *text);

/* What is added first lies below, but texts lie above all. Positions run from left to right
 * whatever the direction. */
const GeoatChartShape *geoat_chart_scene_add_text (GeoatChartScene *self,
                                                   const GeoatChartLabel *label);
void geoat_chart_scene_add_area (GeoatChartScene *self,
                                 const char *role,
                                 int index,
                                 const GeoatChartBox *box,
                                 GeoatChartFill fill,
                                 GeoatChartColor color,
                                 GeoatChartColor stroke,
                                 double radius);
void geoat_chart_scene_add_level (GeoatChartScene *self,
                                  const char *role,
                                  int index,
                                  const GeoatChartBox *box,
                                  GeoatLevel level,
                                  double radius);
void geoat_chart_scene_add_path (GeoatChartScene *self,
                                 const char *role,
                                 int index,
                                 const GeoatChartPoint *points,
                                 guint n_points,
                                 gboolean closed,
                                 GeoatChartColor fill,
                                 GeoatChartColor stroke,
                                 double line_width,
                                 GeoatChartLine line);
void geoat_chart_scene_add_marker (GeoatChartScene *self,
                                   const char *role,
                                   int index,
                                   double x,
                                   double y,
                                   double size,
                                   GeoatChartMarker marker,
                                   GeoatChartColor color);
void geoat_chart_scene_add_place (
    GeoatChartScene *self, char *label, int principle, int key_element, const GeoatChartBox *box);

void geoat_chart_scene_add_hint (GeoatChartScene *self,
                                 const char *label,
                                 int principle,
                                 int key_element,
                                 const GeoatChartBox *box);

GPtrArray *geoat_chart_scene_get_shapes (GeoatChartScene *self); /* of GeoatChartShape; none */
GPtrArray *geoat_chart_scene_get_places (GeoatChartScene *self); /* of GeoatChartPlace; none */
GPtrArray *geoat_chart_scene_get_hints (GeoatChartScene *self);  /* the same */
void geoat_chart_scene_draw (GeoatChartScene *self, cairo_t *cr, GeoatChartTheme theme);

G_END_DECLS
