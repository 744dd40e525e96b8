/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date: typed, picked, cleared and left as it was. */

#include "config.h"

#include "geoat-date-field.h"
#include "geoat-screen-text.h"

#include "widget-fixture.h"

static GtkWidget *
get_button (WidgetFixture *fixture)
{
  return gtk_widget_get_first_child (fixture->widget);
}

static GtkWidget *
get_entry (WidgetFixture *fixture)
{
  return widget_get (fixture->widget, GTK_TYPE_ENTRY, NULL);
}

/* The date that the plan has, as it stands in the file. */
static const char *
get_due (GeoatAction *action)
{
  return geoat_item_get_text (GEOAT_ITEM (action), GEOAT_FIELD_DUE);
}

static void
assert_shows (WidgetFixture *fixture, const char *text)
{
  g_autofree char *shown = NULL;
  g_autofree char *name = NULL;
  GDate date;

  g_date_clear (&date, 1);
  if (text == NULL)
    {
      g_assert_true (widget_shows_text (fixture->widget, "Due date"));
      g_assert_true (widget_is_named (get_button (fixture), "Due"));
      g_assert_true (gtk_widget_has_css_class (get_button (fixture), "empty"));
      return;
    }
  g_assert_true (geoat_date_read_typed (text, &date));
  shown = geoat_screen_text_for_date (&date);
  name = g_strdup_printf ("Due: %s", shown);
  g_assert_true (widget_shows_text (fixture->widget, shown));
  g_assert_true (widget_is_named (get_button (fixture), name));
  g_assert_false (gtk_widget_has_css_class (get_button (fixture), "empty"));
}

/* An action of the example that is due on that day; NULL: none. */
static GeoatAction *
show (WidgetFixture *fixture, const char *due)
{
  GeoatAction *action = geoat_entry_get_action (widget_fixture_get_entry (fixture, "1A.02"), 0);
  GtkWidget *widget = geoat_date_field_new ();

  geoat_history_set_text (fixture->history, GEOAT_ITEM (action), GEOAT_FIELD_DUE,
                          due != NULL ? due : "");
  geoat_history_mark_saved (fixture->history);
  geoat_date_field_set_label (GEOAT_DATE_FIELD (widget), "Due", "Due date");
  geoat_date_field_bind (GEOAT_DATE_FIELD (widget), fixture->history, GEOAT_ITEM (action),
                         GEOAT_FIELD_DUE);
  widget_fixture_show (fixture, widget, 300, 400);
  assert_shows (fixture, due);
  return action;
}

static void
open (WidgetFixture *fixture)
{
  g_signal_emit_by_name (get_button (fixture), "clicked");
  g_assert_nonnull (widget_find (fixture->widget, GTK_TYPE_POPOVER, NULL));
}

static gboolean
is_open (WidgetFixture *fixture)
{
  return widget_find (fixture->widget, GTK_TYPE_POPOVER, NULL) != NULL;
}

static void
type (WidgetFixture *fixture, const char *text)
{
  gtk_editable_set_text (GTK_EDITABLE (get_entry (fixture)), text);
}

static void
test_typed (WidgetFixture *fixture, gconstpointer data)
{
  GeoatAction *action = show (fixture, NULL);

  open (fixture);
  type (fixture, " 2026-03-31 ");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  g_assert_false (is_open (fixture));
  g_assert_cmpstr (get_due (action), ==, "2026-03-31");
  assert_shows (fixture, "2026-03-31");

  geoat_history_undo (fixture->history);
  g_assert_cmpstr (get_due (action), ==, "");
  assert_shows (fixture, NULL);
}

static void
test_no_date_is_not_stored (WidgetFixture *fixture, gconstpointer data)
{
  GeoatAction *action = show (fixture, "2026-03-31");

  open (fixture);
  type (fixture, "2026-02-30");
  g_signal_emit_by_name (get_entry (fixture), "activate");
  g_assert_true (is_open (fixture));
  g_assert_true (gtk_widget_has_css_class (get_entry (fixture), "error"));
  g_assert_cmpstr (get_due (action), ==, "2026-03-31");

  type (fixture, "2026-02-28");
  g_assert_false (gtk_widget_has_css_class (get_entry (fixture), "error"));
  g_signal_emit_by_name (get_entry (fixture), "activate");
  g_assert_cmpstr (get_due (action), ==, "2026-02-28");
}

/* A click beside the popover closes it: what was typed counts. */
static void
test_closed_elsewhere (WidgetFixture *fixture, gconstpointer data)
{
  GeoatAction *action = show (fixture, "2026-03-31");

  open (fixture);
  type (fixture, "2026-04-30");
  gtk_popover_popdown (GTK_POPOVER (widget_get (fixture->widget, GTK_TYPE_POPOVER, NULL)));
  g_assert_cmpstr (get_due (action), ==, "2026-04-30");
  g_assert_true (gtk_widget_is_focus (get_button (fixture)));
}

static void
test_escape (WidgetFixture *fixture, gconstpointer data)
{
  GeoatAction *action = show (fixture, "2026-03-31");
  GtkWidget *popover;

  open (fixture);
  type (fixture, "2026-04-30");
  popover = widget_get (fixture->widget, GTK_TYPE_POPOVER, NULL);
  widget_press (popover, GDK_KEY_Escape, 0);
  gtk_popover_popdown (GTK_POPOVER (popover));
  g_assert_cmpstr (get_due (action), ==, "2026-03-31");
  g_assert_false (geoat_history_get_modified (fixture->history));
}

