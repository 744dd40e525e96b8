/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A date of a plan, typed or picked. The popover is built when it is first asked for: a page has
 * many dates, and few are changed. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geoat-date.h"
#include "geoat-date-field.h"
#include "geoat-focus.h"
#include "geoat-accessible.h"
#include "geoat-screen-text.h"

struct _GeoatDateField
{
  GtkWidget parent_instance;

  GtkWidget *button;
  GtkWidget *label;
  GtkWidget *popover;
  GtkWidget *entry;
  GtkWidget *calendar;

  GeoatHistory *history;
  GeoatItem *item;
  GeoatField field;
  gulong item_handler;
  char *name;
  char *empty;
  gboolean filling;
};

G_DEFINE_FINAL_TYPE (GeoatDateField, geoat_date_field, GTK_TYPE_WIDGET)

static void
update (GeoatDateField *self)
{
  g_autofree char *text = NULL;
  g_autofree char *name = NULL;
  GDate date;

  if (self->item != NULL && geoat_item_get_date (self->item, self->field, &date))
    {
      text = geoat_screen_text_for_date (&date);
      /* Translators: the name of a date and the date, such as Due: 31 Dec 2025 */
      name = g_strdup_printf (C_ ("date", "%s: %s"), self->name, text);
      gtk_widget_remove_css_class (self->button, "empty");
    }
  else
    gtk_widget_add_css_class (self->button, "empty");
  gtk_label_set_text (GTK_LABEL (self->label), text != NULL ? text : self->empty);
  geoat_accessible_set_name (self->button, name != NULL ? name : self->name);
}

static void
store (GeoatDateField *self, const GDate *date)
{
  char text[11] = "";

  if (self->item == NULL)
    return;
  if (date != NULL)
    geoat_date_format (date, text);
  geoat_history_break (self->history);
  geoat_history_set_text (self->history, self->item, self->field, text);
  geoat_history_break (self->history);
}

/* Shows the item's date, or today, in the popover. */
static void
fill_popover (GeoatDateField *self)
{
  g_autoptr (GDateTime) day = NULL;
  GDate date;

  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), geoat_item_get_text (self->item, self->field));
  if (!geoat_item_get_date (self->item, self->field, &date))
    geoat_date_today (&date);
  day = g_date_time_new_local (g_date_get_year (&date), (int) g_date_get_month (&date),
                               g_date_get_day (&date), 0, 0, 0);
  gtk_calendar_select_day (GTK_CALENDAR (self->calendar), day);
  gtk_widget_remove_css_class (self->entry, "error");
  self->filling = FALSE;
}

static void
day_selected_cb (GeoatDateField *self)
{
  g_autoptr (GDateTime) day = gtk_calendar_get_date (GTK_CALENDAR (self->calendar));
  g_autofree char *text = NULL;
  GDate date;

  if (self->filling)
    return;
  g_date_clear (&date, 1);
  g_date_set_dmy (&date, (GDateDay) g_date_time_get_day_of_month (day),
                  (GDateMonth) g_date_time_get_month (day), (GDateYear) g_date_time_get_year (day));
  store (self, &date);
  text = g_strdup (geoat_item_get_text (self->item, self->field));
  self->filling = TRUE;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), text);
  gtk_widget_remove_css_class (self->entry, "error");
  self->filling = FALSE;
}

static void
entry_changed_cb (GeoatDateField *self)
{
  gtk_widget_remove_css_class (self->entry, "error");
}

/* Stores what is typed, when it is a date or nothing; %FALSE otherwise. */
static gboolean
store_typed (GeoatDateField *self)
{
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->entry));
  GDate date;

  if (text[0] == '\0')
    store (self, NULL);
  else if (geoat_date_read_typed (text, &date))
    store (self, &date);
  else
    return FALSE;
  return TRUE;
}

static void
entry_activate_cb (GeoatDateField *self)
{
  if (store_typed (self))
    gtk_popover_popdown (GTK_POPOVER (self->popover));
  else
    {
      gtk_widget_add_css_class (self->entry, "error");
      gtk_widget_error_bell (self->entry);
    }
}

/* A click elsewhere closes the popover, too: what was typed counts. */
static void
closed_cb (GeoatDateField *self)
{
  if (self->item != NULL)
    store_typed (self);
  /* Of itself GTK gives the focus to the row or the card around. */
  gtk_widget_grab_focus (self->button);
}

/* Escape leaves the date as it was. */
static gboolean
key_pressed_cb (GeoatDateField *self, guint key)
{
  if (key == GDK_KEY_Escape && self->item != NULL)
    gtk_editable_set_text (GTK_EDITABLE (self->entry),
                           geoat_item_get_text (self->item, self->field));
  return GDK_EVENT_PROPAGATE;
}

static void
clear_cb (GeoatDateField *self)
{
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  gtk_popover_popdown (GTK_POPOVER (self->popover));
}

