/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading members of a ZIP package that someone else has made. Nothing in it is trusted: the number
 * of members and the size of those that are read are limited, whatever the package says about them,
 * and nothing is ever written to a file. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include "geoat-package.h"

#include <archive.h>
#include <archive_entry.h>
#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-error.h"
#include "geoat-hash.h"
#include "geoat-part-reader.h"

#define MAX_MEMBERS 10000
#define MAX_SIZE ((gsize) 128 << 20)
#define BLOCK (1 << 16)
#define MAX_RELATIONS 10000 /* as many as there are members */

/* The content of the present member, which has that name, up to @max bytes. */
static GBytes *
read_content (
    struct archive *archive, const char *name, gsize max, GCancellable *cancellable, GError **error)
{
  g_autoptr (GByteArray) content = g_byte_array_new ();
  g_autofree guint8 *block = g_malloc (BLOCK);

  for (;;)
    {
      la_ssize_t n;

      if (g_cancellable_set_error_if_cancelled (cancellable, error))
        return NULL;
      n = archive_read_data (archive, block, BLOCK);
      if (n == 0)
        return g_byte_array_free_to_bytes (g_steal_pointer (&content));
      if (n < 0)
        {
          g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID, _ ("“%s” in it is damaged"), name);
          return NULL;
        }
      if (content->len + (gsize) n > max)
        {
          g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_TOO_LARGE,
                               _ ("what is packed in it is larger than 128 MiB"));
          return NULL;
        }
      g_byte_array_append (content, block, (guint) n);
    }
}

/* Reads the members whose names are the keys of @wanted into its values; those that there are not
 * stay NULL. FALSE with an error: one of them is there twice or damaged, they are larger than they
 * may be all together, or it was stopped. */
static gboolean
read_wanted (struct archive *archive, GHashTable *wanted, GCancellable *cancellable, GError **error)
{
  struct archive_entry *entry;
  gsize n_bytes = 0;

  for (guint i = 0; i < MAX_MEMBERS; i++)
    {
      int status = archive_read_next_header (archive, &entry);
      const char *path;
      GBytes *content;

      if (status < ARCHIVE_WARN || status == ARCHIVE_EOF)
        break;
      path = archive_entry_pathname (entry);
      if (path == NULL || !g_hash_table_contains (wanted, path))
        continue;
      if (g_hash_table_lookup (wanted, path) != NULL) /* programs do not agree which one counts */
        {
          g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                       _ ("the file is damaged: “%s” is in it more than once"), path);
          return FALSE;
        }
      content = read_content (archive, path, MAX_SIZE - n_bytes, cancellable, error);
      if (content == NULL)
        return FALSE;
      n_bytes += g_bytes_get_size (content);
      g_hash_table_insert (wanted, g_strdup (path), content);
    }
  return TRUE;
}

static void
bytes_clear (gpointer bytes)
{
  if (bytes != NULL)
    g_bytes_unref (bytes);
}

/* The members of these names that a package has, others as NULL; NULL with an error: it is damaged,
 * too large, or it was stopped. */
static GHashTable *
find_members (GBytes *package, const char *const *names, GCancellable *cancellable, GError **error)
{
  g_autoptr (GHashTable) wanted =
      g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, bytes_clear);
  struct archive *archive;
  gboolean done = TRUE;
  gsize length;
  const void *bytes = g_bytes_get_data (package, &length);

  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;
  for (gsize i = 0; names[i] != NULL; i++)
    g_hash_table_insert (wanted, g_strdup (names[i]), NULL);
  archive = archive_read_new ();
  archive_read_support_format_zip_seekable (archive);
  if (length > 0 && archive_read_open_memory (archive, bytes, length) >= ARCHIVE_WARN)
    done = read_wanted (archive, wanted, cancellable, error);
  archive_read_free (archive);
  return done ? g_steal_pointer (&wanted) : NULL;
}

/* Says that a package has no member of that name. */
static void
fail_missing (GBytes *package, const char *name, GError **error)
{
  /* A compound file, as all were until 2007, and those with a password still are. */
  static const guint8 old_format[] = { 0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1 };
  gsize length;
  const void *bytes = g_bytes_get_data (package, &length);

  if (length > sizeof old_format && memcmp (bytes, old_format, sizeof old_format) == 0)
    g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                         _ ("it is in an older format of Office, or has a password: save it in "
                            "the present format and without a password"));
  else
    g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID,
                 _ ("this is not such a file: there is no “%s” in it"), name);
}

/**
 * geoat_package_list:
 * @package: the bytes of the package
 *
 * Returns: (transfer full): the names of its members
 */
