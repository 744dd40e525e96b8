/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Finds a text in the whole plan.
 *
 * How it works: GeoatFind is a list of the places, kept up to date; the list view shows it. While
 * the panel is closed it looks for nothing, so that typing elsewhere costs nothing here. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-find-panel.h"

#include "geoat-accessible.h"
#include "geoat-announce.h"

#include <glib/gi18n.h>

struct _GeoatFindPanel
{
  GeoatPlanWidget parent_instance;

  GtkWidget *box;
  GtkSearchEntry *entry;
  GtkRevealer *replace_revealer;
  GtkEntry *replacement;
  GtkLabel *count;
  GtkStack *stack;
  GtkListView *list;

  GeoatPerspective *perspective;
  GeoatFind *find;
  GtkSingleSelection *selection;
};

G_DEFINE_FINAL_TYPE (GeoatFindPanel, geoat_find_panel, GEOAT_TYPE_PLAN_WIDGET)

enum
{
  ACTIVATED,
  CLOSED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* The name of a field, as the page that shows it calls it. */
static const char *
get_field_title (GeoatFindPanel *self, GeoatField field)
{
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  const GeoatFieldInfo *info;
  int column;

  if (field == GEOAT_FIELD_NONE)
    return C_ ("field", "Reason");

  info = geoat_field_get_info (field);
  column = info->column == NULL ? -1 : geoat_framework_find_column (framework, info->column);

  return column < 0 ? geoat_field_get_title (field)
                    : geoat_framework_get_column_heading (framework, column,
                                                          geoat_perspective_get_screen_language ());
}

static char *
format_place (GeoatFindPanel *self, GeoatMatch *match)
{
  GeoatEntry *entry = geoat_match_get_entry (match);
  const char *field = get_field_title (self, geoat_match_get_field (match));
  GeoatItem *item;
  GeoatItem *owner;

  if (entry != NULL)
    /* Translators: a place in the plan: id of a key element, name of a field */
    return g_strdup_printf (C_ ("place", "%s · %s"), geoat_entry_get_key_element (entry), field);

  for (item = geoat_match_get_item (match); !GEOAT_IS_PLAN (item); item = owner)
    {
      owner = geoat_item_get_owner (item);
      if (GEOAT_IS_PLAN (owner))
        return g_strdup_printf (
            /* Translators: a place in the plan: a list, name of a field */
            C_ ("place", "%s · %s"),
            _ (geoat_list_kind_get_info (
                   geoat_list_kind_find (GEOAT_PART_PLAN, geoat_item_get_part (item)))
                   ->title),
            field);
    }
  return g_strdup_printf (C_ ("place", "Plan details · %s"), field);
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 1);
  GtkWidget *place = gtk_label_new (NULL);
  GtkWidget *text = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_label_set_wrap (GTK_LABEL (place), TRUE);
  gtk_widget_add_css_class (place, "caption-heading");
  gtk_widget_add_css_class (place, "secondary");
  gtk_label_set_xalign (GTK_LABEL (text), 0);
  gtk_label_set_wrap (GTK_LABEL (text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (text), PANGO_WRAP_WORD_CHAR);
  gtk_label_set_lines (GTK_LABEL (text), 2);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  gtk_box_append (GTK_BOX (box), place);
  gtk_box_append (GTK_BOX (box), text);
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GeoatFindPanel *self = data;
  GeoatMatch *match = gtk_list_item_get_item (item);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkWidget *place = gtk_widget_get_first_child (box);
  GtkWidget *text = gtk_widget_get_last_child (box);
  g_autoptr (PangoAttrList) attributes = pango_attr_list_new ();
  PangoAttribute *bold = pango_attr_weight_new (PANGO_WEIGHT_BOLD);
  PangoAttribute *underline = pango_attr_underline_new (PANGO_UNDERLINE_SINGLE);
  g_autofree char *place_text = format_place (self, match);
  g_autofree char *snippet = NULL;
  g_autofree char *name = NULL;
  gsize start, length;

  snippet = geoat_match_get_snippet (match, &start, &length);
  bold->start_index = underline->start_index = start;
  bold->end_index = underline->end_index = start + length;
  pango_attr_list_insert (attributes, bold);
  pango_attr_list_insert (attributes, underline);

  gtk_label_set_text (GTK_LABEL (place), place_text);
  gtk_label_set_text (GTK_LABEL (text), snippet);
  gtk_label_set_attributes (GTK_LABEL (text), attributes);

  /* The row is the list's own widget; it has no name by itself before GTK 4.12. */
  name = g_strdup_printf ("%s: %s", place_text, snippet);
  geoat_accessible_set_name (gtk_widget_get_parent (box), name);
}

static void
update_count (GeoatFindPanel *self)
{
  const char *text = self->find == NULL ? "" : geoat_find_get_text (self->find);
  guint n = self->find == NULL ? 0 : geoat_find_get_n_matches (self->find);
  g_autofree char *count = NULL;

  if (*text == '\0')
    {
      gtk_stack_set_visible_child_name (self->stack, "hint");
      gtk_label_set_text (self->count, "");
    }
  else
    {
      count = n == 0 ? g_strdup (_ ("Not found"))
                     : g_strdup_printf (ngettext ("%u place", "%u places", n), n);
      gtk_stack_set_visible_child_name (self->stack, n == 0 ? "nothing" : "list");
      gtk_label_set_text (self->count, count);
    }

  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.replace", n > 0);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "find.replace-all", n > 0);
}

static void
activate (GeoatFindPanel *self, guint position)
{
  g_autoptr (GeoatMatch) match = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (match == NULL)
    return;

  gtk_single_selection_set_selected (self->selection, position);
  gtk_widget_activate_action (GTK_WIDGET (self->list), "list.scroll-to-item", "u", position);
  g_signal_emit (self, signals[ACTIVATED], 0, match);
}

static void
list_activated_cb (GeoatFindPanel *self, guint position)
{
  activate (self, position);
}

static void
search_changed_cb (GeoatFindPanel *self)
{
  if (self->find != NULL)
    geoat_find_set_text (self->find, gtk_editable_get_text (GTK_EDITABLE (self->entry)));
  update_count (self);
}

/* Enter may come before the search has caught up with the typing. */
static void
search_activate_cb (GeoatFindPanel *self)
{
  guint position;

  search_changed_cb (self);
  position = gtk_single_selection_get_selected (self->selection);
  activate (self, position == GTK_INVALID_LIST_POSITION ? 0 : position);
}

static void
stop_search_cb (GeoatFindPanel *self)
{
  g_signal_emit (self, signals[CLOSED], 0);
}

static gboolean
escape_cb (GtkWidget *widget, GVariant *arguments, gpointer data)
{
  g_signal_emit (widget, signals[CLOSED], 0);

  return TRUE;
}

static gboolean
entry_key_cb (GeoatFindPanel *self, guint keyval)
{
  if ((keyval == GDK_KEY_Down || keyval == GDK_KEY_KP_Down) &&
      g_list_model_get_n_items (G_LIST_MODEL (self->selection)) > 0)
    {
      gtk_widget_grab_focus (GTK_WIDGET (self->list));
      return GDK_EVENT_STOP;
    }

  return GDK_EVENT_PROPAGATE;
}

static gboolean
can_edit (GeoatFindPanel *self)
{
  return self->perspective != NULL && geoat_perspective_get_can_edit (self->perspective);
}

static void
replace_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatFindPanel *self = GEOAT_FIND_PANEL (widget);
  guint position = gtk_single_selection_get_selected (self->selection);
  g_autoptr (GeoatMatch) match = g_list_model_get_item (G_LIST_MODEL (self->selection), position);

