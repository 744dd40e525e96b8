/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds a text in every text of a plan, as it is typed.
 *
 * How it works: the folded form (geoat-fold.c) of every text is kept; a change of the plan drops
 * that of the text it touched. A search walks the plan in the order of the window and looks for the
 * folded words with memmem(): for 2,000 indicators that takes a few milliseconds, so nothing
 * cleverer is needed. Folding all texts for the first time takes longer: that begins as soon as the
 * search is made, a little at a time, while nobody waits. A hit is a few numbers; the objects and
 * snippets that a list shows are made when it asks.
 *
 * Each text that is searched has a number, which grows in the order of the walk: an item's texts
 * have neighbouring numbers, in the order of those of its part. */

#define G_LOG_DOMAIN "geoat-core"
#define _GNU_SOURCE

#include "config.h"

#include "geoat-find.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-plan-order.h"
#include "geoat-change.h"
#include "geoat-fold.h"
#include "geoat-item-private.h"
#include "geoat-match-private.h"

/* The texts of a part that are searched, in this order; NONE among them, which `n_fields` counts,
 * is the reason of the rating. */
typedef struct
{
  GeoatField fields[GEOAT_N_FIELDS];
  guint n_fields;
} Searched;

static Searched searched[GEOAT_N_PARTS];

/* Microseconds of folding ahead in one go. */
#define SLICE 2000

/* The folded texts of one item. */
typedef struct
{
  GeoatRating *rating; /* whose reason is folded */
  guint first;         /* number of its first text in the last walk */
  guint walk;          /* which walk that was */
  guint n_folds;
  GeoatFold folds[]; /* text NULL: not folded yet */
} Folded;

typedef struct
{
  GeoatItem *item; /* held by `held` */
  guint number;    /* of the text */
  guint32 start;
  guint32 length;
  guint8 slot;
} Hit;

struct _GeoatFind
{
  GObject parent_instance;

  GeoatPlan *plan;
  GeoatRound *round; /* NULL: the last */
  char *text;
  char *folded_text;
  GHashTable *cache; /* GeoatItem → Folded */
  GArray *hits;
  GPtrArray *held; /* the items that hits are in */
  guint walk;
  guint next_number;
  GeoatRound *searched_round; /* whose reasons the hits are in */
  guint idle;
  guint folding;    /* idle source, while texts are folded ahead */
  guint folding_at; /* the entry whose turn it is */
  gboolean stale;
};

static void geoat_find_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GeoatFind,
                               geoat_find,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      geoat_find_list_model_init))

static void
folded_free (Folded *folded)
{
  for (guint i = 0; i < folded->n_folds; i++)
    geoat_fold_clear (&folded->folds[i]);
  g_clear_pointer (&folded->rating, geoat_rating_unref);
  g_free (folded);
}

static const Searched *
get_searched (GeoatItem *item)
{
  return &searched[geoat_item_get_part (item)];
}

static GeoatRound *
get_round (GeoatFind *self)
{
  return self->round != NULL ? self->round : geoat_plan_get_last_round (self->plan);
}

static Folded *
get_folded (GeoatFind *self, GeoatItem *item)
{
  Folded *folded = g_hash_table_lookup (self->cache, item);

  if (folded == NULL)
    {
      guint n_folds = get_searched (item)->n_fields;

      folded = g_malloc0 (sizeof *folded + n_folds * sizeof *folded->folds);
      folded->n_folds = n_folds;
      g_hash_table_insert (self->cache, item, folded);
    }
  return folded;
}

/* The reason belongs to a rating that never changes: another rating, another reason. */
static const char *
get_reason (GeoatFind *self, GeoatItem *item, Folded *folded, guint slot)
{
  GeoatRating *rating =
      (GeoatRating *) geoat_entry_get_rating (GEOAT_ENTRY (item), get_round (self));

  if (rating != folded->rating)
    {
      g_clear_pointer (&folded->rating, geoat_rating_unref);
      folded->rating = rating == NULL ? NULL : geoat_rating_ref (rating);
      geoat_fold_clear (&folded->folds[slot]);
    }
  return rating == NULL ? "" : geoat_rating_get_reason (rating);
}

