/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Texts as people look for them: without case and accents, in every language.
 *
 * How it works: each character is taken apart (compatibility decomposition), marks with a combining
 * class are left away (accents, Hebrew points, Arabic harakat), and so are characters without a
 * width (tatweel, soft hyphen, joiners, direction marks, variation selectors); the rest goes to
 * lower case. A table adds what Unicode does not take apart but people do: ø and o, ß and ss, the
 * forms of yeh and kaf, digits of every script, quotes and dashes. Line breaks and tabs are spaces.
 *
 * One character never depends on its neighbours, so what each becomes is worked out once and kept
 * in a table, which any thread may use. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-fold.h"

#include <string.h>

#define N_PAGES 0x1100 /* of 256 characters */

static const char **pages[N_PAGES];

typedef struct
{
  gunichar from;
  const char *to;
} Replacement;

/* In the order of the characters; applied after lower case. */
static const Replacement replacements[] = {
  { 0x00ab, "\"" },     /* « */
  { 0x00bb, "\"" },     /* » */
  { 0x00df, "ss" },     /* ß */
  { 0x00e6, "ae" },     /* æ */
  { 0x00f0, "d" },      /* ð */
  { 0x00f8, "o" },      /* ø */
  { 0x0111, "d" },      /* đ */
  { 0x0127, "h" },      /* ħ */
  { 0x0131, "i" },      /* ı */
  { 0x0142, "l" },      /* ł */
  { 0x0153, "oe" },     /* œ */
  { 0x0167, "t" },      /* ŧ */
  { 0x02bc, "'" },      /* letter apostrophe */
  { 0x03c2, "\u03c3" }, /* final sigma */
  { 0x0629, "\u0647" }, /* teh marbuta: heh */
  { 0x0640, "" },       /* tatweel */
  { 0x0649, "\u064a" }, /* alef maksura: yeh */
  { 0x0671, "\u0627" }, /* alef wasla: alef */
  { 0x06a9, "\u0643" }, /* keheh: kaf */
  { 0x06cc, "\u064a" }, /* Farsi yeh: yeh */
  { 0x2010, "-" },      /* hyphens and dashes, and the minus sign below */
  { 0x2011, "-" },      { 0x2012, "-" },  { 0x2013, "-" },  { 0x2014, "-" }, { 0x2015, "-" },
  { 0x2018, "'" },      { 0x2019, "'" },  { 0x201a, "'" },  { 0x201b, "'" }, { 0x201c, "\"" },
  { 0x201d, "\"" },     { 0x201e, "\"" }, { 0x201f, "\"" }, { 0x2028, " " }, /* line separator */
  { 0x2029, " " },      { 0x2039, "'" },  { 0x203a, "'" },  { 0x2212, "-" },
};

static gboolean
is_mark (gunichar c)
{
  return g_unichar_combining_class (c) != 0 || (c >= 0xfe00 && c <= 0xfe0f) ||
         (c >= 0xe0100 && c <= 0xe01ef);
}

static void
append_character (GString *text, gunichar c)
{
  gunichar lower = g_unichar_tolower (c);
  gsize low = 0;
  gsize high = G_N_ELEMENTS (replacements);

  if (is_mark (c) || g_unichar_type (c) == G_UNICODE_FORMAT)
    return;

  while (low < high)
    {
      gsize middle = (low + high) / 2;

      if (replacements[middle].from < lower)
        low = middle + 1;
      else
        high = middle;
    }

  if (low < G_N_ELEMENTS (replacements) && replacements[low].from == lower)
    g_string_append (text, replacements[low].to);
  else if (g_unichar_isdigit (lower))
    g_string_append_c (text, (char) ('0' + g_unichar_digit_value (lower)));
  else
    g_string_append_unichar (text, lower);
}

static const char *
fold_character (gunichar c)
{
  g_autoptr (GString) text = g_string_new (NULL);
  gunichar parts[G_UNICHAR_MAX_DECOMPOSITION_LENGTH];
  gsize n = g_unichar_fully_decompose (c, TRUE, parts, G_N_ELEMENTS (parts));

  for (gsize i = 0; i < MIN (n, G_N_ELEMENTS (parts)); i++)
    append_character (text, parts[i]);
  return g_intern_string (text->str);
}

