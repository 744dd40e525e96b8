/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The small widgets that show a number: the coverage ring, the chip of a score, the card of a
 * figure; and the banner. */

#include "config.h"

#include "geoat-banner.h"
#include "geoat-coverage-ring.h"
#include "geoat-figure-card.h"
#include "geoat-score-chip.h"

#include "widget-fixture.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

/* How much of the ring is drawn at the point at @angle, in turns from the top, clockwise. */
static double
get_opacity (GtkWidget *widget, double angle)
{
  const int size = 64;
  g_autoptr (GtkSnapshot) snapshot = gtk_snapshot_new ();
  g_autoptr (GskRenderNode) node = NULL;
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, size, size);
  cairo_t *cr = cairo_create (surface);
  double radius = (gtk_widget_get_width (widget) - 3) / 2.0;
  double center = gtk_widget_get_width (widget) / 2.0;
  int x = (int) (center + radius * sin (2 * G_PI * angle));
  int y = (int) (center - radius * cos (2 * G_PI * angle));
  double opacity;

  GTK_WIDGET_GET_CLASS (widget)->snapshot (widget, snapshot);
  node = gtk_snapshot_free_to_node (g_steal_pointer (&snapshot));
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);
  opacity = cairo_image_surface_get_data (
                surface)[y * cairo_image_surface_get_stride (surface) + 4 * x + 3] /
            255.0;
  cairo_surface_destroy (surface);
  return opacity;
}

static void
show_ring (WidgetFixture *fixture, guint assessed, guint total)
{
  GtkWidget *widget = geoat_coverage_ring_new ();

  gtk_widget_set_halign (widget, GTK_ALIGN_CENTER);
  geoat_coverage_ring_set_coverage (GEOAT_COVERAGE_RING (widget), assessed, total);
  widget_fixture_show (fixture, widget, 100, 100);
}

static void
test_ring_closes (WidgetFixture *fixture, gconstpointer data)
{
  show_ring (fixture, 0, 8);
  g_assert_cmpfloat (get_opacity (fixture->widget, 0.25), <, 0.5);
  geoat_coverage_ring_set_coverage (GEOAT_COVERAGE_RING (fixture->widget), 4, 8);
  g_assert_cmpfloat (get_opacity (fixture->widget, 0.25), >, 0.5);
  g_assert_cmpfloat (get_opacity (fixture->widget, 0.75), <, 0.5);
  geoat_coverage_ring_set_coverage (GEOAT_COVERAGE_RING (fixture->widget), 8, 8);
  g_assert_cmpfloat (get_opacity (fixture->widget, 0.75), >, 0.5);
  geoat_coverage_ring_set_coverage (GEOAT_COVERAGE_RING (fixture->widget), 0, 0);
  g_assert_cmpfloat (get_opacity (fixture->widget, 0.25), <, 0.5);
}

static void
test_ring_mirrored (WidgetFixture *fixture, gconstpointer data)
{
  show_ring (fixture, 4, 8);
  g_assert_cmpfloat (get_opacity (fixture->widget, 0.25), <, 0.5);
  g_assert_cmpfloat (get_opacity (fixture->widget, 0.75), >, 0.5);
}

static void
test_ring_properties (WidgetFixture *fixture, gconstpointer data)
{
  guint n_assessed = 0, n_total = 0, assessed, total;
  GtkWidget *ring;

  show_ring (fixture, 2, 8);
  ring = fixture->widget;
  gtk_test_accessible_assert_property (ring, GTK_ACCESSIBLE_PROPERTY_LABEL, "2 of 8 assessed");
  g_signal_connect_swapped (ring, "notify::assessed", G_CALLBACK (count_cb), &n_assessed);
  g_signal_connect_swapped (ring, "notify::total", G_CALLBACK (count_cb), &n_total);
  geoat_coverage_ring_set_coverage (GEOAT_COVERAGE_RING (ring), 3, 8);
  geoat_coverage_ring_set_coverage (GEOAT_COVERAGE_RING (ring), 3, 8);
  geoat_coverage_ring_set_coverage (GEOAT_COVERAGE_RING (ring), 3, 9);
  g_assert_cmpuint (n_assessed, ==, 1);
  g_assert_cmpuint (n_total, ==, 1);
  g_object_get (ring, "assessed", &assessed, "total", &total, NULL);
  g_assert_cmpuint (assessed, ==, 3);
  g_assert_cmpuint (total, ==, 9);
  gtk_test_accessible_assert_property (ring, GTK_ACCESSIBLE_PROPERTY_LABEL, "3 of 9 assessed");
}

