/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-history.h"

G_BEGIN_DECLS

/* Turns the living plan into what @version is, as one undo step and with as few changes as that
 * takes: parts are told apart by their ids, so that views and selections of what did not change
 * stay. For restoring a version and for reloading what someone else wrote. Afterwards the plan
 * gives the bytes of @version; undo gives the bytes it had.
 *
 * FALSE and GEOAT_ERROR_INVALID, with nothing changed, when @version is no version of this plan:
 * another id or framework, or a shared copy with things left out. @name is what undo calls the
 * step. @version itself stays as it is. */
gboolean
geoat_history_restore (GeoatHistory *self, GeoatPlan *version, const char *name, GError **error);
gboolean geoat_history_can_restore (GeoatHistory *self, GeoatPlan *version, GError **error);

G_END_DECLS
