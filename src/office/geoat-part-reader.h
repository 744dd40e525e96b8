/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/xmlreader.h>

G_BEGIN_DECLS

/* What happens in a part: the beginning and end of an element, after which FALSE ends the reading,
 * and text. */
typedef gboolean (*GeoatPartElementFunc) (xmlTextReaderPtr xml,
                                          const char *name,
                                          gboolean begins,
                                          gpointer data);
typedef void (*GeoatPartTextFunc) (const char *text, gpointer data);

gboolean geoat_part_read (GBytes *part,
                          GeoatPartElementFunc element,
                          GeoatPartTextFunc text,
                          gpointer data,
                          GCancellable *cancellable);
char *geoat_part_get_attribute (xmlTextReaderPtr xml, const char *name); /* full */
int geoat_part_get_int (xmlTextReaderPtr xml, const char *name, int otherwise);
gboolean geoat_part_is_on (xmlTextReaderPtr xml);

G_END_DECLS
