/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The rounds of a window's plan as commands: open another, close and reopen the last, rename the
 * one that is shown. Each is one step that Undo takes back, which the toast offers at once. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-window-private.h"

#include "geoat-change.h"

#include "geoat-accessible.h"
#include "geoat-announce.h"
#include "geoat-message.h"

#include <glib/gi18n.h>

static GeoatPlan *
get_plan (GeoatWindow *self)
{
  return geoat_document_get_plan (self->document);
}

static GeoatHistory *
get_history (GeoatWindow *self)
{
  return geoat_document_get_history (self->document);
}

static void
announce (GeoatWindow *self, const char *format, GeoatRound *round)
{
  g_autoptr (GString) text = g_string_new (format);

  g_string_replace (text, "%s", geoat_round_get_title (round), 1);
  geoat_announce_with_undo (GTK_WIDGET (self), text->str);
}

static void
title_changed_cb (GtkEditable *entry, AdwMessageDialog *dialog)
{
  g_autofree char *title = g_strstrip (g_strdup (gtk_editable_get_text (entry)));

  adw_message_dialog_set_response_enabled (dialog, "apply", *title != '\0');
}

/* Asks for the title of a round. The answer is in the entry, which the dialog keeps as "entry". */
static void
ask_for_title (GeoatWindow *self,
               const char *heading,
               const char *body,
               const char *apply,
               const char *title,
               GCallback response_cb)
{
  GtkWidget *dialog = geoat_message_new_question (GTK_WINDOW (self), heading, body, "apply", apply,
                                                  ADW_RESPONSE_SUGGESTED);
  GtkWidget *entry = gtk_entry_new ();

  gtk_editable_set_text (GTK_EDITABLE (entry), title);
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  geoat_accessible_set_name (entry, _ ("Title of the round"));
  g_signal_connect (entry, "changed", G_CALLBACK (title_changed_cb), dialog);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  g_object_set_data (G_OBJECT (dialog), "entry", entry);
  gtk_window_set_focus (GTK_WINDOW (dialog), entry);

  g_signal_connect_object (dialog, "response", response_cb, self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static char *
get_title (AdwMessageDialog *dialog)
{
  GtkEditable *entry = g_object_get_data (G_OBJECT (dialog), "entry");

  return g_strstrip (g_strdup (gtk_editable_get_text (entry)));
}

static void
open_response_cb (AdwMessageDialog *dialog, const char *response, GeoatWindow *self)
{
  g_autofree char *title = get_title (dialog);
  GeoatRound *round;
  GDate today;

  if (!g_str_equal (response, "apply") || self->document == NULL || *title == '\0')
    return;

  geoat_perspective_get_today (self->perspective, &today);
  round = geoat_history_open_round (get_history (self), title, &today);
  geoat_perspective_set_round (self->perspective, round);
  /* Translators: %s is the title of a round */
  announce (self, _ ("“%s” is open. Its levels are carried from the round before."), round);
}

static gboolean
is_taken (GeoatPlan *plan, const char *title)
{
  GListModel *rounds = geoat_plan_get_rounds (plan);

  for (guint i = 0; i < g_list_model_get_n_items (rounds); i++)
    {
      g_autoptr (GeoatRound) round = g_list_model_get_item (rounds, i);

      if (g_str_equal (geoat_round_get_title (round), title))
        return TRUE;
    }
  return FALSE;
}

/* A title for the next round that no round has yet. */
static char *
suggest_title (GeoatWindow *self)
{
  g_autofree char *title = NULL;
  GDate today;

  geoat_perspective_get_today (self->perspective, &today);
  /* Translators: title of a further round of assessment, with its year */
  title = g_strdup_printf (_ ("Review %d"), g_date_get_year (&today));
  for (int number = 2; is_taken (get_plan (self), title); number++)
    {
      g_free (title);
      /* Translators: as before, with a number: there is a round of that year already */
      title = g_strdup_printf (_ ("Review %d (%d)"), g_date_get_year (&today), number);
    }
  return g_steal_pointer (&title);
}

static void
open_round_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatWindow *self = GEOAT_WINDOW (widget);
  GeoatRound *last = geoat_plan_get_last_round (get_plan (self));
  g_autofree char *body = NULL;
  g_autofree char *title = NULL;

  title = suggest_title (self);
  if (geoat_round_is_closed (last))
    body = g_strdup_printf (_ ("It starts with the levels of “%s”, marked as carried until "
                               "somebody confirms or changes them."),
                            geoat_round_get_title (last));
  else
    body = g_strdup_printf (_ ("“%s” is closed and becomes read-only. The new round starts with "
                               "its levels, marked as carried until somebody confirms or changes "
                               "them."),
                            geoat_round_get_title (last));
  ask_for_title (self, _ ("Open a New Round"), body, _ ("_Open Round"), title,
                 G_CALLBACK (open_response_cb));
}

static void
rename_response_cb (AdwMessageDialog *dialog, const char *response, GeoatWindow *self)
{
  g_autofree char *title = get_title (dialog);

  if (!g_str_equal (response, "apply") || self->document == NULL || *title == '\0')
    return;

  geoat_history_break (get_history (self));
  geoat_history_set_text (get_history (self),
                          GEOAT_ITEM (geoat_perspective_get_round (self->perspective)),
                          GEOAT_FIELD_ROUND_TITLE, title);
  geoat_history_break (get_history (self));
}

static void
rename_round_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatWindow *self = GEOAT_WINDOW (widget);

  ask_for_title (self, _ ("Rename Round"), NULL, _ ("_Rename"),
                 geoat_round_get_title (geoat_perspective_get_round (self->perspective)),
                 G_CALLBACK (rename_response_cb));
}

static void
close_round_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatWindow *self = GEOAT_WINDOW (widget);
  GDate today;

  geoat_perspective_get_today (self->perspective, &today);
  geoat_history_close_round (get_history (self), &today);
  /* Translators: %s is the title of a round */
  announce (self, _ ("“%s” is closed. Its levels can no longer be changed."),
            geoat_plan_get_last_round (get_plan (self)));
}

static void
reopen_round_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatWindow *self = GEOAT_WINDOW (widget);

  geoat_history_reopen_round (get_history (self));
  /* Translators: %s is the title of a round */
  announce (self, _ ("“%s” is open again."), geoat_plan_get_last_round (get_plan (self)));
}

/* Brings the commands in line with what the plan allows; after the window has got a document, or
 * has none. */
void
geoat_window_rounds_update (GeoatWindow *self)
{
  gboolean has_plan = self->document != NULL;
  gboolean is_open = has_plan && geoat_plan_can_rate (get_plan (self));

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.open-round", has_plan);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.rename-round", has_plan);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.close-round", is_open);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.reopen-round", has_plan && !is_open);
}

/* The plan has changed. */
void
geoat_window_rounds_changed (GeoatWindow *self, const GeoatChange *change)
{
  if (geoat_item_get_part (change->item) != GEOAT_PART_ROUND)
    return;
  geoat_window_rounds_update (self);
  geoat_window_import_update (self);
}

void
geoat_window_rounds_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.open-round", NULL, open_round_action);
  gtk_widget_class_install_action (widget_class, "win.close-round", NULL, close_round_action);
  gtk_widget_class_install_action (widget_class, "win.reopen-round", NULL, reopen_round_action);
  gtk_widget_class_install_action (widget_class, "win.rename-round", NULL, rename_round_action);
}
