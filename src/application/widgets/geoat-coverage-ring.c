/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A ring that closes as indicators are assessed. Its arc has the widget's accent colour (class
 * `arc` in the style sheet sets `color`), its track the same colour, paler. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-coverage-ring.h"

#include <glib/gi18n.h>

#define SIZE 16
#define LINE_WIDTH 3.0

struct _GeoatCoverageRing
{
  GtkWidget parent_instance;

  guint assessed;
  guint total;
};

G_DEFINE_FINAL_TYPE (GeoatCoverageRing, geoat_coverage_ring, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_ASSESSED,
  PROP_TOTAL,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_description (GeoatCoverageRing *self)
{
  g_autofree char *text = NULL;

  /* Translators: how many indicators have been assessed, and of how many */
  text = g_strdup_printf (_ ("%u of %u assessed"), self->assessed, self->total);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, text, -1);
}

static void
geoat_coverage_ring_measure (GtkWidget *widget,
                             GtkOrientation orientation,
                             int for_size,
                             int *minimum,
                             int *natural,
                             int *minimum_baseline,
                             int *natural_baseline)
{
  *minimum = *natural = SIZE;
}

static void
geoat_coverage_ring_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GeoatCoverageRing *self = GEOAT_COVERAGE_RING (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  double radius = (MIN (width, height) - LINE_WIDTH) / 2;
  double share = self->total == 0 ? 0 : (double) self->assessed / self->total;
  GdkRGBA color;
  GdkRGBA track;
  cairo_t *cr;

  if (width <= 0 || height <= 0)
    return;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  track = color;
  track.alpha *= 0.25f;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  cairo_set_line_width (cr, LINE_WIDTH);
  cairo_translate (cr, width / 2.0, height / 2.0);

  gdk_cairo_set_source_rgba (cr, &track);
  cairo_arc (cr, 0, 0, radius, 0, 2 * G_PI);
  cairo_stroke (cr);

  if (share > 0)
    {
      /* It fills in reading direction. */
      if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
        cairo_scale (cr, -1, 1);
      gdk_cairo_set_source_rgba (cr, &color);
      cairo_arc (cr, 0, 0, radius, -G_PI / 2, -G_PI / 2 + 2 * G_PI * share);
      cairo_stroke (cr);
    }

  cairo_destroy (cr);
}

static void
geoat_coverage_ring_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GeoatCoverageRing *self = GEOAT_COVERAGE_RING (object);

  switch (prop_id)
    {
    case PROP_ASSESSED:
      g_value_set_uint (value, self->assessed);
      break;
    case PROP_TOTAL:
      g_value_set_uint (value, self->total);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
geoat_coverage_ring_class_init (GeoatCoverageRingClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = geoat_coverage_ring_get_property;
  widget_class->measure = geoat_coverage_ring_measure;
  widget_class->snapshot = geoat_coverage_ring_snapshot;

  properties[PROP_ASSESSED] = g_param_spec_uint ("assessed", NULL, NULL, 0, G_MAXUINT, 0, flags);
  properties[PROP_TOTAL] = g_param_spec_uint ("total", NULL, NULL, 0, G_MAXUINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "coverage");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
geoat_coverage_ring_init (GeoatCoverageRing *self)
{
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  update_description (self);
}

/**
 * geoat_coverage_ring_new:
 *
 * Returns: (transfer floating): an open ring
 */
GtkWidget *
geoat_coverage_ring_new (void)
{
  return g_object_new (GEOAT_TYPE_COVERAGE_RING, NULL);
}

/**
 * geoat_coverage_ring_set_coverage:
 * @self: a ring
 * @assessed: how many indicators are assessed: rated, or not applicable
 * @total: how many there are, at least @assessed
 *
 * Closes the ring by the share that is assessed.
 */
void
geoat_coverage_ring_set_coverage (GeoatCoverageRing *self, guint assessed, guint total)
{
  g_return_if_fail (GEOAT_IS_COVERAGE_RING (self));
  g_return_if_fail (assessed <= total);

  if (self->assessed == assessed && self->total == total)
    return;

  g_object_freeze_notify (G_OBJECT (self));
  if (self->assessed != assessed)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ASSESSED]);
  if (self->total != total)
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TOTAL]);
  self->assessed = assessed;
  self->total = total;
  g_object_thaw_notify (G_OBJECT (self));

  update_description (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}
