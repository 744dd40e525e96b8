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
 *
 * Makes a toast that says @text and offers to undo it.
 *
 * Returns: (transfer full): the toast
 */
AdwToast *
geoat_toast_new_with_undo (const char *text, const char *action)
{
  AdwToast *toast = geoat_toast_new (text);

  adw_toast_set_button_label (toast, _ ("_Undo"));
  adw_toast_set_action_name (toast, action);
  return toast;
}
