/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

#include "geoat-rating.h"

G_BEGIN_DECLS

/* For the reader and the writer only. */

/* With everything that the file can say; a NULL wording is one that was not kept. @unknown is
 * referenced. */
GeoatRating *geoat_rating_new_full (GeoatLevel level,
                                    const char *reason,
                                    gboolean carried,
                                    const char *indicator,
                                    const char *current_activities,
                                    JsonObject *unknown);
JsonObject *geoat_rating_get_unknown (const GeoatRating *self); /* none; NULL: none */

G_END_DECLS
