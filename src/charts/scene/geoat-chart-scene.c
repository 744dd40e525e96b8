/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A chart laid out at one size.
 *
 * How it works: a kind of chart adds areas, paths, markers and texts from left to right; in a
 * right-to-left language the scene turns every position over as it is added, so that no kind of
 * chart knows about directions. The scene also keeps the two promises about text: a text that would
 * leave the frame or touch a text that is there already is not put in. The kinds of chart plan
 * their room so that this does not happen at any size at which the chart can be read, and put in
 * first what matters most; what was left out can still be read at its place. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-scene.h"

#include "geoat-chart-place.h"

/* Boxes may touch; they are further apart than what rounding does to them. */
#define SLACK 0.01

struct _GeoatChartScene
{
  GeoatChartTexts *texts;
  double width, height;
  double font_scale;
  gboolean mirrored;
  GPtrArray *shapes;
  GPtrArray *places;
  GPtrArray *hints;
};

static void
shape_free (gpointer data)
{
  GeoatChartShape *shape = data;

  g_clear_pointer (&shape->points, g_array_unref);
  g_clear_object (&shape->layout);
  g_free (shape->text);
  g_free (shape);
}

static GeoatChartBox
mirror (GeoatChartScene *self, const GeoatChartBox *box)
{
  GeoatChartBox mirrored = *box;

  if (self->mirrored)
    mirrored.x = self->width - box->x - box->width;
  return mirrored;
}

static GeoatChartShape *
add_shape (GeoatChartScene *self,
           GeoatChartShapeKind kind,
           const char *role,
           int index,
           const GeoatChartBox *box)
{
  GeoatChartShape *shape = g_new0 (GeoatChartShape, 1);

  shape->kind = kind;
  shape->role = role;
  shape->index = index;
  shape->box = mirror (self, box);
  g_ptr_array_add (self->shapes, shape);
  return shape;
}

static gboolean
overlaps (const GeoatChartBox *a, const GeoatChartBox *b)
{
  return a->x + a->width > b->x + SLACK && b->x + b->width > a->x + SLACK &&
         a->y + a->height > b->y + SLACK && b->y + b->height > a->y + SLACK;
}

/* @box is as it will be seen. */
static gboolean
has_room (GeoatChartScene *self, const GeoatChartBox *box)
{
  if (box->x < -SLACK || box->y < -SLACK || box->x + box->width > self->width + SLACK ||
      box->y + box->height > self->height + SLACK)
    return FALSE;

  for (guint i = 0; i < self->shapes->len; i++)
    {
      const GeoatChartShape *shape = g_ptr_array_index (self->shapes, i);

      if (shape->kind == GEOAT_CHART_SHAPE_TEXT && overlaps (&shape->box, box))
        return FALSE;
    }
  return TRUE;
}

/**
 * geoat_chart_scene_new:
 * @texts: where texts are laid out; outlives the scene
 * @width: the width, in units
 * @height: the height
 * @font_scale: the factor on the size of text
 * @mirrored: whether it runs from right to left
 *
 * Returns: (transfer full): an empty scene
 */
GeoatChartScene *
geoat_chart_scene_new (
    GeoatChartTexts *texts, double width, double height, double font_scale, gboolean mirrored)
{
  GeoatChartScene *self = g_new0 (GeoatChartScene, 1);

  self->texts = texts;
  self->width = width;
  self->height = height;
  self->font_scale = font_scale;
  self->mirrored = mirrored;
  self->shapes = g_ptr_array_new_with_free_func (shape_free);
  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_chart_place_free);
  self->hints = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_chart_place_free);
  return self;
}

/**
 * geoat_chart_scene_free:
 * @self: (transfer full): a scene
 *
 * Frees it with its shapes and places.
 */
void
geoat_chart_scene_free (GeoatChartScene *self)
{
  g_ptr_array_unref (self->shapes);
  g_ptr_array_unref (self->places);
  g_ptr_array_unref (self->hints);
  g_free (self);
}

