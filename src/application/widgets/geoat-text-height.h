/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoat-text-paragraph.h"

G_BEGIN_DECLS

/**
 * GeoatTextHeight:
 * @view: (transfer none): a text view, the only child of a widget that is as high as its text
 * @min_lines: how many lines it is high at least
 *
 * How high a text is that is edited in place. The other members are private.
 */
typedef struct
{
  GtkTextView *view;
  int min_lines;

  PangoLayout *layout;          /* of the whole text; NULL when it has changed */
  int line;                     /* the height of one; 0: not known */
  int width;                    /* the width that height is for; -1: none */
  int height;                   /* of the whole text */
  GeoatTextParagraph paragraph; /* as the text view has laid it out */
  gboolean composing;           /* the view shows what is not in the text yet */
  guint source;
} GeoatTextHeight;

void geoat_text_height_init (GeoatTextHeight *self, GtkTextView *view);
void geoat_text_height_clear (GeoatTextHeight *self);
int geoat_text_height_get_line (GeoatTextHeight *self);
int geoat_text_height_get (GeoatTextHeight *self, int width);
void geoat_text_height_forget (GeoatTextHeight *self);
void geoat_text_height_follow_change (GeoatTextHeight *self, gboolean typed);

G_END_DECLS
