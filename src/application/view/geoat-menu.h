/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

void geoat_menu_button_set_lazy_model (GtkMenuButton *button, GMenuModel *model, const char *name);

G_END_DECLS
