/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void geoat_json_format_double (double number, char text[G_ASCII_DTOSTR_BUF_SIZE]);

G_END_DECLS
