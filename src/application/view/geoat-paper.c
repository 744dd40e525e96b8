/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The paper that pages are laid out for. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-paper.h"

/**
 * geoat_paper_find:
 * @size: a size of paper
 *
 * Returns: the nearest of those that pages can be laid out for
 */
GeoatPaper
geoat_paper_find (GtkPaperSize *size)
{
  return g_str_has_prefix (gtk_paper_size_get_name (size), "na_letter") ? GEOAT_PAPER_LETTER
                                                                        : GEOAT_PAPER_A4;
}

/**
 * geoat_paper_get_usual:
 *
 * Returns: the paper that is usual where the user lives
 */
GeoatPaper
geoat_paper_get_usual (void)
{
  g_autoptr (GtkPaperSize) size = gtk_paper_size_new (NULL);

  return geoat_paper_find (size);
}
