/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where to move something: a list of key elements or indicators that can be searched. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "geoat-entry-order.h"
#include "geoat-accessible.h"
#include "geoat-move-dialog.h"

#define GEOAT_TYPE_MOVE_DIALOG (geoat_move_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GeoatMoveDialog, geoat_move_dialog, GEOAT, MOVE_DIALOG, AdwWindow)

/* A place to move to, as the list shows it. */
#define GEOAT_TYPE_MOVE_TARGET (geoat_move_target_get_type ())
G_DECLARE_FINAL_TYPE (GeoatMoveTarget, geoat_move_target, GEOAT, MOVE_TARGET, GObject)

struct _GeoatMoveTarget
{
  GObject parent_instance;

  char *title;
  char *place;
  char *key_element;
  GeoatEntry *entry;
};

struct _GeoatMoveDialog
{
  AdwWindow parent_instance;

  GtkSearchEntry *search;
  GtkListView *list;

  GListStore *targets;
  GtkFilter *filter;
  GeoatPerspective *perspective;
  GeoatItem *item;
};

G_DEFINE_FINAL_TYPE (GeoatMoveTarget, geoat_move_target, G_TYPE_OBJECT)
G_DEFINE_FINAL_TYPE (GeoatMoveDialog, geoat_move_dialog, ADW_TYPE_WINDOW)

static void
geoat_move_target_finalize (GObject *object)
{
  GeoatMoveTarget *self = GEOAT_MOVE_TARGET (object);

  g_free (self->title);
  g_free (self->place);
  g_free (self->key_element);
  g_clear_object (&self->entry);

  G_OBJECT_CLASS (geoat_move_target_parent_class)->finalize (object);
}

static void
geoat_move_target_class_init (GeoatMoveTargetClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = geoat_move_target_finalize;
}

static void
geoat_move_target_init (GeoatMoveTarget *self)
{
}

static gboolean
contains (const char *text, const char *folded_needle)
{
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");

  return strstr (folded, folded_needle) != NULL;
}

static gboolean
matches_cb (gpointer item, gpointer data)
{
  GeoatMoveTarget *target = item;
  GeoatMoveDialog *self = data;
  const char *text = gtk_editable_get_text (GTK_EDITABLE (self->search));
  g_autofree char *normal = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = normal != NULL ? g_utf8_casefold (normal, -1) : g_strdup ("");

  return contains (target->title, folded) || contains (target->place, folded);
}

static void
search_changed_cb (GeoatMoveDialog *self)
{
  gtk_filter_changed (self->filter, GTK_FILTER_CHANGE_DIFFERENT);
}

static void
move_to (GeoatMoveDialog *self, GeoatMoveTarget *target)
{
  GeoatHistory *history = geoat_perspective_get_history (self->perspective);

  geoat_history_break (history);
  if (GEOAT_IS_ENTRY (self->item))
    geoat_history_move_entry_to (history, GEOAT_ENTRY (self->item), target->key_element);
  else
    geoat_history_move_action (history, GEOAT_ACTION (self->item), target->entry,
                               geoat_entry_get_n_actions (target->entry));
}

static void
activate_cb (GeoatMoveDialog *self, guint position)
{
  GListModel *model = G_LIST_MODEL (gtk_list_view_get_model (self->list));
  g_autoptr (GeoatMoveTarget) target = g_list_model_get_item (model, position);

  if (target == NULL)
    return;
  move_to (self, target);
  gtk_window_close (GTK_WINDOW (self));
}

static void
search_activate_cb (GeoatMoveDialog *self)
{
  activate_cb (self, 0);
}

static void
setup_cb (GeoatMoveDialog *self, GtkListItem *list_item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *place = gtk_label_new (NULL);
  GtkWidget *title = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (place), 0);
  gtk_label_set_wrap (GTK_LABEL (place), TRUE);
  gtk_widget_add_css_class (place, "caption");
  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_box_append (GTK_BOX (box), place);
  gtk_box_append (GTK_BOX (box), title);
  gtk_widget_add_css_class (box, "move-target");
  gtk_list_item_set_child (list_item, box);
}

static void
bind_cb (GeoatMoveDialog *self, GtkListItem *list_item)
{
  GeoatMoveTarget *target = gtk_list_item_get_item (list_item);
  GtkWidget *place = gtk_widget_get_first_child (gtk_list_item_get_child (list_item));
  GtkWidget *title = gtk_widget_get_next_sibling (place);

  gtk_label_set_text (GTK_LABEL (place), target->place);
  gtk_label_set_text (GTK_LABEL (title), target->title);
}

static void
geoat_move_dialog_dispose (GObject *object)
{
  GeoatMoveDialog *self = GEOAT_MOVE_DIALOG (object);

  g_clear_object (&self->targets);
  g_clear_object (&self->filter);
  g_clear_object (&self->perspective);
  g_clear_object (&self->item);

  G_OBJECT_CLASS (geoat_move_dialog_parent_class)->dispose (object);
}

