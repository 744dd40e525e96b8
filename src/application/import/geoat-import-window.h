/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "geoat-document.h"

G_BEGIN_DECLS

/**
 * GeoatImportWindow:
 *
 * Shows what importing a file into a plan would do, and does it when that is wanted. Signal
 * `imported (const char *text)`: it has been done; what to say about it.
 */
#define GEOAT_TYPE_IMPORT_WINDOW (geoat_import_window_get_type ())
G_DECLARE_FINAL_TYPE (GeoatImportWindow, geoat_import_window, GEOAT, IMPORT_WINDOW, AdwWindow)

/* The last round of the plan must be open. */
GtkWidget *geoat_import_window_new (GeoatDocument *document, GFile *file);
/* For a list of indicators. */
GtkWidget *
geoat_import_window_new_list (GeoatDocument *document, GFile *file, const char *key_element);

typedef void (*GeoatImportChosenFunc) (GFile *file, gpointer data);
/* Asks for a file to import; @chosen is not called when there is none, or @object is gone. */
void geoat_import_choose_file (GtkWindow *parent, GeoatImportChosenFunc chosen, GObject *object);
void geoat_import_choose_list (GtkWindow *parent, GeoatImportChosenFunc chosen, GObject *object);

G_END_DECLS
