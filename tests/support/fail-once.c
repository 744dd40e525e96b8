/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A library to preload, which lets one call of the system fail.
 *
 * How it works: the calls that work on files below the folder GEOAT_FAIL_UNDER are counted. That of
 * the number GEOAT_FAIL_AT fails with ENOSPC, as on a disk that is full, or EIO where it only
 * reads; its name is written to descriptor GEOAT_FAIL_TO, or nothing when there are not so many.
 * Streams are opened here as well, so that what the C library writes for them counts like the rest.
 */

#define _GNU_SOURCE

#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <stdarg.h>
#include <stdatomic.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/uio.h>
#include <unistd.h>

#define MAX_FILES 1024

#define REAL(name) ((__typeof__ (&name)) dlsym (RTLD_NEXT, #name))

static atomic_int n_calls;
static atomic_bool watched[MAX_FILES];

static bool
is_below (const char *path)
{
  const char *folder = getenv ("GEOAT_FAIL_UNDER");

  return folder != NULL && path != NULL && strncmp (path, folder, strlen (folder)) == 0;
}

static bool
is_watched (int fd)
{
  return fd >= 0 && fd < MAX_FILES && watched[fd];
}

static void
watch (int fd, bool on)
{
  if (fd >= 0 && fd < MAX_FILES)
    watched[fd] = on;
}

/* Whether this call is the one that fails. */
static bool
fails (bool counts, const char *name, int code)
{
  const char *at = getenv ("GEOAT_FAIL_AT");
  const char *to = getenv ("GEOAT_FAIL_TO");

  if (!counts || at == NULL || atomic_fetch_add (&n_calls, 1) + 1 != atoi (at))
    return false;
  if (to != NULL)
    REAL (write) (atoi (to), name, strlen (name));
  errno = code;
  return true;
}

static int
open_at (int folder, const char *path, int flags, mode_t mode)
{
  bool writes = (flags & O_ACCMODE) != O_RDONLY;
  int fd;

  if (fails (is_below (path), "open", writes ? ENOSPC : EIO))
    return -1;
  fd = REAL (openat) (folder, path, flags, mode);
  watch (fd, is_below (path));
  return fd;
}

#define MODE(flags)                                                                                \
  mode_t mode = 0;                                                                                 \
                                                                                                   \
  if ((flags & O_CREAT) != 0)                                                                      \
    {                                                                                              \
      va_list args;                                                                                \
                                                                                                   \
      va_start (args, flags);                                                                      \
      mode = va_arg (args, mode_t);                                                                \
      va_end (args);                                                                               \
    }

int
open (const char *path, int flags, ...)
{
  MODE (flags)
  return open_at (AT_FDCWD, path, flags, mode);
}

int
open64 (const char *path, int flags, ...)
{
  MODE (flags)
  return open_at (AT_FDCWD, path, flags, mode);
}

int
openat (int folder, const char *path, int flags, ...)
{
  MODE (flags)
  return open_at (folder, path, flags, mode);
}

int
creat (const char *path, mode_t mode)
{
  return open_at (AT_FDCWD, path, O_CREAT | O_WRONLY | O_TRUNC, mode);
}

int
close (int fd)
{
  bool counts = is_watched (fd);

  watch (fd, false);
  if (fails (counts, "close", EIO))
    {
      REAL (close) (fd);
      errno = EIO;
      return -1;
    }
  return REAL (close) (fd);
}

