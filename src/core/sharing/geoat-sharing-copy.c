/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The reduced copy of a plan that is shared.
 *
 * How it works: the copy is built from nothing, and only what may leave is put into it. So what
 * nobody thought of stays at home: members that this version does not know, and fields that the
 * table of fields gives to no part.
 *
 * A round that is left out takes its ratings with it. An entry that was added or retired in such a
 * round was, seen from the rounds that remain, added or retired in the next of them. An entry that
 * counts in none of them is not in the copy.
 *
 * What is removed is counted on the way, for the preview. What was left out is recorded in the copy
 * by name, whether or not there was anything to remove: someone who merges the copy back must not
 * take the absence for a deletion. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-hash.h"
#include "geoat-sharing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-entry-private.h"
#include "geoat-error.h"
#include "geoat-plan-private.h"
#include "geoat-rating-private.h"
#include "geoat-sharing-private.h"

/**
 * geoat_sharing_get_field_part:
 * @field: a field
 *
 * Returns: (transfer none) (nullable): the id of the part (see #GeoatSharingPart) that @field is
 *   left out with; %NULL when it always goes with what has it, or never
 */
const char *
geoat_sharing_get_field_part (GeoatField field)
{
  const GeoatFieldInfo *info = geoat_field_get_info (field);

  g_return_val_if_fail (info != NULL, NULL);

  return info->sharing != NULL && *info->sharing != '\0' ? info->sharing : NULL;
}

/* A copy in the making. */
typedef struct
{
  const GeoatSharing *sharing;
  GeoatPlan *plan;
  GeoatPlan *copy;
  guint *rounds;       /* for each round of the plan: its place in the copy, or that of the next
                          one that is in it */
  gboolean *has_round; /* for each round of the plan: whether it is in the copy */
  GHashTable *counts;  /* name → number, as pointer */
} Copy;

