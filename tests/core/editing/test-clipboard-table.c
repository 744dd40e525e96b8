/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rows and cells from and to spreadsheets: nothing is lost on the way, nothing is put where it does
 * not belong. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include <string.h>

#include "geoat-level-parse.h"
#include "geoat-paste.h"
#include "geoat-error.h"
#include "plan-fixture.h"

typedef struct
{
  GeoatPlan *plan;
  GeoatHistory *history;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = plan_fixture_new ();
  fixture->history = geoat_history_new (fixture->plan);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->plan);
}

static GeoatClipboardTable *
parse (const char *text)
{
  g_autoptr (GError) error = NULL;
  GeoatClipboardTable *table = geoat_clipboard_table_parse (text, -1, &error);

  g_assert_no_error (error);
  return table;
}

/* Cells between `|`, rows between `/`. */
static char *
show (GeoatClipboardTable *table)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < geoat_clipboard_table_get_n_rows (table); i++)
    {
      if (i > 0)
        g_string_append_c (out, '/');
      for (guint j = 0; j < geoat_clipboard_table_get_n_columns (table); j++)
        g_string_append_printf (out, "%s%s", j > 0 ? "|" : "",
                                geoat_clipboard_table_get_cell (table, i, j));
    }
  return g_string_free (out, FALSE);
}

static void
test_parse (void)
{
  static const struct
  {
    const char *text;
    const char *cells;
  } cases[] = {
    { "", "" },
    { "a", "a" },
    { "a\tb\nc\td\n", "a|b/c|d" },
    { "a\tb\r\nc\td\r\n", "a|b/c|d" },
    { "a\tb\rc\td\r", "a|b/c|d" },
    { "a\tb\nc", "a|b/c|" },
    { "a\t\n\t\n", "a|/|" },
    { "\n\na\n", "//a" },
    { "\"two\nlines\"\tb\n", "two\nlines|b" },
    { "\"two\r\nlines\"\tb\r\n", "two\nlines|b" },
    { "\"with a\ttab\"\tb", "with a\ttab|b" },
    { "\"says \"\"yes\"\"\"\tb\n", "says \"yes\"|b" },
    { "says \"yes\"\tb\n", "says \"yes\"|b" },
    { "\"yes\" they said\tb\n", "\"yes\" they said|b" },
    { "\"never closed\tb\nc", "\"never closed|b/c|" },
    { "\"\"\tb", "|b" },
    { "\"", "\"" },
    { "'=1+1\t''=1+1\t'-\t'quoted'", "=1+1|'=1+1|-|'quoted'" },
    { "=1+1\t-5", "=1+1|-5" },
    { "الجمارك\té\n", "الجمارك|é" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GeoatClipboardTable) table = parse (cases[i].text);
      g_autofree char *cells = show (table);

      g_assert_cmpstr (cells, ==, cases[i].cells);
    }
}

