/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The action plan as a list.
 *
 * How it works: the core filters and sorts; the list is filled with its answer when the page is
 * shown, when what is asked for changes, and when activities come or go. An activity that is edited
 * in place stays where it is, even when it no longer fits what is asked for: a row that jumps away
 * under the pointer looks like one that is lost. Only the part of the list that differs is
 * replaced, so that it does not scroll. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-action-plan-page.h"

#include "geoat-action-query.h"
#include "geoat-attention.h"
#include "geoat-change.h"

#include "geoat-action-plan-row.h"
#include "geoat-accessible.h"
#include "geoat-list-store.h"
#include "geoat-wrap-layout.h"

#include <adwaita.h>
#include <glib/gi18n.h>

struct _GeoatActionPlanPage
{
  GeoatPlanWidget parent_instance;

  GtkWidget *box;
  GtkStack *stack;
  GtkEditable *search;
  GtkDropDown *state;
  GtkDropDown *due;
  GtkDropDown *principle;
  GtkDropDown *lead;
  GtkDropDown *unit;
  GtkDropDown *order;
  GtkLabel *count;
  GtkButton *overdue;
  GtkWidget *clear;
  GtkStack *results;
  GtkListView *list;

  GListStore *actions;
  GStrv leads;
  GStrv units;
  GeoatPerspective *perspective;
  /* Set while the filters are filled, which is no choice. */
  gboolean filling;
  /* Activities have come or gone: what the list has is asked anew. */
  gboolean relist;
};

static void page_interface_init (GeoatPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GeoatActionPlanPage,
                               geoat_action_plan_page,
                               GEOAT_TYPE_PLAN_WIDGET,
                               G_IMPLEMENT_INTERFACE (GEOAT_TYPE_PAGE, page_interface_init))

/* Any, none, and then the names of @names, in the drop-downs of leads and units. */
static const char *
get_name (GtkDropDown *choice, GStrv names)
{
  guint selected = gtk_drop_down_get_selected (choice);

  if (selected == 0 || selected == GTK_INVALID_LIST_POSITION || names == NULL)
    return NULL;

  return selected == 1 ? "" : names[selected - 2];
}

static gboolean
is_filtered (GeoatActionPlanPage *self)
{
  return gtk_drop_down_get_selected (self->state) != 0 ||
         gtk_drop_down_get_selected (self->due) != 0 ||
         gtk_drop_down_get_selected (self->principle) != 0 ||
         gtk_drop_down_get_selected (self->lead) != 0 ||
         gtk_drop_down_get_selected (self->unit) != 0 ||
         *gtk_editable_get_text (self->search) != '\0';
}

static void
update_count (GeoatActionPlanPage *self)
{
  guint n_shown = g_list_model_get_n_items (G_LIST_MODEL (self->actions));
  g_autofree char *text = NULL;
  g_autofree char *overdue = NULL;
  GeoatActionCount count;
  GDate today;

  geoat_perspective_get_today (self->perspective, &today);
  geoat_action_count (geoat_perspective_get_plan (self->perspective),
                      geoat_perspective_get_round (self->perspective), -1, -1, &today, &count);

  if (is_filtered (self))
    /* Translators: how many activities are shown, of how many */
    text = g_strdup_printf (
        ngettext ("%u of %u activity shown", "%u of %u activities shown", count.total), n_shown,
        count.total);
  else
    text = g_strdup_printf (ngettext ("%u activity", "%u activities", count.total), count.total);
  overdue = g_strdup_printf (ngettext ("%u overdue", "%u overdue", count.overdue), count.overdue);

  gtk_label_set_text (self->count, text);
  gtk_button_set_label (self->overdue, overdue);
  geoat_accessible_set_name (GTK_WIDGET (self->overdue), overdue);
  gtk_widget_set_visible (GTK_WIDGET (self->overdue), count.overdue > 0);
  gtk_widget_set_visible (self->clear, is_filtered (self));
  gtk_stack_set_visible_child_name (self->stack, count.total == 0 ? "empty" : "actions");
  gtk_stack_set_visible_child_name (self->results, n_shown == 0 ? "none" : "list");
}

