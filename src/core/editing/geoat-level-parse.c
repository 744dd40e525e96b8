/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A level as people write it into a cell.
 *
 * How it works: the text is folded (geoat-fold.c), and all that is no letter and no digit becomes
 * one space: "2 – Beginning" is then "2 beginning". Where there is a digit, the words behind it
 * must be the beginning of that level's name, for "2 of 5" or "3 moderate to 4" is no level. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-level-parse.h"

#include <string.h>

#include "geoat-fold.h"

static char *
simplify (const char *text)
{
  g_autofree char *folded = geoat_fold_text (text);
  GString *simple = g_string_new (NULL);
  gboolean is_gap = FALSE;

  for (const char *p = folded; *p != '\0'; p = g_utf8_next_char (p))
    {
      gunichar c = g_utf8_get_char (p);

      if (!g_unichar_isalnum (c))
        {
          is_gap = simple->len > 0;
          continue;
        }
      if (is_gap)
        g_string_append_c (simple, ' ');
      is_gap = FALSE;
      g_string_append_unichar (simple, c);
    }
  return g_string_free (simple, FALSE);
}

/* Whole words. */
static gboolean
begins_with (const char *text, const char *words)
{
  gsize length = strlen (words);

  return g_str_has_prefix (text, words) && (text[length] == '\0' || text[length] == ' ');
}

/* "none", the short name of level 0, may as well mean that there is no rating: it says nothing
 * without the digit. */
static gboolean
has_name (GeoatFramework *framework,
          const char *language,
          GeoatLevel level,
          const char *text,
          gboolean behind_digit)
{
  g_autofree char *name = simplify (geoat_framework_get_level_name (framework, level, language));
  g_autofree char *short_name =
      simplify (geoat_framework_get_level_short (framework, level, language));

  if (g_str_equal (text, name))
    return TRUE;
  if (behind_digit)
    return begins_with (name, text) || g_str_equal (text, short_name);
  return level != GEOAT_LEVEL_0 && g_str_equal (text, short_name);
}

static gboolean
is_named (GeoatFramework *framework,
          const char *language,
          GeoatLevel level,
          const char *text,
          gboolean behind_digit)
{
  return has_name (framework, NULL, level, text, behind_digit) ||
         (language != NULL && has_name (framework, language, level, text, behind_digit));
}

/**
 * geoat_level_parse:
 * @framework: the framework, for the names of its levels
 * @language: (nullable): a BCP 47 tag; %NULL: English names only
 * @text: what stands in a cell, valid UTF-8
 * @level: (out): the level; untouched when there is none
 *
 * Reads "3", "3.0", "N/A", "n.a.", "Moderate implementation", "3 Moderate implementation", "3 –
 * moderate", digits of any script, in English and @language. An empty text is
 * %GEOAT_LEVEL_NOT_ASSESSED.
 *
 * Returns: %FALSE when it is no level
 */
gboolean
geoat_level_parse (GeoatFramework *framework,
                   const char *language,
                   const char *text,
                   GeoatLevel *level)
{
  g_autofree char *simple = NULL;
  g_autofree char *stripped = NULL;

  g_return_val_if_fail (GEOAT_IS_FRAMEWORK (framework), FALSE);
  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (level != NULL, FALSE);

  stripped = g_strstrip (g_strdup (text));
  if (*stripped == '#') /* "#N/A" is what a formula says that finds nothing */
    return FALSE;

  simple = simplify (stripped);
  if (*stripped == '\0')
    {
      *level = GEOAT_LEVEL_NOT_ASSESSED;
      return TRUE;
    }

  if (g_strv_contains ((const char *const[]){ "n a", "na", "n", NULL }, simple))
    {
      *level = GEOAT_LEVEL_NOT_APPLICABLE;
      return TRUE;
    }

  if (*simple >= '0' && *simple <= '0' + GEOAT_LEVEL_MAX)
    {
      GeoatLevel digit = (GeoatLevel) (*simple - '0');
      const char *rest = simple + 1;

      if (!g_ascii_isdigit (*rest) && *stripped != '-' &&
          (*rest == '\0' || g_str_equal (rest, " 0") || g_str_equal (rest, " 00") ||
           (*rest == ' ' && is_named (framework, language, digit, rest + 1, TRUE))))
        {
          *level = digit;
          return TRUE;
        }
      return FALSE;
    }

  for (int i = GEOAT_LEVEL_NOT_APPLICABLE; i <= GEOAT_LEVEL_MAX; i++)
    if (is_named (framework, language, (GeoatLevel) i, simple, FALSE))
      {
        *level = (GeoatLevel) i;
        return TRUE;
      }

  return FALSE;
}
