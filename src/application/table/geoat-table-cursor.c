/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The cursor of the table, its selection, and the keys and clicks that move them. The cursor is
 * where the focus is; the selection reaches from the anchor to it. Columns 1 to 4 of an indicator
 * are one cell over all its rows: up and down go from indicator to indicator there. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-level-buttons.h"
#include "geoat-table-private.h"

#define RESIZE_MARGIN 5 /* pixels on either side of the edge of a header */

static guint
get_n_rows (GeoatTable *self)
{
  return self->rows != NULL ? geoat_table_rows_get_n_rows (self->rows) : 0;
}

static GeoatTableBlock *
get_block (GeoatTable *self, guint row)
{
  return geoat_table_rows_get_block (self->rows,
                                     geoat_table_rows_get_block_of_row (self->rows, row));
}

/* The cells from the anchor to the cursor, in whole blocks where columns 1 to 4 are among them. */
void
geoat_table_get_selection (
    GeoatTable *self, guint *first_row, guint *last_row, guint *first_column, guint *last_column)
{
  guint n = get_n_rows (self);

  *first_row = MIN (MIN (self->anchor_row, self->cursor_row), n - 1);
  *last_row = MIN (MAX (self->anchor_row, self->cursor_row), n - 1);
  *first_column = self->select_rows ? 0 : MIN (self->anchor_column, self->cursor_column);
  *last_column = self->select_rows ? geoat_table_get_last_column (self)
                                   : MAX (self->anchor_column, self->cursor_column);
  if (geoat_table_column_is_shared (*first_column))
    {
      GeoatTableBlock *last = get_block (self, *last_row);

      *first_row = get_block (self, *first_row)->first_row;
      *last_row = last->first_row + last->n_rows - 1;
    }
}

void
geoat_table_set_cursor (GeoatTable *self, guint row, guint column, gboolean extend)
{
  GtkWidget *cell;

  geoat_table_stop_editing (self, FALSE);
  geoat_table_catch_up (self);
  if (!geoat_table_has_rows (self))
    return;
  self->cursor_row = MIN (row, get_n_rows (self) - 1);
  self->cursor_column = MIN (column, GEOAT_N_COLUMNS - 1);
  if (!self->shown[self->cursor_column])
    self->cursor_column = geoat_table_step_column (self, self->cursor_column, -1);
  if (!extend)
    {
      self->anchor_row = self->cursor_row;
      self->anchor_column = self->cursor_column;
      self->select_rows = FALSE;
    }
  geoat_table_scroll_to (self, self->cursor_row, self->cursor_column);
  cell = geoat_table_find_cell (self, self->cursor_row, self->cursor_column);
  gtk_widget_grab_focus (cell);
  geoat_table_update_selection (self);
}

/* One step up or down: by rows, or by indicators in columns 1 to 4. */
static guint
step_row (GeoatTable *self, guint row, int step)
{
  GeoatTableBlock *block = get_block (self, row);
  guint n = get_n_rows (self);

  if (!geoat_table_column_is_shared (self->cursor_column))
    return step < 0 ? MAX (row, 1) - 1 : MIN (row + 1, n - 1);
  if (step > 0)
    return MIN (block->first_row + block->n_rows, n - 1);
  return block->first_row == 0 ? 0 : get_block (self, block->first_row - 1)->first_row;
}

/* Returns FALSE when the cursor is at the edge already. */
gboolean
geoat_table_move_cursor (GeoatTable *self, int rows, int columns, gboolean extend)
{
  guint row = self->cursor_row;
  guint column = self->cursor_column;

  if (!geoat_table_has_rows (self))
    return FALSE;
  for (int i = 0; i < ABS (rows); i++)
    row = step_row (self, row, rows);
  for (int i = 0; i < ABS (columns); i++)
    column = geoat_table_step_column (self, column, columns < 0 ? -1 : 1);
  if (row == self->cursor_row && column == self->cursor_column)
    return FALSE;
  geoat_table_set_cursor (self, row, column, extend);
  return TRUE;
}

