/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a row of a template is, when it is no indicator: a total, a legend, a signature, an example,
 * a line that waits to be filled in, a remark below the table; and what a row owes to the one above
 * it: the text that a ditto mark stands for, or the beginning of its sentences.
 *
 * How it works: only what the row says counts, and where it stands. A row with a level in it is an
 * indicator unless it says itself that it is none. Such a row is not dropped: it comes with its
 * reason, and whoever looks at it can take it all the same. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-import-private.h"
#include "geoat-normal.h"
#include "geoat-phrases.h"

#define MAX_TOTAL_WORDS 5  /* of a row that is a total: "Average of key element 1A" */
#define MAX_DITTO 12       /* bytes of a mark */
#define MAX_DITTO_WORDS 48 /* bytes of words that say the same */
#define MAX_LEVEL 100      /* bytes of the longest name of a level */
#define MIN_LEGEND 3       /* levels that a text names when it explains the scale */

/* Signs that say "the same", as people type them. */
static const char *const ditto_signs[] = {
  "\"", "″", "〃", "”", "“", "''", "´´", "\"\"", ",,", "„", "-\"-", "–\"–", "–”–", "-”-", "- \" -",
};

/* Whether a cell says that it is the same as the one above it. */
static gboolean
is_ditto (const char *text)
{
  g_autofree char *bare = NULL;

  gsize length = strlen (text);

  if (length == 0 || length > MAX_DITTO_WORDS)
    return FALSE;
  if (length <= MAX_DITTO)
    {
      bare = g_strstrip (g_strdup (text));
      for (gsize i = 0; i < G_N_ELEMENTS (ditto_signs); i++)
        if (g_str_equal (bare, ditto_signs[i]))
          return TRUE;
    }
  return geoat_phrases_are (GEOAT_PHRASE_DITTO, text);
}

/* Whether a text of a table of ours may be one by chance: what stands in these columns is short. */
static gboolean
may_be_ditto (GeoatImport *self, guint column)
{
  return column < self->n_columns && self->kinds[column] != GEOAT_SOURCE_COLUMN_OTHER &&
         self->kinds[column] != GEOAT_FIELD_INDICATOR;
}

void
geoat_import_begin_row (GeoatImport *self, guint row, gboolean headed)
{
  char **cells = g_ptr_array_index (self->sheet->rows, row);
  guint n = g_strv_length (cells);
  guint number = g_array_index (self->sheet->numbers, guint, row);
  guint before = row > 0 ? g_array_index (self->sheet->numbers, guint, row - 1) : number;

  self->behind_gap = (self->behind_gap || number > before + 1) && row > 0;
  if (self->above != NULL && headed)
    g_strfreev (g_steal_pointer (&self->above));
  if (headed)
    self->above = g_steal_pointer (&self->row);
  g_clear_pointer (&self->row, g_strfreev);
  if (!headed)
    g_clear_pointer (&self->above, g_strfreev);
  self->row = g_new0 (char *, n + 1);
  for (guint i = 0; i < n; i++)
    {
      gboolean ditto = headed && self->above != NULL && i < g_strv_length (self->above) &&
                       *self->above[i] != '\0' && may_be_ditto (self, i) && is_ditto (cells[i]);

      self->row[i] = g_strdup (ditto ? self->above[i] : cells[i]);
    }
}

/* A row that is judged. */
typedef struct
{
  const char *text; /* of the indicator, or else the first one */
  GArray *words;
  guint lengths[GEOAT_N_PHRASES]; /* how many words at its beginning mean each of these */
  guint n_texts;                  /* cells that are not blank, or the same as the one before */
  gboolean has_level;             /* a level is given */
  gboolean has_more;              /* there are words beside the text and the key element */
} Row;

static const char *
skip_brackets (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (!g_unichar_isspace (g_utf8_get_char (text)) &&
        g_utf8_strchr ("([{<«‹…._*-–", -1, g_utf8_get_char (text)) == NULL)
      break;
  return text;
}

static gboolean
has_letters (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_unichar_isalpha (g_utf8_get_char (text)))
      return TRUE;
  return FALSE;
}

static void
read_row (GeoatImport *self, Row *row)
{
  char **cells = self->row;
  GeoatLevel level;
  gboolean doubtful;

  row->text = geoat_import_get_cell (self, cells, GEOAT_FIELD_INDICATOR);
  for (guint i = 0; cells[i] != NULL; i++)
    {
      if (*cells[i] == '\0' || (i > 0 && g_str_equal (cells[i], cells[i - 1])))
        continue;
      if (*row->text == '\0')
        row->text = cells[i];
      row->n_texts++;
      row->has_more =
          row->has_more ||
          (i < self->n_columns && self->kinds[i] != GEOAT_SOURCE_COLUMN_OTHER &&
           self->kinds[i] != GEOAT_FIELD_INDICATOR && self->kinds[i] != GEOAT_FIELD_KEY_ELEMENT &&
           !g_str_equal (cells[i], row->text) && has_letters (cells[i]));
    }
  row->has_level = geoat_import_words_find_level (
                       self->words, geoat_import_get_cell (self, cells, GEOAT_SOURCE_COLUMN_LEVEL),
                       &level, &doubtful) &&
                   level != GEOAT_LEVEL_NOT_ASSESSED;
  row->words = geoat_normal_split (skip_brackets (row->text));
  geoat_phrases_read (row->words, 0, row->lengths);
}