static void
test_refused (void)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *large = g_strnfill (GEOAT_CLIPBOARD_MAX_SIZE + 1, 'a');

  g_assert_null (geoat_clipboard_table_parse ("a\xff", -1, &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (geoat_clipboard_table_parse ("a\0b", 3, &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID);
  g_clear_error (&error);
  g_assert_null (geoat_clipboard_table_parse (large, -1, &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_TOO_LARGE);
}

/* Out and in again: the same cells, whatever is in them, and no formula on the way. */
static void
test_round_trip (void)
{
  static const char *const pieces[] = {
    "", "a", "\t", "\n", "\"", "'", "=", "-", "@", " ", "é", "+"
  };
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint i = 0; i < 2000; i++)
    {
      g_autoptr (GeoatClipboardTable) table = geoat_clipboard_table_new ();
      g_autoptr (GeoatClipboardTable) again = NULL;
      g_autofree char *text = NULL;
      g_autofree char *before = NULL;
      g_autofree char *after = NULL;

      for (guint row = 0; row < 2; row++)
        {
          geoat_clipboard_table_add_row (table);
          for (guint column = 0; column < 3; column++)
            {
              g_autoptr (GString) cell = g_string_new (NULL);

              for (int n = g_rand_int_range (random, 0, 5); n > 0; n--)
                g_string_append (cell, pieces[g_rand_int_range (random, 0, G_N_ELEMENTS (pieces))]);
              geoat_clipboard_table_add_cell (table, cell->str);
            }
        }

      text = geoat_clipboard_table_to_text (table);
      again = parse (text);
      before = show (table);
      after = show (again);
      g_assert_cmpstr (after, ==, before);
      g_assert_null (strchr ("=+-@", *text == '\0' ? 'x' : *text));
    }
}

static void
test_level (void)
{
  static const struct
  {
    const char *text;
    int level; /* -3: it is none */
  } cases[] = {
    { "", -2 },
    { " \n", -2 },
    { "0", 0 },
    { " 5 ", 5 },
    { "٣", 3 },
    { "3.0", 3 },
    { "3,0", 3 },
    { "N/A", -1 },
    { "n.a.", -1 },
    { "na", -1 },
    { "N", -1 },
    { "Not applicable", -1 },
    { "BEGINNING IMPLEMENTATION", 2 },
    { "2 Beginning implementation", 2 },
    { "2 – beginning", 2 },
    { "4: Advanced", 4 },
    { "(5)", 5 },
    { "Moderate", 3 },
    { "Non-existent", 0 },
    { "0 none", 0 },
    { "none", -3 },
    { "6", -3 },
    { "-1", -3 },
    { "2.5", -3 },
    { "25", -3 },
    { "3/5", -3 },
    { "3 to 4", -3 },
    { "#N/A", -3 },
    { "2 moderate", -3 },
    { "good", -3 },
    { "—", -3 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      GeoatLevel level = -3;

      g_assert_cmpint (
          geoat_level_parse (geoat_framework_get_default (), "en", cases[i].text, &level), ==,
          cases[i].level != -3);
      g_assert_cmpint (level, ==, cases[i].level);
    }
}

static void
assert_text (gpointer item, GeoatField field, const char *expected)
{
  g_assert_cmpstr (geoat_item_get_text (item, field), ==, expected);
}

/* Three rows as Calc gives them, headings first: two indicators, one with two actions. */
static void
test_rows (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatClipboardTable) table =
      parse ("GEOAT indicator\tStrategic alignment\tGEOAT evaluation scale\tCurrent activities\t"
             "Suggested forward activities\tUnits to involve / resources needed\tTimeline\t"
             "Targets and monitoring indicators\n"
             "\"A policy is\nin force\"\tLaw 12\t3\tTraining\tWrite it\tHR\t2025\t50 %\n"
             "\t\t\t\tPrint it\tPress\t\t\n"
             "\t\t\t\t\t\t\t\n"
             "Staff are trained\t\tN/A\t\t\t\t\t\n");
  GeoatEntry *existing = plan_fixture_add (fixture->history, "2B", GEOAT_LEVEL_1);
  g_autofree char *before = plan_fixture_dump (fixture->plan);
  g_autofree char *after = NULL;
  g_autoptr (GeoatPaste) paste = geoat_paste_new_rows (fixture->plan, table, "2B", 0);
  GeoatRound *round = geoat_plan_get_last_round (fixture->plan);
  GeoatEntry *first;
  GeoatEntry *second;

  g_assert_cmpuint (geoat_paste_get_n_entries (paste), ==, 2);
  g_assert_cmpuint (geoat_paste_get_n_actions (paste), ==, 2);
  g_assert_cmpuint (geoat_paste_get_n_cells (paste), ==, 12);
  g_assert_cmpuint (geoat_paste_get_problems (paste)->len, ==, 0);

  geoat_paste_apply (paste, fixture->history);
  g_assert_cmpuint (geoat_plan_get_n_entries (fixture->plan), ==, 3);
  first = geoat_plan_get_entry (fixture->plan, 0);
  second = geoat_plan_get_entry (fixture->plan, 1);
  g_assert_true (geoat_plan_get_entry (fixture->plan, 2) == existing);
  g_assert_true (geoat_paste_get_entries (paste)->pdata[1] == second);

  assert_text (first, GEOAT_FIELD_KEY_ELEMENT, "2B");
  assert_text (first, GEOAT_FIELD_INDICATOR, "A policy is\nin force");
  assert_text (first, GEOAT_FIELD_ALIGNMENT, "Law 12");
  assert_text (first, GEOAT_FIELD_CURRENT_ACTIVITIES, "Training");
  g_assert_cmpint (geoat_entry_get_level (first, round), ==, GEOAT_LEVEL_3);
  g_assert_cmpuint (geoat_entry_get_n_actions (first), ==, 2);
  assert_text (geoat_entry_get_action (first, 0), GEOAT_FIELD_ACTIVITY, "Write it");
  assert_text (geoat_entry_get_action (first, 0), GEOAT_FIELD_UNITS, "HR");
  assert_text (geoat_entry_get_action (first, 0), GEOAT_FIELD_TIMELINE, "2025");
  assert_text (geoat_entry_get_action (first, 0), GEOAT_FIELD_TARGETS, "50 %");
  assert_text (geoat_entry_get_action (first, 1), GEOAT_FIELD_ACTIVITY, "Print it");
  g_assert_cmpint (geoat_entry_get_level (second, round), ==, GEOAT_LEVEL_NOT_APPLICABLE);
  g_assert_cmpuint (geoat_entry_get_n_actions (second), ==, 0);

  geoat_history_undo (fixture->history);
  after = plan_fixture_dump (fixture->plan);
  g_assert_cmpstr (after, ==, before);
}

/* Excel repeats what is in merged cells when they are split; what has no place is told. */
static void
test_rows_with_problems (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatClipboardTable) table = parse ("One\tx\t7\ty\tdo\t\t\t\tmore\r\n"
                                                 "One\tx\t7\ty\tdo more\t\t\t\t\r\n"
                                                 "Two\t\t\t\t\r\n"
                                                 "Two\t\t\t\t\r\n");
  g_autoptr (GeoatPaste) paste = geoat_paste_new_rows (fixture->plan, table, "1A", G_MAXUINT);
  GPtrArray *problems = geoat_paste_get_problems (paste);
  const GeoatPasteProblem *problem;

  g_assert_cmpuint (geoat_paste_get_n_entries (paste), ==, 3);
  g_assert_cmpuint (geoat_paste_get_n_actions (paste), ==, 2);
  g_assert_cmpuint (problems->len, ==, 2);
  problem = problems->pdata[0];
  g_assert_cmpuint (problem->row, ==, 0);
  g_assert_cmpuint (problem->column, ==, 8);
  g_assert_cmpstr (problem->text, ==, "more");
  problem = problems->pdata[1];
  g_assert_cmpuint (problem->column, ==, 2);
  g_assert_cmpstr (problem->text, ==, "7");
  g_assert_cmpstr (problem->message, !=, "");

  geoat_paste_apply (paste, fixture->history);
  g_assert_cmpuint (geoat_entry_get_n_actions (geoat_plan_get_entry (fixture->plan, 0)), ==, 2);
}

/* A round that was closed keeps its levels: the rows come without them. */
static void
test_closed_round (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatClipboardTable) table = parse ("One\t\t3\n");
  g_autoptr (GeoatPaste) paste = NULL;
  GDate today;

  plan_fixture_date (&today, "2025-02-01");
  geoat_history_close_round (fixture->history, &today);
  paste = geoat_paste_new_rows (fixture->plan, table, "1A", G_MAXUINT);
  g_assert_cmpuint (geoat_paste_get_problems (paste)->len, ==, 1);
  geoat_paste_apply (paste, fixture->history);
  assert_text (geoat_plan_get_entry (fixture->plan, 0), GEOAT_FIELD_INDICATOR, "One");
}

