/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text of the plan: typed, pasted, undone; fixed and read-only; its height. */

#include "config.h"

#include "geoat-text-field.h"

#include "widget-fixture.h"

#define WIDTH 300

static GtkTextView *
get_view (WidgetFixture *fixture)
{
  return geoat_text_field_get_view (GEOAT_TEXT_FIELD (fixture->widget));
}

static void
assert_shows (WidgetFixture *fixture, const char *text)
{
  g_autofree char *shown = NULL;

  g_object_get (gtk_text_view_get_buffer (get_view (fixture)), "text", &shown, NULL);
  g_assert_cmpstr (shown, ==, text);
}

static void
assert_caret (WidgetFixture *fixture, int position)
{
  int found;

  g_object_get (gtk_text_view_get_buffer (get_view (fixture)), "cursor-position", &found, NULL);
  g_assert_cmpint (found, ==, position);
}

/* As a text view does with what comes from a key or an input method. */
static void
type (WidgetFixture *fixture, const char *text)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (get_view (fixture));
  gboolean editable = gtk_text_view_get_editable (get_view (fixture));

  gtk_text_buffer_begin_user_action (buffer);
  gtk_text_buffer_delete_selection (buffer, TRUE, editable);
  gtk_text_buffer_insert_interactive_at_cursor (buffer, text, -1, editable);
  gtk_text_buffer_end_user_action (buffer);
}

static void
show_field (WidgetFixture *fixture, GeoatItem *item, GeoatField field, const char *text)
{
  GtkWidget *widget = geoat_text_field_new ();

  geoat_history_set_text (fixture->history, item, field, text);
  geoat_history_break (fixture->history);
  geoat_history_mark_saved (fixture->history);
  geoat_text_field_bind (GEOAT_TEXT_FIELD (widget), fixture->history, item, field);
  gtk_widget_set_valign (widget, GTK_ALIGN_START);
  widget_fixture_show (fixture, widget, WIDTH, 300);
  gtk_widget_grab_focus (widget);
  assert_shows (fixture, text);
}

static GeoatItem *
show (WidgetFixture *fixture, const char *text)
{
  GeoatItem *item = GEOAT_ITEM (widget_fixture_get_entry (fixture, "1A.02"));

  show_field (fixture, item, GEOAT_FIELD_NOTES, text);
  return item;
}

static const char *
get_notes (GeoatItem *item)
{
  return geoat_item_get_text (item, GEOAT_FIELD_NOTES);
}

/* What is typed in one go is one step. */
static void
test_typed (WidgetFixture *fixture, gconstpointer data)
{
  GeoatItem *item = show (fixture, "");

  type (fixture, "a");
  g_assert_cmpstr (get_notes (item), ==, "a");
  type (fixture, "s");
  type (fixture, "k");
  g_assert_cmpstr (get_notes (item), ==, "ask");
  geoat_history_undo (fixture->history);
  assert_shows (fixture, "");
  g_assert_false (geoat_history_get_modified (fixture->history));
  geoat_history_redo (fixture->history);
  assert_shows (fixture, "ask");
  assert_caret (fixture, 3);
}

static void
test_typed_over_selection (WidgetFixture *fixture, gconstpointer data)
{
  GeoatItem *item = show (fixture, "Ask Legal first");

  geoat_text_field_select (GEOAT_TEXT_FIELD (fixture->widget), 4, 9);
  type (fixture, "H");
  type (fixture, "R");
  g_assert_cmpstr (get_notes (item), ==, "Ask HR first");
  geoat_history_undo (fixture->history);
  assert_shows (fixture, "Ask Legal first");
  g_assert_false (geoat_history_get_modified (fixture->history));
}

/* The caret goes where the change was, which it would not when all the text were put in anew. */
static void
test_follows_plan (WidgetFixture *fixture, gconstpointer data)
{
  GeoatItem *item = show (fixture, "Ask Legal first");

  geoat_history_set_text (fixture->history, item, GEOAT_FIELD_NOTES, "Ask the Legal unit first");
  assert_shows (fixture, "Ask the Legal unit first");
  geoat_history_break (fixture->history);
  geoat_history_set_text (fixture->history, item, GEOAT_FIELD_NOTES, "Ask the Legal team first");
  assert_shows (fixture, "Ask the Legal team first");
  assert_caret (fixture, (int) strlen ("Ask the Legal team"));
}

static void
test_leaving_ends_the_step (WidgetFixture *fixture, gconstpointer data)
{
  GeoatItem *item = show (fixture, "");

  type (fixture, "one");
  gtk_root_set_focus (gtk_widget_get_root (fixture->widget), NULL);
  gtk_widget_grab_focus (fixture->widget);
  type (fixture, " two");
  geoat_history_undo (fixture->history);
  g_assert_cmpstr (get_notes (item), ==, "one");
}

