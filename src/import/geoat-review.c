/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What importing would do to a plan, before it is done.
 *
 * How it works: each indicator that was found is looked for in the plan, in three passes, so that
 * what is certain goes first: the same wording in the same key element; a wording that is near
 * there; the same wording elsewhere. Each indicator of the plan is meant once at most. The first is
 * what the plan has already; so is the second, but that is doubtful; the third is doubtful and a
 * new indicator, since the key element counts. All others are new. What has no key element, or is
 * no indicator, is left out until someone gives it a place.
 *
 * Of a list of indicators there is nothing to be changed in what the plan has already. What stands
 * in it twice is left out the second time.
 *
 * The review remembers ids, not objects, so that it can be made from a copy of the plan, in a
 * thread of its own, and applied to the plan. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geoat-hash.h"
#include "geoat-review-private.h"

/* How much is compared to find near wordings, in pairs of characters: 10,000 indicators with 10,000
 * in one key element, some seconds. */
#define MAX_EFFORT G_GINT64_CONSTANT (2000000000)
#define LOOK 16 /* what a short look at two wordings takes, in pairs */

static void
difference_free (GeoatReviewDifference *difference)
{
  g_free (difference->old_text);
  g_free (difference->new_text);
  g_free (difference->item);
  g_free (difference);
}

static void
item_free (GeoatReviewItem *item)
{
  g_free (item->text);
  g_free (item->reason);
  g_free (item->candidate);
  g_free (item->candidate_text);
  g_ptr_array_unref (item->differences);
  g_free (item);
}

const GeoatFound *
geoat_review_get_found (GeoatReview *self, const GeoatReviewItem *item)
{
  return g_ptr_array_index (geoat_import_get_found (self->import), item->found);
}

GeoatMember *
geoat_review_get_member (GeoatReview *self, const GeoatReviewItem *item)
{
  return g_ptr_array_index (geoat_import_get_members (self->import), item->found);
}

static GeoatFramework *
get_framework (GeoatReview *self)
{
  return geoat_import_get_framework (self->import);
}

static int
get_key_element (GeoatReview *self, GeoatEntry *entry)
{
  return geoat_framework_find_key_element (get_framework (self),
                                           geoat_entry_get_key_element (entry));
}

static void
known_wording_clear (GeoatKnownWording *known)
{
  g_free (known->wording.text);
  g_free (known->wording.pairs);
}

/* The entries of the last round by their wording. */
static void
index_plan (GeoatReview *self, GCancellable *cancellable)
{
  GeoatRound *round = geoat_plan_get_last_round (self->plan);

  self->wordings = g_ptr_array_new_with_free_func ((GDestroyNotify) g_array_unref);
  for (guint i = 0; i < geoat_framework_get_n_key_elements (get_framework (self)); i++)
    {
      GArray *wordings = g_array_new (FALSE, FALSE, sizeof (GeoatKnownWording));

      g_array_set_clear_func (wordings, (GDestroyNotify) known_wording_clear);
      g_ptr_array_add (self->wordings, wordings);
    }
  self->exact = g_hash_table_new_full (geoat_hash_text, g_str_equal, NULL,
                                       (GDestroyNotify) g_ptr_array_unref);
  for (guint i = 0;
       i < geoat_plan_get_n_entries (self->plan) && !g_cancellable_is_cancelled (cancellable); i++)
    {
      GeoatEntry *entry = geoat_plan_get_entry (self->plan, i);
      GeoatKnownWording known;
      g_autofree GeoatWording *wording = NULL;
      GPtrArray *same;

      if (!geoat_entry_is_in_round (entry, round) || get_key_element (self, entry) < 0)
        continue;
      wording = geoat_wording_new (geoat_entry_get_indicator (entry));
      known = (GeoatKnownWording){ entry, *wording };
      g_array_append_val (
          (GArray *) g_ptr_array_index (self->wordings, (guint) get_key_element (self, entry)),
          known);
      same = g_hash_table_lookup (self->exact, wording->text);
      if (same == NULL)
        {
          same = g_ptr_array_new ();
          g_hash_table_insert (self->exact, wording->text, same);
        }
      g_ptr_array_add (same, entry);
    }
}

/* An entry of that wording that is nobody's candidate: in that key element, or elsewhere. @known:
 * whether there is one at all in that key element. */
