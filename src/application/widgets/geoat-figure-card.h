/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GeoatFigureCard:
 *
 * A card with one large figure, what it counts, and a few words about it.
 */
#define GEOAT_TYPE_FIGURE_CARD (geoat_figure_card_get_type ())
G_DECLARE_FINAL_TYPE (GeoatFigureCard, geoat_figure_card, GEOAT, FIGURE_CARD, GtkWidget)

GtkWidget *geoat_figure_card_new (void);
void geoat_figure_card_set (GeoatFigureCard *self,
                            const char *figure,
                            const char *caption,
                            const char *detail,
                            const char *alert);

G_END_DECLS
