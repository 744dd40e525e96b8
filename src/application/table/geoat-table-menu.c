/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The menus of the table: of its cells and rows, by the secondary button and the Menu key, and of
 * the headings of its columns. They are built when they are opened, and say how many indicators
 * they are about. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-table-private.h"
#include "geoat-template-column.h"

#include <glib/gi18n-lib.h>

#include "geoat-screen-text.h"

static void
append_item (GMenu *menu, const char *label, const char *action, const char *accel)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, action);

  if (accel != NULL)
    g_menu_item_set_attribute (item, "accel", "s", accel);
  g_menu_append_item (menu, item);
}

static void
append_section (GMenu *menu, GMenu *section)
{
  g_menu_append_section (menu, NULL, G_MENU_MODEL (section));
}

static void
append_choice (GMenu *menu, const char *label, const char *action, GVariant *target)
{
  g_autoptr (GMenuItem) item = g_menu_item_new (label, NULL);

  g_menu_item_set_action_and_target_value (item, action, target);
  g_menu_append_item (menu, item);
}

static GMenu *
create_clipboard_section (gboolean can_edit)
{
  GMenu *menu = g_menu_new ();

  if (can_edit)
    append_item (menu, _ ("Cu_t"), "table.cut", "<Control>x");
  append_item (menu, _ ("_Copy"), "table.copy", "<Control>c");
  if (!can_edit)
    return menu;
  append_item (menu, _ ("_Paste"), "table.paste", "<Control>v");
  append_item (menu, _ ("Paste as _New Indicators"), "page.paste-rows", "<Control><Shift>v");
  append_item (menu, _ ("_Fill Down"), "table.fill-down", "<Control>d");
  append_item (menu, _ ("C_lear"), "table.clear", "Delete");
  return menu;
}

static GMenu *
create_insert_section (void)
{
  GMenu *menu = g_menu_new ();

  append_item (menu, _ ("Insert Indicator _Above"), "table.insert-above", NULL);
  append_item (menu, _ ("Insert Indicator _Below"), "table.insert-below", NULL);
  append_item (menu, _ ("Add Acti_vity"), "page.add-activity", "<Control>Insert");
  append_item (menu, _ ("_Duplicate"), "table.duplicate", NULL);
  return menu;
}

static void
append_level (GMenu *menu, GeoatTable *self, GeoatLevel level)
{
  /* Translators: the mark and the name of a level: "3 · Moderate implementation" */
  g_autofree char *label =
      g_strdup_printf (C_ ("level", "%s · %s"), geoat_level_get_mark (level),
                       geoat_framework_get_level_name (self->framework, level,
                                                       geoat_perspective_get_screen_language ()));

  append_choice (menu, label, "table.rate", g_variant_new_int32 ((int) level));
}

static GMenu *
create_level_menu (GeoatTable *self)
{
  GMenu *menu = g_menu_new ();

  for (int level = GEOAT_LEVEL_0; level <= GEOAT_LEVEL_5; level++)
    append_level (menu, self, (GeoatLevel) level);
  append_level (menu, self, GEOAT_LEVEL_NOT_APPLICABLE);
  append_choice (menu, _ ("Not Yet Assessed"), "table.rate",
                 g_variant_new_int32 (GEOAT_LEVEL_NOT_ASSESSED));
  return menu;
}

static GMenu *
create_status_menu (void)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < GEOAT_N_STATUSES; i++)
    append_choice (menu, geoat_status_get_title ((GeoatStatus) i), "table.status",
                   g_variant_new_int32 ((int) i));
  return menu;
}

static GMenu *
create_move_menu (GeoatTable *self)
{
  GMenu *menu = g_menu_new ();

  for (guint i = 0; i < geoat_framework_get_n_key_elements (self->framework); i++)
    {
      const char *id = geoat_framework_get_key_element_id (self->framework, i);
      g_autofree char *label =
          g_strdup_printf (C_ ("key element", "%s %s"), id,
                           geoat_framework_get_key_element_name (
                               self->framework, i, geoat_perspective_get_screen_language ()));

      append_choice (menu, label, "table.move-to", g_variant_new_string (id));
    }
  return menu;
}

static GMenu *
create_row_section (GeoatTable *self)
{
  g_autoptr (GPtrArray) entries = geoat_table_get_selected_entries (self);
  g_autoptr (GMenu) levels = create_level_menu (self);
  g_autoptr (GMenu) statuses = create_status_menu ();
  g_autoptr (GMenu) key_elements = create_move_menu (self);
  g_autofree char *remove = NULL;
  GMenu *menu = g_menu_new ();

  if (geoat_perspective_get_can_rate (self->perspective))
    g_menu_append_submenu (menu, _ ("_Rate"), G_MENU_MODEL (levels));
  g_menu_append_submenu (menu, _ ("_Status"), G_MENU_MODEL (statuses));
  g_menu_append_submenu (menu, _ ("_Move to"), G_MENU_MODEL (key_elements));
  if (!geoat_table_column_is_shared (self->cursor_column) && !self->select_rows)
    remove = g_strdup (_ ("R_emove"));
  else
    remove = g_strdup_printf (
        ngettext ("R_emove %u Indicator", "R_emove %u Indicators", entries->len), entries->len);
  append_item (menu, remove, "table.remove", "<Control>Delete");
  return menu;
}

