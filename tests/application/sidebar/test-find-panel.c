/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding and replacing a text in the whole plan. */

#include "config.h"

#include "geoat-find-panel.h"

#include "widget-fixture.h"

/* What the panel leads to, and how often. */
typedef struct
{
  guint n;
  GeoatItem *item;
  GeoatField field;
} Led;

static void
activated_cb (Led *led, GeoatMatch *match)
{
  led->n++;
  led->item = geoat_match_get_item (match);
  led->field = geoat_match_get_field (match);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

/* Two entries say "Zebra", one of them twice. */
static GeoatFindPanel *
show (WidgetFixture *fixture)
{
  GtkWidget *widget = geoat_find_panel_new ();

  geoat_history_set_text (fixture->history,
                          GEOAT_ITEM (widget_fixture_get_entry (fixture, "1A.01")),
                          GEOAT_FIELD_NOTES, "A zebra and a Zébra");
  geoat_history_set_text (fixture->history,
                          GEOAT_ITEM (widget_fixture_get_entry (fixture, "2B.01")),
                          GEOAT_FIELD_ALIGNMENT, "Zebra act");
  geoat_history_break (fixture->history);
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (widget), fixture->perspective);
  widget_fixture_show (fixture, widget, 300, 700);
  geoat_find_panel_start (GEOAT_FIND_PANEL (widget));
  return GEOAT_FIND_PANEL (widget);
}

static GtkWidget *
get_search (WidgetFixture *fixture)
{
  return widget_get (fixture->widget, GTK_TYPE_SEARCH_ENTRY, NULL);
}

static void
search (WidgetFixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_search (fixture)), text);
}

static void
replace_with (WidgetFixture *fixture, const char *text, const char *action)
{
  GtkWidget *button = widget_get (fixture->widget, GTK_TYPE_TOGGLE_BUTTON, "Replace");

  if (!gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)))
    g_signal_emit_by_name (button, "clicked");
  gtk_editable_set_text (
      GTK_EDITABLE (widget_get (fixture->widget, GTK_TYPE_ENTRY, "Replace with")), text);
  widget_act (fixture->widget, action);
}

static gboolean
shows (WidgetFixture *fixture, const char *text)
{
  return widget_shows_text (fixture->widget, text);
}

static void
test_found (WidgetFixture *fixture, gconstpointer data)
{
  show (fixture);
  g_assert_false (widget_can_act (fixture->widget, "find.replace-all"));
  search (fixture, "ZEBRA");
  widget_wait_until (shows (fixture, "3 places"));
  g_assert_true (widget_can_act (fixture->widget, "find.replace-all"));
  widget_wait_until (shows (fixture, "2B · Strategic alignment"));
  search (fixture, "zebra act");
  widget_wait_until (shows (fixture, "1 place"));
  search (fixture, "zebra crossing");
  widget_wait_until (shows (fixture, "Not found"));
  g_assert_true (shows (fixture, "These words are nowhere in the plan."));
  g_assert_false (widget_can_act (fixture->widget, "find.replace"));
  search (fixture, "");
  widget_wait_until (!shows (fixture, "Not found"));
}

/* Enter leads to the first place, also before the list has caught up with the typing. */
static void
test_led (WidgetFixture *fixture, gconstpointer data)
{
  GeoatFindPanel *panel = show (fixture);
  GeoatItem *first = GEOAT_ITEM (widget_fixture_get_entry (fixture, "1A.01"));
  GeoatItem *last = GEOAT_ITEM (widget_fixture_get_entry (fixture, "2B.01"));
  Led led = { 0 };

  g_signal_connect_swapped (panel, "activated", G_CALLBACK (activated_cb), &led);
  search (fixture, "zebra");
  g_signal_emit_by_name (get_search (fixture), "activate");
  g_assert_cmpuint (led.n, ==, 1);
  g_assert_true (led.item == first);
  g_assert_cmpint (led.field, ==, GEOAT_FIELD_NOTES);
  geoat_find_panel_step (panel, 1);
  g_assert_true (led.item == first);
  geoat_find_panel_step (panel, 1);
  g_assert_true (led.item == last);
  g_assert_cmpint (led.field, ==, GEOAT_FIELD_ALIGNMENT);
  geoat_find_panel_step (panel, 1);
  g_assert_true (led.item == first);
  geoat_find_panel_step (panel, -1);
  g_assert_true (led.item == last);
  g_assert_cmpuint (led.n, ==, 5);
}

