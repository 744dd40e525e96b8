/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A Word document: the template as Word users expect it, landscape, a table for each key element,
 * with title page, scores, charts, activities and remarks. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include "geoat-docx.h"

#include "geoat-archive.h"
#include "geoat-docx-private.h"

static gboolean
add_pictures (GeoatArchive *archive, GPtrArray *pictures, GError **error)
{
  for (guint i = 0; i < pictures->len; i++)
    {
      const GeoatPicture *picture = g_ptr_array_index (pictures, i);
      g_autofree char *name = g_strdup_printf ("word/media/picture%u.png", i + 1);

      if (!geoat_archive_add (archive, name, picture->png, error))
        return FALSE;
    }
  return TRUE;
}

/* The parts that follow from the template alone. */
static gboolean
add_parts (GeoatArchive *archive, const GeoatTemplate *template, GError **error)
{
  static const struct
  {
    const char *name;
    GBytes *(*make) (const GeoatTemplate *template);
  } parts[] = {
    { "word/styles.xml", geoat_docx_make_styles },
    { "word/settings.xml", geoat_docx_make_settings },
    { "word/header.xml", geoat_docx_make_header },
    { "word/footer.xml", geoat_docx_make_footer },
    { "docProps/core.xml", geoat_docx_make_properties },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      g_autoptr (GBytes) bytes = parts[i].make (template);

      if (!geoat_archive_add (archive, parts[i].name, bytes, error))
        return FALSE;
    }
  return geoat_archive_add_text (archive, "docProps/app.xml", geoat_docx_application_properties,
                                 error);
}

/**
 * geoat_docx_export:
 * @plan: the plan
 * @options: round, language and day
 * @stream: where to write
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Writes the plan as a Word document (Office Open XML).
 *
 * Returns: whether it worked
 */
gboolean
geoat_docx_export (GeoatPlan *plan,
                   const GeoatExportOptions *options,
                   GOutputStream *stream,
                   GCancellable *cancellable,
                   GError **error)
{
  g_autoptr (GeoatTemplate) template = geoat_template_new (plan, options);
  g_autoptr (GeoatArchive) archive = geoat_archive_new (stream, cancellable, error);
  g_autoptr (GPtrArray) pictures = NULL;
  g_autoptr (GBytes) body = NULL;
  g_autofree char *content_types = geoat_docx_make_content_types ();
  g_autofree char *relations = NULL;

  if (archive == NULL)
    return FALSE;
  pictures = geoat_picture_make_all (template, GEOAT_DOCX_TEXT_WIDTH / 20.0,
                                     GEOAT_DOCX_TEXT_HEIGHT / 20.0, error);
  if (pictures == NULL || g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  relations = geoat_docx_make_relations (pictures->len);
  body = geoat_docx_make_body (template, pictures);
  return geoat_archive_add_text (archive, "[Content_Types].xml", content_types, error) &&
         geoat_archive_add_text (archive, "_rels/.rels", geoat_docx_package_relations, error) &&
         geoat_archive_add (archive, "word/document.xml", body, error) &&
         geoat_archive_add_text (archive, "word/_rels/document.xml.rels", relations, error) &&
         add_parts (archive, template, error) && add_pictures (archive, pictures, error) &&
         geoat_archive_close (archive, error);
}
