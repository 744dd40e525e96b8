/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-flat-group.h"
#include "geoat-table-cell.h"
#include "geoat-table-rows.h"
#include "geoat-table.h"
#include "geoat-text-field.h"

G_BEGIN_DECLS

/* Where the widths of the columns come from. */
typedef enum
{
  GEOAT_TABLE_SIZING_SHARED, /* what there is to spare is shared out */
  GEOAT_TABLE_SIZING_SET,    /* somebody has dragged an edge */
  GEOAT_TABLE_SIZING_FIT,    /* all columns are in sight */
} GeoatTableSizing;

/* What the table knows of a block beyond what is in it. */
typedef struct
{
  int height;        /* measured, or guessed */
  gboolean measured; /* for the present widths */
  int *row_heights;  /* one for each row; NULL until measured */
  int *cell_heights; /* one for each row and column, 0: unknown; NULL: all are */
  GPtrArray *cells;  /* its cells in order; NULL while it is out of sight */
} GeoatTablePlace;

struct _GeoatTable
{
  GtkWidget parent_instance;

  GtkAdjustment *hadjustment;
  GtkAdjustment *vadjustment;
  GtkScrollablePolicy hpolicy;
  GtkScrollablePolicy vpolicy;

  GeoatPerspective *perspective;
  char *key_element;
  GeoatFramework *framework;
  GeoatField fields[GEOAT_N_COLUMNS];
  gboolean shown[GEOAT_N_COLUMNS];
  int set_widths[GEOAT_N_COLUMNS]; /* as they came, or were dragged */
  int widths[GEOAT_N_COLUMNS];     /* as they are laid out; 0: hidden */
  double weights[GEOAT_N_COLUMNS]; /* how much room the texts ask for */
  gboolean weighed;
  GeoatTableSizing sizing;
  int number_width;
  gboolean frozen; /* whether the first column does not scroll sideways */
  GtkWidget *corner;
  GtkWidget *headers[GEOAT_N_COLUMNS];
  int header_height; /* as last allocated */

  GeoatTableView view;
  GeoatTableRows *rows;
  GArray *places;  /* of GeoatTablePlace, as many as blocks */
  GPtrArray *pool; /* cells that are not in use, still children */
  PangoLayout *layout;
  guint font_serial; /* of the context that the heights were worked out with */
  int line_height;
  guint update_source;
  gboolean preparing;
  guint prepare_tick;

  guint cursor_row;
  guint cursor_column;
  guint anchor_row; /* the selection reaches from here to the cursor */
  guint anchor_column;
  gboolean select_rows;

  GeoatTextField *editor;
  gboolean editing;
  guint edit_row;
  guint edit_column;
  guint64 edit_state;            /* of the history, before */
  gboolean edit_created;         /* the action did not exist before */
  GeoatFlatGroup *flat_above[2]; /* the blocks before the one that is edited: scrolled, frozen */
  GeoatFlatGroup *flat_below[2];
  GtkWidget *popover;

  int resize_column; /* whose width is dragged, -1: none */
  int resize_width;
};

/* geoat-table.c */
void geoat_table_update_block (GeoatTable *self, guint block);
gboolean geoat_table_has_rows (GeoatTable *self);
gboolean geoat_table_has_range (GeoatTable *self);
void geoat_table_update_selection (GeoatTable *self);
void geoat_table_update (GeoatTable *self);
void geoat_table_catch_up (GeoatTable *self);
void geoat_table_scroll_to (GeoatTable *self, guint row, guint column);
void geoat_table_get_cell_area (GeoatTable *self, guint row, guint column, GdkRectangle *area);
GtkWidget *geoat_table_find_cell (GeoatTable *self, guint row, guint column);
GeoatItem *geoat_table_get_item (GeoatTable *self, guint row, guint column);
const char *geoat_table_get_text (GeoatTable *self, guint row, guint column);
const char *geoat_table_get_heading (GeoatTable *self, guint column);

