/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A line of the preview as an object, as lists want it, and a list of them that follows the
 * choices: lines that stay the same stay in their place, so that the list does not jump under the
 * reader's eyes. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-share-line.h"

#include <glib/gi18n.h>

/* Past so many single changes all lines are exchanged at once. */
#define MAX_CHANGES 500

struct _GeoatShareLine
{
  GObject parent_instance;

  GeoatPreviewLine *line;
};

G_DEFINE_FINAL_TYPE (GeoatShareLine, geoat_share_line, G_TYPE_OBJECT)

static void
geoat_share_line_finalize (GObject *object)
{
  geoat_preview_line_free (GEOAT_SHARE_LINE (object)->line);

  G_OBJECT_CLASS (geoat_share_line_parent_class)->finalize (object);
}

static void
geoat_share_line_class_init (GeoatShareLineClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = geoat_share_line_finalize;
}

static void
geoat_share_line_init (GeoatShareLine *self)
{
}

static GeoatShareLine *
line_new (const GeoatPreviewLine *line)
{
  GeoatShareLine *self = g_object_new (GEOAT_TYPE_SHARE_LINE, NULL);

  self->line = geoat_preview_line_copy (line);
  return self;
}

/**
 * geoat_share_line_get:
 * @self: a line
 *
 * Returns: (transfer none): what it says
 */
const GeoatPreviewLine *
geoat_share_line_get (GeoatShareLine *self)
{
  g_return_val_if_fail (GEOAT_IS_SHARE_LINE (self), NULL);

  return self->line;
}

/**
 * geoat_share_line_get_state_name:
 * @state: what becomes of something
 *
 * Returns: (transfer none): the same in words; "" for what goes out
 */
const char *
geoat_share_line_get_state_name (GeoatPreviewState state)
{
  switch (state)
    {
    case GEOAT_PREVIEW_LEFT_OUT:
      return _ ("Left out");
    case GEOAT_PREVIEW_NO_PLACE:
      return _ ("Not in this format");
    case GEOAT_PREVIEW_CHARTS:
      return _ ("Only in the charts");
    case GEOAT_PREVIEW_GOES:
    default:
      return "";
    }
}

/**
 * geoat_share_line_get_name:
 * @self: a line
 *
 * Returns: (transfer full): the line as it is read out
 */
char *
geoat_share_line_get_name (GeoatShareLine *self)
{
  const GeoatPreviewLine *line = geoat_share_line_get (self);
  const char *state = geoat_share_line_get_state_name (line->state);

  if (*state == '\0' && *line->text == '\0')
    return g_strdup (line->title);
  if (*state == '\0')
    /* Translators: what something is called, and what it says: "Lead: Ana Ruiz" */
    return g_strdup_printf (C_ ("preview", "%s: %s"), line->title, line->text);
  if (*line->text == '\0')
    /* Translators: what something is called, and what becomes of it: "Rounds (left out)" */
    return g_strdup_printf (C_ ("preview", "%s (%s)"), line->title, state);
  /* Translators: what something is called, what becomes of it, and what it says: "Lead (left out):
   * Ana Ruiz" */
  return g_strdup_printf (C_ ("preview", "%s (%s): %s"), line->title, state, line->text);
}

static gboolean
is_same (GListStore *list, guint position, const GeoatPreviewLine *line)
{
  g_autoptr (GeoatShareLine) old = g_list_model_get_item (G_LIST_MODEL (list), position);

  return geoat_preview_line_equal (old->line, line);
}

static void
replace (GListStore *list, guint position, guint n_removed, GPtrArray *lines, guint n_added)
{
  g_autoptr (GPtrArray) added = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < n_added; i++)
    g_ptr_array_add (added, line_new (g_ptr_array_index (lines, position + i)));
  g_list_store_splice (list, position, n_removed, added->pdata, n_added);
}

/**
 * geoat_share_line_update_list:
 * @list: a list of #GeoatShareLine
 * @lines: an array of #GeoatPreviewLine
 *
 * Makes @list hold @lines. What stays the same is not touched.
 */
void
geoat_share_line_update_list (GListStore *list, GPtrArray *lines)
{
  guint n = g_list_model_get_n_items (G_LIST_MODEL (list));
  guint n_same = MIN (n, lines->len);
  guint n_changed = 0;
  guint start = 0, end = 0;

  while (start < n_same && is_same (list, start, g_ptr_array_index (lines, start)))
    start++;
  while (end < n_same - start &&
         is_same (list, n - 1 - end, g_ptr_array_index (lines, lines->len - 1 - end)))
    end++;

  if (n == lines->len)
    for (guint i = start; i < n - end; i++)
      n_changed += is_same (list, i, g_ptr_array_index (lines, i)) ? 0 : 1;
  if (n != lines->len || n_changed > MAX_CHANGES)
    {
      replace (list, start, n - start - end, lines, lines->len - start - end);
      return;
    }
  for (guint i = start; i < n - end; i++)
    if (!is_same (list, i, g_ptr_array_index (lines, i)))
      replace (list, i, 1, lines, 1);
}
