/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts that are made of rows.
 *
 * How it works: there are a few forms for the rows, from roomy to tight: the label beside the bar
 * on up to three lines, a short one on one line, above the bar where the chart is narrow, the id
 * alone, and bars squeezed into what height there is. The first form that fits into the height is
 * taken; asked for its height, a chart gives that of the first form. Values and notes go before the
 * bar becomes too short to be read. */

#define G_LOG_DOMAIN "geoat-charts"

#include "config.h"

#include "geoat-chart-rows.h"

#include <math.h>

/* in units at font scale 1 */
#define NARROW 400.0
#define BAR_HEIGHT 20.0
#define BAR_GAP 10.0 /* between label and bar, bar and value */
#define ROW_GAP 7.0
#define HEADING_GAP 8.0
#define LEGEND_GAP 12.0
#define LABEL_MAX 260.0
#define LABEL_SHARE 0.38
#define BAR_MIN 56.0
#define STRETCH_MIN 3.0
#define STRETCH_MAX 14.0

typedef enum
{
  FORM_BESIDE,
  FORM_ABOVE,
  FORM_BRIEF,
  FORM_SQUEEZED,
} Form;

typedef struct
{
  Form form;
  int lines;
} Shape;

struct _GeoatChartRows
{
  GPtrArray *rows; /* of GeoatChartRow */
  GeoatChartLegend *legend;
  gboolean axis;
};

/* The rows at one width in one form. */
typedef struct
{
  GeoatChartRows *self;
  GeoatChartTexts *texts;
  double width;
  double scale;
  Shape shape;
  double label_width;
  double bar_width;
  double value_width;
  double note_width;
  double bar_height;
  double stretch; /* between rows, beyond the usual gap */
} Plan;

static void
row_free (gpointer data)
{
  GeoatChartRow *row = data;

  g_free (row->name);
  g_free (row->short_name);
  g_free (row->brief);
  g_free (row->value);
  g_free (row->note);
  g_free (row);
}

static double
get_line (const Plan *plan)
{
  return geoat_chart_texts_get_line_height (plan->texts, GEOAT_CHART_SIZE_NORMAL, plan->scale);
}

static const char *
get_label (const Plan *plan, const GeoatChartRow *row)
{
  if (plan->shape.form >= FORM_BRIEF)
    return row->brief;
  return plan->shape.lines == 1 && row->short_name != NULL ? row->short_name : row->name;
}

static gboolean
is_left_out (const Plan *plan, const GeoatChartRow *row)
{
  return row->heading && plan->shape.form >= FORM_BRIEF;
}

/* The widest of a column, with the gap before it. */
static double
get_column_width (const Plan *plan, gboolean note)
{
  double width = 0;

  for (guint i = 0; i < plan->self->rows->len; i++)
    {
      const GeoatChartRow *row = g_ptr_array_index (plan->self->rows, i);
      const char *text = note ? row->note : row->value;

      if (text != NULL)
        width = MAX (width, geoat_chart_texts_get_width (plan->texts, text, TRUE, plan->scale));
    }
  return width > 0 ? ceil (width) + BAR_GAP * plan->scale : 0;
}

static double
get_label_width (const Plan *plan)
{
  double most = MIN (LABEL_SHARE * plan->width, LABEL_MAX * plan->scale), width = 0;

  if (plan->shape.form == FORM_ABOVE)
    return 0;
  for (guint i = 0; i < plan->self->rows->len; i++)
    {
      const GeoatChartRow *row = g_ptr_array_index (plan->self->rows, i);

      if (!row->heading)
        width = MAX (width, geoat_chart_texts_get_width (plan->texts, get_label (plan, row),
                                                         row->strong, plan->scale));
    }
  return MIN (most, ceil (width) + 1) + BAR_GAP * plan->scale;
}

/* Columns, from left to right: label, bar, value, note. */
static void
set_columns (Plan *plan)
{
  plan->bar_height = BAR_HEIGHT * plan->scale;
  plan->label_width = get_label_width (plan);
  plan->value_width = get_column_width (plan, FALSE);
  plan->note_width = get_column_width (plan, TRUE);
  plan->bar_width = plan->width - plan->label_width - plan->value_width - plan->note_width;
  if (plan->bar_width < BAR_MIN * plan->scale)
    {
      plan->bar_width += plan->note_width;
      plan->note_width = 0;
    }
  if (plan->bar_width < BAR_MIN * plan->scale)
    {
      plan->bar_width += plan->value_width;
      plan->value_width = 0;
    }
  if (plan->bar_width < MIN (BAR_MIN, plan->width / 2))
    {
      plan->bar_width += plan->label_width;
      plan->label_width = 0;
    }
}

