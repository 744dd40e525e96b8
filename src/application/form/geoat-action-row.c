/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One suggested forward activity in an open form. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geoat-action-row.h"
#include "geoat-announce.h"
#include "geoat-column-field.h"
#include "geoat-date-field.h"
#include "geoat-flat-snapshot.h"
#include "geoat-focus.h"
#include "geoat-accessible.h"
#include "geoat-menu.h"
#include "geoat-move-dialog.h"
#include "geoat-reorder.h"
#include "geoat-wrap-layout.h"

struct _GeoatActionRow
{
  GtkWidget parent_instance;

  GtkWidget *first_line;
  GtkWidget *number;
  GeoatTextField *activity;
  GtkWidget *overdue;
  GeoatDateField *due;
  GtkDropDown *status;
  GtkMenuButton *menu;
  GtkWidget *columns;
  GeoatColumnField *units;
  GeoatColumnField *timeline;
  GeoatColumnField *targets;
  GtkWidget *details;
  GeoatColumnField *lead;
  GeoatColumnField *progress;
  GeoatDateField *start;
  GeoatDateField *completed;
  GtkWidget *completed_box;
  GtkWidget *more;
  GMenuModel *menu_model;

  GeoatPerspective *perspective;
  GeoatAction *action;
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GeoatActionRow, geoat_action_row, GTK_TYPE_WIDGET)

/* The fields that have a GeoatColumnField, and where the row has it. The prompt of one that is no
 * column of the template stands here. */
static const struct
{
  GeoatField field;
  gsize offset;
  const char *prompt;
} column_fields[] = {
  { GEOAT_FIELD_UNITS, G_STRUCT_OFFSET (GeoatActionRow, units), NULL },
  { GEOAT_FIELD_TIMELINE, G_STRUCT_OFFSET (GeoatActionRow, timeline), NULL },
  { GEOAT_FIELD_TARGETS, G_STRUCT_OFFSET (GeoatActionRow, targets), NULL },
  { GEOAT_FIELD_LEAD, G_STRUCT_OFFSET (GeoatActionRow, lead),
    N_ ("Who sees to it that the activity is carried out.") },
  { GEOAT_FIELD_PROGRESS, G_STRUCT_OFFSET (GeoatActionRow, progress),
    N_ ("What has been done so far, and what stands in the way.") },
};

/* The same of those that have a GeoatDateField. */
static const struct
{
  GeoatField field;
  gsize offset;
} date_fields[] = {
  { GEOAT_FIELD_DUE, G_STRUCT_OFFSET (GeoatActionRow, due) },
  { GEOAT_FIELD_START, G_STRUCT_OFFSET (GeoatActionRow, start) },
  { GEOAT_FIELD_COMPLETED, G_STRUCT_OFFSET (GeoatActionRow, completed) },
};

static GeoatColumnField *
get_column_field (GeoatActionRow *self, guint i)
{
  return G_STRUCT_MEMBER (GeoatColumnField *, self, column_fields[i].offset);
}

static GeoatDateField *
get_date_field (GeoatActionRow *self, guint i)
{
  return G_STRUCT_MEMBER (GeoatDateField *, self, date_fields[i].offset);
}

/* What shows a field. */
static GtkWidget *
get_widget (GeoatActionRow *self, GeoatField field)
{
  for (guint i = 0; i < G_N_ELEMENTS (column_fields); i++)
    if (column_fields[i].field == field)
      return GTK_WIDGET (get_column_field (self, i));
  for (guint i = 0; i < G_N_ELEMENTS (date_fields); i++)
    if (date_fields[i].field == field)
      return GTK_WIDGET (get_date_field (self, i));
  return field == GEOAT_FIELD_STATUS ? GTK_WIDGET (self->status) : GTK_WIDGET (self->activity);
}

static GeoatHistory *
get_history (GeoatActionRow *self)
{
  return geoat_perspective_get_history (self->perspective);
}

static GeoatEntry *
get_entry (GeoatActionRow *self)
{
  return GEOAT_ENTRY (geoat_item_get_owner (GEOAT_ITEM (self->action)));
}

static gboolean
get_position (GeoatActionRow *self, guint *position)
{
  GeoatEntry *entry = get_entry (self);

  if (entry == NULL)
    return FALSE;
  for (guint i = 0; i < geoat_entry_get_n_actions (entry); i++)
    if (geoat_entry_get_action (entry, i) == self->action)
      {
        *position = i;
        return TRUE;
      }
  return FALSE;
}

