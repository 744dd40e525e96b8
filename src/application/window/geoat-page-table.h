/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-page.h"

G_BEGIN_DECLS

/* The pages of a window, in the order of the sidebar. The first is shown first. */

guint geoat_page_table_get_n_pages (void);
const GeoatPageInfo *geoat_page_table_get_page (guint position);
const GeoatPageInfo *geoat_page_table_find (const char *name);

G_END_DECLS
