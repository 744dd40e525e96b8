/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

const char *geoat_text_guess_encoding (const char *text, gsize length); /* none */
char *geoat_text_find_encoding (const char *name);                      /* full */

G_END_DECLS