static void
update_status (GeoatActionRow *self)
{
  GeoatStatus status = geoat_action_get_status (self->action);
  const char *completed = geoat_item_get_text (GEOAT_ITEM (self->action), GEOAT_FIELD_COMPLETED);
  gboolean overdue;
  GDate today;

  geoat_perspective_get_today (self->perspective, &today);
  overdue = geoat_action_is_overdue (self->action, &today);
  self->updating = TRUE;
  gtk_drop_down_set_selected (self->status, status);
  self->updating = FALSE;
  gtk_widget_set_visible (self->overdue, overdue);
  gtk_widget_set_visible (self->completed_box, status == GEOAT_STATUS_DONE || completed[0] != '\0');
}

static gboolean
has_details (GeoatActionRow *self)
{
  for (guint i = GEOAT_BEFORE_ACTION_FIELDS + 1; i < GEOAT_AFTER_ACTION_FIELDS; i++)
    if (geoat_item_has_value (GEOAT_ITEM (self->action), (GeoatField) i) &&
        gtk_widget_is_ancestor (get_widget (self, (GeoatField) i), self->details))
      return TRUE;
  return FALSE;
}

static void
show_details (GeoatActionRow *self)
{
  gtk_widget_set_visible (self->details, TRUE);
  gtk_widget_set_visible (self->more, FALSE);
}

static void
details_changed_cb (GeoatActionRow *self)
{
  if (has_details (self))
    show_details (self);
}

/* The first cannot go up, the last not down. */
static void
update_moves (GeoatActionRow *self)
{
  gboolean editable = geoat_perspective_get_can_edit (self->perspective);
  guint position;

  if (!get_position (self, &position)) /* it is being moved */
    return;
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "action.move-up", editable && position > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "action.move-down",
                                 editable &&
                                     position + 1 < geoat_entry_get_n_actions (get_entry (self)));
}

static void
update_editable (GeoatActionRow *self)
{
  gboolean editable = geoat_perspective_get_can_edit (self->perspective);
  static const char *const actions[] = { "action.duplicate", "action.remove", "action.move-to" };

  geoat_text_field_set_editable (self->activity, editable);
  for (guint i = 0; i < G_N_ELEMENTS (column_fields); i++)
    geoat_text_field_set_editable (geoat_column_field_get_text_field (get_column_field (self, i)),
                                   editable);
  for (guint i = 0; i < G_N_ELEMENTS (date_fields); i++)
    geoat_date_field_set_editable (get_date_field (self, i), editable);
  gtk_widget_set_sensitive (GTK_WIDGET (self->status), editable);
  for (guint i = 0; i < G_N_ELEMENTS (actions); i++)
    gtk_widget_action_set_enabled (GTK_WIDGET (self), actions[i], editable);
  update_moves (self);
}

static void
status_selected_cb (GeoatActionRow *self)
{
  guint status = gtk_drop_down_get_selected (self->status);
  GDate today;

  if (self->updating || self->action == NULL || status >= GEOAT_N_STATUSES)
    return;

  geoat_perspective_get_today (self->perspective, &today);
  geoat_history_set_status (get_history (self), self->action, (GeoatStatus) status, &today);
}

static void
duplicate_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatActionRow *self = GEOAT_ACTION_ROW (widget);
  GeoatAction *copy = geoat_history_duplicate_action (get_history (self), self->action);

  gtk_widget_activate_action (widget, "page.reveal", "s", geoat_item_get_id (GEOAT_ITEM (copy)));
}

static void
remove_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatActionRow *self = GEOAT_ACTION_ROW (widget);
  GtkWidget *parent = gtk_widget_get_parent (widget);

  geoat_history_break (get_history (self));
  g_object_ref (parent);
  geoat_history_remove_action (get_history (self), self->action);
  geoat_announce_with_undo (parent, _ ("Activity removed"));
  g_object_unref (parent);
}

static void
move_by (GeoatActionRow *self, int step)
{
  guint position;

  if (get_position (self, &position))
    geoat_history_move_action (get_history (self), self->action, get_entry (self),
                               (guint) ((int) position + step));
}

static void
move_up_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_by (GEOAT_ACTION_ROW (widget), -1);
}

static void
move_down_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  move_by (GEOAT_ACTION_ROW (widget), 1);
}

static void
move_to_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatActionRow *self = GEOAT_ACTION_ROW (widget);

  geoat_move_dialog_present_for_action (widget, self->perspective, self->action);
}

static void
details_cb (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatActionRow *self = GEOAT_ACTION_ROW (widget);

  show_details (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->lead));
}

