/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Never a word lost: what a person finds after a crash. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include <glib/gstdio.h>
#include <signal.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/stat.h>

#include "geoat-error.h"
#include "geoat-plan-writer.h"
#include "geoat-recovery-private.h"
#include "geoat-versions.h"
#include "plan-fixture.h"

typedef struct
{
  GeoatDocument *document;
  GeoatRecovery *recovery;
  GeoatEntry *entry;
  char *folder; /* of the recovery files */
  guint n_written;
  guint n_failed;
} Fixture;

static void
count_written_cb (Fixture *fixture)
{
  fixture->n_written++;
}

static void
count_failed_cb (Fixture *fixture, const char *message)
{
  g_assert_cmpstr (message, !=, "");
  fixture->n_failed++;
}

static void
follow (Fixture *fixture, GeoatRecovery *recovery)
{
  fixture->recovery = recovery;
  geoat_recovery_set_delays (recovery, 4, 8);
  g_signal_connect_swapped (recovery, "written", G_CALLBACK (count_written_cb), fixture);
  g_signal_connect_swapped (recovery, "failed", G_CALLBACK (count_failed_cb), fixture);
}

static void
set_up (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();

  fixture->document = geoat_document_new (plan);
  fixture->entry =
      plan_fixture_add (geoat_document_get_history (fixture->document), "1A", GEOAT_LEVEL_2);
  geoat_history_mark_saved (geoat_document_get_history (fixture->document));
  follow (fixture, geoat_recovery_new (fixture->document));
  fixture->folder = g_build_filename (g_get_user_state_dir (), GETTEXT_PACKAGE, "recovery", NULL);
}

static void
tear_down (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;

  g_clear_object (&fixture->recovery);
  g_assert_finalize_object (fixture->document);
  geoat_recovery_clear (&error);
  g_assert_no_error (error);
  geoat_versions_clear (NULL, NULL, &error);
  g_assert_no_error (error);
  g_free (fixture->folder);
}

static void
type (Fixture *fixture, const char *text)
{
  geoat_history_set_text (geoat_document_get_history (fixture->document),
                          GEOAT_ITEM (fixture->entry), GEOAT_FIELD_NOTES, text);
}

static void
wait_for (guint *counter, guint number)
{
  while (*counter < number)
    g_main_context_iteration (NULL, TRUE);
}

/* What the system does when a process ends. The object tells nobody. */
static void
end_session (Fixture *fixture)
{
  g_clear_object (&fixture->recovery);
}

static guint
count_files (Fixture *fixture, const char *suffix)
{
  g_autoptr (GDir) dir = g_dir_open (fixture->folder, 0, NULL);
  const char *name;
  guint n = 0;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    n += g_str_has_suffix (name, suffix) ? 1 : 0;
  return n;
}

static GPtrArray *
list (guint n_expected)
{
  GPtrArray *found = geoat_recovery_list (NULL);

  g_assert_cmpuint (found->len, ==, n_expected);
  return found;
}

static char *
get_bytes (GeoatDocument *document)
{
  g_autoptr (GBytes) bytes = geoat_plan_to_bytes (geoat_document_get_plan (document));

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

static void
restore (Fixture *fixture, const GeoatRecoveryInfo *info)
{
  g_autoptr (GError) error = NULL;
  GeoatRecovery *recovery = geoat_recovery_restore (info, &error);

  g_assert_no_error (error);
  follow (fixture, recovery);
  g_set_object (&fixture->document, geoat_recovery_get_document (recovery));
  fixture->entry = geoat_plan_get_entry (geoat_document_get_plan (fixture->document), 0);
}

static GFile *
make_file (const char *name)
{
  g_autofree char *path = g_build_filename (g_get_user_data_dir (), name, NULL);

  g_mkdir_with_parents (g_get_user_data_dir (), 0700);
  return g_file_new_for_path (path);
}

static void
save (Fixture *fixture, GFile *file)
{
  g_autoptr (GError) error = NULL;

  geoat_document_save (fixture->document, file, FALSE, NULL, &error);
  g_assert_no_error (error);
}

/* Typed, crashed, started again: everything is there, and it says what it is. */
static void
test_restore (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) nothing = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  const GeoatRecoveryInfo *info;

  g_assert_cmpuint (count_files (fixture, ".recovery"), ==, 0);
  type (fixture, "Not to be lost");
  wait_for (&fixture->n_written, 1);
  g_assert_cmpuint (count_files (fixture, ".recovery"), ==, 1);
  before = get_bytes (fixture->document);

  /* While it is open here, nobody is offered it. */
  nothing = list (0);
  end_session (fixture);
  found = list (1);
  info = found->pdata[0];
  g_assert_cmpstr (info->name, ==, "Plan");
  g_assert_cmpstr (info->title, ==, "Plan");
  g_assert_cmpstr (info->administration, ==, "Customs of Valmara");
  g_assert_null (info->file);
  g_assert_false (info->changed_outside);
  g_assert_cmpuint (info->n_entries, ==, 1);
  g_assert_cmpuint (info->n_ratings, ==, 1);
  g_assert_cmpuint (info->n_actions, ==, 0);
  g_assert_cmpint (g_date_time_get_year (info->written), >, 2020);

  restore (fixture, info);
  after = get_bytes (fixture->document);
  g_assert_cmpstr (after, ==, before);
  g_assert_true (geoat_document_get_modified (fixture->document));
  g_ptr_array_unref (nothing);
  nothing = list (0);

  /* Crashed again before a letter was typed: still there. */
  end_session (fixture);
  g_ptr_array_unref (found);
  found = list (1);
  restore (fixture, found->pdata[0]);
  type (fixture, "More");
  wait_for (&fixture->n_written, 2);
  end_session (fixture);
  g_ptr_array_unref (found);
  found = list (1);
  restore (fixture, found->pdata[0]);
  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (fixture->entry), GEOAT_FIELD_NOTES), ==,
                   "More");
}

