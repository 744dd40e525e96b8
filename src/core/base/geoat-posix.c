/* SPDX-License-Identifier: GPL-3.0-or-later */

/* All calls that only POSIX systems have: the one file to replace for another kind of system. */

#define G_LOG_DOMAIN "geoat-core"

/* For renameat2(). */
#define _GNU_SOURCE

#include "config.h"

#include <errno.h>
#include <fcntl.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#ifdef __linux__
#include <sys/xattr.h>
#endif
#include <unistd.h>

#include "geoat-posix.h"

static gint64
to_nanoseconds (struct timespec time)
{
  return (gint64) time.tv_sec * G_GINT64_CONSTANT (1000000000) + time.tv_nsec;
}

static void
fill_info (const struct stat *status, GeoatPosixInfo *info)
{
  info->is_regular = S_ISREG (status->st_mode);
  info->size = (guint64) status->st_size;
  info->modified = to_nanoseconds (status->st_mtim);
  info->changed = to_nanoseconds (status->st_ctim);
  info->inode = status->st_ino;
  info->mode = status->st_mode & 07777;
  info->owner = status->st_uid;
  info->group = status->st_gid;
}

int
geoat_posix_get_info (const char *path, GeoatPosixInfo *info)
{
  struct stat status;

  if (stat (path, &status) != 0)
    return errno;
  fill_info (&status, info);
  return 0;
}

int
geoat_posix_get_open_info (int fd, GeoatPosixInfo *info)
{
  struct stat status;

  if (fstat (fd, &status) != 0)
    return errno;
  fill_info (&status, info);
  return 0;
}

/*
 * geoat_posix_open:
 * @path: a path
 * @fd: (out): what was opened for reading; -1 when it is no regular file
 * @info: (out): what is there
 *
 * Opens a regular file. Anything else is not even opened: opening alone does something to some
 * devices. Should it become a FIFO in between, that does not block.
 */
int
geoat_posix_open (const char *path, int *fd, GeoatPosixInfo *info)
{
  int code = geoat_posix_get_info (path, info);

  *fd = -1;
  if (code != 0 || !info->is_regular)
    return code;

  do
    *fd = open (path, O_RDONLY | O_NONBLOCK | O_NOCTTY | O_CLOEXEC);
  while (*fd < 0 && errno == EINTR);
  if (*fd < 0)
    return errno;

  code = geoat_posix_get_open_info (*fd, info);
  if (code != 0 || !info->is_regular)
    {
      close (*fd);
      *fd = -1;
    }
  return code;
}

int
geoat_posix_read (int fd, char *buffer, gsize length, gsize *n_read)
{
  ssize_t n;

  do
    n = read (fd, buffer, length);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    return errno;
  *n_read = (gsize) n;
  return 0;
}

int
geoat_posix_write (int fd, const char *bytes, gsize length, gsize *n_written)
{
  ssize_t n;

  do
    n = write (fd, bytes, length);
  while (n < 0 && errno == EINTR);
  if (n < 0)
    return errno;
  *n_written = (gsize) n;
  return 0;
}

/* Some file systems cannot: what they hold is then as durable as they make it. */
int
geoat_posix_sync (int fd)
{
  int code;

  do
    code = fsync (fd) == 0 ? 0 : errno;
  while (code == EINTR);
  return code == EINVAL || code == ENOTSUP || code == ENOSYS || code == EROFS ? 0 : code;
}

/* A folder that may be written but not read cannot be opened: nothing to be done then. */
int
geoat_posix_sync_folder (const char *path)
{
  int fd = open (path, O_RDONLY | O_DIRECTORY | O_CLOEXEC);
  int code;

  if (fd < 0)
    return 0;
  code = geoat_posix_sync (fd);
  close (fd);
  return code;
}

void
geoat_posix_close (int fd)
{
  close (fd);
}

gboolean
geoat_posix_is_terminal (int fd)
{
  return isatty (fd) == 1;
}

/* Paths of what must not stay when the program ends. A signal can come at any moment: it finds each
 * place either empty or with a whole path. */
#define MAX_TEMPORARY 16

static const char *volatile temporary[MAX_TEMPORARY];

