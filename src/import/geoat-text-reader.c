/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Text as others write it: in UTF-8 or UTF-16, with or without a byte order mark, or else in the
 * encoding that it seems to be written in, or that somebody names. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-text-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-error.h"
#include "geoat-sheet.h"
#include "geoat-text-encoding.h"

#define MAX_LENGTH ((gsize) 128 << 20) /* bytes of a file; its tables may not take more either */

/**
 * geoat_text_decode:
 * @bytes: the content of a file
 * @length: (out): how many bytes the text has
 * @guess: (out) (transfer none) (nullable): the encoding that it was taken to be in; %NULL when
 *   there was no doubt
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the text in UTF-8 without a byte order mark; %NULL with
 *   %GEOAT_ERROR_INVALID when it is no text, %GEOAT_ERROR_TOO_LARGE when it is too long
 */
char *
geoat_text_decode (GBytes *bytes, gsize *length, const char **guess, GError **error)
{
  static const struct
  {
    const char *mark;
    gsize length;
    const char *charset;
  } marks[] = {
    { "\xef\xbb\xbf", 3, "UTF-8" },
    { "\xff\xfe", 2, "UTF-16LE" },
    { "\xfe\xff", 2, "UTF-16BE" },
  };
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);
  const char *text = data != NULL ? data : "";
  const char *charset = NULL;
  g_autofree char *decoded = NULL;

  *guess = NULL;
  if (n > MAX_LENGTH)
    {
      g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_TOO_LARGE,
                           _ ("it is larger than 128 MiB"));
      return NULL;
    }
  for (gsize i = 0; i < G_N_ELEMENTS (marks); i++)
    if (n >= marks[i].length && memcmp (text, marks[i].mark, marks[i].length) == 0)
      {
        text += marks[i].length;
        n -= marks[i].length;
        charset = marks[i].charset;
        break;
      }

  if (charset == NULL)
    {
      charset = geoat_text_guess_encoding (text, n);
      *guess = g_str_has_prefix (charset, "UTF-") ? NULL : charset;
    }
  decoded = g_convert_with_fallback (text, (gssize) n, "UTF-8", charset, "\xef\xbf\xbd", NULL,
                                     length, NULL);
  if (decoded == NULL)
    {
      g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID, _ ("this is not text in %s"), charset);
      return NULL;
    }
  if (memchr (decoded, '\0', *length) != NULL)
    {
      g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID, _ ("this is not a text file"));
      return NULL;
    }
  return g_steal_pointer (&decoded);
}

/**
 * geoat_text_convert:
 * @bytes: the content of a file
 * @encoding: the encoding that it is written in, see geoat_text_find_encoding()
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the same text in UTF-8; %NULL with %GEOAT_ERROR_INVALID when it is not
 *   written in that encoding
 */
GBytes *
geoat_text_convert (GBytes *bytes, const char *encoding, GError **error)
{
  gsize n;
  const char *data = g_bytes_get_data (bytes, &n);
  gsize length;
  char *text =
      g_convert (data != NULL ? data : "", (gssize) n, "UTF-8", encoding, NULL, &length, NULL);

  if (text == NULL)
    {
      g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID, _ ("this is not text in %s"), encoding);
      return NULL;
    }
  return g_bytes_new_take (text, length);
}

/**
 * geoat_text_read:
 * @bytes: the content of a file
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Returns: (transfer full): an array of one #GeoatSheet, a row of one cell for each line; %NULL
 *   when this is no text, or too much of it, or when it was stopped
 */
GPtrArray *
geoat_text_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  gsize length;
  const char *guess;
  g_autofree char *decoded = geoat_text_decode (bytes, &length, &guess, error);
  g_autofree char *text = decoded ? g_utf8_make_valid (decoded, (gssize) length) : NULL;
  gsize size = 0;
  GeoatSheet *sheet;
  GPtrArray *sheets;

  if (text == NULL)
    return NULL;

  sheet = geoat_sheet_new_from_lines (text, &size, cancellable, error);
  if (sheet == NULL)
    return NULL;
  sheet->encoding = guess;
  sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_sheet_free);
  g_ptr_array_add (sheets, sheet);
  return sheets;
}

/**
 * geoat_text_is_name:
 * @name: the name of a file
 *
 * Returns: whether it is that of a file of plain text, by what it ends in
 */
gboolean
geoat_text_is_name (const char *name)
{
  const char *ending = strrchr (name, '.');

  return ending != NULL && g_ascii_strcasecmp (ending, ".txt") == 0;
}