static GMenu *
create_cell_menu (GeoatTable *self)
{
  gboolean can_edit = geoat_perspective_get_can_edit (self->perspective);
  g_autoptr (GMenu) clipboard = create_clipboard_section (can_edit);
  GMenu *menu = g_menu_new ();

  append_section (menu, clipboard);
  if (can_edit && geoat_table_get_focus_entry (self) != NULL)
    {
      g_autoptr (GMenu) insert = create_insert_section ();
      g_autoptr (GMenu) row = create_row_section (self);

      append_section (menu, insert);
      append_section (menu, row);
    }
  return menu;
}

static void
append_sort (GMenu *menu, const char *label, int column, gboolean descending)
{
  append_choice (menu, label, "table.sort", g_variant_new ("(ib)", column, descending));
}

static GMenu *
create_sort_section (guint column)
{
  GMenu *menu = g_menu_new ();

  append_sort (menu, _ ("Sort _Ascending"), (int) column, FALSE);
  append_sort (menu, _ ("Sort _Descending"), (int) column, TRUE);
  append_sort (menu, _ ("_Order of the Plan"), -1, FALSE);
  return menu;
}

static void
append_level_filter (GMenu *menu, GeoatTable *self, const char *label, GeoatLevel level)
{
  guint bit = geoat_table_view_get_bit (level);
  /* Translators: a level that is shown now */
  g_autofree char *checked = g_strdup_printf (C_ ("level", "✓ %s"), label);

  append_choice (menu, (self->view.levels & bit) != 0 ? checked : label, "table.show-level",
                 g_variant_new_uint32 (bit));
}

static GMenu *
create_filter_section (GeoatTable *self)
{
  g_autoptr (GMenu) levels = g_menu_new ();
  GMenu *menu = g_menu_new ();

  for (int level = GEOAT_LEVEL_0; level <= GEOAT_LEVEL_5; level++)
    append_level_filter (levels, self, geoat_level_get_mark ((GeoatLevel) level),
                         (GeoatLevel) level);
  append_level_filter (levels, self, geoat_level_get_mark (GEOAT_LEVEL_NOT_APPLICABLE),
                       GEOAT_LEVEL_NOT_APPLICABLE);
  append_level_filter (levels, self, _ ("Not Yet Assessed"), GEOAT_LEVEL_NOT_ASSESSED);
  g_menu_append_submenu (menu, _ ("Show _Only"), G_MENU_MODEL (levels));
  append_item (menu, _ ("Show All _Levels"), "table.show-all-levels", NULL);
  return menu;
}

static GMenu *
create_column_menu (GeoatTable *self, guint column)
{
  g_autoptr (GMenu) sort = create_sort_section (column);
  g_autoptr (GMenu) width = g_menu_new ();
  GMenu *menu = g_menu_new ();

  append_section (menu, sort);
  if (column == GEOAT_COLUMN_LEVEL)
    {
      g_autoptr (GMenu) filter = create_filter_section (self);

      append_section (menu, filter);
    }
  if (column > 0)
    append_choice (width, _ ("_Hide Column"), "table.hide-column", g_variant_new_uint32 (column));
  append_item (width, _ ("Show All _Eight Columns"), "table.show-columns", NULL);
  append_item (width, _ ("_Fit to Width"), "table.fit-to-width", NULL);
  append_section (menu, width);
  return menu;
}

static gboolean
unparent_cb (gpointer data)
{
  gtk_widget_unparent (data);
  return G_SOURCE_REMOVE;
}

/* Its actions are still to come when it is closed. */
static void
closed_cb (GtkWidget *popover, GeoatTable *self)
{
  if (self->popover == popover)
    self->popover = NULL;
  if (!self->editing && geoat_table_has_rows (self))
    gtk_widget_grab_focus (geoat_table_find_cell (self, self->cursor_row, self->cursor_column));
  g_idle_add_full (G_PRIORITY_DEFAULT, unparent_cb, g_object_ref (popover), g_object_unref);
}

static void
popup (GeoatTable *self, GMenu *menu, const GdkRectangle *area)
{
  GtkWidget *popover;

  if (self->popover != NULL)
    return;
  popover = gtk_popover_menu_new_from_model (G_MENU_MODEL (menu));
  gtk_popover_set_has_arrow (GTK_POPOVER (popover), FALSE);
  gtk_widget_set_halign (popover, GTK_ALIGN_START);
  gtk_popover_set_pointing_to (GTK_POPOVER (popover), area);
  gtk_widget_set_parent (popover, GTK_WIDGET (self));
  g_signal_connect (popover, "closed", G_CALLBACK (closed_cb), self);
  self->popover = popover;
  gtk_popover_popup (GTK_POPOVER (popover));
}

/* Opens the menu of the selected cells at a place. */
void
geoat_table_popup_cell_menu (GeoatTable *self, const GdkRectangle *area)
{
  g_autoptr (GMenu) menu = create_cell_menu (self);

  popup (self, menu, area);
}

/* Opens the menu of a column at a place. */
void
geoat_table_popup_column_menu (GeoatTable *self, guint column, const GdkRectangle *area)
{
  g_autoptr (GMenu) menu = create_column_menu (self, column);

  popup (self, menu, area);
}