/**
 * geoat_chart_scene_get_texts:
 * @self: a scene
 *
 * Returns: (transfer none): where its texts are laid out
 */
GeoatChartTexts *
geoat_chart_scene_get_texts (GeoatChartScene *self)
{
  return self->texts;
}

/**
 * geoat_chart_scene_get_width:
 * @self: a scene
 *
 * Returns: its width, in units
 */
double
geoat_chart_scene_get_width (GeoatChartScene *self)
{
  return self->width;
}

/**
 * geoat_chart_scene_get_height:
 * @self: a scene
 *
 * Returns: its height, in units
 */
double
geoat_chart_scene_get_height (GeoatChartScene *self)
{
  return self->height;
}

/**
 * geoat_chart_scene_get_font_scale:
 * @self: a scene
 *
 * Returns: the factor on the size of text
 */
double
geoat_chart_scene_get_font_scale (GeoatChartScene *self)
{
  return self->font_scale;
}

/**
 * geoat_chart_scene_get_line_height:
 * @self: a scene
 * @size: how large
 *
 * Returns: the height of one line of Latin text, in units
 */
double
geoat_chart_scene_get_line_height (GeoatChartScene *self, GeoatChartSize size)
{
  return geoat_chart_texts_get_line_height (self->texts, size, self->font_scale);
}

/**
 * geoat_chart_scene_get_text_width:
 * @self: a scene
 * @text: any text
 * @bold: whether it is bold
 *
 * Returns: the width of @text in normal size on one line, in units
 */
double
geoat_chart_scene_get_text_width (GeoatChartScene *self, const char *text, gboolean bold)
{
  return geoat_chart_texts_get_width (self->texts, text, bold, self->font_scale);
}

/**
 * geoat_chart_scene_try:
 * @self: a scene
 * @label: a text with the room for it
 * @text: (out): the text
 *
 * Lays a text out in its room with as many lines as it may have and as the room is high.
 *
 * Returns: whether the room is large enough
 */
gboolean
geoat_chart_scene_try (GeoatChartScene *self, const GeoatChartLabel *label, GeoatChartText *text)
{
  for (int lines = MAX (label->max_lines, 1); lines > 0; lines--)
    {
      *text = geoat_chart_texts_get (self->texts, label->text, label->size, label->bold,
                                     self->font_scale, label->box.width, lines);

      if (text->width > label->box.width + SLACK ||
          (label->whole && (text->shortened || text->broken)))
        return FALSE;
      if (text->height <= label->box.height + SLACK)
        return TRUE;
      lines = MIN (lines, text->n_lines);
    }
  return FALSE;
}

/**
 * geoat_chart_scene_add_text:
 * @self: a scene
 * @label: a text with the room for it
 *
 * Puts a text into its room, unless the room is too small, outside of the frame, or taken by
 * another text.
 *
 * Returns: (transfer none) (nullable): the shape, or %NULL when the text has no room
 */
const GeoatChartShape *
geoat_chart_scene_add_text (GeoatChartScene *self, const GeoatChartLabel *label)
{
  GeoatChartText text;
  GeoatChartBox box, seen;
  GeoatChartShape *shape;

  if (label->text == NULL || *label->text == '\0' || !geoat_chart_scene_try (self, label, &text))
    return NULL;

  box.width = text.width;
  box.height = text.height;
  box.x = label->box.x + (label->box.width - box.width) * label->x_align;
  box.y = label->box.y + (label->box.height - box.height) * label->y_align;
  seen = mirror (self, &box);
  if (!has_room (self, &seen))
    return NULL;

  shape = add_shape (self, GEOAT_CHART_SHAPE_TEXT, label->role, label->index, &box);
  shape->layout = g_object_ref (text.layout);
  shape->scale = text.scale;
  shape->text = g_strdup (label->text);
  shape->x_align = self->mirrored ? 1 - label->x_align : label->x_align;
  shape->background =
      label->background == GEOAT_CHART_COLOR_NONE ? GEOAT_CHART_COLOR_SURFACE : label->background;
  shape->color = label->color == GEOAT_CHART_COLOR_NONE ? geoat_chart_color_on (shape->background)
                                                        : label->color;
  return shape;
}

