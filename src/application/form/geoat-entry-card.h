/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * GeoatEntryCard:
 *
 * One indicator on the key element page: closed to a line with its level buttons, or open with all
 * eight columns. Property: `open`. Actions: `entry.toggle`, `entry.add-action`, `entry.note`,
 * `entry.target`, `entry.duplicate`, `entry.move-up`, `entry.move-down`, `entry.move-to`,
 * `entry.remove`.
 */
#define GEOAT_TYPE_ENTRY_CARD (geoat_entry_card_get_type ())
G_DECLARE_FINAL_TYPE (GeoatEntryCard, geoat_entry_card, GEOAT, ENTRY_CARD, GtkWidget)

GtkWidget *geoat_entry_card_new (GeoatPerspective *perspective, GeoatEntry *entry);
GeoatEntry *geoat_entry_card_get_entry (GeoatEntryCard *self);
void geoat_entry_card_set_number (GeoatEntryCard *self, guint number);
void geoat_entry_card_set_ends (GeoatEntryCard *self, gboolean first, gboolean last);
gboolean geoat_entry_card_get_open (GeoatEntryCard *self);
void geoat_entry_card_set_open (GeoatEntryCard *self, gboolean open);
void geoat_entry_card_update_summary (GeoatEntryCard *self);
void geoat_entry_card_reveal (GeoatEntryCard *self, GeoatItem *item, GeoatField field);

G_END_DECLS
