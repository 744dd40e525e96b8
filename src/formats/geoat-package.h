/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

GBytes *geoat_package_read_member (GBytes *package, const char *name, GError **error); /* full */

G_END_DECLS
