/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What can be done in a window, apart from what concerns its file. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-window-private.h"

#include "geoat-announce.h"
#include "geoat-entry-order.h"
#include "geoat-plan-details-window.h"
#include "geoat-toast.h"

#include <glib/gi18n.h>

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  geoat_history_undo (geoat_document_get_history (GEOAT_WINDOW (widget)->document));
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  geoat_history_redo (geoat_document_get_history (GEOAT_WINDOW (widget)->document));
}

static void
toggle_sidebar_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatWindow *self = GEOAT_WINDOW (widget);
  gboolean reveal = !adw_flap_get_reveal_flap (self->flap);

  adw_flap_set_reveal_flap (self->flap, reveal);
  if (reveal)
    gtk_widget_child_focus (GTK_WIDGET (self->sidebar), GTK_DIR_TAB_FORWARD);
}

static void
find_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatWindow *self = GEOAT_WINDOW (widget);

  adw_flap_set_reveal_flap (self->flap, TRUE);
  geoat_sidebar_find (self->sidebar);
}

/* Without a plan the menu is that of the welcome page, which GTK finds by itself. */
static gboolean
open_menu_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  GeoatWindow *self = GEOAT_WINDOW (widget);

  if (self->document == NULL)
    return FALSE;

  adw_flap_set_reveal_flap (self->flap, TRUE);
  geoat_sidebar_open_menu (self->sidebar);
  return TRUE;
}

static void
find_next_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  geoat_sidebar_find_step (GEOAT_WINDOW (widget)->sidebar, 1);
}

static void
find_previous_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  geoat_sidebar_find_step (GEOAT_WINDOW (widget)->sidebar, -1);
}

static void
next_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  geoat_sidebar_step (GEOAT_WINDOW (widget)->sidebar, 1);
}

static void
previous_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  geoat_sidebar_step (GEOAT_WINDOW (widget)->sidebar, -1);
}

static void
show_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  geoat_window_show_page (GEOAT_WINDOW (widget), g_variant_get_string (parameter, NULL));
}

/* From a row of the sidebar into the page that it shows. */
static void
focus_page_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatWindow *self = GEOAT_WINDOW (widget);

  geoat_page_focus_content (GEOAT_PAGE (gtk_stack_get_visible_child (self->pages)));
}

/* From wherever the focus is; a page with indicators knows which of them has it. */
static void
next_not_assessed_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatWindow *self = GEOAT_WINDOW (widget);
  GeoatFramework *framework;
  GeoatEntry *next;

  if (!geoat_perspective_get_can_rate (self->perspective) ||
      gtk_widget_activate_action (gtk_stack_get_visible_child (self->pages),
                                  "page.next-not-assessed", NULL))
    return;

  framework = geoat_perspective_get_framework (self->perspective);
  next =
      geoat_entry_order_next_not_assessed (geoat_perspective_get_plan (self->perspective),
                                           geoat_perspective_get_round (self->perspective),
                                           geoat_framework_get_key_element_id (framework, 0), NULL);
  if (next != NULL)
    geoat_window_reveal (self, GEOAT_ITEM (next), GEOAT_FIELD_NONE);
  else
    geoat_announce (GTK_WIDGET (self), _ ("All indicators are assessed"));
}

static void
plan_details_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  geoat_window_show_details (GEOAT_WINDOW (widget), NULL);
}

static void
show_last_round_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatWindow *self = GEOAT_WINDOW (widget);

  geoat_perspective_set_round (
      self->perspective, geoat_plan_get_last_round (geoat_document_get_plan (self->document)));
}

/* GTK 4.8 ends the program when a screen reader asks for a window that is gone and the youngest one
 * was never shown (GetChildAtIndex of the application). GtkApplication would make this one with
 * each window, to wait for its day; so it is made when it is asked for, and ends when it is closed.
 */
static void
show_shortcuts_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  g_autoptr (GtkBuilder) builder = gtk_builder_new_from_resource (
      "/io/github/geoat_planner/GeoatPlanner/geoat-shortcuts-window.ui");
  GtkWindow *shortcuts = GTK_WINDOW (gtk_builder_get_object (builder, "shortcuts"));

  /* It finds the keys of the actions through the window that it is the overlay of. */
  gtk_application_window_set_help_overlay (GTK_APPLICATION_WINDOW (widget),
                                           GTK_SHORTCUTS_WINDOW (shortcuts));
  gtk_window_set_hide_on_close (shortcuts, FALSE);
  gtk_window_present (shortcuts);
}