static gboolean
search_text (GeoatFind *self, GeoatItem *item, Folded *folded, guint slot, const char *text)
{
  GeoatFold *fold = &folded->folds[slot];
  gsize wanted = strlen (self->folded_text);
  gsize from = 0;
  gsize behind = 0;
  gboolean found = FALSE;

  if (fold->text == NULL)
    geoat_fold_init (fold, text);

  while (wanted <= fold->length - from)
    {
      const char *place =
          memmem (fold->text + from, fold->length - from, self->folded_text, wanted);
      gsize start;
      gsize length;

      if (place == NULL)
        break;

      from = (gsize) (place - fold->text) + wanted;
      geoat_fold_get_original (fold, text, from - wanted, from, &start, &length);
      /* Both letters of a ß are one place. */
      if (start >= behind)
        {
          Hit hit = { .item = item, .number = folded->first + slot, .slot = (guint8) slot };

          hit.start = (guint32) start;
          hit.length = (guint32) length;
          g_array_append_val (self->hits, hit);
          behind = start + length;
          found = TRUE;
        }
    }
  return found;
}

static const char *
get_text (GeoatFind *self, GeoatItem *item, Folded *folded, guint slot)
{
  GeoatField field = get_searched (item)->fields[slot];

  return field == GEOAT_FIELD_NONE ? get_reason (self, item, folded, slot)
                                   : geoat_item_get_text (item, field);
}

static void search_list (GeoatFind *self, GeoatItem *owner, GeoatListKind kind);

static void
search_item (GeoatFind *self, gpointer item)
{
  const Searched *texts = get_searched (item);
  Folded *folded = get_folded (self, item);
  gboolean found = FALSE;

  folded->first = self->next_number;
  folded->walk = self->walk;
  self->next_number += texts->n_fields;

  for (guint slot = 0; slot < texts->n_fields; slot++)
    {
      const char *text = get_text (self, item, folded, slot);

      if (*text != '\0' && search_text (self, item, folded, slot, text))
        found = TRUE;
    }

  if (found)
    g_ptr_array_add (self->held, g_object_ref (item));
}

static void
search_lists (GeoatFind *self, GeoatItem *item)
{
  GeoatPart part = geoat_item_get_part (item);

  for (guint kind = geoat_list_kind_first (part); kind < geoat_list_kind_after (part); kind++)
    search_list (self, item, (GeoatListKind) kind);
}

/* The items of a list, each with what is in it. */
static void
search_list (GeoatFind *self, GeoatItem *owner, GeoatListKind kind)
{
  guint n = geoat_item_get_n_items (owner, kind);

  for (guint i = 0; i < n; i++)
    {
      GeoatItem *item = geoat_item_get_item (owner, kind, i);

      search_item (self, item);
      search_lists (self, item);
    }
}

/* By key element: the plan need not have them together. */
static void
search_entries (GeoatFind *self)
{
  g_autoptr (GeoatPlanOrder) order = geoat_plan_order_new (self->plan, get_round (self));

  for (guint i = 0; i < order->n_entries; i++)
    {
      search_item (self, order->entries[i]);
      search_lists (self, GEOAT_ITEM (order->entries[i]));
    }
}

static void
search (GeoatFind *self)
{
  guint before = self->hits->len;
  GPtrArray *held = g_steal_pointer (&self->held);

  self->held = g_ptr_array_new_with_free_func (g_object_unref);
  g_array_set_size (self->hits, 0);
  g_clear_handle_id (&self->idle, g_source_remove);
  self->stale = FALSE;
  self->walk++;
  self->next_number = 0;
  g_set_object (&self->searched_round, get_round (self));

  if (*self->folded_text != '\0')
    {
      search_item (self, self->plan);
      for (guint kind = GEOAT_BEFORE_PLAN_LISTS + 1; kind < GEOAT_AFTER_PLAN_LISTS; kind++)
        if (kind == GEOAT_LIST_ENTRIES)
          search_entries (self);
        else
          search_list (self, GEOAT_ITEM (self->plan), kind);
    }

  if (before > 0 || self->hits->len > 0)
    g_list_model_items_changed (G_LIST_MODEL (self), 0, before, self->hits->len);
  g_ptr_array_unref (held);
}

