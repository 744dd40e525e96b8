/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finding: a person who types a word finds it, however it is written. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include <string.h>

#include "geoat-find.h"
#include "plan-fixture.h"

typedef struct
{
  GeoatPlan *plan;
  GeoatHistory *history;
  GeoatEntry *entry;
  GeoatFind *find;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  fixture->plan = plan_fixture_new ();
  fixture->history = geoat_history_new (fixture->plan);
  fixture->entry = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_2);
  fixture->find = geoat_find_new (fixture->plan);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_assert_finalize_object (fixture->find);
  g_assert_finalize_object (fixture->history);
  g_assert_finalize_object (fixture->plan);
}

static void
write_text (Fixture *fixture, GeoatField field, const char *text)
{
  geoat_history_set_text (fixture->history, GEOAT_ITEM (fixture->entry), field, text);
}

static GeoatMatch *
get_match (Fixture *fixture, guint position)
{
  return g_list_model_get_item (G_LIST_MODEL (fixture->find), position);
}

/* What is found, with `|` around each place: in the indicator of an entry. */
static void
test_folding (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *text;
    const char *wanted;
    const char *found;
  } cases[] = {
    { "Gender policy", "GENDER", "|Gender| policy" },
    { "égalité, Égalité, e\u0301galite\u0301", "egalite",
      "|égalité|, |Égalité|, |e\u0301galite\u0301|" },
    { "egalite", "égalité", "|egalite|" },
    { "Straße STRASSE", "strasse", "|Straße| |STRASSE|" },
    { "Fuß", "s", "Fu|ß|" },
    { "ΟΔΟΣ οδός", "οδος", "|ΟΔΟΣ| |οδός|" },
    { "İstanbul ISTANBUL ılık", "i", "|İ|stanbul |I|STANBUL |ı|l|ı|k" },
    { "Søren Łódź Œuvre", "soren", "|Søren| Łódź Œuvre" },
    { "Søren Łódź Œuvre", "lodz", "Søren |Łódź| Œuvre" },
    { "Søren Łódź Œuvre", "oeuvre", "Søren Łódź |Œuvre|" },
    { "المُساواة بين الجنسين", "المساواه", "|المُساواة| بين الجنسين" },
    { "أحمد إبراهيم آمال ٱسم", "ا", "|أ|حمد |إ|بر|ا|هيم |آ|م|ا|ل |ٱ|سم" },
    { "الجمـــارك", "الجمارك", "|الجمـــارك|" },
    { "على", "علي", "|على|" },
    { "عام ٢٠٢٥", "2025", "عام |٢٠٢٥|" },
    { "ﬁnance", "f", "|ﬁ|nance" },
    { "ﬁnance", "finance", "|ﬁnance|" },
    { "l’égalité", "l'egalite", "|l’égalité|" },
    { "2024–2025", "2024-2025", "|2024–2025|" },
    { "human\nresources", "human resources", "|human\nresources|" },
    { "human\u00a0resources", "human resources", "|human\u00a0resources|" },
    { "co\u00adoperation", "cooperation", "|co\u00adoperation|" },
    { "男女平等", "平等", "男女|平等|" },
    { "aaaaa", "aa", "|aa||aa|a" },
    { "nothing here", "thing", "no|thing| here" },
    { "nothing here", "nothing here at all", "nothing here" },
    { "🏳️‍🌈 flag", "flag", "🏳️‍🌈 |flag|" },
    { "text", "\u0301", "text" },
    { "text", "", "text" },
  };

  geoat_history_set_text (fixture->history, GEOAT_ITEM (fixture->plan), GEOAT_FIELD_ADMINISTRATION,
                          "");
  geoat_history_set_text (fixture->history, GEOAT_ITEM (fixture->plan), GEOAT_FIELD_TITLE, "");
  geoat_history_set_text (fixture->history, GEOAT_ITEM (geoat_plan_get_round (fixture->plan, 0)),
                          GEOAT_FIELD_ROUND_TITLE, "");

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GString) found = g_string_new (NULL);
      gsize done = 0;

      write_text (fixture, GEOAT_FIELD_INDICATOR, cases[i].text);
      geoat_find_set_text (fixture->find, cases[i].wanted);
      for (guint j = 0; j < geoat_find_get_n_matches (fixture->find); j++)
        {
          g_autoptr (GeoatMatch) match = get_match (fixture, j);
          gsize start = geoat_match_get_start (match);
          gsize length = geoat_match_get_length (match);

          g_string_append_len (found, cases[i].text + done, (gssize) (start - done));
          g_string_append_printf (found, "|%.*s|", (int) length, cases[i].text + start);
          done = start + length;
        }
      g_string_append (found, cases[i].text + done);
      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
}

