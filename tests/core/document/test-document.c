/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A plan with its file: what is on disk is what the user saved, and "modified" tells the truth. */

#include "config.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>
#include <utime.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "geoat-document.h"
#include "geoat-error.h"
#include "geoat-file-task.h"
#include "geoat-plan-writer.h"
#include "geoat-versions.h"

typedef struct
{
  char *folder;
  char *path;
  GFile *file;
  GeoatDocument *document; /* saved in @file */
} Fixture;

static GeoatPlan *
make_plan (const char *title)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 9, G_DATE_NOVEMBER, 2025);
  return geoat_plan_new (geoat_framework_get_default (), "en", "Customs of Valmara", title,
                         "Baseline", &today);
}

static void
set_title (GeoatDocument *document, const char *title)
{
  geoat_history_set_text (geoat_document_get_history (document),
                          GEOAT_ITEM (geoat_document_get_plan (document)), GEOAT_FIELD_TITLE,
                          title);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatPlan) plan = make_plan ("First");
  g_autoptr (GError) error = NULL;

  fixture->folder = g_dir_make_tmp ("geoat-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.geoat", NULL);
  fixture->file = g_file_new_for_path (fixture->path);
  fixture->document = geoat_document_new (plan);
  g_assert_true (geoat_document_save (fixture->document, fixture->file, FALSE, NULL, &error));
  g_assert_no_error (error);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;

  g_assert_finalize_object (fixture->document);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_unlink (path);
    }
  g_rmdir (fixture->folder);
  g_object_unref (fixture->file);
  g_free (fixture->path);
  g_free (fixture->folder);
}

static void
assert_on_disk (GFile *file, GeoatPlan *plan)
{
  g_autoptr (GBytes) expected = geoat_plan_to_bytes (plan);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) found = g_file_load_bytes (file, NULL, NULL, &error);

  g_assert_no_error (error);
  g_assert_true (g_bytes_equal (found, expected));
}

static void
assert_title_on_disk (Fixture *fixture, const char *title)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatDocument) document = geoat_document_load (fixture->file, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (geoat_plan_get_title (geoat_document_get_plan (document)), ==, title);
}

static void
count_cb (guint *count)
{
  *count += 1;
}

static guint *
count_notify (gpointer object, const char *property)
{
  guint *count = g_new0 (guint, 1);
  g_autofree char *signal = g_strconcat ("notify::", property, NULL);

  g_signal_connect_data (object, signal, G_CALLBACK (count_cb), count,
                         (GClosureNotify) (void *) g_free, G_CONNECT_SWAPPED);
  return count;
}

static void
test_new (void)
{
  g_autoptr (GeoatPlan) plan = make_plan (NULL);
  g_autoptr (GeoatDocument) document = geoat_document_new (plan);
  g_autofree char *untitled = geoat_document_get_name (document);
  g_autofree char *titled = NULL;

  g_assert_true (geoat_document_get_plan (document) == plan);
  g_assert_null (geoat_document_get_file (document));
  g_assert_false (geoat_document_get_modified (document));
  g_assert_false (geoat_document_get_busy (document));
  g_assert_false (geoat_document_is_changed_outside (document));
  g_assert_cmpstr (untitled, ==, "New plan");

  set_title (document, "Our plan");
  titled = geoat_document_get_name (document);
  g_assert_cmpstr (titled, ==, "Our plan");
  g_assert_true (geoat_document_get_modified (document));
}

static void
test_save (Fixture *fixture, gconstpointer data)
{
  GeoatDocument *document = fixture->document;
  g_autofree char *name = geoat_document_get_name (document);
  g_autoptr (GError) error = NULL;
  guint *n_modified = count_notify (document, "modified");

  g_assert_cmpstr (name, ==, "plan.geoat");
  g_assert_true (g_file_equal (geoat_document_get_file (document), fixture->file));
  g_assert_false (geoat_document_get_modified (document));

  set_title (document, "Second");
  g_assert_true (geoat_document_get_modified (document));
  g_assert_cmpuint (*n_modified, ==, 1);
  assert_title_on_disk (fixture, "First");

  g_assert_true (geoat_document_save (document, NULL, FALSE, NULL, &error));
  g_assert_false (geoat_document_get_modified (document));
  g_assert_cmpuint (*n_modified, ==, 2);
  assert_title_on_disk (fixture, "Second");

  /* Undone is something to save again; redone is what is on disk. */
  geoat_history_undo (geoat_document_get_history (document));
  g_assert_true (geoat_document_get_modified (document));
  geoat_history_redo (geoat_document_get_history (document));
  g_assert_false (geoat_document_get_modified (document));
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  GAsyncResult **place = data;

  *place = g_object_ref (result);
}

