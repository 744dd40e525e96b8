/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * GeoatKeyElementPage:
 *
 * The entries of one key element as forms. Properties: `perspective`, `key-element` (id: "2B"),
 * `whole-plan` (read only: the table has the entries of all key elements).
 * Actions: `page.add-indicator`, `page.add-all-starters`, `page.add-from-file`,
 * `page.next-not-assessed`, `page.not-applicable`, `page.open-all`, `page.close-all`,
 * `page.show-all`. Signal `show-item (GeoatItem *item, guint field)`: asks the window to show
 * something of another key element.
 */
#define GEOAT_TYPE_KEY_ELEMENT_PAGE (geoat_key_element_page_get_type ())
G_DECLARE_FINAL_TYPE (
    GeoatKeyElementPage, geoat_key_element_page, GEOAT, KEY_ELEMENT_PAGE, GtkWidget)

GtkWidget *geoat_key_element_page_new (void);
void geoat_key_element_page_set_perspective (GeoatKeyElementPage *self,
                                             GeoatPerspective *perspective);
void geoat_key_element_page_set_key_element (GeoatKeyElementPage *self, const char *key_element);
const char *geoat_key_element_page_get_key_element (GeoatKeyElementPage *self);
gboolean geoat_key_element_page_shows_whole_plan (GeoatKeyElementPage *self);

/* Scrolls to @item (an entry or an action) and focuses what shows @field; NONE is the rating of an
 * entry. The card is opened when that takes it. The page must show the item's key element. */
void geoat_key_element_page_start_editing (GeoatKeyElementPage *self);
void geoat_key_element_page_focus_content (GeoatKeyElementPage *self);
void geoat_key_element_page_reveal (GeoatKeyElementPage *self, GeoatItem *item, GeoatField field);

const char *geoat_key_element_page_get_place (GeoatKeyElementPage *self);
void geoat_key_element_page_restore_place (GeoatKeyElementPage *self, const char *place);

G_END_DECLS
