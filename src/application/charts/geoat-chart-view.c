/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Shows a chart, whichever it is.
 *
 * How it works: the chart draws itself and knows what lies where, so that this widget only has to
 * translate: frame into draw, pointer into place, arrow keys into the next place. A place that was
 * reached with the keyboard (the stop) is remembered by its number and looked up again in every
 * size. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-chart-view.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define MIN_WIDTH 240

struct _GeoatChartView
{
  GtkWidget parent_instance;

  GeoatChart *chart;
  GSignalGroup *chart_signals;
  int stop;
};

G_DEFINE_FINAL_TYPE (GeoatChartView, geoat_chart_view, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_CHART,
  N_PROPS
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* How much larger than normal the user wants text to be. */
static double
get_font_scale (GeoatChartView *self)
{
  int dpi = -1;

  g_object_get (gtk_widget_get_settings (GTK_WIDGET (self)), "gtk-xft-dpi", &dpi, NULL);

  return dpi <= 0 ? 1.0 : dpi / 1024.0 / 96.0;
}

static GeoatChartPlace *
get_place_at (GeoatChartView *self, double x, double y)
{
  if (self->chart == NULL)
    return NULL;

  return geoat_chart_get_place_at (self->chart, gtk_widget_get_width (GTK_WIDGET (self)),
                                   gtk_widget_get_height (GTK_WIDGET (self)), get_font_scale (self),
                                   x, y);
}

static GPtrArray *
get_places (GeoatChartView *self)
{
  return geoat_chart_get_places (self->chart, gtk_widget_get_width (GTK_WIDGET (self)),
                                 gtk_widget_get_height (GTK_WIDGET (self)), get_font_scale (self));
}

static gboolean
leads_somewhere (const GeoatChartPlace *place)
{
  return place->principle >= 0 || place->key_element >= 0;
}

static void
update_accessible (GeoatChartView *self)
{
  g_autofree char *title = NULL;
  g_autofree char *description = NULL;

  if (self->chart == NULL)
    return;

  title = geoat_chart_get_title (self->chart);
  if (self->stop >= 0)
    {
      g_autoptr (GPtrArray) places = get_places (self);

      if (self->stop < (int) places->len)
        {
          const GeoatChartPlace *place = g_ptr_array_index (places, self->stop);

          description = g_strdup (place->label);
        }
    }
  if (description == NULL)
    description = geoat_chart_describe (self->chart);

  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, title,
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, description, -1);
}