static void
end_cb (int number)
{
  for (int i = MAX_TEMPORARY - 1; i >= 0; i--)
    {
      const char *path = temporary[i];

      if (path != NULL && unlink (path) != 0)
        rmdir (path);
    }
  signal (number, SIG_DFL);
  raise (number);
}

/*
 * geoat_posix_end_tidily:
 *
 * From now on Ctrl+C, and whoever asks the program to end, leaves no temporary file. A signal that
 * is ignored, as that of a closed terminal below nohup, stays ignored.
 */
void
geoat_posix_end_tidily (void)
{
  static const int signals[] = { SIGINT, SIGTERM, SIGHUP };

  for (gsize i = 0; i < G_N_ELEMENTS (signals); i++)
    {
      struct sigaction action;

      if (sigaction (signals[i], NULL, &action) == 0 && action.sa_handler != SIG_IGN)
        signal (signals[i], end_cb);
    }
}

/*
 * geoat_posix_add_temporary:
 * @path: a file, or a folder, that must not stay when the program ends
 *
 * A folder must come before what is in it.
 */
void
geoat_posix_add_temporary (const char *path)
{
  char *copy = g_strdup (path);

  for (guint i = 0; i < MAX_TEMPORARY; i++)
    if (g_atomic_pointer_compare_and_exchange ((gpointer *) &temporary[i], NULL, copy))
      return;
  g_free (copy); /* as many at once nobody makes; these stay */
}

/*
 * geoat_posix_remove_temporary:
 * @path: what is gone, or has got its name
 */
void
geoat_posix_remove_temporary (const char *path)
{
  for (guint i = 0; i < MAX_TEMPORARY; i++)
    {
      char *known = g_atomic_pointer_get ((gpointer *) &temporary[i]);

      if (known != NULL && g_str_equal (known, path) &&
          g_atomic_pointer_compare_and_exchange ((gpointer *) &temporary[i], known, NULL))
        {
          g_free (known);
          return;
        }
    }
}

/* One library at a time is kept from printing. */
static pthread_mutex_t muted = PTHREAD_MUTEX_INITIALIZER;

/*
 * geoat_posix_mute:
 *
 * Keeps everything from standard error until geoat_posix_unmute(): for libraries that print there
 * what nobody can do anything about. It holds for the whole process, so it should be short.
 *
 * Returns: what geoat_posix_unmute() takes
 */
int
geoat_posix_mute (void)
{
  int out;
  int nothing;

  pthread_mutex_lock (&muted);
  out = fcntl (STDERR_FILENO, F_DUPFD_CLOEXEC, STDERR_FILENO + 1);
  nothing = open ("/dev/null", O_WRONLY | O_CLOEXEC);
  if (out >= 0 && nothing >= 0)
    dup2 (nothing, STDERR_FILENO);
  if (nothing >= 0)
    close (nothing);
  return out;
}

void
geoat_posix_unmute (int fd)
{
  if (fd >= 0)
    {
      dup2 (fd, STDERR_FILENO);
      close (fd);
    }
  pthread_mutex_unlock (&muted);
}

/* A thread has a priority of its own on Linux only: elsewhere the whole program would stand back.
 * It goes on as before when that fails. */
void
geoat_posix_stand_back (void)
{
#ifdef __linux__
  setpriority (PRIO_PROCESS, 0, 10);
#endif
}

int
geoat_posix_read_link (const char *path, char **target)
{
  gsize size = 256;

  for (;;)
    {
      g_autofree char *buffer = g_malloc (size);
      ssize_t n = readlink (path, buffer, size - 1);

      if (n < 0)
        return errno;
      if ((gsize) n < size - 1)
        {
          buffer[n] = '\0';
          *target = g_steal_pointer (&buffer);
          return 0;
        }
      size *= 2;
    }
}

int
geoat_posix_check_writable (const char *path)
{
  return faccessat (AT_FDCWD, path, W_OK, AT_EACCESS) == 0 ? 0 : errno;
}

/*
 * geoat_posix_create_locked:
 * @path: a path
 * @mode: its permissions, from which the umask is taken
 * @fd: (out): what was opened for writing
 *
 * Creates a file that must not be there, and holds a lock on it for as long as it is open: whoever
 * gets the lock knows that the one who wrote the file is gone. EEXIST asks for another name; it
 * also comes when the new file was taken for such a remainder in the moment before it was locked.
 */
