/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The review of a file that is to come into the plan: its rows, what is decided, what is taken. */

#include "config.h"

#include "geoat-import-row.h"
#include "geoat-import-window.h"

#include "widget-fixture.h"

#define KNOWN "A written policy commits the whole administration to gender equality."
#define NEW "Customs dogs are walked by women and men alike."

#define TEMPLATE                                                                                   \
  "Key element,GEOAT indicator,Strategic alignment,GEOAT evaluation scale,Current activities,"     \
  "Suggested forward activities,Timeline\n"                                                        \
  "1A," KNOWN ",The law of 2026,,,,\n"                                                             \
  "1A," NEW ",,,,,\n"

#define LIST "Indicator\n" KNOWN "\n" NEW "\n"

static void
imported_cb (char **text, const char *said)
{
  g_free (*text);
  *text = g_strdup (said);
}

static GFile *
write_file (const char *contents)
{
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), "From elsewhere.csv", NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, contents, -1, &error);
  g_assert_no_error (error);
  return g_file_new_for_path (path);
}

static void
show (WidgetFixture *fixture, const char *contents, const char *key_element)
{
  g_autoptr (GFile) file = write_file (contents);

  widget_fixture_show_window (
      fixture, key_element != NULL
                   ? geoat_import_window_new_list (fixture->document, file, key_element)
                   : geoat_import_window_new (fixture->document, file));
}

static gboolean
shows (WidgetFixture *fixture, const char *text)
{
  return widget_shows_text (fixture->widget, text);
}

/* What is asked about a text of the file. */
static GtkWidget *
find_row (WidgetFixture *fixture, const char *text)
{
  return widget_find (fixture->widget, GEOAT_TYPE_IMPORT_ROW, text);
}

static void
choose (WidgetFixture *fixture, const char *row, const char *name, gboolean active)
{
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (widget_get (find_row (fixture, row), GTK_TYPE_CHECK_BUTTON, name)), active);
}

static void
test_template (WidgetFixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = widget_fixture_get_entry (fixture, "1A.01");
  guint n = geoat_plan_get_n_entries (fixture->plan);
  g_autofree char *before =
      g_strdup (geoat_item_get_text (GEOAT_ITEM (entry), GEOAT_FIELD_ALIGNMENT));
  g_autofree char *said = NULL;

  show (fixture, TEMPLATE, NULL);
  widget_wait_until (find_row (fixture, KNOWN) != NULL);
  /* what somebody has written is not replaced unless one says so */
  g_assert_true (shows (fixture, "1 new indicator · 0 cells of the plan change · 0 rows left out"));
  /* both texts are to be seen before one decides */
  g_assert_true (widget_shows_text (find_row (fixture, KNOWN), before));
  g_assert_true (widget_shows_text (find_row (fixture, KNOWN), "The law of 2026"));
  choose (fixture, KNOWN, "Strategic alignment: take “The law of 2026” from the file", TRUE);
  g_assert_true (shows (fixture, "1 new indicator · 1 cell of the plan changes · 0 rows left out"));

  g_signal_connect_swapped (fixture->widget, "imported", G_CALLBACK (imported_cb), &said);
  widget_act (fixture->widget, "import.apply");
  g_assert_cmpstr (said, ==, "Imported “From elsewhere.csv”");
  g_assert_cmpuint (geoat_plan_get_n_entries (fixture->plan), ==, n + 1);
  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (entry), GEOAT_FIELD_ALIGNMENT), ==,
                   "The law of 2026");
  geoat_history_undo (fixture->history);
  g_assert_cmpuint (geoat_plan_get_n_entries (fixture->plan), ==, n);
  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (entry), GEOAT_FIELD_ALIGNMENT), ==, before);
}

/* With everything left out there is nothing to import. */
static void
test_left_out (WidgetFixture *fixture, gconstpointer data)
{
  show (fixture, TEMPLATE, NULL);
  widget_wait_until (find_row (fixture, KNOWN) != NULL);
  g_assert_true (widget_can_act (fixture->widget, "import.apply"));
  gtk_check_button_set_active (
      GTK_CHECK_BUTTON (widget_get (fixture->widget, GTK_TYPE_CHECK_BUTTON,
                                    "Only what is doubtful, unplaced or different")),
      FALSE);
  choose (fixture, KNOWN, "Leave it out", TRUE);
  g_assert_false (widget_shows_text (find_row (fixture, KNOWN), "The law of 2026"));
  choose (fixture, NEW, "Leave it out", TRUE);
  g_assert_true (
      shows (fixture, "0 new indicators · 0 cells of the plan change · 2 rows left out"));
  g_assert_false (widget_can_act (fixture->widget, "import.apply"));
}

/* A list that says no key element is one for the key element that was looked at. */
static void
test_list (WidgetFixture *fixture, gconstpointer data)
{
  guint n = geoat_plan_get_n_entries (fixture->plan);
  g_autofree char *said = NULL;

  show (fixture, LIST, "2B");
  widget_wait_until (find_row (fixture, NEW) != NULL);
  g_signal_connect_swapped (fixture->widget, "imported", G_CALLBACK (imported_cb), &said);
  choose (fixture, NEW, NEW, FALSE);
  choose (fixture, NEW, NEW, TRUE);
  choose (fixture, KNOWN, KNOWN, FALSE);
  widget_act (fixture->widget, "import.apply");
  g_assert_cmpstr (said, ==, "1 indicator added");
  g_assert_cmpuint (geoat_plan_get_n_entries (fixture->plan), ==, n + 1);
  for (guint i = 0; i < n + 1; i++)
    if (g_str_equal (geoat_entry_get_indicator (geoat_plan_get_entry (fixture->plan, i)), NEW))
      g_assert_cmpstr (geoat_entry_get_key_element (geoat_plan_get_entry (fixture->plan, i)), ==,
                       "2B");
}

static void
test_not_a_table (WidgetFixture *fixture, gconstpointer data)
{
  show (fixture, "", NULL);
  widget_wait_until (shows (fixture, "“From elsewhere.csv” cannot be imported"));
  g_assert_false (widget_can_act (fixture->widget, "import.apply"));
  g_assert_null (widget_find (fixture->widget, GTK_TYPE_BUTTON, "_Import"));
}

/* The window can be closed while the file is still read. */
static void
test_closed_early (WidgetFixture *fixture, gconstpointer data)
{
  show (fixture, TEMPLATE, NULL);
  gtk_window_close (GTK_WINDOW (fixture->widget));
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  widget_fixture_add ("/import-window/template", test_template);
  widget_fixture_add ("/import-window/left-out", test_left_out);
  widget_fixture_add ("/import-window/list", test_list);
  widget_fixture_add ("/import-window/not-a-table", test_not_a_table);
  widget_fixture_add ("/import-window/closed-early", test_closed_early);
  return g_test_run ();
}
