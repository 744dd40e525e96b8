/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-item.h"

G_BEGIN_DECLS

/**
 * GeoatAction:
 *
 * One suggested forward activity, with its units, timeline and targets: columns 5 to 8 of the
 * template.
 */
#define GEOAT_TYPE_ACTION (geoat_action_get_type ())
G_DECLARE_FINAL_TYPE (GeoatAction, geoat_action, GEOAT, ACTION, GeoatItem)

GeoatAction *geoat_action_new (void);
GeoatAction *geoat_action_new_with_text (const char *activity,
                                         const char *units,
                                         const char *timeline,
                                         const char *targets);
GeoatAction *
geoat_action_duplicate (GeoatAction *self); /* a new id; unknown members are not copied */
GeoatStatus geoat_action_get_status (GeoatAction *self);

/* Overdue: the due date is before @today and it is neither done nor dropped. */
gboolean geoat_action_is_overdue (GeoatAction *self, const GDate *today);

/* TRUE when nothing at all has been written in it. */
gboolean geoat_action_is_blank (GeoatAction *self);

G_END_DECLS