/* The wording that a closed round shows is copied as it is shown, and pasting does not change it.
 */
static void
test_kept_wording (Fixture *fixture, gconstpointer data)
{
  GeoatEntry *entry = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_1);
  GeoatRound *round = geoat_plan_get_last_round (fixture->plan);
  GeoatRowTarget rows[] = { { entry, NULL } };
  g_autoptr (GeoatClipboardTable) table = parse ("Other\tA law\n");
  g_autoptr (GeoatClipboardTable) copied = NULL;
  g_autoptr (GeoatPaste) paste = NULL;
  g_autofree char *before = g_strdup (geoat_entry_get_indicator (entry));
  g_autofree char *cells = NULL;
  GDate today;

  plan_fixture_date (&today, "2025-02-01");
  geoat_history_close_round (fixture->history, &today);
  paste = geoat_paste_new_cells (fixture->plan, table, rows, 1, 0, 0, 0, 1, NULL);
  g_assert_cmpuint (geoat_paste_get_problems (paste)->len, ==, 1);
  geoat_paste_apply (paste, fixture->history);
  assert_text (entry, GEOAT_FIELD_INDICATOR, before);
  assert_text (entry, GEOAT_FIELD_ALIGNMENT, "A law");

  geoat_history_set_text (fixture->history, GEOAT_ITEM (entry), GEOAT_FIELD_INDICATOR, "Later");
  copied = geoat_clipboard_table_copy (fixture->plan, round, rows, 1, 0, 0);
  cells = show (copied);
  g_assert_cmpstr (cells, ==, before);
}

