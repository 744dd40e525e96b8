/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The legend of a chart. Its items flow like words: as many on a line as there is room for. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-legend.h"

/* in units at font scale 1 */
#define AREA_WIDTH 18.0
#define LINE_WIDTH 28.0
#define MARKER_WIDTH 12.0
#define MARKER_SIZE 9.0
#define SAMPLE_GAP 6.0
#define ITEM_GAP 18.0
#define LINE_GAP 4.0

typedef enum
{
  SAMPLE_AREA,
  SAMPLE_LEVEL,
  SAMPLE_LINE,
  SAMPLE_MARKER,
} Sample;

typedef struct
{
  Sample sample;
  GeoatChartFill fill;
  GeoatChartColor color;
  GeoatChartColor stroke;
  GeoatChartLine line;
  GeoatChartMarker marker;
  GeoatLevel level;
  char *text;
} Item;

struct _GeoatChartLegend
{
  GArray *items; /* of Item */
};

static void
clear_item (gpointer data)
{
  Item *item = data;

  g_free (item->text);
}

static double
get_sample_width (const Item *item, double scale)
{
  switch (item->sample)
    {
    case SAMPLE_LINE:
      return LINE_WIDTH * scale;
    case SAMPLE_MARKER:
      return MARKER_WIDTH * scale;
    case SAMPLE_AREA:
    case SAMPLE_LEVEL:
    default:
      return AREA_WIDTH * scale;
    }
}

static double
get_item_width (const Item *item, GeoatChartTexts *texts, double room, double scale)
{
  double text =
      geoat_chart_texts_get (texts, item->text, GEOAT_CHART_SIZE_SMALL, FALSE, scale, 100000, 1)
          .width;

  return MIN (room, get_sample_width (item, scale) + SAMPLE_GAP * scale + text);
}

/* How many items from @first on stand on one line of @room, and how wide they are together. */
static guint
fill_line (GeoatChartLegend *self,
           GeoatChartTexts *texts,
           guint first,
           double room,
           double scale,
           double *width)
{
  guint n = 0;

  *width = 0;
  for (guint i = first; i < self->items->len; i++, n++)
    {
      double item = get_item_width (&g_array_index (self->items, Item, i), texts, room, scale);
      double gap = n > 0 ? ITEM_GAP * scale : 0;

      if (n > 0 && *width + gap + item > room)
        break;
      *width += gap + item;
    }
  return n;
}

static double
get_line_height (GeoatChartTexts *texts, double scale)
{
  return geoat_chart_texts_get_line_height (texts, GEOAT_CHART_SIZE_SMALL, scale) +
         LINE_GAP * scale;
}

static void
place_sample (const Item *item, GeoatChartScene *scene, double x, double y, double height)
{
  double scale = geoat_chart_scene_get_font_scale (scene);
  double width = get_sample_width (item, scale);
  double side = MIN (14 * scale, height - 2);
  GeoatChartBox area = { x, y + (height - side) / 2, width, side };
  GeoatChartPoint line[] = { { x, y + height / 2 }, { x + width, y + height / 2 } };

  if (item->sample == SAMPLE_LINE)
    geoat_chart_scene_add_path (scene, "legend", 0, line, 2, FALSE, GEOAT_CHART_COLOR_NONE,
                                item->color, 2, item->line);
  else if (item->sample == SAMPLE_LEVEL)
    geoat_chart_scene_add_level (scene, "legend", 0, &area, item->level, 2);
  else if (item->sample == SAMPLE_AREA)
    geoat_chart_scene_add_area (scene, "legend", 0, &area, item->fill, item->color, item->stroke,
                                2);

  if (item->marker != GEOAT_CHART_MARKER_NONE)
    geoat_chart_scene_add_marker (
        scene, "legend", 0, x + width / 2, y + height / 2, MARKER_SIZE * scale, item->marker,
        item->sample == SAMPLE_AREA && item->fill == GEOAT_CHART_FILL_SOLID
            ? geoat_chart_color_on (item->color)
            : item->color);
}

static void
place_item (const Item *item, GeoatChartScene *scene, double x, double y, double width)
{
  double scale = geoat_chart_scene_get_font_scale (scene);
  double height = get_line_height (geoat_chart_scene_get_texts (scene), scale);
  double sample = get_sample_width (item, scale) + SAMPLE_GAP * scale;
  GeoatChartBox whole = { x, y, width, height };
  GeoatChartText text;
  const GeoatChartLabel label = {
    .text = item->text,
    .box = { x + sample, y, width - sample + 0.1, height },
    .y_align = 0.5,
    .size = GEOAT_CHART_SIZE_SMALL,
    .color = GEOAT_CHART_COLOR_TEXT,
    .role = "legend",
  };

  if (!geoat_chart_scene_try (scene, &label, &text) ||
      geoat_chart_scene_add_text (scene, &label) == NULL)
    return;
  place_sample (item, scene, x, y, height);
  if (text.shortened)
    geoat_chart_scene_add_hint (scene, item->text, -1, -1, &whole);
}

