/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GEOAT_ID_MAX 64

gboolean geoat_id_is_valid (const char *id);
char *geoat_id_generate (void);

G_END_DECLS
