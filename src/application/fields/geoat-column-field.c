/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text under its heading. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-column-field.h"
#include "geoat-column-heading.h"
#include "geoat-flat-snapshot.h"
#include "geoat-focus.h"

struct _GeoatColumnField
{
  GtkWidget parent_instance;

  GtkWidget *heading;
  GtkWidget *text;
};

G_DEFINE_FINAL_TYPE (GeoatColumnField, geoat_column_field, GTK_TYPE_WIDGET)

static gboolean
show_help_cb (GtkWidget *widget, GVariant *args, gpointer data)
{
  GeoatColumnField *self = GEOAT_COLUMN_FIELD (widget);

  geoat_column_heading_show_help (GEOAT_COLUMN_HEADING (self->heading));
  return GDK_EVENT_STOP;
}

static gboolean
geoat_column_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GEOAT_COLUMN_FIELD (widget)->text);
}

static void
geoat_column_field_dispose (GObject *object)
{
  GeoatColumnField *self = GEOAT_COLUMN_FIELD (object);

  g_clear_pointer (&self->heading, gtk_widget_unparent);
  g_clear_pointer (&self->text, gtk_widget_unparent);

  G_OBJECT_CLASS (geoat_column_field_parent_class)->dispose (object);
}

static void
geoat_column_field_class_init (GeoatColumnFieldClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = geoat_column_field_dispose;
  widget_class->focus = geoat_focus_children;
  widget_class->snapshot = geoat_flat_snapshot;
  widget_class->grab_focus = geoat_column_field_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "columnfield");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BOX_LAYOUT);
  gtk_widget_class_add_binding (widget_class, GDK_KEY_F1, GDK_SHIFT_MASK, show_help_cb, NULL);
}

static void
geoat_column_field_init (GeoatColumnField *self)
{
  GtkLayoutManager *layout = gtk_widget_get_layout_manager (GTK_WIDGET (self));

  gtk_orientable_set_orientation (GTK_ORIENTABLE (layout), GTK_ORIENTATION_VERTICAL);
  gtk_widget_set_hexpand (GTK_WIDGET (self), TRUE);
  self->heading = geoat_column_heading_new ();
  gtk_widget_set_parent (self->heading, GTK_WIDGET (self));
  self->text = geoat_text_field_new ();
  gtk_widget_set_vexpand (self->text, TRUE);
  gtk_widget_set_parent (self->text, GTK_WIDGET (self));
  /* only the form as a whole expands, not every box around it */
  gtk_widget_set_vexpand (GTK_WIDGET (self), FALSE);
}

/**
 * geoat_column_field_new:
 *
 * Returns: (transfer floating): a field without heading
 */
GtkWidget *
geoat_column_field_new (void)
{
  return g_object_new (GEOAT_TYPE_COLUMN_FIELD, NULL);
}

/**
 * geoat_column_field_set_heading:
 * @self: a field
 * @heading: its heading, and its name for screen readers
 * @prompt: (nullable): what to write in it
 */
void
geoat_column_field_set_heading (GeoatColumnField *self, const char *heading, const char *prompt)
{
  GeoatColumnHeading *column_heading;

  g_return_if_fail (GEOAT_IS_COLUMN_FIELD (self));

  column_heading = GEOAT_COLUMN_HEADING (self->heading);
  geoat_column_heading_set_text (column_heading, heading, prompt);
  geoat_text_field_set_label (GEOAT_TEXT_FIELD (self->text),
                              geoat_column_heading_get_label (column_heading), heading);
  geoat_text_field_set_prompt (GEOAT_TEXT_FIELD (self->text), prompt);
}

/**
 * geoat_column_field_get_text_field:
 * @self: a field
 *
 * Returns: (transfer none): the text in it
 */
GeoatTextField *
geoat_column_field_get_text_field (GeoatColumnField *self)
{
  g_return_val_if_fail (GEOAT_IS_COLUMN_FIELD (self), NULL);

  return GEOAT_TEXT_FIELD (self->text);
}
