/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Printing: the report and the page for management, through the system's print dialog, which also
 * prints to a PDF file. The pages are drawn by GeoatPages, which PDF export uses too, so that paper
 * and file are the same. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-paper.h"
#include "geoat-window-private.h"

#include "geoat-pages.h"

#include <glib/gi18n.h>

static GeoatPages *
create_pages (GeoatWindow *self, GeoatPagesKind kind, GeoatPaper paper)
{
  GeoatPlan *plan = geoat_document_get_plan (self->document);
  GeoatPagesOptions options = {
    .paper = paper,
    .round = geoat_perspective_get_round (self->perspective),
    .compare = geoat_perspective_get_compare (self->perspective),
    .language = geoat_language_get (geoat_plan_get_language (plan)),
  };
  GDate today;

  geoat_perspective_get_today (self->perspective, &today);
  options.today = &today;

  return geoat_pages_new (plan, kind, &options);
}

static GeoatPagesKind
get_kind (GtkPrintOperation *operation)
{
  return (GeoatPagesKind) GPOINTER_TO_UINT (g_object_get_data (G_OBJECT (operation), "kind"));
}

/* The nearest of the papers that pages can be laid out for. */
static GeoatPaper
get_paper (GtkPrintContext *context)
{
  GtkPageSetup *setup = gtk_print_context_get_page_setup (context);

  return geoat_paper_find (gtk_page_setup_get_paper_size (setup));
}

/* The paper is known now, and with it how many pages there are. */
static void
begin_print_cb (GtkPrintOperation *operation, GtkPrintContext *context, GeoatWindow *self)
{
  GeoatPages *pages = create_pages (self, get_kind (operation), get_paper (context));

  gtk_print_operation_set_n_pages (operation, (int) geoat_pages_get_n_pages (pages));
  g_object_set_data_full (G_OBJECT (operation), "pages", pages, g_object_unref);
}

/* Paper of another size than the pages: as large as fits. */
static void
draw_page_cb (GtkPrintOperation *operation, GtkPrintContext *context, int page, GeoatWindow *self)
{
  GeoatPages *pages = g_object_get_data (G_OBJECT (operation), "pages");
  cairo_t *cr = gtk_print_context_get_cairo_context (context);
  double width, height, scale;

  geoat_pages_get_size (pages, &width, &height);
  scale = MIN (gtk_print_context_get_width (context) / width,
               gtk_print_context_get_height (context) / height);
  cairo_scale (cr, scale, scale);
  geoat_pages_draw (pages, (guint) page, cr);
}

static void
done_cb (GtkPrintOperation *operation, GtkPrintOperationResult result, GeoatWindow *self)
{
  g_autoptr (GError) error = NULL;

  if (result != GTK_PRINT_OPERATION_RESULT_ERROR)
    return;
  gtk_print_operation_get_error (operation, &error);
  geoat_window_show_error (self, _ ("The plan was not printed"), error->message);
}

/* Who prints to a file finds it beside the plan, under its name. */
static GtkPrintSettings *
create_settings (GeoatWindow *self)
{
  GtkPrintSettings *settings = gtk_print_settings_new ();
  GFile *file = geoat_document_get_file (self->document);
  g_autoptr (GFile) folder = file ? g_file_get_parent (file) : NULL;
  const char *path = folder ? g_file_peek_path (folder) : NULL;
  g_autofree char *name = geoat_window_suggest_file_name (self);

  gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_BASENAME, name);
  if (path != NULL)
    gtk_print_settings_set (settings, GTK_PRINT_SETTINGS_OUTPUT_DIR, path);
  return settings;
}

static void
print (GeoatWindow *self, GeoatPagesKind kind)
{
  g_autoptr (GtkPrintOperation) operation = gtk_print_operation_new ();
  g_autoptr (GtkPrintSettings) settings = create_settings (self);
  g_autoptr (GtkPageSetup) setup = gtk_page_setup_new ();
  g_autoptr (GeoatPages) pages = NULL;
  g_autoptr (GtkPaperSize) paper = gtk_paper_size_new (NULL);
  g_autofree char *name = geoat_document_get_name (self->document);
  double width, height;

  pages = create_pages (self, kind, geoat_paper_find (paper));
  geoat_pages_get_size (pages, &width, &height);
  gtk_page_setup_set_paper_size_and_default_margins (setup, paper);
  gtk_page_setup_set_orientation (setup, width > height ? GTK_PAGE_ORIENTATION_LANDSCAPE
                                                        : GTK_PAGE_ORIENTATION_PORTRAIT);

  gtk_print_operation_set_print_settings (operation, settings);
  gtk_print_operation_set_default_page_setup (operation, setup);
  gtk_print_operation_set_job_name (operation, name);
  gtk_print_operation_set_unit (operation, GTK_UNIT_POINTS);
  gtk_print_operation_set_use_full_page (operation, TRUE);
  gtk_print_operation_set_embed_page_setup (operation, TRUE);
  gtk_print_operation_set_n_pages (operation, (int) geoat_pages_get_n_pages (pages));
  g_object_set_data (G_OBJECT (operation), "kind", GUINT_TO_POINTER (kind));
  g_signal_connect_object (operation, "begin-print", G_CALLBACK (begin_print_cb), self, 0);
  g_signal_connect_object (operation, "draw-page", G_CALLBACK (draw_page_cb), self, 0);

  g_signal_connect_object (operation, "done", G_CALLBACK (done_cb), self, 0);

  /* whoever asked for it, such as a screen reader, does not wait until the dialog has closed */
  gtk_print_operation_set_allow_async (operation, TRUE);
  gtk_print_operation_run (operation, GTK_PRINT_OPERATION_ACTION_PRINT_DIALOG, GTK_WINDOW (self),
                           NULL);
}

static void
print_report_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  print (GEOAT_WINDOW (widget), GEOAT_PAGES_REPORT);
}

static void
print_summary_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  print (GEOAT_WINDOW (widget), GEOAT_PAGES_SUMMARY);
}

/* With no plan there is nothing to print. */
void
geoat_window_print_update (GeoatWindow *self)
{
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print", self->document != NULL);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.print-summary", self->document != NULL);
}

void
geoat_window_print_install_actions (GtkWidgetClass *widget_class)
{
  gtk_widget_class_install_action (widget_class, "win.print", NULL, print_report_action);
  gtk_widget_class_install_action (widget_class, "win.print-summary", NULL, print_summary_action);
}