static void
test_chip (WidgetFixture *fixture, gconstpointer data)
{
  static const struct
  {
    int tenths;
    const char *text;
  } cases[] = { { 0, "0.0" }, { 7, "0.7" }, { 50, "5.0" }, { 23, "2.3" } };
  GtkWidget *chip = geoat_score_chip_new ();
  guint n = 0;
  int tenths;

  widget_fixture_show (fixture, chip, 100, 60);
  g_object_get (chip, "tenths", &tenths, NULL);
  g_assert_cmpint (tenths, ==, -1);
  g_assert_false (gtk_widget_has_css_class (chip, "on-dark"));
  g_assert_false (gtk_widget_has_css_class (chip, "on-light"));
  g_signal_connect_swapped (chip, "notify::tenths", G_CALLBACK (count_cb), &n);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      geoat_score_chip_set_tenths (GEOAT_SCORE_CHIP (chip), cases[i].tenths);
      g_assert_true (widget_shows_text (chip, cases[i].text));
      /* one ink, not both */
      g_assert_true (gtk_widget_has_css_class (chip, "on-dark") !=
                     gtk_widget_has_css_class (chip, "on-light"));
    }
  geoat_score_chip_set_tenths (GEOAT_SCORE_CHIP (chip), 23);
  g_assert_cmpuint (n, ==, G_N_ELEMENTS (cases));
  g_object_set (chip, "tenths", -1, NULL);
  g_assert_false (widget_shows_text (chip, "2.3"));
  g_assert_false (gtk_widget_has_css_class (chip, "on-dark"));
  g_assert_false (gtk_widget_has_css_class (chip, "on-light"));
}

static void
test_figure_card (WidgetFixture *fixture, gconstpointer data)
{
  GtkWidget *card = geoat_figure_card_new ();

  geoat_figure_card_set (GEOAT_FIGURE_CARD (card), "104 of 108", "assessed", "4 left", "2 overdue");
  widget_fixture_show (fixture, card, 300, 200);
  g_assert_true (widget_shows_text (card, "104 of 108"));
  g_assert_true (widget_shows_text (card, "4 left"));
  g_assert_true (widget_shows_text (card, "2 overdue"));
  g_assert_true (widget_is_named (card, "assessed"));
  geoat_figure_card_set (GEOAT_FIGURE_CARD (card), "108 of 108", "assessed", "None left", NULL);
  g_assert_false (widget_shows_text (card, "2 overdue"));
  g_assert_true (widget_shows_text (card, "108 of 108"));
}

static void
test_banner (WidgetFixture *fixture, gconstpointer data)
{
  GtkWidget *widget = geoat_banner_new ();
  GeoatBanner *banner = GEOAT_BANNER (widget);
  guint n_clicks = 0, n_titles = 0, n_revealed = 0;
  gboolean revealed;

  widget_fixture_show (fixture, gtk_box_new (GTK_ORIENTATION_VERTICAL, 0), 400, 200);
  gtk_box_append (GTK_BOX (fixture->widget), widget);
  g_signal_connect_swapped (banner, "button-clicked", G_CALLBACK (count_cb), &n_clicks);
  g_signal_connect_swapped (banner, "notify::title", G_CALLBACK (count_cb), &n_titles);
  g_signal_connect_swapped (banner, "notify::revealed", G_CALLBACK (count_cb), &n_revealed);
  g_assert_false (geoat_banner_get_revealed (banner));

  geoat_banner_set_title (banner, "The file was changed by another program.");
  geoat_banner_set_title (banner, "The file was changed by another program.");
  g_assert_cmpuint (n_titles, ==, 1);
  /* folded up, it is not read out either */
  g_assert_false (widget_shows_text (widget, "The file was changed by another program."));

  geoat_banner_set_button_label (banner, "Reload");
  geoat_banner_set_revealed (banner, TRUE);
  geoat_banner_set_revealed (banner, TRUE);
  g_assert_cmpuint (n_revealed, ==, 1);
  g_object_get (banner, "revealed", &revealed, NULL);
  g_assert_true (revealed);
  g_assert_true (widget_shows_text (widget, "The file was changed by another program."));
  widget_click (widget, "Reload");
  g_assert_cmpuint (n_clicks, ==, 1);

  geoat_banner_set_button_label (banner, NULL);
  g_assert_null (widget_find (widget, GTK_TYPE_BUTTON, NULL));
  geoat_banner_set_revealed (banner, FALSE);
  widget_wait_until (!widget_shows_text (widget, "The file was changed by another program."));
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  widget_fixture_add ("/coverage-ring/closes", test_ring_closes);
  widget_fixture_add_mirrored ("/coverage-ring/mirrored", test_ring_mirrored);
  widget_fixture_add ("/coverage-ring/properties", test_ring_properties);
  widget_fixture_add ("/score-chip/tenths", test_chip);
  widget_fixture_add ("/figure-card/set", test_figure_card);
  widget_fixture_add ("/banner/banner", test_banner);
  return g_test_run ();
}
