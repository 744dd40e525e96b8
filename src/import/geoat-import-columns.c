/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a heading says that its column holds.
 *
 * How it works: first the whole heading is looked for, then what is left of it without its number
 * and what stands in brackets, then each of its parts: the other language, the lines below it, and
 * the words that it begins with. What is left over must be the scale or a number, else it is told.
 * When none of these is a heading that we know, it may be one with mistakes in it, or have words
 * that only one of the columns has: that is a guess. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include <string.h>

#include "geoat-import-words-private.h"
#include "geoat-normal.h"
#include "geoat-phrases.h"
#include "geoat-wording.h"

#define NEAR_HEADING 0.78 /* how near a heading must be to one that we know */
#define SHORTEST_NEAR 6   /* letters of a heading in which mistakes can be told from other words */
#define MAX_HINTING_WORDS 14

/* What may stand before the number of a column, as it is compared. */
static const char *const column_words[] = { "col", "column", "colonne", "columna", "coluna", NULL };

/* Behind the number of a heading: "3. Level", "III) Level", "Col. 3 – Level", "[4] Level". */
static const char *
skip_number (const char *heading)
{
  g_autoptr (GArray) words = geoat_normal_split (heading);
  const GeoatNormalWord *word;
  const char *end;
  guint at = 0;

  if (words->len > 1 &&
      g_strv_contains (column_words, g_array_index (words, GeoatNormalWord, 0).normal))
    at = 1;
  if (words->len < at + 2)
    return heading;
  word = &g_array_index (words, GeoatNormalWord, at);
  if (strspn (word->normal, "0123456789") != strlen (word->normal) &&
      strspn (word->normal, "ivx") != strlen (word->normal) && strlen (word->normal) != 1)
    return heading;
  if (strlen (word->normal) > 4 || (g_ascii_isdigit (word->normal[0]) && strlen (word->normal) > 2))
    return heading;
  end = g_array_index (words, GeoatNormalWord, at + 1).begin;
  /* A letter or a Roman number is one only with a sign behind it. */
  if (at == 0 && !g_ascii_isdigit (word->normal[0]) &&
      !g_unichar_ispunct (g_utf8_get_char (word->end)))
    return heading;
  return end;
}

/* The heading without its number and without brackets, full; @left: what stood in those. A year
 * counts: of two columns with a level only one can be meant. */
static char *
strip_heading (const char *heading, GString *left)
{
  GString *bare = g_string_new (NULL);

  for (const char *at = skip_number (heading); *at != '\0'; at++)
    {
      const char *end = *at == '(' ? strchr (at, ')') : *at == '[' ? strchr (at, ']') : NULL;
      gboolean is_year = FALSE;

      for (const char *digit = at; end != NULL && digit < end; digit++)
        is_year = is_year || strspn (digit, "0123456789") >= 4;
      if (end != NULL && !is_year)
        {
          g_string_append_len (left, at, end + 1 - at);
          g_string_append_c (left, ' ');
          at = end;
        }
      else
        g_string_append_c (bare, *at);
    }
  return g_string_free (bare, FALSE);
}

/* Whether a text is nothing but numbers and the words of the levels: the scale. */
static gboolean
is_scale (GeoatImportWords *self, const char *text)
{
  g_autoptr (GArray) words = geoat_normal_split (text);

  for (guint i = 0; i < words->len; i++)
    {
      const char *normal = g_array_index (words, GeoatNormalWord, i).normal;

      if (strspn (normal, "0123456789") != strlen (normal) &&
          !g_hash_table_contains (self->level_words, normal) &&
          geoat_phrases_begin (GEOAT_PHRASE_SCALE, words, i) == 0)
        return FALSE;
    }
  return geoat_normal_is_short (text);
}

/* A column by a normalised heading, in people's own words too when @own. */
static gboolean
look_up (GeoatImportWords *self, const char *normal, gboolean own, int *kind)
{
  return geoat_import_words_look_up (self->columns, normal, kind) ||
         (own && geoat_import_words_look_up (self->own_columns, normal, kind));
}

static GeoatSourceColumn
find_whole (GeoatImportWords *self, const char *heading, gboolean own)
{
  g_autofree char *normal = geoat_normal_new (heading);
  int kind = GEOAT_SOURCE_COLUMN_OTHER;

  look_up (self, normal, own, &kind);
  return (GeoatSourceColumn) kind;
}

/* A column by its bare heading. What remains of it must be the scale for it to be whole. */
static GeoatSourceColumn
find_bare (GeoatImportWords *self, const char *heading, gboolean own, GeoatHeadingMatch *match)
{
  g_autoptr (GString) left = g_string_new (NULL);
  g_autofree char *bare = strip_heading (heading, left);

  *match = is_scale (self, left->str) ? GEOAT_HEADING_WHOLE : GEOAT_HEADING_PARTLY;
  return find_whole (self, bare, own);
}

/* Where a part of a heading ends: at a line's end, or at a sign between the two languages. */
static const char *
find_part_end (const char *at)
{
  for (; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (strchr ("\n|/:;", *at) != NULL || c == 0x2013 || c == 0x2014 ||
          (c == '-' && at[1] == ' '))
        break;
    }
  return at;
}

