/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a plan says of itself. Each control is tied to a field of the plan through the history, so
 * that undo, here or in the window behind, shows at once. The lists of members and rounds are bound
 * to those of the plan. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-plan-details-window.h"

#include "geoat-change.h"
#include "geoat-language.h"

#include "geoat-date-field.h"
#include "geoat-editable-binding.h"
#include "geoat-accessible.h"
#include "geoat-screen-text.h"
#include "geoat-toast.h"

#include <glib/gi18n.h>

struct _GeoatPlanDetailsWindow
{
  AdwPreferencesWindow parent_instance;

  GtkWidget *administration;
  GtkWidget *country;
  GtkWidget *title;
  GtkWidget *classification;
  AdwComboRow *language;
  AdwComboRow *fiscal_year;
  AdwPreferencesGroup *targets;
  GeoatDateField *targets_by;
  GtkListBox *members;
  GtkListBox *rounds;
  GtkWidget *close_round;
  GtkWidget *reopen_round;

  GeoatPerspective *perspective;
  GPtrArray *target_rows;
  /* The plan is being shown: what the controls then say is not an edit. */
  gboolean updating;
};

G_DEFINE_FINAL_TYPE (GeoatPlanDetailsWindow, geoat_plan_details_window, ADW_TYPE_PREFERENCES_WINDOW)

/* Languages of what comes out, by their own names; those that the data have are offered. */
static const struct
{
  const char *tag;
  const char *name;
} languages[] = {
  { "en", "English" },   { "fr", "Français" }, { "es", "Español" },
  { "pt", "Português" }, { "ar", "العربية" },
};

static GeoatPlan *
get_plan (GeoatPlanDetailsWindow *self)
{
  return geoat_perspective_get_plan (self->perspective);
}

static GeoatHistory *
get_history (GeoatPlanDetailsWindow *self)
{
  return geoat_perspective_get_history (self->perspective);
}

static const char *
get_language_name (const char *tag)
{
  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (languages[i].tag, tag))
      return languages[i].name;

  return tag;
}

/* Each item is a tag; the row shows its name. */
static char *
get_language_label (GtkStringObject *tag, gpointer unused)
{
  return g_strdup (get_language_name (gtk_string_object_get_string (tag)));
}

static void
fill_languages (GeoatPlanDetailsWindow *self)
{
  const char *own = geoat_plan_get_language (get_plan (self));
  g_autoptr (GtkStringList) tags = gtk_string_list_new (NULL);
  g_autoptr (GtkExpression) expression = NULL;
  gboolean has_own = FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    if (g_str_equal (geoat_language_get_tag (geoat_language_get (languages[i].tag)),
                     languages[i].tag))
      {
        gtk_string_list_append (tags, languages[i].tag);
        has_own |= g_str_equal (languages[i].tag, own);
      }
  if (!has_own)
    gtk_string_list_append (tags, own);

  expression = gtk_cclosure_expression_new (G_TYPE_STRING, NULL, 0, NULL,
                                            G_CALLBACK (get_language_label), NULL, NULL);
  adw_combo_row_set_expression (self->language, expression);
  adw_combo_row_set_model (self->language, G_LIST_MODEL (tags));
}

static void
show_language (GeoatPlanDetailsWindow *self)
{
  const char *own = geoat_plan_get_language (get_plan (self));
  GListModel *tags = adw_combo_row_get_model (self->language);

  for (guint i = 0; i < g_list_model_get_n_items (tags); i++)
    {
      g_autoptr (GtkStringObject) tag = g_list_model_get_item (tags, i);

      if (g_str_equal (gtk_string_object_get_string (tag), own))
        adw_combo_row_set_selected (self->language, i);
    }
}

static void
language_chosen_cb (GeoatPlanDetailsWindow *self)
{
  GtkStringObject *tag = adw_combo_row_get_selected_item (self->language);

  if (self->updating || self->perspective == NULL || tag == NULL)
    return;

  geoat_history_set_text (get_history (self), GEOAT_ITEM (get_plan (self)), GEOAT_FIELD_LANGUAGE,
                          gtk_string_object_get_string (tag));
}

