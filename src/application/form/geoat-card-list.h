/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-entry.h"

G_BEGIN_DECLS

/**
 * GeoatCardList:
 *
 * The cards of many entries below each other, in a scrolled window. Only the cards near what is in
 * sight are made and drawn.
 */
#define GEOAT_TYPE_CARD_LIST (geoat_card_list_get_type ())
G_DECLARE_FINAL_TYPE (GeoatCardList, geoat_card_list, GEOAT, CARD_LIST, GtkWidget)

typedef GtkWidget *(*GeoatCardListCreate) (GeoatEntry *entry, guint number, gpointer data);

void geoat_card_list_set_create (GeoatCardList *self, GeoatCardListCreate create, gpointer data);
void geoat_card_list_set_window (GeoatCardList *self, GtkScrolledWindow *window);
void geoat_card_list_set_entries (GeoatCardList *self, GPtrArray *entries, GArray *numbers);
guint geoat_card_list_get_n_entries (GeoatCardList *self);
GtkWidget *geoat_card_list_get_card (GeoatCardList *self, GeoatEntry *entry);
GtkWidget *geoat_card_list_ensure_card (GeoatCardList *self, GeoatEntry *entry);

G_END_DECLS
