/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* Text that a widget draws by itself. */

PangoLayout *geoat_text_layout_new (GtkWidget *widget, const char *text);
double geoat_text_layout_get_scale (void);

G_END_DECLS
