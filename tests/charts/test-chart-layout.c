/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a reader sees first: texts that run into each other or out of the picture. Every kind of
 * chart is laid out for plans at the edges, from 200 to 2,000 units wide, with normal and with
 * doubled text, at the height that it asks for and at heights that it does not like. */

#define G_LOG_DOMAIN "geoat-tests"

#include "config.h"

#include "chart-fixture.h"

#define SLACK 0.05

static const double widths[] = { 200, 263, 320, 400, 480, 640, 900, 1300, 2000 };
static const double font_scales[] = { 1, 2 };

static gboolean
overlap (const GeoatChartBox *a, const GeoatChartBox *b)
{
  return a->x + a->width > b->x + SLACK && b->x + b->width > a->x + SLACK &&
         a->y + a->height > b->y + SLACK && b->y + b->height > a->y + SLACK;
}

static gboolean
is_inside (const GeoatChartBox *box, double width, double height)
{
  return box->x >= -SLACK && box->y >= -SLACK && box->x + box->width <= width + SLACK &&
         box->y + box->height <= height + SLACK;
}

/* The extents of all lines as Pango has them must be those the scene reckons with. */
static void
check_box_is_honest (const GeoatChartShape *shape)
{
  double unit = shape->scale / PANGO_SCALE;
  PangoRectangle logical;

  pango_layout_get_extents (shape->layout, NULL, &logical);
  g_assert_cmpfloat_with_epsilon (shape->box.height, logical.height * unit, SLACK);
  for (GSList *l = pango_layout_get_lines_readonly (shape->layout); l != NULL; l = l->next)
    {
      pango_layout_line_get_extents (l->data, NULL, &logical);
      g_assert_cmpfloat (logical.width * unit, <=, shape->box.width + SLACK);
    }
}

static GeoatChartBox
get_path_box (const GeoatChartShape *shape)
{
  const GeoatChartPoint *first = &g_array_index (shape->points, GeoatChartPoint, 0);
  double left = first->x, right = first->x, top = first->y, bottom = first->y;

  for (guint i = 1; i < shape->points->len; i++)
    {
      const GeoatChartPoint *point = &g_array_index (shape->points, GeoatChartPoint, i);

      left = MIN (left, point->x);
      right = MAX (right, point->x);
      top = MIN (top, point->y);
      bottom = MAX (bottom, point->y);
    }
  return (GeoatChartBox){ left, top, right - left, bottom - top };
}

static void
check_scene (GeoatChart *chart, double width, double height, double font_scale)
{
  GPtrArray *shapes =
      geoat_chart_scene_get_shapes (geoat_chart_get_scene (chart, width, height, font_scale));

  for (guint i = 0; i < shapes->len; i++)
    {
      const GeoatChartShape *shape = g_ptr_array_index (shapes, i);
      GeoatChartBox box = shape->kind == GEOAT_CHART_SHAPE_PATH ? get_path_box (shape) : shape->box;

      if (!is_inside (&box, width, height))
        g_error ("%s %g×%g, text %g: %s %d (%s) leaves the frame: %g, %g, %g, %g",
                 geoat_chart_get_kind (chart), width, height, font_scale, shape->role, shape->index,
                 shape->text, box.x, box.y, box.width, box.height);
      if (shape->kind != GEOAT_CHART_SHAPE_TEXT)
        continue;
      check_box_is_honest (shape);
      for (guint j = 0; j < i; j++)
        {
          const GeoatChartShape *other = g_ptr_array_index (shapes, j);

          if (other->kind == GEOAT_CHART_SHAPE_TEXT && overlap (&shape->box, &other->box))
            g_error ("%s %g×%g, text %g: “%s” is over “%s”", geoat_chart_get_kind (chart), width,
                     height, font_scale, shape->text, other->text);
        }
    }
}

