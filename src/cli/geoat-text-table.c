/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A table for a terminal: columns as wide as their widest cell, two spaces between them.
 * Wide characters (Chinese, Japanese, Korean, emoji) take two places, combining ones none. */

#define G_LOG_DOMAIN "geoat-cli"

#include "config.h"

#include "geoat-text-table.h"

#include <string.h>

#define GAP "  "
#define RULE "─"

struct _GeoatTextTable
{
  char *alignment;
  GPtrArray *rows; /* of string vectors; NULL is a rule */
};

static void
free_row (gpointer row)
{
  g_strfreev (row);
}

/**
 * geoat_text_table_new:
 * @alignment: a letter for each column: `l` for left, `r` for right
 *
 * Returns: (transfer full): an empty table
 */
GeoatTextTable *
geoat_text_table_new (const char *alignment)
{
  GeoatTextTable *self = g_new0 (GeoatTextTable, 1);

  self->alignment = g_strdup (alignment);
  self->rows = g_ptr_array_new_with_free_func (free_row);
  return self;
}

void
geoat_text_table_free (GeoatTextTable *self)
{
  g_free (self->alignment);
  g_ptr_array_unref (self->rows);
  g_free (self);
}

/**
 * geoat_text_table_add:
 * @self: the table
 * @cells: a text for each column
 *
 * Adds a row. Line breaks in a cell become spaces.
 */
void
geoat_text_table_add (GeoatTextTable *self, const char *const *cells)
{
  gsize n = strlen (self->alignment);
  char **row = g_new0 (char *, n + 1);

  for (gsize i = 0; i < n; i++)
    row[i] = g_strdelimit (g_strdup (cells[i]), "\r\n\t", ' ');
  g_ptr_array_add (self->rows, row);
}

/**
 * geoat_text_table_add_rule:
 * @self: the table
 *
 * Adds a line across all columns.
 */
void
geoat_text_table_add_rule (GeoatTextTable *self)
{
  g_ptr_array_add (self->rows, NULL);
}

/**
 * geoat_text_table_get_width:
 * @text: UTF-8 text
 *
 * Returns: how many places it takes in a terminal
 */
guint
geoat_text_table_get_width (const char *text)
{
  guint width = 0;

  for (const char *at = text; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_iszerowidth (c))
        width += g_unichar_iswide (c) ? 2 : 1;
    }
  return width;
}

static void
append_times (GString *text, const char *what, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (text, what);
}

static void
append_row (GString *text, const GeoatTextTable *self, char **row, const guint *widths)
{
  for (gsize i = 0; self->alignment[i]; i++)
    {
      guint space = widths[i] - geoat_text_table_get_width (row[i]);

      if (i > 0)
        g_string_append (text, GAP);
      if (self->alignment[i] == 'r')
        append_times (text, " ", space);
      g_string_append (text, row[i]);
      if (self->alignment[i] == 'l')
        append_times (text, " ", space);
    }

  while (text->len > 0 && text->str[text->len - 1] == ' ')
    g_string_truncate (text, text->len - 1);
  g_string_append_c (text, '\n');
}

/**
 * geoat_text_table_to_text:
 * @self: the table
 *
 * Returns: (transfer full): the table, one line a row
 */
char *
geoat_text_table_to_text (GeoatTextTable *self)
{
  gsize n = strlen (self->alignment);
  g_autofree guint *widths = g_new0 (guint, n);
  GString *text = g_string_new (NULL);
  guint whole = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      char **row = g_ptr_array_index (self->rows, i);

      for (gsize j = 0; row && j < n; j++)
        widths[j] = MAX (widths[j], geoat_text_table_get_width (row[j]));
    }
  for (gsize j = 0; j < n; j++)
    whole += widths[j] + (j > 0 ? strlen (GAP) : 0);

  for (guint i = 0; i < self->rows->len; i++)
    {
      char **row = g_ptr_array_index (self->rows, i);

      if (row)
        append_row (text, self, row, widths);
      else
        {
          append_times (text, RULE, whole);
          g_string_append_c (text, '\n');
        }
    }
  return g_string_free (text, FALSE);
}
