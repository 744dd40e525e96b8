/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-json-place.h"

G_BEGIN_DECLS

/* Private to the core: strict reading of our own data files (frameworks, languages). All errors are
 * GEOAT_ERROR_INVALID (GEOAT_ERROR_SYNTAX when the bytes are not JSON) and start with the place. */
JsonNode *geoat_json_parse (GBytes *bytes, GError **error); /* full */

gboolean geoat_json_fail (GError **error, const GeoatJsonPlace *place, const char *format, ...)
    G_GNUC_PRINTF (3, 4);
gboolean geoat_json_fail_type (GError **error,
                               const GeoatJsonPlace *place,
                               JsonNode *node,
                               const char *expected);

/* All return NULL and set @error when the member is missing or of another type. */
JsonObject *
geoat_json_node_get_object (JsonNode *node, const GeoatJsonPlace *place, GError **error);
JsonNode *geoat_json_get_member (JsonObject *object,
                                 const GeoatJsonPlace *place,
                                 const char *name,
                                 GError **error);
JsonObject *geoat_json_get_object (JsonObject *object,
                                   const GeoatJsonPlace *place,
                                   const char *name,
                                   GError **error);
JsonArray *geoat_json_get_array (JsonObject *object,
                                 const GeoatJsonPlace *place,
                                 const char *name,
                                 GError **error);
const char *geoat_json_get_string (JsonObject *object,
                                   const GeoatJsonPlace *place,
                                   const char *name,
                                   GError **error);
gboolean geoat_json_only_members (JsonObject *object,
                                  const GeoatJsonPlace *place,
                                  const char *const *names,
                                  GError **error);

G_END_DECLS
