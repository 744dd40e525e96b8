/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-framework.h"

G_BEGIN_DECLS

/* A level as people write it: "3", "N/A", "n.a.", "Beginning implementation", "2 Beginning
 * implementation", "2 – beginning"; digits of any script. @language NULL: English only, else that
 * language and English. "" is NOT_ASSESSED. FALSE: it is no level. */
gboolean geoat_level_parse (GeoatFramework *framework,
                            const char *language,
                            const char *text,
                            GeoatLevel *level);

G_END_DECLS
