/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The scores of every scope in one round, kept up to date.
 *
 * How it works: what an entry adds to the scores follows from a few things: its key element, the
 * rounds in which it counts, its rating in this round, and its target. A change of the plan says
 * what one of these was before and is now: so what the entry added before is taken off, and what it
 * adds now is put on, in its key element, its principle and the plan. The target of a principle
 * stands for all its entries without one of their own: how many these are is counted as well
 * (`inheriting`), so that it can be changed without asking them. Only when a round comes or goes
 * is everything counted afresh. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-scores.h"

#include "geoat-change-private.h"
#include "geoat-entry-private.h"
#include "geoat-plan-private.h"

#include <string.h>

/* What an entry's part in the scores follows from. */
typedef struct
{
  int key_element;
  guint since;
  guint retired;
  int target; /* its own */
  const GeoatRating *rating;
} State;

struct _GeoatScores
{
  GObject parent_instance;

  GeoatPlan *plan;
  GeoatRound *round;
  guint round_index;

  guint n_principles;
  guint n_key_elements;
  guint *principle_of; /* by key element */
  GeoatScore total;
  GeoatScore *principles;
  GeoatScore *key_elements;
  guint *inheriting; /* by key element */
};

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GeoatScores, geoat_scores, G_TYPE_OBJECT)

static State
get_state (GeoatScores *self, GeoatEntry *entry)
{
  return (State){ entry->key_element, entry->since, entry->retired,
                  geoat_item_get_number (GEOAT_ITEM (entry), GEOAT_FIELD_TARGET_LEVEL),
                  geoat_entry_get_rating (entry, self->round) };
}

static gboolean
counts (GeoatScores *self, const State *state)
{
  return state->key_element >= 0 && state->since <= self->round_index &&
         self->round_index < state->retired;
}

/* Adds a state to a score, or takes it off with the sign -1: the arithmetic of unsigned numbers
 * makes no difference between the two. */
static void
count (GeoatScore *score, const State *state, int target, int sign)
{
  const guint one = (guint) sign;
  gboolean applicable = TRUE;

  score->total += one;
  if (state->rating == NULL)
    score->not_assessed += one;
  else
    {
      GeoatLevel level = geoat_rating_get_level (state->rating);

      applicable = level != GEOAT_LEVEL_NOT_APPLICABLE;
      if (applicable)
        score->levels[level] += one;
      else
        score->not_applicable += one;
      if (geoat_rating_get_carried (state->rating))
        score->carried += one;
    }

  if (applicable && target != GEOAT_LEVEL_NOT_ASSESSED)
    {
      score->n_targets += one;
      score->target_sum += (guint) target * one;
    }
}

/* Only in its key element. Returns the target that was counted. */
static int
count_in_key_element (GeoatScores *self, const State *state, int sign)
{
  guint key_element = (guint) state->key_element;
  int target = state->target;

  if (target == GEOAT_LEVEL_NOT_ASSESSED)
    {
      target = self->plan->principle_targets[self->principle_of[key_element]];
      if (state->rating == NULL ||
          geoat_rating_get_level (state->rating) != GEOAT_LEVEL_NOT_APPLICABLE)
        self->inheriting[key_element] += (guint) sign;
    }

  count (&self->key_elements[key_element], state, target, sign);
  return target;
}

static void
count_everywhere (GeoatScores *self, const State *state, int sign)
{
  int target;

  if (!counts (self, state))
    return;

  target = count_in_key_element (self, state, sign);
  count (&self->principles[self->principle_of[state->key_element]], state, target, sign);
  count (&self->total, state, target, sign);
}

static void
recompute (GeoatScores *self)
{
  guint n_entries = geoat_list_get_length (geoat_plan_get_list (self->plan, GEOAT_LIST_ENTRIES));
  gpointer *entries = geoat_list_get_items (geoat_plan_get_list (self->plan, GEOAT_LIST_ENTRIES));

  self->round_index = geoat_round_get_index (self->round);
  self->total = (GeoatScore){ 0 };
  memset (self->principles, 0, self->n_principles * sizeof *self->principles);
  memset (self->key_elements, 0, self->n_key_elements * sizeof *self->key_elements);
  memset (self->inheriting, 0, self->n_key_elements * sizeof *self->inheriting);

  /* A round that was taken back has no entries: its index is then beyond every other. */
  if (self->round_index == G_MAXUINT)
    return;

  for (guint i = 0; i < n_entries; i++)
    {
      State state = get_state (self, entries[i]);

      if (counts (self, &state))
        count_in_key_element (self, &state, 1);
    }

  for (guint i = 0; i < self->n_key_elements; i++)
    {
      geoat_score_add (&self->principles[self->principle_of[i]], &self->key_elements[i]);
      geoat_score_add (&self->total, &self->key_elements[i]);
    }
}

