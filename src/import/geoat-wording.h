/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* From here on two wordings are near: what remains of a sentence after a typing mistake, a word put
 * in or a word changed. The starter indicators of a key element are all below it. */
#define GEOAT_WORDING_NEAR 0.75

/**
 * GeoatWording:
 * @text: without case, in Unicode's form NFC, with one space wherever there is white space inside
 * @pairs: the pairs of characters that stand beside each other in it, sorted
 * @n_pairs: how many there are
 * @buckets: how many of them fall into each 64th part of all that there can be; up to 255
 *
 * What is compared when a text is to be recognised that someone may have typed again.
 */
typedef struct
{
  char *text;
  guint64 *pairs;
  guint n_pairs;
  guint8 buckets[64];
} GeoatWording;

GeoatWording *geoat_wording_new (const char *text); /* full */
void geoat_wording_free (GeoatWording *self);
gboolean geoat_wording_equal (const GeoatWording *a, const GeoatWording *b);
gboolean geoat_wording_may_be_near (const GeoatWording *a, const GeoatWording *b, double least);
double geoat_wording_compare (const GeoatWording *a, const GeoatWording *b, double least);

char *geoat_wording_tidy (const char *text, gboolean keep_case); /* full */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatWording, geoat_wording_free)

G_END_DECLS