static void
copy_free (Copy *self)
{
  g_clear_object (&self->copy);
  g_free (self->rounds);
  g_free (self->has_round);
  g_hash_table_unref (self->counts);
  g_free (self);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

static void
count (Copy *self, const char *name, guint n)
{
  guint before = GPOINTER_TO_UINT (g_hash_table_lookup (self->counts, name));

  if (n > 0)
    g_hash_table_replace (self->counts, g_strdup (name), GUINT_TO_POINTER (before + n));
}

static void
count_unknown (Copy *self, JsonObject *unknown)
{
  if (unknown != NULL)
    count (self, GEOAT_SHARING_UNKNOWN, json_object_get_size (unknown));
}

static gboolean
leaves_out (Copy *self, GeoatSharingKind kind, const char *id)
{
  return geoat_sharing_is_left_out (self->sharing, kind, id);
}

static void copy_lists (Copy *self, GeoatItem *item, GeoatItem *copy);

/* The id, and those fields that may leave. */
static void
copy_fields (Copy *self, GeoatItem *item, GeoatItem *copy)
{
  GeoatPart part = geoat_item_get_part (item);

  geoat_item_set_id (copy, geoat_item_get_id (item));
  count_unknown (self, geoat_item_get_unknown (item));

  for (guint i = geoat_field_first (part); i <= (guint) geoat_field_last (part); i++)
    {
      GeoatField field = (GeoatField) i;
      const char *name = geoat_field_get_info (field)->sharing;

      if (name == NULL)
        continue;
      if (leaves_out (self, GEOAT_SHARING_PART, name))
        count (self, name, geoat_item_has_value (item, field) ? 1 : 0);
      else if (geoat_field_is_text (field))
        geoat_item_set_text (copy, field, geoat_item_get_text (item, field));
      else
        geoat_item_set_number (copy, field, geoat_item_get_number (item, field));
    }
}

static gboolean
leaves_out_key_element (Copy *self, int key_element)
{
  GeoatFramework *framework = geoat_plan_get_framework (self->plan);
  guint principle = geoat_framework_get_key_element_principle (framework, (guint) key_element);

  return leaves_out (self, GEOAT_SHARING_KEY_ELEMENT,
                     geoat_framework_get_key_element_id (framework, (guint) key_element)) ||
         leaves_out (self, GEOAT_SHARING_PRINCIPLE,
                     geoat_framework_get_principle_id (framework, principle));
}

static void
copy_rounds (Copy *self)
{
  guint n = geoat_plan_get_n_rounds (self->plan);

  self->rounds = g_new0 (guint, n + 1);
  self->has_round = g_new0 (gboolean, n + 1);
  for (guint i = 0; i < n; i++)
    {
      GeoatItem *round = GEOAT_ITEM (geoat_plan_get_round (self->plan, i));
      g_autoptr (GeoatRound) copy = NULL;

      self->rounds[i] = geoat_plan_get_n_rounds (self->copy);
      self->has_round[i] = !leaves_out (self, GEOAT_SHARING_ROUND, geoat_item_get_id (round));
      if (!self->has_round[i])
        continue;

      copy = g_object_new (GEOAT_TYPE_ROUND, NULL);
      copy_fields (self, round, GEOAT_ITEM (copy));
      geoat_item_append (GEOAT_ITEM (self->copy), GEOAT_ITEM (copy));
    }
  self->rounds[n] = geoat_plan_get_n_rounds (self->copy);
}

static void
copy_principle_targets (Copy *self)
{
  GeoatFramework *framework = geoat_plan_get_framework (self->plan);

  for (guint i = 0; i < geoat_framework_get_n_principles (framework); i++)
    {
      GeoatLevel target = geoat_plan_get_principle_target (self->plan, i);

      if (target == GEOAT_LEVEL_NOT_ASSESSED)
        continue;
      if (leaves_out (self, GEOAT_SHARING_PART, "target_levels"))
        count (self, "target_levels", 1);
      else if (!leaves_out (self, GEOAT_SHARING_PRINCIPLE,
                            geoat_framework_get_principle_id (framework, i)))
        geoat_plan_set_principle_target (self->copy, i, target);
    }
}

/* The texts of a rating that may leave; the others are counted. */
static GeoatRating *
copy_rating (Copy *self, const GeoatRating *rating)
{
  const char *reason = geoat_rating_get_reason (rating);
  const char *indicator = geoat_rating_get_indicator (rating);
  const char *current_activities = geoat_rating_get_current_activities (rating);
  struct
  {
    const char *name;
    const char **text;
  } texts[] = {
    { "reasons", &reason },
    { "indicator", &indicator },
    { "current_activities", &current_activities },
  };

  count_unknown (self, geoat_rating_get_unknown (rating));
  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    if (leaves_out (self, GEOAT_SHARING_PART, texts[i].name))
      {
        count (self, texts[i].name, *texts[i].text != NULL && **texts[i].text != '\0' ? 1 : 0);
        *texts[i].text = NULL;
      }

  return geoat_rating_new_full (geoat_rating_get_level (rating), reason,
                                geoat_rating_get_carried (rating), indicator, current_activities,
                                NULL);
}

/* The ratings of an entry that counts in no round of the copy. */
static void
count_ratings (Copy *self, GeoatEntry *entry)
{
  for (guint i = 0; i < entry->n_ratings; i++)
    {
      g_autofree char *name = geoat_sharing_get_name (
          GEOAT_SHARING_ROUND, geoat_item_get_id (GEOAT_ITEM (entry->ratings[i].round)));

      count (self, name, 1);
    }
}

static void
copy_ratings (Copy *self, GeoatEntry *entry, GeoatEntry *copy)
{
  for (guint i = 0; i < geoat_plan_get_n_rounds (self->plan); i++)
    {
      GeoatRound *round = geoat_plan_get_round (self->plan, i);
      const GeoatRating *rating = geoat_entry_get_rating (entry, round);
      g_autoptr (GeoatRating) other = NULL;

      if (rating == NULL)
        continue;
      if (leaves_out (self, GEOAT_SHARING_PART, "level"))
        {
          count (self, "level", 1);
          continue;
        }
      if (!self->has_round[i])
        {
          g_autofree char *name =
              geoat_sharing_get_name (GEOAT_SHARING_ROUND, geoat_item_get_id (GEOAT_ITEM (round)));

          count (self, name, 1);
          continue;
        }

      other = copy_rating (self, rating);
      geoat_entry_append_rating (copy, geoat_plan_get_round (self->copy, self->rounds[i]), other);
    }
}

/* Whether an activity stays at home for its status; then it is counted. */
static gboolean
leaves_out_status (Copy *self, GeoatAction *action)
{
  const char *status = geoat_status_to_string (geoat_action_get_status (action));
  g_autofree char *name = geoat_sharing_get_name (GEOAT_SHARING_STATUS, status);

  if (!leaves_out (self, GEOAT_SHARING_PART, name))
    return FALSE;
  count (self, name, 1);
  return TRUE;
}

/* A list of @owner, and all that is in its items, into @copy. */
static void
copy_list (Copy *self, GeoatItem *owner, GeoatItem *copy, const GeoatListInfo *info)
{
  guint n = geoat_item_get_n_items (owner, info->kind);

  if (info->sharing == NULL)
    return;
  if (leaves_out (self, GEOAT_SHARING_PART, info->sharing))
    {
      count (self, info->sharing, n);
      return;
    }

  for (guint i = 0; i < n; i++)
    {
      GeoatItem *item = geoat_item_get_item (owner, info->kind, i);
      g_autoptr (GeoatItem) other = NULL;

      if (GEOAT_IS_ACTION (item) && leaves_out_status (self, GEOAT_ACTION (item)))
        continue;
      other = g_object_new (info->get_type (), NULL);
      copy_fields (self, item, other);
      geoat_item_append (copy, other);
      copy_lists (self, item, other);
    }
}

static void
copy_lists (Copy *self, GeoatItem *item, GeoatItem *copy)
{
  GeoatPart part = geoat_item_get_part (item);

  for (guint kind = geoat_list_kind_first (part); kind < geoat_list_kind_after (part); kind++)
    copy_list (self, item, copy, geoat_list_kind_get_info ((GeoatListKind) kind));
}

/* The id of a round of the copy; "" for a place where nothing need be said. */
static const char *
get_round_id (Copy *self, guint round, guint silent)
{
  return round == silent
             ? ""
             : geoat_item_get_id (GEOAT_ITEM (geoat_plan_get_round (self->copy, round)));
}

static void
copy_entry (Copy *self, GeoatEntry *entry)
{
  guint n_rounds = geoat_plan_get_n_rounds (self->plan);
  guint n_copied = geoat_plan_get_n_rounds (self->copy);
  guint since = self->rounds[MIN (entry->since, n_rounds)];
  guint retired = self->rounds[MIN (entry->retired, n_rounds)];
  g_autoptr (GeoatEntry) copy = NULL;

  if (leaves_out_key_element (self, entry->key_element))
    {
      g_autofree char *name =
          geoat_sharing_get_name (GEOAT_SHARING_KEY_ELEMENT, geoat_entry_get_key_element (entry));

      count (self, name, 1);
      return;
    }
  if (since >= retired)
    {
      count_ratings (self, entry);
      return;
    }

  copy = g_object_new (GEOAT_TYPE_ENTRY, NULL);
  copy_fields (self, GEOAT_ITEM (entry), GEOAT_ITEM (copy));
  geoat_item_set_text (GEOAT_ITEM (copy), GEOAT_FIELD_SINCE, get_round_id (self, since, 0));
  geoat_item_set_text (GEOAT_ITEM (copy), GEOAT_FIELD_RETIRED,
                       get_round_id (self, retired, n_copied));
  copy_ratings (self, entry, copy);
  geoat_item_append (GEOAT_ITEM (self->copy), GEOAT_ITEM (copy));
  copy_lists (self, GEOAT_ITEM (entry), GEOAT_ITEM (copy));
}

static void
copy_entries (Copy *self)
{
  for (guint i = 0; i < geoat_plan_get_n_entries (self->plan); i++)
    copy_entry (self, geoat_plan_get_entry (self->plan, i));
}

/* What the copy says is missing from it: what is left out now, what was left out of the plan
 * before, and what this version does not know. Principles are given as their key elements. */
static void
record_left_out (Copy *self)
{
  GeoatFramework *framework = geoat_plan_get_framework (self->plan);
  const char *const *before = geoat_plan_get_left_out (self->plan);
  g_autoptr (GeoatSharing) all = geoat_sharing_copy (self->sharing);
  g_autoptr (GStrvBuilder) builder = g_strv_builder_new ();
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) left_out = NULL;
  GeoatSharingKind kind;
  const char *id;

  for (guint i = 0; i < geoat_framework_get_n_key_elements (framework); i++)
    {
      if (leaves_out_key_element (self, (int) i))
        geoat_sharing_set_left_out (all, GEOAT_SHARING_KEY_ELEMENT,
                                    geoat_framework_get_key_element_id (framework, i), TRUE);
    }
  for (gsize i = 0; before != NULL && before[i] != NULL; i++)
    if (geoat_sharing_parse_name (before[i], &kind, &id))
      geoat_sharing_set_left_out (all, kind, id, TRUE);

  names = geoat_sharing_get_left_out (all);
  for (gsize i = 0; names[i] != NULL; i++)
    if (geoat_sharing_parse_name (names[i], &kind, &id) && kind != GEOAT_SHARING_PRINCIPLE)
      g_strv_builder_add (builder, names[i]);
  if (g_hash_table_contains (self->counts, GEOAT_SHARING_UNKNOWN) ||
      (before != NULL && g_strv_contains (before, GEOAT_SHARING_UNKNOWN)))
    g_strv_builder_add (builder, GEOAT_SHARING_UNKNOWN);

  left_out = g_strv_builder_end (builder);
  geoat_plan_set_left_out (self->copy, *left_out != NULL ? (const char *const *) left_out : NULL);
}

