/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a Word document, whoever has written it: its text, its notes and comments, headers
 * and footers, numbers and styles. What follows from the plan in our own documents is passed over.
 */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include "geoat-docx-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-docx-reader-private.h"
#include "geoat-error.h"
#include "geoat-hash.h"
#include "geoat-package.h"
#include "geoat-part-reader.h"

#define MAX_LINKED 50 /* headers and footers whose links are looked for */

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
          (part != NULL && !geoat_docx_reader_read_part (document, part, tables, error)))
        return FALSE;
    }
  return TRUE;
}

/* Tells of a text in a header or footer. */
static gboolean
take_margin_text (const GeoatDocxReader *document, GeoatSheet *sheet, const char *text, gsize *size)
{
  return !geoat_own_texts_take_margin (document->own, text) ||
         geoat_sheet_add_aside (sheet, GEOAT_ASIDE_APART, 0, 0, text, size);
}

/* Tells of what stands in a header or footer in no table. */
static gboolean
take_margin_asides (const GeoatDocxReader *document,
                    const GeoatSheet *table,
                    GeoatSheet *sheet,
                    gsize *size)
{
  gboolean fits = TRUE;

  for (guint i = 0; fits && i < table->asides->len; i++)
    {
      const GeoatAside *aside = g_ptr_array_index (table->asides, i);

      if (aside->kind == GEOAT_ASIDE_TEXT || aside->kind == GEOAT_ASIDE_APART)
        fits = take_margin_text (document, sheet, aside->text, size);
      else
        fits = geoat_sheet_add_aside (sheet, aside->kind, 0, 0, aside->text, size);
    }
  return fits;
}

/* Tells of what a header or footer says: its paragraphs, and its cells when it has tables. */
static gboolean
take_margin (const GeoatDocxReader *document,
             GBytes *part,
             GPtrArray *relations,
             GeoatSheet *sheet,
             gsize *size,
             GError **error)
{
  g_autoptr (GPtrArray) tables = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_sheet_free);
  GeoatDocxReader plain = *document;
  gboolean fits = TRUE;

  plain.styles = NULL; /* a heading of a page is none of a table */
  plain.relations = relations;
  if (!geoat_docx_reader_read_part (&plain, part, tables, error))
    return FALSE;
  for (guint i = 0; i < tables->len; i++)
    {
      const GeoatSheet *table = g_ptr_array_index (tables, i);

      fits = fits && take_margin_asides (document, table, sheet, size);
      for (guint j = 0; j < table->rows->len; j++)
        for (char **cell = g_ptr_array_index (table->rows, j); fits && *cell != NULL; cell++)
          fits = take_margin_text (document, sheet, *cell, size);
    }
  return fits || geoat_sheet_fail_too_large (error);
}

/* The relations of a header or footer, full; where there are hundreds nobody has set links. */
static GPtrArray *
read_margin_relations (const GeoatDocxReader *document, const char *name, guint n, GError **error)
{
  return n <= MAX_LINKED
             ? geoat_package_read_relations (document->package, name, document->cancellable, error)
             : g_ptr_array_new ();
}

/* Tells of the headers and footers. */
static gboolean
take_margins (const GeoatDocxReader *document, GeoatSheet *sheet, gsize *size, GError **error)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GHashTable) parts = NULL;

  for (guint i = 0; i < document->relations->len; i++)
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
      g_autoptr (GPtrArray) relations = NULL;

      if (part == NULL)
        continue;
      relations = read_margin_relations (document, *name, names->len, error);
      if (relations == NULL || !take_margin (document, part, relations, sheet, size, error))
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

/* Whether a relation leads to a part. */
static gboolean
is_related (const GeoatDocxReader *document, const char *name)
{
  for (guint i = 0; i < document->relations->len; i++)
    {
      const GeoatRelation *relation = g_ptr_array_index (document->relations, i);

      if (relation->address == NULL && g_str_equal (relation->target, name))
        return TRUE;
    }
  return FALSE;
}

/* The parts with text that no relation leads to, in the folder of the main one: what says so may be
 * lost. */
