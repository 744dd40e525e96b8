/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-history.h"

G_BEGIN_DECLS

/**
 * GeoatTextField:
 *
 * A text of a plan, edited in place: it wraps, and grows with what is written. Every keystroke goes
 * through the history, and what the history changes (undo, another view) is shown at once.
 */
#define GEOAT_TYPE_TEXT_FIELD (geoat_text_field_get_type ())
G_DECLARE_FINAL_TYPE (GeoatTextField, geoat_text_field, GEOAT, TEXT_FIELD, GtkWidget)

GtkWidget *geoat_text_field_new (void);

void geoat_text_field_bind (GeoatTextField *self,
                            GeoatHistory *history,
                            GeoatItem *item,
                            GeoatField field);
void geoat_text_field_bind_reason (GeoatTextField *self,
                                   GeoatHistory *history,
                                   GeoatEntry *entry,
                                   GeoatRound *round);
void geoat_text_field_unbind (GeoatTextField *self);
void geoat_text_field_set_fixed_text (GeoatTextField *self, const char *text);
void geoat_text_field_set_editable (GeoatTextField *self, gboolean editable);
void geoat_text_field_set_min_lines (GeoatTextField *self, int lines);
void geoat_text_field_set_prompt (GeoatTextField *self, const char *prompt);
void geoat_text_field_set_label (GeoatTextField *self, GtkWidget *label, const char *name);

GeoatItem *geoat_text_field_get_item (GeoatTextField *self);
GeoatField geoat_text_field_get_field (GeoatTextField *self);
GtkTextView *geoat_text_field_get_view (GeoatTextField *self);
void geoat_text_field_select (GeoatTextField *self, int start, int end);

G_END_DECLS
