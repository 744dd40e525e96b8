/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The history: nothing that was written may get lost by undoing and redoing. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include "geoat-plan-reader.h"
#include "geoat-plan-writer.h"
#include "plan-fixture.h"

typedef struct
{
  GeoatPlan *plan;
  GeoatHistory *history;
  GeoatEntry *entry;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = plan_fixture_new ();
  fixture->history = geoat_history_new (fixture->plan);
  fixture->entry = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_2);
  geoat_history_mark_saved (fixture->history);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->plan);
}

static guint
count_undos (GeoatHistory *history)
{
  guint n = 0;

  while (geoat_history_can_undo (history))
    {
      geoat_history_undo (history);
      n++;
    }
  for (guint i = 0; i < n; i++)
    geoat_history_redo (history);

  return n;
}

/* Undo steps must be what a person feels to be one edit. Each case is what the field holds after
 * each edit; `|` stands for leaving the field. */
static void
test_merging (void)
{
  static const struct
  {
    const char *name;
    const char *states[12];
    guint n_steps;
  } cases[] = {
    { "typing", { "a", "ab", "abc" }, 1 },
    { "typing in the middle", { "hello you|", "hello, you", "hello,  you", "hello, d you" }, 2 },
    { "typing before the same letter", { "ll|", "all", "alll" }, 2 },
    { "the same letter again and again", { "aa|", "aaa", "aaaa", "aaaaa" }, 2 },
    { "several bytes a letter", { "é", "éà", "éà中", "éà中👩" }, 1 },
    { "a line break begins a step", { "a", "ab", "ab\n", "ab\nc", "ab\ncd" }, 2 },
    { "leaving the field", { "a", "ab|", "abc" }, 2 },
    { "the cursor elsewhere", { "xyz|", "xyza", "bxyza" }, 3 },
    { "a paste is a step", { "a", "ab pasted", "ab pastedc" }, 3 },
    { "typing after a paste", { "pasted", "pasteda", "pastedab" }, 2 },
    { "backspace", { "abcd|", "abc", "ab", "a", "" }, 2 },
    { "delete", { "abcd|", "bcd", "cd", "d" }, 2 },
    { "both ways", { "abcd|", "abd", "ad" }, 2 },
    { "taking out elsewhere", { "abcdef|", "bcdef", "bcde" }, 3 },
    { "taking a line break out", { "ab\ncd|", "ab\nc", "ab\n", "ab", "a" }, 3 },
    { "typing, then backspace", { "a", "ab", "a" }, 2 },
    { "a word at once", { "one two|", "one ", "on" }, 3 },
    { "the same again", { "a", "a", "a" }, 1 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    for (guint reason = 0; reason < 2; reason++)
      {
        g_autoptr (GeoatPlan) plan = plan_fixture_new ();
        g_autoptr (GeoatHistory) history = geoat_history_new (plan);
        GeoatEntry *entry = plan_fixture_add (history, "1A", GEOAT_LEVEL_2);
        guint n_before = count_undos (history);
        g_autofree char *last = NULL;
        g_autofree char *after = NULL;

        for (guint j = 0; j < G_N_ELEMENTS (cases[i].states) && cases[i].states[j] != NULL; j++)
          {
            g_autofree char *text = g_strdup (cases[i].states[j]);
            gboolean leaves = g_str_has_suffix (text, "|");

            if (leaves)
              text[strlen (text) - 1] = '\0';
            if (reason)
              geoat_history_set_reason (history, entry, text);
            else
              geoat_history_set_text (history, GEOAT_ITEM (entry), GEOAT_FIELD_CURRENT_ACTIVITIES,
                                      text);
            if (leaves)
              geoat_history_break (history);
          }

        g_test_message ("%s, %s", cases[i].name, reason ? "reason" : "text");
        last = plan_fixture_dump (plan);
        g_assert_cmpuint (count_undos (history) - n_before, ==, cases[i].n_steps);
        after = plan_fixture_dump (plan);
        g_assert_cmpstr (after, ==, last);

        for (guint j = 0; j < cases[i].n_steps; j++)
          geoat_history_undo (history);
        g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (entry), GEOAT_FIELD_CURRENT_ACTIVITIES),
                         ==, "");
        g_assert_cmpstr (geoat_rating_get_reason (
                             geoat_entry_get_rating (entry, geoat_plan_get_last_round (plan))),
                         ==, "");
      }
}

