/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The pages of a plan. A row's widget name is the name of its page. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-sidebar.h"

#include "geoat-change.h"

#include "geoat-find-panel.h"
#include "geoat-flat-snapshot.h"
#include "geoat-key-element-row.h"
#include "geoat-page-row.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _GeoatSidebar
{
  GeoatPlanWidget parent_instance;

  GtkWidget *header;
  GtkLabel *title;
  GtkLabel *subtitle;
  GtkToggleButton *find_button;
  GtkMenuButton *menu;
  GtkStack *stack;
  GeoatFindPanel *find_panel;
  GtkListBox *list;

  GeoatPerspective *perspective;
  char *page;
  gboolean example;
  guint menu_tick;
};

G_DEFINE_FINAL_TYPE (GeoatSidebar, geoat_sidebar, GEOAT_TYPE_PLAN_WIDGET)

enum
{
  PROP_0,
  PROP_PAGE,
  N_PROPS
};

enum
{
  ACTIVATED,
  FIND_ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

static void
update_scores (GeoatSidebar *self)
{
  GeoatScores *scores = geoat_perspective_get_scores (self->perspective);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (GEOAT_IS_KEY_ELEMENT_ROW (row))
      {
        guint key_element = geoat_key_element_row_get_key_element (GEOAT_KEY_ELEMENT_ROW (row));

        geoat_key_element_row_set_score (GEOAT_KEY_ELEMENT_ROW (row),
                                         geoat_scores_get_key_element (scores, key_element));
      }
}

static void
update_title (GeoatSidebar *self)
{
  GeoatPlan *plan = geoat_perspective_get_plan (self->perspective);
  const char *administration = geoat_plan_get_administration (plan);
  const char *title = geoat_plan_get_title (plan);
  g_autofree char *name = NULL;

  if (*administration == '\0')
    {
      administration = *title == '\0' ? _ ("Untitled plan") : title;
      title = "";
    }

  /* Translators: the name of an administration, in the example plan */
  name = self->example ? g_strdup_printf (_ ("%s (example)"), administration)
                       : g_strdup (administration);
  gtk_label_set_text (self->title, name);
  gtk_label_set_text (self->subtitle, title);
  gtk_widget_set_visible (GTK_WIDGET (self->subtitle), *title != '\0');
}

/* What the rows of the pages say beside their titles. */
static void
geoat_sidebar_update (GeoatPlanWidget *widget)
{
  GeoatSidebar *self = GEOAT_SIDEBAR (widget);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (GEOAT_IS_PAGE_ROW (row))
      geoat_page_row_update (GEOAT_PAGE_ROW (row), self->perspective);
}

/* Typing is not counted after: only what can change a note. */
static void
plan_changed_cb (GeoatSidebar *self, const GeoatChange *change)
{
  if (change->kind == GEOAT_CHANGE_INSERT || change->kind == GEOAT_CHANGE_REMOVE ||
      change->field == GEOAT_FIELD_DUE || change->field == GEOAT_FIELD_STATUS ||
      change->field == GEOAT_FIELD_RETIRED)
    geoat_plan_widget_queue_update (GEOAT_PLAN_WIDGET (self));
}

static void
scores_changed_cb (GeoatSidebar *self)
{
  update_scores (self);
}

static void
perspective_notify_scores_cb (GeoatSidebar *self)
{
  update_scores (self);
  geoat_plan_widget_queue_update (GEOAT_PLAN_WIDGET (self));
}

static void
plan_notify_cb (GeoatSidebar *self)
{
  update_title (self);
}

/* By their positions: what stands between the rows, their headers, goes with them. */
static void
remove_key_elements (GeoatSidebar *self)
{
  GtkListBoxRow *row;
  int index = 0;

  while ((row = gtk_list_box_get_row_at_index (self->list, index)) != NULL)
    if (GEOAT_IS_KEY_ELEMENT_ROW (row))
      gtk_list_box_remove (self->list, GTK_WIDGET (row));
    else
      index++;
}

static void
add_key_elements (GeoatSidebar *self)
{
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);

  for (guint i = 0; i < geoat_framework_get_n_key_elements (framework); i++)
    gtk_list_box_append (self->list, geoat_key_element_row_new (framework, i));
}

static int
get_row_principle (GeoatSidebar *self, GtkListBoxRow *row)
{
  if (row == NULL || !GEOAT_IS_KEY_ELEMENT_ROW (row))
    return -1;

  return geoat_framework_get_key_element_principle (
      geoat_perspective_get_framework (self->perspective),
      geoat_key_element_row_get_key_element (GEOAT_KEY_ELEMENT_ROW (row)));
}

