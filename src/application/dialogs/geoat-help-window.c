/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The help pages, in a window of our own: an office computer may have no viewer for them.
 *
 * How it works: a language has one text file. "# " begins a page, "## " a section, "- " an item of
 * a list; everything else is a paragraph, a line each. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-help-window.h"

#include <glib/gi18n.h>

#define RESOURCE_PATH "/io/github/geoat_planner/GeoatPlanner/help/"

struct _GeoatHelpWindow
{
  AdwWindow parent_instance;

  GtkStack *pages;
};

G_DEFINE_FINAL_TYPE (GeoatHelpWindow, geoat_help_window, ADW_TYPE_WINDOW)

static GBytes *
load_text (void)
{
  for (const char *const *name = g_get_language_names (); *name != NULL; name++)
    {
      g_autofree char *path = g_strdup_printf (RESOURCE_PATH "%s.txt", *name);
      GBytes *bytes = g_resources_lookup_data (path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

      if (bytes != NULL)
        return bytes;
    }

  return g_resources_lookup_data (RESOURCE_PATH "en.txt", G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
}

static GtkWidget *
add_page (GeoatHelpWindow *self, const char *title, guint number)
{
  g_autofree char *name = g_strdup_printf ("%u", number);
  GtkWidget *scroller = gtk_scrolled_window_new ();
  GtkWidget *clamp = adw_clamp_new ();
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_VERTICAL, 9);

  gtk_widget_add_css_class (box, "page");
  adw_clamp_set_maximum_size (ADW_CLAMP (clamp), 640);
  adw_clamp_set_child (ADW_CLAMP (clamp), box);
  gtk_scrolled_window_set_policy (GTK_SCROLLED_WINDOW (scroller), GTK_POLICY_NEVER,
                                  GTK_POLICY_AUTOMATIC);
  gtk_scrolled_window_set_child (GTK_SCROLLED_WINDOW (scroller), clamp);
  gtk_stack_add_titled (self->pages, scroller, name, title);

  return box;
}

static void
add_text (GtkWidget *box, const char *text, const char *css_class)
{
  GtkWidget *label = gtk_label_new (text);

  gtk_label_set_wrap (GTK_LABEL (label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (label), 0);
  gtk_widget_set_hexpand (label, TRUE);
  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (GTK_BOX (box), label);
}

static void
add_item (GtkWidget *box, const char *text)
{
  GtkWidget *line = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 9);
  GtkWidget *bullet = gtk_label_new ("•");

  gtk_widget_set_valign (bullet, GTK_ALIGN_START);
  gtk_box_append (GTK_BOX (line), bullet);
  add_text (line, text, NULL);
  gtk_box_append (GTK_BOX (box), line);
}

static void
fill (GeoatHelpWindow *self)
{
  g_autoptr (GBytes) bytes = load_text ();
  g_auto (GStrv) lines = NULL;
  GtkWidget *box = NULL;
  guint n_pages = 0;

  g_return_if_fail (bytes != NULL);

  /* Bytes of a resource end in a zero that is not counted. */
  lines = g_strsplit (g_bytes_get_data (bytes, NULL), "\n", -1);
  for (char **line = lines; *line != NULL; line++)
    {
      if (g_str_has_prefix (*line, "# "))
        {
          box = add_page (self, *line + 2, n_pages++);
          add_text (box, *line + 2, "title-1");
        }
      else if (g_str_has_prefix (*line, "## "))
        add_text (box, *line + 3, "title-4");
      else if (g_str_has_prefix (*line, "- "))
        add_item (box, *line + 2);
      else if (**line != '\0')
        add_text (box, *line, NULL);
    }
}

static void
geoat_help_window_class_init (GeoatHelpWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-help-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatHelpWindow, pages);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
}

static void
geoat_help_window_init (GeoatHelpWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  fill (self);
}

/**
 * geoat_help_window_new:
 *
 * Returns: (transfer none): a window with the help pages
 */
GtkWidget *
geoat_help_window_new (void)
{
  return g_object_new (GEOAT_TYPE_HELP_WINDOW, NULL);
}
