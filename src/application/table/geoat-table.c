/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The eight-column template as a table.
 *
 * How it works: the table is a list of blocks, an indicator with all its rows or a heading, each
 * with a height. Only the blocks in sight have cells, and cells that are no longer needed are used
 * again. A height is first guessed from the lengths of the texts, and worked out by Pango when the
 * block comes in sight. When that happens above the visible part, what is visible stays where it
 * is: the adjustment moves by the difference.
 *
 * The headers are widgets of the table that scroll sideways only. The block with the focus keeps
 * its cells even out of sight, because the focus is in one of them. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-text-layout.h"
#include "geoat-table-private.h"

#include <glib/gi18n-lib.h>

#include "geoat-change.h"

enum
{
  PROP_0,
  PROP_COLUMN_WIDTHS,
  N_PROPS,
  PROP_HADJUSTMENT = N_PROPS,
  PROP_VADJUSTMENT,
  PROP_HSCROLL_POLICY,
  PROP_VSCROLL_POLICY,
};

static GParamSpec *properties[N_PROPS];

static void scrollable_init (GtkScrollableInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GeoatTable,
                               geoat_table,
                               GTK_TYPE_WIDGET,
                               G_IMPLEMENT_INTERFACE (GTK_TYPE_SCROLLABLE, scrollable_init))

/* The item whose text is in a cell: the entry, or the row's action; NULL: there is none yet. */
GeoatItem *
geoat_table_get_item (GeoatTable *self, guint row, guint column)
{
  GeoatRowTarget *where = geoat_table_rows_get_row (self->rows, row);

  if (geoat_table_column_is_shared (column))
    return GEOAT_ITEM (where->entry);
  return where->action != NULL ? GEOAT_ITEM (where->action) : NULL;
}

const char *
geoat_table_get_heading (GeoatTable *self, guint column)
{
  return geoat_framework_get_column_heading (self->framework, column,
                                             geoat_perspective_get_screen_language ());
}

/* The text of a cell in the shown round. */
const char *
geoat_table_get_text (GeoatTable *self, guint row, guint column)
{
  GeoatItem *item = geoat_table_get_item (self, row, column);
  GeoatField field = self->fields[column];

  if (item == NULL || field == GEOAT_FIELD_NONE)
    return "";
  if (GEOAT_IS_ENTRY (item))
    return geoat_entry_get_wording (GEOAT_ENTRY (item),
                                    geoat_perspective_get_round (self->perspective), field);
  return geoat_item_get_text (item, field);
}

static void
geoat_table_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GeoatTable *self = GEOAT_TABLE (widget);
  guint serial;

  GTK_WIDGET_CLASS (geoat_table_parent_class)->css_changed (widget, change);
  serial = pango_context_get_serial (gtk_widget_get_pango_context (widget));
  if (serial == self->font_serial)
    return;
  self->font_serial = serial;
  g_clear_object (&self->layout);
  if (self->rows != NULL)
    geoat_table_forget_heights (self);
}

static void
clear_place (gpointer data)
{
  GeoatTablePlace *place = data;

  g_free (place->row_heights);
  g_free (place->cell_heights);
  g_clear_pointer (&place->cells, g_ptr_array_unref);
}

static void
clear_rows (GeoatTable *self)
{
  for (guint i = 0; i < geoat_table_get_n_blocks (self); i++)
    geoat_table_release_cells (self, geoat_table_get_place (self, i));
  g_array_set_size (self->places, 0);
  g_clear_pointer (&self->rows, geoat_table_rows_free);
}

/* The heights that are known, by entry: they stay when the list changes. */
static GHashTable *
remember_heights (GeoatTable *self)
{
  GHashTable *heights = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < geoat_table_get_n_blocks (self); i++)
    {
      GeoatTableBlock *block = geoat_table_rows_get_block (self->rows, i);
      if (block->entry != NULL)
        g_hash_table_insert (heights, block->entry,
                             GINT_TO_POINTER (geoat_table_get_place (self, i)->height));
    }
  return heights;
}

