/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The edits that put parts of a plan in, take them out and move them. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-history-private.h"

#include <glib/gi18n-lib.h>

#include "geoat-date.h"
#include "geoat-entry-private.h"
#include "geoat-plan-private.h"

/* The place for a new entry: after the last of its key element; if that has none, after the last of
 * those before it. @without is not looked at, as if it were not there. */
static guint
find_entry_place (GeoatPlan *plan, int key_element, GeoatEntry *without)
{
  guint n_entries = geoat_list_get_length (geoat_plan_get_list (plan, GEOAT_LIST_ENTRIES));
  int best = -1;
  guint place = 0;
  guint position = 0;

  for (guint i = 0; i < n_entries; i++)
    {
      GeoatEntry *entry = geoat_list_get (geoat_plan_get_list (plan, GEOAT_LIST_ENTRIES), i);

      if (entry == without)
        continue;

      position++;
      if (entry->key_element <= key_element && entry->key_element >= best)
        {
          best = entry->key_element;
          place = position;
        }
    }

  return place;
}

static guint
get_position (GeoatList *list, gpointer item)
{
  guint position = 0;
  gboolean found = geoat_list_find (list, item, &position);

  g_assert (found);
  return position;
}

/* Takes the item out of one list and puts it into another, or elsewhere into the same. */
static void
move (GeoatHistory *self,
      GeoatItem *item,
      GeoatItem *from,
      guint old_position,
      GeoatItem *to,
      guint new_position,
      const char *name)
{
  if (from == to && old_position == new_position)
    return;

  geoat_history_begin (self, name);
  geoat_history_record (self, geoat_change_new_remove (item, from, old_position), NULL);
  geoat_history_record (self, geoat_change_new_insert (item, to, new_position), NULL);
  geoat_history_end (self);
}

/* Whether all that the entry brings along belongs to the plan. */
static gboolean
is_entry_fit (GeoatPlan *plan, GeoatEntry *entry)
{
  if (geoat_item_get_owner (GEOAT_ITEM (entry)) != NULL ||
      geoat_framework_find_key_element (plan->framework, geoat_entry_get_key_element (entry)) < 0 ||
      geoat_plan_has_any (plan, GEOAT_ITEM (entry)))
    return FALSE;

  for (guint i = 0; i < entry->n_ratings; i++)
    if (geoat_item_get_owner (GEOAT_ITEM (entry->ratings[i].round)) != GEOAT_ITEM (plan))
      return FALSE;

  return TRUE;
}

static void
insert_entry (GeoatHistory *self, GeoatEntry *entry, guint position, const char *name)
{
  GeoatPlan *plan = geoat_history_get_plan (self);
  GeoatItem *item = GEOAT_ITEM (entry);

  /* It is in no plan yet: this is part of making it, and stays with it when it is undone. */
  geoat_item_set_text (item, GEOAT_FIELD_SINCE,
                       geoat_plan_get_n_rounds (plan) > 1
                           ? geoat_item_get_id (GEOAT_ITEM (geoat_plan_get_last_round (plan)))
                           : NULL);
  geoat_item_set_text (item, GEOAT_FIELD_RETIRED, NULL);

  geoat_history_record (self, geoat_change_new_insert (item, GEOAT_ITEM (plan), position), name);
}

/* The last round while it is open, else NULL. */
static GeoatRound *
get_open_round (GeoatPlan *plan)
{
  return geoat_plan_can_rate (plan) ? geoat_plan_get_last_round (plan) : NULL;
}

/* Whether a round that is read-only has rated it. */
static gboolean
is_bound (GeoatPlan *plan, GeoatEntry *entry)
{
  GeoatRound *open_round = get_open_round (plan);

  for (guint i = 0; i < entry->n_ratings; i++)
    if (entry->ratings[i].round != open_round)
      return TRUE;

  return FALSE;
}

/* The list of @owner that @item is in, or belongs into. */
static const GeoatListInfo *
get_list_info (GeoatItem *owner, GeoatItem *item)
{
  return geoat_list_kind_get_info (
      geoat_list_kind_find (geoat_item_get_part (owner), geoat_item_get_part (item)));
}