static void
fold_item (GeoatFind *self, gpointer item)
{
  Folded *folded = get_folded (self, item);

  for (guint slot = 0; slot < get_searched (item)->n_fields; slot++)
    {
      const char *text = get_text (self, item, folded, slot);

      if (*text != '\0' && folded->folds[slot].text == NULL)
        geoat_fold_init (&folded->folds[slot], text);
    }
}

static void
fold_with_lists (GeoatFind *self, GeoatItem *item)
{
  GeoatPart part = geoat_item_get_part (item);

  fold_item (self, item);
  for (guint kind = geoat_list_kind_first (part); kind < geoat_list_kind_after (part); kind++)
    for (guint i = 0; i < geoat_item_get_n_items (item, kind); i++)
      fold_with_lists (self, geoat_item_get_item (item, kind, i));
}

static gboolean
fold_ahead_cb (gpointer data)
{
  GeoatFind *self = data;
  gint64 end = g_get_monotonic_time () + SLICE;

  while (self->folding_at < geoat_plan_get_n_entries (self->plan))
    {
      GeoatEntry *entry = geoat_plan_get_entry (self->plan, self->folding_at++);

      fold_with_lists (self, GEOAT_ITEM (entry));
      if (g_get_monotonic_time () >= end)
        return G_SOURCE_CONTINUE;
    }

  self->folding = 0;
  return G_SOURCE_REMOVE;
}

static gboolean
idle_cb (gpointer data)
{
  GeoatFind *self = data;

  self->idle = 0;
  search (self);
  return G_SOURCE_REMOVE;
}

static void
forget (GeoatFind *self, GeoatItem *item)
{
  GeoatPart part = geoat_item_get_part (item);

  g_hash_table_remove (self->cache, item);
  for (guint kind = geoat_list_kind_first (part); kind < geoat_list_kind_after (part); kind++)
    for (guint i = 0; i < geoat_item_get_n_items (item, kind); i++)
      forget (self, geoat_item_get_item (item, kind, i));
}

static void
forget_text (GeoatFind *self, GeoatItem *item, GeoatField field)
{
  const Searched *texts = get_searched (item);
  Folded *folded = g_hash_table_lookup (self->cache, item);

  for (guint slot = 0; folded != NULL && slot < texts->n_fields; slot++)
    if (texts->fields[slot] == field)
      geoat_fold_clear (&folded->folds[slot]);
}

static void
changed_cb (GeoatFind *self, const GeoatChange *change)
{
  switch (change->kind)
    {
    case GEOAT_CHANGE_TEXT:
      forget_text (self, change->item, change->field);
      break;

    case GEOAT_CHANGE_REMOVE:
      forget (self, change->item);
      if (change->item == GEOAT_ITEM (self->round))
        g_clear_object (&self->round);
      break;

    case GEOAT_CHANGE_INSERT:
    case GEOAT_CHANGE_RATING:
      break;

    case GEOAT_CHANGE_NUMBER:
    case GEOAT_CHANGE_PRINCIPLE_TARGET:
    case GEOAT_CHANGE_UNKNOWN:
    default:
      return;
    }

  self->stale = TRUE;
  if (self->idle == 0 && *self->folded_text != '\0')
    self->idle = g_idle_add (idle_cb, self);
}

static GeoatRound *
get_round_of_hit (GeoatFind *self, const Hit *hit)
{
  return get_searched (hit->item)->fields[hit->slot] == GEOAT_FIELD_NONE ? self->searched_round
                                                                         : NULL;
}

static GType
geoat_find_get_item_type (GListModel *model)
{
  return GEOAT_TYPE_MATCH;
}

static guint
geoat_find_get_n_items (GListModel *model)
{
  return GEOAT_FIND (model)->hits->len;
}

static gpointer
geoat_find_get_item (GListModel *model, guint position)
{
  GeoatFind *self = GEOAT_FIND (model);
  const Hit *hit;

  if (position >= self->hits->len)
    return NULL;

  hit = &g_array_index (self->hits, Hit, position);
  return geoat_match_new (hit->item, get_searched (hit->item)->fields[hit->slot],
                          get_round_of_hit (self, hit), hit->start, hit->length);
}