int
geoat_posix_create_locked (const char *path, guint mode, int *fd)
{
  struct stat status;

  *fd = open (path, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, (mode_t) mode);
  if (*fd < 0)
    return errno;

  if (flock (*fd, LOCK_EX | LOCK_NB) != 0 && errno == EWOULDBLOCK)
    {
      unlink (path);
      close (*fd);
      return EEXIST;
    }
  if (fstat (*fd, &status) == 0 && status.st_nlink == 0)
    {
      close (*fd);
      return EEXIST;
    }
  return 0;
}

/* Access lists, as Linux gives them: a version, then entries of a tag, permissions and an id, all
 * with the low byte first (linux/posix_acl_xattr.h). */
#define ACL_NAME "system.posix_acl_access"
#define ACL_MAX 65536
#define ACL_HEADER 4
#define ACL_ENTRY 8
#define ACL_USER 0x02
#define ACL_GROUP_OF_FILE 0x04
#define ACL_GROUP 0x08
#define ACL_MASK 0x10

/* The access list of a file, if it has one: what it says beyond the mode. */
static gssize
read_access_list (const char *path, guint8 *list)
{
#ifdef __linux__
  return getxattr (path, ACL_NAME, list, ACL_MAX);
#else
  return -1;
#endif
}

/* Gives a file an access list, or takes away the one that it has from its folder. */
static gboolean
set_access_list (int fd, const guint8 *list, gssize length)
{
#ifdef __linux__
  if (length > 0)
    return fsetxattr (fd, ACL_NAME, list, (gsize) length, 0) == 0;
  fremovexattr (fd, ACL_NAME);
#endif
  return length <= 0;
}

/* The mode that gives nobody more than the mode together with an access list does. The bits of the
 * group are no more than the mask of the list; those whom the list names could be anybody. */
static guint
narrow_mode (guint mode, const guint8 *list, gssize length)
{
  guint mask = S_IRWXO;
  guint named = S_IRWXO;
  guint group = (mode & S_IRWXG) >> 3;

  for (gssize i = ACL_HEADER; i + ACL_ENTRY <= length; i += ACL_ENTRY)
    {
      guint tag = list[i] | (guint) list[i + 1] << 8;
      guint may = list[i + 2] & S_IRWXO;

      if (tag == ACL_USER || tag == ACL_GROUP)
        named &= may;
      else if (tag == ACL_GROUP_OF_FILE)
        group = may;
      else if (tag == ACL_MASK)
        mask = may;
    }
  named &= mask;
  return (mode & ~(guint) (S_IRWXG | S_IRWXO)) | (group & named) << 3 | (mode & S_IRWXO & named);
}

/*
 * geoat_posix_copy_permissions:
 * @fd: a file of ours
 * @path: the file whose place it takes
 * @from: what that is like
 *
 * Owner, group, mode and access list, as far as we are allowed. Where the group cannot be kept, our
 * own group may do no more than everybody could; where the list cannot be kept, nobody may do more
 * than before.
 */
int
geoat_posix_copy_permissions (int fd, const char *path, const GeoatPosixInfo *from)
{
  g_autofree guint8 *list = g_malloc (ACL_MAX);
  gssize length = read_access_list (path, list);
  GeoatPosixInfo info;
  guint mode = from->mode;
  int code = geoat_posix_get_open_info (fd, &info);

  if (code != 0)
    return code;

  if (info.owner != from->owner && fchown (fd, from->owner, (gid_t) -1) != 0)
    mode &= ~(guint) S_ISUID;
  if (info.group != from->group && fchown (fd, (uid_t) -1, from->group) != 0)
    {
      mode = (narrow_mode (mode, list, length) & ~(guint) (S_ISGID | S_IRWXG));
      mode |= (mode & S_IRWXO) << 3;
      length = 0;
    }
  if (!set_access_list (fd, list, length))
    {
      mode = narrow_mode (mode, list, length);
      set_access_list (fd, NULL, 0);
    }
  return geoat_posix_set_mode (fd, mode);
}

/* Some file systems have no modes: what is asked for is then what there is, or cannot be had. */
int
geoat_posix_set_mode (int fd, guint mode)
{
  GeoatPosixInfo info;

  if (geoat_posix_get_open_info (fd, &info) == 0 && info.mode == mode)
    return 0;
  if (fchmod (fd, (mode_t) mode) == 0)
    return 0;
  return errno == EPERM || errno == ENOTSUP || errno == ENOSYS ? 0 : errno;
}

