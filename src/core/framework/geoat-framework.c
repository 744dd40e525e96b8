/* SPDX-License-Identifier: GPL-3.0-or-later */

/* One edition of the GEOAT, loaded from data.
 *
 * How it works: everything is read into plain arrays when the object is made and never changes
 * after that, so that it can be shared between threads. A text is a list of pairs, language tag and
 * wording, with English always among them. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include <string.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "geoat-error.h"
#include "geoat-framework-private.h"
#include "geoat-id.h"
#include "geoat-language-private.h"
#include "geoat-resource.h"

#define RESOURCE_FOLDER "/io/github/geoat_planner/core/frameworks/"

G_DEFINE_FINAL_TYPE (GeoatFramework, geoat_framework, G_TYPE_OBJECT)

static const char *
text_lookup (GeoatText text, const char *tag)
{
  for (guint i = 0; text[i] != NULL; i += 2)
    if (g_ascii_strcasecmp (text[i], tag) == 0)
      return text[i + 1];
  return NULL;
}

static const char *
text_get (GeoatText text, const char *language)
{
  const char *wording = NULL;

  if (language != NULL && text_lookup (text, language) != NULL)
    return text_lookup (text, language);

  if (language != NULL)
    {
      g_autofree char *tag = g_strdup (language);

      while (wording == NULL && geoat_language_tag_shorten (tag))
        wording = text_lookup (text, tag);
    }
  return wording != NULL ? wording : text_lookup (text, "en");
}

static void
principle_clear (gpointer data)
{
  GeoatFrameworkPrinciple *principle = data;

  g_free (principle->id);
  g_strfreev (principle->name);
  g_strfreev (principle->short_name);
}

static void
key_element_clear (gpointer data)
{
  GeoatFrameworkKeyElement *key_element = data;

  g_free (key_element->id);
  g_strfreev (key_element->name);
  g_strfreev (key_element->about);
}

static void
indicator_clear (gpointer data)
{
  GeoatFrameworkIndicator *indicator = data;

  g_free (indicator->source);
  g_strfreev (indicator->text);
}

static void
geoat_framework_finalize (GObject *object)
{
  GeoatFramework *self = GEOAT_FRAMEWORK (object);

  g_free (self->id);
  g_strfreev (self->name);
  g_strfreev (self->about);
  for (guint i = 0; i < N_LEVEL_SLOTS; i++)
    {
      g_strfreev (self->levels[i].name);
      g_strfreev (self->levels[i].short_name);
      g_strfreev (self->levels[i].meaning);
    }
  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    {
      g_free (self->columns[i].id);
      g_strfreev (self->columns[i].heading);
      g_strfreev (self->columns[i].prompt);
    }
  g_hash_table_unref (self->by_id);
  g_array_unref (self->principles);
  g_array_unref (self->key_elements);
  g_array_unref (self->indicators);

  G_OBJECT_CLASS (geoat_framework_parent_class)->finalize (object);
}

static void
geoat_framework_class_init (GeoatFrameworkClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = geoat_framework_finalize;
}

static void
geoat_framework_init (GeoatFramework *self)
{
  self->principles = g_array_new (FALSE, TRUE, sizeof (GeoatFrameworkPrinciple));
  self->key_elements = g_array_new (FALSE, TRUE, sizeof (GeoatFrameworkKeyElement));
  self->indicators = g_array_new (FALSE, TRUE, sizeof (GeoatFrameworkIndicator));
  g_array_set_clear_func (self->principles, principle_clear);
  g_array_set_clear_func (self->key_elements, key_element_clear);
  g_array_set_clear_func (self->indicators, indicator_clear);
  self->by_id = g_hash_table_new (g_str_hash, g_str_equal);
}

static GeoatFramework *
load_built_in (const char *id, GError **error)
{
  g_autoptr (GeoatFramework) self = NULL;
  g_autoptr (GBytes) bytes = NULL;
  g_autofree char *path = g_strdup_printf (RESOURCE_FOLDER "%s.json", id);

  if (geoat_id_is_valid (id))
    bytes =
        g_resource_lookup_data (geoat_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);
  if (bytes == NULL)
    {
      g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_NOT_FOUND,
                   _ ("There is no framework with the id “%s”."), id);
      return NULL;
    }

  self = geoat_framework_new_from_bytes (bytes, path, error);
  if (self != NULL && strcmp (self->id, id) != 0)
    {
      g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                   _ ("%s: /id: the framework's id must be the name of its file"), path);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * geoat_framework_get:
 * @id: the id of a framework: "geoat-2023"
 * @error: return location for an error
 *
 * A framework that comes with the program. It is loaded once, then shared; any thread may ask.
 *
 * Returns: (transfer none) (nullable): the framework; %NULL and #GEOAT_ERROR_NOT_FOUND when there
 *   is none with that id
 */
