/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/* A folder for the tests of files, with one plan in it. */
typedef struct
{
  char *folder;
  char *path; /* plan.geoat in it, with the content "old" */
} FileFixture;

void file_fixture_set_up (FileFixture *fixture, gconstpointer data);
void file_fixture_tear_down (FileFixture *fixture, gconstpointer data);

#define FILE_FIXTURE_ADD(name, function)                                                           \
  g_test_add (name, FileFixture, NULL, file_fixture_set_up, function, file_fixture_tear_down)

/* A #GeoatFileWriter of a text. */
gboolean file_fixture_write_text (GOutputStream *stream,
                                  gpointer data,
                                  GCancellable *cancellable,
                                  GError **error);
gboolean file_fixture_save (const char *path, const char *text, GError **error);

/* That nothing is left behind. */
void file_fixture_assert_n_files (const char *folder, guint expected);

G_END_DECLS