static GeoatEntry *
find_same (GeoatReview *self,
           GHashTable *taken,
           const GeoatWording *wording,
           int key_element,
           gboolean elsewhere,
           gboolean *known)
{
  GPtrArray *same = g_hash_table_lookup (self->exact, wording->text);

  for (guint i = 0; same != NULL && i < same->len; i++)
    {
      GeoatEntry *entry = g_ptr_array_index (same, i);
      gboolean here = get_key_element (self, entry) == key_element;

      *known = *known || here;
      if (here != elsewhere &&
          !g_hash_table_contains (taken, geoat_item_get_id (GEOAT_ITEM (entry))))
        return entry;
    }
  return NULL;
}

/* The nearest entry of a key element that is nobody's candidate, or NULL. No more is done when that
 * takes too long: thousands of nearly the same wordings, each to be compared with all others. */
static GeoatEntry *
find_near (GeoatReview *self, GHashTable *taken, const GeoatWording *wording, int key_element)
{
  GArray *all = g_ptr_array_index (self->wordings, (guint) key_element);
  GeoatEntry *nearest = NULL;
  double best = GEOAT_WORDING_NEAR;

  for (guint i = 0; i < all->len && self->effort > 0; i++)
    {
      const GeoatKnownWording *known = &g_array_index (all, GeoatKnownWording, i);
      double near;

      self->effort -= LOOK;
      if (!geoat_wording_may_be_near (wording, &known->wording, best) ||
          g_hash_table_contains (taken, geoat_item_get_id (GEOAT_ITEM (known->entry))))
        continue;
      self->effort -= wording->n_pairs + known->wording.n_pairs;
      near = geoat_wording_compare (wording, &known->wording, best);
      if (near >= best && (nearest == NULL || near > best))
        {
          best = near;
          nearest = known->entry;
        }
    }
  return self->effort > 0 ? nearest : NULL;
}

static void
set_candidate (GeoatReview *self, GHashTable *taken, GeoatReviewItem *item, GeoatEntry *entry)
{
  item->candidate = g_strdup (geoat_item_get_id (GEOAT_ITEM (entry)));
  item->candidate_text = g_strdup (geoat_entry_get_indicator (entry));
  item->candidate_key_element = get_key_element (self, entry);
  g_hash_table_add (taken, item->candidate);
  if (!geoat_import_is_list (self->import))
    geoat_review_compare_entry (item->differences, geoat_review_get_found (self, item), entry);
}

/* @reason is taken. */
static void
set_doubt (GeoatReviewItem *item, char *reason)
{
  g_free (item->reason);
  item->state = GEOAT_IMPORT_DOUBTFUL;
  item->reason = reason;
}

/* What a file says twice is left out where it says it again, unless its table numbers the
 * activities of each indicator as ours do: then two that are the same are meant. */
static void
find_duplicate (GeoatReview *self, GeoatReviewItem *item)
{
  g_autoptr (GeoatWording) wording = NULL;
  g_autofree char *key = NULL;

  if (item->is_member || item->key_element < 0 || *item->text == '\0' ||
      item->choice == GEOAT_REVIEW_LEAVE_OUT || geoat_review_get_found (self, item)->is_numbered)
    return;
  wording = geoat_wording_new (item->text);
  key = g_strdup_printf ("%d %s", item->key_element, wording->text);
  if (!g_hash_table_contains (self->listed, key))
    g_hash_table_insert (self->listed, g_steal_pointer (&key), item);
  else
    {
      set_doubt (item, g_strdup (_ ("the file has this indicator more than once")));
      item->choice = GEOAT_REVIEW_LEAVE_OUT;
    }
}