/* A column by one of the parts of its heading. */
static GeoatSourceColumn
find_part (GeoatImportWords *self, const char *heading, GeoatHeadingMatch *match)
{
  GeoatSourceColumn found = GEOAT_SOURCE_COLUMN_OTHER;

  *match = GEOAT_HEADING_WHOLE;
  for (const char *at = heading; *at != '\0';)
    {
      const char *end = find_part_end (at);
      g_autofree char *part = g_strndup (at, (gsize) (end - at));
      GeoatHeadingMatch of_part;
      GeoatSourceColumn kind = find_bare (self, part, TRUE, &of_part);

      if (kind != GEOAT_SOURCE_COLUMN_OTHER && found == GEOAT_SOURCE_COLUMN_OTHER)
        found = kind;
      if (kind == GEOAT_SOURCE_COLUMN_OTHER ? !is_scale (self, part)
                                            : kind != found || of_part != GEOAT_HEADING_WHOLE)
        *match = GEOAT_HEADING_PARTLY;
      at = *end != '\0' ? g_utf8_next_char (end) : end;
    }
  return found;
}

/* A column by the words that its heading begins with: at least two, so that "Level of women" is
 * none. */
static GeoatSourceColumn
find_beginning (GeoatImportWords *self, const char *heading, GeoatHeadingMatch *match)
{
  const char *text = skip_number (heading);
  g_autoptr (GArray) words = geoat_normal_split (text);
  g_autoptr (GString) joined = g_string_new (NULL);
  GeoatSourceColumn found = GEOAT_SOURCE_COLUMN_OTHER;

  for (guint i = 0; i < words->len; i++)
    {
      const GeoatNormalWord *word = &g_array_index (words, GeoatNormalWord, i);
      int kind;

      g_string_append (joined, word->normal);
      if (i == 0 || !look_up (self, joined->str, TRUE, &kind))
        continue;
      found = (GeoatSourceColumn) kind;
      *match = is_scale (self, word->end) ? GEOAT_HEADING_WHOLE : GEOAT_HEADING_PARTLY;
    }
  return found;
}

/* The column of the heading that is nearest. */
static GeoatSourceColumn
find_near (GeoatImportWords *self, const char *heading)
{
  g_autoptr (GString) left = g_string_new (NULL);
  g_autofree char *bare = strip_heading (heading, left);
  g_autofree char *normal = geoat_normal_new (bare);
  g_autoptr (GeoatWording) wording = geoat_wording_new (normal);
  GeoatSourceColumn nearest = GEOAT_SOURCE_COLUMN_OTHER;
  double best = NEAR_HEADING;

  if (g_utf8_strlen (normal, -1) < SHORTEST_NEAR)
    return nearest;
  for (guint i = 0; i < self->column_wordings->len; i++)
    {
      double near =
          geoat_wording_compare (wording, g_ptr_array_index (self->column_wordings, i), best);

      if (near >= best)
        {
          best = near;
          nearest = g_array_index (self->column_kinds, GeoatSourceColumn, i);
        }
    }
  return nearest;
}

/* The column at whose words a heading hints most; the word for the indicator counts half, since
 * targets have indicators too. */
static GeoatSourceColumn
find_hinted (const char *heading)
{
  g_autoptr (GArray) words = geoat_normal_split (heading);
  guint counts[GEOAT_N_SOURCE_COLUMNS] = { 0 };
  guint best = GEOAT_SOURCE_COLUMN_OTHER;
  gboolean tie = FALSE;

  if (words->len > MAX_HINTING_WORDS)
    return GEOAT_SOURCE_COLUMN_OTHER;
  for (guint i = 0; i < words->len; i++)
    {
      GeoatSourceColumn hint =
          geoat_phrases_find_hint (g_array_index (words, GeoatNormalWord, i).normal);

      counts[hint] += hint == GEOAT_FIELD_INDICATOR ? 1 : 2;
    }
  counts[GEOAT_SOURCE_COLUMN_OTHER] = 0;
  for (guint i = GEOAT_SOURCE_COLUMN_OTHER + 1; i < GEOAT_N_SOURCE_COLUMNS; i++)
    if (counts[i] > counts[best])
      {
        best = i;
        tie = FALSE;
      }
    else
      tie = tie || (counts[i] > 0 && counts[i] == counts[best]);
  return tie ? GEOAT_SOURCE_COLUMN_OTHER : (GeoatSourceColumn) best;
}

/**
 * geoat_import_words_read_heading:
 * @self: the words
 * @heading: the heading of a column
 * @thorough: its parts count too, and it may be guessed
 * @match: (out): how sure that is
 *
 * Returns: what the column holds
 */
GeoatSourceColumn
geoat_import_words_read_heading (GeoatImportWords *self,
                                 const char *heading,
                                 gboolean thorough,
                                 GeoatHeadingMatch *match)
{
  g_autofree char *start =
      geoat_normal_is_short (heading) ? NULL : g_utf8_substring (heading, 0, GEOAT_NORMAL_MAX);
  const char *text = start != NULL ? start : heading;
  GeoatSourceColumn kind = find_whole (self, text, thorough);

  *match = GEOAT_HEADING_WHOLE;
  if (kind == GEOAT_SOURCE_COLUMN_OTHER &&
      (thorough || strpbrk (text, "([") != NULL || g_ascii_isdigit (text[strspn (text, " ")])))
    kind = find_bare (self, text, thorough, match);
  if (thorough && kind == GEOAT_SOURCE_COLUMN_OTHER)
    kind = find_part (self, text, match);
  if (thorough && kind == GEOAT_SOURCE_COLUMN_OTHER)
    kind = find_beginning (self, text, match);
  if (kind != GEOAT_SOURCE_COLUMN_OTHER)
    {
      if (start != NULL && !is_scale (self, heading + strlen (start)))
        *match = GEOAT_HEADING_PARTLY;
      return kind;
    }
  *match = GEOAT_HEADING_GUESSED;
  if (thorough)
    kind = find_near (self, text);
  if (thorough && kind == GEOAT_SOURCE_COLUMN_OTHER)
    kind = find_hinted (text);
  if (kind == GEOAT_SOURCE_COLUMN_OTHER)
    *match = GEOAT_HEADING_NONE;
  return kind;
}
