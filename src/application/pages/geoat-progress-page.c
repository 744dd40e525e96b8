/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Rounds side by side, at three depths.
 *
 * How it works: what is shown is worked out for the depth that can be seen, once for any number of
 * changes; an edit elsewhere only marks the page as out of date. An indicator that is confirmed
 * here stays in the list until something else is asked for. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-progress-page.h"

#include "geoat-change.h"
#include "geoat-move.h"

#include "geoat-chart-card.h"
#include "geoat-accessible.h"
#include "geoat-list-store.h"
#include "geoat-progress-row.h"
#include "geoat-progress-table.h"
#include "geoat-round-bar.h"
#include "geoat-wrap-layout.h"

#include <adwaita.h>
#include <glib/gi18n.h>

/* What the list of indicators can be limited to; the order of the drop-down. */
typedef enum
{
  FILTER_CHANGED,
  FILTER_ROSE,
  FILTER_FELL,
  FILTER_NEW,
  FILTER_CARRIED,
  FILTER_WORDING,
  FILTER_ALL,
} Filter;

struct _GeoatProgressPage
{
  GeoatPlanWidget parent_instance;

  GtkWidget *box;
  GtkStack *stack;
  GeoatRoundBar *round_bar;
  GtkStack *depths;
  GtkDropDown *filter;
  GeoatProgressTable *principles;
  GeoatProgressTable *key_elements;
  GeoatChartCard *trend_card;
  GeoatChartCard *moves_card;
  GeoatChartCard *bars_card;
  GtkStack *results;
  GtkListView *list;

  GListStore *entries;
  GeoatPerspective *perspective;
  /* The list shows other rounds or other indicators: rows that stay have to be shown anew. */
  gboolean relist;
};

G_DEFINE_FINAL_TYPE_WITH_CODE (GeoatProgressPage,
                               geoat_progress_page,
                               GEOAT_TYPE_PLAN_WIDGET,
                               G_IMPLEMENT_INTERFACE (GEOAT_TYPE_PAGE, NULL))

static gboolean
matches (GeoatProgressPage *self, GeoatEntry *entry)
{
  GeoatRound *from = geoat_perspective_get_compare (self->perspective);
  GeoatRound *to = geoat_perspective_get_round (self->perspective);
  Filter filter = (Filter) gtk_drop_down_get_selected (self->filter);
  GeoatMove move;

  if (!geoat_entry_is_in_round (entry, to))
    return FALSE;
  if (filter == FILTER_ALL || from == NULL)
    return TRUE;

  move = geoat_move_get (entry, from, to);
  switch (filter)
    {
    case FILTER_ROSE:
      return move == GEOAT_MOVE_ROSE;
    case FILTER_FELL:
      return move == GEOAT_MOVE_FELL;
    case FILTER_NEW:
      return move == GEOAT_MOVE_NEW;
    case FILTER_CARRIED:
      return move == GEOAT_MOVE_CARRIED;
    case FILTER_WORDING:
      return geoat_move_changes_wording (entry, from, to);
    case FILTER_CHANGED:
    default:
      return move == GEOAT_MOVE_ROSE || move == GEOAT_MOVE_FELL || move == GEOAT_MOVE_NEW ||
             move == GEOAT_MOVE_SWITCHED || geoat_move_changes_wording (entry, from, to);
    }
}

static void
update_list (GeoatProgressPage *self)
{
  GeoatPlan *plan = geoat_perspective_get_plan (self->perspective);
  g_autoptr (GPtrArray) entries = g_ptr_array_new ();
  guint n_entries = geoat_plan_get_n_entries (plan);

  for (guint i = 0; i < n_entries; i++)
    {
      GeoatEntry *entry = geoat_plan_get_entry (plan, i);

      if (matches (self, entry))
        g_ptr_array_add (entries, entry);
    }

  geoat_list_store_replace (self->entries, entries);
  gtk_stack_set_visible_child_name (self->results, entries->len == 0 ? "none" : "list");
}

