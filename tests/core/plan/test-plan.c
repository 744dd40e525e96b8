/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The plan: finding things in it, copies, and what is left when it is gone. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include "geoat-entry-private.h"
#include "geoat-error.h"
#include "geoat-plan-private.h"
#include "plan-fixture.h"

static void
test_new (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  GeoatRound *round = geoat_plan_get_last_round (plan);

  g_assert_cmpstr (geoat_plan_get_language (plan), ==, "en");
  g_assert_cmpstr (geoat_plan_get_title (plan), ==, "Plan");
  g_assert_cmpstr (geoat_plan_get_administration (plan), ==, "Customs of Valmara");
  g_assert_cmpuint (geoat_plan_get_n_entries (plan), ==, 0);
  g_assert_cmpuint (geoat_plan_get_n_rounds (plan), ==, 1);
  g_assert_cmpstr (geoat_round_get_title (round), ==, "Baseline");
  g_assert_false (geoat_round_is_closed (round));
  g_assert_true (geoat_plan_can_rate (plan));
  g_assert_null (geoat_plan_get_left_out (plan));
  for (guint i = 0; i < 6; i++)
    g_assert_cmpint (geoat_plan_get_principle_target (plan, i), ==, GEOAT_LEVEL_NOT_ASSESSED);
}

static void
test_lookup_round (void)
{
  static const char *const wrong[] = { "0", "3", "-1", "1x", "no", "99999999999999999999" };
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  GeoatRound *first = geoat_plan_get_round (plan, 0);
  GeoatRound *second;
  GDate today;

  plan_fixture_date (&today, "2025-01-15");
  second = geoat_history_open_round (history, "Review", &today);

  g_assert_true (geoat_plan_lookup_round (plan, NULL, NULL) == second);
  g_assert_true (geoat_plan_lookup_round (plan, "", NULL) == second);
  g_assert_true (geoat_plan_lookup_round (plan, "1", NULL) == first);
  g_assert_true (geoat_plan_lookup_round (plan, "2", NULL) == second);
  g_assert_true (geoat_plan_lookup_round (plan, geoat_item_get_id (GEOAT_ITEM (first)), NULL) ==
                 first);
  g_assert_cmpuint (geoat_round_get_index (second), ==, 1);

  for (guint i = 0; i < G_N_ELEMENTS (wrong); i++)
    {
      g_autoptr (GError) error = NULL;

      g_assert_null (geoat_plan_lookup_round (plan, wrong[i], &error));
      g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_NOT_FOUND);
    }
}