static void
header_cb (GtkListBoxRow *row, GtkListBoxRow *before, gpointer data)
{
  GeoatSidebar *self = data;
  int principle = get_row_principle (self, row);
  GeoatFramework *framework;
  g_autofree char *text = NULL;
  GtkWidget *label;

  if (principle < 0 || principle == get_row_principle (self, before))
    {
      gtk_list_box_row_set_header (row, NULL);
      return;
    }

  framework = geoat_perspective_get_framework (self->perspective);
  /* Translators: number and name of a principle */
  text = g_strdup_printf (C_ ("principle", "%s  %s"),
                          geoat_framework_get_principle_id (framework, principle),
                          geoat_framework_get_principle_name (
                              framework, principle, geoat_perspective_get_screen_language ()));
  label = gtk_label_new (text);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_width_chars (GTK_LABEL (label), 12);
  gtk_widget_add_css_class (label, "principle");
  gtk_list_box_row_set_header (row, label);
}

static void
row_selected_cb (GeoatSidebar *self, GtkListBoxRow *row)
{
  const char *page = row == NULL ? NULL : gtk_widget_get_name (GTK_WIDGET (row));

  if (page == NULL || g_strcmp0 (self->page, page) == 0)
    return;

  /* the focus does not stay behind when the keys of the window choose a page */
  if (gtk_widget_get_state_flags (GTK_WIDGET (self->list)) & GTK_STATE_FLAG_FOCUS_WITHIN)
    gtk_widget_grab_focus (GTK_WIDGET (row));
  g_free (self->page);
  self->page = g_strdup (page);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PAGE]);
}

static void
row_activated_cb (GeoatSidebar *self, GtkListBoxRow *row)
{
  g_signal_emit (self, signals[ACTIVATED], 0);
}

/* Enter goes on into the page. */
static gboolean
list_key_cb (GeoatSidebar *self, guint keyval, guint keycode, GdkModifierType state)
{
  if ((state & gtk_accelerator_get_default_mod_mask ()) != 0 ||
      (keyval != GDK_KEY_Return && keyval != GDK_KEY_KP_Enter && keyval != GDK_KEY_ISO_Enter))
    return GDK_EVENT_PROPAGATE;

  g_signal_emit (self, signals[ACTIVATED], 0);
  gtk_widget_activate_action (GTK_WIDGET (self), "win.focus-page", NULL);

  return GDK_EVENT_STOP;
}

static void
find_toggled_cb (GeoatSidebar *self)
{
  gboolean finding = gtk_toggle_button_get_active (self->find_button);

  if (self->perspective == NULL)
    return;

  gtk_stack_set_visible_child_name (self->stack, finding ? "find" : "pages");
  if (finding)
    {
      geoat_find_panel_start (self->find_panel);
    }
  else
    {
      geoat_find_panel_stop (self->find_panel);
      geoat_sidebar_focus_page (self);
    }
}

static void
find_activated_cb (GeoatSidebar *self, GeoatMatch *match)
{
  g_signal_emit (self, signals[FIND_ACTIVATED], 0, match);
}

static void
find_closed_cb (GeoatSidebar *self)
{
  gtk_toggle_button_set_active (self->find_button, FALSE);
}

/* Adjustments follow the keyboard by themselves, but not a page that is chosen from elsewhere. */
static void
scroll_to_row (GeoatSidebar *self, GtkWidget *row)
{
  GtkAdjustment *adjustment = gtk_list_box_get_adjustment (self->list);
  double y;

  if (adjustment == NULL ||
      !gtk_widget_translate_coordinates (row, GTK_WIDGET (self->list), 0, 0, NULL, &y))
    return;

  gtk_adjustment_clamp_page (adjustment, y, y + gtk_widget_get_height (row));
}

/* The list is one stop of Tab, and the last of the sidebar; the arrows go from row to row. */
static gboolean
geoat_sidebar_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GeoatSidebar *self = GEOAT_SIDEBAR (widget);

  if (gtk_widget_get_focus_child (GTK_WIDGET (self->list)) != NULL)
    {
      if (direction == GTK_DIR_TAB_FORWARD)
        return FALSE;
      if (direction == GTK_DIR_TAB_BACKWARD)
        return gtk_widget_child_focus (self->header, direction);
    }

  return GTK_WIDGET_CLASS (geoat_sidebar_parent_class)->focus (widget, direction);
}

/* Shows the pages of another plan, and chooses the first. */
static void
geoat_sidebar_perspective_changed (GeoatPlanWidget *widget, GeoatPerspective *perspective)
{
  GeoatSidebar *self = GEOAT_SIDEBAR (widget);

  gtk_toggle_button_set_active (self->find_button, FALSE);
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (self->find_panel), perspective);
  gtk_list_box_select_row (self->list, gtk_list_box_get_row_at_index (self->list, 0));
  remove_key_elements (self);
  self->perspective = perspective;
  if (perspective == NULL)
    return;

  add_key_elements (self);
  update_scores (self);
  update_title (self);
}