/* Typing over a text, as in a cell of a table, or over a part of it is one step, whatever the texts
 * have in common. */
static void
test_retyping (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *old_text;
    const char *states[8];
    guint n_steps;
    gsize head, tail; /* what stays, in bytes */
  } cases[] = {
    { "1 of 7", { "9", "9 ", "9 o", "9 of", "9 of ", "9 of 7" }, 1 },
    { "1 of 7", { "", "9", "9 ", "9 o" }, 1 },
    { "abc", { "c", "cb", "cba" }, 1 },
    { "abc", { "a", "ab" }, 1 },
    { "é", { "é", "éa" }, 1 },
    { "abc", { "x", "xy", "axy" }, 2 },
    { "abc", { "x", "x\n", "x\na" }, 2 },
    { "abc", { "x", "xy|", "xyz" }, 2 },
    { "abc", { "pasted", "pasteda", "pastedab" }, 2 },
    /* over a part of it, also when what is typed is like what was there or is beside it */
    { "1 of 7", { "1 i 7", "1 in 7" }, 1, 2, 2 },
    { "1 of 7", { "1  7", "1 i 7", "1 in 7" }, 1, 2, 2 },
    { "a xab b", { "a a b", "a ab b" }, 1, 2, 2 },
    { "axb", { "ab", "abc" }, 1, 1, 0 },
    { "axbb", { "abb", "abcb" }, 1, 1, 1 },
    { "été à", { "ée à", "éet à" }, 1, 2, 3 },
    { "1 of 7", { "1 i 7", "1 i 79" }, 2, 2, 2 },
    { "1 of 7", { "1 i 7", "1 i\n 7" }, 2, 2, 2 },
    { "1 of 7", { "1 pasted 7", "1 pasteds 7" }, 2, 2, 2 },
    { "abcdef", { "abef", "aef" }, 1, 2, 2 },
  };
  GeoatItem *entry = GEOAT_ITEM (fixture->entry);

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      guint n_before;

      geoat_history_set_text (fixture->history, entry, GEOAT_FIELD_ALIGNMENT, cases[i].old_text);
      n_before = count_undos (fixture->history);
      geoat_history_retype (fixture->history, cases[i].head, cases[i].tail);
      for (guint j = 0; cases[i].states[j] != NULL; j++)
        {
          g_autofree char *text = g_strdup (cases[i].states[j]);
          gboolean leaves = g_str_has_suffix (text, "|");

          if (leaves)
            text[strlen (text) - 1] = '\0';
          geoat_history_set_text (fixture->history, entry, GEOAT_FIELD_ALIGNMENT, text);
          if (leaves)
            geoat_history_break (fixture->history);
        }
      g_test_message ("%s", cases[i].states[0]);
      g_assert_cmpuint (count_undos (fixture->history) - n_before, ==, cases[i].n_steps);
      for (guint j = 0; j < cases[i].n_steps; j++)
        geoat_history_undo (fixture->history);
      g_assert_cmpstr (geoat_item_get_text (entry, GEOAT_FIELD_ALIGNMENT), ==, cases[i].old_text);
    }
}

/* What was made for the text that is typed goes and comes back with it. */
static void
test_retyping_in_group (Fixture *fixture, gconstpointer data)
{
  static const char *const states[] = { "9 ", "9 o", "9 of" };
  g_autoptr (GeoatAction) action = geoat_action_new ();
  g_autofree char *before = plan_fixture_dump (fixture->plan);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  geoat_history_begin (fixture->history, "Add Activity");
  geoat_history_add_action (fixture->history, fixture->entry, action, G_MAXUINT);
  geoat_history_retype (fixture->history, 0, 0);
  geoat_history_set_text (fixture->history, GEOAT_ITEM (action), GEOAT_FIELD_TARGETS, "9");
  geoat_history_end (fixture->history);
  for (guint i = 0; i < G_N_ELEMENTS (states); i++)
    geoat_history_set_text (fixture->history, GEOAT_ITEM (action), GEOAT_FIELD_TARGETS, states[i]);
  after = plan_fixture_dump (fixture->plan);

  geoat_history_undo (fixture->history);
  undone = plan_fixture_dump (fixture->plan);
  g_assert_cmpstr (undone, ==, before);
  geoat_history_redo (fixture->history);
  redone = plan_fixture_dump (fixture->plan);
  g_assert_cmpstr (redone, ==, after);
}