/* Looks at the plan again, now. The cursor stays on its item. */
void
geoat_table_update (GeoatTable *self)
{
  g_autoptr (GHashTable) heights = NULL;
  g_autoptr (GeoatItem) item = NULL;
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self)) != NULL;

  g_clear_handle_id (&self->update_source, g_source_remove);
  if (self->perspective == NULL)
    return;
  geoat_table_stop_editing (self, FALSE);
  heights = remember_heights (self);
  if (self->rows != NULL && self->cursor_row < geoat_table_rows_get_n_rows (self->rows))
    {
      GeoatRowTarget *row = geoat_table_rows_get_row (self->rows, self->cursor_row);
      item = row->action != NULL ? GEOAT_ITEM (row->action) : GEOAT_ITEM (row->entry);
      if (item != NULL)
        g_object_ref (item);
    }
  clear_rows (self);
  self->rows = geoat_table_rows_new (geoat_perspective_get_plan (self->perspective),
                                     geoat_perspective_get_round (self->perspective),
                                     self->key_element, &self->view);
  if (self->key_element != NULL && geoat_perspective_get_can_edit (self->perspective) &&
      geoat_table_rows_get_n_rows (self->rows) > 0)
    geoat_table_rows_append_new (self->rows);
  g_array_set_size (self->places, geoat_table_get_n_blocks (self));
  for (guint i = 0; i < geoat_table_get_n_blocks (self); i++)
    geoat_table_get_place (self, i)->height = GPOINTER_TO_INT (
        g_hash_table_lookup (heights, geoat_table_rows_get_block (self->rows, i)->entry));
  geoat_table_forget_heights (self);
  if (item != NULL && !geoat_table_rows_find (self->rows, item, &self->cursor_row))
    self->cursor_row =
        MIN (self->cursor_row, MAX (geoat_table_rows_get_n_rows (self->rows), 1) - 1);
  self->anchor_row = self->cursor_row;
  self->anchor_column = self->cursor_column;
  if (had_focus && geoat_table_rows_get_n_rows (self->rows) > 0)
    geoat_table_set_cursor (self, self->cursor_row, self->cursor_column, FALSE);
}

/* Looks at the plan again when that is still to be done. */
void
geoat_table_catch_up (GeoatTable *self)
{
  if (self->update_source != 0)
    geoat_table_update (self);
}

static gboolean
update_cb (gpointer data)
{
  geoat_table_update (data);
  return G_SOURCE_REMOVE;
}

/* A text or a level in the block has changed. */
void
geoat_table_update_block (GeoatTable *self, guint position)
{
  GeoatTablePlace *place = geoat_table_get_place (self, position);
  int height = place->height;

  geoat_table_forget_block (self, position);
  if (place->cells == NULL)
    return;
  geoat_table_fill_cells (self, position);
  geoat_table_measure_block (self, position);
  if (place->height != height || self->editing)
    geoat_table_queue_prepare (self);
}

/* Whether a change is what is typed into the cell that is edited. The editor lies over that cell,
 * and wants another allocation when it needs another height; the cell follows afterwards. */
static gboolean
is_typed (GeoatTable *self, const GeoatChange *change)
{
  return self->editing && change->kind == GEOAT_CHANGE_TEXT &&
         change->item == geoat_text_field_get_item (self->editor) &&
         change->field == geoat_text_field_get_field (self->editor);
}

static gboolean
changes_list (const GeoatChange *change)
{
  GeoatPart part = geoat_item_get_part (change->item);

  if (part == GEOAT_PART_ROUND)
    return TRUE;
  if (part != GEOAT_PART_ENTRY && part != GEOAT_PART_ACTION)
    return FALSE;
  return change->kind == GEOAT_CHANGE_INSERT || change->kind == GEOAT_CHANGE_REMOVE ||
         (part == GEOAT_PART_ENTRY && change->kind == GEOAT_CHANGE_TEXT &&
          (change->field == GEOAT_FIELD_KEY_ELEMENT || change->field == GEOAT_FIELD_SINCE ||
           change->field == GEOAT_FIELD_RETIRED));
}

