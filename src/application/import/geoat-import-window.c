/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The review of a file before it is imported: a filled template, or a list of indicators.
 *
 * How it works: the file is read, and compared with a copy of the plan, in a thread; until that is
 * done the window shows that it works, and closing it stops that. What there is to decide are the
 * rows of a list, which grows when its end is asked for: a file can have thousands. Nothing changes
 * before Import, and then all of it is one step that can be undone. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-import-window.h"

#include "geoat-file.h"
#include "geoat-source.h"

#include "geoat-import-cell-list.h"
#include "geoat-import-row.h"
#include "geoat-screen-text.h"

#include <glib/gi18n.h>

#define N_MORE 50 /* rows that are added at a time */

struct _GeoatImportWindow
{
  AdwWindow parent_instance;

  GtkButton *apply_button;
  GtkStack *stack;
  GtkSpinner *spinner;
  GtkLabel *reading_label;
  AdwStatusPage *error_page;
  GtkLabel *indicators_label;
  GtkLabel *cells_label;
  GtkWidget *place_all_box;
  GtkWidget *look_button;
  GtkBox *list;
  GtkWidget *more_button;
  GtkWidget *nothing_label;
  GtkStack *pages;
  AdwClampScrollable *cells;

  GeoatDocument *document;
  GFile *file;
  char *key_element; /* of what a list does not say it of; NULL: it is a filled template */
  GCancellable *cancellable;
  GeoatReview *review;
  GtkWidget *place_all;
  GArray *shown; /* of guint: the items that the list has, or will have */
  guint n_rows;
};

G_DEFINE_FINAL_TYPE (GeoatImportWindow, geoat_import_window, ADW_TYPE_WINDOW)

enum
{
  IMPORTED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

static GeoatFramework *
get_framework (GeoatImportWindow *self)
{
  return geoat_plan_get_framework (geoat_document_get_plan (self->document));
}

/* Reading, in a thread */

typedef struct
{
  GFile *file;
  GeoatPlan *plan;  /* a copy */
  gboolean is_list; /* of indicators */
} Source;

static void
source_free (Source *source)
{
  g_object_unref (source->file);
  g_object_unref (source->plan);
  g_free (source);
}

static GeoatReview *
read_source (const Source *source, GCancellable *cancellable, GError **error)
{
  g_autofree char *path = g_file_get_path (source->file);
  GeoatImportFunc read = NULL;
  GeoatFramework *framework = geoat_plan_get_framework (source->plan);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GPtrArray) sheets = NULL;
  GeoatImport *import;

  if (path == NULL)
    g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                         _ ("This file is not on this computer: save it here first."));
  else
    bytes = geoat_file_read (path, NULL, cancellable, error);
  if (bytes != NULL)
    read = geoat_source_find_reader (bytes, path, source->is_list, error);
  sheets = read != NULL ? read (bytes, cancellable, error) : NULL;
  if (sheets == NULL)
    return NULL;
  import = source->is_list ? geoat_import_new_list (framework, sheets, NULL, cancellable, error)
                           : geoat_import_new (framework, sheets, NULL, NULL, cancellable, error);
  return import != NULL ? geoat_review_new (import, source->plan, cancellable, error) : NULL;
}

static void
read_thread (GTask *task, gpointer object, gpointer data, GCancellable *cancellable)
{
  GError *error = NULL;
  GeoatReview *review = read_source (data, cancellable, &error);

  if (review != NULL)
    g_task_return_pointer (task, review, (GDestroyNotify) geoat_review_free);
  else
    g_task_return_error (task, error);
}

/* The review */