static void
run_query (GeoatActionPlanPage *self)
{
  g_autoptr (GPtrArray) actions = NULL;
  GeoatActionQuery query = {
    .state = (GeoatActionState) gtk_drop_down_get_selected (self->state),
    .due = (GeoatActionDue) gtk_drop_down_get_selected (self->due),
    .principle = (int) gtk_drop_down_get_selected (self->principle) - 1,
    .lead = get_name (self->lead, self->leads),
    .unit = get_name (self->unit, self->units),
    .text = gtk_editable_get_text (self->search),
    .order = (GeoatActionOrder) gtk_drop_down_get_selected (self->order),
  };
  GDate today;

  geoat_perspective_get_today (self->perspective, &today);
  actions = geoat_action_query_run (&query, geoat_perspective_get_plan (self->perspective),
                                    geoat_perspective_get_round (self->perspective), &today);
  geoat_list_store_replace (self->actions, actions);
  update_count (self);
}

/* Fills a drop-down with @names behind @any and @none, and keeps what was chosen. */
static void
fill_names (GtkDropDown *choice, const char *any, const char *none, GStrv *old, GStrv names)
{
  const char *chosen = get_name (choice, *old);
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);
  guint selected = 0;

  gtk_string_list_append (list, any);
  gtk_string_list_append (list, none);
  if (g_strcmp0 (chosen, "") == 0)
    selected = 1;
  for (guint i = 0; names[i] != NULL; i++)
    {
      gtk_string_list_append (list, names[i]);
      if (g_strcmp0 (chosen, names[i]) == 0)
        selected = i + 2;
    }

  gtk_drop_down_set_model (choice, G_LIST_MODEL (list));
  gtk_drop_down_set_selected (choice, selected);
  g_strfreev (*old);
  *old = names;
}

static void
fill_people (GeoatActionPlanPage *self)
{
  GeoatPlan *plan = geoat_perspective_get_plan (self->perspective);
  GeoatRound *round = geoat_perspective_get_round (self->perspective);

  self->filling = TRUE;
  fill_names (self->lead, _ ("Any lead"), _ ("No lead"), &self->leads,
              geoat_action_query_get_leads (plan, round));
  fill_names (self->unit, _ ("Any unit"), _ ("No unit"), &self->units,
              geoat_action_query_get_units (plan, round));
  self->filling = FALSE;
}

static void
geoat_action_plan_page_update (GeoatPlanWidget *widget)
{
  GeoatActionPlanPage *self = GEOAT_ACTION_PLAN_PAGE (widget);

  if (!self->relist)
    {
      update_count (self);
      return;
    }

  self->relist = FALSE;
  fill_people (self);
  run_query (self);
}

static void
plan_changed_cb (GeoatActionPlanPage *self, const GeoatChange *change)
{
  GeoatPart part = geoat_item_get_part (change->item);

  if (part != GEOAT_PART_ACTION && part != GEOAT_PART_ENTRY)
    return;

  if (change->kind == GEOAT_CHANGE_INSERT || change->kind == GEOAT_CHANGE_REMOVE ||
      change->field == GEOAT_FIELD_RETIRED || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->relist = TRUE;
  geoat_plan_widget_queue_update (GEOAT_PLAN_WIDGET (self));
}

static void
perspective_notify_cb (GeoatActionPlanPage *self)
{
  /* Rows are tied to whether the round can be edited: they are made anew. */
  g_list_store_remove_all (self->actions);
  self->relist = TRUE;
  geoat_plan_widget_queue_update (GEOAT_PLAN_WIDGET (self));
}

static void
filter_changed_cb (GeoatActionPlanPage *self)
{
  if (!self->filling && self->perspective != NULL)
    run_query (self);
}

static void
show_all (GeoatActionPlanPage *self)
{
  self->filling = TRUE;
  gtk_editable_set_text (self->search, "");
  gtk_drop_down_set_selected (self->state, 0);
  gtk_drop_down_set_selected (self->due, 0);
  gtk_drop_down_set_selected (self->principle, 0);
  gtk_drop_down_set_selected (self->lead, 0);
  gtk_drop_down_set_selected (self->unit, 0);
  self->filling = FALSE;
}

static void
clear_cb (GeoatActionPlanPage *self)
{
  show_all (self);
  run_query (self);
}

static void
show_overdue_cb (GeoatActionPlanPage *self)
{
  show_all (self);
  gtk_drop_down_set_selected (self->state, GEOAT_ACTION_STATE_OVERDUE);
}

/* The first place where an activity is missing. */
static void
start_cb (GeoatActionPlanPage *self)
{
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  g_autoptr (GArray) ranked = NULL;
  guint key_element = 0;
  GDate today;

  geoat_perspective_get_today (self->perspective, &today);
  ranked = geoat_attention_rank (geoat_perspective_get_plan (self->perspective),
                                 geoat_perspective_get_round (self->perspective), &today);
  if (ranked->len > 0)
    key_element = g_array_index (ranked, GeoatAttention, 0).key_element;
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s",
                              geoat_framework_get_key_element_id (framework, key_element));
}