/* Typing in two places, or with something in between, is never one step. */
static void
test_no_merging (Fixture *fixture, gconstpointer data)
{
  GeoatItem *item = GEOAT_ITEM (fixture->entry);
  guint n = count_undos (fixture->history);

  geoat_history_set_text (fixture->history, item, GEOAT_FIELD_NOTES, "a");
  geoat_history_set_text (fixture->history, item, GEOAT_FIELD_ALIGNMENT, "b");
  geoat_history_set_text (fixture->history, item, GEOAT_FIELD_NOTES, "ab");
  g_assert_cmpuint (count_undos (fixture->history), ==, n + 3);

  /* count_undos() ended the merging, as undo and redo do. */
  geoat_history_set_text (fixture->history, item, GEOAT_FIELD_NOTES, "abc");
  geoat_history_set_level (fixture->history, fixture->entry, GEOAT_LEVEL_5);
  geoat_history_set_text (fixture->history, item, GEOAT_FIELD_NOTES, "abcd");
  geoat_history_mark_saved (fixture->history);
  geoat_history_set_text (fixture->history, item, GEOAT_FIELD_NOTES, "abcde");
  g_assert_true (geoat_history_get_modified (fixture->history));
  geoat_history_undo (fixture->history);
  g_assert_false (geoat_history_get_modified (fixture->history));
  g_assert_cmpstr (geoat_item_get_text (item, GEOAT_FIELD_NOTES), ==, "abcd");
  g_assert_cmpuint (count_undos (fixture->history), ==, n + 6);

  /* A date is chosen, not typed. */
  geoat_history_set_text (fixture->history, GEOAT_ITEM (fixture->plan), GEOAT_FIELD_TARGETS_BY,
                          "2025-01-01");
  geoat_history_set_text (fixture->history, GEOAT_ITEM (fixture->plan), GEOAT_FIELD_TARGETS_BY,
                          "2025-01-02");
  g_assert_cmpuint (count_undos (fixture->history), ==, n + 8);
}

/* The question at closing must come exactly when something would be lost. */
static void
test_modified (Fixture *fixture, gconstpointer data)
{
  GeoatHistory *history = fixture->history;
  GeoatItem *item = GEOAT_ITEM (fixture->plan);
  guint64 state;

  g_assert_false (geoat_history_get_modified (history));
  geoat_history_set_text (history, item, GEOAT_FIELD_TITLE, "New");
  g_assert_true (geoat_history_get_modified (history));
  geoat_history_undo (history);
  g_assert_false (geoat_history_get_modified (history));
  geoat_history_redo (history);
  g_assert_true (geoat_history_get_modified (history));

  /* Saving takes a while, and typing goes on. */
  geoat_history_set_text (history, item, GEOAT_FIELD_COUNTRY, "V");
  state = geoat_history_get_state (history);
  geoat_history_set_text (history, item, GEOAT_FIELD_COUNTRY, "Va");
  geoat_history_mark_saved_state (history, state);
  g_assert_true (geoat_history_get_modified (history));

  /* Undone back past what was saved, then something else: the saved state is out of reach. */
  geoat_history_mark_saved (history);
  geoat_history_undo (history);
  g_assert_true (geoat_history_get_modified (history));
  geoat_history_set_text (history, item, GEOAT_FIELD_COUNTRY, "Valmara");
  geoat_history_undo (history);
  g_assert_true (geoat_history_get_modified (history));

  /* Setting what is there already is no change. */
  geoat_history_mark_saved (history);
  geoat_history_set_text (history, item, GEOAT_FIELD_TITLE, "New");
  geoat_history_set_level (history, fixture->entry, GEOAT_LEVEL_2);
  geoat_history_set_number (history, item, GEOAT_FIELD_FISCAL_YEAR_START, 0);
  geoat_history_set_principle_target (history, 0, GEOAT_LEVEL_NOT_ASSESSED);
  geoat_history_move_entry (history, fixture->entry, 0);
  geoat_history_move_entry_to (history, fixture->entry, "1A");
  geoat_history_begin (history, "Nothing");
  geoat_history_end (history);
  g_assert_false (geoat_history_get_modified (history));
  g_assert_true (geoat_history_can_redo (history));
}