/* What is only in memory when the window goes is brought to the disk first. */
static void
test_pending (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;

  geoat_recovery_set_delays (fixture->recovery, 100000, 100000);
  type (fixture, "Last word");
  end_session (fixture);
  found = list (1);
  restore (fixture, found->pdata[0]);
  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (fixture->entry), GEOAT_FIELD_NOTES), ==,
                   "Last word");
}

/* Saved, or undone to what was saved: there is nothing to recover. */
static void
test_saved (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file ("saved.geoat");
  g_autoptr (GPtrArray) nothing = NULL;

  type (fixture, "a");
  wait_for (&fixture->n_written, 1);
  save (fixture, file);
  g_assert_cmpuint (count_files (fixture, ".recovery"), ==, 0);

  type (fixture, "b");
  wait_for (&fixture->n_written, 3);
  g_assert_cmpuint (count_files (fixture, ".recovery"), ==, 1);
  geoat_history_undo (geoat_document_get_history (fixture->document));
  g_assert_cmpuint (count_files (fixture, ".recovery"), ==, 0);

  end_session (fixture);
  nothing = list (0);
  g_assert_cmpuint (count_files (fixture, ".lock"), ==, 0);
  g_file_delete (file, NULL, NULL);
}

/* Others cannot read it, PCs are shared. */
static void
test_private (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GDir) dir = NULL;
  GStatBuf info;
  const char *name;

  type (fixture, "a");
  wait_for (&fixture->n_written, 1);
  g_assert_cmpint (g_stat (fixture->folder, &info), ==, 0);
  g_assert_cmpint (info.st_mode & 0777, ==, 0700);
  dir = g_dir_open (fixture->folder, 0, NULL);
  while ((name = g_dir_read_name (dir)) != NULL)
    {
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);

      g_assert_cmpint (g_stat (path, &info), ==, 0);
      g_assert_cmpint (info.st_mode & 0777, ==, 0600);
    }
}

/* Somebody else has changed the file since: the restored plan does not overwrite that silently. */
static void
test_changed_outside (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GFile) file = make_file ("outside.geoat");
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *text = NULL;
  g_autofree char *longer = NULL;
  const GeoatRecoveryInfo *info;
  gsize length;

  save (fixture, file);
  type (fixture, "a");
  wait_for (&fixture->n_written, 1);
  end_session (fixture);
  found = list (1);
  info = found->pdata[0];
  g_assert_true (g_file_equal (info->file, file));
  g_assert_cmpstr (info->name, ==, "outside.geoat");
  g_assert_false (info->changed_outside);

  g_file_load_contents (file, NULL, &text, &length, NULL, &error);
  g_assert_no_error (error);
  longer = g_strconcat (text, "\n", NULL);
  g_file_set_contents (g_file_peek_path (file), longer, -1, &error);
  g_assert_no_error (error);

  g_ptr_array_unref (found);
  found = list (1);
  info = found->pdata[0];
  g_assert_true (info->changed_outside);
  restore (fixture, info);
  g_assert_true (g_file_equal (geoat_document_get_file (fixture->document), file));
  g_assert_false (geoat_document_save (fixture->document, NULL, FALSE, NULL, &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_CHANGED_OUTSIDE);
  g_clear_error (&error);
  g_assert_true (geoat_document_save (fixture->document, NULL, TRUE, NULL, &error));
  g_assert_cmpuint (count_files (fixture, ".recovery"), ==, 0);
  g_file_delete (file, NULL, NULL);
}

