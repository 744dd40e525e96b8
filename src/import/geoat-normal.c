/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What remains of a text for comparing words: its letters and digits, without case and accents. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-normal.h"

/* A letter that others write as two: "oeuvre" is what a keyboard without "œ" makes of it. Arabic
 * words may be drawn out by a sign that is none of their letters. */
static void
append_letter (GString *normal, gunichar c)
{
  if (c == 0x153)
    g_string_append (normal, "oe");
  else if (c == 0xe6)
    g_string_append (normal, "ae");
  else if (c != 0x640)
    g_string_append_unichar (normal, c);
}

/**
 * geoat_normal_new:
 * @text: a text, UTF-8
 *
 * Returns: (transfer full): what is compared of it
 */
char *
geoat_normal_new (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = decomposed ? g_utf8_casefold (decomposed, -1) : g_strdup ("");
  GString *normal = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        append_letter (normal, c);
    }
  return g_string_free (normal, FALSE);
}

/**
 * geoat_normal_is_short:
 * @text: a text, UTF-8
 *
 * Returns: whether it is as short as a heading can be: nothing that is longer is looked at
 */
gboolean
geoat_normal_is_short (const char *text)
{
  guint n = 0;

  for (; *text != '\0' && n <= GEOAT_NORMAL_MAX; text = g_utf8_next_char (text))
    n++;
  return n <= GEOAT_NORMAL_MAX;
}

static gboolean
is_of_word (gunichar c)
{
  return g_unichar_isalnum (c) || g_unichar_ismark (c) || c == 0x640 || c == 0xad;
}

/* Whether a number begins behind letters: "Level2" and "KE1A" are two words. */
static gboolean
is_seam (const char *begin, const char *at)
{
  return at > begin && g_unichar_isdigit (g_utf8_get_char (at)) &&
         g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (at)));
}

static void
word_clear (GeoatNormalWord *word)
{
  g_free (word->normal);
}

/**
 * geoat_normal_split:
 * @text: a text, UTF-8
 *
 * Returns: (transfer full): its words, as many as stand in its first %GEOAT_NORMAL_MAX characters
 */
GArray *
geoat_normal_split (const char *text)
{
  GArray *words = g_array_new (FALSE, FALSE, sizeof (GeoatNormalWord));
  guint n = 0;

  g_array_set_clear_func (words, (GDestroyNotify) word_clear);
  while (*text != '\0' && n < GEOAT_NORMAL_MAX)
    {
      GeoatNormalWord word = { NULL, text, text };
      g_autofree char *raw = NULL;

      for (; is_of_word (g_utf8_get_char (word.end)) && !is_seam (text, word.end);
           word.end = g_utf8_next_char (word.end))
        n++;
      if (word.end == text)
        {
          text = g_utf8_next_char (text);
          n++;
          continue;
        }
      raw = g_strndup (text, (gsize) (word.end - text));
      word.normal = geoat_normal_new (raw);
      text = word.end;
      if (*word.normal != '\0')
        g_array_append_val (words, word);
      else
        word_clear (&word);
    }
  return words;
}