/* One of the three passes. @taken: the ids of all candidates. */
static void
look_for (GeoatReview *self, GHashTable *taken, GeoatReviewItem *item, guint pass)
{
  g_autoptr (GeoatWording) wording = NULL;
  gboolean known = FALSE;
  GeoatEntry *entry = NULL;

  if (item->is_member || item->key_element < 0 || item->candidate != NULL || *item->text == '\0' ||
      g_hash_table_size (self->exact) == 0)
    return;

  wording = geoat_wording_new (item->text);
  if (pass == 0)
    {
      entry = find_same (self, taken, wording, item->key_element, FALSE, &known);
      if (entry != NULL)
        item->choice = GEOAT_REVIEW_UPDATE;
      else if (known)
        set_doubt (item, g_strdup (_ ("the file has this indicator more often than the plan")));
    }
  else if (pass == 1)
    {
      entry = find_near (self, taken, wording, item->key_element);
      if (entry != NULL)
        {
          item->choice = GEOAT_REVIEW_UPDATE;
          set_doubt (item, g_strdup_printf (_ ("the wording is almost that of “%s”"),
                                            geoat_entry_get_indicator (entry)));
        }
      else if (self->effort <= 0)
        set_doubt (item, g_strdup (_ ("there are too many to compare it with by its wording; it is "
                                      "taken for a new one")));
    }
  else if (item->reason == NULL)
    {
      entry = find_same (self, taken, wording, item->key_element, TRUE, &known);
      if (entry != NULL)
        set_doubt (item, g_strdup_printf (_ ("the plan has this indicator in key element %s"),
                                          geoat_entry_get_key_element (entry)));
    }
  if (entry != NULL)
    set_candidate (self, taken, item, entry);
}

/* A member with the same name, or the very same one where there is no name. */
static GeoatMember *
find_member (GeoatReview *self, GHashTable *taken, GeoatMember *found)
{
  GListModel *group = geoat_plan_get_working_group (self->plan);
  g_autoptr (GeoatWording) name =
      geoat_wording_new (geoat_item_get_text (GEOAT_ITEM (found), GEOAT_FIELD_MEMBER_NAME));

  for (guint i = 0; i < g_list_model_get_n_items (group); i++)
    {
      g_autoptr (GeoatMember) member = g_list_model_get_item (group, i);
      GeoatItem *item = GEOAT_ITEM (member);
      g_autoptr (GeoatWording) other =
          geoat_wording_new (geoat_item_get_text (item, GEOAT_FIELD_MEMBER_NAME));
      gboolean same = geoat_wording_equal (name, other);

      for (guint field = GEOAT_FIELD_MEMBER_NAME + 1;
           same && *name->text == '\0' && field < GEOAT_AFTER_MEMBER_FIELDS; field++)
        same = g_str_equal (geoat_item_get_text (item, field),
                            geoat_item_get_text (GEOAT_ITEM (found), field));
      if (same && g_hash_table_add (taken, (gpointer) geoat_item_get_id (item)))
        return member;
    }
  return NULL;
}

static GeoatReviewItem *
add_item (GeoatReview *self, guint found, const char *text, int key_element)
{
  GeoatReviewItem *item = g_new0 (GeoatReviewItem, 1);

  item->found = found;
  item->text = g_strdup (text);
  item->key_element = key_element;
  item->candidate_key_element = -1;
  item->choice = GEOAT_REVIEW_ADD;
  item->differences = g_ptr_array_new_with_free_func ((GDestroyNotify) difference_free);
  g_ptr_array_add (self->items, item);
  return item;
}

static void
add_entries (GeoatReview *self, GCancellable *cancellable)
{
  GPtrArray *found = geoat_import_get_found (self->import);
  g_autoptr (GHashTable) taken = g_hash_table_new (geoat_hash_text, g_str_equal);

  for (guint i = 0; i < found->len; i++)
    {
      const GeoatFound *entry = g_ptr_array_index (found, i);
      GeoatReviewItem *item =
          add_item (self, i, entry->first[GEOAT_FIRST_INDICATOR], entry->key_element);

      if (entry->loose == GEOAT_LOOSE_NOT && entry->skip_reason == NULL)
        continue;
      item->choice = GEOAT_REVIEW_LEAVE_OUT;
      item->state = entry->loose == GEOAT_LOOSE_NOT ? GEOAT_IMPORT_DOUBTFUL : GEOAT_IMPORT_UNPLACED;
      item->reason =
          g_strdup (entry->skip_reason != NULL ? entry->skip_reason : entry->loose_reason);
    }
  self->effort = MAX_EFFORT;
  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < self->items->len && !g_cancellable_is_cancelled (cancellable); i++)
      {
        GeoatReviewItem *item = g_ptr_array_index (self->items, i);

        if (pass == 0)
          find_duplicate (self, item);
        if (item->choice != GEOAT_REVIEW_LEAVE_OUT)
          look_for (self, taken, item, pass);
      }
}

