/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-field.h"

G_BEGIN_DECLS

/**
 * GeoatListKind:
 *
 * Every list that a part of a plan has, in the order of the file. The table behind
 * geoat_list_kind_get_info() says what is in it: reader, writer, copying, ids, comparing, sharing
 * and finding all walk that table, so that a new list is one row and the type of its items.
 *
 * As with #GeoatField, the lists of a part stand between its two marks.
 */
typedef enum
{
  GEOAT_LIST_NONE,

  /* of a plan */
  GEOAT_BEFORE_PLAN_LISTS = GEOAT_LIST_NONE,
  GEOAT_LIST_MEMBERS,
  GEOAT_LIST_ROUNDS,
  GEOAT_LIST_ENTRIES,
  GEOAT_AFTER_PLAN_LISTS,

  /* of an entry */
  GEOAT_BEFORE_ENTRY_LISTS = GEOAT_AFTER_PLAN_LISTS - 1,
  GEOAT_LIST_ACTIONS,
  GEOAT_AFTER_ENTRY_LISTS,

  GEOAT_N_LISTS = GEOAT_AFTER_ENTRY_LISTS
} GeoatListKind;

/* How many lists a part has, for the size of its instances. */
#define GEOAT_COUNT_LISTS(PART) (GEOAT_AFTER_##PART##_LISTS - GEOAT_BEFORE_##PART##_LISTS - 1)

/**
 * GeoatListFlags:
 * @GEOAT_LIST_FLAG_REQUIRED: written even when empty; the file must have it
 * @GEOAT_LIST_FLAG_DUPLICATED: copied when what has it is duplicated
 */
typedef enum
{
  GEOAT_LIST_FLAG_REQUIRED = 1 << 0,
  GEOAT_LIST_FLAG_DUPLICATED = 1 << 1,
} GeoatListFlags;

/**
 * GeoatListInfo:
 * @kind: the list
 * @owner: what has it
 * @part: what is in it; a part has at most one list of each
 * @member: its name in the file
 * @sharing: the id of the part (see #GeoatSharingPart) that it is left out with;
 *   %GEOAT_FIELD_ALWAYS_SHARED; %NULL: never shared
 * @flags: what holds for it
 * @title: for people; N_(); %NULL: its items need no heading
 * @item_title: one of its items for people, in front of its number; N_(); %NULL: items are told
 * otherwise
 * @add_name: what undo calls it when an item is put in; N_(); %NULL: items come and go by more than
 *   that
 * @remove_name: the same when one is taken out
 * @move_name: the same when one is moved
 * @get_type: the type of its items
 */
typedef struct
{
  GeoatListKind kind;
  GeoatPart owner;
  GeoatPart part;
  const char *member;
  const char *sharing;
  GeoatListFlags flags;
  const char *title;
  const char *item_title;
  const char *add_name;
  const char *remove_name;
  const char *move_name;
  GType (*get_type) (void);
} GeoatListInfo;

const GeoatListInfo *geoat_list_kind_get_info (GeoatListKind kind);
GeoatListKind geoat_list_kind_find (GeoatPart owner, GeoatPart part);

/* The lists of a part: from the first to before the one after them, the same when it has none. */
GeoatListKind geoat_list_kind_first (GeoatPart owner);
GeoatListKind geoat_list_kind_after (GeoatPart owner);

G_END_DECLS