static void
setup_cb (GeoatActionPlanPage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, geoat_action_plan_row_new ());
}

static void
bind_cb (GeoatActionPlanPage *self, GtkListItem *item)
{
  geoat_action_plan_row_bind (GEOAT_ACTION_PLAN_ROW (gtk_list_item_get_child (item)),
                              self->perspective, gtk_list_item_get_item (item));
}

static void
unbind_cb (GeoatActionPlanPage *self, GtkListItem *item)
{
  geoat_action_plan_row_unbind (GEOAT_ACTION_PLAN_ROW (gtk_list_item_get_child (item)));
}

static void
activate_cb (GeoatActionPlanPage *self, guint position)
{
  g_autoptr (GeoatItem) action = g_list_model_get_item (G_LIST_MODEL (self->actions), position);

  if (action != NULL)
    geoat_page_show_item (GEOAT_PAGE (self), action, GEOAT_FIELD_ACTIVITY);
}

static void
fill_choice (GtkDropDown *choice, const char *name, const char *const *texts)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (texts);

  gtk_drop_down_set_model (choice, G_LIST_MODEL (list));
  geoat_accessible_set_name (GTK_WIDGET (choice), name);
}

static void
fill_principles (GeoatActionPlanPage *self)
{
  g_autoptr (GtkStringList) list = gtk_string_list_new (NULL);

  gtk_string_list_append (list, _ ("All principles"));
  if (self->perspective != NULL)
    {
      GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
      const char *language = geoat_perspective_get_screen_language ();

      for (guint i = 0; i < geoat_framework_get_n_principles (framework); i++)
        {
          g_autofree char *name = g_strdup_printf (
              C_ ("principle", "%s  %s"), geoat_framework_get_principle_id (framework, i),
              geoat_framework_get_principle_short (framework, i, language));

          gtk_string_list_append (list, name);
        }
    }
  gtk_drop_down_set_model (self->principle, G_LIST_MODEL (list));
  geoat_accessible_set_name (GTK_WIDGET (self->principle), _ ("Principle"));
}

static void
fill_choices (GeoatActionPlanPage *self)
{
  self->filling = TRUE;
  fill_choice (self->state, _ ("Status"),
               (const char *const[]){ _ ("Any status"), _ ("Open"), _ ("Overdue"),
                                      geoat_status_get_title (GEOAT_STATUS_PLANNED),
                                      geoat_status_get_title (GEOAT_STATUS_IN_PROGRESS),
                                      geoat_status_get_title (GEOAT_STATUS_DONE),
                                      geoat_status_get_title (GEOAT_STATUS_DROPPED), NULL });
  fill_choice (self->due, _ ("Due"),
               (const char *const[]){ _ ("Any due date"), _ ("Due within 30 days"),
                                      _ ("Due within 90 days"), _ ("No due date"), NULL });
  fill_choice (self->lead, _ ("Lead"), (const char *const[]){ _ ("Any lead"), NULL });
  fill_choice (self->unit, _ ("Unit"), (const char *const[]){ _ ("Any unit"), NULL });
  fill_choice (self->order, _ ("Sort"),
               (const char *const[]){ _ ("By due date"), _ ("As in the template"), _ ("By status"),
                                      _ ("By lead"), _ ("By unit"), NULL });
  fill_principles (self);
  self->filling = FALSE;
}

