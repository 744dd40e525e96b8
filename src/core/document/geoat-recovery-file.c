/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A recovery file, and who looks after it.
 *
 * How it works: beside each recovery file is a lock file, which the process that looks after it
 * holds for as long as it runs. The system lets go of the lock when the process ends, in whatever
 * way; so a recovery file whose lock can be had is one that nobody looks after any more.
 *
 * Snapshots are written by threads, and one that is removed or closed must not come back because a
 * thread was slow: snapshots are numbered, and one that comes behind a later one is left. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-recovery-file.h"

#include <errno.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <string.h>

#include "geoat-error.h"
#include "geoat-id.h"
#include "geoat-posix.h"

#define SUFFIX ".recovery"
#define LOCK_SUFFIX ".lock"

struct _GeoatRecoveryFile
{
  gatomicrefcount references;
  char *path;
  char *lock_path;

  GMutex mutex;
  guint64 taken;   /* number of the last snapshot */
  guint64 written; /* number of the last one that may not be overtaken */
  gboolean exists; /* there is a file */
  gboolean closed;
  int lock; /* -1: not held */
};

static GeoatRecoveryFile *
create (const char *id)
{
  GeoatRecoveryFile *self = g_new0 (GeoatRecoveryFile, 1);
  g_autofree char *folder = geoat_recovery_file_get_folder ();
  g_autofree char *base = g_build_filename (folder, id, NULL);

  g_atomic_ref_count_init (&self->references);
  g_mutex_init (&self->mutex);
  self->path = g_strconcat (base, SUFFIX, NULL);
  self->lock_path = g_strconcat (base, LOCK_SUFFIX, NULL);
  self->lock = -1;
  return self;
}

/* 0 or an errno: EWOULDBLOCK when somebody has it. */
static int
take_lock (GeoatRecoveryFile *self)
{
  g_autofree char *folder = geoat_recovery_file_get_folder ();
  int code;

  if (self->lock >= 0)
    return 0;
  if (g_mkdir_with_parents (folder, 0700) != 0)
    return errno;

  code = geoat_posix_lock (self->lock_path, &self->lock);
  if (code != 0)
    self->lock = -1;
  return code;
}

static gboolean
fail (GeoatRecoveryFile *self, int code, GError **error)
{
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code), "%s: %s", self->path,
               g_strerror (code));
  return FALSE;
}

GeoatRecoveryFile *
geoat_recovery_file_new (void)
{
  g_autofree char *id = geoat_id_generate ();

  return create (id);
}

GeoatRecoveryFile *
geoat_recovery_file_open (const char *id, GError **error)
{
  g_autoptr (GeoatRecoveryFile) self = create (id);
  int code = take_lock (self);

  if (code == EWOULDBLOCK)
    g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_NOT_FOUND,
                         _ ("This plan has been restored in another window."));
  else if (code != 0)
    fail (self, code, error);
  else if (!g_file_test (self->path, G_FILE_TEST_EXISTS))
    g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_NOT_FOUND,
                         _ ("This recovery file is not there any more."));
  else
    {
      self->exists = TRUE;
      return g_steal_pointer (&self);
    }

  return NULL;
}

GeoatRecoveryFile *
geoat_recovery_file_ref (GeoatRecoveryFile *self)
{
  g_atomic_ref_count_inc (&self->references);
  return self;
}

void
geoat_recovery_file_unref (GeoatRecoveryFile *self)
{
  if (!g_atomic_ref_count_dec (&self->references))
    return;

  geoat_recovery_file_close (self);
  g_mutex_clear (&self->mutex);
  g_free (self->lock_path);
  g_free (self->path);
  g_free (self);
}

const char *
geoat_recovery_file_get_path (GeoatRecoveryFile *self)
{
  return self->path;
}

guint64
geoat_recovery_file_take_number (GeoatRecoveryFile *self)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->mutex);

  return ++self->taken;
}

gboolean
geoat_recovery_file_write (GeoatRecoveryFile *self,
                           guint64 number,
                           const GeoatKeptPlan *kept,
                           GPtrArray *parts,
                           GError **error)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->mutex);
  int code;

  if (self->closed || number <= self->written)
    return TRUE;

  code = take_lock (self);
  if (code != 0)
    return fail (self, code, error);
  if (!geoat_kept_plan_write (kept, GEOAT_KEPT_RECOVERY, parts, self->path, error))
    return FALSE;

  self->written = number;
  self->exists = TRUE;
  return TRUE;
}

gboolean
geoat_recovery_file_remove (GeoatRecoveryFile *self, gboolean *existed, GError **error)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->mutex);

  if (existed != NULL)
    *existed = self->exists;
  self->written = self->taken;
  if (!self->exists)
    return TRUE;

  if (g_unlink (self->path) != 0 && errno != ENOENT)
    return fail (self, errno, error);
  self->exists = FALSE;
  return TRUE;
}

void
geoat_recovery_file_close (GeoatRecoveryFile *self)
{
  g_autoptr (GMutexLocker) locker G_GNUC_UNUSED = g_mutex_locker_new (&self->mutex);

  self->closed = TRUE;
  if (self->lock >= 0)
    geoat_posix_unlock (self->lock, self->lock_path);
  self->lock = -1;
}

char *
geoat_recovery_file_get_folder (void)
{
  return geoat_kept_plan_get_folder ("recovery");
}

char *
geoat_recovery_file_parse_name (const char *name)
{
  g_autofree char *id = NULL;

  if (*name == '.' || !g_str_has_suffix (name, SUFFIX))
    return NULL;

  id = g_strndup (name, strlen (name) - strlen (SUFFIX));
  return geoat_id_is_valid (id) ? g_steal_pointer (&id) : NULL;
}
