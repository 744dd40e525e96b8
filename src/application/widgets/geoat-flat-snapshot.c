/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Drawing that costs little when something else changes.
 *
 * How it works: GTK's renderer for computers without a graphics processor goes through all that is
 * in the window for each frame, and leaves it to cairo to find that most of it lies outside what
 * has changed. That makes the whole window the price of each key that is typed. Of a widget that is
 * flat it gets one picture, which is passed over at once when it lies outside. A recording of cairo
 * would not do: played back, it draws some text a pixel beside where it cuts it off. The other
 * renderers find out themselves what has changed: for them nothing is different. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-flat-snapshot.h"

/* In pixels; 16 MiB of memory. Cairo has no surface longer than 32,767 pixels. */
#define MAX_AREA (4 * 1024 * 1024)
#define MAX_LENGTH 32767

/**
 * geoat_flat_is_drawn_by_cairo:
 * @widget: a widget
 *
 * Returns: whether a picture of what is in @widget saves anything
 */
gboolean
geoat_flat_is_drawn_by_cairo (GtkWidget *widget)
{
  GtkNative *native = gtk_widget_get_native (widget);

  return native != NULL && GSK_IS_CAIRO_RENDERER (gtk_native_get_renderer (native));
}

static void
snapshot_children (GtkWidget *widget, GtkSnapshot *snapshot)
{
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    gtk_widget_snapshot_child (widget, child, snapshot);
}

static gboolean
has_focus (GtkWidget *widget)
{
  return (gtk_widget_get_state_flags (widget) & GTK_STATE_FLAG_FOCUS_WITHIN) != 0;
}

/**
 * geoat_flat_node_new:
 * @widget: the widget that draws it
 * @node: what it draws
 *
 * Returns: (transfer full): a node that looks like @node; @node itself when a picture of it would
 *   be too large
 */
GskRenderNode *
geoat_flat_node_new (GtkWidget *widget, GskRenderNode *node)
{
  float scale = (float) gtk_widget_get_scale_factor (widget);
  float width, height;
  cairo_surface_t *picture;
  graphene_rect_t bounds;
  GskRenderNode *flat;
  cairo_t *cr;

  gsk_render_node_get_bounds (node, &bounds);
  graphene_rect_round_extents (&bounds, &bounds);
  width = bounds.size.width * scale;
  height = bounds.size.height * scale;
  if (width > MAX_LENGTH || height > MAX_LENGTH || width * height > MAX_AREA)
    return gsk_render_node_ref (node);

  picture = cairo_image_surface_create (CAIRO_FORMAT_ARGB32, (int) width, (int) height);
  cairo_surface_set_device_scale (picture, scale, scale);
  cr = cairo_create (picture);
  cairo_translate (cr, -bounds.origin.x, -bounds.origin.y);
  gsk_render_node_draw (node, cr);
  cairo_destroy (cr);

  flat = gsk_cairo_node_new (&bounds);
  cr = gsk_cairo_node_get_draw_context (flat);
  cairo_set_source_surface (cr, picture, bounds.origin.x, bounds.origin.y);
  cairo_pattern_set_filter (cairo_get_source (cr), CAIRO_FILTER_NEAREST);
  cairo_paint (cr);
  cairo_destroy (cr);
  cairo_surface_destroy (picture);
  return flat;
}

/* A widget that draws itself flat. */
typedef struct
{
  gboolean settled; /* what is drawn next is to be a picture */
  guint source;
} Settling;

static void
settling_free (gpointer data)
{
  Settling *self = data;

  g_clear_handle_id (&self->source, g_source_remove);
  g_free (self);
}

static Settling *
get_settling (GtkWidget *widget)
{
  GQuark quark = g_quark_from_static_string ("geoat-settling");
  Settling *settling = g_object_get_qdata (G_OBJECT (widget), quark);

  if (settling == NULL)
    {
      settling = g_new0 (Settling, 1);
      settling->settled = TRUE;
      g_object_set_qdata_full (G_OBJECT (widget), quark, settling, settling_free);
    }
  return settling;
}

static gboolean
settled_cb (gpointer data)
{
  Settling *settling = get_settling (data);

  settling->source = 0;
  settling->settled = TRUE;
  gtk_widget_queue_draw (data);
  return G_SOURCE_REMOVE;
}

