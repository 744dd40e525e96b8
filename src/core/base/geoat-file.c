/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading a file without being fooled by it, and writing one so that at every moment the old or the
 * new one is there, whole.
 *
 * How writing works: the new content goes into a hidden file beside the old one,
 * ".NAME.xxxxxx.tmp". It is brought to the disk, then takes the old one's place in one step, and
 * then the folder is brought to the disk. Whatever goes wrong before that step, the hidden file is
 * removed and the old one has not been touched. Through a symbolic link all this happens beside the
 * file that the link leads to, so that the link stays one.
 *
 * A process that is killed leaves its hidden file behind. No later save minds: names are drawn at
 * random and must be new. The next save that succeeds removes such remainders of the same file when
 * it is certain that nobody is writing them: see geoat_posix_remove_stale(). As locks do not reach
 * across every network share, they must be an hour older than the file just saved as well. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include <errno.h>
#include <string.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>

#include "geoat-error.h"
#include "geoat-file-stream.h"
#include "geoat-file.h"
#include "geoat-posix.h"

#define CHUNK ((gsize) 1 << 20)
#define MAX_LINKS 40
#define MAX_ATTEMPTS 100

/* A name of 255 bytes is the most that file systems take; the rest of ours has 12. */
#define MAX_NAME (255 - 12)

/* What was written within so many nanoseconds may be written again without another time. */
#define RECENT (G_GINT64_CONSTANT (2) * 1000000000)

#define STALE_AFTER (G_GINT64_CONSTANT (3600) * 1000000000)

/* What is known of a file that is being saved. */
typedef struct
{
  char *path;      /* behind all symbolic links */
  char *folder;    /* of @path */
  char *temporary; /* path of the hidden file; NULL: there is none */
  int fd;          /* of the hidden file, or -1 */
  gboolean exists; /* there is an old file */
  GeoatPosixInfo old;
} Save;

static gboolean
fail (GError **error, int code)
{
  g_set_error_literal (error, G_IO_ERROR, g_io_error_from_errno (code), g_strerror (code));
  return FALSE;
}

static gboolean
fail_not_a_file (GError **error)
{
  g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_NOT_A_FILE,
                       _ ("it is a folder or something else that is not a file"));
  return FALSE;
}

static gboolean
fail_too_large (GError **error)
{
  g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_TOO_LARGE, _ ("it is larger than 256 MiB"));
  return FALSE;
}

/* Reads on to the end of a file, up to the limit: into @buffer, which is kept, or only through
 * @checksum. What a file is said to hold is a hint only: it may grow, and those of the system say
 * 0. */
static gboolean
read_on (int fd,
         GString *buffer,
         gboolean keep,
         GChecksum *checksum,
         GCancellable *cancellable,
         GError **error)
{
  guint64 size = 0;

  for (;;)
    {
      gsize start = keep ? buffer->len : 0;
      gsize room = MIN (buffer->allocated_len - 1 - start, CHUNK);
      gsize n = 0;
      int code;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return FALSE;

      if (room == 0)
        room = CHUNK;
      g_string_set_size (buffer, start + room);
      code = geoat_posix_read (fd, buffer->str + start, room, &n);
      g_string_set_size (buffer, start + n);
      if (code != 0)
        return fail (error, code);
      if (n == 0)
        return TRUE;

      size += n;
      if (size > GEOAT_FILE_MAX_SIZE)
        return fail_too_large (error);
      if (checksum != NULL)
        g_checksum_update (checksum, (const guchar *) buffer->str + start, (gssize) n);
    }
}

/* What tells at a glance that a file was changed. */
static void
take_times (GeoatFileState *state, const GeoatPosixInfo *info)
{
  state->modified = info->modified;
  state->changed = info->changed;
  state->inode = info->inode;
}

/* The content of a file, or with @keep %FALSE only what it is like, with @hash %FALSE without its
 * hash. */
