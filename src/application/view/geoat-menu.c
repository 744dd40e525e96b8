/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Menus that are built when they are opened: a page has one for each indicator and activity, and
 * some thirty widgets in each. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-accessible.h"
#include "geoat-menu.h"

static void
create_popup_cb (GtkMenuButton *button, gpointer data)
{
  if (gtk_menu_button_get_menu_model (button) == NULL)
    gtk_menu_button_set_menu_model (button, G_MENU_MODEL (data));
}

/**
 * geoat_menu_button_set_lazy_model:
 * @button: a menu button
 * @model: its menu
 * @name: its name for screen readers
 *
 * Gives a button a menu whose widgets are made when it is first opened.
 */
void
geoat_menu_button_set_lazy_model (GtkMenuButton *button, GMenuModel *model, const char *name)
{
  g_return_if_fail (GTK_IS_MENU_BUTTON (button));
  g_return_if_fail (G_IS_MENU_MODEL (model));

  gtk_menu_button_set_create_popup_func (button, create_popup_cb, g_object_ref (model),
                                         g_object_unref);
  geoat_accessible_set_name (GTK_WIDGET (button), name);
}
