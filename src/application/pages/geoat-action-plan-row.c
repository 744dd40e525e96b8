/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One action in the list of the action plan. Rows are taken again for other actions while the list
 * scrolls, so that all they do is show; texts wrap, and what goes past six lines is whole in the
 * tooltip. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-action-plan-row.h"

#include "geoat-date-field.h"
#include "geoat-accessible.h"
#include "geoat-status-field.h"
#include "geoat-wrap-layout.h"

#include <glib/gi18n.h>

struct _GeoatActionPlanRow
{
  GtkWidget parent_instance;

  GtkLabel *activity;
  GtkLabel *place;
  GtkLabel *people;
  GtkWidget *overdue;
  GeoatDateField *start;
  GeoatDateField *due;
  GeoatStatusField *status;

  GeoatPerspective *perspective;
  GeoatAction *action;
  gulong action_handler;
};

G_DEFINE_FINAL_TYPE (GeoatActionPlanRow, geoat_action_plan_row, GTK_TYPE_WIDGET)

/* Many lines as one, for a place beside others. */
static char *
join_lines (const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", -1);

  for (guint i = 0; lines[i] != NULL; i++)
    g_strstrip (lines[i]);

  return g_strjoinv (" ", lines);
}

static void
show_people (GeoatActionPlanRow *self)
{
  GeoatItem *item = GEOAT_ITEM (self->action);
  g_autofree char *lead = join_lines (geoat_item_get_text (item, GEOAT_FIELD_LEAD));
  g_autofree char *units = join_lines (geoat_item_get_text (item, GEOAT_FIELD_UNITS));
  g_autofree char *text = NULL;

  if (*lead != '\0' && *units != '\0')
    /* Translators: who leads an activity, and the units that take part */
    text = g_strdup_printf (_ ("Lead: %s · %s"), lead, units);
  else if (*lead != '\0')
    text = g_strdup_printf (_ ("Lead: %s"), lead);
  else
    text = g_strdup (units);

  gtk_label_set_text (self->people, text);
  gtk_widget_set_visible (GTK_WIDGET (self->people), *text != '\0');
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->people), *text == '\0' ? NULL : text);
}

static void
show_place (GeoatActionPlanRow *self)
{
  GeoatItem *entry = geoat_item_get_owner (GEOAT_ITEM (self->action));
  g_autofree char *indicator = NULL;
  g_autofree char *text = NULL;

  if (entry == NULL)
    return;

  indicator = join_lines (geoat_entry_get_wording (
      GEOAT_ENTRY (entry), geoat_perspective_get_round (self->perspective), GEOAT_FIELD_INDICATOR));
  /* Translators: id of a key element, and an indicator */
  text = g_strdup_printf (C_ ("indicator", "%s  %s"),
                          geoat_entry_get_key_element (GEOAT_ENTRY (entry)), indicator);
  gtk_label_set_text (self->place, text);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->place), text);
}

static void
update (GeoatActionPlanRow *self)
{
  const char *activity = geoat_item_get_text (GEOAT_ITEM (self->action), GEOAT_FIELD_ACTIVITY);
  GtkWidget *list_row = gtk_widget_get_parent (GTK_WIDGET (self));
  gboolean overdue;
  GDate today;

  geoat_perspective_get_today (self->perspective, &today);
  overdue = geoat_action_is_overdue (self->action, &today);

  gtk_label_set_text (self->activity, *activity == '\0' ? _ ("Activity without a text") : activity);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->activity), *activity == '\0' ? NULL : activity);
  gtk_widget_set_visible (self->overdue, overdue);
  show_place (self);
  show_people (self);

  if (list_row != NULL)
    {
      /* Translators: an activity as a screen reader says it: where it belongs, its text, status */
      g_autofree char *name =
          g_strdup_printf (overdue ? _ ("%s: %s, %s, overdue") : _ ("%s: %s, %s"),
                           gtk_label_get_text (self->place), gtk_label_get_text (self->activity),
                           geoat_status_get_title (geoat_action_get_status (self->action)));

      geoat_accessible_set_name (list_row, name);
    }
}

static void
geoat_action_plan_row_dispose (GObject *object)
{
  geoat_action_plan_row_unbind (GEOAT_ACTION_PLAN_ROW (object));
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (object))) != NULL;)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (geoat_action_plan_row_parent_class)->dispose (object);
}

static void
geoat_action_plan_row_class_init (GeoatActionPlanRowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_action_plan_row_dispose;

  g_type_ensure (GEOAT_TYPE_DATE_FIELD);
  g_type_ensure (GEOAT_TYPE_STATUS_FIELD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-action-plan-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanRow, activity);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanRow, place);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanRow, people);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanRow, overdue);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanRow, start);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanRow, due);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanRow, status);
}

static void
geoat_action_plan_row_init (GeoatActionPlanRow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_set_layout_manager (GTK_WIDGET (self), geoat_wrap_layout_new (12, 6, 240));
  geoat_date_field_set_label (self->start, _ ("Start"), _ ("No date"));
  geoat_date_field_set_label (self->due, _ ("Due"), _ ("No date"));
}

/**
 * geoat_action_plan_row_new:
 *
 * Returns: (transfer floating): a row without an action
 */
GtkWidget *
geoat_action_plan_row_new (void)
{
  return g_object_new (GEOAT_TYPE_ACTION_PLAN_ROW, NULL);
}

static void
bind_date (GeoatActionPlanRow *self, GeoatDateField *date, GeoatField field)
{
  geoat_date_field_bind (date, geoat_perspective_get_history (self->perspective),
                         GEOAT_ITEM (self->action), field);
  geoat_date_field_set_editable (date, geoat_perspective_get_can_edit (self->perspective));
}

/**
 * geoat_action_plan_row_bind:
 * @self: a row
 * @perspective: what the window looks at
 * @action: an action of its plan
 *
 * Shows @action.
 */
void
geoat_action_plan_row_bind (GeoatActionPlanRow *self,
                            GeoatPerspective *perspective,
                            GeoatAction *action)
{
  g_return_if_fail (GEOAT_IS_ACTION_PLAN_ROW (self));
  g_return_if_fail (GEOAT_IS_PERSPECTIVE (perspective));
  g_return_if_fail (GEOAT_IS_ACTION (action));

  geoat_action_plan_row_unbind (self);
  self->perspective = g_object_ref (perspective);
  self->action = g_object_ref (action);
  self->action_handler = g_signal_connect_swapped (action, "notify", G_CALLBACK (update), self);
  geoat_status_field_bind (self->status, perspective, action);
  bind_date (self, self->start, GEOAT_FIELD_START);
  bind_date (self, self->due, GEOAT_FIELD_DUE);
  update (self);
}

/**
 * geoat_action_plan_row_unbind:
 * @self: a row
 *
 * Lets go of the action.
 */
void
geoat_action_plan_row_unbind (GeoatActionPlanRow *self)
{
  g_return_if_fail (GEOAT_IS_ACTION_PLAN_ROW (self));

  if (self->action == NULL)
    return;

  geoat_status_field_unbind (self->status);
  geoat_date_field_unbind (self->start);
  geoat_date_field_unbind (self->due);
  g_clear_signal_handler (&self->action_handler, self->action);
  g_clear_object (&self->action);
  g_clear_object (&self->perspective);
}
