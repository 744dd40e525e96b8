/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GeoatTextParagraph:
 * @width: that it is laid out for, in pixels; -1: nothing is known
 * @position: which one of the text it is, from 0
 * @n_paragraphs: how many the text has
 * @n_others: how many characters are in the others
 * @height: in pixels
 *
 * The paragraph of a text view that is typed into.
 */
typedef struct
{
  int width;
  int position;
  int n_paragraphs;
  int n_others;
  int height;
} GeoatTextParagraph;

void geoat_text_paragraph_find (GeoatTextParagraph *paragraph, GtkTextView *view);
gboolean geoat_text_paragraph_is_same (const GeoatTextParagraph *one,
                                       const GeoatTextParagraph *other);

G_END_DECLS
