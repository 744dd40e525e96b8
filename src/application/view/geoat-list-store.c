/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Lists that are worked out anew, without a view of them losing its place. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-list-store.h"

static gboolean
is_at (GListStore *self, guint position, gpointer item)
{
  g_autoptr (GObject) old = g_list_model_get_item (G_LIST_MODEL (self), position);

  return (gpointer) old == item;
}

/**
 * geoat_list_store_replace:
 * @self: a list
 * @items: (element-type GObject): what it is to hold
 *
 * Makes the list what @items is, leaving the parts that are the same at both ends alone.
 */
void
geoat_list_store_replace (GListStore *self, GPtrArray *items)
{
  guint n_old = g_list_model_get_n_items (G_LIST_MODEL (self));
  guint n_common = MIN (n_old, items->len);
  guint head = 0, tail = 0;

  while (head < n_common && is_at (self, head, g_ptr_array_index (items, head)))
    head++;
  while (tail < n_common - head &&
         is_at (self, n_old - tail - 1, g_ptr_array_index (items, items->len - tail - 1)))
    tail++;

  if (head + tail < n_old || head + tail < items->len)
    {
      guint n_added = items->len - head - tail;

      g_list_store_splice (self, head, n_old - head - tail,
                           n_added > 0 ? &g_ptr_array_index (items, head) : NULL, n_added);
    }
}
