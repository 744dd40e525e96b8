/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "core/geoat-document.h"

G_BEGIN_DECLS

/**
 * GeoatImportWindow:
 *
 * Shows what importing a file into a plan would do, and does it when that is wanted. Signal
 * `imported (const char *name)`: it has been done; the name of the file for people.
 */
#define GEOAT_TYPE_IMPORT_WINDOW (geoat_import_window_get_type ())
G_DECLARE_FINAL_TYPE (GeoatImportWindow, geoat_import_window, GEOAT, IMPORT_WINDOW, AdwWindow)

/* The last round of the plan must be open. */
GtkWidget *geoat_import_window_new (GeoatDocument *document, GFile *file);

typedef void (*GeoatImportChosenFunc) (GFile *file, gpointer data);
/* Asks for a file to import; @chosen is not called when there is none, or @object is gone. */
void geoat_import_choose_file (GtkWindow *parent, GeoatImportChosenFunc chosen, GObject *object);

G_END_DECLS
