/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is different between a text before and after an edit, and whether two edits are one person
 * typing on.
 *
 * How it works: what both texts have in common at their beginning, then at their end, is left away,
 * in whole characters of UTF-8. One edit can then have taken place at more than one position: an
 * "l" that was put into "hello" is the third one or the fourth. The common beginning is taken as
 * far as it goes, so the position found is the last possible one; slide() finds the first. Two
 * edits touch when some position of the one touches some position of the other: otherwise typing
 * "al" before "l" would fall into two steps. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-difference.h"

#include <string.h>

/* The bytes that continue a character, 10xxxxxx: no cut goes before one. */
static gboolean
is_inside (char byte)
{
  return ((guchar) byte & 0xc0) == 0x80;
}

/* How far @length bytes at @start, put in or taken out, could as well have been more to the left.
 */
static gsize
slide (const char *text, gsize start, gsize length)
{
  gsize first = start;

  while (first > 0 && text[first - 1] == text[first + length - 1])
    first--;

  return first;
}

static gboolean
overlap (gsize first, gsize last, gsize other_first, gsize other_last)
{
  return first <= other_last && other_first <= last;
}

static gboolean
is_one_character (const char *text, gsize length)
{
  return length > 0 && (gsize) (g_utf8_next_char (text) - text) == length;
}

static gboolean
is_line_break (const char *text)
{
  gunichar character = g_utf8_get_char (text);

  return character == '\n' || character == '\r' || character == 0x2028 || character == 0x2029;
}

/**
 * geoat_difference_find:
 * @self: (out caller-allocates): the difference
 * @old_text: a text, valid UTF-8
 * @new_text: another
 */
void
geoat_difference_find (GeoatDifference *self, const char *old_text, const char *new_text)
{
  gsize old_end = strlen (old_text);
  gsize new_end = strlen (new_text);
  gsize start = 0;

  while (start < old_end && start < new_end && old_text[start] == new_text[start])
    start++;
  while (start > 0 && (is_inside (old_text[start]) || is_inside (new_text[start])))
    start--;

  while (old_end > start && new_end > start && old_text[old_end - 1] == new_text[new_end - 1])
    {
      old_end--;
      new_end--;
    }
  while (is_inside (old_text[old_end]))
    {
      old_end++;
      new_end++;
    }

  self->start = start;
  self->old_length = old_end - start;
  self->new_length = new_end - start;
}

/**
 * geoat_difference_is_typing:
 * @before: a text
 * @after: what became of it
 *
 * Returns: whether exactly one character was put in or taken out
 */
gboolean
geoat_difference_is_typing (const char *before, const char *after)
{
  GeoatDifference difference;

  geoat_difference_find (&difference, before, after);
  return (difference.old_length == 0 &&
          is_one_character (after + difference.start, difference.new_length)) ||
         (difference.new_length == 0 &&
          is_one_character (before + difference.start, difference.old_length));
}

/**
 * geoat_difference_continues:
 * @first: the text before the first edit, which was typing
 * @before: the text between the two
 * @after: the text after the second
 *
 * Returns: whether the second edit put one character in right behind what the first put in, or took
 *   one out beside what the first took out; never a line break
 */
gboolean
geoat_difference_continues (const char *first, const char *before, const char *after)
{
  GeoatDifference one;
  GeoatDifference two;
  gsize from;

  if (!geoat_difference_is_typing (before, after))
    return FALSE;

  geoat_difference_find (&one, first, before);
  geoat_difference_find (&two, before, after);

  if (two.old_length == 0)
    return one.old_length == 0 && !is_line_break (after + two.start) &&
           overlap (slide (before, one.start, one.new_length) + one.new_length,
                    one.start + one.new_length, slide (after, two.start, two.new_length),
                    two.start);

  if (one.new_length != 0 || is_line_break (before + two.start))
    return FALSE;

  from = slide (before, two.start, two.old_length);
  return overlap (slide (first, one.start, one.old_length), one.start, from, two.start) ||
         overlap (slide (first, one.start, one.old_length), one.start, from + two.old_length,
                  two.start + two.old_length);
}

/**
 * geoat_difference_appends:
 * @before: a text
 * @after: what became of it
 * @tail: how many bytes at the end of @before are left alone
 *
 * Returns: whether exactly one character was put in right before the tail, which is not a line
 *   break
 */
gboolean
geoat_difference_appends (const char *before, const char *after, gsize tail)
{
  gsize length = strlen (before);
  gsize new_length = strlen (after);
  gsize place;

  if (tail > length || new_length <= length)
    return FALSE;

  place = length - tail;
  return memcmp (before, after, place) == 0 &&
         strcmp (before + place, after + new_length - tail) == 0 &&
         is_one_character (after + place, new_length - length) && !is_line_break (after + place);
}
