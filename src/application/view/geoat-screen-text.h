/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-language.h"
#include "geoat-level.h"

G_BEGIN_DECLS

/* Values and texts as they are written on the screen, in the language of the screen. */

const char *geoat_screen_text_for_level (GeoatLevel level);
GListModel *geoat_screen_text_list_months (void);
char *geoat_screen_text_for_date (const GDate *date);
char *geoat_screen_text_for_change (GeoatLanguage *language, int tenths);
char *geoat_screen_text_for_file (GFile *file);
char *geoat_screen_text_get_first_line (const char *text);

G_END_DECLS