static GString *
read_file (const char *path,
           gboolean keep,
           gboolean hash,
           GeoatFileState *state,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GChecksum) checksum = NULL;
  g_autoptr (GString) buffer = NULL;
  GeoatPosixInfo info;
  gsize length = sizeof state->hash;
  gboolean ok;
  int fd;
  int code = geoat_posix_open (path, &fd, &info);

  if (code != 0)
    fail (error, code);
  else if (fd < 0)
    fail_not_a_file (error);
  else if (info.size > GEOAT_FILE_MAX_SIZE)
    fail_too_large (error);
  if (fd < 0)
    return NULL;

  ok = info.size <= GEOAT_FILE_MAX_SIZE;
  if (ok)
    {
      checksum = hash ? g_checksum_new (G_CHECKSUM_SHA256) : NULL;
      /* One byte more, so that the end is found without growing. */
      buffer = g_string_sized_new (keep ? (gsize) info.size + 1 : CHUNK);
      ok = read_on (fd, buffer, keep, checksum, cancellable, error);
      state->size = info.size;
    }
  geoat_posix_close (fd);
  if (!ok)
    return NULL;

  /* Size and time from before reading: who writes meanwhile makes a file that differs from them. */
  state->exists = TRUE;
  take_times (state, &info);
  state->is_recent = g_get_real_time () * 1000 - MAX (info.modified, info.changed) < RECENT;
  if (hash)
    g_checksum_get_digest (checksum, state->hash, &length);
  return g_steal_pointer (&buffer);
}

/* The path that a chain of symbolic links leads to, whether there is something or not. Links to
 * folders on the way are the system's business. */
static char *
resolve_links (const char *path, GError **error)
{
  g_autofree char *resolved = g_strdup (path);

  for (guint i = 0; i < MAX_LINKS; i++)
    {
      g_autofree char *target = NULL;
      g_autofree char *folder = NULL;
      char *next;
      int code = geoat_posix_read_link (resolved, &target);

      if (code == EINVAL || code == ENOENT)
        return g_steal_pointer (&resolved);
      if (code != 0)
        {
          fail (error, code);
          return NULL;
        }

      folder = g_path_get_dirname (resolved);
      next =
          g_path_is_absolute (target) ? g_strdup (target) : g_build_filename (folder, target, NULL);
      g_free (resolved);
      resolved = next;
    }

  fail (error, ELOOP);
  return NULL;
}

static void
save_clear (Save *save)
{
  /* Before the file is closed, with which its lock goes. */
  if (save->temporary != NULL)
    {
      g_unlink (save->temporary);
      geoat_posix_remove_temporary (save->temporary);
    }
  if (save->fd >= 0)
    geoat_posix_close (save->fd);
  g_free (save->temporary);
  g_free (save->path);
  g_free (save->folder);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Save, save_clear)

static gboolean
check_expected (const char *path, const GeoatFileState *expected, GError **error)
{
  if (expected == NULL || geoat_file_is_unchanged (path, expected))
    return TRUE;

  g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_CHANGED_OUTSIDE,
                       _ ("someone else has changed or removed it in the meantime"));
  return FALSE;
}

static gboolean
fail_exists (GError **error)
{
  g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_EXISTS,
                       _ ("there is a file of that name already"));
  return FALSE;
}

/* Finds out where to write and whether that is allowed. */
static gboolean
save_prepare (Save *save, const char *path, GeoatFileFlags flags, GError **error)
{
  int code;

  save->path = resolve_links (path, error);
  if (save->path == NULL)
    return FALSE;
  save->folder = g_path_get_dirname (save->path);

  if ((flags & GEOAT_FILE_PRIVATE) != 0 && g_mkdir_with_parents (save->folder, 0700) != 0)
    return fail (error, errno);

  code = geoat_posix_get_info (save->path, &save->old);
  if (code != 0 && code != ENOENT)
    return fail (error, code);

  save->exists = code == 0;
  if (save->exists && (flags & GEOAT_FILE_CREATE) != 0)
    return fail_exists (error);
  if (save->exists && !save->old.is_regular)
    return fail_not_a_file (error);

  /* Taking its place would be possible even so, but it is not what "read-only" asks for. */
  if (save->exists)
    code = geoat_posix_check_writable (save->path);
  else
    code = 0;
  return code == 0 || fail (error, code);
}

