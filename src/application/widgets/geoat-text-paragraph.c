/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The paragraph that is typed into.
 *
 * How it works: between a key and the next frame a text view lays out no more than the paragraph it
 * is asked for. It has not looked at the others yet, nor at where this one now is, so that only the
 * distance from its first to its last line is known. What is typed within a paragraph leaves
 * everything about the others as it was. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-text-paragraph.h"

/**
 * geoat_text_paragraph_find:
 * @paragraph: (out caller-allocates): gets what is known of it
 * @view: a text view
 *
 * Looks at the paragraph of the caret.
 */
void
geoat_text_paragraph_find (GeoatTextParagraph *paragraph, GtkTextView *view)
{
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (view);
  GtkTextIter start, end;
  GdkRectangle first, last;

  gtk_text_buffer_get_iter_at_mark (buffer, &start, gtk_text_buffer_get_insert (buffer));
  gtk_text_iter_set_line_offset (&start, 0);
  end = start;
  if (!gtk_text_iter_ends_line (&end))
    gtk_text_iter_forward_to_line_end (&end);
  gtk_text_view_get_iter_location (view, &start, &first);
  gtk_text_view_get_iter_location (view, &end, &last);
  paragraph->width = gtk_widget_get_width (GTK_WIDGET (view));
  paragraph->position = gtk_text_iter_get_line (&start);
  paragraph->n_paragraphs = gtk_text_buffer_get_line_count (buffer);
  paragraph->n_others =
      gtk_text_buffer_get_char_count (buffer) - gtk_text_iter_get_line_offset (&end);
  paragraph->height = last.y + last.height - first.y;
}

/**
 * geoat_text_paragraph_is_same:
 * @one: a paragraph
 * @other: what was known before
 *
 * Returns: whether only the text of this paragraph can have changed since
 */
gboolean
geoat_text_paragraph_is_same (const GeoatTextParagraph *one, const GeoatTextParagraph *other)
{
  return one->width == other->width && one->position == other->position &&
         one->n_paragraphs == other->n_paragraphs && one->n_others == other->n_others;
}
