/* SPDX-License-Identifier: GPL-3.0-or-later */

/* In which encoding a text without a mark is written.
 *
 * How it works: what is valid UTF-8 is UTF-8, and zeros between letters are halves of UTF-16. Of
 * all else libuchardet knows the scripts well: Arabic, Cyrillic, Greek, East Asian ones. Latin
 * letters it confuses in short texts, so the encodings that Excel writes them in are compared here:
 * each reads the bytes, and the one that makes the fewest signs stand where letters belong, and the
 * fewest capitals within words, is meant. Of equals Windows-1252 is. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-text-encoding.h"

#include <string.h>
#include <uchardet/uchardet.h>

#define MAX_LOOKED_AT ((gsize) 1 << 18) /* bytes that are enough to tell */

/* What libuchardet says of Latin letters, and what is meant: Windows has more signs than ISO. */
static const struct
{
  const char *guess;
  const char *encoding;
} latin[] = {
  { "ISO-8859-1", "WINDOWS-1252" },   { "ISO-8859-15", "WINDOWS-1252" },
  { "WINDOWS-1252", "WINDOWS-1252" }, { "ISO-8859-2", "ISO-8859-2" },
  { "ISO-8859-16", "ISO-8859-16" },   { "WINDOWS-1250", "WINDOWS-1250" },
  { "ISO-8859-3", "ISO-8859-3" },     { "ISO-8859-4", "ISO-8859-4" },
  { "ISO-8859-9", "WINDOWS-1254" },   { "WINDOWS-1254", "WINDOWS-1254" },
  { "ISO-8859-10", "ISO-8859-10" },   { "ISO-8859-13", "WINDOWS-1257" },
  { "WINDOWS-1257", "WINDOWS-1257" }, { "IBM852", "IBM852" },
  { "WINDOWS-1258", "WINDOWS-1258" }, { "MAC-CENTRALEUROPE", "MAC-CENTRALEUROPE" },
  { "ISO-8859-11", "CP874" },         { "", "WINDOWS-1252" },
};

/* Letters and signs that people write often in the languages of Latin letters: first those of the
 * most of them. */
static const char western[] = "àâäáãåæçèéêëìíîïñòóôöõøœùúûüÿß“”‘’„«»–—…•€°ºª§¿¡";
static const char eastern[] = "ąćęłńśźżčďěňřšťůýžőűășțşţđğıāēģīķļņū";

static int
judge_character (gunichar c, gunichar before)
{
  if (g_unichar_iscntrl (c) || c == 0xfffd)
    return -5;
  if (g_unichar_isupper (c) && g_unichar_islower (before))
    return -3;
  if (g_utf8_strchr (western, -1, c) != NULL)
    return 3;
  if (g_utf8_strchr (eastern, -1, c) != NULL)
    return 2;
  if (g_unichar_isupper (c))
    return g_utf8_strchr (western, -1, g_unichar_tolower (c)) != NULL ? 2 : 1;
  return g_unichar_isalpha (c) ? 0 : g_unichar_isalpha (before) ? -2 : -1;
}

/* How well the bytes read in an encoding; more is better. */
static int
judge (const char *text, gsize length, const char *encoding)
{
  g_autofree char *decoded = g_convert_with_fallback (text, (gssize) length, "UTF-8", encoding,
                                                      "\xef\xbf\xbd", NULL, NULL, NULL);
  gunichar before = 0;
  int sum = 0;

  if (decoded == NULL)
    return G_MININT;
  for (const char *at = decoded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c >= 0x80)
        sum += judge_character (c, before);
      before = c;
    }
  return sum;
}

/* The encoding of Latin letters that reads best. */
static const char *
choose_latin (const char *text, gsize length, const char *guess)
{
  const char *const candidates[] = { "WINDOWS-1252", "MACINTOSH", "IBM850", guess };
  const char *best = candidates[0];
  int most = G_MININT;

  for (gsize i = 0; i < G_N_ELEMENTS (candidates); i++)
    {
      int sum = judge (text, length, candidates[i]);

      if (sum > most)
        {
          most = sum;
          best = candidates[i];
        }
    }
  return best;
}

static const char *
guess_eight_bits (const char *text, gsize length)
{
  gsize n = MIN (length, MAX_LOOKED_AT);
  uchardet_t detector = uchardet_new ();
  g_autofree char *guess = NULL;

  if (uchardet_handle_data (detector, text, n) == 0)
    uchardet_data_end (detector);
  guess = g_strdup (uchardet_get_charset (detector));
  uchardet_delete (detector);
  for (gsize i = 0; i < G_N_ELEMENTS (latin); i++)
    if (g_str_equal (guess, latin[i].guess))
      return choose_latin (text, n, latin[i].encoding);
  /* It finds no fault with text in ASCII, which this cannot be. */
  return g_str_equal (guess, "ASCII") || g_str_equal (guess, "UTF-8")
             ? choose_latin (text, n, "WINDOWS-1252")
             : g_intern_string (guess);
}

/**
 * geoat_text_guess_encoding:
 * @text: the bytes of a text without a byte order mark
 * @length: how many they are
 *
 * Returns: (transfer none): the name of the encoding that it most probably is written in
 */
const char *
geoat_text_guess_encoding (const char *text, gsize length)
{
  if (length >= 4 && length % 2 == 0 && text[0] != '\0' && text[1] == '\0')
    return "UTF-16LE";
  if (length >= 4 && length % 2 == 0 && text[0] == '\0' && text[1] != '\0')
    return "UTF-16BE";
  return g_utf8_validate_len (text, length, NULL) ? "UTF-8" : guess_eight_bits (text, length);
}

/**
 * geoat_text_find_encoding:
 * @name: what somebody calls an encoding: "windows-1256", "cp1256", "Mac Roman"
 *
 * Returns: (transfer full) (nullable): its name for iconv; %NULL: it is not known here
 */
char *
geoat_text_find_encoding (const char *name)
{
  g_autofree char *bare = g_ascii_strup (name, -1);
  GIConv converter;

  g_strdelimit (bare, " _", '-');
  if (g_str_equal (bare, "MAC-ROMAN") || g_str_equal (bare, "MACROMAN"))
    return g_strdup ("MACINTOSH");
  converter = g_iconv_open ("UTF-8", bare);
  if (converter == (GIConv) -1)
    return NULL;
  g_iconv_close (converter);
  return g_steal_pointer (&bare);
}
