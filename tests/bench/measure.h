/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double measure_time (void);
GBytes *measure_load (const char *path);
void measure_run (
    const char *self, const char *mode, const char *path, double *numbers, guint n_numbers);
gboolean measure_check (const char *what, double found, double limit);

G_END_DECLS
