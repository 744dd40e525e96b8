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
  GtkWidget parent_instance;

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
  GSignalGroup *perspective_signals;
  GSignalGroup *plan_signals;
  gboolean outdated;
  /* The list shows other rounds or other indicators: rows that stay have to be shown anew. */
  gboolean relist;
  guint update_source;
};

G_DEFINE_FINAL_TYPE (GeoatProgressPage, geoat_progress_page, GTK_TYPE_WIDGET)

enum
{
  PROP_0,
  PROP_PERSPECTIVE,
  N_PROPS
};

enum
{
  SHOW_ITEM,
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

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
update (GeoatProgressPage *self)
{
  const char *depth = gtk_stack_get_visible_child_name (self->depths);
  gboolean has_rounds;

  if (self->perspective == NULL || !gtk_widget_get_mapped (GTK_WIDGET (self)))
    {
      self->outdated = TRUE;
      return;
    }

  self->outdated = FALSE;
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

static gboolean
update_cb (gpointer data)
{
  GeoatProgressPage *self = data;

  self->update_source = 0;
  update (self);

  return G_SOURCE_REMOVE;
}

static void
queue_update (GeoatProgressPage *self)
{
  self->outdated = TRUE;
  if (self->update_source == 0 && gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->update_source = g_idle_add_full (GDK_PRIORITY_REDRAW - 10, update_cb, self, NULL);
}

static void
plan_changed_cb (GeoatProgressPage *self, const GeoatChange *change)
{
  if (change->kind == GEOAT_CHANGE_INSERT || change->kind == GEOAT_CHANGE_REMOVE ||
      geoat_item_get_part (change->item) == GEOAT_PART_ROUND ||
      !gtk_widget_get_mapped (GTK_WIDGET (self)))
    self->relist = TRUE;
  queue_update (self);
}

static void
perspective_notify_cb (GeoatProgressPage *self)
{
  g_list_store_remove_all (self->entries);
  self->relist = TRUE;
  queue_update (self);
}

static void
filter_changed_cb (GeoatProgressPage *self)
{
  self->relist = TRUE;
  update (self);
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
  update (self);
}

static void
page_activated_cb (GeoatProgressPage *self, const char *page)
{
  g_signal_emit (self, signals[ACTIVATED], 0, page);
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
    g_signal_emit (self, signals[SHOW_ITEM], 0, entry, (guint) GEOAT_FIELD_NONE);
}

static void
geoat_progress_page_map (GtkWidget *widget)
{
  GTK_WIDGET_CLASS (geoat_progress_page_parent_class)->map (widget);

  if (GEOAT_PROGRESS_PAGE (widget)->outdated)
    update (GEOAT_PROGRESS_PAGE (widget));
}

static void
geoat_progress_page_dispose (GObject *object)
{
  GeoatProgressPage *self = GEOAT_PROGRESS_PAGE (object);

  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_object (&self->plan_signals);
  g_clear_object (&self->perspective_signals);
  if (self->entries != NULL)
    g_list_store_remove_all (self->entries);
  g_clear_object (&self->perspective);
  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->entries);

  G_OBJECT_CLASS (geoat_progress_page_parent_class)->dispose (object);
}

static void
geoat_progress_page_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PERSPECTIVE:
      g_value_set_object (value, GEOAT_PROGRESS_PAGE (object)->perspective);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
geoat_progress_page_set_property (GObject *object,
                                  guint prop_id,
                                  const GValue *value,
                                  GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_PERSPECTIVE:
      geoat_progress_page_set_perspective (GEOAT_PROGRESS_PAGE (object),
                                           g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
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
  object_class->get_property = geoat_progress_page_get_property;
  object_class->set_property = geoat_progress_page_set_property;
  widget_class->map = geoat_progress_page_map;

  properties[PROP_PERSPECTIVE] =
      g_param_spec_object ("perspective", NULL, NULL, GEOAT_TYPE_PERSPECTIVE,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[SHOW_ITEM] =
      g_signal_new ("show-item", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 2, GEOAT_TYPE_ITEM, G_TYPE_UINT);
  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

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

  self->perspective_signals = g_signal_group_new (GEOAT_TYPE_PERSPECTIVE);
  for (const char *const *name =
           (const char *const[]){ "notify::round", "notify::compare", "notify::can-rate", NULL };
       *name != NULL; name++)
    g_signal_group_connect_swapped (self->perspective_signals, *name,
                                    G_CALLBACK (perspective_notify_cb), self);
  self->plan_signals = g_signal_group_new (GEOAT_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "changed", G_CALLBACK (plan_changed_cb),
                                  self);
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

/**
 * geoat_progress_page_set_perspective:
 * @self: a page
 * @perspective: (nullable): what the window looks at
 *
 * Sets whose rounds stand side by side.
 */
void
geoat_progress_page_set_perspective (GeoatProgressPage *self, GeoatPerspective *perspective)
{
  g_return_if_fail (GEOAT_IS_PROGRESS_PAGE (self));
  g_return_if_fail (perspective == NULL || GEOAT_IS_PERSPECTIVE (perspective));

  if (self->perspective == perspective)
    return;

  g_list_store_remove_all (self->entries);
  g_set_object (&self->perspective, perspective);
  g_signal_group_set_target (self->perspective_signals, perspective);
  g_signal_group_set_target (self->plan_signals,
                             perspective == NULL ? NULL : geoat_perspective_get_plan (perspective));
  geoat_round_bar_set_perspective (self->round_bar, perspective);
  geoat_chart_card_set_perspective (self->trend_card, perspective);
  geoat_chart_card_set_perspective (self->moves_card, perspective);
  geoat_chart_card_set_perspective (self->bars_card, perspective);
  self->relist = TRUE;
  update (self);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_PERSPECTIVE]);
}
