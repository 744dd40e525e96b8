/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One pass of assessment. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-round.h"

#include "geoat-item-private.h"

struct _GeoatRound
{
  GeoatItem parent_instance;

  GeoatValue values[GEOAT_COUNT_FIELDS (ROUND)];
};

G_DEFINE_FINAL_TYPE (GeoatRound, geoat_round, GEOAT_TYPE_ITEM)

static void
geoat_round_class_init (GeoatRoundClass *klass)
{
  geoat_item_class_install_fields (GEOAT_ITEM_CLASS (klass), GEOAT_PART_ROUND,
                                   G_STRUCT_OFFSET (GeoatRound, values));
}

static void
geoat_round_init (GeoatRound *self)
{
  geoat_item_init_values (GEOAT_ITEM (self));
}

/**
 * geoat_round_new:
 * @title: (nullable): its title, "Baseline 2024"
 * @opened: (nullable): the day it was opened
 *
 * Returns: (transfer full): an open round that is in no plan yet
 */
GeoatRound *
geoat_round_new (const char *title, const GDate *opened)
{
  GeoatRound *self = g_object_new (GEOAT_TYPE_ROUND, NULL);

  geoat_item_set_text (GEOAT_ITEM (self), GEOAT_FIELD_ROUND_TITLE, title);
  geoat_item_set_date (GEOAT_ITEM (self), GEOAT_FIELD_OPENED, opened);
  return self;
}

/**
 * geoat_round_get_title:
 * @self: a round
 *
 * Returns: (transfer none): its title
 */
const char *
geoat_round_get_title (GeoatRound *self)
{
  return geoat_item_get_text (GEOAT_ITEM (self), GEOAT_FIELD_ROUND_TITLE);
}

/**
 * geoat_round_is_closed:
 * @self: a round
 *
 * Returns: whether it was closed: its ratings and their wording are kept as they were
 */
gboolean
geoat_round_is_closed (GeoatRound *self)
{
  return *geoat_item_get_text (GEOAT_ITEM (self), GEOAT_FIELD_CLOSED) != '\0';
}

/**
 * geoat_round_get_index:
 * @self: a round
 *
 * Returns: its position in the plan, 0 for the first; %G_MAXUINT while it is in no plan
 */
guint
geoat_round_get_index (GeoatRound *self)
{
  GeoatItem *owner;
  guint position;

  g_return_val_if_fail (GEOAT_IS_ROUND (self), G_MAXUINT);

  owner = geoat_item_get_owner (GEOAT_ITEM (self));
  if (owner == NULL || !geoat_list_find (geoat_item_get_list (owner, GEOAT_LIST_ROUNDS),
                                         GEOAT_ITEM (self), &position))
    return G_MAXUINT;

  return position;
}
