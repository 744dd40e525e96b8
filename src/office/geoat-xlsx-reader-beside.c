/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What stands beside the cells of a sheet of a workbook: comments, text boxes, headers and footers.
 *
 * How it works: comments are in parts of their own, to which the sheet is related: the old ones,
 * which are called notes now, and those with answers. Of each of the latter there is a stand-in
 * among the former, which does not count. Text boxes are shapes in a part with all drawings of the
 * sheet; the titles of charts are elsewhere, and follow from cells. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include <string.h>

#include "geoat-hash.h"
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

/* The text boxes */

typedef struct
{
  GeoatWorkbook *workbook;
  GeoatSheet *sheet;
  GString *text; /* of the present one */
  gboolean in_text;
  int in_fallback; /* inside the second version that there is of some */
  guint place[2];  /* the column and row of the cell that it begins at, from 0 */
  gboolean in_from;
  guint *in_number;     /* inside that of these, or NULL */
  GPtrArray *relations; /* of the part */
  char *name;           /* of the present one, or NULL */
  char *description;    /* likewise */
} Boxes;

typedef struct
{
  GString *text;
  gboolean in_text;
} Title;

static gboolean
title_cb (xmlTextReaderPtr xml, const char *name, gboolean begins, gpointer data)
{
  Title *self = data;

  self->in_text = begins && g_str_equal (name, "t");
  return TRUE;
}

static void
title_text_cb (const char *text, gpointer data)
{
  Title *self = data;

  if (self->in_text)
    g_string_append (self->text, text);
}

/* What a chart says in its own part is its description, when it has no other. */
static void
take_chart (Boxes *self, xmlTextReaderPtr xml)
{
  g_autofree char *id = geoat_part_get_attribute (xml, "id");
  const GeoatRelation *relation = geoat_relations_get (self->relations, id);
  g_autoptr (GBytes) part =
      relation != NULL ? geoat_package_read_member (self->workbook->package, relation->target,
                                                    self->workbook->cancellable, NULL)
                       : NULL;
  Title title = { g_string_new (NULL), FALSE };

  if (part != NULL)
    geoat_part_read (part, title_cb, title_text_cb, &title, self->workbook->cancellable);
  if (title.text->len > 0 && self->description == NULL)
    self->description = g_strdup (title.text->str);
  g_string_free (title.text, TRUE);
}

/* Tells of something that is drawn, unless it is a chart of ours. */
static void
end_drawn (Boxes *self, GeoatAsideKind kind)
{
  g_autofree char *name = g_steal_pointer (&self->name);
  g_autofree char *description = g_steal_pointer (&self->description);
  const char *text = description != NULL && *description != '\0' ? description : name;

  if (self->in_fallback == 0 &&
      (text == NULL || !geoat_own_texts_has_heading (self->workbook->own, text)))
    geoat_workbook_add_aside (self->workbook, self->sheet, kind, self->place[1] + 1,
                              self->place[0] + 1, text != NULL ? text : "");
}

static gboolean
box_cb (xmlTextReaderPtr xml, const char *name, gboolean begins, gpointer data)
{
  Boxes *self = data;

  self->in_text = begins && g_str_equal (name, "t") && self->in_fallback == 0;
  self->in_number = NULL;
  if (g_str_equal (name, "from"))
    self->in_from = begins;
  else if (begins && self->in_from && g_str_equal (name, "col"))
    self->in_number = &self->place[0];
  else if (begins && self->in_from && g_str_equal (name, "row"))
    self->in_number = &self->place[1];
  else if (g_str_equal (name, "Fallback"))
    self->in_fallback += begins ? 1 : -1;
  else if (begins && (g_str_equal (name, "p") || g_str_equal (name, "br")))
    g_string_append_c (self->text, '\n');
  else if (g_str_equal (name, "sp"))
    {
      if (!begins && *g_strstrip (self->text->str) != '\0')
        geoat_workbook_add_aside (self->workbook, self->sheet, GEOAT_ASIDE_APART,
                                  self->place[1] + 1, self->place[0] + 1, self->text->str);
      else if (!begins)
        end_drawn (self, GEOAT_ASIDE_OBJECT);
      g_string_truncate (self->text, 0);
    }
  else if (begins && g_str_equal (name, "cNvPr"))
    {
      g_free (self->name);
      g_free (self->description);
      self->name = geoat_part_get_attribute (xml, "name");
      self->description = geoat_part_get_attribute (xml, "descr");
    }
  else if (begins && g_str_equal (name, "chart"))
    take_chart (self, xml);
  else if (!begins && g_str_equal (name, "pic"))
    end_drawn (self, GEOAT_ASIDE_PICTURE);
  else if (!begins && g_str_equal (name, "graphicFrame"))
    end_drawn (self, GEOAT_ASIDE_OBJECT);
  return !self->workbook->too_large;
}

static void
box_text_cb (const char *text, gpointer data)
{
  Boxes *self = data;
  guint64 number;

  if (self->in_text)
    g_string_append (self->text, text);
  else if (self->in_number != NULL &&
           g_ascii_string_to_unsigned (text, 10, 0, GEOAT_WORKBOOK_MAX_ROWS, &number, NULL))
    *self->in_number = (guint) number;
}