/* ".NAME.", what all hidden files of that file start with. */
static char *
hidden_prefix (const char *path)
{
  g_autofree char *name = g_path_get_basename (path);
  gsize length = strlen (name);

  while (length > MAX_NAME || (length < strlen (name) && ((guchar) name[length] & 0xc0) == 0x80))
    length--;
  return g_strdup_printf (".%.*s.", (int) length, name);
}

static gboolean
save_create_temporary (Save *save, GeoatFileFlags flags, GError **error)
{
  static const char letters[] = "abcdefghijklmnopqrstuvwxyz0123456789";
  g_autofree char *prefix = hidden_prefix (save->path);
  guint mode = save->exists || (flags & GEOAT_FILE_PRIVATE) != 0 ? 0600 : 0666;
  int code = EEXIST;

  for (guint attempt = 0; code == EEXIST && attempt < MAX_ATTEMPTS; attempt++)
    {
      char random[7] = "";
      g_autofree char *name = NULL;
      g_autofree char *temporary = NULL;

      for (guint i = 0; i < sizeof random - 1; i++)
        random[i] = letters[g_random_int_range (0, sizeof letters - 1)];
      name = g_strconcat (prefix, random, ".tmp", NULL);
      temporary = g_build_filename (save->folder, name, NULL);

      /* Before it is there: a signal may come in between. Nobody else's has this name. */
      geoat_posix_add_temporary (temporary);
      code = geoat_posix_create_locked (temporary, mode, &save->fd);
      if (code == 0)
        save->temporary = g_steal_pointer (&temporary);
      else
        {
          geoat_posix_remove_temporary (temporary);
          save->fd = -1;
        }
    }
  if (code != 0)
    return fail (error, code);

  if ((flags & GEOAT_FILE_PRIVATE) != 0)
    code = geoat_posix_set_mode (save->fd, 0600);
  else if (save->exists)
    code = geoat_posix_copy_permissions (save->fd, save->path, &save->old);
  return code == 0 || fail (error, code);
}

/* Lets the writer write, and brings it to the disk. */
static gboolean
save_fill (Save *save,
           GeoatFileWriter writer,
           gpointer data,
           gboolean hash,
           GeoatFileState *state,
           GCancellable *cancellable,
           GError **error)
{
  g_autoptr (GeoatFileStream) base = geoat_file_stream_new (save->fd, hash);
  g_autoptr (GOutputStream) stream =
      g_buffered_output_stream_new_sized (G_OUTPUT_STREAM (base), 64 * 1024);
  gboolean ok;
  int code;

  ok = writer (stream, data, cancellable, error) &&
       g_output_stream_flush (stream, cancellable, error);
  if (!ok)
    {
      g_autoptr (GCancellable) cancelled = g_cancellable_new ();

      /* What is still in the buffer is not wanted any more. */
      g_cancellable_cancel (cancelled);
      g_output_stream_close (stream, cancelled, NULL);
      return FALSE;
    }
  if (!g_output_stream_close (stream, NULL, error))
    return FALSE;

  code = geoat_posix_sync (save->fd);
  if (code != 0)
    return fail (error, code);

  state->size = geoat_file_stream_get_size (base);
  if (hash)
    geoat_file_stream_get_hash (base, state->hash);
  return !g_cancellable_set_error_if_cancelled (cancellable, error);
}

/* The one step. From then on the new file is there, and @state is its. */
static gboolean
save_take_place (Save *save, GeoatFileFlags flags, GeoatFileState *state, GError **error)
{
  GeoatPosixInfo info;
  int code;

  if ((flags & GEOAT_FILE_CREATE) != 0)
    code = geoat_posix_rename_to_new (save->temporary, save->path);
  else
    code = g_rename (save->temporary, save->path) == 0 ? 0 : errno;
  if (code == EEXIST)
    return fail_exists (error);
  if (code != 0)
    return fail (error, code);

  geoat_posix_remove_temporary (save->temporary);
  g_clear_pointer (&save->temporary, g_free);
  /* Of the file that is open, not of the path: there may be somebody else's by now. */
  code = geoat_posix_get_open_info (save->fd, &info);
  if (code != 0)
    return fail (error, code);
  state->exists = TRUE;
  take_times (state, &info);
  state->is_recent = TRUE;
  return TRUE;
}