static int
compare_removed (gconstpointer a, gconstpointer b)
{
  const GeoatSharingRemoved *const *first = a;
  const GeoatSharingRemoved *const *second = b;

  return strcmp ((*first)->name, (*second)->name);
}

static GPtrArray *
list_removed (Copy *self)
{
  GPtrArray *removed = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_sharing_removed_free);
  GHashTableIter iter;
  gpointer name, n;

  g_hash_table_iter_init (&iter, self->counts);
  while (g_hash_table_iter_next (&iter, &name, &n))
    {
      GeoatSharingRemoved *line = g_new0 (GeoatSharingRemoved, 1);

      line->name = g_strdup (name);
      line->title = geoat_sharing_get_title (name, self->plan);
      line->count = GPOINTER_TO_UINT (n);
      g_ptr_array_add (removed, line);
    }
  g_ptr_array_sort (removed, compare_removed);
  return removed;
}

/**
 * geoat_sharing_apply:
 * @self: what may leave
 * @plan: the plan
 * @removed: (out) (optional) (transfer full): an array of #GeoatSharingRemoved: what is not in the
 *   copy and how much of it there was
 * @error: return location for a #GError
 *
 * Makes the copy that is shared. Ids stay as they are. Free text is not searched: a name that
 * someone wrote into a column goes out with the column.
 *
 * Returns: (transfer full): the reduced copy; %NULL with %GEOAT_ERROR_INVALID when every round is
 *   left out
 */
