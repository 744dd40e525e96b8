/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where the layouts put their children. */

#include "config.h"

#include "geoat-scroll-layout.h"
#include "geoat-wrap-layout.h"

#include "widget-fixture.h"

#define SPACING 10
#define LINE_SPACING 4
#define BASIS 200
#define HEIGHT 20

static GtkWidget *
append (GtkWidget *box, int width, int height, gboolean expand)
{
  GtkWidget *child = gtk_label_new (NULL);

  gtk_widget_set_size_request (child, width, height);
  gtk_widget_set_hexpand (child, expand);
  gtk_box_append (GTK_BOX (box), child);
  return child;
}

static GtkWidget *
create_wrap_box (void)
{
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);

  gtk_widget_set_layout_manager (box, geoat_wrap_layout_new (SPACING, LINE_SPACING, BASIS));
  return box;
}

/* Where a child is when its box has that width. */
static void
assert_place (GtkWidget *child, int x, int y, int width, int height)
{
  GdkRectangle place;

  widget_get_place (child, gtk_widget_get_parent (child), &place);
  g_assert_cmpint (place.x, ==, x);
  g_assert_cmpint (place.y, ==, y);
  g_assert_cmpint (place.width, ==, width);
  g_assert_cmpint (place.height, ==, height);
}

static void
allocate (GtkWidget *box, int width)
{
  int height;

  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, width, NULL, &height, NULL, NULL);
  gtk_widget_allocate (box, width, height, -1, NULL);
}

static void
test_one_line (void)
{
  GtkWidget *box = g_object_ref_sink (create_wrap_box ());
  GtkWidget *first = append (box, 60, HEIGHT, FALSE);
  GtkWidget *second = append (box, 0, 3 * HEIGHT, TRUE);
  GtkWidget *third = append (box, 50, HEIGHT, FALSE);

  allocate (box, 600);
  assert_place (first, 0, 0, 60, 3 * HEIGHT);
  assert_place (second, 70, 0, 470, 3 * HEIGHT);
  assert_place (third, 550, 0, 50, 3 * HEIGHT);
  g_assert_finalize_object (box);
}

/* What does not fit goes to a line of its own; an expanding child wants its basis first. */
static void
test_wraps (void)
{
  GtkWidget *box = g_object_ref_sink (create_wrap_box ());
  GtkWidget *first = append (box, 60, HEIGHT, FALSE);
  GtkWidget *second = append (box, 0, HEIGHT, TRUE);
  GtkWidget *third = append (box, 0, HEIGHT, TRUE);

  allocate (box, 60 + 2 * SPACING + 2 * BASIS);
  assert_place (third, 80 + BASIS, 0, BASIS, HEIGHT);

  allocate (box, 60 + 2 * SPACING + 2 * BASIS - 1);
  assert_place (first, 0, 0, 60, HEIGHT);
  assert_place (second, 70, 0, 2 * BASIS + SPACING - 1, HEIGHT);
  assert_place (third, 0, HEIGHT + LINE_SPACING, 60 + 2 * SPACING + 2 * BASIS - 1, HEIGHT);

  allocate (box, 100);
  assert_place (second, 0, HEIGHT + LINE_SPACING, 100, HEIGHT);
  assert_place (third, 0, 2 * (HEIGHT + LINE_SPACING), 100, HEIGHT);
  g_assert_finalize_object (box);
}

/* Two that expand share what is left, to the last pixel. */
static void
test_shares_rest (void)
{
  GtkWidget *box = g_object_ref_sink (create_wrap_box ());
  GtkWidget *first = append (box, 0, HEIGHT, TRUE);
  GtkWidget *second = append (box, 0, HEIGHT, TRUE);

  allocate (box, 2 * BASIS + SPACING + 31);
  assert_place (first, 0, 0, BASIS + 15, HEIGHT);
  assert_place (second, BASIS + 15 + SPACING, 0, BASIS + 16, HEIGHT);
  g_assert_finalize_object (box);
}