static gboolean
is_hidden_name (const char *name, const char *prefix)
{
  return g_str_has_prefix (name, prefix) && g_str_has_suffix (name, ".tmp") &&
         strlen (name) == strlen (prefix) + strlen ("xxxxxx.tmp");
}

static void
save_remove_stale (Save *save, gint64 modified)
{
  g_autoptr (GDir) dir = g_dir_open (save->folder, 0, NULL);
  g_autofree char *prefix = hidden_prefix (save->path);
  const char *name;

  while (dir != NULL && (name = g_dir_read_name (dir)) != NULL)
    if (is_hidden_name (name, prefix))
      {
        g_autofree char *path = g_build_filename (save->folder, name, NULL);

        geoat_posix_remove_stale (path, modified - STALE_AFTER);
      }
}

static gboolean
save_file (const char *path,
           GeoatFileFlags flags,
           const GeoatFileState *expected,
           GeoatFileWriter writer,
           gpointer data,
           gboolean hash,
           GeoatFileState *state,
           GCancellable *cancellable,
           GError **error)
{
  g_auto (Save) save = { .fd = -1 };
  int code;

  if (!save_prepare (&save, path, flags, error) || !check_expected (save.path, expected, error) ||
      !save_create_temporary (&save, flags, error) ||
      !save_fill (&save, writer, data, hash, state, cancellable, error) ||
      !check_expected (save.path, expected, error) || !save_take_place (&save, flags, state, error))
    return FALSE;

  save_remove_stale (&save, state->modified);
  code = geoat_posix_sync_folder (save.folder);
  return code == 0 || fail (error, code);
}

/**
 * geoat_file_get_path:
 * @file: a file
 * @error: return location for an error
 *
 * Returns: (transfer full): its path; %NULL and #G_IO_ERROR_NOT_SUPPORTED when it is not on this
 *   computer
 */
char *
geoat_file_get_path (GFile *file, GError **error)
{
  char *path;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  path = g_file_get_path (file);
  if (path == NULL)
    {
      g_autofree char *name = g_file_get_parse_name (file);

      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_SUPPORTED,
                   _ ("“%s” is not on this computer: copy it here first."), name);
    }
  return path;
}

/**
 * geoat_file_read:
 * @path: a path
 * @state: (out) (optional): what the file is like, to find out later whether it has changed
 * @cancellable: (nullable): to stop it
 * @error: return location for an error
 *
 * Reads a regular file of at most 256 MiB, through symbolic links. Folders, pipes, devices and
 * files that are too large are refused at once, without reading any of them.
 *
 * Returns: (transfer full): the content; %NULL, #GEOAT_ERROR_NOT_A_FILE, #GEOAT_ERROR_TOO_LARGE or
 *   a #GIOErrorEnum otherwise, with a sentence that names the file
 */
GBytes *
geoat_file_read (const char *path, GeoatFileState *state, GCancellable *cancellable, GError **error)
{
  GeoatFileState found = { 0 };
  GString *content;

  g_return_val_if_fail (path != NULL, NULL);

  content = read_file (path, TRUE, state != NULL, &found, cancellable, error);
  if (content == NULL)
    {
      g_autofree char *name = g_filename_display_basename (path);

      /* Translators: "Could not open “plan.geoat”: " and then why */
      g_prefix_error (error, _ ("Could not open “%s”: "), name);
      return NULL;
    }

  if (state != NULL)
    *state = found;
  return g_string_free_to_bytes (content);
}

/**
 * geoat_file_write_bytes:
 * @stream: where to
 * @data: (type GBytes): what to write
 * @cancellable: (nullable): a cancellable
 * @error: return location for a #GError
 *
 * The #GeoatFileWriter for what is in memory already.
 *
 * Returns: %TRUE when all of it is written
 */
gboolean
geoat_file_write_bytes (GOutputStream *stream,
                        gpointer data,
                        GCancellable *cancellable,
                        GError **error)
{
  gsize size;
  const void *content = g_bytes_get_data (data, &size);

  return g_output_stream_write_all (stream, content, size, NULL, cancellable, error);
}