static void
set_stop (GeoatChartView *self, int stop)
{
  if (self->stop == stop)
    return;

  self->stop = stop;
  update_accessible (self);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
chart_changed_cb (GeoatChartView *self)
{
  update_accessible (self);
  gtk_widget_queue_resize (GTK_WIDGET (self));
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
theme_changed_cb (GeoatChartView *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

static void
motion_cb (GeoatChartView *self, double x, double y)
{
  g_autoptr (GeoatChartPlace) place = get_place_at (self, x, y);

  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   place != NULL && leads_somewhere (place) ? "pointer" : NULL);
}

static void
released_cb (GeoatChartView *self, int n_press, double x, double y)
{
  g_autoptr (GeoatChartPlace) place = get_place_at (self, x, y);

  if (place != NULL && leads_somewhere (place))
    g_signal_emit (self, signals[ACTIVATED], 0, place);
}

static gboolean
key_pressed_cb (GeoatChartView *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean rtl = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  g_autoptr (GPtrArray) places = NULL;
  int last;

  if (self->chart == NULL || (state & (GDK_CONTROL_MASK | GDK_ALT_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;

  places = get_places (self);
  last = (int) places->len - 1;
  if (last < 0)
    return GDK_EVENT_PROPAGATE;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      set_stop (self, MAX (self->stop - 1, 0));
      return GDK_EVENT_STOP;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      set_stop (self, MIN (self->stop + 1, last));
      return GDK_EVENT_STOP;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      set_stop (self, CLAMP (self->stop + (rtl ? 1 : -1), 0, last));
      return GDK_EVENT_STOP;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      set_stop (self, CLAMP (self->stop + (rtl ? -1 : 1), 0, last));
      return GDK_EVENT_STOP;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      set_stop (self, 0);
      return GDK_EVENT_STOP;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      set_stop (self, last);
      return GDK_EVENT_STOP;
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_ISO_Enter:
    case GDK_KEY_space:
      if (self->stop >= 0 && self->stop <= last &&
          leads_somewhere (g_ptr_array_index (places, self->stop)))
        g_signal_emit (self, signals[ACTIVATED], 0, g_ptr_array_index (places, self->stop));
      return GDK_EVENT_STOP;
    default:
      return GDK_EVENT_PROPAGATE;
    }
}

static void
focus_leave_cb (GeoatChartView *self)
{
  set_stop (self, -1);
}

static gboolean
geoat_chart_view_query_tooltip (
    GtkWidget *widget, int x, int y, gboolean keyboard_tooltip, GtkTooltip *tooltip)
{
  GeoatChartView *self = GEOAT_CHART_VIEW (widget);
  g_autoptr (GeoatChartPlace) place = NULL;
  GdkRectangle area;

  if (keyboard_tooltip || self->chart == NULL)
    return FALSE;

  place = get_place_at (self, x, y);
  if (place == NULL)
    return FALSE;

  area.x = (int) place->bounds.x;
  area.y = (int) place->bounds.y;
  area.width = MAX ((int) place->bounds.width, 1);
  area.height = MAX ((int) place->bounds.height, 1);
  gtk_tooltip_set_text (tooltip, place->label);
  gtk_tooltip_set_tip_area (tooltip, &area);

  return TRUE;
}

static GtkSizeRequestMode
geoat_chart_view_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
geoat_chart_view_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  GeoatChartView *self = GEOAT_CHART_VIEW (widget);
  double width, height;

  if (self->chart == NULL)
    return;

  geoat_chart_get_natural_size (self->chart, &width, &height);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = MIN_WIDTH;
      *natural = MAX ((int) width, MIN_WIDTH);
    }
  else
    {
      *minimum = *natural =
          (int) (geoat_chart_get_height_for_width (self->chart,
                                                   for_size < 0 ? width : MAX (for_size, MIN_WIDTH),
                                                   get_font_scale (self)) +
                 0.999);
    }
}

/* The style sheet has no say inside a drawing: the ring is drawn as libadwaita draws one. */
static void
draw_stop (GeoatChartView *self, GtkSnapshot *snapshot)
{
  g_autoptr (GPtrArray) places = get_places (self);
  const GeoatChartPlace *place;
  GskRoundedRect outline;
  graphene_rect_t rect;
  GdkRGBA color;

  if (self->stop >= (int) places->len)
    return;

  place = g_ptr_array_index (places, self->stop);
  rect = GRAPHENE_RECT_INIT (place->bounds.x, place->bounds.y, place->bounds.width,
                             place->bounds.height);
  graphene_rect_inset (&rect, -3, -3);
  gsk_rounded_rect_init_from_rect (&outline, &rect, 6);
  gtk_style_context_lookup_color (gtk_widget_get_style_context (GTK_WIDGET (self)), "accent_color",
                                  &color);
  gtk_snapshot_append_border (snapshot, &outline, (const float[4]){ 2, 2, 2, 2 },
                              (const GdkRGBA[4]){ color, color, color, color });
}

static void
geoat_chart_view_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GeoatChartView *self = GEOAT_CHART_VIEW (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  gboolean dark = adw_style_manager_get_dark (adw_style_manager_get_default ());
  cairo_t *cr;

  if (self->chart == NULL || width <= 0 || height <= 0)
    return;

  cr = gtk_snapshot_append_cairo (snapshot, &GRAPHENE_RECT_INIT (0, 0, width, height));
  geoat_chart_draw (self->chart, cr, width, height,
                    dark ? GEOAT_CHART_THEME_DARK : GEOAT_CHART_THEME_LIGHT, get_font_scale (self));
  cairo_destroy (cr);

  if (self->stop >= 0 && gtk_widget_has_focus (widget))
    draw_stop (self, snapshot);
}

static void
geoat_chart_view_dispose (GObject *object)
{
  GeoatChartView *self = GEOAT_CHART_VIEW (object);

  g_clear_object (&self->chart_signals);
  g_clear_object (&self->chart);

  G_OBJECT_CLASS (geoat_chart_view_parent_class)->dispose (object);
}

static void
geoat_chart_view_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHART:
      g_value_set_object (value, GEOAT_CHART_VIEW (object)->chart);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
geoat_chart_view_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_CHART:
      geoat_chart_view_set_chart (GEOAT_CHART_VIEW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
geoat_chart_view_class_init (GeoatChartViewClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_chart_view_dispose;
  object_class->get_property = geoat_chart_view_get_property;
  object_class->set_property = geoat_chart_view_set_property;
  widget_class->get_request_mode = geoat_chart_view_get_request_mode;
  widget_class->measure = geoat_chart_view_measure;
  widget_class->query_tooltip = geoat_chart_view_query_tooltip;
  widget_class->snapshot = geoat_chart_view_snapshot;

  properties[PROP_CHART] =
      g_param_spec_object ("chart", NULL, NULL, GEOAT_TYPE_CHART,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_POINTER);

  gtk_widget_class_set_css_name (widget_class, "chart");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_IMG);
}

static void
geoat_chart_view_init (GeoatChartView *self)
{
  GtkEventController *controller;

  self->stop = -1;
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, _ ("Chart"),
                                  -1);
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_has_tooltip (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);

  self->chart_signals = g_signal_group_new (GEOAT_TYPE_CHART);
  g_signal_group_connect_swapped (self->chart_signals, "changed", G_CALLBACK (chart_changed_cb),
                                  self);
  g_signal_connect_object (adw_style_manager_get_default (), "notify::dark",
                           G_CALLBACK (theme_changed_cb), self, G_CONNECT_SWAPPED);

  controller = gtk_event_controller_motion_new ();
  g_signal_connect_swapped (controller, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  controller = GTK_EVENT_CONTROLLER (gtk_gesture_click_new ());
  g_signal_connect_swapped (controller, "released", G_CALLBACK (released_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  controller = gtk_event_controller_key_new ();
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);

  controller = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (controller, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/**
 * geoat_chart_view_new:
 *
 * Returns: (transfer floating): a view without a chart
 */
GtkWidget *
geoat_chart_view_new (void)
{
  return g_object_new (GEOAT_TYPE_CHART_VIEW, NULL);
}

/**
 * geoat_chart_view_get_chart:
 * @self: a view
 *
 * Returns: (transfer none) (nullable): the chart that is shown
 */
GeoatChart *
geoat_chart_view_get_chart (GeoatChartView *self)
{
  g_return_val_if_fail (GEOAT_IS_CHART_VIEW (self), NULL);

  return self->chart;
}

/**
 * geoat_chart_view_set_chart:
 * @self: a view
 * @chart: (nullable): a chart
 *
 * Shows a chart, and follows it.
 */
void
geoat_chart_view_set_chart (GeoatChartView *self, GeoatChart *chart)
{
  g_return_if_fail (GEOAT_IS_CHART_VIEW (self));
  g_return_if_fail (chart == NULL || GEOAT_IS_CHART (chart));

  if (!g_set_object (&self->chart, chart))
    return;

  self->stop = -1;
  g_signal_group_set_target (self->chart_signals, chart);
  chart_changed_cb (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CHART]);
}