static void
update_counts (GeoatImportWindow *self)
{
  GeoatReviewCounts counts;
  g_autofree char *added = NULL;
  g_autofree char *second = NULL;
  g_autofree char *left_out = NULL;
  g_autofree char *indicators = NULL;
  g_autofree char *cells = NULL;

  geoat_review_count (self->review, &counts);
  added = g_strdup_printf (ngettext ("%u new indicator", "%u new indicators", counts.added),
                           counts.added);
  second =
      geoat_review_is_list (self->review)
          ? g_strdup_printf (ngettext ("%u is in the plan", "%u are in the plan", counts.known),
                             counts.known)
          : g_strdup_printf (ngettext ("%u cell of the plan changes", "%u cells of the plan change",
                                       counts.changes),
                             counts.changes);
  left_out = g_strdup_printf (ngettext ("%u row left out", "%u rows left out", counts.left_out),
                              counts.left_out);
  /* Translators: three counts, such as "3 new indicators · 5 cells of the plan change · 1 row left
   * out" */
  indicators = g_strdup_printf (_ ("%s · %s · %s"), added, second, left_out);
  cells = g_strdup_printf (_ ("Cells of the file: %u matched, %u doubtful, %u unplaced"),
                           counts.matched, counts.doubtful, counts.unplaced);
  gtk_label_set_label (self->indicators_label, indicators);
  gtk_label_set_label (self->cells_label, cells);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply",
                                 counts.added + counts.changes + counts.members > 0);
}

/* The list of cells says what has been decided when it is looked at again. */
static void
visible_page_cb (GeoatImportWindow *self)
{
  if (self->review == NULL ||
      !g_str_equal (gtk_stack_get_visible_child_name (self->pages), "cells"))
    return;
  adw_clamp_scrollable_set_child (self->cells, geoat_import_cell_list_new (self->review));
}

/* Whether someone should look at an item. */
static gboolean
needs_look (const GeoatReviewItem *item)
{
  return item->state != GEOAT_IMPORT_MATCHED || item->differences->len > 0;
}

static void
append_rows (GeoatImportWindow *self)
{
  guint until = MIN (self->n_rows + N_MORE, self->shown->len);

  for (; self->n_rows < until; self->n_rows++)
    {
      GtkWidget *row = geoat_import_row_new (
          self->review, g_array_index (self->shown, guint, self->n_rows), get_framework (self));

      g_signal_connect_object (row, "decided", G_CALLBACK (update_counts), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->list, row);
    }
  gtk_widget_set_visible (self->more_button, self->n_rows < self->shown->len);
  gtk_widget_set_visible (GTK_WIDGET (self->list), self->shown->len > 0);
  gtk_widget_set_visible (self->nothing_label, self->shown->len == 0);
}

/* Fills the list with what is to be shown. */
static void
fill (GeoatImportWindow *self)
{
  GPtrArray *items = geoat_review_get_items (self->review);
  gboolean look = gtk_check_button_get_active (GTK_CHECK_BUTTON (self->look_button));
  GtkWidget *row;

  while ((row = gtk_widget_get_first_child (GTK_WIDGET (self->list))) != NULL)
    gtk_box_remove (self->list, row);
  g_array_set_size (self->shown, 0);
  self->n_rows = 0;
  for (guint i = 0; i < items->len; i++)
    if (!look || needs_look (g_ptr_array_index (items, i)))
      g_array_append_val (self->shown, i);
  append_rows (self);
}

static void
look_toggled_cb (GeoatImportWindow *self)
{
  if (self->review != NULL)
    fill (self);
}

static void
place_all_cb (GeoatImportWindow *self)
{
  guint selected = gtk_drop_down_get_selected (GTK_DROP_DOWN (self->place_all));

  geoat_review_place_all (self->review, (int) selected - 1);
  for (GtkWidget *row = gtk_widget_get_first_child (GTK_WIDGET (self->list)); row != NULL;
       row = gtk_widget_get_next_sibling (row))
    geoat_import_row_update (GEOAT_IMPORT_ROW (row));
  update_counts (self);
}