static gboolean
read_boxes (GeoatWorkbook *self, GeoatSheet *sheet, const char *name, GBytes *part)
{
  g_autoptr (GPtrArray) relations =
      geoat_package_read_relations (self->package, name, self->cancellable, NULL);
  g_autoptr (GPtrArray) none = g_ptr_array_new ();
  Boxes boxes = {
    .workbook = self,
    .sheet = sheet,
    .text = g_string_new (NULL),
    .relations = relations != NULL ? relations : none,
  };
  gboolean done = geoat_part_read (part, box_cb, box_text_cb, &boxes, self->cancellable);

  g_string_free (boxes.text, TRUE);
  g_free (boxes.name);
  g_free (boxes.description);
  return done;
}

static gboolean
read_comments (GeoatWorkbook *self,
               GeoatSheet *sheet,
               GBytes *part,
               GHashTable *threaded,
               gboolean is_threaded)
{
  Comments comments = {
    .workbook = self,
    .sheet = sheet,
    .threaded = threaded,
    .is_threaded = is_threaded,
    .text = g_string_new (NULL),
  };
  gboolean done = geoat_part_read (part, comment_cb, comment_text_cb, &comments, self->cancellable);

  g_string_free (comments.text, TRUE);
  g_free (comments.address);
  return done;
}

/* Tells where the links of a sheet lead, and learns which parts it leads to. */
static void
take_links (GeoatWorkbook *self, GeoatSheet *sheet, GPtrArray *relations)
{
  for (guint i = 0; i < relations->len; i++)
    g_hash_table_add (self->reached,
                      g_strdup (((GeoatRelation *) g_ptr_array_index (relations, i))->target));
  for (guint i = 0; i < self->links->len; i++)
    {
      const GeoatXlsxLink *link = g_ptr_array_index (self->links, i);
      const GeoatRelation *relation = geoat_relations_get (relations, link->relation);

      if (relation != NULL && relation->address != NULL)
        geoat_workbook_add_aside (self, sheet, GEOAT_ASIDE_LINK, link->row, link->column,
                                  relation->address);
    }
}

/* Reads what stands beside the cells of the sheet that is in the part of that name. */
gboolean
geoat_workbook_read_beside (GeoatWorkbook *self,
                            GeoatSheet *sheet,
                            const char *name,
                            GError **error)
{
  static const char *const kinds[] = { "threadedComment", "comments", "drawing" };
  g_autoptr (GPtrArray) relations =
      geoat_package_read_relations (self->package, name, self->cancellable, error);
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  g_autoptr (GHashTable) parts = NULL;
  g_autoptr (GHashTable) threaded =
      g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *target = geoat_relations_find (relations, kinds[i]);

      if (target != NULL)
        g_ptr_array_add (names, (gpointer) target);
    }
  if (relations == NULL)
    return FALSE;
  take_links (self, sheet, relations);
  if (names->len == 0)
    return TRUE;
  g_ptr_array_add (names, NULL);
  parts = geoat_package_read_members (self->package, (const char *const *) names->pdata,
                                      self->cancellable, error);
  if (parts == NULL)
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      const char *target = geoat_relations_find (relations, kinds[i]);
      GBytes *part = target != NULL ? g_hash_table_lookup (parts, target) : NULL;

      if (part != NULL && !(i == 2 ? read_boxes (self, sheet, target, part)
                                   : read_comments (self, sheet, part, threaded, i == 0)))
        return geoat_workbook_fail (self, error);
    }
  return TRUE;
}

/* The text between the codes of a header or footer, full: a form feed before each of
 * its parts, left, middle and right. */
static char *
strip_codes (const char *margin)
{
  GString *text = g_string_new (NULL);

  for (const char *at = margin; *at != '\0';)
    {
      char code = *at == '&' ? at[1] : '\0';
      const char *end = code == '"' ? strchr (at + 2, '"') : NULL;

      if (code == '\0' || code == '&' || (guchar) code >= 0x80)
        {
          g_string_append_c (text, *at);
          at += code == '&' ? 2 : 1;
          continue;
        }
      if (strchr ("LCR", code) != NULL)
        g_string_append_c (text, '\f');
      if (end != NULL) /* a font */
        at = end + 1;
      else if (g_ascii_isdigit (code)) /* its size */
        at += 1 + strspn (at + 1, "0123456789");
      else if (code == 'K') /* a colour, of six characters */
        at += 2 + MIN (6, strspn (at + 2, "0123456789ABCDEFabcdef+-"));
      else
        at += 2;
    }
  return g_string_free (text, FALSE);
}

/* Tells of a header or footer as it is written: "&C&P / &N". */
void
geoat_workbook_take_margin (GeoatWorkbook *self, GeoatSheet *sheet, const char *margin)
{
  g_autofree char *plain = geoat_workbook_unescape (margin);
  g_autofree char *text = strip_codes (plain);
  g_auto (GStrv) parts = g_strsplit (text, "\f", -1);

  for (guint i = 0; parts[i] != NULL; i++)
    if (geoat_own_texts_take_margin (self->own, parts[i]))
      geoat_workbook_add_aside (self, sheet, GEOAT_ASIDE_APART, 0, 0, g_strstrip (parts[i]));
}
