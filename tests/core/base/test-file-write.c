/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Writing a file: whatever goes wrong, the old one or the new one is there, whole, and the user is
 * told. */

#define _GNU_SOURCE

#include <errno.h>
#include <fcntl.h>
#include <grp.h>
#include <sched.h>
#include <signal.h>
#include <sys/file.h>
#include <sys/mount.h>
#include <sys/resource.h>
#include <sys/stat.h>
#ifdef __linux__
#include <sys/xattr.h>
#endif
#include <unistd.h>
#include <utime.h>
#include <gio/gio.h>
#include <glib/gstdio.h>

#include "geoat-error.h"
#include "geoat-file-task.h"

#include "file-fixture.h"

#define NOBODY 65534

static void
assert_content (const char *path, const char *expected)
{
  g_autofree char *content = NULL;
  g_autoptr (GError) error = NULL;

  g_file_get_contents (path, &content, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpstr (content, ==, expected);
}

static void
assert_failed (
    FileFixture *fixture, const GError *error, GQuark domain, int code, const char *message)
{
  g_autofree char *whole = g_strdup_printf ("Could not save “plan.geoat”: %s", message);

  g_assert_error (error, domain, code);
  g_assert_cmpstr (error->message, ==, whole);
  assert_content (fixture->path, "old");
  file_fixture_assert_n_files (fixture->folder, 1);
}

static guint
mode_of (const char *path)
{
  GStatBuf status;

  g_assert_cmpint (g_stat (path, &status), ==, 0);
  return status.st_mode & 07777;
}

static void
test_replace (FileFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GeoatFileState written;
  GeoatFileState read;

  g_assert_true (geoat_file_write (fixture->path, GEOAT_FILE_REPLACE, NULL, file_fixture_write_text,
                                   "new", &written, NULL, &error));
  g_assert_no_error (error);
  assert_content (fixture->path, "new");
  file_fixture_assert_n_files (fixture->folder, 1);

  bytes = geoat_file_read (fixture->path, &read, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpmem (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes), "new", 3);
  g_assert_true (read.exists && written.exists);
  g_assert_cmpuint (read.size, ==, written.size);
  g_assert_cmpint (read.modified, ==, written.modified);
  g_assert_cmpmem (read.hash, 32, written.hash, 32);
  g_assert_true (geoat_file_is_unchanged (fixture->path, &written));
}

static void
test_empty (FileFixture *fixture, gconstpointer data)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;

  g_assert_true (file_fixture_save (fixture->path, "", &error));
  bytes = geoat_file_read (fixture->path, NULL, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpuint (g_bytes_get_size (bytes), ==, 0);
}

static void
test_permissions (FileFixture *fixture, gconstpointer data)
{
  static const guint modes[] = { 0600, 0640, 0664, 0666, 0755 };
  g_autofree char *fresh = g_build_filename (fixture->folder, "fresh", NULL);
  mode_t mask = umask (027);
  GStatBuf status;

  for (guint i = 0; i < G_N_ELEMENTS (modes); i++)
    {
      g_assert_cmpint (g_chmod (fixture->path, modes[i]), ==, 0);
      g_assert_true (file_fixture_save (fixture->path, "new", NULL));
      g_assert_cmpuint (mode_of (fixture->path), ==, modes[i]);
    }

  g_assert_true (file_fixture_save (fresh, "new", NULL));
  g_assert_cmpuint (mode_of (fresh), ==, 0640);
  umask (mask);

  /* Only root can give files away; root's save must not take them. */
  if (geteuid () != 0)
    return;
  g_assert_cmpint (chown (fixture->path, 12345, 54321), ==, 0);
  g_assert_true (file_fixture_save (fixture->path, "newer", NULL));
  g_assert_cmpint (g_stat (fixture->path, &status), ==, 0);
  g_assert_cmpuint (status.st_uid, ==, 12345);
  g_assert_cmpuint (status.st_gid, ==, 54321);
}

#ifdef __linux__
/* A list of access: its version, then tag, permissions and id of each entry. */
typedef struct
{
  guint16 tag;
  guint16 may;
  guint32 id;
} AclEntry;

#define ACL_NAME "system.posix_acl_access"
#define ACL_NOBODY 65534
#define ACL_NO_ID G_MAXUINT32

static gboolean
set_access (const char *path, const char *name, const AclEntry *entries, guint n)
{
  g_autoptr (GByteArray) list = g_byte_array_new ();
  const guint32 version = GUINT32_TO_LE (2);

  g_byte_array_append (list, (const guint8 *) &version, sizeof version);
  for (guint i = 0; i < n; i++)
    {
      const AclEntry entry = { GUINT16_TO_LE (entries[i].tag), GUINT16_TO_LE (entries[i].may),
                               GUINT32_TO_LE (entries[i].id) };

      g_byte_array_append (list, (const guint8 *) &entry, sizeof entry);
    }
  return setxattr (path, name, list->data, list->len, 0) == 0;
}

/* Saving lets nobody in whom a list of access keeps out, and nobody out whom it lets in. */
static void
test_access_list (FileFixture *fixture, gconstpointer data)
{
  static const AclEntry closed[] = {
    { 0x01, 6, ACL_NO_ID }, { 0x02, 6, ACL_NOBODY }, { 0x04, 0, ACL_NO_ID },
    { 0x10, 6, ACL_NO_ID }, { 0x20, 0, ACL_NO_ID },
  };
  static const AclEntry open[] = {
    { 0x01, 7, ACL_NO_ID }, { 0x02, 7, ACL_NOBODY }, { 0x04, 7, ACL_NO_ID },
    { 0x10, 7, ACL_NO_ID }, { 0x20, 7, ACL_NO_ID },
  };
  guint8 before[256], after[256];
  ssize_t length;

  if (!set_access (fixture->path, ACL_NAME, closed, G_N_ELEMENTS (closed)))
    {
      g_test_skip ("no lists of access here");
      return;
    }
  length = getxattr (fixture->path, ACL_NAME, before, sizeof before);
  g_assert_true (file_fixture_save (fixture->path, "new", NULL));
  g_assert_cmpint (getxattr (fixture->path, ACL_NAME, after, sizeof after), ==, length);
  g_assert_cmpmem (before, length, after, length);
  g_assert_cmpuint (mode_of (fixture->path), ==, 0660);

  /* The folder gives new files a list; that is none of this file. */
  g_assert_cmpint (removexattr (fixture->path, ACL_NAME), ==, 0);
  g_assert_cmpint (g_chmod (fixture->path, 0660), ==, 0);
  g_assert_true (
      set_access (fixture->folder, "system.posix_acl_default", open, G_N_ELEMENTS (open)));
  g_assert_true (file_fixture_save (fixture->path, "newer", NULL));
  g_assert_cmpint (getxattr (fixture->path, ACL_NAME, after, sizeof after), ==, -1);
  g_assert_cmpuint (mode_of (fixture->path), ==, 0660);
}
#endif

static void
test_private (FileFixture *fixture, gconstpointer data)
{
  g_autofree char *folder = g_build_filename (fixture->folder, "a", "b", NULL);
  g_autofree char *path = g_build_filename (folder, "private", NULL);
  g_autoptr (GError) error = NULL;
  mode_t mask = umask (0);

  g_assert_true (geoat_file_write (path, GEOAT_FILE_PRIVATE, NULL, file_fixture_write_text, "x",
                                   NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_cmpuint (mode_of (path), ==, 0600);
  g_assert_cmpuint (mode_of (folder), ==, 0700);

  g_assert_cmpint (g_chmod (fixture->path, 0666), ==, 0);
  g_assert_true (geoat_file_write (fixture->path, GEOAT_FILE_PRIVATE, NULL, file_fixture_write_text,
                                   "x", NULL, NULL, &error));
  g_assert_cmpuint (mode_of (fixture->path), ==, 0600);
  umask (mask);
}

static void
test_symbolic_links (FileFixture *fixture, gconstpointer data)
{
  g_autofree char *other = g_build_filename (fixture->folder, "other", NULL);
  g_autofree char *relative = g_build_filename (other, "relative", NULL);
  g_autofree char *chain = g_build_filename (fixture->folder, "chain", NULL);
  g_autofree char *dangling = g_build_filename (fixture->folder, "dangling", NULL);
  g_autofree char *target = g_build_filename (other, "target", NULL);
  g_autofree char *loop = g_build_filename (fixture->folder, "loop", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_cmpint (g_mkdir (other, 0700), ==, 0);
  g_assert_cmpint (symlink ("../plan.geoat", relative), ==, 0);
  g_assert_cmpint (symlink (relative, chain), ==, 0);
  g_assert_cmpint (symlink ("other/target", dangling), ==, 0);
  g_assert_cmpint (symlink ("loop", loop), ==, 0);

  g_assert_true (file_fixture_save (relative, "through one", &error));
  assert_content (fixture->path, "through one");
  g_assert_true (file_fixture_save (chain, "through two", &error));
  assert_content (fixture->path, "through two");
  g_assert_true (file_fixture_save (dangling, "into nothing", &error));
  assert_content (target, "into nothing");
  g_assert_no_error (error);

  g_assert_true (g_file_test (relative, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (chain, G_FILE_TEST_IS_SYMLINK));
  g_assert_true (g_file_test (dangling, G_FILE_TEST_IS_SYMLINK));

  g_assert_false (file_fixture_save (loop, "x", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_TOO_MANY_LINKS);
  file_fixture_assert_n_files (fixture->folder, 5);
  file_fixture_assert_n_files (other, 2);
}

static void
test_long_names (FileFixture *fixture, gconstpointer data)
{
  g_autofree char *letters = g_strnfill (255, 'n');
  g_autoptr (GString) signs = g_string_new (NULL);
  g_autofree char *first = g_build_filename (fixture->folder, letters, NULL);
  g_autofree char *second = NULL;
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 85; i++)
    g_string_append (signs, "計");
  second = g_build_filename (fixture->folder, signs->str, NULL);

  g_assert_true (file_fixture_save (first, "x", &error));
  g_assert_no_error (error);
  g_assert_true (file_fixture_save (second, "y", &error));
  g_assert_no_error (error);
  assert_content (first, "x");
  assert_content (second, "y");
  file_fixture_assert_n_files (fixture->folder, 3);
}

static void
test_create (FileFixture *fixture, gconstpointer data)
{
  g_autofree char *fresh = g_build_filename (fixture->folder, "fresh", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_true (geoat_file_write (fresh, GEOAT_FILE_CREATE, NULL, file_fixture_write_text, "first",
                                   NULL, NULL, &error));
  g_assert_no_error (error);
  assert_content (fresh, "first");
  g_assert_cmpint (g_unlink (fresh), ==, 0);

  g_assert_false (geoat_file_write (fixture->path, GEOAT_FILE_CREATE, NULL, file_fixture_write_text,
                                    "second", NULL, NULL, &error));
  assert_failed (fixture, error, GEOAT_ERROR, GEOAT_ERROR_EXISTS,
                 "there is a file of that name already");
}

/* The file comes into being while the new one is being written. */
static gboolean
write_rival (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  g_assert_true (g_file_set_contents (data, "rival", -1, NULL));
  return file_fixture_write_text (stream, (gpointer) "ours", cancellable, error);
}

static void
test_create_rival (FileFixture *fixture, gconstpointer data)
{
  g_autofree char *fresh = g_build_filename (fixture->folder, "fresh", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (
      geoat_file_write (fresh, GEOAT_FILE_CREATE, NULL, write_rival, fresh, NULL, NULL, &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_EXISTS);
  assert_content (fresh, "rival");
  file_fixture_assert_n_files (fixture->folder, 2);
}

typedef struct
{
  const char *path;
  char text[16];
  gboolean ok;
} Creator;

static gpointer
create_thread (gpointer data)
{
  Creator *creator = data;
  g_autoptr (GError) error = NULL;

  creator->ok = geoat_file_write (creator->path, GEOAT_FILE_CREATE, NULL, file_fixture_write_text,
                                  creator->text, NULL, NULL, &error);
  if (!creator->ok)
    g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_EXISTS);
  return NULL;
}

/* Of many who create the same file one wins, and nobody else thinks so. */
static void
test_create_race (FileFixture *fixture, gconstpointer data)
{
  for (guint round = 0; round < 20; round++)
    {
      g_autofree char *name = g_strdup_printf ("race%u", round);
      g_autofree char *path = g_build_filename (fixture->folder, name, NULL);
      Creator creators[8];
      GThread *threads[8];
      const Creator *winner = NULL;

      for (guint i = 0; i < G_N_ELEMENTS (creators); i++)
        {
          creators[i] = (Creator){ .path = path };
          g_snprintf (creators[i].text, sizeof creators[i].text, "creator %u", i);
          threads[i] = g_thread_new ("create", create_thread, &creators[i]);
        }
      for (guint i = 0; i < G_N_ELEMENTS (creators); i++)
        {
          g_thread_join (threads[i]);
          if (creators[i].ok)
            {
              g_assert_null (winner);
              winner = &creators[i];
            }
        }
      g_assert_nonnull (winner);
      assert_content (path, winner->text);
    }
  file_fixture_assert_n_files (fixture->folder, 21);
}

static gboolean
write_half (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *text = g_strnfill (300000, 'x');

  if (!file_fixture_write_text (stream, text, cancellable, error))
    return FALSE;
  g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_FAILED, "the words ran out");
  return FALSE;
}

static gboolean
write_cancelled (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  g_cancellable_cancel (cancellable);
  return file_fixture_write_text (stream, data, NULL, error);
}

static void
test_writer_fails (FileFixture *fixture, gconstpointer data)
{
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autofree char *fresh = g_build_filename (fixture->folder, "fresh", NULL);
  g_autoptr (GError) error = NULL;

  g_assert_false (geoat_file_write (fixture->path, GEOAT_FILE_REPLACE, NULL, write_half, NULL, NULL,
                                    NULL, &error));
  assert_failed (fixture, error, GEOAT_ERROR, GEOAT_ERROR_FAILED, "the words ran out");
  g_clear_error (&error);

  g_assert_false (
      geoat_file_write (fresh, GEOAT_FILE_CREATE, NULL, write_half, NULL, NULL, NULL, &error));
  g_assert_false (g_file_test (fresh, G_FILE_TEST_EXISTS));
  g_clear_error (&error);

  g_assert_false (geoat_file_write (fixture->path, GEOAT_FILE_REPLACE, NULL, write_cancelled, "new",
                                    NULL, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_content (fixture->path, "old");
  file_fixture_assert_n_files (fixture->folder, 1);
}

static gboolean
write_much (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  g_autofree char *text = g_strnfill (1000 * 1000, 'x');

  return file_fixture_write_text (stream, text, cancellable, error);
}

static void
test_size_limit (FileFixture *fixture, gconstpointer data)
{
  g_autoptr (GError) error = NULL;
  struct rlimit before;
  struct rlimit limit;
  gboolean ok;

  signal (SIGXFSZ, SIG_IGN);
  g_assert_cmpint (getrlimit (RLIMIT_FSIZE, &before), ==, 0);
  limit = before;
  limit.rlim_cur = 100 * 1000;
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &limit), ==, 0);
  ok = geoat_file_write (fixture->path, GEOAT_FILE_REPLACE, NULL, write_much, NULL, NULL, NULL,
                         &error);
  g_assert_cmpint (setrlimit (RLIMIT_FSIZE, &before), ==, 0);

  g_assert_false (ok);
  assert_failed (fixture, error, G_IO_ERROR, G_IO_ERROR_FAILED, g_strerror (EFBIG));
}

/* A disk of 64 KiB of our own, where the system gives us one: root, or a user who may make name
 * spaces. What matters is the same as in test_size_limit(), which runs everywhere. */
static void
fill_small_disk (const char *folder)
{
  g_autofree char *path = g_build_filename (folder, "plan.geoat", NULL);
  g_autoptr (GError) error = NULL;
  int flags = geteuid () == 0 ? CLONE_NEWNS : CLONE_NEWNS | CLONE_NEWUSER;

  if (unshare (flags) != 0 || mount ("none", "/", NULL, MS_REC | MS_PRIVATE, NULL) != 0 ||
      mount ("tmpfs", folder, "tmpfs", 0, "size=64k") != 0)
    {
      g_printerr ("no small disk to be had\n");
      return;
    }

  g_assert_true (g_file_set_contents (path, "old", -1, NULL));
  g_assert_false (
      geoat_file_write (path, GEOAT_FILE_REPLACE, NULL, write_much, NULL, NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NO_SPACE);
  g_assert_cmpstr (error->message, ==, "Could not save “plan.geoat”: No space left on device");
  assert_content (path, "old");
  file_fixture_assert_n_files (folder, 1);
  g_assert_true (file_fixture_save (path, "something shorter", NULL));
  g_assert_cmpint (umount (folder), ==, 0);
}

static void
test_full_disk (void)
{
  if (g_test_subprocess ())
    {
      g_autofree char *folder = g_dir_make_tmp ("geoat-XXXXXX", NULL);

      fill_small_disk (folder);
      g_rmdir (folder);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static void
become_nobody (const char *folder, const char *path)
{
  /* Relative paths from here on: the way to the folder may be closed to others. */
  g_assert_cmpint (chdir (folder), ==, 0);
  if (geteuid () != 0)
    return;

  g_assert_cmpint (chown (folder, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (chown (path, NOBODY, NOBODY), ==, 0);
  g_assert_cmpint (setgroups (0, NULL), ==, 0);
  g_assert_cmpint (setgid (NOBODY), ==, 0);
  g_assert_cmpint (setuid (NOBODY), ==, 0);
}

static void
save_without_rights (FileFixture *fixture)
{
  g_autoptr (GError) error = NULL;

  become_nobody (fixture->folder, fixture->path);

  /* The folder is read-only. */
  g_assert_cmpint (g_chmod (".", 0555), ==, 0);
  g_assert_false (file_fixture_save ("plan.geoat", "new", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_cmpstr (error->message, ==, "Could not save “plan.geoat”: Permission denied");
  g_clear_error (&error);
  g_assert_false (file_fixture_save ("fresh", "new", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_clear_error (&error);
  assert_content ("plan.geoat", "old");
  file_fixture_assert_n_files (".", 1);

  /* The file is read-only, the folder is not. */
  g_assert_cmpint (g_chmod (".", 0755), ==, 0);
  g_assert_cmpint (g_chmod ("plan.geoat", 0444), ==, 0);
  g_assert_false (file_fixture_save ("plan.geoat", "new", &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_clear_error (&error);
  assert_content ("plan.geoat", "old");
  file_fixture_assert_n_files (".", 1);

  /* The file cannot be read. */
  g_assert_cmpint (g_chmod ("plan.geoat", 0000), ==, 0);
  g_assert_null (geoat_file_read ("plan.geoat", NULL, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_PERMISSION_DENIED);
  g_assert_cmpstr (error->message, ==, "Could not open “plan.geoat”: Permission denied");

  g_assert_cmpint (g_chmod ("plan.geoat", 0644), ==, 0);
  g_assert_true (file_fixture_save ("plan.geoat", "new", NULL));
}

static void
test_without_rights (void)
{
  FileFixture fixture;

  if (g_test_subprocess ())
    {
      file_fixture_set_up (&fixture, NULL);
      save_without_rights (&fixture);
      /* What is in it can go now; the folder itself may be in one that is not ours. */
      g_unlink ("plan.geoat");
      file_fixture_tear_down (&fixture, NULL);
      return;
    }

  g_test_trap_subprocess (NULL, 0, G_TEST_SUBPROCESS_INHERIT_STDERR);
  g_test_trap_assert_passed ();
}

static gboolean
write_late (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  g_assert_true (g_file_set_contents (data, "old and more", -1, NULL));
  return file_fixture_write_text (stream, (gpointer) "new", cancellable, error);
}

static void
write_in_place (const char *path, const char *text)
{
  FILE *file = fopen (path, "r+");

  g_assert_nonnull (file);
  g_assert_cmpint (fputs (text, file), >=, 0);
  g_assert_cmpint (fclose (file), ==, 0);
}

static void
test_changed_outside (FileFixture *fixture, gconstpointer data)
{
  struct utimbuf long_ago = { 1000000000, 1000000000 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GeoatFileState state;
  const char *message =
      "Could not save “plan.geoat”: someone else has changed or removed it in the "
      "meantime";

  bytes = geoat_file_read (fixture->path, &state, NULL, &error);
  g_assert_no_error (error);

  /* Touched, or copied back: the content is what counts. */
  g_assert_cmpint (g_utime (fixture->path, &long_ago), ==, 0);
  g_assert_true (geoat_file_is_unchanged (fixture->path, &state));
  g_assert_true (geoat_file_write (fixture->path, GEOAT_FILE_REPLACE, &state,
                                   file_fixture_write_text, "one", &state, NULL, &error));

  /* Other content of the same length, with another time. */
  g_assert_true (g_file_set_contents (fixture->path, "two", -1, NULL));
  g_assert_cmpint (g_utime (fixture->path, &long_ago), ==, 0);
  g_assert_false (geoat_file_is_unchanged (fixture->path, &state));
  g_assert_false (geoat_file_write (fixture->path, GEOAT_FILE_REPLACE, &state,
                                    file_fixture_write_text, "x", NULL, NULL, &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_CHANGED_OUTSIDE);
  g_assert_cmpstr (error->message, ==, message);
  g_clear_error (&error);
  assert_content (fixture->path, "two");

  /* Changed while the new file is being written. */
  g_bytes_unref (bytes);
  bytes = geoat_file_read (fixture->path, &state, NULL, &error);
  g_assert_false (geoat_file_write (fixture->path, GEOAT_FILE_REPLACE, &state, write_late,
                                    fixture->path, NULL, NULL, &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_CHANGED_OUTSIDE);
  g_clear_error (&error);
  assert_content (fixture->path, "old and more");
  file_fixture_assert_n_files (fixture->folder, 1);

  /* Gone, or turned into something else. */
  g_assert_cmpint (g_unlink (fixture->path), ==, 0);
  g_assert_false (geoat_file_is_unchanged (fixture->path, &state));
  g_assert_false (geoat_file_write (fixture->path, GEOAT_FILE_REPLACE, &state,
                                    file_fixture_write_text, "x", NULL, NULL, &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_CHANGED_OUTSIDE);
  g_clear_error (&error);
  file_fixture_assert_n_files (fixture->folder, 0);
  g_assert_cmpint (g_mkdir (fixture->path, 0700), ==, 0);
  g_assert_false (geoat_file_is_unchanged (fixture->path, &state));
}

/* Changed by one letter, with its time put back, or within one tick of the clock. */
static void
test_changed_without_a_trace (FileFixture *fixture, gconstpointer data)
{
  struct utimbuf long_ago = { 1000000000, 1000000000 };
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  GeoatFileState state;
  GStatBuf before, after;

  for (guint replaced = 0; replaced < 2; replaced++)
    {
      g_assert_true (g_file_set_contents (fixture->path, "level 3", -1, NULL));
      g_assert_cmpint (g_utime (fixture->path, &long_ago), ==, 0);
      g_clear_pointer (&bytes, g_bytes_unref);
      bytes = geoat_file_read (fixture->path, &state, NULL, &error);
      g_assert_no_error (error);
      g_assert_cmpint (g_stat (fixture->path, &before), ==, 0);
      g_assert_true (geoat_file_is_unchanged (fixture->path, &state));

      /* In place, and with another file that takes its place. */
      if (replaced)
        g_assert_true (g_file_set_contents (fixture->path, "level 4", -1, NULL));
      else
        write_in_place (fixture->path, "level 4");
      g_assert_cmpint (g_utime (fixture->path, &long_ago), ==, 0);
      g_assert_cmpint (g_stat (fixture->path, &after), ==, 0);
      g_assert_cmpint (before.st_size, ==, after.st_size);
      g_assert_cmpint (before.st_mtime, ==, after.st_mtime);
      if (!replaced) /* within one tick */
        state.changed =
            after.st_ctim.tv_sec * G_GINT64_CONSTANT (1000000000) + after.st_ctim.tv_nsec;
      g_assert_false (geoat_file_is_unchanged (fixture->path, &state));
      g_assert_false (geoat_file_write (fixture->path, GEOAT_FILE_REPLACE, &state,
                                        file_fixture_write_text, "mine", NULL, NULL, &error));
      g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_CHANGED_OUTSIDE);
      g_clear_error (&error);
      assert_content (fixture->path, "level 4");
    }

  /* What we have saved ourselves. */
  g_assert_true (geoat_file_write (fixture->path, GEOAT_FILE_REPLACE, NULL, file_fixture_write_text,
                                   "level 5", &state, NULL, NULL));
  write_in_place (fixture->path, "level 1");
  g_assert_false (geoat_file_is_unchanged (fixture->path, &state));
}

static void
test_expected_to_be_missing (FileFixture *fixture, gconstpointer data)
{
  g_autofree char *fresh = g_build_filename (fixture->folder, "fresh", NULL);
  const GeoatFileState missing = { .exists = FALSE };
  g_autoptr (GError) error = NULL;

  g_assert_true (geoat_file_is_unchanged (fresh, &missing));
  g_assert_false (geoat_file_is_unchanged (fixture->path, &missing));
  g_assert_true (geoat_file_write (fresh, GEOAT_FILE_REPLACE, &missing, file_fixture_write_text,
                                   "x", NULL, NULL, &error));
  g_assert_no_error (error);
  g_assert_false (geoat_file_write (fresh, GEOAT_FILE_REPLACE, &missing, file_fixture_write_text,
                                    "y", NULL, NULL, &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_CHANGED_OUTSIDE);
  assert_content (fresh, "x");
}

static char *
add_remainder (FileFixture *fixture, const char *name, gboolean is_old)
{
  struct utimbuf long_ago = { 1000000000, 1000000000 };
  char *path = g_build_filename (fixture->folder, name, NULL);

  g_assert_true (g_file_set_contents (path, "half", -1, NULL));
  if (is_old)
    g_assert_cmpint (g_utime (path, &long_ago), ==, 0);
  return path;
}

/* What killed saves left is removed when it is certain that they are dead; nothing else is. */
static void
test_remainders (FileFixture *fixture, gconstpointer data)
{
  g_autofree char *stale = add_remainder (fixture, ".plan.geoat.abc123.tmp", TRUE);
  g_autofree char *young = add_remainder (fixture, ".plan.geoat.abc124.tmp", FALSE);
  g_autofree char *alive = add_remainder (fixture, ".plan.geoat.abc125.tmp", TRUE);
  g_autofree char *other = add_remainder (fixture, ".plan2.geoat.abc126.tmp", TRUE);
  g_autofree char *longer = add_remainder (fixture, ".plan.geoat.abc1234.tmp", TRUE);
  g_autofree char *link = g_build_filename (fixture->folder, ".plan.geoat.abc127.tmp", NULL);
  int fd = g_open (alive, O_RDONLY | O_CLOEXEC, 0);

  g_assert_cmpint (flock (fd, LOCK_EX), ==, 0);
  g_assert_cmpint (symlink (other, link), ==, 0);

  g_assert_true (file_fixture_save (fixture->path, "new", NULL));
  g_assert_false (g_file_test (stale, G_FILE_TEST_EXISTS));
  assert_content (young, "half");
  assert_content (alive, "half");
  assert_content (other, "half");
  assert_content (longer, "half");
  g_assert_true (g_file_test (link, G_FILE_TEST_IS_SYMLINK));

  close (fd);
  g_assert_true (file_fixture_save (fixture->path, "newer", NULL));
  g_assert_false (g_file_test (alive, G_FILE_TEST_EXISTS));
  assert_content (fixture->path, "newer");
}

/* In another thread; the text is that of the thread's own. */
static gboolean
write_elsewhere (GOutputStream *stream, gpointer data, GCancellable *cancellable, GError **error)
{
  g_assert_true (g_thread_self () != data);
  return file_fixture_write_text (stream, (char *) "new", cancellable, error);
}

static void
result_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  *(GAsyncResult **) data = g_object_ref (result);
}

static gboolean
write_async (const char *path, GeoatFileWriter writer, GCancellable *cancellable, GError **error)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GAsyncResult) result = NULL;

  geoat_file_write_async (file, writer, g_thread_self (), NULL, cancellable, result_cb, &result);
  while (result == NULL)
    g_main_context_iteration (NULL, TRUE);
  return geoat_file_write_finish (result, error);
}

/* Off the main thread: whole, or not at all. */
static void
test_async (FileFixture *fixture, gconstpointer data)
{
  g_autofree char *missing = g_build_filename (fixture->folder, "none", "plan.geoat", NULL);
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_assert_false (write_async (missing, write_elsewhere, NULL, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND);
  g_clear_error (&error);
  g_cancellable_cancel (cancellable);
  g_assert_false (write_async (fixture->path, write_elsewhere, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  assert_content (fixture->path, "old");
  file_fixture_assert_n_files (fixture->folder, 1);
  g_clear_error (&error);

  g_assert_true (write_async (fixture->path, write_elsewhere, NULL, &error));
  g_assert_no_error (error);
  assert_content (fixture->path, "new");
  file_fixture_assert_n_files (fixture->folder, 1);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  FILE_FIXTURE_ADD ("/file/write/replace", test_replace);
  FILE_FIXTURE_ADD ("/file/write/empty", test_empty);
  FILE_FIXTURE_ADD ("/file/write/permissions", test_permissions);
#ifdef __linux__
  FILE_FIXTURE_ADD ("/file/write/access-list", test_access_list);
#endif
  FILE_FIXTURE_ADD ("/file/write/private", test_private);
  FILE_FIXTURE_ADD ("/file/write/symbolic-links", test_symbolic_links);
  FILE_FIXTURE_ADD ("/file/write/long-names", test_long_names);
  FILE_FIXTURE_ADD ("/file/write/create", test_create);
  FILE_FIXTURE_ADD ("/file/write/create-rival", test_create_rival);
  FILE_FIXTURE_ADD ("/file/write/create-race", test_create_race);
  FILE_FIXTURE_ADD ("/file/write/writer-fails", test_writer_fails);
  FILE_FIXTURE_ADD ("/file/write/size-limit", test_size_limit);
  g_test_add_func ("/file/write/full-disk", test_full_disk);
  g_test_add_func ("/file/write/without-rights", test_without_rights);
  FILE_FIXTURE_ADD ("/file/write/changed-outside", test_changed_outside);
  FILE_FIXTURE_ADD ("/file/write/changed-without-a-trace", test_changed_without_a_trace);
  FILE_FIXTURE_ADD ("/file/write/expected-to-be-missing", test_expected_to_be_missing);
  FILE_FIXTURE_ADD ("/file/write/remainders", test_remainders);
  FILE_FIXTURE_ADD ("/file/write/async", test_async);

  return g_test_run ();
}
