/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Where a text says that rows belong: "1A", "Key element 1.A – Policies", "Principle 1, element A".
 *
 * How it works: the text is taken word by word. A word for a principle or a key element waits for
 * the number or letter behind it; a code is one word, or a number and a letter with a sign between
 * them. What is left then is either the name that belongs to it, and the text says nothing else,
 * or somebody's own words, which the caller has to tell. A text without any of these may still be
 * the name of a key element, typed with mistakes or in other words. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-import-places.h"

#include <string.h>

#include "geoat-import-words-private.h"
#include "geoat-normal.h"
#include "geoat-phrases.h"
#include "geoat-wording.h"

#define NEAR_NAME 0.72  /* how near a text must be to the name of a key element to mean it */
#define SHORTEST_NAME 6 /* letters of such a text */
#define SHORTEST_WORD 4 /* bytes of a word that says which one it is */

typedef struct
{
  GeoatImportWords *words;
  GArray *text; /* of GeoatNormalWord */
  guint at;
  GString *before; /* what stands in front of the key element, without the words for it */
  GString *behind;
  guint n_before; /* words of that */
  gboolean tight; /* what names the key element is set off by more than a blank */
  gboolean names_principle;
  GeoatPlace *place;
} Scan;

static const GeoatNormalWord *
get_word (const Scan *self, guint i)
{
  return i < self->text->len ? &g_array_index (self->text, GeoatNormalWord, i) : NULL;
}