/* Every text that somebody can write is searched: put a word into each, in turn. */
static void
test_every_text (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatMember) member = geoat_member_new ("n", "u", "r");
  g_autoptr (GeoatAction) action = geoat_action_new ();
  GeoatItem *items[] = { GEOAT_ITEM (fixture->plan), GEOAT_ITEM (member),
                         GEOAT_ITEM (geoat_plan_get_round (fixture->plan, 0)),
                         GEOAT_ITEM (fixture->entry), GEOAT_ITEM (action) };
  guint n = 0;

  geoat_history_add_member (fixture->history, member, G_MAXUINT);
  geoat_history_add_action (fixture->history, fixture->entry, action, G_MAXUINT);
  geoat_find_set_text (fixture->find, "needle");

  for (guint i = 0; i < G_N_ELEMENTS (items); i++)
    for (GeoatField field = geoat_field_first (geoat_item_get_part (items[i]));
         field <= geoat_field_last (geoat_item_get_part (items[i])); field++)
      {
        GeoatFieldKind kind = geoat_field_get_info (field)->kind;
        g_autoptr (GeoatMatch) match = NULL;

        if (kind > GEOAT_FIELD_KIND_LINE || field == GEOAT_FIELD_SOURCE)
          continue;

        geoat_history_set_text (fixture->history, items[i], field, "a Needle in it");
        geoat_find_update (fixture->find);
        g_assert_cmpuint (geoat_find_get_n_matches (fixture->find), ==, 1);
        match = get_match (fixture, 0);
        g_assert_true (geoat_match_get_item (match) == items[i]);
        g_assert_cmpint (geoat_match_get_field (match), ==, field);
        g_assert_cmpuint (geoat_match_get_start (match), ==, 2);
        geoat_history_undo (fixture->history);
        n++;
      }
  g_assert_cmpuint (n, >=, 4 + 3 + 1 + 4 + 6);

  geoat_history_set_reason (fixture->history, fixture->entry, "because of the needle");
  geoat_find_update (fixture->find);
  g_assert_cmpuint (geoat_find_get_n_matches (fixture->find), ==, 1);
}

/* Results come in the order of the window, and "next" goes on from the cursor. */
static void
test_order (Fixture *fixture, gconstpointer data)
{
  GeoatEntry *later = plan_fixture_add (fixture->history, "6C", GEOAT_LEVEL_NOT_ASSESSED);
  GeoatEntry *earlier = plan_fixture_add (fixture->history, "1A", GEOAT_LEVEL_NOT_ASSESSED);
  g_autoptr (GeoatAction) action = geoat_action_new_with_text ("word", "", "", "word word");
  GeoatItem *expected[] = { GEOAT_ITEM (fixture->plan),  GEOAT_ITEM (fixture->entry),
                            GEOAT_ITEM (fixture->entry), GEOAT_ITEM (action),
                            GEOAT_ITEM (action),         GEOAT_ITEM (action),
                            GEOAT_ITEM (earlier),        GEOAT_ITEM (later) };

  geoat_history_set_text (fixture->history, GEOAT_ITEM (fixture->plan), GEOAT_FIELD_TITLE, "Word");
  write_text (fixture, GEOAT_FIELD_ALIGNMENT, "word");
  write_text (fixture, GEOAT_FIELD_NOTES, "word");
  geoat_history_add_action (fixture->history, fixture->entry, action, G_MAXUINT);
  geoat_history_set_text (fixture->history, GEOAT_ITEM (earlier), GEOAT_FIELD_INDICATOR, "word");
  geoat_history_set_text (fixture->history, GEOAT_ITEM (later), GEOAT_FIELD_INDICATOR, "word");

  geoat_find_set_text (fixture->find, "word");
  g_assert_cmpuint (geoat_find_get_n_matches (fixture->find), ==, G_N_ELEMENTS (expected));
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GeoatMatch) match = get_match (fixture, i);

      g_assert_true (geoat_match_get_item (match) == expected[i]);
    }

  g_assert_cmpuint (
      geoat_find_next (fixture->find, GEOAT_ITEM (fixture->entry), GEOAT_FIELD_INDICATOR, NULL, 0),
      ==, 1);
  g_assert_cmpuint (
      geoat_find_next (fixture->find, GEOAT_ITEM (action), GEOAT_FIELD_TARGETS, NULL, 1), ==, 5);
  g_assert_cmpuint (
      geoat_find_next (fixture->find, GEOAT_ITEM (later), GEOAT_FIELD_INDICATOR, NULL, 1), ==, 0);
  geoat_find_set_text (fixture->find, "not there");
  g_assert_cmpuint (
      geoat_find_next (fixture->find, GEOAT_ITEM (later), GEOAT_FIELD_INDICATOR, NULL, 0), ==,
      G_MAXUINT);
}

