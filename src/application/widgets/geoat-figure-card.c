/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A card with one large figure. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-figure-card.h"

struct _GeoatFigureCard
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkLabel *figure;
  GtkLabel *caption;
  GtkLabel *detail;
  GtkLabel *alert;
};

G_DEFINE_FINAL_TYPE (GeoatFigureCard, geoat_figure_card, GTK_TYPE_WIDGET)

static void
geoat_figure_card_dispose (GObject *object)
{
  GeoatFigureCard *self = GEOAT_FIGURE_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (geoat_figure_card_parent_class)->dispose (object);
}

static void
geoat_figure_card_class_init (GeoatFigureCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_figure_card_dispose;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-figure-card.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatFigureCard, box);
  gtk_widget_class_bind_template_child (widget_class, GeoatFigureCard, figure);
  gtk_widget_class_bind_template_child (widget_class, GeoatFigureCard, caption);
  gtk_widget_class_bind_template_child (widget_class, GeoatFigureCard, detail);
  gtk_widget_class_bind_template_child (widget_class, GeoatFigureCard, alert);
}

static void
geoat_figure_card_init (GeoatFigureCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * geoat_figure_card_new:
 *
 * Returns: (transfer floating): an empty card
 */
GtkWidget *
geoat_figure_card_new (void)
{
  return g_object_new (GEOAT_TYPE_FIGURE_CARD, NULL);
}

/**
 * geoat_figure_card_set:
 * @self: a card
 * @figure: the large figure: "104 of 108"
 * @caption: what it counts
 * @detail: a few words about it
 * @alert: (nullable): what should not be overlooked
 *
 * Sets what the card shows.
 */
void
geoat_figure_card_set (GeoatFigureCard *self,
                       const char *figure,
                       const char *caption,
                       const char *detail,
                       const char *alert)
{
  g_return_if_fail (GEOAT_IS_FIGURE_CARD (self));

  gtk_label_set_text (self->figure, figure);
  gtk_label_set_text (self->caption, caption);
  gtk_label_set_text (self->detail, detail);
  gtk_label_set_text (self->alert, alert == NULL ? "" : alert);
  gtk_widget_set_visible (GTK_WIDGET (self->alert), alert != NULL);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, caption,
                                  -1);
}
