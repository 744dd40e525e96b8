/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One suggested forward activity: columns 5 to 8 of the template. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-action.h"

#include "geoat-item-private.h"

struct _GeoatAction
{
  GeoatItem parent_instance;

  GeoatValue values[GEOAT_COUNT_FIELDS (ACTION)];
};

G_DEFINE_FINAL_TYPE (GeoatAction, geoat_action, GEOAT_TYPE_ITEM)

static void
geoat_action_class_init (GeoatActionClass *klass)
{
  geoat_item_class_install_fields (GEOAT_ITEM_CLASS (klass), GEOAT_PART_ACTION,
                                   G_STRUCT_OFFSET (GeoatAction, values));
}

static void
geoat_action_init (GeoatAction *self)
{
  geoat_item_init_values (GEOAT_ITEM (self));
}

/**
 * geoat_action_new:
 *
 * Returns: (transfer full): a planned action in which nothing is written; it is in no entry yet
 */
GeoatAction *
geoat_action_new (void)
{
  return g_object_new (GEOAT_TYPE_ACTION, NULL);
}

/**
 * geoat_action_new_with_text:
 * @activity: (nullable): column 5
 * @units: (nullable): column 6
 * @timeline: (nullable): column 7
 * @targets: (nullable): column 8
 *
 * Returns: (transfer full): a planned action with these texts; it is in no entry yet
 */
GeoatAction *
geoat_action_new_with_text (const char *activity,
                            const char *units,
                            const char *timeline,
                            const char *targets)
{
  GeoatItem *self = GEOAT_ITEM (geoat_action_new ());

  geoat_item_set_text (self, GEOAT_FIELD_ACTIVITY, activity);
  geoat_item_set_text (self, GEOAT_FIELD_UNITS, units);
  geoat_item_set_text (self, GEOAT_FIELD_TIMELINE, timeline);
  geoat_item_set_text (self, GEOAT_FIELD_TARGETS, targets);
  return GEOAT_ACTION (self);
}

/**
 * geoat_action_duplicate:
 * @self: an action
 *
 * Returns: (transfer full): an action with the same fields and an id of its own; it is in no entry
 *   yet, and has nothing that this version does not know
 */
GeoatAction *
geoat_action_duplicate (GeoatAction *self)
{
  GeoatAction *copy;

  g_return_val_if_fail (GEOAT_IS_ACTION (self), NULL);

  copy = geoat_action_new ();
  geoat_item_copy_to (GEOAT_ITEM (self), GEOAT_ITEM (copy), FALSE);
  geoat_item_duplicate_lists (GEOAT_ITEM (self), GEOAT_ITEM (copy));
  return copy;
}

/**
 * geoat_action_get_status:
 * @self: an action
 *
 * Returns: how far it has come
 */
GeoatStatus
geoat_action_get_status (GeoatAction *self)
{
  return (GeoatStatus) geoat_item_get_number (GEOAT_ITEM (self), GEOAT_FIELD_STATUS);
}

/**
 * geoat_action_is_overdue:
 * @self: an action
 * @today: the day to compare with
 *
 * Returns: whether its due date is before @today and it is neither done nor dropped
 */
gboolean
geoat_action_is_overdue (GeoatAction *self, const GDate *today)
{
  GDate due;

  g_return_val_if_fail (GEOAT_IS_ACTION (self), FALSE);
  g_return_val_if_fail (today != NULL && g_date_valid (today), FALSE);

  switch (geoat_action_get_status (self))
    {
    case GEOAT_STATUS_DONE:
    case GEOAT_STATUS_DROPPED:
      return FALSE;
    case GEOAT_STATUS_PLANNED:
    case GEOAT_STATUS_IN_PROGRESS:
    default:
      return geoat_item_get_date (GEOAT_ITEM (self), GEOAT_FIELD_DUE, &due) &&
             g_date_compare (&due, today) < 0;
    }
}

/**
 * geoat_action_is_blank:
 * @self: an action
 *
 * Returns: whether nothing at all has been written in it: no text, no date, and it is planned
 */
gboolean
geoat_action_is_blank (GeoatAction *self)
{
  GeoatItem *item = GEOAT_ITEM (self);

  g_return_val_if_fail (GEOAT_IS_ACTION (self), FALSE);

  for (guint field = GEOAT_BEFORE_ACTION_FIELDS + 1; field < GEOAT_AFTER_ACTION_FIELDS; field++)
    if (geoat_item_has_value (item, (GeoatField) field))
      return FALSE;

  return geoat_item_get_unknown (item) == NULL;
}
