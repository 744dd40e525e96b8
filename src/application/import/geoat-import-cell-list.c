/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Every cell of a file with what becomes of it.
 *
 * There can be a million of them. The model makes an item for a cell when one is asked for, and
 * only the rows that are in view are widgets. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-import-cell-list.h"

#include "geoat-import-row.h"
#include "geoat-accessible.h"
#include "geoat-screen-text.h"

#include <glib/gi18n.h>

/* A cell, by its position. */
#define GEOAT_TYPE_IMPORT_CELL_ITEM (geoat_import_cell_item_get_type ())
G_DECLARE_FINAL_TYPE (GeoatImportCellItem, geoat_import_cell_item, GEOAT, IMPORT_CELL_ITEM, GObject)

struct _GeoatImportCellItem
{
  GObject parent_instance;

  guint position;
};

G_DEFINE_FINAL_TYPE (GeoatImportCellItem, geoat_import_cell_item, G_TYPE_OBJECT)

static void
geoat_import_cell_item_class_init (GeoatImportCellItemClass *klass)
{
}

static void
geoat_import_cell_item_init (GeoatImportCellItem *self)
{
}

/* The cells as a model */
#define GEOAT_TYPE_IMPORT_CELL_MODEL (geoat_import_cell_model_get_type ())
G_DECLARE_FINAL_TYPE (
    GeoatImportCellModel, geoat_import_cell_model, GEOAT, IMPORT_CELL_MODEL, GObject)

struct _GeoatImportCellModel
{
  GObject parent_instance;

  GArray *positions; /* of guint: what needs a look comes first */
};

static GType
get_item_type (GListModel *model)
{
  return GEOAT_TYPE_IMPORT_CELL_ITEM;
}

static guint
get_n_items (GListModel *model)
{
  return GEOAT_IMPORT_CELL_MODEL (model)->positions->len;
}

static gpointer
get_item (GListModel *model, guint position)
{
  GeoatImportCellItem *item;

  if (position >= get_n_items (model))
    return NULL;
  item = g_object_new (GEOAT_TYPE_IMPORT_CELL_ITEM, NULL);
  item->position = g_array_index (GEOAT_IMPORT_CELL_MODEL (model)->positions, guint, position);
  return item;
}

static void
list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = get_item_type;
  iface->get_n_items = get_n_items;
  iface->get_item = get_item;
}

G_DEFINE_FINAL_TYPE_WITH_CODE (GeoatImportCellModel,
                               geoat_import_cell_model,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, list_model_init))

static void
geoat_import_cell_model_finalize (GObject *object)
{
  g_array_unref (GEOAT_IMPORT_CELL_MODEL (object)->positions);

  G_OBJECT_CLASS (geoat_import_cell_model_parent_class)->finalize (object);
}

static void
geoat_import_cell_model_class_init (GeoatImportCellModelClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = geoat_import_cell_model_finalize;
}

static void
geoat_import_cell_model_init (GeoatImportCellModel *self)
{
  self->positions = g_array_new (FALSE, FALSE, sizeof (guint));
}

/* Adds the cells that are matched, or those that are not. */
static void
add_cells (GeoatImportCellModel *self, GeoatReview *review, gboolean matched)
{
  for (guint i = 0; i < geoat_review_get_cells (review)->len; i++)
    {
      const char *reason;

      if ((geoat_review_get_cell_state (review, i, &reason) == GEOAT_IMPORT_MATCHED) == matched)
        g_array_append_val (self->positions, i);
    }
}

static GtkWidget *
append_label (GtkWidget *box, const char *name, const char *css_class)
{
  GtkWidget *label = gtk_label_new (NULL);

  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_wrap_mode (GTK_LABEL (label), PANGO_WRAP_WORD_CHAR);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
  g_object_set_data (G_OBJECT (box), name, label);
  return label;
}