static void
geoat_find_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = geoat_find_get_item_type;
  iface->get_n_items = geoat_find_get_n_items;
  iface->get_item = geoat_find_get_item;
}

static void
geoat_find_finalize (GObject *object)
{
  GeoatFind *self = GEOAT_FIND (object);

  g_clear_handle_id (&self->idle, g_source_remove);
  g_clear_handle_id (&self->folding, g_source_remove);
  g_hash_table_unref (self->cache);
  g_array_unref (self->hits);
  g_ptr_array_unref (self->held);
  g_clear_object (&self->searched_round);
  g_clear_object (&self->round);
  g_clear_object (&self->plan);
  g_free (self->text);
  g_free (self->folded_text);

  G_OBJECT_CLASS (geoat_find_parent_class)->finalize (object);
}

/* The order is that of the window: the administration before the title, the reason of the rating
 * before the current activities. */
static void
list_searched (void)
{
  static const GeoatField first[] = { GEOAT_FIELD_ADMINISTRATION, GEOAT_FIELD_COUNTRY,
                                      GEOAT_FIELD_NONE };
  Searched *of_entry = &searched[GEOAT_PART_ENTRY];
  guint slot = 0;

  for (guint part = 0; part < GEOAT_N_PARTS; part++)
    searched[part].n_fields =
        geoat_field_list ((GeoatPart) part, GEOAT_FIELD_FLAG_SEARCHED,
                          part == GEOAT_PART_PLAN ? first : NULL, searched[part].fields);

  while (of_entry->fields[slot] != GEOAT_FIELD_CURRENT_ACTIVITIES)
    slot++;
  memmove (&of_entry->fields[slot + 1], &of_entry->fields[slot],
           (of_entry->n_fields - slot) * sizeof *of_entry->fields);
  of_entry->fields[slot] = GEOAT_FIELD_NONE;
  of_entry->n_fields++;
}

static void
geoat_find_class_init (GeoatFindClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = geoat_find_finalize;

  list_searched ();
}

static void
geoat_find_init (GeoatFind *self)
{
  self->text = g_strdup ("");
  self->folded_text = g_strdup ("");
  self->cache = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) folded_free);
  self->hits = g_array_new (FALSE, FALSE, sizeof (Hit));
  self->held = g_ptr_array_new_with_free_func (g_object_unref);
}

/* Line breaks do not fit into a field of one line. */
static char *
fit_replacement (const char *replacement, GeoatField field)
{
  char *text = g_strdup (replacement);

  if (field != GEOAT_FIELD_NONE && geoat_field_get_info (field)->kind == GEOAT_FIELD_KIND_LINE)
    g_strdelimit (text, "\n\r\t", ' ');
  return text;
}

/* A carried rating stays one: replacing a word is not looking at the rating. */
static void
set_text (GeoatHistory *history, GeoatItem *item, GeoatField field, GeoatRound *round, char *text)
{
  const GeoatRating *rating;
  g_autoptr (GeoatRating) with_reason = NULL;
  g_autoptr (GeoatRating) with_carried = NULL;

  if (field != GEOAT_FIELD_NONE)
    {
      geoat_history_set_text (history, item, field, text);
      return;
    }

  rating = geoat_entry_get_rating (GEOAT_ENTRY (item), round);
  with_reason = geoat_rating_with_reason (rating, text);
  with_carried = geoat_rating_with_carried (with_reason, geoat_rating_get_carried (rating));
  geoat_history_set_rating (history, GEOAT_ENTRY (item), with_carried);
}

