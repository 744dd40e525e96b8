/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What our own exports say beside the template, told from what someone else has written there.
 *
 * How it works: such texts follow from the plan, and the properties of the package say most of them
 * again: title, round, administration, country, classification and day. Word and LibreOffice leave
 * these alone when they save what someone has filled in. The others are in our catalogues. A text
 * that is none of these, wherever it stands and however it looks, is not ours. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include "geoat-own-texts.h"

#include <string.h>

#include "geoat-date.h"
#include "geoat-hash.h"
#include "geoat-language.h"
#include "geoat-wording.h"
#include "geoat-package.h"
#include "geoat-part-reader.h"

#define LONG_HEADER 200 /* bytes */

/* The catalogues of which a text can be. */
static const char *const languages[] = { "en", "fr", "es", "pt", "ar" };

/* What stands around the numbers of pages, without case. LibreOffice gives each sheet a footer with
 * the first of them. */
static const char *const page_words[] = { "page", "of", "sur",  "de", "página", "pagina",
                                          "von",  "di", "صفحة", "من", "seite",  NULL };

/* The properties that the exports set. */
static const char *const properties[] = { "title",    "subject",  "creator",
                                          "keywords", "category", "created" };
enum
{
  TITLE,
  ROUND,
  ADMINISTRATION,
  COUNTRY,
  CLASSIFICATION,
  DAY,
  N_PROPERTIES
};

struct _GeoatOwnTexts
{
  GHashTable *texts;     /* a set of those on the title page and below tables and pictures */
  GHashTable *headings;  /* a set of the titles of its parts */
  GHashTable *coverages; /* a set of the letters of the sentences above the tables */
  GHashTable *margins;   /* a set of those in headers and footers, and of those that were told */
  char *classification;
};

typedef struct
{
  GString *values[N_PROPERTIES];
  GString *value; /* of the property that is being read, or NULL */
} Properties;

static gboolean
property_cb (xmlTextReaderPtr xml, const char *name, gboolean begins, gpointer data)
{
  Properties *self = data;

  self->value = NULL;
  for (gsize i = 0; begins && i < N_PROPERTIES; i++)
    if (g_str_equal (name, properties[i]))
      self->value = self->values[i];
  return TRUE;
}

static void
property_text_cb (const char *text, gpointer data)
{
  Properties *self = data;

  if (self->value != NULL)
    g_string_append (self->value, text);
}

static void
add (GHashTable *texts, const char *text)
{
  char *tidy = geoat_wording_tidy (text, TRUE);

  if (*tidy != '\0')
    g_hash_table_add (texts, tidy);
  else
    g_free (tidy);
}

/* The letters of a text alone, full; of one with @places to fill in, those around them. */
static char *
get_letters (const char *text, gboolean places)
{
  GString *letters = g_string_new (NULL);
  gboolean in_place = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      in_place = places && (c == '{' || (in_place && c != '}'));
      if (!in_place && g_unichar_isalpha (c))
        g_string_append_unichar (letters, c);
    }
  return g_string_free (letters, FALSE);
}

/* The catalogue's keys of the headings that the exports have, beside those of the plan. */
static const char *const heading_keys[] = {
  "report.title",        "report.contents",    "report.summary",      "report.scores",
  "report.charts",       "report.activities",  "report.remarks",      "report.working_group",
  "chart.radar.title",   "chart.levels.title", "chart.heatmap.title", "chart.coverage.title",
  "score.chart",         "chart.bars.title",   "chart.trend.title",   "chart.moves.title",
  "chart.actions.title",
};

static void
add_language (GeoatOwnTexts *self, GeoatLanguage *language, const GDate *day)
{
  add (self->texts, geoat_language_get_text (language, "score.note"));
  add (self->texts, geoat_language_get_text (language, "report.shared_copy"));
  g_hash_table_add (self->coverages,
                    get_letters (geoat_language_get_text (language, "report.coverage"), TRUE));
  for (gsize i = 0; i < G_N_ELEMENTS (heading_keys); i++)
    add (self->headings, geoat_language_get_text (language, heading_keys[i]));
  if (g_date_valid (day))
    {
      g_autofree char *date = geoat_language_format_date (language, day, FALSE);

      add (self->texts, date);
    }
}

/**
 * geoat_own_texts_new:
 * @package: the bytes of a document or workbook
 * @cancellable: (nullable): to stop it
 *
 * Returns: (transfer full): what is ours of its texts, if it is ours
 */
