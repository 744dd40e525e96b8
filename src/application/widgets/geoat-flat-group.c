/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One picture of many widgets.
 *
 * How it works: GTK keeps what a widget was drawn as for as long as it does not change, and moves
 * it to its place for each frame. So widgets look the same as before when they are the same nodes
 * at the same distances from each other. The picture is made in the second frame of that: what
 * changes with every frame costs no picture. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-flat-group.h"

#include "geoat-flat-snapshot.h"

/* What a widget was drawn as, and where. */
typedef struct
{
  GskRenderNode *node;
  graphene_point_t point;
} Part;

struct _GeoatFlatGroup
{
  GArray *parts;       /* Part, of the last picture */
  GskRenderNode *flat; /* NULL: not made yet */
};

static void
part_clear (gpointer data)
{
  gsk_render_node_unref (((Part *) data)->node);
}

static GArray *
parts_new (void)
{
  GArray *parts = g_array_new (FALSE, FALSE, sizeof (Part));

  g_array_set_clear_func (parts, part_clear);
  return parts;
}

/* Takes apart what a widget has become: itself, moved. */
static gboolean
find_part (GskRenderNode *node, Part *part)
{
  part->node = node;
  part->point = GRAPHENE_POINT_INIT (0, 0);
  if (gsk_render_node_get_node_type (node) == GSK_TRANSFORM_NODE)
    {
      GskTransform *transform = gsk_transform_node_get_transform (node);

      if (gsk_transform_get_category (transform) < GSK_TRANSFORM_CATEGORY_2D_TRANSLATE)
        return FALSE;
      gsk_transform_to_translate (transform, &part->point.x, &part->point.y);
      part->node = gsk_transform_node_get_child (node);
    }
  gsk_render_node_ref (part->node);
  return TRUE;
}

/* Returns: (transfer full) (nullable): %NULL: there is something that is not only moved */
static GArray *
find_parts (GskRenderNode *node)
{
  g_autoptr (GArray) parts = parts_new ();

  for (guint i = 0; i < gsk_container_node_get_n_children (node); i++)
    {
      Part part;

      if (!find_part (gsk_container_node_get_child (node, i), &part))
        return NULL;
      g_array_append_val (parts, part);
    }
  return g_steal_pointer (&parts);
}

/* How far the parts have moved, all alike. There may be fewer than in the picture: those at its end
 * are out of sight. */
static gboolean
find_move (const GArray *parts, const GArray *pictured, graphene_point_t *move)
{
  const Part *first, *old_first;

  if (parts->len == 0 || parts->len > pictured->len)
    return FALSE;

  first = &g_array_index (parts, Part, 0);
  old_first = &g_array_index (pictured, Part, 0);
  move->x = first->point.x - old_first->point.x;
  move->y = first->point.y - old_first->point.y;
  for (guint i = 0; i < parts->len; i++)
    {
      const Part *part = &g_array_index (parts, Part, i);
      const Part *old = &g_array_index (pictured, Part, i);

      if (part->node != old->node || part->point.x - old->point.x != move->x ||
          part->point.y - old->point.y != move->y)
        return FALSE;
    }
  return TRUE;
}

/**
 * geoat_flat_group_new:
 *
 * Returns: (transfer full): a group without a picture
 */
GeoatFlatGroup *
geoat_flat_group_new (void)
{
  GeoatFlatGroup *self = g_new0 (GeoatFlatGroup, 1);

  self->parts = parts_new ();
  return self;
}

/**
 * geoat_flat_group_free:
 * @self: (transfer full): a group
 */
void
geoat_flat_group_free (GeoatFlatGroup *self)
{
  g_clear_pointer (&self->flat, gsk_render_node_unref);
  g_array_unref (self->parts);
  g_free (self);
}

/**
 * geoat_flat_group_forget:
 * @self: a group
 *
 * Frees the picture, if there is one.
 */
void
geoat_flat_group_forget (GeoatFlatGroup *self)
{
  g_clear_pointer (&self->flat, gsk_render_node_unref);
  g_array_set_size (self->parts, 0);
}

/**
 * geoat_flat_group_snapshot:
 * @self: a group
 * @widget: the widget that has those of the group as its children
 * @node: (nullable): what these were drawn as; %NULL: there are none
 * @snapshot: what it is to be drawn into
 *
 * Draws widgets as one picture, as long as none of them changes. Those at the end may be missing
 * when they are out of sight.
 */
void
geoat_flat_group_snapshot (GeoatFlatGroup *self,
                           GtkWidget *widget,
                           GskRenderNode *node,
                           GtkSnapshot *snapshot)
{
  g_autoptr (GArray) parts = NULL;
  graphene_point_t move;

  if (node == NULL)
    return;
  if (gsk_render_node_get_node_type (node) == GSK_CONTAINER_NODE &&
      geoat_flat_is_drawn_by_cairo (widget))
    parts = find_parts (node);
  if (parts == NULL)
    {
      gtk_snapshot_append_node (snapshot, node);
      return;
    }

  if (!find_move (parts, self->parts, &move) ||
      (self->flat == NULL && parts->len < self->parts->len))
    {
      geoat_flat_group_forget (self);
      g_array_unref (self->parts);
      self->parts = g_steal_pointer (&parts);
      gtk_snapshot_append_node (snapshot, node);
      return;
    }
  if (self->flat == NULL)
    {
      g_array_unref (self->parts);
      self->parts = g_steal_pointer (&parts);
      self->flat = geoat_flat_node_new (widget, node);
      move = GRAPHENE_POINT_INIT (0, 0);
    }
  gtk_snapshot_save (snapshot);
  gtk_snapshot_translate (snapshot, &move);
  gtk_snapshot_append_node (snapshot, self->flat);
  gtk_snapshot_restore (snapshot);
}
