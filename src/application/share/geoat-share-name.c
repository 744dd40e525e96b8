/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Asks for the name under which a choice of what to share is kept. No two choices get one name: the
 * names of those that are always there cannot be taken, and before one that was kept is replaced,
 * it is asked. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-share-name.h"

#include "geoat-accessible.h"
#include "geoat-message.h"
#include "geoat-share-memory.h"

#include "geoat-sharing.h"

#include <glib/gi18n.h>

/* What is asked: both dialogs have one. */
typedef struct
{
  GSettings *settings;
  GeoatShareNameUse use;
  GtkWindow *parent; /* not owned: it outlives its dialogs */
  GtkWidget *entry;
  GtkWidget *note;
  char *name; /* in the second dialog */
} Question;

static void
question_free (gpointer data)
{
  Question *question = data;

  g_object_unref (question->settings);
  g_free (question->name);
  g_free (question);
}

static Question *
add_question (GtkWidget *dialog, GtkWindow *parent, GSettings *settings, GeoatShareNameUse use)
{
  Question *question = g_new0 (Question, 1);

  question->settings = g_object_ref (settings);
  question->use = use;
  question->parent = parent;
  g_object_set_data_full (G_OBJECT (dialog), "question", question, question_free);
  return question;
}

static Question *
get_question (gpointer dialog)
{
  return g_object_get_data (G_OBJECT (dialog), "question");
}

static char *
get_typed (Question *question)
{
  return g_strstrip (g_strdup (gtk_editable_get_text (GTK_EDITABLE (question->entry))));
}

/* Whether a choice of that name is always there. */
static gboolean
is_fixed (const char *name)
{
  guint n;
  const GeoatSharingPreset *presets = geoat_sharing_get_presets (&n);

  for (guint i = 0; i < n; i++)
    if (geoat_share_memory_is_same_name (_ (presets[i].title), name))
      return TRUE;
  return geoat_share_memory_is_same_name (geoat_share_name_get_own (), name);
}

static void
replace_response_cb (GObject *object, const char *response, GtkWidget *dialog)
{
  Question *question = get_question (dialog);

  if (g_str_equal (response, "replace"))
    question->use (object, question->name);
}

static void
ask_to_replace (Question *before, const char *kept, const char *name, GObject *object)
{
  g_autofree char *heading = g_strdup_printf (_ ("Replace “%s”?"), kept);
  GtkWidget *dialog = geoat_message_new_question (
      before->parent, heading,
      _ ("A choice of that name is kept already. What it includes and leaves out is lost."),
      "replace", _ ("_Replace"), ADW_RESPONSE_DESTRUCTIVE);
  Question *question = add_question (dialog, before->parent, before->settings, before->use);

  question->name = g_strdup (name);
  g_signal_connect_object (dialog, "response", G_CALLBACK (replace_response_cb), object,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
keep_response_cb (GObject *object, const char *response, GtkWidget *dialog)
{
  Question *question = get_question (dialog);
  g_autofree char *name = get_typed (question);
  g_autofree char *kept = NULL;

  if (!g_str_equal (response, "keep") || *name == '\0' || is_fixed (name))
    return;
  kept = geoat_share_memory_find_kept (question->settings, name);
  if (kept != NULL)
    ask_to_replace (question, kept, name, object);
  else
    question->use (object, name);
}

static void
name_changed_cb (GtkWidget *dialog)
{
  Question *question = get_question (dialog);
  g_autofree char *name = get_typed (question);
  gboolean fixed = is_fixed (name);
  g_autofree char *note =
      fixed ? g_strdup_printf (_ ("“%s” is always in the list. Take another name."), name) : NULL;

  gtk_label_set_text (GTK_LABEL (question->note), note != NULL ? note : "");
  gtk_widget_set_visible (question->note, fixed);
  geoat_accessible_set_description (question->entry, note != NULL ? note : "");
  if (fixed)
    gtk_widget_add_css_class (question->entry, "error");
  else
    gtk_widget_remove_css_class (question->entry, "error");
  gtk_accessible_update_state (GTK_ACCESSIBLE (question->entry), GTK_ACCESSIBLE_STATE_INVALID,
                               fixed ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE,
                               -1);
  adw_message_dialog_set_response_enabled (ADW_MESSAGE_DIALOG (dialog), "keep",
                                           *name != '\0' && !fixed);
}

/**
 * geoat_share_name_ask:
 * @parent: the window that asks
 * @settings: the settings of the application
 * @use: what to do with the name
 * @object: (type GObject): what is given to @use; nothing is done when it is gone by then
 *
 * Asks for a name, and when a choice was kept under it, whether that is to be replaced. @use is
 * called unless people think better of it.
 */
void
geoat_share_name_ask (GtkWindow *parent,
                      GSettings *settings,
                      GeoatShareNameUse use,
                      gpointer object)
{
  GtkWidget *dialog, *box;
  Question *question;

  g_return_if_fail (GTK_IS_WINDOW (parent));
  g_return_if_fail (G_IS_SETTINGS (settings));
  g_return_if_fail (use != NULL);
  g_return_if_fail (G_IS_OBJECT (object));

  dialog = geoat_message_new_question (
      parent, _ ("Keep This Choice"),
      _ ("What is included and what is left out is kept under this name, for all plans."), "keep",
      _ ("_Keep"), ADW_RESPONSE_SUGGESTED);
  question = add_question (dialog, parent, settings, use);
  box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);

  question->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (question->entry),
                                  _ ("Who it is for, such as a ministry"));
  gtk_entry_set_activates_default (GTK_ENTRY (question->entry), TRUE);
  geoat_accessible_set_name (question->entry, _ ("Name of the choice"));
  gtk_box_append (GTK_BOX (box), question->entry);

  question->note = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (question->note), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (question->note), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_max_width_chars (GTK_LABEL (question->note), 40);
  gtk_label_set_xalign (GTK_LABEL (question->note), 0);
  gtk_widget_add_css_class (question->note, "error");
  gtk_box_append (GTK_BOX (box), question->note);

  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), box);
  name_changed_cb (dialog);
  g_signal_connect_object (question->entry, "changed", G_CALLBACK (name_changed_cb), dialog,
                           G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (keep_response_cb), object,
                           G_CONNECT_SWAPPED);
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (question->entry);
}

/**
 * geoat_share_name_get_own:
 *
 * Returns: (transfer none): what the choice is called that has no name of its own
 */
const char *
geoat_share_name_get_own (void)
{
  return _ ("Your own choice");
}