/* Tab goes through the cells of a row, and on to the next row. */
static gboolean
tab (GeoatTable *self, gboolean back)
{
  guint last = get_n_rows (self) - 1;
  guint column = geoat_table_step_column (self, self->cursor_column, back ? -1 : 1);

  if (column != self->cursor_column)
    geoat_table_set_cursor (self, self->cursor_row, column, FALSE);
  else if (!back && self->cursor_row < last)
    geoat_table_set_cursor (self, self->cursor_row + 1, 0, FALSE);
  else if (back && self->cursor_row > 0)
    geoat_table_set_cursor (self, self->cursor_row - 1, geoat_table_get_last_column (self), FALSE);
  else
    return GDK_EVENT_PROPAGATE;
  return GDK_EVENT_STOP;
}

static gboolean
rate_from_key (GeoatTable *self, guint keyval, guint keycode, GdkModifierType state)
{
  GeoatLevel level;

  if (geoat_table_get_focus_entry (self) == NULL ||
      (self->fields[self->cursor_column] != GEOAT_FIELD_NONE && !self->select_rows) ||
      !geoat_perspective_get_can_rate (self->perspective) ||
      !geoat_level_from_key (keyval, keycode, state, &level))
    return FALSE;
  geoat_table_rate (self, level);
  return TRUE;
}

