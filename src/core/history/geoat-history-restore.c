/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Turning a living plan into another content of the same plan: a saved version, or what someone
 * else wrote to the file.
 *
 * How it works: parts are told apart by their ids. What both have stays the same object, and only
 * the fields that differ are set; in a list as many as possible stay where they are (the longest
 * run of items that are in the same order in both), the others move, come or go. All of it is made
 * of the changes of geoat-change.h, so that undo is exact.
 *
 * The order matters, for a plan is never without a round, ids are unique at every moment, and
 * undoing runs through the same states backwards: first everything leaves that is in the way of
 * something else (entries, what is in them, ratings in rounds that go or move), then rounds, then
 * the rest comes. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-history-restore.h"

#include <glib/gi18n-lib.h>

#include "geoat-change-private.h"
#include "geoat-entry-private.h"
#include "geoat-error.h"
#include "geoat-hash.h"
#include "geoat-history-private.h"
#include "geoat-plan-private.h"
#include "geoat-unknown.h"

typedef struct
{
  GeoatHistory *history;
  GeoatPlan *plan;
  GeoatPlan *version;
  GHashTable *detached; /* key of an item → it, taken out to go into something else */
} Restore;

static void
do_change (Restore *restore, GeoatChange *change)
{
  geoat_history_record (restore->history, change, NULL);
}

static void
insert (Restore *restore, gpointer item, gpointer owner, guint position)
{
  do_change (restore, geoat_change_new_insert (item, owner, position));
}

static void
take_out (Restore *restore, gpointer item, gpointer owner, guint position)
{
  do_change (restore, geoat_change_new_remove (item, owner, position));
}

static void
set_rating (Restore *restore, GeoatEntry *entry, GeoatRound *round, const GeoatRating *rating)
{
  if (!geoat_rating_equal (geoat_entry_get_rating (entry, round), rating))
    do_change (restore, geoat_change_new_rating (entry, round, (GeoatRating *) rating));
}

static void
set_unknown (
    Restore *restore, GeoatItem *item, guint place, JsonObject *present, JsonObject *unknown)
{
  g_autoptr (JsonObject) copy = NULL;

  if (geoat_unknown_equal (present, unknown))
    return;

  copy = geoat_unknown_copy (unknown);
  do_change (restore, geoat_change_new_unknown (item, place, copy));
}

/* All fields of @item become those of @from. */
static void
set_fields (Restore *restore, GeoatItem *item, GeoatItem *from)
{
  GeoatPart part = geoat_item_get_part (item);

  for (guint i = geoat_field_first (part); i <= geoat_field_last (part); i++)
    {
      GeoatField field = (GeoatField) i;

      if (geoat_field_is_text (field))
        do_change (restore, geoat_change_new_text (item, field, geoat_item_get_text (from, field)));
      else if (geoat_item_get_number (item, field) != geoat_item_get_number (from, field))
        do_change (restore,
                   geoat_change_new_number (item, field, geoat_item_get_number (from, field)));
    }

  set_unknown (restore, item, 0, geoat_item_get_unknown (item), geoat_item_get_unknown (from));
}

static GeoatItem *
copy_item (GeoatItem *from)
{
  GeoatItem *copy = g_object_new (G_OBJECT_TYPE (from), NULL);

  geoat_item_copy_to (from, copy, TRUE);
  return copy;
}

/* The numbers, in any order and distinct, of the longest increasing run in @numbers: those stay
 * where they are. Marks them in @stays. Numbers below 0 are skipped. */
static void
find_longest_run (const int *numbers, guint n, gboolean *stays)
{
  g_autofree guint *ends = g_new (guint, n + 1); /* of the best run of each length */
  g_autofree int *before = g_new (int, n + 1);
  guint length = 0;

  for (guint i = 0; i < n; i++)
    {
      guint low = 0;
      guint high = length;

      if (numbers[i] < 0)
        continue;
      while (low < high)
        {
          guint middle = (low + high) / 2;

          if (numbers[ends[middle]] < numbers[i])
            low = middle + 1;
          else
            high = middle;
        }
      before[i] = low == 0 ? -1 : (int) ends[low - 1];
      ends[low] = i;
      length = MAX (length, low + 1);
    }

  if (length > 0)
    for (int i = (int) ends[length - 1]; i >= 0; i = before[i])
      stays[i] = TRUE;
}