static void
test_layout (ChartFixture *fixture, const char *kind)
{
  g_autoptr (GeoatChart) chart =
      chart_fixture_chart (fixture, kind, geoat_plan_get_round (fixture->plan, 0));

  for (guint i = 0; i < G_N_ELEMENTS (widths); i++)
    for (guint j = 0; j < G_N_ELEMENTS (font_scales); j++)
      {
        double height = geoat_chart_get_height_for_width (chart, widths[i], font_scales[j]);

        check_scene (chart, widths[i], height, font_scales[j]);
        check_scene (chart, widths[i], height * 1.5, font_scales[j]);
        check_scene (chart, widths[i], height * 0.6, font_scales[j]);
        check_scene (chart, widths[i], 200, font_scales[j]);
      }
  check_scene (chart, 40, 30, 1);
  geoat_chart_get_scene (chart, 1, 1, 1);
}

/* Whatever the theme: it only colours what is there. */
static void
test_draw (ChartFixture *fixture, const char *kind)
{
  g_autoptr (GeoatChart) chart = chart_fixture_chart (fixture, kind, NULL);

  for (int theme = 0; theme < GEOAT_CHART_N_THEMES; theme++)
    {
      cairo_surface_t *surface = cairo_recording_surface_create (CAIRO_CONTENT_COLOR_ALPHA, NULL);
      cairo_t *cr = cairo_create (surface);
      double x, y, width, height;

      geoat_chart_draw (chart, cr, 480, 360, theme, 1);
      g_assert_cmpint (cairo_status (cr), ==, CAIRO_STATUS_SUCCESS);
      cairo_destroy (cr);
      cairo_recording_surface_ink_extents (surface, &x, &y, &width, &height);
      cairo_surface_destroy (surface);
      /* lines may be half a line's width over the edge of what they outline */
      g_assert_cmpfloat (x, >=, -1.5);
      g_assert_cmpfloat (y, >=, -1.5);
      g_assert_cmpfloat (x + width, <=, 480 + 1.5);
      g_assert_cmpfloat (y + height, <=, 360 + 1.5);
      g_assert_cmpfloat (width, >, 20);
    }
}

/* Every place can be found where it is drawn, and says something. */
static void
test_places (ChartFixture *fixture, const char *kind)
{
  g_autoptr (GeoatChart) chart =
      chart_fixture_chart (fixture, kind, geoat_plan_get_round (fixture->plan, 0));
  double height = geoat_chart_get_height_for_width (chart, 480, 1);
  g_autoptr (GPtrArray) places = geoat_chart_get_places (chart, 480, height, 1);

  for (guint i = 0; i < places->len; i++)
    {
      const GeoatChartPlace *place = g_ptr_array_index (places, i);
      g_autoptr (GeoatChartPlace) found = geoat_chart_get_place_at (
          chart, 480, height, 1, place->bounds.x + place->bounds.width / 2,
          place->bounds.y + place->bounds.height / 2);

      g_assert_nonnull (found);
      g_assert_cmpstr (found->label, !=, "");
      g_assert_true (g_utf8_validate (found->label, -1, NULL));
    }
}

/* A description is a sentence, a table is complete. */
static void
test_words (ChartFixture *fixture, const char *kind)
{
  g_autoptr (GeoatChart) chart = chart_fixture_chart (fixture, kind, NULL);
  g_autofree char *description = geoat_chart_describe (chart);
  g_autofree char *title = geoat_chart_get_title (chart);
  g_autoptr (GeoatChartNumbers) numbers = geoat_chart_get_numbers (chart);

  g_assert_true (g_str_has_suffix (description, "."));
  g_assert_null (strstr (description, "{"));
  g_assert_cmpuint (strlen (title), >, 3);
  for (guint i = 0; i < numbers->rows->len; i++)
    {
      char **row = g_ptr_array_index (numbers->rows, i);

      g_assert_cmpuint (g_strv_length (row), ==, g_strv_length (numbers->columns));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  chart_fixture_add_case_tests ("/chart-layout/texts", test_layout);
  chart_fixture_add_case_tests ("/chart-layout/draw", test_draw);
  chart_fixture_add_case_tests ("/chart-layout/places", test_places);
  chart_fixture_add_case_tests ("/chart-layout/words", test_words);

  return g_test_run ();
}
