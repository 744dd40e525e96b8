/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define GEOAT_FILE_MAX_SIZE (G_GUINT64_CONSTANT (256) << 20)

/* What is known of a file's content: to find out whether someone else has changed it. */
typedef struct
{
  gboolean exists;
  guint64 size;
  gint64 modified; /* nanoseconds since 1970 */
  guint8 hash[32]; /* SHA-256 of the content */

  /* Only of what this process has read or written itself; 0 otherwise. */
  guint64 inode;
  gint64 changed;     /* when anything of it was changed last, nanoseconds since 1970 */
  gboolean is_recent; /* it was written so shortly before that its times may stay when it changes */
} GeoatFileState;

/* The path of a file on this computer; an error that says so for any other. */
char *geoat_file_get_path (GFile *file, GError **error); /* full */

/* Reads a regular file of at most 256 MiB; never blocks on a FIFO or a device. @state may be NULL.
 */
GBytes *geoat_file_read (const char *path,
                         GeoatFileState *state,
                         GCancellable *cancellable,
                         GError **error);

/* What to write: called once with the stream. */
typedef gboolean (*GeoatFileWriter) (GOutputStream *stream,
                                     gpointer data,
                                     GCancellable *cancellable,
                                     GError **error);

/* A #GeoatFileWriter of a #GBytes. */
gboolean geoat_file_write_bytes (GOutputStream *stream,
                                 gpointer data,
                                 GCancellable *cancellable,
                                 GError **error);

typedef enum
{
  GEOAT_FILE_REPLACE = 0,
  GEOAT_FILE_CREATE =
      1 << 0, /* fails with GEOAT_ERROR_EXISTS when there is a file, without a race */
  GEOAT_FILE_PRIVATE = 1 << 1, /* mode 0600, folders 0700 */
} GeoatFileFlags;

/* Writes atomically and durably: beside the file (through a symbolic link: beside its target),
 * fsync, rename, fsync the folder. Permissions of an existing file stay. On any error the old file
 * is untouched and no other file is left. With @expected the present file must be as described,
 * else GEOAT_ERROR_CHANGED_OUTSIDE.
 * @state (may be NULL) gets the new state. */
gboolean geoat_file_write (const char *path,
                           GeoatFileFlags flags,
                           const GeoatFileState *expected,
                           GeoatFileWriter writer,
                           gpointer data,
                           GeoatFileState *state,
                           GCancellable *cancellable,
                           GError **error);

/* Whether the file is still as @state says: size, times and place first, the content only when one
 * of the latter differs, or proves nothing. */
gboolean geoat_file_is_unchanged (const char *path, const GeoatFileState *state);

/* Whether both paths lead to one file, whatever it is called; FALSE when there is none. */
gboolean geoat_file_is_same (const char *path, const char *other);

G_END_DECLS