static void
show_review (GeoatImportWindow *self)
{
  GPtrArray *items = geoat_review_get_items (self->review);
  gboolean is_list = geoat_review_is_list (self->review);
  gboolean look = FALSE;
  gboolean says_key_element = FALSE;
  int key_element =
      is_list ? geoat_framework_find_key_element (get_framework (self), self->key_element) : -1;

  for (guint i = 0; i < items->len; i++)
    {
      const GeoatReviewItem *item = g_ptr_array_index (items, i);

      look = look || needs_look (item);
      says_key_element = says_key_element || item->key_element >= 0;
    }
  gtk_widget_set_visible (self->look_button, !is_list);
  gtk_check_button_set_active (GTK_CHECK_BUTTON (self->look_button), look && !is_list);

  self->place_all = geoat_import_key_element_choice_new (
      get_framework (self), _ ("Key element of the rows that do not say it"));
  gtk_box_append (GTK_BOX (self->place_all_box), self->place_all);
  gtk_widget_set_visible (self->place_all_box, geoat_review_place_all (self->review, -1) > 0);
  /* A list that says no key element at all is one for the key element that was looked at. */
  if (!says_key_element && key_element >= 0)
    {
      geoat_review_place_all (self->review, key_element);
      gtk_drop_down_set_selected (GTK_DROP_DOWN (self->place_all), (guint) key_element + 1);
    }
  g_signal_connect_object (self->place_all, "notify::selected", G_CALLBACK (place_all_cb), self,
                           G_CONNECT_SWAPPED);

  fill (self);
  update_counts (self);
  gtk_stack_set_visible_child_name (self->stack, "review");
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

/* A message that goes on after the name of the file elsewhere stands for itself here. */
static char *
make_sentence (const char *message)
{
  g_autoptr (GString) sentence = g_string_new (NULL);

  if (*message == '\0')
    return g_strdup (message);
  g_string_append_unichar (sentence, g_unichar_toupper (g_utf8_get_char (message)));
  g_string_append (sentence, g_utf8_next_char (message));
  return g_string_free (g_steal_pointer (&sentence), FALSE);
}

static void
show_error (GeoatImportWindow *self, const GError *error)
{
  g_autofree char *name = geoat_screen_text_for_file (self->file);
  g_autofree char *title = g_strdup_printf (_ ("“%s” cannot be imported"), name);
  g_autofree char *reason = make_sentence (error->message);
  g_autofree char *text = g_markup_printf_escaped (_ ("%s\n\nThe plan is as it was."), reason);

  adw_status_page_set_title (self->error_page, title);
  adw_status_page_set_description (self->error_page, text);
  gtk_widget_hide (GTK_WIDGET (self->apply_button));
  gtk_stack_set_visible_child_name (self->stack, "error");
  gtk_widget_child_focus (GTK_WIDGET (self->stack), GTK_DIR_TAB_FORWARD);
}

static void
read_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GeoatImportWindow *self = GEOAT_IMPORT_WINDOW (source);
  g_autoptr (GError) error = NULL;
  GeoatReview *review = g_task_propagate_pointer (G_TASK (result), &error);

  if (g_cancellable_is_cancelled (self->cancellable))
    {
      g_clear_pointer (&review, geoat_review_free);
      return;
    }
  gtk_spinner_stop (self->spinner);
  self->review = review;
  if (review != NULL)
    show_review (self);
  else
    show_error (self, error);
}

static void
start_reading (GeoatImportWindow *self)
{
  Source *source = g_new0 (Source, 1);
  g_autoptr (GTask) task = g_task_new (self, self->cancellable, read_cb, NULL);
  g_autofree char *name = geoat_screen_text_for_file (self->file);
  g_autofree char *text = NULL;

  source->file = g_object_ref (self->file);
  source->plan = geoat_plan_copy (geoat_document_get_plan (self->document));
  source->is_list = self->key_element != NULL;
  text = g_strdup_printf (_ ("Reading “%s”…"), name);
  gtk_label_set_label (self->reading_label, text);
  gtk_spinner_start (self->spinner);
  g_task_set_task_data (task, source, (GDestroyNotify) source_free);
  g_task_run_in_thread (task, read_thread);
}

static void
apply_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GeoatImportWindow *self = GEOAT_IMPORT_WINDOW (widget);
  g_autofree char *name = geoat_screen_text_for_file (self->file);
  g_autofree char *text = NULL;
  GeoatReviewCounts counts;

  geoat_review_count (self->review, &counts);
  geoat_review_apply (self->review, geoat_document_get_history (self->document));
  if (geoat_review_is_list (self->review))
    text = g_strdup_printf (ngettext ("%u indicator added", "%u indicators added", counts.added),
                            counts.added);
  else
    /* Translators: %s is the name of a file */
    text = g_strdup_printf (_ ("Imported “%s”"), name);
  g_signal_emit (self, signals[IMPORTED], 0, text);
  gtk_window_close (GTK_WINDOW (self));
}