static void
count_target (GeoatScore *score, guint n, int old_target, int new_target)
{
  if (old_target != GEOAT_LEVEL_NOT_ASSESSED)
    {
      score->n_targets -= n;
      score->target_sum -= n * (guint) old_target;
    }
  if (new_target != GEOAT_LEVEL_NOT_ASSESSED)
    {
      score->n_targets += n;
      score->target_sum += n * (guint) new_target;
    }
}

static gboolean
follow_principle_target (GeoatScores *self, const GeoatChange *change)
{
  guint principle = change->position;
  guint n = 0;

  for (guint i = 0; i < self->n_key_elements; i++)
    if (self->principle_of[i] == principle)
      {
        count_target (&self->key_elements[i], self->inheriting[i], change->old_number,
                      change->new_number);
        n += self->inheriting[i];
      }

  count_target (&self->principles[principle], n, change->old_number, change->new_number);
  count_target (&self->total, n, change->old_number, change->new_number);
  return n > 0;
}

/* Sets @state to what it was before the text was changed; FALSE: the scores have nothing to do with
 * that text. */
static gboolean
get_state_before_text (GeoatScores *self, const GeoatChange *change, State *state)
{
  g_autofree char *old_text = NULL;

  if (change->field != GEOAT_FIELD_KEY_ELEMENT && change->field != GEOAT_FIELD_SINCE &&
      change->field != GEOAT_FIELD_RETIRED)
    return FALSE;

  old_text = geoat_change_get_old_text (change, geoat_item_get_text (change->item, change->field));
  if (change->field == GEOAT_FIELD_KEY_ELEMENT)
    state->key_element = geoat_framework_find_key_element (self->plan->framework, old_text);
  else if (change->field == GEOAT_FIELD_SINCE)
    state->since = geoat_plan_get_round_index (self->plan, old_text, 0);
  else
    state->retired = geoat_plan_get_round_index (self->plan, old_text, G_MAXUINT);
  return TRUE;
}

/* Whether only the words of a rating differ. */
static gboolean
count_alike (const GeoatRating *a, const GeoatRating *b)
{
  return a != NULL && b != NULL && geoat_rating_get_level (a) == geoat_rating_get_level (b) &&
         geoat_rating_get_carried (a) == geoat_rating_get_carried (b);
}

static gboolean
follow_entry (GeoatScores *self, const GeoatChange *change)
{
  GeoatEntry *entry = GEOAT_ENTRY (change->item);
  State now = get_state (self, entry);
  State before = now;

  if (change->kind == GEOAT_CHANGE_INSERT)
    count_everywhere (self, &now, 1);
  else if (change->kind == GEOAT_CHANGE_REMOVE)
    count_everywhere (self, &now, -1);
  else
    {
      if (geoat_item_get_owner (change->item) == NULL)
        return FALSE;

      if (change->kind == GEOAT_CHANGE_RATING)
        {
          if (change->round != self->round || count_alike (change->old_rating, change->new_rating))
            return FALSE;
          before.rating = change->old_rating;
        }
      else if (change->kind == GEOAT_CHANGE_TEXT)
        {
          if (!get_state_before_text (self, change, &before))
            return FALSE;
        }
      else if (change->kind == GEOAT_CHANGE_NUMBER && change->field == GEOAT_FIELD_TARGET_LEVEL)
        before.target = change->old_number;
      else
        return FALSE;

      count_everywhere (self, &before, -1);
      count_everywhere (self, &now, 1);
    }

  return TRUE;
}

