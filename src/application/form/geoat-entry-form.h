/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * GeoatEntryForm:
 *
 * The open part of an indicator's card: everything but the indicator itself, in the groups "where
 * we are" and "where we go".
 */
#define GEOAT_TYPE_ENTRY_FORM (geoat_entry_form_get_type ())
G_DECLARE_FINAL_TYPE (GeoatEntryForm, geoat_entry_form, GEOAT, ENTRY_FORM, GtkWidget)

GtkWidget *geoat_entry_form_new (GeoatPerspective *perspective, GeoatEntry *entry);
void geoat_entry_form_reveal (GeoatEntryForm *self, GeoatItem *item, GeoatField field);

G_END_DECLS
