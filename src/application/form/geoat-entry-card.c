/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One indicator on the key element page.
 *
 * How it works: a closed card is a few labels and the level buttons, so that a key element with a
 * hundred indicators opens at once. The form is built when the card is first opened, and kept. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geoat-entry-card.h"
#include "geoat-announce.h"
#include "geoat-entry-form.h"
#include "geoat-flat-snapshot.h"
#include "geoat-focus.h"
#include "geoat-accessible.h"
#include "geoat-screen-text.h"
#include "geoat-level-buttons.h"
#include "geoat-menu.h"
#include "geoat-move-dialog.h"
#include "geoat-reorder.h"
#include "geoat-text-field.h"
#include "geoat-wrap-layout.h"

struct _GeoatEntryCard
{
  GtkWidget parent_instance;

  GtkWidget *header;
  GtkWidget *number;
  GtkWidget *texts;
  GtkWidget *title;
  GtkWidget *summary;
  GeoatLevelButtons *levels;
  GtkWidget *menu;
  GtkWidget *toggle;
  GMenuModel *menu_model;
  GeoatTextField *indicator; /* NULL until the card is opened */
  GtkWidget *form;           /* the same */

  GeoatPerspective *perspective;
  GeoatEntry *entry;
  guint position;
  gboolean first;
  gboolean last;
  gboolean open;
};

enum
{
  PROP_0,
  PROP_OPEN,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GeoatEntryCard, geoat_entry_card, GTK_TYPE_WIDGET)

static GeoatHistory *
get_history (GeoatEntryCard *self)
{
  return geoat_perspective_get_history (self->perspective);
}

static void
update_name (GeoatEntryCard *self)
{
  GeoatRound *round = geoat_perspective_get_round (self->perspective);
  const char *wording = geoat_entry_get_wording (self->entry, round, GEOAT_FIELD_INDICATOR);
  const char *text = *wording == '\0' ? _ ("New indicator") : wording;
  g_autofree char *name = NULL;

  gtk_label_set_text (GTK_LABEL (self->title), text);
  /* Translators: the number of an indicator on the page, and its text */
  name = g_strdup_printf (_ ("Indicator %u: %s"), self->position, text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  geoat_accessible_set_name (self->toggle, name);
  if (self->indicator != NULL)
    geoat_text_field_set_fixed_text (
        self->indicator,
        geoat_entry_keeps_wording (self->entry, round, GEOAT_FIELD_INDICATOR) ? wording : NULL);
}

/* The open action with the earliest due date, or NULL when none has one. */
static GeoatAction *
find_next_action (GeoatEntryCard *self, GDate *due)
{
  GeoatAction *next = NULL;

  for (guint i = 0; i < geoat_entry_get_n_actions (self->entry); i++)
    {
      GeoatAction *action = geoat_entry_get_action (self->entry, i);
      GeoatStatus status = geoat_action_get_status (action);
      GDate date;

      if (status == GEOAT_STATUS_DONE || status == GEOAT_STATUS_DROPPED ||
          !geoat_item_get_date (GEOAT_ITEM (action), GEOAT_FIELD_DUE, &date))
        continue;
      if (next == NULL || g_date_compare (&date, due) < 0)
        {
          next = action;
          *due = date;
        }
    }
  return next;
}

static char *
get_next_text (GeoatEntryCard *self)
{
  g_autofree char *date = NULL;
  g_autofree char *activity = NULL;
  GDate due, today;
  GeoatAction *next = find_next_action (self, &due);

  if (next == NULL)
    return NULL;
  geoat_perspective_get_today (self->perspective, &today);
  date = geoat_screen_text_for_date (&due);
  activity = geoat_screen_text_get_first_line (
      geoat_item_get_text (GEOAT_ITEM (next), GEOAT_FIELD_ACTIVITY));
  if (geoat_action_is_overdue (next, &today))
    /* Translators: the date by which an activity should have been done, and what it is */
    return g_strdup_printf (_ ("overdue since %s: %s"), date, activity);
  /* Translators: the date by which an activity is to be done, and what it is */
  return g_strdup_printf (_ ("next by %s: %s"), date, activity);
}

static void
clear_form (GeoatEntryCard *self)
{
  g_clear_pointer (&self->form, gtk_widget_unparent);
  if (self->indicator != NULL)
    gtk_box_remove (GTK_BOX (self->texts), GTK_WIDGET (self->indicator));
  self->indicator = NULL;
}

static void
create_form (GeoatEntryCard *self)
{
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  const char *language = geoat_perspective_get_screen_language ();
  int column = geoat_framework_find_column (framework, "indicator");

  self->indicator = GEOAT_TEXT_FIELD (geoat_text_field_new ());
  gtk_widget_add_css_class (GTK_WIDGET (self->indicator), "indicator");
  if (column >= 0)
    {
      geoat_text_field_set_label (
          self->indicator, NULL,
          geoat_framework_get_column_heading (framework, (guint) column, language));
      geoat_text_field_set_prompt (
          self->indicator, geoat_framework_get_column_prompt (framework, (guint) column, language));
    }
  geoat_text_field_bind (self->indicator, get_history (self), GEOAT_ITEM (self->entry),
                         GEOAT_FIELD_INDICATOR);
  gtk_box_prepend (GTK_BOX (self->texts), GTK_WIDGET (self->indicator));

  self->form = geoat_entry_form_new (self->perspective, self->entry);
  gtk_widget_set_parent (self->form, GTK_WIDGET (self));
}

static void
update_actions (GeoatEntryCard *self)
{
  static const char *const actions[] = { "entry.add-action", "entry.duplicate", "entry.move-to",
                                         "entry.remove" };
  gboolean editable = geoat_perspective_get_can_edit (self->perspective);

  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], editable);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.move-up", editable && !self->first);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "entry.move-down", editable && !self->last);
}

