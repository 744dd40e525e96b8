/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "geoat-import-words.h"

G_BEGIN_DECLS

/* What the words of people's files mean that are neither of the template nor of a plan. */
typedef enum
{
  GEOAT_PHRASE_PRINCIPLE,   /* before the number of a principle */
  GEOAT_PHRASE_KEY_ELEMENT, /* before the code of a key element */
  GEOAT_PHRASE_SHEET,       /* before the number of a sheet or table */
  GEOAT_PHRASE_LEVEL,       /* before a level */
  GEOAT_PHRASE_OF,          /* between a level and the highest one */
  GEOAT_PHRASE_SCALE,       /* between the ends of the scale: "from 0 to 5" */
  GEOAT_PHRASE_DITTO,       /* the same as in the row above */
  GEOAT_PHRASE_TOTAL,       /* a row adds up others */
  GEOAT_PHRASE_SIGNATURE,   /* a row says who has filled it in */
  GEOAT_PHRASE_DATE,        /* beside a signature */
  GEOAT_PHRASE_EXAMPLE,     /* a row shows how to fill it in */
  GEOAT_PHRASE_PLACEHOLDER, /* a row waits to be filled in */
  GEOAT_PHRASE_NOTE,        /* a row explains something */
  GEOAT_PHRASE_LEGEND,      /* a row begins a list of the levels */
  GEOAT_N_PHRASES
} GeoatPhrase;

typedef void (*GeoatPhraseFunc) (const char *heading, GeoatSourceColumn kind, gpointer data);

gboolean geoat_phrases_are (GeoatPhrase phrase, const char *text);
void geoat_phrases_read (GArray *words, guint from, guint lengths[GEOAT_N_PHRASES]);
guint geoat_phrases_begin (GeoatPhrase phrase, GArray *words, guint from);
GeoatSourceColumn geoat_phrases_find_column (const char *name);
const char *geoat_phrases_get_columns (void); /* none */
GeoatSourceColumn geoat_phrases_find_hint (const char *normal);
void geoat_phrases_each_heading (GeoatPhraseFunc func, gpointer data);

G_END_DECLS
