/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The question before a file is replaced. The file chooser asks about a name as it was typed; this
 * one is for a name to which an extension was added. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-replace-dialog.h"

#include "geoat-labels.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/**
 * geoat_replace_dialog_new:
 * @parent: the window that is to write
 * @file: a file that is there already
 *
 * Asks whether @file may be replaced. The answer is the response "replace" or "cancel" of the
 * #AdwMessageDialog.
 *
 * Returns: (transfer floating): a window to be presented
 */
GtkWidget *
geoat_replace_dialog_new (GtkWindow *parent, GFile *file)
{
  g_autofree char *name = NULL;
  g_autofree char *heading = NULL;
  GtkWidget *dialog;

  g_return_val_if_fail (GTK_IS_WINDOW (parent), NULL);
  g_return_val_if_fail (G_IS_FILE (file), NULL);

  name = geoat_label_get_file_name (file);
  heading = g_strdup_printf (_ ("Replace “%s”?"), name);
  dialog = adw_message_dialog_new (
      parent, heading, _ ("There is a file of that name already. What is in it is lost."));
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _ ("_Cancel"), "replace",
                                    _ ("_Replace"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "replace",
                                              ADW_RESPONSE_DESTRUCTIVE);
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  return dialog;
}
