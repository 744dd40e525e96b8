/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-json-check.h"
#include "geoat-json-names.h"

G_BEGIN_DECLS

/* Where the elements of one list are, so that they can be parsed a few at a time. */
typedef struct
{
  gsize start;
  gsize end; /* behind it; white space may lie between */
} GeoatJsonSlice;

typedef struct
{
  const char *name; /* in: of the list, a member of the root */
  gsize start;      /* right behind its “[” */
  gsize end;        /* its “]”; 0: there is no such list */
  GArray *elements; /* in: empty; of GeoatJsonSlice */

  /* Names to spread before json-glib sees them, see geoat-json-names.c. */
  GArray *spread; /* in: empty; of GeoatJsonSpread; NULL: nobody wants to know */
  gboolean (*is_known) (const char *name, gsize length); /* whether somebody looks for that name */
} GeoatJsonSplit;

/* geoat_json_check() with the place and the message apart; @split can be NULL. */
gboolean geoat_json_check_split (
    const char *bytes, gsize length, GeoatJsonSplit *split, char **place, char **message);

G_END_DECLS