static void
test_hidden_children (void)
{
  GtkWidget *box = g_object_ref_sink (create_wrap_box ());
  GtkWidget *first = append (box, 60, HEIGHT, FALSE);
  GtkWidget *second = append (box, 50, HEIGHT, FALSE);
  int minimum, natural;

  gtk_widget_set_visible (first, FALSE);
  allocate (box, 300);
  assert_place (second, 0, 0, 50, HEIGHT);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 50);

  gtk_widget_set_visible (second, FALSE);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 300, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 0);
  g_assert_finalize_object (box);
}

static void
test_mirrored (void)
{
  GtkWidget *box;
  GtkWidget *first;
  GtkWidget *second;

  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  box = g_object_ref_sink (create_wrap_box ());
  first = append (box, 60, HEIGHT, FALSE);
  second = append (box, 50, HEIGHT, FALSE);
  allocate (box, 300);
  assert_place (first, 240, 0, 60, HEIGHT);
  assert_place (second, 180, 0, 50, HEIGHT);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
  g_assert_finalize_object (box);
}

static void
count_cb (guint *n)
{
  (*n)++;
}

static void
test_properties (void)
{
  g_autoptr (GtkLayoutManager) manager = geoat_wrap_layout_new (SPACING, LINE_SPACING, BASIS);
  int spacing, line_spacing, basis;
  guint n = 0;

  g_object_get (manager, "spacing", &spacing, "line-spacing", &line_spacing, "basis", &basis, NULL);
  g_assert_cmpint (spacing, ==, SPACING);
  g_assert_cmpint (line_spacing, ==, LINE_SPACING);
  g_assert_cmpint (basis, ==, BASIS);
  g_signal_connect_swapped (manager, "notify", G_CALLBACK (count_cb), &n);
  g_object_set (manager, "spacing", SPACING, "basis", BASIS + 1, NULL);
  g_assert_cmpuint (n, ==, 1);
}

/* A change of a distance moves what is already shown. */
static void
test_follows_properties (WidgetFixture *fixture, gconstpointer data)
{
  GtkWidget *box = create_wrap_box ();
  GtkWidget *second;
  GdkRectangle place;

  append (box, 60, HEIGHT, FALSE);
  second = append (box, 50, HEIGHT, FALSE);
  widget_fixture_show (fixture, box, 300, 100);
  g_object_set (gtk_widget_get_layout_manager (box), "spacing", 30, NULL);
  widget_wait_until ((widget_get_place (second, box, &place), place.x == 90));
}

/* At no certain width it needs no height, at a certain one what its child needs. */
static void
test_scroll (void)
{
  GtkWidget *box = g_object_ref_sink (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  g_autoptr (GtkLayoutManager) manager = g_object_new (GEOAT_TYPE_SCROLL_LAYOUT, NULL);
  int minimum, natural;

  gtk_widget_set_layout_manager (box, g_object_ref (manager));
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 100, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (natural, ==, 0);

  append (box, 120, 300, FALSE);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 0);
  g_assert_cmpint (natural, ==, 0);
  gtk_widget_measure (box, GTK_ORIENTATION_VERTICAL, 200, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 300);
  gtk_widget_measure (box, GTK_ORIENTATION_HORIZONTAL, -1, &minimum, &natural, NULL, NULL);
  g_assert_cmpint (minimum, ==, 120);
  gtk_widget_allocate (box, 200, 400, -1, NULL);
  assert_place (gtk_widget_get_first_child (box), 0, 0, 200, 400);
  g_assert_finalize_object (box);
}

int
main (int argc, char *argv[])
{
  widget_fixture_init (&argc, &argv);
  g_test_add_func ("/wrap-layout/one-line", test_one_line);
  g_test_add_func ("/wrap-layout/wraps", test_wraps);
  g_test_add_func ("/wrap-layout/shares-rest", test_shares_rest);
  g_test_add_func ("/wrap-layout/hidden-children", test_hidden_children);
  g_test_add_func ("/wrap-layout/mirrored", test_mirrored);
  g_test_add_func ("/wrap-layout/properties", test_properties);
  widget_fixture_add ("/wrap-layout/follows-properties", test_follows_properties);
  g_test_add_func ("/scroll-layout/height", test_scroll);
  return g_test_run ();
}