static void
fiscal_year_chosen_cb (GeoatPlanDetailsWindow *self)
{
  if (self->updating || self->perspective == NULL)
    return;

  geoat_history_set_number (get_history (self), GEOAT_ITEM (get_plan (self)),
                            GEOAT_FIELD_FISCAL_YEAR_START,
                            adw_combo_row_get_selected (self->fiscal_year));
}

static void
target_chosen_cb (AdwComboRow *row, GParamSpec *pspec, GeoatPlanDetailsWindow *self)
{
  guint selected = adw_combo_row_get_selected (row);
  guint principle;

  if (self->updating || !g_ptr_array_find (self->target_rows, row, &principle))
    return;

  geoat_history_set_principle_target (get_history (self), principle,
                                      selected == 0 ? GEOAT_LEVEL_NOT_ASSESSED
                                                    : (GeoatLevel) selected - 1);
}

static void
add_targets (GeoatPlanDetailsWindow *self)
{
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  const char *language = geoat_perspective_get_screen_language ();
  g_autoptr (GtkStringList) levels = gtk_string_list_new (NULL);

  gtk_string_list_append (levels, C_ ("target", "None"));
  for (int level = 0; level <= GEOAT_LEVEL_MAX; level++)
    {
      /* Translators: a level and its short name: "4 · advanced" */
      g_autofree char *label =
          g_strdup_printf (C_ ("level", "%d · %s"), level,
                           geoat_framework_get_level_short (framework, level, language));

      gtk_string_list_append (levels, label);
    }

  for (guint i = 0; i < geoat_framework_get_n_principles (framework); i++)
    {
      GtkWidget *row = adw_combo_row_new ();
      g_autofree char *title = g_strdup_printf (
          C_ ("principle", "%s  %s"), geoat_framework_get_principle_id (framework, i),
          geoat_framework_get_principle_name (framework, i, language));

      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 0);
      adw_combo_row_set_model (ADW_COMBO_ROW (row), G_LIST_MODEL (levels));
      g_ptr_array_add (self->target_rows, row);
      g_signal_connect (row, "notify::selected", G_CALLBACK (target_chosen_cb), self);
      adw_preferences_group_add (self->targets, row);
    }
}

static void
show_choices (GeoatPlanDetailsWindow *self)
{
  GeoatPlan *plan = get_plan (self);

  self->updating = TRUE;
  show_language (self);
  adw_combo_row_set_selected (
      self->fiscal_year, geoat_item_get_number (GEOAT_ITEM (plan), GEOAT_FIELD_FISCAL_YEAR_START));
  for (guint i = 0; i < self->target_rows->len; i++)
    {
      GeoatLevel target = geoat_plan_get_principle_target (plan, i);

      adw_combo_row_set_selected (g_ptr_array_index (self->target_rows, i),
                                  target == GEOAT_LEVEL_NOT_ASSESSED ? 0 : (guint) target + 1);
    }
  gtk_widget_set_visible (self->close_round, geoat_plan_can_rate (plan));
  gtk_widget_set_visible (self->reopen_round, !geoat_plan_can_rate (plan));
  self->updating = FALSE;
}

/* @name: what a screen reader calls it */
static GtkWidget *
create_entry_row (GeoatPlanDetailsWindow *self,
                  GeoatItem *item,
                  GeoatField field,
                  const char *title)
{
  GtkWidget *row = adw_entry_row_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  geoat_editable_bind (GTK_EDITABLE (row), get_history (self), item, field);

  return row;
}