/* Replaces hits from @first on that are in the same text; returns the next hit. */
static guint
replace_in_text (GeoatFind *self, GeoatHistory *history, guint first, const char *replacement)
{
  const Hit *hit = &g_array_index (self->hits, Hit, first);
  GeoatField field = get_searched (hit->item)->fields[hit->slot];
  g_autofree char *fitting = fit_replacement (replacement, field);
  const char *text = geoat_match_peek_text (hit->item, field, get_round_of_hit (self, hit));
  g_autoptr (GString) result = g_string_new (NULL);
  guint number = hit->number;
  gsize done = 0;
  guint i;

  for (i = first; i < self->hits->len && g_array_index (self->hits, Hit, i).number == number; i++)
    {
      const Hit *next = &g_array_index (self->hits, Hit, i);

      g_string_append_len (result, text + done, (gssize) (next->start - done));
      g_string_append (result, fitting);
      done = next->start + next->length;
    }
  g_string_append (result, text + done);

  set_text (history, hit->item, field, get_round_of_hit (self, hit), result->str);
  return i;
}

/**
 * geoat_find_new:
 * @plan: a plan
 *
 * Returns: (transfer full): a search in the plan that looks for nothing yet
 */
GeoatFind *
geoat_find_new (GeoatPlan *plan)
{
  GeoatFind *self;

  g_return_val_if_fail (GEOAT_IS_PLAN (plan), NULL);

  self = g_object_new (GEOAT_TYPE_FIND, NULL);
  self->plan = g_object_ref (plan);
  self->folding = g_idle_add_full (G_PRIORITY_LOW, fold_ahead_cb, self, NULL);
  g_signal_connect_object (plan, "changed", G_CALLBACK (changed_cb), self, G_CONNECT_SWAPPED);
  return self;
}

/**
 * geoat_find_set_round:
 * @self: a search
 * @round: (nullable): the round that is shown; %NULL: the last, whichever it is
 *
 * Reasons are searched in that round, and only the entries that count in it.
 */
void
geoat_find_set_round (GeoatFind *self, GeoatRound *round)
{
  g_return_if_fail (GEOAT_IS_FIND (self));

  if (g_set_object (&self->round, round))
    search (self);
}

/**
 * geoat_find_set_text:
 * @self: a search
 * @text: (nullable): what to look for; nothing is found for "" and %NULL
 *
 * Searches at once.
 */
void
geoat_find_set_text (GeoatFind *self, const char *text)
{
  g_autofree char *folded = NULL;
  gboolean is_same;

  g_return_if_fail (GEOAT_IS_FIND (self));

  text = text == NULL ? "" : text;
  folded = geoat_fold_text (text);
  is_same = g_str_equal (folded, self->folded_text);
  g_free (self->text);
  self->text = g_strdup (text);
  if (is_same && !self->stale)
    return;

  g_free (self->folded_text);
  self->folded_text = g_steal_pointer (&folded);
  search (self);
}

/**
 * geoat_find_get_text:
 * @self: a search
 *
 * Returns: (transfer none): what it looks for
 */
const char *
geoat_find_get_text (GeoatFind *self)
{
  g_return_val_if_fail (GEOAT_IS_FIND (self), "");

  return self->text;
}

/**
 * geoat_find_get_n_matches:
 * @self: a search
 *
 * Returns: how many places were found
 */
guint
geoat_find_get_n_matches (GeoatFind *self)
{
  g_return_val_if_fail (GEOAT_IS_FIND (self), 0);

  return self->hits->len;
}

/**
 * geoat_find_update:
 * @self: a search
 *
 * Brings the list up to date with the plan now, if the plan has changed.
 */
void
geoat_find_update (GeoatFind *self)
{
  g_return_if_fail (GEOAT_IS_FIND (self));

  if (self->stale)
    search (self);
}

/**
 * geoat_find_next:
 * @self: a search
 * @item: where the cursor is
 * @field: the same; %GEOAT_FIELD_NONE with a @round: in the reason, without: before all texts of
 *   the item
 * @round: (nullable): the same
 * @start: bytes into the text
 *
 * Returns: the position of the first match at or behind the place; 0 when there is none; G_MAXUINT
 *   when nothing is found at all
 */