static void
geoat_sidebar_dispose (GObject *object)
{
  GeoatSidebar *self = GEOAT_SIDEBAR (object);

  /* The rows that are left go with the list, and must not ask for headers then. */
  if (gtk_widget_get_first_child (GTK_WIDGET (self)) != NULL)
    gtk_list_box_set_header_func (self->list, NULL, NULL, NULL);

  g_clear_pointer (&self->page, g_free);
  for (GtkWidget *child; (child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL;)
    gtk_widget_unparent (child);

  G_OBJECT_CLASS (geoat_sidebar_parent_class)->dispose (object);
}

static void
geoat_sidebar_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GeoatSidebar *self = GEOAT_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_PAGE:
      g_value_set_string (value, self->page);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
geoat_sidebar_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  GeoatSidebar *self = GEOAT_SIDEBAR (object);

  switch (prop_id)
    {
    case PROP_PAGE:
      geoat_sidebar_set_page (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
geoat_sidebar_class_init (GeoatSidebarClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = geoat_sidebar_dispose;
  object_class->get_property = geoat_sidebar_get_property;
  object_class->set_property = geoat_sidebar_set_property;
  widget_class->focus = geoat_sidebar_focus;
  GEOAT_PLAN_WIDGET_CLASS (klass)->perspective_changed = geoat_sidebar_perspective_changed;
  GEOAT_PLAN_WIDGET_CLASS (klass)->update = geoat_sidebar_update;
  widget_class->snapshot = geoat_flat_snapshot;

  properties[PROP_PAGE] = g_param_spec_string ("page", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 0);
  signals[FIND_ACTIVATED] =
      g_signal_new ("find-activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL,
                    NULL, G_TYPE_NONE, 1, GEOAT_TYPE_MATCH);

  g_type_ensure (GEOAT_TYPE_FIND_PANEL);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "sidebar");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-sidebar.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatSidebar, header);
  gtk_widget_class_bind_template_child (widget_class, GeoatSidebar, title);
  gtk_widget_class_bind_template_child (widget_class, GeoatSidebar, subtitle);
  gtk_widget_class_bind_template_child (widget_class, GeoatSidebar, find_button);
  gtk_widget_class_bind_template_child (widget_class, GeoatSidebar, menu);
  gtk_widget_class_bind_template_child (widget_class, GeoatSidebar, stack);
  gtk_widget_class_bind_template_child (widget_class, GeoatSidebar, find_panel);
  gtk_widget_class_bind_template_child (widget_class, GeoatSidebar, list);
  gtk_widget_class_bind_template_callback (widget_class, find_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_closed_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, list_key_cb);
}

static void
geoat_sidebar_init (GeoatSidebar *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_list_box_set_header_func (self->list, header_cb, self, NULL);

  geoat_plan_widget_follow_perspective (GEOAT_PLAN_WIDGET (self), "notify::scores",
                                        G_CALLBACK (perspective_notify_scores_cb));
  geoat_plan_widget_follow_scores (GEOAT_PLAN_WIDGET (self), "changed",
                                   G_CALLBACK (scores_changed_cb));
  geoat_plan_widget_follow_plan (GEOAT_PLAN_WIDGET (self), "changed", G_CALLBACK (plan_changed_cb));
  geoat_plan_widget_follow_plan (GEOAT_PLAN_WIDGET (self), "notify::administration",
                                 G_CALLBACK (plan_notify_cb));
  geoat_plan_widget_follow_plan (GEOAT_PLAN_WIDGET (self), "notify::title",
                                 G_CALLBACK (plan_notify_cb));
}

/**
 * geoat_sidebar_new:
 *
 * Returns: (transfer floating): a sidebar that has no plan yet
 */
GtkWidget *
geoat_sidebar_new (void)
{
  return g_object_new (GEOAT_TYPE_SIDEBAR, NULL);
}

/**
 * geoat_sidebar_add_page:
 * @self: a sidebar that has no plan yet
 * @info: (transfer none): a row of the table of pages that has a title
 *
 * Adds a page above the key elements. The first one is chosen with each new plan.
 */
void
geoat_sidebar_add_page (GeoatSidebar *self, const GeoatPageInfo *info)
{
  GtkWidget *row;

  g_return_if_fail (GEOAT_IS_SIDEBAR (self));
  g_return_if_fail (info != NULL && info->title != NULL);

  row = geoat_page_row_new (info);
  gtk_list_box_append (self->list, row);
  if (self->page == NULL)
    gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
}

/**
 * geoat_sidebar_get_page:
 * @self: a sidebar
 *
 * Returns: (transfer none): the name of the chosen page
 */
const char *
geoat_sidebar_get_page (GeoatSidebar *self)
{
  g_return_val_if_fail (GEOAT_IS_SIDEBAR (self), NULL);

  return self->page;
}

/**
 * geoat_sidebar_set_page:
 * @self: a sidebar
 * @page: the name of a page
 *
 * Chooses a page.
 *
 * Returns: %TRUE when there is such a page
 */
gboolean
geoat_sidebar_set_page (GeoatSidebar *self, const char *page)
{
  g_return_val_if_fail (GEOAT_IS_SIDEBAR (self), FALSE);
  g_return_val_if_fail (page != NULL, FALSE);

  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    if (GTK_IS_LIST_BOX_ROW (row) && g_str_equal (gtk_widget_get_name (row), page))
      {
        gtk_list_box_select_row (self->list, GTK_LIST_BOX_ROW (row));
        scroll_to_row (self, row);
        return TRUE;
      }

  return FALSE;
}

/**
 * geoat_sidebar_step:
 * @self: a sidebar
 * @step: 1 for the next page, -1 for the one before
 *
 * Chooses a neighbour of the chosen page; at the end there is none.
 */
void
geoat_sidebar_step (GeoatSidebar *self, int step)
{
  GtkListBoxRow *row = gtk_list_box_get_selected_row (self->list);
  GtkListBoxRow *next;
  int index = row == NULL ? 0 : gtk_list_box_row_get_index (row);

  g_return_if_fail (GEOAT_IS_SIDEBAR (self));

  next = index + step < 0 ? NULL : gtk_list_box_get_row_at_index (self->list, index + step);
  if (next != NULL)
    {
      gtk_list_box_select_row (self->list, next);
      scroll_to_row (self, GTK_WIDGET (next));
    }
}

/**
 * geoat_sidebar_set_example:
 * @self: a sidebar that has a plan
 * @example: whether its plan is the example that comes with the application
 *
 * Says beside the name of the administration that it is an example.
 */
void
geoat_sidebar_set_example (GeoatSidebar *self, gboolean example)
{
  g_return_if_fail (GEOAT_IS_SIDEBAR (self));

  self->example = example;
  if (self->perspective != NULL)
    update_title (self);
}

/**
 * geoat_sidebar_find:
 * @self: a sidebar that has a plan
 *
 * Shows the panel that finds text, and puts the caret into it.
 */
void
geoat_sidebar_find (GeoatSidebar *self)
{
  g_return_if_fail (GEOAT_IS_SIDEBAR (self));

  if (gtk_toggle_button_get_active (self->find_button))
    geoat_find_panel_start (self->find_panel);
  else
    gtk_toggle_button_set_active (self->find_button, TRUE);
}

/* A menu shows at a button that has its place: in a narrow window the sidebar has yet to come. */
static gboolean
open_menu_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GeoatSidebar *self = GEOAT_SIDEBAR (widget);

  if (!gtk_widget_get_mapped (GTK_WIDGET (self->menu)))
    return G_SOURCE_CONTINUE;

  self->menu_tick = 0;
  gtk_menu_button_popup (self->menu);
  return G_SOURCE_REMOVE;
}