static void
update_round (GeoatEntryCard *self)
{
  gboolean editable = geoat_perspective_get_can_edit (self->perspective);

  update_actions (self);
  update_name (self);
  if (self->indicator != NULL)
    geoat_text_field_set_editable (self->indicator, editable);
}

static void
texts_released_cb (GeoatEntryCard *self)
{
  if (!self->open)
    geoat_entry_card_set_open (self, TRUE);
}

/* The digits rate from anywhere in the head of a card, not only from a level button. */
static gboolean
key_pressed_cb (GeoatEntryCard *self, guint keyval, guint keycode, GdkModifierType state)
{
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GeoatLevel level;

  if (focus == NULL || GTK_IS_TEXT_VIEW (focus) ||
      !geoat_perspective_get_can_rate (self->perspective) ||
      !geoat_level_from_key (keyval, keycode, state, &level))
    return GDK_EVENT_PROPAGATE;
  geoat_history_set_level (get_history (self), self->entry, level);
  return GDK_EVENT_STOP;
}

static void
toggle_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatEntryCard *self = GEOAT_ENTRY_CARD (widget);

  geoat_entry_card_set_open (self, !self->open);
}

static void
add_action_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatEntryCard *self = GEOAT_ENTRY_CARD (widget);
  g_autoptr (GeoatAction) action = geoat_action_new ();

  geoat_history_break (get_history (self));
  geoat_history_add_action (get_history (self), self->entry, action, G_MAXUINT);
  geoat_entry_card_reveal (self, GEOAT_ITEM (action), GEOAT_FIELD_ACTIVITY);
}

static void
note_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatEntryCard *self = GEOAT_ENTRY_CARD (widget);

  geoat_entry_card_reveal (self, GEOAT_ITEM (self->entry), GEOAT_FIELD_NOTES);
}

static void
target_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatEntryCard *self = GEOAT_ENTRY_CARD (widget);

  geoat_entry_card_reveal (self, GEOAT_ITEM (self->entry), GEOAT_FIELD_TARGET_LEVEL);
}