static void
test_no_date (WidgetFixture *fixture, gconstpointer data)
{
  GeoatAction *action = show (fixture, "2026-03-31");

  open (fixture);
  widget_click (fixture->widget, "No date");
  g_assert_false (is_open (fixture));
  g_assert_cmpstr (get_due (action), ==, "");
  assert_shows (fixture, NULL);
}

static void
test_picked (WidgetFixture *fixture, gconstpointer data)
{
  GeoatAction *action = show (fixture, "2026-03-31");
  g_autoptr (GDateTime) day = g_date_time_new_local (2026, 5, 4, 0, 0, 0);
  g_autoptr (GDateTime) marked = NULL;
  GtkWidget *calendar;

  open (fixture);
  calendar = widget_get (fixture->widget, GTK_TYPE_CALENDAR, NULL);
  marked = gtk_calendar_get_date (GTK_CALENDAR (calendar));
  g_assert_cmpint (g_date_time_get_month (marked), ==, 3);
  g_assert_cmpint (g_date_time_get_day_of_month (marked), ==, 31);

  gtk_calendar_select_day (GTK_CALENDAR (calendar), day);
  g_assert_cmpstr (get_due (action), ==, "2026-05-04");
  g_assert_cmpstr (gtk_editable_get_text (GTK_EDITABLE (get_entry (fixture))), ==, "2026-05-04");
  g_assert_true (is_open (fixture));
}

/* Each date is a step of its own, however quickly one follows the other. */
static void
test_undo (WidgetFixture *fixture, gconstpointer data)
{
  GeoatAction *action = show (fixture, "2026-03-31");

  for (guint i = 0; i < 2; i++)
    {
      open (fixture);
      type (fixture, i == 0 ? "2026-04-01" : "2026-04-02");
      g_signal_emit_by_name (get_entry (fixture), "activate");
    }
  geoat_history_undo (fixture->history);
  g_assert_cmpstr (get_due (action), ==, "2026-04-01");
  geoat_history_undo (fixture->history);
  g_assert_cmpstr (get_due (action), ==, "2026-03-31");
  g_assert_false (geoat_history_get_modified (fixture->history));
}

static void
test_opens_on_today (WidgetFixture *fixture, gconstpointer data)
{
  g_autoptr (GDateTime) now = g_date_time_new_now_local ();
  g_autoptr (GDateTime) marked = NULL;

  show (fixture, NULL);
  open (fixture);
  marked =
      gtk_calendar_get_date (GTK_CALENDAR (widget_get (fixture->widget, GTK_TYPE_CALENDAR, NULL)));
  g_assert_cmpint (g_date_time_get_year (marked), ==, g_date_time_get_year (now));
  g_assert_cmpint (g_date_time_get_month (marked), ==, g_date_time_get_month (now));
  gtk_popover_popdown (GTK_POPOVER (widget_get (fixture->widget, GTK_TYPE_POPOVER, NULL)));
  g_assert_false (geoat_history_get_modified (fixture->history));
}

static void
test_not_editable (WidgetFixture *fixture, gconstpointer data)
{
  show (fixture, "2026-03-31");
  geoat_date_field_set_editable (GEOAT_DATE_FIELD (fixture->widget), FALSE);
  g_assert_false (gtk_widget_is_sensitive (get_button (fixture)));
  geoat_date_field_set_editable (GEOAT_DATE_FIELD (fixture->widget), TRUE);
  g_assert_true (gtk_widget_is_sensitive (get_button (fixture)));
}

/* The page is gone while the popover is open. */
static void
test_unbound (WidgetFixture *fixture, gconstpointer data)
{
  GeoatAction *action = show (fixture, "2026-03-31");

  open (fixture);
  type (fixture, "2026-04-30");
  geoat_date_field_unbind (GEOAT_DATE_FIELD (fixture->widget));
  gtk_popover_popdown (GTK_POPOVER (widget_get (fixture->widget, GTK_TYPE_POPOVER, NULL)));
  g_assert_cmpstr (get_due (action), ==, "2026-03-31");
  g_signal_emit_by_name (get_button (fixture), "clicked");
  g_assert_false (is_open (fixture));
}

static void
test_read_typed (void)
{
  static const struct
  {
    const char *text;
    gboolean valid;
  } cases[] = {
    { "2025-12-31", TRUE }, { "  2025-12-31\t", TRUE }, { "31 December 2025", TRUE },
    { "12/31/25", TRUE },   { "2025-02-29", FALSE },    { "", FALSE },
    { "tomorrow", FALSE },  { "2025-13-01", FALSE },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GDate date;

      g_test_message ("%s", cases[i].text);
      g_assert_cmpint (geoat_date_read_typed (cases[i].text, &date), ==, cases[i].valid);
      if (cases[i].valid)
        {
          g_assert_cmpint (g_date_get_year (&date), ==, 2025);
          g_assert_cmpint (g_date_get_month (&date), ==, 12);
          g_assert_cmpint (g_date_get_day (&date), ==, 31);
        }
    }
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  widget_fixture_add ("/date-field/typed", test_typed);
  widget_fixture_add ("/date-field/no-date-is-not-stored", test_no_date_is_not_stored);
  widget_fixture_add ("/date-field/closed-elsewhere", test_closed_elsewhere);
  widget_fixture_add ("/date-field/escape", test_escape);
  widget_fixture_add ("/date-field/no-date", test_no_date);
  widget_fixture_add ("/date-field/picked", test_picked);
  widget_fixture_add ("/date-field/undo", test_undo);
  widget_fixture_add ("/date-field/opens-on-today", test_opens_on_today);
  widget_fixture_add ("/date-field/not-editable", test_not_editable);
  widget_fixture_add ("/date-field/unbound", test_unbound);
  g_test_add_func ("/date-field/read-typed", test_read_typed);
  return g_test_run ();
}
