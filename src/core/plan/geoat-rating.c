/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The level given to an entry in one round, with what was said about it.
 *
 * How it works: a rating never changes, so plan, history and the copies that other threads read all
 * share it; the count of references is atomic. Most ratings say nothing but their level: for these
 * there is one constant each, which is never counted and never freed. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-rating-private.h"

#include "geoat-unknown.h"

struct _GeoatRating
{
  gatomicrefcount references;
  gint8 level;
  guint8 carried;
  char *reason;             /* NULL: none */
  char *indicator;          /* NULL: not kept */
  char *current_activities; /* NULL: not kept */
  JsonObject *unknown;
};

/* The first is "not applicable". */
#define PLAIN(number)                                                                              \
  {                                                                                                \
    { .level = (number) }, { .level = (number), .carried = TRUE }                                  \
  }
static const GeoatRating plain[GEOAT_N_LEVELS + 1][2] = {
  PLAIN (-1), PLAIN (0), PLAIN (1), PLAIN (2), PLAIN (3), PLAIN (4), PLAIN (5),
};
#undef PLAIN

G_DEFINE_BOXED_TYPE (GeoatRating, geoat_rating, geoat_rating_ref, geoat_rating_unref)

static gboolean
is_plain (const GeoatRating *self)
{
  return self >= &plain[0][0] && self <= &plain[GEOAT_N_LEVELS][1];
}

/* Takes over what @from holds, a structure on the stack. */
static GeoatRating *
take (GeoatRating from)
{
  GeoatRating *self;

  if (from.reason != NULL && *from.reason == '\0')
    g_clear_pointer (&from.reason, g_free);
  if (from.indicator != NULL && *from.indicator == '\0')
    g_clear_pointer (&from.indicator, g_free);
  if (from.current_activities != NULL && *from.current_activities == '\0')
    g_clear_pointer (&from.current_activities, g_free);

  if (from.reason == NULL && from.indicator == NULL && from.current_activities == NULL &&
      from.unknown == NULL)
    return (GeoatRating *) &plain[from.level + 1][from.carried ? 1 : 0];

  self = g_new (GeoatRating, 1);
  *self = from;
  self->carried = from.carried ? TRUE : FALSE;
  g_atomic_ref_count_init (&self->references);
  return self;
}

/* A copy of all parts, for take(). */
static GeoatRating
copy_parts (const GeoatRating *self)
{
  GeoatRating copy = { 0 };

  copy.level = self->level;
  copy.carried = self->carried;
  copy.reason = g_strdup (self->reason);
  copy.indicator = g_strdup (self->indicator);
  copy.current_activities = g_strdup (self->current_activities);
  copy.unknown = geoat_unknown_copy (self->unknown);
  return copy;
}

/**
 * geoat_rating_new:
 * @level: N/A or 0 to 5
 * @reason: (nullable): why, in the administration's words
 * @carried: whether it was taken over from the round before and nobody has looked at it yet
 *
 * Returns: (transfer full): a rating
 */
GeoatRating *
geoat_rating_new (GeoatLevel level, const char *reason, gboolean carried)
{
  return geoat_rating_new_full (level, reason, carried, NULL, NULL, NULL);
}

/**
 * geoat_rating_ref:
 * @self: a rating
 *
 * Returns: (transfer full): the same
 */
GeoatRating *
geoat_rating_ref (GeoatRating *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  if (!is_plain (self))
    g_atomic_ref_count_inc (&self->references);
  return self;
}

/**
 * geoat_rating_unref:
 * @self: (transfer full): a rating
 */
void
geoat_rating_unref (GeoatRating *self)
{
  g_return_if_fail (self != NULL);

  if (is_plain (self) || !g_atomic_ref_count_dec (&self->references))
    return;

  g_free (self->reason);
  g_free (self->indicator);
  g_free (self->current_activities);
  g_clear_pointer (&self->unknown, json_object_unref);
  g_free (self);
}

/**
 * geoat_rating_with_level:
 * @self: a rating
 * @level: N/A or 0 to 5
 *
 * Somebody has looked at it and decided: it is no longer carried.
 *
 * Returns: (transfer full): a rating like @self but for its level
 */
GeoatRating *
geoat_rating_with_level (const GeoatRating *self, GeoatLevel level)
{
  GeoatRating copy;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (geoat_level_is_valid ((int) level), NULL);

  copy = copy_parts (self);
  copy.level = (gint8) level;
  copy.carried = FALSE;
  return take (copy);
}

/**
 * geoat_rating_with_reason:
 * @self: a rating
 * @reason: (nullable): why
 *
 * Somebody has looked at it: it is no longer carried.
 *
 * Returns: (transfer full): a rating like @self but for its reason
 */
