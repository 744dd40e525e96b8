/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The parts of a workbook, whoever has written it.
 *
 * How it works: the workbook lists its sheets with ids of relations, the relations name the parts
 * that hold them, the shared strings hold most texts, the styles say which numbers are dates. Each
 * of these parts is read as a stream of elements, told by their local names. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include "geoat-xlsx-reader.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-error.h"
#include "geoat-hash.h"
#include "geoat-package.h"
#include "geoat-xlsx-reader-private.h"

#define MAX_SHEETS 100
#define MAX_BYTES ((gsize) 256 << 20) /* of all sheets together */

typedef struct
{
  char *name;
  char *relation;
  gboolean hidden;
} SheetName;

static void
sheet_name_free (SheetName *name)
{
  g_free (name->name);
  g_free (name->relation);
  g_free (name);
}

/* "_x000D_" stands for a carriage return (ECMA-376, part 1, 22.9.2.19). */
char *
geoat_workbook_unescape (const char *text)
{
  GString *plain;

  if (strstr (text, "_x") == NULL)
    return g_strdup (text);

  plain = g_string_new (NULL);
  while (*text != '\0')
    {
      gunichar c = 0;
      int digits = 0;

      if (text[0] == '_' && text[1] == 'x')
        while (digits < 4 && g_ascii_isxdigit (text[2 + digits]))
          c = c * 16 + (gunichar) g_ascii_xdigit_value (text[2 + digits++]);
      if (digits == 4 && text[6] == '_' && c != 0 && g_unichar_validate (c))
        {
          g_string_append_unichar (plain, c);
          text += 7;
        }
      else
        g_string_append_c (plain, *text++);
    }
  return g_string_free (plain, FALSE);
}

int
geoat_workbook_get_number (xmlTextReaderPtr xml, const char *name)
{
  g_autofree char *value = geoat_part_get_attribute (xml, name);
  guint64 number;

  return value != NULL && g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT, &number, NULL)
             ? (int) number
             : -1;
}

/* Tells of something beside a cell; @column and @row from 1. */
void
geoat_workbook_add_aside (GeoatWorkbook *self,
                          GeoatSheet *sheet,
                          GeoatAsideKind kind,
                          guint row,
                          guint column,
                          const char *text)
{
  if (self->too_large || !geoat_sheet_add_aside (sheet, kind, row, column, text, &self->size))
    self->too_large = TRUE;
}

/* FALSE with an error: why the workbook is not read to its end. */
gboolean
geoat_workbook_fail (GeoatWorkbook *self, GError **error)
{
  if (self->too_large)
    g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_TOO_LARGE,
                         _ ("the workbook has too many cells or sheets"));
  else if (!g_cancellable_set_error_if_cancelled (self->cancellable, error))
    g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID, _ ("the workbook is damaged"));
  return FALSE;
}

/* The list of sheets, and what ties them to their parts */

static gboolean
workbook_cb (xmlTextReaderPtr xml, const char *name, gboolean begins, gpointer data)
{
  GeoatWorkbook *self = data;

  if (!begins)
    return TRUE;
  if (g_str_equal (name, "sheet") && self->names->len <= MAX_SHEETS)
    {
      SheetName *sheet = g_new0 (SheetName, 1);
      g_autofree char *state = geoat_part_get_attribute (xml, "state");

      sheet->name = geoat_part_get_attribute (xml, "name");
      sheet->relation = geoat_part_get_attribute (xml, "id");
      sheet->hidden = state != NULL && !g_str_equal (state, "visible");
      g_ptr_array_add (self->names, sheet);
    }
  else if (g_str_equal (name, "workbookPr"))
    {
      g_autofree char *value = geoat_part_get_attribute (xml, "date1904");

      self->since_1904 = value != NULL && (g_str_equal (value, "1") || g_str_equal (value, "true"));
    }
  return TRUE;
}

/* The shared strings */

typedef struct
{
  GeoatWorkbook *workbook;
  GString *text;    /* of the string that is being read, or NULL */
  GString *struck;  /* what of it is struck through */
  GeoatXlsxRun run; /* how the present part of it looks */
  gboolean in_text; /* inside <t> */
  int in_phonetic;  /* inside a reading aid, which is not part of the text */
} Strings;

