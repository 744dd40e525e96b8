/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-plan.h"

G_BEGIN_DECLS

/**
 * GeoatChangeKind:
 * @GEOAT_CHANGE_TEXT: part of a text field was replaced
 * @GEOAT_CHANGE_NUMBER: a level, month or status field was set
 * @GEOAT_CHANGE_RATING: the rating of an entry in a round was set or taken away
 * @GEOAT_CHANGE_PRINCIPLE_TARGET: the target level of a principle was set
 * @GEOAT_CHANGE_INSERT: an item was put into a list
 * @GEOAT_CHANGE_REMOVE: an item was taken out of a list
 * @GEOAT_CHANGE_UNKNOWN: the members of the file that this version does not know were replaced
 *
 * The few things that can happen to a plan. Every edit, however large, is a sequence of these, and
 * each has an exact opposite: that is all that undo needs.
 */
typedef enum
{
  GEOAT_CHANGE_TEXT,
  GEOAT_CHANGE_NUMBER,
  GEOAT_CHANGE_RATING,
  GEOAT_CHANGE_PRINCIPLE_TARGET,
  GEOAT_CHANGE_INSERT,
  GEOAT_CHANGE_REMOVE,
  GEOAT_CHANGE_UNKNOWN,
} GeoatChangeKind;

/**
 * GeoatChange:
 * @kind: what happened
 * @item: to what: the plan, entry, action, round or member; for INSERT and REMOVE the item that
 * went in or out (its list follows from its part)
 * @owner: for INSERT and REMOVE: the plan, or for an action its entry
 * @position: for INSERT and REMOVE: the place in the list; for PRINCIPLE_TARGET: the principle;
 *   for TEXT: where the replaced part starts, in bytes; for UNKNOWN: 0 for the item's own, else the
 *   number of the object inside a plan, from 1
 * @field: for TEXT and NUMBER
 * @old_text, @new_text: for TEXT: the bytes taken out and put in at @position
 * @old_number, @new_number: for NUMBER and PRINCIPLE_TARGET
 * @round, @old_rating, @new_rating: for RATING; a rating can be %NULL
 * @old_unknown, @new_unknown: for UNKNOWN; each can be %NULL
 */
struct _GeoatChange
{
  GeoatChangeKind kind;
  GeoatItem *item;
  GeoatItem *owner;
  guint position;
  GeoatField field;
  char *old_text;
  char *new_text;
  int old_number;
  int new_number;
  GeoatRound *round;
  GeoatRating *old_rating;
  GeoatRating *new_rating;
  struct _JsonObject *old_unknown;
  struct _JsonObject *new_unknown;
};

G_END_DECLS