GeoatPlan *
geoat_sharing_apply (const GeoatSharing *self, GeoatPlan *plan, GPtrArray **removed, GError **error)
{
  g_autoptr (Copy) copy = g_new0 (Copy, 1);

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (GEOAT_IS_PLAN (plan), NULL);

  copy->sharing = self;
  copy->plan = plan;
  copy->copy = geoat_plan_new_empty (geoat_plan_get_framework (plan));
  copy->counts = g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, NULL);

  copy_fields (copy, GEOAT_ITEM (plan), GEOAT_ITEM (copy->copy));
  for (guint place = 0; place < GEOAT_N_PLACES; place++)
    count_unknown (copy, geoat_plan_get_unknown (plan, (GeoatPlace) place));

  copy_rounds (copy);
  if (geoat_plan_get_n_rounds (copy->copy) == 0)
    {
      g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                           _ ("At least one round must remain: a plan without a round says "
                              "nothing"));
      return NULL;
    }
  copy_principle_targets (copy);
  for (guint kind = GEOAT_BEFORE_PLAN_LISTS + 1; kind < GEOAT_AFTER_PLAN_LISTS; kind++)
    if (kind == GEOAT_LIST_ENTRIES)
      copy_entries (copy);
    else if (kind != GEOAT_LIST_ROUNDS)
      copy_list (copy, GEOAT_ITEM (plan), GEOAT_ITEM (copy->copy), geoat_list_kind_get_info (kind));

  record_left_out (copy);
  if (removed != NULL)
    *removed = list_removed (copy);
  return g_steal_pointer (&copy->copy);
}
