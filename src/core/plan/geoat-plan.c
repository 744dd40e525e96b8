/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The document: administration, rounds, working group, entries. How it changes is in
 * geoat-plan-apply.c. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-plan.h"

#include <glib/gi18n-lib.h>

#include "geoat-entry-private.h"
#include "geoat-error.h"
#include "geoat-hash.h"
#include "geoat-plan-private.h"
#include "geoat-unknown.h"

enum
{
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GeoatPlan, geoat_plan, GEOAT_TYPE_ITEM)

static void
copy_ratings (GeoatPlan *copy, GeoatEntry *from, GeoatEntry *to)
{
  for (guint i = 0; i < from->n_ratings; i++)
    geoat_entry_append_rating (
        to, geoat_plan_get_round (copy, geoat_round_get_index (from->ratings[i].round)),
        from->ratings[i].rating);
}

/* Copies of all that is in the lists of an item, with the same ids. */
static void
copy_lists (GeoatPlan *copy, GeoatItem *from, GeoatItem *to)
{
  GeoatPart part = geoat_item_get_part (from);

  for (guint kind = geoat_list_kind_first (part); kind < geoat_list_kind_after (part); kind++)
    for (guint i = 0; i < geoat_item_get_n_items (from, kind); i++)
      {
        GeoatItem *item = geoat_item_get_item (from, kind, i);
        g_autoptr (GeoatItem) other = g_object_new (G_OBJECT_TYPE (item), NULL);

        geoat_item_copy_to (item, other, TRUE);
        if (GEOAT_IS_ENTRY (item))
          copy_ratings (copy, GEOAT_ENTRY (item), GEOAT_ENTRY (other));
        geoat_item_append (to, other);
        copy_lists (copy, item, other);
      }
}

static void
geoat_plan_finalize (GObject *object)
{
  GeoatPlan *self = GEOAT_PLAN (object);

  for (guint i = 0; i < G_N_ELEMENTS (self->by_id); i++)
    g_clear_pointer (&self->by_id[i], g_hash_table_unref);
  for (guint i = 0; i < GEOAT_N_PLACES; i++)
    g_clear_pointer (&self->unknown[i], json_object_unref);
  g_clear_object (&self->framework);
  g_free (self->principle_targets);
  g_free (self->ends);
  g_strfreev (self->left_out);

  G_OBJECT_CLASS (geoat_plan_parent_class)->finalize (object);
}

static void
geoat_plan_class_init (GeoatPlanClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = geoat_plan_finalize;

  geoat_item_class_install_fields (GEOAT_ITEM_CLASS (klass), GEOAT_PART_PLAN,
                                   G_STRUCT_OFFSET (GeoatPlan, values));
  geoat_item_class_install_lists (GEOAT_ITEM_CLASS (klass), G_STRUCT_OFFSET (GeoatPlan, lists));

  /**
   * GeoatPlan::changed:
   * @self: the plan
   * @change: (type gpointer): the #GeoatChange that was made
   *
   * After any change at all, once for each.
   */
  signals[CHANGED] = g_signal_new ("changed", GEOAT_TYPE_PLAN, G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                                   NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);
}

static void
geoat_plan_init (GeoatPlan *self)
{
  geoat_item_init_values (GEOAT_ITEM (self));
  for (guint kind = GEOAT_BEFORE_PLAN_LISTS + 1; kind < GEOAT_AFTER_PLAN_LISTS; kind++)
    geoat_item_get_list (GEOAT_ITEM (self), kind);
  for (guint part = GEOAT_PART_MEMBER; part < G_N_ELEMENTS (self->by_id); part++)
    self->by_id[part] = g_hash_table_new (geoat_hash_text, g_str_equal);
}

/**
 * geoat_plan_new:
 * @framework: the framework it is made on
 * @language: the language it is written in, a BCP 47 tag
 * @administration: the name of the administration
 * @title: (nullable): its title
 * @round_title: the title of its first round
 * @today: the day on which that round opens
 *
 * Returns: (transfer full): a plan with one open round and no entry
 */
