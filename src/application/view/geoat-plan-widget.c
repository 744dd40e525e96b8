/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What every widget that shows something of a plan has: the perspective, the signals that it
 * follows, and when it is brought up to date.
 *
 * How it works: three signal groups go from one perspective to the next together with the widget.
 * A change of the plan only marks the widget as out of date. It is updated once before the next
 * frame, however many changes an undo step has; while it is hidden that waits until it is mapped,
 * so that typing on one page costs nothing on the others. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-plan-widget.h"

typedef struct
{
  GeoatPerspective *perspective;
  GSignalGroup *perspective_signals;
  GSignalGroup *plan_signals;
  GSignalGroup *scores_signals;
  gboolean outdated;
  guint update_source;
} GeoatPlanWidgetPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (GeoatPlanWidget, geoat_plan_widget, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_PERSPECTIVE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static GeoatPlanWidgetPrivate *
get_private (GeoatPlanWidget *self)
{
  return geoat_plan_widget_get_instance_private (self);
}

static void
update_if_shown (GeoatPlanWidget *self)
{
  GeoatPlanWidgetPrivate *priv = get_private (self);

  if (!priv->outdated || priv->perspective == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    return;

  priv->outdated = FALSE;
  if (GEOAT_PLAN_WIDGET_GET_CLASS (self)->update != NULL)
    GEOAT_PLAN_WIDGET_GET_CLASS (self)->update (self);
}

static gboolean
update_cb (gpointer data)
{
  get_private (data)->update_source = 0;
  update_if_shown (data);

  return G_SOURCE_REMOVE;
}

static void
notify_scores_cb (GeoatPlanWidget *self)
{
  GeoatPlanWidgetPrivate *priv = get_private (self);

  g_signal_group_set_target (priv->scores_signals,
                             geoat_perspective_get_scores (priv->perspective));
}

static void
set_targets (GeoatPlanWidget *self)
{
  GeoatPlanWidgetPrivate *priv = get_private (self);
  GeoatPerspective *perspective = priv->perspective;

  g_signal_group_set_target (priv->perspective_signals, perspective);
  g_signal_group_set_target (priv->plan_signals,
                             perspective == NULL ? NULL : geoat_perspective_get_plan (perspective));
  g_signal_group_set_target (priv->scores_signals,
                             perspective == NULL ? NULL
                                                 : geoat_perspective_get_scores (perspective));
}

static void
geoat_plan_widget_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (geoat_plan_widget_parent_class)->map (widget);

  update_if_shown (GEOAT_PLAN_WIDGET (widget));
}

static void
geoat_plan_widget_dispose (GObject *object)
{
  GeoatPlanWidgetPrivate *priv = get_private (GEOAT_PLAN_WIDGET (object));

  g_clear_handle_id (&priv->update_source, g_source_remove);
  g_clear_object (&priv->scores_signals);
  g_clear_object (&priv->plan_signals);
  g_clear_object (&priv->perspective_signals);
  g_clear_object (&priv->perspective);

  G_OBJECT_CLASS (geoat_plan_widget_parent_class)->dispose (object);
}

static void
geoat_plan_widget_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PERSPECTIVE:
      g_value_set_object (value, get_private (GEOAT_PLAN_WIDGET (object))->perspective);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
geoat_plan_widget_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PERSPECTIVE:
      geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
geoat_plan_widget_class_init (GeoatPlanWidgetClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->dispose = geoat_plan_widget_dispose;
  object_class->get_property = geoat_plan_widget_get_property;
  object_class->set_property = geoat_plan_widget_set_property;
  GTK_WIDGET_CLASS (klass)->map = geoat_plan_widget_map;

  properties[PROP_PERSPECTIVE] =
      g_param_spec_object ("perspective", NULL, NULL, GEOAT_TYPE_PERSPECTIVE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
geoat_plan_widget_init (GeoatPlanWidget *self)
{
  GeoatPlanWidgetPrivate *priv = get_private (self);

  priv->perspective_signals = g_signal_group_new (GEOAT_TYPE_PERSPECTIVE);
  priv->plan_signals = g_signal_group_new (GEOAT_TYPE_PLAN);
  priv->scores_signals = g_signal_group_new (GEOAT_TYPE_SCORES);
  /* first of all, so that no other handler finds the scores of the round before */
  geoat_plan_widget_follow_perspective (self, "notify::scores", G_CALLBACK (notify_scores_cb));
}

/**
 * geoat_plan_widget_get_perspective:
 * @self: a widget
 *
 * Returns: (transfer none) (nullable): what the window looks at
 */
GeoatPerspective *
geoat_plan_widget_get_perspective (GeoatPlanWidget *self)
{
  g_return_val_if_fail (GEOAT_IS_PLAN_WIDGET (self), NULL);

  return get_private (self)->perspective;
}

/**
 * geoat_plan_widget_set_perspective:
 * @self: a widget
 * @perspective: (nullable): what the window looks at
 *
 * Sets what the widget shows something of.
 */
void
geoat_plan_widget_set_perspective (GeoatPlanWidget *self, GeoatPerspective *perspective)
{
  GeoatPlanWidgetPrivate *priv;
  g_autoptr (GeoatPerspective) old = NULL;

  g_return_if_fail (GEOAT_IS_PLAN_WIDGET (self));
  g_return_if_fail (perspective == NULL || GEOAT_IS_PERSPECTIVE (perspective));

  priv = get_private (self);
  if (priv->perspective == perspective)
    return;

  old = g_steal_pointer (&priv->perspective);
  g_set_object (&priv->perspective, perspective);
  set_targets (self);
  if (GEOAT_PLAN_WIDGET_GET_CLASS (self)->perspective_changed != NULL)
    GEOAT_PLAN_WIDGET_GET_CLASS (self)->perspective_changed (self, perspective);
  priv->outdated = TRUE;
  update_if_shown (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERSPECTIVE]);
}

/**
 * geoat_plan_widget_follow_perspective:
 * @self: a widget
 * @signal: a signal of #GeoatPerspective
 * @callback: what to call, with @self first
 *
 * Follows a signal of whatever perspective the widget has.
 */
void
geoat_plan_widget_follow_perspective (GeoatPlanWidget *self, const char *signal, GCallback callback)
{
  g_return_if_fail (GEOAT_IS_PLAN_WIDGET (self));

  g_signal_group_connect_swapped (get_private (self)->perspective_signals, signal, callback, self);
}

/**
 * geoat_plan_widget_follow_plan:
 * @self: a widget
 * @signal: a signal of #GeoatPlan
 * @callback: what to call, with @self first
 *
 * Follows a signal of whatever plan the widget shows.
 */
void
geoat_plan_widget_follow_plan (GeoatPlanWidget *self, const char *signal, GCallback callback)
{
  g_return_if_fail (GEOAT_IS_PLAN_WIDGET (self));

  g_signal_group_connect_swapped (get_private (self)->plan_signals, signal, callback, self);
}

/**
 * geoat_plan_widget_follow_scores:
 * @self: a widget
 * @signal: a signal of #GeoatScores
 * @callback: what to call, with @self first
 *
 * Follows a signal of the scores of the round that is shown.
 */
void
geoat_plan_widget_follow_scores (GeoatPlanWidget *self, const char *signal, GCallback callback)
{
  g_return_if_fail (GEOAT_IS_PLAN_WIDGET (self));

  g_signal_group_connect_swapped (get_private (self)->scores_signals, signal, callback, self);
}

/**
 * geoat_plan_widget_queue_update:
 * @self: a widget
 *
 * Updates the widget before the next frame; while it is hidden, when it is shown.
 */
void
geoat_plan_widget_queue_update (GeoatPlanWidget *self)
{
  GeoatPlanWidgetPrivate *priv;

  g_return_if_fail (GEOAT_IS_PLAN_WIDGET (self));

  priv = get_private (self);
  priv->outdated = TRUE;
  if (priv->update_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    priv->update_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, update_cb, self, NULL);
}
