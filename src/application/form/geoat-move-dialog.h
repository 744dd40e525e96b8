/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/* Asks to where, and moves: an indicator to another key element, an activity to another
 * indicator. */
void geoat_move_dialog_present_for_entry (GtkWidget *parent,
                                          GeoatPerspective *perspective,
                                          GeoatEntry *entry);
void geoat_move_dialog_present_for_action (GtkWidget *parent,
                                           GeoatPerspective *perspective,
                                           GeoatAction *action);

G_END_DECLS
