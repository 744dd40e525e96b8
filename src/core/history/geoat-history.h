/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-plan.h"

G_BEGIN_DECLS

/**
 * GeoatHistory:
 *
 * The only way to change a plan: it records what is done, does it, and can undo and redo it.
 *
 * Properties (read-only, notify): `can-undo`, `can-redo`, `undo-name`, `redo-name` (translated, for
 * "Undo: rate indicator"), `modified`.
 * Signal `applied (GeoatItem *item, GeoatField field, gboolean undo)`: after undo or redo, what a
 * page should show (the item and, for a field, the field; the last change of the step).
 *
 * Setting something to what it already is does nothing and records nothing. All functions guard
 * what is not allowed (a rating in a round that is not the last or is closed) with
 * g_return_if_fail(): ask before.
 */
#define GEOAT_TYPE_HISTORY (geoat_history_get_type ())
G_DECLARE_FINAL_TYPE (GeoatHistory, geoat_history, GEOAT, HISTORY, GObject)

GeoatHistory *geoat_history_new (GeoatPlan *plan);
GeoatPlan *geoat_history_get_plan (GeoatHistory *self);

gboolean geoat_history_can_undo (GeoatHistory *self);
gboolean geoat_history_can_redo (GeoatHistory *self);
const char *geoat_history_get_undo_name (GeoatHistory *self);
const char *geoat_history_get_redo_name (GeoatHistory *self);
void geoat_history_undo (GeoatHistory *self);
void geoat_history_redo (GeoatHistory *self);

/* The state that is on disk: where `modified` is FALSE. */
void geoat_history_mark_saved (GeoatHistory *self);
gboolean geoat_history_get_modified (GeoatHistory *self);
guint64 geoat_history_get_state (GeoatHistory *self); /* a number for the present state */
void geoat_history_mark_saved_state (GeoatHistory *self,
                                     guint64 state); /* when saving took a while */

/* Several changes as one undo step; groups nest. A group in which nothing happened leaves nothing.
 */
void geoat_history_begin (GeoatHistory *self, const char *name);
void geoat_history_end (GeoatHistory *self);

/* Ends merging: the next typing is an undo step of its own (call it when the focus leaves a field).
 */
void geoat_history_break (GeoatHistory *self);

/* The next typing replaces a text, but for some bytes at its start and its end; it and what is
 * typed behind it are one undo step. */
void geoat_history_retype (GeoatHistory *self, gsize head, gsize tail);

/* Takes back and forgets what was done since a state: Escape in the middle of typing. */
void geoat_history_cancel (GeoatHistory *self, guint64 state);

/* Any text, line, date or id field. Adjacent typing in the same field merges into one step: text
 * put in right behind what was put in before, or taken out beside what was taken out; a line break
 * starts another step. */
void
geoat_history_set_text (GeoatHistory *self, GeoatItem *item, GeoatField field, const char *text);
/* Any field of kind LEVEL, MONTH or STATUS. */
void geoat_history_set_number (GeoatHistory *self, GeoatItem *item, GeoatField field, int number);

/* Ratings: in the plan's last round, while it is open. NULL: back to not yet assessed. */
void geoat_history_set_rating (GeoatHistory *self, GeoatEntry *entry, GeoatRating *rating);
/* Keeps the reason; NOT_ASSESSED takes the rating away. A level that is confirmed is no longer
 * carried. */
void geoat_history_set_level (GeoatHistory *self, GeoatEntry *entry, GeoatLevel level);
void geoat_history_set_reason (GeoatHistory *self,
                               GeoatEntry *entry,
                               const char *reason); /* needs a rating; typing merges */
void geoat_history_set_principle_target (GeoatHistory *self, guint principle, GeoatLevel level);

/* Entries. Position G_MAXUINT: after the last of its key element. */
void geoat_history_add_entry (GeoatHistory *self, GeoatEntry *entry, guint position);
GeoatEntry *
geoat_history_add_starter (GeoatHistory *self, guint key_element, guint indicator); /* none */
void geoat_history_add_starters (GeoatHistory *self);
/* FALSE while the last round is closed and the entry has a rating: there is then no round from
 * which it could stay away without changing the results of one that is read-only. Open a round
 * first. */
gboolean geoat_history_can_remove_entry (GeoatHistory *self, GeoatEntry *entry);
/* Removes, or retires it when a round that is read-only has rated it; TRUE when it was retired. */
gboolean geoat_history_remove_entry (GeoatHistory *self, GeoatEntry *entry);
void geoat_history_move_entry (GeoatHistory *self,
                               GeoatEntry *entry,
                               guint position); /* position in the list without it */
/* To another key element, behind its last. */
void geoat_history_move_entry_to (GeoatHistory *self, GeoatEntry *entry, const char *key_element);
GeoatEntry *geoat_history_duplicate_entry (GeoatHistory *self,
                                           GeoatEntry *entry); /* none; placed behind it */

/* An item of any list but entries and rounds. @position G_MAXUINT: at the end. */
void geoat_history_add_item (GeoatHistory *self, GeoatItem *item, GeoatItem *owner, guint position);
void geoat_history_remove_item (GeoatHistory *self, GeoatItem *item);
void
geoat_history_move_item (GeoatHistory *self, GeoatItem *item, GeoatItem *owner, guint position);

/* Actions. Position G_MAXUINT: at the end. */
void geoat_history_add_action (GeoatHistory *self,
                               GeoatEntry *entry,
                               GeoatAction *action,
                               guint position);
void geoat_history_remove_action (GeoatHistory *self, GeoatAction *action);
void geoat_history_move_action (GeoatHistory *self,
                                GeoatAction *action,
                                GeoatEntry *entry,
                                guint position);
GeoatAction *geoat_history_duplicate_action (GeoatHistory *self, GeoatAction *action); /* none */
/* Done gets @today as the day of completion; what is not done has none. */
void geoat_history_set_status (GeoatHistory *self,
                               GeoatAction *action,
                               GeoatStatus status,
                               const GDate *today);

/* Working group. */
void geoat_history_add_member (GeoatHistory *self, GeoatMember *member, guint position);
void geoat_history_remove_member (GeoatHistory *self, GeoatMember *member);
void geoat_history_move_member (GeoatHistory *self, GeoatMember *member, guint position);

/* Many entries in one step. */
void geoat_history_set_not_applicable (GeoatHistory *self, GPtrArray *entries, const char *reason);
GeoatEntry *geoat_history_add_unused_starters (GeoatHistory *self,
                                               guint key_element); /* none; the first */

/* Rounds. Closing keeps with each rating the wording of the indicator and of the current
 * activities. Opening closes the last one first when it is still open, adds the round, and carries
 * the ratings. */
void geoat_history_close_round (GeoatHistory *self, const GDate *today);
GeoatRound *
geoat_history_open_round (GeoatHistory *self, const char *title, const GDate *today); /* none */
void geoat_history_reopen_round (GeoatHistory *self); /* the last one, which is closed */

G_END_DECLS