GPtrArray *
geoat_package_list (GBytes *package)
{
  GPtrArray *names = g_ptr_array_new_with_free_func (g_free);
  struct archive *archive = archive_read_new ();
  struct archive_entry *entry;
  gsize length;
  const void *bytes = g_bytes_get_data (package, &length);

  archive_read_support_format_zip_seekable (archive);
  if (length > 0 && archive_read_open_memory (archive, bytes, length) >= ARCHIVE_WARN)
    while (names->len < MAX_MEMBERS)
      {
        int status = archive_read_next_header (archive, &entry);

        if (status < ARCHIVE_WARN || status == ARCHIVE_EOF)
          break;
        if (archive_entry_pathname (entry) != NULL)
          g_ptr_array_add (names, g_strdup (archive_entry_pathname (entry)));
      }
  archive_read_free (archive);
  return names;
}

/**
 * geoat_package_read_members:
 * @package: the bytes of the package
 * @names: (array zero-terminated=1): the names of the members
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Reads members in one pass, which takes time where there are many.
 *
 * Returns: (transfer full): their contents by their names; %NULL when there is none of one of these
 * names, or several, when the package is damaged, when they are larger than 128 MiB all together,
 * or when it was stopped
 */
GHashTable *
geoat_package_read_members (GBytes *package,
                            const char *const *names,
                            GCancellable *cancellable,
                            GError **error)
{
  g_autoptr (GHashTable) members = find_members (package, names, cancellable, error);

  for (gsize i = 0; members != NULL && names[i] != NULL; i++)
    if (g_hash_table_lookup (members, names[i]) == NULL)
      {
        fail_missing (package, names[i], error);
        return NULL;
      }
  return g_steal_pointer (&members);
}

/**
 * geoat_package_read_member:
 * @package: the bytes of the package
 * @name: the name of the member
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the content of one member; %NULL as with geoat_package_read_members()
 */
GBytes *
geoat_package_read_member (GBytes *package,
                           const char *name,
                           GCancellable *cancellable,
                           GError **error)
{
  const char *const names[] = { name, NULL };
  g_autoptr (GHashTable) members = geoat_package_read_members (package, names, cancellable, error);

  return members != NULL ? g_bytes_ref (g_hash_table_lookup (members, name)) : NULL;
}

static gboolean
go_on_cb (xmlTextReaderPtr xml, const char *name, gboolean begins, gpointer data)
{
  return TRUE;
}

/* Whether all members of an archive can be unpacked, and those that are to be XML are. */
static gboolean
are_whole (struct archive *archive, GCancellable *cancellable)
{
  struct archive_entry *entry;
  int status;

  while ((status = archive_read_next_header (archive, &entry)) == ARCHIVE_OK)
    {
      const char *name = archive_entry_pathname (entry);
      g_autoptr (GBytes) content = read_content (archive, "", G_MAXINT, cancellable, NULL);

      if (content == NULL || name == NULL ||
          ((g_str_has_suffix (name, ".xml") || g_str_has_suffix (name, ".rels")) &&
           !geoat_part_read (content, go_on_cb, NULL, NULL, cancellable)))
        return FALSE;
    }
  return status == ARCHIVE_EOF;
}

/**
 * geoat_package_is_whole:
 * @package: the bytes of a package that we have made
 * @cancellable: (nullable): to stop it
 *
 * Returns: whether each of its members can be read again
 */
gboolean
geoat_package_is_whole (GBytes *package, GCancellable *cancellable)
{
  struct archive *archive = archive_read_new ();
  gsize length;
  const void *bytes = g_bytes_get_data (package, &length);
  gboolean whole;

  archive_read_support_format_zip_seekable (archive);
  whole = length > 0 && archive_read_open_memory (archive, bytes, length) == ARCHIVE_OK &&
          are_whole (archive, cancellable);
  archive_read_free (archive);
  return whole;
}

static void
relation_free (GeoatRelation *relation)
{
  g_free (relation->id);
  g_free (relation->kind);
  g_free (relation->target);
  g_free (relation->address);
  g_free (relation);
}

typedef struct
{
  GPtrArray *relations; /* of GeoatRelation */
  const char *folder;   /* of the part: "/xl" */
} Relations;