GeoatFramework *
geoat_framework_get (const char *id, GError **error)
{
  static GMutex mutex;
  static GHashTable *loaded; /* never freed: shared until the program ends */
  g_autoptr (GMutexLocker) locker = NULL;
  GeoatFramework *self;

  g_return_val_if_fail (id != NULL, NULL);

  locker = g_mutex_locker_new (&mutex);
  if (loaded == NULL)
    loaded = g_hash_table_new (g_str_hash, g_str_equal);

  self = g_hash_table_lookup (loaded, id);
  if (self == NULL)
    {
      self = load_built_in (id, error);
      if (self != NULL)
        g_hash_table_insert (loaded, self->id, self);
    }
  return self;
}

/**
 * geoat_framework_get_default:
 *
 * The framework of a new plan: the newest edition that comes with the program.
 *
 * Returns: (transfer none): the framework
 */
GeoatFramework *
geoat_framework_get_default (void)
{
  g_autoptr (GError) error = NULL;
  GeoatFramework *self = geoat_framework_get (GEOAT_FRAMEWORK_DEFAULT, &error);

  if (self == NULL)
    g_error ("%s", error->message);
  return self;
}

/**
 * geoat_framework_new_from_bytes:
 * @bytes: the content of a framework file
 * @name: what to call it in messages
 * @error: return location for an error
 *
 * Reads and validates a framework: every id unique, all seven levels, all eight columns in the
 * template's order, each text there in English at least, and no member that is not known.
 *
 * Returns: (transfer full): the framework; %NULL, #GEOAT_ERROR_SYNTAX or #GEOAT_ERROR_INVALID with
 *   name and place otherwise
 */
GeoatFramework *
geoat_framework_new_from_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GeoatFramework) self = NULL;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (name != NULL, NULL);

  self = g_object_new (GEOAT_TYPE_FRAMEWORK, NULL);
  if (!geoat_framework_read (self, bytes, error))
    {
      g_prefix_error (error, "%s: ", name);
      return NULL;
    }
  return g_steal_pointer (&self);
}

/**
 * geoat_framework_get_id:
 * @self: a framework
 *
 * Returns: (transfer none): its id: "geoat-2023"
 */
const char *
geoat_framework_get_id (GeoatFramework *self)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), NULL);

  return self->id;
}

/**
 * geoat_framework_get_name:
 * @self: a framework
 * @language: (nullable): a BCP 47 tag; %NULL is English
 *
 * Returns: (transfer none): its name
 */
const char *
geoat_framework_get_name (GeoatFramework *self, const char *language)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), NULL);

  return text_get (self->name, language);
}

/**
 * geoat_framework_get_about:
 * @self: a framework
 * @language: (nullable): a BCP 47 tag; %NULL is English
 *
 * Returns: (transfer none): what it is and where it comes from
 */
const char *
geoat_framework_get_about (GeoatFramework *self, const char *language)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), NULL);

  return text_get (self->about, language);
}