static const char *
look_up (gunichar c)
{
  const char **page;
  const char *folded;

  if (c >= N_PAGES << 8)
    return "";

  page = g_atomic_pointer_get (&pages[c >> 8]);
  if (page == NULL)
    {
      page = g_new0 (const char *, 256);
      if (!g_atomic_pointer_compare_and_exchange (&pages[c >> 8], NULL, page))
        {
          g_free (page);
          page = g_atomic_pointer_get (&pages[c >> 8]);
        }
    }

  folded = g_atomic_pointer_get (&page[c & 0xff]);
  if (folded == NULL)
    {
      folded = fold_character (c);
      g_atomic_pointer_set (&page[c & 0xff], folded);
    }
  return folded;
}

static char
fold_ascii (char c)
{
  return c == '\n' || c == '\t' || c == '\r' ? ' ' : g_ascii_tolower (c);
}

static gboolean
is_ascii (const char *text, gsize length)
{
  for (gsize i = 0; i < length; i++)
    if ((guchar) text[i] >= 0x80)
      return FALSE;

  return TRUE;
}

/**
 * geoat_fold_init:
 * @self: (out caller-allocates): the folded text
 * @text: valid UTF-8 of less than 4 GiB
 */
void
geoat_fold_init (GeoatFold *self, const char *text)
{
  gsize length = strlen (text);
  g_autoptr (GString) folded = NULL;
  g_autoptr (GArray) map = NULL;
  guint32 end = (guint32) length;

  if (is_ascii (text, length))
    {
      self->text = g_malloc (length + 1);
      for (gsize i = 0; i <= length; i++)
        self->text[i] = fold_ascii (text[i]);
      self->length = length;
      self->map = NULL;
      return;
    }

  folded = g_string_sized_new (length);
  map = g_array_sized_new (FALSE, FALSE, sizeof (guint32), (guint) length + 1);
  for (const char *p = text; *p != '\0'; p = g_utf8_next_char (p))
    {
      guint32 start = (guint32) (p - text);
      gsize before = folded->len;

      if ((guchar) *p < 0x80)
        g_string_append_c (folded, fold_ascii (*p));
      else
        g_string_append (folded, look_up (g_utf8_get_char (p)));
      for (gsize i = before; i < folded->len; i++)
        g_array_append_val (map, start);
    }
  g_array_append_val (map, end);

  self->length = folded->len;
  self->text = g_string_free (g_steal_pointer (&folded), FALSE);
  self->map = (guint32 *) (gpointer) g_array_free (g_steal_pointer (&map), FALSE);
}

/**
 * geoat_fold_clear:
 * @self: a folded text
 */
void
geoat_fold_clear (GeoatFold *self)
{
  g_clear_pointer (&self->text, g_free);
  g_clear_pointer (&self->map, g_free);
  self->length = 0;
}

/**
 * geoat_fold_get_original:
 * @self: a folded text
 * @original: the text it was made from
 * @from: first byte in the folded text
 * @to: behind the last one; more than @from
 * @start: (out): first byte in @original
 * @length: (out): bytes in @original
 */
void
geoat_fold_get_original (
    const GeoatFold *self, const char *original, gsize from, gsize to, gsize *start, gsize *length)
{
  const char *end;

  if (self->map == NULL)
    {
      *start = from;
      *length = to - from;
      return;
    }

  *start = self->map[from];
  end = g_utf8_next_char (original + self->map[to - 1]);
  while (*end != '\0' && is_mark (g_utf8_get_char (end)))
    end = g_utf8_next_char (end);
  *length = (gsize) (end - original) - *start;
}

/**
 * geoat_fold_text:
 * @text: valid UTF-8
 *
 * Returns: (transfer full): the folded text
 */
char *
geoat_fold_text (const char *text)
{
  GeoatFold fold;

  geoat_fold_init (&fold, text);
  g_free (fold.map);
  return fold.text;
}
