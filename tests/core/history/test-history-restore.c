/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Restoring a version: the plan becomes what it was, and undo brings back what it was before. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include <json-glib/json-glib.h>

#include "geoat-error.h"
#include "geoat-item-private.h"
#include "geoat-history-restore.h"
#include "geoat-plan-private.h"
#include "plan-fixture.h"

#define N_PLANS 60
#define N_EDITS 40

static GeoatPlan *
make_plan (GeoatHistory **history)
{
  GeoatPlan *plan = plan_fixture_new ();

  *history = geoat_history_new (plan);
  return plan;
}

static void
restore (GeoatHistory *history, GeoatPlan *version)
{
  g_autoptr (GError) error = NULL;

  geoat_history_restore (history, version, "Restore Version", &error);
  g_assert_no_error (error);
}

static void
assert_same (GeoatPlan *plan, const char *expected)
{
  g_autofree char *dump = plan_fixture_dump (plan);

  g_assert_cmpstr (dump, ==, expected);
}

/* Whatever happened since the version: restoring gives it back, one undo takes that back. */
static void
test_random (void)
{
  for (guint seed = 0; seed < N_PLANS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (seed);
      g_autoptr (GeoatHistory) history = NULL;
      g_autoptr (GeoatPlan) plan = make_plan (&history);
      g_autoptr (GeoatPlan) version = NULL;
      g_autoptr (GeoatPlan) untouched = NULL;
      g_autofree char *before = NULL;
      g_autofree char *expected = NULL;

      for (guint i = 0; i < N_EDITS; i++)
        plan_fixture_edit_at_random (history, random);
      version = geoat_plan_copy (plan);
      expected = plan_fixture_dump (version);
      for (guint i = 0; i < N_EDITS; i++)
        plan_fixture_edit_at_random (history, random);
      before = plan_fixture_dump (plan);
      untouched = geoat_plan_copy (plan);

      restore (history, version);
      assert_same (plan, expected);
      assert_same (version, expected);

      if (!g_str_equal (before, expected))
        {
          geoat_history_undo (history);
          assert_same (plan, before);
          geoat_history_redo (history);
          assert_same (plan, expected);
        }

      restore (history, untouched);
      assert_same (plan, before);
    }
}

/* Two people began with the same plan and went different ways. */
static void
test_diverged (void)
{
  for (guint seed = 0; seed < N_PLANS; seed++)
    {
      g_autoptr (GRand) random = g_rand_new_with_seed (1000 + seed);
      g_autoptr (GeoatHistory) history = NULL;
      g_autoptr (GeoatPlan) plan = make_plan (&history);
      g_autoptr (GeoatPlan) other = NULL;
      g_autoptr (GeoatHistory) other_history = NULL;
      g_autofree char *before = NULL;
      g_autofree char *expected = NULL;

      for (guint i = 0; i < N_EDITS / 2; i++)
        plan_fixture_edit_at_random (history, random);
      other = geoat_plan_copy (plan);
      other_history = geoat_history_new (other);
      for (guint i = 0; i < N_EDITS; i++)
        {
          plan_fixture_edit_at_random (history, random);
          plan_fixture_edit_at_random (other_history, random);
        }

      before = plan_fixture_dump (plan);
      expected = plan_fixture_dump (other);
      restore (history, other);
      assert_same (plan, expected);
      geoat_history_undo (history);
      assert_same (plan, before);
    }
}

static void
count_changes (GeoatPlan *plan, gpointer change, guint *n)
{
  ++*n;
}

/* What did not change stays where it is on the screen: as few changes as it takes. */
static void
test_minimal (void)
{
  g_autoptr (GeoatHistory) history = NULL;
  g_autoptr (GeoatPlan) plan = make_plan (&history);
  g_autoptr (GeoatPlan) version = NULL;
  GeoatEntry *entries[20];
  guint n = 0;

  for (guint i = 0; i < G_N_ELEMENTS (entries); i++)
    entries[i] = plan_fixture_add (history, "1A", GEOAT_LEVEL_3);
  version = geoat_plan_copy (plan);
  g_signal_connect (plan, "changed", G_CALLBACK (count_changes), &n);

  geoat_history_move_entry (history, entries[2], 15);
  geoat_history_set_text (history, GEOAT_ITEM (entries[5]), GEOAT_FIELD_INDICATOR, "Other");
  geoat_history_set_level (history, entries[7], GEOAT_LEVEL_5);
  geoat_history_remove_entry (history, entries[9]);

  n = 0;
  restore (history, version);
  /* out and in for the move, a text, a rating, and the entry that comes back with its rating */
  g_assert_cmpuint (n, ==, 6);
  g_assert_true (geoat_plan_get_entry (plan, 2) == entries[2]);

  n = 0;
  restore (history, version);
  g_assert_cmpuint (n, ==, 0);
}

