/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The formats of the cells of a workbook: which show a number as a date, a month, a year or with a
 * percent sign, which add a unit to it, and which strike a text through, raise it or set it in a
 * font of pictures. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include "geoat-xlsx-formats.h"

#include <string.h>

#include "geoat-part-reader.h"
#include "geoat-symbols.h"

static void
format_free (gpointer data)
{
  GeoatXlsxFormat *format = data;

  g_free (format->before);
  g_free (format->after);
  geoat_xlsx_run_clear (&format->run);
  g_free (format);
}

void
geoat_xlsx_run_clear (GeoatXlsxRun *run)
{
  g_free (run->font);
  *run = (GeoatXlsxRun){ 0 };
}

/**
 * geoat_xlsx_run_take:
 * @run: how text looks
 * @xml: what is read
 * @name: the name of the present element
 *
 * Takes an element of the format of a run or of a font.
 */
void
geoat_xlsx_run_take (GeoatXlsxRun *run, xmlTextReaderPtr xml, const char *name)
{
  if (g_str_equal (name, "strike"))
    run->struck = geoat_part_is_on (xml);
  else if (g_str_equal (name, "vertAlign"))
    {
      g_autofree char *value = geoat_part_get_attribute (xml, "val");

      run->raised = g_strcmp0 (value, "superscript") == 0 ? 1
                    : g_strcmp0 (value, "subscript") == 0 ? -1
                                                          : 0;
    }
  else if (g_str_equal (name, "rFont") || g_str_equal (name, "name"))
    {
      g_autofree char *font = geoat_part_get_attribute (xml, "val");

      g_clear_pointer (&run->font, g_free);
      if (geoat_symbols_is_font (font))
        run->font = g_steal_pointer (&font);
    }
}

/**
 * geoat_xlsx_run_append:
 * @run: how text looks
 * @text: what to append to
 * @struck: (nullable): what text that is struck through is appended to as well
 * @more: a text
 *
 * Appends a text as it looks.
 */
void
geoat_xlsx_run_append (const GeoatXlsxRun *run, GString *text, GString *struck, const char *more)
{
  gsize start = text->len;

  if (run->raised == 0 && run->font == NULL)
    g_string_append (text, more);
  else
    for (; *more != '\0'; more = g_utf8_next_char (more))
      {
        gunichar c = g_utf8_get_char (more);
        const char *sign = NULL;

        if (run->font != NULL && ((c > 0x20 && c <= 0xff) || (c >= 0xf020 && c <= 0xf0ff)))
          sign = geoat_symbols_find (run->font, c & 0xff);
        else if (run->raised > 0)
          sign = geoat_symbols_raise (c);
        else if (run->raised < 0)
          sign = geoat_symbols_lower (c);
        if (sign != NULL)
          g_string_append (text, sign);
        else
          g_string_append_unichar (text, c);
      }
  if (run->struck && struck != NULL)
    g_string_append (struck, text->str + start);
}

/* What a format of numbers shows. */
typedef struct
{
  gboolean day;
  gboolean month;
  gboolean year;
  gboolean time;
  gboolean percent;
  gboolean number;
  GString *before;
  GString *after;
} Shown;

/* Something in brackets: "[$€-407]" is a currency, the others are colours, conditions and hours. */
static const char *
take_brackets (Shown *self, const char *code)
{
  const char *end = strchr (code, ']');

  if (end == NULL)
    return code + strlen (code) - 1;
  if (code[1] == '$')
    g_string_append_len (self->number ? self->after : self->before, code + 2,
                         (gssize) MIN (strcspn (code + 2, "-]"), (gsize) (end - code - 2)));
  else if (strchr ("hHmMsS", code[1]) != NULL)
    self->time = TRUE;
  return end;
}

/* Reads the first section of a format, that of numbers above zero. */
static void
take_code (Shown *self, const char *code)
{
  for (; *code != '\0' && *code != ';'; code++)
    {
      GString *text = self->number ? self->after : self->before;

      if (*code == '"')
        {
          const char *end = strchr (code + 1, '"');

          if (end == NULL)
            return;
          g_string_append_len (text, code + 1, (gssize) (end - code - 1));
          code = end;
        }
      else if (*code == '[')
        code = take_brackets (self, code);
      else if ((*code == '_' || *code == '*') && code[1] != '\0')
        code = g_utf8_next_char (code + 1) - 1;
      else if (*code == '\\' && code[1] != '\0')
        {
          const char *next = g_utf8_next_char (code + 1);

          g_string_append_len (text, code + 1, (gssize) (next - code - 1));
          code = next - 1;
        }
      else if (g_ascii_strncasecmp (code, "General", strlen ("General")) == 0)
        {
          self->number = TRUE;
          code += strlen ("General") - 1;
        }
      else if (strchr ("0#?@", *code) != NULL)
        self->number = TRUE;
      else if (strchr ("dD", *code) != NULL)
        self->day = TRUE;
      else if (strchr ("yY", *code) != NULL)
        self->year = TRUE;
      else if (strchr ("mM", *code) != NULL)
        self->month = TRUE;
      else if (strchr ("hHsS", *code) != NULL)
        self->time = TRUE;
      else if (*code == '%')
        self->percent = TRUE;
      else if ((guchar) *code >= 0x80 || strchr ("$ ", *code) != NULL)
        g_string_append_c (text, *code);
    }
}

