/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes out, before it does. What does not is there too, struck out and marked in words. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-share-preview.h"

#include "geoat-accessible.h"
#include "geoat-share-line.h"
#include "geoat-wrap-layout.h"

#include "geoat-sharing.h"

#include <glib/gi18n.h>

struct _GeoatSharePreview
{
  AdwBin parent_instance;

  GtkStack *stack;
  GtkLabel *total;
  GtkBox *removed;
  GtkListView *list;
  AdwStatusPage *problem;

  GListStore *lines;
};

G_DEFINE_FINAL_TYPE (GeoatSharePreview, geoat_share_preview, ADW_TYPE_BIN)

/* How a line of each kind looks. */
static const char *const kind_classes[] = {
  [GEOAT_PREVIEW_HEADING] = "share-heading", [GEOAT_PREVIEW_ENTRY] = "share-entry",
  [GEOAT_PREVIEW_ACTION] = "share-action",   [GEOAT_PREVIEW_VALUE] = "share-value",
  [GEOAT_PREVIEW_DETAIL] = "share-detail",
};

/* The widgets of a row. */
typedef struct
{
  GtkWidget *title;
  GtkWidget *state;
  GtkWidget *text;
} Row;

static void
item_setup_cb (GeoatSharePreview *self, GtkListItem *item)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 2);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 8);
  Row *row = g_new (Row, 1);

  row->title = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (row->title), 0);
  gtk_label_set_wrap (GTK_LABEL (row->title), TRUE);
  gtk_widget_add_css_class (row->title, "share-title");
  row->state = gtk_label_new (NULL);
  gtk_widget_set_valign (row->state, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (row->state, "share-state");
  gtk_box_append (GTK_BOX (line), row->title);
  gtk_box_append (GTK_BOX (line), row->state);

  row->text = gtk_label_new (NULL);
  gtk_label_set_xalign (GTK_LABEL (row->text), 0);
  gtk_label_set_wrap (GTK_LABEL (row->text), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (row->text), PANGO_WRAP_WORD_CHAR);
  gtk_widget_add_css_class (row->text, "share-text");

  gtk_box_append (GTK_BOX (box), line);
  gtk_box_append (GTK_BOX (box), row->text);
  g_object_set_data_full (G_OBJECT (box), "row", row, g_free);
  gtk_list_item_set_child (item, box);
}

static void
set_class (GtkWidget *widget, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

static void
item_bind_cb (GeoatSharePreview *self, GtkListItem *item)
{
  GtkWidget *box = gtk_list_item_get_child (item);
  Row *row = g_object_get_data (G_OBJECT (box), "row");
  GeoatShareLine *object = gtk_list_item_get_item (item);
  const GeoatPreviewLine *line = geoat_share_line_get (object);
  const char *state = geoat_share_line_get_state_name (line->state);
  g_autofree char *name = geoat_share_line_get_name (object);

  gtk_label_set_text (GTK_LABEL (row->title), line->title);
  gtk_label_set_text (GTK_LABEL (row->state), state);
  gtk_widget_set_visible (row->state, *state != '\0');
  gtk_label_set_text (GTK_LABEL (row->text), line->text);
  gtk_widget_set_visible (row->text, *line->text != '\0');
  for (gsize i = 0; i < G_N_ELEMENTS (kind_classes); i++)
    set_class (box, kind_classes[i], i == line->kind);
  set_class (box, "share-removed", line->state == GEOAT_PREVIEW_LEFT_OUT);
  set_class (box, "share-no-place", line->state == GEOAT_PREVIEW_NO_PLACE);

  /* The row is the list's own widget; it has no name by itself before GTK 4.12. */
  geoat_accessible_set_name (gtk_widget_get_parent (box), name);
}

static void
show_total (GeoatSharePreview *self, GPtrArray *lines)
{
  guint n_entries = 0;
  guint n_actions = 0;
  g_autofree char *indicators = NULL;
  g_autofree char *activities = NULL;
  g_autofree char *text = NULL;

  for (guint i = 0; i < lines->len; i++)
    {
      const GeoatPreviewLine *line = g_ptr_array_index (lines, i);

      if (line->state == GEOAT_PREVIEW_LEFT_OUT || line->state == GEOAT_PREVIEW_NO_PLACE)
        continue;
      n_entries += line->kind == GEOAT_PREVIEW_ENTRY ? 1 : 0;
      n_actions += line->kind == GEOAT_PREVIEW_ACTION ? 1 : 0;
    }
  indicators = g_strdup_printf (ngettext ("%u indicator", "%u indicators", n_entries), n_entries);
  activities = g_strdup_printf (ngettext ("%u activity", "%u activities", n_actions), n_actions);
  /* Translators: two counts: "104 indicators · 96 activities" */
  text = g_strdup_printf (C_ ("preview", "%s · %s"), indicators, activities);
  gtk_label_set_text (self->total, text);
}

static void
add_removed (GeoatSharePreview *self, const char *text, gboolean chip)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  if (chip)
    gtk_widget_add_css_class (label, "share-chip");
  gtk_box_append (self->removed, label);
}