static gboolean
string_cb (xmlTextReaderPtr xml, const char *name, gboolean begins, gpointer data)
{
  Strings *self = data;

  if (g_str_equal (name, "si") && begins && self->text == NULL)
    self->text = g_string_new (NULL);
  else if (g_str_equal (name, "si") && !begins && self->text != NULL)
    {
      if (geoat_sheet_reserve (&self->workbook->strings_size, self->text->len + self->struck->len))
        {
          g_ptr_array_add (self->workbook->strings, geoat_workbook_unescape (self->text->str));
          g_ptr_array_add (self->workbook->struck,
                           self->struck->len > 0 ? g_strdup (self->struck->str) : NULL);
        }
      else
        self->workbook->too_large = TRUE;
      g_string_free (self->text, TRUE);
      self->text = NULL;
      g_string_truncate (self->struck, 0);
    }
  else if (g_str_equal (name, "r"))
    geoat_xlsx_run_clear (&self->run);
  else if (g_str_equal (name, "rPh"))
    self->in_phonetic += begins ? 1 : -1;
  else if (g_str_equal (name, "t"))
    self->in_text = begins;
  else if (begins)
    geoat_xlsx_run_take (&self->run, xml, name);
  return !self->workbook->too_large;
}

static void
string_text_cb (const char *text, gpointer data)
{
  Strings *self = data;

  if (self->text != NULL && self->in_text && self->in_phonetic == 0)
    geoat_xlsx_run_append (&self->run, self->text, self->struck, text);
}

static gboolean
read_strings (GeoatWorkbook *self, GBytes *part)
{
  Strings strings = { .workbook = self, .struck = g_string_new (NULL) };
  gboolean done = geoat_part_read (part, string_cb, string_text_cb, &strings, self->cancellable);

  if (strings.text != NULL)
    g_string_free (strings.text, TRUE);
  g_string_free (strings.struck, TRUE);
  geoat_xlsx_run_clear (&strings.run);
  return done;
}

static gboolean
read_styles (GeoatWorkbook *self, GBytes *part)
{
  self->formats = geoat_xlsx_formats_read (part, self->cancellable);
  return self->formats != NULL;
}

/* Everything that the sheets refer to. */
static gboolean
read_lists (GeoatWorkbook *self, GError **error)
{
  g_autofree char *name =
      geoat_package_find_main (self->package, "xl/workbook.xml", self->cancellable, error);
  g_autoptr (GBytes) workbook =
      name != NULL ? geoat_package_read_member (self->package, name, self->cancellable, error)
                   : NULL;
  const char *strings_name, *styles_name;
  g_autoptr (GBytes) strings = NULL;
  g_autoptr (GBytes) styles = NULL;

  if (workbook == NULL)
    return FALSE;
  self->relations = geoat_package_read_relations (self->package, name, self->cancellable, error);
  if (self->relations == NULL)
    return FALSE;
  /* A workbook of numbers alone has no strings, and a plain one no styles. */
  strings_name = geoat_relations_find (self->relations, "sharedStrings");
  styles_name = geoat_relations_find (self->relations, "styles");
  strings = geoat_package_read_member (
      self->package, strings_name ? strings_name : "xl/sharedStrings.xml", self->cancellable, NULL);
  styles = geoat_package_read_member (self->package, styles_name ? styles_name : "xl/styles.xml",
                                      self->cancellable, NULL);

  if (geoat_part_read (workbook, workbook_cb, NULL, self, self->cancellable) &&
      (strings == NULL || read_strings (self, strings)) &&
      (styles == NULL || read_styles (self, styles)))
    return TRUE;
  return geoat_workbook_fail (self, error);
}

/* The name of the part with a sheet, or NULL. */
static const char *
find_target (GeoatWorkbook *self, const SheetName *name)
{
  for (guint i = 0; name->relation != NULL && i < self->relations->len; i++)
    {
      const GeoatRelation *relation = g_ptr_array_index (self->relations, i);

      if (g_str_equal (relation->id, name->relation))
        return relation->target;
    }
  return NULL;
}

