/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The rating in an open form: what the level means, the one before, and the reason. */

#include "config.h"

#include "geoat-level-field.h"
#include "geoat-text-field.h"

#include "widget-fixture.h"

static GeoatEntry *
show (WidgetFixture *fixture, const char *source)
{
  GeoatEntry *entry = widget_fixture_get_entry (fixture, source);
  GtkWidget *widget = geoat_level_field_new ();

  geoat_level_field_bind (GEOAT_LEVEL_FIELD (widget), fixture->perspective, entry);
  widget_fixture_show (fixture, widget, 900, 400);
  return entry;
}

static gboolean
shows (WidgetFixture *fixture, const char *text)
{
  return widget_shows_text (fixture->widget, text);
}

static const char *
get_meaning (WidgetFixture *fixture, GeoatLevel level)
{
  return geoat_framework_get_level_meaning (geoat_plan_get_framework (fixture->plan), level, "en");
}

static char *
get_level_text (WidgetFixture *fixture, GeoatLevel level, const char *mark)
{
  return g_strdup_printf (
      "%s · %s", mark,
      geoat_framework_get_level_name (geoat_plan_get_framework (fixture->plan), level, "en"));
}

static GtkWidget *
find_reason (WidgetFixture *fixture)
{
  return widget_find (fixture->widget, GEOAT_TYPE_TEXT_FIELD, NULL);
}

static void
test_rated (WidgetFixture *fixture, gconstpointer data)
{
  g_autofree char *name = get_level_text (fixture, GEOAT_LEVEL_3, "3");

  show (fixture, "1A.01");
  g_assert_true (shows (fixture, name));
  g_assert_true (shows (fixture, get_meaning (fixture, GEOAT_LEVEL_3)));
  g_assert_true (shows (fixture, "Baseline 2024: 2"));
  g_assert_true (shows (fixture, "Reason (optional)"));
  g_assert_null (widget_find (fixture->widget, GTK_TYPE_BUTTON, "Still right"));
}

static void
test_not_assessed (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = show (fixture, "4A.05");
  g_autofree char *name = get_level_text (fixture, GEOAT_LEVEL_0, "0");

  g_assert_true (shows (fixture, "Not yet assessed"));
  g_assert_null (find_reason (fixture));
  geoat_history_set_level (fixture->history, entry, GEOAT_LEVEL_0);
  g_assert_true (shows (fixture, name));
  g_assert_nonnull (find_reason (fixture));
  geoat_history_undo (fixture->history);
  g_assert_true (shows (fixture, "Not yet assessed"));
  g_assert_null (find_reason (fixture));
}

static void
test_not_applicable_wants_reason (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = show (fixture, "1A.01");

  geoat_history_set_level (fixture->history, entry, GEOAT_LEVEL_NOT_APPLICABLE);
  g_assert_true (shows (fixture, "Reason why it is not applicable"));
  g_assert_false (shows (fixture, "Reason (optional)"));
  geoat_history_undo (fixture->history);
  g_assert_true (shows (fixture, "Reason (optional)"));
}

static void
assert_reason (WidgetFixture *fixture, const char *text, gboolean editable)
{
  GtkTextView *view = geoat_text_field_get_view (GEOAT_TEXT_FIELD (find_reason (fixture)));
  g_autofree char *shown = NULL;

  g_object_get (gtk_text_view_get_buffer (view), "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, text);
  g_assert_cmpint (gtk_text_view_get_editable (view), ==, editable);
}

static void
test_earlier_round (WidgetFixture *fixture, gconstpointer data)
{
  g_autofree char *name = get_level_text (fixture, GEOAT_LEVEL_2, "2");

  show (fixture, "1A.01");
  assert_reason (fixture, "Plan adopted in March 2025; policy little known outside headquarters.",
                 TRUE);
  geoat_perspective_set_round (fixture->perspective, geoat_plan_get_round (fixture->plan, 0));
  g_assert_true (shows (fixture, name));
  g_assert_false (shows (fixture, "Baseline 2024: 2"));
  assert_reason (fixture, "", FALSE);
}

static void
test_closed_round (WidgetFixture *fixture, gconstpointer data)
{
  show (fixture, "1A.01");
  widget_fixture_close_round (fixture);
  assert_reason (fixture, "Plan adopted in March 2025; policy little known outside headquarters.",
                 FALSE);
  geoat_history_undo (fixture->history);
  assert_reason (fixture, "Plan adopted in March 2025; policy little known outside headquarters.",
                 TRUE);
}

static void
test_carried (WidgetFixture *fixture, gconstpointer data)
{
  GeoatRound *round;
  GeoatEntry *entry;
  GDate today;

  widget_fixture_close_round (fixture);
  geoat_perspective_get_today (fixture->perspective, &today);
  round = geoat_history_open_round (fixture->history, "Review 2026", &today);
  entry = show (fixture, "1A.01");

  g_assert_true (shows (fixture, "Review 2025: 3, carried over"));
  widget_click (fixture->widget, "Still right");
  g_assert_cmpint (geoat_entry_get_level (entry, round), ==, GEOAT_LEVEL_3);
  g_assert_false (geoat_rating_get_carried (geoat_entry_get_rating (entry, round)));
  g_assert_null (widget_find (fixture->widget, GTK_TYPE_BUTTON, "Still right"));
  g_assert_true (shows (fixture, "Review 2025: 3"));
  /* the button that had the focus has gone */
  g_assert_true (widget_is_named (gtk_root_get_focus (gtk_widget_get_root (fixture->widget)), "3"));

  geoat_history_undo (fixture->history);
  g_assert_nonnull (widget_find (fixture->widget, GTK_TYPE_BUTTON, "Still right"));
  widget_fixture_close_round (fixture);
  g_assert_null (widget_find (fixture->widget, GTK_TYPE_BUTTON, "Still right"));
}

static void
test_all_meanings (WidgetFixture *fixture, gconstpointer data)
{
  show (fixture, "1A.01");
  widget_click (fixture->widget, "All Meanings");
  for (GeoatLevel level = GEOAT_LEVEL_0; level <= GEOAT_LEVEL_MAX; level++)
    g_assert_true (shows (fixture, get_meaning (fixture, level)));
  g_assert_true (shows (fixture, get_meaning (fixture, GEOAT_LEVEL_NOT_APPLICABLE)));
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  widget_fixture_add ("/level-field/rated", test_rated);
  widget_fixture_add ("/level-field/not-assessed", test_not_assessed);
  widget_fixture_add ("/level-field/not-applicable-wants-reason", test_not_applicable_wants_reason);
  widget_fixture_add ("/level-field/earlier-round", test_earlier_round);
  widget_fixture_add ("/level-field/closed-round", test_closed_round);
  widget_fixture_add ("/level-field/carried", test_carried);
  widget_fixture_add ("/level-field/all-meanings", test_all_meanings);
  return g_test_run ();
}
