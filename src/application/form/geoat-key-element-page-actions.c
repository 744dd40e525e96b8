/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What can be done on the key element page as a whole. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geoat-action-row.h"
#include "geoat-announce.h"
#include "geoat-entry-card.h"
#include "geoat-entry-order.h"
#include "geoat-key-element-page-private.h"
#include "geoat-paste.h"
#include "geoat-starters.h"
#include "geoat-accessible.h"
#include "geoat-message.h"

static GeoatHistory *
get_history (GeoatKeyElementPage *self)
{
  return geoat_perspective_get_history (self->perspective);
}

static int
get_position (GeoatKeyElementPage *self)
{
  return geoat_framework_find_key_element (geoat_perspective_get_framework (self->perspective),
                                           self->key_element);
}

static GPtrArray *
list_entries (GeoatKeyElementPage *self)
{
  return geoat_entry_order_list (geoat_perspective_get_plan (self->perspective),
                                 geoat_perspective_get_round (self->perspective),
                                 self->key_element);
}

static void
add_indicator_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatKeyElementPage *self = GEOAT_KEY_ELEMENT_PAGE (widget);
  g_autoptr (GeoatEntry) entry = geoat_entry_new (self->key_element, "", "");

  geoat_history_break (get_history (self));
  geoat_history_add_entry (get_history (self), entry, G_MAXUINT);
  geoat_key_element_page_reveal (self, GEOAT_ITEM (entry), GEOAT_FIELD_INDICATOR);
}

static void
add_starter_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatKeyElementPage *self = GEOAT_KEY_ELEMENT_PAGE (widget);
  GeoatEntry *entry;

  geoat_history_break (get_history (self));
  entry = geoat_history_add_starter (get_history (self), (guint) get_position (self),
                                     g_variant_get_uint32 (parameter));
  gtk_popover_popdown (adw_split_button_get_popover (self->add));
  geoat_key_element_page_reveal (self, GEOAT_ITEM (entry), GEOAT_FIELD_NONE);
}

static void
add_all_starters_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatKeyElementPage *self = GEOAT_KEY_ELEMENT_PAGE (widget);
  GeoatEntry *first =
      geoat_history_add_unused_starters (get_history (self), (guint) get_position (self));

  gtk_popover_popdown (adw_split_button_get_popover (self->add));
  if (first != NULL)
    geoat_key_element_page_reveal (self, GEOAT_ITEM (first), GEOAT_FIELD_NONE);
}

static void
add_from_file_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_popover_popdown (adw_split_button_get_popover (GEOAT_KEY_ELEMENT_PAGE (widget)->add));
  gtk_widget_activate_action (widget, "win.import-list", NULL);
}

static void
show_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gtk_drop_down_set_selected (GEOAT_KEY_ELEMENT_PAGE (widget)->filter, GEOAT_ENTRY_FILTER_ALL);
}

static void
set_all_open (GeoatKeyElementPage *self, gboolean open)
{
  g_autoptr (GPtrArray) entries = list_entries (self);

  /* also the cards that are not made yet */
  g_hash_table_remove_all (self->opened);
  for (guint i = 0; i < entries->len && open; i++)
    g_hash_table_add (self->opened,
                      g_strdup (geoat_item_get_id (GEOAT_ITEM (g_ptr_array_index (entries, i)))));
  for (GtkWidget *card = gtk_widget_get_first_child (GTK_WIDGET (self->cards)); card != NULL;
       card = gtk_widget_get_next_sibling (card))
    geoat_entry_card_set_open (GEOAT_ENTRY_CARD (card), open);
}

static void
open_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_all_open (GEOAT_KEY_ELEMENT_PAGE (widget), TRUE);
}

static void
close_all_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  set_all_open (GEOAT_KEY_ELEMENT_PAGE (widget), FALSE);
}

static void
next_not_assessed_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatKeyElementPage *self = GEOAT_KEY_ELEMENT_PAGE (widget);
  GeoatEntry *after = geoat_key_element_page_get_focus_entry (self);
  GeoatEntry *next = geoat_entry_order_next_not_assessed (
      geoat_perspective_get_plan (self->perspective),
      geoat_perspective_get_round (self->perspective), self->key_element, after);

  if (next == NULL)
    geoat_announce (GTK_WIDGET (self), _ ("All other indicators are assessed"));
  else if (g_str_equal (geoat_entry_get_key_element (next), self->key_element))
    geoat_key_element_page_reveal (self, GEOAT_ITEM (next), GEOAT_FIELD_NONE);
  else
    geoat_page_show_item (GEOAT_PAGE (self), GEOAT_ITEM (next), GEOAT_FIELD_NONE);
}

