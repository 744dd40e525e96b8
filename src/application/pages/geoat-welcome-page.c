/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window shows while it has no plan. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-welcome-page.h"

#include "geoat-accessible.h"

#include <adwaita.h>
#include <glib/gi18n.h>

#define N_RECENT 6

struct _GeoatWelcomePage
{
  GtkWidget parent_instance;

  GtkWidget *box;
  GtkWidget *new_plan;
  AdwPreferencesGroup *recent;
  GtkListBox *recent_list;

  gboolean outdated;
};

G_DEFINE_FINAL_TYPE (GeoatWelcomePage, geoat_welcome_page, GTK_TYPE_WIDGET)

static gboolean
is_plan (GtkRecentInfo *info)
{
  return (g_str_has_suffix (gtk_recent_info_get_uri (info), ".geoat") ||
          g_strcmp0 (gtk_recent_info_get_mime_type (info), "application/vnd.geoat.plan+json") ==
              0) &&
         gtk_recent_info_exists (info);
}

static int
compare_recent (gconstpointer a, gconstpointer b)
{
  GDateTime *one = gtk_recent_info_get_modified ((GtkRecentInfo *) a);
  GDateTime *other = gtk_recent_info_get_modified ((GtkRecentInfo *) b);

  return g_date_time_compare (other, one);
}

static GtkWidget *
create_row (GtkRecentInfo *info)
{
  g_autofree char *folder = NULL;
  g_autofree char *path = NULL;
  g_autofree char *title = g_markup_escape_text (gtk_recent_info_get_display_name (info), -1);
  g_autofree char *subtitle = NULL;
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *icon = gtk_image_new_from_icon_name ("go-next-symbolic");

  path = gtk_recent_info_get_uri_display (info);
  if (path == NULL)
    path = g_strdup (gtk_recent_info_get_uri (info));
  folder = g_path_get_dirname (path);
  subtitle = g_markup_escape_text (folder, -1);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), icon);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (row), "app.open-uri");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (row), "s", gtk_recent_info_get_uri (info));
  gtk_accessible_update_property (GTK_ACCESSIBLE (row), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                  gtk_recent_info_get_display_name (info),
                                  GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, folder, -1);

  return row;
}

static void
update (GeoatWelcomePage *self)
{
  GList *all = gtk_recent_manager_get_items (gtk_recent_manager_get_default ());
  GtkListBoxRow *row;
  guint n = 0;

  self->outdated = FALSE;
  while ((row = gtk_list_box_get_row_at_index (self->recent_list, 0)) != NULL)
    gtk_list_box_remove (self->recent_list, GTK_WIDGET (row));

  all = g_list_sort (all, compare_recent);
  for (GList *link = all; link != NULL && n < N_RECENT; link = link->next)
    if (is_plan (link->data))
      {
        gtk_list_box_append (self->recent_list, create_row (link->data));
        n++;
      }
  g_list_free_full (all, (GDestroyNotify) gtk_recent_info_unref);

  gtk_widget_set_visible (GTK_WIDGET (self->recent), n > 0);
}

static void
recent_changed_cb (GeoatWelcomePage *self)
{
  if (gtk_widget_get_mapped (GTK_WIDGET (self)))
    update (self);
  else
    self->outdated = TRUE;
}

static void
geoat_welcome_page_map (GtkWidget *widget)
{
  GeoatWelcomePage *self = GEOAT_WELCOME_PAGE (widget);

  if (self->outdated)
    update (self);

  GTK_WIDGET_CLASS (geoat_welcome_page_parent_class)->map (widget);
}

static void
geoat_welcome_page_dispose (GObject *object)
{
  GeoatWelcomePage *self = GEOAT_WELCOME_PAGE (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (geoat_welcome_page_parent_class)->dispose (object);
}

static void
geoat_welcome_page_class_init (GeoatWelcomePageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_welcome_page_dispose;
  widget_class->map = geoat_welcome_page_map;

  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-welcome-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatWelcomePage, box);
  gtk_widget_class_bind_template_child (widget_class, GeoatWelcomePage, new_plan);
  gtk_widget_class_bind_template_child (widget_class, GeoatWelcomePage, recent);
  gtk_widget_class_bind_template_child (widget_class, GeoatWelcomePage, recent_list);
}

static void
geoat_welcome_page_init (GeoatWelcomePage *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  self->outdated = TRUE;
  geoat_accessible_set_list_name (self->new_plan, _ ("Begin"));
  geoat_accessible_describe_rows (GTK_WIDGET (self));
  g_signal_connect_object (gtk_recent_manager_get_default (), "changed",
                           G_CALLBACK (recent_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * geoat_welcome_page_new:
 *
 * Returns: (transfer floating): a new page
 */
GtkWidget *
geoat_welcome_page_new (void)
{
  return g_object_new (GEOAT_TYPE_WELCOME_PAGE, NULL);
}