static void
update_member_row (AdwExpanderRow *row, GParamSpec *pspec, GeoatItem *member)
{
  const char *name = geoat_item_get_text (member, GEOAT_FIELD_MEMBER_NAME);
  const char *unit = geoat_item_get_text (member, GEOAT_FIELD_MEMBER_UNIT);
  const char *role = geoat_item_get_text (member, GEOAT_FIELD_MEMBER_ROLE);
  g_autofree char *title = g_markup_escape_text (*name == '\0' ? _ ("Unnamed member") : name, -1);
  g_autofree char *subtitle = NULL;

  if (*unit != '\0' && *role != '\0')
    /* Translators: unit and role of a member of the working group */
    subtitle = g_markup_printf_escaped (C_ ("member", "%s · %s"), unit, role);
  else
    subtitle = g_markup_escape_text (*unit != '\0' ? unit : role, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (row, subtitle);
  geoat_accessible_set_name (GTK_WIDGET (row), *name == '\0' ? _ ("Unnamed member") : name);
}

static void
member_changed_cb (GeoatItem *member, GParamSpec *pspec, AdwExpanderRow *row)
{
  update_member_row (row, pspec, member);
}

static GeoatPlanDetailsWindow *
get_window (GtkWidget *widget)
{
  return GEOAT_PLAN_DETAILS_WINDOW (
      gtk_widget_get_ancestor (widget, GEOAT_TYPE_PLAN_DETAILS_WINDOW));
}

static void
remove_member_cb (GtkButton *button, GeoatMember *member)
{
  GeoatPlanDetailsWindow *self = get_window (GTK_WIDGET (button));

  geoat_history_remove_member (get_history (self), member);
  adw_preferences_window_add_toast (
      ADW_PREFERENCES_WINDOW (self),
      geoat_toast_new_with_undo (_ ("Member removed"), "win.undo", get_plan (self)));
}

static void
move_member (GtkButton *button, GeoatMember *member, int step)
{
  GeoatPlanDetailsWindow *self = get_window (GTK_WIDGET (button));
  GListModel *members = geoat_plan_get_working_group (get_plan (self));
  int n = (int) g_list_model_get_n_items (members);

  for (int i = 0; i < n; i++)
    {
      g_autoptr (GeoatMember) other = g_list_model_get_item (members, i);

      if (other == member && i + step >= 0 && i + step < n)
        {
          geoat_history_move_member (get_history (self), member, i + step);
          return;
        }
    }
}

static void
move_member_up_cb (GtkButton *button, GeoatMember *member)
{
  move_member (button, member, -1);
}

static void
move_member_down_cb (GtkButton *button, GeoatMember *member)
{
  move_member (button, member, 1);
}

static GtkWidget *
create_button (const char *icon, const char *name, GCallback callback, gpointer data)
{
  GtkWidget *button = gtk_button_new_from_icon_name (icon);

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, name);
  gtk_widget_add_css_class (button, "flat");
  geoat_accessible_set_name (button, name);
  g_signal_connect (button, "clicked", callback, data);

  return button;
}

static GtkWidget *
create_member_row (gpointer item, gpointer data)
{
  GeoatPlanDetailsWindow *self = data;
  GtkWidget *row = adw_expander_row_new ();

  adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                            create_entry_row (self, item, GEOAT_FIELD_MEMBER_NAME, _ ("Name")));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                            create_entry_row (self, item, GEOAT_FIELD_MEMBER_UNIT, _ ("Unit")));
  adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                            create_entry_row (self, item, GEOAT_FIELD_MEMBER_ROLE, _ ("Role")));
  adw_expander_row_add_action (ADW_EXPANDER_ROW (row),
                               create_button ("user-trash-symbolic", _ ("Remove member"),
                                              G_CALLBACK (remove_member_cb), item));
  adw_expander_row_add_action (
      ADW_EXPANDER_ROW (row),
      create_button ("go-down-symbolic", _ ("Move down"), G_CALLBACK (move_member_down_cb), item));
  adw_expander_row_add_action (
      ADW_EXPANDER_ROW (row),
      create_button ("go-up-symbolic", _ ("Move up"), G_CALLBACK (move_member_up_cb), item));

  g_signal_connect_object (item, "notify", G_CALLBACK (member_changed_cb), row, 0);
  update_member_row (ADW_EXPANDER_ROW (row), NULL, item);

  return row;
}

