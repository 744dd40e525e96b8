/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Lines of widgets that wrap: the forms' columns side by side, or below each other in a narrow
 * window.
 *
 * How it works: children are taken in order. One that does not expand asks for its natural width,
 * one that expands for the basis. A line takes children while they fit; what is left over of its
 * width is shared by those that expand. All children of a line get its height, and align
 * themselves in it. Lines are worked out afresh for each measuring: a form has few children, and a
 * cache would have to follow each child's visibility. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-text-layout.h"
#include "geoat-wrap-layout.h"

struct _GeoatWrapLayout
{
  GtkLayoutManager parent_instance;

  int spacing;
  int line_spacing;
  int basis;
};

typedef struct
{
  GtkWidget *widget;
  int width;
  gboolean expand;
} Place;

enum
{
  PROP_0,
  PROP_SPACING,
  PROP_LINE_SPACING,
  PROP_BASIS,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_FINAL_TYPE (GeoatWrapLayout, geoat_wrap_layout, GTK_TYPE_LAYOUT_MANAGER)

static GtkWidget *
next_laid_out (GtkWidget *child)
{
  while (child != NULL && !gtk_widget_should_layout (child))
    child = gtk_widget_get_next_sibling (child);
  return child;
}

static int
get_wanted_width (GeoatWrapLayout *self, GtkWidget *child, int *minimum)
{
  int natural;

  gtk_widget_measure (child, GTK_ORIENTATION_HORIZONTAL, -1, minimum, &natural, NULL, NULL);
  if (gtk_widget_compute_expand (child, GTK_ORIENTATION_HORIZONTAL))
    return MAX (*minimum, (int) (self->basis * geoat_text_layout_get_scale ()));
  return natural;
}

/* Fills @line with the children from *@child on that fit into @width; FALSE when none is left. */
static gboolean
take_line (GeoatWrapLayout *self, GtkWidget **child, int width, GArray *line)
{
  int used = 0;
  guint n_expanding = 0;

  g_array_set_size (line, 0);
  for (*child = next_laid_out (*child); *child != NULL;
       *child = next_laid_out (gtk_widget_get_next_sibling (*child)))
    {
      int minimum;
      int wanted = get_wanted_width (self, *child, &minimum);
      int gap = line->len > 0 ? self->spacing : 0;
      Place place = { *child, 0, gtk_widget_compute_expand (*child, GTK_ORIENTATION_HORIZONTAL) };

      if (line->len > 0 && used + gap + wanted > width)
        break;
      place.width = CLAMP (wanted, minimum, MAX (minimum, width));
      used += gap + place.width;
      n_expanding += place.expand;
      g_array_append_val (line, place);
    }
  if (n_expanding > 0 && used < width)
    for (guint i = 0, left = width - used; i < line->len; i++)
      {
        Place *place = &g_array_index (line, Place, i);
        if (place->expand)
          {
            int share = left / n_expanding;
            place->width += share;
            left -= share;
            n_expanding--;
          }
      }
  return line->len > 0;
}

static int
get_line_height (GArray *line, gboolean natural_height)
{
  int height = 0;

  for (guint i = 0; i < line->len; i++)
    {
      Place *place = &g_array_index (line, Place, i);
      int minimum, natural;

      gtk_widget_measure (place->widget, GTK_ORIENTATION_VERTICAL, place->width, &minimum, &natural,
                          NULL, NULL);
      height = MAX (height, natural_height ? natural : minimum);
    }
  return height;
}

static void
measure_width (GeoatWrapLayout *self, GtkWidget *widget, int *minimum, int *natural)
{
  *minimum = 0;
  *natural = 0;
  for (GtkWidget *child = next_laid_out (gtk_widget_get_first_child (widget)); child != NULL;
       child = next_laid_out (gtk_widget_get_next_sibling (child)))
    {
      int child_minimum;
      int wanted = get_wanted_width (self, child, &child_minimum);

      *minimum = MAX (*minimum, child_minimum);
      *natural += wanted + (*natural > 0 ? self->spacing : 0);
    }
}

static GtkSizeRequestMode
geoat_wrap_layout_get_request_mode (GtkLayoutManager *manager, GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
geoat_wrap_layout_measure (GtkLayoutManager *manager,
                           GtkWidget *widget,
                           GtkOrientation orientation,
                           int for_size,
                           int *minimum,
                           int *natural,
                           int *minimum_baseline,
                           int *natural_baseline)
{
  GeoatWrapLayout *self = GEOAT_WRAP_LAYOUT (manager);
  g_autoptr (GArray) line = NULL;
  GtkWidget *child;
  int width_minimum, width_natural;

  measure_width (self, widget, &width_minimum, &width_natural);
  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = width_minimum;
      *natural = width_natural;
      return;
    }

  *minimum = 0;
  *natural = 0;
  if (for_size < 0)
    for_size = width_natural;
  line = g_array_new (FALSE, FALSE, sizeof (Place));
  child = gtk_widget_get_first_child (widget);
  while (take_line (self, &child, MAX (for_size, width_minimum), line))
    {
      int gap = *natural > 0 ? self->line_spacing : 0;

      *minimum += gap + get_line_height (line, FALSE);
      *natural += gap + get_line_height (line, TRUE);
    }
}

static void
geoat_wrap_layout_allocate (
    GtkLayoutManager *manager, GtkWidget *widget, int width, int height, int baseline)
{
  GeoatWrapLayout *self = GEOAT_WRAP_LAYOUT (manager);
  gboolean mirrored = gtk_widget_get_direction (widget) == GTK_TEXT_DIR_RTL;
  g_autoptr (GArray) line = g_array_new (FALSE, FALSE, sizeof (Place));
  GtkWidget *child = gtk_widget_get_first_child (widget);
  int y = 0;

  while (take_line (self, &child, width, line))
    {
      int line_height = get_line_height (line, TRUE);
      int x = 0;

      /* a single line fills what it is given, so that its children can align in it */
      if (y == 0 && next_laid_out (child) == NULL)
        line_height = MAX (get_line_height (line, FALSE), height);
      for (guint i = 0; i < line->len; i++)
        {
          Place *place = &g_array_index (line, Place, i);
          GtkAllocation area = { x, y, place->width, line_height };

          if (mirrored)
            area.x = width - x - place->width;
          gtk_widget_size_allocate (place->widget, &area, -1);
          x += place->width + self->spacing;
        }
      y += line_height + self->line_spacing;
    }
}

static int *
get_property_field (GeoatWrapLayout *self, guint id)
{
  switch (id)
    {
    case PROP_SPACING:
      return &self->spacing;
    case PROP_LINE_SPACING:
      return &self->line_spacing;
    case PROP_BASIS:
      return &self->basis;
    default:
      return NULL;
    }
}

static void
geoat_wrap_layout_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  int *field = get_property_field (GEOAT_WRAP_LAYOUT (object), id);

