/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The language of what comes out of the program.
 *
 * How it works: a language is a data file with its texts by key. A text has places, {name}, that
 * are filled in; one that speaks of a number has a form for each plural category of Unicode's CLDR
 * that the language's rule knows ("one" and "other" in English). Languages are loaded when first
 * asked for, then shared by all threads: they never change. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include <string.h>
#include <gio/gio.h>
#include <glib/gi18n-lib.h>

#include "geoat-error.h"
#include "geoat-json-data.h"
#include "geoat-language-private.h"
#include "geoat-resource.h"

#define RESOURCE_FOLDER "/io/github/geoat_planner/core/languages/"
#define FALLBACK "en"
#define N_MONTHS 12

/* Chooses one of the rule's forms by a number. */
typedef struct
{
  const char *name;
  const char *forms[4]; /* names of CLDR plural categories, NULL at the end */
  guint (*choose) (guint n);
} PluralRule;

/* A text: forms[0] alone, or one for each form of the plural rule. */
typedef struct
{
  gboolean is_plural;
  char *forms[G_N_ELEMENTS (((PluralRule *) NULL)->forms)];
} Text;

struct _GeoatLanguage
{
  GObject parent_instance;

  char *tag;
  gboolean is_right_to_left;
  char *decimal_sign;
  char *minus_sign;
  char *date;
  char *short_date;
  char *months[N_MONTHS];
  char *short_months[N_MONTHS];
  const PluralRule *rule;
  GHashTable *texts; /* key to Text */
};

G_DEFINE_FINAL_TYPE (GeoatLanguage, geoat_language, G_TYPE_OBJECT)

static guint
choose_one_other (guint n)
{
  return n == 1 ? 0 : 1;
}

static const PluralRule plural_rules[] = {
  { "one-other", { "one", "other", NULL }, choose_one_other },
};

static void
text_free (gpointer data)
{
  Text *text = data;

  for (guint i = 0; i < G_N_ELEMENTS (text->forms); i++)
    g_free (text->forms[i]);
  g_free (text);
}

static gboolean
read_string (JsonObject *root, const char *name, char **string, GError **error)
{
  *string = g_strdup (geoat_json_get_string (root, NULL, name, error));
  return *string != NULL;
}

static gboolean
read_direction (GeoatLanguage *self, JsonObject *root, GError **error)
{
  const char *direction = geoat_json_get_string (root, NULL, "direction", error);

  if (direction == NULL)
    return FALSE;
  self->is_right_to_left = strcmp (direction, "rtl") == 0;
  if (!self->is_right_to_left && strcmp (direction, "ltr") != 0)
    return geoat_json_fail (error, GEOAT_JSON_MEMBER (NULL, "direction"),
                            _ ("“%s” is neither “ltr” nor “rtl”"), direction);
  return TRUE;
}

static gboolean
read_rule (GeoatLanguage *self, JsonObject *root, GError **error)
{
  const char *name = geoat_json_get_string (root, NULL, "plural", error);

  if (name == NULL)
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (plural_rules); i++)
    if (strcmp (plural_rules[i].name, name) == 0)
      self->rule = &plural_rules[i];
  if (self->rule == NULL)
    return geoat_json_fail (error, GEOAT_JSON_MEMBER (NULL, "plural"),
                            _ ("“%s” is not a plural rule"), name);
  return TRUE;
}

static gboolean
read_months (JsonObject *root, const char *name, char **months, GError **error)
{
  const GeoatJsonPlace here = { NULL, name, 0 };
  JsonArray *array = geoat_json_get_array (root, NULL, name, error);

  if (array == NULL)
    return FALSE;
  if (json_array_get_length (array) != N_MONTHS)
    return geoat_json_fail (error, &here, _ ("a year has twelve months"));

  for (guint i = 0; i < N_MONTHS; i++)
    {
      JsonNode *node = json_array_get_element (array, i);

      if (json_node_get_value_type (node) != G_TYPE_STRING)
        return geoat_json_fail_type (error, GEOAT_JSON_ELEMENT (&here, i), node, _ ("a text"));
      months[i] = json_node_dup_string (node);
    }
  return TRUE;
}

static gboolean
read_forms (GeoatLanguage *self,
            Text *text,
            JsonObject *object,
            const GeoatJsonPlace *place,
            GError **error)
{
  text->is_plural = TRUE;
  if (!geoat_json_only_members (object, place, self->rule->forms, error))
    return FALSE;

  for (guint i = 0; self->rule->forms[i] != NULL; i++)
    {
      const char *form = geoat_json_get_string (object, place, self->rule->forms[i], error);

      if (form == NULL)
        return FALSE;
      text->forms[i] = g_strdup (form);
    }
  return TRUE;
}