static void
test_groups (Fixture *fixture, gconstpointer data)
{
  GeoatHistory *history = fixture->history;
  g_autofree char *before = plan_fixture_dump (fixture->plan);
  g_autofree char *after = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  geoat_history_begin (history, "Outer");
  geoat_history_set_text (history, GEOAT_ITEM (fixture->entry), GEOAT_FIELD_NOTES, "a");
  g_assert_true (geoat_history_get_modified (history));
  g_assert_false (geoat_history_can_undo (history));
  geoat_history_undo (history);
  geoat_history_begin (history, "Inner");
  geoat_history_duplicate_entry (history, fixture->entry);
  geoat_history_set_level (history, fixture->entry, GEOAT_LEVEL_NOT_APPLICABLE);
  geoat_history_end (history);
  geoat_history_remove_entry (history, fixture->entry);
  geoat_history_end (history);

  after = plan_fixture_dump (fixture->plan);
  g_assert_cmpstr (geoat_history_get_undo_name (history), ==, "Outer");
  geoat_history_undo (history);
  undone = plan_fixture_dump (fixture->plan);
  g_assert_cmpstr (undone, ==, before);
  g_assert_cmpstr (geoat_history_get_redo_name (history), ==, "Outer");
  geoat_history_redo (history);
  redone = plan_fixture_dump (fixture->plan);
  g_assert_cmpstr (redone, ==, after);
}

static void
count_cb (guint *count)
{
  (*count)++;
}

/* A view that is told too often is slow, one that is not told is wrong. */
static void
test_signals (Fixture *fixture, gconstpointer data)
{
  GeoatHistory *history = fixture->history;
  GeoatItem *item = GEOAT_ITEM (fixture->entry);
  guint notes = 0;
  guint other = 0;
  guint rating = 0;
  guint changed = 0;
  guint items = 0;
  guint can_undo = 0;
  guint can_redo = 0;
  guint undo_name = 0;
  guint modified = 0;

  g_signal_connect_swapped (item, "notify::notes", G_CALLBACK (count_cb), &notes);
  g_signal_connect_swapped (item, "notify::alignment", G_CALLBACK (count_cb), &other);
  g_signal_connect_swapped (item, "rating-changed", G_CALLBACK (count_cb), &rating);
  g_signal_connect_swapped (fixture->plan, "changed", G_CALLBACK (count_cb), &changed);
  g_signal_connect_swapped (geoat_plan_get_entries (fixture->plan), "items-changed",
                            G_CALLBACK (count_cb), &items);
  g_signal_connect_swapped (history, "notify::can-undo", G_CALLBACK (count_cb), &can_undo);
  g_signal_connect_swapped (history, "notify::can-redo", G_CALLBACK (count_cb), &can_redo);
  g_signal_connect_swapped (history, "notify::undo-name", G_CALLBACK (count_cb), &undo_name);
  g_signal_connect_swapped (history, "notify::modified", G_CALLBACK (count_cb), &modified);

  geoat_history_set_text (history, item, GEOAT_FIELD_NOTES, "a");
  geoat_history_set_text (history, item, GEOAT_FIELD_NOTES, "ab");
  geoat_history_set_text (history, item, GEOAT_FIELD_NOTES, "ab");
  g_assert_cmpuint (notes, ==, 2);
  g_assert_cmpuint (changed, ==, 2);
  g_assert_cmpuint (modified, ==, 1);
  g_assert_cmpuint (undo_name, ==, 1);
  g_assert_cmpuint (can_undo, ==, 0);

  geoat_history_set_level (history, fixture->entry, GEOAT_LEVEL_4);
  geoat_history_set_level (history, fixture->entry, GEOAT_LEVEL_4);
  g_assert_cmpuint (rating, ==, 1);
  g_assert_cmpuint (changed, ==, 3);

  geoat_history_undo (history);
  g_assert_cmpuint (rating, ==, 2);
  g_assert_cmpuint (can_redo, ==, 1);
  geoat_history_undo (history);
  g_assert_cmpuint (notes, ==, 3);
  g_assert_cmpuint (modified, ==, 2);

  plan_fixture_add (history, "1A", GEOAT_LEVEL_NOT_ASSESSED);
  g_assert_cmpuint (items, ==, 1);
  geoat_history_move_entry (history, fixture->entry, 1);
  g_assert_cmpuint (items, ==, 3);
  g_assert_cmpuint (other, ==, 0);

  while (geoat_history_can_undo (history))
    geoat_history_undo (history);
  g_assert_cmpuint (can_undo, ==, 1);

  g_signal_handlers_disconnect_by_func (item, count_cb, &notes);
  g_signal_handlers_disconnect_by_func (item, count_cb, &other);
  g_signal_handlers_disconnect_by_func (item, count_cb, &rating);
  geoat_history_redo (history);
}

