/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands beside the cells of a sheet of a workbook.
 *
 * How it works: comments are in parts of their own, to which the sheet is related: the old ones,
 * which are called notes now, and those with answers. Of each of the latter there is a stand-in
 * among the former, which does not count. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-package.h"
#include "geoat-xlsx-reader-private.h"

typedef struct
{
  GeoatWorkbook *workbook;
  GeoatSheet *sheet;
  GHashTable *threaded; /* a set of the addresses of those with answers */
  gboolean is_threaded; /* it is those that are read */
  char *address;        /* of the cell of the present one, or NULL */
  GString *text;
  gboolean in_text;
  int in_phonetic;
} Comments;

static void
end_comment (Comments *self)
{
  g_autofree char *text = geoat_workbook_unescape (self->text->str);
  g_autofree char *address = g_steal_pointer (&self->address);
  guint column = 0, row = 0;
  gboolean known = address != NULL && geoat_workbook_parse_address (address, &column, &row);

  if (!self->is_threaded && known && g_hash_table_contains (self->threaded, address))
    return;
  if (*g_strstrip (text) != '\0')
    geoat_workbook_add_aside (self->workbook, self->sheet, GEOAT_ASIDE_COMMENT, known ? row + 1 : 0,
                              known ? column + 1 : 0, text);
  if (self->is_threaded && known)
    g_hash_table_add (self->threaded, g_steal_pointer (&address));
}

static gboolean
comment_cb (xmlTextReaderPtr xml, const char *name, gboolean begins, gpointer data)
{
  Comments *self = data;

  if (g_str_equal (name, self->is_threaded ? "threadedComment" : "comment"))
    {
      if (!begins)
        {
          end_comment (self);
          return !self->workbook->too_large;
        }
      g_free (self->address);
      self->address = geoat_part_get_attribute (xml, "ref");
      g_string_truncate (self->text, 0);
    }
  else if (g_str_equal (name, "rPh"))
    self->in_phonetic += begins ? 1 : -1;
  else if (g_str_equal (name, self->is_threaded ? "text" : "t"))
    self->in_text = begins;
  return TRUE;
}

static void
comment_text_cb (const char *text, gpointer data)
{
  Comments *self = data;

  if (self->in_text && self->in_phonetic == 0)
    g_string_append (self->text, text);
}

/* Reads the comments of the sheet that is in the part of that name. */
gboolean
geoat_workbook_read_beside (GeoatWorkbook *self,
                            GeoatSheet *sheet,
                            const char *name,
                            GError **error)
{
  static const char *const kinds[] = { "threadedComment", "comments" };
  g_autoptr (GPtrArray) relations =
      geoat_package_read_relations (self->package, name, self->cancellable, NULL);
  g_autoptr (GHashTable) threaded = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *target = geoat_relations_find (relations, kinds[i]);
      g_autoptr (GBytes) part =
          target != NULL
              ? geoat_package_read_member (self->package, target, self->cancellable, error)
              : NULL;
      Comments comments = {
        .workbook = self,
        .sheet = sheet,
        .threaded = threaded,
        .is_threaded = i == 0,
      };
      gboolean done;

      if (target == NULL)
        continue;
      if (part == NULL)
        return FALSE;
      comments.text = g_string_new (NULL);
      done = geoat_part_read (part, comment_cb, comment_text_cb, &comments, self->cancellable);
      g_string_free (comments.text, TRUE);
      g_free (comments.address);
      if (!done)
        return geoat_workbook_fail (self, error);
    }
  return TRUE;
}
