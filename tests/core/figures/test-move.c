/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What happened to an indicator between two rounds. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include "geoat-move.h"
#include "plan-fixture.h"

#define NA GEOAT_LEVEL_NOT_APPLICABLE
#define NONE GEOAT_LEVEL_NOT_ASSESSED
#define KEEP 99

static void
test_level (void)
{
  static const struct
  {
    const char *name;
    int before;
    int now; /* KEEP: as it was carried */
    GeoatMove move;
  } cases[] = {
    { "rose", 1, 3, GEOAT_MOVE_ROSE },
    { "rose from zero", 0, 1, GEOAT_MOVE_ROSE },
    { "fell", 4, 0, GEOAT_MOVE_FELL },
    { "newly assessed", NONE, 0, GEOAT_MOVE_NEW },
    { "newly not applicable", NONE, NA, GEOAT_MOVE_NEW },
    { "no longer applicable", 3, NA, GEOAT_MOVE_SWITCHED },
    { "applicable now", NA, 3, GEOAT_MOVE_SWITCHED },
    { "confirmed", 2, 2, GEOAT_MOVE_SAME },
    { "confirmed N/A", NA, NA, GEOAT_MOVE_SAME },
    { "carried", 2, KEEP, GEOAT_MOVE_CARRIED },
    { "no longer assessed", 2, NONE, GEOAT_MOVE_OPEN },
    { "never assessed", NONE, KEEP, GEOAT_MOVE_OPEN },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GeoatPlan) plan = plan_fixture_new ();
      g_autoptr (GeoatHistory) history = geoat_history_new (plan);
      GeoatEntry *entry = plan_fixture_add (history, "1A", cases[i].before);
      GDate today;

      plan_fixture_date (&today, "2025-06-15");
      geoat_history_open_round (history, "Review", &today);
      if (cases[i].now != KEEP)
        geoat_history_set_level (history, entry, cases[i].now);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpint (
          geoat_move_get (entry, geoat_plan_get_round (plan, 0), geoat_plan_get_last_round (plan)),
          ==, cases[i].move);
    }
}

/* An indicator that is only there since the later round is new, not one that rose. */
static void
test_added (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  GeoatEntry *entry;
  GDate today;

  plan_fixture_date (&today, "2025-06-15");
  geoat_history_open_round (history, "Review", &today);
  entry = plan_fixture_add (history, "1A", GEOAT_LEVEL_3);

  g_assert_cmpint (
      geoat_move_get (entry, geoat_plan_get_round (plan, 0), geoat_plan_get_last_round (plan)), ==,
      GEOAT_MOVE_NEW);
}

/* The wording of a round is what it was when the round was closed. */
static void
test_wording (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  GeoatEntry *entry = plan_fixture_add (history, "1A", GEOAT_LEVEL_1);
  GeoatRound *first = geoat_plan_get_round (plan, 0);
  GeoatRound *second;
  GDate today;

  plan_fixture_date (&today, "2025-06-15");
  geoat_history_set_text (history, GEOAT_ITEM (entry), GEOAT_FIELD_CURRENT_ACTIVITIES, "A draft");
  g_assert_cmpstr (geoat_move_get_wording (entry, first), ==, "A draft");

  second = geoat_history_open_round (history, "Review", &today);
  g_assert_false (geoat_move_changes_wording (entry, first, second));

  geoat_history_set_text (history, GEOAT_ITEM (entry), GEOAT_FIELD_CURRENT_ACTIVITIES, "A policy");
  g_assert_true (geoat_move_changes_wording (entry, first, second));
  g_assert_cmpstr (geoat_move_get_wording (entry, first), ==, "A draft");
  g_assert_cmpstr (geoat_move_get_wording (entry, second), ==, "A policy");

  geoat_history_close_round (history, &today);
  geoat_history_set_text (history, GEOAT_ITEM (entry), GEOAT_FIELD_CURRENT_ACTIVITIES, "Later");
  g_assert_cmpstr (geoat_move_get_wording (entry, second), ==, "A policy");
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/move/level", test_level);
  g_test_add_func ("/move/added", test_added);
  g_test_add_func ("/move/wording", test_wording);

  return g_test_run ();
}