GeoatOwnTexts *
geoat_own_texts_new (GBytes *package, GCancellable *cancellable)
{
  GeoatOwnTexts *self = g_new0 (GeoatOwnTexts, 1);
  g_autoptr (GPtrArray) relations = geoat_package_read_relations (package, "", cancellable, NULL);
  const char *name = geoat_relations_find (relations, "core-properties");
  g_autoptr (GBytes) part =
      name != NULL ? geoat_package_read_member (package, name, cancellable, NULL) : NULL;
  Properties found = { { NULL } };
  g_autofree char *footer = NULL;
  GDate day;

  self->texts = g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, NULL);
  self->headings = g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, NULL);
  self->coverages = g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, NULL);
  self->margins = g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < N_PROPERTIES; i++)
    found.values[i] = g_string_new (NULL);
  if (part != NULL)
    geoat_part_read (part, property_cb, property_text_cb, &found, cancellable);

  add (self->headings, found.values[TITLE]->str);
  add (self->headings, found.values[ADMINISTRATION]->str);
  add (self->texts, found.values[ROUND]->str);
  add (self->texts, found.values[COUNTRY]->str);
  self->classification = geoat_wording_tidy (found.values[CLASSIFICATION]->str, TRUE);
  add (self->margins, self->classification);
  /* The numbers of the pages, around the stroke, are left out. */
  footer = g_strconcat (found.values[ADMINISTRATION]->str,
                        found.values[ADMINISTRATION]->len > 0 ? " · " : "",
                        found.values[TITLE]->str, " /", NULL);
  add (self->margins, footer);
  g_string_truncate (found.values[DAY], MIN (found.values[DAY]->len, strlen ("2026-03-08")));
  if (!geoat_date_parse (found.values[DAY]->str, &day))
    g_date_clear (&day, 1);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    add_language (self, geoat_language_get (languages[i]), &day);
  for (gsize i = 0; i < N_PROPERTIES; i++)
    g_string_free (found.values[i], TRUE);
  return self;
}

void
geoat_own_texts_free (GeoatOwnTexts *self)
{
  g_hash_table_unref (self->texts);
  g_hash_table_unref (self->headings);
  g_hash_table_unref (self->coverages);
  g_hash_table_unref (self->margins);
  g_free (self->classification);
  g_free (self);
}

/**
 * geoat_own_texts_has:
 * @self: what is ours
 * @text: a text outside of the tables
 *
 * Returns: whether it is what we write there; of a sentence with scores the numbers do not count
 */
gboolean
geoat_own_texts_has (GeoatOwnTexts *self, const char *text)
{
  g_autofree char *tidy = geoat_wording_tidy (text, TRUE);
  g_autofree char *letters = get_letters (tidy, FALSE);

  return g_hash_table_contains (self->texts, tidy) ||
         g_hash_table_contains (self->coverages, letters);
}

/**
 * geoat_own_texts_has_heading:
 * @self: what is ours
 * @text: a heading outside of the tables
 *
 * Returns: whether it is one that we write
 */
gboolean
geoat_own_texts_has_heading (GeoatOwnTexts *self, const char *text)
{
  g_autofree char *tidy = geoat_wording_tidy (text, TRUE);

  return g_hash_table_contains (self->headings, tidy);
}

/* Whether a tidy text says more than what stands around the numbers of pages: "Page of". */
static gboolean
says_something (const char *text)
{
  g_autofree char *folded = g_utf8_casefold (text, -1);
  g_auto (GStrv) words = g_strsplit (folded, " ", -1);

  for (guint i = 0; words[i] != NULL; i++)
    {
      const char *at = words[i];

      while (*at != '\0' && !g_unichar_isalnum (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (*at != '\0' && !g_strv_contains (page_words, words[i]))
        return TRUE;
    }
  return FALSE;
}

/**
 * geoat_own_texts_take_margin:
 * @self: what is ours
 * @text: a text in a header or footer, without the numbers of pages
 *
 * Most pages have the same headers and footers, and "Page of" around the numbers of pages says
 * nothing.
 *
 * Returns: whether to tell of it: it is not ours, and this is the first time that it is taken
 */
gboolean
geoat_own_texts_take_margin (GeoatOwnTexts *self, const char *text)
{
  char *tidy = geoat_wording_tidy (text, TRUE);
  /* The header of a workbook has room for the beginning of a long one. */
  gboolean is_cut_off =
      strlen (tidy) >= LONG_HEADER && g_str_has_prefix (self->classification, tidy);

  if (says_something (tidy) && !is_cut_off)
    return g_hash_table_add (self->margins, tidy);
  g_free (tidy);
  return FALSE;
}
