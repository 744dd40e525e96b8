/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-history.h"

G_BEGIN_DECLS

void geoat_editable_bind (GtkEditable *editable,
                          GeoatHistory *history,
                          GeoatItem *item,
                          GeoatField field);

G_END_DECLS
