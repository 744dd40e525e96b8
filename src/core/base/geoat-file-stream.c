/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A stream into a file that is open. It can make the hash, too: the bytes pass through here anyway,
 * and reading a large file back for it would take longer. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-file-stream.h"
#include "geoat-posix.h"

struct _GeoatFileStream
{
  GOutputStream parent_instance;

  int fd;
  guint64 size;
  GChecksum *checksum; /* NULL: not wanted */
};

G_DEFINE_FINAL_TYPE (GeoatFileStream, geoat_file_stream, G_TYPE_OUTPUT_STREAM)

static gssize
geoat_file_stream_write (GOutputStream *stream,
                         const void *buffer,
                         gsize count,
                         GCancellable *cancellable,
                         GError **error)
{
  GeoatFileStream *self = GEOAT_FILE_STREAM (stream);
  gsize n_written = 0;
  int code;

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return -1;

  code = geoat_posix_write (self->fd, buffer, count, &n_written);
  if (code != 0)
    {
      g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
      return -1;
    }

  if (self->checksum != NULL)
    g_checksum_update (self->checksum, buffer, (gssize) n_written);
  self->size += n_written;
  return (gssize) n_written;
}

static void
geoat_file_stream_finalize (GObject *object)
{
  GeoatFileStream *self = GEOAT_FILE_STREAM (object);

  g_clear_pointer (&self->checksum, g_checksum_free);

  G_OBJECT_CLASS (geoat_file_stream_parent_class)->finalize (object);
}

static void
geoat_file_stream_class_init (GeoatFileStreamClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = geoat_file_stream_finalize;
  G_OUTPUT_STREAM_CLASS (klass)->write_fn = geoat_file_stream_write;
}

static void
geoat_file_stream_init (GeoatFileStream *self)
{
  self->fd = -1;
}

GeoatFileStream *
geoat_file_stream_new (int fd, gboolean hash)
{
  GeoatFileStream *self = g_object_new (GEOAT_TYPE_FILE_STREAM, NULL);

  self->fd = fd;
  if (hash)
    self->checksum = g_checksum_new (G_CHECKSUM_SHA256);
  return self;
}

guint64
geoat_file_stream_get_size (GeoatFileStream *self)
{
  return self->size;
}

void
geoat_file_stream_get_hash (GeoatFileStream *self, guint8 hash[32])
{
  gsize length = 32;

  g_checksum_get_digest (self->checksum, hash, &length);
}