/* Positions are remembered: they must be right again after every move. */
static void
test_positions (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  g_autoptr (GeoatEntry) stranger = geoat_entry_new ("1A", NULL, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (1);
  guint position;

  for (guint i = 0; i < 50; i++)
    plan_fixture_add (history, "1A", GEOAT_LEVEL_NOT_ASSESSED);

  for (guint i = 0; i < 200; i++)
    {
      guint from = (guint) g_rand_int_range (random, 0, 50);
      guint to = (guint) g_rand_int_range (random, 0, 50);
      GeoatEntry *entry = geoat_plan_get_entry (plan, from);

      geoat_history_move_entry (history, entry, to);
      g_assert_true (geoat_plan_get_entry (plan, to) == entry);
      for (guint j = 0; j < 50; j += 7)
        {
          g_assert_true (
              geoat_plan_get_entry_position (plan, geoat_plan_get_entry (plan, j), &position));
          g_assert_cmpuint (position, ==, j);
        }
    }

  g_assert_false (geoat_plan_get_entry_position (plan, stranger, NULL));
}

static void
test_find_entry (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  g_autoptr (GeoatEntry) entry =
      g_object_ref (plan_fixture_add (history, "1A", GEOAT_LEVEL_NOT_ASSESSED));
  const char *id = geoat_item_get_id (GEOAT_ITEM (entry));

  g_assert_true (geoat_plan_find_entry (plan, id) == entry);
  g_assert_null (geoat_plan_find_entry (plan, "none"));
  geoat_history_undo (history);
  g_assert_null (geoat_plan_find_entry (plan, id));
  g_assert_null (geoat_item_get_owner (GEOAT_ITEM (entry)));
  geoat_history_redo (history);
  g_assert_true (geoat_plan_find_entry (plan, id) == entry);
}

/* Two items with one id could not be told apart in the file. */
static void
test_unique_ids (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatEntry) one = geoat_entry_new ("1A", NULL, NULL);
  g_autoptr (GeoatEntry) two = geoat_entry_new ("1A", NULL, NULL);
  g_autoptr (GeoatEntry) three = geoat_entry_new ("1A", NULL, NULL);
  g_autoptr (GeoatAction) action = geoat_action_new ();
  g_autoptr (GeoatAction) same_action = geoat_action_new ();
  g_autoptr (GeoatAction) other_action = geoat_action_new ();

  geoat_item_set_id (GEOAT_ITEM (one), "e1");
  geoat_item_set_id (GEOAT_ITEM (two), "e1");
  geoat_item_set_id (GEOAT_ITEM (three), "e3");
  geoat_item_set_id (GEOAT_ITEM (action), "e1");
  geoat_item_set_id (GEOAT_ITEM (same_action), "e1");

  g_assert_true (geoat_item_append (GEOAT_ITEM (plan), GEOAT_ITEM (one)));
  g_assert_false (geoat_item_append (GEOAT_ITEM (plan), GEOAT_ITEM (two)));
  g_assert_true (geoat_item_append (GEOAT_ITEM (one), GEOAT_ITEM (action)));
  g_assert_false (geoat_item_append (GEOAT_ITEM (one), GEOAT_ITEM (same_action)));

  /* With its actions or not at all. */
  g_assert_true (geoat_item_append (GEOAT_ITEM (three), GEOAT_ITEM (other_action)));
  g_assert_true (geoat_item_append (GEOAT_ITEM (three), GEOAT_ITEM (same_action)));
  g_assert_false (geoat_item_append (GEOAT_ITEM (plan), GEOAT_ITEM (three)));
  g_assert_null (geoat_plan_find_entry (plan, "e3"));
  g_assert_cmpuint (geoat_plan_get_n_entries (plan), ==, 1);
}

/* The ratings of an entry are written in the order of the rounds, whatever the order they came in.
 */
static void
test_rating_order (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatEntry) entry = geoat_entry_new ("1A", NULL, NULL);
  g_autoptr (GRand) random = g_rand_new_with_seed (2);
  GeoatLevel expected[21];

  for (guint i = 1; i < G_N_ELEMENTS (expected); i++)
    {
      g_autoptr (GeoatRound) round = geoat_round_new ("Round", NULL);

      g_assert_true (geoat_item_append (GEOAT_ITEM (plan), GEOAT_ITEM (round)));
    }
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    expected[i] = GEOAT_LEVEL_NOT_ASSESSED;

  for (guint i = 0; i < 2000; i++)
    {
      guint position = (guint) g_rand_int_range (random, 0, G_N_ELEMENTS (expected));
      GeoatLevel level = g_rand_int_range (random, -2, 6);
      g_autoptr (GeoatRating) rating =
          level == GEOAT_LEVEL_NOT_ASSESSED ? NULL : geoat_rating_new (level, NULL, FALSE);
      guint n_ratings = 0;

      geoat_entry_set_rating (entry, geoat_plan_get_round (plan, position), rating);
      expected[position] = level;

      for (guint j = 0; j < G_N_ELEMENTS (expected); j++)
        {
          GeoatRound *round = geoat_plan_get_round (plan, j);

          g_assert_cmpint (geoat_entry_get_level (entry, round), ==, expected[j]);
          if (expected[j] != GEOAT_LEVEL_NOT_ASSESSED)
            g_assert_true (entry->ratings[n_ratings++].round == round);
        }
      g_assert_cmpuint (entry->n_ratings, ==, n_ratings);
    }
}

