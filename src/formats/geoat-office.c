/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Word documents, workbooks and calendars, loaded when one is written or read for the first time.
 *
 * How it works: what these formats need (libarchive, libxml2, libxlsxwriter, libical, and what
 * these need) takes longer to load than all the rest of a command that shows scores, and some
 * megabytes. So src/office is a module. It uses the program's own code for all the rest, and stays
 * until the program ends. Tests are linked with it.
 *
 * A program knows of one place only where its module is, by the folder that it is in itself: in a
 * build tree and in an installation, also in one that was put below another root, the way from the
 * one to the other is known. From anywhere else it takes the module that is installed. Nothing is
 * searched, so that nobody can put another one in the way, and no library takes longer to find, as
 * each would with a run path. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-office.h"

#include <glib/gi18n-lib.h>
#include <gmodule.h>
#include <string.h>

#include "geoat-error.h"

static const struct
{
  const char *program;
  const char *module;
} folders[] = {
  { "/src/cli", "/src/office" },
  { "/src/application", "/src/office" },
  { GEOAT_PROGRAM_DIR, GEOAT_OFFICE_DIR },
};

/* (transfer full): the path of the module */
static char *
get_path (void)
{
  g_autofree char *program = g_file_read_link ("/proc/self/exe", NULL);
  g_autofree char *folder = program ? g_path_get_dirname (program) : g_strdup ("");

  for (gsize i = 0; i < G_N_ELEMENTS (folders); i++)
    {
      if (g_str_has_suffix (folder, folders[i].program))
        {
          folder[strlen (folder) - strlen (folders[i].program)] = '\0';
          return g_strconcat (folder, folders[i].module, "/" GEOAT_OFFICE_MODULE, NULL);
        }
    }
  return g_build_filename (GEOAT_OFFICE_DIR, GEOAT_OFFICE_MODULE, NULL);
}

static const GeoatOffice *
fail (const char *path, const char *reason, GError **error)
{
  g_autofree char *name = g_filename_display_name (path);

  /* The system's own messages begin with the file most of the time. */
  if (g_str_has_prefix (reason, path) && g_str_has_prefix (reason + strlen (path), ": "))
    reason += strlen (path) + strlen (": ");
  g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_FAILED,
               /* Translators: the first %s is a file of the program, the second is why */
               _ ("“%s”, which Word documents, workbooks and calendars need, cannot be loaded: %s"),
               name, reason);
  return NULL;
}

static const GeoatOffice *
load (GError **error)
{
  g_autofree char *path = get_path ();
  g_autoptr (GError) reason = NULL;
  GModule *module = g_module_open_full (path, G_MODULE_BIND_LAZY | G_MODULE_BIND_LOCAL, &reason);
  const GeoatOffice *(*get_functions) (void) = NULL;
  const GeoatOffice *office;

  if (module == NULL)
    return fail (path, reason->message, error);
  g_module_make_resident (module);
  if (!g_module_symbol (module, "geoat_office_get_functions", (gpointer *) &get_functions))
    return fail (path, g_module_error (), error);

  /* The program may have been replaced by a newer one since it was started. */
  office = get_functions ();
  if (!g_str_equal (office->version, GEOAT_VERSION))
    return fail (path, _ ("it belongs to another version: start the program anew"), error);
  return office;
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