static gboolean
read_texts (GeoatLanguage *self, JsonObject *root, GError **error)
{
  const GeoatJsonPlace here = { NULL, "texts", 0 };
  JsonObject *texts = geoat_json_get_object (root, NULL, "texts", error);
  JsonObjectIter iter;
  const char *key;
  JsonNode *node;

  if (texts == NULL)
    return FALSE;

  json_object_iter_init_ordered (&iter, texts);
  while (json_object_iter_next_ordered (&iter, &key, &node))
    {
      Text *text = g_new0 (Text, 1);

      g_hash_table_insert (self->texts, g_strdup (key), text);
      if (JSON_NODE_HOLDS_OBJECT (node))
        {
          if (!read_forms (self, text, json_node_get_object (node), GEOAT_JSON_MEMBER (&here, key),
                           error))
            return FALSE;
          continue;
        }
      text->forms[0] = g_strdup (geoat_json_get_string (texts, &here, key, error));
      if (text->forms[0] == NULL)
        return FALSE;
    }
  return TRUE;
}

static gboolean
read_language (GeoatLanguage *self, GBytes *bytes, GError **error)
{
  static const char *const names[] = { "tag",        "name",       "direction", "decimal_sign",
                                       "minus_sign", "plural",     "months",    "short_months",
                                       "date",       "short_date", "texts",     NULL };
  g_autoptr (JsonNode) node = geoat_json_parse (bytes, error);
  JsonObject *root;

  if (node == NULL)
    return FALSE;

  root = geoat_json_node_get_object (node, NULL, error);
  return root != NULL && geoat_json_only_members (root, NULL, names, error) &&
         geoat_json_get_string (root, NULL, "name", error) != NULL &&
         read_string (root, "tag", &self->tag, error) && read_direction (self, root, error) &&
         read_string (root, "decimal_sign", &self->decimal_sign, error) &&
         read_string (root, "minus_sign", &self->minus_sign, error) &&
         read_rule (self, root, error) && read_months (root, "months", self->months, error) &&
         read_months (root, "short_months", self->short_months, error) &&
         read_string (root, "date", &self->date, error) &&
         read_string (root, "short_date", &self->short_date, error) &&
         read_texts (self, root, error);
}

/* A place's text among pairs of name and text. */
static const char *
find_value (GPtrArray *values, const char *name, gsize length)
{
  for (guint i = 0; i + 1 < values->len; i += 2)
    {
      const char *known = g_ptr_array_index (values, i);

      if (strlen (known) == length && memcmp (known, name, length) == 0)
        return g_ptr_array_index (values, i + 1);
    }
  return NULL;
}

static char *
fill_in (const char *text, GPtrArray *values)
{
  GString *filled = g_string_new (NULL);
  const char *open;

  while ((open = strchr (text, '{')) != NULL)
    {
      const char *close = strchr (open, '}');
      const char *value = NULL;

      if (close == NULL)
        break;
      value = find_value (values, open + 1, close - open - 1);
      g_string_append_len (filled, text, open - text);
      if (value != NULL)
        g_string_append (filled, value);
      else
        {
          g_critical ("Nothing is given for a place of the text “%s”", text);
          g_string_append_len (filled, open, close + 1 - open);
        }
      text = close + 1;
    }

  g_string_append (filled, text);
  return g_string_free (filled, FALSE);
}

static void
collect_values (GPtrArray *values, va_list args)
{
  const char *name;

  while ((name = va_arg (args, const char *)) != NULL)
    {
      const char *value = va_arg (args, const char *);

      g_ptr_array_add (values, (gpointer) name);
      g_ptr_array_add (values, (gpointer) (value != NULL ? value : ""));
    }
}

/* Languages by tag as in the data, each loaded once. */
static GeoatLanguage *
load_built_in (const char *tag)
{
  g_autofree char *path = g_strdup_printf (RESOURCE_FOLDER "%s.json", tag);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes =
      g_resource_lookup_data (geoat_get_resource (), path, G_RESOURCE_LOOKUP_FLAGS_NONE, &error);
  GeoatLanguage *self = NULL;

  if (bytes != NULL)
    self = geoat_language_new_from_bytes (bytes, path, &error);
  if (self == NULL)
    g_error ("%s", error->message); /* the program's own data */
  return self;
}

/* The tag as the data write it, or NULL when there is no such language. */
static char *
find_built_in (const char *tag)
{
  g_auto (GStrv) children = g_resource_enumerate_children (geoat_get_resource (), RESOURCE_FOLDER,
                                                           G_RESOURCE_LOOKUP_FLAGS_NONE, NULL);

  for (guint i = 0; children != NULL && children[i] != NULL; i++)
    {
      g_autofree char *known = g_strndup (children[i], strlen (children[i]) - strlen (".json"));

      if (g_ascii_strcasecmp (known, tag) == 0)
        return g_steal_pointer (&known);
    }
  return NULL;
}