static void
plan_changed_cb (GeoatTable *self, const GeoatChange *change)
{
  guint row;

  if (changes_list (change))
    {
      if (self->update_source == 0)
        self->update_source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
      return;
    }
  if (self->update_source == 0 && self->rows != NULL &&
      (GEOAT_IS_ENTRY (change->item) || GEOAT_IS_ACTION (change->item)) &&
      geoat_table_rows_find (self->rows, change->item, &row))
    {
      guint position = geoat_table_rows_get_block_of_row (self->rows, row);

      if (is_typed (self, change))
        {
          geoat_table_forget_cell (self, position, self->edit_row, self->edit_column);
          geoat_table_queue_prepare (self);
        }
      else
        geoat_table_update_block (self, position);
    }
}

/* At once: what scrolls does so while the frame clock makes its round, and would be a frame ahead.
 */
static void
adjustment_cb (GeoatTable *self, GtkAdjustment *adjustment)
{
  if (adjustment == self->vadjustment && self->update_source == 0)
    geoat_table_prepare (self);
  else
    gtk_widget_queue_allocate (GTK_WIDGET (self));
}

static void
set_adjustment (GeoatTable *self, GtkAdjustment **place, GtkAdjustment *adjustment)
{
  if (adjustment == NULL)
    adjustment = gtk_adjustment_new (0, 0, 0, 0, 0, 0);
  if (*place == adjustment)
    return;
  if (*place != NULL)
    g_signal_handlers_disconnect_by_data (*place, self);
  g_clear_object (place);
  *place = g_object_ref_sink (adjustment);
  g_signal_connect_swapped (adjustment, "value-changed", G_CALLBACK (adjustment_cb), self);
  geoat_table_queue_prepare (self);
}

