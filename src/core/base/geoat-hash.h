/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* A #GHashFunc for texts that come from files. */
guint geoat_hash_text (gconstpointer text);
guint64 geoat_hash_bytes (const void *bytes, gsize length);

G_END_DECLS
