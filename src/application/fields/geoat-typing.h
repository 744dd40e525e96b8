/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void geoat_typing_add_to (GtkWidget *window);

G_END_DECLS