static void
geoat_progress_page_update (GeoatPlanWidget *widget)
{
  GeoatProgressPage *self = GEOAT_PROGRESS_PAGE (widget);
  const char *depth = gtk_stack_get_visible_child_name (self->depths);
  gboolean has_rounds;

  has_rounds = geoat_plan_get_n_rounds (geoat_perspective_get_plan (self->perspective)) > 1;
  gtk_stack_set_visible_child_name (self->stack, has_rounds ? "rounds" : "empty");
  gtk_widget_set_visible (GTK_WIDGET (self->filter), g_strcmp0 (depth, "indicators") == 0);
  if (!has_rounds)
    return;

  if (g_strcmp0 (depth, "principles") == 0)
    {
      geoat_progress_table_update (self->principles, self->perspective);
    }
  else if (g_strcmp0 (depth, "key-elements") == 0)
    {
      geoat_progress_table_update (self->key_elements, self->perspective);
    }
  else if (self->relist)
    {
      self->relist = FALSE;
      update_list (self);
    }
}

static void
plan_changed_cb (GeoatProgressPage *self, const GeoatChange *change)
{
  if (change->kind == GEOAT_CHANGE_INSERT || change->kind == GEOAT_CHANGE_REMOVE ||
      geoat_item_get_part (change->item) == GEOAT_PART_ROUND ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->relist = TRUE;
  geoat_plan_widget_queue_update (GEOAT_PLAN_WIDGET (self));
}

static void
perspective_notify_cb (GeoatProgressPage *self)
{
  g_list_store_remove_all (self->entries);
  self->relist = TRUE;
  geoat_plan_widget_queue_update (GEOAT_PLAN_WIDGET (self));
}

static void
filter_changed_cb (GeoatProgressPage *self)
{
  self->relist = TRUE;
  geoat_plan_widget_queue_update (GEOAT_PLAN_WIDGET (self));
}

static void
clear_cb (GeoatProgressPage *self)
{
  gtk_drop_down_set_selected (self->filter, FILTER_ALL);
}

static void
depth_changed_cb (GeoatProgressPage *self)
{
  self->relist = TRUE;
  geoat_plan_widget_queue_update (GEOAT_PLAN_WIDGET (self));
}

static void
page_activated_cb (GeoatProgressPage *self, const char *page)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-page", "s", page);
}

static void
setup_cb (GeoatProgressPage *self, GtkListItem *item)
{
  gtk_list_item_set_child (item, geoat_progress_row_new ());
}

static void
bind_cb (GeoatProgressPage *self, GtkListItem *item)
{
  geoat_progress_row_bind (GEOAT_PROGRESS_ROW (gtk_list_item_get_child (item)), self->perspective,
                           gtk_list_item_get_item (item));
}

static void
unbind_cb (GeoatProgressPage *self, GtkListItem *item)
{
  geoat_progress_row_unbind (GEOAT_PROGRESS_ROW (gtk_list_item_get_child (item)));
}

static void
activate_cb (GeoatProgressPage *self, guint position)
{
  g_autoptr (GeoatItem) entry = g_list_model_get_item (G_LIST_MODEL (self->entries), position);

  if (entry != NULL)
    geoat_page_show_item (GEOAT_PAGE (self), entry, GEOAT_FIELD_NONE);
}

static void
geoat_progress_page_perspective_changed (GeoatPlanWidget *widget, GeoatPerspective *perspective)
{
  GeoatProgressPage *self = GEOAT_PROGRESS_PAGE (widget);

  g_list_store_remove_all (self->entries);
  self->perspective = perspective;
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (self->round_bar), perspective);
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (self->trend_card), perspective);
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (self->moves_card), perspective);
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (self->bars_card), perspective);
  self->relist = TRUE;
}

