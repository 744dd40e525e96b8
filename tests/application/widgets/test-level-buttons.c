/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The evaluation scale: what it shows of a rating, and how it rates. */

#include "config.h"

#include "geoat-level-buttons.h"

#include "widget-fixture.h"

/* The buttons by what is written on them. */
#define NOT_APPLICABLE 6
#define N_BUTTONS 7

static GtkWidget *
get_button (WidgetFixture *fixture, guint position)
{
  static const char *const labels[N_BUTTONS] = { "0", "1", "2", "3", "4", "5", "N/A" };
  g_autoptr (GPtrArray) buttons = widget_list (fixture->widget, GTK_TYPE_TOGGLE_BUTTON);

  g_assert_cmpuint (buttons->len, ==, N_BUTTONS);
  g_assert_cmpstr (gtk_button_get_label (buttons->pdata[position]), ==, labels[position]);
  return buttons->pdata[position];
}

/* Only the button at @position is on; -1: none is. */
static void
assert_chosen (WidgetFixture *fixture, int position)
{
  for (guint i = 0; i < N_BUTTONS; i++)
    {
      GtkWidget *button = get_button (fixture, i);
      gboolean on = (int) i == position;

      g_assert_cmpint (gtk_toggle_button_get_active (GTK_TOGGLE_BUTTON (button)), ==, on);
      gtk_test_accessible_assert_state (button, GTK_ACCESSIBLE_STATE_CHECKED,
                                        on ? GTK_ACCESSIBLE_TRISTATE_TRUE
                                           : GTK_ACCESSIBLE_TRISTATE_FALSE);
    }
  g_assert_cmpint (gtk_widget_has_css_class (fixture->widget, "not-assessed"), ==, position < 0);
}

static GeoatEntry *
show (WidgetFixture *fixture, const char *source)
{
  GeoatEntry *entry = widget_fixture_get_entry (fixture, source);
  GtkWidget *widget = geoat_level_buttons_new ();

  geoat_level_buttons_bind (GEOAT_LEVEL_BUTTONS (widget), fixture->perspective, entry);
  widget_fixture_show (fixture, widget, 400, 60);
  return entry;
}

static GeoatLevel
get_level (WidgetFixture *fixture, GeoatEntry *entry)
{
  return geoat_entry_get_level (entry, geoat_perspective_get_round (fixture->perspective));
}

static void
test_shows_rating (WidgetFixture *fixture, gconstpointer data)
{
  show (fixture, "1A.01");
  assert_chosen (fixture, 3);
  geoat_perspective_set_round (fixture->perspective, geoat_plan_get_round (fixture->plan, 0));
  assert_chosen (fixture, 2);

  geoat_level_buttons_bind (GEOAT_LEVEL_BUTTONS (fixture->widget), fixture->perspective,
                            widget_fixture_get_entry (fixture, "4A.05"));
  assert_chosen (fixture, -1);
  gtk_test_accessible_assert_property (fixture->widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Not yet assessed.");
  geoat_level_buttons_bind (GEOAT_LEVEL_BUTTONS (fixture->widget), fixture->perspective,
                            widget_fixture_get_entry (fixture, "6C.05"));
  assert_chosen (fixture, NOT_APPLICABLE);
  gtk_test_accessible_assert_property (fixture->widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "");
}

static void
test_names (WidgetFixture *fixture, gconstpointer data)
{
  show (fixture, "1A.01");
  gtk_test_accessible_assert_role (fixture->widget, GTK_ACCESSIBLE_ROLE_RADIO_GROUP);
  for (guint i = 0; i < N_BUTTONS; i++)
    {
      GtkWidget *button = get_button (fixture, i);
      g_auto (GStrv) lines = g_strsplit (gtk_widget_get_tooltip_text (button), "\n", 2);

      gtk_test_accessible_assert_role (button, GTK_ACCESSIBLE_ROLE_RADIO);
      gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_LABEL, lines[0]);
      gtk_test_accessible_assert_property (button, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, lines[1]);
    }
}

