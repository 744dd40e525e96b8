/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Charts as files: what another program finds in them. */

#define G_LOG_DOMAIN "geoat-tests"

#include "config.h"

#include "chart-fixture.h"
#include "geoat-chart-kinds.h"

#include <gio/gio.h>
#include <string.h>

#define WIDTH 640
#define HEIGHT 480

static GBytes *
render (GeoatChart *chart, GeoatChartFormat format)
{
  g_autoptr (GError) error = NULL;
  GBytes *bytes =
      geoat_chart_render (chart, format, WIDTH, HEIGHT, GEOAT_CHART_THEME_PRINT, &error);

  g_assert_no_error (error);
  return bytes;
}

/* The texts of an XML document by the name of their element; also proves that it is well-formed. */
typedef struct
{
  GString *title;
  GString *desc;
  guint n_paths;
  guint n_images;
} Svg;

static void
start_element_cb (GMarkupParseContext *context,
                  const char *name,
                  const char **names,
                  const char **values,
                  gpointer data,
                  GError **error)
{
  Svg *svg = data;

  if (strcmp (name, "path") == 0 || strcmp (name, "rect") == 0)
    svg->n_paths++;
  if (strcmp (name, "image") == 0)
    svg->n_images++;
}

static void
text_cb (
    GMarkupParseContext *context, const char *text, gsize length, gpointer data, GError **error)
{
  Svg *svg = data;
  const char *element = g_markup_parse_context_get_element (context);

  if (strcmp (element, "title") == 0)
    g_string_append_len (svg->title, text, length);
  if (strcmp (element, "desc") == 0)
    g_string_append_len (svg->desc, text, length);
}

static void
test_svg (ChartFixture *fixture, const char *kind)
{
  static const GMarkupParser parser = { .start_element = start_element_cb, .text = text_cb };
  g_autoptr (GeoatChart) chart = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GMarkupParseContext) context = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatChartNumbers) numbers = NULL;
  g_autofree char *title = NULL, *description = NULL;
  Svg svg = { g_string_new (NULL), g_string_new (NULL) };

  /* text that would break a careless writer */
  geoat_history_set_text (fixture->history, GEOAT_ITEM (geoat_plan_get_last_round (fixture->plan)),
                          GEOAT_FIELD_ROUND_TITLE, "<b> & \"2025\" ]]> \001");
  chart = chart_fixture_chart (fixture, kind, geoat_plan_get_round (fixture->plan, 0));
  bytes = render (chart, GEOAT_CHART_FORMAT_SVG);
  context = g_markup_parse_context_new (&parser, 0, &svg, NULL);
  g_markup_parse_context_parse (context, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                                &error);
  g_assert_no_error (error);
  g_markup_parse_context_end_parse (context, &error);
  g_assert_no_error (error);

  title = geoat_chart_get_title (chart);
  description = geoat_chart_describe (chart);
  g_strdelimit (description, "\001", ' ');
  numbers = geoat_chart_get_numbers (chart);
  g_assert_cmpstr (svg.title->str, ==, title);
  g_assert_cmpuint (svg.desc->len, >=, strlen (description));
  for (guint i = 0; i < numbers->rows->len; i++)
    g_assert_nonnull (strstr (svg.desc->str, ((char **) g_ptr_array_index (numbers->rows, i))[1]));
  /* drawn, and as vectors */
  g_assert_cmpuint (svg.n_paths, >, 0);
  g_assert_cmpuint (svg.n_images, ==, 0);
  g_string_free (svg.title, TRUE);
  g_string_free (svg.desc, TRUE);
}

/* Runs a program on a file that holds @bytes and returns what it prints. */
static char *
run_on (GBytes *bytes, const char *const *argv_before, const char *const *argv_after)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), "chart.pdf", NULL);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) argv = NULL;
  g_autoptr (GSubprocess) process = NULL;
  g_autoptr (GError) error = NULL;
  char *output;

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  g_file_set_contents (path, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), &error);
  g_assert_no_error (error);
  g_strv_builder_addv (builder, (const char **) argv_before);
  g_strv_builder_add (builder, path);
  g_strv_builder_addv (builder, (const char **) argv_after);
  argv = g_strv_builder_end (builder);
  process = g_subprocess_newv ((const char *const *) argv, G_SUBPROCESS_FLAGS_STDOUT_PIPE, &error);
  g_assert_no_error (error);
  g_subprocess_communicate_utf8 (process, NULL, NULL, &output, NULL, &error);
  g_assert_no_error (error);
  g_assert_true (g_subprocess_get_successful (process));
  return output;
}

/* As one line, so that a name that is wrapped in the picture can be found. */
static void
collapse (char *text)
{
  char *to = text;

  for (char *from = text; *from != '\0'; from++)
    {
      if ((guchar) from[0] == 0xc2 && (guchar) from[1] == 0xa0)
        *++from = ' ';
      if (g_ascii_isspace (*from))
        {
          if (to == text || to[-1] != ' ')
            *to++ = ' ';
        }
      else
        *to++ = *from;
    }
  *to = '\0';
}