typedef struct
{
  GeoatItem *item;
  int field;
  gboolean undo;
  guint n;
} Applied;

static void
applied_cb (GeoatHistory *history, GeoatItem *item, int field, gboolean undo, Applied *applied)
{
  applied->item = item;
  applied->field = field;
  applied->undo = undo;
  applied->n++;
}

/* After Ctrl+Z the page goes to what has changed. */
static void
test_applied (Fixture *fixture, gconstpointer data)
{
  GeoatHistory *history = fixture->history;
  Applied applied = { 0 };
  GeoatRound *round;
  GDate today;

  plan_fixture_date (&today, "2025-01-15");
  g_signal_connect (history, "applied", G_CALLBACK (applied_cb), &applied);

  geoat_history_set_text (history, GEOAT_ITEM (fixture->entry), GEOAT_FIELD_NOTES, "Note");
  g_assert_cmpuint (applied.n, ==, 0);
  geoat_history_undo (history);
  g_assert_true (applied.item == GEOAT_ITEM (fixture->entry));
  g_assert_cmpint (applied.field, ==, GEOAT_FIELD_NOTES);
  g_assert_true (applied.undo);

  geoat_history_redo (history);
  g_assert_false (applied.undo);
  g_assert_cmpuint (applied.n, ==, 2);

  round = geoat_history_open_round (history, "Review", &today);
  geoat_history_undo (history);
  g_assert_true (applied.item == GEOAT_ITEM (round));
  geoat_history_redo (history);
  g_assert_true (applied.item == GEOAT_ITEM (round));
}

static void
test_places (Fixture *fixture, gconstpointer data)
{
  GeoatHistory *history = fixture->history;
  GeoatEntry *late = plan_fixture_add (history, "3A", GEOAT_LEVEL_NOT_ASSESSED);
  GeoatEntry *same = plan_fixture_add (history, "1A", GEOAT_LEVEL_NOT_ASSESSED);
  GeoatEntry *between = plan_fixture_add (history, "2B", GEOAT_LEVEL_NOT_ASSESSED);
  GeoatEntry *copy = geoat_history_duplicate_entry (history, fixture->entry);
  GeoatEntry *const expected[] = { fixture->entry, copy, same, between, late };

  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    g_assert_true (geoat_plan_get_entry (fixture->plan, i) == expected[i]);

  geoat_history_move_entry_to (history, fixture->entry, "3A");
  g_assert_true (geoat_plan_get_entry (fixture->plan, 4) == fixture->entry);
  g_assert_cmpstr (geoat_entry_get_key_element (fixture->entry), ==, "3A");
  geoat_history_undo (history);
  g_assert_true (geoat_plan_get_entry (fixture->plan, 0) == fixture->entry);
  g_assert_cmpstr (geoat_entry_get_key_element (fixture->entry), ==, "1A");
}

