/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * The template as a table on pages: eight columns, an entry with several actions as rows beside its
 * columns 1 to 4, the header on every page.
 *
 * How it breaks: an entry is a set of columns of lines. Columns 1 to 4 run down beside the stack of
 * its actions, and each action is four columns side by side. Whatever fits is put down, the page
 * ends, the header comes again, and every column goes on where it stopped.
 *
 * For a reader by ear it is one table over all of its pages, with one header, and each action is a
 * row: that of another than the first action on a page has empty cells for columns 1 to 4.
 */
#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-pages-private.h"

#define CELL_PADDING 3.0
#define N_SPANNING 4 /* columns 1 to 4 belong to the entry */

#define MAX_COLUMNS 16

typedef struct
{
  guint n_columns;
  const char *headings[MAX_COLUMNS];
  GeoatPageAlign aligns[MAX_COLUMNS];
  double x[MAX_COLUMNS];
  double widths[MAX_COLUMNS];
  double header_bottom;
} Table;

/* In parts of 100. */
static const guint template_widths[GEOAT_N_COLUMNS] = { 16, 11, 9, 17, 17, 11, 8, 11 };

static void
table_init (Table *self, GeoatPageFlow *flow, guint n_columns, const guint *widths)
{
  double width = flow->right - flow->left;
  double x = flow->left;
  guint total = 0;

  g_assert (n_columns <= MAX_COLUMNS);
  self->n_columns = n_columns;
  for (guint i = 0; i < n_columns; i++)
    total += widths[i];
  for (guint i = 0; i < n_columns; i++)
    {
      self->widths[i] = width * widths[i] / total;
      self->x[i] = x;
      x += self->widths[i];
    }
  if (geoat_language_is_right_to_left (flow->pages->language))
    for (guint i = 0; i < n_columns; i++)
      self->x[i] = flow->left + flow->right - self->x[i] - self->widths[i];
}

static double
table_get_text_width (const Table *self, guint column)
{
  return self->widths[column] - 2 * CELL_PADDING;
}

/* The headings, each with @tag: for the eye they are on top of every page of the table. */
static void
table_add_headings (Table *self, GeoatPageFlow *flow, const char *tag)
{
  double height = 0;
  guint fill = flow->page->len;

  geoat_page_flow_fill (flow, flow->left, flow->y, flow->right - flow->left, 0, 0.91);
  for (guint i = 0; i < self->n_columns; i++)
    {
      double used = geoat_page_flow_text_at (
          flow, self->headings[i], GEOAT_PAGE_STYLE_CELL_HEADING, self->aligns[i],
          self->x[i] + CELL_PADDING, flow->y + CELL_PADDING, table_get_text_width (self, i), tag);

      height = MAX (height, used);
    }
  height += 2 * CELL_PADDING;
  g_array_index (flow->page, GeoatPageMark, fill).height = height;
  flow->y += height;
  self->header_bottom = flow->y;
}

static void
table_begin (Table *self, GeoatPageFlow *flow)
{
  geoat_page_flow_begin_tag (flow, "Table");
  geoat_page_flow_begin_tag (flow, "TR");
  table_add_headings (self, flow, "TH");
  geoat_page_flow_end_tag (flow, "TR");
}

/* The lines between the columns, over all rows on the page at once: a surface for paper writes down
 * every piece of a line. */
static void
table_add_lines (const Table *self, GeoatPageFlow *flow)
{
  double height = flow->y - self->header_bottom;

  if (height <= 0)
    return;
  for (guint i = 0; i < self->n_columns; i++)
    geoat_page_flow_line (flow, self->x[i], self->header_bottom, 0, height);
  geoat_page_flow_line (flow, flow->right, self->header_bottom, 0, height);
  geoat_page_flow_line (flow, flow->left, self->header_bottom, flow->right - flow->left, 0);
}

static void
table_continue (Table *self, GeoatPageFlow *flow)
{
  table_add_lines (self, flow);
  geoat_page_flow_new_page (flow);
  table_add_headings (self, flow, NULL);
}