static void
geoat_table_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GeoatTable *self = GEOAT_TABLE (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      g_value_set_object (value, self->hadjustment);
      break;
    case PROP_VADJUSTMENT:
      g_value_set_object (value, self->vadjustment);
      break;
    case PROP_HSCROLL_POLICY:
      g_value_set_enum (value, self->hpolicy);
      break;
    case PROP_VSCROLL_POLICY:
      g_value_set_enum (value, self->vpolicy);
      break;
    case PROP_COLUMN_WIDTHS:
      g_value_set_variant (value, geoat_table_save_widths (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
geoat_table_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  GeoatTable *self = GEOAT_TABLE (object);

  switch (id)
    {
    case PROP_HADJUSTMENT:
      set_adjustment (self, &self->hadjustment, g_value_get_object (value));
      break;
    case PROP_VADJUSTMENT:
      set_adjustment (self, &self->vadjustment, g_value_get_object (value));
      break;
    case PROP_HSCROLL_POLICY:
      self->hpolicy = g_value_get_enum (value);
      break;
    case PROP_VSCROLL_POLICY:
      self->vpolicy = g_value_get_enum (value);
      break;
    case PROP_COLUMN_WIDTHS:
      geoat_table_load_widths (self, g_value_get_variant (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
geoat_table_dispose (GObject *object)
{
  GeoatTable *self = GEOAT_TABLE (object);
  GtkWidget *child;

  geoat_table_set_content (self, NULL, NULL);
  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_ptr_array_set_size (self->pool, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self))) != NULL)
    gtk_widget_unparent (child);
  self->editor = NULL;
  if (self->hadjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->hadjustment, self);
  if (self->vadjustment != NULL)
    g_signal_handlers_disconnect_by_data (self->vadjustment, self);
  g_clear_object (&self->hadjustment);
  g_clear_object (&self->vadjustment);
  g_clear_object (&self->layout);

  G_OBJECT_CLASS (geoat_table_parent_class)->dispose (object);
}

static void
geoat_table_finalize (GObject *object)
{
  GeoatTable *self = GEOAT_TABLE (object);

  g_array_unref (self->places);
  g_ptr_array_unref (self->pool);
  g_free (self->key_element);
  for (guint i = 0; i < G_N_ELEMENTS (self->flat_above); i++)
    {
      geoat_flat_group_free (self->flat_above[i]);
      geoat_flat_group_free (self->flat_below[i]);
    }

  G_OBJECT_CLASS (geoat_table_parent_class)->finalize (object);
}

/* What scrolls is hidden behind the headers: a caret there is not in sight. */
static gboolean
get_border (GtkScrollable *scrollable, GtkBorder *border)
{
  border->top = (gint16) GEOAT_TABLE (scrollable)->header_height;
  return TRUE;
}

static void
scrollable_init (GtkScrollableInterface *iface)
{
  iface->get_border = get_border;
}

static void
geoat_table_class_init (GeoatTableClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_table_dispose;
  object_class->finalize = geoat_table_finalize;
  object_class->get_property = geoat_table_get_property;
  object_class->set_property = geoat_table_set_property;
  widget_class->css_changed = geoat_table_css_changed;

  properties[PROP_COLUMN_WIDTHS] =
      g_param_spec_variant ("column-widths", NULL, NULL, G_VARIANT_TYPE ("ai"), NULL,
                            G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);
  g_object_class_override_property (object_class, PROP_HADJUSTMENT, "hadjustment");
  g_object_class_override_property (object_class, PROP_VADJUSTMENT, "vadjustment");
  g_object_class_override_property (object_class, PROP_HSCROLL_POLICY, "hscroll-policy");
  g_object_class_override_property (object_class, PROP_VSCROLL_POLICY, "vscroll-policy");

  gtk_widget_class_set_css_name (widget_class, "templatetable");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GRID);
  geoat_table_layout_class_init (widget_class);
  geoat_table_snapshot_class_init (widget_class);
  geoat_table_cursor_class_init (widget_class);
  geoat_table_items_class_init (widget_class);
  geoat_table_view_class_init (widget_class);
}

static GtkWidget *
create_header (GeoatTable *self)
{
  GtkWidget *header =
      g_object_new (GTK_TYPE_LABEL, "accessible-role", GTK_ACCESSIBLE_ROLE_COLUMN_HEADER, "wrap",
                    TRUE, "xalign", 0.0, "yalign", 0.5, NULL);

  gtk_widget_add_css_class (header, "table-header");
  gtk_widget_set_parent (header, GTK_WIDGET (self));
  return header;
}

static void
geoat_table_init (GeoatTable *self)
{
  geoat_table_columns_init (self);
  self->places = g_array_new (FALSE, TRUE, sizeof (GeoatTablePlace));
  g_array_set_clear_func (self->places, clear_place);
  self->pool = g_ptr_array_new ();
  for (guint i = 0; i < G_N_ELEMENTS (self->flat_above); i++)
    {
      self->flat_above[i] = geoat_flat_group_new ();
      self->flat_below[i] = geoat_flat_group_new ();
    }
  self->resize_column = -1;
  self->view.sort_column = -1;
  set_adjustment (self, &self->hadjustment, NULL);
  set_adjustment (self, &self->vadjustment, NULL);
  gtk_widget_set_overflow (GTK_WIDGET (self), GTK_OVERFLOW_HIDDEN);
  self->corner = create_header (self);
  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    self->headers[i] = create_header (self);
  geoat_table_editor_init (self);
  geoat_table_cursor_init (self);
}

/* Scrolls as little as it takes to show a cell. */
void
geoat_table_scroll_to (GeoatTable *self, guint row, guint column)
{
  GdkRectangle area;

  geoat_table_get_content_area (self, row, column, &area);
  if (!geoat_table_column_is_frozen (self, column))
    gtk_adjustment_clamp_page (self->hadjustment, area.x, area.x + area.width);
  gtk_adjustment_set_upper (
      self->vadjustment,
      MAX (geoat_table_get_total_height (self), gtk_adjustment_get_page_size (self->vadjustment)));
  /* of a cell higher than the page the upper end */
  gtk_adjustment_clamp_page (
      self->vadjustment, area.y,
      area.y + MIN (area.height, gtk_adjustment_get_page_size (self->vadjustment)));
  geoat_table_queue_prepare (self);
}

/* The cell at a place; made when it is out of sight. */
GtkWidget *
geoat_table_find_cell (GeoatTable *self, guint row, guint column)
{
  guint position = geoat_table_rows_get_block_of_row (self->rows, row);
  GeoatTableBlock *block = geoat_table_rows_get_block (self->rows, position);
  GeoatTablePlace *place = geoat_table_get_place (self, position);

  if (geoat_table_column_is_shared (column))
    row = block->first_row;
  if (place->cells == NULL)
    geoat_table_fill_cells (self, position);
  for (guint i = 0; i < place->cells->len; i++)
    {
      GeoatTableCell *cell = g_ptr_array_index (place->cells, i);
      if (geoat_table_cell_get_row (cell) == row && geoat_table_cell_get_column (cell) == column)
        return GTK_WIDGET (cell);
    }
  g_return_val_if_reached (NULL);
}

gboolean
geoat_table_has_rows (GeoatTable *self)
{
  return self->rows != NULL && geoat_table_rows_get_n_rows (self->rows) > 0;
}

/* Whether more is selected than the cell of the cursor. */
gboolean
geoat_table_has_range (GeoatTable *self)
{
  return self->select_rows || self->anchor_row != self->cursor_row ||
         self->anchor_column != self->cursor_column;
}

void
geoat_table_update_selection (GeoatTable *self)
{
  guint first_row, last_row, first_column, last_column;
  gboolean several;

  if (self->rows == NULL || geoat_table_rows_get_n_rows (self->rows) == 0)
    return;
  geoat_table_get_selection (self, &first_row, &last_row, &first_column, &last_column);
  several = geoat_table_has_range (self);
  for (guint i = 0; i < geoat_table_get_n_blocks (self); i++)
    {
      GeoatTableBlock *block = geoat_table_rows_get_block (self->rows, i);
      GPtrArray *cells = geoat_table_get_place (self, i)->cells;

      for (guint j = 0; cells != NULL && j < cells->len; j++)
        {
          GeoatTableCell *cell = g_ptr_array_index (cells, j);
          guint column = geoat_table_cell_get_column (cell);
          guint from = geoat_table_cell_get_row (cell);
          guint to = geoat_table_column_is_shared (column) && block->n_rows > 0
                         ? from + block->n_rows - 1
                         : from;

          geoat_table_cell_set_selected (
              cell,
              several && column >= first_column && column <= last_column && to >= first_row &&
                  from <= last_row,
              column == self->cursor_column && from <= self->cursor_row && self->cursor_row <= to);
        }
    }
}

/**
 * geoat_table_new:
 *
 * Returns: (transfer floating): a table that shows nothing yet
 */
GtkWidget *
geoat_table_new (void)
{
  return g_object_new (GEOAT_TYPE_TABLE, NULL);
}

/**
 * geoat_table_set_content:
 * @self: a table
 * @perspective: (nullable): what the window looks at
 * @key_element: (nullable): the id of a key element; %NULL: the whole plan
 */
void
geoat_table_set_content (GeoatTable *self, GeoatPerspective *perspective, const char *key_element)
{
  g_return_if_fail (GEOAT_IS_TABLE (self));

  if (self->perspective == perspective && g_strcmp0 (self->key_element, key_element) == 0)
    return;
  geoat_table_stop_editing (self, FALSE);
  g_clear_handle_id (&self->update_source, g_source_remove);
  clear_rows (self);
  if (self->perspective != NULL)
    {
      g_signal_handlers_disconnect_by_data (geoat_perspective_get_plan (self->perspective), self);
      g_signal_handlers_disconnect_by_data (self->perspective, self);
    }
  g_set_object (&self->perspective, perspective);
  g_free (self->key_element);
  self->key_element = g_strdup (key_element);
  self->cursor_row = self->anchor_row = 0;
  self->cursor_column = self->anchor_column = 0;
  if (perspective == NULL)
    return;
  self->framework = geoat_perspective_get_framework (perspective);
  geoat_table_show_headings (self);
  g_signal_connect_swapped (geoat_perspective_get_plan (perspective), "changed",
                            G_CALLBACK (plan_changed_cb), self);
  g_signal_connect_swapped (perspective, "notify::round", G_CALLBACK (geoat_table_update), self);
  g_signal_connect_swapped (perspective, "notify::can-edit", G_CALLBACK (geoat_table_update), self);
  self->weighed = FALSE;
  gtk_adjustment_set_value (self->vadjustment, 0);
  geoat_table_update (self);
}

/**
 * geoat_table_reveal:
 * @self: a table
 * @item: an entry or an action
 * @field: a field of it; %GEOAT_FIELD_NONE for the level of an entry
 *
 * Puts the cursor on the cell that shows the field, or on the indicator when none does.
 */
void
geoat_table_reveal (GeoatTable *self, GeoatItem *item, GeoatField field)
{
  guint row, column;

  g_return_if_fail (GEOAT_IS_TABLE (self));

  geoat_table_catch_up (self);
  /* what is looked for is shown, even if it was filtered out */
  if (self->rows != NULL && !geoat_table_rows_find (self->rows, item, &row))
    geoat_table_show_levels (self, 0);
  if (self->rows == NULL || !geoat_table_rows_find (self->rows, item, &row))
    return;
  if (!geoat_table_column_find (self->framework, field, &column))
    column = 0;
  geoat_table_set_cursor (self, row, column, FALSE);
}

/**
 * geoat_table_edit_text:
 * @self: a table
 *
 * Starts to edit the cell of the cursor, when it holds a text that can be edited.
 */
void
geoat_table_edit_text (GeoatTable *self)
{
  g_return_if_fail (GEOAT_IS_TABLE (self));

  if (self->rows != NULL && geoat_table_rows_get_n_rows (self->rows) > 0 &&
      self->fields[self->cursor_column] != GEOAT_FIELD_NONE)
    geoat_table_edit (self, NULL);
}

/**
 * geoat_table_show_key_element:
 * @self: a table of the whole plan
 * @key_element: the id of a key element
 *
 * Scrolls to the heading of a key element, and puts the cursor on its first indicator.
 */
void
geoat_table_show_key_element (GeoatTable *self, const char *key_element)
{
  g_return_if_fail (GEOAT_IS_TABLE (self));

  for (guint i = 0; i < geoat_table_get_n_blocks (self); i++)
    {
      GeoatTableBlock *block = geoat_table_rows_get_block (self->rows, i);

      if (block->entry == NULL ||
          !g_str_equal (geoat_entry_get_key_element (block->entry), key_element))
        continue;
      self->cursor_row = self->anchor_row = block->first_row;
      gtk_adjustment_set_upper (self->vadjustment, geoat_table_get_total_height (self));
      gtk_adjustment_set_value (self->vadjustment,
                                geoat_table_get_block_y (self, i > 0 ? i - 1 : i));
      return;
    }
}

/**
 * geoat_table_get_focus_entry:
 * @self: a table
 *
 * Returns: (transfer none) (nullable): the entry that the cursor is on
 */
GeoatEntry *
geoat_table_get_focus_entry (GeoatTable *self)
{
  g_return_val_if_fail (GEOAT_IS_TABLE (self), NULL);

  if (self->rows == NULL || self->cursor_row >= geoat_table_rows_get_n_rows (self->rows))
    return NULL;
  return geoat_table_rows_get_row (self->rows, self->cursor_row)->entry;
}

/**
 * geoat_table_get_selected_entries:
 * @self: a table
 *
 * Returns: (transfer full) (element-type GeoatEntry): the entries of the selected rows, in order
 */
GPtrArray *
geoat_table_get_selected_entries (GeoatTable *self)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func (g_object_unref);
  guint first_row, last_row, first_column, last_column;

  g_return_val_if_fail (GEOAT_IS_TABLE (self), entries);

  if (self->rows == NULL || geoat_table_rows_get_n_rows (self->rows) == 0)
    return entries;
  geoat_table_get_selection (self, &first_row, &last_row, &first_column, &last_column);
  for (guint row = first_row; row <= last_row; row++)
    {
      GeoatEntry *entry = geoat_table_rows_get_row (self->rows, row)->entry;

      if (entry != NULL &&
          (entries->len == 0 || g_ptr_array_index (entries, entries->len - 1) != entry))
        g_ptr_array_add (entries, g_object_ref (entry));
    }
  return entries;
}
