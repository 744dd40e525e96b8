/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A chart on the screen: its words, its keys, where it leads; and the card around it. */

#include "config.h"

#include "geoat-chart-card.h"
#include "geoat-chart-kinds.h"
#include "geoat-chart-view.h"

#include "widget-fixture.h"

#define WIDTH 800

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
activated_cb (int *key_element, const GeoatChartPlace *place)
{
  *key_element = place->key_element;
}

static GeoatChart *
create_chart (WidgetFixture *fixture, const char *kind)
{
  g_autoptr (GError) error = NULL;
  GeoatChartOptions options = { .plan = fixture->plan, .language = geoat_language_get ("en") };
  GeoatChart *chart;
  GDate today;

  geoat_perspective_get_today (fixture->perspective, &today);
  options.today = &today;
  chart = geoat_chart_new (kind, &options, &error);
  g_assert_no_error (error);
  return chart;
}

static GeoatChart *
show (WidgetFixture *fixture, const char *kind)
{
  GeoatChart *chart = create_chart (fixture, kind);
  GtkWidget *widget = geoat_chart_view_new ();

  geoat_chart_view_set_chart (GEOAT_CHART_VIEW (widget), chart);
  g_object_unref (chart); /* the view has it */
  gtk_widget_set_valign (widget, GTK_ALIGN_START);
  widget_fixture_show (fixture, widget, WIDTH, 600);
  return chart;
}

static GPtrArray *
get_places (WidgetFixture *fixture, GeoatChart *chart)
{
  return geoat_chart_get_places (chart, gtk_widget_get_width (fixture->widget),
                                 gtk_widget_get_height (fixture->widget), 1);
}

static const char *
get_label (GPtrArray *places, guint position)
{
  return ((GeoatChartPlace *) places->pdata[position])->label;
}

/* What a screen reader reads of the view. */
static void
assert_reads (WidgetFixture *fixture, const char *text)
{
  gtk_test_accessible_assert_property (fixture->widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);
}

static gboolean
reads (WidgetFixture *fixture, const char *text)
{
  g_autofree char *other = gtk_test_accessible_check_property (
      GTK_ACCESSIBLE (fixture->widget), GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, text);

  return other == NULL;
}

static void
test_words (WidgetFixture *fixture, gconstpointer data)
{
  GeoatChart *chart = show (fixture, "heatmap");
  g_autofree char *title = geoat_chart_get_title (chart);
  g_autofree char *before = geoat_chart_describe (chart);
  g_autofree char *after = NULL;

  gtk_test_accessible_assert_property (fixture->widget, GTK_ACCESSIBLE_PROPERTY_LABEL, title);
  assert_reads (fixture, before);
  for (guint i = 0; i < geoat_plan_get_n_entries (fixture->plan); i++)
    {
      GeoatEntry *entry = geoat_plan_get_entry (fixture->plan, i);

      if (geoat_entry_is_in_round (entry, geoat_plan_get_last_round (fixture->plan)))
        geoat_history_set_level (fixture->history, entry, GEOAT_LEVEL_5);
    }
  after = geoat_chart_describe (chart);
  g_assert_cmpstr (after, !=, before);
  widget_wait_until (reads (fixture, after));
}

static void
assert_keys (WidgetFixture *fixture, guint forward, guint back)
{
  GeoatChart *chart = show (fixture, "heatmap");
  g_autoptr (GPtrArray) places = get_places (fixture, chart);
  guint last = places->len - 1;

  g_assert_cmpuint (places->len, >, 2);
  gtk_widget_grab_focus (fixture->widget);
  g_assert_true (widget_press (fixture->widget, GDK_KEY_Down, 0));
  assert_reads (fixture, get_label (places, 0));
  widget_press (fixture->widget, forward, 0);
  assert_reads (fixture, get_label (places, 1));
  widget_press (fixture->widget, back, 0);
  widget_press (fixture->widget, back, 0);
  assert_reads (fixture, get_label (places, 0));
  widget_press (fixture->widget, GDK_KEY_End, 0);
  widget_press (fixture->widget, forward, 0);
  assert_reads (fixture, get_label (places, last));
  widget_press (fixture->widget, GDK_KEY_Up, 0);
  assert_reads (fixture, get_label (places, last - 1));
  widget_press (fixture->widget, GDK_KEY_Home, 0);
  assert_reads (fixture, get_label (places, 0));
  widget_press (fixture->widget, GDK_KEY_Down, GDK_CONTROL_MASK);
  assert_reads (fixture, get_label (places, 0));
}

