/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the history sets: texts, numbers, ratings, target levels. Checks what is not allowed, so
 * that nothing comes into a plan that its file could not hold. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-history-private.h"

#include <glib/gi18n-lib.h>

#include "geoat-date.h"
#include "geoat-language-private.h"

/* What the file could not hold must not come into the plan. */
static gboolean
is_text_allowed (GeoatHistory *self, GeoatItem *item, GeoatField field, const char *text)
{
  GeoatPlan *plan = geoat_history_get_plan (self);
  const GeoatFieldInfo *info = geoat_field_get_info (field);

  /* Closing and reopening are more than a date. */
  if (field == GEOAT_FIELD_CLOSED)
    return geoat_date_is_valid (text) && geoat_round_is_closed (GEOAT_ROUND (item));

  switch (info->kind)
    {
    case GEOAT_FIELD_KIND_LANGUAGE:
      return geoat_language_tag_is_valid (text);
    case GEOAT_FIELD_KIND_KEY_ELEMENT:
      return geoat_framework_find_key_element (geoat_plan_get_framework (plan), text) >= 0;
    case GEOAT_FIELD_KIND_ROUND:
      return *text == '\0' || geoat_plan_find_round (plan, text) != NULL;
    case GEOAT_FIELD_KIND_DATE:
      return geoat_date_is_valid (text) ||
             (*text == '\0' && !(info->flags & GEOAT_FIELD_FLAG_REQUIRED));
    default:
      return TRUE;
    }
}

static gboolean
is_number_allowed (GeoatField field, int number)
{
  int min, max;

  geoat_field_get_range (field, &min, &max);
  return number == geoat_field_get_none (field) || (number >= min && number <= max);
}

static gboolean
can_rate (GeoatHistory *self, GeoatEntry *entry)
{
  return geoat_history_owns (self, entry) && geoat_plan_can_rate (geoat_history_get_plan (self)) &&
         geoat_entry_is_in_round (entry, geoat_plan_get_last_round (geoat_history_get_plan (self)));
}

/**
 * geoat_history_set_text:
 * @self: a history
 * @item: an item of the plan, or the plan
 * @field: a text, line, date or id field of it
 * @text: what it is to hold, valid UTF-8; a date is `YYYY-MM-DD` or empty, a language a BCP 47 tag,
 *   a key element one of the framework
 *
 * A round is not closed or opened by its date: that date can only be corrected here.
 */
void
geoat_history_set_text (GeoatHistory *self, GeoatItem *item, GeoatField field, const char *text)
{
  GeoatChange *change;

  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (geoat_history_owns (self, item));
  g_return_if_fail (text != NULL && g_utf8_validate (text, -1, NULL));
  g_return_if_fail (is_text_allowed (self, item, field, text));

  change = geoat_change_new_text (item, field, text);
  if (change == NULL)
    return;

  geoat_history_record_typing (self, change, geoat_field_get_edit_name (field));
}

/**
 * geoat_history_set_number:
 * @self: a history
 * @item: an item of the plan, or the plan
 * @field: a level, month or status field of it
 * @number: what it is to hold
 */
void
geoat_history_set_number (GeoatHistory *self, GeoatItem *item, GeoatField field, int number)
{
  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (geoat_history_owns (self, item));
  g_return_if_fail (is_number_allowed (field, number));

  if (geoat_item_get_number (item, field) != number)
    geoat_history_record (self, geoat_change_new_number (item, field, number),
                          geoat_field_get_edit_name (field));
}

/**
 * geoat_history_set_rating:
 * @self: a history
 * @entry: an entry that counts in the last round, which is open
 * @rating: (nullable): its rating in that round; %NULL: back to not yet assessed
 */
void
geoat_history_set_rating (GeoatHistory *self, GeoatEntry *entry, GeoatRating *rating)
{
  GeoatRound *round;

  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (can_rate (self, entry));

  round = geoat_plan_get_last_round (geoat_history_get_plan (self));
  if (!geoat_rating_equal (geoat_entry_get_rating (entry, round), rating))
    geoat_history_record (self, geoat_change_new_rating (entry, round, rating),
                          rating == NULL ? _ ("Take Rating Away") : _ ("Rate Indicator"));
}

/**
 * geoat_history_set_level:
 * @self: a history
 * @entry: an entry that counts in the last round, which is open
 * @level: its level in that round; %GEOAT_LEVEL_NOT_ASSESSED takes the rating away
 *
 * Keeps the reason. A carried rating that gets its own level again is confirmed: no longer carried.
 */
void
geoat_history_set_level (GeoatHistory *self, GeoatEntry *entry, GeoatLevel level)
{
  const GeoatRating *present;
  g_autoptr (GeoatRating) rating = NULL;

  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (can_rate (self, entry));
  g_return_if_fail (level == GEOAT_LEVEL_NOT_ASSESSED || geoat_level_is_valid ((int) level));

  present =
      geoat_entry_get_rating (entry, geoat_plan_get_last_round (geoat_history_get_plan (self)));
  if (level != GEOAT_LEVEL_NOT_ASSESSED)
    rating = present == NULL ? geoat_rating_new (level, NULL, FALSE)
                             : geoat_rating_with_level (present, level);
  geoat_history_set_rating (self, entry, rating);
}

/**
 * geoat_history_set_reason:
 * @self: a history
 * @entry: an entry that has a rating in the last round, which is open
 * @reason: why it has that level
 *
 * Typing merges as in geoat_history_set_text().
 */
void
geoat_history_set_reason (GeoatHistory *self, GeoatEntry *entry, const char *reason)
{
  GeoatRound *round;
  const GeoatRating *present;
  g_autoptr (GeoatRating) rating = NULL;
  GeoatChange *change;

  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (can_rate (self, entry));
  g_return_if_fail (reason != NULL && g_utf8_validate (reason, -1, NULL));

  round = geoat_plan_get_last_round (geoat_history_get_plan (self));
  present = geoat_entry_get_rating (entry, round);
  g_return_if_fail (present != NULL);

  if (g_str_equal (geoat_rating_get_reason (present), reason))
    return;

  rating = geoat_rating_with_reason (present, reason);
  change = geoat_change_new_rating (entry, round, rating);
  geoat_history_record_typing (self, change, _ ("Edit Reason"));
}

/**
 * geoat_history_set_principle_target:
 * @self: a history
 * @principle: the position of a principle in the framework
 * @level: 0 to 5, or %GEOAT_LEVEL_NOT_ASSESSED for none
 */
void
geoat_history_set_principle_target (GeoatHistory *self, guint principle, GeoatLevel level)
{
  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (principle < geoat_framework_get_n_principles (
                                    geoat_plan_get_framework (geoat_history_get_plan (self))));
  g_return_if_fail (level == GEOAT_LEVEL_NOT_ASSESSED || geoat_level_is_rated (level));

  if (geoat_plan_get_principle_target (geoat_history_get_plan (self), principle) != level)
    geoat_history_record (
        self,
        geoat_change_new_principle_target (geoat_history_get_plan (self), principle, (int) level),
        _ ("Set Target Level of the Principle"));
}