/* Whether a text beside a number says something: a unit or a currency. */
static gboolean
says_something (const char *text)
{
  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_isalpha (c) || g_unichar_type (c) == G_UNICODE_CURRENCY_SYMBOL)
        return TRUE;
    }
  return FALSE;
}

static GeoatNumberKind
get_kind (const Shown *shown)
{
  if (shown->day)
    return GEOAT_NUMBER_DATE;
  if (shown->year && !shown->month)
    return GEOAT_NUMBER_YEAR;
  if (shown->year || (shown->month && !shown->time))
    return GEOAT_NUMBER_MONTH;
  return shown->percent ? GEOAT_NUMBER_PERCENT : GEOAT_NUMBER_PLAIN;
}

/* The format that a code means, full. */
static GeoatXlsxFormat *
parse (const char *code)
{
  GeoatXlsxFormat *format = g_new0 (GeoatXlsxFormat, 1);
  Shown shown = { .before = g_string_new (NULL), .after = g_string_new (NULL) };

  take_code (&shown, code);
  format->kind = get_kind (&shown);
  if (format->kind == GEOAT_NUMBER_PLAIN && shown.number &&
      (says_something (shown.before->str) || says_something (shown.after->str)) &&
      g_utf8_validate (shown.before->str, -1, NULL) && g_utf8_validate (shown.after->str, -1, NULL))
    {
      format->before = g_strdup (shown.before->str);
      format->after = g_strdup (shown.after->str);
    }
  g_string_free (shown.before, TRUE);
  g_string_free (shown.after, TRUE);
  return format;
}

typedef struct
{
  GPtrArray *formats;
  GHashTable *numbers; /* ids of formats of numbers, as pointers → GeoatXlsxFormat */
  GArray *fonts;       /* of GeoatXlsxRun */
  gboolean in_fonts;
  gboolean in_cells; /* inside <cellXfs> */
} Styles;

/* What the formats of numbers are that have no code in the file. */
static GeoatNumberKind
get_kind_of (int id)
{
  if (id == 17)
    return GEOAT_NUMBER_MONTH;
  if (id == 9 || id == 10)
    return GEOAT_NUMBER_PERCENT;
  /* 14 to 16 and 22 are dates in every language, 27 to 36 and 50 to 58 in some. */
  if ((id >= 14 && id <= 16) || id == 22 || (id >= 27 && id <= 36) || (id >= 50 && id <= 58))
    return GEOAT_NUMBER_DATE;
  return GEOAT_NUMBER_PLAIN;
}

static void
take_cell (Styles *self, xmlTextReaderPtr xml)
{
  GeoatXlsxFormat *format = g_new0 (GeoatXlsxFormat, 1);
  int id = geoat_part_get_int (xml, "numFmtId", 0);
  guint font = (guint) geoat_part_get_int (xml, "fontId", G_MAXINT);
  const GeoatXlsxFormat *number = g_hash_table_lookup (self->numbers, GINT_TO_POINTER (id));

  format->kind = number != NULL ? number->kind : get_kind_of (id);
  if (number != NULL)
    {
      format->before = g_strdup (number->before);
      format->after = g_strdup (number->after);
    }
  if (font < self->fonts->len)
    {
      format->run = g_array_index (self->fonts, GeoatXlsxRun, font);
      format->run.font = g_strdup (format->run.font);
    }
  g_ptr_array_add (self->formats, format);
}

static gboolean
style_cb (xmlTextReaderPtr xml, const char *name, gboolean begins, gpointer data)
{
  Styles *self = data;

  if (g_str_equal (name, "numFmt") && begins)
    {
      g_autofree char *code = geoat_part_get_attribute (xml, "formatCode");
      int id = geoat_part_get_int (xml, "numFmtId", -1);

      if (code != NULL && id >= 0)
        g_hash_table_insert (self->numbers, GINT_TO_POINTER (id), parse (code));
    }
  else if (g_str_equal (name, "fonts"))
    self->in_fonts = begins;
  else if (g_str_equal (name, "font") && begins && self->in_fonts)
    {
      GeoatXlsxRun run = { 0 };

      g_array_append_val (self->fonts, run);
    }
  else if (begins && self->in_fonts && self->fonts->len > 0)
    geoat_xlsx_run_take (&g_array_index (self->fonts, GeoatXlsxRun, self->fonts->len - 1), xml,
                         name);
  else if (g_str_equal (name, "cellXfs"))
    self->in_cells = begins;
  else if (g_str_equal (name, "xf") && begins && self->in_cells)
    take_cell (self, xml);
  return TRUE;
}

/**
 * geoat_xlsx_formats_read:
 * @part: the styles of a workbook
 * @cancellable: (nullable): to stop it
 *
 * Returns: (transfer full): an array of #GeoatXlsxFormat, as the cells count them; %NULL when the
 *   part is damaged
 */
GPtrArray *
geoat_xlsx_formats_read (GBytes *part, GCancellable *cancellable)
{
  g_autoptr (GPtrArray) formats = g_ptr_array_new_with_free_func (format_free);
  g_autoptr (GHashTable) numbers = g_hash_table_new_full (NULL, NULL, NULL, format_free);
  g_autoptr (GArray) fonts = g_array_new (FALSE, FALSE, sizeof (GeoatXlsxRun));
  Styles styles = { formats, numbers, fonts, FALSE, FALSE };
  gboolean done;

  g_array_set_clear_func (fonts, (GDestroyNotify) geoat_xlsx_run_clear);
  done = geoat_part_read (part, style_cb, NULL, &styles, cancellable);
  return done ? g_steal_pointer (&formats) : NULL;
}
