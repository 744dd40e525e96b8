/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The few things that can happen to a plan, each with its exact opposite.
 *
 * A change of a text holds only the part that differs (GeoatDifference): typing one letter into ten
 * pages takes a few bytes of the history. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-change-private.h"

#include <string.h>

#include "geoat-difference.h"
#include "geoat-plan-private.h"

static GeoatChange *
create (GeoatChangeKind kind, gpointer item)
{
  GeoatChange *self = g_new0 (GeoatChange, 1);

  self->kind = kind;
  self->item = g_object_ref (item);
  return self;
}

/**
 * geoat_change_new_text:
 * @item: an item
 * @field: a text field of it
 * @text: what it is to hold, valid UTF-8
 *
 * Returns: (transfer full) (nullable): the change; %NULL when the field holds @text already
 */
GeoatChange *
geoat_change_new_text (GeoatItem *item, GeoatField field, const char *text)
{
  const char *old_text = geoat_item_get_text (item, field);
  GeoatChange *self;
  GeoatDifference difference;

  if (g_str_equal (old_text, text))
    return NULL;

  geoat_difference_find (&difference, old_text, text);
  self = create (GEOAT_CHANGE_TEXT, item);
  self->field = field;
  self->position = (guint) difference.start;
  self->old_text = g_strndup (old_text + difference.start, difference.old_length);
  self->new_text = g_strndup (text + difference.start, difference.new_length);
  return self;
}

/**
 * geoat_change_new_number:
 * @item: an item
 * @field: a level, month or status field of it
 * @number: what it is to hold
 *
 * Returns: (transfer full): the change
 */
GeoatChange *
geoat_change_new_number (GeoatItem *item, GeoatField field, int number)
{
  GeoatChange *self = create (GEOAT_CHANGE_NUMBER, item);

  self->field = field;
  self->old_number = geoat_item_get_number (item, field);
  self->new_number = number;
  return self;
}

/**
 * geoat_change_new_rating:
 * @entry: an entry
 * @round: a round of its plan
 * @rating: (nullable): the rating to be; %NULL: not yet assessed
 *
 * Returns: (transfer full): the change
 */
GeoatChange *
geoat_change_new_rating (GeoatEntry *entry, GeoatRound *round, GeoatRating *rating)
{
  GeoatChange *self = create (GEOAT_CHANGE_RATING, entry);
  GeoatRating *old_rating = (GeoatRating *) geoat_entry_get_rating (entry, round);

  self->round = g_object_ref (round);
  self->old_rating = old_rating == NULL ? NULL : geoat_rating_ref (old_rating);
  self->new_rating = rating == NULL ? NULL : geoat_rating_ref (rating);
  return self;
}

/**
 * geoat_change_new_principle_target:
 * @plan: a plan
 * @principle: the position of a principle
 * @level: 0 to 5, or %GEOAT_LEVEL_NOT_ASSESSED for none
 *
 * Returns: (transfer full): the change
 */
GeoatChange *
geoat_change_new_principle_target (GeoatPlan *plan, guint principle, int level)
{
  GeoatChange *self = create (GEOAT_CHANGE_PRINCIPLE_TARGET, plan);

  self->position = principle;
  self->old_number = geoat_plan_get_principle_target (plan, principle);
  self->new_number = level;
  return self;
}

/**
 * geoat_change_new_insert:
 * @item: an item that is in no plan
 * @owner: what it is to go into
 * @position: its place in the list
 *
 * Returns: (transfer full): the change
 */
GeoatChange *
geoat_change_new_insert (GeoatItem *item, GeoatItem *owner, guint position)
{
  GeoatChange *self = create (GEOAT_CHANGE_INSERT, item);

  self->owner = g_object_ref (owner);
  self->position = position;
  return self;
}

/**
 * geoat_change_new_remove:
 * @item: an item
 * @owner: what it is in
 * @position: its place in the list
 *
 * Returns: (transfer full): the change
 */
GeoatChange *
geoat_change_new_remove (GeoatItem *item, GeoatItem *owner, guint position)
{
  GeoatChange *self = geoat_change_new_insert (item, owner, position);

  self->kind = GEOAT_CHANGE_REMOVE;
  return self;
}

/**
 * geoat_change_new_unknown:
 * @item: an item
 * @place: 0 for its own; for those of an object inside a plan: 1 + its #GeoatPlace
 * @unknown: (nullable): the members that this version does not know, as they are to be
 *
 * Returns: (transfer full): the change
 */
GeoatChange *
geoat_change_new_unknown (GeoatItem *item, guint place, JsonObject *unknown)
{
  GeoatChange *self = create (GEOAT_CHANGE_UNKNOWN, item);
  JsonObject *old_unknown = place == 0 ? geoat_item_get_unknown (item)
                                       : geoat_plan_get_unknown (GEOAT_PLAN (item), place - 1);

  self->position = place;
  self->old_unknown = old_unknown == NULL ? NULL : json_object_ref (old_unknown);
  self->new_unknown = unknown == NULL ? NULL : json_object_ref (unknown);
  return self;
}

/**
 * geoat_change_free:
 * @self: (transfer full): a change
 */
void
geoat_change_free (GeoatChange *self)
{
  g_object_unref (self->item);
  g_clear_object (&self->owner);
  g_clear_object (&self->round);
  g_clear_pointer (&self->old_rating, geoat_rating_unref);
  g_clear_pointer (&self->new_rating, geoat_rating_unref);
  g_clear_pointer (&self->old_unknown, json_object_unref);
  g_clear_pointer (&self->new_unknown, json_object_unref);
  g_free (self->old_text);
  g_free (self->new_text);
  g_free (self);
}

/**
 * geoat_change_invert:
 * @self: a change
 * @inverse: (out caller-allocates): its opposite; it owns nothing and lasts as long as @self
 */
void
geoat_change_invert (const GeoatChange *self, GeoatChange *inverse)
{
  *inverse = *self;
  inverse->old_text = self->new_text;
  inverse->new_text = self->old_text;
  inverse->old_number = self->new_number;
  inverse->new_number = self->old_number;
  inverse->old_rating = self->new_rating;
  inverse->new_rating = self->old_rating;
  inverse->old_unknown = self->new_unknown;
  inverse->new_unknown = self->old_unknown;
  if (self->kind == GEOAT_CHANGE_INSERT)
    inverse->kind = GEOAT_CHANGE_REMOVE;
  else if (self->kind == GEOAT_CHANGE_REMOVE)
    inverse->kind = GEOAT_CHANGE_INSERT;
}

/**
 * geoat_change_get_old_text:
 * @self: a change of a text
 * @text: what the field holds after it
 *
 * Returns: (transfer full): what the field held before it
 */
char *
geoat_change_get_old_text (const GeoatChange *self, const char *text)
{
  g_autoptr (GString) old_text = g_string_new (text);

  g_string_erase (old_text, self->position, (gssize) strlen (self->new_text));
  g_string_insert (old_text, self->position, self->old_text);
  return g_string_free (g_steal_pointer (&old_text), FALSE);
}