static void
create_popover (GeoatDateField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 6);
  GtkWidget *clear = gtk_button_new_with_label (_ ("No date"));
  GtkEventController *keys = gtk_event_controller_key_new ();

  self->entry = gtk_entry_new ();
  gtk_entry_set_placeholder_text (GTK_ENTRY (self->entry), _ ("Year-month-day"));
  gtk_widget_set_tooltip_text (self->entry, _ ("For example 2025-12-31, then Enter"));
  geoat_accessible_set_name (self->entry, self->name);
  g_signal_connect_swapped (self->entry, "activate", G_CALLBACK (entry_activate_cb), self);
  g_signal_connect_swapped (self->entry, "changed", G_CALLBACK (entry_changed_cb), self);
  gtk_box_append (GTK_BOX (box), self->entry);

  self->calendar =
      g_object_new (GTK_TYPE_CALENDAR, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  geoat_accessible_set_name (self->calendar, _ ("Calendar"));
  g_signal_connect_swapped (self->calendar, "day-selected", G_CALLBACK (day_selected_cb), self);
  gtk_box_append (GTK_BOX (box), self->calendar);

  g_signal_connect_swapped (clear, "clicked", G_CALLBACK (clear_cb), self);
  gtk_box_append (GTK_BOX (box), clear);

  self->popover =
      g_object_new (GTK_TYPE_POPOVER, "accessible-role", GTK_ACCESSIBLE_ROLE_GROUP, NULL);
  geoat_accessible_set_name (self->popover, self->name);
  gtk_popover_set_child (GTK_POPOVER (self->popover), box);
  g_signal_connect_swapped (self->popover, "closed", G_CALLBACK (closed_cb), self);
  gtk_event_controller_set_propagation_phase (keys, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->popover, keys);
  gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
}

static void
clicked_cb (GeoatDateField *self)
{
  if (self->item == NULL)
    return;
  if (self->popover == NULL)
    create_popover (self);
  fill_popover (self);
  gtk_popover_popup (GTK_POPOVER (self->popover));
}

static gboolean
geoat_date_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GEOAT_DATE_FIELD (widget)->button);
}

static void
geoat_date_field_dispose (GObject *object)
{
  GeoatDateField *self = GEOAT_DATE_FIELD (object);

  geoat_date_field_unbind (self);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->button, gtk_widget_unparent);
  g_clear_pointer (&self->name, g_free);
  g_clear_pointer (&self->empty, g_free);

  G_OBJECT_CLASS (geoat_date_field_parent_class)->dispose (object);
}

static void
geoat_date_field_class_init (GeoatDateFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_date_field_dispose;
  widget_class->focus = geoat_focus_children;
  widget_class->grab_focus = geoat_date_field_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "datefield");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
geoat_date_field_init (GeoatDateField *self)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);

  self->name = g_strdup ("");
  self->empty = g_strdup ("");
  self->button = gtk_button_new ();
  self->label = gtk_label_new (NULL);
  gtk_box_append (GTK_BOX (box), gtk_image_new_from_icon_name ("x-office-calendar-symbolic"));
  gtk_box_append (GTK_BOX (box), self->label);
  gtk_button_set_child (GTK_BUTTON (self->button), box);
  g_signal_connect_swapped (self->button, "clicked", G_CALLBACK (clicked_cb), self);
  gtk_widget_set_parent (self->button, GTK_WIDGET (self));
}

/**
 * geoat_date_field_new:
 *
 * Returns: (transfer floating): a button that shows no date yet
 */
GtkWidget *
geoat_date_field_new (void)
{
  return g_object_new (GEOAT_TYPE_DATE_FIELD, NULL);
}

/**
 * geoat_date_field_bind:
 * @self: a date field
 * @history: the history of the item's plan
 * @item: an item
 * @field: one of its dates
 */
void
geoat_date_field_bind (GeoatDateField *self,
                       GeoatHistory *history,
                       GeoatItem *item,
                       GeoatField field)
{
  g_autofree char *detail = NULL;

  g_return_if_fail (GEOAT_IS_DATE_FIELD (self));
  g_return_if_fail (GEOAT_IS_HISTORY (history));
  g_return_if_fail (geoat_field_get_info (field)->kind == GEOAT_FIELD_KIND_DATE);

  geoat_date_field_unbind (self);
  self->history = g_object_ref (history);
  self->item = g_object_ref (item);
  self->field = field;
  detail = g_strconcat ("notify::", geoat_field_get_info (field)->property, NULL);
  self->item_handler = g_signal_connect_swapped (item, detail, G_CALLBACK (update), self);
  update (self);
}

/**
 * geoat_date_field_unbind:
 * @self: a date field
 *
 * Lets go of the item.
 */
void
geoat_date_field_unbind (GeoatDateField *self)
{
  g_return_if_fail (GEOAT_IS_DATE_FIELD (self));

  if (self->item != NULL)
    g_clear_signal_handler (&self->item_handler, self->item);
  g_clear_object (&self->item);
  g_clear_object (&self->history);
}

/**
 * geoat_date_field_set_editable:
 * @self: a date field
 * @editable: whether the date can be changed
 */
void
geoat_date_field_set_editable (GeoatDateField *self, gboolean editable)
{
  g_return_if_fail (GEOAT_IS_DATE_FIELD (self));

  gtk_widget_set_sensitive (self->button, editable);
}

/**
 * geoat_date_field_set_label:
 * @self: a date field
 * @name: what the date is, for screen readers: "Due"
 * @empty: what the button says while there is no date: "Due date"
 */
void
geoat_date_field_set_label (GeoatDateField *self, const char *name, const char *empty)
{
  g_return_if_fail (GEOAT_IS_DATE_FIELD (self));

  g_free (self->name);
  g_free (self->empty);
  self->name = g_strdup (name);
  self->empty = g_strdup (empty);
  gtk_widget_set_tooltip_text (self->button, name);
  update (self);
}

/**
 * geoat_date_read_typed:
 * @text: what somebody typed
 * @date: (out): the date
 *
 * Reads a date in the form of the file, 2025-12-31, or as the user's locale writes it.
 *
 * Returns: %FALSE when it is no date
 */
gboolean
geoat_date_read_typed (const char *text, GDate *date)
{
  g_autofree char *stripped = g_strstrip (g_strdup (text));

  if (geoat_date_parse (stripped, date))
    return TRUE;
  g_date_clear (date, 1);
  g_date_set_parse (date, stripped);
  return g_date_valid (date);
}