static void
test_actions (Fixture *fixture, gconstpointer data)
{
  GeoatHistory *history = fixture->history;
  GeoatEntry *other = plan_fixture_add (history, "1B", GEOAT_LEVEL_NOT_ASSESSED);
  g_autoptr (GeoatAction) one = geoat_action_new_with_text ("One", NULL, NULL, NULL);
  g_autoptr (GeoatAction) two = geoat_action_new_with_text ("Two", NULL, NULL, NULL);
  GeoatAction *copy;

  geoat_history_add_action (history, fixture->entry, one, G_MAXUINT);
  geoat_history_add_action (history, fixture->entry, two, 0);
  copy = geoat_history_duplicate_action (history, two);
  g_assert_true (geoat_entry_get_action (fixture->entry, 0) == two);
  g_assert_true (geoat_entry_get_action (fixture->entry, 1) == copy);
  g_assert_true (geoat_entry_get_action (fixture->entry, 2) == one);
  g_assert_null (geoat_entry_get_action (fixture->entry, 3));

  geoat_history_move_action (history, two, fixture->entry, G_MAXUINT);
  g_assert_true (geoat_entry_get_action (fixture->entry, 2) == two);
  geoat_history_move_action (history, two, other, 0);
  g_assert_true (geoat_item_get_owner (GEOAT_ITEM (two)) == GEOAT_ITEM (other));
  geoat_history_remove_action (history, two);
  g_assert_null (geoat_item_get_owner (GEOAT_ITEM (two)));

  for (guint i = 0; i < 3; i++)
    geoat_history_undo (history);
  g_assert_true (geoat_entry_get_action (fixture->entry, 0) == two);
  g_assert_cmpuint (geoat_entry_get_n_actions (other), ==, 0);
}

/* Thousands of edits, undone one by one and redone, by everything that the history can do. */
static void
test_random (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  g_autoptr (GPtrArray) dumps = g_ptr_array_new_with_free_func (g_free);
  guint64 state = geoat_history_get_state (history);
  guint n_steps = 0;

  g_ptr_array_add (dumps, plan_fixture_dump (plan));
  for (guint i = 0; i < 1200; i++)
    {
      char *dump;

      plan_fixture_edit_at_random (history, random);
      if (geoat_history_get_state (history) == state)
        continue;

      /* Each edit is a step of its own here. */
      state = geoat_history_get_state (history);
      geoat_history_break (history);
      dump = plan_fixture_dump (plan);
      g_assert_cmpstr (dump, !=, dumps->pdata[n_steps]);
      g_ptr_array_add (dumps, dump);
      n_steps++;
    }
  g_assert_cmpuint (n_steps, >, 500);

  for (guint i = n_steps; i > 0; i--)
    {
      g_autofree char *dump = NULL;

      geoat_history_undo (history);
      dump = plan_fixture_dump (plan);
      g_assert_cmpstr (dump, ==, dumps->pdata[i - 1]);
    }
  g_assert_false (geoat_history_can_undo (history));
  g_assert_false (geoat_history_get_modified (history));

  for (guint i = 1; i <= n_steps; i++)
    {
      g_autofree char *dump = NULL;

      geoat_history_redo (history);
      dump = plan_fixture_dump (plan);
      g_assert_cmpstr (dump, ==, dumps->pdata[i]);
    }
  g_assert_false (geoat_history_can_redo (history));
}

/* Whatever was edited can be saved, opened again, and is the same. */
static void
assert_readable (GeoatPlan *plan)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = geoat_plan_to_bytes (plan);
  g_autoptr (GeoatPlan) read = geoat_plan_read (bytes, &error);
  g_autofree char *dump = plan_fixture_dump (plan);
  g_autofree char *read_dump = NULL;

  g_assert_no_error (error);
  read_dump = plan_fixture_dump (read);
  g_assert_cmpstr (read_dump, ==, dump);
}