static void
file_chosen_cb (GFile *file, gpointer data)
{
  GeoatImportWindow *self = data;

  g_set_object (&self->file, file);
  gtk_widget_show (GTK_WIDGET (self->apply_button));
  gtk_stack_set_visible_child_name (self->stack, "reading");
  start_reading (self);
}

/* Another file, after one that could not be read. */
static void
choose_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  if (GEOAT_IMPORT_WINDOW (widget)->key_element != NULL)
    geoat_import_choose_list (GTK_WINDOW (widget), file_chosen_cb, G_OBJECT (widget));
  else
    geoat_import_choose_file (GTK_WINDOW (widget), file_chosen_cb, G_OBJECT (widget));
}

static void
more_action (GtkWidget *widget, const char *action, GVariant *parameter)
{
  GeoatImportWindow *self = GEOAT_IMPORT_WINDOW (widget);
  GtkWidget *last = gtk_widget_get_last_child (GTK_WIDGET (self->list));

  append_rows (self);
  gtk_widget_child_focus (gtk_widget_get_next_sibling (last), GTK_DIR_TAB_FORWARD);
}

static gboolean
geoat_import_window_close_request (GtkWindow *window)
{
  g_cancellable_cancel (GEOAT_IMPORT_WINDOW (window)->cancellable);

  return GTK_WINDOW_CLASS (geoat_import_window_parent_class)->close_request (window);
}

static void
geoat_import_window_dispose (GObject *object)
{
  GeoatImportWindow *self = GEOAT_IMPORT_WINDOW (object);

  g_cancellable_cancel (self->cancellable);
  g_clear_object (&self->document);
  g_clear_object (&self->file);

  G_OBJECT_CLASS (geoat_import_window_parent_class)->dispose (object);
}

/* The rows, which look at the review, are gone by now. */
static void
geoat_import_window_finalize (GObject *object)
{
  GeoatImportWindow *self = GEOAT_IMPORT_WINDOW (object);

  g_clear_pointer (&self->review, geoat_review_free);
  g_clear_pointer (&self->shown, g_array_unref);
  g_clear_pointer (&self->key_element, g_free);
  g_clear_object (&self->cancellable);

  G_OBJECT_CLASS (geoat_import_window_parent_class)->finalize (object);
}

static void
geoat_import_window_class_init (GeoatImportWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  GtkWindowClass *window_class = GTK_WINDOW_CLASS (klass);

  object_class->dispose = geoat_import_window_dispose;
  object_class->finalize = geoat_import_window_finalize;
  window_class->close_request = geoat_import_window_close_request;

  signals[IMPORTED] = g_signal_new ("imported", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                    NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-import-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatImportWindow, apply_button);
  gtk_widget_class_bind_template_child (widget_class, GeoatImportWindow, stack);
  gtk_widget_class_bind_template_child (widget_class, GeoatImportWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, GeoatImportWindow, reading_label);
  gtk_widget_class_bind_template_child (widget_class, GeoatImportWindow, error_page);
  gtk_widget_class_bind_template_child (widget_class, GeoatImportWindow, indicators_label);
  gtk_widget_class_bind_template_child (widget_class, GeoatImportWindow, cells_label);
  gtk_widget_class_bind_template_child (widget_class, GeoatImportWindow, place_all_box);
  gtk_widget_class_bind_template_child (widget_class, GeoatImportWindow, look_button);
  gtk_widget_class_bind_template_child (widget_class, GeoatImportWindow, list);
  gtk_widget_class_bind_template_child (widget_class, GeoatImportWindow, more_button);
  gtk_widget_class_bind_template_child (widget_class, GeoatImportWindow, nothing_label);
  gtk_widget_class_bind_template_child (widget_class, GeoatImportWindow, pages);
  gtk_widget_class_bind_template_child (widget_class, GeoatImportWindow, cells);
  gtk_widget_class_bind_template_callback (widget_class, look_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, visible_page_cb);
  gtk_widget_class_install_action (widget_class, "import.apply", NULL, apply_action);
  gtk_widget_class_install_action (widget_class, "import.choose", NULL, choose_action);
  gtk_widget_class_install_action (widget_class, "import.more", NULL, more_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_w, GDK_CONTROL_MASK, "window.close",
                                       NULL);
}