static void
table_end (const Table *self, GeoatPageFlow *flow)
{
  table_add_lines (self, flow);
  geoat_page_flow_end_tag (flow, "Table");
}

static GeoatPageColumn *
table_create_column (const Table *self, GeoatPageFlow *flow, guint column, const char *text)
{
  return geoat_page_column_new (flow, text, GEOAT_PAGE_STYLE_CELL, self->aligns[column],
                                self->x[column] + CELL_PADDING,
                                table_get_text_width (self, column));
}

static void
add_empty_cells (GeoatPageFlow *flow, guint n)
{
  for (guint i = 0; i < n; i++)
    {
      geoat_page_flow_begin_tag (flow, "TD");
      geoat_page_flow_end_tag (flow, "TD");
    }
}

/* Puts down what fits of @columns side by side; TRUE when all of it is down. @y is moved below. */
static gboolean
place_columns (GPtrArray *columns, guint first, guint n, GeoatPageFlow *flow, double *y)
{
  double top = *y + CELL_PADDING;
  double room = flow->bottom - top - CELL_PADDING;
  double height = 0;
  gboolean done = TRUE;

  for (guint i = first; i < first + n; i++)
    {
      GeoatPageColumn *column = g_ptr_array_index (columns, i);
      double used = geoat_page_column_place (column, flow, top, room, "TD");

      if (used == 0)
        add_empty_cells (flow, 1);
      height = MAX (height, used);
      done = done && geoat_page_column_is_done (column);
    }
  *y = top + height + CELL_PADDING;
  return done;
}

static gboolean
is_all_done (GPtrArray *columns)
{
  for (guint i = 0; i < columns->len; i++)
    if (!geoat_page_column_is_done (g_ptr_array_index (columns, i)))
      return FALSE;
  return TRUE;
}

/* The height that @columns would take if there were room: a row that fits on one page is not torn
 * apart. */
static double
measure_row (GPtrArray *spanning, GPtrArray *stacked, guint per_row)
{
  double left = 0;
  double right = 0;

  for (guint i = 0; i < spanning->len; i++)
    left = MAX (left, geoat_page_column_get_rest (g_ptr_array_index (spanning, i)));
  left += 2 * CELL_PADDING;
  for (guint row = 0; row < stacked->len; row += per_row)
    {
      double height = 0;

      for (guint i = row; i < row + per_row; i++)
        height = MAX (height, geoat_page_column_get_rest (g_ptr_array_index (stacked, i)));
      right += height + 2 * CELL_PADDING;
    }
  return MAX (left, right);
}

/* From @y on, below another one. */
static void
table_begin_next_action (const Table *self, GeoatPageFlow *flow, double y, guint per_row)
{
  guint column = self->n_columns - per_row;
  double x = MIN (self->x[column], self->x[self->n_columns - 1]);
  double width = 0;

  for (guint i = column; i < self->n_columns; i++)
    width += self->widths[i];
  geoat_page_flow_line (flow, x, y, width, 0);
  geoat_page_flow_end_tag (flow, "TR");
  geoat_page_flow_begin_tag (flow, "TR");
  add_empty_cells (flow, column);
}

/*
 * table_add_row:
 * @spanning: columns that run beside all of the stack
 * @stacked: rows of @per_row columns each
 *
 * Puts one entry down, over as many pages as it takes.
 */
static void
table_add_row (
    Table *self, GeoatPageFlow *flow, GPtrArray *spanning, GPtrArray *stacked, guint per_row)
{
  double page_room = flow->bottom - flow->top - 40;
  double wanted = measure_row (spanning, stacked, per_row);
  guint row = 0;

  if (flow->y + wanted > flow->bottom && flow->y > self->header_bottom &&
      (wanted < page_room / 2 || flow->bottom - flow->y < 60))
    table_continue (self, flow);

  while (TRUE)
    {
      double top = flow->y;
      double left = top;
      double right = top;

      geoat_page_flow_begin_tag (flow, "TR");
      place_columns (spanning, 0, spanning->len, flow, &left);
      if (row >= stacked->len)
        add_empty_cells (flow, per_row);
      while (row < stacked->len)
        {
          if (right > top && flow->bottom - right < 24)
            break;
          if (right > top)
            table_begin_next_action (self, flow, right, per_row);
          if (!place_columns (stacked, row, per_row, flow, &right))
            break;
          row += per_row;
        }
      geoat_page_flow_end_tag (flow, "TR");
      flow->y = MIN (MAX (left, right), flow->bottom);
      geoat_page_flow_line (flow, flow->left, flow->y, flow->right - flow->left, 0);
      if (row >= stacked->len && is_all_done (spanning))
        break;
      table_continue (self, flow);
    }
}

