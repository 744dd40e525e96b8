/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Doing what a review has decided, through the history of the plan. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geoat-review-private.h"

static void
set_text (GeoatHistory *history, gpointer item, GeoatField field, const char *text)
{
  if (text != NULL && *text != '\0')
    geoat_history_set_text (history, GEOAT_ITEM (item), field, text);
}

static void
add_action (GeoatHistory *history, GeoatEntry *entry, const GeoatFoundAction *found)
{
  g_autoptr (GeoatAction) action =
      geoat_action_new_with_text (geoat_found_action_get_text (found, GEOAT_FIELD_ACTIVITY),
                                  geoat_found_action_get_text (found, GEOAT_FIELD_UNITS),
                                  geoat_found_action_get_text (found, GEOAT_FIELD_TIMELINE),
                                  geoat_found_action_get_text (found, GEOAT_FIELD_TARGETS));

  geoat_history_add_action (history, entry, action, G_MAXUINT);
  for (guint i = GEOAT_BEFORE_ACTION_FIELDS + 1; i < GEOAT_AFTER_ACTION_FIELDS; i++)
    if (geoat_field_is_text ((GeoatField) i))
      set_text (history, action, (GeoatField) i,
                geoat_found_action_get_text (found, (GeoatField) i));
  geoat_history_set_number (history, GEOAT_ITEM (action), GEOAT_FIELD_STATUS, (int) found->status);
}

/* A reason belongs to a rating; without one it is a note. */
static void
set_reason (GeoatHistory *history, GeoatEntry *entry, const GeoatFound *found)
{
  GeoatRound *round = geoat_plan_get_last_round (geoat_history_get_plan (history));
  const char *notes = geoat_item_get_text (GEOAT_ITEM (entry), GEOAT_FIELD_NOTES);
  g_autofree char *both = g_strconcat (notes, *notes != '\0' ? "\n" : "", found->reason_heading,
                                       ": ", found->reason->str, NULL);

  if (geoat_entry_get_rating (entry, round) != NULL)
    geoat_history_set_reason (history, entry, found->reason->str);
  else
    geoat_history_set_text (history, GEOAT_ITEM (entry), GEOAT_FIELD_NOTES, both);
}

static void
add_entry (GeoatReview *self, GeoatHistory *history, const GeoatReviewItem *item)
{
  const GeoatFound *found = geoat_review_get_found (self, item);
  g_autofree char *notes = geoat_review_join_notes (found, found->notes->str);
  g_autoptr (GeoatEntry) entry =
      geoat_entry_new (geoat_framework_get_key_element_id (
                           geoat_import_get_framework (self->import), (guint) item->key_element),
                       "", found->first[GEOAT_FIRST_INDICATOR]);

  geoat_history_add_entry (history, entry, G_MAXUINT);
  set_text (history, entry, GEOAT_FIELD_ALIGNMENT, found->first[GEOAT_FIRST_ALIGNMENT]);
  set_text (history, entry, GEOAT_FIELD_CURRENT_ACTIVITIES,
            found->first[GEOAT_FIRST_CURRENT_ACTIVITIES]);
  set_text (history, entry, GEOAT_FIELD_NOTES, notes);
  if (found->level != GEOAT_LEVEL_NOT_ASSESSED)
    geoat_history_set_level (history, entry, found->level);
  if (found->reason->len > 0)
    set_reason (history, entry, found);
  for (guint j = 0; j < found->actions->len; j++)
    add_action (history, entry, g_ptr_array_index (found->actions, j));
}

/* The part of an entry with that id: itself, or one of its activities; NULL: it is gone. */
static GeoatItem *
find_part (GeoatEntry *entry, const char *id)
{
  if (g_str_equal (geoat_item_get_id (GEOAT_ITEM (entry)), id))
    return GEOAT_ITEM (entry);
  for (guint i = 0; i < geoat_entry_get_n_actions (entry); i++)
    if (g_str_equal (geoat_item_get_id (GEOAT_ITEM (geoat_entry_get_action (entry, i))), id))
      return GEOAT_ITEM (geoat_entry_get_action (entry, i));
  return NULL;
}

