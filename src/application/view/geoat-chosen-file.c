/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A file that is chosen in order to be written. The file chooser asks before a file of the name
 * that was typed is replaced; when an extension was added to it, nobody has been asked yet. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-chosen-file.h"

#include "geoat-screen-text.h"
#include "geoat-message.h"

#include <glib/gi18n.h>

/* What is to be done when the answer comes. */
typedef struct
{
  GFile *file;
  GeoatChosenFileUse use;
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->file);
  g_free (question);
}

static void
response_cb (GObject *object, const char *response, GtkWidget *dialog)
{
  Question *question = g_object_get_data (G_OBJECT (dialog), "question");

  question->use (object, g_str_equal (response, "replace") ? question->file : NULL);
}

static void
ask_to_replace (GFile *file, GtkWindow *parent, GeoatChosenFileUse use, gpointer object)
{
  g_autofree char *name = geoat_screen_text_for_file (file);
  g_autofree char *heading = g_strdup_printf (_ ("Replace “%s”?"), name);
  GtkWidget *dialog = geoat_message_new_question (
      parent, heading, _ ("There is a file of that name already. What is in it is lost."),
      "replace", _ ("_Replace"), ADW_RESPONSE_DESTRUCTIVE);
  Question *question = g_new0 (Question, 1);

  question->file = g_object_ref (file);
  question->use = use;
  g_object_set_data_full (G_OBJECT (dialog), "question", question, question_free);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), object, G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

/**
 * geoat_chosen_file_create_chooser:
 * @parent: the window that asks
 * @title: what is asked
 * @name: a name for the file
 * @beside: (nullable): a file in whose folder it may have its place
 *
 * Returns: (transfer full): a file chooser to be shown; who gets its response lets go of it
 */
GtkFileChooserNative *
geoat_chosen_file_create_chooser (GtkWindow *parent,
                                  const char *title,
                                  const char *name,
                                  GFile *beside)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_SAVE, _ ("_Save"), _ ("_Cancel"));
  g_autoptr (GFile) folder = beside == NULL ? NULL : g_file_get_parent (beside);

  if (folder != NULL)
    gtk_file_chooser_set_current_folder (GTK_FILE_CHOOSER (chooser), folder, NULL);
  gtk_file_chooser_set_current_name (GTK_FILE_CHOOSER (chooser), name);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  return chooser;
}

/**
 * geoat_chosen_file_use:
 * @chosen: a file as the file chooser gave it
 * @name: its own name, or that with an extension
 * @parent: the window that asks, if it has to
 * @use: what to do with the file
 * @object: (type GObject): what is given to @use; nothing is done when it is gone by then
 *
 * Calls @use with the file of that @name in the folder of @chosen: at once, or when it is not
 * @chosen and there already, after asking whether it may be replaced.
 */
void
geoat_chosen_file_use (
    GFile *chosen, const char *name, GtkWindow *parent, GeoatChosenFileUse use, gpointer object)
{
  g_autoptr (GFile) folder = NULL;
  g_autoptr (GFile) file = NULL;

  g_return_if_fail (G_IS_FILE (chosen));
  g_return_if_fail (name != NULL);
  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (use != NULL);
  g_return_if_fail (G_IS_OBJECT (object));

  folder = g_file_get_parent (chosen);
  file = folder == NULL ? g_object_ref (chosen) : g_file_get_child (folder, name);
  if (!g_file_equal (file, chosen) && g_file_query_exists (file, NULL))
    ask_to_replace (file, parent, use, object);
  else
    use (object, file);
}