/**
 * geoat_history_add_entry:
 * @self: a history
 * @entry: an entry that is in no plan
 * @position: its place among all entries; %G_MAXUINT: after the last of its key element
 *
 * It counts from the last round on; in a plan of one round simply always. What it says of rounds
 * itself is overwritten.
 */
void
geoat_history_add_entry (GeoatHistory *self, GeoatEntry *entry, guint position)
{
  GeoatPlan *plan;

  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (GEOAT_IS_ENTRY (entry));
  plan = geoat_history_get_plan (self);
  g_return_if_fail (is_entry_fit (plan, entry));
  g_return_if_fail (position == G_MAXUINT || position <= geoat_plan_get_n_entries (plan));

  if (position == G_MAXUINT)
    position = geoat_plan_find_entry_place (
        plan,
        geoat_framework_find_key_element (plan->framework, geoat_entry_get_key_element (entry)));
  insert_entry (self, entry, position, _ ("Add Indicator"));
}

/**
 * geoat_history_add_starter:
 * @self: a history
 * @key_element: the position of a key element in the framework
 * @indicator: the position of one of its starter indicators
 *
 * Adds an entry with the indicator in the language of the plan, after the last of its key element.
 *
 * Returns: (transfer none): the entry
 */
GeoatEntry *
geoat_history_add_starter (GeoatHistory *self, guint key_element, guint indicator)
{
  g_autoptr (GeoatEntry) entry = NULL;
  GeoatFramework *framework;
  GeoatPlan *plan;

  g_return_val_if_fail (GEOAT_IS_HISTORY (self), NULL);

  plan = geoat_history_get_plan (self);
  framework = plan->framework;
  entry = geoat_entry_new (geoat_framework_get_key_element_id (framework, key_element),
                           geoat_framework_get_indicator_source (framework, key_element, indicator),
                           geoat_framework_get_indicator_text (framework, key_element, indicator,
                                                               geoat_plan_get_language (plan)));
  geoat_history_add_entry (self, entry, G_MAXUINT);
  return entry;
}

/**
 * geoat_history_add_starters:
 * @self: a history
 *
 * Adds the starter indicators of all key elements, in one step.
 */
void
geoat_history_add_starters (GeoatHistory *self)
{
  GeoatFramework *framework;

  g_return_if_fail (GEOAT_IS_HISTORY (self));

  framework = geoat_plan_get_framework (geoat_history_get_plan (self));
  geoat_history_begin (self, _ ("Add the starter indicators"));
  for (guint i = 0; i < geoat_framework_get_n_key_elements (framework); i++)
    for (guint j = 0; j < geoat_framework_get_n_indicators (framework, i); j++)
      geoat_history_add_starter (self, i, j);
  geoat_history_end (self);
}

/**
 * geoat_history_can_remove_entry:
 * @self: a history
 * @entry: an entry of the plan
 *
 * Returns: %FALSE while the last round is closed and the entry has a rating. It could then only be
 *   retired from a round that does not exist yet: open it first.
 */