/* Several windows, several plans: each has its own. */
static void
test_two (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GeoatPlan) plan = plan_fixture_new ();
  g_autoptr (GeoatDocument) document = geoat_document_new (plan);
  g_autoptr (GeoatRecovery) other = geoat_recovery_new (document);
  g_autoptr (GeoatRecovery) first = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  geoat_history_set_text (geoat_document_get_history (document), GEOAT_ITEM (plan),
                          GEOAT_FIELD_TITLE, "Other");
  type (fixture, "a");
  g_assert_true (geoat_recovery_flush (other, &error));
  wait_for (&fixture->n_written, 1);
  g_assert_cmpuint (count_files (fixture, ".recovery"), ==, 2);

  end_session (fixture);
  found = list (1);
  g_assert_cmpstr (((GeoatRecoveryInfo *) found->pdata[0])->title, ==, "Plan");

  /* Two windows offer the same one: the first gets it. */
  first = geoat_recovery_restore (found->pdata[0], &error);
  g_assert_no_error (error);
  g_assert_null (geoat_recovery_restore (found->pdata[0], &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_NOT_FOUND);
}

/* "Do not save" and "do not restore" are no reasons to lose anything either. */
static void
test_discard (Fixture *fixture, gconstpointer data)
{
  GeoatPlan *plan = geoat_document_get_plan (fixture->document);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GeoatPlan) version = NULL;
  g_autoptr (GError) error = NULL;

  type (fixture, "Discarded");
  wait_for (&fixture->n_written, 1);
  geoat_recovery_discard (fixture->recovery);
  g_assert_cmpuint (count_files (fixture, ".recovery"), ==, 0);
  versions = geoat_versions_list (plan, NULL, NULL);
  g_assert_cmpuint (versions->len, ==, 1);
  g_assert_cmpint (((GeoatVersion *) versions->pdata[0])->reason, ==, GEOAT_VERSION_DISCARDED);
  version = geoat_version_read (versions->pdata[0], &error);
  g_assert_no_error (error);
  g_assert_cmpstr (
      geoat_item_get_text (GEOAT_ITEM (geoat_plan_get_entry (version, 0)), GEOAT_FIELD_NOTES), ==,
      "Discarded");

  end_session (fixture);
  follow (fixture, geoat_recovery_new (fixture->document));
  type (fixture, "Declined");
  wait_for (&fixture->n_written, 3);
  end_session (fixture);
  found = list (1);
  geoat_recovery_decline (found->pdata[0]);
  g_assert_cmpuint (count_files (fixture, ".recovery"), ==, 0);
  g_ptr_array_unref (versions);
  versions = geoat_versions_list (plan, NULL, NULL);
  g_assert_cmpuint (versions->len, ==, 2);
}

static void
test_delete (Fixture *fixture, gconstpointer data)
{
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GPtrArray) versions = NULL;
  g_autoptr (GError) error = NULL;

  type (fixture, "a");
  wait_for (&fixture->n_written, 1);
  end_session (fixture);
  found = list (1);
  g_assert_true (geoat_recovery_delete (found->pdata[0], &error));
  g_assert_cmpuint (count_files (fixture, ""), ==, 0);
  versions = geoat_versions_list (NULL, NULL, NULL);
  g_assert_cmpuint (versions->len, ==, 0);
}

/* A full disk is told once; nothing that was there is lost; when there is room again, it goes on.
 */
static void
test_full_disk (Fixture *fixture, gconstpointer data)
{
  g_autofree char *large = g_strnfill (100000, 'x');
  g_autoptr (GPtrArray) found = NULL;
  struct rlimit before;
  struct rlimit limit;

  type (fixture, "a");
  wait_for (&fixture->n_written, 1);

  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 50000;
  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);

  type (fixture, large);
  wait_for (&fixture->n_failed, 1);
  for (guint i = 0; i < 3; i++)
    {
      gint64 end = g_get_monotonic_time () + 20000;

      while (g_get_monotonic_time () < end)
        g_main_context_iteration (NULL, FALSE);
    }
  g_assert_cmpuint (fixture->n_failed, ==, 1);
  g_assert_cmpuint (fixture->n_written, ==, 1);
  g_assert_cmpuint (count_files (fixture, ".recovery"), ==, 1);

  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);
  wait_for (&fixture->n_written, 2);
  end_session (fixture);
  found = list (1);
  restore (fixture, found->pdata[0]);
  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (fixture->entry), GEOAT_FIELD_NOTES), ==, large);
}