static void
duplicate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatEntryCard *self = GEOAT_ENTRY_CARD (widget);
  GeoatEntry *copy;

  geoat_history_break (get_history (self));
  copy = geoat_history_duplicate_entry (get_history (self), self->entry);
  gtk_widget_activate_action (widget, "page.reveal", "s", geoat_item_get_id (GEOAT_ITEM (copy)));
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatEntryCard *self = GEOAT_ENTRY_CARD (widget);
  gboolean retired;

  geoat_history_break (get_history (self));
  retired = geoat_history_remove_entry (get_history (self), self->entry);
  geoat_announce_with_undo (widget, retired ? _ ("Indicator retired; earlier rounds keep it")
                                            : _ ("Indicator removed"));
}

/* Moves @entry before or behind @neighbour. */
static void
move_beside (GeoatEntryCard *self, GeoatEntry *entry, GeoatEntry *neighbour, gboolean behind)
{
  GeoatPlan *plan = geoat_perspective_get_plan (self->perspective);
  guint own, other;

  if (entry == neighbour || !geoat_plan_get_entry_position (plan, entry, &own) ||
      !geoat_plan_get_entry_position (plan, neighbour, &other))
    return;
  /* positions are in the list without it: one less for what is behind it */
  if (own < other)
    other--;
  geoat_history_break (get_history (self));
  geoat_history_move_entry (get_history (self), entry, behind ? other + 1 : other);
}

static void
move_past (GeoatEntryCard *self, GtkWidget *neighbour, gboolean behind)
{
  if (GEOAT_IS_ENTRY_CARD (neighbour))
    move_beside (self, self->entry, GEOAT_ENTRY_CARD (neighbour)->entry, behind);
}

static void
dropped (GtkWidget *widget, GeoatItem *item, gboolean behind)
{
  GeoatEntryCard *self = GEOAT_ENTRY_CARD (widget);

  /* an entry of another window's plan has another owner */
  if (geoat_item_get_owner (item) == geoat_item_get_owner (GEOAT_ITEM (self->entry)) &&
      geoat_perspective_get_can_edit (self->perspective))
    move_beside (self, GEOAT_ENTRY (item), self->entry, behind);
}

static void
move_up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_past (GEOAT_ENTRY_CARD (widget), gtk_widget_get_prev_sibling (widget), FALSE);
}

static void
move_down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_past (GEOAT_ENTRY_CARD (widget), gtk_widget_get_next_sibling (widget), TRUE);
}

static void
move_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatEntryCard *self = GEOAT_ENTRY_CARD (widget);

  geoat_move_dialog_present_for_entry (widget, self->perspective, self->entry);
}

static gboolean
geoat_entry_card_grab_focus (GtkWidget *widget)
{
  GeoatEntryCard *self = GEOAT_ENTRY_CARD (widget);

  if (self->open)
    return gtk_widget_grab_focus (GTK_WIDGET (self->indicator));
  return gtk_widget_grab_focus (GTK_WIDGET (self->levels)) || gtk_widget_grab_focus (self->toggle);
}

static void
geoat_entry_card_dispose (GObject *object)
{
  GeoatEntryCard *self = GEOAT_ENTRY_CARD (object);

  if (self->entry != NULL)
    g_signal_handlers_disconnect_by_data (self->entry, self);
  if (self->perspective != NULL)
    g_signal_handlers_disconnect_by_data (self->perspective, self);
  if (self->header != NULL)
    clear_form (self);
  g_clear_object (&self->entry);
  g_clear_object (&self->perspective);
  g_clear_pointer (&self->header, gtk_widget_unparent);

  G_OBJECT_CLASS (geoat_entry_card_parent_class)->dispose (object);
}

static void
geoat_entry_card_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OPEN)
    g_value_set_boolean (value, GEOAT_ENTRY_CARD (object)->open);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
geoat_entry_card_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  if (id == PROP_OPEN)
    geoat_entry_card_set_open (GEOAT_ENTRY_CARD (object), g_value_get_boolean (value));
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "entry.toggle", NULL, toggle_cb);
  gtk_widget_class_install_action (widget_class, "entry.add-action", NULL, add_action_cb);
  gtk_widget_class_install_action (widget_class, "entry.note", NULL, note_cb);
  gtk_widget_class_install_action (widget_class, "entry.target", NULL, target_cb);
  gtk_widget_class_install_action (widget_class, "entry.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "entry.move-up", NULL, move_up_cb);
  gtk_widget_class_install_action (widget_class, "entry.move-down", NULL, move_down_cb);
  gtk_widget_class_install_action (widget_class, "entry.move-to", NULL, move_to_cb);
  gtk_widget_class_install_action (widget_class, "entry.remove", NULL, remove_cb);
}