static void
test_effective_target (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  GeoatEntry *entry = plan_fixture_add (history, "2A", GEOAT_LEVEL_NOT_ASSESSED);

  g_assert_cmpint (geoat_entry_get_effective_target (entry), ==, GEOAT_LEVEL_NOT_ASSESSED);
  geoat_history_set_principle_target (history, 1, GEOAT_LEVEL_4);
  g_assert_cmpint (geoat_entry_get_effective_target (entry), ==, GEOAT_LEVEL_4);
  geoat_history_set_number (history, GEOAT_ITEM (entry), GEOAT_FIELD_TARGET_LEVEL, 0);
  g_assert_cmpint (geoat_entry_get_effective_target (entry), ==, GEOAT_LEVEL_0);
  geoat_history_move_entry_to (history, entry, "1A");
  g_assert_cmpint (geoat_entry_get_effective_target (entry), ==, GEOAT_LEVEL_0);
  geoat_history_set_number (history, GEOAT_ITEM (entry), GEOAT_FIELD_TARGET_LEVEL,
                            GEOAT_LEVEL_NOT_ASSESSED);
  g_assert_cmpint (geoat_entry_get_effective_target (entry), ==, GEOAT_LEVEL_NOT_ASSESSED);
}

/* What is saved is a copy: it must say the same, and not change when typing goes on. */
static void
test_copy (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (JsonNode) root = json_from_string ("{\"later\":{\"a\":[1,2]}}", NULL);
  const char *const left_out[] = { "notes", "reasons", NULL };
  g_autoptr (GeoatPlan) copy = NULL;
  g_autofree char *before = NULL;
  g_autofree char *copied = NULL;
  g_autofree char *after = NULL;

  for (guint i = 0; i < 500; i++)
    plan_fixture_edit_at_random (history, random);
  geoat_item_set_unknown (GEOAT_ITEM (plan), json_node_get_object (root));
  geoat_plan_set_unknown (plan, GEOAT_PLACE_TARGET_LEVELS, json_node_get_object (root));
  geoat_plan_set_left_out (plan, left_out);

  before = plan_fixture_dump (plan);
  copy = geoat_plan_copy (plan);
  copied = plan_fixture_dump (copy);
  g_assert_cmpstr (copied, ==, before);
  g_assert_true (
      json_object_get_object_member (geoat_item_get_unknown (GEOAT_ITEM (copy)), "later") !=
      json_object_get_object_member (json_node_get_object (root), "later"));
  g_assert_true (
      json_object_has_member (geoat_plan_get_unknown (copy, GEOAT_PLACE_TARGET_LEVELS), "later"));
  g_assert_cmpstrv (geoat_plan_get_left_out (copy), left_out);

  for (guint i = 0; i < 100; i++)
    plan_fixture_edit_at_random (history, random);
  after = plan_fixture_dump (copy);
  g_assert_cmpstr (after, ==, before);
}

/* A window that is closed must give all memory back; what somebody still holds is in no plan. */
static void
test_finalize (void)
{
  GeoatPlan *plan = plan_fixture_new ();
  GeoatHistory *history = geoat_history_new (plan);
  GeoatEntry *entry = g_object_ref (plan_fixture_add (history, "1A", GEOAT_LEVEL_3));
  GeoatAction *action = geoat_action_new ();
  GeoatRound *round = g_object_ref (geoat_plan_get_last_round (plan));
  GListModel *entries = g_object_ref (geoat_plan_get_entries (plan));

  geoat_history_add_action (history, entry, action, 0);
  g_assert_finalize_object (history);
  g_assert_finalize_object (plan);

  g_assert_null (geoat_item_get_owner (GEOAT_ITEM (entry)));
  g_assert_cmpuint (geoat_round_get_index (round), ==, G_MAXUINT);
  g_assert_false (geoat_entry_is_in_round (entry, round));
  g_object_unref (entries);
  g_assert_finalize_object (round);
  g_assert_finalize_object (entry);
  g_assert_null (geoat_item_get_owner (GEOAT_ITEM (action)));
  g_assert_finalize_object (action);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/plan/new", test_new);
  g_test_add_func ("/plan/lookup-round", test_lookup_round);
  g_test_add_func ("/plan/positions", test_positions);
  g_test_add_func ("/plan/find-entry", test_find_entry);
  g_test_add_func ("/plan/unique-ids", test_unique_ids);
  g_test_add_func ("/plan/rating-order", test_rating_order);
  g_test_add_func ("/plan/effective-target", test_effective_target);
  g_test_add_func ("/plan/copy", test_copy);
  g_test_add_func ("/plan/finalize", test_finalize);

  return g_test_run ();
}
