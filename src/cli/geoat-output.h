/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-file.h"

G_BEGIN_DECLS

void geoat_output_protect (void);
void geoat_output_print (const char *text);
void geoat_output_write (const void *bytes, gsize length);
int geoat_output_finish (int status);

gboolean geoat_output_print_whole (GeoatFileWriter writer, gpointer data, GError **error);
gboolean geoat_output_replace_file (
    const char *output, const char *input, GeoatFileWriter writer, gpointer data, GError **error);

void geoat_output_problem (const char *file, const char *place, const char *message);
void geoat_output_error (const char *file, const GError *error);

G_END_DECLS
