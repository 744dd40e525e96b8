/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One row of the template: an indicator, its ratings, and any number of actions.
 *
 * How it works: the ratings are a small array in the plan's order of rounds. It has no more places
 * than ratings, so that a round in which hardly anything was rated costs hardly anything, and it is
 * searched from its end, where the present round is. Its size doubles when it is full, which is
 * when the number of ratings is a power of two. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-entry-private.h"

#include "geoat-plan-private.h"

enum
{
  RATING_CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GeoatEntry, geoat_entry, GEOAT_TYPE_ITEM)

static GeoatPlan *
get_plan (GeoatEntry *self)
{
  return (GeoatPlan *) geoat_item_get_owner (GEOAT_ITEM (self));
}

static GeoatEntryRating *
find_rating (GeoatEntry *self, GeoatRound *round)
{
  for (guint i = self->n_ratings; i > 0; i--)
    if (self->ratings[i - 1].round == round)
      return &self->ratings[i - 1];

  return NULL;
}

/* Asked again and again: not by way of the class. */
static GeoatList *
peek_actions (GeoatEntry *self)
{
  return self->lists[GEOAT_LIST_ACTIONS - GEOAT_BEFORE_ENTRY_LISTS - 1];
}

static int
compare_ratings (gconstpointer a, gconstpointer b)
{
  guint first = geoat_round_get_index (((const GeoatEntryRating *) a)->round);
  guint second = geoat_round_get_index (((const GeoatEntryRating *) b)->round);

  return first < second ? -1 : first > second;
}

static void
geoat_entry_finalize (GObject *object)
{
  GeoatEntry *self = GEOAT_ENTRY (object);

  for (guint i = 0; i < self->n_ratings; i++)
    geoat_rating_unref (self->ratings[i].rating);
  g_free (self->ratings);

  G_OBJECT_CLASS (geoat_entry_parent_class)->finalize (object);
}

static void
geoat_entry_class_init (GeoatEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = geoat_entry_finalize;

  geoat_item_class_install_fields (GEOAT_ITEM_CLASS (klass), GEOAT_PART_ENTRY,
                                   G_STRUCT_OFFSET (GeoatEntry, values));
  geoat_item_class_install_lists (GEOAT_ITEM_CLASS (klass), G_STRUCT_OFFSET (GeoatEntry, lists));

  /**
   * GeoatEntry::rating-changed:
   * @self: the entry
   * @round: the round
   *
   * Its rating in @round was set, changed or taken away.
   */
  signals[RATING_CHANGED] = g_signal_new ("rating-changed", GEOAT_TYPE_ENTRY, G_SIGNAL_RUN_LAST, 0,
                                          NULL, NULL, NULL, G_TYPE_NONE, 1, GEOAT_TYPE_ROUND);
}

static void
geoat_entry_init (GeoatEntry *self)
{
  geoat_item_init_values (GEOAT_ITEM (self));
  self->key_element = -1;
  self->retired = G_MAXUINT;
}

/**
 * geoat_entry_new:
 * @key_element: the id of a key element, "2B"
 * @source: (nullable): where the wording came from, "geoat-2023/1A.03"
 * @indicator: (nullable): the statement that is assessed
 *
 * Returns: (transfer full): an entry that is in no plan yet
 */
GeoatEntry *
geoat_entry_new (const char *key_element, const char *source, const char *indicator)
{
  GeoatItem *self;

  g_return_val_if_fail (key_element != NULL, NULL);

  self = g_object_new (GEOAT_TYPE_ENTRY, NULL);
  geoat_item_set_text (self, GEOAT_FIELD_KEY_ELEMENT, key_element);
  geoat_item_set_text (self, GEOAT_FIELD_SOURCE, source);
  geoat_item_set_text (self, GEOAT_FIELD_INDICATOR, indicator);
  return GEOAT_ENTRY (self);
}

/**
 * geoat_entry_duplicate:
 * @self: an entry
 *
 * Returns: (transfer full): an entry with the same texts, target level and actions, all with ids of
 *   their own; it is in no plan yet, has no ratings, and nothing that this version does not know
 */
GeoatEntry *
geoat_entry_duplicate (GeoatEntry *self)
{
  GeoatEntry *copy;

  g_return_val_if_fail (GEOAT_IS_ENTRY (self), NULL);

  copy = g_object_new (GEOAT_TYPE_ENTRY, NULL);
  geoat_item_copy_to (GEOAT_ITEM (self), GEOAT_ITEM (copy), FALSE);
  geoat_item_set_text (GEOAT_ITEM (copy), GEOAT_FIELD_SINCE, NULL);
  geoat_item_set_text (GEOAT_ITEM (copy), GEOAT_FIELD_RETIRED, NULL);

  geoat_item_duplicate_lists (GEOAT_ITEM (self), GEOAT_ITEM (copy));
  return copy;
}

/**
 * geoat_entry_get_key_element:
 * @self: an entry
 *
 * Returns: (transfer none): the id of its key element
 */
