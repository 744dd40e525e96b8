/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing what is shared: cancelled or failed, it leaves everything as it was. And the list of the
 * preview follows a change where it is. */

#define G_LOG_DOMAIN "geoat-tests"

#include "config.h"

#include "geoat-export-task.h"
#include "geoat-share-line.h"

#include <glib/gstdio.h>

#include "geoat-error.h"
#include "geoat-file-task.h"

typedef struct
{
  char *folder;
  char *path; /* a file in it, with the content "old" */
  GeoatPlan *plan;
  GCancellable *cancellable;
  GAsyncResult *result;
} Fixture;

static void
set_up (Fixture *fixture, gconstpointer data)
{
  GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 8, G_DATE_MARCH, 2026);
  fixture->folder = g_dir_make_tmp ("geoat-XXXXXX", NULL);
  fixture->path = g_build_filename (fixture->folder, "plan.csv", NULL);
  fixture->plan = geoat_plan_new (geoat_framework_get_default (), "en", "Customs of Valmara",
                                  "Plan", "Baseline", &today);
  fixture->cancellable = g_cancellable_new ();
  g_assert_true (g_file_set_contents (fixture->path, "old", -1, NULL));
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_unlink (fixture->path);
  g_assert_cmpint (g_rmdir (fixture->folder), ==, 0); /* no other file was left */
  g_free (fixture->folder);
  g_free (fixture->path);
  g_object_unref (fixture->plan);
  g_object_unref (fixture->cancellable);
  g_clear_object (&fixture->result);
}

static void
exported_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  ((Fixture *) data)->result = g_object_ref (result);
}

static gboolean
export_plan (Fixture *fixture, const GeoatFormat *format, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (fixture->path);
  GDate today;
  const GeoatExportOptions options = {
    .round = geoat_plan_get_last_round (fixture->plan),
    .today = &today,
  };

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 8, G_DATE_MARCH, 2026);
  geoat_export_async (format, fixture->plan, &options, file, fixture->cancellable, exported_cb,
                      fixture);
  while (fixture->result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return geoat_file_write_finish (fixture->result, error);
}

static char *
get_content (Fixture *fixture)
{
  char *content;

  g_assert_true (g_file_get_contents (fixture->path, &content, NULL, NULL));
  return content;
}

static void
test_done (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_true (export_plan (fixture, geoat_format_find ("csv"), &error));
  g_assert_no_error (error);
  content = get_content (fixture);
  g_assert_true (g_str_has_prefix (content, "\xef\xbb\xbf"));
}

static gboolean
cancel_cb (gpointer data)
{
  g_cancellable_cancel (data);
  return G_SOURCE_REMOVE;
}

/* A format that has written half of its file when it is cancelled from the window's thread, and
 * only ends then. */
static gboolean
write_half (GeoatPlan *plan,
            const GeoatExportOptions *options,
            GOutputStream *stream,
            GCancellable *cancellable,
            GError **error)
{
  g_assert_true (g_output_stream_write_all (stream, "half", 4, NULL, cancellable, error));
  g_assert_true (g_output_stream_flush (stream, cancellable, error));
  g_idle_add (cancel_cb, cancellable);
  while (!g_cancellable_is_cancelled (cancellable))
    g_thread_yield ();
  /* As formats do that have no more to write: whoever called has to find out. */
  return TRUE;
}

static void
test_cancelled (Fixture *fixture, gconstpointer data)
{
  const GeoatFormat format = { .id = "half", .extension = "csv", .export = write_half };
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_false (export_plan (fixture, &format, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  content = get_content (fixture);
  g_assert_cmpstr (content, ==, "old");
}

static gboolean
write_and_fail (GeoatPlan *plan,
                const GeoatExportOptions *options,
                GOutputStream *stream,
                GCancellable *cancellable,
                GError **error)
{
  g_assert_true (g_output_stream_write_all (stream, "half", 4, NULL, cancellable, error));
  g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_FAILED, "no more paper");
  return FALSE;
}

static void
test_failed (Fixture *fixture, gconstpointer data)
{
  const GeoatFormat format = { .id = "paper", .extension = "csv", .export = write_and_fail };
  g_autoptr (GError) error = NULL;
  g_autofree char *content = NULL;

  g_assert_false (export_plan (fixture, &format, &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_FAILED);
  content = get_content (fixture);
  g_assert_cmpstr (content, ==, "old");
}

static void
items_changed_cb (GListModel *list, guint position, guint removed, guint added, GString *log)
{
  g_string_append_printf (log, "%u-%u+%u ", position, removed, added);
}

/* "abC": a line for each letter; what does not go out in capitals. */
static GPtrArray *
make_lines (const char *letters)
{
  GPtrArray *lines = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_preview_line_free);

  for (const char *at = letters; *at != '\0'; at++)
    {
      char text[] = { g_ascii_tolower (*at), '\0' };
      const GeoatPreviewLine line = {
        .kind = GEOAT_PREVIEW_VALUE,
        .state = g_ascii_isupper (*at) ? GEOAT_PREVIEW_LEFT_OUT : GEOAT_PREVIEW_GOES,
        .title = (char *) "Title",
        .text = text,
      };

      g_ptr_array_add (lines, geoat_preview_line_copy (&line));
    }
  return lines;
}

/* Lines that stay the same are not touched: the reader keeps their place. */
static void
test_lines (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *changes;
  } cases[] = {
    { "", "abc", "0-0+3 " },
    { "abc", "abc", "" },
    { "abcde", "aBcDe", "1-1+1 3-1+1 " },
    { "abcde", "abxyde", "2-1+2 " },
    { "abcde", "abe", "2-2+0 " },
    { "abc", "", "0-3+0 " },
    { "aaa", "aa", "2-1+0 " },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GListStore) list = g_list_store_new (GEOAT_TYPE_SHARE_LINE);
      g_autoptr (GPtrArray) from = make_lines (cases[i].from);
      g_autoptr (GPtrArray) to = make_lines (cases[i].to);
      g_autoptr (GString) log = g_string_new (NULL);

      g_test_message ("%s to %s", cases[i].from, cases[i].to);
      geoat_share_line_update_list (list, from);
      g_signal_connect (list, "items-changed", G_CALLBACK (items_changed_cb), log);
      geoat_share_line_update_list (list, to);
      g_assert_cmpstr (log->str, ==, cases[i].changes);
      g_assert_cmpuint (g_list_model_get_n_items (G_LIST_MODEL (list)), ==, to->len);
      for (guint j = 0; j < to->len; j++)
        {
          g_autoptr (GeoatShareLine) line = g_list_model_get_item (G_LIST_MODEL (list), j);

          g_assert_true (
              geoat_preview_line_equal (geoat_share_line_get (line), g_ptr_array_index (to, j)));
        }
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add ("/share/done", Fixture, NULL, set_up, test_done, tear_down);
  g_test_add ("/share/cancelled", Fixture, NULL, set_up, test_cancelled, tear_down);
  g_test_add ("/share/failed", Fixture, NULL, set_up, test_failed, tear_down);
  g_test_add_func ("/share/lines", test_lines);
  return g_test_run ();
}