/**
 * geoat_file_write:
 * @path: a path
 * @flags: whether the file must be new, whether it is private
 * @expected: (nullable): what the present file must be like
 * @writer: (scope call): writes the content
 * @data: for @writer
 * @state: (out) (optional): what the new file is like; also set when all that failed was bringing
 *   the folder to the disk, with @exists then %TRUE
 * @cancellable: (nullable): to stop it, up to the moment in which the new file takes its place
 * @error: return location for an error
 *
 * Writes a file atomically and durably, see the top of this file. Owner, group, permissions
 * and access list of the file that is replaced stay as far as that is allowed; other extended
 * attributes and hard links do not. A new file gets 0666 less the umask, a private one 0600 and its
 * folders 0700.
 *
 * Returns: %TRUE when the new file is there; otherwise the old one is as it was, no other file is
 *   left, and @error has a sentence that names the file: #GEOAT_ERROR_CHANGED_OUTSIDE,
 *   #GEOAT_ERROR_EXISTS, #GEOAT_ERROR_NOT_A_FILE, a #GIOErrorEnum or what @writer set
 */
gboolean
geoat_file_write (const char *path,
                  GeoatFileFlags flags,
                  const GeoatFileState *expected,
                  GeoatFileWriter writer,
                  gpointer data,
                  GeoatFileState *state,
                  GCancellable *cancellable,
                  GError **error)
{
  GeoatFileState written = { 0 };
  gboolean ok;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (writer != NULL, FALSE);

  /* the hash takes longer than all the rest: not when nobody asks */
  ok = save_file (path, flags, expected, writer, data, state != NULL, &written, cancellable, error);
  if (!ok)
    {
      g_autofree char *name = g_filename_display_basename (path);

      /* Translators: "Could not save “plan.geoat”: " and then why */
      g_prefix_error (error, _ ("Could not save “%s”: "), name);
    }

  if (state != NULL)
    *state = written;
  return ok;
}

/**
 * geoat_file_is_unchanged:
 * @path: a path
 * @state: what the file was like
 *
 * Whether a file still has the content that it had. When size, times and inode are the same that is
 * taken for granted, unless the file was written shortly before: clocks of file systems tick, those
 * of FAT every two seconds, and what is written within one tick has the same time. Otherwise the
 * content is compared.
 *
 * Returns: %TRUE when it is the same, or still not there
 */
gboolean
geoat_file_is_unchanged (const char *path, const GeoatFileState *state)
{
  g_autoptr (GString) content = NULL;
  GeoatFileState found = { 0 };
  GeoatPosixInfo info;
  int code;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (state != NULL, FALSE);

  code = geoat_posix_get_info (path, &info);
  if (code == ENOENT)
    return !state->exists;
  if (code != 0 || !state->exists || !info.is_regular || info.size != state->size)
    return FALSE;
  if (info.modified == state->modified && info.changed == state->changed &&
      info.inode == state->inode && !state->is_recent)
    return TRUE;

  content = read_file (path, FALSE, TRUE, &found, NULL, NULL);
  return content != NULL && found.size == state->size &&
         memcmp (found.hash, state->hash, sizeof found.hash) == 0;
}

/* What tells a file from others, however it is named; NULL: there is none. */
static char *
get_file_id (const char *path)
{
  g_autoptr (GFile) file = g_file_new_for_path (path);
  g_autoptr (GFileInfo) info =
      g_file_query_info (file, G_FILE_ATTRIBUTE_ID_FILE, G_FILE_QUERY_INFO_NONE, NULL, NULL);

  return info != NULL ? g_strdup (g_file_info_get_attribute_string (info, G_FILE_ATTRIBUTE_ID_FILE))
                      : NULL;
}

/**
 * geoat_file_is_same:
 * @path: a path
 * @other: another
 *
 * Whether two paths lead to the same file: through symbolic links, as hard links, relative or not.
 * What is made from a plan must never take the place of the plan.
 *
 * Returns: %TRUE when they do; %FALSE when they do not, or when there is no file
 */
gboolean
geoat_file_is_same (const char *path, const char *other)
{
  g_autofree char *id = NULL;
  g_autofree char *other_id = NULL;

  g_return_val_if_fail (path != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  id = get_file_id (path);
  other_id = get_file_id (other);
  return id != NULL && other_id != NULL && g_str_equal (id, other_id);
}
