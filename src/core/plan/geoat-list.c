/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The items of one kind, in order.
 *
 * How it works: each item remembers its place in the list, so that finding it costs nothing. A
 * change in the middle makes the places behind it wrong: only how many are still right is noted
 * (`n_placed`), and the next search that needs more puts all of them right in one go. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-list.h"

#include "geoat-item-private.h"

struct _GeoatList
{
  GObject parent_instance;

  GType item_type;
  GPtrArray *items;
  guint n_placed;
};

static void geoat_list_list_model_init (GListModelInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GeoatList,
                               geoat_list,
                               G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL,
                                                      geoat_list_list_model_init))

static GType
geoat_list_get_item_type (GListModel *model)
{
  return GEOAT_LIST (model)->item_type;
}

static guint
geoat_list_get_n_items (GListModel *model)
{
  return GEOAT_LIST (model)->items->len;
}

static gpointer
geoat_list_get_item (GListModel *model, guint position)
{
  gpointer item = geoat_list_get (GEOAT_LIST (model), position);

  return item == NULL ? NULL : g_object_ref (item);
}

static void
geoat_list_list_model_init (GListModelInterface *iface)
{
  iface->get_item_type = geoat_list_get_item_type;
  iface->get_n_items = geoat_list_get_n_items;
  iface->get_item = geoat_list_get_item;
}

/* A view may keep the list after its owner is gone: the items are then in no plan. */
static void
geoat_list_finalize (GObject *object)
{
  GeoatList *self = GEOAT_LIST (object);

  g_ptr_array_unref (self->items);

  G_OBJECT_CLASS (geoat_list_parent_class)->finalize (object);
}

static void
geoat_list_class_init (GeoatListClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = geoat_list_finalize;
}

static void
geoat_list_init (GeoatList *self)
{
  self->items = g_ptr_array_new_with_free_func (g_object_unref);
}

GeoatList *
geoat_list_new (GType item_type)
{
  GeoatList *self = g_object_new (GEOAT_TYPE_LIST, NULL);

  self->item_type = item_type;
  return self;
}

guint
geoat_list_get_length (GeoatList *self)
{
  return self->items->len;
}

gpointer
geoat_list_get (GeoatList *self, guint position)
{
  return position < self->items->len ? self->items->pdata[position] : NULL;
}

gpointer *
geoat_list_get_items (GeoatList *self)
{
  return self->items->pdata;
}

gboolean
geoat_list_find (GeoatList *self, GeoatItem *item, guint *position)
{
  guint place = geoat_item_get_position (item);

  if (place >= self->n_placed || self->items->pdata[place] != item)
    {
      for (guint i = self->n_placed; i < self->items->len; i++)
        geoat_item_set_position (self->items->pdata[i], i);
      self->n_placed = self->items->len;

      place = geoat_item_get_position (item);
      if (place >= self->n_placed || self->items->pdata[place] != item)
        return FALSE;
    }

  if (position != NULL)
    *position = place;
  return TRUE;
}

void
geoat_list_insert (GeoatList *self, guint position, GeoatItem *item)
{
  g_assert (position <= self->items->len);

  g_ptr_array_insert (self->items, (int) position, g_object_ref (item));
  geoat_item_set_position (item, position);
  self->n_placed = MIN (self->n_placed, position);
  if (self->n_placed == position)
    self->n_placed++;
}

void
geoat_list_remove (GeoatList *self, guint position)
{
  g_assert (position < self->items->len);

  g_ptr_array_remove_index (self->items, position);
  self->n_placed = MIN (self->n_placed, position);
}

void
geoat_list_emit_changed (GeoatList *self, guint position, guint removed, guint added)
{
  g_list_model_items_changed (G_LIST_MODEL (self), position, removed, added);
}
