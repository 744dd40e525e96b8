/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

void large_plan_write (const char *path, guint n);

G_END_DECLS
