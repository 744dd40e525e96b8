/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The open form of an indicator, and the rows of its activities. */

#include "config.h"

#include "geoat-action-row.h"
#include "geoat-entry-form.h"
#include "geoat-text-field.h"

#include "widget-fixture.h"

/* The card around a form would have the action that adds an activity. */
static GeoatEntry *
show (WidgetFixture *fixture, const char *source)
{
  GeoatEntry *entry = widget_fixture_get_entry (fixture, source);
  g_autoptr (GSimpleActionGroup) card = g_simple_action_group_new ();
  g_autoptr (GSimpleAction) add = g_simple_action_new ("add-action", NULL);

  g_action_map_add_action (G_ACTION_MAP (card), G_ACTION (add));
  gtk_widget_insert_action_group (fixture->window, "entry", G_ACTION_GROUP (card));
  widget_fixture_show (fixture, geoat_entry_form_new (fixture->perspective, entry), 900, 900);
  return entry;
}

static GPtrArray *
list_rows (WidgetFixture *fixture)
{
  return widget_list (fixture->widget, GEOAT_TYPE_ACTION_ROW);
}

/* The rows are those of the entry's actions, in their order, and numbered. */
static gboolean
has_rows (WidgetFixture *fixture, GeoatEntry *entry)
{
  g_autoptr (GPtrArray) rows = list_rows (fixture);

  if (rows->len != geoat_entry_get_n_actions (entry))
    return FALSE;
  for (guint i = 0; i < rows->len; i++)
    {
      g_autofree char *name = g_strdup_printf ("Activity %u", i + 1);

      if (geoat_action_row_get_action (rows->pdata[i]) != geoat_entry_get_action (entry, i) ||
          !widget_is_named (rows->pdata[i], name))
        return FALSE;
    }
  return TRUE;
}

static GtkWidget *
get_row (WidgetFixture *fixture, guint position)
{
  g_autoptr (GPtrArray) rows = list_rows (fixture);

  return rows->pdata[position];
}

static GtkWidget *
get_focus (WidgetFixture *fixture)
{
  return gtk_root_get_focus (gtk_widget_get_root (fixture->widget));
}

/* The field of the plan that is typed into. */
static GeoatField
get_focus_field (WidgetFixture *fixture, GeoatItem **item)
{
  GeoatTextField *field = GEOAT_TEXT_FIELD (gtk_widget_get_parent (get_focus (fixture)));

  *item = geoat_text_field_get_item (field);
  return geoat_text_field_get_field (field);
}

static GtkWidget *
find_field (WidgetFixture *fixture, GeoatItem *item, GeoatField field)
{
  g_autoptr (GPtrArray) fields = widget_list (fixture->widget, GEOAT_TYPE_TEXT_FIELD);

  for (guint i = 0; i < fields->len; i++)
    if (geoat_text_field_get_item (fields->pdata[i]) == item &&
        geoat_text_field_get_field (fields->pdata[i]) == field)
      return fields->pdata[i];
  return NULL;
}