static void
add_members (GeoatReview *self, GCancellable *cancellable)
{
  GPtrArray *members = geoat_import_get_members (self->import);
  g_autoptr (GHashTable) taken = g_hash_table_new (geoat_hash_text, g_str_equal);

  for (guint i = 0; i < members->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      GeoatMember *found = g_ptr_array_index (members, i);
      GeoatMember *member = find_member (self, taken, found);
      GeoatReviewItem *item =
          add_item (self, i, geoat_item_get_text (GEOAT_ITEM (found), GEOAT_FIELD_MEMBER_NAME), -1);

      item->is_member = TRUE;
      if (member == NULL)
        continue;
      item->choice = GEOAT_REVIEW_UPDATE;
      item->candidate = g_strdup (geoat_item_get_id (GEOAT_ITEM (member)));
      item->candidate_text =
          g_strdup (geoat_item_get_text (GEOAT_ITEM (member), GEOAT_FIELD_MEMBER_NAME));
      geoat_review_compare_member (item->differences, found, member);
    }
}

/**
 * geoat_review_new:
 * @import: (transfer full): what was found in a file
 * @plan: the plan that it is to come into, or a copy of it; it must not change while the review is
 *   used
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Finds out what importing would do.
 *
 * Returns: (transfer full): the review; nothing has been accepted that the plan would lose a text
 *   by; %NULL when it was stopped, which is all that can go wrong
 */
GeoatReview *
geoat_review_new (GeoatImport *import, GeoatPlan *plan, GCancellable *cancellable, GError **error)
{
  GeoatReview *self = g_new0 (GeoatReview, 1);

  self->import = import;
  self->plan = g_object_ref (plan);
  self->items = g_ptr_array_new_with_free_func ((GDestroyNotify) item_free);
  self->listed = g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, NULL);
  index_plan (self, cancellable);
  add_entries (self, cancellable);
  add_members (self, cancellable);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    g_clear_pointer (&self, geoat_review_free);
  return self;
}

void
geoat_review_free (GeoatReview *self)
{
  g_ptr_array_unref (self->items);
  g_hash_table_unref (self->listed);
  g_hash_table_unref (self->exact);
  g_ptr_array_unref (self->wordings);
  geoat_import_free (self->import);
  g_object_unref (self->plan);
  g_free (self);
}

/**
 * geoat_review_is_list:
 * @self: a review
 *
 * Returns: whether it is about a list of indicators, and not about a filled template
 */
gboolean
geoat_review_is_list (GeoatReview *self)
{
  return geoat_import_is_list (self->import);
}

/**
 * geoat_review_get_items:
 * @self: a review
 *
 * Returns: (transfer none): an array of #GeoatReviewItem, in the order of the file
 */
GPtrArray *
geoat_review_get_items (GeoatReview *self)
{
  return self->items;
}

/**
 * geoat_review_get_cells:
 * @self: a review
 *
 * Returns: (transfer none): an array of #GeoatImportCell: every cell of the file that is not empty
 */
GPtrArray *
geoat_review_get_cells (GeoatReview *self)
{
  return geoat_import_get_cells (self->import);
}

/* The difference that a cell makes, or NULL: it makes none. */
static const GeoatReviewDifference *
find_difference (const GeoatReviewItem *item, const GeoatImportCell *cell)
{
  for (guint i = 0; i < item->differences->len; i++)
    {
      const GeoatReviewDifference *difference = g_ptr_array_index (item->differences, i);

      if (difference->kind == cell->kind &&
          (difference->action == G_MAXUINT || difference->action == cell->action))
        return difference;
    }
  return NULL;
}

/**
 * geoat_review_get_cell_state:
 * @self: a review
 * @cell: the position of a cell
 * @reason: (out): why it is not matched: a sentence without a full stop; %NULL when it is
 *
 * Returns: what becomes of the cell, as things have been decided so far
 */