static void
geoat_import_window_init (GeoatImportWindow *self)
{
  self->cancellable = g_cancellable_new ();
  self->shown = g_array_new (FALSE, FALSE, sizeof (guint));
  gtk_widget_init_template (GTK_WIDGET (self));
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "import.apply", FALSE);
}

/**
 * geoat_import_window_new:
 * @document: a document whose plan's last round is open
 * @file: the file to import
 *
 * Returns: (transfer none): a window that reads the file and shows what it would do
 */
GtkWidget *
geoat_import_window_new (GeoatDocument *document, GFile *file)
{
  GeoatImportWindow *self = g_object_new (GEOAT_TYPE_IMPORT_WINDOW, NULL);

  self->document = g_object_ref (document);
  self->file = g_object_ref (file);
  start_reading (self);
  return GTK_WIDGET (self);
}

/**
 * geoat_import_window_new_list:
 * @document: a document
 * @file: a list of indicators
 * @key_element: the id of the key element that they are of, when the file does not say it
 *
 * Returns: (transfer none): a window that reads the file and shows which of its indicators would be
 *   added
 */
GtkWidget *
geoat_import_window_new_list (GeoatDocument *document, GFile *file, const char *key_element)
{
  GeoatImportWindow *self = g_object_new (GEOAT_TYPE_IMPORT_WINDOW, NULL);

  self->document = g_object_ref (document);
  self->file = g_object_ref (file);
  self->key_element = g_strdup (key_element);
  gtk_window_set_title (GTK_WINDOW (self), _ ("Add Indicators from a File"));
  gtk_button_set_label (self->apply_button, _ ("_Add"));
  start_reading (self);
  return GTK_WIDGET (self);
}

static void
chosen_cb (GtkNativeDialog *chooser, int response, GObject *object)
{
  GeoatImportChosenFunc chosen =
      (GeoatImportChosenFunc) g_object_get_data (G_OBJECT (chooser), "chosen");
  g_autoptr (GFile) file = response == GTK_RESPONSE_ACCEPT
                               ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser))
                               : NULL;

  gtk_native_dialog_hide (chooser);
  if (file != NULL)
    chosen (file, object);
  g_object_unref (chooser);
}

/* Asks for a file with the title and the name of what can be chosen. */
static void
choose_file (GtkWindow *parent,
             const char *title,
             const char *kinds,
             GeoatImportChosenFunc chosen,
             GObject *object)
{
  GtkFileChooserNative *chooser = gtk_file_chooser_native_new (
      title, parent, GTK_FILE_CHOOSER_ACTION_OPEN, _ ("_Open"), _ ("_Cancel"));
  g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();
  const char *const *endings = geoat_source_get_endings ();

  gtk_file_filter_set_name (filter, kinds);
  for (guint i = 0; endings[i] != NULL; i++)
    gtk_file_filter_add_suffix (filter, endings[i]);
  gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (chooser), TRUE);
  g_object_set_data (G_OBJECT (chooser), "chosen", (gpointer) chosen);
  g_signal_connect_object (chooser, "response", G_CALLBACK (chosen_cb), object, 0);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

/**
 * geoat_import_choose_file:
 * @parent: the window that asks
 * @chosen: called with the file and @object
 * @object: an object
 *
 * Asks for a filled template.
 */
void
geoat_import_choose_file (GtkWindow *parent, GeoatImportChosenFunc chosen, GObject *object)
{
  choose_file (parent, _ ("Import a Filled Template"), _ ("Word, Excel and CSV files"), chosen,
               object);
}

/**
 * geoat_import_choose_list:
 * @parent: the window that asks
 * @chosen: called with the file and @object
 * @object: an object
 *
 * Asks for a list of indicators.
 */
void
geoat_import_choose_list (GtkWindow *parent, GeoatImportChosenFunc chosen, GObject *object)
{
  choose_file (parent, _ ("Open a List of Indicators"), _ ("Word, Excel, CSV and text files"),
               chosen, object);
}
