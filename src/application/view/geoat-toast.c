/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Toasts. libadwaita takes their title for Pango markup, and before its version 1.4 there is no way
 * to say otherwise: people's own words, which may hold "&" and "<", are escaped here. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geoat-toast.h"

/**
 * geoat_toast_new:
 * @text: what has happened, as plain text
 *
 * Makes a toast that says @text as it is written.
 *
 * Returns: (transfer full): the toast
 */
AdwToast *
geoat_toast_new (const char *text)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (text != NULL, NULL);

  title = g_markup_escape_text (text, -1);
  return adw_toast_new (title);
}

/**
 * geoat_toast_new_with_undo:
 * @text: what has happened, as plain text
 * @action: the action that undoes it, such as "win.undo"
 * @plan: the plan in which it has happened
 *
 * Makes a toast that says @text and offers to undo it, until @plan changes again: what @action
 * would undo then is something else.
 *
 * Returns: (transfer full): the toast
 */
AdwToast *
geoat_toast_new_with_undo (const char *text, const char *action, GeoatPlan *plan)
{
  AdwToast *toast = geoat_toast_new (text);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, action);
  g_signal_connect_object (plan, "changed", G_CALLBACK (adw_toast_dismiss), toast,
                           G_CONNECT_SWAPPED);
  return toast;
}
