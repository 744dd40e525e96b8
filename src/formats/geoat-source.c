/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What kind of file somebody has brought, by its bytes.
 *
 * How it works: people rename files, and programs write one kind under the name of another, so the
 * name counts only between kinds of text. A package is known by the names in the directory at its
 * end, an old office file by the names of its streams. What cannot be read is refused with what
 * helps: to open it where it comes from, and save it as something that can. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-source.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-csv-reader.h"
#include "geoat-error.h"
#include "geoat-office.h"
#include "geoat-text-reader.h"

#define MAX_HEAD 4096         /* bytes at the beginning that tell the kind of a text */
#define MAX_PARTS 100000      /* of a package that are looked at */
#define DIRECTORY_ENTRY 46    /* bytes of an entry before its name */
#define FIRST_NAME 30         /* where the name of the first part stands */
#define OLE_STREAMS (1 << 22) /* bytes of an old file that may name its streams */

typedef enum
{
  KIND_TEXT,
  KIND_DOCX,
  KIND_XLSX,
  KIND_PACKAGE, /* of something else */
  KIND_DOC,
  KIND_XLS,
  KIND_OLE, /* another old office file */
  KIND_PROTECTED,
  KIND_XLSB,
  KIND_SLIDES,
  KIND_ODT,
  KIND_ODS,
  KIND_PDF,
  KIND_RTF,
  KIND_WEB,
  KIND_XML_SHEET,
  KIND_PICTURE,
  KIND_PLAN,
} Kind;

static const struct
{
  Kind kind;
  const char *message;
} refusals[] = {
  { KIND_DOC, N_ ("this is a document of an old Word (.doc): open it in Word or LibreOffice, and "
                  "save it as .docx") },
  { KIND_XLS, N_ ("this is a workbook of an old Excel (.xls): open it in Excel or LibreOffice, and "
                  "save it as .xlsx") },
  { KIND_OLE, N_ ("this is an old office file: open it in the program that made it, and save it as "
                  ".docx or .xlsx") },
  { KIND_PROTECTED,
    N_ ("this is protected by a password: open it, take the password away, and save "
        "it as .docx or .xlsx") },
  { KIND_XLSB, N_ ("this is a binary workbook (.xlsb): open it in Excel, and save it as .xlsx") },
  { KIND_SLIDES, N_ ("these are slides: copy the table into a document, and save that as .docx") },
  { KIND_ODT,
    N_ ("this is an OpenDocument text (.odt): open it in LibreOffice or Word, and save it "
        "as .docx") },
  { KIND_ODS,
    N_ ("this is an OpenDocument spreadsheet (.ods): open it in LibreOffice or Excel, and "
        "save it as .xlsx") },
  { KIND_PDF, N_ ("this is a PDF, which has no cells to read: take the document that it was made "
                  "from, and save it as .docx or .xlsx") },
  { KIND_RTF,
    N_ ("this is Rich Text (.rtf): open it in Word or LibreOffice, and save it as .docx") },
  { KIND_WEB, N_ ("this is a web page: open it in Excel or LibreOffice, and save it as .xlsx") },
  { KIND_XML_SHEET,
    N_ ("this is a workbook as XML: open it in Excel or LibreOffice, and save it as "
        ".xlsx") },
  { KIND_PICTURE, N_ ("this is a picture: take the document that it was made from, and save it as "
                      ".docx or .xlsx") },
  { KIND_PLAN, N_ ("this is a plan, not a filled template: open it in GEOAT Planner") },
};

/* What a text of another kind begins with, without case. */
static const struct
{
  const char *beginning;
  Kind kind;
} beginnings[] = {
  { "{\\rtf", KIND_RTF },        { "<!doctype html", KIND_WEB }, { "<html", KIND_WEB },
  { "<head", KIND_WEB },         { "<meta", KIND_WEB },          { "<body", KIND_WEB },
  { "<table", KIND_WEB },        { "<style", KIND_WEB },         { "<div", KIND_WEB },
  { "mime-version:", KIND_WEB },
};

