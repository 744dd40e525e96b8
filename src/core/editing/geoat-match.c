/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One place in a text of the plan that was found. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-match-private.h"

#include <string.h>

/* Characters of a snippet before and behind the place. */
#define SNIPPET_BEFORE 30
#define SNIPPET_BEHIND 90

struct _GeoatMatch
{
  GObject parent_instance;

  GeoatItem *item;
  GeoatField field;
  GeoatRound *round;
  gsize start;
  gsize length;
};

G_DEFINE_FINAL_TYPE (GeoatMatch, geoat_match, G_TYPE_OBJECT)

static void
geoat_match_finalize (GObject *object)
{
  GeoatMatch *self = GEOAT_MATCH (object);

  g_clear_object (&self->item);
  g_clear_object (&self->round);

  G_OBJECT_CLASS (geoat_match_parent_class)->finalize (object);
}

static void
geoat_match_class_init (GeoatMatchClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = geoat_match_finalize;
}

static void
geoat_match_init (GeoatMatch *self)
{
}

GeoatMatch *
geoat_match_new (GeoatItem *item, GeoatField field, GeoatRound *round, gsize start, gsize length)
{
  GeoatMatch *self = g_object_new (GEOAT_TYPE_MATCH, NULL);

  self->item = g_object_ref (item);
  self->field = field;
  self->round = round == NULL ? NULL : g_object_ref (round);
  self->start = start;
  self->length = length;
  return self;
}

const char *
geoat_match_peek_text (GeoatItem *item, GeoatField field, GeoatRound *round)
{
  const GeoatRating *rating;

  if (field != GEOAT_FIELD_NONE)
    return geoat_item_get_text (item, field);

  rating = geoat_entry_get_rating (GEOAT_ENTRY (item), round);
  return rating == NULL ? "" : geoat_rating_get_reason (rating);
}

/**
 * geoat_match_get_item:
 * @self: a match
 *
 * Returns: (transfer none): the plan, member, round, entry or action whose text it is in
 */
GeoatItem *
geoat_match_get_item (GeoatMatch *self)
{
  g_return_val_if_fail (GEOAT_IS_MATCH (self), NULL);

  return self->item;
}

/**
 * geoat_match_get_field:
 * @self: a match
 *
 * Returns: the field it is in; %GEOAT_FIELD_NONE: the reason of the entry's rating in
 *   geoat_match_get_round()
 */
GeoatField
geoat_match_get_field (GeoatMatch *self)
{
  g_return_val_if_fail (GEOAT_IS_MATCH (self), GEOAT_FIELD_NONE);

  return self->field;
}

/**
 * geoat_match_get_round:
 * @self: a match
 *
 * Returns: (transfer none) (nullable): the round of the rating whose reason it is in; %NULL when it
 *   is in a field
 */
GeoatRound *
geoat_match_get_round (GeoatMatch *self)
{
  g_return_val_if_fail (GEOAT_IS_MATCH (self), NULL);

  return self->round;
}

/**
 * geoat_match_get_entry:
 * @self: a match
 *
 * Returns: (transfer none) (nullable): the entry to show: the item, or the one that it is in;
 *   %NULL when it is in plan details, working group or rounds
 */
GeoatEntry *
geoat_match_get_entry (GeoatMatch *self)
{
  GeoatItem *item;

  g_return_val_if_fail (GEOAT_IS_MATCH (self), NULL);

  for (item = self->item; item != NULL; item = geoat_item_get_owner (item))
    if (GEOAT_IS_ENTRY (item))
      return GEOAT_ENTRY (item);
  return NULL;
}

/**
 * geoat_match_get_start:
 * @self: a match
 *
 * Returns: where it starts, in bytes of geoat_match_get_text()
 */
gsize
geoat_match_get_start (GeoatMatch *self)
{
  g_return_val_if_fail (GEOAT_IS_MATCH (self), 0);

  return self->start;
}

/**
 * geoat_match_get_length:
 * @self: a match
 *
 * Returns: its length in bytes, whole characters with their marks
 */
gsize
geoat_match_get_length (GeoatMatch *self)
{
  g_return_val_if_fail (GEOAT_IS_MATCH (self), 0);

  return self->length;
}

/**
 * geoat_match_get_text:
 * @self: a match
 *
 * Returns: (transfer full): the whole text it is in, as it is now
 */
char *
geoat_match_get_text (GeoatMatch *self)
{
  g_return_val_if_fail (GEOAT_IS_MATCH (self), NULL);

  return g_strdup (geoat_match_peek_text (self->item, self->field, self->round));
}

/**
 * geoat_match_can_replace:
 * @self: a match
 *
 * Returns: %FALSE when it belongs to a round that is closed or not the last, or is in no plan any
 *   more; wording that the last round has kept belongs to it
 */
gboolean
geoat_match_can_replace (GeoatMatch *self)
{
  GeoatItem *plan;

  g_return_val_if_fail (GEOAT_IS_MATCH (self), FALSE);

  plan = GEOAT_IS_PLAN (self->item) ? self->item : geoat_item_get_owner (self->item);
  if (plan != NULL && GEOAT_IS_ENTRY (plan))
    plan = geoat_item_get_owner (plan);
  if (plan == NULL)
    return FALSE;

  if (self->field == GEOAT_FIELD_NONE)
    return geoat_plan_can_rate (GEOAT_PLAN (plan)) &&
           geoat_plan_get_last_round (GEOAT_PLAN (plan)) == self->round;
  if (GEOAT_IS_ENTRY (self->item))
    return !geoat_entry_keeps_wording (GEOAT_ENTRY (self->item),
                                       geoat_plan_get_last_round (GEOAT_PLAN (plan)), self->field);
  return !GEOAT_IS_ROUND (self->item) || !geoat_round_is_closed (GEOAT_ROUND (self->item));
}

/**
 * geoat_match_get_snippet:
 * @self: a match
 * @start: (out) (optional): where the place starts in it, in bytes
 * @length: (out) (optional): its length there, in bytes
 *
 * Returns: (transfer full): one line of text around the place, with "…" where it was cut
 */
char *
geoat_match_get_snippet (GeoatMatch *self, gsize *start, gsize *length)
{
  g_autoptr (GString) snippet = g_string_new (NULL);
  const char *text;
  const char *from;
  const char *to;
  gsize size;
  gsize place;
  gsize place_length;

  g_return_val_if_fail (GEOAT_IS_MATCH (self), NULL);

  text = geoat_match_peek_text (self->item, self->field, self->round);
  size = strlen (text);
  place = MIN (self->start, size);
  place_length = MIN (self->length, size - place);

  from = text + place;
  for (guint i = 0; i < SNIPPET_BEFORE && from > text; i++)
    from = g_utf8_prev_char (from);
  to = text + place + place_length;
  for (guint i = 0; i < SNIPPET_BEHIND && *to != '\0'; i++)
    to = g_utf8_next_char (to);

  if (from > text)
    g_string_append (snippet, "…");
  if (start != NULL)
    *start = snippet->len + (gsize) (text + place - from);
  if (length != NULL)
    *length = place_length;
  g_string_append_len (snippet, from, to - from);
  if (*to != '\0')
    g_string_append (snippet, "…");

  g_strdelimit (snippet->str, "\n\r\t", ' ');
  return g_string_free (g_steal_pointer (&snippet), FALSE);
}