static const char *
get_notes (WidgetFixture *fixture)
{
  return geoat_item_get_text (GEOAT_ITEM (widget_fixture_get_entry (fixture, "1A.01")),
                              GEOAT_FIELD_NOTES);
}

static const char *
get_alignment (WidgetFixture *fixture)
{
  return geoat_item_get_text (GEOAT_ITEM (widget_fixture_get_entry (fixture, "2B.01")),
                              GEOAT_FIELD_ALIGNMENT);
}

static void
test_replace (WidgetFixture *fixture, gconstpointer data)
{
  show (fixture);
  search (fixture, "zebra");
  g_signal_emit_by_name (get_search (fixture), "activate");
  replace_with (fixture, "lion", "find.replace");
  g_assert_cmpstr (get_notes (fixture), ==, "A lion and a Zébra");
  g_assert_true (shows (fixture, "2 places"));
  geoat_history_undo (fixture->history);
  g_assert_cmpstr (get_notes (fixture), ==, "A zebra and a Zébra");
}

static void
test_replace_all (WidgetFixture *fixture, gconstpointer data)
{
  show (fixture);
  search (fixture, "zebra");
  widget_wait_until (shows (fixture, "3 places"));
  replace_with (fixture, "lion", "find.replace-all");
  g_assert_cmpstr (fixture->announced, ==, "Replaced in 3 places");
  g_assert_cmpstr (get_notes (fixture), ==, "A lion and a lion");
  g_assert_cmpstr (get_alignment (fixture), ==, "lion act");
  g_assert_true (shows (fixture, "Not found"));
  geoat_history_undo (fixture->history);
  g_assert_cmpstr (get_notes (fixture), ==, "A zebra and a Zébra");
  g_assert_cmpstr (get_alignment (fixture), ==, "Zebra act");
}

/* In an earlier round there is nothing to change. */
static void
test_earlier_round (WidgetFixture *fixture, gconstpointer data)
{
  show (fixture);
  search (fixture, "zebra");
  widget_wait_until (shows (fixture, "3 places"));
  geoat_perspective_set_round (fixture->perspective, geoat_plan_get_round (fixture->plan, 0));
  replace_with (fixture, "lion", "find.replace-all");
  g_assert_cmpstr (get_notes (fixture), ==, "A zebra and a Zébra");
}

static void
test_follows_plan (WidgetFixture *fixture, gconstpointer data)
{
  show (fixture);
  search (fixture, "zebra");
  widget_wait_until (shows (fixture, "3 places"));
  geoat_history_set_text (fixture->history,
                          GEOAT_ITEM (widget_fixture_get_entry (fixture, "2B.01")),
                          GEOAT_FIELD_ALIGNMENT, "");
  widget_wait_until (shows (fixture, "2 places"));
}

/* The panel follows the round from the first search on. */
static void
test_not_started (WidgetFixture *fixture, gconstpointer data)
{
  GtkWidget *widget = geoat_find_panel_new ();

  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (widget), fixture->perspective);
  widget_fixture_show (fixture, widget, 300, 700);
  geoat_perspective_set_round (fixture->perspective, geoat_plan_get_round (fixture->plan, 0));
  geoat_find_panel_start (GEOAT_FIND_PANEL (widget));
  search (fixture, "No example was found");
  widget_wait_until (shows (fixture, "1 place"));
  geoat_perspective_set_round (fixture->perspective, geoat_plan_get_last_round (fixture->plan));
  widget_wait_until (shows (fixture, "Not found"));
}

static void
test_escape (WidgetFixture *fixture, gconstpointer data)
{
  guint n = 0;

  show (fixture);
  g_signal_connect_swapped (fixture->widget, "closed", G_CALLBACK (count_cb), &n);
  widget_press (gtk_root_get_focus (GTK_ROOT (fixture->window)), GDK_KEY_Escape, 0);
  g_assert_cmpuint (n, ==, 1);
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  widget_fixture_add ("/find-panel/found", test_found);
  widget_fixture_add ("/find-panel/led", test_led);
  widget_fixture_add ("/find-panel/replace", test_replace);
  widget_fixture_add ("/find-panel/replace-all", test_replace_all);
  widget_fixture_add ("/find-panel/earlier-round", test_earlier_round);
  widget_fixture_add ("/find-panel/follows-plan", test_follows_plan);
  widget_fixture_add ("/find-panel/not-started", test_not_started);
  widget_fixture_add ("/find-panel/escape", test_escape);
  return g_test_run ();
}