static const struct
{
  const char *bytes;
  gsize length;
  Kind kind;
} signatures[] = {
  { "\x89PNG", 4, KIND_PICTURE }, { "\xff\xd8\xff", 3, KIND_PICTURE }, { "GIF8", 4, KIND_PICTURE },
  { "II*\0", 4, KIND_PICTURE },   { "MM\0*", 4, KIND_PICTURE },
};

/* Where some bytes stand among others; NULL: they do not. */
static const char *
find_bytes (const char *data, gsize length, const char *wanted, gsize n)
{
  const char *end = data + length;

  for (const char *at = data; (gsize) (end - at) >= n; at++)
    {
      at = memchr (at, wanted[0], (gsize) (end - at) - n + 1);
      if (at == NULL)
        return NULL;
      if (memcmp (at, wanted, n) == 0)
        return at;
    }
  return NULL;
}

/* What the name of a part says about the package that it is in. */
static gboolean
judge_part (const char *name, gsize length, Kind *kind)
{
  static const struct
  {
    const char *beginning;
    Kind kind;
  } parts[] = {
    { "xl/workbook.bin", KIND_XLSB },
    { "word/", KIND_DOCX },
    { "xl/", KIND_XLSX },
    { "ppt/", KIND_SLIDES },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (length >= strlen (parts[i].beginning) &&
        strncmp (name, parts[i].beginning, strlen (parts[i].beginning)) == 0)
      {
        *kind = parts[i].kind;
        return TRUE;
      }
  return FALSE;
}

/* A package, by the first part, which names what an OpenDocument file is, or by the others. A
 * binary workbook has parts like those of another one too. */
static Kind
find_package_kind (const char *data, gsize length)
{
  static const char text[] = "mimetypeapplication/vnd.oasis.opendocument.text";
  static const char sheet[] = "mimetypeapplication/vnd.oasis.opendocument.spreadsheet";
  const char *end = data + length;
  Kind kind = KIND_PACKAGE;
  guint n = 0;

  if (length > FIRST_NAME + sizeof sheet)
    {
      if (memcmp (data + FIRST_NAME, text, sizeof text - 1) == 0)
        return KIND_ODT;
      if (memcmp (data + FIRST_NAME, sheet, sizeof sheet - 1) == 0)
        return KIND_ODS;
    }
  for (const char *at = data; kind != KIND_XLSB && n < MAX_PARTS; n++)
    {
      gsize name_length;

      at = find_bytes (at, (gsize) (end - at), "PK\1\2", 4);
      if (at == NULL || end - at < DIRECTORY_ENTRY)
        break;
      name_length = (guchar) at[28] | (gsize) (guchar) at[29] << 8;
      name_length = MIN (name_length, (gsize) (end - at) - DIRECTORY_ENTRY);
      judge_part (at + DIRECTORY_ENTRY, name_length, &kind);
      at += DIRECTORY_ENTRY + name_length;
    }
  return kind;
}

/* Whether a name stands in an old office file, whose names are in UTF-16. */
static gboolean
has_stream (const char *data, gsize length, const char *name)
{
  g_autoptr (GString) wide = g_string_new (NULL);

  for (const char *at = name; *at != '\0'; at++)
    {
      g_string_append_c (wide, *at);
      g_string_append_c (wide, '\0');
    }
  return find_bytes (data, MIN (length, OLE_STREAMS), wide->str, wide->len) != NULL ||
         (length > OLE_STREAMS &&
          find_bytes (data + length - OLE_STREAMS, OLE_STREAMS, wide->str, wide->len) != NULL);
}

static Kind
find_ole_kind (const char *data, gsize length)
{
  if (has_stream (data, length, "EncryptedPackage"))
    return KIND_PROTECTED;
  if (has_stream (data, length, "WordDocument"))
    return KIND_DOC;
  return has_stream (data, length, "Workbook") || has_stream (data, length, "Book") ? KIND_XLS
                                                                                    : KIND_OLE;
}

/* The beginning of a text in ASCII, full: of UTF-16 every other byte. */
static char *
get_head (const char *data, gsize length)
{
  GString *head = g_string_new (NULL);

  for (gsize i = 0; i < MIN (length, MAX_HEAD); i++)
    if (data[i] > 0)
      g_string_append_c (head, g_ascii_tolower (data[i]));
  return g_strchug (g_string_free (head, FALSE));
}

static Kind
find_text_kind (const char *data, gsize length)
{
  g_autofree char *head = get_head (data, length);

  for (gsize i = 0; i < G_N_ELEMENTS (beginnings); i++)
    if (g_str_has_prefix (head, beginnings[i].beginning))
      return beginnings[i].kind;
  if (head[0] == '{' && strstr (head, "\"geoat-plan\"") != NULL)
    return KIND_PLAN;
  if (!g_str_has_prefix (head, "<?xml") && !g_str_has_prefix (head, "<!--"))
    return KIND_TEXT;
  if (strstr (head, "<html") != NULL)
    return KIND_WEB;
  return strstr (head, "schemas-microsoft-com:office:spreadsheet") != NULL ? KIND_XML_SHEET
                                                                           : KIND_TEXT;
}

static Kind
find_kind (const char *data, gsize length)
{
  if (length >= 4 && memcmp (data, "PK\3\4", 4) == 0)
    return find_package_kind (data, length);
  if (length >= 8 && memcmp (data, "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", 8) == 0)
    return find_ole_kind (data, length);
  if (find_bytes (data, MIN (length, 1024), "%PDF-", 5) != NULL)
    return KIND_PDF;
  for (gsize i = 0; i < G_N_ELEMENTS (signatures); i++)
    if (length >= signatures[i].length &&
        memcmp (data, signatures[i].bytes, signatures[i].length) == 0)
      return signatures[i].kind;
  return find_text_kind (data, length);
}

static gboolean
has_ending (const char *name, const char *ending)
{
  const char *dot = strrchr (name, '.');

  return dot != NULL && g_ascii_strcasecmp (dot + 1, ending) == 0;
}

/**
 * geoat_source_find_reader:
 * @bytes: the content of a file
 * @name: the name of the file
 * @is_list: it is a list of indicators
 * @error: return location for a #GError
 *
 * Returns: (nullable): what reads such a file; %NULL with %GEOAT_ERROR_INVALID, which says what to
 *   do: it cannot be read
 */
GeoatImportFunc
geoat_source_find_reader (GBytes *bytes, const char *name, gboolean is_list, GError **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  Kind kind = data != NULL ? find_kind (data, length) : KIND_TEXT;

  for (gsize i = 0; i < G_N_ELEMENTS (refusals); i++)
    if (refusals[i].kind == kind)
      {
        g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID, _ (refusals[i].message));
        return NULL;
      }
  /* A damaged package is one of what its name says: its reader knows best what is wrong. */
  if (kind == KIND_XLSX || (kind != KIND_DOCX && has_ending (name, "xlsx")))
    return geoat_office_read_xlsx;
  if (kind == KIND_DOCX || kind == KIND_PACKAGE || has_ending (name, "docx"))
    return geoat_office_read_docx;
  return is_list && geoat_text_is_name (name) ? geoat_text_read : geoat_csv_read;
}

/**
 * geoat_source_is_text:
 * @reader: what reads a file
 *
 * Returns: whether that is a text, whose encoding can be named
 */
gboolean
geoat_source_is_text (GeoatImportFunc reader)
{
  return reader == geoat_csv_read || reader == geoat_text_read;
}

/**
 * geoat_source_get_endings:
 *
 * Returns: (transfer none) (array zero-terminated=1): what the names of files end in that can be
 *   read
 */
const char *const *
geoat_source_get_endings (void)
{
  static const char *const endings[] = { "docx", "docm", "dotx", "dotm", "xlsx", "xlsm", "xltx",
                                         "xltm", "csv",  "tsv",  "tab",  "txt",  NULL };

  return endings;
}
