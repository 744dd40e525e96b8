/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-change-private.h"
#include "geoat-history.h"

G_BEGIN_DECLS

/* For the files of the history only. */

/* Makes @change (taken over; NULL is none) a part of the open group, else a step called @name. */
void geoat_history_record (GeoatHistory *self, GeoatChange *change, const char *name);

/* The same for a change that may be typing: it goes into the last step when that is typing and it
 * goes on where that left off; else it is a step of its own, and typing if it is one character. */
void geoat_history_record_typing (GeoatHistory *self, GeoatChange *change, const char *name);

/* What a page should show after the step of the open group, instead of its last change. */
void geoat_history_set_focus (GeoatHistory *self, GeoatItem *item);

/* No state of the plan is on disk: `modified` is TRUE until it is saved. */
void geoat_history_mark_unsaved (GeoatHistory *self);

gboolean geoat_history_owns (GeoatHistory *self, gpointer item);

G_END_DECLS