static void
test_cells (Fixture *fixture, gconstpointer data)
{
  GeoatEntry *one = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_1);
  GeoatEntry *two = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_1);
  g_autoptr (GeoatAction) action = geoat_action_new_with_text ("a", "", "", "");
  g_autoptr (GeoatAction) another = geoat_action_new_with_text ("b", "", "", "");
  GeoatRowTarget rows[] = { { one, action }, { one, another }, { two, NULL } };
  g_autoptr (GeoatClipboardTable) table = parse ("4\tnow\tact\n\t\tact 2\n2\tthen\tact 3\nx\t\t\n");
  g_autoptr (GeoatPaste) paste = NULL;
  GeoatRound *round = geoat_plan_get_last_round (fixture->plan);
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  geoat_history_add_action (fixture->history, one, action, G_MAXUINT);
  geoat_history_add_action (fixture->history, one, another, G_MAXUINT);
  before = plan_fixture_dump (fixture->plan);

  paste = geoat_paste_new_cells (fixture->plan, table, rows, 3, 0, 2, 0, 2, NULL);
  g_assert_cmpuint (geoat_paste_get_n_entries (paste), ==, 0);
  g_assert_cmpuint (geoat_paste_get_n_actions (paste), ==, 1);
  g_assert_cmpuint (geoat_paste_get_problems (paste)->len, ==, 1);
  geoat_paste_apply (paste, fixture->history);

  g_assert_cmpint (geoat_entry_get_level (one, round), ==, GEOAT_LEVEL_4);
  assert_text (one, GEOAT_FIELD_CURRENT_ACTIVITIES, "now");
  assert_text (action, GEOAT_FIELD_ACTIVITY, "act");
  assert_text (another, GEOAT_FIELD_ACTIVITY, "act 2");
  g_assert_cmpint (geoat_entry_get_level (two, round), ==, GEOAT_LEVEL_2);
  assert_text (two, GEOAT_FIELD_CURRENT_ACTIVITIES, "then");
  assert_text (geoat_entry_get_action (two, 0), GEOAT_FIELD_ACTIVITY, "act 3");

  geoat_history_undo (fixture->history);
  after = plan_fixture_dump (fixture->plan);
  g_assert_cmpstr (after, ==, before);
}

