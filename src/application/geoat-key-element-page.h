/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * GeoatKeyElementPage:
 *
 * The entries of one key element as forms, later as a table too. Properties: `perspective`,
 * `key-element` (id: "2B"). Actions: `page.add-indicator`, …
 */
#define GEOAT_TYPE_KEY_ELEMENT_PAGE (geoat_key_element_page_get_type ())
G_DECLARE_FINAL_TYPE (
    GeoatKeyElementPage, geoat_key_element_page, GEOAT, KEY_ELEMENT_PAGE, GtkWidget)

GtkWidget *geoat_key_element_page_new (void);
void geoat_key_element_page_set_perspective (GeoatKeyElementPage *self,
                                             GeoatPerspective *perspective);
void geoat_key_element_page_set_key_element (GeoatKeyElementPage *self, const char *key_element);
const char *geoat_key_element_page_get_key_element (GeoatKeyElementPage *self);

/* Opens the card of @item (an entry or an action), scrolls to it and focuses @field (or the card
 * for NONE). The page must show the item's key element. */
void geoat_key_element_page_reveal (GeoatKeyElementPage *self, GeoatItem *item, GeoatField field);

G_END_DECLS