static double
get_label_room (const Plan *plan, const GeoatChartRow *row)
{
  if (row->heading || plan->shape.form == FORM_ABOVE)
    return plan->width;
  return MAX (0, plan->label_width - BAR_GAP * plan->scale);
}

static double
get_label_height (const Plan *plan, const GeoatChartRow *row)
{
  return geoat_chart_texts_get (plan->texts, get_label (plan, row), GEOAT_CHART_SIZE_NORMAL,
                                row->strong || row->heading, plan->scale,
                                get_label_room (plan, row), plan->shape.lines)
      .height;
}

static double
get_row_height (const Plan *plan, const GeoatChartRow *row)
{
  if (is_left_out (plan, row))
    return 0;
  if (row->heading)
    return get_label_height (plan, row);
  if (plan->shape.form == FORM_ABOVE)
    return get_label_height (plan, row) + 2 * plan->scale + plan->bar_height;
  if (plan->shape.form == FORM_SQUEEZED || plan->label_width == 0)
    return plan->bar_height;
  return MAX (plan->bar_height, get_label_height (plan, row));
}

static double
get_gap_before (const Plan *plan, guint position)
{
  const GeoatChartRow *row = g_ptr_array_index (plan->self->rows, position);

  if (position == 0 || is_left_out (plan, row))
    return 0;
  return (ROW_GAP + (row->heading ? HEADING_GAP : 0)) * plan->scale + plan->stretch;
}

static double
get_axis_height (const Plan *plan)
{
  if (!plan->self->axis)
    return 0;
  return geoat_chart_texts_get_line_height (plan->texts, GEOAT_CHART_SIZE_SMALL, plan->scale) + 4;
}

static double
get_rows_height (const Plan *plan)
{
  double height = get_axis_height (plan);

  for (guint i = 0; i < plan->self->rows->len; i++)
    height +=
        get_gap_before (plan, i) + get_row_height (plan, g_ptr_array_index (plan->self->rows, i));
  return height;
}

static double
get_foot (const Plan *plan)
{
  double legend =
      geoat_chart_legend_get_height (plan->self->legend, plan->texts, plan->width, plan->scale);

  return legend > 0 ? legend + LEGEND_GAP * plan->scale : 0;
}

/* The forms to try, roomy ones first. */
static guint
get_shapes (const Plan *plan, Shape shapes[4])
{
  gboolean narrow = plan->width < NARROW * plan->scale;

  shapes[0] = (Shape){ narrow ? FORM_ABOVE : FORM_BESIDE, 3 };
  shapes[1] = (Shape){ narrow ? FORM_ABOVE : FORM_BESIDE, 1 };
  shapes[2] = (Shape){ FORM_BRIEF, 1 };
  shapes[3] = (Shape){ FORM_SQUEEZED, 1 };
  return 4;
}

/* Bars as high as the height allows. */
static void
squeeze (Plan *plan, double height)
{
  guint n = 0;
  double pitch;

  for (guint i = 0; i < plan->self->rows->len; i++)
    if (!is_left_out (plan, g_ptr_array_index (plan->self->rows, i)))
      n++;
  pitch = (height - get_axis_height (plan)) / MAX (n, 1);
  plan->bar_height = MAX (pitch * 0.75, 0.5);
  plan->stretch = pitch - plan->bar_height - ROW_GAP * plan->scale;
}

/* Spreads the rows over @height as far as that looks well: a little closer or further apart than
 * usual. FALSE: they need more height. */
static gboolean
stretch (Plan *plan, double height)
{
  guint n_gaps = 0;
  double spare;

  plan->stretch = 0;
  spare = height - get_rows_height (plan);
  for (guint i = 1; i < plan->self->rows->len; i++)
    if (!is_left_out (plan, g_ptr_array_index (plan->self->rows, i)))
      n_gaps++;
  plan->stretch = MIN (spare / MAX (n_gaps, 1), STRETCH_MAX * plan->scale);
  return plan->stretch >= -STRETCH_MIN * plan->scale;
}

/* Chooses the form; TRUE when the legend fits below. */
static gboolean
fit (Plan *plan, double height)
{
  Shape shapes[4];
  guint n = get_shapes (plan, shapes);
  double foot = get_foot (plan);

  for (guint i = 0; i < n; i++)
    {
      plan->shape = shapes[i];
      set_columns (plan);
      if (stretch (plan, height - foot))
        return TRUE;
    }
  if (foot > height * 0.3)
    foot = 0;
  squeeze (plan, height - foot);
  return foot > 0;
}