/* The same with merging left on, and undo and redo in between. */
static void
test_random_merging (gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (GPOINTER_TO_UINT (data));
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  g_autofree char *start = plan_fixture_dump (plan);
  g_autofree char *end = NULL;
  g_autofree char *undone = NULL;
  g_autofree char *redone = NULL;

  for (guint i = 0; i < 4000; i++)
    {
      int choice = g_rand_int_range (random, 0, 20);

      if (choice == 0)
        geoat_history_undo (history);
      else if (choice == 1)
        geoat_history_redo (history);
      else
        plan_fixture_edit_at_random (history, random);

      if (i % 100 == 0)
        assert_readable (plan);
    }
  while (geoat_history_can_redo (history))
    geoat_history_redo (history);

  end = plan_fixture_dump (plan);
  while (geoat_history_can_undo (history))
    geoat_history_undo (history);
  undone = plan_fixture_dump (plan);
  g_assert_cmpstr (undone, ==, start);
  while (geoat_history_can_redo (history))
    geoat_history_redo (history);
  redone = plan_fixture_dump (plan);
  g_assert_cmpstr (redone, ==, end);
}

/* Setting an action to done writes down the day; taking it back takes the day away, and each is one
 * step of undo. */
static void
test_status (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  g_autoptr (GeoatAction) action = geoat_action_new_with_text ("Train", "", "", "");
  GeoatItem *item = GEOAT_ITEM (action);
  GDate today;

  plan_fixture_date (&today, "2025-06-15");
  geoat_history_add_action (history, plan_fixture_add (history, "1A", GEOAT_LEVEL_1), action, 0);

  geoat_history_set_status (history, action, GEOAT_STATUS_DONE, &today);
  g_assert_cmpint (geoat_action_get_status (action), ==, GEOAT_STATUS_DONE);
  g_assert_cmpstr (geoat_item_get_text (item, GEOAT_FIELD_COMPLETED), ==, "2025-06-15");

  geoat_history_set_status (history, action, GEOAT_STATUS_IN_PROGRESS, &today);
  g_assert_cmpstr (geoat_item_get_text (item, GEOAT_FIELD_COMPLETED), ==, "");

  geoat_history_undo (history);
  g_assert_cmpint (geoat_action_get_status (action), ==, GEOAT_STATUS_DONE);
  g_assert_cmpstr (geoat_item_get_text (item, GEOAT_FIELD_COMPLETED), ==, "2025-06-15");

  geoat_history_undo (history);
  g_assert_cmpint (geoat_action_get_status (action), ==, GEOAT_STATUS_PLANNED);
  g_assert_cmpstr (geoat_item_get_text (item, GEOAT_FIELD_COMPLETED), ==, "");
}

/* What is cancelled is as if it had never been done: nothing to undo, nothing to redo, and the plan
 * is as saved as it was before. */
static void
test_cancel (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  g_autoptr (GeoatAction) action = geoat_action_new ();
  GeoatEntry *entry = plan_fixture_add (history, "1A", GEOAT_LEVEL_1);
  g_autofree char *before = plan_fixture_dump (plan);
  g_autofree char *after = NULL;
  g_autofree char *name = g_strdup (geoat_history_get_undo_name (history));
  guint64 state = geoat_history_get_state (history);

  geoat_history_mark_saved (history);
  geoat_history_cancel (history, state);
  g_assert_cmpuint (geoat_history_get_state (history), ==, state);

  geoat_history_set_text (history, GEOAT_ITEM (entry), GEOAT_FIELD_NOTES, "a");
  geoat_history_set_text (history, GEOAT_ITEM (entry), GEOAT_FIELD_NOTES, "ab");
  geoat_history_add_action (history, entry, action, 0);
  geoat_history_set_level (history, entry, GEOAT_LEVEL_4);
  geoat_history_undo (history);
  geoat_history_cancel (history, state);

  after = plan_fixture_dump (plan);
  g_assert_cmpstr (after, ==, before);
  g_assert_cmpstr (geoat_history_get_undo_name (history), ==, name);
  g_assert_false (geoat_history_can_redo (history));
  g_assert_false (geoat_history_get_modified (history));

  /* a state that was undone is not behind the present one */
  geoat_history_set_level (history, entry, GEOAT_LEVEL_5);
  state = geoat_history_get_state (history);
  geoat_history_undo (history);
  geoat_history_cancel (history, state);
  g_assert_true (geoat_history_can_redo (history));
}

