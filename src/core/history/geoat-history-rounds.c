/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Closing, opening and reopening rounds: steps like any other. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-history-private.h"

#include <glib/gi18n-lib.h>

#include "geoat-date.h"
#include "geoat-entry-private.h"
#include "geoat-plan-private.h"

/* With @keep each rating of the round gets the wording of today, else it loses the one it has. */
static void
set_wordings (GeoatHistory *self, GeoatRound *round, gboolean keep)
{
  GeoatPlan *plan = geoat_history_get_plan (self);
  guint n_entries = geoat_plan_get_n_entries (plan);

  for (guint i = 0; i < n_entries; i++)
    {
      GeoatEntry *entry = geoat_plan_get_entry (plan, i);
      const GeoatRating *present = geoat_entry_get_rating (entry, round);
      g_autoptr (GeoatRating) rating = NULL;

      if (present == NULL)
        continue;

      rating = geoat_rating_with_wording (
          present, keep ? geoat_entry_get_indicator (entry) : NULL,
          keep ? geoat_item_get_text (GEOAT_ITEM (entry), GEOAT_FIELD_CURRENT_ACTIVITIES) : NULL);
      if (!geoat_rating_equal (present, rating))
        geoat_history_record (self, geoat_change_new_rating (entry, round, rating), NULL);
    }
}

static void
set_closed (GeoatHistory *self, GeoatRound *round, const GDate *date)
{
  char text[11] = "";

  if (date != NULL)
    geoat_date_format (date, text);
  geoat_history_record (self, geoat_change_new_text (GEOAT_ITEM (round), GEOAT_FIELD_CLOSED, text),
                        NULL);
}

/* What nobody has looked at yet starts from where it was: the level and its reason. Members of the
 * file that we do not know belong to the round in which they were written. */
static void
carry_ratings (GeoatHistory *self, GeoatRound *from, GeoatRound *to)
{
  GeoatPlan *plan = geoat_history_get_plan (self);
  guint n_entries = geoat_plan_get_n_entries (plan);

  for (guint i = 0; i < n_entries; i++)
    {
      GeoatEntry *entry = geoat_plan_get_entry (plan, i);
      const GeoatRating *present = geoat_entry_get_rating (entry, from);
      g_autoptr (GeoatRating) rating = NULL;

      if (present == NULL || !geoat_entry_is_in_round (entry, to))
        continue;

      rating = geoat_rating_new (geoat_rating_get_level (present),
                                 geoat_rating_get_reason (present), TRUE);
      geoat_history_record (self, geoat_change_new_rating (entry, to, rating), NULL);
    }
}

/**
 * geoat_history_close_round:
 * @self: a history whose plan's last round is open
 * @today: the day on which it is closed
 *
 * From now on the round is read-only; each of its ratings keeps the wording of the indicator and of
 * the current activities as they are now.
 */
void
geoat_history_close_round (GeoatHistory *self, const GDate *today)
{
  GeoatPlan *plan;
  GeoatRound *round;

  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (today != NULL && g_date_valid (today));
  plan = geoat_history_get_plan (self);
  g_return_if_fail (geoat_plan_can_rate (plan));

  round = geoat_plan_get_last_round (plan);
  geoat_history_begin (self, _ ("Close Round"));
  set_wordings (self, round, TRUE);
  set_closed (self, round, today);
  geoat_history_set_focus (self, GEOAT_ITEM (round));
  geoat_history_end (self);
}

/**
 * geoat_history_open_round:
 * @self: a history
 * @title: the title of the new round
 * @today: the day on which it is opened, and the one before it closed if it was open
 *
 * The ratings of all entries that still count are carried: they have their level and reason, and
 * are marked until somebody confirms or changes them.
 *
 * Returns: (transfer none): the new round, the last of the plan
 */
GeoatRound *
geoat_history_open_round (GeoatHistory *self, const char *title, const GDate *today)
{
  g_autoptr (GeoatRound) round = NULL;
  GeoatPlan *plan;
  GeoatRound *last;

  g_return_val_if_fail (GEOAT_IS_HISTORY (self), NULL);
  g_return_val_if_fail (title != NULL && g_utf8_validate (title, -1, NULL), NULL);
  g_return_val_if_fail (today != NULL && g_date_valid (today), NULL);

  plan = geoat_history_get_plan (self);
  last = geoat_plan_get_last_round (plan);
  round = geoat_round_new (title, today);

  geoat_history_begin (self, _ ("Open Round"));
  if (geoat_plan_can_rate (plan))
    geoat_history_close_round (self, today);
  geoat_history_record (self,
                        geoat_change_new_insert (GEOAT_ITEM (round), GEOAT_ITEM (plan),
                                                 geoat_plan_get_n_rounds (plan)),
                        NULL);
  carry_ratings (self, last, round);
  geoat_history_set_focus (self, GEOAT_ITEM (round));
  geoat_history_end (self);
  return round;
}

/**
 * geoat_history_reopen_round:
 * @self: a history whose plan's last round is closed
 *
 * The round can be edited again. The wordings that were kept go: closing it again keeps those of
 * then.
 */
void
geoat_history_reopen_round (GeoatHistory *self)
{
  GeoatRound *round;

  g_return_if_fail (GEOAT_IS_HISTORY (self));
  round = geoat_plan_get_last_round (geoat_history_get_plan (self));
  g_return_if_fail (round != NULL && geoat_round_is_closed (round));

  geoat_history_begin (self, _ ("Reopen Round"));
  set_closed (self, round, NULL);
  set_wordings (self, round, FALSE);
  geoat_history_set_focus (self, GEOAT_ITEM (round));
  geoat_history_end (self);
}
