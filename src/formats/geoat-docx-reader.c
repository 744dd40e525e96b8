/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a Word document, whoever has written it: its text, its notes and comments, and the
 * styles, which say what is a heading. The styles of our own documents, "GEOAT …", are those of
 * texts that follow from the plan. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-docx-reader.h"

#include <string.h>

#include "geoat-docx-reader-private.h"
#include "geoat-package.h"
#include "geoat-part-reader.h"

/* The part of that kind, full; NULL: there is none, or with an error that it cannot be read. */
static GBytes *
read_related (const GeoatDocument *document, const char *kind, GError **error)
{
  const char *name = geoat_relations_find (document->relations, kind);

  return name != NULL
             ? geoat_package_read_member (document->package, name, document->cancellable, error)
             : NULL;
}

/* Learns the notes and comments that a document has; FALSE: they are damaged. */
static gboolean
read_notes (const GeoatDocument *document, GError **error)
{
  static const char *const kinds[] = { "footnotes", "endnotes", "comments" };
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_sheet_free);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      GError *problem = NULL;
      g_autoptr (GBytes) part = read_related (document, kinds[i], &problem);

      if (problem != NULL)
        g_propagate_error (error, problem);
      if (problem != NULL ||
          (part != NULL && !geoat_document_read_part (document, part, tables, error)))
        return FALSE;
    }
  return TRUE;
}

/* The styles of headings, by their ids. */
typedef struct
{
  GHashTable *headings;
  char *id; /* of the style that is being read, or NULL */
} Styles;

/* Whether a style of that name is one of headings, or of what our own documents say beside the
 * template. The names of Word's own styles are the same in all its languages. */
static gboolean
is_heading_name (const char *name)
{
  static const char *const prefixes[] = { "heading ", "toc ", "geoat " };
  g_autofree char *folded = g_ascii_strdown (name, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    if (g_str_has_prefix (folded, prefixes[i]))
      return TRUE;
  return g_str_equal (folded, "title") || g_str_equal (folded, "subtitle");
}

static gboolean
style_cb (xmlTextReaderPtr xml, const char *name, gboolean begins, gpointer data)
{
  Styles *self = data;

  if (g_str_equal (name, "style"))
    {
      g_clear_pointer (&self->id, g_free);
      if (begins)
        self->id = geoat_part_get_attribute (xml, "styleId");
    }
  else if (begins && self->id != NULL)
    {
      g_autofree char *value = geoat_part_get_attribute (xml, "val");

      if (g_str_equal (name, "outlineLvl") ||
          (g_str_equal (name, "name") && value != NULL && is_heading_name (value)))
        g_hash_table_add (self->headings, g_strdup (self->id));
    }
  return TRUE;
}

/* Learns which styles are those of headings. A document without styles has no headings, and is
 * none the worse when they are damaged. */
static void
read_styles (const GeoatDocument *document)
{
  g_autoptr (GBytes) part = read_related (document, "styles", NULL);
  Styles styles = { document->headings, NULL };

  if (part != NULL)
    geoat_part_read (part, style_cb, NULL, &styles, document->cancellable);
  g_free (styles.id);
}

/* The comments that the text does not refer to: it is deleted, say. */
static gboolean
take_other_comments (const GeoatDocument *document, GError **error)
{
  g_autoptr (GList) keys =
      g_list_sort (g_hash_table_get_keys (document->texts), (GCompareFunc) strcmp);
  GeoatSheet *sheet = geoat_sheet_new ("");
  gsize size = 0;
  gboolean fits = TRUE;

  sheet->name_is_text = TRUE;
  sheet->follows = TRUE;
  g_ptr_array_add (document->sheets, sheet);
  for (GList *key = keys; key != NULL && fits; key = key->next)
    if (g_str_has_prefix (key->data, "comment"))
      fits = geoat_sheet_add_aside (sheet, GEOAT_ASIDE_COMMENT, 0, 0,
                                    g_hash_table_lookup (document->texts, key->data), &size);
  return fits || geoat_sheet_fail_too_large (error);
}

/**
 * geoat_docx_read:
 * @bytes: the content of a file
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Returns: (transfer full): an array of #GeoatSheet, one for each table, and one for text behind
 *   the last; %NULL when this is no Word document, or it was stopped
 */
GPtrArray *
geoat_docx_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_sheet_free);
  g_autoptr (GHashTable) texts = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) headings = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  g_autofree char *name = geoat_package_find_main (bytes, "word/document.xml", cancellable);
  g_autoptr (GBytes) body = geoat_package_read_member (bytes, name, cancellable, error);
  g_autoptr (GPtrArray) relations = geoat_package_read_relations (bytes, name, cancellable, NULL);
  const GeoatDocument document = { bytes, relations, sheets, texts, headings, cancellable };

  if (body == NULL)
    return NULL;
  read_styles (&document);
  if (!read_notes (&document, error) ||
      !geoat_document_read_part (&document, body, sheets, error) ||
      !take_other_comments (&document, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&sheets);
}
