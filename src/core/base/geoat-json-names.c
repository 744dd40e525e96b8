/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Names of a file that json-glib's tables cannot be fooled by.
 *
 * How it works: json-glib keeps the members of an object in a table by g_str_hash(), which anybody
 * can compute. A file with 40,000 names of the same hash would take minutes. So where an object has
 * many names that we do not know ourselves, each of these is spread before json-glib sees it: a
 * mark and eight digits that are drawn from geoat_hash_bytes() are put in front of it. Whoever
 * takes a name out of an object again asks geoat_json_name() for what the file has. A name that
 * begins with the mark in the file is always spread, so that the mark means one thing only. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-json-names.h"

#define N_DIGITS 8

static int
compare_places (gconstpointer a, gconstpointer b)
{
  const GeoatJsonSpread *first = a;
  const GeoatJsonSpread *second = b;

  return first->position < second->position ? -1 : first->position > second->position;
}

/*
 * geoat_json_spread_names:
 * @bytes: (array length=length): a JSON text
 * @length: its length
 * @places: an array of #GeoatJsonSpread, which is sorted
 *
 * Returns: (transfer full): the text in which these names are spread
 */
GBytes *
geoat_json_spread_names (const char *bytes, gsize length, GArray *places)
{
  GString *text = g_string_sized_new (length + places->len * (N_DIGITS + sizeof "\\u0001"));
  gsize done = 0;

  g_array_sort (places, compare_places);
  for (guint i = 0; i < places->len; i++)
    {
      const GeoatJsonSpread *place = &g_array_index (places, GeoatJsonSpread, i);

      g_string_append_len (text, bytes + done, (gssize) (place->position - done));
      g_string_append_printf (text, "\\u%04x%0*x", GEOAT_JSON_NAME_MARK, N_DIGITS,
                              (guint32) place->hash);
      done = place->position;
    }
  g_string_append_len (text, bytes + done, (gssize) (length - done));
  return g_string_free_to_bytes (text);
}

/*
 * geoat_json_name:
 * @name: a name out of an object of json-glib
 *
 * Returns: the name that stands in the file
 */
const char *
geoat_json_name (const char *name)
{
  return *name == GEOAT_JSON_NAME_MARK ? name + 1 + N_DIGITS : name;
}
