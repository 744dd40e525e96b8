/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A row for one page of the table of pages. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-page-row.h"

#include "geoat-accessible.h"

#include <glib/gi18n-lib.h>

struct _GeoatPageRow
{
  GtkListBoxRow parent_instance;

  GtkLabel *note;

  const GeoatPageInfo *info;
};

G_DEFINE_FINAL_TYPE (GeoatPageRow, geoat_page_row, GTK_TYPE_LIST_BOX_ROW)

static void
geoat_page_row_class_init (GeoatPageRowClass *klass)
{
}

static void
geoat_page_row_init (GeoatPageRow *self)
{
}

static GtkWidget *
create_icon (const char *name)
{
  return g_object_new (GTK_TYPE_IMAGE, "icon-name", name, "accessible-role",
                       GTK_ACCESSIBLE_ROLE_PRESENTATION, NULL);
}

/**
 * geoat_page_row_new:
 * @info: (transfer none): a row of the table of pages that has a title
 *
 * Returns: (transfer floating): a row of a sidebar
 */
GtkWidget *
geoat_page_row_new (const GeoatPageInfo *info)
{
  GeoatPageRow *self;
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *title = gtk_label_new (_ (info->title));

  self = g_object_new (GEOAT_TYPE_PAGE_ROW, "name", info->name, "child", box, NULL);
  self->info = info;
  self->note = GTK_LABEL (gtk_label_new (NULL));

  gtk_label_set_xalign (GTK_LABEL (title), 0);
  gtk_label_set_wrap (GTK_LABEL (title), TRUE);
  gtk_widget_set_hexpand (title, TRUE);
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "alert");
  gtk_widget_add_css_class (GTK_WIDGET (self->note), "caption");
  gtk_widget_set_visible (GTK_WIDGET (self->note), FALSE);
  gtk_box_append (GTK_BOX (box), create_icon (info->icon_name));
  gtk_box_append (GTK_BOX (box), title);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (self->note));
  geoat_accessible_set_name (GTK_WIDGET (self), _ (info->title));

  return GTK_WIDGET (self);
}

/**
 * geoat_page_row_update:
 * @self: a row
 * @perspective: what the window looks at
 *
 * Says beside the title what the page has to say about the plan.
 */
void
geoat_page_row_update (GeoatPageRow *self, GeoatPerspective *perspective)
{
  g_autofree char *note = NULL;
  g_autofree char *name = NULL;

  g_return_if_fail (GEOAT_IS_PAGE_ROW (self));

  if (self->info->get_note == NULL)
    return;

  note = self->info->get_note (perspective);
  gtk_label_set_text (self->note, note == NULL ? "" : note);
  gtk_widget_set_visible (GTK_WIDGET (self->note), note != NULL);
  /* Translators: the title of a page and what there is to say about it: "Action plan, 3 overdue" */
  name = note == NULL ? g_strdup (_ (self->info->title))
                      : g_strdup_printf (C_ ("page", "%s, %s"), _ (self->info->title), note);
  geoat_accessible_set_name (GTK_WIDGET (self), name);
}
