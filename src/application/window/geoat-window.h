/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "geoat-document.h"
#include "geoat-recovery.h"

G_BEGIN_DECLS

/**
 * GeoatWindow:
 *
 * A window with one plan, or with the welcome page while it has none.
 *
 * Property: `document` (notify). Actions: `win.save`, `win.save-as`, `win.save-copy`, `win.undo`,
 * `win.redo`, `win.toggle-sidebar`, `win.next-page`, `win.previous-page`, `win.show-page` (the name
 * of a page), `win.show-last-round`, `win.solve-outside-change`, `win.show-versions`,
 * `win.plan-details`, `win.open-round`, `win.close-round`, `win.reopen-round`, `win.rename-round`,
 * `win.import`, `win.import-list`, `win.print`, `win.print-summary`.
 */
#define GEOAT_TYPE_WINDOW (geoat_window_get_type ())
G_DECLARE_FINAL_TYPE (GeoatWindow, geoat_window, GEOAT, WINDOW, AdwApplicationWindow)

GeoatWindow *geoat_window_new (GtkApplication *application);
GeoatDocument *geoat_window_get_document (GeoatWindow *self);
void geoat_window_set_document (GeoatWindow *self, GeoatDocument *document);
void geoat_window_set_recovery (GeoatWindow *self, GeoatRecovery *recovery);
void geoat_window_set_example (GeoatWindow *self, gboolean example);
gboolean geoat_window_has_file (GeoatWindow *self, GFile *file);
void geoat_window_set_loading (GeoatWindow *self, gboolean loading);
gboolean geoat_window_is_free (GeoatWindow *self);
void geoat_window_show_page (GeoatWindow *self, const char *page);
void geoat_window_reveal (GeoatWindow *self, GeoatItem *item, GeoatField field);
void geoat_window_show_error (GeoatWindow *self, const char *heading, const char *body);

G_END_DECLS
