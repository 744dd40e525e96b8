/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said in passing: the one way there from every widget of a window. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-announce.h"

#include <glib/gi18n-lib.h>

/**
 * geoat_announce:
 * @widget: a widget in a window that has a plan
 * @text: what has happened, as plain text
 *
 * Says @text in passing.
 */
void
geoat_announce (GtkWidget *widget, const char *text)
{
  geoat_announce_with_button (widget, text, "", "");
}

/**
 * geoat_announce_with_undo:
 * @widget: a widget in a window that has a plan
 * @text: what has happened, as plain text
 *
 * Says @text, and offers to undo the last step until the plan changes again.
 */
void
geoat_announce_with_undo (GtkWidget *widget, const char *text)
{
  geoat_announce_with_button (widget, text, _ ("_Undo"), GEOAT_ANNOUNCE_UNDO);
}

/**
 * geoat_announce_with_button:
 * @widget: a widget in a window that has a plan
 * @text: what has happened, as plain text
 * @label: the label of a button, or "" for no button
 * @detailed_action: what the button does: an action of the window and its target
 *
 * Says @text beside a button.
 */
void
geoat_announce_with_button (GtkWidget *widget,
                            const char *text,
                            const char *label,
                            const char *detailed_action)
{
  g_return_if_fail (GTK_IS_WIDGET (widget));
  g_return_if_fail (text != NULL && label != NULL && detailed_action != NULL);

  gtk_widget_activate_action (widget, GEOAT_ANNOUNCE_ACTION, GEOAT_ANNOUNCE_TYPE, text, label,
                              detailed_action);
}