/* Which items of @target (items that exist, or are new) stay where they are in @list. */
static gboolean *
find_staying (GeoatList *list, GPtrArray *target)
{
  g_autofree int *numbers = g_new (int, target->len + 1);
  gboolean *stays = g_new0 (gboolean, target->len + 1);

  for (guint i = 0; i < target->len; i++)
    {
      guint position;

      numbers[i] =
          geoat_list_find (list, g_ptr_array_index (target, i), &position) ? (int) position : -1;
    }
  find_longest_run (numbers, target->len, stays);
  return stays;
}

/* Brings @target into @list in that order; what is not in @target comes to lie behind something of
 * it, and is for remove_others(). */
static void
arrange (Restore *restore, GeoatItem *owner, GeoatList *list, GPtrArray *target)
{
  g_autofree gboolean *stays = find_staying (list, target);
  g_autoptr (GHashTable) staying = g_hash_table_new (NULL, NULL);
  guint position = 0;

  for (guint i = 0; i < target->len; i++)
    if (stays[i])
      g_hash_table_add (staying, g_ptr_array_index (target, i));

  for (guint i = 0; i < target->len; i++)
    {
      GeoatItem *item = g_ptr_array_index (target, i);
      guint present;

      if (stays[i])
        {
          while (geoat_list_get (list, position) != item)
            position++;
        }
      else if (geoat_item_get_owner (item) == owner && geoat_list_find (list, item, &present))
        {
          g_autoptr (GeoatItem) held = g_object_ref (item);

          take_out (restore, held, owner, present);
          if (present < position)
            position--;
          insert (restore, held, owner, position);
        }
      else
        insert (restore, item, owner, position);
      position++;
    }
}

static void
remove_others (Restore *restore, GeoatItem *owner, GeoatList *list, GHashTable *wanted)
{
  for (guint i = geoat_list_get_length (list); i > 0; i--)
    {
      GeoatItem *item = geoat_list_get (list, i - 1);

      if (!g_hash_table_contains (wanted, item))
        take_out (restore, item, owner, i - 1);
    }
}

static GHashTable *
make_set (GPtrArray *items)
{
  GHashTable *set = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < items->len; i++)
    g_hash_table_add (set, g_ptr_array_index (items, i));
  return set;
}

/* Ids are unique in a part. */
static char *
make_key (GeoatItem *item)
{
  return g_strdup_printf ("%d %s", geoat_item_get_part (item), geoat_item_get_id (item));
}

/* What the plan has, or had until a moment ago, of an item of the version; NULL: it is new. */
static GeoatItem *
find_present (Restore *restore, GeoatItem *other)
{
  GeoatItem *item =
      geoat_plan_find (restore->plan, geoat_item_get_part (other), geoat_item_get_id (other));
  g_autofree char *key = NULL;

  if (item != NULL || g_hash_table_size (restore->detached) == 0)
    return item;

  key = make_key (other);
  return g_hash_table_lookup (restore->detached, key);
}

/* The items that are to be in a list: those the plan has, and copies of those it lacks. */
static GPtrArray *
make_target (Restore *restore, GeoatList *from)
{
  GPtrArray *target = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < geoat_list_get_length (from); i++)
    {
      GeoatItem *other = geoat_list_get (from, i);
      GeoatItem *item = find_present (restore, other);

      g_ptr_array_add (target, item != NULL ? g_object_ref (item) : copy_item (other));
    }
  return target;
}

static void
restore_plan (Restore *restore)
{
  GeoatPlan *plan = restore->plan;
  GeoatPlan *version = restore->version;

  set_fields (restore, GEOAT_ITEM (plan), GEOAT_ITEM (version));
  for (guint i = 0; i < GEOAT_N_PLACES; i++)
    set_unknown (restore, GEOAT_ITEM (plan), i + 1, geoat_plan_get_unknown (plan, i),
                 geoat_plan_get_unknown (version, i));

  for (guint i = 0; i < geoat_framework_get_n_principles (geoat_plan_get_framework (plan)); i++)
    {
      GeoatLevel level = geoat_plan_get_principle_target (version, i);

      if (geoat_plan_get_principle_target (plan, i) != level)
        do_change (restore, geoat_change_new_principle_target (plan, i, (int) level));
    }
}