/* For the widgets on the page: they know an id, and nothing of the page. */
static void
reveal_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatKeyElementPage *self = GEOAT_KEY_ELEMENT_PAGE (widget);
  const char *id = g_variant_get_string (parameter, NULL);
  g_autoptr (GPtrArray) entries = list_entries (self);

  for (guint i = 0; i < entries->len; i++)
    {
      GeoatEntry *entry = g_ptr_array_index (entries, i);

      if (g_str_equal (geoat_item_get_id (GEOAT_ITEM (entry)), id))
        {
          geoat_key_element_page_reveal (self, GEOAT_ITEM (entry), GEOAT_FIELD_INDICATOR);
          return;
        }
      for (guint j = 0; j < geoat_entry_get_n_actions (entry); j++)
        {
          GeoatItem *action = GEOAT_ITEM (geoat_entry_get_action (entry, j));

          if (g_str_equal (geoat_item_get_id (action), id))
            {
              geoat_key_element_page_reveal (self, action, GEOAT_FIELD_ACTIVITY);
              return;
            }
        }
    }
}

/* Alt with an arrow moves what the focus is in: an activity, or the indicator around it. */
static void
move_focused (GeoatKeyElementPage *self, const char *action_action, const char *entry_action)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkWidget *card = gtk_widget_get_focus_child (GTK_WIDGET (self->cards));
  GtkWidget *row;

  if (geoat_key_element_page_shows_table (self))
    {
      geoat_table_move_item (self->table, g_str_has_suffix (entry_action, "up") ? -1 : 1);
      return;
    }
  if (focus == NULL || card == NULL)
    return;
  /* the key that was pressed just before may have moved it: cards follow when there is time */
  if (self->update_source != 0)
    geoat_key_element_page_update (self);
  row = gtk_widget_get_ancestor (focus, GEOAT_TYPE_ACTION_ROW);
  if (!gtk_widget_activate_action (row != NULL ? row : card,
                                   row != NULL ? action_action : entry_action, NULL))
    gtk_widget_error_bell (GTK_WIDGET (self));
}

static void
move_up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_focused (GEOAT_KEY_ELEMENT_PAGE (widget), "action.move-up", "entry.move-up");
}

static void
move_down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_focused (GEOAT_KEY_ELEMENT_PAGE (widget), "action.move-down", "entry.move-down");
}

/* What "as a whole" is about: the selected rows of the table, or all of the key element. */
static GPtrArray *
list_marked (GeoatKeyElementPage *self)
{
  if (geoat_key_element_page_shows_table (self))
    {
      g_autoptr (GPtrArray) selected = geoat_table_get_selected_entries (self->table);

      if (selected->len > 1)
        return g_steal_pointer (&selected);
    }
  return list_entries (self);
}

static void
rate_not_applicable (GeoatKeyElementPage *self, const char *reason)
{
  g_autoptr (GPtrArray) entries = list_marked (self);
  g_autofree char *text = NULL;

  geoat_history_set_not_applicable (get_history (self), entries, reason);
  text = g_strdup_printf (ngettext ("%u indicator marked as not applicable",
                                    "%u indicators marked as not applicable", entries->len),
                          entries->len);
  geoat_announce_with_undo (GTK_WIDGET (self), text);
}

static void
not_applicable_response_cb (AdwMessageDialog *dialog, const char *response, gpointer data)
{
  GeoatKeyElementPage *self = data;
  GtkWidget *entry = adw_message_dialog_get_extra_child (dialog);

  if (g_str_equal (response, "mark"))
    rate_not_applicable (self, gtk_editable_get_text (GTK_EDITABLE (entry)));
}

