/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The actions of a plan, filtered and sorted.
 *
 * How it works: "Units to involve / resources needed" is free text, in which people write several
 * units, with commas, semicolons or line by line: each piece counts as a unit. Names are the same
 * whatever their case and accents. Everything that sorting compares is worked out once for each
 * action. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-action-query.h"

#include "geoat-entry-private.h"
#include "geoat-fold.h"
#include "geoat-hash.h"
#include "geoat-plan-order.h"
#include "geoat-plan-private.h"

#include <string.h>

typedef struct
{
  GeoatAction *action;
  char *name; /* what is sorted by, folded; NULL unless by lead or units */
  guint32 due;
  guint rank;
  guint position;
} Candidate;

static void
candidate_clear (gpointer data)
{
  g_free (((Candidate *) data)->name);
}

/* Pieces of @text, each without blanks around it. */
static GStrv
split_units (const char *text)
{
  GStrv pieces = g_strsplit_set (text, ",;\n", -1);
  guint n = 0;

  for (guint i = 0; pieces[i] != NULL; i++)
    {
      char *piece = g_strstrip (pieces[i]);

      if (*piece == '\0')
        g_free (piece);
      else
        pieces[n++] = piece;
    }
  pieces[n] = NULL;

  return pieces;
}

static gboolean
is_same (const char *a, const char *b)
{
  g_autofree char *one = geoat_fold_text (a);
  g_autofree char *other = geoat_fold_text (b);

  return g_str_equal (g_strstrip (one), g_strstrip (other));
}

static gboolean
matches_state (GeoatActionState state, GeoatAction *action, const GDate *today)
{
  GeoatStatus status = geoat_action_get_status (action);

  switch (state)
    {
    case GEOAT_ACTION_STATE_OPEN:
      return status == GEOAT_STATUS_PLANNED || status == GEOAT_STATUS_IN_PROGRESS;
    case GEOAT_ACTION_STATE_OVERDUE:
      return geoat_action_is_overdue (action, today);
    case GEOAT_ACTION_STATE_PLANNED:
      return status == GEOAT_STATUS_PLANNED;
    case GEOAT_ACTION_STATE_IN_PROGRESS:
      return status == GEOAT_STATUS_IN_PROGRESS;
    case GEOAT_ACTION_STATE_DONE:
      return status == GEOAT_STATUS_DONE;
    case GEOAT_ACTION_STATE_DROPPED:
      return status == GEOAT_STATUS_DROPPED;
    case GEOAT_ACTION_STATE_ANY:
    default:
      return TRUE;
    }
}

static gboolean
matches_due (GeoatActionDue due, GeoatAction *action, const GDate *today)
{
  GDate date;
  gboolean has_date = geoat_item_get_date (GEOAT_ITEM (action), GEOAT_FIELD_DUE, &date);
  int days = has_date ? g_date_days_between (today, &date) : -1;

  switch (due)
    {
    case GEOAT_ACTION_DUE_IN_30_DAYS:
      return days >= 0 && days <= 30;
    case GEOAT_ACTION_DUE_IN_90_DAYS:
      return days >= 0 && days <= 90;
    case GEOAT_ACTION_DUE_NONE:
      return !has_date;
    case GEOAT_ACTION_DUE_ANY:
    default:
      return TRUE;
    }
}

static gboolean
matches_lead (const char *lead, GeoatAction *action)
{
  const char *own = geoat_item_get_text (GEOAT_ITEM (action), GEOAT_FIELD_LEAD);

  return lead == NULL || is_same (lead, own);
}

static gboolean
matches_unit (const char *unit, GeoatAction *action)
{
  g_auto (GStrv) units = NULL;

  if (unit == NULL)
    return TRUE;

  units = split_units (geoat_item_get_text (GEOAT_ITEM (action), GEOAT_FIELD_UNITS));
  if (*unit == '\0')
    return units[0] == NULL;
  for (guint i = 0; units[i] != NULL; i++)
    if (is_same (unit, units[i]))
      return TRUE;

  return FALSE;
}