static gboolean
relation_cb (xmlTextReaderPtr xml, const char *name, gboolean begins, gpointer data)
{
  Relations *self = data;
  g_autofree char *id = NULL;
  g_autofree char *type = NULL;
  g_autofree char *target = NULL;
  g_autofree char *mode = NULL;

  if (!begins || !g_str_equal (name, "Relationship") || self->relations->len > MAX_RELATIONS)
    return TRUE;
  id = geoat_part_get_attribute (xml, "Id");
  type = geoat_part_get_attribute (xml, "Type");
  target = geoat_part_get_attribute (xml, "Target");
  mode = geoat_part_get_attribute (xml, "TargetMode");
  if (id != NULL && target != NULL && *target != '\0')
    {
      GeoatRelation *relation = g_new0 (GeoatRelation, 1);
      g_autofree char *path = g_canonicalize_filename (target, self->folder);
      const char *kind = type != NULL ? strrchr (type, '/') : NULL;

      relation->id = g_steal_pointer (&id);
      relation->kind = g_strdup (kind != NULL ? kind + 1 : "");
      relation->target = g_strdup (path + 1);
      if (g_strcmp0 (mode, "External") == 0)
        relation->address = g_steal_pointer (&target);
      g_ptr_array_add (self->relations, relation);
    }
  return TRUE;
}

/**
 * geoat_package_read_relations:
 * @package: the bytes of the package
 * @part: the name of a part; "" for the package itself
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Returns: (transfer full): an array of #GeoatRelation: the other parts that this one refers to,
 *   wherever their writer has put them; empty when it has no list of them; %NULL when they cannot
 *   be read
 */
GPtrArray *
geoat_package_read_relations (GBytes *package,
                              const char *part,
                              GCancellable *cancellable,
                              GError **error)
{
  g_autoptr (GPtrArray) relations = g_ptr_array_new_with_free_func ((GDestroyNotify) relation_free);
  g_autofree char *path = g_canonicalize_filename (part, "/");
  g_autofree char *folder = *part != '\0' ? g_path_get_dirname (path) : g_strdup ("/");
  const char *base = *part != '\0' ? strrchr (path, '/') + 1 : "";
  g_autofree char *name = g_strdup_printf ("%s/_rels/%s.rels", folder, base);
  const char *const names[] = { name + strspn (name, "/"), NULL };
  g_autoptr (GHashTable) members = find_members (package, names, cancellable, error);
  GBytes *content = members != NULL ? g_hash_table_lookup (members, names[0]) : NULL;
  Relations found = { relations, folder };

  if (members == NULL)
    return NULL;
  if (content == NULL)
    return g_steal_pointer (&relations);
  if (geoat_part_read (content, relation_cb, NULL, &found, cancellable) &&
      relations->len <= MAX_RELATIONS)
    return g_steal_pointer (&relations);
  if (g_cancellable_set_error_if_cancelled (cancellable, error))
    return NULL;

  g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID, _ ("“%s” in it is damaged"), names[0]);
  return NULL;
}

/**
 * geoat_relations_find:
 * @relations: (nullable): an array of #GeoatRelation
 * @kind: what the other part is: "officeDocument"
 *
 * Returns: (transfer none) (nullable): the name of the first such part
 */
const char *
geoat_relations_find (GPtrArray *relations, const char *kind)
{
  for (guint i = 0; relations != NULL && i < relations->len; i++)
    {
      const GeoatRelation *relation = g_ptr_array_index (relations, i);

      if (g_str_equal (relation->kind, kind) && relation->address == NULL)
        return relation->target;
    }
  return NULL;
}

/**
 * geoat_relations_get:
 * @relations: an array of #GeoatRelation
 * @id: (nullable): what the part calls the other one
 *
 * Returns: (transfer none) (nullable): that relation
 */
const GeoatRelation *
geoat_relations_get (GPtrArray *relations, const char *id)
{
  for (guint i = 0; id != NULL && i < relations->len; i++)
    {
      const GeoatRelation *relation = g_ptr_array_index (relations, i);

      if (g_str_equal (relation->id, id))
        return relation;
    }
  return NULL;
}

/**
 * geoat_package_find_main:
 * @package: the bytes of the package
 * @otherwise: what the part is called when the package does not say it
 * @cancellable: (nullable): to stop it
 * @error: return location for a #GError
 *
 * Returns: (transfer full): the name of the part that the package is about: the text of a document,
 *   the list of the sheets of a workbook; %NULL when what says so is damaged
 */
char *
geoat_package_find_main (GBytes *package,
                         const char *otherwise,
                         GCancellable *cancellable,
                         GError **error)
{
  g_autoptr (GPtrArray) relations = geoat_package_read_relations (package, "", cancellable, error);
  const char *main = geoat_relations_find (relations, "officeDocument");

  if (relations == NULL)
    return NULL;
  return g_strdup (main != NULL ? main : otherwise);
}