static void
geoat_language_finalize (GObject *object)
{
  GeoatLanguage *self = GEOAT_LANGUAGE (object);

  g_free (self->tag);
  g_free (self->decimal_sign);
  g_free (self->minus_sign);
  g_free (self->date);
  g_free (self->short_date);
  for (guint i = 0; i < N_MONTHS; i++)
    {
      g_free (self->months[i]);
      g_free (self->short_months[i]);
    }
  g_hash_table_unref (self->texts);

  G_OBJECT_CLASS (geoat_language_parent_class)->finalize (object);
}

static void
geoat_language_class_init (GeoatLanguageClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = geoat_language_finalize;
}

static void
geoat_language_init (GeoatLanguage *self)
{
  self->texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, text_free);
}

/*
 * geoat_language_tag_is_valid:
 * @tag: a text
 *
 * Returns: whether @tag has the form of a BCP 47 tag: parts of one to eight letters or digits, the
 *   first of letters alone
 */
gboolean
geoat_language_tag_is_valid (const char *tag)
{
  gboolean is_first = TRUE;

  for (guint length = 0;; tag++)
    {
      if (*tag == '-' || *tag == '\0')
        {
          if (length == 0 || length > 8)
            return FALSE;
          if (*tag == '\0')
            return TRUE;
          length = 0;
          is_first = FALSE;
        }
      else if (is_first ? g_ascii_isalpha (*tag) : g_ascii_isalnum (*tag))
        length++;
      else
        return FALSE;
    }
}

/*
 * geoat_language_tag_shorten:
 * @tag: a BCP 47 tag, changed in place
 *
 * The next step of a lookup as of RFC 4647: "pt-BR" becomes "pt".
 *
 * Returns: %FALSE when there is nothing to take away
 */
gboolean
geoat_language_tag_shorten (char *tag)
{
  char *last = strrchr (tag, '-');

  if (last == NULL)
    return FALSE;
  *last = '\0';
  return TRUE;
}

/*
 * geoat_language_new_from_bytes:
 * @bytes: the content of a language file
 * @name: what to call it in messages
 * @error: return location for an error
 *
 * Returns: (transfer full): the language; %NULL, #GEOAT_ERROR_SYNTAX or #GEOAT_ERROR_INVALID
 *   otherwise
 */
GeoatLanguage *
geoat_language_new_from_bytes (GBytes *bytes, const char *name, GError **error)
{
  g_autoptr (GeoatLanguage) self = g_object_new (GEOAT_TYPE_LANGUAGE, NULL);

  if (read_language (self, bytes, error))
    return g_steal_pointer (&self);

  g_prefix_error (error, "%s: ", name);
  return NULL;
}

/**
 * geoat_language_get:
 * @tag: (nullable): a BCP 47 tag; %NULL is English
 *
 * The best language there is for a tag: itself, what remains of it after taking subtags off its
 * end, English. It is loaded once, then shared; any thread may ask.
 *
 * Returns: (transfer none): the language
 */
GeoatLanguage *
geoat_language_get (const char *tag)
{
  static GMutex mutex;
  static GHashTable *loaded; /* never freed: shared until the program ends */
  g_autoptr (GMutexLocker) locker = NULL;
  g_autofree char *wanted = g_strdup (tag != NULL ? tag : FALLBACK);
  g_autofree char *known = find_built_in (wanted);
  GeoatLanguage *self;

  while (known == NULL && geoat_language_tag_shorten (wanted))
    known = find_built_in (wanted);
  if (known == NULL)
    known = g_strdup (FALLBACK);

  locker = g_mutex_locker_new (&mutex);
  if (loaded == NULL)
    loaded = g_hash_table_new (g_str_hash, g_str_equal);

  self = g_hash_table_lookup (loaded, known);
  if (self == NULL)
    {
      self = load_built_in (known);
      g_hash_table_insert (loaded, self->tag, self);
    }
  return self;
}

/**
 * geoat_language_get_tag:
 * @self: a language
 *
 * Returns: (transfer none): its BCP 47 tag
 */
const char *
geoat_language_get_tag (GeoatLanguage *self)
{
  g_return_val_if_fail (GEOAT_IS_LANGUAGE (self), NULL);

  return self->tag;
}

/**
 * geoat_language_is_right_to_left:
 * @self: a language
 *
 * Returns: whether it is written from right to left
 */
gboolean
geoat_language_is_right_to_left (GeoatLanguage *self)
{
  g_return_val_if_fail (GEOAT_IS_LANGUAGE (self), FALSE);

  return self->is_right_to_left;
}

/**
 * geoat_language_get_text:
 * @self: a language
 * @key: the key of a text without plural forms
 *
 * Returns: (transfer none): the text; @key itself when there is none, which is an error of the
 *   program
 */