static GPtrArray *
create_columns (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_page_column_free);
}

static void
add_action_columns (Table *table, GeoatPageFlow *flow, GeoatAction *action, GPtrArray *stacked)
{
  for (guint i = GEOAT_FIRST_ACTION_COLUMN; i < GEOAT_N_COLUMNS; i++)
    g_ptr_array_add (stacked, table_create_column (
                                  table, flow, i,
                                  action ? geoat_item_get_text (GEOAT_ITEM (action),
                                                                geoat_template_column_get_field (i))
                                         : ""));
}

static void
add_row (Table *table, GeoatPageFlow *flow, const GeoatTemplateRow *row)
{
  g_autoptr (GPtrArray) spanning = create_columns ();
  g_autoptr (GPtrArray) stacked = create_columns ();
  g_autofree char *level = geoat_report_get_level (flow->pages->template, row->level);
  const char *alignment = geoat_item_get_text (GEOAT_ITEM (row->entry), GEOAT_FIELD_ALIGNMENT);
  const char *texts[N_SPANNING] = { row->indicator, alignment, level, row->current_activities };
  guint n_actions = geoat_entry_get_n_actions (row->entry);

  for (guint i = 0; i < N_SPANNING; i++)
    g_ptr_array_add (spanning, table_create_column (table, flow, i, texts[i]));
  for (guint i = 0; i < MAX (n_actions, 1); i++)
    add_action_columns (table, flow, geoat_entry_get_action (row->entry, i), stacked);
  table_add_row (table, flow, spanning, stacked, GEOAT_N_COLUMNS - N_SPANNING);
}

/* The template of one key element, which has entries in the round. */
void
geoat_pages_add_template (GeoatPageFlow *flow, guint key_element)
{
  const GeoatTemplate *template = flow->pages->template;
  GeoatFramework *framework = geoat_plan_get_framework (template->plan);
  const char *language = geoat_language_get_tag (template->language);
  Table table = { 0 };

  table_init (&table, flow, GEOAT_N_COLUMNS, template_widths);
  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    table.headings[i] = geoat_framework_get_column_heading (framework, i, language);

  table_begin (&table, flow);
  for (guint i = template->first_rows[key_element]; i < template->first_rows[key_element + 1]; i++)
    {
      GeoatTemplateRow row;

      if (g_cancellable_is_cancelled (flow->pages->cancellable))
        break;
      geoat_template_get_row (template, i, &row);
      add_row (&table, flow, &row);
    }
  table_end (&table, flow);
}

/* Any other table of a report. */
void
geoat_pages_add_table (GeoatPageFlow *flow, const GeoatReportTable *report)
{
  guint n = g_strv_length (report->headings);
  Table table = { 0 };

  table_init (&table, flow, n, report->widths);
  for (guint i = 0; i < n; i++)
    {
      table.headings[i] = report->headings[i];
      table.aligns[i] = report->numbers[i] ? GEOAT_PAGE_ALIGN_END : GEOAT_PAGE_ALIGN_START;
    }

  table_begin (&table, flow);
  for (guint row = 0; row < report->rows->len; row++)
    {
      char **texts = g_ptr_array_index (report->rows, row);
      g_autoptr (GPtrArray) none = create_columns ();
      g_autoptr (GPtrArray) columns = create_columns ();

      if (g_cancellable_is_cancelled (flow->pages->cancellable))
        break;
      for (guint i = 0; i < n; i++)
        g_ptr_array_add (columns, table_create_column (&table, flow, i, texts[i]));
      table_add_row (&table, flow, none, columns, n);
    }
  table_end (&table, flow);
}