/* From the same indicator or another one of the plan. */
static void
dropped (GtkWidget *widget, GeoatItem *item, gboolean behind)
{
  GeoatActionRow *self = GEOAT_ACTION_ROW (widget);
  GeoatEntry *from = GEOAT_ENTRY (geoat_item_get_owner (item));
  GeoatEntry *to = get_entry (self);
  guint position;

  if (item == GEOAT_ITEM (self->action) || from == NULL || to == NULL ||
      geoat_item_get_owner (GEOAT_ITEM (from)) != geoat_item_get_owner (GEOAT_ITEM (to)) ||
      !geoat_perspective_get_can_edit (self->perspective) || !get_position (self, &position))
    return;
  /* positions are in the list without it: one less for what is behind it */
  for (guint i = 0; from == to && i < position; i++)
    if (GEOAT_ITEM (geoat_entry_get_action (to, i)) == item)
      {
        position--;
        break;
      }
  geoat_history_break (get_history (self));
  geoat_history_move_action (get_history (self), GEOAT_ACTION (item), to,
                             behind ? position + 1 : position);
}

static gboolean
geoat_action_row_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GTK_WIDGET (GEOAT_ACTION_ROW (widget)->activity));
}

static void
geoat_action_row_dispose (GObject *object)
{
  GeoatActionRow *self = GEOAT_ACTION_ROW (object);

  if (self->perspective != NULL)
    g_signal_handlers_disconnect_by_data (self->perspective, self);
  if (self->action != NULL)
    g_signal_handlers_disconnect_by_data (self->action, self);
  g_clear_object (&self->perspective);
  g_clear_object (&self->action);
  g_clear_pointer (&self->first_line, gtk_widget_unparent);
  g_clear_pointer (&self->columns, gtk_widget_unparent);
  g_clear_pointer (&self->details, gtk_widget_unparent);
  g_clear_pointer (&self->more, gtk_widget_unparent);

  G_OBJECT_CLASS (geoat_action_row_parent_class)->dispose (object);
}

static void
install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "action.duplicate", NULL, duplicate_cb);
  gtk_widget_class_install_action (widget_class, "action.remove", NULL, remove_cb);
  gtk_widget_class_install_action (widget_class, "action.move-up", NULL, move_up_cb);
  gtk_widget_class_install_action (widget_class, "action.move-down", NULL, move_down_cb);
  gtk_widget_class_install_action (widget_class, "action.move-to", NULL, move_to_cb);
  gtk_widget_class_install_action (widget_class, "action.details", NULL, details_cb);
}

static void
geoat_action_row_class_init (GeoatActionRowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = geoat_action_row_dispose;
  widget_class->focus = geoat_focus_children;
  widget_class->snapshot = geoat_flat_snapshot;
  widget_class->grab_focus = geoat_action_row_grab_focus;
  g_type_ensure (GEOAT_TYPE_COLUMN_FIELD);
  g_type_ensure (GEOAT_TYPE_DATE_FIELD);
  g_type_ensure (GEOAT_TYPE_FOCUS_BOX);
  g_type_ensure (GEOAT_TYPE_TEXT_FIELD);
  g_type_ensure (GEOAT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "actionrow");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-action-row.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatActionRow, first_line);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionRow, number);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionRow, activity);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionRow, overdue);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionRow, due);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionRow, status);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionRow, menu);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionRow, columns);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionRow, units);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionRow, timeline);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionRow, targets);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionRow, details);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionRow, lead);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionRow, progress);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionRow, start);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionRow, completed);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionRow, completed_box);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionRow, more);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionRow, menu_model);
  gtk_widget_class_bind_template_callback (widget_class, status_selected_cb);
  install_actions (widget_class);
}

static void
geoat_action_row_init (GeoatActionRow *self)
{
  const char *labels[GEOAT_N_STATUSES + 1] = { NULL };
  g_autoptr (GtkStringList) list = NULL;

  self->updating = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  for (int i = 0; i < GEOAT_N_STATUSES; i++)
    labels[i] = geoat_status_get_title (i);
  list = gtk_string_list_new (labels);
  gtk_drop_down_set_model (self->status, G_LIST_MODEL (list));
  geoat_accessible_set_name (GTK_WIDGET (self->status), _ ("Status"));
  geoat_menu_button_set_lazy_model (self->menu, self->menu_model, _ ("Activity menu"));
  geoat_date_field_set_label (self->due, _ ("Due"), _ ("Due date"));
  geoat_date_field_set_label (self->start, _ ("Start"), _ ("No date"));
  geoat_date_field_set_label (self->completed, _ ("Completed"), _ ("No date"));
  geoat_text_field_set_min_lines (self->activity, 2);
  self->updating = FALSE;
}