/* The state folder cannot be had at all: told, and the plan is unharmed. */
static void
test_no_folder (Fixture *fixture, gconstpointer data)
{
  g_autofree char *parent = g_path_get_dirname (fixture->folder);
  g_autoptr (GPtrArray) nothing = NULL;

  g_rmdir (fixture->folder);
  g_mkdir_with_parents (parent, 0700);
  g_assert_true (g_file_set_contents (fixture->folder, "", 0, NULL));
  type (fixture, "a");
  wait_for (&fixture->n_failed, 1);
  nothing = list (0);
  g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (fixture->entry), GEOAT_FIELD_NOTES), ==, "a");

  g_unlink (fixture->folder);
  wait_for (&fixture->n_written, 1);
}

static void
put_file (Fixture *fixture, const char *name, const char *content, gsize length)
{
  g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
  g_autoptr (GError) error = NULL;

  g_file_set_contents (path, content, (gssize) length, &error);
  g_assert_no_error (error);
}

/* A file that is damaged, or that somebody has put there, is told and left; it does no harm. */
static void
test_hostile (Fixture *fixture, gconstpointer data)
{
  static const char *const contents[] = {
    "",
    "\n",
    "{}",
    "{}\n",
    "[]\n{}\n",
    "null\n",
    "{\"format\":\"geoat-recovery\"}\n",
    ("{\"format\":\"geoat-recovery\",\"version\":1,\"written\":\"yesterday\",\"length\":0,\"hash\":"
     "\"e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855\"}\n"),
    "{\"format\":{},\"version\":[],\"written\":1}\n",
    "\x00\x01\x02\n",
  };
  g_autofree char *original = NULL;
  g_autofree char *path = NULL;
  g_autofree char *folder_path = NULL;
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GRand) random = g_rand_new_with_seed (11);
  gsize length;

  type (fixture, "a");
  wait_for (&fixture->n_written, 1);
  end_session (fixture);
  found = list (1);
  path = g_strdup_printf ("%s/%s.recovery", fixture->folder,
                          ((GeoatRecoveryInfo *) found->pdata[0])->id);
  g_assert_true (g_file_get_contents (path, &original, &length, NULL));

  for (guint i = 0; i < 300; i++)
    {
      g_autofree char *bytes = g_memdup2 (original, length);
      g_autoptr (GPtrArray) problems = NULL;
      gsize size = length;

      if (i % 3 == 0)
        size = (gsize) g_rand_int_range (random, 0, (gint32) length);
      else if (i < G_N_ELEMENTS (contents) * 3)
        {
          g_free (bytes);
          bytes = g_strdup (contents[i / 3]);
          size = strlen (bytes);
        }
      else
        bytes[g_rand_int_range (random, 0, (gint32) length)] ^= 1
                                                                << g_rand_int_range (random, 0, 8);

      put_file (fixture, "damaged.recovery", bytes, size);
      g_ptr_array_unref (found);
      found = geoat_recovery_list (&problems);
      /* A change in what the first line only tells can stay unnoticed: the plan is whole. */
      g_assert_cmpuint (found->len + problems->len, ==, 2);
      for (guint j = 0; j < found->len; j++)
        {
          g_autoptr (GError) error = NULL;
          g_autoptr (GeoatRecovery) recovery = geoat_recovery_restore (found->pdata[j], &error);

          g_assert_no_error (error);
        }
    }

  /* None of these is a file of ours. */
  put_file (fixture, ".hidden.recovery", "x", 1);
  put_file (fixture, "no recovery", "x", 1);
  put_file (fixture, "a b.recovery", "x", 1);
  folder_path = g_build_filename (fixture->folder, "folder.recovery", NULL);
  g_assert_cmpint (g_mkdir (folder_path, 0700), ==, 0);
  g_free (path);
  path = g_build_filename (fixture->folder, "pipe.recovery", NULL);
  g_assert_cmpint (mkfifo (path, 0600), ==, 0);
  put_file (fixture, "damaged.recovery", "x", 1);
  g_ptr_array_unref (found);
  found = list (1);

  g_rmdir (folder_path);
}

