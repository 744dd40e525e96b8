/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text that a widget draws by itself. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-text-layout.h"

/**
 * geoat_text_layout_get_scale:
 *
 * For lengths in pixels that are meant for text of the usual size.
 *
 * Returns: how much larger the system asks text to be; 1 is the usual size
 */
double
geoat_text_layout_get_scale (void)
{
  GtkSettings *settings = gtk_settings_get_default ();
  int resolution = -1; /* dots an inch, in 1024ths */

  if (settings != NULL)
    g_object_get (settings, "gtk-xft-dpi", &resolution, NULL);
  return resolution > 0 ? resolution / (96.0 * 1024) : 1;
}

/**
 * geoat_text_layout_new:
 * @widget: the widget that draws the text
 * @text: a text
 *
 * As gtk_widget_create_pango_layout(), with each paragraph on the side where its script begins, as
 * a text view has it: Pango takes the other side for a script that runs against the widget's.
 *
 * Returns: (transfer full): a layout of @text
 */
PangoLayout *
geoat_text_layout_new (GtkWidget *widget, const char *text)
{
  PangoLayout *layout = gtk_widget_create_pango_layout (widget, text);

  if (gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL)
    pango_layout_set_alignment (layout, PANGO_ALIGN_RIGHT);
  return layout;
}
