/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

/* Private to src/core: members of the file that this version does not know. */
JsonObject *geoat_unknown_copy (JsonObject *object); /* full; NULL for NULL */
gboolean geoat_unknown_equal (JsonObject *a, JsonObject *b);

G_END_DECLS