static void
test_snippet (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GeoatMatch) match = NULL;
  g_autofree char *snippet = NULL;
  gsize start;
  gsize length;

  for (guint i = 0; i < 100; i++)
    g_string_append (text, "é\n");
  g_string_append (text, "Needle");
  for (guint i = 0; i < 100; i++)
    g_string_append (text, "\té");
  write_text (fixture, GEOAT_FIELD_INDICATOR, text->str);

  geoat_find_set_text (fixture->find, "needle");
  match = get_match (fixture, 0);
  snippet = geoat_match_get_snippet (match, &start, &length);
  g_assert_true (g_utf8_validate (snippet, -1, NULL));
  g_assert_true (g_str_has_prefix (snippet, "…"));
  g_assert_true (g_str_has_suffix (snippet, "…"));
  g_assert_null (strpbrk (snippet, "\n\t"));
  g_assert_cmpmem (snippet + start, length, "Needle", 6);
  g_assert_cmpint (g_utf8_strlen (snippet, -1), <, 150);
}

static void
items_changed_cb (GListModel *model, guint position, guint removed, guint added, guint *n)
{
  *n = *n - removed + added;
}

/* A list that shows the results follows what is written. */
static void
test_follows (Fixture *fixture, gconstpointer data)
{
  guint n = 0;

  g_signal_connect (fixture->find, "items-changed", G_CALLBACK (items_changed_cb), &n);
  geoat_find_set_text (fixture->find, "indicator");
  g_assert_cmpuint (n, ==, 1);

  write_text (fixture, GEOAT_FIELD_CURRENT_ACTIVITIES, "no indicator, one indicator");
  while (n == 1)
    g_main_context_iteration (NULL, TRUE);
  g_assert_cmpuint (n, ==, 3);

  geoat_history_remove_entry (fixture->history, fixture->entry);
  geoat_find_update (fixture->find);
  g_assert_cmpuint (n, ==, 0);
  geoat_history_undo (fixture->history);
  geoat_find_update (fixture->find);
  g_assert_cmpuint (n, ==, 3);
}

static void
test_replace (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatMatch) match = NULL;

  write_text (fixture, GEOAT_FIELD_INDICATOR, "égalité et egalite");
  geoat_find_set_text (fixture->find, "egalite");
  match = get_match (fixture, 1);
  g_assert_true (geoat_find_replace (fixture->find, fixture->history, match, "parité"));
  g_assert_cmpstr (geoat_entry_get_indicator (fixture->entry), ==, "égalité et parité");
  g_assert_cmpuint (geoat_find_get_n_matches (fixture->find), ==, 1);

  /* The match is not there any more: nothing else is replaced in its stead. */
  g_assert_false (geoat_find_replace (fixture->find, fixture->history, match, "x"));
  geoat_history_undo (fixture->history);
  g_assert_cmpstr (geoat_entry_get_indicator (fixture->entry), ==, "égalité et egalite");
}