/* One cell fills the selection. */
static void
test_fill (Fixture *fixture, gconstpointer data)
{
  GeoatEntry *one = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_1);
  GeoatEntry *two = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_NOT_ASSESSED);
  GeoatRowTarget rows[] = { { one, NULL }, { two, NULL } };
  g_autoptr (GeoatClipboardTable) table = parse ("N/A");
  g_autoptr (GeoatPaste) paste =
      geoat_paste_new_cells (fixture->plan, table, rows, 2, 0, 1, 1, 2, NULL);
  GeoatRound *round = geoat_plan_get_last_round (fixture->plan);

  geoat_paste_apply (paste, fixture->history);
  g_assert_cmpint (geoat_entry_get_level (one, round), ==, GEOAT_LEVEL_NOT_APPLICABLE);
  g_assert_cmpint (geoat_entry_get_level (two, round), ==, GEOAT_LEVEL_NOT_APPLICABLE);
  assert_text (one, GEOAT_FIELD_ALIGNMENT, "N/A");
  assert_text (two, GEOAT_FIELD_ALIGNMENT, "N/A");
}

/* Rows past the last one are new indicators, and one without columns 1 to 4 a new activity. */
static void
test_grow (Fixture *fixture, gconstpointer data)
{
  GeoatEntry *one = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_1);
  GeoatRowTarget rows[] = { { one, NULL } };
  g_autoptr (GeoatClipboardTable) table =
      parse ("here\t4\t\tact\n\t\t\tact 2\nnew\t3\t\tact 3\n\t\t\tact 4\nnewer\t\t\t\n");
  g_autoptr (GeoatPaste) paste = NULL;
  GeoatRound *round = geoat_plan_get_last_round (fixture->plan);
  g_autofree char *before = plan_fixture_dump (fixture->plan);
  g_autofree char *after = NULL;
  GeoatEntry *entry;

  paste = geoat_paste_new_cells (fixture->plan, table, rows, 1, 0, 1, 0, 1, "1A");
  g_assert_cmpuint (geoat_paste_get_problems (paste)->len, ==, 0);
  g_assert_cmpuint (geoat_paste_get_n_entries (paste), ==, 2);
  g_assert_cmpuint (geoat_paste_get_n_actions (paste), ==, 4);
  geoat_paste_apply (paste, fixture->history);

  assert_text (one, GEOAT_FIELD_ALIGNMENT, "here");
  g_assert_cmpuint (geoat_entry_get_n_actions (one), ==, 2);
  assert_text (geoat_entry_get_action (one, 1), GEOAT_FIELD_ACTIVITY, "act 2");
  entry = geoat_plan_get_entry (fixture->plan, 1);
  assert_text (entry, GEOAT_FIELD_ALIGNMENT, "new");
  g_assert_cmpint (geoat_entry_get_level (entry, round), ==, GEOAT_LEVEL_3);
  g_assert_cmpuint (geoat_entry_get_n_actions (entry), ==, 2);
  assert_text (geoat_entry_get_action (entry, 1), GEOAT_FIELD_ACTIVITY, "act 4");
  assert_text (geoat_plan_get_entry (fixture->plan, 2), GEOAT_FIELD_ALIGNMENT, "newer");

  geoat_history_undo (fixture->history);
  after = plan_fixture_dump (fixture->plan);
  g_assert_cmpstr (after, ==, before);
}

/* Below the last row there is nothing to replace. */
static void
test_grow_at_end (Fixture *fixture, gconstpointer data)
{
  GeoatEntry *one = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_1);
  GeoatRowTarget rows[] = { { one, NULL } };
  g_autoptr (GeoatClipboardTable) table = parse ("Act\tHR\nAct 2\tIT\n");
  g_autoptr (GeoatPaste) paste =
      geoat_paste_new_cells (fixture->plan, table, rows, 1, 1, 4, 1, 4, "1A");
  GeoatEntry *entry;

  geoat_paste_apply (paste, fixture->history);
  g_assert_cmpuint (geoat_entry_get_n_actions (one), ==, 0);
  g_assert_cmpuint (geoat_plan_get_n_entries (fixture->plan), ==, 2);
  entry = geoat_plan_get_entry (fixture->plan, 1);
  g_assert_cmpuint (geoat_entry_get_n_actions (entry), ==, 2);
  assert_text (geoat_entry_get_action (entry, 1), GEOAT_FIELD_UNITS, "IT");
}

