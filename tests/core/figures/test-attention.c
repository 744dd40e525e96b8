/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where attention is needed: what a manager is sent to first, and why. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include "geoat-attention.h"
#include "plan-fixture.h"

#define NA GEOAT_LEVEL_NOT_APPLICABLE
#define NONE GEOAT_LEVEL_NOT_ASSESSED

/* An activity with a status and a due date ("": none) for @entry. */
static void
add_activity (GeoatHistory *history, GeoatEntry *entry, GeoatStatus status, const char *due)
{
  g_autoptr (GeoatAction) action = geoat_action_new_with_text ("Train", "HR", "", "");

  geoat_history_add_action (history, entry, action, G_MAXUINT);
  geoat_history_set_number (history, GEOAT_ITEM (action), GEOAT_FIELD_STATUS, status);
  geoat_history_set_text (history, GEOAT_ITEM (action), GEOAT_FIELD_DUE, due);
}

/* The ids of the ranked key elements: "1A 5B". */
static char *
get_order (GArray *ranked)
{
  GString *order = g_string_new (NULL);
  GeoatFramework *framework = geoat_framework_get_default ();

  for (guint i = 0; i < ranked->len; i++)
    g_string_append_printf (order, "%s%s", i == 0 ? "" : " ",
                            geoat_framework_get_key_element_id (
                                framework, g_array_index (ranked, GeoatAttention, i).key_element));

  return g_string_free (order, FALSE);
}

static GArray *
rank (GeoatHistory *history)
{
  GeoatPlan *plan = geoat_history_get_plan (history);
  GDate today;

  plan_fixture_date (&today, "2025-06-15");
  return geoat_attention_rank (plan, geoat_plan_get_last_round (plan), &today);
}

static void
test_order (void)
{
  /* Each case: what a plan has in 1A, 1B and 1C, and who comes first. A level, then "a" for an
   * activity in time, "o" for one that is overdue, "d" for a dropped one; "x" is not yet assessed,
   * "n" is N/A. */
  static const struct
  {
    const char *name;
    const char *key_elements[3];
    const char *order;
  } cases[] = {
    { "an empty plan needs none", { "", "", "" }, "" },
    { "the lowest level first", { "2a", "0a", "1a" }, "1B 1C 1A" },
    { "what is fine is left out", { "5", "3", "2a" }, "1C" },
    { "the framework's order otherwise", { "1a", "1a", "1a" }, "1A 1B 1C" },
    { "of equals the one without an activity", { "1a", "1", "1a" }, "1B 1A 1C" },
    { "a dropped activity is none", { "1a", "1d", "1a" }, "1B 1A 1C" },
    { "of equals the one that is overdue", { "1a", "1a", "1o" }, "1C 1A 1B" },
    { "of equals the one less assessed", { "1a", "1a x", "1a" }, "1B 1A 1C" },
    { "overdue alone is a reason", { "5", "4o", "5" }, "1B" },
    { "not assessed alone is a reason", { "5 x", "5", "x" }, "1C 1A" },
    { "N/A needs no attention", { "n", "n n", "5" }, "" },
    { "nothing known is before what is fine, after what is low", { "4 x", "x", "0" }, "1C 1B 1A" },
  };
  static const char *const ids[] = { "1A", "1B", "1C" };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GeoatPlan) plan = plan_fixture_new ();
      g_autoptr (GeoatHistory) history = geoat_history_new (plan);
      g_autoptr (GArray) ranked = NULL;
      g_autofree char *order = NULL;

      for (guint j = 0; j < G_N_ELEMENTS (ids); j++)
        {
          GeoatEntry *entry = NULL;

          for (const char *p = cases[i].key_elements[j]; *p != '\0'; p++)
            if (*p == 'a')
              add_activity (history, entry, GEOAT_STATUS_PLANNED, "2025-12-31");
            else if (*p == 'o')
              add_activity (history, entry, GEOAT_STATUS_IN_PROGRESS, "2025-06-14");
            else if (*p == 'd')
              add_activity (history, entry, GEOAT_STATUS_DROPPED, "2025-06-14");
            else if (*p != ' ')
              entry = plan_fixture_add (history, ids[j],
                                        *p == 'x'   ? NONE
                                        : *p == 'n' ? NA
                                                    : (GeoatLevel) (*p - '0'));
        }

      g_test_message ("%s", cases[i].name);
      ranked = rank (history);
      order = get_order (ranked);
      g_assert_cmpstr (order, ==, cases[i].order);
    }
}

/* What is said of a key element is what can be counted in it. */
static void
test_reasons (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  g_autoptr (GeoatAction) blank = geoat_action_new ();
  g_autoptr (GArray) ranked = NULL;
  const GeoatAttention *attention;
  GeoatEntry *entry;

  entry = plan_fixture_add (history, "4A", GEOAT_LEVEL_1);
  add_activity (history, entry, GEOAT_STATUS_PLANNED, "2025-06-14");
  add_activity (history, entry, GEOAT_STATUS_PLANNED, "2025-06-15");
  add_activity (history, entry, GEOAT_STATUS_DONE, "2024-01-01");
  add_activity (history, entry, GEOAT_STATUS_DROPPED, "2024-01-01");
  entry = plan_fixture_add (history, "4A", GEOAT_LEVEL_2);
  geoat_history_add_action (history, entry, blank, G_MAXUINT);
  plan_fixture_add (history, "4A", GEOAT_LEVEL_3);
  plan_fixture_add (history, "4A", NONE);
  plan_fixture_add (history, "4A", NA);

  ranked = rank (history);
  g_assert_cmpuint (ranked->len, ==, 1);
  attention = &g_array_index (ranked, GeoatAttention, 0);
  g_assert_cmpint (geoat_score_get_tenths (&attention->score), ==, 20);
  g_assert_cmpuint (attention->score.total, ==, 5);
  g_assert_cmpuint (attention->score.not_assessed, ==, 1);
  g_assert_cmpuint (attention->score.not_applicable, ==, 1);
  g_assert_cmpuint (attention->n_low, ==, 2);
  g_assert_cmpuint (attention->n_without_activity, ==, 1);
  g_assert_cmpuint (attention->n_activities, ==, 3);
  g_assert_cmpuint (attention->n_overdue, ==, 1);
}

/* A target moves what counts as low, in both directions. */
static void
test_targets (void)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  GeoatRound *round = geoat_plan_get_last_round (plan);
  GeoatEntry *three = plan_fixture_add (history, "2B", GEOAT_LEVEL_3);
  GeoatEntry *one = plan_fixture_add (history, "2B", GEOAT_LEVEL_1);

  g_assert_false (geoat_attention_is_low (three, round));
  g_assert_true (geoat_attention_is_low (one, round));

  geoat_history_set_principle_target (history, 1, GEOAT_LEVEL_4);
  g_assert_true (geoat_attention_is_low (three, round));

  geoat_history_set_number (history, GEOAT_ITEM (one), GEOAT_FIELD_TARGET_LEVEL, GEOAT_LEVEL_1);
  g_assert_false (geoat_attention_is_low (one, round));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/attention/order", test_order);
  g_test_add_func ("/attention/reasons", test_reasons);
  g_test_add_func ("/attention/targets", test_targets);

  return g_test_run ();
}