static void
not_applicable_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatKeyElementPage *self = GEOAT_KEY_ELEMENT_PAGE (widget);
  g_autoptr (GPtrArray) entries = list_marked (self);
  GtkWidget *entry = gtk_entry_new ();
  GtkWidget *dialog = geoat_message_new_question (
      GTK_WINDOW (gtk_widget_get_root (widget)), _ ("Not Applicable as a Whole?"), NULL, "mark",
      _ ("_Mark as Not Applicable"), ADW_RESPONSE_SUGGESTED);

  adw_message_dialog_format_body (ADW_MESSAGE_DIALOG (dialog),
                                  ngettext ("%u indicator gets N/A, also when it has a level.",
                                            "%u indicators get N/A, also those that have a level.",
                                            entries->len),
                                  entries->len);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), _ ("Reason"));
  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  geoat_accessible_set_name (entry, _ ("Reason"));
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  g_signal_connect_object (dialog, "response", G_CALLBACK (not_applicable_response_cb), self, 0);
  gtk_window_present (GTK_WINDOW (dialog));
}

static void
add_activity_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatKeyElementPage *self = GEOAT_KEY_ELEMENT_PAGE (widget);
  GeoatEntry *entry = geoat_key_element_page_get_focus_entry (self);
  g_autoptr (GeoatAction) action = NULL;

  if (entry == NULL)
    return;
  action = geoat_action_new ();
  geoat_history_break (get_history (self));
  geoat_history_add_action (get_history (self), entry, action, G_MAXUINT);
  geoat_key_element_page_reveal (self, GEOAT_ITEM (action), GEOAT_FIELD_ACTIVITY);
}

static void
remove_row_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  geoat_table_remove_item (GEOAT_KEY_ELEMENT_PAGE (widget)->table);
}

static void
paste_rows (GeoatKeyElementPage *self, const char *text)
{
  GeoatEntry *at = geoat_key_element_page_get_focus_entry (self);
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatClipboardTable) table = geoat_clipboard_table_parse (text, -1, &error);
  g_autoptr (GeoatPaste) paste = NULL;
  g_autofree char *message = NULL;
  GPtrArray *entries;

  if (table == NULL)
    {
      geoat_announce (GTK_WIDGET (self), error->message);
      return;
    }
  paste = geoat_paste_new_rows (geoat_perspective_get_plan (self->perspective), table,
                                at != NULL ? geoat_entry_get_key_element (at) : self->key_element,
                                G_MAXUINT);
  geoat_history_break (get_history (self));
  geoat_paste_apply (paste, get_history (self));
  entries = geoat_paste_get_entries (paste);
  message = g_strdup_printf (ngettext ("%u indicator pasted", "%u indicators pasted", entries->len),
                             entries->len);
  if (entries->len == 0)
    {
      geoat_announce (GTK_WIDGET (self), message);
      return;
    }
  geoat_announce_with_undo (GTK_WIDGET (self), message);
  geoat_key_element_page_reveal (self, g_ptr_array_index (entries, 0), GEOAT_FIELD_NONE);
}

static void
paste_rows_text_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  g_autoptr (GeoatKeyElementPage) self = data;
  g_autofree char *text = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (source), result, NULL);

  if (text == NULL || self->perspective == NULL || self->key_element == NULL)
    return;
  if (geoat_perspective_get_can_edit (self->perspective))
    paste_rows (self, text);
}

static void
paste_rows_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  gdk_clipboard_read_text_async (gtk_widget_get_clipboard (widget), NULL, paste_rows_text_cb,
                                 g_object_ref (widget));
}

void
geoat_key_element_page_class_install_actions (GtkWidgetClass *widget_class)
{
  static const struct
  {
    const char *name;
    const char *parameter;
    GtkWidgetActionActivateFunc activate;
  } actions[] = {
    { "page.add-indicator", NULL, add_indicator_cb },
    { "page.add-starter", "u", add_starter_cb },
    { "page.add-all-starters", NULL, add_all_starters_cb },
    { "page.add-from-file", NULL, add_from_file_cb },
    { "page.show-all", NULL, show_all_cb },
    { "page.open-all", NULL, open_all_cb },
    { "page.close-all", NULL, close_all_cb },
    { "page.next-not-assessed", NULL, next_not_assessed_cb },
    { "page.not-applicable", NULL, not_applicable_cb },
    { "page.paste-rows", NULL, paste_rows_cb },
    { "page.add-activity", NULL, add_activity_cb },
    { "page.remove-row", NULL, remove_row_cb },
    { "page.reveal", "s", reveal_cb },
    { "page.move-up", NULL, move_up_cb },
    { "page.move-down", NULL, move_down_cb },
  };

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_class_install_action (widget_class, actions[i].name, actions[i].parameter,
                                     actions[i].activate);
}