/* Rows copied and pasted are the same rows, in the other key element. */
static void
test_copy (Fixture *fixture, gconstpointer data)
{
  GeoatEntry *one = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_0);
  GeoatEntry *two = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_NOT_APPLICABLE);
  g_autoptr (GeoatAction) action = geoat_action_new_with_text ("=a", "u\"", "t\t", "g\n");
  g_autoptr (GeoatAction) another = geoat_action_new_with_text ("b", "", "", "");
  GeoatRowTarget rows[] = { { one, action }, { one, another }, { two, NULL } };
  g_autoptr (GeoatClipboardTable) table = NULL;
  g_autoptr (GeoatClipboardTable) again = NULL;
  g_autoptr (GeoatPaste) paste = NULL;
  g_autofree char *text = NULL;
  GeoatRound *round = geoat_plan_get_last_round (fixture->plan);
  GeoatEntry *copy;

  geoat_history_add_action (fixture->history, one, action, G_MAXUINT);
  geoat_history_add_action (fixture->history, one, another, G_MAXUINT);

  table = geoat_clipboard_table_copy (fixture->plan, round, rows, 3, 0, 7);
  text = geoat_clipboard_table_to_text (table);
  g_assert_cmpstr (text, ==,
                   "An indicator\t\t0\t\t'=a\t\"u\"\"\"\t\"t\t\"\t\"g\n\"\n"
                   "\t\t\t\tb\t\t\t\n"
                   "An indicator\t\tN/A\t\t\t\t\t\n");

  again = parse (text);
  paste = geoat_paste_new_rows (fixture->plan, again, "6C", G_MAXUINT);
  g_assert_cmpuint (geoat_paste_get_problems (paste)->len, ==, 0);
  geoat_paste_apply (paste, fixture->history);
  copy = geoat_paste_get_entries (paste)->pdata[0];
  assert_text (copy, GEOAT_FIELD_KEY_ELEMENT, "6C");
  g_assert_cmpint (geoat_entry_get_level (copy, round), ==, GEOAT_LEVEL_0);
  g_assert_cmpuint (geoat_entry_get_n_actions (copy), ==, 2);
  for (GeoatField field = GEOAT_FIELD_ACTIVITY; field <= GEOAT_FIELD_PROGRESS; field++)
    if (geoat_field_is_text (field))
      assert_text (geoat_entry_get_action (copy, 0), field,
                   geoat_item_get_text (GEOAT_ITEM (action), field));
  copy = geoat_paste_get_entries (paste)->pdata[1];
  g_assert_cmpint (geoat_entry_get_level (copy, round), ==, GEOAT_LEVEL_NOT_APPLICABLE);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/clipboard-table/parse", test_parse);
  g_test_add_func ("/clipboard-table/refused", test_refused);
  g_test_add_func ("/clipboard-table/round-trip", test_round_trip);
  g_test_add_func ("/clipboard-table/level", test_level);
#define ADD(name, function)                                                                        \
  g_test_add ("/clipboard-table/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("grow", test_grow);
  ADD ("grow-at-end", test_grow_at_end);
  ADD ("rows", test_rows);
  ADD ("rows-with-problems", test_rows_with_problems);
  ADD ("closed-round", test_closed_round);
  ADD ("kept-wording", test_kept_wording);
  ADD ("cells", test_cells);
  ADD ("fill", test_fill);
  ADD ("copy", test_copy);
#undef ADD

  return g_test_run ();
}
