/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GeoatChosenFileUse:
 * @object: what the file was chosen for
 * @file: (nullable): the file to be written; %NULL when the one that is there has to stay
 *
 * What is done with a file when it is certain which one it is.
 */
typedef void (*GeoatChosenFileUse) (gpointer object, GFile *file);

GtkFileChooserNative *geoat_chosen_file_create_chooser (GtkWindow *parent,
                                                        const char *title,
                                                        const char *name,
                                                        GFile *beside);
void geoat_chosen_file_use (
    GFile *chosen, const char *name, GtkWindow *parent, GeoatChosenFileUse use, gpointer object);

G_END_DECLS