static void
show_removed (GeoatSharePreview *self, GPtrArray *removed)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->removed))) != NULL)
    gtk_box_remove (self->removed, child);

  if (removed->len == 0)
    add_removed (self, _ ("Nothing is left out."), FALSE);
  else
    add_removed (self, _ ("Left out:"), FALSE);
  for (guint i = 0; i < removed->len; i++)
    {
      const GeoatSharingRemoved *line = g_ptr_array_index (removed, i);
      /* Translators: something that is left out, and how much of it there is: "Private notes: 14"
       */
      g_autofree char *text = g_strdup_printf (C_ ("left out", "%s: %u"), line->title, line->count);

      add_removed (self, text, TRUE);
    }
}

/* Tab leaves the list, whose lines are thousands; the arrows go along it. */
static gboolean
geoat_share_preview_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GtkWidget *list = GTK_WIDGET (GEOAT_SHARE_PREVIEW (widget)->list);

  if ((direction == GTK_DIR_TAB_FORWARD || direction == GTK_DIR_TAB_BACKWARD) &&
      gtk_widget_get_focus_child (list) != NULL)
    return FALSE;
  return GTK_WIDGET_CLASS (geoat_share_preview_parent_class)->focus (widget, direction);
}

static void
geoat_share_preview_dispose (GObject *object)
{
  GeoatSharePreview *self = GEOAT_SHARE_PREVIEW (object);

  g_clear_object (&self->lines);

  G_OBJECT_CLASS (geoat_share_preview_parent_class)->dispose (object);
}

static void
geoat_share_preview_class_init (GeoatSharePreviewClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = geoat_share_preview_dispose;
  widget_class->focus = geoat_share_preview_focus;

  g_type_ensure (GEOAT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-share-preview.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatSharePreview, stack);
  gtk_widget_class_bind_template_child (widget_class, GeoatSharePreview, total);
  gtk_widget_class_bind_template_child (widget_class, GeoatSharePreview, removed);
  gtk_widget_class_bind_template_child (widget_class, GeoatSharePreview, list);
  gtk_widget_class_bind_template_child (widget_class, GeoatSharePreview, problem);
  gtk_widget_class_bind_template_callback (widget_class, item_setup_cb);
  gtk_widget_class_bind_template_callback (widget_class, item_bind_cb);
}

static void
geoat_share_preview_init (GeoatSharePreview *self)
{
  GtkNoSelection *selection;

  gtk_widget_init_template (GTK_WIDGET (self));
  self->lines = g_list_store_new (GEOAT_TYPE_SHARE_LINE);
  selection = gtk_no_selection_new (G_LIST_MODEL (g_object_ref (self->lines)));
  gtk_list_view_set_model (self->list, GTK_SELECTION_MODEL (selection));
  g_object_unref (selection);
}

/**
 * geoat_share_preview_show:
 * @self: a preview
 * @removed: an array of #GeoatSharingRemoved: what was left out
 * @lines: an array of #GeoatPreviewLine: what becomes of everything
 *
 * Shows what goes out.
 */
void
geoat_share_preview_show (GeoatSharePreview *self, GPtrArray *removed, GPtrArray *lines)
{
  g_return_if_fail (GEOAT_IS_SHARE_PREVIEW (self));

  show_total (self, lines);
  show_removed (self, removed);
  geoat_share_line_update_list (self->lines, lines);
  gtk_stack_set_visible_child_name (self->stack, "lines");
}

/**
 * geoat_share_preview_show_problem:
 * @self: a preview
 * @problem: why nothing can go out, a sentence
 *
 * Shows a problem in place of what goes out.
 */
void
geoat_share_preview_show_problem (GeoatSharePreview *self, const char *problem)
{
  g_autofree char *markup = NULL;

  g_return_if_fail (GEOAT_IS_SHARE_PREVIEW (self));

  markup = g_markup_escape_text (problem, -1);
  adw_status_page_set_description (self->problem, markup);
  gtk_stack_set_visible_child_name (self->stack, "problem");
}