static void
toast_dismissed_cb (AdwToast *toast, GeoatWindow *self)
{
  if (self->toast == toast)
    g_clear_object (&self->toast);
}

static void
announce_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatWindow *self = GEOAT_WINDOW (widget);
  const char *text, *label, *action;
  AdwToast *toast;

  g_variant_get (parameter, "(&s&s&s)", &text, &label, &action);
  if (self->document != NULL && g_str_equal (action, GEOAT_ANNOUNCE_UNDO))
    toast = geoat_toast_new_with_undo (text, action, geoat_document_get_plan (self->document));
  else
    toast = geoat_toast_new (text);
  if (*label != '\0' && adw_toast_get_button_label (toast) == NULL)
    {
      /* Long enough to read a name and reach the button. */
      adw_toast_set_timeout (toast, 10);
      adw_toast_set_button_label (toast, label);
      adw_toast_set_detailed_action_name (toast, action);
    }

  /* What is said now matters more than what was said before. */
  if (self->toast != NULL)
    adw_toast_dismiss (self->toast);
  g_set_object (&self->toast, toast);
  g_signal_connect_object (toast, "dismissed", G_CALLBACK (toast_dismissed_cb), self, 0);
  adw_toast_overlay_add_toast (self->toasts, toast);
}

/* With no plan there is nothing that these could act on. */
void
geoat_window_update_actions (GeoatWindow *self)
{
  static const char *const names[] = {
    "win.find",          "win.find-next",        "win.find-previous", "win.save-as",
    "win.save-copy",     "win.toggle-sidebar",   "win.next-page",     "win.show-page",
    "win.previous-page", "win.show-versions",    "win.plan-details",  "win.show-last-round",
    "win.focus-page",    "win.next-not-assessed"
  };

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), names[i], self->document != NULL);
  geoat_window_import_update (self);
  geoat_window_print_update (self);
  geoat_window_rounds_update (self);
  geoat_window_share_update (self);

  if (self->document == NULL)
    {
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", FALSE);
      gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", FALSE);
    }
}

/* Puts the actions of a window on its class. */
void
geoat_window_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_install_action (widget_class, "win.toggle-sidebar", NULL, toggle_sidebar_action);
  gtk_widget_class_install_action (widget_class, "win.find", NULL, find_action);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F10, 0, open_menu_cb, NULL);
  gtk_widget_class_install_action (widget_class, "win.find-next", NULL, find_next_action);
  gtk_widget_class_install_action (widget_class, "win.find-previous", NULL, find_previous_action);
  gtk_widget_class_install_action (widget_class, "win.next-page", NULL, next_page_action);
  gtk_widget_class_install_action (widget_class, "win.previous-page", NULL, previous_page_action);
  gtk_widget_class_install_action (widget_class, "win.focus-page", NULL, focus_page_action);
  gtk_widget_class_install_action (widget_class, "win.next-not-assessed", NULL,
                                   next_not_assessed_action);
  gtk_widget_class_install_action (widget_class, "win.show-page", "s", show_page_action);
  gtk_widget_class_install_action (widget_class, GEOAT_ANNOUNCE_ACTION, GEOAT_ANNOUNCE_TYPE,
                                   announce_action);
  gtk_widget_class_install_action (widget_class, "win.plan-details", NULL, plan_details_action);
  gtk_widget_class_install_action (widget_class, "win.show-last-round", NULL,
                                   show_last_round_action);
  gtk_widget_class_install_action (widget_class, "win.show-shortcuts", NULL, show_shortcuts_action);
  geoat_window_file_install_actions (widget_class);
  geoat_window_import_install_actions (widget_class);
  geoat_window_print_install_actions (widget_class);
  geoat_window_rounds_install_actions (widget_class);
  geoat_window_share_install_actions (widget_class);
  geoat_window_safety_install_actions (widget_class);
}

/* Shows the details of the plan; with @item (nullable) the place where that is. */
void
geoat_window_show_details (GeoatWindow *self, GeoatItem *item)
{
  if (self->details == NULL)
    {
      g_set_weak_pointer (&self->details, geoat_plan_details_window_new (self->perspective));
      gtk_window_set_transient_for (GTK_WINDOW (self->details), GTK_WINDOW (self));
    }

  if (item != NULL)
    geoat_plan_details_window_reveal (GEOAT_PLAN_DETAILS_WINDOW (self->details), item);
  gtk_window_present (GTK_WINDOW (self->details));
}