/* @words: folded */
static gboolean
matches_words (char **words, GeoatEntry *entry, GeoatAction *action)
{
  GeoatField fields[GEOAT_N_FIELDS];
  guint n_fields;
  g_autoptr (GString) text = NULL;
  g_autofree char *folded = NULL;

  if (words == NULL)
    return TRUE;

  text = g_string_new (geoat_entry_get_indicator (entry));
  n_fields = geoat_field_list (GEOAT_PART_ACTION, GEOAT_FIELD_FLAG_FILTERED, NULL, fields);
  for (guint i = 0; i < n_fields; i++)
    g_string_append_printf (text, "\n%s", geoat_item_get_text (GEOAT_ITEM (action), fields[i]));
  folded = geoat_fold_text (text->str);
  for (guint i = 0; words[i] != NULL; i++)
    if (strstr (folded, words[i]) == NULL)
      return FALSE;

  return TRUE;
}

static guint
get_rank (GeoatStatus status)
{
  switch (status)
    {
    case GEOAT_STATUS_IN_PROGRESS:
      return 0;
    case GEOAT_STATUS_PLANNED:
      return 1;
    case GEOAT_STATUS_DONE:
      return 2;
    case GEOAT_STATUS_DROPPED:
    default:
      return 3;
    }
}

static void
add_candidate (GArray *candidates, const GeoatActionQuery *query, GeoatAction *action)
{
  Candidate candidate = { .action = action, .due = G_MAXUINT32, .position = candidates->len };
  GeoatItem *item = GEOAT_ITEM (action);
  GDate date;

  if (geoat_item_get_date (item, GEOAT_FIELD_DUE, &date))
    candidate.due = g_date_get_julian (&date);
  if (query->order == GEOAT_ACTION_ORDER_DUE)
    candidate.rank = get_rank (geoat_action_get_status (action)) > 1;
  else if (query->order == GEOAT_ACTION_ORDER_STATUS)
    candidate.rank = get_rank (geoat_action_get_status (action));
  else if (query->order == GEOAT_ACTION_ORDER_LEAD)
    candidate.name = geoat_fold_text (geoat_item_get_text (item, GEOAT_FIELD_LEAD));
  else if (query->order == GEOAT_ACTION_ORDER_UNITS)
    candidate.name = geoat_fold_text (geoat_item_get_text (item, GEOAT_FIELD_UNITS));
  if (candidate.name != NULL)
    {
      char *key = g_utf8_collate_key (g_strstrip (candidate.name), -1);

      candidate.rank = *candidate.name == '\0';
      g_free (candidate.name);
      candidate.name = key;
    }

  g_array_append_val (candidates, candidate);
}

static int
compare_by_order (gconstpointer a, gconstpointer b)
{
  const Candidate *one = a, *other = b;
  int names;

  if (one->rank != other->rank)
    return one->rank < other->rank ? -1 : 1;
  names = g_strcmp0 (one->name, other->name);
  if (names != 0)
    return names;
  if (one->due != other->due)
    return one->due < other->due ? -1 : 1;

  return one->position < other->position ? -1 : 1;
}

/* Calls for every action of an entry that counts in @round, in the order of the template: that of
 * the framework's key elements, and within each that of the plan. */
typedef void (*ActionFunc) (GeoatEntry *entry, GeoatAction *action, gpointer data);

static void
for_each_action (GeoatPlan *plan, GeoatRound *round, int principle, ActionFunc func, gpointer data)
{
  g_autoptr (GeoatPlanOrder) order = geoat_plan_order_new (plan, round);

  for (guint i = 0; i < order->n_entries; i++)
    {
      GeoatEntry *entry = order->entries[i];

      if (principle >= 0 && (int) geoat_framework_get_key_element_principle (
                                plan->framework, (guint) entry->key_element) != principle)
        continue;
      for (guint j = 0; j < geoat_entry_get_n_actions (entry); j++)
        func (entry, geoat_entry_get_action (entry, j), data);
    }
}

typedef struct
{
  const GeoatActionQuery *query;
  const GDate *today;
  char **words;
  GArray *candidates;
} Run;

static void
add_if_it_matches (GeoatEntry *entry, GeoatAction *action, gpointer data)
{
  Run *run = data;

  if (!geoat_action_is_blank (action) && matches_state (run->query->state, action, run->today) &&
      matches_due (run->query->due, action, run->today) &&
      matches_lead (run->query->lead, action) && matches_unit (run->query->unit, action) &&
      matches_words (run->words, entry, action))
    add_candidate (run->candidates, run->query, action);
}