static void
test_keys (WidgetFixture *fixture, gconstpointer data)
{
  assert_keys (fixture, GDK_KEY_Right, GDK_KEY_Left);
}

static void
test_keys_mirrored (WidgetFixture *fixture, gconstpointer data)
{
  assert_keys (fixture, GDK_KEY_Left, GDK_KEY_Right);
}

/* Enter leads to what the stop is about. */
static void
test_leads (WidgetFixture *fixture, gconstpointer data)
{
  GeoatChart *chart = show (fixture, "heatmap");
  g_autoptr (GPtrArray) places = get_places (fixture, chart);
  int found = -1;

  g_signal_connect_swapped (fixture->widget, "activated", G_CALLBACK (activated_cb), &found);
  gtk_widget_grab_focus (fixture->widget);
  widget_press (fixture->widget, GDK_KEY_Return, 0);
  g_assert_cmpint (found, ==, -1);
  for (guint i = 0; i < places->len; i++)
    {
      const GeoatChartPlace *place = places->pdata[i];

      widget_press (fixture->widget, GDK_KEY_Down, 0);
      widget_press (fixture->widget, GDK_KEY_Return, 0);
      if (place->key_element >= 0)
        g_assert_cmpint (found, ==, place->key_element);
    }
  g_assert_cmpint (found, >=, 0);
}

/* When the focus goes, the chart reads as a whole again. */
static void
test_focus_leaves (WidgetFixture *fixture, gconstpointer data)
{
  GeoatChart *chart = show (fixture, "heatmap");
  g_autofree char *whole = geoat_chart_describe (chart);

  gtk_widget_grab_focus (fixture->widget);
  widget_press (fixture->widget, GDK_KEY_Down, 0);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  assert_reads (fixture, whole);
}

static void
test_chart_property (WidgetFixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatChart) other = create_chart (fixture, "radar");
  GeoatChart *chart = show (fixture, "heatmap");
  GeoatChartView *view = GEOAT_CHART_VIEW (fixture->widget);
  g_autofree char *title = geoat_chart_get_title (other);
  int minimum, natural;
  guint n = 0;

  g_assert_true (geoat_chart_view_get_chart (view) == chart);
  g_signal_connect_swapped (view, "notify::chart", G_CALLBACK (count_cb), &n);
  geoat_chart_view_set_chart (view, chart);
  g_assert_cmpuint (n, ==, 0);
  geoat_chart_view_set_chart (view, other);
  g_assert_cmpuint (n, ==, 1);
  gtk_test_accessible_assert_property (fixture->widget, GTK_ACCESSIBLE_PROPERTY_LABEL, title);
  gtk_widget_measure (fixture->widget, GTK_ORIENTATION_VERTICAL, WIDTH, &minimum, &natural, NULL,
                      NULL);
  g_assert_cmpint (natural, ==, (int) (geoat_chart_get_height_for_width (other, WIDTH, 1) + 0.999));
  geoat_chart_view_set_chart (view, NULL);
  g_assert_null (geoat_chart_view_get_chart (view));
}

static void
test_card (WidgetFixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatChart) chart = create_chart (fixture, "coverage");
  g_autofree char *title = geoat_chart_get_title (chart);
  GtkWidget *card = geoat_chart_card_new ("coverage");
  GtkWidget *view;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (card), fixture->perspective);
  widget_fixture_show (fixture, card, WIDTH, 600);
  g_assert_true (widget_shows_text (card, title));
  view = widget_get (card, GEOAT_TYPE_CHART_VIEW, NULL);
  before = geoat_chart_describe (geoat_chart_view_get_chart (GEOAT_CHART_VIEW (view)));
  geoat_perspective_set_round (fixture->perspective, geoat_plan_get_round (fixture->plan, 0));
  after = geoat_chart_describe (geoat_chart_view_get_chart (GEOAT_CHART_VIEW (view)));
  g_assert_cmpstr (before, !=, after);
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (card), NULL);
  g_assert_null (geoat_chart_view_get_chart (GEOAT_CHART_VIEW (view)));
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  widget_fixture_add ("/chart-view/words", test_words);
  widget_fixture_add ("/chart-view/keys", test_keys);
  widget_fixture_add_mirrored ("/chart-view/keys-mirrored", test_keys_mirrored);
  widget_fixture_add ("/chart-view/leads", test_leads);
  widget_fixture_add ("/chart-view/focus-leaves", test_focus_leaves);
  widget_fixture_add ("/chart-view/chart", test_chart_property);
  widget_fixture_add ("/chart-card/follows-round", test_card);
  return g_test_run ();
}
