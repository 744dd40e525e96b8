/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The charts of the example against pictures that someone has looked at.
 *
 * How it works: both pictures are made coarse, a mean for every 16 × 16 pixels, and the mean
 * difference over all of these may be a little, and no single one very different. Letters that a
 * font draws otherwise disappear in that; a line, a bar or a colour that is missing does not, which
 * is tried as well.
 *
 * A picture is made with
 *   geoat chart --kind=KIND --compare=1 --today=2026-06-15 --output=KIND.png valmara.geoat
 * and reduced to 64 colours. */

#define G_LOG_DOMAIN "geoat-tests"

#include "config.h"

#include "chart-fixture.h"
#include "geoat-chart-kinds.h"

#include <math.h>
#include <string.h>

#include "geoat-plan-reader.h"

#define BLOCK 16
#define MEAN_TOLERANCE 0.012
#define BLOCK_TOLERANCE 0.22

static GeoatPlan *
read_sample (void)
{
  g_autoptr (GBytes) bytes = chart_fixture_read_source ("data/samples/valmara.geoat");
  g_autoptr (GError) error = NULL;
  GeoatPlan *plan = geoat_plan_read (bytes, &error);

  g_assert_no_error (error);
  return plan;
}

/* A copy in the format whose pixels are compared. */
static cairo_surface_t *
convert (cairo_surface_t *loaded)
{
  int width = cairo_image_surface_get_width (loaded);
  int height = cairo_image_surface_get_height (loaded);
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, width, height);
  cairo_t *cr = cairo_create (surface);

  g_assert_cmpint (cairo_surface_status (loaded), ==, CAIRO_STATUS_SUCCESS);
  cairo_set_source_surface (cr, loaded, 0, 0);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (loaded);
  cairo_surface_flush (surface);
  return surface;
}

static cairo_surface_t *
load (const char *kind)
{
  g_autofree char *name = g_strdup_printf ("%s.png", kind);
  g_autofree char *path =
      g_build_filename (g_getenv ("GEOAT_SOURCE_ROOT"), "tests", "charts", "pictures", name, NULL);

  return convert (cairo_image_surface_create_from_png (path));
}

typedef struct
{
  const guint8 *data;
  gsize left;
} Input;

static cairo_status_t
read_cb (void *closure, unsigned char *data, unsigned int length)
{
  Input *input = closure;

  if (length > input->left)
    return CAIRO_STATUS_READ_ERROR;
  memcpy (data, input->data, length);
  input->data += length;
  input->left -= length;
  return CAIRO_STATUS_SUCCESS;
}

static cairo_surface_t *
draw (GeoatChart *chart, cairo_surface_t *like)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      geoat_chart_render (chart, GEOAT_CHART_FORMAT_PNG, cairo_image_surface_get_width (like),
                          cairo_image_surface_get_height (like), GEOAT_CHART_THEME_LIGHT, &error);
  Input input = { 0 };

  g_assert_no_error (error);
  input.data = g_bytes_get_data (bytes, &input.left);
  return convert (cairo_image_surface_create_from_png_stream (read_cb, &input));
}

/* The mean of a channel in a block, from 0 to 1. */
static double
get_mean (cairo_surface_t *surface, int left, int top, int shift)
{
  const unsigned char *data = cairo_image_surface_get_data (surface);
  int stride = cairo_image_surface_get_stride (surface);
  int right = MIN (left + BLOCK, cairo_image_surface_get_width (surface));
  int bottom = MIN (top + BLOCK, cairo_image_surface_get_height (surface));
  guint sum = 0;

  for (int y = top; y < bottom; y++)
    for (int x = left; x < right; x++)
      sum += ((const guint32 *) (gconstpointer) (data + y * stride))[x] >> shift & 0xff;
  return sum / 255.0 / ((right - left) * (bottom - top));
}

static void
compare (cairo_surface_t *a, cairo_surface_t *b, double *mean, double *most)
{
  double sum = 0;
  guint n = 0;

  *most = 0;
  for (int y = 0; y < cairo_image_surface_get_height (a); y += BLOCK)
    for (int x = 0; x < cairo_image_surface_get_width (a); x += BLOCK)
      for (int shift = 0; shift < 24; shift += 8, n++)
        {
          double difference = fabs (get_mean (a, x, y, shift) - get_mean (b, x, y, shift));

          sum += difference;
          *most = MAX (*most, difference);
        }
  *mean = sum / n;
}

/* Whether the chart of @round beside @other is like the picture of its kind. */
static gboolean
is_like (GeoatPlan *plan, const char *kind, guint round, guint other)
{
  const GeoatChartOptions options = {
    .plan = plan,
    .round = geoat_plan_get_round (plan, round),
    .compare = geoat_plan_get_round (plan, other),
    .today = chart_fixture_today (),
  };
  g_autoptr (GeoatChart) chart = geoat_chart_new (kind, &options, NULL);
  cairo_surface_t *expected = load (kind);
  cairo_surface_t *drawn = draw (chart, expected);
  double mean, most;

  compare (expected, drawn, &mean, &most);
  cairo_surface_destroy (expected);
  cairo_surface_destroy (drawn);
  g_test_message ("%s: mean difference %.4f, most %.3f", kind, mean, most);
  return mean <= MEAN_TOLERANCE && most <= BLOCK_TOLERANCE;
}

static void
test_picture (gconstpointer data)
{
  const GeoatChartKind *kind = data;
  g_autoptr (GeoatPlan) plan = read_sample ();

  g_assert_true (is_like (plan, kind->id, 1, 0));
}

/* The comparison is not blind: the chart of the other round is not taken for this one's. */
static void
test_other_picture (gconstpointer data)
{
  const GeoatChartKind *kind = data;
  g_autoptr (GeoatPlan) plan = read_sample ();

  g_assert_false (is_like (plan, kind->id, 0, 1));
}

int
main (int argc, char *argv[])
{
  guint n_kinds;
  const GeoatChartKind *kinds;

  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  kinds = geoat_chart_get_kinds (&n_kinds);
  for (guint i = 0; i < n_kinds; i++)
    {
      g_autofree char *same = g_strdup_printf ("/chart-pictures/same/%s", kinds[i].id);
      g_autofree char *other = g_strdup_printf ("/chart-pictures/other/%s", kinds[i].id);

      g_test_add_data_func (same, &kinds[i], test_picture);
      /* these two show the same whichever round is chosen, but for retired indicators */
      if (g_strcmp0 (kinds[i].id, "trend") != 0 && g_strcmp0 (kinds[i].id, "actions") != 0)
        g_test_add_data_func (other, &kinds[i], test_other_picture);
    }

  return g_test_run ();
}