static void
plan_changed_cb (GeoatScores *self, const GeoatChange *change)
{
  gboolean changed = FALSE;

  if (change->kind == GEOAT_CHANGE_PRINCIPLE_TARGET)
    changed = follow_principle_target (self, change);
  else if (GEOAT_IS_ENTRY (change->item))
    changed = follow_entry (self, change);
  else if (GEOAT_IS_ROUND (change->item) &&
           (change->kind == GEOAT_CHANGE_INSERT || change->kind == GEOAT_CHANGE_REMOVE))
    {
      recompute (self);
      changed = TRUE;
    }

  if (changed)
    g_signal_emit (self, signals[CHANGED], 0);
}

static void
geoat_scores_finalize (GObject *object)
{
  GeoatScores *self = GEOAT_SCORES (object);

  g_clear_object (&self->plan);
  g_clear_object (&self->round);
  g_free (self->principle_of);
  g_free (self->principles);
  g_free (self->key_elements);
  g_free (self->inheriting);

  G_OBJECT_CLASS (geoat_scores_parent_class)->finalize (object);
}

static void
geoat_scores_class_init (GeoatScoresClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = geoat_scores_finalize;

  /**
   * GeoatScores::changed:
   * @self: the scores
   *
   * After something that the scores follow from has changed, once for each change of the plan.
   */
  signals[CHANGED] = g_signal_new ("changed", GEOAT_TYPE_SCORES, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 0);
}

static void
geoat_scores_init (GeoatScores *self)
{
}

/**
 * geoat_scores_new:
 * @plan: a plan
 * @round: a round of it
 *
 * Counts once through the plan, then follows its changes.
 *
 * Returns: (transfer full): the scores of @round
 */
GeoatScores *
geoat_scores_new (GeoatPlan *plan, GeoatRound *round)
{
  GeoatScores *self;

  g_return_val_if_fail (GEOAT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (GEOAT_IS_ROUND (round), NULL);

  self = g_object_new (GEOAT_TYPE_SCORES, NULL);
  self->plan = g_object_ref (plan);
  self->round = g_object_ref (round);
  self->n_principles = geoat_framework_get_n_principles (plan->framework);
  self->n_key_elements = geoat_framework_get_n_key_elements (plan->framework);
  self->principles = g_new (GeoatScore, self->n_principles);
  self->key_elements = g_new (GeoatScore, self->n_key_elements);
  self->inheriting = g_new (guint, self->n_key_elements);
  self->principle_of = g_new (guint, self->n_key_elements);
  for (guint i = 0; i < self->n_key_elements; i++)
    self->principle_of[i] = geoat_framework_get_key_element_principle (plan->framework, i);

  recompute (self);
  g_signal_connect_object (plan, "changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * geoat_scores_get_plan:
 * @self: scores
 *
 * Returns: (transfer none): the plan
 */
GeoatPlan *
geoat_scores_get_plan (GeoatScores *self)
{
  g_return_val_if_fail (GEOAT_IS_SCORES (self), NULL);

  return self->plan;
}

/**
 * geoat_scores_get_round:
 * @self: scores
 *
 * Returns: (transfer none): the round
 */
GeoatRound *
geoat_scores_get_round (GeoatScores *self)
{
  g_return_val_if_fail (GEOAT_IS_SCORES (self), NULL);

  return self->round;
}

/**
 * geoat_scores_get_plan_score:
 * @self: scores
 *
 * Returns: (transfer none): the score of the whole plan; it stays where it is and changes
 */
const GeoatScore *
geoat_scores_get_plan_score (GeoatScores *self)
{
  g_return_val_if_fail (GEOAT_IS_SCORES (self), NULL);

  return &self->total;
}

/**
 * geoat_scores_get_principle:
 * @self: scores
 * @principle: the position of a principle
 *
 * Returns: (transfer none): its score; it stays where it is and changes
 */
const GeoatScore *
geoat_scores_get_principle (GeoatScores *self, guint principle)
{
  g_return_val_if_fail (GEOAT_IS_SCORES (self), NULL);
  g_return_val_if_fail (principle < self->n_principles, NULL);

  return &self->principles[principle];
}

/**
 * geoat_scores_get_key_element:
 * @self: scores
 * @key_element: the position of a key element
 *
 * Returns: (transfer none): its score; it stays where it is and changes
 */
const GeoatScore *
geoat_scores_get_key_element (GeoatScores *self, guint key_element)
{
  g_return_val_if_fail (GEOAT_IS_SCORES (self), NULL);
  g_return_val_if_fail (key_element < self->n_key_elements, NULL);

  return &self->key_elements[key_element];
}
