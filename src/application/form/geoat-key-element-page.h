/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-page.h"

G_BEGIN_DECLS

/**
 * GeoatKeyElementPage:
 *
 * The entries of one key element as forms or as a table, which can have those of all key elements.
 * Property: `key-element` (id: "2B").
 * Actions: `page.add-indicator`, `page.add-all-starters`, `page.add-from-file`,
 * `page.next-not-assessed`, `page.not-applicable`, `page.open-all`, `page.close-all`,
 * `page.show-all`.
 */
#define GEOAT_TYPE_KEY_ELEMENT_PAGE (geoat_key_element_page_get_type ())
G_DECLARE_FINAL_TYPE (
    GeoatKeyElementPage, geoat_key_element_page, GEOAT, KEY_ELEMENT_PAGE, GeoatPlanWidget)

GtkWidget *geoat_key_element_page_new (void);
void geoat_key_element_page_set_key_element (GeoatKeyElementPage *self, const char *key_element);
const char *geoat_key_element_page_get_key_element (GeoatKeyElementPage *self);
gboolean geoat_key_element_page_shows_whole_plan (GeoatKeyElementPage *self);

/* Scrolls to @item (an entry or an action) and focuses what shows @field; NONE is the rating of an
 * entry. The card is opened when that takes it. The page must show the item's key element. */
void geoat_key_element_page_focus_content (GeoatKeyElementPage *self);
void geoat_key_element_page_reveal (GeoatKeyElementPage *self, GeoatItem *item, GeoatField field);

const char *geoat_key_element_page_get_place (GeoatKeyElementPage *self);
void geoat_key_element_page_restore_place (GeoatKeyElementPage *self, const char *place);

G_END_DECLS
