/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages that stop everything else in a window until they are answered. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-message.h"

#include <glib/gi18n.h>

/**
 * geoat_message_show:
 * @parent: a window
 * @heading: what did not work
 * @body: why, and what can be done
 *
 * Tells something that can only be taken note of.
 */
void
geoat_message_show (GtkWindow *parent, const char *heading, const char *body)
{
  GtkWidget *dialog = adw_message_dialog_new (parent, heading, body);

  adw_message_dialog_add_response (ADW_MESSAGE_DIALOG (dialog), "close", _ ("_Close"));
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * geoat_message_new_question:
 * @parent: a window
 * @heading: the question
 * @body: (nullable): what the answer leads to
 * @response: the id of the response that does it
 * @label: its button, with a mnemonic
 * @appearance: of that button; what is suggested is what Return does
 *
 * Asks whether something is to be done. The response is @response or "cancel", which Escape is too.
 *
 * Returns: (transfer floating): an #AdwMessageDialog to be presented
 */
GtkWidget *
geoat_message_new_question (GtkWindow *parent,
                            const char *heading,
                            const char *body,
                            const char *response,
                            const char *label,
                            AdwResponseAppearance appearance)
{
  GtkWidget *widget = adw_message_dialog_new (parent, heading, body);
  AdwMessageDialog *dialog = ADW_MESSAGE_DIALOG (widget);

  adw_message_dialog_add_responses (dialog, "cancel", _ ("_Cancel"), response, label, NULL);
  adw_message_dialog_set_response_appearance (dialog, response, appearance);
  if (appearance == ADW_RESPONSE_SUGGESTED)
    adw_message_dialog_set_default_response (dialog, response);
  adw_message_dialog_set_close_response (dialog, "cancel");
  return widget;
}