const char *
geoat_entry_get_key_element (GeoatEntry *self)
{
  return geoat_item_get_text (GEOAT_ITEM (self), GEOAT_FIELD_KEY_ELEMENT);
}

/**
 * geoat_entry_get_indicator:
 * @self: an entry
 *
 * Returns: (transfer none): the statement that is assessed
 */
const char *
geoat_entry_get_indicator (GeoatEntry *self)
{
  return geoat_item_get_text (GEOAT_ITEM (self), GEOAT_FIELD_INDICATOR);
}

/**
 * geoat_entry_get_actions:
 * @self: an entry
 *
 * Returns: (transfer none): its actions, a list of #GeoatAction that follows what happens
 */
GListModel *
geoat_entry_get_actions (GeoatEntry *self)
{
  g_return_val_if_fail (GEOAT_IS_ENTRY (self), NULL);

  return G_LIST_MODEL (geoat_item_get_list (GEOAT_ITEM (self), GEOAT_LIST_ACTIONS));
}

/**
 * geoat_entry_get_n_actions:
 * @self: an entry
 *
 * Returns: how many actions it has
 */
guint
geoat_entry_get_n_actions (GeoatEntry *self)
{
  g_return_val_if_fail (GEOAT_IS_ENTRY (self), 0);

  return peek_actions (self) == NULL ? 0 : geoat_list_get_length (peek_actions (self));
}

/**
 * geoat_entry_get_action:
 * @self: an entry
 * @position: 0 for the first
 *
 * Returns: (transfer none) (nullable): the action; %NULL past the end
 */
GeoatAction *
geoat_entry_get_action (GeoatEntry *self, guint position)
{
  g_return_val_if_fail (GEOAT_IS_ENTRY (self), NULL);

  return peek_actions (self) == NULL ? NULL : geoat_list_get (peek_actions (self), position);
}

/**
 * geoat_entry_get_rating:
 * @self: an entry
 * @round: a round of its plan
 *
 * Returns: (transfer none) (nullable): its rating in @round; %NULL: not yet assessed
 */
const GeoatRating *
geoat_entry_get_rating (GeoatEntry *self, GeoatRound *round)
{
  GeoatEntryRating *place;

  g_return_val_if_fail (GEOAT_IS_ENTRY (self), NULL);
  g_return_val_if_fail (GEOAT_IS_ROUND (round), NULL);

  place = find_rating (self, round);
  return place == NULL ? NULL : place->rating;
}

/**
 * geoat_entry_get_level:
 * @self: an entry
 * @round: a round of its plan
 *
 * Returns: its level in @round, or %GEOAT_LEVEL_NOT_ASSESSED
 */
GeoatLevel
geoat_entry_get_level (GeoatEntry *self, GeoatRound *round)
{
  const GeoatRating *rating = geoat_entry_get_rating (self, round);

  return rating == NULL ? GEOAT_LEVEL_NOT_ASSESSED : geoat_rating_get_level (rating);
}

/* The wording that @round has kept of @field, or NULL: none. A rating that has kept one of its
 * texts has kept both: the other one was empty. */
static const char *
get_kept_wording (GeoatEntry *self, GeoatRound *round, GeoatField field)
{
  GeoatItem *plan = geoat_item_get_owner (GEOAT_ITEM (round));
  const GeoatRating *rating = geoat_entry_get_rating (self, round);
  const char *indicator, *current_activities, *kept;

  if (rating == NULL ||
      (field != GEOAT_FIELD_INDICATOR && field != GEOAT_FIELD_CURRENT_ACTIVITIES) ||
      (plan != NULL && geoat_plan_can_rate (GEOAT_PLAN (plan)) &&
       geoat_plan_get_last_round (GEOAT_PLAN (plan)) == round))
    return NULL;

  indicator = geoat_rating_get_indicator (rating);
  current_activities = geoat_rating_get_current_activities (rating);
  if (indicator == NULL && current_activities == NULL)
    return NULL;

  kept = field == GEOAT_FIELD_INDICATOR ? indicator : current_activities;
  return kept == NULL ? "" : kept;
}

/**
 * geoat_entry_get_wording:
 * @self: an entry
 * @round: a round of its plan
 * @field: a text field of an entry
 *
 * A round that is closed shows the indicator and the current activities with which it was closed.
 * The open round shows the present texts, and so does a round that has kept none: of an entry that
 * was not assessed in it, or because it was never closed.
 *
 * Returns: (transfer none): the text of @field in @round
 */
const char *
geoat_entry_get_wording (GeoatEntry *self, GeoatRound *round, GeoatField field)
{
  const char *kept;

  g_return_val_if_fail (GEOAT_IS_ENTRY (self), "");
  g_return_val_if_fail (GEOAT_IS_ROUND (round), "");

  kept = get_kept_wording (self, round, field);
  return kept != NULL ? kept : geoat_item_get_text (GEOAT_ITEM (self), field);
}