GeoatImportState
geoat_review_get_cell_state (GeoatReview *self, guint cell, const char **reason)
{
  const GeoatImportCell *at = g_ptr_array_index (geoat_review_get_cells (self), cell);
  const GeoatReviewItem *item =
      at->entry != G_MAXUINT ? g_ptr_array_index (self->items, at->entry) : NULL;
  const GeoatReviewDifference *difference;

  *reason = at->reason;
  if (item == NULL)
    return at->state;
  if (item->choice == GEOAT_REVIEW_LEAVE_OUT)
    {
      *reason = item->reason != NULL && (item->state == GEOAT_IMPORT_UNPLACED || !item->decided)
                    ? item->reason
                    : _ ("it is left out");
      return GEOAT_IMPORT_UNPLACED;
    }
  /* It has been given a place. */
  if (geoat_review_get_found (self, item)->loose == GEOAT_LOOSE_ROW)
    {
      *reason = NULL;
      return GEOAT_IMPORT_MATCHED;
    }
  if (at->state != GEOAT_IMPORT_MATCHED)
    return at->state;
  if (at->kind == GEOAT_FIELD_INDICATOR && item->state == GEOAT_IMPORT_DOUBTFUL && !item->decided)
    {
      *reason = item->reason;
      return GEOAT_IMPORT_DOUBTFUL;
    }
  difference = item->choice == GEOAT_REVIEW_UPDATE ? find_difference (item, at) : NULL;
  if (difference == NULL || !difference->doubtful)
    return GEOAT_IMPORT_MATCHED;
  *reason = difference->accepted ? _ ("it replaces what the plan says")
                                 : _ ("the plan says something else, and that stays");
  return GEOAT_IMPORT_DOUBTFUL;
}

/**
 * geoat_review_count:
 * @self: a review
 * @counts: (out caller-allocates): what there is, as things have been decided so far
 *
 * Counts the cells by what becomes of them, and the indicators.
 */
void
geoat_review_count (GeoatReview *self, GeoatReviewCounts *counts)
{
  *counts = (GeoatReviewCounts){ 0 };
  for (guint i = 0; i < geoat_review_get_cells (self)->len; i++)
    {
      const char *reason;
      GeoatImportState state = geoat_review_get_cell_state (self, i, &reason);

      counts->matched += state == GEOAT_IMPORT_MATCHED;
      counts->doubtful += state == GEOAT_IMPORT_DOUBTFUL;
      counts->unplaced += state == GEOAT_IMPORT_UNPLACED;
    }
  for (guint i = 0; i < self->items->len; i++)
    {
      const GeoatReviewItem *item = g_ptr_array_index (self->items, i);
      guint changes = 0;

      for (guint j = 0; item->choice == GEOAT_REVIEW_UPDATE && j < item->differences->len; j++)
        changes += ((GeoatReviewDifference *) g_ptr_array_index (item->differences, j))->accepted;
      counts->changes += changes;
      counts->added += item->choice == GEOAT_REVIEW_ADD && !item->is_member;
      counts->known += item->choice == GEOAT_REVIEW_UPDATE && !item->is_member;
      counts->updated += changes > 0 && !item->is_member;
      counts->members += item->is_member && (item->choice == GEOAT_REVIEW_ADD || changes > 0);
      counts->left_out += item->choice == GEOAT_REVIEW_LEAVE_OUT;
    }
}

/**
 * geoat_review_set_choice:
 * @self: a review
 * @item: the position of an item
 * @choice: what is to become of it: %GEOAT_REVIEW_UPDATE needs a candidate, %GEOAT_REVIEW_ADD of an
 *   indicator a key element
 *
 * Decides what becomes of an indicator or a member.
 */
void
geoat_review_set_choice (GeoatReview *self, guint item, GeoatReviewChoice choice)
{
  GeoatReviewItem *at = g_ptr_array_index (self->items, item);

  g_return_if_fail (choice != GEOAT_REVIEW_UPDATE || at->candidate != NULL);
  g_return_if_fail (choice != GEOAT_REVIEW_ADD || at->is_member || at->key_element >= 0);

  at->choice = choice;
  at->decided = TRUE;
}

/* The candidates of all items. */
static GHashTable *
get_taken (GeoatReview *self)
{
  GHashTable *taken = g_hash_table_new (geoat_hash_text, g_str_equal);

  for (guint i = 0; i < self->items->len; i++)
    {
      const GeoatReviewItem *item = g_ptr_array_index (self->items, i);

      if (item->candidate != NULL && !item->is_member)
        g_hash_table_add (taken, item->candidate);
    }
  return taken;
}

