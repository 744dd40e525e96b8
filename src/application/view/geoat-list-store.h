/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

void geoat_list_store_replace (GListStore *self, GPtrArray *items);

G_END_DECLS