#define FAIL_OF_FILE(fd, name, code, ...)                                                          \
  return fails (is_watched (fd), #name, code) ? -1 : REAL (name) (__VA_ARGS__)
#define FAIL_OF_PATH(path, name, code, ...)                                                        \
  return fails (is_below (path), #name, code) ? -1 : REAL (name) (__VA_ARGS__)

ssize_t
write (int fd, const void *bytes, size_t length)
{
  FAIL_OF_FILE (fd, write, ENOSPC, fd, bytes, length);
}

ssize_t
pwrite (int fd, const void *bytes, size_t length, off_t offset)
{
  FAIL_OF_FILE (fd, pwrite, ENOSPC, fd, bytes, length, offset);
}

ssize_t
writev (int fd, const struct iovec *parts, int n)
{
  FAIL_OF_FILE (fd, writev, ENOSPC, fd, parts, n);
}

ssize_t
read (int fd, void *bytes, size_t length)
{
  FAIL_OF_FILE (fd, read, EIO, fd, bytes, length);
}

off_t
lseek (int fd, off_t offset, int whence)
{
  FAIL_OF_FILE (fd, lseek, EIO, fd, offset, whence);
}

int
fsync (int fd)
{
  FAIL_OF_FILE (fd, fsync, EIO, fd);
}

int
fdatasync (int fd)
{
  FAIL_OF_FILE (fd, fdatasync, EIO, fd);
}

int
ftruncate (int fd, off_t length)
{
  FAIL_OF_FILE (fd, ftruncate, ENOSPC, fd, length);
}

int
fstat (int fd, struct stat *status)
{
  FAIL_OF_FILE (fd, fstat, EIO, fd, status);
}

int
fchmod (int fd, mode_t mode)
{
  FAIL_OF_FILE (fd, fchmod, EIO, fd, mode);
}

int
fchown (int fd, uid_t owner, gid_t group)
{
  FAIL_OF_FILE (fd, fchown, EIO, fd, owner, group);
}

int
stat (const char *path, struct stat *status)
{
  FAIL_OF_PATH (path, stat, EIO, path, status);
}

int
lstat (const char *path, struct stat *status)
{
  FAIL_OF_PATH (path, lstat, EIO, path, status);
}

ssize_t
readlink (const char *path, char *target, size_t length)
{
  FAIL_OF_PATH (path, readlink, EIO, path, target, length);
}

int
faccessat (int folder, const char *path, int mode, int flags)
{
  FAIL_OF_PATH (path, faccessat, EIO, folder, path, mode, flags);
}

int
mkdir (const char *path, mode_t mode)
{
  FAIL_OF_PATH (path, mkdir, ENOSPC, path, mode);
}

int
rename (const char *from, const char *to)
{
  FAIL_OF_PATH (to, rename, ENOSPC, from, to);
}

int
renameat2 (int from_folder, const char *from, int to_folder, const char *to, unsigned flags)
{
  FAIL_OF_PATH (to, renameat2, ENOSPC, from_folder, from, to_folder, to, flags);
}

int
link (const char *from, const char *to)
{
  FAIL_OF_PATH (to, link, ENOSPC, from, to);
}

int
unlink (const char *path)
{
  FAIL_OF_PATH (path, unlink, EIO, path);
}

int
rmdir (const char *path)
{
  FAIL_OF_PATH (path, rmdir, EIO, path);
}

/* Streams */

static ssize_t
stream_read (void *file, char *bytes, size_t length)
{
  return read ((int) (intptr_t) file, bytes, length);
}

static ssize_t
stream_write (void *file, const char *bytes, size_t length)
{
  ssize_t n = write ((int) (intptr_t) file, bytes, length);

  return n < 0 ? 0 : n;
}

static int
stream_seek (void *file, off64_t *offset, int whence)
{
  *offset = lseek ((int) (intptr_t) file, *offset, whence);
  return *offset < 0 ? -1 : 0;
}

static int
stream_close (void *file)
{
  return close ((int) (intptr_t) file);
}

FILE *
fdopen (int fd, const char *mode)
{
  static const cookie_io_functions_t functions = { stream_read, stream_write, stream_seek,
                                                   stream_close };

  return is_watched (fd) ? fopencookie ((void *) (intptr_t) fd, mode, functions)
                         : REAL (fdopen) (fd, mode);
}

FILE *
fopen (const char *path, const char *mode)
{
  int flags = strchr (mode, '+') != NULL ? O_RDWR : *mode == 'r' ? O_RDONLY : O_WRONLY;
  int fd;

  if (!is_below (path))
    return REAL (fopen) (path, mode);
  if (*mode == 'w')
    flags |= O_CREAT | O_TRUNC;
  else if (*mode == 'a')
    flags |= O_CREAT | O_APPEND;
  fd = open (path, flags | O_CLOEXEC, 0666);
  return fd < 0 ? NULL : fdopen (fd, mode);
}

FILE *
fopen64 (const char *path, const char *mode)
{
  return fopen (path, mode);
}

/* What is printed is written by the C library itself: it counts when the descriptor of standard
 * output leads below the folder. */
int
fflush (FILE *stream)
{
  char path[4096] = "";

  if (stream == stdout && REAL (readlink) ("/proc/self/fd/1", path, sizeof path - 1) > 0 &&
      fails (is_below (path), "fflush", ENOSPC))
    return EOF;
  return REAL (fflush) (stream);
}