static void
geoat_action_plan_page_perspective_changed (GeoatPlanWidget *widget, GeoatPerspective *perspective)
{
  GeoatActionPlanPage *self = GEOAT_ACTION_PLAN_PAGE (widget);

  g_list_store_remove_all (self->actions);
  self->perspective = perspective;
  fill_choices (self);
  show_all (self);
  self->relist = TRUE;
}

static gboolean
geoat_action_plan_page_reveal (GeoatPage *page, GeoatItem *item, GeoatField field)
{
  GeoatActionPlanPage *self = GEOAT_ACTION_PLAN_PAGE (page);
  guint position;

  if (!GEOAT_IS_ACTION (item) || geoat_item_get_owner (item) == NULL ||
      !g_list_store_find (self->actions, item, &position))
    return FALSE;

  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);

  return TRUE;
}

static void
page_interface_init (GeoatPageInterface *iface)
{
  iface->reveal = geoat_action_plan_page_reveal;
}

static void
geoat_action_plan_page_dispose (GObject *object)
{
  GeoatActionPlanPage *self = GEOAT_ACTION_PLAN_PAGE (object);

  if (self->actions != NULL)
    g_list_store_remove_all (self->actions);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->actions);
  g_clear_pointer (&self->leads, g_strfreev);
  g_clear_pointer (&self->units, g_strfreev);

  G_OBJECT_CLASS (geoat_action_plan_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanPage, box);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanPage, search);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanPage, state);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanPage, due);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanPage, principle);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanPage, lead);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanPage, unit);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanPage, order);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanPage, count);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanPage, overdue);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanPage, clear);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanPage, results);
  gtk_widget_class_bind_template_child (widget_class, GeoatActionPlanPage, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, show_overdue_cb);
  gtk_widget_class_bind_template_callback (widget_class, start_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
geoat_action_plan_page_class_init (GeoatActionPlanPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_action_plan_page_dispose;
  GEOAT_PLAN_WIDGET_CLASS (klass)->perspective_changed = geoat_action_plan_page_perspective_changed;
  GEOAT_PLAN_WIDGET_CLASS (klass)->update = geoat_action_plan_page_update;

  g_type_ensure (GEOAT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-action-plan-page.ui");
  bind_children (widget_class);
}

static void
geoat_action_plan_page_init (GeoatActionPlanPage *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;

  self->filling = TRUE;
  gtk_widget_init_template (GTK_WIDGET (self));
  fill_choices (self);

  self->actions = g_list_store_new (GEOAT_TYPE_ACTION);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->actions)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));

  geoat_plan_widget_follow_perspective (GEOAT_PLAN_WIDGET (self), "notify::round",
                                        G_CALLBACK (perspective_notify_cb));
  geoat_plan_widget_follow_perspective (GEOAT_PLAN_WIDGET (self), "notify::can-edit",
                                        G_CALLBACK (perspective_notify_cb));
  geoat_plan_widget_follow_plan (GEOAT_PLAN_WIDGET (self), "changed", G_CALLBACK (plan_changed_cb));
}

/**
 * geoat_action_plan_page_new:
 *
 * Returns: (transfer floating): an empty page
 */
GtkWidget *
geoat_action_plan_page_new (void)
{
  return g_object_new (GEOAT_TYPE_ACTION_PLAN_PAGE, NULL);
}

/**
 * geoat_action_plan_page_get_note:
 * @perspective: what the window looks at
 *
 * Returns: (transfer full) (nullable): how many activities are overdue, or %NULL for none
 */
char *
geoat_action_plan_page_get_note (GeoatPerspective *perspective)
{
  GeoatActionCount count;
  GDate today;

  geoat_perspective_get_today (perspective, &today);
  geoat_action_count (geoat_perspective_get_plan (perspective),
                      geoat_perspective_get_round (perspective), -1, -1, &today, &count);

  return count.overdue == 0 ? NULL
                            : g_strdup_printf (ngettext ("%u overdue", "%u overdue", count.overdue),
                                               count.overdue);
}