guint
geoat_find_next (GeoatFind *self, GeoatItem *item, GeoatField field, GeoatRound *round, gsize start)
{
  const Searched *texts;
  Folded *folded;
  guint number;
  guint low = 0;
  guint high;

  g_return_val_if_fail (GEOAT_IS_FIND (self), G_MAXUINT);
  g_return_val_if_fail (GEOAT_IS_ITEM (item), G_MAXUINT);

  geoat_find_update (self);
  if (self->hits->len == 0)
    return G_MAXUINT;

  folded = g_hash_table_lookup (self->cache, item);
  if (folded == NULL || folded->walk != self->walk)
    return 0;

  texts = get_searched (item);
  number = folded->first;
  for (guint slot = 0; slot < texts->n_fields; slot++)
    if (texts->fields[slot] == field && (field != GEOAT_FIELD_NONE || round != NULL))
      number += slot;

  high = self->hits->len;
  while (low < high)
    {
      guint middle = (low + high) / 2;
      const Hit *hit = &g_array_index (self->hits, Hit, middle);

      if (hit->number < number || (hit->number == number && hit->start < start))
        low = middle + 1;
      else
        high = middle;
    }
  return low < self->hits->len ? low : 0;
}

/**
 * geoat_find_replace:
 * @self: a search
 * @history: the history of its plan
 * @match: one of its matches
 * @replacement: what to put there, valid UTF-8
 *
 * Replaces one match, as one step of undo.
 *
 * Returns: %FALSE when it cannot be replaced, or the text is not as it was found any more
 */
gboolean
geoat_find_replace (GeoatFind *self,
                    GeoatHistory *history,
                    GeoatMatch *match,
                    const char *replacement)
{
  GeoatItem *item;
  GeoatField field;
  GeoatRound *round;
  gsize start;
  gsize length;
  const char *text;
  g_autofree char *place = NULL;
  g_autofree char *folded = NULL;
  g_autofree char *fitting = NULL;
  g_autofree char *result = NULL;

  g_return_val_if_fail (GEOAT_IS_FIND (self), FALSE);
  g_return_val_if_fail (geoat_history_get_plan (history) == self->plan, FALSE);
  g_return_val_if_fail (GEOAT_IS_MATCH (match), FALSE);
  g_return_val_if_fail (replacement != NULL, FALSE);

  if (!geoat_match_can_replace (match))
    return FALSE;

  item = geoat_match_get_item (match);
  field = geoat_match_get_field (match);
  round = geoat_match_get_round (match);
  start = geoat_match_get_start (match);
  length = geoat_match_get_length (match);
  text = geoat_match_peek_text (item, field, round);
  if (start + length > strlen (text))
    return FALSE;

  place = g_strndup (text + start, length);
  if (!g_utf8_validate (place, -1, NULL))
    return FALSE;
  folded = geoat_fold_text (place);
  if (strstr (folded, self->folded_text) == NULL)
    return FALSE;

  fitting = fit_replacement (replacement, field);
  result = g_strdup_printf ("%.*s%s%s", (int) start, text, fitting, text + start + length);
  geoat_history_break (history);
  geoat_history_begin (history, _ ("Replace"));
  set_text (history, item, field, round, result);
  geoat_history_end (history);
  geoat_find_update (self);
  return TRUE;
}

/**
 * geoat_find_replace_all:
 * @self: a search
 * @history: the history of its plan
 * @replacement: what to put there, valid UTF-8
 *
 * Replaces all matches, as one step of undo. What belongs to a round that is closed is left alone.
 *
 * Returns: how many were replaced
 */
guint
geoat_find_replace_all (GeoatFind *self, GeoatHistory *history, const char *replacement)
{
  guint n_replaced = 0;
  guint i = 0;

  g_return_val_if_fail (GEOAT_IS_FIND (self), 0);
  g_return_val_if_fail (geoat_history_get_plan (history) == self->plan, 0);
  g_return_val_if_fail (replacement != NULL, 0);

  geoat_find_update (self);
  geoat_history_break (history);
  geoat_history_begin (history, _ ("Replace All"));
  while (i < self->hits->len)
    {
      g_autoptr (GeoatMatch) match = geoat_find_get_item (G_LIST_MODEL (self), i);

      if (geoat_match_can_replace (match))
        {
          guint next = replace_in_text (self, history, i, replacement);

          n_replaced += next - i;
          i = next;
        }
      else
        i++;
    }
  geoat_history_end (history);
  geoat_find_update (self);
  return n_replaced;
}
