/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The action plan as a list: what a filter shows, and in which order. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include "geoat-action-query.h"
#include "plan-fixture.h"

static const struct
{
  const char *key_element;
  const char *activity;
  const char *units;
  const char *lead;
  const char *due;
  GeoatStatus status;
} rows[] = {
  { "2A", "a", "HR", "Zoë", "2025-06-14", GEOAT_STATUS_PLANNED },
  { "1A", "b", "Training; hr", "Ana", "2025-06-15", GEOAT_STATUS_IN_PROGRESS },
  { "1A", "c", "", "", "2025-07-15", GEOAT_STATUS_PLANNED },
  { "6C", "d", "Border posts\nTraining", "zoe", "2025-09-13", GEOAT_STATUS_DROPPED },
  { "2A", "e", "Legal", "Ana", "", GEOAT_STATUS_DONE },
  { "2A", "f", "HR, Legal", "", "2025-09-14", GEOAT_STATUS_PLANNED },
};

/* A plan with those actions, each under an indicator of its own. */
static GeoatPlan *
create_plan (void)
{
  GeoatPlan *plan = plan_fixture_new ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      GeoatEntry *entry = plan_fixture_add (history, rows[i].key_element, GEOAT_LEVEL_2);
      g_autoptr (GeoatAction) blank = geoat_action_new ();
      g_autoptr (GeoatAction) action =
          geoat_action_new_with_text (rows[i].activity, rows[i].units, "", "");

      geoat_history_add_action (history, entry, blank, G_MAXUINT);
      geoat_history_add_action (history, entry, action, G_MAXUINT);
      geoat_history_set_text (history, GEOAT_ITEM (action), GEOAT_FIELD_LEAD, rows[i].lead);
      geoat_history_set_text (history, GEOAT_ITEM (action), GEOAT_FIELD_DUE, rows[i].due);
      geoat_history_set_number (history, GEOAT_ITEM (action), GEOAT_FIELD_STATUS,
                                (int) rows[i].status);
      if (i == 0)
        geoat_history_set_text (history, GEOAT_ITEM (entry), GEOAT_FIELD_INDICATOR,
                                "Recrutement équitable");
    }

  return plan;
}

/* The activities, one letter each. */
static char *
run (GeoatPlan *plan, const GeoatActionQuery *query)
{
  g_autoptr (GPtrArray) actions = NULL;
  GString *text = g_string_new (NULL);
  GDate today;

  plan_fixture_date (&today, "2025-06-15");
  actions = geoat_action_query_run (query, plan, geoat_plan_get_last_round (plan), &today);
  for (guint i = 0; i < actions->len; i++)
    g_string_append (text,
                     geoat_item_get_text (g_ptr_array_index (actions, i), GEOAT_FIELD_ACTIVITY));

  return g_string_free (text, FALSE);
}

