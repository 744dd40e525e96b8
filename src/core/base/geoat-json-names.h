/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the core: names of a file that json-glib's tables cannot be fooled by. */

#define GEOAT_JSON_NAME_MARK '\1' /* what a name that is spread begins with */

/* Where a name is to be spread. */
typedef struct
{
  gsize position; /* behind its opening quote */
  guint64 hash;
} GeoatJsonSpread;

GBytes *geoat_json_spread_names (const char *bytes, gsize length, GArray *places); /* full */
const char *geoat_json_name (const char *name);

G_END_DECLS