const char *
geoat_language_get_text (GeoatLanguage *self, const char *key)
{
  const Text *text;

  g_return_val_if_fail (GEOAT_IS_LANGUAGE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  text = g_hash_table_lookup (self->texts, key);
  if (text != NULL && !text->is_plural)
    return text->forms[0];

  g_critical ("The language “%s” has no text “%s”", self->tag, key);
  return key;
}

/**
 * geoat_language_format:
 * @self: a language
 * @key: the key of a text without plural forms
 * @...: pairs of the name of a place and its text, %NULL at the end
 *
 * A text with its places, such as {name}, filled in.
 *
 * Returns: (transfer full): the text
 */
char *
geoat_language_format (GeoatLanguage *self, const char *key, ...)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  const char *text = geoat_language_get_text (self, key);
  va_list args;

  g_return_val_if_fail (text != NULL, NULL);

  va_start (args, key);
  collect_values (values, args);
  va_end (args);

  return fill_in (text, values);
}

/**
 * geoat_language_format_count:
 * @self: a language
 * @key: the key of a text with plural forms
 * @n: what is counted
 * @...: pairs of the name of a place and its text, %NULL at the end; {n} is filled in with @n
 *
 * A text in the plural form that goes with a number.
 *
 * Returns: (transfer full): the text
 */
char *
geoat_language_format_count (GeoatLanguage *self, const char *key, guint n, ...)
{
  g_autoptr (GPtrArray) values = g_ptr_array_new ();
  g_autofree char *number = g_strdup_printf ("%u", n);
  const Text *text;
  va_list args;

  g_return_val_if_fail (GEOAT_IS_LANGUAGE (self), NULL);
  g_return_val_if_fail (key != NULL, NULL);

  text = g_hash_table_lookup (self->texts, key);
  if (text == NULL || !text->is_plural)
    {
      g_critical ("The language “%s” has no text “%s” with plural forms", self->tag, key);
      return g_strdup (key);
    }

  g_ptr_array_add (values, (gpointer) "n");
  g_ptr_array_add (values, number);
  va_start (args, n);
  collect_values (values, args);
  va_end (args);

  return fill_in (text->forms[self->rule->choose (n)], values);
}

/**
 * geoat_language_format_date:
 * @self: a language
 * @date: a valid date
 * @abbreviated: whether the month is shortened
 *
 * Returns: (transfer full): "31 December 2025", or "31 Dec 2025"
 */
char *
geoat_language_format_date (GeoatLanguage *self, const GDate *date, gboolean abbreviated)
{
  g_autoptr (GPtrArray) values = NULL;
  g_autofree char *day = NULL;
  g_autofree char *year = NULL;
  guint month;

  g_return_val_if_fail (GEOAT_IS_LANGUAGE (self), NULL);
  g_return_val_if_fail (date != NULL && g_date_valid (date), NULL);

  day = g_strdup_printf ("%u", g_date_get_day (date));
  year = g_strdup_printf ("%u", g_date_get_year (date));
  month = g_date_get_month (date) - 1;

  values = g_ptr_array_new ();
  g_ptr_array_add (values, (gpointer) "day");
  g_ptr_array_add (values, day);
  g_ptr_array_add (values, (gpointer) "month");
  g_ptr_array_add (values, abbreviated ? self->short_months[month] : self->months[month]);
  g_ptr_array_add (values, (gpointer) "year");
  g_ptr_array_add (values, year);

  return fill_in (abbreviated ? self->short_date : self->date, values);
}

/**
 * geoat_language_format_tenths:
 * @self: a language
 * @tenths: a score in tenths; negative when there is none
 *
 * Returns: (transfer full): "2.3" for 23; "–" when there is none
 */
char *
geoat_language_format_tenths (GeoatLanguage *self, int tenths)
{
  g_return_val_if_fail (GEOAT_IS_LANGUAGE (self), NULL);

  if (tenths < 0)
    return g_strdup (geoat_language_get_text (self, "score.none"));
  return g_strdup_printf ("%d%s%d", tenths / 10, self->decimal_sign, tenths % 10);
}

/**
 * geoat_language_format_change:
 * @self: a language
 * @tenths: a difference in tenths
 *
 * Returns: (transfer full): the difference with its sign: "+0.6", "−0.4", "0.0"
 */
char *
geoat_language_format_change (GeoatLanguage *self, int tenths)
{
  const char *sign;

  g_return_val_if_fail (GEOAT_IS_LANGUAGE (self), NULL);

  sign = tenths > 0 ? "+" : tenths < 0 ? self->minus_sign : "";
  return g_strdup_printf ("%s%d%s%d", sign, ABS (tenths) / 10, self->decimal_sign,
                          ABS (tenths) % 10);
}
