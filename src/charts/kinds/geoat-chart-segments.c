/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Stacked bars: segments with their counts. A count that has no room in its segment is left out;
 * it is in the tooltip and in the numbers. On a pattern the count stands on a patch of the surface,
 * so that it can be read. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-segments.h"

#define GAP 1.5
#define PADDING 2.0
#define SIGN 8.0

static gboolean
is_plain (const GeoatChartSegment *segment)
{
  return segment->fill == GEOAT_CHART_FILL_SOLID;
}

static void
add_count (GeoatChartScene *scene, const GeoatChartSegment *segment, const GeoatChartBox *box)
{
  double scale = geoat_chart_scene_get_font_scale (scene);
  double sign = segment->marker != GEOAT_CHART_MARKER_NONE ? (SIGN + 4) * scale : 0;
  double line = geoat_chart_scene_get_line_height (scene, GEOAT_CHART_SIZE_SMALL);
  g_autofree char *count = g_strdup_printf ("%u", segment->count);
  GeoatChartLabel label = {
    .text = count,
    .box = { 0, box->y + (box->height - line) / 2, 0, line },
    .x_align = 0.5,
    .y_align = 0.5,
    .size = GEOAT_CHART_SIZE_SMALL,
    .bold = TRUE,
    .whole = TRUE,
    .background = is_plain (segment) ? segment->color : GEOAT_CHART_COLOR_SURFACE,
    .role = "count",
    .index = segment->index,
  };
  double width = geoat_chart_texts_get (geoat_chart_scene_get_texts (scene), count, label.size,
                                        TRUE, scale, 100000, 1)
                     .width;
  GeoatChartBox patch = { 0, MAX (label.box.y, box->y), width + 2 * PADDING,
                          MIN (line, box->height) };

  if (width + sign + 2 * PADDING > box->width || line > box->height)
    sign = 0;
  if (width + 2 * PADDING > box->width || line > box->height + 0.5)
    return;
  patch.width += sign;
  patch.x = box->x + (box->width - patch.width) / 2;
  label.box.x = patch.x + PADDING + sign;
  label.box.width = width + 0.1;

  if (!is_plain (segment) && segment->fill != GEOAT_CHART_FILL_DASHED)
    geoat_chart_scene_add_area (scene, "patch", segment->index, &patch, GEOAT_CHART_FILL_SOLID,
                                GEOAT_CHART_COLOR_SURFACE, GEOAT_CHART_COLOR_NONE, 3);
  if (geoat_chart_scene_add_text (scene, &label) != NULL && sign > 0)
    geoat_chart_scene_add_marker (scene, "sign", segment->index,
                                  patch.x + PADDING + SIGN * scale / 2, box->y + box->height / 2,
                                  SIGN * scale, segment->marker,
                                  geoat_chart_color_on (label.background));
}

/**
 * geoat_chart_segments_place:
 * @chart: a chart
 * @scene: its scene
 * @row: a row of it that has its place
 * @segments: the parts of its bar, in order
 * @n_segments: how many
 * @whole: the count that is as long as the bar
 * @place_key: key of an output text with {scope}, {name}, {n} and {total}
 *
 * Draws the bar of a row. Lengths are proportional to the counts.
 */
void
geoat_chart_segments_place (GeoatChart *chart,
                            GeoatChartScene *scene,
                            const GeoatChartRow *row,
                            const GeoatChartSegment *segments,
                            guint n_segments,
                            guint whole,
                            const char *place_key)
{
  g_autofree char *total = NULL;
  guint sum = 0, all = 0;

  for (guint i = 0; i < n_segments; i++)
    all += segments[i].count;
  total = g_strdup_printf ("%u", all);

  for (guint i = 0; i < n_segments; i++)
    {
      const GeoatChartSegment *segment = &segments[i];
      double start = row->bar.x + row->bar.width * sum / MAX (whole, 1);
      double length = row->bar.width * segment->count / MAX (whole, 1);
      GeoatChartBox box = { start, row->bar.y, length, row->bar.height };

      if (segment->count == 0)
        continue;
      sum += segment->count;
      if (sum < all && length > 3 * GAP)
        box.width -= GAP;
      geoat_chart_scene_add_area (scene, segment->role, segment->index, &box, segment->fill,
                                  segment->color, segment->stroke, 2);
      add_count (scene, segment, &box);
      geoat_chart_scene_add_place (scene,
                                   geoat_language_format_count (geoat_chart_get_language (chart),
                                                                place_key, segment->count, "scope",
                                                                row->name, "name", segment->name,
                                                                "total", total, NULL),
                                   row->principle, row->key_element, &box);
    }
}

/**
 * geoat_chart_segments_add_to_legend:
 * @segments: the parts of a bar
 * @n_segments: how many
 * @legend: a legend
 *
 * Adds an item for each, whatever its count.
 */
void
geoat_chart_segments_add_to_legend (const GeoatChartSegment *segments,
                                    guint n_segments,
                                    GeoatChartLegend *legend)
{
  for (guint i = 0; i < n_segments; i++)
    geoat_chart_legend_add_area (legend, segments[i].fill, segments[i].color, segments[i].stroke,
                                 segments[i].marker, segments[i].name);
}
