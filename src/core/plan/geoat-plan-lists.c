/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The table of all lists: the one place that says which part of a plan has which lists, under which
 * names, and what is in them. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-list-kind.h"

#include <glib/gi18n-lib.h>

#include "geoat-entry.h"
#include "geoat-member.h"

#define LIST(LIST, OWNER, PART)                                                                    \
  .kind = GEOAT_LIST_##LIST, .owner = GEOAT_PART_##OWNER, .part = GEOAT_PART_##PART
#define REQUIRED GEOAT_LIST_FLAG_REQUIRED
#define DUPLICATED GEOAT_LIST_FLAG_DUPLICATED

/* clang-format off */
static const GeoatListInfo rows[GEOAT_N_LISTS] = {
  [GEOAT_LIST_MEMBERS] = { LIST (MEMBERS, PLAN, MEMBER),
    .member = "working_group", .sharing = "working_group", .get_type = geoat_member_get_type,
    .title = N_("Working group"), .item_title = N_("Member"),
    .add_name = N_("Add Member"), .remove_name = N_("Remove Member"), .move_name = N_("Move Member") },
  [GEOAT_LIST_ROUNDS] = { LIST (ROUNDS, PLAN, ROUND),
    .member = "rounds", .sharing = GEOAT_FIELD_ALWAYS_SHARED, .get_type = geoat_round_get_type,
    .flags = REQUIRED,
    .title = N_("Rounds") },
  [GEOAT_LIST_ENTRIES] = { LIST (ENTRIES, PLAN, ENTRY),
    .member = "entries", .sharing = GEOAT_FIELD_ALWAYS_SHARED, .get_type = geoat_entry_get_type,
    .flags = REQUIRED },

  [GEOAT_LIST_ACTIONS] = { LIST (ACTIONS, ENTRY, ACTION),
    .member = "actions", .sharing = GEOAT_FIELD_ALWAYS_SHARED, .get_type = geoat_action_get_type,
    .flags = DUPLICATED,
    .add_name = N_("Add Activity"), .remove_name = N_("Remove Activity"), .move_name = N_("Move Activity") },
};
/* clang-format on */

#undef LIST
#undef REQUIRED
#undef DUPLICATED

typedef struct
{
  GeoatListKind first;
  GeoatListKind after;
} Range;

/* Parts that are not here have no list. */
#define RANGE(PART)                                                                                \
  [GEOAT_PART_##PART] = { GEOAT_BEFORE_##PART##_LISTS + 1, GEOAT_AFTER_##PART##_LISTS }
static const Range ranges[GEOAT_N_PARTS] = { RANGE (PLAN), RANGE (ENTRY) };
#undef RANGE

/* Every list is of some part. */
G_STATIC_ASSERT (1 + GEOAT_COUNT_LISTS (PLAN) + GEOAT_COUNT_LISTS (ENTRY) == GEOAT_N_LISTS);

/**
 * geoat_list_kind_get_info:
 * @kind: a list
 *
 * Returns: (transfer none): its row of the table
 */
const GeoatListInfo *
geoat_list_kind_get_info (GeoatListKind kind)
{
  g_return_val_if_fail (kind != GEOAT_LIST_NONE && (guint) kind < GEOAT_N_LISTS, NULL);

  return &rows[kind];
}

/**
 * geoat_list_kind_find:
 * @owner: a part that has a list of @part
 * @part: what is in it
 *
 * Returns: the list
 */
GeoatListKind
geoat_list_kind_find (GeoatPart owner, GeoatPart part)
{
  for (guint kind = geoat_list_kind_first (owner); kind < geoat_list_kind_after (owner); kind++)
    if (rows[kind].part == part)
      return (GeoatListKind) kind;

  g_return_val_if_reached (GEOAT_LIST_NONE);
}

/**
 * geoat_list_kind_first:
 * @owner: a part of a plan
 *
 * Returns: its first list; all before geoat_list_kind_after() are its own
 */
GeoatListKind
geoat_list_kind_first (GeoatPart owner)
{
  g_return_val_if_fail ((guint) owner < GEOAT_N_PARTS, GEOAT_LIST_NONE);

  return ranges[owner].first;
}

/**
 * geoat_list_kind_after:
 * @owner: a part of a plan
 *
 * Returns: what comes after its last list
 */
GeoatListKind
geoat_list_kind_after (GeoatPart owner)
{
  g_return_val_if_fail ((guint) owner < GEOAT_N_PARTS, GEOAT_LIST_NONE);

  return ranges[owner].after;
}
