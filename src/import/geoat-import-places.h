/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-import-words.h"

G_BEGIN_DECLS

/**
 * GeoatPlace:
 * @principle: the position of the principle that a text names, or -1
 * @key_element: the position of the key element, or -1
 * @is_whole: the text says nothing else
 * @is_alone: what names it begins the text, behind the words for a key element at most
 * @is_number: it is the number of an indicator: "1A.03"
 * @is_guess: it is named in other words than ours, without its code
 * @n_codes: how many codes of key elements are in the text
 *
 * What a text says about where rows belong.
 */
typedef struct
{
  int principle;
  int key_element;
  gboolean is_whole;
  gboolean is_alone;
  gboolean is_number;
  gboolean is_guess;
  guint n_codes;
} GeoatPlace;

void geoat_import_words_read_place (GeoatImportWords *self,
                                    const char *text,
                                    int principle,
                                    GeoatPlace *place);

G_END_DECLS
