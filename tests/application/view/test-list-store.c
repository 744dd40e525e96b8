/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list that is worked out anew tells only what changed in it, so that a view of it keeps its
 * place. */

#include "config.h"

#include "geoat-list-store.h"

typedef struct
{
  guint n;
  guint position;
  guint removed;
  guint added;
} Changes;

static void
changed_cb (GListModel *model, guint position, guint removed, guint added, Changes *changes)
{
  changes->n++;
  changes->position = position;
  changes->removed = removed;
  changes->added = added;
}

/* Each letter stands for an object. */
static GPtrArray *
list (GHashTable *objects, const char *letters)
{
  GPtrArray *items = g_ptr_array_new ();

  for (const char *letter = letters; *letter != '\0'; letter++)
    {
      gpointer key = GINT_TO_POINTER (*letter);

      if (!g_hash_table_contains (objects, key))
        g_hash_table_insert (objects, key, g_object_new (G_TYPE_OBJECT, NULL));
      g_ptr_array_add (items, g_hash_table_lookup (objects, key));
    }
  return items;
}

static void
test_replace (void)
{
  static const struct
  {
    const char *before;
    const char *after;
    Changes changes;
  } cases[] = {
    { "", "", { 0, 0, 0, 0 } },         { "abc", "abc", { 0, 0, 0, 0 } },
    { "", "ab", { 1, 0, 0, 2 } },       { "ab", "", { 1, 0, 2, 0 } },
    { "abc", "abxc", { 1, 2, 0, 1 } },  { "abc", "ac", { 1, 1, 1, 0 } },
    { "abcd", "axyd", { 1, 1, 2, 2 } }, { "aa", "aaa", { 1, 2, 0, 1 } },
    { "abc", "cba", { 1, 0, 3, 3 } },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GHashTable) objects = g_hash_table_new_full (NULL, NULL, NULL, g_object_unref);
      g_autoptr (GPtrArray) before = list (objects, cases[i].before);
      g_autoptr (GPtrArray) after = list (objects, cases[i].after);
      GListStore *store = g_list_store_new (G_TYPE_OBJECT);
      Changes changes = { 0 };

      g_test_message ("%s to %s", cases[i].before, cases[i].after);
      geoat_list_store_replace (store, before);
      g_signal_connect (store, "items-changed", G_CALLBACK (changed_cb), &changes);
      geoat_list_store_replace (store, after);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (store)), ==, after->len);
      for (guint j = 0; j < after->len; j++)
        {
          g_autoptr (GObject) item = g_list_model_get_item (G_LIST_MODEL (store), j);

          g_assert_true (item == after->pdata[j]);
        }
      g_assert_cmpuint (changes.n, ==, cases[i].changes.n);
      g_assert_cmpuint (changes.position, ==, cases[i].changes.position);
      g_assert_cmpuint (changes.removed, ==, cases[i].changes.removed);
      g_assert_cmpuint (changes.added, ==, cases[i].changes.added);
      g_assert_finalize_object (store);
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/list-store/replace", test_replace);
  return g_test_run ();
}