GeoatRating *
geoat_rating_with_reason (const GeoatRating *self, const char *reason)
{
  GeoatRating copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = copy_parts (self);
  g_free (copy.reason);
  copy.reason = g_strdup (reason);
  copy.carried = FALSE;
  return take (copy);
}

/**
 * geoat_rating_with_carried:
 * @self: a rating
 * @carried: whether it was taken over from the round before
 *
 * Returns: (transfer full): a rating like @self but for this
 */
GeoatRating *
geoat_rating_with_carried (const GeoatRating *self, gboolean carried)
{
  GeoatRating copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = copy_parts (self);
  copy.carried = carried ? TRUE : FALSE;
  return take (copy);
}

/**
 * geoat_rating_with_wording:
 * @self: a rating
 * @indicator: (nullable): the wording of the indicator when the round was closed; %NULL: not kept
 * @current_activities: (nullable): the same of the current activities
 *
 * Empty wording is none, as in the file: where the indicator was kept and the current activities
 * were not, there were none.
 *
 * Returns: (transfer full): a rating like @self but for the wording
 */
GeoatRating *
geoat_rating_with_wording (const GeoatRating *self,
                           const char *indicator,
                           const char *current_activities)
{
  GeoatRating copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = copy_parts (self);
  g_free (copy.indicator);
  copy.indicator = g_strdup (indicator);
  g_free (copy.current_activities);
  copy.current_activities = g_strdup (current_activities);
  return take (copy);
}

/**
 * geoat_rating_get_level:
 * @self: a rating
 *
 * Returns: N/A or 0 to 5
 */
GeoatLevel
geoat_rating_get_level (const GeoatRating *self)
{
  g_return_val_if_fail (self != NULL, GEOAT_LEVEL_NOT_ASSESSED);

  return (GeoatLevel) self->level;
}

/**
 * geoat_rating_get_reason:
 * @self: a rating
 *
 * Returns: (transfer none): the reason, empty when there is none
 */
const char *
geoat_rating_get_reason (const GeoatRating *self)
{
  g_return_val_if_fail (self != NULL, "");

  return self->reason == NULL ? "" : self->reason;
}

/**
 * geoat_rating_get_carried:
 * @self: a rating
 *
 * Returns: whether it was taken over from the round before and nobody has looked at it yet
 */
gboolean
geoat_rating_get_carried (const GeoatRating *self)
{
  g_return_val_if_fail (self != NULL, FALSE);

  return self->carried;
}

/**
 * geoat_rating_get_indicator:
 * @self: a rating
 *
 * Returns: (transfer none) (nullable): the wording of the indicator when the round was closed;
 *   %NULL: not kept
 */
const char *
geoat_rating_get_indicator (const GeoatRating *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->indicator;
}

/**
 * geoat_rating_get_current_activities:
 * @self: a rating
 *
 * Returns: (transfer none) (nullable): the wording of the current activities when the round was
 *   closed; %NULL: not kept
 */
const char *
geoat_rating_get_current_activities (const GeoatRating *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return self->current_activities;
}

/**
 * geoat_rating_equal:
 * @a: (nullable): a rating
 * @b: (nullable): another
 *
 * Whether both say the same, members that this version does not know included: then both give the
 * same bytes in a file.
 *
 * Returns: whether they are equal
 */
gboolean
geoat_rating_equal (const GeoatRating *a, const GeoatRating *b)
{
  if (a == b)
    return TRUE;

  return a != NULL && b != NULL && a->level == b->level && a->carried == b->carried &&
         g_strcmp0 (a->reason, b->reason) == 0 && g_strcmp0 (a->indicator, b->indicator) == 0 &&
         g_strcmp0 (a->current_activities, b->current_activities) == 0 &&
         geoat_unknown_equal (a->unknown, b->unknown);
}

GeoatRating *
geoat_rating_new_full (GeoatLevel level,
                       const char *reason,
                       gboolean carried,
                       const char *indicator,
                       const char *current_activities,
                       JsonObject *unknown)
{
  GeoatRating parts = { 0 };

  g_return_val_if_fail (geoat_level_is_valid ((int) level), NULL);

  parts.level = (gint8) level;
  parts.carried = carried ? TRUE : FALSE;
  parts.reason = g_strdup (reason);
  parts.indicator = g_strdup (indicator);
  parts.current_activities = g_strdup (current_activities);
  parts.unknown = unknown == NULL ? NULL : json_object_ref (unknown);
  return take (parts);
}

JsonObject *
geoat_rating_get_unknown (const GeoatRating *self)
{
  return self->unknown;
}
