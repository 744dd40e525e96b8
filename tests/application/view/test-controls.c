/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What controls have in common: a line that is tied to the plan, names for screen readers, Tab,
 * dragging into another order. */

#include "config.h"

#include <adwaita.h>

#include "geoat-accessible.h"
#include "geoat-editable-binding.h"
#include "geoat-focus.h"
#include "geoat-reorder.h"

#include "widget-fixture.h"

static GeoatItem *
show_line (WidgetFixture *fixture)
{
  GeoatItem *item =
      GEOAT_ITEM (geoat_entry_get_action (widget_fixture_get_entry (fixture, "1A.02"), 0));
  GtkWidget *entry = gtk_entry_new ();

  geoat_history_set_text (fixture->history, item, GEOAT_FIELD_LEAD, "HR");
  geoat_history_break (fixture->history);
  geoat_history_mark_saved (fixture->history);
  geoat_editable_bind (GTK_EDITABLE (entry), fixture->history, item, GEOAT_FIELD_LEAD);
  widget_fixture_show (fixture, entry, 300, 60);
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (entry)), ==, "HR");
  return item;
}

static void
test_line (WidgetFixture *fixture, gconstpointer data)
{
  GeoatItem *item = show_line (fixture);
  GtkEditable *editable = GTK_EDITABLE (fixture->widget);
  int position = 2;

  gtk_editable_insert_text (editable, "s", -1, &position);
  gtk_editable_insert_text (editable, "?", -1, &position);
  g_assert_cmpstr (geoat_item_get_text (item, GEOAT_FIELD_LEAD), ==, "HRs?");
  geoat_history_undo (fixture->history);
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "HR");
  g_assert_false (geoat_history_get_modified (fixture->history));

  geoat_history_set_text (fixture->history, item, GEOAT_FIELD_LEAD, "Finance");
  g_assert_cmpstr (gtk_editable_get_text (editable), ==, "Finance");
  g_assert_cmpint (gtk_editable_get_position (editable), ==, 7);
}

/* Leaving the line ends what is undone in one step. */
static void
test_line_left (WidgetFixture *fixture, gconstpointer data)
{
  GeoatItem *item = show_line (fixture);
  int position = 2;

  gtk_widget_grab_focus (fixture->widget);
  gtk_editable_insert_text (GTK_EDITABLE (fixture->widget), "!", -1, &position);
  gtk_root_set_focus (gtk_widget_get_root (fixture->widget), NULL);
  gtk_editable_insert_text (GTK_EDITABLE (fixture->widget), "?", -1, &position);
  geoat_history_undo (fixture->history);
  g_assert_cmpstr (geoat_item_get_text (item, GEOAT_FIELD_LEAD), ==, "HR!");
}

static void
assert_described (GtkWidget *widget, const char *description)
{
  gtk_test_accessible_assert_property (widget, GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description);
}

/* The name takes the place of what a drop-down shows, so that is told beside it. */
static void
test_drop_down (WidgetFixture *fixture, gconstpointer data)
{
  GtkWidget *widget =
      gtk_drop_down_new_from_strings ((const char *const[]){ "Baseline", "Review", NULL });

  geoat_accessible_set_name (widget, "Round shown");
  widget_fixture_show (fixture, widget, 300, 60);
  g_assert_true (widget_is_named (widget, "Round shown"));
  g_assert_true (widget_is_named (gtk_widget_get_first_child (widget), "Round shown"));
  assert_described (widget, "Baseline");
  gtk_drop_down_set_selected (GTK_DROP_DOWN (widget), 1);
  assert_described (widget, "Review");
  assert_described (gtk_widget_get_first_child (widget), "Review");
}

static void
show_row (WidgetFixture *fixture, GtkWidget *row)
{
  GtkWidget *list = gtk_list_box_new ();

  gtk_list_box_append (GTK_LIST_BOX (list), row);
  widget_fixture_show (fixture, list, 300, 60);
}

static void
test_described_row (WidgetFixture *fixture, gconstpointer data)
{
  GtkWidget *row = adw_action_row_new ();

  geoat_accessible_describe_row (ADW_ACTION_ROW (row));
  show_row (fixture, row);
  assert_described (row, "");
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), "Human &amp; other resources");
  assert_described (row, "Human & other resources");
  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), "Q&A");
  assert_described (row, "Q&A");
}

static void
assert_checked (GtkWidget *row, GtkAccessibleTristate state)
{
  gtk_test_accessible_assert_state (row, GTK_ACCESSIBLE_STATE_CHECKED, state);
}

