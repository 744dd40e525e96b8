/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Says to other computers that a plan is open here.
 *
 * How it works: a small file beside the plan names the host and the time, and a random token by
 * which we know our own. It is locked as well (geoat-posix.c), which tells programs on the same
 * computer whether the one that made it still runs; across a network that cannot be relied upon,
 * so a lock of another computer counts until somebody decides to edit anyway. What is in the file
 * is only ever shown, never believed. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-lock.h"

#include <glib/gstdio.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "geoat-file.h"
#include "geoat-id.h"
#include "geoat-json-check.h"
#include "geoat-posix.h"

#define SIZE_MAX_OF_LOCK 4096
#define HOST_MAX 255

struct _GeoatLock
{
  GObject parent_instance;

  char *path; /* NULL: the plan is in no folder that we could write to */
  char *token;
  int fd; /* -1: not held */
  char *other_host;
  GDateTime *other_since;
};

/* What a lock file says. */
typedef struct
{
  char *host;
  char *token;
  GDateTime *since;
} Holder;

G_DEFINE_FINAL_TYPE (GeoatLock, geoat_lock, G_TYPE_OBJECT)

static void
holder_clear (Holder *holder)
{
  g_clear_pointer (&holder->host, g_free);
  g_clear_pointer (&holder->token, g_free);
  g_clear_pointer (&holder->since, g_date_time_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Holder, holder_clear)

static char *
make_content (GeoatLock *self)
{
  g_autoptr (JsonNode) root = json_node_new (JSON_NODE_OBJECT);
  g_autoptr (GDateTime) now = g_date_time_new_now_utc ();
  g_autofree char *time = g_date_time_format (now, "%Y-%m-%dT%H:%M:%SZ");
  g_autofree char *json = NULL;
  JsonObject *object = json_object_new ();

  json_object_set_string_member (object, "format", "geoat-lock");
  json_object_set_string_member (object, "host", g_get_host_name ());
  json_object_set_string_member (object, "opened", time);
  json_object_set_string_member (object, "token", self->token);
  json_node_take_object (root, object);
  json = json_to_string (root, FALSE);
  return g_strconcat (json, "\n", NULL);
}

static const char *
get_text (JsonObject *object, const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  return node != NULL && JSON_NODE_HOLDS_VALUE (node) &&
                 json_node_get_value_type (node) == G_TYPE_STRING
             ? json_node_get_string (node)
             : NULL;
}

/* FALSE: there is none, or it says nothing. */
static gboolean
read_holder (const char *path, Holder *holder)
{
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (JsonParser) parser = json_parser_new_immutable ();
  GStatBuf info;
  const char *text;
  const char *data;
  gsize size;
  JsonNode *root;
  JsonObject *object;

  if (g_lstat (path, &info) != 0 || info.st_size > SIZE_MAX_OF_LOCK)
    return FALSE;
  bytes = geoat_file_read (path, NULL, NULL, NULL);
  if (bytes == NULL)
    return FALSE;

  data = g_bytes_get_data (bytes, &size);
  if (!geoat_json_check (data, size, NULL) ||
      !json_parser_load_from_data (parser, data, (gssize) size, NULL))
    return FALSE;
  root = json_parser_get_root (parser);
  if (root == NULL || !JSON_NODE_HOLDS_OBJECT (root))
    return FALSE;

  object = json_node_get_object (root);
  text = get_text (object, "host");
  if (g_strcmp0 (get_text (object, "format"), "geoat-lock") != 0 || text == NULL || *text == '\0')
    return FALSE;

  holder->host = g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), HOST_MAX));
  holder->token = g_strdup (get_text (object, "token"));
  text = get_text (object, "opened");
  if (text != NULL)
    {
      g_autoptr (GDateTime) utc = g_date_time_new_from_iso8601 (text, NULL);

      holder->since = utc == NULL ? NULL : g_date_time_to_local (utc);
    }
  return TRUE;
}

static gboolean
create (GeoatLock *self)
{
  g_autofree char *content = make_content (self);
  gsize length = strlen (content);
  gsize n_written = 0;
  int fd;

  if (geoat_posix_create_locked (self->path, 0666, &fd) != 0)
    return FALSE;

  if (geoat_posix_write (fd, content, length, &n_written) != 0 || n_written != length)
    {
      geoat_posix_unlock (fd, self->path);
      return FALSE;
    }

  self->fd = fd;
  return TRUE;
}