static void
geoat_entry_card_class_init (GeoatEntryCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_entry_card_dispose;
  object_class->get_property = geoat_entry_card_get_property;
  object_class->set_property = geoat_entry_card_set_property;
  widget_class->focus = geoat_focus_children;
  widget_class->grab_focus = geoat_entry_card_grab_focus;

  properties[PROP_OPEN] =
      g_param_spec_boolean ("open", NULL, NULL, FALSE,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (GEOAT_TYPE_FLAT_BOX);
  g_type_ensure (GEOAT_TYPE_LEVEL_BUTTONS);
  g_type_ensure (GEOAT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "entrycard");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-entry-card.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryCard, header);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryCard, number);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryCard, texts);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryCard, title);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryCard, summary);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryCard, levels);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryCard, menu);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryCard, toggle);
  gtk_widget_class_bind_template_child (widget_class, GeoatEntryCard, menu_model);
  gtk_widget_class_bind_template_callback (widget_class, texts_released_cb);
  gtk_widget_class_bind_template_callback (widget_class, key_pressed_cb);
  install_actions (widget_class);
}

static void
geoat_entry_card_init (GeoatEntryCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  geoat_menu_button_set_lazy_model (GTK_MENU_BUTTON (self->menu), self->menu_model,
                                    _ ("Indicator menu"));
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_STATE_EXPANDED, FALSE,
                               -1);
}

/**
 * geoat_entry_card_new:
 * @perspective: what the window looks at
 * @entry: the entry to show and edit
 *
 * Returns: (transfer floating): a new card, closed
 */
GtkWidget *
geoat_entry_card_new (GeoatPerspective *perspective, GeoatEntry *entry)
{
  GeoatEntryCard *self = g_object_new (GEOAT_TYPE_ENTRY_CARD, NULL);

  self->perspective = g_object_ref (perspective);
  self->entry = g_object_ref (entry);
  geoat_level_buttons_bind (self->levels, perspective, entry);
  geoat_reorder_add_handle (self->number, self->header, GEOAT_ITEM (entry));
  geoat_reorder_add_target (GTK_WIDGET (self), GEOAT_TYPE_ENTRY, dropped);
  g_signal_connect_swapped (entry, "notify::indicator", G_CALLBACK (update_name), self);
  g_signal_connect_swapped (entry, "rating-changed", G_CALLBACK (update_name), self);
  g_signal_connect_swapped (perspective, "notify::round", G_CALLBACK (update_round), self);
  g_signal_connect_swapped (perspective, "notify::can-edit", G_CALLBACK (update_round), self);
  g_signal_connect_swapped (perspective, "notify::can-rate", G_CALLBACK (update_name), self);
  update_round (self);
  geoat_entry_card_update_summary (self);
  return GTK_WIDGET (self);
}

/**
 * geoat_entry_card_get_entry:
 * @self: a card
 *
 * Returns: (transfer none): its entry
 */
GeoatEntry *
geoat_entry_card_get_entry (GeoatEntryCard *self)
{
  g_return_val_if_fail (GEOAT_IS_ENTRY_CARD (self), NULL);

  return self->entry;
}

/**
 * geoat_entry_card_set_number:
 * @self: a card
 * @number: the indicator's number in its key element, from 1
 */
void
geoat_entry_card_set_number (GeoatEntryCard *self, guint number)
{
  g_autofree char *text = NULL;

  g_return_if_fail (GEOAT_IS_ENTRY_CARD (self));

  if (self->position == number)
    return;
  self->position = number;
  text = g_strdup_printf ("%u", number);
  gtk_label_set_text (GTK_LABEL (self->number), text);
  update_name (self);
}