/* What is no longer to be done has no day on which it was done. */
static void
set_status (GeoatHistory *history, GeoatItem *action, GeoatStatus status)
{
  geoat_history_set_number (history, action, GEOAT_FIELD_STATUS, (int) status);
  if (status != GEOAT_STATUS_DONE)
    geoat_history_set_text (history, action, GEOAT_FIELD_COMPLETED, "");
}

static void
change (GeoatReview *self,
        GeoatHistory *history,
        const GeoatReviewItem *item,
        GeoatEntry *entry,
        const GeoatReviewDifference *difference)
{
  const GeoatFound *found = geoat_review_get_found (self, item);
  GeoatItem *part = find_part (entry, difference->item);

  if (difference->adds)
    add_action (history, entry, g_ptr_array_index (found->actions, difference->action));
  else if (difference->kind == GEOAT_SOURCE_COLUMN_LEVEL)
    geoat_history_set_level (history, entry, (GeoatLevel) difference->number);
  else if (difference->kind == GEOAT_SOURCE_COLUMN_REASON)
    set_reason (history, entry, found);
  else if (part != NULL && difference->kind == GEOAT_FIELD_STATUS)
    set_status (history, part, (GeoatStatus) difference->number);
  else if (part != NULL)
    geoat_history_set_text (history, part, (GeoatField) difference->kind, difference->new_text);
}

static void
update_entry (GeoatReview *self, GeoatHistory *history, const GeoatReviewItem *item)
{
  GeoatEntry *entry = geoat_plan_find_entry (geoat_history_get_plan (history), item->candidate);

  if (entry == NULL)
    {
      add_entry (self, history, item);
      return;
    }
  for (guint i = 0; i < item->differences->len; i++)
    {
      const GeoatReviewDifference *difference = g_ptr_array_index (item->differences, i);

      if (difference->accepted)
        change (self, history, item, entry, difference);
    }
}

static void
update_member (GeoatHistory *history, const GeoatReviewItem *item)
{
  GListModel *group = geoat_plan_get_working_group (geoat_history_get_plan (history));

  for (guint i = 0; i < g_list_model_get_n_items (group); i++)
    {
      g_autoptr (GeoatItem) member = g_list_model_get_item (group, i);

      for (guint j = 0; j < item->differences->len; j++)
        {
          const GeoatReviewDifference *difference = g_ptr_array_index (item->differences, j);

          if (difference->accepted && g_str_equal (geoat_item_get_id (member), item->candidate))
            geoat_history_set_text (history, member, (GeoatField) difference->kind,
                                    difference->new_text);
        }
    }
}

/**
 * geoat_review_apply:
 * @self: a review
 * @history: the history of the plan that it was made for; its last round is open, unless the review
 *   is about a list of indicators
 *
 * Does what has been decided, as one undo step. Once only.
 */
void
geoat_review_apply (GeoatReview *self, GeoatHistory *history)
{
  g_return_if_fail (geoat_review_is_list (self) ||
                    geoat_plan_can_rate (geoat_history_get_plan (history)));

  geoat_history_begin (history, geoat_review_is_list (self) ? _ ("Add Indicators from a File")
                                                            : _ ("Import"));
  for (guint i = 0; i < self->items->len; i++)
    {
      const GeoatReviewItem *item = g_ptr_array_index (self->items, i);

      if (item->choice == GEOAT_REVIEW_LEAVE_OUT)
        continue;
      if (item->choice == GEOAT_REVIEW_ADD && item->is_member)
        geoat_history_add_member (history, geoat_review_get_member (self, item), G_MAXUINT);
      else if (item->choice == GEOAT_REVIEW_ADD)
        add_entry (self, history, item);
      else if (item->is_member)
        update_member (history, item);
      else
        update_entry (self, history, item);
    }
  geoat_history_end (history);
}
