/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bytes that are always nearly ready are those of the file, whatever was done to the plan. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include "geoat-plan-snapshot.h"
#include "geoat-plan-writer.h"
#include "plan-fixture.h"

#define N_EDITS 1500

static void
assert_right (GeoatPlanSnapshot *snapshot, GeoatPlan *plan)
{
  g_autoptr (GPtrArray) parts = geoat_plan_snapshot_take (snapshot);
  g_autoptr (GByteArray) joined = g_byte_array_new ();
  g_autoptr (GBytes) expected = geoat_plan_to_bytes (plan);

  for (guint i = 0; i < parts->len; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (parts, i), &size);

      g_byte_array_append (joined, data, (guint) size);
    }
  g_assert_cmpmem (joined->data, joined->len, g_bytes_get_data (expected, NULL),
                   g_bytes_get_size (expected));
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (3);
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  GeoatPlanSnapshot *snapshot = geoat_plan_snapshot_new (plan);

  assert_right (snapshot, plan);
  for (guint i = 0; i < N_EDITS; i++)
    {
      plan_fixture_edit_at_random (history, random);
      if (i % 7 == 0)
        geoat_history_undo (history);
      if (i % 3 == 0)
        g_main_context_iteration (NULL, FALSE);
      if (i % 5 == 0)
        assert_right (snapshot, plan);
    }
  while (geoat_history_can_undo (history))
    geoat_history_undo (history);
  assert_right (snapshot, plan);

  geoat_plan_snapshot_free (snapshot);
}

/* What was taken stays as it was, for the thread that writes it. */
static void
test_unchanging (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  GeoatEntry *entry = plan_fixture_add (history, "1A", GEOAT_LEVEL_1);
  GeoatPlanSnapshot *snapshot = geoat_plan_snapshot_new (plan);
  g_autoptr (GPtrArray) parts = geoat_plan_snapshot_take (snapshot);
  g_autoptr (GBytes) before =
      g_bytes_new (g_bytes_get_data (parts->pdata[1], NULL), g_bytes_get_size (parts->pdata[1]));

  geoat_history_set_text (history, GEOAT_ITEM (entry), GEOAT_FIELD_INDICATOR, "Other");
  assert_right (snapshot, plan);
  geoat_plan_snapshot_free (snapshot);
  g_assert_true (g_bytes_equal (before, parts->pdata[1]));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/plan-snapshot/random", test_random);
  g_test_add_func ("/plan-snapshot/unchanging", test_unchanging);

  return g_test_run ();
}
