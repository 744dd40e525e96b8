/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a Word document, whoever has written it: its text, its notes and comments, headers
 * and footers, and the styles, which say what is a heading. In the styles of our own documents,
 * "GEOAT …", stands what follows from the plan, and is passed over when it is that. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include "geoat-docx-reader.h"

#include <string.h>

#include "geoat-docx-reader-private.h"
#include "geoat-hash.h"
#include "geoat-package.h"
#include "geoat-part-reader.h"

/* The part of that kind, full; NULL: there is none, or with an error that it cannot be read. */
static GBytes *
read_related (const GeoatDocxReader *document, const char *kind, GError **error)
{
  const char *name = geoat_relations_find (document->relations, kind);

  return name != NULL
             ? geoat_package_read_member (document->package, name, document->cancellable, error)
             : NULL;
}

/* Learns the notes and comments that a document has; FALSE: they are damaged. */
static gboolean
read_notes (const GeoatDocxReader *document, GError **error)
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

/* The styles that are special. */
typedef struct
{
  GHashTable *styles; /* see GeoatDocxReader */
  char *id;           /* of the style that is being read, or NULL */
} Styles;

/* What a style of that name is. The names of Word's own styles are the same in all its languages.
 */
static GeoatDocumentStyle
find_style (const char *name)
{
  g_autofree char *folded = g_ascii_strdown (name, -1);

  if (g_str_has_prefix (folded, "geoat "))
    return GEOAT_DOCUMENT_STYLE_OURS;
  if (g_str_has_prefix (folded, "heading ") || g_str_has_prefix (folded, "toc ") ||
      g_str_equal (folded, "title") || g_str_equal (folded, "subtitle"))
    return GEOAT_DOCUMENT_STYLE_HEADING;
  return GEOAT_DOCUMENT_STYLE_NONE;
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
      GeoatDocumentStyle style = GEOAT_DOCUMENT_STYLE_NONE;

      if (g_str_equal (name, "outlineLvl") && g_strcmp0 (value, "9") != 0)
        style = GEOAT_DOCUMENT_STYLE_HEADING;
      else if (g_str_equal (name, "name") && value != NULL)
        style = find_style (value);
      if (style != GEOAT_DOCUMENT_STYLE_NONE)
        g_hash_table_insert (self->styles, g_strdup (self->id), GINT_TO_POINTER (style));
    }
  return TRUE;
}

/* Learns which styles are special. A document without styles has no headings, and is none the
 * worse when they are damaged. */
static void
read_styles (const GeoatDocxReader *document)
{
  g_autoptr (GBytes) part = read_related (document, "styles", NULL);
  Styles styles = { document->styles, NULL };

  if (part != NULL)
    geoat_part_read (part, style_cb, NULL, &styles, document->cancellable);
  g_free (styles.id);
}

/* Tells of a text in a header or footer. */
static gboolean
take_margin_text (const GeoatDocxReader *document, GeoatSheet *sheet, const char *text, gsize *size)
{
  return !geoat_own_texts_take_margin (document->own, text) ||
         geoat_sheet_add_aside (sheet, GEOAT_ASIDE_APART, 0, 0, text, size);
}

/* Tells of what a header or footer says: its paragraphs, and its cells when it has tables. */
static gboolean
take_margin (
    const GeoatDocxReader *document, GBytes *part, GeoatSheet *sheet, gsize *size, GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_sheet_free);
  GeoatDocxReader plain = *document;
  gboolean fits = TRUE;

  plain.styles = NULL; /* a heading of a page is none of a table */
  if (!geoat_document_read_part (&plain, part, tables, error))
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    {
      const GeoatSheet *table = g_ptr_array_index (tables, i);

      for (guint j = 0; fits && j < table->asides->len; j++)
        fits = take_margin_text (document, sheet,
                                 ((GeoatAside *) g_ptr_array_index (table->asides, j))->text, size);
      for (guint j = 0; j < table->rows->len; j++)
        for (char **cell = g_ptr_array_index (table->rows, j); fits && *cell != NULL; cell++)
          fits = take_margin_text (document, sheet, *cell, size);
    }
  return fits || geoat_sheet_fail_too_large (error);
}

/* Tells of the headers and footers. */
static gboolean
take_margins (const GeoatDocxReader *document, GeoatSheet *sheet, gsize *size, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GHashTable) parts = NULL;

  for (guint i = 0; document->relations != NULL && i < document->relations->len; i++)
    {
      const GeoatRelation *relation = g_ptr_array_index (document->relations, i);

      if (g_str_equal (relation->kind, "header") || g_str_equal (relation->kind, "footer"))
        g_ptr_array_add (names, relation->target);
    }
  if (names->len == 0)
    return TRUE;
  g_ptr_array_add (names, NULL);
  parts = geoat_package_read_members (document->package, (const char *const *) names->pdata,
                                      document->cancellable, error);
  for (char **name = (char **) names->pdata; parts != NULL && *name != NULL; name++)
    {
      GBytes *part = g_hash_table_lookup (parts, *name);

      if (part != NULL && !take_margin (document, part, sheet, size, error))
        return FALSE;
      g_hash_table_remove (parts, *name); /* another relation may be to the same part */
    }
  return parts != NULL;
}

/* The comments and notes that the text does not refer to: it is deleted, say. */
static gboolean
take_other_notes (const GeoatDocxReader *document, GeoatSheet *sheet, gsize *size, GError **error)
{
  g_autoptr (GList) keys =
      g_list_sort (g_hash_table_get_keys (document->texts), (GCompareFunc) strcmp);
  gboolean fits = TRUE;

  for (GList *key = keys; key != NULL && fits; key = key->next)
    {
      const char *text = g_hash_table_lookup (document->texts, key->data);

      if (*text != '\0') /* the line above the notes is one of them */
        fits = geoat_sheet_add_aside (sheet,
                                      g_str_has_prefix (key->data, "comment") ? GEOAT_ASIDE_COMMENT
                                                                              : GEOAT_ASIDE_APART,
                                      0, 0, text, size);
    }
  return fits || geoat_sheet_fail_too_large (error);
}

/* What stands in none of the tables, and not between them. */
static gboolean
take_apart (const GeoatDocxReader *document, GError **error)
{
  GeoatSheet *sheet = geoat_sheet_new ("");
  gsize size = 0;

  sheet->name_is_text = TRUE;
  sheet->follows = TRUE;
  g_ptr_array_add (document->sheets, sheet);
  return take_other_notes (document, sheet, &size, error) &&
         take_margins (document, sheet, &size, error);
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
  g_autoptr (GHashTable) texts =
      g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, g_free);
  g_autoptr (GHashTable) styles =
      g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, NULL);
  g_autoptr (GeoatOwnTexts) own = geoat_own_texts_new (bytes, cancellable);
  g_autofree char *name = geoat_package_find_main (bytes, "word/document.xml", cancellable);
  g_autoptr (GBytes) body = geoat_package_read_member (bytes, name, cancellable, error);
  g_autoptr (GPtrArray) relations = geoat_package_read_relations (bytes, name, cancellable, NULL);
  const GeoatDocxReader document = { bytes, relations, sheets, texts, styles, own, cancellable };

  if (body == NULL)
    return NULL;
  read_styles (&document);
  if (!read_notes (&document, error) ||
      !geoat_document_read_part (&document, body, sheets, error) ||
      !take_apart (&document, error) || g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&sheets);
}