static void
update_round_row (AdwExpanderRow *row, GeoatItem *round)
{
  GeoatLanguage *language = geoat_language_get (geoat_perspective_get_screen_language ());
  g_autofree char *title =
      g_markup_escape_text (geoat_item_get_text (round, GEOAT_FIELD_ROUND_TITLE), -1);
  g_autofree char *opened = NULL;
  g_autofree char *closed = NULL;
  g_autofree char *subtitle = NULL;
  GDate date;

  if (geoat_item_get_date (round, GEOAT_FIELD_OPENED, &date))
    opened = geoat_language_format_date (language, &date, FALSE);
  if (geoat_item_get_date (round, GEOAT_FIELD_CLOSED, &date))
    closed = geoat_language_format_date (language, &date, FALSE);
  if (opened != NULL && closed != NULL)
    subtitle = g_strdup_printf (_ ("Opened on %s, closed on %s"), opened, closed);
  else if (closed != NULL)
    subtitle = g_strdup_printf (_ ("Closed on %s"), closed);
  else if (opened != NULL)
    subtitle = g_strdup_printf (_ ("Open since %s"), opened);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_expander_row_set_subtitle (row, subtitle == NULL ? "" : subtitle);
  geoat_accessible_set_name (GTK_WIDGET (row),
                             geoat_item_get_text (round, GEOAT_FIELD_ROUND_TITLE));
}

static void
round_changed_cb (GeoatItem *round, GParamSpec *pspec, AdwExpanderRow *row)
{
  update_round_row (row, round);
}

static void
add_date_row (GeoatPlanDetailsWindow *self,
              AdwExpanderRow *parent,
              GeoatItem *round,
              GeoatField field,
              const char *title)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *date = geoat_date_field_new ();

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  gtk_widget_set_valign (date, GTK_ALIGN_CENTER);
  geoat_date_field_set_label (GEOAT_DATE_FIELD (date), title, _ ("No date"));
  geoat_date_field_bind (GEOAT_DATE_FIELD (date), get_history (self), round, field);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), date);
  adw_expander_row_add_row (parent, row);
}

static GtkWidget *
create_round_row (gpointer item, gpointer data)
{
  GeoatPlanDetailsWindow *self = data;
  GtkWidget *row = adw_expander_row_new ();

  adw_expander_row_add_row (ADW_EXPANDER_ROW (row),
                            create_entry_row (self, item, GEOAT_FIELD_ROUND_TITLE, _ ("Title")));
  add_date_row (self, ADW_EXPANDER_ROW (row), item, GEOAT_FIELD_OPENED, _ ("Opened"));
  g_signal_connect_object (item, "notify", G_CALLBACK (round_changed_cb), row, 0);
  update_round_row (ADW_EXPANDER_ROW (row), item);

  return row;
}

static void
expand_last_row (GtkListBox *list)
{
  GtkWidget *row = gtk_widget_get_last_child (GTK_WIDGET (list));

  while (row != NULL && !ADW_IS_EXPANDER_ROW (row))
    row = gtk_widget_get_prev_sibling (row);
  if (row != NULL)
    {
      adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
      gtk_widget_child_focus (row, GTK_DIR_TAB_FORWARD);
    }
}

static void
add_member_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatPlanDetailsWindow *self = GEOAT_PLAN_DETAILS_WINDOW (widget);
  g_autoptr (GeoatMember) member = geoat_member_new ("", "", "");

  geoat_history_add_member (get_history (self), member, G_MAXUINT);
  expand_last_row (self->members);
}