/* Left by a program of this computer that is gone. */
static gboolean
is_left_behind (const char *path, const Holder *holder)
{
  return g_str_equal (holder->host, g_get_host_name ()) && !geoat_posix_is_locked (path);
}

static void
forget_other (GeoatLock *self)
{
  g_clear_pointer (&self->other_host, g_free);
  g_clear_pointer (&self->other_since, g_date_time_unref);
}

static void
take (GeoatLock *self)
{
  g_auto (Holder) holder = { 0 };

  if (create (self) || !g_file_test (self->path, G_FILE_TEST_EXISTS))
    return;

  if (read_holder (self->path, &holder) && !is_left_behind (self->path, &holder))
    {
      self->other_host = g_steal_pointer (&holder.host);
      self->other_since = g_steal_pointer (&holder.since);
      return;
    }

  if (g_unlink (self->path) == 0)
    create (self);
}

static void
geoat_lock_finalize (GObject *object)
{
  GeoatLock *self = GEOAT_LOCK (object);

  geoat_lock_release (self);
  forget_other (self);
  g_free (self->path);
  g_free (self->token);

  G_OBJECT_CLASS (geoat_lock_parent_class)->finalize (object);
}

static void
geoat_lock_class_init (GeoatLockClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = geoat_lock_finalize;
}

static void
geoat_lock_init (GeoatLock *self)
{
  self->fd = -1;
  self->token = geoat_id_generate ();
}

/**
 * geoat_lock_new:
 * @file: a plan's file, which need not be there yet
 *
 * Takes the lock of the file, unless somebody else has it: see geoat_lock_get_other_host(). When
 * the lock cannot be written, in a folder that is read-only, nothing happens: it is then not held,
 * and there is no other.
 *
 * Returns: (transfer full): the lock
 */
GeoatLock *
geoat_lock_new (GFile *file)
{
  GeoatLock *self;
  g_autofree char *path = NULL;

  g_return_val_if_fail (G_IS_FILE (file), NULL);

  self = g_object_new (GEOAT_TYPE_LOCK, NULL);
  path = g_file_get_path (file);
  if (path != NULL)
    {
      g_autofree char *folder = g_path_get_dirname (path);
      g_autofree char *base = g_path_get_basename (path);
      g_autofree char *name = g_strconcat (".~lock.", base, "#", NULL);

      self->path = g_build_filename (folder, name, NULL);
      take (self);
    }
  return self;
}

/**
 * geoat_lock_is_held:
 * @self: a lock
 *
 * Returns: whether we have it
 */
gboolean
geoat_lock_is_held (GeoatLock *self)
{
  g_return_val_if_fail (GEOAT_IS_LOCK (self), FALSE);

  return self->fd >= 0;
}

/**
 * geoat_lock_get_other_host:
 * @self: a lock
 *
 * Returns: (transfer none) (nullable): the name of the computer on which the plan is open already,
 *   which may be this one, where another user has it; %NULL when it is open nowhere else
 */
const char *
geoat_lock_get_other_host (GeoatLock *self)
{
  g_return_val_if_fail (GEOAT_IS_LOCK (self), NULL);

  return self->other_host;
}

/**
 * geoat_lock_get_other_since:
 * @self: a lock
 *
 * Returns: (transfer none) (nullable): since when it is open there, local time; %NULL: unknown
 */
GDateTime *
geoat_lock_get_other_since (GeoatLock *self)
{
  g_return_val_if_fail (GEOAT_IS_LOCK (self), NULL);

  return self->other_since;
}

/**
 * geoat_lock_override:
 * @self: a lock
 *
 * Takes the lock although another one has it: somebody decided to edit anyway, or the other
 * computer crashed.
 */
void
geoat_lock_override (GeoatLock *self)
{
  g_return_if_fail (GEOAT_IS_LOCK (self));

  if (self->fd >= 0 || self->path == NULL)
    return;

  forget_other (self);
  g_unlink (self->path);
  create (self);
}

/**
 * geoat_lock_release:
 * @self: a lock
 *
 * Gives it back: when the plan is closed, or saved elsewhere. A lock that somebody took over
 * meanwhile stays theirs.
 */
void
geoat_lock_release (GeoatLock *self)
{
  g_auto (Holder) holder = { 0 };
  gboolean ours;

  g_return_if_fail (GEOAT_IS_LOCK (self));

  if (self->fd < 0)
    return;

  ours = read_holder (self->path, &holder) && g_strcmp0 (holder.token, self->token) == 0;
  geoat_posix_unlock (self->fd, ours ? self->path : NULL);
  self->fd = -1;
}
