/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Levels as people write them: 3, 3.0, 3/5, 3 out of 5, ٣, Ⅲ, ❸, "Level 3", "3 – Moderate", "N/A".
 *
 * How it works: a level is recognised when nothing of the cell remains that could mean something
 * else. Blanks, marks of direction, brackets and points are nothing; a question mark, a plus or an
 * arrow is something, and makes the level doubtful. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include <string.h>

#include "geoat-import-words-private.h"
#include "geoat-normal.h"
#include "geoat-phrases.h"

/* Signs that change what a level says, though they are neither letters nor symbols of Unicode. */
#define TELLING_SIGNS "?!*&@#†‡§"

static const char *const roman[] = { NULL, "i", "ii", "iii", "iv", "v" };

/* A digit of any script, circled ones included; -1: it is none. */
static int
get_digit (gunichar c)
{
  static const struct
  {
    gunichar first;
    int digit;
  } circled[] = { { 0x2776, 1 }, { 0x2780, 1 }, { 0x278a, 1 }, { 0x24f5, 1 }, { 0x2460, 1 } };

  if (c == 0x24ea || c == 0x24ff)
    return 0;
  for (gsize i = 0; i < G_N_ELEMENTS (circled); i++)
    if (c >= circled[i].first && c < circled[i].first + 9)
      return (int) (c - circled[i].first) + circled[i].digit;
  return g_unichar_digit_value (c);
}

/* The text with digits of ASCII, full. */
static char *
write_digits (const char *text)
{
  GString *plain = g_string_new (NULL);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      int digit = get_digit (g_utf8_get_char (text));

      if (digit >= 0)
        g_string_append_c (plain, (char) ('0' + digit));
      else
        g_string_append_unichar (plain, g_utf8_get_char (text));
    }
  return g_string_free (plain, FALSE);
}

/* Whether a text has a sign that says more than a level does: of "3?" or "3 ↑" the second one. */
static gboolean
has_telling_sign (const char *text)
{
  gboolean behind_digit = FALSE; /* the last character stands right behind one */
  gunichar before = 0, last = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      switch (g_unichar_type (c))
        {
        case G_UNICODE_MATH_SYMBOL:
        case G_UNICODE_MODIFIER_SYMBOL:
        case G_UNICODE_OTHER_SYMBOL:
          return TRUE;
        default:
          if (g_utf8_strchr (TELLING_SIGNS, -1, c) != NULL)
            return TRUE;
        }
      if (!g_unichar_isspace (c))
        {
          last = c;
          behind_digit = g_unichar_isdigit (before);
        }
      before = c;
    }
  /* "3-" is less than "3"; a dash that stands apart is nothing. */
  return last == '-' && behind_digit;
}

/* Whether a cell holds an amount, which is no level whatever its number is. */
static gboolean
is_amount (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (*text == '%' || g_utf8_get_char (text) == 0x2030 ||
        g_unichar_type (g_utf8_get_char (text)) == G_UNICODE_CURRENCY_SYMBOL)
      return TRUE;
  return FALSE;
}

/* Whether the digits of a text are those of a number that is written with decimals: 3.0, 3,00, ٣٫٠.
 */
static gboolean
has_decimals (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_utf8_strchr (".,٫·", -1, g_utf8_get_char (text)) != NULL &&
        *g_utf8_next_char (text) == '0')
      return TRUE;
  return FALSE;
}

/* The number that a normalised text begins with; FALSE when it is no level. */
static gboolean
take_number (GeoatImportWords *self,
             const char *text,
             const char *normal,
             GeoatLevel *level,
             gboolean *doubtful)
{
  int digit = normal[0] - '0';
  const char *rest = normal + 1;
  int named;

  if (digit > GEOAT_LEVEL_MAX)
    return FALSE;
  if (g_ascii_isdigit (*rest))
    {
      if (rest[strspn (rest, "0")] != '\0' || !has_decimals (text))
        return FALSE;
      rest = "";
    }
  *level = (GeoatLevel) digit;
  *doubtful =
      *rest != '\0' && (!geoat_import_words_look_up (self->levels, rest, &named) || named != digit);
  return TRUE;
}

/* Whether the words are a level of the five that there are: "3/5", "level 3 out of 5". */
static gboolean
take_share (const char *text, GArray *words, guint from, GeoatLevel *level)
{
  const GeoatNormalWord *first, *last;
  guint n_of;

  if (words->len < from + 2)
    return FALSE;
  first = &g_array_index (words, GeoatNormalWord, from);
  last = &g_array_index (words, GeoatNormalWord, words->len - 1);
  n_of = geoat_phrases_begin (GEOAT_PHRASE_OF, words, from + 1);
  if (from + 2 + n_of != words->len || strlen (first->normal) != 1 ||
      !g_str_equal (last->normal, "5") || !g_ascii_isdigit (first->normal[0]) ||
      first->normal[0] > '5')
    return FALSE;
  if (n_of == 0)
    {
      const char *sign = first->end + strspn (first->end, " ");

      if (*sign != '/' || sign + 1 + strspn (sign + 1, " ") != last->begin)
        return FALSE;
    }
  *level = (GeoatLevel) (first->normal[0] - '0');
  return TRUE;
}

/* Whether a normalised text is a name with its number behind it. */
static gboolean
ends_in_number (GeoatImportWords *self, const char *normal, int *named)
{
  gsize length = strlen (normal) - 1;
  g_autofree char *name = g_strndup (normal, length);

  return g_ascii_isdigit (normal[length]) &&
         geoat_import_words_look_up (self->levels, name, named) &&
         g_ascii_digit_value (normal[length]) == *named;
}

