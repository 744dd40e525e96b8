/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How a plan changes: one door for every kind of change, doing, undoing and redoing alike.
 *
 * How it works: each kind first brings the model up to date, with all that follows from the change
 * (owners, ids, the positions that scores need), and only then tells those who watch the item or
 * its list, so that nobody sees a plan that is half changed. Last comes the plan's `changed`. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-change-private.h"
#include "geoat-entry-private.h"
#include "geoat-plan-private.h"

#include <string.h>

static GeoatList *
get_list (GeoatItem *owner, GeoatPart part)
{
  return geoat_item_get_list (owner, geoat_list_kind_find (geoat_item_get_part (owner), part));
}

/* Rounds come and go rarely: then all entries may mean other ones. */
static void
update_all_positions (GeoatPlan *self)
{
  guint length = geoat_list_get_length (geoat_plan_get_list (self, GEOAT_LIST_ENTRIES));

  for (guint i = 0; i < length; i++)
    geoat_entry_update_positions (
        geoat_list_get (geoat_plan_get_list (self, GEOAT_LIST_ENTRIES), i));
}

/* The ends of the key elements, after an entry has been put in. */
static void
update_ends (GeoatPlan *self, const GeoatEntry *entry, guint position)
{
  guint n = geoat_framework_get_n_key_elements (self->framework);
  guint *end;

  if (self->ends == NULL || entry->key_element < 0)
    return;
  for (guint i = 0; i < n; i++)
    if (self->ends[i] > position)
      self->ends[i]++;
  end = &self->ends[entry->key_element];
  *end = MAX (*end, position + 1);
}

static void
apply_text (GeoatPlan *self, const GeoatChange *change)
{
  const char *text = geoat_item_get_text (change->item, change->field);
  gsize length = strlen (text);
  gsize old_length = strlen (change->old_text);
  gsize new_length = strlen (change->new_text);
  gsize end = change->position + old_length;
  char *result;

  g_assert (end <= length);
  g_assert (memcmp (text + change->position, change->old_text, old_length) == 0);

  result = g_malloc (length - old_length + new_length + 1);
  memcpy (result, text, change->position);
  memcpy (result + change->position, change->new_text, new_length);
  memcpy (result + change->position + new_length, text + end, length - end + 1);
  geoat_item_take_text (change->item, change->field, result);

  if (change->field == GEOAT_FIELD_KEY_ELEMENT)
    g_clear_pointer (&self->ends, g_free);
  if (change->field == GEOAT_FIELD_KEY_ELEMENT || change->field == GEOAT_FIELD_SINCE ||
      change->field == GEOAT_FIELD_RETIRED)
    geoat_entry_update_positions (GEOAT_ENTRY (change->item));
  geoat_item_notify_field (change->item, change->field);
}

static void
apply_insert (GeoatPlan *self, const GeoatChange *change)
{
  GeoatPart part = geoat_item_get_part (change->item);
  GeoatList *list = get_list (change->owner, part);
  gboolean is_new = geoat_plan_register (self, change->item);

  g_assert (is_new);
  g_assert (geoat_item_get_owner (change->item) == NULL);

  geoat_list_insert (list, change->position, change->item);
  geoat_item_set_owner (change->item, change->owner);
  if (part == GEOAT_PART_ENTRY)
    {
      geoat_entry_update_positions (GEOAT_ENTRY (change->item));
      update_ends (self, GEOAT_ENTRY (change->item), change->position);
    }
  else if (part == GEOAT_PART_ROUND)
    update_all_positions (self);

  geoat_list_emit_changed (list, change->position, 0, 1);
}

static void
apply_remove (GeoatPlan *self, const GeoatChange *change)
{
  GeoatPart part = geoat_item_get_part (change->item);
  GeoatList *list = get_list (change->owner, part);

  g_assert (geoat_list_get (list, change->position) == change->item);

  geoat_plan_unregister (self, change->item);
  geoat_item_set_owner (change->item, NULL);
  geoat_list_remove (list, change->position);
  if (part == GEOAT_PART_ENTRY)
    g_clear_pointer (&self->ends, g_free);
  if (part == GEOAT_PART_ROUND)
    update_all_positions (self);

  geoat_list_emit_changed (list, change->position, 1, 0);
}

/**
 * geoat_plan_apply:
 * @self: a plan
 * @change: a change that fits the plan as it is
 *
 * Makes the change and tells everybody. Only the history calls it.
 */
void
geoat_plan_apply (GeoatPlan *self, const GeoatChange *change)
{
  switch (change->kind)
    {
    case GEOAT_CHANGE_TEXT:
      apply_text (self, change);
      break;

    case GEOAT_CHANGE_NUMBER:
      geoat_item_set_number (change->item, change->field, change->new_number);
      geoat_item_notify_field (change->item, change->field);
      break;

    case GEOAT_CHANGE_RATING:
      geoat_entry_set_rating (GEOAT_ENTRY (change->item), change->round, change->new_rating);
      geoat_entry_emit_rating_changed (GEOAT_ENTRY (change->item), change->round);
      break;

    case GEOAT_CHANGE_PRINCIPLE_TARGET:
      geoat_plan_set_principle_target (self, change->position, (GeoatLevel) change->new_number);
      break;

    case GEOAT_CHANGE_INSERT:
      apply_insert (self, change);
      break;

    case GEOAT_CHANGE_REMOVE:
      apply_remove (self, change);
      break;

    case GEOAT_CHANGE_UNKNOWN:
      if (change->position == 0)
        geoat_item_set_unknown (change->item, change->new_unknown);
      else
        geoat_plan_set_unknown (self, change->position - 1, change->new_unknown);
      break;

    default:
      g_assert_not_reached ();
    }

  geoat_plan_emit_changed (self, change);
}
