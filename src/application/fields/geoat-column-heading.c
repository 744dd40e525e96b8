/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The heading of a column above its field. The help button is for the mouse and no stop of Tab:
 * with eight columns it would double the way through a form. The keyboard gets the same help with
 * Shift+F1 in the field, and a screen reader reads it as the field's description. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geoat-column-heading.h"

#include "geoat-flat-snapshot.h"
#include "geoat-accessible.h"

struct _GeoatColumnHeading
{
  GtkWidget parent_instance;

  GtkWidget *label;
  GtkWidget *help;
  GtkWidget *popover;
  char *prompt;
};

G_DEFINE_FINAL_TYPE (GeoatColumnHeading, geoat_column_heading, GTK_TYPE_WIDGET)

static void
geoat_column_heading_dispose (GObject *object)
{
  GeoatColumnHeading *self = GEOAT_COLUMN_HEADING (object);

  g_clear_pointer (&self->popover, gtk_widget_unparent);
  g_clear_pointer (&self->label, gtk_widget_unparent);
  g_clear_pointer (&self->help, gtk_widget_unparent);
  g_clear_pointer (&self->prompt, g_free);

  G_OBJECT_CLASS (geoat_column_heading_parent_class)->dispose (object);
}

static void
geoat_column_heading_class_init (GeoatColumnHeadingClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = geoat_column_heading_dispose;
  widget_class->snapshot = geoat_flat_snapshot;
  gtk_widget_class_set_css_name (widget_class, "columnheading");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
}

static void
geoat_column_heading_init (GeoatColumnHeading *self)
{
  self->label = gtk_label_new (NULL);
  gtk_label_set_wrap (GTK_LABEL (self->label), TRUE);
  gtk_label_set_xalign (GTK_LABEL (self->label), 0);
  gtk_widget_add_css_class (self->label, "column-heading");
  gtk_widget_set_parent (self->label, GTK_WIDGET (self));

  self->help = gtk_button_new_from_icon_name ("help-about-symbolic");
  gtk_widget_add_css_class (self->help, "flat");
  gtk_widget_add_css_class (self->help, "column-help");
  gtk_widget_set_focusable (self->help, FALSE);
  gtk_widget_set_valign (self->help, GTK_ALIGN_CENTER);
  gtk_widget_set_visible (self->help, FALSE);
  g_signal_connect_swapped (self->help, "clicked", G_CALLBACK (geoat_column_heading_show_help),
                            self);
  gtk_widget_set_parent (self->help, GTK_WIDGET (self));
}

/**
 * geoat_column_heading_new:
 *
 * Returns: (transfer floating): a heading without text
 */
GtkWidget *
geoat_column_heading_new (void)
{
  return g_object_new (GEOAT_TYPE_COLUMN_HEADING, NULL);
}

/**
 * geoat_column_heading_set_text:
 * @self: a heading
 * @heading: what it says
 * @prompt: (nullable): what to write in the column
 */
void
geoat_column_heading_set_text (GeoatColumnHeading *self, const char *heading, const char *prompt)
{
  g_autofree char *name = NULL;

  g_return_if_fail (GEOAT_IS_COLUMN_HEADING (self));
  g_return_if_fail (heading != NULL);

  g_free (self->prompt);
  self->prompt = g_strdup (prompt);
  gtk_label_set_text (GTK_LABEL (self->label), heading);
  gtk_widget_set_visible (self->help, prompt != NULL);
  gtk_widget_set_tooltip_text (self->help, prompt);
  /* Translators: a button; %s is the heading of a column */
  name = g_strdup_printf (_ ("What to write under “%s”"), heading);
  geoat_accessible_set_name (self->help, name);
}

/**
 * geoat_column_heading_get_label:
 * @self: a heading
 *
 * Returns: (transfer none): the label that a field is labelled by
 */
GtkWidget *
geoat_column_heading_get_label (GeoatColumnHeading *self)
{
  g_return_val_if_fail (GEOAT_IS_COLUMN_HEADING (self), NULL);

  return self->label;
}

/**
 * geoat_column_heading_show_help:
 * @self: a heading
 *
 * Shows what to write in the column, until a click or Escape.
 */
void
geoat_column_heading_show_help (GeoatColumnHeading *self)
{
  g_return_if_fail (GEOAT_IS_COLUMN_HEADING (self));

  if (self->prompt == NULL)
    return;
  if (self->popover == NULL)
    {
      GtkWidget *text = gtk_label_new (self->prompt);

      gtk_label_set_wrap (GTK_LABEL (text), TRUE);
      gtk_label_set_max_width_chars (GTK_LABEL (text), 40);
      gtk_label_set_xalign (GTK_LABEL (text), 0);
      self->popover = gtk_popover_new ();
      gtk_popover_set_child (GTK_POPOVER (self->popover), text);
      gtk_widget_set_parent (self->popover, GTK_WIDGET (self));
    }
  gtk_popover_popup (GTK_POPOVER (self->popover));
}
