/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/* What is said in passing. The action `win.announce` of the window around a widget says it; no
 * widget needs to know the window. Its parameter is a text, the label of a button and the detailed
 * name of the button's action; both are empty when there is no button. */
#define GEOAT_ANNOUNCE_ACTION "win.announce"
#define GEOAT_ANNOUNCE_TYPE "(sss)"
#define GEOAT_ANNOUNCE_UNDO "win.undo"

void geoat_announce (GtkWidget *widget, const char *text);
void geoat_announce_with_undo (GtkWidget *widget, const char *text);
void geoat_announce_with_button (GtkWidget *widget,
                                 const char *text,
                                 const char *label,
                                 const char *detailed_action);

G_END_DECLS
