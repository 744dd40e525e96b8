/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

/**
 * GeoatShareNameUse:
 * @object: what was given along
 * @name: a name
 *
 * Keeps a choice under the name that was given to it.
 */
typedef void (*GeoatShareNameUse) (gpointer object, const char *name);

void geoat_share_name_ask (GtkWindow *parent,
                           GSettings *settings,
                           GeoatShareNameUse use,
                           gpointer object);
const char *geoat_share_name_get_own (void); /* of the choice that has no name */

G_END_DECLS