/**
 * geoat_sidebar_open_menu:
 * @self: a sidebar
 *
 * Opens the main menu, as soon as the sidebar can be seen.
 */
void
geoat_sidebar_open_menu (GeoatSidebar *self)
{
  g_return_if_fail (GEOAT_IS_SIDEBAR (self));

  if (gtk_widget_get_mapped (GTK_WIDGET (self->menu)))
    gtk_menu_button_popup (self->menu);
  else if (self->menu_tick == 0)
    self->menu_tick = gtk_widget_add_tick_callback (GTK_WIDGET (self), open_menu_cb, NULL, NULL);
}

/**
 * geoat_sidebar_find_step:
 * @self: a sidebar that has a plan
 * @step: 1 for the next place that was found, -1 for the one before
 *
 * Goes from place to place; while nothing is looked for, asks what.
 */
void
geoat_sidebar_find_step (GeoatSidebar *self, int step)
{
  g_return_if_fail (GEOAT_IS_SIDEBAR (self));

  if (gtk_toggle_button_get_active (self->find_button))
    geoat_find_panel_step (self->find_panel, step);
  else
    geoat_sidebar_find (self);
}

/**
 * geoat_sidebar_focus_page:
 * @self: a sidebar
 *
 * Gives the focus to the row of the page that is shown. gtk_widget_child_focus() would go on from
 * the row that had it last.
 */
void
geoat_sidebar_focus_page (GeoatSidebar *self)
{
  GtkListBoxRow *row;

  g_return_if_fail (GEOAT_IS_SIDEBAR (self));

  row = gtk_list_box_get_selected_row (self->list);
  if (row != NULL)
    gtk_widget_grab_focus (GTK_WIDGET (row));
}