static gboolean
take_lost (const GeoatDocxReader *document,
           const char *main,
           GeoatSheet *sheet,
           gsize *size,
           GError **error)
{
  static const char *const beginnings[] = { "comments", "footnotes", "endnotes", "header",
                                            "footer" };
  g_autoptr (GPtrArray) names = geoat_package_list (document->package);
  g_autofree char *folder = g_path_get_dirname (main);
  gboolean fits = TRUE;

  for (guint i = 0; i < names->len && fits; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *place = g_path_get_dirname (name);
      g_autofree char *base = g_path_get_basename (name);

      if (!g_str_equal (place, folder) || !g_str_has_suffix (base, ".xml") ||
          is_related (document, name))
        continue;
      for (gsize j = 0; j < G_N_ELEMENTS (beginnings) && fits; j++)
        if (g_str_has_prefix (base, beginnings[j]))
          fits = geoat_sheet_add_aside (sheet, GEOAT_ASIDE_LOST, 0, 0, name, size);
    }
  return fits || geoat_sheet_fail_too_large (error);
}

/* What stands in none of the tables, and not between them. */
static gboolean
take_apart (const GeoatDocxReader *document, const char *main, GError **error)
{
  GeoatSheet *sheet = geoat_sheet_new ("");
  gsize size = 0;

  sheet->name_is_text = TRUE;
  sheet->follows = TRUE;
  g_ptr_array_add (document->sheets, sheet);
  return take_other_notes (document, sheet, &size, error) &&
         take_margins (document, sheet, &size, error) &&
         take_lost (document, main, sheet, &size, error);
}

/* A document whose tables all stand in other files that are inserted has nothing to be read. */
static gboolean
check_inserted (GPtrArray *sheets, GError **error)
{
  gboolean inserted = FALSE;

  for (guint i = 0; i < sheets->len; i++)
    {
      const GeoatSheet *sheet = g_ptr_array_index (sheets, i);

      if (sheet->rows->len > 0)
        return TRUE;
      for (guint j = 0; j < sheet->asides->len; j++)
        inserted = inserted || ((GeoatAside *) g_ptr_array_index (sheet->asides, j))->kind ==
                                   GEOAT_ASIDE_INSERTED;
    }
  if (inserted)
    g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                         _ ("what it says stands in another file that is inserted in it: open it "
                            "in Word and save it again"));
  return !inserted;
}

/* The part of that kind, full; NULL: there is none, or it cannot be read. */
static GBytes *
find_related (GBytes *package, GPtrArray *relations, const char *kind, GCancellable *cancellable)
{
  const char *name = geoat_relations_find (relations, kind);

  return name != NULL ? geoat_package_read_member (package, name, cancellable, NULL) : NULL;
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
  g_autoptr (GHashTable) told = g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, NULL);
  g_autoptr (GeoatOwnTexts) own = geoat_own_texts_new (bytes, cancellable);
  g_autofree char *name = geoat_package_find_main (bytes, "word/document.xml", cancellable, error);
  g_autoptr (GBytes) body =
      name != NULL ? geoat_package_read_member (bytes, name, cancellable, error) : NULL;
  g_autoptr (GPtrArray) relations =
      body != NULL ? geoat_package_read_relations (bytes, name, cancellable, error) : NULL;
  g_autoptr (GBytes) styles_part = find_related (bytes, relations, "styles", cancellable);
  g_autoptr (GBytes) numbers_part = find_related (bytes, relations, "numbering", cancellable);
  g_autoptr (GHashTable) styles = geoat_docx_styles_read (styles_part, cancellable);
  g_autoptr (GeoatDocxNumbering) numbering = geoat_docx_numbering_new (numbers_part, cancellable);
  const GeoatDocxReader document = {
    .package = bytes,
    .relations = relations,
    .sheets = sheets,
    .texts = texts,
    .told = told,
    .styles = styles,
    .numbering = numbering,
    .own = own,
    .cancellable = cancellable,
  };

  if (relations == NULL || !read_notes (&document, error) ||
      !geoat_docx_reader_read_part (&document, body, sheets, error) ||
      !check_inserted (sheets, error) || !take_apart (&document, name, error) ||
      g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  return g_steal_pointer (&sheets);
}
