/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The bytes of a plan's file, always nearly ready.
 *
 * How it works: writing a plan of 2,000 indicators takes longer than a person should have to wait
 * for a letter. So the bytes of each entry are kept; a change only makes those of its entry out of
 * date. They are written again when nobody is waiting for anything else, a few at a time, or at the
 * latest when a snapshot is taken. A snapshot is then a list of references to pieces that never
 * change, which another thread can put together, and what is in front of the entries and behind
 * them, which is short. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-plan-snapshot.h"

#include "geoat-change.h"
#include "geoat-plan-writer-private.h"

/* Microseconds of work in one go while nobody waits. */
#define SLICE 1000

struct _GeoatPlanSnapshot
{
  GeoatPlan *plan;
  gulong handler;
  GHashTable *pieces;   /* GeoatEntry → GBytes */
  GHashTable *outdated; /* GeoatEntry */
  guint idle;
};

static void
write_entry (GeoatPlanSnapshot *self, GeoatEntry *entry)
{
  g_hash_table_insert (self->pieces, entry, geoat_plan_entry_to_bytes (entry));
}

static gboolean
write_one (GeoatPlanSnapshot *self)
{
  GHashTableIter iter;
  gpointer entry;

  g_hash_table_iter_init (&iter, self->outdated);
  if (!g_hash_table_iter_next (&iter, &entry, NULL))
    return FALSE;

  g_hash_table_iter_remove (&iter);
  write_entry (self, entry);
  return TRUE;
}

static gboolean
idle_cb (gpointer data)
{
  GeoatPlanSnapshot *self = data;
  gint64 end = g_get_monotonic_time () + SLICE;

  while (write_one (self))
    if (g_get_monotonic_time () >= end)
      return G_SOURCE_CONTINUE;

  self->idle = 0;
  return G_SOURCE_REMOVE;
}

static void
outdate (GeoatPlanSnapshot *self, gpointer entry)
{
  g_hash_table_add (self->outdated, entry);
  if (self->idle == 0)
    self->idle = g_idle_add_full (G_PRIORITY_LOW, idle_cb, self, NULL);
}

static void
changed_cb (GeoatPlanSnapshot *self, const GeoatChange *change)
{
  GeoatItem *item = change->item;

  if (GEOAT_IS_ENTRY (item) && change->kind == GEOAT_CHANGE_REMOVE)
    {
      g_hash_table_remove (self->pieces, item);
      g_hash_table_remove (self->outdated, item);
      return;
    }

  /* What went out has no owner any more; the change says what it was in. */
  if (change->owner != NULL && !GEOAT_IS_ENTRY (item))
    item = change->owner;
  while (item != NULL && !GEOAT_IS_ENTRY (item))
    item = geoat_item_get_owner (item);
  if (item != NULL)
    outdate (self, item);
}

static GQuark
get_quark (void)
{
  return g_quark_from_static_string ("geoat-plan-snapshot");
}

/* @plan: followed until the snapshot is freed. */
GeoatPlanSnapshot *
geoat_plan_snapshot_new (GeoatPlan *plan)
{
  GeoatPlanSnapshot *self = g_new0 (GeoatPlanSnapshot, 1);

  self->plan = g_object_ref (plan);
  self->pieces = g_hash_table_new_full (NULL, NULL, NULL, (GDestroyNotify) g_bytes_unref);
  self->outdated = g_hash_table_new (NULL, NULL);
  self->handler = g_signal_connect_swapped (plan, "changed", G_CALLBACK (changed_cb), self);
  for (guint i = 0; i < geoat_plan_get_n_entries (plan); i++)
    outdate (self, geoat_plan_get_entry (plan, i));
  if (g_object_get_qdata (G_OBJECT (plan), get_quark ()) == NULL)
    g_object_set_qdata (G_OBJECT (plan), get_quark (), self);
  return self;
}

void
geoat_plan_snapshot_free (GeoatPlanSnapshot *self)
{
  if (g_object_get_qdata (G_OBJECT (self->plan), get_quark ()) == self)
    g_object_set_qdata (G_OBJECT (self->plan), get_quark (), NULL);
  g_clear_signal_handler (&self->handler, self->plan);
  g_clear_handle_id (&self->idle, g_source_remove);
  g_hash_table_unref (self->outdated);
  g_hash_table_unref (self->pieces);
  g_object_unref (self->plan);
  g_free (self);
}

GPtrArray *
geoat_plan_snapshot_take (GeoatPlanSnapshot *self)
{
  guint n_entries = geoat_plan_get_n_entries (self->plan);
  GPtrArray *parts = g_ptr_array_new_full (2 * n_entries + 2, (GDestroyNotify) g_bytes_unref);
  g_autoptr (GBytes) separator = g_bytes_new_static (",", 1);
  g_autoptr (GBytes) tail = NULL;
  GBytes *head;

  while (write_one (self))
    ;

  geoat_plan_frame_to_bytes (self->plan, &head, &tail);
  g_ptr_array_add (parts, head);
  for (guint i = 0; i < n_entries; i++)
    {
      if (i > 0)
        g_ptr_array_add (parts, g_bytes_ref (separator));
      g_ptr_array_add (parts, g_bytes_ref (g_hash_table_lookup (
                                  self->pieces, geoat_plan_get_entry (self->plan, i))));
    }
  g_ptr_array_add (parts, g_steal_pointer (&tail));
  return parts;
}

GPtrArray *
geoat_plan_take_parts (GeoatPlan *plan)
{
  GeoatPlanSnapshot *snapshot = g_object_get_qdata (G_OBJECT (plan), get_quark ());
  GPtrArray *parts;

  if (snapshot != NULL)
    return geoat_plan_snapshot_take (snapshot);

  parts = g_ptr_array_new_with_free_func ((GDestroyNotify) g_bytes_unref);
  g_ptr_array_add (parts, geoat_plan_to_bytes (plan));
  return parts;
}

/* Thousands of small pieces become one. */
GBytes *
geoat_plan_join_parts (GPtrArray *parts)
{
  g_autoptr (GByteArray) joined = NULL;

  if (parts->len == 1)
    return g_bytes_ref (g_ptr_array_index (parts, 0));

  joined = g_byte_array_new ();
  for (guint i = 0; i < parts->len; i++)
    {
      gsize size;
      const guint8 *data = g_bytes_get_data (g_ptr_array_index (parts, i), &size);

      g_byte_array_append (joined, data, (guint) size);
    }
  return g_byte_array_free_to_bytes (g_steal_pointer (&joined));
}