  if (match == NULL || !can_edit (self))
    return;

  geoat_find_replace (self->find, geoat_perspective_get_history (self->perspective), match,
                      gtk_editable_get_text (GTK_EDITABLE (self->replacement)));
  geoat_find_update (self->find);
  update_count (self);
  activate (self, position);
}

static void
replace_all_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatFindPanel *self = GEOAT_FIND_PANEL (widget);
  g_autofree char *text = NULL;
  guint n;

  if (!can_edit (self))
    return;

  n = geoat_find_replace_all (self->find, geoat_perspective_get_history (self->perspective),
                              gtk_editable_get_text (GTK_EDITABLE (self->replacement)));
  geoat_find_update (self->find);
  update_count (self);
  text = g_strdup_printf (ngettext ("Replaced in %u place", "Replaced in %u places", n), n);
  if (n > 0)
    geoat_announce_with_undo (widget, text);
  else
    geoat_announce (widget, text);
}

static void
perspective_notify_round_cb (GeoatFindPanel *self)
{
  if (self->find != NULL) /* else nothing has been looked for yet */
    geoat_find_set_round (self->find, geoat_perspective_get_round (self->perspective));
}

static void
geoat_find_panel_perspective_changed (GeoatPlanWidget *widget, GeoatPerspective *perspective)
{
  GeoatFindPanel *self = GEOAT_FIND_PANEL (widget);

  gtk_single_selection_set_model (self->selection, NULL);
  g_clear_object (&self->find);
  self->perspective = perspective;
  gtk_editable_set_text (GTK_EDITABLE (self->entry), "");
  update_count (self);
}

