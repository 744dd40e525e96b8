/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-document.h"

G_BEGIN_DECLS

/**
 * BenchWindow:
 *
 * A window of this process that gets keys and turns of the wheel from an X connection of its own,
 * as from a person, and the times from each of them to the first frame that shows what it did.
 */
typedef struct _BenchWindow BenchWindow;

void bench_start (void);
void bench_wait (guint milliseconds);
GtkWindow *bench_open_plan (guint n, const char *view);
GeoatEntry *bench_reveal (GtkWindow *window, guint entry, GeoatField field);

BenchWindow *bench_window_new (GtkWindow *window, int x);
void bench_window_watch (BenchWindow *self, gpointer instance, const char *signal);
void bench_window_focus (BenchWindow *self, gboolean pointer);
void bench_window_press (BenchWindow *self, const char *key);
void bench_window_type (BenchWindow *self, const char *text, GArray *times, GArray *working);
void bench_window_turn_wheel (BenchWindow *self, guint n, gboolean down, GArray *times);
void bench_window_move (BenchWindow *self, GtkAdjustment *adjustment, double step, GArray *times);

void bench_print_times (const char *what, GArray *times);
double bench_get_time (GArray *times, double part);
gboolean bench_check (const char *what, double found, double limit);

G_END_DECLS
