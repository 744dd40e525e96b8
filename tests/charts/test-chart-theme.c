/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Whether all text can be read: its contrast with what it lies on, in every theme. */

#define G_LOG_DOMAIN "geoat-tests"

#include "config.h"

#include "chart-fixture.h"

#define READABLE 4.5

/* The surfaces of libadwaita's windows, views and cards, besides the theme's own. */
static const guint32 surfaces[GEOAT_CHART_N_THEMES][4] = {
  [GEOAT_CHART_THEME_LIGHT] = { 0xffffff, 0xfafafa },
  [GEOAT_CHART_THEME_DARK] = { 0x353535, 0x242424, 0x1e1e1e, 0x303030 },
  [GEOAT_CHART_THEME_PRINT] = { 0xffffff },
};

static GeoatChartRgba
get_color (GeoatChartTheme theme, GeoatChartColor color)
{
  GeoatChartRgba rgba;

  geoat_chart_theme_get_color (theme, color, &rgba);
  return rgba;
}

static GeoatChartRgba
unpack (guint32 value)
{
  return (GeoatChartRgba){ (value >> 16 & 0xff) / 255.0, (value >> 8 & 0xff) / 255.0,
                           (value & 0xff) / 255.0, 1 };
}

static GeoatChartRgba
blend (const GeoatChartRgba *over, const GeoatChartRgba *below)
{
  double a = over->alpha;

  return (GeoatChartRgba){ over->red * a + below->red * (1 - a),
                           over->green * a + below->green * (1 - a),
                           over->blue * a + below->blue * (1 - a), 1 };
}

static void
check (GeoatChartTheme theme, GeoatChartColor text, const GeoatChartRgba *background)
{
  GeoatChartRgba color = get_color (theme, text);
  double contrast = geoat_chart_contrast (&color, background);

  if (contrast < READABLE)
    g_error ("theme %d: text colour %d has a contrast of %.2f", theme, text, contrast);
}

/* Every text of every chart on every surface that it can lie on. */
static void
test_texts (ChartFixture *fixture, const char *kind)
{
  g_autoptr (GeoatChart) chart =
      chart_fixture_chart (fixture, kind, geoat_plan_get_round (fixture->plan, 0));
  double height = geoat_chart_get_height_for_width (chart, 640, 1);
  GPtrArray *shapes = geoat_chart_scene_get_shapes (geoat_chart_get_scene (chart, 640, height, 1));

  for (guint i = 0; i < shapes->len; i++)
    {
      const GeoatChartShape *shape = g_ptr_array_index (shapes, i);

      if (shape->kind != GEOAT_CHART_SHAPE_TEXT)
        continue;
      for (int theme = 0; theme < GEOAT_CHART_N_THEMES; theme++)
        {
          GeoatChartRgba background = get_color (theme, shape->background);
          GeoatChartRgba area = get_color (theme, GEOAT_CHART_COLOR_ROUND_AREA);

          check (theme, shape->color, &background);
          if (shape->background != GEOAT_CHART_COLOR_SURFACE)
            continue;
          for (guint j = 0; j < G_N_ELEMENTS (surfaces[theme]) && surfaces[theme][j] != 0; j++)
            {
              GeoatChartRgba surface = unpack (surfaces[theme][j]);
              GeoatChartRgba tinted = blend (&area, &surface);

              check (theme, shape->color, &surface);
              /* the digits of a scale can lie in the area of a round */
              if (g_strcmp0 (shape->role, "scale") == 0)
                check (theme, shape->color, &tinted);
            }
        }
    }
}

/* Text on every level, not only on those that a test plan happens to have. */
static void
test_levels (void)
{
  for (int theme = 0; theme < GEOAT_CHART_N_THEMES; theme++)
    for (int level = 0; level <= GEOAT_LEVEL_MAX; level++)
      {
        GeoatChartRgba background = get_color (theme, geoat_chart_color_for_level (level));

        check (theme, geoat_chart_color_on_level (level), &background);
      }
}

/* The ratio of black and white is 21, of a colour with itself 1: WCAG 2's definition. */
static void
test_contrast (void)
{
  GeoatChartRgba black = unpack (0x000000), white = unpack (0xffffff), grey = unpack (0x777777);

  g_assert_cmpfloat_with_epsilon (geoat_chart_contrast (&black, &white), 21, 1e-9);
  g_assert_cmpfloat_with_epsilon (geoat_chart_contrast (&grey, &grey), 1, 1e-9);
  g_assert_cmpfloat_with_epsilon (geoat_chart_contrast (&grey, &white), 4.48, 0.01);
}

/* A printer without colours: each level is visibly darker than the one before. */
static void
test_levels_in_grey (void)
{
  for (int theme = 0; theme < GEOAT_CHART_N_THEMES; theme++)
    for (int level = 1; level <= GEOAT_LEVEL_MAX; level++)
      {
        GeoatChartRgba paler = get_color (theme, geoat_chart_color_for_level (level - 1));
        GeoatChartRgba deeper = get_color (theme, geoat_chart_color_for_level (level));
        double before = 0.299 * paler.red + 0.587 * paler.green + 0.114 * paler.blue;
        double after = 0.299 * deeper.red + 0.587 * deeper.green + 0.114 * deeper.blue;

        g_assert_cmpfloat (before - after, >, 0.1);
      }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/chart-theme/contrast", test_contrast);
  g_test_add_func ("/chart-theme/levels", test_levels);
  g_test_add_func ("/chart-theme/levels-in-grey", test_levels_in_grey);
  chart_fixture_add_case_tests ("/chart-theme/texts", test_texts);

  return g_test_run ();
}