static gboolean
move_key (GeoatTable *self, guint keyval, gboolean control, gboolean shift)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  int forward = mirrored ? -1 : 1;
  guint last = get_n_rows (self) - 1;

  switch (keyval)
    {
    case GDK_KEY_Up:
    case GDK_KEY_KP_Up:
      geoat_table_move_cursor (self, -1, 0, shift);
      return TRUE;
    case GDK_KEY_Down:
    case GDK_KEY_KP_Down:
      geoat_table_move_cursor (self, 1, 0, shift);
      return TRUE;
    case GDK_KEY_Left:
    case GDK_KEY_KP_Left:
      geoat_table_move_cursor (self, 0, -forward, shift);
      return TRUE;
    case GDK_KEY_Right:
    case GDK_KEY_KP_Right:
      geoat_table_move_cursor (self, 0, forward, shift);
      return TRUE;
    case GDK_KEY_Page_Up:
    case GDK_KEY_KP_Page_Up:
      geoat_table_move_cursor (self, -5, 0, shift);
      return TRUE;
    case GDK_KEY_Page_Down:
    case GDK_KEY_KP_Page_Down:
      geoat_table_move_cursor (self, 5, 0, shift);
      return TRUE;
    case GDK_KEY_Home:
    case GDK_KEY_KP_Home:
      gtk_adjustment_set_value (self->hadjustment, 0);
      geoat_table_set_cursor (self, control ? 0 : self->cursor_row, 0, shift);
      return TRUE;
    case GDK_KEY_End:
    case GDK_KEY_KP_End:
      geoat_table_set_cursor (self, control ? last : self->cursor_row,
                              geoat_table_get_last_column (self), shift);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
select_rows (GeoatTable *self, gboolean all)
{
  self->select_rows = TRUE;
  if (all)
    {
      self->anchor_row = get_n_rows (self) - 1;
      self->cursor_row = 0;
    }
  geoat_table_update_selection (self);
}

static gboolean
control_key (GeoatTable *self, guint keyval, gboolean shift)
{
  switch (gdk_keyval_to_lower (keyval))
    {
    case GDK_KEY_a:
      select_rows (self, TRUE);
      return TRUE;
    case GDK_KEY_d:
      geoat_table_fill_down (self);
      return TRUE;
    case GDK_KEY_c:
      geoat_table_copy (self);
      return TRUE;
    case GDK_KEY_x:
      geoat_table_cut (self);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
      geoat_table_remove_item (self);
      return TRUE;
    case GDK_KEY_Insert:
    case GDK_KEY_KP_Insert:
      gtk_widget_activate_action (GTK_WIDGET (self), "page.add-activity", NULL);
      return TRUE;
    case GDK_KEY_v:
      if (shift)
        return FALSE;
      geoat_table_paste (self);
      return TRUE;
    default:
      return FALSE;
    }
}

static void
popup_at_cursor (GeoatTable *self)
{
  GdkRectangle area;

  geoat_table_get_cell_area (self, self->cursor_row, self->cursor_column, &area);
  geoat_table_popup_cell_menu (self, &area);
}

static gboolean
plain_key (GeoatTable *self, GtkEventControllerKey *controller, guint keyval, gboolean shift)
{
  switch (keyval)
    {
    case GDK_KEY_Tab:
    case GDK_KEY_KP_Tab:
      return tab (self, FALSE);
    case GDK_KEY_ISO_Left_Tab:
      return tab (self, TRUE);
    case GDK_KEY_Return:
    case GDK_KEY_KP_Enter:
    case GDK_KEY_F2:
      return geoat_table_edit (self, NULL);
    case GDK_KEY_Escape:
      if (!geoat_table_has_range (self))
        return FALSE;
      geoat_table_set_cursor (self, self->cursor_row, self->cursor_column, FALSE);
      return TRUE;
    case GDK_KEY_Delete:
    case GDK_KEY_KP_Delete:
    case GDK_KEY_BackSpace:
      geoat_table_clear (self);
      return TRUE;
    case GDK_KEY_Menu:
      popup_at_cursor (self);
      return TRUE;
    case GDK_KEY_F10:
      if (shift)
        popup_at_cursor (self);
      return shift;
    case GDK_KEY_space:
      if (shift)
        {
          select_rows (self, FALSE);
          return TRUE;
        }
      break;
    default:
      break;
    }
  return gdk_keyval_to_unicode (keyval) >= ' ' && geoat_table_edit (self, controller);
}

static gboolean
key_pressed_cb (GtkEventControllerKey *controller,
                guint keyval,
                guint keycode,
                GdkModifierType state,
                GeoatTable *self)
{
  gboolean control = (state & GDK_CONTROL_MASK) != 0;
  gboolean shift = (state & GDK_SHIFT_MASK) != 0;
  GtkWidget *focus = gtk_widget_get_focus_child (GTK_WIDGET (self));

  if (!GEOAT_IS_TABLE_CELL (focus) || !geoat_table_has_rows (self) ||
      (state & (GDK_ALT_MASK | GDK_SUPER_MASK | GDK_META_MASK)) != 0)
    return GDK_EVENT_PROPAGATE;
  if (!control && rate_from_key (self, keyval, keycode, state))
    return GDK_EVENT_STOP;
  if (keyval == GDK_KEY_Page_Up || keyval == GDK_KEY_Page_Down)
    {
      if (control)
        return GDK_EVENT_PROPAGATE; /* the next key element */
    }
  if (move_key (self, keyval, control, shift))
    return GDK_EVENT_STOP;
  if (control)
    return control_key (self, keyval, shift);
  return plain_key (self, controller, keyval, shift);
}

/* The column at a place, or -1. */
static int
pick_column (GeoatTable *self, double x)
{
  int width = gtk_widget_get_width (GTK_WIDGET (self));

  if (gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL)
    x = width - x;
  if (self->frozen && x >= self->number_width && x < geoat_table_get_frozen_width (self))
    return 0;
  if (x < geoat_table_get_frozen_width (self) || x >= width)
    return -1;
  x += gtk_adjustment_get_value (self->hadjustment) - geoat_table_get_frozen_width (self);
  for (guint i = self->frozen ? 1 : 0; i < GEOAT_N_COLUMNS; i++)
    if (x >= geoat_table_get_column_x (self, i) &&
        x < geoat_table_get_column_x (self, i) + self->widths[i])
      return (int) i;
  return -1;
}

/* The row at a place; @block: the block that it is in. FALSE: there is none. */
static gboolean
pick_row (GeoatTable *self, double y, guint *row, GeoatTableBlock **block)
{
  y += gtk_adjustment_get_value (self->vadjustment) - self->header_height;
  for (guint i = 0; i < geoat_table_get_n_blocks (self); i++)
    {
      GeoatTablePlace *place = geoat_table_get_place (self, i);

      if (y < place->height)
        {
          *block = geoat_table_rows_get_block (self->rows, i);
          *row = (*block)->first_row;
          for (guint j = 0;
               j + 1 < (*block)->n_rows && place->row_heights != NULL && y >= place->row_heights[j];
               j++)
            {
              y -= place->row_heights[j];
              (*row)++;
            }
          return (*block)->n_rows > 0;
        }
      y -= place->height;
    }
  return FALSE;
}

/* Whether there is a cell at a place in the window. */
static gboolean
pick_cell (GeoatTable *self, double x, double y, guint *row, guint *column)
{
  int picked = pick_column (self, x);
  GeoatTableBlock *block;

  if (picked < 0 || y < self->header_height || !pick_row (self, y, row, &block))
    return FALSE;
  *column = (guint) picked;
  return TRUE;
}

/* The column whose right edge (left edge when mirrored) is under the pointer, or -1. */
static int
pick_edge (GeoatTable *self, double x, double y)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;

  for (int i = 0; i < GEOAT_N_COLUMNS && y < self->header_height; i++)
    {
      graphene_rect_t area;
      double edge;

      if (!self->shown[i] ||
          !gtk_widget_compute_bounds (self->headers[i], GTK_WIDGET (self), &area))
        continue;
      edge = mirrored ? area.origin.x : area.origin.x + area.size.width;
      if (ABS (x - edge) <= RESIZE_MARGIN)
        return i;
    }
  return -1;
}