static void
test_filters (void)
{
  static const struct
  {
    const char *name;
    GeoatActionQuery query;
    const char *activities;
  } cases[] = {
    { "all, as in the template", { .principle = -1, .order = GEOAT_ACTION_ORDER_PLACE }, "bcaefd" },
    { "open", { GEOAT_ACTION_STATE_OPEN, 0, -1, NULL, NULL, NULL, 1 }, "bcaf" },
    { "overdue is before today", { GEOAT_ACTION_STATE_OVERDUE, 0, -1, NULL, NULL, NULL, 1 }, "a" },
    { "planned", { GEOAT_ACTION_STATE_PLANNED, 0, -1, NULL, NULL, NULL, 1 }, "caf" },
    { "in progress", { GEOAT_ACTION_STATE_IN_PROGRESS, 0, -1, NULL, NULL, NULL, 1 }, "b" },
    { "done", { GEOAT_ACTION_STATE_DONE, 0, -1, NULL, NULL, NULL, 1 }, "e" },
    { "dropped", { GEOAT_ACTION_STATE_DROPPED, 0, -1, NULL, NULL, NULL, 1 }, "d" },
    { "30 days, today included",
      { 0, GEOAT_ACTION_DUE_IN_30_DAYS, -1, NULL, NULL, NULL, 1 },
      "bc" },
    { "90 days", { 0, GEOAT_ACTION_DUE_IN_90_DAYS, -1, NULL, NULL, NULL, 1 }, "bcd" },
    { "no date", { 0, GEOAT_ACTION_DUE_NONE, -1, NULL, NULL, NULL, 1 }, "e" },
    { "a principle", { 0, 0, 1, NULL, NULL, NULL, 1 }, "aef" },
    { "a lead, whatever the accents", { 0, 0, -1, "ZOE", NULL, NULL, 1 }, "ad" },
    { "no lead", { 0, 0, -1, "", NULL, NULL, 1 }, "cf" },
    { "a unit among several", { 0, 0, -1, NULL, "HR", NULL, 1 }, "baf" },
    { "a unit on a line of its own", { 0, 0, -1, NULL, "Training", NULL, 1 }, "bd" },
    { "a unit is not a part of a name", { 0, 0, -1, NULL, "Border", NULL, 1 }, "" },
    { "no unit", { 0, 0, -1, NULL, "", NULL, 1 }, "c" },
    { "words, in any field", { 0, 0, -1, NULL, NULL, " legal HR ", 1 }, "f" },
    { "words of the indicator", { 0, 0, -1, NULL, NULL, "equitable", 1 }, "a" },
    { "several at once", { GEOAT_ACTION_STATE_OPEN, 0, 1, NULL, "hr", NULL, 1 }, "af" },
    { "by due date", { 0, 0, -1, NULL, NULL, NULL, GEOAT_ACTION_ORDER_DUE }, "abcfde" },
    { "by status", { 0, 0, -1, NULL, NULL, NULL, GEOAT_ACTION_ORDER_STATUS }, "bacfed" },
    { "by lead", { 0, 0, -1, NULL, NULL, NULL, GEOAT_ACTION_ORDER_LEAD }, "beadcf" },
    { "by units", { 0, 0, -1, NULL, NULL, NULL, GEOAT_ACTION_ORDER_UNITS }, "dafebc" },
  };
  g_autoptr (GeoatPlan) plan = create_plan ();

  g_assert_cmpint (GEOAT_ACTION_ORDER_PLACE, ==, 1);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *activities = run (plan, &cases[i].query);

      g_test_message ("%s", cases[i].name);
      g_assert_cmpstr (activities, ==, cases[i].activities);
    }
}

/* What a filter offers is each name once, whatever its case. */
static void
test_names (void)
{
  g_autoptr (GeoatPlan) plan = create_plan ();
  GeoatRound *round = geoat_plan_get_last_round (plan);
  g_auto (GStrv) leads = geoat_action_query_get_leads (plan, round);
  g_auto (GStrv) units = geoat_action_query_get_units (plan, round);

  g_assert_cmpuint (g_strv_length (leads), ==, 2);
  g_assert_cmpstr (leads[0], ==, "Ana");
  g_assert_cmpuint (g_strv_length (units), ==, 4);
  g_assert_true (g_strv_contains ((const char *const *) units, "Border posts"));
  g_assert_true (g_strv_contains ((const char *const *) units, "Legal"));
  g_assert_true (g_strv_contains ((const char *const *) units, "Training"));
}

/* An indicator that is retired takes its actions with it, from that round on only. */
static void
test_retired (void)
{
  g_autoptr (GeoatPlan) plan = create_plan ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  const GeoatActionQuery query = { .principle = -1, .text = "Recrutement" };
  g_autoptr (GPtrArray) before = NULL;
  g_autoptr (GPtrArray) now = NULL;
  GeoatItem *entry;
  GDate today;

  plan_fixture_date (&today, "2025-06-15");
  geoat_history_open_round (history, "Review", &today);
  before = geoat_action_query_run (&query, plan, geoat_plan_get_last_round (plan), &today);
  g_assert_cmpuint (before->len, ==, 1);

  entry = geoat_item_get_owner (g_ptr_array_index (before, 0));
  g_assert_true (geoat_history_remove_entry (history, GEOAT_ENTRY (entry)));
  now = geoat_action_query_run (&query, plan, geoat_plan_get_last_round (plan), &today);
  g_assert_cmpuint (now->len, ==, 0);

  g_clear_pointer (&now, g_ptr_array_unref);
  now = geoat_action_query_run (&query, plan, geoat_plan_get_round (plan, 0), &today);
  g_assert_cmpuint (now->len, ==, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/action-query/filters", test_filters);
  g_test_add_func ("/action-query/names", test_names);
  g_test_add_func ("/action-query/retired", test_retired);

  return g_test_run ();
}
