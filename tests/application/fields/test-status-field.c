/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The status of an activity: shown, chosen, undone. */

#include "config.h"

#include "geoat-status-field.h"

#include "widget-fixture.h"

static GtkWidget *
get_button (WidgetFixture *fixture)
{
  return gtk_widget_get_first_child (fixture->widget);
}

static void
assert_shows (WidgetFixture *fixture, const char *status)
{
  g_autofree char *name = g_strconcat ("Status: ", status, NULL);

  g_assert_true (widget_shows_text (get_button (fixture), status));
  g_assert_true (widget_is_named (get_button (fixture), name));
}

static GeoatAction *
show (WidgetFixture *fixture)
{
  GeoatAction *action = geoat_entry_get_action (widget_fixture_get_entry (fixture, "1A.02"), 0);
  GtkWidget *widget = geoat_status_field_new ();
  GDate today;

  geoat_perspective_get_today (fixture->perspective, &today);
  geoat_history_set_status (fixture->history, action, GEOAT_STATUS_IN_PROGRESS, &today);
  geoat_status_field_bind (GEOAT_STATUS_FIELD (widget), fixture->perspective, action);
  widget_fixture_show (fixture, widget, 300, 300);
  assert_shows (fixture, "In progress");
  return action;
}

static void
choose (WidgetFixture *fixture, const char *status)
{
  g_signal_emit_by_name (get_button (fixture), "clicked");
  widget_click (widget_get (fixture->widget, GTK_TYPE_POPOVER, "Status"), status);
}

static void
test_chosen (WidgetFixture *fixture, gconstpointer data)
{
  GeoatAction *action = show (fixture);

  choose (fixture, "Done");
  g_assert_cmpint (geoat_action_get_status (action), ==, GEOAT_STATUS_DONE);
  assert_shows (fixture, "Done");
  g_assert_null (widget_find (fixture->widget, GTK_TYPE_POPOVER, NULL));
  g_assert_true (gtk_widget_is_focus (get_button (fixture)));
  /* the day on which it was done comes with it, and goes with it */
  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (action), GEOAT_FIELD_COMPLETED), ==,
                   "2025-11-24");

  geoat_history_undo (fixture->history);
  assert_shows (fixture, "In progress");
  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (action), GEOAT_FIELD_COMPLETED), ==, "");
  geoat_history_redo (fixture->history);
  assert_shows (fixture, "Done");
}

static void
test_every_status (WidgetFixture *fixture, gconstpointer data)
{
  static const char *const statuses[] = { "Planned", "Done", "Dropped", "In progress" };

  show (fixture);
  for (guint i = 0; i < G_N_ELEMENTS (statuses); i++)
    {
      choose (fixture, statuses[i]);
      assert_shows (fixture, statuses[i]);
    }
}

/* The list opens on the present status, so that Enter changes nothing. */
static void
test_opens_on_status (WidgetFixture *fixture, gconstpointer data)
{
  GtkWidget *focus;

  show (fixture);
  geoat_history_mark_saved (fixture->history);
  g_signal_emit_by_name (get_button (fixture), "clicked");
  focus = gtk_root_get_focus (gtk_widget_get_root (fixture->widget));
  g_assert_true (widget_is_named (focus, "In progress"));
  g_signal_emit_by_name (focus, "clicked");
  assert_shows (fixture, "In progress");
  g_assert_false (geoat_history_get_modified (fixture->history));
}

static void
test_earlier_round (WidgetFixture *fixture, gconstpointer data)
{
  GeoatAction *action = show (fixture);

  geoat_perspective_set_round (fixture->perspective, geoat_plan_get_round (fixture->plan, 0));
  geoat_status_field_bind (GEOAT_STATUS_FIELD (fixture->widget), fixture->perspective, action);
  g_assert_false (gtk_widget_is_sensitive (get_button (fixture)));
  assert_shows (fixture, "In progress");
}

/* A row that is used again follows its new action alone. */
static void
test_bound_anew (WidgetFixture *fixture, gconstpointer data)
{
  GeoatAction *first = show (fixture);
  GeoatAction *second = geoat_entry_get_action (widget_fixture_get_entry (fixture, "1A.03"), 0);
  GDate today;

  geoat_perspective_get_today (fixture->perspective, &today);
  geoat_history_set_status (fixture->history, second, GEOAT_STATUS_PLANNED, &today);
  geoat_status_field_bind (GEOAT_STATUS_FIELD (fixture->widget), fixture->perspective, second);
  assert_shows (fixture, "Planned");
  geoat_history_set_status (fixture->history, first, GEOAT_STATUS_DROPPED, &today);
  assert_shows (fixture, "Planned");

  g_signal_emit_by_name (get_button (fixture), "clicked");
  geoat_status_field_unbind (GEOAT_STATUS_FIELD (fixture->widget));
  widget_click (widget_get (fixture->widget, GTK_TYPE_POPOVER, NULL), "Done");
  g_assert_cmpint (geoat_action_get_status (second), ==, GEOAT_STATUS_PLANNED);
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  widget_fixture_add ("/status-field/chosen", test_chosen);
  widget_fixture_add ("/status-field/every-status", test_every_status);
  widget_fixture_add ("/status-field/opens-on-status", test_opens_on_status);
  widget_fixture_add ("/status-field/earlier-round", test_earlier_round);
  widget_fixture_add ("/status-field/bound-anew", test_bound_anew);
  return g_test_run ();
}