/* All starter indicators are one step, and stand behind what is there already. */
static void
test_starters (Fixture *fixture, gconstpointer data)
{
  GeoatFramework *framework = geoat_plan_get_framework (fixture->plan);
  g_autofree char *before = plan_fixture_dump (fixture->plan);
  g_autofree char *after = NULL;
  guint n_steps = count_undos (fixture->history);
  guint n_entries = 1;

  for (guint i = 0; i < geoat_framework_get_n_key_elements (framework); i++)
    n_entries += geoat_framework_get_n_indicators (framework, i);
  geoat_history_add_starters (fixture->history);
  g_assert_cmpuint (geoat_plan_get_n_entries (fixture->plan), ==, n_entries);
  g_assert_true (geoat_plan_get_entry (fixture->plan, 0) == fixture->entry);
  g_assert_cmpuint (count_undos (fixture->history), ==, n_steps + 1);

  geoat_history_undo (fixture->history);
  after = plan_fixture_dump (fixture->plan);
  g_assert_cmpstr (after, ==, before);
}

/* Where a new entry of a key element belongs, by looking at all: behind the last of those that are
 * nearest to it, but not after it in the framework. */
static guint
find_place (GeoatPlan *plan, int key_element)
{
  int nearest = -1;
  guint place = 0;

  for (guint i = 0; i < geoat_plan_get_n_entries (plan); i++)
    {
      int other = geoat_framework_find_key_element (
          geoat_plan_get_framework (plan),
          geoat_entry_get_key_element (geoat_plan_get_entry (plan, i)));

      if (other < nearest || other > key_element)
        continue;
      nearest = other;
      place = i + 1;
    }
  return place;
}

/* A new entry goes to its place whatever has happened to the others before. */
static void
test_place (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (5);
  GeoatFramework *framework = geoat_plan_get_framework (fixture->plan);

  for (guint i = 0; i < 1000; i++)
    {
      guint key_element = (guint) g_rand_int_range (
          random, 0, (int) geoat_framework_get_n_key_elements (framework));
      g_autoptr (GeoatEntry) entry =
          geoat_entry_new (geoat_framework_get_key_element_id (framework, key_element), "", "new");
      guint place;

      if (g_rand_boolean (random))
        plan_fixture_edit_at_random (fixture->history, random);
      else if (g_rand_boolean (random) && geoat_history_can_undo (fixture->history))
        geoat_history_undo (fixture->history);
      place = find_place (fixture->plan, (int) key_element);
      geoat_history_add_entry (fixture->history, entry, G_MAXUINT);
      g_assert_true (geoat_plan_get_entry (fixture->plan, place) == entry);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/history/merging", test_merging);
#define ADD(path, function) g_test_add (path, Fixture, NULL, set_up, function, tear_down)
  ADD ("/history/retyping", test_retyping);
  ADD ("/history/retyping-in-group", test_retyping_in_group);
  ADD ("/history/no-merging", test_no_merging);
  ADD ("/history/modified", test_modified);
  ADD ("/history/groups", test_groups);
  ADD ("/history/signals", test_signals);
  ADD ("/history/applied", test_applied);
  ADD ("/history/places", test_places);
  ADD ("/history/actions", test_actions);
  ADD ("/history/starters", test_starters);
  ADD ("/history/place", test_place);
#undef ADD
  for (guint seed = 1; seed <= 3; seed++)
    {
      g_autofree char *path = g_strdup_printf ("/history/random/%u", seed);
      g_autofree char *merging_path = g_strdup_printf ("/history/random-merging/%u", seed);

      g_test_add_data_func (path, GUINT_TO_POINTER (seed), test_random);
      g_test_add_data_func (merging_path, GUINT_TO_POINTER (seed), test_random_merging);
    }
  g_test_add_func ("/history/cancel", test_cancel);
  g_test_add_func ("/history/status", test_status);

  return g_test_run ();
}
