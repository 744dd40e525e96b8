/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A cell of the table.
 *
 * How it works: a cell draws its text with Pango itself and measures nothing, because the table
 * has worked out all heights before. That makes a cell cheap enough to be made while scrolling. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-table-cell.h"

#include <adwaita.h>
#include <glib/gi18n-lib.h>

#include "geoat-screen-text.h"
#include "geoat-text-layout.h"

struct _GeoatTableCell
{
  GtkWidget parent_instance;

  guint row;
  guint column;
  char *text;
  GeoatLevel level;
  PangoLayout *layout;
  GtkWidget *chip;
  char *chip_class;
  gboolean selected;
  gboolean cursor;
};

G_DEFINE_FINAL_TYPE (GeoatTableCell, geoat_table_cell, GTK_TYPE_WIDGET)

static void
geoat_table_cell_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  GeoatTableCell *self = GEOAT_TABLE_CELL (widget);

  if (self->chip != NULL)
    gtk_widget_measure (self->chip, orientation, -1, NULL, NULL, NULL, NULL);
  *minimum = *natural = 0;
}

static void
geoat_table_cell_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GeoatTableCell *self = GEOAT_TABLE_CELL (widget);
  GtkAllocation area = { 0, 0, 0, 0 };

  if (self->chip == NULL)
    return;
  gtk_widget_measure (self->chip, GTK_ORIENTATION_HORIZONTAL, -1, NULL, &area.width, NULL, NULL);
  gtk_widget_measure (self->chip, GTK_ORIENTATION_VERTICAL, area.width, NULL, &area.height, NULL,
                      NULL);
  area.x = (width - area.width) / 2;
  gtk_widget_size_allocate (self->chip, &area, -1);
}

/* The lines between the cells are plain rectangles: as borders of CSS they would be polygons, and
 * most of the cost of a frame while scrolling. */
static void
snapshot_lines (GtkWidget *widget, GtkSnapshot *snapshot)
{
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  float width = gtk_widget_get_width (widget);
  float height = gtk_widget_get_height (widget);
  GdkRGBA color;

  gtk_style_context_get_color (gtk_widget_get_style_context (widget), &color);
  color.alpha *=
      adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? 0.5f : 0.14f;
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (-GEOAT_TABLE_CELL_PADDING_X,
                                                  height + GEOAT_TABLE_CELL_PADDING_Y - 1,
                                                  width + 2 * GEOAT_TABLE_CELL_PADDING_X, 1));
  gtk_snapshot_append_color (snapshot, &color,
                             &GRAPHENE_RECT_INIT (mirrored ? -GEOAT_TABLE_CELL_PADDING_X
                                                           : width + GEOAT_TABLE_CELL_PADDING_X - 1,
                                                  -GEOAT_TABLE_CELL_PADDING_Y, 1,
                                                  height + 2 * GEOAT_TABLE_CELL_PADDING_Y));
}

static void
geoat_table_cell_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GeoatTableCell *self = GEOAT_TABLE_CELL (widget);
  int width = gtk_widget_get_width (widget);

  snapshot_lines (widget, snapshot);
  if (self->chip != NULL)
    {
      gtk_widget_snapshot_child (widget, self->chip, snapshot);
      return;
    }
  if (self->text == NULL || self->text[0] == '\0')
    return;
  if (self->layout == NULL)
    {
      self->layout = geoat_text_layout_new (widget, self->text);
      geoat_table_cell_set_up_layout (self->layout);
    }
  pango_layout_set_width (self->layout, MAX (width, 1) * PANGO_SCALE);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (widget), 0, 0, self->layout);
}

static void
geoat_table_cell_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GTK_WIDGET_CLASS (geoat_table_cell_parent_class)->css_changed (widget, change);
  g_clear_object (&GEOAT_TABLE_CELL (widget)->layout);
}

static void
geoat_table_cell_direction_changed (GtkWidget *widget, GtkTextDirection previous)
{
  GTK_WIDGET_CLASS (geoat_table_cell_parent_class)->direction_changed (widget, previous);
  g_clear_object (&GEOAT_TABLE_CELL (widget)->layout);
}

static void
geoat_table_cell_dispose (GObject *object)
{
  GeoatTableCell *self = GEOAT_TABLE_CELL (object);

  g_clear_pointer (&self->chip, gtk_widget_unparent);
  g_clear_object (&self->layout);
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->chip_class, g_free);

  G_OBJECT_CLASS (geoat_table_cell_parent_class)->dispose (object);
}

static void
geoat_table_cell_class_init (GeoatTableCellClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = geoat_table_cell_dispose;
  widget_class->measure = geoat_table_cell_measure;
  widget_class->size_allocate = geoat_table_cell_size_allocate;
  widget_class->snapshot = geoat_table_cell_snapshot;
  widget_class->css_changed = geoat_table_cell_css_changed;
  widget_class->direction_changed = geoat_table_cell_direction_changed;
  gtk_widget_class_set_css_name (widget_class, "tablecell");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID_CELL);
}

static void
geoat_table_cell_init (GeoatTableCell *self)
{
  gtk_widget_set_focusable (GTK_WIDGET (self), TRUE);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
}

/**
 * geoat_table_cell_new:
 *
 * Returns: (transfer floating): an empty cell
 */
GtkWidget *
geoat_table_cell_new (void)
{
  return g_object_new (GEOAT_TYPE_TABLE_CELL, NULL);
}