/* One step of undo over all texts; a replacement that holds the word itself is no endless loop. */
static void
test_replace_all (Fixture *fixture, gconstpointer data)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  write_text (fixture, GEOAT_FIELD_INDICATOR, "A a b");
  write_text (fixture, GEOAT_FIELD_NOTES, "ba");
  geoat_history_set_reason (fixture->history, fixture->entry, "a");
  geoat_history_set_text (fixture->history, GEOAT_ITEM (fixture->plan), GEOAT_FIELD_ADMINISTRATION,
                          "x");
  geoat_history_set_text (fixture->history, GEOAT_ITEM (fixture->plan), GEOAT_FIELD_TITLE, "a\tb");
  geoat_history_set_text (fixture->history, GEOAT_ITEM (geoat_plan_get_round (fixture->plan, 0)),
                          GEOAT_FIELD_ROUND_TITLE, "");
  before = plan_fixture_dump (fixture->plan);

  geoat_find_set_text (fixture->find, "a");
  g_assert_cmpuint (geoat_find_replace_all (fixture->find, fixture->history, "aa\n"), ==, 5);
  g_assert_cmpstr (geoat_entry_get_indicator (fixture->entry), ==, "aa\n aa\n b");
  g_assert_cmpstr (geoat_plan_get_title (fixture->plan), ==, "aa \tb");
  g_assert_cmpstr (geoat_rating_get_reason (geoat_entry_get_rating (
                       fixture->entry, geoat_plan_get_last_round (fixture->plan))),
                   ==, "aa\n");

  geoat_history_undo (fixture->history);
  after = plan_fixture_dump (fixture->plan);
  g_assert_cmpstr (after, ==, before);
}

/* What was closed is history: neither its title nor its reasons change. */
static void
test_closed_rounds (Fixture *fixture, gconstpointer data)
{
  GeoatRound *closed = geoat_plan_get_last_round (fixture->plan);
  const GeoatRating *rating;
  GDate today;

  plan_fixture_date (&today, "2025-02-01");
  write_text (fixture, GEOAT_FIELD_INDICATOR, "old");
  geoat_history_set_reason (fixture->history, fixture->entry, "old");
  geoat_history_set_text (fixture->history, GEOAT_ITEM (closed), GEOAT_FIELD_ROUND_TITLE, "old");
  geoat_history_open_round (fixture->history, "old", &today);

  /* Shown is the closed round: its reason is found, and left alone. */
  geoat_find_set_round (fixture->find, closed);
  geoat_find_set_text (fixture->find, "old");
  g_assert_cmpuint (geoat_find_get_n_matches (fixture->find), ==, 4);
  g_assert_cmpuint (geoat_find_replace_all (fixture->find, fixture->history, "new"), ==, 2);
  g_assert_cmpstr (geoat_round_get_title (closed), ==, "old");
  g_assert_cmpstr (geoat_rating_get_reason (geoat_entry_get_rating (fixture->entry, closed)), ==,
                   "old");
  g_assert_cmpstr (geoat_round_get_title (geoat_plan_get_last_round (fixture->plan)), ==, "new");
  g_assert_cmpstr (geoat_entry_get_indicator (fixture->entry), ==, "new");

  /* The reason that was carried is replaced, and the rating still counts as carried. */
  geoat_find_set_round (fixture->find, NULL);
  g_assert_cmpuint (geoat_find_replace_all (fixture->find, fixture->history, "new"), ==, 1);
  rating = geoat_entry_get_rating (fixture->entry, geoat_plan_get_last_round (fixture->plan));
  g_assert_cmpstr (geoat_rating_get_reason (rating), ==, "new");
  g_assert_true (geoat_rating_get_carried (rating));
}

/* So is the wording that the last round was closed with. */
static void
test_kept_wording (Fixture *fixture, gconstpointer data)
{
  GDate today;

  plan_fixture_date (&today, "2025-02-01");
  write_text (fixture, GEOAT_FIELD_INDICATOR, "old");
  write_text (fixture, GEOAT_FIELD_CURRENT_ACTIVITIES, "old");
  write_text (fixture, GEOAT_FIELD_NOTES, "old");
  geoat_history_close_round (fixture->history, &today);

  geoat_find_set_text (fixture->find, "old");
  g_assert_cmpuint (geoat_find_replace_all (fixture->find, fixture->history, "new"), ==, 1);
  g_assert_cmpstr (geoat_entry_get_indicator (fixture->entry), ==, "old");
  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (fixture->entry), GEOAT_FIELD_NOTES), ==, "new");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function) g_test_add ("/find/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("folding", test_folding);
  ADD ("every-text", test_every_text);
  ADD ("order", test_order);
  ADD ("snippet", test_snippet);
  ADD ("follows", test_follows);
  ADD ("replace", test_replace);
  ADD ("replace-all", test_replace_all);
  ADD ("closed-rounds", test_closed_rounds);
  ADD ("kept-wording", test_kept_wording);
#undef ADD

  return g_test_run ();
}