static Item *
add_item (GeoatChartLegend *self, Sample sample, const char *text)
{
  Item item = { .sample = sample, .text = g_strdup (text) };

  g_array_append_val (self->items, item);
  return &g_array_index (self->items, Item, self->items->len - 1);
}

/**
 * geoat_chart_legend_new:
 *
 * Returns: (transfer full): a legend without items
 */
GeoatChartLegend *
geoat_chart_legend_new (void)
{
  GeoatChartLegend *self = g_new0 (GeoatChartLegend, 1);

  self->items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_array_set_clear_func (self->items, clear_item);
  return self;
}

/**
 * geoat_chart_legend_free:
 * @self: (transfer full): a legend
 *
 * Frees it.
 */
void
geoat_chart_legend_free (GeoatChartLegend *self)
{
  g_array_unref (self->items);
  g_free (self);
}

/**
 * geoat_chart_legend_add_area:
 * @self: a legend
 * @fill: how the area is filled
 * @color: with what
 * @stroke: the colour of its outline
 * @marker: the sign on it
 * @text: what it means
 *
 * Adds an item for a filled area.
 */
void
geoat_chart_legend_add_area (GeoatChartLegend *self,
                             GeoatChartFill fill,
                             GeoatChartColor color,
                             GeoatChartColor stroke,
                             GeoatChartMarker marker,
                             const char *text)
{
  Item *item = add_item (self, SAMPLE_AREA, text);

  item->fill = fill;
  item->color = color;
  item->stroke = stroke;
  item->marker = marker;
}

/**
 * geoat_chart_legend_add_level:
 * @self: a legend
 * @level: a level, N/A, or not assessed
 * @text: what it means
 *
 * Adds an item for a level.
 */
void
geoat_chart_legend_add_level (GeoatChartLegend *self, GeoatLevel level, const char *text)
{
  add_item (self, SAMPLE_LEVEL, text)->level = level;
}

/**
 * geoat_chart_legend_add_line:
 * @self: a legend
 * @line: solid, or how it is dashed
 * @marker: the sign of its points
 * @color: its colour
 * @text: what it means
 *
 * Adds an item for a line.
 */
void
geoat_chart_legend_add_line (GeoatChartLegend *self,
                             GeoatChartLine line,
                             GeoatChartMarker marker,
                             GeoatChartColor color,
                             const char *text)
{
  Item *item = add_item (self, SAMPLE_LINE, text);

  item->line = line;
  item->marker = marker;
  item->color = color;
}

/**
 * geoat_chart_legend_add_marker:
 * @self: a legend
 * @marker: a sign
 * @color: its colour
 * @text: what it means
 *
 * Adds an item for a sign that stands alone.
 */
void
geoat_chart_legend_add_marker (GeoatChartLegend *self,
                               GeoatChartMarker marker,
                               GeoatChartColor color,
                               const char *text)
{
  Item *item = add_item (self, SAMPLE_MARKER, text);

  item->marker = marker;
  item->color = color;
}

/**
 * geoat_chart_legend_get_height:
 * @self: a legend
 * @texts: where its texts are laid out
 * @width: the room, in units
 * @font_scale: the factor on the size of text
 *
 * Returns: its height at that width, in units; 0 when it has no items
 */
double
geoat_chart_legend_get_height (GeoatChartLegend *self,
                               GeoatChartTexts *texts,
                               double width,
                               double font_scale)
{
  guint n_lines = 0;
  double line;

  for (guint i = 0; i < self->items->len; n_lines++)
    i += fill_line (self, texts, i, width, font_scale, &line);
  return n_lines * get_line_height (texts, font_scale);
}

/**
 * geoat_chart_legend_place:
 * @self: a legend
 * @scene: where to put it
 * @box: the room
 * @centered: whether its lines are centred
 *
 * Puts the lines that fit into @box.
 */
void
geoat_chart_legend_place (GeoatChartLegend *self,
                          GeoatChartScene *scene,
                          const GeoatChartBox *box,
                          gboolean centered)
{
  GeoatChartTexts *texts = geoat_chart_scene_get_texts (scene);
  double scale = geoat_chart_scene_get_font_scale (scene);
  double height = get_line_height (texts, scale);
  double y = box->y;

  for (guint i = 0; i < self->items->len && y + height <= box->y + box->height + 0.5; y += height)
    {
      double width;
      guint n = fill_line (self, texts, i, box->width, scale, &width);
      double x = centered ? box->x + (box->width - width) / 2 : box->x;

      for (guint end = i + n; i < end; i++)
        {
          const Item *item = &g_array_index (self->items, Item, i);
          double item_width = get_item_width (item, texts, box->width, scale);

          place_item (item, scene, x, y, item_width);
          x += item_width + ITEM_GAP * scale;
        }
    }
}
