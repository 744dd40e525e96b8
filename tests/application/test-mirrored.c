/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text that a widget draws itself stands on the side where its script begins, as in a text view.
 */

#include "config.h"

#include "geoat-labels.h"

#define WIDTH 400

/* Which side of a widget a text of one line is at. */
static void
assert_side (GtkTextDirection direction, const char *text, gboolean at_the_right)
{
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle place;

  gtk_widget_set_direction (widget, direction);
  layout = geoat_label_create_layout (widget, text);
  pango_layout_set_width (layout, WIDTH * PANGO_SCALE);
  pango_layout_get_pixel_extents (layout, NULL, &place);
  g_assert_cmpint (place.width, >, 0);
  if (at_the_right)
    g_assert_cmpint (place.x + place.width, ==, WIDTH);
  else
    g_assert_cmpint (place.x, ==, 0);
  g_object_unref (widget);
}

static void
test_sides (void)
{
  assert_side (GTK_TEXT_DIR_LTR, "Equity", FALSE);
  assert_side (GTK_TEXT_DIR_LTR, "العدل", TRUE);
  assert_side (GTK_TEXT_DIR_RTL, "Equity", FALSE);
  assert_side (GTK_TEXT_DIR_RTL, "العدل", TRUE);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/mirrored/sides", test_sides);
  return g_test_run ();
}
