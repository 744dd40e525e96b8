/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "geoat-sharing.h"
#include "geoat-format.h"

G_BEGIN_DECLS

/* What was chosen last for a plan, by its id. */
void geoat_share_memory_remember (GSettings *settings,
                                  const char *plan,
                                  const char *format,
                                  const GeoatSharing *sharing,
                                  gboolean charts);
gboolean geoat_share_memory_recall (
    GSettings *settings, const char *plan, char **format, GeoatSharing **sharing, gboolean *charts);

/* The paper, for all plans. */
void geoat_share_memory_remember_paper (GSettings *settings, GeoatPaper paper);
GeoatPaper geoat_share_memory_recall_paper (GSettings *settings);

/* Choices that were kept under a name. */
char **geoat_share_memory_list_kept (GSettings *settings); /* full, sorted */
GeoatSharing *geoat_share_memory_get_kept (GSettings *settings,
                                           const char *name); /* full; NULL: none */
gboolean geoat_share_memory_is_same_name (const char *name, const char *other);
char *geoat_share_memory_find_kept (GSettings *settings, const char *name); /* full; NULL: none */
void geoat_share_memory_keep (GSettings *settings, const char *name, const GeoatSharing *sharing);
void geoat_share_memory_forget (GSettings *settings, const char *name);

G_END_DECLS
