/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-json-check.h"

G_BEGIN_DECLS

/* geoat_json_check() with the place and the message apart. */
gboolean geoat_json_check_place (const char *bytes, gsize length, char **place, char **message);

G_END_DECLS