/**
 * geoat_framework_get_level_name:
 * @self: a framework
 * @level: #GEOAT_LEVEL_NOT_APPLICABLE, or 0 to 5
 * @language: (nullable): a BCP 47 tag; %NULL is English
 *
 * Returns: (transfer none): its name: "Ad hoc arrangements"
 */
const char *
geoat_framework_get_level_name (GeoatFramework *self, GeoatLevel level, const char *language)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), NULL);
  g_return_val_if_fail (level >= GEOAT_LEVEL_NOT_APPLICABLE && level <= GEOAT_LEVEL_MAX, NULL);

  return text_get (self->levels[LEVEL_SLOT (level)].name, language);
}

/**
 * geoat_framework_get_level_short:
 * @self: a framework
 * @level: #GEOAT_LEVEL_NOT_APPLICABLE, or 0 to 5
 * @language: (nullable): a BCP 47 tag; %NULL is English
 *
 * Returns: (transfer none): its name in one word: "ad hoc"
 */
const char *
geoat_framework_get_level_short (GeoatFramework *self, GeoatLevel level, const char *language)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), NULL);
  g_return_val_if_fail (level >= GEOAT_LEVEL_NOT_APPLICABLE && level <= GEOAT_LEVEL_MAX, NULL);

  return text_get (self->levels[LEVEL_SLOT (level)].short_name, language);
}

/**
 * geoat_framework_get_level_meaning:
 * @self: a framework
 * @level: #GEOAT_LEVEL_NOT_APPLICABLE, or 0 to 5
 * @language: (nullable): a BCP 47 tag; %NULL is English
 *
 * Returns: (transfer none): what it means, in a sentence
 */
const char *
geoat_framework_get_level_meaning (GeoatFramework *self, GeoatLevel level, const char *language)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), NULL);
  g_return_val_if_fail (level >= GEOAT_LEVEL_NOT_APPLICABLE && level <= GEOAT_LEVEL_MAX, NULL);

  return text_get (self->levels[LEVEL_SLOT (level)].meaning, language);
}

/**
 * geoat_framework_get_column_id:
 * @self: a framework
 * @column: 0 to 7, in the order of the template
 *
 * Returns: (transfer none): its id: "current_activities"
 */
const char *
geoat_framework_get_column_id (GeoatFramework *self, guint column)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), NULL);
  g_return_val_if_fail (column < GEOAT_N_COLUMNS, NULL);

  return self->columns[column].id;
}

/**
 * geoat_framework_get_column_heading:
 * @self: a framework
 * @column: 0 to 7, in the order of the template
 * @language: (nullable): a BCP 47 tag; %NULL is English
 *
 * Returns: (transfer none): its heading
 */
const char *
geoat_framework_get_column_heading (GeoatFramework *self, guint column, const char *language)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), NULL);
  g_return_val_if_fail (column < GEOAT_N_COLUMNS, NULL);

  return text_get (self->columns[column].heading, language);
}

/**
 * geoat_framework_get_column_prompt:
 * @self: a framework
 * @column: 0 to 7, in the order of the template
 * @language: (nullable): a BCP 47 tag; %NULL is English
 *
 * Returns: (transfer none): what to write in it
 */
const char *
geoat_framework_get_column_prompt (GeoatFramework *self, guint column, const char *language)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), NULL);
  g_return_val_if_fail (column < GEOAT_N_COLUMNS, NULL);

  return text_get (self->columns[column].prompt, language);
}

/**
 * geoat_framework_find_column:
 * @self: a framework
 * @id: the id of a column
 *
 * Returns: its position, or -1 when there is none
 */
int
geoat_framework_find_column (GeoatFramework *self, const char *id)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), -1);
  g_return_val_if_fail (id != NULL, -1);

  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    if (strcmp (self->columns[i].id, id) == 0)
      return i;
  return -1;
}

/**
 * geoat_framework_get_n_principles:
 * @self: a framework
 *
 * Returns: how many principles there are
 */
guint
geoat_framework_get_n_principles (GeoatFramework *self)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), 0);

  return self->principles->len;
}