/**
 * geoat_flat_snapshot:
 * @widget: a widget
 * @snapshot: what it is to be drawn into
 *
 * Draws the children of a widget, as GtkWidgetClass.snapshot does by itself. While the focus is
 * inside, and its contents change with each key, it is not flat. When it changes, it is flat again
 * after the frame that shows the change: a key that makes it change does not wait for the picture.
 */
void
geoat_flat_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  g_autoptr (GskRenderNode) node = NULL;
  g_autoptr (GskRenderNode) flat = NULL;
  GtkSnapshot *inside;
  Settling *settling;

  if (has_focus (widget) || !geoat_flat_is_drawn_by_cairo (widget))
    {
      snapshot_children (widget, snapshot);
      return;
    }
  settling = get_settling (widget);
  if (!settling->settled)
    {
      snapshot_children (widget, snapshot);
      if (settling->source == 0)
        settling->source = g_idle_add_full (G_PRIORITY_LOW, settled_cb, widget, NULL);
      return;
    }
  settling->settled = FALSE;
  inside = gtk_snapshot_new ();
  snapshot_children (widget, inside);
  node = gtk_snapshot_free_to_node (inside);
  if (node == NULL)
    return;
  flat = geoat_flat_node_new (widget, node);
  gtk_snapshot_append_node (snapshot, flat);
}

/* What a child was drawn as. */
typedef struct
{
  GskRenderNode *node;
  GskRenderNode *flat;
} Flat;

static void
flat_free (gpointer data)
{
  Flat *self = data;

  gsk_render_node_unref (self->node);
  gsk_render_node_unref (self->flat);
  g_free (self);
}

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("geoat-flat");
}

static GskRenderNode *
get_flat (GtkWidget *child, GskRenderNode *node)
{
  Flat *known = g_object_get_qdata (G_OBJECT (child), get_quark ());

  if (known == NULL || known->node != node)
    {
      known = g_new0 (Flat, 1);
      known->node = gsk_render_node_ref (node);
      known->flat = geoat_flat_node_new (child, node);
      g_object_set_qdata_full (G_OBJECT (child), get_quark (), known, flat_free);
    }
  return known->flat;
}

/**
 * geoat_flat_snapshot_child:
 * @widget: a widget
 * @child: a child of it
 * @snapshot: what it is to be drawn into
 *
 * Draws a child flat, with its background and its shadow, until it changes.
 */
void
geoat_flat_snapshot_child (GtkWidget *widget, GtkWidget *child, GtkSnapshot *snapshot)
{
  g_autoptr (GskRenderNode) node = NULL;
  GtkSnapshot *inside;

  if (has_focus (child) || !geoat_flat_is_drawn_by_cairo (widget))
    {
      geoat_flat_forget_child (child);
      gtk_widget_snapshot_child (widget, child, snapshot);
      return;
    }
  inside = gtk_snapshot_new ();
  gtk_widget_snapshot_child (widget, child, inside);
  node = gtk_snapshot_free_to_node (inside);
  if (node == NULL)
    return;
  /* GTK keeps what is drawn as long as it does not change, but moves it to its place each time */
  if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    {
      gtk_snapshot_save (snapshot);
      gtk_snapshot_transform (snapshot, gsk_transform_node_get_transform (node));
      gtk_snapshot_append_node (snapshot, get_flat (child, gsk_transform_node_get_child (node)));
      gtk_snapshot_restore (snapshot);
    }
  else
    gtk_snapshot_append_node (snapshot, get_flat (child, node));
}

/**
 * geoat_flat_forget_child:
 * @child: a widget that is out of sight
 *
 * Frees the picture of it, if there is one.
 */
void
geoat_flat_forget_child (GtkWidget *child)
{
  g_object_set_qdata (G_OBJECT (child), get_quark (), NULL);
}

struct _GeoatFlatBox
{
  GtkBox parent_instance;
};

G_DEFINE_FINAL_TYPE (GeoatFlatBox, geoat_flat_box, GTK_TYPE_BOX)

static void
geoat_flat_box_class_init (GeoatFlatBoxClass *klass)
{
  GTK_WIDGET_CLASS (klass)->snapshot = geoat_flat_snapshot;
}

static void
geoat_flat_box_init (GeoatFlatBox *self)
{
}