static void
test_click_rates (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = show (fixture, "1A.01");

  g_signal_emit_by_name (get_button (fixture, 5), "clicked");
  g_assert_cmpint (get_level (fixture, entry), ==, GEOAT_LEVEL_5);
  assert_chosen (fixture, 5);

  g_signal_emit_by_name (get_button (fixture, NOT_APPLICABLE), "clicked");
  g_assert_cmpint (get_level (fixture, entry), ==, GEOAT_LEVEL_NOT_APPLICABLE);
  assert_chosen (fixture, NOT_APPLICABLE);

  geoat_history_undo (fixture->history);
  assert_chosen (fixture, 5);
  geoat_history_undo (fixture->history);
  assert_chosen (fixture, 3);
  g_assert_false (geoat_history_can_undo (fixture->history));
  geoat_history_redo (fixture->history);
  assert_chosen (fixture, 5);
}

/* A toggle button that is clicked once more goes off of itself. */
static void
test_chosen_stays (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = show (fixture, "1A.01");

  g_signal_emit_by_name (get_button (fixture, 3), "clicked");
  g_assert_cmpint (get_level (fixture, entry), ==, GEOAT_LEVEL_3);
  assert_chosen (fixture, 3);
  g_assert_false (geoat_history_can_undo (fixture->history));
}

static void
test_keys_rate (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = show (fixture, "1A.01");

  g_assert_true (gtk_widget_grab_focus (fixture->widget));
  g_assert_true (gtk_widget_is_focus (get_button (fixture, 3)));
  g_assert_true (widget_press (get_button (fixture, 3), GDK_KEY_4, 0));
  g_assert_cmpint (get_level (fixture, entry), ==, GEOAT_LEVEL_4);
  g_assert_true (gtk_widget_is_focus (get_button (fixture, 4)));
  g_assert_true (widget_press (get_button (fixture, 4), GDK_KEY_n, 0));
  g_assert_cmpint (get_level (fixture, entry), ==, GEOAT_LEVEL_NOT_APPLICABLE);
  g_assert_true (widget_press (get_button (fixture, NOT_APPLICABLE), GDK_KEY_Delete, 0));
  g_assert_cmpint (get_level (fixture, entry), ==, GEOAT_LEVEL_NOT_ASSESSED);
  assert_chosen (fixture, -1);

  g_assert_false (widget_press (get_button (fixture, 0), GDK_KEY_7, 0));
  g_assert_false (widget_press (get_button (fixture, 0), GDK_KEY_4, GDK_CONTROL_MASK));
  g_assert_false (widget_press (get_button (fixture, 0), GDK_KEY_Delete, GDK_CONTROL_MASK));
  assert_chosen (fixture, -1);
}

static void
assert_arrows (WidgetFixture *fixture, GtkDirectionType up, GtkDirectionType down)
{
  g_assert_true (gtk_widget_grab_focus (fixture->widget));
  g_assert_true (gtk_widget_child_focus (fixture->widget, up));
  g_assert_true (gtk_widget_is_focus (get_button (fixture, 4)));
  g_assert_true (gtk_widget_child_focus (fixture->widget, down));
  g_assert_true (gtk_widget_child_focus (fixture->widget, down));
  g_assert_true (gtk_widget_is_focus (get_button (fixture, 2)));
  for (guint i = 0; i < N_BUTTONS; i++)
    gtk_widget_child_focus (fixture->widget, up);
  g_assert_true (gtk_widget_is_focus (get_button (fixture, NOT_APPLICABLE)));
  assert_chosen (fixture, 3);
  g_assert_false (gtk_widget_child_focus (fixture->widget, GTK_DIR_TAB_FORWARD));
}

static void
test_arrows (WidgetFixture *fixture, gconstpointer data)
{
  show (fixture, "1A.01");
  assert_arrows (fixture, GTK_DIR_RIGHT, GTK_DIR_LEFT);
}