static void
place_columns (const Plan *plan, GeoatChartRow *row, GeoatChartScene *scene)
{
  double x = row->bar.x + row->bar.width, line = get_line (plan);
  double gap = BAR_GAP * plan->scale;
  const GeoatChartBox value = { x + gap - 1, row->bar.y + (row->bar.height - line) / 2,
                                plan->value_width - gap + 1, line + 0.1 };
  GeoatChartLabel label = {
    .text = row->value,
    .box = value,
    .x_align = 1,
    .size = GEOAT_CHART_SIZE_NORMAL,
    .bold = TRUE,
    .whole = TRUE,
    .color = GEOAT_CHART_COLOR_TEXT,
    .role = "value",
  };

  if (plan->value_width > 0)
    geoat_chart_scene_add_text (scene, &label);
  if (plan->note_width == 0 || row->note == NULL)
    return;
  label.text = row->note;
  label.bold = FALSE;
  label.color = row->note_color;
  label.role = "note";
  label.box.x += plan->value_width;
  label.box.width = plan->note_width - gap + 1;
  if (geoat_chart_scene_add_text (scene, &label) != NULL)
    row->note_box = label.box;
}

static void
place_row (const Plan *plan, GeoatChartRow *row, GeoatChartScene *scene, double y)
{
  double height = get_row_height (plan, row), room = get_label_room (plan, row);
  gboolean above = plan->shape.form == FORM_ABOVE || row->heading;
  GeoatChartLabel label = {
    .text = get_label (plan, row),
    .box = { 0, y, room, height },
    .y_align = above ? 0 : 0.5,
    .size = GEOAT_CHART_SIZE_NORMAL,
    .bold = row->strong || row->heading,
    .color = GEOAT_CHART_COLOR_TEXT,
    .max_lines = plan->shape.lines,
    .role = row->heading ? "heading" : "label",
  };

  row->bar =
      (GeoatChartBox){ plan->label_width,
                       above ? y + height - plan->bar_height : y + (height - plan->bar_height) / 2,
                       MAX (plan->bar_width, 1), plan->bar_height };
  if (above && !row->heading)
    label.box.height = height - plan->bar_height;
  if (room > 0)
    {
      geoat_chart_scene_add_text (scene, &label);
      geoat_chart_scene_add_hint (scene, row->name, row->principle, row->key_element, &label.box);
    }
  if (!row->heading)
    place_columns (plan, row, scene);
}

/**
 * geoat_chart_rows_new:
 *
 * Returns: (transfer full): no rows yet
 */
GeoatChartRows *
geoat_chart_rows_new (void)
{
  GeoatChartRows *self = g_new0 (GeoatChartRows, 1);

  self->rows = g_ptr_array_new_with_free_func (row_free);
  self->legend = geoat_chart_legend_new ();
  return self;
}

/**
 * geoat_chart_rows_free:
 * @self: (transfer full): rows
 *
 * Frees them.
 */
void
geoat_chart_rows_free (GeoatChartRows *self)
{
  g_ptr_array_unref (self->rows);
  geoat_chart_legend_free (self->legend);
  g_free (self);
}

/**
 * geoat_chart_rows_add:
 * @self: rows
 * @principle: 0-based position, or -1
 * @key_element: 0-based position, or -1
 * @name: (transfer full): its label
 * @brief: what stands for the name where there is no room
 *
 * Adds a row at the end.
 *
 * Returns: (transfer none): the row, for what else is to be set
 */
GeoatChartRow *
geoat_chart_rows_add (
    GeoatChartRows *self, int principle, int key_element, char *name, const char *brief)
{
  GeoatChartRow *row = g_new0 (GeoatChartRow, 1);

  row->principle = principle;
  row->key_element = key_element;
  row->name = name;
  row->brief = g_strdup (brief);
  row->note_color = GEOAT_CHART_COLOR_TEXT;
  g_ptr_array_add (self->rows, row);
  return row;
}

/**
 * geoat_chart_rows_add_scope:
 * @self: rows
 * @chart: the chart that they are of
 * @principle: 0-based position, or -1
 * @key_element: 0-based position, or -1
 *
 * Adds a row for a scope; that of the whole plan is bold.
 *
 * Returns: (transfer none): the row
 */
GeoatChartRow *
geoat_chart_rows_add_scope (GeoatChartRows *self, GeoatChart *chart, int principle, int key_element)
{
  GeoatFramework *framework = geoat_chart_get_framework (chart);
  const char *plan = geoat_chart_get_text (chart, "chart.plan");
  GeoatChartRow *row;

  if (key_element >= 0)
    return geoat_chart_rows_add (self, principle, key_element,
                                 geoat_chart_dup_key_element (chart, key_element),
                                 geoat_framework_get_key_element_id (framework, key_element));
  if (principle >= 0)
    {
      row = geoat_chart_rows_add (self, principle, -1,
                                  geoat_chart_dup_principle (chart, principle, FALSE),
                                  geoat_framework_get_principle_id (framework, principle));
      row->short_name = geoat_chart_dup_principle (chart, principle, TRUE);
      return row;
    }
  row = geoat_chart_rows_add (self, -1, -1, g_strdup (plan),
                              geoat_chart_get_text (chart, "chart.plan.brief"));
  row->strong = TRUE;
  return row;
}