static void
test_pdf (ChartFixture *fixture, const char *kind)
{
  static const char *const text_before[] = { "pdftotext", "-raw", NULL };
  static const char *const text_after[] = { "-", NULL };
  static const char *const info_before[] = { "pdfinfo", NULL };
  static const char *const info_after[] = { NULL };
  g_autoptr (GeoatChart) chart =
      chart_fixture_chart (fixture, kind, geoat_plan_get_round (fixture->plan, 0));
  g_autoptr (GBytes) bytes = render (chart, GEOAT_CHART_FORMAT_PDF);
  g_autofree char *text = run_on (bytes, text_before, text_after);
  g_autofree char *info = run_on (bytes, info_before, info_after);
  g_autofree char *title = geoat_chart_get_title (chart);
  GPtrArray *shapes =
      geoat_chart_scene_get_shapes (geoat_chart_get_scene (chart, WIDTH, HEIGHT, 1));

  g_assert_nonnull (strstr (info, title));
  g_assert_nonnull (strstr (info, "GEOAT Planner"));
  collapse (text);
  for (guint i = 0; i < shapes->len; i++)
    {
      const GeoatChartShape *shape = g_ptr_array_index (shapes, i);
      g_autofree char *expected = g_strdup (shape->text);

      if (shape->kind != GEOAT_CHART_SHAPE_TEXT || pango_layout_is_ellipsized (shape->layout))
        continue;
      collapse (expected);
      if (strstr (text, expected) == NULL)
        g_error ("“%s” is not in the PDF's text: %s", expected, text);
    }
}

static void
test_png (ChartFixture *fixture, const char *kind)
{
  static const guint8 signature[] = { 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n' };
  g_autoptr (GeoatChart) chart = chart_fixture_chart (fixture, kind, NULL);
  g_autoptr (GBytes) bytes = render (chart, GEOAT_CHART_FORMAT_PNG);
  const guint8 *data = g_bytes_get_data (bytes, NULL);

  g_assert_cmpuint (g_bytes_get_size (bytes), >, 500);
  g_assert_cmpmem (data, sizeof signature, signature, sizeof signature);
  g_assert_cmpuint (data[18] << 8 | data[19], ==, WIDTH);
  g_assert_cmpuint (data[22] << 8 | data[23], ==, HEIGHT);
}

/* A chart of a report looks like the same chart alone. */
static void
test_beside (ChartFixture *fixture, const char *kind)
{
  g_autoptr (GeoatChart) other = chart_fixture_chart (fixture, "bars", NULL);
  const GeoatChartOptions options = {
    .plan = fixture->plan,
    .today = chart_fixture_today (),
    .beside = other,
  };
  g_autoptr (GBytes) first = render (other, GEOAT_CHART_FORMAT_PNG);
  g_autoptr (GeoatChart) chart = geoat_chart_new (kind, &options, NULL);
  g_autoptr (GeoatChart) alone = chart_fixture_chart (fixture, kind, NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GBytes) expected = render (alone, GEOAT_CHART_FORMAT_PNG);

  g_clear_object (&other);
  bytes = render (chart, GEOAT_CHART_FORMAT_PNG);
  g_assert_true (g_bytes_equal (bytes, expected));
}

typedef struct
{
  const char *kind;
  ChartCaseTest test;
} FileTest;

static void
run_file_test (gconstpointer data)
{
  const FileTest *file_test = data;
  g_autoptr (ChartFixture) fixture = chart_fixture_create ("two-rounds");

  file_test->test (fixture, file_test->kind);
}

static void
add_file_tests (const char *name, ChartCaseTest test)
{
  guint n_kinds;
  const GeoatChartKind *kinds = geoat_chart_get_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    {
      FileTest *file_test = g_new0 (FileTest, 1);
      g_autofree char *path = g_strdup_printf ("/chart-files/%s/%s", name, kinds[i].id);

      file_test->kind = kinds[i].id;
      file_test->test = test;
      g_test_add_data_func_full (path, file_test, run_file_test, g_free);
    }
}

static void
test_impossible_size (void)
{
  g_autoptr (ChartFixture) fixture = chart_fixture_create ("empty");
  g_autoptr (GeoatChart) chart = chart_fixture_chart (fixture, "radar", NULL);
  const int sizes[][2] = { { 0, 100 }, { 100, -1 }, { 16385, 100 }, { 100, G_MAXINT } };

  for (guint i = 0; i < G_N_ELEMENTS (sizes); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (geoat_chart_render (chart, GEOAT_CHART_FORMAT_PNG, sizes[i][0], sizes[i][1],
                                         GEOAT_CHART_THEME_LIGHT, &error));
      g_assert_nonnull (error);
      g_assert_nonnull (strstr (error->message, "16384"));
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  add_file_tests ("svg", test_svg);
  add_file_tests ("pdf", test_pdf);
  add_file_tests ("png", test_png);
  add_file_tests ("beside", test_beside);
  g_test_add_func ("/chart-files/impossible-size", test_impossible_size);

  return g_test_run ();
}