static void
geoat_progress_page_dispose (GObject *object)
{
  GeoatProgressPage *self = GEOAT_PROGRESS_PAGE (object);

  if (self->entries != NULL)
    g_list_store_remove_all (self->entries);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->entries);

  G_OBJECT_CLASS (geoat_progress_page_parent_class)->dispose (object);
}

static void
bind_children (GtkWidgetClass *widget_class)
{
  gtk_widget_class_bind_template_child (widget_class, GeoatProgressPage, box);
  gtk_widget_class_bind_template_child (widget_class, GeoatProgressPage, stack);
  gtk_widget_class_bind_template_child (widget_class, GeoatProgressPage, round_bar);
  gtk_widget_class_bind_template_child (widget_class, GeoatProgressPage, depths);
  gtk_widget_class_bind_template_child (widget_class, GeoatProgressPage, filter);
  gtk_widget_class_bind_template_child (widget_class, GeoatProgressPage, principles);
  gtk_widget_class_bind_template_child (widget_class, GeoatProgressPage, key_elements);
  gtk_widget_class_bind_template_child (widget_class, GeoatProgressPage, trend_card);
  gtk_widget_class_bind_template_child (widget_class, GeoatProgressPage, moves_card);
  gtk_widget_class_bind_template_child (widget_class, GeoatProgressPage, bars_card);
  gtk_widget_class_bind_template_child (widget_class, GeoatProgressPage, results);
  gtk_widget_class_bind_template_child (widget_class, GeoatProgressPage, list);
  gtk_widget_class_bind_template_callback (widget_class, filter_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, clear_cb);
  gtk_widget_class_bind_template_callback (widget_class, depth_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, page_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
  gtk_widget_class_bind_template_callback (widget_class, unbind_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
}

static void
geoat_progress_page_class_init (GeoatProgressPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_progress_page_dispose;
  GEOAT_PLAN_WIDGET_CLASS (klass)->perspective_changed = geoat_progress_page_perspective_changed;
  GEOAT_PLAN_WIDGET_CLASS (klass)->update = geoat_progress_page_update;

  g_type_ensure (GEOAT_TYPE_CHART_CARD);
  g_type_ensure (GEOAT_TYPE_PROGRESS_TABLE);
  g_type_ensure (GEOAT_TYPE_ROUND_BAR);
  g_type_ensure (GEOAT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-progress-page.ui");
  bind_children (widget_class);
}

static void
geoat_progress_page_init (GeoatProgressPage *self)
{
  g_autoptr (GtkNoSelection) selection = NULL;
  g_autoptr (GtkStringList) filters = NULL;

  gtk_widget_init_template (GTK_WIDGET (self));

  filters = gtk_string_list_new (
      (const char *const[]){ _ ("What changed"), _ ("Rose"), _ ("Fell"), _ ("Newly assessed"),
                             _ ("Carried, not confirmed"), _ ("Current activities reworded"),
                             _ ("All indicators"), NULL });
  gtk_drop_down_set_model (self->filter, G_LIST_MODEL (filters));
  geoat_accessible_set_name (GTK_WIDGET (self->filter), _ ("Indicators shown"));

  self->entries = g_list_store_new (GEOAT_TYPE_ENTRY);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->entries)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));

  for (const char *const *name =
           (const char *const[]){ "notify::round", "notify::compare", "notify::can-rate", NULL };
       *name != NULL; name++)
    geoat_plan_widget_follow_perspective (GEOAT_PLAN_WIDGET (self), *name,
                                          G_CALLBACK (perspective_notify_cb));
  geoat_plan_widget_follow_plan (GEOAT_PLAN_WIDGET (self), "changed", G_CALLBACK (plan_changed_cb));
}

/**
 * geoat_progress_page_new:
 *
 * Returns: (transfer floating): an empty page
 */
GtkWidget *
geoat_progress_page_new (void)
{
  return g_object_new (GEOAT_TYPE_PROGRESS_PAGE, NULL);
}
