/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading a member of a ZIP package that someone else has made. Nothing in it is trusted: the
 * number of members and the size of the one that is read are limited, whatever the package says
 * about them, and nothing is ever written to a file. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "core/geoat-error.h"

#define MAX_MEMBERS 10000
#define MAX_SIZE ((gsize) 128 << 20)
#define BLOCK (1 << 16)

/* The content of the present member, up to the limit. */
static GBytes *
read_content (struct archive *archive, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK);

  for (;;)
    {
      la_ssize_t n = archive_read_data (archive, block, BLOCK);

      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&content));
      if (n < 0)
        {
          g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID, _ ("the file is damaged: %s"),
                       archive_error_string (archive));
          return NULL;
        }
      if (content->len + (gsize) n > MAX_SIZE)
        {
          g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_TOO_LARGE,
                               _ ("what is packed in it is larger than 128 MiB"));
          return NULL;
        }
      g_byte_array_append (content, block, (guint) n);
    }
}

/**
 * geoat_package_read_member:
 * @package: the bytes of the package
 * @name: the name of the member
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the content of the member; %NULL when there is none, when the package
 * is damaged, or when the member is larger than 128 MiB
 */
GBytes *
geoat_package_read_member (GBytes *package, const char *name, GError **error)
{
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  GBytes *content = NULL;
  gsize length;
  const void *bytes = g_bytes_get_data (package, &length);
  int status = ARCHIVE_FATAL;
  gboolean found = FALSE;

  archive_read_support_format_zip_seekable (archive);
  if (length > 0)
    status = archive_read_open_memory (archive, bytes, length);
  for (guint i = 0; status >= ARCHIVE_WARN && !found && i < MAX_MEMBERS; i++)
    {
      const char *path;

      status = archive_read_next_header (archive, &entry);
      if (status < ARCHIVE_WARN || status == ARCHIVE_EOF)
        break;
      path = archive_entry_pathname (entry);
      found = path != NULL && g_str_equal (path, name);
      if (found)
        content = read_content (archive, error);
    }
  if (!found)
    g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                 _ ("this is not such a file: there is no “%s” in it"), name);
  archive_read_free (archive);
  return content;
}