/* geoat-table-columns.c */
void geoat_table_columns_init (GeoatTable *self);
int geoat_table_get_column_x (GeoatTable *self, guint column);
gboolean geoat_table_column_is_frozen (GeoatTable *self, guint column);
int geoat_table_get_frozen_width (GeoatTable *self);
int geoat_table_get_scrolled_width (GeoatTable *self);
guint geoat_table_step_column (GeoatTable *self, guint column, int step);
guint geoat_table_get_last_column (GeoatTable *self);
gboolean geoat_table_update_widths (GeoatTable *self);
GVariant *geoat_table_save_widths (GeoatTable *self);
void geoat_table_load_widths (GeoatTable *self, GVariant *variant);
void geoat_table_set_width (GeoatTable *self, guint column, int width);

/* geoat-table-heights.c */
GeoatTablePlace *geoat_table_get_place (GeoatTable *self, guint block);
guint geoat_table_get_n_blocks (GeoatTable *self);
void geoat_table_ensure_layout (GeoatTable *self);
int geoat_table_get_heading_height (GeoatTable *self);
int geoat_table_guess_height (GeoatTable *self, GeoatTableBlock *block);
void geoat_table_forget_heights (GeoatTable *self);
void geoat_table_forget_block (GeoatTable *self, guint position);
void geoat_table_forget_cell (GeoatTable *self, guint position, guint row, guint column);
void geoat_table_measure_block (GeoatTable *self, guint position);
gboolean geoat_table_is_edited (GeoatTable *self, guint row, guint column);
int geoat_table_get_total_height (GeoatTable *self);
int geoat_table_get_block_y (GeoatTable *self, guint block);

/* geoat-table-layout.c */
void geoat_table_layout_class_init (GtkWidgetClass *widget_class);
void geoat_table_prepare (GeoatTable *self);
void geoat_table_queue_prepare (GeoatTable *self);
void geoat_table_allocate_editor (GeoatTable *self);
void geoat_table_release_cells (GeoatTable *self, GeoatTablePlace *place);
void geoat_table_fill_cells (GeoatTable *self, guint position);
void geoat_table_get_content_area (GeoatTable *self, guint row, guint column, GdkRectangle *area);

/* geoat-table-snapshot.c */
void geoat_table_snapshot_class_init (GtkWidgetClass *widget_class);

/* geoat-table-cursor.c */
void geoat_table_cursor_class_init (GtkWidgetClass *widget_class);
void geoat_table_cursor_init (GeoatTable *self);
void geoat_table_set_cursor (GeoatTable *self, guint row, guint column, gboolean extend);
gboolean geoat_table_move_cursor (GeoatTable *self, int rows, int columns, gboolean extend);
void geoat_table_get_selection (
    GeoatTable *self, guint *first_row, guint *last_row, guint *first_column, guint *last_column);

/* geoat-table-editor.c */
void geoat_table_editor_init (GeoatTable *self);
gboolean geoat_table_edit (GeoatTable *self, GtkEventControllerKey *typed);
void geoat_table_stop_editing (GeoatTable *self, gboolean cancel);

/* geoat-table-items.c */
void geoat_table_items_class_init (GtkWidgetClass *widget_class);
GArray *geoat_table_list_selected (GeoatTable *self);
void geoat_table_rate (GeoatTable *self, GeoatLevel level);
void geoat_table_clear (GeoatTable *self);
void geoat_table_fill_down (GeoatTable *self);

/* geoat-table-view.c */
void geoat_table_view_class_init (GtkWidgetClass *widget_class);
void geoat_table_show_headings (GeoatTable *self);
void geoat_table_sort (GeoatTable *self, int column, gboolean descending);
void geoat_table_show_levels (GeoatTable *self, guint levels);

/* geoat-table-menu.c */
void geoat_table_popup_cell_menu (GeoatTable *self, const GdkRectangle *area);
void geoat_table_popup_column_menu (GeoatTable *self, guint column, const GdkRectangle *area);

/* geoat-table-clipboard.c */
void geoat_table_copy (GeoatTable *self);
void geoat_table_cut (GeoatTable *self);
void geoat_table_paste (GeoatTable *self);

G_END_DECLS
