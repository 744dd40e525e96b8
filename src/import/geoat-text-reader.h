/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char *
geoat_text_decode (GBytes *bytes, gsize *length, const char **guess, GError **error);  /* full */
GBytes *geoat_text_convert (GBytes *bytes, const char *encoding, GError **error);      /* full */
GPtrArray *geoat_text_read (GBytes *bytes, GCancellable *cancellable, GError **error); /* full */
gboolean geoat_text_is_name (const char *name);

G_END_DECLS
