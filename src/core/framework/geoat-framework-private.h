/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "geoat-framework.h"

G_BEGIN_DECLS

/* Private to the core: how a framework is laid out, for the file that fills it in. */

/* Not applicable stands in front of the six levels. */
#define LEVEL_SLOT(level) ((level) + 1)
#define N_LEVEL_SLOTS (GEOAT_N_LEVELS + 1)

/* Tag, wording, tag, wording, … */
typedef char **GeoatText;

typedef struct
{
  GeoatText name;
  GeoatText short_name;
  GeoatText meaning;
} GeoatFrameworkLevel;

typedef struct
{
  char *id;
  GeoatText heading;
  GeoatText prompt;
} GeoatFrameworkColumn;

typedef struct
{
  char *id;
  GeoatText name;
  GeoatText short_name;
  guint first_key_element;
  guint n_key_elements;
} GeoatFrameworkPrinciple;

typedef struct
{
  char *id;
  GeoatText name;
  GeoatText about;
  guint principle;
  guint first_indicator;
  guint n_indicators;
} GeoatFrameworkKeyElement;

typedef struct
{
  char *source; /* "geoat-2023/1A.03" */
  GeoatText text;
} GeoatFrameworkIndicator;

struct _GeoatFramework
{
  GObject parent_instance;

  char *id;
  GeoatText name;
  GeoatText about;
  GeoatFrameworkLevel levels[N_LEVEL_SLOTS];
  GeoatFrameworkColumn columns[GEOAT_N_COLUMNS];
  GArray *principles;   /* of GeoatFrameworkPrinciple */
  GArray *key_elements; /* of GeoatFrameworkKeyElement, in order of the principles */
  GArray *indicators;   /* of GeoatFrameworkIndicator, in order of the key elements */
  GHashTable *by_id;    /* key elements: id to position + 1 */
};

/* Fills in a new framework; when it fails the framework is of no use. */
gboolean geoat_framework_read (GeoatFramework *self, GBytes *bytes, GError **error);

G_END_DECLS