static void
restore_ratings (Restore *restore, GeoatEntry *entry, GeoatEntry *from)
{
  for (guint i = 0; i < geoat_plan_get_n_rounds (restore->plan); i++)
    set_rating (restore, entry, geoat_plan_get_round (restore->plan, i),
                geoat_entry_get_rating (from, geoat_plan_get_round (restore->version, i)));
}

/* A list of @owner becomes that of @from, with all that is in its items. */
static void
restore_list (Restore *restore, GeoatItem *owner, GeoatItem *from, GeoatListKind kind)
{
  g_autoptr (GPtrArray) target = NULL;
  g_autoptr (GHashTable) wanted = NULL;
  GeoatList *list;

  if (geoat_item_get_n_items (owner, kind) == 0 && geoat_item_get_n_items (from, kind) == 0)
    return;

  list = geoat_item_get_list (owner, kind);
  target = make_target (restore, geoat_item_get_list (from, kind));
  wanted = make_set (target);
  arrange (restore, owner, list, target);
  remove_others (restore, owner, list, wanted);
  for (guint i = 0; i < target->len; i++)
    {
      GeoatItem *item = g_ptr_array_index (target, i);
      GeoatItem *other = geoat_item_get_item (from, kind, i);
      GeoatPart part = geoat_item_get_part (item);

      set_fields (restore, item, other);
      if (part == GEOAT_PART_ENTRY)
        restore_ratings (restore, GEOAT_ENTRY (item), GEOAT_ENTRY (other));
      for (guint k = geoat_list_kind_first (part); k < geoat_list_kind_after (part); k++)
        restore_list (restore, item, other, (GeoatListKind) k);
    }
}

/* Whether both are the same item of the plan and of the version. */
static gboolean
is_same (GeoatItem *item, GeoatItem *other)
{
  return geoat_item_get_part (item) == geoat_item_get_part (other) &&
         g_str_equal (geoat_item_get_id (item), geoat_item_get_id (other));
}

/* What is in the lists of an item that is not there, or elsewhere, in the version is taken out. An
 * item that goes takes with it what is not elsewhere. */
static void
remove_from_lists (Restore *restore, GeoatItem *owner)
{
  GeoatPart part = geoat_item_get_part (owner);
  gboolean goes = geoat_plan_find (restore->version, part, geoat_item_get_id (owner)) == NULL;

  for (guint kind = geoat_list_kind_first (part); kind < geoat_list_kind_after (part); kind++)
    for (guint i = geoat_item_get_n_items (owner, kind); i > 0; i--)
      {
        GeoatItem *item = geoat_item_get_item (owner, (GeoatListKind) kind, i - 1);
        GeoatItem *other = geoat_plan_find (restore->version, geoat_item_get_part (item),
                                            geoat_item_get_id (item));

        remove_from_lists (restore, item);
        if (other == NULL ? goes : is_same (geoat_item_get_owner (other), owner))
          continue;
        if (other != NULL)
          g_hash_table_insert (restore->detached, make_key (item), g_object_ref (item));
        take_out (restore, item, owner, i - 1);
      }
}

static void
remove_entries (Restore *restore)
{
  for (guint i = geoat_plan_get_n_entries (restore->plan); i > 0; i--)
    {
      GeoatEntry *entry = geoat_plan_get_entry (restore->plan, i - 1);

      if (geoat_plan_find_entry (restore->version, geoat_item_get_id (GEOAT_ITEM (entry))) == NULL)
        take_out (restore, entry, restore->plan, i - 1);
    }
}

