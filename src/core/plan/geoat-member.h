/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-item.h"

G_BEGIN_DECLS

/**
 * GeoatMember:
 *
 * A member of the working group: name, unit, role.
 */
#define GEOAT_TYPE_MEMBER (geoat_member_get_type ())
G_DECLARE_FINAL_TYPE (GeoatMember, geoat_member, GEOAT, MEMBER, GeoatItem)

GeoatMember *geoat_member_new (const char *name, const char *unit, const char *role);

G_END_DECLS