/* Rounds that the version lacks go, those that it has come back, with all their ratings. */
static void
test_rounds (void)
{
  g_autoptr (GeoatHistory) history = NULL;
  g_autoptr (GeoatPlan) plan = make_plan (&history);
  g_autoptr (GeoatPlan) before = NULL;
  g_autoptr (GeoatPlan) after = NULL;
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;
  GDate today;

  plan_fixture_date (&today, "2025-02-01");
  plan_fixture_add (history, "1A", GEOAT_LEVEL_1);
  plan_fixture_add (history, "2B", GEOAT_LEVEL_NOT_APPLICABLE);
  before = geoat_plan_copy (plan);
  first = plan_fixture_dump (before);
  geoat_history_open_round (history, "Review 2025", &today);
  plan_fixture_add (history, "2B", GEOAT_LEVEL_4);
  after = geoat_plan_copy (plan);
  second = plan_fixture_dump (after);

  restore (history, before);
  assert_same (plan, first);
  g_assert_cmpuint (geoat_plan_get_n_rounds (plan), ==, 1);
  restore (history, after);
  assert_same (plan, second);
  geoat_history_undo (history);
  assert_same (plan, first);
  geoat_history_undo (history);
  assert_same (plan, second);
}

static JsonObject *
make_unknown (const char *value)
{
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "signed", value);
  return object;
}

static const char *
get_signed (JsonObject *object)
{
  return object == NULL ? NULL : json_object_get_string_member (object, "signed");
}

/* What a newer version of the program wrote belongs to the version as well. */
static void
test_unknown_members (void)
{
  g_autoptr (GeoatHistory) history = NULL;
  g_autoptr (GeoatPlan) plan = make_plan (&history);
  g_autoptr (GeoatPlan) version = NULL;
  g_autoptr (JsonObject) one = make_unknown ("one");
  g_autoptr (JsonObject) two = make_unknown ("two");
  GeoatItem *entry = GEOAT_ITEM (plan_fixture_add (history, "1A", GEOAT_LEVEL_1));
  GeoatItem *versions_entry;

  geoat_item_set_unknown (entry, one);
  version = geoat_plan_copy (plan);
  versions_entry = GEOAT_ITEM (geoat_plan_get_entry (version, 0));
  geoat_item_set_unknown (versions_entry, two);
  geoat_item_set_unknown (GEOAT_ITEM (version), one);
  geoat_plan_set_unknown (version, GEOAT_PLACE_ADMINISTRATION, two);

  restore (history, version);
  g_assert_cmpstr (get_signed (geoat_item_get_unknown (entry)), ==, "two");
  g_assert_cmpstr (get_signed (geoat_item_get_unknown (GEOAT_ITEM (plan))), ==, "one");
  g_assert_cmpstr (get_signed (geoat_plan_get_unknown (plan, GEOAT_PLACE_ADMINISTRATION)), ==,
                   "two");
  g_assert_null (geoat_plan_get_unknown (plan, GEOAT_PLACE_TARGET_LEVELS));

  geoat_history_undo (history);
  g_assert_cmpstr (get_signed (geoat_item_get_unknown (entry)), ==, "one");
  g_assert_null (geoat_item_get_unknown (GEOAT_ITEM (plan)));
  g_assert_null (geoat_plan_get_unknown (plan, GEOAT_PLACE_ADMINISTRATION));
}

/* Another plan never replaces the one that is open. */
static void
test_refused (void)
{
  static const char *const left_out[] = { "notes", NULL };
  g_autoptr (GeoatHistory) history = NULL;
  g_autoptr (GeoatPlan) plan = make_plan (&history);
  g_autoptr (GeoatPlan) other = plan_fixture_new ();
  g_autoptr (GeoatPlan) shared = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *before = NULL;

  plan_fixture_add (history, "1A", GEOAT_LEVEL_1);
  before = plan_fixture_dump (plan);
  g_assert_false (geoat_history_restore (history, other, "Restore Version", &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID);
  g_clear_error (&error);

  shared = geoat_plan_copy (plan);
  geoat_plan_set_left_out (shared, left_out);
  g_assert_false (geoat_history_can_restore (history, shared, &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID);
  assert_same (plan, before);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/plan-difference/random", test_random);
  g_test_add_func ("/plan-difference/diverged", test_diverged);
  g_test_add_func ("/plan-difference/minimal", test_minimal);
  g_test_add_func ("/plan-difference/rounds", test_rounds);
  g_test_add_func ("/plan-difference/unknown-members", test_unknown_members);
  g_test_add_func ("/plan-difference/refused", test_refused);

  return g_test_run ();
}
