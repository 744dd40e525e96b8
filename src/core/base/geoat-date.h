/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean geoat_date_parse (const char *text, GDate *date);
void geoat_date_format (const GDate *date, char buffer[11]);
gboolean geoat_date_is_valid (const char *text);
void geoat_date_today (GDate *date);

G_END_DECLS
