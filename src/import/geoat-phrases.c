/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The words of people's own files, which are data: data/import/words.json. They are loaded when
 * first asked for, then shared by all threads: they never change. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-phrases.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "geoat-hash.h"
#include "geoat-import-resource.h"
#include "geoat-normal.h"

#define PATH "/io/github/geoat_planner/import/words.json"
#define MAX_WORDS 8   /* of a phrase */
#define MAX_BYTES 100 /* of a normalised phrase */

static const char *const phrase_names[GEOAT_N_PHRASES] = {
  "principle", "key_element", "sheet", "level",   "of",          "scale", "ditto",
  "total",     "signature",   "date",  "example", "placeholder", "note",  "legend",
};

static const struct
{
  const char *name;
  GeoatSourceColumn kind;
} column_names[] = {
  { "indicator", GEOAT_FIELD_INDICATOR },
  { "alignment", GEOAT_FIELD_ALIGNMENT },
  { "level", GEOAT_SOURCE_COLUMN_LEVEL },
  { "current_activities", GEOAT_FIELD_CURRENT_ACTIVITIES },
  { "activity", GEOAT_FIELD_ACTIVITY },
  { "units", GEOAT_FIELD_UNITS },
  { "timeline", GEOAT_FIELD_TIMELINE },
  { "targets", GEOAT_FIELD_TARGETS },
  { "key_element", GEOAT_FIELD_KEY_ELEMENT },
  { "status", GEOAT_FIELD_STATUS },
  { "lead", GEOAT_FIELD_LEAD },
  { "reason", GEOAT_SOURCE_COLUMN_REASON },
  { "notes", GEOAT_FIELD_NOTES },
};

typedef struct
{
  JsonNode *data;
  GHashTable *phrases; /* normalised phrase → a bit for each of its meanings */
  GHashTable *hints;   /* normalised word → kind of column */
} Phrases;

static GHashTable *
create_table (void)
{
  return g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, NULL);
}

/**
 * geoat_phrases_find_column:
 * @name: the name of a kind of column in our data, and on the command line: "level"
 *
 * Returns: the kind; %GEOAT_SOURCE_COLUMN_OTHER: there is none of that name
 */
GeoatSourceColumn
geoat_phrases_find_column (const char *name)
{
  for (gsize i = 0; i < G_N_ELEMENTS (column_names); i++)
    if (g_str_equal (column_names[i].name, name))
      return column_names[i].kind;
  return GEOAT_SOURCE_COLUMN_OTHER;
}

/**
 * geoat_phrases_get_columns:
 *
 * Returns: (transfer none): the names that geoat_phrases_find_column() knows, as they are typed
 */
const char *
geoat_phrases_get_columns (void)
{
  return "indicator, alignment, level, current-activities, activity, units, timeline, targets, "
         "key-element, status, lead, reason, notes";
}

/* Adds bits to the meaning of each of some texts. */
static void
add_phrases (GHashTable *table, JsonArray *texts, guint meaning)
{
  for (guint i = 0; i < json_array_get_length (texts); i++)
    {
      char *normal = geoat_normal_new (json_array_get_string_element (texts, i));
      guint known = GPOINTER_TO_UINT (g_hash_table_lookup (table, normal));

      g_hash_table_replace (table, normal, GUINT_TO_POINTER (known | meaning));
    }
}

static gpointer
load (gpointer unused)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_resource_lookup_data (geoat_import_get_resource (), PATH,
                                                     G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  Phrases *self = g_new0 (Phrases, 1);
  JsonObject *root, *hints;

  if (bytes != NULL)
    {
      g_autoptr (JsonParser) parser = json_parser_new ();

      json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL),
                                  (gssize) g_bytes_get_size (bytes), &error);
      self->data = json_parser_steal_root (parser);
    }
  if (self->data == NULL)
    g_error ("%s", error->message); /* the program's own data */

  root = json_node_get_object (self->data);
  self->phrases = create_table ();
  for (guint i = 0; i < GEOAT_N_PHRASES; i++)
    add_phrases (self->phrases,
                 json_object_get_array_member (json_object_get_object_member (root, "phrases"),
                                               phrase_names[i]),
                 1u << i);
  self->hints = create_table ();
  hints = json_object_get_object_member (root, "heading_words");
  for (gsize i = 0; i < G_N_ELEMENTS (column_names); i++)
    if (json_object_has_member (hints, column_names[i].name))
      add_phrases (self->hints, json_object_get_array_member (hints, column_names[i].name),
                   (guint) column_names[i].kind); /* no word hints at two of them */
  return self;
}

