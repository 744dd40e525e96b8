/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-perspective.h"

G_BEGIN_DECLS

/**
 * GeoatAttentionList:
 *
 * Where attention is needed, and why. Signal `activated (page)`: a key element was chosen, whose id
 * is given.
 */
#define GEOAT_TYPE_ATTENTION_LIST (geoat_attention_list_get_type ())
G_DECLARE_FINAL_TYPE (GeoatAttentionList, geoat_attention_list, GEOAT, ATTENTION_LIST, GtkWidget)

GtkWidget *geoat_attention_list_new (void);
void geoat_attention_list_update (GeoatAttentionList *self, GeoatPerspective *perspective);

G_END_DECLS