static void
assert_field (
    WidgetFixture *fixture, GeoatItem *item, GeoatField field, const char *text, gboolean editable)
{
  GtkTextView *view =
      geoat_text_field_get_view (GEOAT_TEXT_FIELD (find_field (fixture, item, field)));
  g_autofree char *shown = NULL;

  g_object_get (gtk_text_view_get_buffer (view), "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, text);
  g_assert_cmpint (gtk_text_view_get_editable (view), ==, editable);
}

static void
test_rows_follow (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = show (fixture, "1A.02");
  g_autoptr (GeoatAction) action = geoat_action_new_with_text ("Third", "", "", "");
  GtkWidget *first = get_row (fixture, 0);

  g_assert_true (has_rows (fixture, entry));
  geoat_history_add_action (fixture->history, entry, action, 1);
  widget_wait_until (has_rows (fixture, entry));
  geoat_history_move_action (fixture->history, action, entry, 0);
  widget_wait_until (has_rows (fixture, entry));
  /* a row that was there goes on */
  g_assert_true (get_row (fixture, 1) == first);
  geoat_history_undo (fixture->history);
  geoat_history_undo (fixture->history);
  widget_wait_until (has_rows (fixture, entry));
  g_assert_true (get_row (fixture, 0) == first);
}

static void
test_remove_keeps_focus (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = show (fixture, "1A.02");
  GeoatItem *left;
  GeoatItem *item;

  g_assert_true (gtk_widget_grab_focus (get_row (fixture, 0)));
  left = GEOAT_ITEM (geoat_entry_get_action (entry, 1));
  widget_act (get_row (fixture, 0), "action.remove");
  widget_wait_until (has_rows (fixture, entry));
  g_assert_cmpint (get_focus_field (fixture, &item), ==, GEOAT_FIELD_ACTIVITY);
  g_assert_true (item == left);

  widget_act (get_row (fixture, 0), "action.remove");
  widget_wait_until (has_rows (fixture, entry));
  g_assert_true (GTK_IS_BUTTON (get_focus (fixture)));
  geoat_history_undo (fixture->history);
  geoat_history_undo (fixture->history);
  widget_wait_until (has_rows (fixture, entry));
}

static void
test_row_moves (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = show (fixture, "1A.02");
  GeoatAction *first = geoat_entry_get_action (entry, 0);

  g_assert_false (widget_can_act (get_row (fixture, 0), "action.move-up"));
  widget_act (get_row (fixture, 0), "action.move-down");
  widget_wait_until (has_rows (fixture, entry));
  g_assert_true (geoat_entry_get_action (entry, 1) == first);
  g_assert_false (widget_can_act (get_row (fixture, 1), "action.move-down"));
  widget_act (get_row (fixture, 1), "action.move-up");
  widget_wait_until (has_rows (fixture, entry));
  g_assert_true (geoat_entry_get_action (entry, 0) == first);

  widget_act (get_row (fixture, 0), "action.duplicate");
  widget_wait_until (has_rows (fixture, entry));
  g_assert_cmpuint (geoat_entry_get_n_actions (entry), ==, 3);
}

static GtkDropDown *
get_status (WidgetFixture *fixture, guint row)
{
  return GTK_DROP_DOWN (widget_get (get_row (fixture, row), GTK_TYPE_DROP_DOWN, "Status"));
}

static void
test_row_status (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = show (fixture, "1A.02");
  GeoatAction *action = geoat_entry_get_action (entry, 0);
  GtkWidget *row = get_row (fixture, 0);
  GDate today;

  geoat_perspective_get_today (fixture->perspective, &today);
  geoat_history_set_status (fixture->history, action, GEOAT_STATUS_IN_PROGRESS, &today);
  geoat_history_set_text (fixture->history, GEOAT_ITEM (action), GEOAT_FIELD_DUE, "2025-11-23");
  g_assert_cmpuint (gtk_drop_down_get_selected (get_status (fixture, 0)), ==,
                    GEOAT_STATUS_IN_PROGRESS);
  g_assert_true (widget_shows_text (row, "Overdue"));
  g_assert_false (widget_shows_text (row, "Completed"));

  gtk_drop_down_set_selected (get_status (fixture, 0), GEOAT_STATUS_DONE);
  g_assert_cmpint (geoat_action_get_status (action), ==, GEOAT_STATUS_DONE);
  g_assert_false (widget_shows_text (row, "Overdue"));
  /* the day when it was done is among the details, which open for it */
  g_assert_true (widget_shows_text (row, "Completed"));
  geoat_history_undo (fixture->history);
  g_assert_cmpuint (gtk_drop_down_get_selected (get_status (fixture, 0)), ==,
                    GEOAT_STATUS_IN_PROGRESS);
  g_assert_true (widget_shows_text (row, "Overdue"));
}

static void
test_row_details (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = widget_fixture_get_entry (fixture, "1B.01");
  g_autoptr (GeoatAction) action = geoat_action_new_with_text ("Tell all staff", "", "", "");
  GeoatItem *item;

  geoat_history_add_action (fixture->history, entry, action, 0);
  show (fixture, "1B.01");
  g_assert_null (find_field (fixture, GEOAT_ITEM (action), GEOAT_FIELD_LEAD));
  widget_click (fixture->widget, "Lead, Progress, Start Date");
  g_assert_cmpint (get_focus_field (fixture, &item), ==, GEOAT_FIELD_LEAD);
  g_assert_true (item == GEOAT_ITEM (action));
  g_assert_null (widget_find (fixture->widget, GTK_TYPE_BUTTON, "Lead, Progress, Start Date"));
}

/* What is found opens what hides it. */
static void
test_reveal (WidgetFixture *fixture, gconstpointer data)
{
  static const GeoatField fields[] = { GEOAT_FIELD_ALIGNMENT, GEOAT_FIELD_CURRENT_ACTIVITIES,
                                       GEOAT_FIELD_NOTES, GEOAT_FIELD_SOURCE };
  static const GeoatField action_fields[] = { GEOAT_FIELD_ACTIVITY, GEOAT_FIELD_UNITS,
                                              GEOAT_FIELD_TIMELINE, GEOAT_FIELD_TARGETS,
                                              GEOAT_FIELD_LEAD,     GEOAT_FIELD_PROGRESS };
  GeoatEntry *entry = show (fixture, "1A.02");
  GeoatItem *action = GEOAT_ITEM (geoat_entry_get_action (entry, 1));
  GeoatEntryForm *form = GEOAT_ENTRY_FORM (fixture->widget);
  GeoatItem *item;

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      geoat_entry_form_reveal (form, GEOAT_ITEM (entry), fields[i]);
      g_assert_cmpint (get_focus_field (fixture, &item), ==, fields[i]);
      g_assert_true (item == GEOAT_ITEM (entry));
    }
  for (guint i = 0; i < G_N_ELEMENTS (action_fields); i++)
    {
      geoat_entry_form_reveal (form, action, action_fields[i]);
      g_assert_cmpint (get_focus_field (fixture, &item), ==, action_fields[i]);
      g_assert_true (item == action);
    }
  geoat_entry_form_reveal (form, GEOAT_ITEM (entry), GEOAT_FIELD_NONE);
  g_assert_true (widget_is_named (get_focus (fixture), "2"));
}