static void
test_checked_row (WidgetFixture *fixture, gconstpointer data)
{
  GtkWidget *row =
      g_object_new (ADW_TYPE_ACTION_ROW, "accessible-role", GTK_ACCESSIBLE_ROLE_CHECKBOX, NULL);
  GtkWidget *check = gtk_check_button_new ();

  adw_action_row_add_prefix (ADW_ACTION_ROW (row), check);
  adw_action_row_set_activatable_widget (ADW_ACTION_ROW (row), check);
  geoat_accessible_check_row (ADW_ACTION_ROW (row));
  show_row (fixture, row);
  assert_checked (row, GTK_ACCESSIBLE_TRISTATE_FALSE);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (check), TRUE);
  assert_checked (row, GTK_ACCESSIBLE_TRISTATE_TRUE);
  gtk_check_button_set_inconsistent (GTK_CHECK_BUTTON (check), TRUE);
  assert_checked (row, GTK_ACCESSIBLE_TRISTATE_MIXED);
  g_assert_false (gtk_widget_get_can_focus (check));
}

/* Tab goes through the children in their order, wherever they stand. */
static void
test_focus_box (WidgetFixture *fixture, gconstpointer data)
{
  GtkWidget *box = g_object_new (GEOAT_TYPE_FOCUS_BOX, NULL);
  GtkWidget *buttons[3];

  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      buttons[i] = gtk_button_new_with_label ("x");
      gtk_box_append (GTK_BOX (box), buttons[i]);
    }
  gtk_widget_set_valign (buttons[0], GTK_ALIGN_END);
  widget_fixture_show (fixture, box, 300, 200);
  gtk_window_set_focus (GTK_WINDOW (fixture->window), NULL);
  for (guint i = 0; i < G_N_ELEMENTS (buttons); i++)
    {
      g_assert_true (gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD));
      g_assert_true (gtk_widget_is_focus (buttons[i]));
    }
  g_assert_false (gtk_widget_child_focus (box, GTK_DIR_TAB_FORWARD));
  gtk_widget_set_visible (buttons[1], FALSE);
  g_assert_true (gtk_widget_child_focus (box, GTK_DIR_TAB_BACKWARD));
  g_assert_true (gtk_widget_is_focus (buttons[0]));
}

static GeoatItem *dropped_item;
static gboolean dropped_behind;

static void
dropped (GtkWidget *widget, GeoatItem *item, gboolean behind)
{
  dropped_item = item;
  dropped_behind = behind;
}

static GtkEventController *
find_controller (GtkWidget *widget, GType type)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);

  for (guint i = 0; i < g_list_model_get_n_items (controllers); i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (G_OBJECT_TYPE (controller) == type)
        return controller; /* the widget keeps it */
    }
  g_assert_not_reached ();
}

static void
drop (GtkEventController *target, GeoatItem *item, double y)
{
  g_auto (GValue) value = G_VALUE_INIT;
  gboolean accepted = FALSE;

  g_value_init (&value, G_OBJECT_TYPE (item));
  g_value_set_object (&value, item);
  g_signal_emit_by_name (target, "drop", &value, 5.0, y, &accepted);
  g_assert_true (accepted);
}

static void
test_reorder (WidgetFixture *fixture, gconstpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GeoatItem *item = GEOAT_ITEM (widget_fixture_get_entry (fixture, "1A.02"));
  GtkEventController *target;
  GdkDragAction action;

  geoat_reorder_add_handle (box, box, item);
  geoat_reorder_add_target (box, GEOAT_TYPE_ENTRY, dropped);
  widget_fixture_show (fixture, box, 300, 100);
  target = find_controller (box, GTK_TYPE_DROP_TARGET);
  g_signal_emit_by_name (target, "motion", 5.0, 10.0, &action);
  g_assert_cmpuint (action, ==, GDK_ACTION_MOVE);
  g_assert_true (gtk_widget_has_css_class (box, "drop-before"));
  g_signal_emit_by_name (target, "motion", 5.0, 90.0, &action);
  g_assert_true (gtk_widget_has_css_class (box, "drop-behind"));
  g_assert_false (gtk_widget_has_css_class (box, "drop-before"));
  g_signal_emit_by_name (target, "leave");
  g_assert_false (gtk_widget_has_css_class (box, "drop-behind"));

  drop (target, item, 90);
  g_assert_true (dropped_item == item);
  g_assert_true (dropped_behind);
  drop (target, item, 10);
  g_assert_false (dropped_behind);
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  widget_fixture_add ("/editable-binding/line", test_line);
  widget_fixture_add ("/editable-binding/left", test_line_left);
  widget_fixture_add ("/accessible/drop-down", test_drop_down);
  widget_fixture_add ("/accessible/described-row", test_described_row);
  widget_fixture_add ("/accessible/checked-row", test_checked_row);
  widget_fixture_add ("/focus/box", test_focus_box);
  widget_fixture_add ("/reorder/reorder", test_reorder);
  return g_test_run ();
}