/**
 * geoat_framework_get_principle_id:
 * @self: a framework
 * @principle: its position, from 0
 *
 * Returns: (transfer none): its id: "1"
 */
const char *
geoat_framework_get_principle_id (GeoatFramework *self, guint principle)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), NULL);
  g_return_val_if_fail (principle < self->principles->len, NULL);

  return g_array_index (self->principles, GeoatFrameworkPrinciple, principle).id;
}

/**
 * geoat_framework_get_principle_name:
 * @self: a framework
 * @principle: its position, from 0
 * @language: (nullable): a BCP 47 tag; %NULL is English
 *
 * Returns: (transfer none): its name
 */
const char *
geoat_framework_get_principle_name (GeoatFramework *self, guint principle, const char *language)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), NULL);
  g_return_val_if_fail (principle < self->principles->len, NULL);

  return text_get (g_array_index (self->principles, GeoatFrameworkPrinciple, principle).name,
                   language);
}

/**
 * geoat_framework_get_principle_short:
 * @self: a framework
 * @principle: its position, from 0
 * @language: (nullable): a BCP 47 tag; %NULL is English
 *
 * Returns: (transfer none): its name where there is little room
 */
const char *
geoat_framework_get_principle_short (GeoatFramework *self, guint principle, const char *language)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), NULL);
  g_return_val_if_fail (principle < self->principles->len, NULL);

  return text_get (g_array_index (self->principles, GeoatFrameworkPrinciple, principle).short_name,
                   language);
}

/**
 * geoat_framework_find_principle:
 * @self: a framework
 * @id: the id of a principle
 *
 * Returns: its position, or -1 when there is none
 */
int
geoat_framework_find_principle (GeoatFramework *self, const char *id)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), -1);
  g_return_val_if_fail (id != NULL, -1);

  for (guint i = 0; i < self->principles->len; i++)
    if (strcmp (g_array_index (self->principles, GeoatFrameworkPrinciple, i).id, id) == 0)
      return i;
  return -1;
}

/**
 * geoat_framework_get_principle_range:
 * @self: a framework
 * @principle: its position, from 0
 * @first_key_element: (out) (optional): position of its first key element
 * @n_key_elements: (out) (optional): how many it has
 *
 * The key elements of a principle follow each other.
 */
void
geoat_framework_get_principle_range (GeoatFramework *self,
                                     guint principle,
                                     guint *first_key_element,
                                     guint *n_key_elements)
{
  const GeoatFrameworkPrinciple *found;

  g_return_if_fail (GEOAT_IS_FRAMEWORK (self));
  g_return_if_fail (principle < self->principles->len);

  found = &g_array_index (self->principles, GeoatFrameworkPrinciple, principle);
  if (first_key_element != NULL)
    *first_key_element = found->first_key_element;
  if (n_key_elements != NULL)
    *n_key_elements = found->n_key_elements;
}

/**
 * geoat_framework_get_n_key_elements:
 * @self: a framework
 *
 * Returns: how many key elements there are
 */
guint
geoat_framework_get_n_key_elements (GeoatFramework *self)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), 0);

  return self->key_elements->len;
}

/**
 * geoat_framework_get_key_element_id:
 * @self: a framework
 * @key_element: its position, from 0, over the whole framework
 *
 * Returns: (transfer none): its id: "1A"
 */
const char *
geoat_framework_get_key_element_id (GeoatFramework *self, guint key_element)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), NULL);
  g_return_val_if_fail (key_element < self->key_elements->len, NULL);

  return g_array_index (self->key_elements, GeoatFrameworkKeyElement, key_element).id;
}

/**
 * geoat_framework_get_key_element_name:
 * @self: a framework
 * @key_element: its position, from 0, over the whole framework
 * @language: (nullable): a BCP 47 tag; %NULL is English
 *
 * Returns: (transfer none): its name
 */
