/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-format.h"

G_BEGIN_DECLS

GeoatImportFunc geoat_source_find_reader (GBytes *bytes,
                                          const char *name,
                                          gboolean is_list,
                                          GError **error); /* NULL: nothing does */
gboolean geoat_source_is_text (GeoatImportFunc reader);
const char *const *geoat_source_get_endings (void); /* none */

G_END_DECLS