static void
setup_cb (GtkSignalListItemFactory *factory, GtkListItem *item, gpointer data)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 3);
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6);
  GtkWidget *icon = gtk_image_new ();
  GtkWidget *text;

  gtk_widget_set_margin_top (box, 6);
  gtk_widget_set_margin_bottom (box, 6);
  gtk_widget_set_margin_start (box, 6);
  gtk_widget_set_margin_end (box, 6);
  gtk_accessible_update_state (GTK_ACCESSIBLE (icon), GTK_ACCESSIBLE_STATE_HIDDEN, TRUE, -1);
  gtk_box_append (GTK_BOX (line), icon);
  g_object_set_data (G_OBJECT (box), "icon", icon);
  gtk_box_append (GTK_BOX (box), line);
  g_object_set_data (G_OBJECT (box), "state", append_label (line, "state", "caption-heading"));
  text = append_label (box, "text", NULL);
  gtk_label_set_lines (GTK_LABEL (text), 3);
  gtk_label_set_ellipsize (GTK_LABEL (text), PANGO_ELLIPSIZE_END);
  append_label (box, "reason", "dim-label");
  gtk_list_item_set_child (item, box);
}

static void
bind_cb (GtkSignalListItemFactory *factory, GtkListItem *item, GeoatReview *review)
{
  GeoatImportCellItem *at = gtk_list_item_get_item (item);
  const GeoatImportCell *cell = g_ptr_array_index (geoat_review_get_cells (review), at->position);
  GtkWidget *box = gtk_list_item_get_child (item);
  GtkLabel *state_label = g_object_get_data (G_OBJECT (box), "state");
  GtkLabel *reason_label = g_object_get_data (G_OBJECT (box), "reason");
  const char *reason;
  GeoatImportState state = geoat_review_get_cell_state (review, at->position, &reason);
  g_autofree char *place = NULL;
  g_autofree char *why = NULL;

  if (cell->row == 0)
    place = g_strdup (geoat_import_get_state_name (state));
  else if (*cell->sheet != '\0')
    {
      g_autofree char *sheet = geoat_screen_text_get_first_line (cell->sheet);

      /* Translators: what becomes of a cell of a file, and where it stands: "Doubtful · “3A”, row
       * 4, column 2" */
      place = g_strdup_printf (_ ("%s · “%s”, row %u, column %u"),
                               geoat_import_get_state_name (state), sheet, cell->row, cell->column);
    }
  else
    place = g_strdup_printf (_ ("%s · row %u, column %u"), geoat_import_get_state_name (state),
                             cell->row, cell->column);
  if (reason != NULL)
    why = g_strdup_printf (_ ("Why: %s"), reason);

  gtk_image_set_from_icon_name (g_object_get_data (G_OBJECT (box), "icon"),
                                geoat_import_get_state_icon (state));
  gtk_label_set_label (state_label, place);
  gtk_label_set_label (g_object_get_data (G_OBJECT (box), "text"), cell->text);
  gtk_label_set_label (reason_label, why ? why : "");
  gtk_widget_set_visible (GTK_WIDGET (reason_label), why != NULL);
}

/**
 * geoat_import_cell_list_new:
 * @review: a review that lives longer than the widget
 *
 * Returns: (transfer none): a list of all cells of the file
 */
GtkWidget *
geoat_import_cell_list_new (GeoatReview *review)
{
  GeoatImportCellModel *model = g_object_new (GEOAT_TYPE_IMPORT_CELL_MODEL, NULL);
  GtkListItemFactory *factory = gtk_signal_list_item_factory_new ();
  GtkWidget *list;

  add_cells (model, review, FALSE);
  add_cells (model, review, TRUE);
  g_signal_connect (factory, "setup", G_CALLBACK (setup_cb), NULL);
  g_signal_connect (factory, "bind", G_CALLBACK (bind_cb), review);
  list = gtk_list_view_new (GTK_SELECTION_MODEL (gtk_no_selection_new (G_LIST_MODEL (model))),
                            factory);
  gtk_list_view_set_show_separators (GTK_LIST_VIEW (list), TRUE);
  gtk_widget_add_css_class (list, "import-cells");
  geoat_accessible_set_name (list, _ ("Cells of the file"));
  return list;
}