static GAsyncResult *
wait_for (GAsyncResult **place)
{
  while (*place == NULL)
    g_main_context_iteration (NULL, TRUE);
  return *place;
}

/* The copy has the text of the moment in which it was asked for. */
static gboolean
save_copy (GeoatDocument *document, GFile *file, GError **error)
{
  g_autoptr (GAsyncResult) result = NULL;

  geoat_document_save_copy_async (document, file, NULL, result_cb, &result);
  set_title (document, "Not in the copy");
  geoat_history_undo (geoat_document_get_history (document));
  return geoat_file_write_finish (wait_for (&result), error);
}

static void
test_save_as (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "other.geoat", NULL);
  g_autoptr (GFile) other = g_file_new_for_path (path);
  g_autoptr (GError) error = NULL;
  guint *n_file = count_notify (fixture->document, "file");

  set_title (fixture->document, "Second");
  g_assert_true (save_copy (fixture->document, other, &error));
  assert_on_disk (other, geoat_document_get_plan (fixture->document));
  g_assert_true (geoat_document_get_modified (fixture->document));
  g_assert_true (g_file_equal (geoat_document_get_file (fixture->document), fixture->file));
  g_assert_cmpuint (*n_file, ==, 0);

  /* Another file may be replaced: whoever chose it was asked. */
  set_title (fixture->document, "Third");
  g_assert_true (geoat_document_save (fixture->document, other, FALSE, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (geoat_document_get_modified (fixture->document));
  g_assert_true (g_file_equal (geoat_document_get_file (fixture->document), other));
  g_assert_cmpuint (*n_file, ==, 1);
  assert_on_disk (other, geoat_document_get_plan (fixture->document));
  assert_title_on_disk (fixture, "First");
}

/* The newest version of somebody else's hand, and how many there are. */
static void
assert_outside_kept (Fixture *fixture, const char *title, guint n_expected)
{
  g_autoptr (GPtrArray) versions =
      geoat_versions_list (geoat_document_get_plan (fixture->document), fixture->file, NULL);

  g_assert_cmpuint (versions->len, ==, n_expected);
  for (guint i = 0; i < versions->len; i++)
    g_assert_cmpint (((GeoatVersion *) versions->pdata[i])->reason, ==, GEOAT_VERSION_OUTSIDE);
  g_assert_cmpstr (((GeoatVersion *) versions->pdata[0])->title, ==, title);
}

static void
test_changed_outside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatDocument) other = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_false (geoat_document_is_changed_outside (fixture->document));

  other = geoat_document_load (fixture->file, NULL, &error);
  g_assert_no_error (error);
  set_title (other, "Theirs");
  g_assert_true (geoat_document_save (other, NULL, FALSE, NULL, &error));
  g_assert_true (geoat_document_is_changed_outside (fixture->document));
  g_assert_false (geoat_document_is_changed_outside (other));

  set_title (fixture->document, "Mine");
  g_assert_false (geoat_document_save (fixture->document, NULL, FALSE, NULL, &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_CHANGED_OUTSIDE);
  g_assert_nonnull (strstr (error->message, "“plan.geoat”"));
  g_clear_error (&error);
  g_assert_true (geoat_document_get_modified (fixture->document));
  assert_title_on_disk (fixture, "Theirs");

  g_assert_true (geoat_document_save (fixture->document, NULL, TRUE, NULL, &error));
  assert_title_on_disk (fixture, "Mine");
  g_assert_false (geoat_document_is_changed_outside (fixture->document));
  assert_outside_kept (fixture, "Theirs", 1);

  /* Nobody has changed it: there is nothing to keep. */
  set_title (fixture->document, "Mine again");
  g_assert_true (geoat_document_save (fixture->document, NULL, TRUE, NULL, &error));
  assert_outside_kept (fixture, "Theirs", 1);

  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_true (geoat_document_is_changed_outside (fixture->document));
  set_title (fixture->document, "Again");
  g_assert_false (geoat_document_save (fixture->document, NULL, FALSE, NULL, &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_CHANGED_OUTSIDE);
  g_assert_false (g_file_test (fixture->path, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_assert_true (geoat_document_save (fixture->document, NULL, TRUE, NULL, &error));
  assert_title_on_disk (fixture, "Again");
  assert_outside_kept (fixture, "Theirs", 1);
}

/* What cannot be kept is not replaced. */
static void
test_outside_not_kept (Fixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (g_get_user_state_dir (), GETTEXT_PACKAGE, NULL);
  g_autofree char *versions = g_build_filename (folder, "versions", NULL);
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "theirs", -1, NULL));
  g_assert_cmpint (g_mkdir_with_parents (folder, 0700), ==, 0);
  g_assert_true (g_file_set_contents (versions, "not a folder", -1, NULL));

  set_title (fixture->document, "Mine");
  g_assert_false (geoat_document_save (fixture->document, NULL, TRUE, NULL, &error));
  g_assert_nonnull (strstr (error->message, "cannot be kept"));
  g_assert_true (geoat_document_get_modified (fixture->document));
  g_assert_true (geoat_document_is_changed_outside (fixture->document));
  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  g_assert_cmpstr (content, ==, "theirs");

  g_clear_error (&error);
  g_assert_cmpint (g_unlink (versions), ==, 0);
  g_assert_true (geoat_document_save (fixture->document, NULL, TRUE, NULL, &error));
  assert_title_on_disk (fixture, "Mine");
}

static void
test_save_fails (Fixture *fixture, gconstpointer data)
{
  g_autofree char *path = g_build_filename (fixture->folder, "nowhere", "plan.geoat", NULL);
  g_autoptr (GFile) nowhere = g_file_new_for_path (path);
  g_autoptr (GFile) remote = g_file_new_for_uri ("sftp://example.org/plan.geoat");
  g_autoptr (GError) error = NULL;

  set_title (fixture->document, "Second");
  g_assert_false (geoat_document_save (fixture->document, nowhere, FALSE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_assert_false (geoat_document_save (fixture->document, remote, FALSE, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED);

  g_assert_true (geoat_document_get_modified (fixture->document));
  g_assert_true (g_file_equal (geoat_document_get_file (fixture->document), fixture->file));
}

/* Editing goes on while it is being saved: what was there at the start is on disk, what came later
 * is still to be saved. */
static void
test_save_async (Fixture *fixture, gconstpointer data)
{
  GeoatDocument *document = fixture->document;
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GAsyncResult) second = NULL;
  g_autoptr (GError) error = NULL;
  guint *n_busy = count_notify (document, "busy");

  set_title (document, "Saved");
  geoat_document_save_async (document, NULL, FALSE, NULL, result_cb, &result);
  g_assert_true (geoat_document_get_busy (document));
  g_assert_false (geoat_document_is_changed_outside (document));
  geoat_history_break (geoat_document_get_history (document));
  set_title (document, "Typed meanwhile");

  geoat_document_save_async (document, NULL, FALSE, NULL, result_cb, &second);
  g_assert_false (geoat_document_save_finish (document, wait_for (&second), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PENDING);
  g_clear_error (&error);

  g_assert_true (geoat_document_save_finish (document, wait_for (&result), &error));
  g_assert_no_error (error);
  g_assert_false (geoat_document_get_busy (document));
  g_assert_cmpuint (*n_busy, ==, 2);
  g_assert_true (geoat_document_get_modified (document));
  assert_title_on_disk (fixture, "Saved");

  geoat_history_undo (geoat_document_get_history (document));
  g_assert_false (geoat_document_get_modified (document));
  g_assert_false (geoat_document_is_changed_outside (document));
}

static void
test_save_async_fails (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (g_file_set_contents (fixture->path, "theirs", -1, NULL));
  set_title (fixture->document, "Mine");
  geoat_document_save_async (fixture->document, NULL, FALSE, NULL, result_cb, &result);
  g_assert_false (geoat_document_save_finish (fixture->document, wait_for (&result), &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_CHANGED_OUTSIDE);
  g_assert_true (geoat_document_get_modified (fixture->document));
  g_assert_false (geoat_document_get_busy (fixture->document));
}

static void
test_save_async_cancelled (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GError) error = NULL;

  set_title (fixture->document, "Never");
  g_cancellable_cancel (cancellable);
  geoat_document_save_async (fixture->document, NULL, FALSE, cancellable, result_cb, &result);
  g_assert_false (geoat_document_save_finish (fixture->document, wait_for (&result), &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_true (geoat_document_get_modified (fixture->document));
  assert_title_on_disk (fixture, "First");
}

static void
test_load_async (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GAsyncResult) result = NULL;
  g_autoptr (GeoatDocument) document = NULL;
  g_autoptr (GError) error = NULL;

  geoat_document_load_async (fixture->file, NULL, result_cb, &result);
  document = geoat_document_load_finish (wait_for (&result), &error);
  g_assert_no_error (error);
  g_assert_true (g_file_equal (geoat_document_get_file (document), fixture->file));
  g_assert_false (geoat_document_get_modified (document));
  assert_on_disk (fixture->file, geoat_document_get_plan (document));
}

/* Whoever opens something else is told what is wrong, where, and in which file; the file stays as
 * it is. */
static void
test_load_broken (Fixture *fixture, gconstpointer data)
{
  static const struct
  {
    const char *content;
    const char *message;
  } cases[] = {
    { "", "Could not open “plan.geoat”: line 1, column 1: the file is empty" },
    { "{\"format\":\"geoat-plan\",\"version\":3}",
      "Could not open “plan.geoat”: /version: this plan needs a newer version of the program: the "
      "version of its format is 3, this program knows up to 1" },
    { "{\"format\":\"other\"}", "Could not open “plan.geoat”: /format: this is not a GEOAT plan: "
                                "“geoat-plan” is expected here, not “other”" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GAsyncResult) result = NULL;
      g_autofree char *content = NULL;
      g_autoptr (GError) error = NULL;
      g_autoptr (GError) async_error = NULL;

      g_assert_true (g_file_set_contents (fixture->path, cases[i].content, -1, NULL));
      g_assert_null (geoat_document_load (fixture->file, NULL, &error));
      g_assert_nonnull (error);
      g_assert_cmpstr (error->message, ==, cases[i].message);

      geoat_document_load_async (fixture->file, NULL, result_cb, &result);
      g_assert_null (geoat_document_load_finish (wait_for (&result), &async_error));
      g_assert_cmpstr (async_error->message, ==, cases[i].message);

      g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
      g_assert_cmpstr (content, ==, cases[i].content);
    }
}

static void
test_load_no_file (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) folder = g_file_new_for_path (fixture->folder);
  g_autoptr (GFile) missing = g_file_get_child (folder, "missing.geoat");
  g_autoptr (GError) error = NULL;

  g_assert_null (geoat_document_load (folder, NULL, &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_NOT_A_FILE);
  g_clear_error (&error);
  g_assert_null (geoat_document_load (missing, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_assert_cmpstr (error->message, ==, "Could not open “missing.geoat”: No such file or directory");
}

#define ADD(name, function) g_test_add (name, Fixture, NULL, set_up, function, tear_down)

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/document/new", test_new);
  ADD ("/document/save", test_save);
  ADD ("/document/save-as", test_save_as);
  ADD ("/document/changed-outside", test_changed_outside);
  ADD ("/document/outside-not-kept", test_outside_not_kept);
  ADD ("/document/save-fails", test_save_fails);
  ADD ("/document/save-async", test_save_async);
  ADD ("/document/save-async-fails", test_save_async_fails);
  ADD ("/document/save-async-cancelled", test_save_async_cancelled);
  ADD ("/document/load-async", test_load_async);
  ADD ("/document/load-broken", test_load_broken);
  ADD ("/document/load-no-file", test_load_no_file);

  return g_test_run ();
}