/*
 * geoat_posix_rename_to_new:
 * @from: a file of ours
 * @to: its new name
 *
 * Renames unless there is something of that name: EEXIST, without a race. Where the system cannot
 * do that in one step a second name does, and where there are no second names (FAT) an empty file
 * that holds the place.
 */
int
geoat_posix_rename_to_new (const char *from, const char *to)
{
  int fd;
  int code;

#ifdef RENAME_NOREPLACE
  if (renameat2 (AT_FDCWD, from, AT_FDCWD, to, RENAME_NOREPLACE) == 0)
    return 0;
  if (errno != EINVAL && errno != ENOSYS && errno != ENOTSUP)
    return errno;
#endif

  if (link (from, to) == 0)
    {
      unlink (from);
      return 0;
    }
  if (errno != EPERM && errno != ENOSYS && errno != ENOTSUP && errno != EMLINK)
    return errno;

  fd = open (to, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0600);
  if (fd < 0)
    return errno;
  close (fd);
  if (rename (from, to) == 0)
    return 0;

  code = errno;
  unlink (to);
  return code;
}

/*
 * geoat_posix_remove_stale:
 * @path: what may be left of a save that was killed
 * @modified_before: in nanoseconds since 1970
 *
 * Removes it when it is certain that nobody writes it any more: it is ours, it was last written
 * before that time, and nobody holds the lock on it (a lock goes with the process that holds it).
 */
void
geoat_posix_remove_stale (const char *path, gint64 modified_before)
{
  int fd = open (path, O_RDONLY | O_NONBLOCK | O_NOFOLLOW | O_CLOEXEC);
  GeoatPosixInfo info;

  if (fd < 0)
    return;

  if (geoat_posix_get_open_info (fd, &info) == 0 && info.is_regular && info.owner == geteuid () &&
      info.modified < modified_before && flock (fd, LOCK_EX | LOCK_NB) == 0)
    unlink (path);
  close (fd);
}

#define LOCK_ATTEMPTS 100

static int
lock_open_file (int fd)
{
  int code;

  do
    code = flock (fd, LOCK_EX | LOCK_NB) == 0 ? 0 : errno;
  while (code == EINTR);
  return code;
}

static gboolean
is_still_at (int fd, const char *path)
{
  struct stat ours;
  struct stat present;

  return fstat (fd, &ours) == 0 && stat (path, &present) == 0 && ours.st_dev == present.st_dev &&
         ours.st_ino == present.st_ino;
}

/*
 * geoat_posix_lock:
 * @path: the path of a lock file, which is made where it is missing
 * @fd: (out): what holds the lock
 *
 * Takes a lock that goes with the process, in whatever way it ends. It belongs to an open file, so
 * that a second one of the same process is refused too. Should somebody remove the file between our
 * opening and locking it, we would hold the lock of a file that nobody else sees: then we begin
 * again. Where the file system knows no locks everybody gets it.
 *
 * Returns: 0 or an errno; EWOULDBLOCK when somebody has it
 */
int
geoat_posix_lock (const char *path, int *fd)
{
  for (guint i = 0; i < LOCK_ATTEMPTS; i++)
    {
      *fd = open (path, O_RDWR | O_CREAT | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC, 0600);
      if (*fd < 0)
        return errno;

      if (lock_open_file (*fd) == EWOULDBLOCK)
        {
          close (*fd);
          return EWOULDBLOCK;
        }
      if (is_still_at (*fd, path))
        return 0;
      close (*fd);
    }
  return EBUSY;
}

/* The file goes first: whoever waits for it then sees that it is another one. */
void
geoat_posix_unlock (int fd, const char *remove)
{
  if (remove != NULL)
    unlink (remove);
  close (fd);
}

/* Whether a process of this computer, as far as we can see, holds the lock of the file. */
gboolean
geoat_posix_is_locked (const char *path)
{
  int fd = open (path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC);
  gboolean locked;

  if (fd < 0)
    return FALSE;

  locked = lock_open_file (fd) == EWOULDBLOCK;
  close (fd);
  return locked;
}