/* Whether the text begins with words of that meaning, and a sign or nothing follows them. */
static gboolean
begins_as (const Row *row, GeoatPhrase phrase)
{
  guint n = row->lengths[phrase];
  const char *end;

  if (n == 0)
    return FALSE;
  if (n == row->words->len)
    return TRUE;
  end = g_array_index (row->words, GeoatNormalWord, n - 1).end;
  while (*end == ' ' || *end == '\t')
    end++;
  return g_unichar_ispunct (g_utf8_get_char (end)) || *end == '\n';
}

/* Whether a text is a level, and can be nothing else. */
static gboolean
is_level (GeoatImport *self, const char *text)
{
  GeoatLevel level;
  gboolean doubtful;

  return strlen (text) <= MAX_LEVEL &&
         geoat_import_words_find_level (self->words, text, &level, &doubtful) && !doubtful &&
         level != GEOAT_LEVEL_NOT_ASSESSED;
}

/* Whether a text names several of the levels, and says nothing but the scale: "5 = full, 4 = …". */
static gboolean
explains_scale (GeoatImport *self, const Row *row)
{
  g_auto (GStrv) parts = g_strsplit_set (row->text, ",;\n|", -1);
  guint n_levels = 0;

  if (!geoat_normal_is_short (row->text))
    return FALSE;
  for (guint i = 0; parts[i] != NULL; i++)
    n_levels += is_level (self, parts[i]) ? 1 : 0;
  return n_levels >= MIN_LEGEND;
}

/* Whether all cells of a row are levels, by number or name: "5", "Full implementation". */
static gboolean
has_levels_only (GeoatImport *self)
{
  for (guint i = 0; self->row[i] != NULL; i++)
    if (*self->row[i] != '\0' && !is_level (self, self->row[i]))
      return FALSE;
  return TRUE;
}

static gboolean
is_legend (GeoatImport *self, const Row *row)
{
  if (has_levels_only (self) || (row->n_texts == 1 && explains_scale (self, row)))
    return TRUE;
  return row->n_texts == 1 && row->words->len > 0 &&
         row->lengths[GEOAT_PHRASE_LEGEND] == row->words->len;
}

static gboolean
is_total (const Row *row)
{
  return row->lengths[GEOAT_PHRASE_TOTAL] > 0 && !row->has_more &&
         row->words->len <= MAX_TOTAL_WORDS &&
         (row->n_texts > 1 || begins_as (row, GEOAT_PHRASE_TOTAL));
}

static gboolean
is_signature (const Row *row, gboolean in_tail)
{
  gboolean line = strstr (row->text, "___") != NULL || strstr (row->text, "....") != NULL ||
                  strstr (row->text, "……") != NULL;

  if (row->has_level)
    return FALSE;
  return begins_as (row, GEOAT_PHRASE_SIGNATURE) ||
         ((in_tail || line) && begins_as (row, GEOAT_PHRASE_DATE));
}

/* Whether a text is in brackets from its beginning to its end. */
static gboolean
is_bracketed (const char *text)
{
  static const char *const pairs[] = { "()", "[]", "{}", "<>", "«»", "‹›", "【】" };
  g_autofree char *bare = g_strstrip (g_strdup (text));

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    {
      g_autofree char *open = g_utf8_substring (pairs[i], 0, 1);
      g_autofree char *close = g_utf8_substring (pairs[i], 1, 2);

      if (g_str_has_prefix (bare, open) && g_str_has_suffix (bare, close))
        return TRUE;
    }
  return FALSE;
}

/* Whether a text says nothing: dots, lines, crosses. */
static gboolean
is_empty (const char *text)
{
  guint n_signs = 0;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    if (g_utf8_strchr ("._-–—…xX", -1, g_utf8_get_char (text)) != NULL)
      n_signs++;
    else if (!g_unichar_isspace (g_utf8_get_char (text)))
      return FALSE;
  return n_signs > 1 || g_str_equal (text, "…");
}

static gboolean
is_placeholder (const Row *row)
{
  if (begins_as (row, GEOAT_PHRASE_PLACEHOLDER))
    return TRUE;
  if (is_empty (row->text))
    return !row->has_more;
  return is_bracketed (row->text) && !row->has_level && !row->has_more;
}

