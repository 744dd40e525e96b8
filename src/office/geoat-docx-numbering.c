/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The numbers and bullets that Word puts before paragraphs itself.
 *
 * How it works: a paragraph names a numbering and a level in it. A numbering follows a pattern,
 * which says for each level where it begins, how it counts and what stands around: "%1.%2)". All
 * numberings of one pattern go on counting together, unless one begins anew at a level. A level
 * begins anew when one above it was counted. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include "geoat-docx-numbering.h"

#include <string.h>

#include "geoat-part-reader.h"
#include "geoat-symbols.h"

#define N_LEVELS 9
#define MAX_IDS 100000

typedef struct
{
  int start;
  char *format; /* "decimal"; NULL: that */
  char *text;   /* "%1."; NULL: that of a list without a pattern */
  char *font;
} Level;

typedef struct
{
  Level levels[N_LEVELS];
  int counts[N_LEVELS]; /* -1: not begun */
} Pattern;

/* A numbering. */
typedef struct
{
  int pattern;          /* its id; -1: none */
  int starts[N_LEVELS]; /* where it begins anew; -1: it goes on */
  gboolean begun[N_LEVELS];
} List;

struct _GeoatDocxNumbering
{
  GHashTable *patterns; /* ids, as pointers → Pattern */
  GHashTable *lists;    /* likewise → List */

  /* while it is read */
  Pattern *pattern;
  List *list;
  int level;
};

static void
pattern_free (gpointer data)
{
  Pattern *pattern = data;

  for (guint i = 0; i < N_LEVELS; i++)
    {
      g_free (pattern->levels[i].format);
      g_free (pattern->levels[i].text);
      g_free (pattern->levels[i].font);
    }
  g_free (pattern);
}

static Pattern *
pattern_new (void)
{
  Pattern *pattern = g_new0 (Pattern, 1);

  for (guint i = 0; i < N_LEVELS; i++)
    {
      pattern->levels[i].start = 1;
      pattern->counts[i] = -1;
    }
  return pattern;
}

static List *
list_new (void)
{
  List *list = g_new0 (List, 1);

  list->pattern = -1;
  for (guint i = 0; i < N_LEVELS; i++)
    list->starts[i] = -1;
  return list;
}

static void
take_level (GeoatDocxNumbering *self, xmlTextReaderPtr xml, const char *name)
{
  Level *level = &self->pattern->levels[self->level];

  if (g_str_equal (name, "start"))
    level->start = geoat_part_get_int (xml, "val", 1);
  else if (g_str_equal (name, "numFmt") && level->format == NULL)
    level->format = geoat_part_get_attribute (xml, "val");
  else if (g_str_equal (name, "lvlText") && level->text == NULL)
    level->text = geoat_part_get_attribute (xml, "val");
  else if (g_str_equal (name, "rFonts") && level->font == NULL)
    level->font = geoat_part_get_attribute (xml, "ascii");
}

static gboolean
numbering_cb (xmlTextReaderPtr xml, const char *name, gboolean begins, gpointer data)
{
  GeoatDocxNumbering *self = data;

  if (g_str_equal (name, "abstractNum") || g_str_equal (name, "num"))
    {
      gboolean is_pattern = *name == 'a';
      int id = geoat_part_get_int (xml, is_pattern ? "abstractNumId" : "numId", -1);

      self->pattern = NULL;
      self->list = NULL;
      self->level = -1;
      if (!begins || id < 0 || id > MAX_IDS)
        return TRUE;
      if (is_pattern)
        g_hash_table_insert (self->patterns, GINT_TO_POINTER (id), self->pattern = pattern_new ());
      else
        g_hash_table_insert (self->lists, GINT_TO_POINTER (id), self->list = list_new ());
    }
  else if (!begins)
    return TRUE;
  else if (g_str_equal (name, "lvl") || g_str_equal (name, "lvlOverride"))
    self->level = CLAMP (geoat_part_get_int (xml, "ilvl", 0), 0, N_LEVELS - 1);
  else if (self->list != NULL && g_str_equal (name, "abstractNumId"))
    self->list->pattern = geoat_part_get_int (xml, "val", -1);
  else if (self->list != NULL && self->level >= 0 && g_str_equal (name, "startOverride"))
    self->list->starts[self->level] = geoat_part_get_int (xml, "val", 1);
  else if (self->pattern != NULL && self->level >= 0)
    take_level (self, xml, name);
  return TRUE;
}

/**
 * geoat_docx_numbering_new:
 * @part: (nullable): the numberings
 * @cancellable: (nullable): to stop it
 *
 * Returns: (transfer full): the numberings, of which nothing is counted yet
 */
GeoatDocxNumbering *
geoat_docx_numbering_new (GBytes *part, GCancellable *cancellable)
{
  GeoatDocxNumbering *self = g_new0 (GeoatDocxNumbering, 1);

  self->patterns = g_hash_table_new_full (NULL, NULL, NULL, pattern_free);
  self->lists = g_hash_table_new_full (NULL, NULL, NULL, g_free);
  if (part != NULL)
    geoat_part_read (part, numbering_cb, NULL, self, cancellable);
  return self;
}