/* Ratings are in the order of the rounds: those of a round that goes or moves are put in again. */
static void
remove_ratings (Restore *restore)
{
  g_autoptr (GPtrArray) target =
      make_target (restore, geoat_plan_get_list (restore->version, GEOAT_LIST_ROUNDS));
  g_autofree gboolean *stays =
      find_staying (geoat_plan_get_list (restore->plan, GEOAT_LIST_ROUNDS), target);
  g_autoptr (GHashTable) staying = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < target->len; i++)
    if (stays[i])
      g_hash_table_add (staying, g_ptr_array_index (target, i));

  for (guint i = 0; i < geoat_plan_get_n_rounds (restore->plan); i++)
    {
      GeoatRound *round = geoat_plan_get_round (restore->plan, i);

      if (!g_hash_table_contains (staying, round))
        for (guint j = 0; j < geoat_plan_get_n_entries (restore->plan); j++)
          set_rating (restore, geoat_plan_get_entry (restore->plan, j), round, NULL);
    }
}

/**
 * geoat_history_can_restore:
 * @self: a history
 * @version: a plan
 * @error: return location for a #GError
 *
 * Returns: whether @version is another content of the same plan; %FALSE with %GEOAT_ERROR_INVALID
 *   when it is another plan, or made on another framework, or a shared copy in which other things
 *   are left out
 */
gboolean
geoat_history_can_restore (GeoatHistory *self, GeoatPlan *version, GError **error)
{
  static const char *const nothing[] = { NULL };
  GeoatPlan *plan;
  const char *const *left_out;
  const char *const *other_left_out;

  g_return_val_if_fail (GEOAT_IS_HISTORY (self), FALSE);
  g_return_val_if_fail (GEOAT_IS_PLAN (version), FALSE);

  plan = geoat_history_get_plan (self);
  left_out = geoat_plan_get_left_out (plan);
  other_left_out = geoat_plan_get_left_out (version);

  if (!g_str_equal (geoat_item_get_id (GEOAT_ITEM (plan)),
                    geoat_item_get_id (GEOAT_ITEM (version))))
    g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                         _ ("This is another plan, not a version of the one that is open."));
  else if (!g_str_equal (geoat_framework_get_id (geoat_plan_get_framework (plan)),
                         geoat_framework_get_id (geoat_plan_get_framework (version))))
    g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                         _ ("This version was made with another edition of the GEOAT."));
  else if (!g_strv_equal (left_out == NULL ? nothing : left_out,
                          other_left_out == NULL ? nothing : other_left_out))
    g_set_error_literal (
        error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
        _ ("This is a shared copy in which things were left out, not a version of the plan."));
  else
    return TRUE;

  return FALSE;
}

/**
 * geoat_history_restore:
 * @self: a history
 * @version: another content of its plan; it is not changed
 * @name: what undo calls the step, translated
 * @error: return location for a #GError
 *
 * Turns the plan into what @version is, as one step of undo: afterwards it gives the same file,
 * members that this version of the program does not know included. What did not change stays the
 * same object.
 *
 * Returns: %FALSE, with nothing changed, where geoat_history_can_restore() says so
 */
gboolean
geoat_history_restore (GeoatHistory *self, GeoatPlan *version, const char *name, GError **error)
{
  g_autoptr (GHashTable) detached = NULL;
  Restore restore = { self, geoat_history_get_plan (self), version, NULL };

  g_return_val_if_fail (name != NULL, FALSE);

  if (!geoat_history_can_restore (self, version, error))
    return FALSE;

  detached = g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, g_object_unref);
  restore.detached = detached;

  geoat_history_begin (self, name);
  for (guint i = 0; i < geoat_plan_get_n_entries (restore.plan); i++)
    remove_from_lists (&restore, GEOAT_ITEM (geoat_plan_get_entry (restore.plan, i)));
  remove_entries (&restore);
  remove_ratings (&restore);
  restore_list (&restore, GEOAT_ITEM (restore.plan), GEOAT_ITEM (version), GEOAT_LIST_ROUNDS);
  restore_plan (&restore);
  for (guint kind = GEOAT_BEFORE_PLAN_LISTS + 1; kind < GEOAT_AFTER_PLAN_LISTS; kind++)
    if (kind != GEOAT_LIST_ROUNDS)
      restore_list (&restore, GEOAT_ITEM (restore.plan), GEOAT_ITEM (version), kind);
  geoat_history_end (self);
  return TRUE;
}