  if (field != NULL)
    g_value_set_int (value, *field);
  else
    G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
}

static void
geoat_wrap_layout_set_property (GObject *object, guint id, const GValue *value, GParamSpec *pspec)
{
  int *field = get_property_field (GEOAT_WRAP_LAYOUT (object), id);

  if (field == NULL)
    {
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
      return;
    }
  if (*field == g_value_get_int (value))
    return;
  *field = g_value_get_int (value);
  gtk_layout_manager_layout_changed (GTK_LAYOUT_MANAGER (object));
  g_object_notify_by_pspec (object, pspec);
}

static void
geoat_wrap_layout_class_init (GeoatWrapLayoutClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkLayoutManagerClass *manager_class = GTK_LAYOUT_MANAGER_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = geoat_wrap_layout_get_property;
  object_class->set_property = geoat_wrap_layout_set_property;
  manager_class->get_request_mode = geoat_wrap_layout_get_request_mode;
  manager_class->measure = geoat_wrap_layout_measure;
  manager_class->allocate = geoat_wrap_layout_allocate;

  properties[PROP_SPACING] = g_param_spec_int ("spacing", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_LINE_SPACING] =
      g_param_spec_int ("line-spacing", NULL, NULL, 0, G_MAXINT, 0, flags);
  properties[PROP_BASIS] = g_param_spec_int ("basis", NULL, NULL, 0, G_MAXINT, 0, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
geoat_wrap_layout_init (GeoatWrapLayout *self)
{
}

/**
 * geoat_wrap_layout_new:
 * @spacing: pixels between the children of a line
 * @line_spacing: pixels between lines
 * @basis: pixels, with text of the usual size, that an expanding child wants before it goes to a
 * line of its own
 *
 * Returns: (transfer full): a new layout manager
 */
GtkLayoutManager *
geoat_wrap_layout_new (int spacing, int line_spacing, int basis)
{
  GeoatWrapLayout *self = g_object_new (GEOAT_TYPE_WRAP_LAYOUT, NULL);

  self->spacing = spacing;
  self->line_spacing = line_spacing;
  self->basis = basis;
  return GTK_LAYOUT_MANAGER (self);
}
