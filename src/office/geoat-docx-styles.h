/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

typedef enum
{
  GEOAT_DOCX_STYLE_PLAIN,
  GEOAT_DOCX_STYLE_HEADING,
  GEOAT_DOCX_STYLE_CONTENTS, /* a line of a table of contents */
  GEOAT_DOCX_STYLE_PROMPT,   /* an invitation to fill in a form field */
  GEOAT_DOCX_STYLE_OURS,     /* a text that our own documents have beside the template */
} GeoatDocxStyleKind;

/**
 * GeoatDocxStyle:
 * @kind: what it is, by its name
 * @based_on: (nullable): the id of the style that it changes
 * @hidden: whether its text is hidden; -1: it does not say
 * @struck: whether it is struck through; likewise
 * @font: (nullable): its font
 * @num_id: its numbering; -1: it does not say
 * @num_level: the level in that
 *
 * What matters of a style of a Word document.
 */
typedef struct
{
  GeoatDocxStyleKind kind;
  char *based_on;
  int hidden;
  int struck;
  char *font;
  int num_id;
  int num_level;
} GeoatDocxStyle;

GHashTable *geoat_docx_styles_read (GBytes *part, GCancellable *cancellable); /* full */

G_END_DECLS
