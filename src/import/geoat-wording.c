/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Recognising a text that someone may have typed again.
 *
 * How it works: two texts are the same when nothing but case, white space and Unicode's ways to
 * write one character tells them apart. How near they are otherwise is the Sørensen–Dice
 * coefficient of their pairs of neighbouring characters: twice the pairs that they have in common,
 * by the pairs that they have in all. It needs no dictionary, works in every script, takes words
 * that change places for what they are, and a time that grows with the length only. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-wording.h"

#define MAX_PAIRS 4000 /* of a longer text only the beginning is compared */

/**
 * geoat_wording_tidy:
 * @text: a text, UTF-8
 * @keep_case: upper case stays
 *
 * Returns: (transfer full): the text in form NFC, without white space at its ends and with one
 * space wherever there is some inside
 */
char *
geoat_wording_tidy (const char *text, gboolean keep_case)
{
  g_autofree char *folded = keep_case ? g_strdup (text) : g_utf8_casefold (text, -1);
  g_autofree char *composed = g_utf8_normalize (folded, -1, G_NORMALIZE_DEFAULT_COMPOSE);
  GString *tidy = g_string_new (NULL);
  gboolean space = FALSE;

  for (const char *at = composed ? composed : ""; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isspace (c))
        {
          space = tidy->len > 0;
          continue;
        }
      if (space)
        g_string_append_c (tidy, ' ');
      space = FALSE;
      g_string_append_unichar (tidy, c);
    }
  return g_string_free (tidy, FALSE);
}

static int
compare_pairs (gconstpointer a, gconstpointer b)
{
  guint64 first = *(const guint64 *) a;
  guint64 second = *(const guint64 *) b;

  return first < second ? -1 : first > second;
}

/**
 * geoat_wording_new:
 * @text: a text, UTF-8
 *
 * Returns: (transfer full): what is compared of it
 */
GeoatWording *
geoat_wording_new (const char *text)
{
  GeoatWording *self = g_new0 (GeoatWording, 1);
  const char *at;
  glong length;

  self->text = geoat_wording_tidy (text, FALSE);
  length = g_utf8_strlen (self->text, -1);
  if (length < 2)
    return self;

  self->n_pairs = (guint) MIN (length - 1, MAX_PAIRS);
  self->pairs = g_new (guint64, self->n_pairs);
  at = self->text;
  for (guint i = 0; i < self->n_pairs; i++)
    {
      guint64 first = g_utf8_get_char (at);

      at = g_utf8_next_char (at);
      self->pairs[i] = first << 32 | g_utf8_get_char (at);
    }
  for (guint i = 0; i < self->n_pairs; i++)
    {
      guint bucket = (guint) (self->pairs[i] * G_GUINT64_CONSTANT (0x9e3779b97f4a7c15) >> 58);

      if (self->buckets[bucket] < G_MAXUINT8)
        self->buckets[bucket]++;
    }
  qsort (self->pairs, self->n_pairs, sizeof (guint64), compare_pairs);
  return self;
}

void
geoat_wording_free (GeoatWording *self)
{
  g_free (self->text);
  g_free (self->pairs);
  g_free (self);
}

/**
 * geoat_wording_equal:
 * @a: a wording
 * @b: another one
 *
 * Returns: whether they are the same
 */
gboolean
geoat_wording_equal (const GeoatWording *a, const GeoatWording *b)
{
  return g_str_equal (a->text, b->text);
}

/* How many pairs may be in one of them only, of two that are as near as @least. */
static double
get_missing (const GeoatWording *a, const GeoatWording *b, double least)
{
  return (a->n_pairs + b->n_pairs) * (1 - least) + 0.5; /* for what is lost in rounding */
}

/**
 * geoat_wording_may_be_near:
 * @a: a wording
 * @b: another one
 * @least: how near: at least %GEOAT_WORDING_NEAR
 *
 * A short look that saves most comparisons: what the buckets differ by is in one of the two only.
 *
 * Returns: %FALSE when they are not so near
 */
gboolean
geoat_wording_may_be_near (const GeoatWording *a, const GeoatWording *b, double least)
{
  guint n = 0;

  for (gsize i = 0; i < G_N_ELEMENTS (a->buckets); i++)
    n += (guint) ABS ((int) a->buckets[i] - (int) b->buckets[i]);
  return n <= get_missing (a, b, least);
}

/**
 * geoat_wording_compare:
 * @a: a wording
 * @b: another one
 * @least: what does not come up to this does not count: at least %GEOAT_WORDING_NEAR
 *
 * Returns: how near they are: 1 for the same, 0 for nothing in common; from %GEOAT_WORDING_NEAR on
 *   one may be meant for the other. What is below @least is not worked out, and 0
 */
double
geoat_wording_compare (const GeoatWording *a, const GeoatWording *b, double least)
{
  guint all = a->n_pairs + b->n_pairs;
  guint i = 0, j = 0;
  guint common = 0;
  double missing = get_missing (a, b, least);

  if (!geoat_wording_may_be_near (a, b, least))
    return 0;
  if (geoat_wording_equal (a, b))
    return 1;
  while (i < a->n_pairs && j < b->n_pairs && i + j - 2 * common <= missing)
    {
      if (a->pairs[i] == b->pairs[j])
        {
          common++;
          i++;
          j++;
        }
      else if (a->pairs[i] < b->pairs[j])
        i++;
      else
        j++;
    }
  return all > 0 && 2.0 * common >= least * all ? 2.0 * common / all : 0;
}
