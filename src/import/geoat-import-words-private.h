/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-import-words.h"

G_BEGIN_DECLS

#define GEOAT_WORDS_OFFSET 2 /* meanings are moved by it, so that none is 0 */

struct _GeoatImportWords
{
  GeoatFramework *framework;

  /* normalised text → its meaning, moved by the offset */
  GHashTable *columns;
  GHashTable *own_columns; /* headings in people's own words, which may be texts as well */
  GHashTable *key_elements;
  GHashTable *codes; /* of the key elements */
  GHashTable *principles;
  GHashTable *levels;
  GHashTable *statuses;
  GHashTable *own;         /* a set: what our own tables of scores say */
  GHashTable *level_words; /* a set: those of the names of levels */

  GPtrArray *column_wordings; /* of GeoatWording: the headings, to compare with */
  GArray *column_kinds;       /* of GeoatSourceColumn: what each of them heads */
  GPtrArray *name_wordings;   /* of GeoatWording: the names of key elements */
  GArray *name_key_elements;  /* of int: whose each of them is */
};

/* The meaning of a normalised text; FALSE: it has none. */
gboolean geoat_import_words_look_up (GHashTable *words, const char *normal, int *meaning);
/* The meaning of a text, or @otherwise. */
int geoat_import_words_find (GHashTable *words, const char *text, int otherwise);

G_END_DECLS