/* Adds @name under its folded form, unless it is there. */
static void
add_name (GHashTable *names, const char *name)
{
  g_autofree char *stripped = g_strstrip (g_strdup (name));
  char *folded = geoat_fold_text (stripped);

  if (*stripped == '\0' || g_hash_table_contains (names, folded))
    g_free (folded);
  else
    g_hash_table_insert (names, folded, g_steal_pointer (&stripped));
}

static void
add_lead (GeoatEntry *entry, GeoatAction *action, gpointer names)
{
  add_name (names, geoat_item_get_text (GEOAT_ITEM (action), GEOAT_FIELD_LEAD));
}

static void
add_units (GeoatEntry *entry, GeoatAction *action, gpointer names)
{
  g_auto (GStrv) units = split_units (geoat_item_get_text (GEOAT_ITEM (action), GEOAT_FIELD_UNITS));

  for (guint i = 0; units[i] != NULL; i++)
    add_name (names, units[i]);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

static GStrv
collect_names (GeoatPlan *plan, GeoatRound *round, ActionFunc add)
{
  g_autoptr (GHashTable) names =
      g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, g_free);
  g_autoptr (GPtrArray) sorted = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  for_each_action (plan, round, -1, add, names);
  g_hash_table_iter_init (&iter, names);
  while (g_hash_table_iter_next (&iter, NULL, &name))
    g_ptr_array_add (sorted, g_strdup (name));
  g_ptr_array_sort (sorted, compare_names);
  g_ptr_array_add (sorted, NULL);

  return (GStrv) g_ptr_array_steal (sorted, NULL);
}

/**
 * geoat_action_query_run:
 * @self: what is asked for
 * @plan: a plan
 * @round: one of its rounds: only the actions of entries that count in it
 * @today: the day that "overdue" and "within" mean
 *
 * Finds actions. One in which nothing has been written is not there.
 *
 * Returns: (transfer full) (element-type GeoatAction): the actions, in order
 */
GPtrArray *
geoat_action_query_run (const GeoatActionQuery *self,
                        GeoatPlan *plan,
                        GeoatRound *round,
                        const GDate *today)
{
  GPtrArray *actions;
  g_autoptr (GArray) candidates = NULL;
  g_auto (GStrv) words = NULL;
  g_autofree char *folded = NULL;
  Run run;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (GEOAT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (GEOAT_IS_ROUND (round), NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  candidates = g_array_new (FALSE, FALSE, sizeof (Candidate));
  g_array_set_clear_func (candidates, candidate_clear);
  if (self->text != NULL && *self->text != '\0')
    {
      folded = geoat_fold_text (self->text);
      words = g_strsplit_set (g_strstrip (folded), " ", -1);
    }

  run = (Run){ self, today, words, candidates };
  for_each_action (plan, round, self->principle, add_if_it_matches, &run);
  if (self->order != GEOAT_ACTION_ORDER_PLACE)
    g_array_sort (candidates, compare_by_order);

  actions = g_ptr_array_new_full (candidates->len, g_object_unref);
  for (guint i = 0; i < candidates->len; i++)
    g_ptr_array_add (actions, g_object_ref (g_array_index (candidates, Candidate, i).action));

  return actions;
}

/**
 * geoat_action_query_get_leads:
 * @plan: a plan
 * @round: one of its rounds
 *
 * Returns: (transfer full): the leads of its actions, each once, sorted
 */
GStrv
geoat_action_query_get_leads (GeoatPlan *plan, GeoatRound *round)
{
  g_return_val_if_fail (GEOAT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (GEOAT_IS_ROUND (round), NULL);

  return collect_names (plan, round, add_lead);
}

/**
 * geoat_action_query_get_units:
 * @plan: a plan
 * @round: one of its rounds
 *
 * Returns: (transfer full): the units to involve of its actions, each once, sorted
 */
GStrv
geoat_action_query_get_units (GeoatPlan *plan, GeoatRound *round)
{
  g_return_val_if_fail (GEOAT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (GEOAT_IS_ROUND (round), NULL);

  return collect_names (plan, round, add_units);
}