/**
 * geoat_table_cell_set_up_layout:
 * @layout: a layout
 *
 * Lets it break lines as cells do: a long address breaks anywhere, without a hyphen that is no part
 * of it.
 */
void
geoat_table_cell_set_up_layout (PangoLayout *layout)
{
  PangoAttrList *attributes = pango_attr_list_new ();

  pango_attr_list_insert (attributes, pango_attr_insert_hyphens_new (FALSE));
  pango_layout_set_attributes (layout, attributes);
  pango_attr_list_unref (attributes);
  pango_layout_set_wrap (layout, PANGO_WRAP_WORD_CHAR);
}

/**
 * geoat_table_cell_set_place:
 * @self: a cell
 * @row: its row in the table, from 0
 * @column: its column, from 0
 */
void
geoat_table_cell_set_place (GeoatTableCell *self, guint row, guint column)
{
  g_return_if_fail (GEOAT_IS_TABLE_CELL (self));

  self->row = row;
  self->column = column;
  gtk_accessible_update_relation (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_RELATION_ROW_INDEX,
                                  (int) row + 1, GTK_ACCESSIBLE_RELATION_COL_INDEX,
                                  (int) column + 1, -1);
}

/**
 * geoat_table_cell_get_row:
 * @self: a cell
 *
 * Returns: its row
 */
guint
geoat_table_cell_get_row (GeoatTableCell *self)
{
  return self->row;
}

/**
 * geoat_table_cell_get_column:
 * @self: a cell
 *
 * Returns: its column
 */
guint
geoat_table_cell_get_column (GeoatTableCell *self)
{
  return self->column;
}

static void
set_text (GeoatTableCell *self, const char *heading, const char *text)
{
  g_autofree char *name = NULL;

  g_free (self->text);
  self->text = g_strdup (text);
  g_clear_object (&self->layout);
  /* Translators: the heading of a column, and what a cell of it holds */
  name = g_strdup_printf (C_ ("cell", "%s: %s"), heading, text[0] != '\0' ? text : _ ("empty"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, name, -1);
  gtk_widget_queue_draw (GTK_WIDGET (self));
}

/**
 * geoat_table_cell_show_text:
 * @self: a cell
 * @heading: the heading of its column
 * @text: what it holds
 */
void
geoat_table_cell_show_text (GeoatTableCell *self, const char *heading, const char *text)
{
  g_return_if_fail (GEOAT_IS_TABLE_CELL (self));

  g_clear_pointer (&self->chip, gtk_widget_unparent);
  g_clear_pointer (&self->chip_class, g_free);
  set_text (self, heading, text);
}

/**
 * geoat_table_cell_show_level:
 * @self: a cell
 * @heading: the heading of its column
 * @level: the level
 * @carried: whether it was carried from the round before
 */
void
geoat_table_cell_show_level (GeoatTableCell *self,
                             const char *heading,
                             GeoatLevel level,
                             gboolean carried)
{
  const char *text = geoat_screen_text_for_level (level);

  g_return_if_fail (GEOAT_IS_TABLE_CELL (self));

  self->level = level;
  if (self->chip == NULL)
    {
      self->chip = gtk_label_new (NULL);
      gtk_widget_add_css_class (self->chip, "level-chip");
      gtk_widget_set_parent (self->chip, GTK_WIDGET (self));
    }
  if (self->chip_class != NULL)
    gtk_widget_remove_css_class (self->chip, self->chip_class);
  g_free (self->chip_class);
  if (geoat_level_is_rated (level))
    self->chip_class = g_strdup_printf ("level-%d", level);
  else
    self->chip_class = g_strdup (level == GEOAT_LEVEL_NOT_APPLICABLE ? "level-na" : "level-none");
  gtk_widget_add_css_class (self->chip, self->chip_class);
  if (carried)
    gtk_widget_add_css_class (self->chip, "carried");
  else
    gtk_widget_remove_css_class (self->chip, "carried");
  gtk_label_set_text (GTK_LABEL (self->chip), text);
  set_text (self, heading, level == GEOAT_LEVEL_NOT_ASSESSED ? _ ("Not yet assessed") : text);
}

/**
 * geoat_table_cell_get_text:
 * @self: a cell that shows a text
 *
 * Returns: the text
 */
const char *
geoat_table_cell_get_text (GeoatTableCell *self)
{
  return self->text;
}

/**
 * geoat_table_cell_get_level:
 * @self: a cell that shows a level
 *
 * Returns: the level
 */
GeoatLevel
geoat_table_cell_get_level (GeoatTableCell *self)
{
  return self->level;
}

static void
set_css_class (GtkWidget *widget, const char *css_class, gboolean set)
{
  if (set)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/**
 * geoat_table_cell_set_selected:
 * @self: a cell
 * @selected: whether it is one of several that are selected
 * @cursor: whether it is where the cursor is
 */
void
geoat_table_cell_set_selected (GeoatTableCell *self, gboolean selected, gboolean cursor)
{
  g_return_if_fail (GEOAT_IS_TABLE_CELL (self));

  if (self->cursor != cursor)
    set_css_class (GTK_WIDGET (self), "cursor", cursor);
  if (self->selected != selected)
    set_css_class (GTK_WIDGET (self), "selected", selected);
  if (self->selected != selected || self->cursor != cursor)
    gtk_accessible_update_state (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_STATE_SELECTED,
                                 selected || cursor, -1);
  self->selected = selected;
  self->cursor = cursor;
}