/* Which actions there are depends on the round that is shown. */
void
geoat_key_element_page_update_actions (GeoatKeyElementPage *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  gboolean can_edit = geoat_perspective_get_can_edit (self->perspective);
  gboolean can_rate = geoat_perspective_get_can_rate (self->perspective);
  gboolean table = geoat_key_element_page_shows_table (self);

  gtk_widget_action_set_enabled (widget, "page.open-all", !table);
  gtk_widget_action_set_enabled (widget, "page.close-all", !table);
  gtk_widget_action_set_enabled (widget, "page.add-indicator", can_edit);
  gtk_widget_action_set_enabled (widget, "page.add-starter", can_edit);
  gtk_widget_action_set_enabled (widget, "page.add-all-starters", can_edit);
  gtk_widget_action_set_enabled (widget, "page.add-from-file", can_edit);
  gtk_widget_action_set_enabled (widget, "page.paste-rows", can_edit);
  gtk_widget_action_set_enabled (widget, "page.add-activity", can_edit && table);
  gtk_widget_action_set_enabled (widget, "page.remove-row", can_edit && table);
  gtk_widget_action_set_enabled (widget, "page.not-applicable", can_rate);
  gtk_widget_action_set_enabled (widget, "page.next-not-assessed", can_rate);
}

static GArray *
list_unused_starters (GeoatKeyElementPage *self)
{
  return geoat_starters_list_unused (geoat_perspective_get_plan (self->perspective),
                                     geoat_perspective_get_round (self->perspective),
                                     (guint) get_position (self));
}

/* How many starter indicators of the key element are not among its entries. */
guint
geoat_key_element_page_count_unused_starters (GeoatKeyElementPage *self)
{
  g_autoptr (GArray) unused = get_position (self) < 0 ? NULL : list_unused_starters (self);

  return unused == NULL ? 0 : unused->len;
}

static GtkWidget *
create_starter_button (GeoatKeyElementPage *self, guint indicator)
{
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  const char *text = geoat_framework_get_indicator_text (
      framework, (guint) get_position (self), indicator,
      geoat_plan_get_language (geoat_perspective_get_plan (self->perspective)));
  GtkWidget *button = gtk_button_new ();
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_button_set_child (GTK_BUTTON (button), label);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "starter");
  geoat_accessible_set_name (button, text);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "page.add-starter");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "u", indicator);
  return button;
}

/* The starter indicators that are not used yet. */
static GtkWidget *
create_starter_list (GeoatKeyElementPage *self)
{
  g_autoptr (GArray) unused = list_unused_starters (self);
  GtkWidget *window = gtk_scrolled_window_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *heading = gtk_label_new (_ ("Starter indicators, by this project"));

  gtk_label_set_xalign (GTK_LABEL (heading), 0);
  gtk_label_set_wrap (GTK_LABEL (heading), TRUE);
  gtk_widget_add_css_class (heading, "group-heading");
  if (unused->len == 0)
    gtk_label_set_text (GTK_LABEL (heading), _ ("All starter indicators are in use"));
  gtk_box_append (GTK_BOX (box), heading);
  for (guint i = 0; i < unused->len; i++)
    gtk_box_append (GTK_BOX (box), create_starter_button (self, g_array_index (unused, guint, i)));
  if (unused->len > 1)
    {
      GtkWidget *all = gtk_button_new_with_label (_ ("Add All of Them"));

      gtk_actionable_set_action_name (GTK_ACTIONABLE (all), "page.add-all-starters");
      gtk_box_append (GTK_BOX (box), all);
    }
  gtk_widget_set_size_request (window, 320, -1);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (window), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_propagate_natural_height (GTK_SCROLLED_WINDOW (window), TRUE);
  gtk_scrolled_window_set_max_content_height (GTK_SCROLLED_WINDOW (window), 420);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (window), box);
  return window;
}

/* What the popover of "Add Indicator" shows: starter indicators, and that others can come from a
 * file. */
GtkWidget *
geoat_key_element_page_create_add_list (GeoatKeyElementPage *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *from_file = gtk_button_new_with_mnemonic (_ ("Add Indicators from a _File…"));

  gtk_actionable_set_action_name (GTK_ACTIONABLE (from_file), "page.add-from-file");
  gtk_box_append (GTK_BOX (box), create_starter_list (self));
  gtk_box_append (GTK_BOX (box), gtk_separator_new (GTK_ORIENTATION_HORIZONTAL));
  gtk_box_append (GTK_BOX (box), from_file);
  return box;
}