static void
open_round_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatPlanDetailsWindow *self = GEOAT_PLAN_DETAILS_WINDOW (widget);
  g_autofree char *title = NULL;
  GDate today;

  geoat_perspective_get_today (self->perspective, &today);
  /* Translators: title of a further round of assessment, with its year */
  title = g_strdup_printf (_ ("Review %d"), g_date_get_year (&today));
  geoat_history_open_round (get_history (self), title, &today);
  expand_last_row (self->rounds);
}

static void
close_round_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatPlanDetailsWindow *self = GEOAT_PLAN_DETAILS_WINDOW (widget);
  GDate today;

  geoat_perspective_get_today (self->perspective, &today);
  geoat_history_close_round (get_history (self), &today);
}

static void
reopen_round_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  geoat_history_reopen_round (get_history (GEOAT_PLAN_DETAILS_WINDOW (widget)));
}

static void
undo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  geoat_history_undo (get_history (GEOAT_PLAN_DETAILS_WINDOW (widget)));
}

static void
redo_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  geoat_history_redo (get_history (GEOAT_PLAN_DETAILS_WINDOW (widget)));
}

static void
plan_changed_cb (GeoatPlanDetailsWindow *self, const GeoatChange *change)
{
  GeoatPart part = geoat_item_get_part (change->item);

  if (part == GEOAT_PART_PLAN || part == GEOAT_PART_ROUND)
    show_choices (self);
}

static void
geoat_plan_details_window_dispose (GObject *object)
{
  GeoatPlanDetailsWindow *self = GEOAT_PLAN_DETAILS_WINDOW (object);

  g_clear_object (&self->perspective);

  G_OBJECT_CLASS (geoat_plan_details_window_parent_class)->dispose (object);
}

static void
geoat_plan_details_window_finalize (GObject *object)
{
  g_ptr_array_unref (GEOAT_PLAN_DETAILS_WINDOW (object)->target_rows);

  G_OBJECT_CLASS (geoat_plan_details_window_parent_class)->finalize (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GeoatPlanDetailsWindow, administration);
  gtk_widget_class_bind_template_child (widget_class, GeoatPlanDetailsWindow, country);
  gtk_widget_class_bind_template_child (widget_class, GeoatPlanDetailsWindow, title);
  gtk_widget_class_bind_template_child (widget_class, GeoatPlanDetailsWindow, classification);
  gtk_widget_class_bind_template_child (widget_class, GeoatPlanDetailsWindow, language);
  gtk_widget_class_bind_template_child (widget_class, GeoatPlanDetailsWindow, fiscal_year);
  gtk_widget_class_bind_template_child (widget_class, GeoatPlanDetailsWindow, targets);
  gtk_widget_class_bind_template_child (widget_class, GeoatPlanDetailsWindow, targets_by);
  gtk_widget_class_bind_template_child (widget_class, GeoatPlanDetailsWindow, members);
  gtk_widget_class_bind_template_child (widget_class, GeoatPlanDetailsWindow, rounds);
  gtk_widget_class_bind_template_child (widget_class, GeoatPlanDetailsWindow, close_round);
  gtk_widget_class_bind_template_child (widget_class, GeoatPlanDetailsWindow, reopen_round);
  gtk_widget_class_bind_template_callback (widget_class, language_chosen_cb);
  gtk_widget_class_bind_template_callback (widget_class, fiscal_year_chosen_cb);
}