const char *
geoat_framework_get_key_element_name (GeoatFramework *self, guint key_element, const char *language)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), NULL);
  g_return_val_if_fail (key_element < self->key_elements->len, NULL);

  return text_get (g_array_index (self->key_elements, GeoatFrameworkKeyElement, key_element).name,
                   language);
}

/**
 * geoat_framework_get_key_element_about:
 * @self: a framework
 * @key_element: its position, from 0, over the whole framework
 * @language: (nullable): a BCP 47 tag; %NULL is English
 *
 * Returns: (transfer none): what it is about, in a sentence
 */
const char *
geoat_framework_get_key_element_about (GeoatFramework *self,
                                       guint key_element,
                                       const char *language)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), NULL);
  g_return_val_if_fail (key_element < self->key_elements->len, NULL);

  return text_get (g_array_index (self->key_elements, GeoatFrameworkKeyElement, key_element).about,
                   language);
}

/**
 * geoat_framework_get_key_element_principle:
 * @self: a framework
 * @key_element: its position, from 0, over the whole framework
 *
 * Returns: position of its principle
 */
guint
geoat_framework_get_key_element_principle (GeoatFramework *self, guint key_element)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), 0);
  g_return_val_if_fail (key_element < self->key_elements->len, 0);

  return g_array_index (self->key_elements, GeoatFrameworkKeyElement, key_element).principle;
}

/**
 * geoat_framework_find_key_element:
 * @self: a framework
 * @id: the id of a key element
 *
 * Returns: its position, or -1 when there is none
 */
int
geoat_framework_find_key_element (GeoatFramework *self, const char *id)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), -1);
  g_return_val_if_fail (id != NULL, -1);

  return GPOINTER_TO_INT (g_hash_table_lookup (self->by_id, id)) - 1;
}

/**
 * geoat_framework_get_n_indicators:
 * @self: a framework
 * @key_element: its position, from 0, over the whole framework
 *
 * Returns: how many starter indicators it has
 */
guint
geoat_framework_get_n_indicators (GeoatFramework *self, guint key_element)
{
  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), 0);
  g_return_val_if_fail (key_element < self->key_elements->len, 0);

  return g_array_index (self->key_elements, GeoatFrameworkKeyElement, key_element).n_indicators;
}

/**
 * geoat_framework_get_indicator_source:
 * @self: a framework
 * @key_element: its position, from 0, over the whole framework
 * @indicator: the position of a starter indicator in it, from 0
 *
 * Returns: (transfer none): where it comes from, for the member `source` of an entry:
 *   "geoat-2023/1A.03"
 */
const char *
geoat_framework_get_indicator_source (GeoatFramework *self, guint key_element, guint indicator)
{
  const GeoatFrameworkKeyElement *found;

  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), NULL);
  g_return_val_if_fail (key_element < self->key_elements->len, NULL);

  found = &g_array_index (self->key_elements, GeoatFrameworkKeyElement, key_element);
  g_return_val_if_fail (indicator < found->n_indicators, NULL);

  return g_array_index (self->indicators, GeoatFrameworkIndicator,
                        found->first_indicator + indicator)
      .source;
}

/**
 * geoat_framework_get_indicator_text:
 * @self: a framework
 * @key_element: its position, from 0, over the whole framework
 * @indicator: the position of a starter indicator in it, from 0
 * @language: (nullable): a BCP 47 tag; %NULL is English
 *
 * Returns: (transfer none): its wording
 */
const char *
geoat_framework_get_indicator_text (GeoatFramework *self,
                                    guint key_element,
                                    guint indicator,
                                    const char *language)
{
  const GeoatFrameworkKeyElement *found;

  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (self), NULL);
  g_return_val_if_fail (key_element < self->key_elements->len, NULL);

  found = &g_array_index (self->key_elements, GeoatFrameworkKeyElement, key_element);
  g_return_val_if_fail (indicator < found->n_indicators, NULL);

  return text_get (
      g_array_index (self->indicators, GeoatFrameworkIndicator, found->first_indicator + indicator)
          .text,
      language);
}