static void
bind_column (GeoatActionRow *self, GeoatColumnField *column, GeoatField field, const char *prompt)
{
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  const char *language = geoat_perspective_get_screen_language ();
  const GeoatFieldInfo *info = geoat_field_get_info (field);
  GeoatTextField *text = geoat_column_field_get_text_field (column);
  int position = info->column != NULL ? geoat_framework_find_column (framework, info->column) : -1;

  if (prompt != NULL)
    geoat_column_field_set_heading (column, geoat_field_get_title (field), prompt);
  else if (position >= 0)
    geoat_column_field_set_heading (
        column, geoat_framework_get_column_heading (framework, (guint) position, language),
        geoat_framework_get_column_prompt (framework, (guint) position, language));
  geoat_text_field_set_min_lines (text, 2);
  geoat_text_field_bind (text, get_history (self), GEOAT_ITEM (self->action), field);
}

static void
bind_activity (GeoatActionRow *self)
{
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  const char *language = geoat_perspective_get_screen_language ();
  int position = geoat_framework_find_column (framework, "activity");

  geoat_text_field_bind (self->activity, get_history (self), GEOAT_ITEM (self->action),
                         GEOAT_FIELD_ACTIVITY);
  if (position < 0)
    return;
  geoat_text_field_set_label (
      self->activity, NULL,
      geoat_framework_get_column_heading (framework, (guint) position, language));
  geoat_text_field_set_prompt (
      self->activity, geoat_framework_get_column_prompt (framework, (guint) position, language));
}

/**
 * geoat_action_row_new:
 * @perspective: what the window looks at
 * @action: the action to show and edit
 *
 * Returns: (transfer floating): a new row
 */
GtkWidget *
geoat_action_row_new (GeoatPerspective *perspective, GeoatAction *action)
{
  GeoatActionRow *self = g_object_new (GEOAT_TYPE_ACTION_ROW, NULL);
  GeoatItem *item = GEOAT_ITEM (action);

  self->perspective = g_object_ref (perspective);
  self->action = g_object_ref (action);
  geoat_reorder_add_handle (self->number, self->first_line, item);
  geoat_reorder_add_target (GTK_WIDGET (self), GEOAT_TYPE_ACTION, dropped);
  bind_activity (self);
  for (guint i = 0; i < G_N_ELEMENTS (column_fields); i++)
    bind_column (self, get_column_field (self, i), column_fields[i].field,
                 column_fields[i].prompt != NULL ? _ (column_fields[i].prompt) : NULL);
  for (guint i = 0; i < G_N_ELEMENTS (date_fields); i++)
    geoat_date_field_bind (get_date_field (self, i), get_history (self), item,
                           date_fields[i].field);

  g_signal_connect_swapped (action, "notify::status", G_CALLBACK (update_status), self);
  g_signal_connect_swapped (action, "notify::due", G_CALLBACK (update_status), self);
  g_signal_connect_swapped (action, "notify::completed", G_CALLBACK (update_status), self);
  g_signal_connect_swapped (action, "notify", G_CALLBACK (details_changed_cb), self);
  g_signal_connect_swapped (perspective, "notify::can-edit", G_CALLBACK (update_editable), self);
  g_signal_connect_object (geoat_entry_get_actions (get_entry (self)), "items-changed",
                           G_CALLBACK (update_moves), self, G_CONNECT_SWAPPED);
  update_status (self);
  update_editable (self);
  details_changed_cb (self);
  return GTK_WIDGET (self);
}

/**
 * geoat_action_row_get_action:
 * @self: a row
 *
 * Returns: (transfer none): its action
 */
GeoatAction *
geoat_action_row_get_action (GeoatActionRow *self)
{
  g_return_val_if_fail (GEOAT_IS_ACTION_ROW (self), NULL);

  return self->action;
}

/**
 * geoat_action_row_set_number:
 * @self: a row
 * @number: its number in the form, from 1
 */
void
geoat_action_row_set_number (GeoatActionRow *self, guint number)
{
  g_autofree char *text = g_strdup_printf ("%u", number);
  g_autofree char *name = NULL;

  g_return_if_fail (GEOAT_IS_ACTION_ROW (self));

  name = g_strdup_printf (_ ("Activity %u"), number);
  gtk_label_set_text (GTK_LABEL (self->number), text);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
}

/**
 * geoat_action_row_reveal:
 * @self: a row
 * @field: a field of an action, or %GEOAT_FIELD_NONE
 *
 * Puts the focus on what shows the field.
 */
void
geoat_action_row_reveal (GeoatActionRow *self, GeoatField field)
{
  GtkWidget *target;

  g_return_if_fail (GEOAT_IS_ACTION_ROW (self));

  target = get_widget (self, field);
  if (gtk_widget_is_ancestor (target, self->details))
    show_details (self);
  gtk_widget_grab_focus (target);
}
