/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is easily lost when all is mirrored: the side that a text stands on, and that of a sign. */

#include "config.h"

#include "geoat-screen-text.h"
#include "geoat-text-layout.h"

#define WIDTH 400

/* Which side of a widget a text of one line is at. */
static void
assert_side (GtkTextDirection direction, const char *text, gboolean at_the_right)
{
  GtkWidget *widget = g_object_ref_sink (gtk_label_new (NULL));
  g_autoptr (PangoLayout) layout = NULL;
  PangoRectangle place;

  gtk_widget_set_direction (widget, direction);
  layout = geoat_text_layout_new (widget, text);
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

/* The sign of a change stands at the left of its number, whatever is around. */
static void
test_signs (void)
{
  static const GtkTextDirection directions[] = { GTK_TEXT_DIR_LTR, GTK_TEXT_DIR_RTL };

  for (guint i = 0; i < G_N_ELEMENTS (directions); i++)
    {
      GtkWidget *label;
      g_autofree char *change = NULL;
      PangoLayout *layout;
      PangoRectangle sign, digit;

      gtk_widget_set_default_direction (directions[i]);
      change = geoat_screen_text_for_change (geoat_language_get ("en"), 6);
      label = g_object_ref_sink (gtk_label_new (change));
      layout = gtk_label_get_layout (GTK_LABEL (label));
      pango_layout_index_to_pos (layout, (int) (strchr (change, '+') - change), &sign);
      pango_layout_index_to_pos (layout, (int) (strchr (change, '6') - change), &digit);
      g_assert_cmpint (sign.x, <, digit.x);
      g_object_unref (label);
    }
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  gtk_init ();
  g_test_add_func ("/mirrored/sides", test_sides);
  g_test_add_func ("/mirrored/signs", test_signs);
  return g_test_run ();
}