/* Whether the text ends behind a word, or a sign stands there: "1A: Policies", "(1A)". */
static gboolean
is_set_off (const GeoatNormalWord *word)
{
  const char *at = word->end;

  while (g_unichar_isspace (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  return *at == '\0' || g_unichar_ispunct (g_utf8_get_char (at));
}

/* How many words make a code at a position, 0 for none. *@tight: it stands as codes do. */
static guint
match_code (const Scan *self, guint at, int *key_element, gboolean *tight)
{
  const GeoatNormalWord *word = get_word (self, at);
  const GeoatNormalWord *next = get_word (self, at + 1);
  g_autofree char *both = NULL;
  gsize gap;

  *tight = is_set_off (word);
  if (geoat_import_words_look_up (self->words->codes, word->normal, key_element))
    return 1;
  if (next == NULL || strlen (word->normal) != 1 || strlen (next->normal) != 1 ||
      !g_ascii_isdigit (word->normal[0]) || !g_ascii_isalpha (next->normal[0]))
    return 0;
  gap = (gsize) (next->begin - word->end);
  both = g_strconcat (word->normal, next->normal, NULL);
  if (gap > 3 || strcspn (word->end, "\n") < gap ||
      !geoat_import_words_look_up (self->words->codes, both, key_element))
    return 0;
  /* "1. A policy is written" is a numbered line, "1.A" and "1 A:" are codes. */
  *tight = is_set_off (next);
  return (gap == 1 && *word->end != ' ') || *tight ? 2 : 0;
}

static gboolean
is_number_of_indicator (const GeoatNormalWord *word)
{
  return word->end[0] == '.' && g_ascii_isdigit (word->end[1]);
}

/* The key element of a principle that a letter stands for, or -1; "element a" is none. */
static int
find_lettered (const Scan *self, const GeoatNormalWord *word)
{
  const char *letter = word->normal;
  g_autofree char *code = NULL;
  int key_element;

  if (self->place->principle < 0 || strlen (letter) != 1 || !g_ascii_isalpha (letter[0]) ||
      !(g_ascii_isupper (*word->begin) || is_set_off (word)))
    return -1;
  code = g_strconcat (
      geoat_framework_get_principle_id (self->words->framework, (guint) self->place->principle),
      letter, NULL);
  return geoat_import_words_look_up (self->words->codes, code, &key_element) ? key_element : -1;
}

/* "Principle 2": how many words that takes, 0 for none. */
static guint
match_principle (const Scan *self, int *principle)
{
  guint n = geoat_phrases_begin (GEOAT_PHRASE_PRINCIPLE, self->text, self->at);
  const GeoatNormalWord *number = n > 0 ? get_word (self, self->at + n) : NULL;

  if (number == NULL)
    return 0;
  *principle = geoat_framework_find_principle (self->words->framework, number->normal);
  return *principle >= 0 ? n + 1 : 0;
}

/* "Key element 1A", "Element A" below a principle, "1A": how many words that takes, 0 for none. */
static guint
match_key_element (Scan *self, int *key_element)
{
  guint n = geoat_phrases_begin (GEOAT_PHRASE_KEY_ELEMENT, self->text, self->at);
  guint n_sheet = n == 0 ? geoat_phrases_begin (GEOAT_PHRASE_SHEET, self->text, self->at) : 0;
  guint prefix = n > 0 ? n : n_sheet;
  guint n_code;

  if (self->at + prefix >= self->text->len)
    return 0;
  n_code = match_code (self, self->at + prefix, key_element, &self->tight);
  if (n_code > 0)
    {
      self->place->is_number =
          is_number_of_indicator (get_word (self, self->at + prefix + n_code - 1));
      self->tight = self->tight || prefix > 0;
      return prefix + n_code;
    }
  *key_element = n > 0 ? find_lettered (self, get_word (self, self->at + n)) : -1;
  self->tight = TRUE;
  return *key_element >= 0 ? n + 1 : 0;
}

/* Whether a key element is one of the principle that the text names: what stands between them is
 * its name then. */
static gboolean
is_of_principle (const Scan *self, int key_element)
{
  return (int) geoat_framework_get_key_element_principle (
             self->words->framework, (guint) key_element) == self->place->principle;
}

/* Takes the letter of a key element right behind its principle: "Principle 1 – A", "P1 A". */
static void
take_letter (Scan *self)
{
  const GeoatNormalWord *word = get_word (self, self->at);
  int found = word != NULL && is_set_off (word) && g_ascii_isupper (*word->begin)
                  ? find_lettered (self, word)
                  : -1;

  if (found < 0 || self->place->key_element >= 0)
    return;
  self->place->key_element = found;
  self->place->is_alone = TRUE;
  self->place->n_codes++;
  self->at++;
}

/* Takes the words one by one. */
static void
scan (Scan *self)
{
  GeoatPlace *place = self->place;

  while (self->at < self->text->len)
    {
      int found;
      guint n = match_principle (self, &found);

      if (n > 0)
        {
          self->names_principle = TRUE;
          if (place->key_element < 0)
            place->principle = found;
          self->at += n;
          take_letter (self);
          continue;
        }
      n = match_key_element (self, &found);
      if (n > 0)
        {
          place->n_codes++;
          if (place->key_element < 0)
            {
              place->key_element = found;
              place->is_alone = self->names_principle
                                    ? is_of_principle (self, found)
                                    : self->n_before == 0 || (self->n_before == 1 && self->tight);
            }
          self->at += n;
          continue;
        }
      g_string_append (place->key_element < 0 ? self->before : self->behind,
                       get_word (self, self->at)->normal);
      self->n_before += place->key_element < 0 ? 1 : 0;
      self->at++;
    }
}

static gboolean
is_key_element_name (const Scan *self, const char *normal)
{
  int named;

  return *normal == '\0' ||
         (geoat_import_words_look_up (self->words->key_elements, normal, &named) &&
          named == self->place->key_element);
}

/* The one key element whose name has all words of a text, two at least; or -1. */
static int
find_shortened_name (GeoatImportWords *self, const char *text)
{
  g_autoptr (GArray) words = geoat_normal_split (text);
  int found = -1;

  for (guint i = 0; words->len > 1 && i < self->name_wordings->len; i++)
    {
      const GeoatWording *name = g_ptr_array_index (self->name_wordings, i);
      int key_element = g_array_index (self->name_key_elements, int, i);
      gboolean has = TRUE;

      for (guint j = 0; has && j < words->len; j++)
        {
          const char *word = g_array_index (words, GeoatNormalWord, j).normal;

          has = strlen (word) >= SHORTEST_WORD && strstr (name->text, word) != NULL;
        }
      if (has && found >= 0 && found != key_element)
        return -1;
      if (has)
        found = key_element;
    }
  return found;
}

/* The key element whose name is nearest to a text, or -1. */
static int
find_near_name (GeoatImportWords *self, const char *text)
{
  g_autofree char *normal = geoat_normal_new (text);
  g_autoptr (GeoatWording) wording = geoat_wording_new (normal);
  double best = NEAR_NAME;
  int nearest = -1;

  if (g_utf8_strlen (normal, -1) < SHORTEST_NAME)
    return -1;
  for (guint i = 0; i < self->name_wordings->len; i++)
    {
      double near =
          geoat_wording_compare (wording, g_ptr_array_index (self->name_wordings, i), best);

      if (near >= best)
        {
          best = near;
          nearest = g_array_index (self->name_key_elements, int, i);
        }
    }
  return nearest >= 0 ? nearest : find_shortened_name (self, text);
}

/**
 * geoat_import_words_read_place:
 * @self: the words
 * @text: a text
 * @principle: the position of the principle that it stands below, or -1
 * @place: (out caller-allocates): what it says
 *
 * Looks in a text for a principle, a key element or both.
 */
void
geoat_import_words_read_place (GeoatImportWords *self,
                               const char *text,
                               int principle,
                               GeoatPlace *place)
{
  g_autoptr (GArray) words = NULL;
  g_autoptr (GString) before = g_string_new (NULL);
  g_autoptr (GString) behind = g_string_new (NULL);
  Scan state = { self, NULL, 0, before, behind, 0, FALSE, FALSE, place };
  int named;

  *place = (GeoatPlace){ .principle = principle, .key_element = -1 };
  if (!geoat_normal_is_short (text))
    {
      place->principle = -1;
      return;
    }
  place->key_element = geoat_import_words_find (self->key_elements, text, -1);
  if (place->key_element >= 0)
    {
      place->is_whole = place->is_alone = TRUE;
      place->n_codes = 1;
      return;
    }
  words = geoat_normal_split (text);
  state.text = words;
  place->principle = principle;
  scan (&state);
  if (place->key_element >= 0)
    {
      place->is_whole = place->n_codes == 1 && !place->is_number &&
                        (before->len == 0 ||
                         (state.names_principle &&
                          geoat_import_words_look_up (self->principles, before->str, &named))) &&
                        is_key_element_name (&state, behind->str);
      return;
    }
  if (state.names_principle)
    {
      place->is_alone = TRUE;
      place->is_whole =
          before->len == 0 || geoat_import_words_look_up (self->principles, before->str, &named);
      return;
    }
  place->principle = -1;
  place->key_element = find_near_name (self, text);
  place->is_guess = place->key_element >= 0;
}

/**
 * geoat_import_words_find_heading:
 * @self: the words
 * @text: a text: "1A: What we do for families", "Key element 1A", "Cross-cutting policies"
 *
 * Looks for a key element in a text that can only be a heading, and may name it in words of its own
 * behind its code. "1A.3 …" is the number of an indicator.
 *
 * Returns: the position of the key element; -1: none
 */
int
geoat_import_words_find_heading (GeoatImportWords *self, const char *text)
{
  GeoatPlace place;

  geoat_import_words_read_place (self, text, -1, &place);
  return place.is_alone && !place.is_number ? place.key_element : -1;
}

/**
 * geoat_import_words_is_principle:
 * @self: the words
 * @text: the only text of a row: "Principle 2", "Principe 2 : l'emploi", "2. Employment, …"
 * @principle: (out): its position, or -1
 * @doubtful: (out): it is named in other words than ours
 *
 * Returns: whether it is the heading of a principle, below which those of key elements follow
 */
gboolean
geoat_import_words_is_principle (GeoatImportWords *self,
                                 const char *text,
                                 int *principle,
                                 gboolean *doubtful)
{
  g_autoptr (GArray) words = NULL;
  Scan state = { self, NULL, 0, NULL, NULL, 0, FALSE, FALSE, NULL };
  guint n;

  *doubtful = FALSE;
  *principle = geoat_import_words_find (self->principles, text, -1);
  if (*principle >= 0 || !geoat_normal_is_short (text))
    return *principle >= 0;
  words = geoat_normal_split (text);
  state.text = words;
  n = words->len > 0 ? match_principle (&state, principle) : 0;
  if (n == 0)
    return FALSE;
  /* "Principle 2 is known" is no heading, "Principle 2: staff" is one. */
  *doubtful = n < words->len;
  if (*doubtful)
    {
      const char *rest = get_word (&state, n - 1)->end;
      g_autofree char *name = geoat_normal_new (rest);
      int named;

      if (geoat_import_words_look_up (self->principles, name, &named) && named == *principle)
        *doubtful = FALSE;
      else
        return is_set_off (get_word (&state, n - 1));
    }
  return TRUE;
}
