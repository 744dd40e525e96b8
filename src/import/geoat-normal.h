/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define GEOAT_NORMAL_MAX 200 /* characters of a text that are looked at */

/* A word of a text: what is compared of it, and where it stands. */
typedef struct
{
  char *normal;
  const char *begin;
  const char *end;
} GeoatNormalWord;

char *geoat_normal_new (const char *text);     /* full */
GArray *geoat_normal_split (const char *text); /* full; of GeoatNormalWord */
gboolean geoat_normal_is_short (const char *text);

G_END_DECLS