/**
 * geoat_entry_keeps_wording:
 * @self: an entry
 * @round: a round of its plan
 * @field: a field of an entry
 *
 * Returns: whether @round has kept the wording of @field, which is then read-only
 */
gboolean
geoat_entry_keeps_wording (GeoatEntry *self, GeoatRound *round, GeoatField field)
{
  g_return_val_if_fail (GEOAT_IS_ENTRY (self), FALSE);
  g_return_val_if_fail (GEOAT_IS_ROUND (round), FALSE);

  return get_kept_wording (self, round, field) != NULL;
}

/**
 * geoat_entry_is_in_round:
 * @self: an entry
 * @round: a round
 *
 * An entry counts from the round in which it was added, and until the one in which it was retired,
 * without that one.
 *
 * Returns: whether it counts in @round; %FALSE when either is in no plan
 */
gboolean
geoat_entry_is_in_round (GeoatEntry *self, GeoatRound *round)
{
  g_return_val_if_fail (GEOAT_IS_ENTRY (self), FALSE);
  g_return_val_if_fail (GEOAT_IS_ROUND (round), FALSE);

  return get_plan (self) != NULL &&
         geoat_item_get_owner (GEOAT_ITEM (round)) == GEOAT_ITEM (get_plan (self)) &&
         geoat_entry_counts_in (self, geoat_round_get_index (round));
}

/**
 * geoat_entry_get_effective_target:
 * @self: an entry
 *
 * Returns: its own target level, else its principle's, else %GEOAT_LEVEL_NOT_ASSESSED
 */
GeoatLevel
geoat_entry_get_effective_target (GeoatEntry *self)
{
  int own;
  GeoatPlan *plan;

  g_return_val_if_fail (GEOAT_IS_ENTRY (self), GEOAT_LEVEL_NOT_ASSESSED);

  own = geoat_item_get_number (GEOAT_ITEM (self), GEOAT_FIELD_TARGET_LEVEL);
  plan = get_plan (self);
  if (own != GEOAT_LEVEL_NOT_ASSESSED || plan == NULL || self->key_element < 0)
    return (GeoatLevel) own;

  return geoat_plan_get_principle_target (
      plan, geoat_framework_get_key_element_principle (plan->framework, (guint) self->key_element));
}

void
geoat_entry_append_rating (GeoatEntry *self, GeoatRound *round, GeoatRating *rating)
{
  guint n = self->n_ratings;

  if ((n & (n - 1)) == 0)
    self->ratings = g_renew (GeoatEntryRating, self->ratings, n == 0 ? 1 : 2 * (gsize) n);
  self->ratings[n].round = round;
  self->ratings[n].rating = geoat_rating_ref (rating);
  self->n_ratings++;
}

void
geoat_entry_sort_ratings (GeoatEntry *self)
{
  for (guint i = 1; i < self->n_ratings; i++)
    if (compare_ratings (&self->ratings[i - 1], &self->ratings[i]) > 0)
      {
        qsort (self->ratings, self->n_ratings, sizeof *self->ratings, compare_ratings);
        return;
      }
}

void
geoat_entry_set_rating (GeoatEntry *self, GeoatRound *round, GeoatRating *rating)
{
  GeoatEntryRating *place = find_rating (self, round);

  if (place != NULL && rating != NULL)
    {
      geoat_rating_ref (rating);
      geoat_rating_unref (place->rating);
      place->rating = rating;
    }
  else if (place != NULL)
    {
      guint i = (guint) (place - self->ratings);
      guint n;

      geoat_rating_unref (place->rating);
      memmove (place, place + 1, (self->n_ratings - i - 1) * sizeof *place);
      n = --self->n_ratings;

      /* Adding makes room when the number is a power of two: there must be no more room then. */
      if (n == 0)
        g_clear_pointer (&self->ratings, g_free);
      else if ((n & (n - 1)) == 0)
        self->ratings = g_renew (GeoatEntryRating, self->ratings, n);
    }
  else if (rating != NULL)
    {
      geoat_entry_append_rating (self, round, rating);
      geoat_entry_sort_ratings (self);
    }
}

void
geoat_entry_emit_rating_changed (GeoatEntry *self, GeoatRound *round)
{
  g_signal_emit (self, signals[RATING_CHANGED], 0, round);
}

void
geoat_entry_update_positions (GeoatEntry *self)
{
  GeoatPlan *plan = get_plan (self);
  GeoatItem *item = GEOAT_ITEM (self);

  self->key_element = -1;
  if (plan == NULL)
    return;

  self->key_element =
      geoat_framework_find_key_element (plan->framework, geoat_entry_get_key_element (self));
  self->since = geoat_plan_get_round_index (plan, geoat_item_get_text (item, GEOAT_FIELD_SINCE), 0);
  self->retired =
      geoat_plan_get_round_index (plan, geoat_item_get_text (item, GEOAT_FIELD_RETIRED), G_MAXUINT);
}