static void
geoat_find_panel_dispose (GObject *object)
{
  GeoatFindPanel *self = GEOAT_FIND_PANEL (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);
  g_clear_object (&self->selection);
  g_clear_object (&self->find);

  G_OBJECT_CLASS (geoat_find_panel_parent_class)->dispose (object);
}

static void
install_signals (GeoatFindPanelClass *klass)
{
  GType type = G_TYPE_FROM_CLASS (klass);

  signals[ACTIVATED] = g_signal_new ("activated", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                     G_TYPE_NONE, 1, GEOAT_TYPE_MATCH);
  signals[CLOSED] =
      g_signal_new ("closed", type, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
geoat_find_panel_class_init (GeoatFindPanelClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_find_panel_dispose;
  GEOAT_PLAN_WIDGET_CLASS (klass)->perspective_changed = geoat_find_panel_perspective_changed;

  install_signals (klass);

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_SEARCH);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-find-panel.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatFindPanel, box);
  gtk_widget_class_bind_template_child (widget_class, GeoatFindPanel, entry);
  gtk_widget_class_bind_template_child (widget_class, GeoatFindPanel, replace_revealer);
  gtk_widget_class_bind_template_child (widget_class, GeoatFindPanel, replacement);
  gtk_widget_class_bind_template_child (widget_class, GeoatFindPanel, count);
  gtk_widget_class_bind_template_child (widget_class, GeoatFindPanel, stack);
  gtk_widget_class_bind_template_child (widget_class, GeoatFindPanel, list);
  gtk_widget_class_bind_template_callback (widget_class, list_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, stop_search_cb);
  gtk_widget_class_bind_template_callback (widget_class, entry_key_cb);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_Escape, 0, escape_cb, NULL);
  gtk_widget_class_install_action (widget_class, "find.replace", NULL, replace_action);
  gtk_widget_class_install_action (widget_class, "find.replace-all", NULL, replace_all_action);
}

static void
geoat_find_panel_init (GeoatFindPanel *self)
{
  GtkListItemFactory *factory;

  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->entry), FALSE);
  gtk_editable_set_enable_undo (GTK_EDITABLE (self->replacement), FALSE);

  self->selection = gtk_single_selection_new (NULL);
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (self->selection));
  factory = gtk_signal_list_item_factory_new ();
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), self);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), self);
  gtk_list_view_set_factory (self->list, factory);
  g_object_unref (factory);

  geoat_plan_widget_follow_perspective (GEOAT_PLAN_WIDGET (self), "notify::round",
                                        G_CALLBACK (perspective_notify_round_cb));
  g_signal_connect_object (self->selection, "items-changed", G_CALLBACK (update_count), self,
                           G_CONNECT_SWAPPED | G_CONNECT_AFTER);
  update_count (self);
}

/**
 * geoat_find_panel_new:
 *
 * Returns: (transfer floating): a panel without a plan
 */
GtkWidget *
geoat_find_panel_new (void)
{
  return g_object_new (GEOAT_TYPE_FIND_PANEL, NULL);
}

/**
 * geoat_find_panel_start:
 * @self: a panel that has a plan
 *
 * The panel is shown now: what is typed goes into its entry.
 */
void
geoat_find_panel_start (GeoatFindPanel *self)
{
  g_return_if_fail (GEOAT_IS_FIND_PANEL (self));
  g_return_if_fail (self->perspective != NULL);

  if (self->find == NULL)
    {
      self->find = geoat_find_new (geoat_perspective_get_plan (self->perspective));
      geoat_find_set_round (self->find, geoat_perspective_get_round (self->perspective));
      gtk_single_selection_set_model (self->selection, G_LIST_MODEL (self->find));
    }

  search_changed_cb (self);
  gtk_widget_grab_focus (GTK_WIDGET (self->entry));
  gtk_editable_select_region (GTK_EDITABLE (self->entry), 0, -1);
}

/**
 * geoat_find_panel_stop:
 * @self: a panel
 *
 * The panel is hidden now. What was looked for stays in its entry.
 */
void
geoat_find_panel_stop (GeoatFindPanel *self)
{
  g_return_if_fail (GEOAT_IS_FIND_PANEL (self));

  if (self->find != NULL)
    geoat_find_set_text (self->find, "");
}

/**
 * geoat_find_panel_step:
 * @self: a panel
 * @step: 1 for the next place, -1 for the one before
 *
 * Goes from place to place, round and round.
 */
void
geoat_find_panel_step (GeoatFindPanel *self, int step)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (self->selection));
  guint position = gtk_single_selection_get_selected (self->selection);

  g_return_if_fail (GEOAT_IS_FIND_PANEL (self));

  if (n == 0)
    return;

  if (position == GTK_INVALID_LIST_POSITION)
    activate (self, 0);
  else
    activate (self, (position + n + step) % n);
}