/**
 * geoat_chart_rows_add_key_elements:
 * @self: rows
 * @chart: the chart that they are of
 *
 * Adds a heading for each principle and a row for each of its key elements.
 */
void
geoat_chart_rows_add_key_elements (GeoatChartRows *self, GeoatChart *chart)
{
  GeoatFramework *framework = geoat_chart_get_framework (chart);

  for (guint i = 0; i < geoat_framework_get_n_principles (framework); i++)
    {
      guint first, n;

      geoat_chart_rows_add_scope (self, chart, i, -1)->heading = TRUE;
      geoat_framework_get_principle_range (framework, i, &first, &n);
      for (guint j = first; j < first + n; j++)
        geoat_chart_rows_add_scope (self, chart, i, j);
    }
}

/**
 * geoat_chart_rows_get_legend:
 * @self: rows
 *
 * Returns: (transfer none): the legend below them
 */
GeoatChartLegend *
geoat_chart_rows_get_legend (GeoatChartRows *self)
{
  return self->legend;
}

/**
 * geoat_chart_rows_set_axis:
 * @self: rows
 * @axis: whether the bars have a scale
 *
 * Keeps room for the digits of a scale above the first row.
 */
void
geoat_chart_rows_set_axis (GeoatChartRows *self, gboolean axis)
{
  self->axis = axis;
}

/**
 * geoat_chart_rows_get_height:
 * @self: rows
 * @texts: where their texts are laid out
 * @width: the width, in units
 * @font_scale: the factor on the size of text
 *
 * Returns: the height that they want at that width
 */
double
geoat_chart_rows_get_height (GeoatChartRows *self,
                             GeoatChartTexts *texts,
                             double width,
                             double font_scale)
{
  Plan plan = { .self = self, .texts = texts, .width = width, .scale = font_scale };
  Shape shapes[4];

  get_shapes (&plan, shapes);
  plan.shape = shapes[0];
  set_columns (&plan);
  return ceil (get_rows_height (&plan) + get_foot (&plan));
}

/**
 * geoat_chart_rows_place:
 * @self: rows
 * @scene: an empty scene
 *
 * Puts labels, values, notes and the legend on the scene, and sets where the bars and notes are.
 */
void
geoat_chart_rows_place (GeoatChartRows *self, GeoatChartScene *scene)
{
  double height = geoat_chart_scene_get_height (scene), y;
  Plan plan = {
    .self = self,
    .texts = geoat_chart_scene_get_texts (scene),
    .width = geoat_chart_scene_get_width (scene),
    .scale = geoat_chart_scene_get_font_scale (scene),
  };
  gboolean legend = fit (&plan, height);

  y = get_axis_height (&plan);
  for (guint i = 0; i < self->rows->len; i++)
    {
      GeoatChartRow *row = g_ptr_array_index (self->rows, i);

      y += get_gap_before (&plan, i);
      if (!is_left_out (&plan, row))
        place_row (&plan, row, scene, y);
      y += get_row_height (&plan, row);
    }
  if (legend)
    {
      double foot =
          geoat_chart_legend_get_height (self->legend, plan.texts, plan.width, plan.scale);
      const GeoatChartBox box = { 0, MIN (y + LEGEND_GAP * plan.scale, height - foot), plan.width,
                                  foot };

      geoat_chart_legend_place (self->legend, scene, &box, FALSE);
    }
}

/**
 * geoat_chart_rows_get_n:
 * @self: rows
 *
 * Returns: how many there are
 */
guint
geoat_chart_rows_get_n (GeoatChartRows *self)
{
  return self->rows->len;
}

/**
 * geoat_chart_rows_get:
 * @self: rows
 * @position: from 0
 *
 * Returns: (transfer none): a row
 */
GeoatChartRow *
geoat_chart_rows_get (GeoatChartRows *self, guint position)
{
  return g_ptr_array_index (self->rows, position);
}

/**
 * geoat_chart_rows_get_chart_height:
 * @chart: a chart that is made of rows and nothing else
 * @texts: its texts
 * @width: in units
 * @font_scale: 1: the size of the system
 *
 * For #GeoatChartClass.get_height.
 *
 * Returns: its height, in units
 */
double
geoat_chart_rows_get_chart_height (GeoatChart *chart,
                                   GeoatChartTexts *texts,
                                   double width,
                                   double font_scale)
{
  g_autoptr (GeoatChartRows) rows = GEOAT_CHART_GET_CLASS (chart)->create_rows (chart);

  return geoat_chart_rows_get_height (rows, texts, width, font_scale);
}
