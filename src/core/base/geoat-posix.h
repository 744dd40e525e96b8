/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* Private to the core: all calls that only POSIX systems have. Functions that return an int return
 * 0 or an errno. */
typedef struct
{
  gboolean is_regular;
  guint64 size;
  gint64 modified; /* nanoseconds since 1970 */
  gint64 changed;  /* likewise: content, name or permissions; nobody can set it */
  guint64 inode;
  guint mode;
  guint owner;
  guint group;
} GeoatPosixInfo;

int geoat_posix_get_info (const char *path, GeoatPosixInfo *info); /* follows links */
int geoat_posix_get_open_info (int fd, GeoatPosixInfo *info);
int geoat_posix_open (const char *path, int *fd, GeoatPosixInfo *info);
int geoat_posix_read (int fd, char *buffer, gsize length, gsize *n_read);
int geoat_posix_write (int fd, const char *bytes, gsize length, gsize *n_written);
int geoat_posix_sync (int fd);
int geoat_posix_sync_folder (const char *path);
void geoat_posix_close (int fd);
gboolean geoat_posix_is_terminal (int fd);

/* What is removed when the program is told to end while it works, see there. */
void geoat_posix_end_tidily (void);
void geoat_posix_add_temporary (const char *path);
void geoat_posix_remove_temporary (const char *path);

int geoat_posix_mute (void); /* nothing reaches standard error */
void geoat_posix_unmute (int fd);

void geoat_posix_stand_back (void); /* this thread lets others go first */

int geoat_posix_read_link (const char *path, char **target); /* EINVAL: no link */
int geoat_posix_check_writable (const char *path);

int geoat_posix_create_locked (const char *path, guint mode, int *fd);
int geoat_posix_copy_permissions (int fd, const char *path, const GeoatPosixInfo *from);
int geoat_posix_set_mode (int fd, guint mode);
int geoat_posix_rename_to_new (const char *from, const char *to);
void geoat_posix_remove_stale (const char *path, gint64 modified_before);

/* Locks between processes, see geoat_posix_lock(). @remove: the path of the file, or NULL. */
int geoat_posix_lock (const char *path, int *fd); /* EWOULDBLOCK: somebody has it */
void geoat_posix_unlock (int fd, const char *remove);
gboolean geoat_posix_is_locked (const char *path);

G_END_DECLS