static gboolean
read_sheets (GeoatWorkbook *self, GPtrArray *sheets, GError **error)
{
  gsize n_bytes = 0;

  for (guint i = 0; i < self->names->len; i++)
    {
      const SheetName *name = g_ptr_array_index (self->names, i);
      const char *target = find_target (self, name);
      g_autoptr (GBytes) part = NULL;
      GeoatSheet *sheet;

      if (target == NULL || name->name == NULL)
        return geoat_workbook_fail (self, error);
      part = geoat_package_read_member (self->package, target, self->cancellable, error);
      if (part == NULL)
        return FALSE;
      n_bytes += g_bytes_get_size (part);
      self->too_large = i >= MAX_SHEETS || n_bytes > MAX_BYTES;
      if (self->too_large)
        return geoat_workbook_fail (self, error);
      sheet = geoat_workbook_read_cells (self, name->name, part);
      if (sheet == NULL)
        return geoat_workbook_fail (self, error);
      g_ptr_array_add (sheets, sheet);
      if (name->hidden && sheet->rows->len > 0)
        geoat_workbook_add_aside (self, sheet, GEOAT_ASIDE_UNSEEN, 0, 0, name->name);
      if (!geoat_workbook_read_beside (self, sheet, target, error))
        return FALSE;
    }
  return TRUE;
}

void
geoat_xlsx_link_free (GeoatXlsxLink *link)
{
  g_free (link->relation);
  g_free (link);
}

/* Tells of the parts with text that no relation leads to: what says so may be lost. */
static gboolean
take_lost (GeoatWorkbook *self, GPtrArray *sheets, GError **error)
{
  static const char *const beginnings[] = { "xl/comments", "xl/threadedComments/",
                                            "xl/drawings/drawing", "xl/worksheets/sheet" };
  g_autoptr (GPtrArray) names = geoat_package_list (self->package);

  for (guint i = 0; i < self->relations->len; i++)
    g_hash_table_add (
        self->reached,
        g_strdup (((GeoatRelation *) g_ptr_array_index (self->relations, i))->target));
  for (guint i = 0; sheets->len > 0 && i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);

      for (gsize j = 0; j < G_N_ELEMENTS (beginnings); j++)
        if (g_str_has_prefix (name, beginnings[j]) && g_str_has_suffix (name, ".xml") &&
            !g_hash_table_contains (self->reached, name))
          geoat_workbook_add_aside (self, g_ptr_array_index (sheets, 0), GEOAT_ASIDE_LOST, 0, 0,
                                    name);
    }
  return !self->too_large || geoat_workbook_fail (self, error);
}

/**
 * geoat_xlsx_read:
 * @bytes: the content of a file
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Returns: (transfer full): an array of #GeoatSheet; %NULL when this is no workbook, or it was
 *   stopped
 */
GPtrArray *
geoat_xlsx_read (GBytes *bytes, GCancellable *cancellable, GError **error)
{
  g_autoptr (GPtrArray) sheets = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_sheet_free);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func ((GDestroyNotify) sheet_name_free);
  g_autoptr (GPtrArray) strings = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) struck = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GPtrArray) links =
      g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_xlsx_link_free);
  g_autoptr (GHashTable) reached =
      g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, NULL);
  g_autoptr (GeoatOwnTexts) own = geoat_own_texts_new (bytes, cancellable);
  GeoatWorkbook workbook = {
    .package = bytes,
    .names = names,
    .strings = strings,
    .struck = struck,
    .links = links,
    .reached = reached,
    .own = own,
    .cancellable = cancellable,
  };

  gboolean done = read_lists (&workbook, error) && read_sheets (&workbook, sheets, error) &&
                  take_lost (&workbook, sheets, error) &&
                  !g_cancellable_set_error_if_cancelled (cancellable, error);

  g_clear_pointer (&workbook.relations, g_ptr_array_unref);
  g_clear_pointer (&workbook.formats, g_ptr_array_unref);
  return done ? g_steal_pointer (&sheets) : NULL;
}