/* Gives an item a place. What it is there is not known yet. */
static void
set_place (GeoatReview *self, GeoatReviewItem *item, int key_element)
{
  const char *loose_reason = geoat_review_get_found (self, item)->loose_reason;

  item->key_element = key_element;
  item->state = key_element < 0 ? GEOAT_IMPORT_UNPLACED : GEOAT_IMPORT_MATCHED;
  item->choice = key_element < 0 ? GEOAT_REVIEW_LEAVE_OUT : GEOAT_REVIEW_ADD;
  item->candidate_key_element = -1;
  item->decided = FALSE;
  g_clear_pointer (&item->reason, g_free);
  g_clear_pointer (&item->candidate, g_free);
  g_clear_pointer (&item->candidate_text, g_free);
  g_ptr_array_set_size (item->differences, 0);
  if (key_element < 0)
    item->reason =
        g_strdup (loose_reason ? loose_reason : _ ("it is not said which key element this is"));
}

static gboolean
is_moved (gpointer key, gpointer value, gpointer moved)
{
  return g_hash_table_contains (moved, value);
}

/* Gives items a place and looks for them there, as for all items in the beginning. */
static void
move (GeoatReview *self, GPtrArray *items, int key_element)
{
  g_autoptr (GHashTable) moved = g_hash_table_new (NULL, NULL);
  g_autoptr (GHashTable) taken = NULL;

  for (guint i = 0; i < items->len; i++)
    {
      set_place (self, g_ptr_array_index (items, i), key_element);
      g_hash_table_add (moved, g_ptr_array_index (items, i));
    }
  g_hash_table_foreach_remove (self->listed, is_moved, moved);
  taken = get_taken (self);
  self->effort = MAX_EFFORT;
  for (guint i = 0; i < items->len; i++)
    find_duplicate (self, g_ptr_array_index (items, i));
  for (guint pass = 0; pass < 3; pass++)
    for (guint i = 0; i < items->len; i++)
      {
        GeoatReviewItem *item = g_ptr_array_index (items, i);

        if (item->choice != GEOAT_REVIEW_LEAVE_OUT)
          look_for (self, taken, item, pass);
      }
}

/**
 * geoat_review_set_key_element:
 * @self: a review
 * @item: the position of an item that is an indicator
 * @key_element: the position of a key element; -1: it has none, and is left out
 *
 * Gives an indicator its place. It is looked for there, and what it is chosen to be follows.
 */
void
geoat_review_set_key_element (GeoatReview *self, guint item, int key_element)
{
  GeoatReviewItem *at = g_ptr_array_index (self->items, item);
  g_autoptr (GPtrArray) items = g_ptr_array_new ();

  g_return_if_fail (!at->is_member);

  g_ptr_array_add (items, at);
  move (self, items, key_element);
}

/**
 * geoat_review_place_all:
 * @self: a review
 * @key_element: the position of a key element; -1: none
 *
 * Gives all indicators of which the file does not say to which key element they belong that one.
 *
 * Returns: how many there are
 */
guint
geoat_review_place_all (GeoatReview *self, int key_element)
{
  g_autoptr (GPtrArray) items = g_ptr_array_new ();
  guint n = 0;

  for (guint i = 0; i < self->items->len; i++)
    {
      GeoatReviewItem *item = g_ptr_array_index (self->items, i);

      if (item->is_member ||
          geoat_review_get_found (self, item)->loose != GEOAT_LOOSE_NO_KEY_ELEMENT)
        continue;
      n++;
      if (item->key_element != key_element)
        g_ptr_array_add (items, item);
    }
  if (items->len > 0)
    move (self, items, key_element);
  return n;
}

/**
 * geoat_review_accept:
 * @self: a review
 * @item: the position of an item
 * @difference: the position of one of its differences
 * @accepted: whether it is taken over
 *
 * Decides about one cell.
 */
void
geoat_review_accept (GeoatReview *self, guint item, guint difference, gboolean accepted)
{
  GeoatReviewItem *at = g_ptr_array_index (self->items, item);
  GeoatReviewDifference *what;

  g_return_if_fail (difference < at->differences->len);

  what = g_ptr_array_index (at->differences, difference);
  what->accepted = accepted;
}

/**
 * geoat_review_accept_all:
 * @self: a review
 *
 * Takes over every difference: where plan and file say something else, the file counts.
 */
void
geoat_review_accept_all (GeoatReview *self)
{
  for (guint i = 0; i < self->items->len; i++)
    {
      GeoatReviewItem *item = g_ptr_array_index (self->items, i);

      for (guint j = 0; j < item->differences->len; j++)
        geoat_review_accept (self, i, j, TRUE);
    }
}