/* A name of a level, or a Roman number; *@doubtful: it may be a letter. */
static gboolean
take_name (GeoatImportWords *self,
           const char *text,
           const char *normal,
           GeoatLevel *level,
           gboolean *doubtful)
{
  int named;

  for (int i = 1; i <= GEOAT_LEVEL_MAX; i++)
    if (g_str_equal (normal, roman[i]))
      {
        *level = (GeoatLevel) i;
        *doubtful = g_ascii_isalpha (text[strspn (text, " \t\n(")]);
        return TRUE;
      }
  /* "N/A Not applicable" */
  if (!geoat_import_words_look_up (self->levels, normal, &named) &&
      !ends_in_number (self, normal, &named) &&
      !(g_str_has_prefix (normal, "na") &&
        geoat_import_words_look_up (self->levels, normal + 2, &named) &&
        named == GEOAT_LEVEL_NOT_APPLICABLE))
    return FALSE;
  *level = (GeoatLevel) named;
  return TRUE;
}

/**
 * geoat_import_words_find_level:
 * @self: the words
 * @text: what stands in the cell: a number, a name, both, or nothing
 * @level: (out): the level
 * @doubtful: (out): number and name do not agree, or something else stands beside the number: the
 *   number counts
 *
 * Returns: whether it can be told
 */
gboolean
geoat_import_words_find_level (GeoatImportWords *self,
                               const char *text,
                               GeoatLevel *level,
                               gboolean *doubtful)
{
  g_autofree char *plain = NULL;
  g_autofree char *normal = NULL;
  g_autoptr (GArray) words = NULL;
  const char *number;
  guint n_prefix;
  gboolean found;

  *doubtful = FALSE;
  *level = GEOAT_LEVEL_NOT_ASSESSED;
  if (text[0] == '\0')
    return TRUE;
  if (text[0] >= '0' && text[0] <= '0' + GEOAT_LEVEL_MAX && text[1] == '\0')
    {
      *level = (GeoatLevel) (text[0] - '0');
      return TRUE;
    }
  /* "#N/A" is what a formula says that finds nothing. */
  if (!geoat_normal_is_short (text) || (text[0] == '-' && g_ascii_isdigit (text[1])) ||
      text[0] == '#' || is_amount (text))
    return FALSE;

  plain = write_digits (text);
  normal = geoat_normal_new (plain);
  if (*normal == '\0') /* a dash says the same as nothing */
    return !has_telling_sign (text);
  words = geoat_normal_split (plain);
  n_prefix = geoat_phrases_begin (GEOAT_PHRASE_LEVEL, words, 0);
  if (n_prefix < words->len && take_share (plain, words, n_prefix, level))
    found = TRUE;
  else
    {
      number = normal;
      for (guint i = 0; i < n_prefix && n_prefix < words->len; i++)
        number += strlen (g_array_index (words, GeoatNormalWord, i).normal);
      found = g_ascii_isdigit (*number) ? take_number (self, plain, number, level, doubtful)
                                        : take_name (self, text, number, level, doubtful);
    }
  *doubtful = *doubtful || (found && has_telling_sign (plain));
  return found;
}

/* How many bytes of a sign that may stand between a level and its reason are at @at; 0: none. A
 * hyphen is one only beside a blank. */
static gsize
get_separator (const char *text, const char *at)
{
  gunichar c = g_utf8_get_char (at);

  if (c == '-' && !(at > text && g_ascii_isspace (at[-1])) && !g_ascii_isspace (at[1]))
    return 0;
  return c < 0x80 ? strchr ("-:;,(\n", (int) c) != NULL : 3 * (c == 0x2013 || c == 0x2014);
}

/* Whether a text can be the reason of a level: it says something, and is neither a level nor a
 * number. */
static gboolean
is_reason (GeoatImportWords *self, const char *text)
{
  g_autofree char *normal = geoat_normal_new (text);
  int named;

  return *normal != '\0' && !g_unichar_isdigit (g_utf8_get_char (normal)) &&
         !geoat_import_words_look_up (self->levels, normal, &named);
}

/**
 * geoat_import_words_find_reason:
 * @self: the words
 * @text: what stands in the cell of a level: "N/A – we have no ports", "3 (since May)"
 * @level: (out): the level
 *
 * Looks for a level with a reason behind it. Of "2 – Beginning implementation: new" all that says
 * the level belongs to it.
 *
 * Returns: (transfer full) (nullable): the reason; %NULL, and @level is not set: it is not that
 */
char *
geoat_import_words_find_reason (GeoatImportWords *self, const char *text, GeoatLevel *level)
{
  g_autofree char *reason = NULL;

  for (const char *at = text; *at != '\0' && at - text <= GEOAT_NORMAL_MAX;
       at = g_utf8_next_char (at))
    {
      gsize length = get_separator (text, at);
      g_autofree char *head = g_strndup (text, length > 0 ? (gsize) (at - text) : 0);
      GeoatLevel found;
      gboolean doubtful;

      if (length == 0 || !geoat_import_words_find_level (self, head, &found, &doubtful) ||
          doubtful || found == GEOAT_LEVEL_NOT_ASSESSED || !is_reason (self, at + length))
        continue;
      *level = found;
      g_free (reason);
      reason = g_strstrip (g_strdup (at + length));
      if (*at == '(' && g_str_has_suffix (reason, ")"))
        reason[strlen (reason) - 1] = '\0';
    }
  return g_steal_pointer (&reason);
}
