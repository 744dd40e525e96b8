/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Word documents, workbooks and calendars, loaded when one is written or read for the first time.
 *
 * How it works: what these formats need (libarchive, libxml2, libxlsxwriter, libical, and what
 * these need) takes longer to load than all the rest of a command that shows scores, and some
 * megabytes. So src/office is a file that is loaded by its name: the program says where to look for
 * it (its run path), in the build tree as well as where it is installed. It uses the program's own
 * code for all the rest, and stays until the program ends. Tests are linked with it. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-office.h"

#include <dlfcn.h>
#include <glib/gi18n-lib.h>

#include "core/geoat-error.h"

static const GeoatOffice *
load (GError **error)
{
  void *module = dlopen (GEOAT_OFFICE_MODULE, RTLD_LAZY | RTLD_LOCAL);
  const GeoatOffice *(*get_functions) (void) = NULL;

  if (module != NULL)
    *(void **) &get_functions = dlsym (module, "geoat_office_get_functions");
  if (get_functions != NULL)
    return get_functions ();

  g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_FAILED,
               /* Translators: %s is why, from the system, with the name of the file */
               _ ("A part of GEOAT Planner is missing or broken, install it anew: %s"), dlerror ());
  return NULL;
}

/* From any thread. */
static const GeoatOffice *
get_office (GError **error)
{
  static GMutex mutex;
  static const GeoatOffice *office;
  g_autoptr (GMutexLocker) locker = g_mutex_locker_new (&mutex);

  if (office == NULL)
    office = geoat_office_get_functions != NULL ? geoat_office_get_functions () : load (error);
  return office;
}

/**
 * geoat_office_export_docx:
 *
 * The #GeoatExportFunc of Word documents.
 */
gboolean
geoat_office_export_docx (GeoatPlan *plan,
                          const GeoatExportOptions *options,
                          GOutputStream *stream,
                          GCancellable *cancellable,
                          GError **error)
{
  const GeoatOffice *office = get_office (error);

  return office != NULL && office->export_docx (plan, options, stream, cancellable, error);
}

/**
 * geoat_office_export_ics:
 *
 * The #GeoatExportFunc of calendars.
 */
gboolean
geoat_office_export_ics (GeoatPlan *plan,
                         const GeoatExportOptions *options,
                         GOutputStream *stream,
                         GCancellable *cancellable,
                         GError **error)
{
  const GeoatOffice *office = get_office (error);

  return office != NULL && office->export_ics (plan, options, stream, cancellable, error);
}

/**
 * geoat_office_export_xlsx:
 *
 * The #GeoatExportFunc of workbooks.
 */
gboolean
geoat_office_export_xlsx (GeoatPlan *plan,
                          const GeoatExportOptions *options,
                          GOutputStream *stream,
                          GCancellable *cancellable,
                          GError **error)
{
  const GeoatOffice *office = get_office (error);

  return office != NULL && office->export_xlsx (plan, options, stream, cancellable, error);
}

/**
 * geoat_office_read_docx:
 *
 * The #GeoatImportFunc of Word documents.
 */
GPtrArray *
geoat_office_read_docx (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  const GeoatOffice *office = get_office (error);

  return office != NULL ? office->read_docx (bytes, cancellable, error) : NULL;
}

/**
 * geoat_office_read_xlsx:
 *
 * The #GeoatImportFunc of workbooks.
 */
GPtrArray *
geoat_office_read_xlsx (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  const GeoatOffice *office = get_office (error);

  return office != NULL ? office->read_xlsx (bytes, cancellable, error) : NULL;
}