static const Phrases *
get_phrases (void)
{
  static GOnce once = G_ONCE_INIT;

  return g_once (&once, load, NULL);
}

/**
 * geoat_phrases_are:
 * @phrase: a meaning
 * @text: a text
 *
 * Returns: whether the whole text means that
 */
gboolean
geoat_phrases_are (GeoatPhrase phrase, const char *text)
{
  g_autofree char *normal = NULL;

  if (!geoat_normal_is_short (text))
    return FALSE;
  normal = geoat_normal_new (text);
  return (GPOINTER_TO_UINT (g_hash_table_lookup (get_phrases ()->phrases, normal)) &
          1u << phrase) != 0;
}

/**
 * geoat_phrases_begin:
 * @phrase: a meaning
 * @words: an array of #GeoatNormalWord
 * @from: the position of one of them
 *
 * Returns: how many words from there on mean that, the longest phrase counts; 0: they do not
 */
guint
geoat_phrases_begin (GeoatPhrase phrase, GArray *words, guint from)
{
  guint lengths[GEOAT_N_PHRASES];

  geoat_phrases_read (words, from, lengths);
  return lengths[phrase];
}

/**
 * geoat_phrases_read:
 * @words: an array of #GeoatNormalWord
 * @from: the position of one of them
 * @lengths: (out): for each meaning how many words from there on have it, the longest phrase counts
 */
void
geoat_phrases_read (GArray *words, guint from, guint lengths[GEOAT_N_PHRASES])
{
  char joined[MAX_BYTES + 1];
  gsize length = 0;

  memset (lengths, 0, GEOAT_N_PHRASES * sizeof *lengths);
  for (guint i = from; i < words->len && i - from < MAX_WORDS; i++)
    {
      const char *normal = g_array_index (words, GeoatNormalWord, i).normal;
      gsize n = strlen (normal);
      guint meanings;

      if (length + n > MAX_BYTES)
        return;
      memcpy (joined + length, normal, n + 1);
      length += n;
      meanings = GPOINTER_TO_UINT (g_hash_table_lookup (get_phrases ()->phrases, joined));
      for (guint j = 0; meanings != 0 && j < GEOAT_N_PHRASES; j++)
        if ((meanings & 1u << j) != 0)
          lengths[j] = i - from + 1;
    }
}

/**
 * geoat_phrases_find_hint:
 * @normal: a normalised word of a heading
 *
 * Returns: the kind of column that it hints at; %GEOAT_SOURCE_COLUMN_OTHER: none
 */
GeoatSourceColumn
geoat_phrases_find_hint (const char *normal)
{
  return (GeoatSourceColumn) GPOINTER_TO_INT (g_hash_table_lookup (get_phrases ()->hints, normal));
}

/**
 * geoat_phrases_each_heading:
 * @func: (scope call): what is called with each
 * @data: (closure): what it is given
 *
 * Goes through the headings that people write in words of their own.
 */
void
geoat_phrases_each_heading (GeoatPhraseFunc func, gpointer data)
{
  JsonObject *all =
      json_object_get_object_member (json_node_get_object (get_phrases ()->data), "headings");

  for (gsize i = 0; i < G_N_ELEMENTS (column_names); i++)
    {
      JsonObject *languages;
      JsonObjectIter iter;
      const char *language;
      JsonNode *node;

      if (!json_object_has_member (all, column_names[i].name))
        continue;
      languages = json_object_get_object_member (all, column_names[i].name);
      json_object_iter_init_ordered (&iter, languages);
      while (json_object_iter_next_ordered (&iter, &language, &node))
        for (guint j = 0; j < json_array_get_length (json_node_get_array (node)); j++)
          func (json_array_get_string_element (json_node_get_array (node), j), column_names[i].kind,
                data);
    }
}