void
geoat_docx_numbering_free (GeoatDocxNumbering *self)
{
  g_hash_table_unref (self->patterns);
  g_hash_table_unref (self->lists);
  g_free (self);
}

static void
append_roman (GString *text, int number, gboolean upper)
{
  static const struct
  {
    int value;
    const char *text;
  } digits[] = {
    { 1000, "m" }, { 900, "cm" }, { 500, "d" }, { 400, "cd" }, { 100, "c" },
    { 90, "xc" },  { 50, "l" },   { 40, "xl" }, { 10, "x" },   { 9, "ix" },
    { 5, "v" },    { 4, "iv" },   { 1, "i" },
  };
  gsize start = text->len;

  number = MIN (number, 3999);
  for (gsize i = 0; i < G_N_ELEMENTS (digits); i++)
    for (; number >= digits[i].value; number -= digits[i].value)
      g_string_append (text, digits[i].text);
  for (gsize i = start; upper && i < text->len; i++)
    text->str[i] = g_ascii_toupper (text->str[i]);
}

/* A number as a level of that format shows it: "27" is "aa" by letters. */
static void
append_number (GString *text, const char *format, int number)
{
  if (format != NULL && g_str_has_suffix (format, "Roman"))
    append_roman (text, number, g_str_has_prefix (format, "upper"));
  else if (format != NULL && g_str_has_suffix (format, "Letter") && number > 0)
    for (int i = 0; i <= MIN ((number - 1) / 26, 8); i++)
      g_string_append_c (text, (char) ((*format == 'u' ? 'A' : 'a') + (number - 1) % 26));
  else if (format != NULL && g_str_equal (format, "decimalZero"))
    g_string_append_printf (text, "%02d", number);
  else if (format == NULL || !g_str_equal (format, "none"))
    g_string_append_printf (text, "%d", number);
}

/* A bullet, which may be of a font of pictures. */
static void
append_bullet (GString *text, const Level *level)
{
  const char *sign = level->text != NULL ? level->text : "";
  gunichar c = g_utf8_get_char (sign);
  const char *found = NULL;

  if (c >= 0xf020 && c <= 0xf0ff)
    found = geoat_symbols_find (level->font, c - 0xf000);
  else if (c >= 0x20 && c <= 0xff && geoat_symbols_is_font (level->font))
    found = geoat_symbols_find (level->font, c);
  else if (c == 'o' && g_strcmp0 (level->font, "Courier New") == 0)
    found = "◦";
  else if (*sign != '\0')
    found = sign;
  if (*sign != '\0')
    g_string_append (text, found != NULL ? found : "•");
}

/* Counts on, and begins the levels below anew. */
static void
count (Pattern *pattern, List *list, int level)
{
  for (int i = 0; i <= level; i++)
    {
      int start = list != NULL && list->starts[i] >= 0 ? list->starts[i] : pattern->levels[i].start;
      gboolean begins = list != NULL && list->starts[i] >= 0 && !list->begun[i];

      if (pattern->counts[i] < 0 || begins)
        pattern->counts[i] = start;
      else if (i == level)
        pattern->counts[i]++;
      if (list != NULL)
        list->begun[i] = TRUE;
    }
  for (int i = level + 1; i < N_LEVELS; i++)
    pattern->counts[i] = -1;
}

/**
 * geoat_docx_numbering_count:
 * @self: the numberings
 * @id: the numbering of a paragraph
 * @level: its level in that
 *
 * Counts a paragraph.
 *
 * Returns: (transfer full) (nullable): what stands before it: "2.1)", "•"; %NULL: nothing
 */
char *
geoat_docx_numbering_count (GeoatDocxNumbering *self, int id, int level)
{
  List *list = g_hash_table_lookup (self->lists, GINT_TO_POINTER (id));
  int pattern_id = list != NULL ? list->pattern : -1 - id;
  Pattern *pattern = g_hash_table_lookup (self->patterns, GINT_TO_POINTER (pattern_id));
  g_autoptr (GString) text = g_string_new (NULL);
  const Level *shown;

  if (id <= 0 || level < 0 || level >= N_LEVELS)
    return NULL;
  /* A list whose numbering is lost is numbered plainly. */
  if (pattern == NULL)
    g_hash_table_insert (self->patterns, GINT_TO_POINTER (pattern_id), pattern = pattern_new ());
  count (pattern, list, level);

  shown = &pattern->levels[level];
  if (shown->format != NULL && g_str_equal (shown->format, "bullet"))
    append_bullet (text, shown);
  else if (shown->text == NULL)
    {
      append_number (text, shown->format, pattern->counts[level]);
      g_string_append_c (text, '.');
    }
  else
    for (const char *at = shown->text; *at != '\0'; at++)
      if (*at == '%' && at[1] >= '1' && at[1] <= '9')
        {
          int other = *++at - '1';

          append_number (text, pattern->levels[other].format, MAX (pattern->counts[other], 0));
        }
      else
        g_string_append_c (text, *at);
  g_strstrip (text->str);
  return *text->str != '\0' ? g_strdup (text->str) : NULL;
}