static void
test_arrows_mirrored (WidgetFixture *fixture, gconstpointer data)
{
  GdkRectangle first, last;

  show (fixture, "1A.01");
  assert_arrows (fixture, GTK_DIR_LEFT, GTK_DIR_RIGHT);
  widget_get_place (get_button (fixture, 0), fixture->widget, &first);
  widget_get_place (get_button (fixture, NOT_APPLICABLE), fixture->widget, &last);
  g_assert_cmpint (first.x, >, last.x);
}

static void
test_only_where_one_can_rate (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = show (fixture, "1A.01");
  GeoatRound *last = geoat_perspective_get_round (fixture->perspective);

  geoat_perspective_set_round (fixture->perspective, geoat_plan_get_round (fixture->plan, 0));
  g_assert_false (gtk_widget_is_sensitive (fixture->widget));
  g_assert_false (gtk_widget_grab_focus (fixture->widget));
  geoat_perspective_set_round (fixture->perspective, last);
  g_assert_true (gtk_widget_is_sensitive (fixture->widget));

  widget_fixture_close_round (fixture);
  g_assert_false (gtk_widget_is_sensitive (fixture->widget));
  widget_press (fixture->widget, GDK_KEY_5, 0);
  g_assert_cmpint (get_level (fixture, entry), ==, GEOAT_LEVEL_3);
  geoat_history_undo (fixture->history);
  g_assert_true (gtk_widget_is_sensitive (fixture->widget));
}

static void
test_carried (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry;
  GDate today;

  widget_fixture_close_round (fixture);
  geoat_perspective_get_today (fixture->perspective, &today);
  geoat_history_open_round (fixture->history, "Review 2026", &today);
  entry = show (fixture, "1A.01");

  assert_chosen (fixture, 3);
  g_assert_true (gtk_widget_has_css_class (get_button (fixture, 3), "carried"));
  gtk_test_accessible_assert_property (fixture->widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION,
                                       "Carried from the round before.");
  g_signal_emit_by_name (get_button (fixture, 3), "clicked");
  g_assert_false (geoat_rating_get_carried (
      geoat_entry_get_rating (entry, geoat_perspective_get_round (fixture->perspective))));
  assert_chosen (fixture, 3);
  g_assert_false (gtk_widget_has_css_class (get_button (fixture, 3), "carried"));
}

/* Buttons are used again for another entry: they follow that one alone. */
static void
test_bound_anew (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *first = show (fixture, "1A.01");
  GeoatEntry *second = widget_fixture_get_entry (fixture, "1A.02");

  geoat_level_buttons_bind (GEOAT_LEVEL_BUTTONS (fixture->widget), fixture->perspective, second);
  assert_chosen (fixture, 2);
  geoat_history_set_level (fixture->history, first, GEOAT_LEVEL_5);
  assert_chosen (fixture, 2);
  geoat_history_set_level (fixture->history, second, GEOAT_LEVEL_0);
  assert_chosen (fixture, 0);

  geoat_level_buttons_unbind (GEOAT_LEVEL_BUTTONS (fixture->widget));
  geoat_history_set_level (fixture->history, second, GEOAT_LEVEL_1);
  g_assert_false (widget_press (fixture->widget, GDK_KEY_5, 0));
  g_assert_cmpint (get_level (fixture, second), ==, GEOAT_LEVEL_1);
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  widget_fixture_add ("/level-buttons/shows-rating", test_shows_rating);
  widget_fixture_add ("/level-buttons/names", test_names);
  widget_fixture_add ("/level-buttons/click-rates", test_click_rates);
  widget_fixture_add ("/level-buttons/chosen-stays", test_chosen_stays);
  widget_fixture_add ("/level-buttons/keys-rate", test_keys_rate);
  widget_fixture_add ("/level-buttons/arrows", test_arrows);
  widget_fixture_add_mirrored ("/level-buttons/arrows-mirrored", test_arrows_mirrored);
  widget_fixture_add ("/level-buttons/only-where-one-can-rate", test_only_where_one_can_rate);
  widget_fixture_add ("/level-buttons/carried", test_carried);
  widget_fixture_add ("/level-buttons/bound-anew", test_bound_anew);
  return g_test_run ();
}