static void
geoat_plan_details_window_class_init (GeoatPlanDetailsWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_plan_details_window_dispose;
  object_class->finalize = geoat_plan_details_window_finalize;

  g_type_ensure (GEOAT_TYPE_DATE_FIELD);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-plan-details-window.ui");
  bind_children (widget_class);

  gtk_widget_class_install_action (widget_class, "details.add-member", NULL, add_member_action);
  gtk_widget_class_install_action (widget_class, "details.open-round", NULL, open_round_action);
  gtk_widget_class_install_action (widget_class, "details.close-round", NULL, close_round_action);
  gtk_widget_class_install_action (widget_class, "details.reopen-round", NULL, reopen_round_action);
  gtk_widget_class_install_action (widget_class, "win.undo", NULL, undo_action);
  gtk_widget_class_install_action (widget_class, "win.redo", NULL, redo_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK, "win.undo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK,
                                       "win.redo", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static void
geoat_plan_details_window_init (GeoatPlanDetailsWindow *self)
{
  self->target_rows = g_ptr_array_new ();
  gtk_widget_init_template (GTK_WIDGET (self));
  geoat_accessible_describe_rows (GTK_WIDGET (self));
}

/**
 * geoat_plan_details_window_new:
 * @perspective: what the window behind looks at
 *
 * Returns: (transfer none): a new window
 */
GtkWidget *
geoat_plan_details_window_new (GeoatPerspective *perspective)
{
  GeoatPlanDetailsWindow *self = g_object_new (GEOAT_TYPE_PLAN_DETAILS_WINDOW, NULL);
  GeoatHistory *history = geoat_perspective_get_history (perspective);
  GeoatItem *plan = GEOAT_ITEM (geoat_perspective_get_plan (perspective));
  g_autoptr (GListModel) months = geoat_screen_text_list_months ();

  self->perspective = g_object_ref (perspective);
  self->updating = TRUE;
  geoat_editable_bind (GTK_EDITABLE (self->administration), history, plan,
                       GEOAT_FIELD_ADMINISTRATION);
  geoat_editable_bind (GTK_EDITABLE (self->country), history, plan, GEOAT_FIELD_COUNTRY);
  geoat_editable_bind (GTK_EDITABLE (self->title), history, plan, GEOAT_FIELD_TITLE);
  geoat_editable_bind (GTK_EDITABLE (self->classification), history, plan,
                       GEOAT_FIELD_CLASSIFICATION);
  geoat_accessible_set_list_name (GTK_WIDGET (self->targets_by), _ ("To be reached by"));
  geoat_date_field_set_label (self->targets_by, _ ("To be reached by"), _ ("No date"));
  geoat_date_field_bind (self->targets_by, history, plan, GEOAT_FIELD_TARGETS_BY);
  fill_languages (self);
  adw_combo_row_set_model (self->fiscal_year, months);
  add_targets (self);
  gtk_list_box_bind_model (self->members, geoat_plan_get_working_group (get_plan (self)),
                           create_member_row, self, NULL);
  gtk_list_box_bind_model (self->rounds, geoat_plan_get_rounds (get_plan (self)), create_round_row,
                           self, NULL);
  show_choices (self);
  g_signal_connect_object (plan, "changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);

  return GTK_WIDGET (self);
}

/**
 * geoat_plan_details_window_reveal:
 * @self: a window
 * @item: the plan, a member of the working group, or a round
 *
 * Goes to the page where @item is, and opens it there.
 */
void
geoat_plan_details_window_reveal (GeoatPlanDetailsWindow *self, GeoatItem *item)
{
  gboolean member;
  GListModel *items;
  GtkListBox *list;

  g_return_if_fail (GEOAT_IS_PLAN_DETAILS_WINDOW (self));
  g_return_if_fail (GEOAT_IS_ITEM (item));

  member = GEOAT_IS_MEMBER (item);
  if (!member && !GEOAT_IS_ROUND (item))
    {
      adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (self), "plan");
      return;
    }

  adw_preferences_window_set_visible_page_name (ADW_PREFERENCES_WINDOW (self),
                                                member ? "working-group" : "rounds");
  list = member ? self->members : self->rounds;
  items = member ? geoat_plan_get_working_group (get_plan (self))
                 : geoat_plan_get_rounds (get_plan (self));
  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr (GeoatItem) other = g_list_model_get_item (items, i);
      GtkListBoxRow *row = gtk_list_box_get_row_at_index (list, i);

      if (other == item)
        {
          adw_expander_row_set_expanded (ADW_EXPANDER_ROW (row), TRUE);
          gtk_widget_child_focus (GTK_WIDGET (row), GTK_DIR_TAB_FORWARD);
        }
    }
}