/**
 * geoat_entry_card_set_ends:
 * @self: a card
 * @first: whether it is the first of those that are shown, with nowhere to move up to
 * @last: whether it is the last of them
 */
void
geoat_entry_card_set_ends (GeoatEntryCard *self, gboolean first, gboolean last)
{
  g_return_if_fail (GEOAT_IS_ENTRY_CARD (self));

  self->first = !!first;
  self->last = !!last;
  update_actions (self);
}

/**
 * geoat_entry_card_get_open:
 * @self: a card
 *
 * Returns: whether it is open
 */
gboolean
geoat_entry_card_get_open (GeoatEntryCard *self)
{
  g_return_val_if_fail (GEOAT_IS_ENTRY_CARD (self), FALSE);

  return self->open;
}

/**
 * geoat_entry_card_set_open:
 * @self: a card
 * @open: whether to show all of its columns
 */
void
geoat_entry_card_set_open (GeoatEntryCard *self, gboolean open)
{
  g_return_if_fail (GEOAT_IS_ENTRY_CARD (self));

  if (self->open == !!open)
    return;
  self->open = !!open;
  if (self->open && self->form == NULL)
    {
      create_form (self);
      update_round (self);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->indicator), self->open);
  gtk_widget_set_visible (self->form, self->open);
  gtk_widget_set_visible (self->menu, self->open);
  gtk_widget_set_visible (self->title, !self->open);
  gtk_widget_set_visible (GTK_WIDGET (self->levels), !self->open);
  geoat_entry_card_update_summary (self);
  gtk_button_set_icon_name (GTK_BUTTON (self->toggle),
                            self->open ? "pan-up-symbolic" : "pan-down-symbolic");
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->toggle), GTK_ACCESSIBLE_STATE_EXPANDED,
                               self->open, -1);
  if (self->open)
    gtk_widget_add_css_class (GTK_WIDGET (self), "open");
  else
    gtk_widget_remove_css_class (GTK_WIDGET (self), "open");
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_OPEN]);
}

/**
 * geoat_entry_card_update_summary:
 * @self: a card
 *
 * Counts the activities of a closed card again, and looks for the next one due.
 */
void
geoat_entry_card_update_summary (GeoatEntryCard *self)
{
  g_autofree char *count = NULL;
  g_autofree char *next = NULL;
  g_autofree char *text = NULL;
  guint n_actions;

  g_return_if_fail (GEOAT_IS_ENTRY_CARD (self));

  gtk_widget_set_visible (self->summary, !self->open);
  if (self->open)
    return;
  n_actions = geoat_entry_get_n_actions (self->entry);
  if (n_actions == 0)
    count = g_strdup (_ ("No activity yet"));
  else
    count = g_strdup_printf (ngettext ("%u activity", "%u activities", n_actions), n_actions);
  next = get_next_text (self);
  if (next != NULL)
    /* Translators: the number of activities, and which is next */
    text = g_strdup_printf (C_ ("summary", "%s · %s"), count, next);
  gtk_label_set_text (GTK_LABEL (self->summary), text != NULL ? text : count);
}

/**
 * geoat_entry_card_reveal:
 * @self: a card
 * @item: its entry, or an action of it
 * @field: a field of the item, or %GEOAT_FIELD_NONE for the entry's rating
 *
 * Puts the focus on what shows the field. The card is opened when that takes it.
 */
void
geoat_entry_card_reveal (GeoatEntryCard *self, GeoatItem *item, GeoatField field)
{
  g_return_if_fail (GEOAT_IS_ENTRY_CARD (self));

  if (GEOAT_IS_ENTRY (item) && field == GEOAT_FIELD_NONE && !self->open)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self));
      return;
    }
  geoat_entry_card_set_open (self, TRUE);
  if (GEOAT_IS_ENTRY (item) && field == GEOAT_FIELD_INDICATOR)
    gtk_widget_grab_focus (GTK_WIDGET (self->indicator));
  else
    geoat_entry_form_reveal (GEOAT_ENTRY_FORM (self->form), item, field);
}
