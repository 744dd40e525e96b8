/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The status of an action in a list. A GtkDropDown builds its popover and the list in it for every
 * row; here the popover is built when it is first asked for. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-status-field.h"

#include "geoat-accessible.h"

#include <glib/gi18n.h>

struct _GeoatStatusField
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkLabel *label;
  GtkWidget *popover;
  GtkWidget *choices[GEOAT_N_STATUSES];

  GeoatPerspective *perspective;
  GeoatAction *action;
  gulong action_handler;
};

G_DEFINE_FINAL_TYPE (GeoatStatusField, geoat_status_field, GTK_TYPE_WIDGET)

static void
update (GeoatStatusField *self)
{
  const char *status = geoat_status_get_title (geoat_action_get_status (self->action));
  g_autofree char *name = NULL;

  gtk_label_set_text (self->label, status);
  /* Translators: the status of an activity, for a screen reader: "Status: In progress" */
  name = g_strdup_printf (_ ("Status: %s"), status);
  geoat_accessible_set_name (self->button, name);
}

static void
choice_clicked_cb (GeoatStatusField *self, GtkWidget *choice)
{
  GDate today;

  gtk_popover_popdown (GTK_POPOVER (self->popover));
  if (self->action == NULL)
    return;

  geoat_perspective_get_today (self->perspective, &today);
  for (int i = 0; i < GEOAT_N_STATUSES; i++)
    if (self->choices[i] == choice)
      geoat_history_set_status (geoat_perspective_get_history (self->perspective), self->action,
                                (GeoatStatus) i, &today);
}

/* Of itself GTK gives the focus to the row. */
static void
closed_cb (GeoatStatusField *self)
{
  gtk_widget_grab_focus (self->button);
}

static void
create_popover (GeoatStatusField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 0);

  for (int i = 0; i < GEOAT_N_STATUSES; i++)
    {
      GtkWidget *choice = gtk_button_new_with_label (geoat_status_get_title ((GeoatStatus) i));
      GtkWidget *label = gtk_button_get_child (GTK_BUTTON (choice));

      gtk_label_set_xalign (GTK_LABEL (label), 0);
      gtk_widget_add_css_class (choice, "flat");
      g_signal_connect_swapped (choice, "clicked", G_CALLBACK (choice_clicked_cb), self);
      gtk_box_append (GTK_BOX (box), choice);
      self->choices[i] = choice;
    }

  self->popover = gtk_popover_new ();
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  gtk_widget_add_css_class (self->popover, "menu");
  geoat_accessible_set_name (self->popover, _ ("Status"));
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (closed_cb), self);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
clicked_cb (GeoatStatusField *self)
{
  if (self->action == NULL)
    return;

  if (self->popover == NULL)
    create_popover (self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
  gtk_widget_grab_focus (self->choices[geoat_action_get_status (self->action)]);
}

static void
geoat_status_field_dispose (GObject *object)
{
  GeoatStatusField *self = GEOAT_STATUS_FIELD (object);

  geoat_status_field_unbind (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);

  G_OBJECT_CLASS (geoat_status_field_parent_class)->dispose (object);
}

static void
geoat_status_field_class_init (GeoatStatusFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_status_field_dispose;

  gtk_widget_class_set_css_name (widget_class, "statusfield");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
geoat_status_field_init (GeoatStatusField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *label = gtk_label_new (NULL);

  self->label = GTK_LABEL (label);
  gtk_label_set_xalign (self->label, 0);
  gtk_widget_set_hexpand (label, TRUE);
  gtk_box_append (GTK_BOX (box), label);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("pan-down-symbolic"));
  self->button = gtk_button_new ();
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * geoat_status_field_new:
 *
 * Returns: (transfer floating): a button that shows no status yet
 */
GtkWidget *
geoat_status_field_new (void)
{
  return g_object_new (GEOAT_TYPE_STATUS_FIELD, NULL);
}

/**
 * geoat_status_field_bind:
 * @self: a status field
 * @perspective: what the window looks at
 * @action: an action of its plan
 *
 * Shows the status of @action, which can be changed while the last round is shown.
 */
void
geoat_status_field_bind (GeoatStatusField *self, GeoatPerspective *perspective, GeoatAction *action)
{
  g_return_if_fail (GEOAT_IS_STATUS_FIELD (self));
  g_return_if_fail (GEOAT_IS_PERSPECTIVE (perspective));
  g_return_if_fail (GEOAT_IS_ACTION (action));

  geoat_status_field_unbind (self);
  self->perspective = g_object_ref (perspective);
  self->action = g_object_ref (action);
  self->action_handler =
      g_signal_connect_swapped (action, "notify::status", G_CALLBACK (update), self);
  gtk_widget_set_sensitive (self->button, geoat_perspective_get_can_edit (perspective));
  update (self);
}

/**
 * geoat_status_field_unbind:
 * @self: a status field
 *
 * Lets go of the action.
 */
void
geoat_status_field_unbind (GeoatStatusField *self)
{
  g_return_if_fail (GEOAT_IS_STATUS_FIELD (self));

  if (self->action != NULL)
    g_clear_signal_handler (&self->action_handler, self->action);
  g_clear_object (&self->action);
  g_clear_object (&self->perspective);
}