/* Selects all from one cell to another one, where the cursor is put. */
static void
select_range (GeoatTable *self, guint row, guint column, guint to_row, guint to_column)
{
  geoat_table_set_cursor (self, row, column, FALSE);
  self->anchor_row = to_row;
  self->anchor_column = to_column;
  geoat_table_update_selection (self);
}

/* A click on the number of an indicator selects all that belongs to it, one on a heading the
 * column. */
static void
select_at (GeoatTable *self, double x, double y, gboolean extend)
{
  int column = pick_column (self, x);
  GeoatTableBlock *block;
  guint row;

  if (!geoat_table_has_rows (self))
    return;
  if (y < self->header_height)
    {
      if (column >= 0 && pick_edge (self, x, y) < 0)
        select_range (self, 0, (guint) column, get_n_rows (self) - 1, (guint) column);
    }
  else if (column < 0 && pick_row (self, y, &row, &block))
    {
      if (!extend)
        select_range (self, block->first_row, 0, block->first_row, 0);
      else
        geoat_table_set_cursor (self, block->first_row, 0, TRUE);
      select_rows (self, FALSE);
    }
}

static void
pressed_cb (GtkGestureClick *gesture, int n_presses, double x, double y, GeoatTable *self)
{
  GdkModifierType state =
      gtk_event_controller_get_current_event_state (GTK_EVENT_CONTROLLER (gesture));
  gboolean extend = (state & GDK_SHIFT_MASK) != 0;
  guint row, column;

  if (!pick_cell (self, x, y, &row, &column))
    {
      select_at (self, x, y, extend);
      return;
    }
  geoat_table_set_cursor (self, row, column, extend);
  if (n_presses == 2)
    geoat_table_edit (self, NULL);
}

/* The menu of what is there: of the selection when that is in it. */
static void
secondary_cb (GtkGestureClick *gesture, int n_presses, double x, double y, GeoatTable *self)
{
  const GdkRectangle area = { (int) x, (int) y, 1, 1 };
  guint row, column, first_row, last_row, first_column, last_column;
  int picked = pick_column (self, x);

  if (y < self->header_height)
    {
      if (picked >= 0)
        geoat_table_popup_column_menu (self, (guint) picked, &area);
      return;
    }
  if (!geoat_table_has_rows (self))
    return;
  geoat_table_get_selection (self, &first_row, &last_row, &first_column, &last_column);
  if (!pick_cell (self, x, y, &row, &column))
    select_at (self, x, y, FALSE);
  else if (row < first_row || row > last_row || column < first_column || column > last_column)
    geoat_table_set_cursor (self, row, column, FALSE);
  geoat_table_popup_cell_menu (self, &area);
}