/* Outlines that say something are heavier than those that only bound an area. */
static gboolean
is_heavy (GeoatChartColor stroke)
{
  return stroke == GEOAT_CHART_COLOR_ALERT || stroke == GEOAT_CHART_COLOR_COMPARE;
}

/**
 * geoat_chart_scene_add_area:
 * @self: a scene
 * @role: what it stands for; static
 * @index: which one
 * @box: where
 * @fill: how it is filled
 * @color: with which colour
 * @stroke: the colour of its outline, or %GEOAT_CHART_COLOR_NONE
 * @radius: of its corners
 *
 * Adds a rectangle.
 */
void
geoat_chart_scene_add_area (GeoatChartScene *self,
                            const char *role,
                            int index,
                            const GeoatChartBox *box,
                            GeoatChartFill fill,
                            GeoatChartColor color,
                            GeoatChartColor stroke,
                            double radius)
{
  GeoatChartShape *shape = add_shape (self, GEOAT_CHART_SHAPE_AREA, role, index, box);

  shape->fill = fill;
  shape->color = color;
  shape->stroke = stroke;
  shape->line_width = is_heavy (stroke) ? 2 : 1;
  shape->line = fill == GEOAT_CHART_FILL_DASHED ? GEOAT_CHART_LINE_DASHED : GEOAT_CHART_LINE_SOLID;
  shape->radius = MAX (0, MIN (radius, MIN (box->width, box->height) / 2));
}

/**
 * geoat_chart_scene_add_level:
 * @self: a scene
 * @role: what it stands for; static
 * @index: which one
 * @box: where
 * @level: a level, N/A, or not assessed
 * @radius: of its corners
 *
 * Adds a rectangle that shows a level: the level's colour, hatched for N/A, a dashed outline for
 * what is not assessed.
 */
void
geoat_chart_scene_add_level (GeoatChartScene *self,
                             const char *role,
                             int index,
                             const GeoatChartBox *box,
                             GeoatLevel level,
                             double radius)
{
  GeoatChartFill fill = GEOAT_CHART_FILL_SOLID;
  GeoatChartColor color, stroke;

  if (geoat_level_is_rated (level))
    {
      color = geoat_chart_color_for_level (level);
      stroke = GEOAT_CHART_COLOR_EDGE;
    }
  else
    {
      fill =
          level == GEOAT_LEVEL_NOT_APPLICABLE ? GEOAT_CHART_FILL_HATCHED : GEOAT_CHART_FILL_DASHED;
      color = stroke = GEOAT_CHART_COLOR_HATCH;
    }
  geoat_chart_scene_add_area (self, role, index, box, fill, color, stroke, radius);
}

/**
 * geoat_chart_scene_add_path:
 * @self: a scene
 * @role: what it stands for; static
 * @index: which one
 * @points: its corners
 * @n_points: how many
 * @closed: whether it comes back to the first
 * @fill: the colour inside, or %GEOAT_CHART_COLOR_NONE
 * @stroke: the colour of the line, or %GEOAT_CHART_COLOR_NONE
 * @line_width: the width of the line, in units
 * @line: solid, or how it is dashed
 *
 * Adds a line or a polygon.
 */