GeoatPlan *
geoat_plan_new (GeoatFramework *framework,
                const char *language,
                const char *administration,
                const char *title,
                const char *round_title,
                const GDate *today)
{
  GeoatPlan *self;
  g_autoptr (GeoatRound) round = NULL;

  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (framework), NULL);
  g_return_val_if_fail (language != NULL, NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  self = geoat_plan_new_empty (framework);
  geoat_item_set_text (GEOAT_ITEM (self), GEOAT_FIELD_LANGUAGE, language);
  geoat_item_set_text (GEOAT_ITEM (self), GEOAT_FIELD_ADMINISTRATION, administration);
  geoat_item_set_text (GEOAT_ITEM (self), GEOAT_FIELD_TITLE, title);

  round = geoat_round_new (round_title, today);
  geoat_item_append (GEOAT_ITEM (self), GEOAT_ITEM (round));
  return self;
}

/**
 * geoat_plan_get_framework:
 * @self: a plan
 *
 * Returns: (transfer none): the framework it is made on
 */
GeoatFramework *
geoat_plan_get_framework (GeoatPlan *self)
{
  g_return_val_if_fail (GEOAT_IS_PLAN (self), NULL);

  return self->framework;
}

/**
 * geoat_plan_get_language:
 * @self: a plan
 *
 * Returns: (transfer none): the language it is written in, a BCP 47 tag
 */
const char *
geoat_plan_get_language (GeoatPlan *self)
{
  return geoat_item_get_text (GEOAT_ITEM (self), GEOAT_FIELD_LANGUAGE);
}

/**
 * geoat_plan_get_title:
 * @self: a plan
 *
 * Returns: (transfer none): its title, empty when it has none
 */
const char *
geoat_plan_get_title (GeoatPlan *self)
{
  return geoat_item_get_text (GEOAT_ITEM (self), GEOAT_FIELD_TITLE);
}

/**
 * geoat_plan_get_administration:
 * @self: a plan
 *
 * Returns: (transfer none): the name of the administration
 */
const char *
geoat_plan_get_administration (GeoatPlan *self)
{
  return geoat_item_get_text (GEOAT_ITEM (self), GEOAT_FIELD_ADMINISTRATION);
}

/**
 * geoat_plan_get_entries:
 * @self: a plan
 *
 * Returns: (transfer none): its entries, retired ones included, a list of #GeoatEntry that follows
 *   what happens
 */
GListModel *
geoat_plan_get_entries (GeoatPlan *self)
{
  g_return_val_if_fail (GEOAT_IS_PLAN (self), NULL);

  return G_LIST_MODEL (geoat_plan_get_list (self, GEOAT_LIST_ENTRIES));
}

/**
 * geoat_plan_get_rounds:
 * @self: a plan
 *
 * Returns: (transfer none): its rounds in time order, a list of #GeoatRound that follows what
 *   happens
 */
GListModel *
geoat_plan_get_rounds (GeoatPlan *self)
{
  g_return_val_if_fail (GEOAT_IS_PLAN (self), NULL);

  return G_LIST_MODEL (geoat_plan_get_list (self, GEOAT_LIST_ROUNDS));
}

/**
 * geoat_plan_get_working_group:
 * @self: a plan
 *
 * Returns: (transfer none): the working group, a list of #GeoatMember that follows what happens
 */
GListModel *
geoat_plan_get_working_group (GeoatPlan *self)
{
  g_return_val_if_fail (GEOAT_IS_PLAN (self), NULL);

  return G_LIST_MODEL (geoat_plan_get_list (self, GEOAT_LIST_MEMBERS));
}

/**
 * geoat_plan_get_n_entries:
 * @self: a plan
 *
 * Returns: how many entries it has, retired ones included
 */
guint
geoat_plan_get_n_entries (GeoatPlan *self)
{
  g_return_val_if_fail (GEOAT_IS_PLAN (self), 0);

  return geoat_list_get_length (geoat_plan_get_list (self, GEOAT_LIST_ENTRIES));
}

/**
 * geoat_plan_get_entry:
 * @self: a plan
 * @position: 0 for the first
 *
 * Returns: (transfer none) (nullable): the entry; %NULL past the end
 */
GeoatEntry *
geoat_plan_get_entry (GeoatPlan *self, guint position)
{
  g_return_val_if_fail (GEOAT_IS_PLAN (self), NULL);

  return geoat_list_get (geoat_plan_get_list (self, GEOAT_LIST_ENTRIES), position);
}

