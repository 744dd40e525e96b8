/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An indicator's card: closed and open, its name, its summary, its menu. */

#include "config.h"

#include "geoat-entry-card.h"
#include "geoat-level-buttons.h"
#include "geoat-text-field.h"

#include "widget-fixture.h"

static void
count_cb (guint *n)
{
  (*n)++;
}

static GeoatEntry *
show (WidgetFixture *fixture, const char *source)
{
  GeoatEntry *entry = widget_fixture_get_entry (fixture, source);
  GtkWidget *widget = geoat_entry_card_new (fixture->perspective, entry);

  geoat_entry_card_set_number (GEOAT_ENTRY_CARD (widget), 2);
  widget_fixture_show (fixture, widget, 900, 700);
  return entry;
}

static GeoatEntryCard *
get_card (WidgetFixture *fixture)
{
  return GEOAT_ENTRY_CARD (fixture->widget);
}

static gboolean
shows (WidgetFixture *fixture, const char *text)
{
  return widget_shows_text (fixture->widget, text);
}

/* The field with the indicator's wording, in an open card. */
static GtkTextView *
get_wording (WidgetFixture *fixture)
{
  return geoat_text_field_get_view (
      GEOAT_TEXT_FIELD (widget_get (fixture->widget, GEOAT_TYPE_TEXT_FIELD, NULL)));
}

