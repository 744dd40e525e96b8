/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Pages as a PDF: real text, bookmarks, links, metadata and structure tags. */
#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include <glib/gi18n-lib.h>
#include <cairo-pdf.h>

#include "geoat-date.h"
#include "geoat-error.h"

#include "geoat-pages-private.h"

/* A PDF goes to its stream in pieces of about this size. */
#define PENDING_BYTES 65536

typedef struct
{
  GOutputStream *stream;
  GCancellable *cancellable;
  GByteArray *pending; /* not yet in the stream */
  GError *error;
} PdfTarget;

static gboolean
pdf_target_flush (PdfTarget *self)
{
  gboolean ok = self->error == NULL &&
                g_output_stream_write_all (self->stream, self->pending->data, self->pending->len,
                                           NULL, self->cancellable, &self->error);

  g_byte_array_set_size (self->pending, 0);
  return ok;
}

/* Cairo writes the structure of a document in some ten bytes at a time. */
static cairo_status_t
write_pdf_cb (void *closure, const unsigned char *data, unsigned int length)
{
  PdfTarget *target = closure;

  g_byte_array_append (target->pending, data, length);
  if (target->pending->len < PENDING_BYTES || pdf_target_flush (target))
    return CAIRO_STATUS_SUCCESS;
  return CAIRO_STATUS_WRITE_ERROR;
}

static void
add_bookmarks (GeoatPages *self, cairo_surface_t *surface)
{
  int parent = CAIRO_PDF_OUTLINE_ROOT;

  for (guint i = 0; i < self->bookmarks->len; i++)
    {
      const GeoatPageBookmark *bookmark = &g_array_index (self->bookmarks, GeoatPageBookmark, i);
      g_autofree char *link = g_strdup_printf ("page=%u", bookmark->page + 1);
      int id = cairo_pdf_surface_add_outline (
          surface, bookmark->depth == 1 ? CAIRO_PDF_OUTLINE_ROOT : parent, bookmark->title, link,
          bookmark->depth == 1 ? CAIRO_PDF_OUTLINE_FLAG_OPEN : 0);

      if (bookmark->depth == 1)
        parent = id;
    }
}

static void
set_metadata (GeoatPages *self, cairo_surface_t *surface)
{
  char day[11];
  g_autofree char *created = NULL;

  geoat_date_format (&self->today, day);
  created = g_strconcat (day, "T00:00:00", NULL);
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_TITLE,
                                  geoat_plan_get_title (self->plan));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_AUTHOR,
                                  geoat_plan_get_administration (self->plan));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_SUBJECT,
                                  geoat_round_get_title (self->round));
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATOR, "GEOAT Planner");
  cairo_pdf_surface_set_metadata (surface, CAIRO_PDF_METADATA_CREATE_DATE, created);
}

/**
 * geoat_pages_write_pdf:
 * @stream: where the PDF goes
 * @cancellable: (nullable): checked before every page
 * @error: errors of the stream; %GEOAT_ERROR_FAILED when cairo fails
 *
 * Writes all pages as a PDF with real text, bookmarks, links, metadata and structure tags.
 *
 * Returns: %TRUE on success
 */
gboolean
geoat_pages_write_pdf (GeoatPages *self,
                       GOutputStream *stream,
                       GCancellable *cancellable,
                       GError **error)
{
  g_autoptr (GByteArray) pending = g_byte_array_sized_new (PENDING_BYTES);
  PdfTarget target = { stream, cancellable, pending, NULL };
  cairo_surface_t *surface;
  cairo_status_t status;
  cairo_t *cr;

  g_return_val_if_fail (GEOAT_IS_PAGES (self), FALSE);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return FALSE;

  surface = cairo_pdf_surface_create_for_stream (write_pdf_cb, &target, self->width, self->height);
  set_metadata (self, surface);
  cr = cairo_create (surface);
  /* without a tag above all others readers do not take the file for one with a structure */
  cairo_tag_begin (cr, "Document", NULL);
  for (guint i = 0; i < self->pages->len && !g_cancellable_is_cancelled (cancellable); i++)
    {
      geoat_pages_draw (self, i, cr);
      /* behind the last page it would be on another one, for cairo 1.18 */
      if (i == self->pages->len - 1)
        cairo_tag_end (cr, "Document");
      cairo_show_page (cr);
    }
  add_bookmarks (self, surface);
  cairo_destroy (cr);
  cairo_surface_finish (surface);
  status = cairo_surface_status (surface);
  cairo_surface_destroy (surface);
  pdf_target_flush (&target);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    {
      g_clear_error (&target.error);
      return FALSE;
    }
  if (target.error)
    {
      g_propagate_error (error, target.error);
      return FALSE;
    }
  if (status != CAIRO_STATUS_SUCCESS)
    {
      g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_FAILED,
                           _ ("The pages could not be drawn"));
      return FALSE;
    }
  return TRUE;
}
