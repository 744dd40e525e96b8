/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-sharing.h"

G_BEGIN_DECLS

/* What is never shared, and always recorded: members of the file that this version does not know.
 */
#define GEOAT_SHARING_UNKNOWN "unknown"

char *geoat_sharing_get_name (GeoatSharingKind kind, const char *id); /* full */
char *geoat_sharing_get_title (const char *name, GeoatPlan *plan);    /* full */

G_END_DECLS