static GtkDropDown *
find_target (WidgetFixture *fixture)
{
  return GTK_DROP_DOWN (widget_find (fixture->widget, GTK_TYPE_DROP_DOWN, "Target level"));
}

static void
test_target_level (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = widget_fixture_get_entry (fixture, "1A.02");

  geoat_history_set_text (fixture->history, GEOAT_ITEM (entry), GEOAT_FIELD_NOTES, "");
  show (fixture, "1A.02");
  g_assert_null (find_target (fixture));
  widget_click (fixture->widget, "Private Note, Target Level");
  g_assert_cmpuint (gtk_drop_down_get_selected (find_target (fixture)), ==, 0);
  gtk_drop_down_set_selected (find_target (fixture), 1 + GEOAT_LEVEL_4);
  g_assert_cmpint (geoat_item_get_number (GEOAT_ITEM (entry), GEOAT_FIELD_TARGET_LEVEL), ==,
                   GEOAT_LEVEL_4);
  geoat_history_undo (fixture->history);
  g_assert_cmpuint (gtk_drop_down_get_selected (find_target (fixture)), ==, 0);
  geoat_history_redo (fixture->history);
  g_assert_cmpuint (gtk_drop_down_get_selected (find_target (fixture)), ==, 1 + GEOAT_LEVEL_4);
}

/* A note that comes from elsewhere is not hidden. */
static void
test_note_opens_details (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = widget_fixture_get_entry (fixture, "1A.02");
  GeoatItem *item = GEOAT_ITEM (entry);

  geoat_history_set_text (fixture->history, item, GEOAT_FIELD_NOTES, "");
  show (fixture, "1A.02");
  g_assert_null (find_field (fixture, item, GEOAT_FIELD_NOTES));
  geoat_history_set_text (fixture->history, item, GEOAT_FIELD_NOTES, "Ask Legal");
  assert_field (fixture, item, GEOAT_FIELD_NOTES, "Ask Legal", TRUE);
}

static void
test_earlier_round (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = show (fixture, "1A.02");
  GeoatItem *item = GEOAT_ITEM (entry);
  GeoatItem *action = GEOAT_ITEM (geoat_entry_get_action (entry, 0));
  const char *activity = geoat_item_get_text (action, GEOAT_FIELD_ACTIVITY);

  assert_field (fixture, action, GEOAT_FIELD_ACTIVITY, activity, TRUE);
  geoat_perspective_set_round (fixture->perspective, geoat_plan_get_round (fixture->plan, 0));
  assert_field (fixture, item, GEOAT_FIELD_CURRENT_ACTIVITIES,
                "No budget. The 8 March event is paid from the communication budget.", FALSE);
  assert_field (fixture, action, GEOAT_FIELD_ACTIVITY, activity, FALSE);
  g_assert_false (gtk_widget_is_sensitive (GTK_WIDGET (get_status (fixture, 0))));
  g_assert_false (widget_can_act (get_row (fixture, 0), "action.remove"));
  g_assert_false (widget_can_act (get_row (fixture, 0), "action.move-down"));

  geoat_perspective_set_round (fixture->perspective, geoat_plan_get_last_round (fixture->plan));
  assert_field (fixture, item, GEOAT_FIELD_CURRENT_ACTIVITIES,
                geoat_item_get_text (item, GEOAT_FIELD_CURRENT_ACTIVITIES), TRUE);
  g_assert_true (gtk_widget_is_sensitive (GTK_WIDGET (get_status (fixture, 0))));
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  widget_fixture_add ("/entry-form/rows-follow", test_rows_follow);
  widget_fixture_add ("/entry-form/remove-keeps-focus", test_remove_keeps_focus);
  widget_fixture_add ("/entry-form/reveal", test_reveal);
  widget_fixture_add ("/entry-form/target-level", test_target_level);
  widget_fixture_add ("/entry-form/note-opens-details", test_note_opens_details);
  widget_fixture_add ("/entry-form/earlier-round", test_earlier_round);
  widget_fixture_add ("/action-row/moves", test_row_moves);
  widget_fixture_add ("/action-row/status", test_row_status);
  widget_fixture_add ("/action-row/details", test_row_details);
  return g_test_run ();
}
