/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

GtkWidget *geoat_replace_dialog_new (GtkWindow *parent, GFile *file);

G_END_DECLS