static void
test_line (WidgetFixture *fixture, gconstpointer data)
{
  GeoatItem *item =
      GEOAT_ITEM (geoat_entry_get_action (widget_fixture_get_entry (fixture, "1A.02"), 0));

  show_field (fixture, item, GEOAT_FIELD_LEAD, "HR");
  gtk_text_buffer_begin_user_action (gtk_text_view_get_buffer (get_view (fixture)));
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (get_view (fixture)), " and\nFinance",
                                    -1);
  gtk_text_buffer_end_user_action (gtk_text_view_get_buffer (get_view (fixture)));
  g_assert_cmpstr (geoat_item_get_text (item, GEOAT_FIELD_LEAD), ==, "HR and Finance");
  assert_shows (fixture, "HR and Finance");
}

/* Enter goes on from a line; in a text it belongs to the text. */
static void
test_enter (WidgetFixture *fixture, gconstpointer data)
{
  GeoatItem *item =
      GEOAT_ITEM (geoat_entry_get_action (widget_fixture_get_entry (fixture, "1A.02"), 0));
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);
  GtkWidget *fields[2];

  for (guint i = 0; i < G_N_ELEMENTS (fields); i++)
    {
      fields[i] = geoat_text_field_new ();
      geoat_text_field_bind (GEOAT_TEXT_FIELD (fields[i]), fixture->history, item,
                             i == 0 ? GEOAT_FIELD_LEAD : GEOAT_FIELD_ACTIVITY);
      gtk_box_append (GTK_BOX (box), fields[i]);
    }
  widget_fixture_show (fixture, box, WIDTH, 300);
  gtk_widget_grab_focus (fields[0]);
  widget_press (gtk_root_get_focus (GTK_ROOT (fixture->window)), GDK_KEY_Return, 0);
  g_assert_true (gtk_widget_get_focus_child (box) == fields[1]);
  widget_press (gtk_root_get_focus (GTK_ROOT (fixture->window)), GDK_KEY_Return, 0);
  g_assert_true (gtk_widget_get_focus_child (box) == fields[1]);
}

static void
test_lines_of_a_text (WidgetFixture *fixture, gconstpointer data)
{
  GeoatItem *item = show (fixture, "one");

  type (fixture, "\ntwo");
  g_assert_cmpstr (get_notes (item), ==, "one\ntwo");
}