/* A plan that this version cannot read (a newer one wrote it) stays where it is. */
static void
test_unreadable_plan (Fixture *fixture, gconstpointer data)
{
  static const char plan[] = "{\"format\": \"geoat-plan\", \"version\": 999}\n";
  g_autofree char *hash = g_compute_checksum_for_string (G_CHECKSUM_SHA256, plan, -1);
  g_autofree char *content = g_strdup_printf (
      "{\"format\":\"geoat-recovery\",\"version\":1,\"written\":\"2026-01-01T00:00:00Z\","
      "\"length\":%u,\"hash\":\"%s\"}\n%s",
      (guint) strlen (plan), hash, plan);
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GError) error = NULL;

  g_mkdir_with_parents (fixture->folder, 0700);
  put_file (fixture, "newer.recovery", content, strlen (content));
  found = list (1);
  g_assert_null (geoat_recovery_restore (found->pdata[0], &error));
  g_assert_nonnull (error);
  geoat_recovery_decline (found->pdata[0]);
  g_ptr_array_unref (found);
  found = list (1);
  g_assert_true (geoat_recovery_delete (found->pdata[0], NULL));
}

/* The letters typed up to two seconds before the program was killed, and how many there are. */
static gboolean
try_kill (guint run_for)
{
  g_autoptr (GSubprocessLauncher) launcher =
      g_subprocess_launcher_new (G_SUBPROCESS_FLAGS_STDOUT_PIPE);
  g_autofree char *program =
      g_test_build_filename (G_TEST_BUILT, "core", "document", "type-loop", NULL);
  g_autoptr (GSubprocess) child = NULL;
  g_autoptr (GDataInputStream) lines = NULL;
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GPtrArray) found = NULL;
  g_autoptr (GeoatRecovery) recovery = NULL;
  g_autoptr (GError) error = NULL;
  GeoatPlan *plan;
  gint64 killed = 0;
  guint n_expected = 0;
  guint n_kept;
  char *line;

  g_subprocess_launcher_setenv (launcher, "XDG_STATE_HOME", g_get_user_state_dir (), TRUE);
  child = g_subprocess_launcher_spawn (launcher, &error, program, NULL);
  g_assert_no_error (error);
  lines = g_data_input_stream_new (g_subprocess_get_stdout_pipe (child));

  while ((line = g_data_input_stream_read_line (lines, NULL, NULL, NULL)) != NULL)
    {
      gint64 time = g_ascii_strtoll (line, NULL, 10);

      g_array_append_val (times, time);
      g_free (line);
      if (killed == 0 &&
          time - g_array_index (times, gint64, 0) > run_for * G_TIME_SPAN_MILLISECOND)
        {
          killed = g_get_monotonic_time ();
          g_subprocess_force_exit (child);
        }
    }
  g_subprocess_wait (child, NULL, NULL);

  found = list (1);
  recovery = geoat_recovery_restore (found->pdata[0], &error);
  g_assert_no_error (error);
  plan = geoat_document_get_plan (geoat_recovery_get_document (recovery));
  g_assert_cmpuint (geoat_plan_get_n_entries (plan), ==, 200);
  n_kept = (guint) strlen (
      geoat_item_get_text (GEOAT_ITEM (geoat_plan_get_entry (plan, 0)), GEOAT_FIELD_NOTES));

  while (n_expected < times->len &&
         g_array_index (times, gint64, n_expected) < killed - 2 * G_TIME_SPAN_SECOND)
    n_expected++;
  g_test_message ("killed after %u letters: %u kept, %u were due", times->len, n_kept, n_expected);
  g_clear_object (&recovery);
  geoat_recovery_clear (NULL);

  g_assert_cmpuint (n_expected, >, 0);
  return n_kept >= n_expected;
}

/* SIGKILL in the middle of typing: at most two seconds of it are missing. A machine that is busy
 * with other things may be late, but not every time. */
static void
test_killed (Fixture *fixture, gconstpointer data)
{
  gboolean in_time = FALSE;

  for (guint i = 0; i < 3 && !in_time; i++)
    in_time = try_kill (3300 + 400 * i);
  g_assert_true (in_time);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

#define ADD(name, function)                                                                        \
  g_test_add ("/recovery/" name, Fixture, NULL, set_up, function, tear_down)
  ADD ("restore", test_restore);
  ADD ("pending", test_pending);
  ADD ("saved", test_saved);
  ADD ("private", test_private);
  ADD ("changed-outside", test_changed_outside);
  ADD ("two", test_two);
  ADD ("discard", test_discard);
  ADD ("delete", test_delete);
  ADD ("full-disk", test_full_disk);
  ADD ("no-folder", test_no_folder);
  ADD ("hostile", test_hostile);
  ADD ("unreadable-plan", test_unreadable_plan);
  ADD ("killed", test_killed);
#undef ADD

  return g_test_run ();
}
