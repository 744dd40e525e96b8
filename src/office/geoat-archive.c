/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A ZIP package, written to a stream: what DOCX files are made of.
 *
 * Every member has the same time stamp, the first one that ZIP can express: the same plan gives the
 * same bytes, and the package does not tell when it was made. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include "geoat-archive.h"

#include <archive.h>
#include <archive_entry.h>
#include <errno.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-error.h"

#define FIRST_TIME 315619200 /* 1 January 1980, noon, so that no time zone makes it 1979 */

struct _GeoatArchive
{
  struct archive *archive;
  GOutputStream *stream;
  GCancellable *cancellable;
  GError *error; /* of the stream, while the archive library is between it and us */
};

static la_ssize_t
write_cb (struct archive *archive, void *data, const void *buffer, size_t length)
{
  GeoatArchive *self = data;

  if (self->error == NULL && g_output_stream_write_all (self->stream, buffer, length, NULL,
                                                        self->cancellable, &self->error))
    return (la_ssize_t) length;

  archive_set_error (archive, EIO, "write");
  return -1;
}

/* Turns what went wrong into an error; FALSE for the caller to return. */
static gboolean
fail (GeoatArchive *self, GError **error)
{
  if (self->error != NULL)
    g_propagate_error (error, g_steal_pointer (&self->error));
  else
    g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_FAILED, _ ("The package cannot be made"));
  return FALSE;
}

/**
 * geoat_archive_new:
 * @stream: where to write
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Returns: (transfer full): an empty package; %NULL when it cannot be made
 */
GeoatArchive *
geoat_archive_new (GOutputStream *stream, GCancellable *cancellable, GError **error)
{
  g_autoptr (GeoatArchive) self = g_new0 (GeoatArchive, 1);

  self->stream = g_object_ref (stream);
  self->cancellable = cancellable ? g_object_ref (cancellable) : NULL;
  self->archive = archive_write_new ();
  if (archive_write_set_format_zip (self->archive) != ARCHIVE_OK ||
      archive_write_zip_set_compression_deflate (self->archive) != ARCHIVE_OK ||
      archive_write_set_bytes_in_last_block (self->archive, 1) != ARCHIVE_OK ||
      archive_write_open (self->archive, self, NULL, write_cb, NULL) != ARCHIVE_OK)
    {
      fail (self, error);
      return NULL;
    }
  return g_steal_pointer (&self);
}

void
geoat_archive_free (GeoatArchive *self)
{
  /* A package that was not closed is left as it is: nothing more is written on the way out. */
  archive_write_fail (self->archive);
  archive_write_free (self->archive);
  g_clear_error (&self->error);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->stream);
  g_free (self);
}

/**
 * geoat_archive_add:
 * @self: the package
 * @name: the name of the member
 * @content: its content
 * @error: return location for a #GError
 *
 * Returns: whether it worked
 */
gboolean
geoat_archive_add (GeoatArchive *self, const char *name, GBytes *content, GError **error)
{
  struct archive_entry *entry = archive_entry_new ();
  gsize length;
  const void *bytes = g_bytes_get_data (content, &length);
  gboolean done;

  archive_entry_set_pathname (entry, name);
  archive_entry_set_size (entry, (la_int64_t) length);
  archive_entry_set_filetype (entry, AE_IFREG);
  archive_entry_set_perm (entry, 0644);
  archive_entry_set_mtime (entry, FIRST_TIME, 0);

  done = archive_write_header (self->archive, entry) == ARCHIVE_OK &&
         archive_write_data (self->archive, bytes, length) == (la_ssize_t) length;
  archive_entry_free (entry);
  return done || fail (self, error);
}

/**
 * geoat_archive_add_text:
 * @self: the package
 * @name: the name of the member
 * @content: its content, a text
 * @error: return location for a #GError
 *
 * Returns: whether it worked
 */
gboolean
geoat_archive_add_text (GeoatArchive *self, const char *name, const char *content, GError **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new_static (content, strlen (content));

  return geoat_archive_add (self, name, bytes, error);
}

/**
 * geoat_archive_close:
 * @self: the package
 * @error: return location for a #GError
 *
 * Writes what comes at the end of a package. The stream stays open.
 *
 * Returns: whether it worked
 */
gboolean
geoat_archive_close (GeoatArchive *self, GError **error)
{
  return archive_write_close (self->archive) == ARCHIVE_OK || fail (self, error);
}