gboolean
geoat_history_can_remove_entry (GeoatHistory *self, GeoatEntry *entry)
{
  GeoatPlan *plan;

  g_return_val_if_fail (GEOAT_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (GEOAT_IS_ENTRY (entry), FALSE);
  g_return_val_if_fail (geoat_history_owns (self, entry), FALSE);

  plan = geoat_history_get_plan (self);
  return get_open_round (plan) != NULL || !is_bound (plan, entry);
}

/**
 * geoat_history_remove_entry:
 * @self: a history
 * @entry: an entry of the plan, for which geoat_history_can_remove_entry() says %TRUE
 *
 * Takes an entry out. When a round that is read-only has rated it (a closed one, or one before the
 * last), it is retired instead: it stays in the plan, its rating in the open round is dropped, and
 * it counts no more from that round on, while earlier rounds keep their results. For one that is
 * retired already nothing happens.
 *
 * Returns: whether it was retired
 */
gboolean
geoat_history_remove_entry (GeoatHistory *self, GeoatEntry *entry)
{
  GeoatPlan *plan;
  GeoatItem *item;
  GeoatRound *round;

  g_return_val_if_fail (geoat_history_can_remove_entry (self, entry), FALSE);

  plan = geoat_history_get_plan (self);
  item = GEOAT_ITEM (entry);
  if (!is_bound (plan, entry))
    {
      guint position = get_position (geoat_plan_get_list (plan, GEOAT_LIST_ENTRIES), entry);

      geoat_history_record (self, geoat_change_new_remove (item, GEOAT_ITEM (plan), position),
                            _ ("Remove Indicator"));
      return FALSE;
    }

  if (*geoat_item_get_text (item, GEOAT_FIELD_RETIRED) != '\0')
    return TRUE;

  round = geoat_plan_get_last_round (plan);
  geoat_history_begin (self, _ ("Retire Indicator"));
  if (geoat_entry_get_rating (entry, round) != NULL)
    geoat_history_record (self, geoat_change_new_rating (entry, round, NULL), NULL);
  geoat_history_record (
      self,
      geoat_change_new_text (item, GEOAT_FIELD_RETIRED, geoat_item_get_id (GEOAT_ITEM (round))),
      NULL);
  geoat_history_end (self);
  return TRUE;
}

/**
 * geoat_history_move_entry:
 * @self: a history
 * @entry: an entry of the plan
 * @position: its new place among the other entries
 */
void
geoat_history_move_entry (GeoatHistory *self, GeoatEntry *entry, guint position)
{
  GeoatPlan *plan;

  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (GEOAT_IS_ENTRY (entry));
  g_return_if_fail (geoat_history_owns (self, entry));
  plan = geoat_history_get_plan (self);
  g_return_if_fail (position < geoat_plan_get_n_entries (plan));

  move (self, GEOAT_ITEM (entry), GEOAT_ITEM (plan),
        get_position (geoat_plan_get_list (plan, GEOAT_LIST_ENTRIES), entry), GEOAT_ITEM (plan),
        position, _ ("Move Indicator"));
}

/**
 * geoat_history_move_entry_to:
 * @self: a history
 * @entry: an entry of the plan
 * @key_element: the id of a key element of the framework
 *
 * Moves it behind the last entry of @key_element. All its ratings go along, those of earlier rounds
 * too.
 */
void
geoat_history_move_entry_to (GeoatHistory *self, GeoatEntry *entry, const char *key_element)
{
  GeoatPlan *plan;
  GeoatItem *item;
  int new_key_element;

  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (GEOAT_IS_ENTRY (entry));
  g_return_if_fail (geoat_history_owns (self, entry));
  g_return_if_fail (key_element != NULL);
  plan = geoat_history_get_plan (self);
  new_key_element = geoat_framework_find_key_element (plan->framework, key_element);
  g_return_if_fail (new_key_element >= 0);

  if (new_key_element == entry->key_element)
    return;

  item = GEOAT_ITEM (entry);
  geoat_history_begin (self, _ ("Move Indicator to Another Key Element"));
  geoat_history_record (self, geoat_change_new_text (item, GEOAT_FIELD_KEY_ELEMENT, key_element),
                        NULL);
  move (self, item, GEOAT_ITEM (plan),
        get_position (geoat_plan_get_list (plan, GEOAT_LIST_ENTRIES), entry), GEOAT_ITEM (plan),
        find_entry_place (plan, new_key_element, entry),
        _ ("Move Indicator to Another Key Element"));
  geoat_history_set_focus (self, item);
  geoat_history_end (self);
}

/**
 * geoat_history_duplicate_entry:
 * @self: a history
 * @entry: an entry of the plan
 *
 * Returns: (transfer none): the new entry, right behind @entry; see geoat_entry_duplicate()
 */
GeoatEntry *
geoat_history_duplicate_entry (GeoatHistory *self, GeoatEntry *entry)
{
  g_autoptr (GeoatEntry) copy = NULL;
  GeoatPlan *plan;

  g_return_val_if_fail (GEOAT_IS_HISTORY (self), NULL);
  g_return_val_if_fail (GEOAT_IS_ENTRY (entry), NULL);
  g_return_val_if_fail (geoat_history_owns (self, entry), NULL);

  plan = geoat_history_get_plan (self);
  copy = geoat_entry_duplicate (entry);
  insert_entry (self, copy,
                get_position (geoat_plan_get_list (plan, GEOAT_LIST_ENTRIES), entry) + 1,
                _ ("Duplicate Indicator"));
  return copy;
}

/**
 * geoat_history_add_item:
 * @self: a history
 * @item: an item that is in none
 * @owner: what it is to be in: an item of the plan, or the plan
 * @position: its place in the list; %G_MAXUINT: at the end
 *
 * Not for entries and rounds, which take more.
 */
void
geoat_history_add_item (GeoatHistory *self, GeoatItem *item, GeoatItem *owner, guint position)
{
  const GeoatListInfo *info;
  guint n_items;

  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (GEOAT_IS_ITEM (item) && !GEOAT_IS_ENTRY (item) && !GEOAT_IS_ROUND (item));
  g_return_if_fail (geoat_history_owns (self, owner));
  g_return_if_fail (geoat_item_get_owner (item) == NULL);
  g_return_if_fail (!geoat_plan_has_any (geoat_history_get_plan (self), item));
  info = get_list_info (owner, item);
  n_items = geoat_item_get_n_items (owner, info->kind);
  g_return_if_fail (position == G_MAXUINT || position <= n_items);

  geoat_history_record (self, geoat_change_new_insert (item, owner, MIN (position, n_items)),
                        _ (info->add_name));
}

/**
 * geoat_history_remove_item:
 * @self: a history
 * @item: an item of the plan that is neither an entry nor a round
 */
void
geoat_history_remove_item (GeoatHistory *self, GeoatItem *item)
{
  const GeoatListInfo *info;
  GeoatItem *owner;

  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (GEOAT_IS_ITEM (item) && !GEOAT_IS_ENTRY (item) && !GEOAT_IS_ROUND (item));
  g_return_if_fail (geoat_history_owns (self, item));

  owner = geoat_item_get_owner (item);
  info = get_list_info (owner, item);
  geoat_history_record (
      self,
      geoat_change_new_remove (item, owner,
                               get_position (geoat_item_get_list (owner, info->kind), item)),
      _ (info->remove_name));
}

/**
 * geoat_history_move_item:
 * @self: a history
 * @item: an item of the plan that is neither an entry nor a round
 * @owner: what it is to be in, its own owner or another one of the same kind
 * @position: its new place among the other items there; %G_MAXUINT: at the end
 */
void
geoat_history_move_item (GeoatHistory *self, GeoatItem *item, GeoatItem *owner, guint position)
{
  const GeoatListInfo *info;
  GeoatItem *from;
  guint n_others;

  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (GEOAT_IS_ITEM (item) && !GEOAT_IS_ENTRY (item) && !GEOAT_IS_ROUND (item));
  g_return_if_fail (geoat_history_owns (self, item));
  g_return_if_fail (geoat_history_owns (self, owner));

  from = geoat_item_get_owner (item);
  info = get_list_info (from, item);
  n_others = geoat_item_get_n_items (owner, info->kind) - (from == owner ? 1 : 0);
  g_return_if_fail (position == G_MAXUINT || position <= n_others);

  move (self, item, from, get_position (geoat_item_get_list (from, info->kind), item), owner,
        MIN (position, n_others), _ (info->move_name));
}

/**
 * geoat_history_add_action:
 * @self: a history
 * @entry: an entry of the plan
 * @action: an action that is in no entry
 * @position: its place among the actions of @entry; %G_MAXUINT: at the end
 */
void
geoat_history_add_action (GeoatHistory *self,
                          GeoatEntry *entry,
                          GeoatAction *action,
                          guint position)
{
  geoat_history_add_item (self, GEOAT_ITEM (action), GEOAT_ITEM (entry), position);
}

/**
 * geoat_history_remove_action:
 * @self: a history
 * @action: an action of the plan
 */
void
geoat_history_remove_action (GeoatHistory *self, GeoatAction *action)
{
  geoat_history_remove_item (self, GEOAT_ITEM (action));
}

/**
 * geoat_history_move_action:
 * @self: a history
 * @action: an action of the plan
 * @entry: the entry it is to be in, its own or another one of the plan
 * @position: its new place among the other actions of @entry; %G_MAXUINT: at the end
 */
void
geoat_history_move_action (GeoatHistory *self,
                           GeoatAction *action,
                           GeoatEntry *entry,
                           guint position)
{
  geoat_history_move_item (self, GEOAT_ITEM (action), GEOAT_ITEM (entry), position);
}

/**
 * geoat_history_duplicate_action:
 * @self: a history
 * @action: an action of the plan
 *
 * Returns: (transfer none): the new action, right behind @action; see geoat_action_duplicate()
 */
GeoatAction *
geoat_history_duplicate_action (GeoatHistory *self, GeoatAction *action)
{
  g_autoptr (GeoatAction) copy = NULL;
  GeoatItem *owner;
  GeoatList *actions;

  g_return_val_if_fail (GEOAT_IS_HISTORY (self), NULL);
  g_return_val_if_fail (GEOAT_IS_ACTION (action), NULL);
  g_return_val_if_fail (geoat_history_owns (self, action), NULL);

  owner = geoat_item_get_owner (GEOAT_ITEM (action));
  actions = geoat_item_get_list (owner, GEOAT_LIST_ACTIONS);
  copy = geoat_action_duplicate (action);
  geoat_history_record (
      self, geoat_change_new_insert (GEOAT_ITEM (copy), owner, get_position (actions, action) + 1),
      _ ("Duplicate Activity"));
  return copy;
}

/**
 * geoat_history_set_status:
 * @self: a history
 * @action: an action of its plan
 * @status: the new status
 * @today: the day on which it was done, if it is
 *
 * Sets how far @action has come, as one step. One that is done gets its day of completion; one that
 * no longer is loses it.
 */
void
geoat_history_set_status (GeoatHistory *self,
                          GeoatAction *action,
                          GeoatStatus status,
                          const GDate *today)
{
  char text[11] = "";

  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (GEOAT_IS_ACTION (action));
  g_return_if_fail (today != NULL && g_date_valid (today));

  if (status == geoat_action_get_status (action))
    return;
  if (status == GEOAT_STATUS_DONE)
    geoat_date_format (today, text);

  geoat_history_break (self);
  geoat_history_begin (self, _ ("Set the status"));
  geoat_history_set_number (self, GEOAT_ITEM (action), GEOAT_FIELD_STATUS, (int) status);
  geoat_history_set_text (self, GEOAT_ITEM (action), GEOAT_FIELD_COMPLETED, text);
  geoat_history_end (self);
}

/**
 * geoat_history_add_member:
 * @self: a history
 * @member: a member that is in no plan
 * @position: the place in the working group; %G_MAXUINT: at the end
 */
void
geoat_history_add_member (GeoatHistory *self, GeoatMember *member, guint position)
{
  g_return_if_fail (GEOAT_IS_HISTORY (self));

  geoat_history_add_item (self, GEOAT_ITEM (member), GEOAT_ITEM (geoat_history_get_plan (self)),
                          position);
}

/**
 * geoat_history_remove_member:
 * @self: a history
 * @member: a member of the plan's working group
 */
void
geoat_history_remove_member (GeoatHistory *self, GeoatMember *member)
{
  geoat_history_remove_item (self, GEOAT_ITEM (member));
}

/**
 * geoat_history_move_member:
 * @self: a history
 * @member: a member of the plan's working group
 * @position: the new place among the other members
 */
void
geoat_history_move_member (GeoatHistory *self, GeoatMember *member, guint position)
{
  g_return_if_fail (GEOAT_IS_HISTORY (self));

  geoat_history_move_item (self, GEOAT_ITEM (member), GEOAT_ITEM (geoat_history_get_plan (self)),
                           position);
}