static void
drag_begin_cb (GtkGestureDrag *gesture, double x, double y, GeoatTable *self)
{
  self->resize_column = pick_edge (self, x, y);
  if (self->resize_column >= 0)
    self->resize_width = self->widths[self->resize_column];
}

static void
drag_update_cb (GtkGestureDrag *gesture, double offset_x, double offset_y, GeoatTable *self)
{
  gboolean mirrored = gtk_widget_get_direction (GTK_WIDGET (self)) == GTK_TEXT_DIR_RTL;
  guint row, column;
  double x, y;

  if (self->resize_column >= 0)
    {
      geoat_table_set_width (self, (guint) self->resize_column,
                             self->resize_width + (int) (mirrored ? -offset_x : offset_x));
      return;
    }
  if (self->editing || !gtk_gesture_drag_get_start_point (gesture, &x, &y) ||
      y < self->header_height)
    return;
  if (pick_cell (self, x + offset_x, y + offset_y, &row, &column) &&
      (row != self->cursor_row || column != self->cursor_column))
    geoat_table_set_cursor (self, row, column, TRUE);
}

static void
drag_end_cb (GtkGestureDrag *gesture, double x, double y, GeoatTable *self)
{
  if (self->resize_column >= 0)
    g_object_notify (G_OBJECT (self), "column-widths");
  self->resize_column = -1;
}

static void
motion_cb (GtkEventControllerMotion *controller, double x, double y, GeoatTable *self)
{
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self),
                                   pick_edge (self, x, y) >= 0 ? "col-resize" : NULL);
}

static gboolean
geoat_table_focus (GtkWidget *widget, GtkDirectionType direction)
{
  GeoatTable *self = GEOAT_TABLE (widget);

  if (gtk_widget_get_focus_child (widget) != NULL || !geoat_table_has_rows (self))
    return FALSE;
  geoat_table_set_cursor (self, self->cursor_row, self->cursor_column, FALSE);
  return TRUE;
}

static gboolean
geoat_table_grab_focus (GtkWidget *widget)
{
  return geoat_table_focus (widget, GTK_DIR_TAB_FORWARD);
}

void
geoat_table_cursor_class_init (GtkWidgetClass *widget_class)
{
  widget_class->focus = geoat_table_focus;
  widget_class->grab_focus = geoat_table_grab_focus;
}

void
geoat_table_cursor_init (GeoatTable *self)
{
  GtkWidget *widget = GTK_WIDGET (self);
  GtkEventController *keys = gtk_event_controller_key_new ();
  GtkEventController *motion = gtk_event_controller_motion_new ();
  GtkGesture *click = gtk_gesture_click_new ();
  GtkGesture *drag = gtk_gesture_drag_new ();
  GtkGesture *secondary = gtk_gesture_click_new ();

  g_signal_connect (keys, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (widget, keys);
  g_signal_connect (click, "pressed", G_CALLBACK (pressed_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (click));
  g_signal_connect (drag, "drag-begin", G_CALLBACK (drag_begin_cb), self);
  g_signal_connect (drag, "drag-update", G_CALLBACK (drag_update_cb), self);
  g_signal_connect (drag, "drag-end", G_CALLBACK (drag_end_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (drag));
  gtk_gesture_group (click, drag);
  gtk_gesture_single_set_button (GTK_GESTURE_SINGLE (secondary), GDK_BUTTON_SECONDARY);
  g_signal_connect (secondary, "pressed", G_CALLBACK (secondary_cb), self);
  gtk_widget_add_controller (widget, GTK_EVENT_CONTROLLER (secondary));
  g_signal_connect (motion, "motion", G_CALLBACK (motion_cb), self);
  gtk_widget_add_controller (widget, motion);
}
