/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GPtrArray *geoat_xlsx_read (GBytes *bytes, GError **error); /* full; of GeoatSheet */

G_END_DECLS