/* Whether a row stands alone below all that was filled in. */
static gboolean
is_below (GeoatImport *self, guint row, const Row *judged)
{
  if (judged->n_texts != 1 || !self->behind_gap || self->n_alone > 0 || self->n_full == 0)
    return FALSE;
  for (guint i = row + 1; i < self->sheet->rows->len; i++)
    if (geoat_import_get_only_text (g_ptr_array_index (self->sheet->rows, i)) == NULL &&
        !geoat_import_is_blank (g_ptr_array_index (self->sheet->rows, i)))
      return FALSE;
  return TRUE;
}

const char *
geoat_import_judge_row (GeoatImport *self, guint row)
{
  Row judged = { NULL };
  const char *reason = NULL;
  gboolean begins_tail = FALSE;

  read_row (self, &judged);
  if (*judged.text == '\0')
    reason = NULL;
  else if (begins_as (&judged, GEOAT_PHRASE_EXAMPLE))
    reason = _ ("this seems to be an example");
  else if (is_total (&judged))
    reason = _ ("this seems to be a total or an average");
  else if (is_signature (&judged, self->in_tail))
    {
      begins_tail = TRUE;
      reason = _ ("this seems to be a signature");
    }
  else if (is_legend (self, &judged))
    {
      begins_tail = !judged.has_level;
      reason = _ ("this seems to explain the levels");
    }
  else if (is_placeholder (&judged))
    reason = _ ("this seems to wait to be filled in");
  else if (!judged.has_level && judged.n_texts == 1 && begins_as (&judged, GEOAT_PHRASE_NOTE))
    reason = _ ("this seems to be a remark");
  else if (is_below (self, row, &judged))
    {
      begins_tail = TRUE;
      reason = _ ("this stands alone below the table");
    }
  else if (self->in_tail && !judged.has_level)
    reason = _ ("this stands below the table");
  if (begins_tail || judged.has_level)
    self->in_tail = begins_tail;
  if (reason == NULL && *judged.text != '\0')
    {
      self->n_alone += judged.n_texts == 1 ? 1 : 0;
      self->n_full += judged.n_texts > 1 ? 1 : 0;
    }
  self->behind_gap = FALSE;
  g_array_unref (judged.words);
  return reason;
}

/* Whether a text breaks off: it ends in a letter, and not with a sentence. */
static gboolean
breaks_off (const char *text)
{
  const char *end = text + strlen (text);
  gunichar last = 0;

  while (end > text)
    {
      end = g_utf8_prev_char (end);
      last = g_utf8_get_char (end);
      if (!g_unichar_isspace (last))
        break;
    }
  return g_unichar_isalnum (last) || last == ',' || last == '-' || last == 0xad;
}

/* Whether a text goes on from another one: it begins in lower case where that breaks off. */
gboolean
geoat_import_text_goes_on (const char *above, const char *text)
{
  text += strspn (text, " \t\n");
  return breaks_off (above) && g_unichar_islower (g_utf8_get_char (text)) &&
         !g_unichar_islower (g_utf8_get_char (above + strspn (above, " \t\n")));
}

/* What stands in a column of the indicator that was found last, or NULL: no text that can go on. */
static const char *
get_above (const GeoatFound *last, const GeoatFoundAction *action, GeoatSourceColumn kind)
{
  int position = geoat_source_column_get_position (kind);

  if (position < 0 || kind == GEOAT_SOURCE_COLUMN_LEVEL)
    return NULL;
  if (position < (int) G_N_ELEMENTS (last->first))
    return last->first[position];
  return action != NULL ? geoat_found_action_get_text (action, (GeoatField) kind) : NULL;
}

gboolean
geoat_import_goes_on_from (GeoatImport *self, const GeoatFound *last)
{
  const GeoatFoundAction *action;
  guint n = 0;

  if (self->above == NULL || last == NULL || last->skip_reason != NULL)
    return FALSE;
  action =
      last->actions->len > 0 ? g_ptr_array_index (last->actions, last->actions->len - 1) : NULL;
  for (guint i = 0; self->row[i] != NULL; i++)
    {
      GeoatSourceColumn kind = i < self->n_columns ? self->kinds[i] : GEOAT_SOURCE_COLUMN_OTHER;
      const char *above = get_above (last, action, kind);

      if (*self->row[i] == '\0')
        continue;
      if (above == NULL || !(geoat_import_text_goes_on (above, self->row[i]) ||
                             (breaks_off (above) && g_ascii_isdigit (*self->row[i]))))
        return FALSE;
      n += geoat_import_text_goes_on (above, self->row[i]) ? 1 : 0;
    }
  return n > 0;
}
