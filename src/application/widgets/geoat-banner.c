/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A strip that says one lasting thing and offers one button. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-banner.h"

struct _GeoatBanner
{
  GtkWidget parent_instance;

  GtkWidget *revealer;
  GtkLabel *title;
  GtkButton *button;
};

G_DEFINE_FINAL_TYPE (GeoatBanner, geoat_banner, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TITLE,
  PROP_BUTTON_LABEL,
  PROP_REVEALED,
  N_PROPS
};

enum
{
  BUTTON_CLICKED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
button_clicked_cb (GeoatBanner *self)
{
  g_signal_emit (self, signals[BUTTON_CLICKED], 0);
}

/* What is folded up would still be read out by a screen reader. */
static void
notify_child_revealed_cb (GeoatBanner *self)
{
  if (!geoat_banner_get_revealed (self))
    gtk_widget_set_visible (self->revealer, FALSE);
}

static void
geoat_banner_dispose (GObject *object)
{
  GeoatBanner *self = GEOAT_BANNER (object);

  g_clear_pointer (&self->revealer, gtk_widget_unparent);

  G_OBJECT_CLASS (geoat_banner_parent_class)->dispose (object);
}

static void
geoat_banner_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GeoatBanner *self = GEOAT_BANNER (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      g_value_set_string (value, gtk_label_get_text (self->title));
      break;
    case PROP_BUTTON_LABEL:
      g_value_set_string (value, gtk_button_get_label (self->button));
      break;
    case PROP_REVEALED:
      g_value_set_boolean (value, geoat_banner_get_revealed (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
geoat_banner_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  GeoatBanner *self = GEOAT_BANNER (object);

  switch (prop_id)
    {
    case PROP_TITLE:
      geoat_banner_set_title (self, g_value_get_string (value));
      break;
    case PROP_BUTTON_LABEL:
      geoat_banner_set_button_label (self, g_value_get_string (value));
      break;
    case PROP_REVEALED:
      geoat_banner_set_revealed (self, g_value_get_boolean (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
geoat_banner_class_init (GeoatBannerClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = geoat_banner_dispose;
  object_class->get_property = geoat_banner_get_property;
  object_class->set_property = geoat_banner_set_property;

  properties[PROP_TITLE] = g_param_spec_string ("title", NULL, NULL, "", flags);
  properties[PROP_BUTTON_LABEL] = g_param_spec_string ("button-label", NULL, NULL, NULL, flags);
  properties[PROP_REVEALED] = g_param_spec_boolean ("revealed", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[BUTTON_CLICKED] = g_signal_new ("button-clicked", G_TYPE_FROM_CLASS (klass),
                                          G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  gtk_widget_class_set_css_name (widget_class, "geoatbanner");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-banner.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatBanner, revealer);
  gtk_widget_class_bind_template_child (widget_class, GeoatBanner, title);
  gtk_widget_class_bind_template_child (widget_class, GeoatBanner, button);
  gtk_widget_class_bind_template_callback (widget_class, button_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, notify_child_revealed_cb);
}

static void
geoat_banner_init (GeoatBanner *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * geoat_banner_new:
 *
 * Returns: (transfer floating): a banner that is not shown
 */
GtkWidget *
geoat_banner_new (void)
{
  return g_object_new (GEOAT_TYPE_BANNER, NULL);
}

/**
 * geoat_banner_set_title:
 * @self: a banner
 * @title: what it says
 *
 * Sets the text.
 */
void
geoat_banner_set_title (GeoatBanner *self, const char *title)
{
  g_return_if_fail (GEOAT_IS_BANNER (self));

  if (g_strcmp0 (gtk_label_get_text (self->title), title) == 0)
    return;

  gtk_label_set_text (self->title, title);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TITLE]);
}

/**
 * geoat_banner_set_button_label:
 * @self: a banner
 * @label: (nullable): the label of its button, or %NULL for none
 *
 * Sets what the button says.
 */
void
geoat_banner_set_button_label (GeoatBanner *self, const char *label)
{
  g_return_if_fail (GEOAT_IS_BANNER (self));

  if (g_strcmp0 (gtk_button_get_label (self->button), label) == 0)
    return;

  gtk_button_set_label (self->button, label);
  gtk_widget_set_visible (GTK_WIDGET (self->button), label != NULL);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_BUTTON_LABEL]);
}

/**
 * geoat_banner_get_revealed:
 * @self: a banner
 *
 * Returns: whether it is shown
 */
gboolean
geoat_banner_get_revealed (GeoatBanner *self)
{
  g_return_val_if_fail (GEOAT_IS_BANNER (self), FALSE);

  return gtk_revealer_get_reveal_child (GTK_REVEALER (self->revealer));
}

/**
 * geoat_banner_set_revealed:
 * @self: a banner
 * @revealed: whether to show it
 *
 * Shows or hides the banner.
 */
void
geoat_banner_set_revealed (GeoatBanner *self, gboolean revealed)
{
  g_return_if_fail (GEOAT_IS_BANNER (self));

  if (geoat_banner_get_revealed (self) == !!revealed)
    return;

  if (revealed)
    gtk_widget_set_visible (self->revealer, TRUE);
  gtk_revealer_set_reveal_child (GTK_REVEALER (self->revealer), revealed);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_REVEALED]);
}
