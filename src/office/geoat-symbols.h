/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

gboolean geoat_symbols_is_font (const char *font);
const char *geoat_symbols_find (const char *font, guint code);
const char *geoat_symbols_raise (gunichar c);
const char *geoat_symbols_lower (gunichar c);

G_END_DECLS