static void
assert_wording (WidgetFixture *fixture, const char *text, gboolean editable)
{
  g_autofree char *shown = NULL;

  g_object_get (gtk_text_view_get_buffer (get_wording (fixture)), "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, text);
  g_assert_cmpint (gtk_text_view_get_editable (get_wording (fixture)), ==, editable);
}

static void
test_name (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = show (fixture, "1A.01");

  g_assert_true (geoat_entry_card_get_entry (get_card (fixture)) == entry);
  g_assert_true (shows (fixture, "2"));
  g_assert_true (widget_is_named (
      fixture->widget,
      "Indicator 2: A written policy commits the whole administration to gender equality."));
  geoat_history_set_text (fixture->history, GEOAT_ITEM (entry), GEOAT_FIELD_INDICATOR, "A policy");
  g_assert_true (shows (fixture, "A policy"));
  g_assert_true (widget_is_named (fixture->widget, "Indicator 2: A policy"));
  geoat_history_set_text (fixture->history, GEOAT_ITEM (entry), GEOAT_FIELD_INDICATOR, "");
  g_assert_true (widget_is_named (fixture->widget, "Indicator 2: New indicator"));
  geoat_entry_card_set_number (get_card (fixture), 3);
  g_assert_true (widget_is_named (fixture->widget, "Indicator 3: New indicator"));
}

static void
test_open (WidgetFixture *fixture, gconstpointer data)
{
  gboolean open;
  guint n = 0;

  show (fixture, "1A.01");
  g_signal_connect_swapped (fixture->widget, "notify::open", G_CALLBACK (count_cb), &n);
  g_assert_false (geoat_entry_card_get_open (get_card (fixture)));
  g_assert_nonnull (widget_find (fixture->widget, GEOAT_TYPE_LEVEL_BUTTONS, NULL));
  g_assert_null (widget_find (fixture->widget, GEOAT_TYPE_TEXT_FIELD, NULL));

  widget_act (fixture->widget, "entry.toggle");
  g_object_get (fixture->widget, "open", &open, NULL);
  g_assert_true (open);
  assert_wording (fixture, "A written policy commits the whole administration to gender equality.",
                  TRUE);
  g_assert_false (shows (fixture, "2 activities"));
  geoat_entry_card_set_open (get_card (fixture), TRUE);
  g_assert_cmpuint (n, ==, 1);

  widget_act (fixture->widget, "entry.toggle");
  g_assert_null (widget_find (fixture->widget, GEOAT_TYPE_TEXT_FIELD, NULL));
  g_assert_cmpuint (n, ==, 2);
}

static void
set_due (WidgetFixture *fixture, GeoatEntry *entry, guint position, const char *due)
{
  geoat_history_set_text (fixture->history, GEOAT_ITEM (geoat_entry_get_action (entry, position)),
                          GEOAT_FIELD_DUE, due);
  geoat_entry_card_update_summary (get_card (fixture));
}

static void
test_summary (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = show (fixture, "1A.02");
  GeoatAction *first = geoat_entry_get_action (entry, 0);
  GDate today;

  geoat_perspective_get_today (fixture->perspective, &today);
  geoat_history_set_status (fixture->history, first, GEOAT_STATUS_PLANNED, &today);
  geoat_history_set_status (fixture->history, geoat_entry_get_action (entry, 1),
                            GEOAT_STATUS_PLANNED, &today);
  geoat_history_set_text (fixture->history, GEOAT_ITEM (first), GEOAT_FIELD_ACTIVITY,
                          "\nDraft it\nand cost it");
  set_due (fixture, entry, 1, "");
  set_due (fixture, entry, 0, "");
  g_assert_true (shows (fixture, "2 activities"));
  set_due (fixture, entry, 1, "2026-06-30");
  set_due (fixture, entry, 0, "2026-01-31");
  g_assert_true (shows (fixture, "2 activities · next by 31 Jan 2026: Draft it"));
  set_due (fixture, entry, 0, "2025-11-23");
  g_assert_true (shows (fixture, "2 activities · overdue since 23 Nov 2025: Draft it"));
  /* what is done is not next any more */
  geoat_history_set_status (fixture->history, first, GEOAT_STATUS_DONE, &today);
  geoat_history_set_status (fixture->history, geoat_entry_get_action (entry, 1),
                            GEOAT_STATUS_DROPPED, &today);
  geoat_entry_card_update_summary (get_card (fixture));
  g_assert_true (shows (fixture, "2 activities"));
  geoat_history_remove_action (fixture->history, geoat_entry_get_action (entry, 1));
  geoat_entry_card_update_summary (get_card (fixture));
  g_assert_true (shows (fixture, "1 activity"));
  geoat_history_remove_action (fixture->history, first);
  geoat_entry_card_update_summary (get_card (fixture));
  g_assert_true (shows (fixture, "No activity yet"));
}

/* A closed round shows the wording that it was closed with. */
static void
test_earlier_round (WidgetFixture *fixture, gconstpointer data)
{
  show (fixture, "1A.05");
  geoat_entry_card_set_open (get_card (fixture), TRUE);
  assert_wording (
      fixture,
      "Staff figures by sex, grade, function and place of work are kept up to date and published.",
      TRUE);
  geoat_perspective_set_round (fixture->perspective, geoat_plan_get_round (fixture->plan, 0));
  assert_wording (fixture, "Staff figures by sex and grade are kept up to date.", FALSE);
  g_assert_true (widget_is_named (
      fixture->widget, "Indicator 2: Staff figures by sex and grade are kept up to date."));
  g_assert_false (widget_can_act (fixture->widget, "entry.add-action"));
  geoat_perspective_set_round (fixture->perspective, geoat_plan_get_last_round (fixture->plan));
  assert_wording (
      fixture,
      "Staff figures by sex, grade, function and place of work are kept up to date and published.",
      TRUE);
}

static void
test_digits_rate (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = show (fixture, "1A.01");
  GeoatRound *round = geoat_perspective_get_round (fixture->perspective);
  g_autoptr (GPtrArray) buttons = widget_list (fixture->widget, GTK_TYPE_BUTTON);
  GtkWidget *toggle = buttons->pdata[buttons->len - 1];

  g_assert_true (gtk_widget_grab_focus (toggle));
  g_assert_true (widget_press (toggle, GDK_KEY_5, 0));
  g_assert_cmpint (geoat_entry_get_level (entry, round), ==, GEOAT_LEVEL_5);

  /* in a text they are letters */
  geoat_entry_card_set_open (get_card (fixture), TRUE);
  gtk_widget_grab_focus (GTK_WIDGET (get_wording (fixture)));
  g_assert_false (widget_press (GTK_WIDGET (get_wording (fixture)), GDK_KEY_1, 0));
  g_assert_cmpint (geoat_entry_get_level (entry, round), ==, GEOAT_LEVEL_5);
}

static void
test_add_action (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = show (fixture, "1B.01");
  GtkWidget *focus;

  g_assert_cmpuint (geoat_entry_get_n_actions (entry), ==, 0);
  widget_act (fixture->widget, "entry.add-action");
  g_assert_cmpuint (geoat_entry_get_n_actions (entry), ==, 1);
  g_assert_true (geoat_entry_card_get_open (get_card (fixture)));
  /* one goes on typing in it */
  focus = gtk_widget_get_parent (gtk_root_get_focus (gtk_widget_get_root (fixture->widget)));
  g_assert_true (geoat_text_field_get_item (GEOAT_TEXT_FIELD (focus)) ==
                 GEOAT_ITEM (geoat_entry_get_action (entry, 0)));
  geoat_history_undo (fixture->history);
  g_assert_cmpuint (geoat_entry_get_n_actions (entry), ==, 0);
}

static GeoatEntry *
find_beside (WidgetFixture *fixture, GeoatEntry *entry, int step)
{
  guint position;

  g_assert_true (geoat_plan_get_entry_position (fixture->plan, entry, &position));
  return geoat_plan_get_entry (fixture->plan, (guint) ((int) position + step));
}

static void
test_duplicate_and_remove (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = show (fixture, "1A.02");
  guint n = geoat_plan_get_n_entries (fixture->plan);

  widget_act (fixture->widget, "entry.duplicate");
  g_assert_cmpuint (geoat_plan_get_n_entries (fixture->plan), ==, n + 1);
  g_assert_cmpstr (geoat_entry_get_indicator (find_beside (fixture, entry, 1)), ==,
                   geoat_entry_get_indicator (entry));
  geoat_history_undo (fixture->history);

  widget_act (fixture->widget, "entry.remove");
  g_assert_false (
      geoat_entry_is_in_round (entry, geoat_perspective_get_round (fixture->perspective)));
  geoat_history_undo (fixture->history);
  g_assert_true (
      geoat_entry_is_in_round (entry, geoat_perspective_get_round (fixture->perspective)));
}

static void
test_reveal (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = show (fixture, "1A.01");
  GtkRoot *root = gtk_widget_get_root (fixture->widget);

  geoat_entry_card_reveal (get_card (fixture), GEOAT_ITEM (entry), GEOAT_FIELD_NONE);
  g_assert_false (geoat_entry_card_get_open (get_card (fixture)));
  g_assert_true (widget_is_named (gtk_root_get_focus (root), "3"));

  geoat_entry_card_reveal (get_card (fixture), GEOAT_ITEM (entry), GEOAT_FIELD_INDICATOR);
  g_assert_true (geoat_entry_card_get_open (get_card (fixture)));
  g_assert_true (gtk_root_get_focus (root) == GTK_WIDGET (get_wording (fixture)));
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  widget_fixture_add ("/entry-card/name", test_name);
  widget_fixture_add ("/entry-card/open", test_open);
  widget_fixture_add ("/entry-card/summary", test_summary);
  widget_fixture_add ("/entry-card/earlier-round", test_earlier_round);
  widget_fixture_add ("/entry-card/digits-rate", test_digits_rate);
  widget_fixture_add ("/entry-card/add-action", test_add_action);
  widget_fixture_add ("/entry-card/duplicate-and-remove", test_duplicate_and_remove);
  widget_fixture_add ("/entry-card/reveal", test_reveal);
  return g_test_run ();
}
