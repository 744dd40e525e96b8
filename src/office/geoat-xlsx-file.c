/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A workbook that is whole, out of a library that does not notice when it is not.
 *
 * How it works: libxlsxwriter writes the parts of a workbook to temporary files and does not look
 * whether that succeeds; what is lost there is missing in a package that is otherwise valid. So
 * each workbook is made twice: what fails once makes the two differ. What fails for good, as on a
 * disk that is full, cuts off the parts, which are no XML any more. What the library prints on
 * standard error meanwhile is its own business and is not let through. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include "geoat-xlsx-file.h"

#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "geoat-error.h"
#include "geoat-package.h"
#include "geoat-posix.h"

/* FALSE: it cannot be made in the folder, for whatever reason there is. */
static gboolean
fail (const char *folder, GError **error)
{
  g_autofree char *parent = g_path_get_dirname (folder);
  g_autofree char *name = g_filename_display_name (parent);

  g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_FAILED,
               /* Translators: %s is a folder */
               _ ("it cannot be made in “%s”, where files are kept for a moment: there may be no "
                  "room left"),
               name);
  return FALSE;
}

/* The workbook as it comes out of the library once. */
static GBytes *
make_once (GeoatXlsxFileFunc make, gconstpointer data, const char *folder, GError **error)
{
  g_autofree char *path = g_build_filename (folder, "plan.xlsx", NULL);
  char *content = NULL;
  gsize length = 0;
  gboolean done;
  int out = geoat_posix_mute ();

  geoat_posix_add_temporary (path);
  done = make (data, path, error);
  geoat_posix_unmute (out);
  if (done && !g_file_get_contents (path, &content, &length, NULL))
    done = fail (folder, error);
  g_unlink (path);
  geoat_posix_remove_temporary (path);
  return done ? g_bytes_new_take (content, length) : NULL;
}

/**
 * geoat_xlsx_file_make:
 * @make: (scope call): makes the workbook
 * @data: for @make
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Returns: (transfer full): the content of a workbook that is whole
 */
GBytes *
geoat_xlsx_file_make (GeoatXlsxFileFunc make,
                      gconstpointer data,
                      GCancellable *cancellable,
                      GError **error)
{
  g_autofree char *folder = g_dir_make_tmp ("geoat-XXXXXX", error);
  g_autoptr (GBytes) workbook = NULL;
  g_autoptr (GBytes) again = NULL;
  gboolean whole;

  if (folder == NULL)
    return NULL;
  geoat_posix_add_temporary (folder);
  workbook = make_once (make, data, folder, error);
  if (workbook != NULL && !g_cancellable_is_cancelled (cancellable))
    again = make_once (make, data, folder, error);
  g_rmdir (folder);
  geoat_posix_remove_temporary (folder);

  if (g_cancellable_is_cancelled (cancellable))
    g_clear_error (error);
  if (g_cancellable_set_error_if_cancelled (cancellable, error) || workbook == NULL ||
      again == NULL)
    return NULL;
  whole = g_bytes_equal (workbook, again) && geoat_package_is_whole (workbook, cancellable);
  if (!whole && !g_cancellable_set_error_if_cancelled (cancellable, error))
    fail (folder, error);
  return whole ? g_steal_pointer (&workbook) : NULL;
}
