/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing the table.
 *
 * How it works: what scrolls sideways is drawn first, clipped at the seam, then what is frozen
 * beside it: the numbers of the rows, the first column and the headings of the key elements. The
 * numbers are no widgets, because there is nothing to be done with one but to select its row. While
 * something is scrolled under the frozen part, its edge throws a shadow; at the far edge more that
 * follows fades. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-table-private.h"

#include <adwaita.h>

#include "geoat-flat-snapshot.h"
#include "geoat-text-layout.h"

#define SHADOW 8
#define FADE 16

/* Of the two parts of the table. */
typedef enum
{
  SCROLLED,
  FROZEN,
} Part;

static gboolean
is_mirrored (GeoatTable *self)
{
  return gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
}

/* An area that begins @x pixels after the start of the lines. */
static graphene_rect_t
make_area (GeoatTable *self, int x, int y, int width, int height)
{
  if (is_mirrored (self))
    x = gtk_widget_get_width (GTK_WIDGET (self)) - x - width;
  return GRAPHENE_RECT_INIT ((float) x, (float) y, (float) width, (float) height);
}

static gboolean
is_column_in_sight (GeoatTable *self, guint column)
{
  int x = geoat_table_get_column_x (self, column);

  if (geoat_table_column_is_frozen (self, column))
    return TRUE;
  x -= (int) gtk_adjustment_get_value (self->hadjustment);
  return self->shown[column] && x < gtk_adjustment_get_page_size (self->hadjustment) &&
         x + self->widths[column] > 0;
}

static Part
get_part (GeoatTable *self, guint column)
{
  return column >= GEOAT_N_COLUMNS || geoat_table_column_is_frozen (self, column) ? FROZEN
                                                                                  : SCROLLED;
}

static void
snapshot_cell (GeoatTable *self, GtkWidget *cell, Part part, GtkSnapshot *snapshot)
{
  guint column = geoat_table_cell_get_column (GEOAT_TABLE_CELL (cell));

  if (get_part (self, column) != part ||
      (column < GEOAT_N_COLUMNS && !is_column_in_sight (self, column)))
    return;
  /* the editor hides it */
  if (geoat_table_is_edited (self, geoat_table_cell_get_row (GEOAT_TABLE_CELL (cell)), column))
    return;
  gtk_widget_snapshot_child (GTK_WIDGET (self), cell, snapshot);
}

static void
snapshot_blocks (GeoatTable *self, guint first, guint end, Part part, GtkSnapshot *snapshot)
{
  for (guint i = first; i < end; i++)
    {
      GPtrArray *cells = geoat_table_get_place (self, i)->cells;

      for (guint j = 0; cells != NULL && j < cells->len; j++)
        snapshot_cell (self, g_ptr_array_index (cells, j), part, snapshot);
    }
}

static void
snapshot_blocks_flat (GeoatTable *self,
                      guint first,
                      guint end,
                      Part part,
                      GeoatFlatGroup *group,
                      GtkSnapshot *snapshot)
{
  g_autoptr (GskRenderNode) node = NULL;
  GtkSnapshot *inside = gtk_snapshot_new ();

  snapshot_blocks (self, first, end, part, inside);
  node = gtk_snapshot_free_to_node (inside);
  geoat_flat_group_snapshot (group, GTK_WIDGET (self), node, snapshot);
}

/* Other blocks change rarely while a cell is edited, and often while scrolling. Its own changes
 * with its height: a picture of it would be made for one frame. */
static void
snapshot_part (GeoatTable *self, Part part, GtkSnapshot *snapshot)
{
  guint n = geoat_table_get_n_blocks (self);
  guint edited;

  if (!self->editing)
    {
      snapshot_blocks (self, 0, n, part, snapshot);
      return;
    }
  edited = geoat_table_rows_get_block_of_row (self->rows, self->edit_row);
  snapshot_blocks_flat (self, 0, edited, part, self->flat_above[part], snapshot);
  snapshot_blocks (self, edited, edited + 1, part, snapshot);
  snapshot_blocks_flat (self, edited + 1, n, part, self->flat_below[part], snapshot);
  if (get_part (self, self->edit_column) == part)
    gtk_widget_snapshot_child (GTK_WIDGET (self), GTK_WIDGET (self->editor), snapshot);
}

static void
get_line_color (GeoatTable *self, GdkRGBA *color)
{
  gtk_style_context_get_color (gtk_widget_get_style_context (GTK_WIDGET (self)), color);
  color->alpha *=
      adw_style_manager_get_high_contrast (adw_style_manager_get_default ()) ? 0.5f : 0.14f;
}

/* Without the headings of the key elements a number says which one it is in. */
static char *
create_number_text (GeoatTable *self, const GeoatTableBlock *block)
{
  if (block->entry == NULL)
    return g_strdup ("+");
  if (self->key_element == NULL && self->view.sort_column >= 0)
    return g_strdup_printf ("%s\n%u", geoat_entry_get_key_element (block->entry), block->number);
  return g_strdup_printf ("%u", block->number);
}

