/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How high a text is that is edited in place.
 *
 * How it works: the height does not come from the text view, which only knows it some frames after
 * its width, but from Pango: a form that is just opened has its right height in its first frame. It
 * is worked out again only when the text or the width changes; of a paragraph that is typed into
 * the text view knows how much higher it is than before the key. A key that does not change the
 * height causes no new layout of the page. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-text-height.h"

static PangoLayout *
get_layout (GeoatTextHeight *self)
{
  if (self->layout == NULL)
    {
      GtkTextBuffer *buffer = gtk_text_view_get_buffer (self->view);
      g_autofree char *text = NULL;
      GtkTextIter start, end;

      gtk_text_buffer_get_bounds (buffer, &start, &end);
      text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
      self->layout = gtk_widget_create_pango_layout (GTK_WIDGET (self->view), text);
      pango_layout_set_wrap (self->layout, PANGO_WRAP_WORD_CHAR);
    }
  return self->layout;
}

static void
forget_text (GeoatTextHeight *self)
{
  g_clear_object (&self->layout);
  self->width = -1;
  self->paragraph.width = -1;
}

static void
queue_resize (GeoatTextHeight *self)
{
  gtk_widget_queue_resize (gtk_widget_get_parent (GTK_WIDGET (self->view)));
}

static void
update (GeoatTextHeight *self)
{
  int width = self->width;
  int height = width < 0 ? 0 : geoat_text_height_get (self, width);

  g_clear_handle_id (&self->source, g_source_remove);
  forget_text (self);
  if (width < 0 || geoat_text_height_get (self, width) != height)
    queue_resize (self);
}

/* What is typed within a paragraph makes the text as much higher as the paragraph. */
static void
update_by_paragraph (GeoatTextHeight *self, int height)
{
  int old_height = geoat_text_height_get (self, self->width);

  self->height += height - self->paragraph.height;
  if (geoat_text_height_get (self, self->width) != old_height)
    queue_resize (self);
}

static gboolean
update_cb (gpointer data)
{
  GeoatTextHeight *self = data;
  GeoatTextParagraph paragraph;

  self->source = 0;
  geoat_text_paragraph_find (&paragraph, self->view);
  if (!self->composing && paragraph.width == self->width &&
      geoat_text_paragraph_is_same (&paragraph, &self->paragraph))
    update_by_paragraph (self, paragraph.height);
  else
    update (self);
  self->paragraph = paragraph;
  if (self->composing)
    self->paragraph.width = -1;
  return G_SOURCE_REMOVE;
}

/* An input method is at work: the view's paragraph has what it has not put into the text yet. */
static void
preedit_changed_cb (GeoatTextHeight *self, const char *preedit)
{
  self->composing = *preedit != '\0';
}

/**
 * geoat_text_height_init:
 * @self: (out caller-allocates): a height; geoat_text_height_clear() it before the view goes
 * @view: a text view that wraps words, or letters where a word is too long
 */
void
geoat_text_height_init (GeoatTextHeight *self, GtkTextView *view)
{
  *self = (GeoatTextHeight){ .view = view, .min_lines = 1, .width = -1, .paragraph.width = -1 };
  g_signal_connect_swapped (view, "preedit-changed", G_CALLBACK (preedit_changed_cb), self);
}

/**
 * geoat_text_height_clear:
 * @self: a height
 *
 * Lets go of the view.
 */
void
geoat_text_height_clear (GeoatTextHeight *self)
{
  if (self->view != NULL)
    g_signal_handlers_disconnect_by_data (self->view, self);
  self->view = NULL;
  g_clear_handle_id (&self->source, g_source_remove);
  g_clear_object (&self->layout);
}

/**
 * geoat_text_height_get_line:
 * @self: a height
 *
 * Returns: how high a line is, in pixels
 */
int
geoat_text_height_get_line (GeoatTextHeight *self)
{
  if (self->line == 0)
    {
      g_autoptr (PangoLayout) layout =
          gtk_widget_create_pango_layout (GTK_WIDGET (self->view), "X");
      pango_layout_get_pixel_size (layout, NULL, &self->line);
    }
  return self->line;
}

/**
 * geoat_text_height_get:
 * @self: a height
 * @width: in pixels
 *
 * Returns: how high the text is in that width, in pixels
 */
int
geoat_text_height_get (GeoatTextHeight *self, int width)
{
  if (self->width != width)
    {
      PangoLayout *layout = get_layout (self);

      pango_layout_set_width (layout, MAX (width, 1) * PANGO_SCALE);
      pango_layout_get_pixel_size (layout, NULL, &self->height);
      self->width = width;
    }
  return MAX (self->height, self->min_lines * geoat_text_height_get_line (self));
}

/**
 * geoat_text_height_forget:
 * @self: a height
 *
 * Forgets all that was worked out: the font is another.
 */
void
geoat_text_height_forget (GeoatTextHeight *self)
{
  self->line = 0;
  forget_text (self);
}

/**
 * geoat_text_height_follow_change:
 * @self: a height
 * @typed: whether somebody types
 *
 * The text has changed: gives the widget another size when it needs one. What is typed is looked at
 * before the next frame, but after the text view has laid it out: its layout is not to be made
 * twice.
 */
void
geoat_text_height_follow_change (GeoatTextHeight *self, gboolean typed)
{
  g_clear_object (&self->layout);
  if (!typed)
    update (self);
  else if (self->source == 0)
    self->source = g_idle_add_full (G_PRIORITY_HIGH_IDLE, update_cb, self, NULL);
}