/**
 * geoat_plan_find_entry:
 * @self: a plan
 * @id: the id of an entry
 *
 * Returns: (transfer none) (nullable): the entry; %NULL when none has that id
 */
GeoatEntry *
geoat_plan_find_entry (GeoatPlan *self, const char *id)
{
  g_return_val_if_fail (GEOAT_IS_PLAN (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return geoat_plan_find (self, GEOAT_PART_ENTRY, id);
}

/**
 * geoat_plan_get_entry_position:
 * @self: a plan
 * @entry: an entry
 * @position: (out) (optional): its position in the plan
 *
 * Returns: whether @entry is in the plan
 */
gboolean
geoat_plan_get_entry_position (GeoatPlan *self, GeoatEntry *entry, guint *position)
{
  g_return_val_if_fail (GEOAT_IS_PLAN (self), FALSE);
  g_return_val_if_fail (GEOAT_IS_ENTRY (entry), FALSE);

  return geoat_item_get_owner (GEOAT_ITEM (entry)) == GEOAT_ITEM (self) &&
         geoat_list_find (geoat_plan_get_list (self, GEOAT_LIST_ENTRIES), GEOAT_ITEM (entry),
                          position);
}

/**
 * geoat_plan_get_n_rounds:
 * @self: a plan
 *
 * Returns: how many rounds it has
 */
guint
geoat_plan_get_n_rounds (GeoatPlan *self)
{
  g_return_val_if_fail (GEOAT_IS_PLAN (self), 0);

  return geoat_list_get_length (geoat_plan_get_list (self, GEOAT_LIST_ROUNDS));
}

/**
 * geoat_plan_get_round:
 * @self: a plan
 * @position: 0 for the first
 *
 * Returns: (transfer none) (nullable): the round; %NULL past the end
 */
GeoatRound *
geoat_plan_get_round (GeoatPlan *self, guint position)
{
  g_return_val_if_fail (GEOAT_IS_PLAN (self), NULL);

  return geoat_list_get (geoat_plan_get_list (self, GEOAT_LIST_ROUNDS), position);
}

/**
 * geoat_plan_get_last_round:
 * @self: a plan
 *
 * Returns: (transfer none): the present round; never %NULL in a valid plan
 */
GeoatRound *
geoat_plan_get_last_round (GeoatPlan *self)
{
  g_return_val_if_fail (GEOAT_IS_PLAN (self), NULL);

  return geoat_list_get (geoat_plan_get_list (self, GEOAT_LIST_ROUNDS),
                         geoat_list_get_length (geoat_plan_get_list (self, GEOAT_LIST_ROUNDS)) - 1);
}

/**
 * geoat_plan_find_round:
 * @self: a plan
 * @id: the id of a round
 *
 * Returns: (transfer none) (nullable): the round; %NULL when none has that id
 */
GeoatRound *
geoat_plan_find_round (GeoatPlan *self, const char *id)
{
  g_return_val_if_fail (GEOAT_IS_PLAN (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return geoat_plan_find (self, GEOAT_PART_ROUND, id);
}

/**
 * geoat_plan_lookup_round:
 * @self: a plan
 * @id_or_number: (nullable): an id, or a number, "1" for the first; %NULL or "": the last
 * @error: return location for a #GError
 *
 * An id wins over a number, should a round have such an id.
 *
 * Returns: (transfer none): the round; %NULL with %GEOAT_ERROR_NOT_FOUND when there is none
 */
GeoatRound *
geoat_plan_lookup_round (GeoatPlan *self, const char *id_or_number, GError **error)
{
  GeoatRound *round;
  guint64 number;

  g_return_val_if_fail (GEOAT_IS_PLAN (self), NULL);
  g_return_val_if_fail (error == NULL || *error == NULL, NULL);

  if (id_or_number == NULL || *id_or_number == '\0')
    return geoat_plan_get_last_round (self);

  round = geoat_plan_find_round (self, id_or_number);
  if (round == NULL && g_ascii_string_to_unsigned (id_or_number, 10, 1, G_MAXUINT, &number, NULL))
    round = geoat_plan_get_round (self, (guint) number - 1);
  if (round == NULL)
    g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_NOT_FOUND, _ ("The plan has no round “%s”"),
                 id_or_number);

  return round;
}

/**
 * geoat_plan_can_rate:
 * @self: a plan
 *
 * Returns: whether its last round is open, so that ratings can be changed
 */
gboolean
geoat_plan_can_rate (GeoatPlan *self)
{
  GeoatRound *last = geoat_plan_get_last_round (self);

  return last != NULL && !geoat_round_is_closed (last);
}

/**
 * geoat_plan_get_principle_target:
 * @self: a plan
 * @principle: the position of a principle in the framework, 0 for the first
 *
 * Returns: the target level of the principle's entries that have none of their own, or
 *   %GEOAT_LEVEL_NOT_ASSESSED
 */
GeoatLevel
geoat_plan_get_principle_target (GeoatPlan *self, guint principle)
{
  g_return_val_if_fail (GEOAT_IS_PLAN (self), GEOAT_LEVEL_NOT_ASSESSED);
  g_return_val_if_fail (principle < geoat_framework_get_n_principles (self->framework),
                        GEOAT_LEVEL_NOT_ASSESSED);

  return (GeoatLevel) self->principle_targets[principle];
}

/**
 * geoat_plan_get_left_out:
 * @self: a plan
 *
 * Returns: (transfer none) (nullable): what a shared copy does not contain, ends with %NULL; %NULL
 *   when nothing was left out
 */
const char *const *
geoat_plan_get_left_out (GeoatPlan *self)
{
  g_return_val_if_fail (GEOAT_IS_PLAN (self), NULL);

  return (const char *const *) self->left_out;
}

/**
 * geoat_plan_copy:
 * @self: a plan
 *
 * Returns: (transfer full): a plan with objects of its own that gives the same file. Another thread
 *   may read it while @self changes.
 */
GeoatPlan *
geoat_plan_copy (GeoatPlan *self)
{
  GeoatPlan *copy;

  g_return_val_if_fail (GEOAT_IS_PLAN (self), NULL);

  copy = geoat_plan_new_empty (self->framework);
  geoat_item_copy_to (GEOAT_ITEM (self), GEOAT_ITEM (copy), TRUE);
  memcpy (copy->principle_targets, self->principle_targets,
          geoat_framework_get_n_principles (self->framework));
  copy->left_out = g_strdupv (self->left_out);
  for (guint i = 0; i < GEOAT_N_PLACES; i++)
    copy->unknown[i] = geoat_unknown_copy (self->unknown[i]);

  copy_lists (copy, GEOAT_ITEM (self), GEOAT_ITEM (copy));
  return copy;
}

GeoatPlan *
geoat_plan_new_empty (GeoatFramework *framework)
{
  GeoatPlan *self = g_object_new (GEOAT_TYPE_PLAN, NULL);
  guint n_principles = geoat_framework_get_n_principles (framework);

  self->framework = g_object_ref (framework);
  self->principle_targets = g_new (gint8, n_principles);
  memset (self->principle_targets, GEOAT_LEVEL_NOT_ASSESSED, n_principles);
  return self;
}

void
geoat_plan_set_principle_target (GeoatPlan *self, guint principle, GeoatLevel level)
{
  g_return_if_fail (principle < geoat_framework_get_n_principles (self->framework));

  self->principle_targets[principle] = (gint8) level;
}

void
geoat_plan_set_left_out (GeoatPlan *self, const char *const *left_out)
{
  g_strfreev (self->left_out);
  self->left_out = g_strdupv ((GStrv) left_out);
}

JsonObject *
geoat_plan_get_unknown (GeoatPlan *self, GeoatPlace place)
{
  return self->unknown[place];
}

void
geoat_plan_set_unknown (GeoatPlan *self, GeoatPlace place, JsonObject *unknown)
{
  if (unknown != NULL)
    json_object_ref (unknown);
  g_clear_pointer (&self->unknown[place], json_object_unref);
  self->unknown[place] = unknown;
}

gboolean
geoat_item_append (GeoatItem *self, GeoatItem *item)
{
  GeoatItem *root = geoat_item_get_root (self);
  GeoatPlan *plan = GEOAT_IS_PLAN (root) ? GEOAT_PLAN (root) : NULL;
  GeoatList *list;

  g_return_val_if_fail (geoat_item_get_owner (item) == NULL, FALSE);

  if (plan != NULL && !geoat_plan_register (plan, item))
    return FALSE;

  list = geoat_item_get_list (
      self, geoat_list_kind_find (geoat_item_get_part (self), geoat_item_get_part (item)));
  geoat_list_insert (list, geoat_list_get_length (list), item);
  geoat_item_set_owner (item, self);
  if (GEOAT_IS_ENTRY (item))
    {
      geoat_entry_update_positions (GEOAT_ENTRY (item));
      g_clear_pointer (&plan->ends, g_free);
    }
  return TRUE;
}

/* Two items that go in together can have the same id too: so one after the other, and all back when
 * one does not fit. */
static gboolean
register_lists (GeoatPlan *self, GeoatItem *item)
{
  GeoatPart part = geoat_item_get_part (item);

  for (guint kind = geoat_list_kind_first (part); kind < geoat_list_kind_after (part); kind++)
    for (guint i = 0; i < geoat_item_get_n_items (item, kind); i++)
      if (!geoat_plan_register (self, geoat_item_get_item (item, kind, i)))
        return FALSE;
  return TRUE;
}

/* Only ids that are its own: another item may have the id of one that could not be registered. */
void
geoat_plan_unregister (GeoatPlan *self, GeoatItem *item)
{
  GHashTable *table = self->by_id[geoat_item_get_part (item)];
  GeoatPart part = geoat_item_get_part (item);

  if (g_hash_table_lookup (table, geoat_item_get_id (item)) == item)
    g_hash_table_remove (table, geoat_item_get_id (item));
  for (guint kind = geoat_list_kind_first (part); kind < geoat_list_kind_after (part); kind++)
    for (guint i = 0; i < geoat_item_get_n_items (item, kind); i++)
      geoat_plan_unregister (self, geoat_item_get_item (item, kind, i));
}

gboolean
geoat_plan_register (GeoatPlan *self, GeoatItem *item)
{
  GHashTable *table = self->by_id[geoat_item_get_part (item)];
  char *id = (char *) geoat_item_get_id (item);

  if (g_hash_table_contains (table, id))
    return FALSE;

  g_hash_table_insert (table, id, item);
  if (register_lists (self, item))
    return TRUE;

  geoat_plan_unregister (self, item);
  return FALSE;
}

gboolean
geoat_plan_has_any (GeoatPlan *self, GeoatItem *item)
{
  GeoatPart part = geoat_item_get_part (item);

  if (geoat_plan_find (self, part, geoat_item_get_id (item)) != NULL)
    return TRUE;
  for (guint kind = geoat_list_kind_first (part); kind < geoat_list_kind_after (part); kind++)
    for (guint i = 0; i < geoat_item_get_n_items (item, kind); i++)
      if (geoat_plan_has_any (self, geoat_item_get_item (item, kind, i)))
        return TRUE;
  return FALSE;
}

gpointer
geoat_plan_find (GeoatPlan *self, GeoatPart part, const char *id)
{
  return g_hash_table_lookup (self->by_id[part], id);
}

/* Looking at all entries for each that is added would take time by the square of their number:
 * geoat_plan_apply() keeps the ends as they are after an insertion, and forgets them when anything
 * else may have moved them. */
guint
geoat_plan_find_entry_place (GeoatPlan *self, int key_element)
{
  guint length = geoat_list_get_length (geoat_plan_get_list (self, GEOAT_LIST_ENTRIES));

  if (self->ends == NULL)
    {
      self->ends = g_new0 (guint, geoat_framework_get_n_key_elements (self->framework));
      for (guint i = 0; i < length; i++)
        {
          const GeoatEntry *entry =
              geoat_list_get (geoat_plan_get_list (self, GEOAT_LIST_ENTRIES), i);

          if (entry->key_element >= 0)
            self->ends[entry->key_element] = i + 1;
        }
    }
  for (; key_element >= 0; key_element--)
    if (self->ends[key_element] > 0)
      return self->ends[key_element];
  return 0;
}

guint
geoat_plan_get_round_index (GeoatPlan *self, const char *id, guint otherwise)
{
  GeoatItem *round;

  if (*id == '\0')
    return otherwise;

  round = geoat_plan_find (self, GEOAT_PART_ROUND, id);
  return round == NULL ? otherwise : geoat_round_get_index (GEOAT_ROUND (round));
}

void
geoat_plan_emit_changed (GeoatPlan *self, const GeoatChange *change)
{
  g_signal_emit (self, signals[CHANGED], 0, change);
}