static void
test_fixed_text (WidgetFixture *fixture, gconstpointer data)
{
  GeoatItem *item = show (fixture, "The present wording");
  GeoatTextField *field = GEOAT_TEXT_FIELD (fixture->widget);

  geoat_text_field_set_fixed_text (field, "The wording that was kept");
  assert_shows (fixture, "The wording that was kept");
  g_assert_false (gtk_text_view_get_editable (get_view (fixture)));
  gtk_test_accessible_assert_property (GTK_WIDGET (get_view (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_READ_ONLY, TRUE);
  geoat_history_set_text (fixture->history, item, GEOAT_FIELD_NOTES, "Another wording");
  assert_shows (fixture, "The wording that was kept");
  type (fixture, "x");
  assert_shows (fixture, "The wording that was kept");
  g_assert_cmpstr (get_notes (item), ==, "Another wording");

  geoat_text_field_set_fixed_text (field, NULL);
  assert_shows (fixture, "Another wording");
  g_assert_true (gtk_text_view_get_editable (get_view (fixture)));
}

static void
test_not_editable (WidgetFixture *fixture, gconstpointer data)
{
  GeoatItem *item = show (fixture, "Kept");
  GeoatTextField *field = GEOAT_TEXT_FIELD (fixture->widget);

  geoat_text_field_set_editable (field, FALSE);
  g_assert_false (gtk_text_view_get_editable (get_view (fixture)));
  g_assert_true (gtk_widget_has_css_class (fixture->widget, "read-only"));
  /* what comes otherwise than by typing does not get in either */
  gtk_text_buffer_insert_at_cursor (gtk_text_view_get_buffer (get_view (fixture)), "x", 1);
  assert_shows (fixture, "Kept");
  g_assert_cmpstr (get_notes (item), ==, "Kept");

  geoat_text_field_set_editable (field, TRUE);
  g_assert_false (gtk_widget_has_css_class (fixture->widget, "read-only"));
  type (fixture, "x");
  g_assert_cmpstr (get_notes (item), ==, "Keptx");
}

static void
test_reason (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = widget_fixture_get_entry (fixture, "1A.02");
  GeoatRound *first = geoat_plan_get_round (fixture->plan, 0);
  GeoatRound *last = geoat_plan_get_last_round (fixture->plan);
  GtkWidget *widget = geoat_text_field_new ();

  geoat_text_field_bind_reason (GEOAT_TEXT_FIELD (widget), fixture->history, entry, last);
  widget_fixture_show (fixture, widget, WIDTH, 300);
  assert_shows (fixture, "Draft shown to the board in October");
  g_assert_cmpint (geoat_text_field_get_field (GEOAT_TEXT_FIELD (widget)), ==, GEOAT_FIELD_NONE);
  geoat_text_field_select (GEOAT_TEXT_FIELD (widget), 0, 5);
  type (fixture, "Text");
  g_assert_cmpstr (geoat_rating_get_reason (geoat_entry_get_rating (entry, last)), ==,
                   "Text shown to the board in October");
  geoat_history_undo (fixture->history);
  assert_shows (fixture, "Draft shown to the board in October");

  geoat_text_field_bind_reason (GEOAT_TEXT_FIELD (widget), fixture->history, entry, first);
  assert_shows (fixture, "");
  /* without a rating there is nothing to give a reason for */
  geoat_history_set_level (fixture->history, entry, GEOAT_LEVEL_NOT_ASSESSED);
  geoat_text_field_bind_reason (GEOAT_TEXT_FIELD (widget), fixture->history, entry, last);
  type (fixture, "x");
  assert_shows (fixture, "");
}

static void
test_bound_anew (WidgetFixture *fixture, gconstpointer data)
{
  GeoatItem *first = show (fixture, "First");
  GeoatItem *second = GEOAT_ITEM (widget_fixture_get_entry (fixture, "1A.01"));
  GeoatTextField *field = GEOAT_TEXT_FIELD (fixture->widget);

  geoat_history_set_text (fixture->history, second, GEOAT_FIELD_NOTES, "Second");
  geoat_text_field_bind (field, fixture->history, second, GEOAT_FIELD_NOTES);
  g_assert_true (geoat_text_field_get_item (field) == second);
  g_assert_cmpint (geoat_text_field_get_field (field), ==, GEOAT_FIELD_NOTES);
  assert_shows (fixture, "Second");
  geoat_history_set_text (fixture->history, first, GEOAT_FIELD_NOTES, "Changed");
  assert_shows (fixture, "Second");

  geoat_text_field_unbind (field);
  g_assert_null (geoat_text_field_get_item (field));
  geoat_history_set_text (fixture->history, second, GEOAT_FIELD_NOTES, "Changed too");
  assert_shows (fixture, "Second");
}

/* How many lines it is high: the pixels between them depend on the font. */
static int
get_n_lines (WidgetFixture *fixture, int line)
{
  return (gtk_widget_get_height (fixture->widget) + line / 2) / line;
}

static void
test_height (WidgetFixture *fixture, gconstpointer data)
{
  GeoatItem *item = show (fixture, "One line");
  int line = gtk_widget_get_height (fixture->widget);

  g_assert_cmpint (line, >, 0);
  geoat_history_set_text (fixture->history, item, GEOAT_FIELD_NOTES, "1\n2\n3");
  widget_wait_until (get_n_lines (fixture, line) == 3);
  geoat_history_undo (fixture->history);
  widget_wait_until (get_n_lines (fixture, line) == 1);
  type (fixture, "\nand another");
  widget_wait_until (get_n_lines (fixture, line) == 2);
  geoat_text_field_set_min_lines (GEOAT_TEXT_FIELD (fixture->widget), 4);
  widget_wait_until (get_n_lines (fixture, line) == 4);
}

static void
test_names (WidgetFixture *fixture, gconstpointer data)
{
  GeoatTextField *field;

  show (fixture, "");
  field = GEOAT_TEXT_FIELD (fixture->widget);
  geoat_text_field_set_label (field, NULL, "Notes");
  geoat_text_field_set_prompt (field, "Who knows more?");
  g_assert_true (widget_is_named (GTK_WIDGET (get_view (fixture)), "Notes"));
  gtk_test_accessible_assert_property (GTK_WIDGET (get_view (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, "Who knows more?");
  gtk_test_accessible_assert_property (GTK_WIDGET (get_view (fixture)),
                                       GTK_ACCESSIBLE_PROPERTY_MULTI_LINE, TRUE);
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  widget_fixture_add ("/text-field/typed", test_typed);
  widget_fixture_add ("/text-field/typed-over-selection", test_typed_over_selection);
  widget_fixture_add ("/text-field/follows-plan", test_follows_plan);
  widget_fixture_add ("/text-field/leaving-ends-the-step", test_leaving_ends_the_step);
  widget_fixture_add ("/text-field/line", test_line);
  widget_fixture_add ("/text-field/enter", test_enter);
  widget_fixture_add ("/text-field/lines-of-a-text", test_lines_of_a_text);
  widget_fixture_add ("/text-field/fixed-text", test_fixed_text);
  widget_fixture_add ("/text-field/not-editable", test_not_editable);
  widget_fixture_add ("/text-field/reason", test_reason);
  widget_fixture_add ("/text-field/bound-anew", test_bound_anew);
  widget_fixture_add ("/text-field/height", test_height);
  widget_fixture_add ("/text-field/names", test_names);
  return g_test_run ();
}
