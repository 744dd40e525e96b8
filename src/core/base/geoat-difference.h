/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GeoatDifference:
 * @start: where two texts begin to differ, in bytes
 * @old_length: how many bytes from there on are replaced
 * @new_length: by how many
 *
 * What is different between a text before and after an edit.
 */
typedef struct
{
  gsize start;
  gsize old_length;
  gsize new_length;
} GeoatDifference;

void geoat_difference_find (GeoatDifference *self, const char *old_text, const char *new_text);

/* One character was put in or taken out. */
gboolean geoat_difference_is_typing (const char *before, const char *after);
/* The same, right where an edit of the same sort, from @first to @before, left off. */
gboolean geoat_difference_continues (const char *first, const char *before, const char *after);
gboolean geoat_difference_appends (const char *before, const char *after, gsize tail);

G_END_DECLS