static void
geoat_move_dialog_class_init (GeoatMoveDialogClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = geoat_move_dialog_dispose;
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-move-dialog.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatMoveDialog, search);
  gtk_widget_class_bind_template_child (widget_class, GeoatMoveDialog, list);
  gtk_widget_class_bind_template_callback (widget_class, search_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, search_activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, activate_cb);
  gtk_widget_class_bind_template_callback (widget_class, setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, bind_cb);
}

static void
geoat_move_dialog_init (GeoatMoveDialog *self)
{
  GtkFilterListModel *filtered;
  GtkSingleSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->targets = g_list_store_new (GEOAT_TYPE_MOVE_TARGET);
  self->filter = GTK_FILTER (gtk_custom_filter_new (matches_cb, self, NULL));
  filtered = gtk_filter_list_model_new (G_LIST_MODEL (g_object_ref (self->targets)),
                                        g_object_ref (self->filter));
  selection = gtk_single_selection_new (G_LIST_MODEL (filtered));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
  gtk_search_entry_set_key_capture_widget (self->search, GTK_WIDGET (self));
}

static void
append_target (GeoatMoveDialog *self, guint key_element, GeoatEntry *entry)
{
  g_autoptr (GeoatMoveTarget) target = g_object_new (GEOAT_TYPE_MOVE_TARGET, NULL);
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  const char *language = geoat_perspective_get_screen_language ();
  const char *id = geoat_framework_get_key_element_id (framework, key_element);
  const char *name = geoat_framework_get_key_element_name (framework, key_element, language);

  target->key_element = g_strdup (id);
  if (entry != NULL)
    {
      target->entry = g_object_ref (entry);
      target->title = g_strdup (geoat_entry_get_indicator (entry));
      /* Translators: id and name of a key element, such as 1A Cross-cutting policies */
      target->place = g_strdup_printf (C_ ("key element", "%s %s"), id, name);
    }
  else
    {
      guint principle = geoat_framework_get_key_element_principle (framework, key_element);

      target->title = g_strdup_printf (C_ ("key element", "%s %s"), id, name);
      target->place =
          g_strdup (geoat_framework_get_principle_name (framework, principle, language));
    }
  g_list_store_append (self->targets, target);
}

static GeoatMoveDialog *
create (GtkWidget *parent, GeoatPerspective *perspective, GeoatItem *item, const char *title)
{
  GeoatMoveDialog *self = g_object_new (GEOAT_TYPE_MOVE_DIALOG, "transient-for",
                                        gtk_widget_get_root (parent), "title", title, NULL);

  self->perspective = g_object_ref (perspective);
  self->item = g_object_ref (item);
  geoat_accessible_set_name (GTK_WIDGET (self->list), title);
  return self;
}

/**
 * geoat_move_dialog_present_for_entry:
 * @parent: a widget of the window
 * @perspective: what the window looks at
 * @entry: the entry to move
 *
 * Asks for a key element, and moves the indicator behind its last.
 */
void
geoat_move_dialog_present_for_entry (GtkWidget *parent,
                                     GeoatPerspective *perspective,
                                     GeoatEntry *entry)
{
  GeoatFramework *framework = geoat_perspective_get_framework (perspective);
  GeoatMoveDialog *self =
      create (parent, perspective, GEOAT_ITEM (entry), _ ("Move to Another Key Element"));

  for (guint i = 0; i < geoat_framework_get_n_key_elements (framework); i++)
    if (!g_str_equal (geoat_framework_get_key_element_id (framework, i),
                      geoat_entry_get_key_element (entry)))
      append_target (self, i, NULL);
  gtk_window_present (GTK_WINDOW (self));
}

/**
 * geoat_move_dialog_present_for_action:
 * @parent: a widget of the window
 * @perspective: what the window looks at
 * @action: the action to move
 *
 * Asks for an indicator of the shown round, and moves the activity behind its last.
 */
void
geoat_move_dialog_present_for_action (GtkWidget *parent,
                                      GeoatPerspective *perspective,
                                      GeoatAction *action)
{
  GeoatFramework *framework = geoat_perspective_get_framework (perspective);
  GeoatPlan *plan = geoat_perspective_get_plan (perspective);
  GeoatRound *round = geoat_perspective_get_round (perspective);
  g_autoptr (GPtrArray) entries = geoat_entry_order_list (plan, round, NULL);
  GeoatMoveDialog *self =
      create (parent, perspective, GEOAT_ITEM (action), _ ("Move to Another Indicator"));

  for (guint i = 0; i < entries->len; i++)
    {
      GeoatEntry *entry = g_ptr_array_index (entries, i);
      int key_element =
          geoat_framework_find_key_element (framework, geoat_entry_get_key_element (entry));

      if (GEOAT_ITEM (entry) != geoat_item_get_owner (GEOAT_ITEM (action)))
        append_target (self, (guint) key_element, entry);
    }
  gtk_window_present (GTK_WINDOW (self));
}