static void
snapshot_number (GeoatTable *self,
                 const GeoatTableBlock *block,
                 int y,
                 PangoLayout *layout,
                 GtkSnapshot *snapshot)
{
  GtkStyleContext *context = gtk_widget_get_style_context (GTK_WIDGET (self));
  g_autofree char *text = create_number_text (self, block);
  graphene_rect_t area;
  int width;

  pango_layout_set_text (layout, text, -1);
  pango_layout_get_pixel_size (layout, &width, NULL);
  area = make_area (self, (self->number_width - width) / 2, y, width, 0);
  gtk_snapshot_render_layout (snapshot, context, area.origin.x,
                              area.origin.y + GEOAT_TABLE_CELL_PADDING_Y, layout);
}

/* The numbers are those of the plan, however the rows are sorted. */
static void
snapshot_numbers (GeoatTable *self, GtkSnapshot *snapshot)
{
  int height = gtk_widget_get_height (GTK_WIDGET (self));
  int y = self->header_height - (int) gtk_adjustment_get_value (self->vadjustment);
  g_autoptr (PangoLayout) layout = geoat_text_layout_new (GTK_WIDGET (self), "");
  GdkRGBA color;
  graphene_rect_t area;

  get_line_color (self, &color);
  for (guint i = 0; i < geoat_table_get_n_blocks (self) && y < height; i++)
    {
      GeoatTableBlock *block = geoat_table_rows_get_block (self->rows, i);
      int block_height = geoat_table_get_place (self, i)->height;

      if (!geoat_table_block_is_heading (block) && y + block_height > self->header_height)
        {
          GdkRGBA tint = color;

          tint.alpha *= 0.5f;
          area = make_area (self, 0, y, self->number_width, block_height);
          gtk_snapshot_append_color (snapshot, &tint, &area);
          area = make_area (self, 0, y + block_height - 1, self->number_width, 1);
          gtk_snapshot_append_color (snapshot, &color, &area);
          area = make_area (self, self->number_width - 1, y, 1, block_height);
          gtk_snapshot_append_color (snapshot, &color, &area);
          snapshot_number (self, block, y, layout, snapshot);
        }
      y += block_height;
    }
}

static void
append_gradient (GeoatTable *self, int x, int width, gboolean from_start, GtkSnapshot *snapshot)
{
  graphene_rect_t area = make_area (self, x, 0, width, gtk_widget_get_height (GTK_WIDGET (self)));
  float left = area.origin.x;
  float right = area.origin.x + area.size.width;
  GskColorStop stops[] = { { 0, { 0, 0, 0, 0.16f } }, { 1, { 0, 0, 0, 0 } } };

  if (from_start == is_mirrored (self))
    {
      float other = left;

      left = right;
      right = other;
    }
  gtk_snapshot_append_linear_gradient (snapshot, &area, &GRAPHENE_POINT_INIT (left, 0),
                                       &GRAPHENE_POINT_INIT (right, 0), stops,
                                       G_N_ELEMENTS (stops));
}

static void
snapshot_seam (GeoatTable *self, GtkSnapshot *snapshot)
{
  double value = gtk_adjustment_get_value (self->hadjustment);
  double end = gtk_adjustment_get_upper (self->hadjustment) -
               gtk_adjustment_get_page_size (self->hadjustment);

  if (value > 0)
    append_gradient (self, geoat_table_get_frozen_width (self), SHADOW, TRUE, snapshot);
  if (value < end)
    append_gradient (self, gtk_widget_get_width (GTK_WIDGET (self)) - FADE, FADE, FALSE, snapshot);
}

static void
snapshot_headers (GeoatTable *self, const graphene_rect_t *scrolled, GtkSnapshot *snapshot)
{
  GtkWidget *widget = GTK_WIDGET (self);

  gtk_snapshot_push_clip (snapshot, scrolled);
  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    if (get_part (self, i) == SCROLLED && is_column_in_sight (self, i))
      geoat_flat_snapshot_child (widget, self->headers[i], snapshot);
  gtk_snapshot_pop (snapshot);
  gtk_widget_snapshot_child (widget, self->corner, snapshot);
  if (self->frozen)
    geoat_flat_snapshot_child (widget, self->headers[0], snapshot);
}

static void
snapshot_table (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GeoatTable *self = GEOAT_TABLE (widget);
  int width = gtk_widget_get_width (widget);
  int height = gtk_widget_get_height (widget);
  int header = self->header_height;
  int seam = geoat_table_get_frozen_width (self);
  graphene_rect_t scrolled = make_area (self, seam, 0, width - seam, height);

  gtk_snapshot_push_clip (
      snapshot, &GRAPHENE_RECT_INIT (0, (float) header, (float) width, (float) (height - header)));
  gtk_snapshot_push_clip (snapshot, &scrolled);
  snapshot_part (self, SCROLLED, snapshot);
  gtk_snapshot_pop (snapshot);
  snapshot_part (self, FROZEN, snapshot);
  snapshot_numbers (self, snapshot);
  gtk_snapshot_pop (snapshot);
  snapshot_headers (self, &scrolled, snapshot);
  snapshot_seam (self, snapshot);
}

void
geoat_table_snapshot_class_init (GtkWidgetClass *widget_class)
{
  widget_class->snapshot = snapshot_table;
}