void
geoat_chart_scene_add_path (GeoatChartScene *self,
                            const char *role,
                            int index,
                            const GeoatChartPoint *points,
                            guint n_points,
                            gboolean closed,
                            GeoatChartColor fill,
                            GeoatChartColor stroke,
                            double line_width,
                            GeoatChartLine line)
{
  GeoatChartBox box = { 0 };
  GeoatChartShape *shape = add_shape (self, GEOAT_CHART_SHAPE_PATH, role, index, &box);

  shape->points = g_array_sized_new (FALSE, FALSE, sizeof (GeoatChartPoint), n_points);
  for (guint i = 0; i < n_points; i++)
    {
      GeoatChartPoint point = points[i];

      if (self->mirrored)
        point.x = self->width - point.x;
      g_array_append_val (shape->points, point);
    }
  shape->closed = closed;
  shape->color = fill;
  shape->stroke = stroke;
  shape->line_width = line_width;
  shape->line = line;
}

/**
 * geoat_chart_scene_add_marker:
 * @self: a scene
 * @role: what it stands for; static
 * @index: which one
 * @x: its middle
 * @y: its middle
 * @size: its height, in units
 * @marker: its form
 * @color: its colour
 *
 * Adds a small sign.
 */
void
geoat_chart_scene_add_marker (GeoatChartScene *self,
                              const char *role,
                              int index,
                              double x,
                              double y,
                              double size,
                              GeoatChartMarker marker,
                              GeoatChartColor color)
{
  GeoatChartBox box = { x - size / 2, y - size / 2, size, size };
  GeoatChartShape *shape = add_shape (self, GEOAT_CHART_SHAPE_MARKER, role, index, &box);

  shape->marker = marker;
  shape->color = color;
}

static GeoatChartPlace *
create_place (
    GeoatChartScene *self, char *label, int principle, int key_element, const GeoatChartBox *box)
{
  GeoatChartPlace *place = g_new0 (GeoatChartPlace, 1);
  GeoatChartBox seen = mirror (self, box);

  place->label = label;
  place->principle = principle;
  place->key_element = key_element;
  place->bounds.x = seen.x;
  place->bounds.y = seen.y;
  place->bounds.width = seen.width;
  place->bounds.height = seen.height;
  return place;
}

/**
 * geoat_chart_scene_add_place:
 * @self: a scene
 * @label: (transfer full): what it shows, as a text for a tooltip
 * @principle: 0-based position, or -1
 * @key_element: 0-based position, or -1
 * @box: where it is
 *
 * Adds something that can be pointed at and that the keyboard stops at. Places are in reading
 * order; where two lie on each other, the later one is found.
 */
void
geoat_chart_scene_add_place (
    GeoatChartScene *self, char *label, int principle, int key_element, const GeoatChartBox *box)
{
  g_ptr_array_add (self->places, create_place (self, label, principle, key_element, box));
}

/**
 * geoat_chart_scene_add_hint:
 * @self: a scene
 * @label: what it shows, as a text for a tooltip
 * @principle: 0-based position, or -1
 * @key_element: 0-based position, or -1
 * @box: where it is
 *
 * Adds something that can be pointed at, but says nothing that a place does not say as well: the
 * keyboard passes over it. Places are found first.
 */
void
geoat_chart_scene_add_hint (GeoatChartScene *self,
                            const char *label,
                            int principle,
                            int key_element,
                            const GeoatChartBox *box)
{
  g_ptr_array_add (self->hints, create_place (self, g_strdup (label), principle, key_element, box));
}

/**
 * geoat_chart_scene_get_shapes:
 * @self: a scene
 *
 * Returns: (transfer none) (element-type GeoatChartShape): what is drawn, from below
 */
GPtrArray *
geoat_chart_scene_get_shapes (GeoatChartScene *self)
{
  return self->shapes;
}

/**
 * geoat_chart_scene_get_places:
 * @self: a scene
 *
 * Returns: (transfer none) (element-type GeoatChartPlace): its places in reading order
 */
GPtrArray *
geoat_chart_scene_get_places (GeoatChartScene *self)
{
  return self->places;
}

/**
 * geoat_chart_scene_get_hints:
 * @self: a scene
 *
 * Returns: (transfer none) (element-type GeoatChartPlace): what can be pointed at besides places
 */
GPtrArray *
geoat_chart_scene_get_hints (GeoatChartScene *self)
{
  return self->hints;
}
