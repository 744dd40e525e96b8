/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A score in a coloured chip.
 *
 * How it works: the colour lies between those of the two levels around the score, and the ink is
 * black or white, whichever stands out more. One of the two always has a contrast of at least
 * 4.58:1 with any colour, so that no chip falls below 4.5:1, in whichever theme. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-score-chip.h"

#include "geoat-chart-theme.h"
#include "geoat-language.h"
#include "geoat-level.h"

#include "geoat-perspective.h"

struct _GeoatScoreChip
{
  GtkWidget parent_instance;

  GtkWidget *label;
  int tenths;
};

G_DEFINE_FINAL_TYPE (GeoatScoreChip, geoat_score_chip, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_TENTHS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
get_color (int tenths, GdkRGBA *color)
{
  int low = MIN (tenths / 10, GEOAT_LEVEL_MAX - 1);
  double part = (tenths - low * 10) / 10.0;
  GeoatChartRgba a, b;

  geoat_chart_theme_get_color (GEOAT_CHART_THEME_LIGHT, geoat_chart_color_for_level (low), &a);
  geoat_chart_theme_get_color (GEOAT_CHART_THEME_LIGHT, geoat_chart_color_for_level (low + 1), &b);
  color->red = a.red + (b.red - a.red) * part;
  color->green = a.green + (b.green - a.green) * part;
  color->blue = a.blue + (b.blue - a.blue) * part;
  color->alpha = 1;
}

static void
update (GeoatScoreChip *self)
{
  GeoatLanguage *language = geoat_language_get (geoat_perspective_get_screen_language ());
  g_autofree char *text = geoat_language_format_tenths (language, self->tenths);

  gtk_label_set_text (GTK_LABEL (self->label), text);

  gtk_widget_remove_css_class (GTK_WIDGET (self), "on-dark");
  gtk_widget_remove_css_class (GTK_WIDGET (self), "on-light");
  if (self->tenths >= 0)
    {
      static const GeoatChartRgba black = { 0, 0, 0, 1 };
      static const GeoatChartRgba white = { 1, 1, 1, 1 };
      GdkRGBA color;
      GeoatChartRgba fill;

      get_color (self->tenths, &color);
      fill = (GeoatChartRgba){ color.red, color.green, color.blue, 1 };
      gtk_widget_add_css_class (GTK_WIDGET (self), geoat_chart_contrast (&fill, &white) >
                                                           geoat_chart_contrast (&fill, &black)
                                                       ? "on-dark"
                                                       : "on-light");
    }

  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
geoat_score_chip_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GeoatScoreChip *self = GEOAT_SCORE_CHIP (widget);

  if (self->tenths >= 0)
    {
      graphene_rect_t bounds =
          GRAPHENE_RECT_INIT (0, 0, gtk_widget_get_width (widget), gtk_widget_get_height (widget));
      GskRoundedRect outline;
      GdkRGBA color;

      get_color (self->tenths, &color);
      gsk_rounded_rect_init_from_rect (&outline, &bounds, bounds.size.height / 2);
      gtk_snapshot_push_rounded_clip (snapshot, &outline);
      gtk_snapshot_append_color (snapshot, &color, &bounds);
      gtk_snapshot_pop (snapshot);
    }

  GTK_WIDGET_CLASS (geoat_score_chip_parent_class)->snapshot (widget, snapshot);
}

static void
geoat_score_chip_dispose (GObject *object)
{
  GeoatScoreChip *self = GEOAT_SCORE_CHIP (object);

  g_clear_pointer (&self->label, gtk_widget_unparent);

  G_OBJECT_CLASS (geoat_score_chip_parent_class)->dispose (object);
}

static void
geoat_score_chip_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TENTHS:
      g_value_set_int (value, GEOAT_SCORE_CHIP (object)->tenths);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
geoat_score_chip_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_TENTHS:
      geoat_score_chip_set_tenths (GEOAT_SCORE_CHIP (object), g_value_get_int (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
geoat_score_chip_class_init (GeoatScoreChipClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_score_chip_dispose;
  object_class->get_property = geoat_score_chip_get_property;
  object_class->set_property = geoat_score_chip_set_property;
  widget_class->snapshot = geoat_score_chip_snapshot;

  properties[PROP_TENTHS] =
      g_param_spec_int ("tenths", NULL, NULL, -1, GEOAT_LEVEL_MAX * 10, -1,
                        G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  gtk_widget_class_set_css_name (widget_class, "chip");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
geoat_score_chip_init (GeoatScoreChip *self)
{
  self->tenths = -1;
  self->label = gtk_label_new (NULL);
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));
  gtk_widget_set_valign (GTK_WIDGET (self), GTK_ALIGN_CENTER);
  update (self);
}

/**
 * geoat_score_chip_new:
 *
 * Returns: (transfer floating): a chip without a score
 */
GtkWidget *
geoat_score_chip_new (void)
{
  return g_object_new (GEOAT_TYPE_SCORE_CHIP, NULL);
}

/**
 * geoat_score_chip_set_tenths:
 * @self: a chip
 * @tenths: a score in tenths, 0 to 50, or -1 for no score
 *
 * Sets the score that is shown.
 */
void
geoat_score_chip_set_tenths (GeoatScoreChip *self, int tenths)
{
  g_return_if_fail (GEOAT_IS_SCORE_CHIP (self));
  g_return_if_fail (tenths >= -1 && tenths <= GEOAT_LEVEL_MAX * 10);

  if (self->tenths == tenths)
    return;

  self->tenths = tenths;
  update (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_TENTHS]);
}
