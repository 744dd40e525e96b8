/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-framework.h"

G_BEGIN_DECLS

void geoat_level_meanings_popup (GtkWidget *button, GeoatFramework *framework);

G_END_DECLS
