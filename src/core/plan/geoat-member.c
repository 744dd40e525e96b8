/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A member of the working group. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-member.h"

#include "geoat-item-private.h"

struct _GeoatMember
{
  GeoatItem parent_instance;

  GeoatValue values[GEOAT_COUNT_FIELDS (MEMBER)];
};

G_DEFINE_FINAL_TYPE (GeoatMember, geoat_member, GEOAT_TYPE_ITEM)

static void
geoat_member_class_init (GeoatMemberClass *klass)
{
  geoat_item_class_install_fields (GEOAT_ITEM_CLASS (klass), GEOAT_PART_MEMBER,
                                   G_STRUCT_OFFSET (GeoatMember, values));
}

static void
geoat_member_init (GeoatMember *self)
{
  geoat_item_init_values (GEOAT_ITEM (self));
}

/**
 * geoat_member_new:
 * @name: (nullable): the person's name
 * @unit: (nullable): the unit the person comes from
 * @role: (nullable): what the person does in the group
 *
 * Returns: (transfer full): a member that is in no plan yet
 */
GeoatMember *
geoat_member_new (const char *name, const char *unit, const char *role)
{
  GeoatItem *self = g_object_new (GEOAT_TYPE_MEMBER, NULL);

  geoat_item_set_text (self, GEOAT_FIELD_MEMBER_NAME, name);
  geoat_item_set_text (self, GEOAT_FIELD_MEMBER_UNIT, unit);
  geoat_item_set_text (self, GEOAT_FIELD_MEMBER_ROLE, role);
  return GEOAT_MEMBER (self);
}
