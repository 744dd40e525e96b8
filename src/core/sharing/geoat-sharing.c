/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What may leave: the names of what is left out, the presets, and what they are called. The
 * reduced copy itself is made in geoat-sharing-copy.c. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-sharing.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "geoat-hash.h"
#include "geoat-id.h"
#include "geoat-sharing-private.h"

struct _GeoatSharing
{
  GHashTable *names; /* a set of texts */
};

static const GeoatSharingPart parts[] = {
  { "title", N_ ("Title of the plan") },
  { "classification", N_ ("Classification line") },
  { "administration", N_ ("Name of the administration, country, fiscal year") },
  { "working_group", N_ ("Working group") },
  { "target_levels", N_ ("Target levels") },
  { "source", N_ ("Source of the wording") },
  { "indicator", N_ ("GEOAT indicator") },
  { "alignment", N_ ("Strategic alignment") },
  { "level", N_ ("GEOAT evaluation scale") },
  { "reasons", N_ ("Reasons for the levels") },
  { "current_activities", N_ ("Current activities") },
  { "notes", N_ ("Private notes") },
  { "activity", N_ ("Suggested forward activities") },
  { "units", N_ ("Units to involve / resources needed") },
  { "lead", N_ ("Who leads an activity") },
  { "timeline", N_ ("Timeline, start and due dates") },
  { "targets", N_ ("Targets and monitoring indicators") },
  { "progress", N_ ("Progress and dates of completion") },
};

static const GeoatSharingPreset presets[] = {
  { "everything", N_ ("Everything"), N_ ("Nothing is left out."), { NULL } },
  { "network",
    N_ ("The Network for Gender Equality and Diversity"),
    N_ ("No private notes, no names, no reasons for the levels."),
    { "notes", "reasons", "working_group", "lead", NULL } },
  { "management",
    N_ ("Management"),
    N_ ("No private notes, no list of the working group."),
    { "notes", "working_group", NULL } },
  { "template",
    N_ ("A unit that fills it in"),
    N_ ("An empty template: only the indicators, without anything that was written about them."),
    { "working_group", "target_levels", "alignment", "level", "reasons", "current_activities",
      "notes", "activity", "units", "lead", "timeline", "targets", "progress", "status:planned",
      "status:done", "status:in-progress", "status:dropped", NULL } },
};

static const char *const status_titles[GEOAT_N_STATUSES] = {
  N_ ("Activities that are planned"),
  N_ ("Activities that are in progress"),
  N_ ("Activities that are done"),
  N_ ("Activities that are dropped"),
};

/**
 * geoat_sharing_get_parts:
 * @n_parts: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_parts): the parts of a plan that can be left out
 */
const GeoatSharingPart *
geoat_sharing_get_parts (guint *n_parts)
{
  *n_parts = G_N_ELEMENTS (parts);
  return parts;
}

/**
 * geoat_sharing_get_presets:
 * @n_presets: (out): how many there are
 *
 * Returns: (transfer none) (array length=n_presets): the choices for those whom a plan is often
 *   shared with
 */
const GeoatSharingPreset *
geoat_sharing_get_presets (guint *n_presets)
{
  *n_presets = G_N_ELEMENTS (presets);
  return presets;
}

/**
 * geoat_sharing_find_preset:
 * @id: the id of a preset
 *
 * Returns: (transfer none) (nullable): the preset; %NULL when there is none with that id
 */
const GeoatSharingPreset *
geoat_sharing_find_preset (const char *id)
{
  g_return_val_if_fail (id != NULL, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (presets); i++)
    if (g_str_equal (presets[i].id, id))
      return &presets[i];

  return NULL;
}

static const GeoatSharingPart *
find_part (const char *id)
{
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    if (g_str_equal (parts[i].id, id))
      return &parts[i];

  return NULL;
}

/* How the names of a kind begin. */
static const char *const prefixes[] = {
  [GEOAT_SHARING_PART] = "",
  [GEOAT_SHARING_KEY_ELEMENT] = "key_element:",
  [GEOAT_SHARING_PRINCIPLE] = "principle:",
  [GEOAT_SHARING_ROUND] = "round:",
  [GEOAT_SHARING_STATUS] = "status:",
};

static gboolean
is_id (GeoatSharingKind kind, const char *id)
{
  GeoatStatus status;

  switch (kind)
    {
    case GEOAT_SHARING_PART:
      return find_part (id) != NULL;
    case GEOAT_SHARING_STATUS:
      return geoat_status_from_string (id, &status);
    default:
      return geoat_id_is_valid (id);
    }
}

/**
 * geoat_sharing_parse_name:
 * @name: a text
 * @kind: (out) (optional): what it is the name of
 * @id: (out) (optional) (transfer none): the id of a part, a key element, a principle, a round, or
 *   the status as in the file; inside of @name
 *
 * That there is such a key element or round in some plan is not asked.
 *
 * Returns: whether @name has the form of a name of something that can be left out
 */
gboolean
geoat_sharing_parse_name (const char *name, GeoatSharingKind *kind, const char **id)
{
  g_return_val_if_fail (name != NULL, FALSE);

  for (gsize i = 0; i < G_N_ELEMENTS (prefixes); i++)
    {
      const char *rest = name + strlen (prefixes[i]);

      if (!g_str_has_prefix (name, prefixes[i]) || !is_id ((GeoatSharingKind) i, rest))
        continue;
      if (kind != NULL)
        *kind = (GeoatSharingKind) i;
      if (id != NULL)
        *id = rest;
      return TRUE;
    }
  return FALSE;
}

char *
geoat_sharing_get_name (GeoatSharingKind kind, const char *id)
{
  return g_strconcat (prefixes[kind], id, NULL);
}

/**
 * geoat_sharing_new:
 * @left_out: (nullable) (array zero-terminated=1): names of what is left out; what is no name is
 *   passed over
 *
 * Returns: (transfer full): what may leave: all but @left_out
 */
GeoatSharing *
geoat_sharing_new (const char *const *left_out)
{
  GeoatSharing *self = g_new0 (GeoatSharing, 1);

  self->names = g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, NULL);
  for (gsize i = 0; left_out != NULL && left_out[i] != NULL; i++)
    if (geoat_sharing_parse_name (left_out[i], NULL, NULL))
      g_hash_table_add (self->names, g_strdup (left_out[i]));

  return self;
}

/**
 * geoat_sharing_copy:
 * @self: what may leave
 *
 * Returns: (transfer full): the same
 */
GeoatSharing *
geoat_sharing_copy (const GeoatSharing *self)
{
  g_auto (GStrv) left_out = geoat_sharing_get_left_out (self);

  return geoat_sharing_new ((const char *const *) left_out);
}

/**
 * geoat_sharing_free:
 * @self: (transfer full): what may leave
 */
void
geoat_sharing_free (GeoatSharing *self)
{
  g_hash_table_unref (self->names);
  g_free (self);
}

/**
 * geoat_sharing_is_left_out:
 * @self: what may leave
 * @kind: what is asked about
 * @id: its id; of a status, what stands for it in the file
 *
 * Returns: whether just this is left out; whether the principle of a key element is left out is not
 *   asked
 */
gboolean
geoat_sharing_is_left_out (const GeoatSharing *self, GeoatSharingKind kind, const char *id)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  name = geoat_sharing_get_name (kind, id);
  return g_hash_table_contains (self->names, name);
}

/**
 * geoat_sharing_set_left_out:
 * @self: what may leave
 * @kind: what it is about
 * @id: its id; of a status, what stands for it in the file
 * @left_out: whether it is left out
 */
void
geoat_sharing_set_left_out (GeoatSharing *self,
                            GeoatSharingKind kind,
                            const char *id,
                            gboolean left_out)
{
  g_autofree char *name = NULL;

  g_return_if_fail (self != NULL);
  g_return_if_fail (id != NULL && is_id (kind, id));

  name = geoat_sharing_get_name (kind, id);
  if (left_out)
    g_hash_table_add (self->names, g_steal_pointer (&name));
  else
    g_hash_table_remove (self->names, name);
}

static gboolean
lacks_principle (GeoatPlan *plan, const char *id)
{
  GeoatFramework *framework = geoat_plan_get_framework (plan);
  int principle = geoat_framework_find_principle (framework, id);
  guint first = 0, n = 0;

  if (principle >= 0)
    geoat_framework_get_principle_range (framework, (guint) principle, &first, &n);
  for (guint i = first; i < first + n; i++)
    if (!geoat_sharing_lacks (plan, GEOAT_SHARING_KEY_ELEMENT,
                              geoat_framework_get_key_element_id (framework, i)))
      return FALSE;
  return n > 0;
}

/**
 * geoat_sharing_lacks:
 * @plan: a plan
 * @kind: what is asked about
 * @id: its id; of a status, what stands for it in the file
 *
 * Returns: whether @plan is a copy that was shared without it
 */
gboolean
geoat_sharing_lacks (GeoatPlan *plan, GeoatSharingKind kind, const char *id)
{
  const char *const *left_out;
  g_autofree char *name = NULL;

  g_return_val_if_fail (GEOAT_IS_PLAN (plan), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (kind == GEOAT_SHARING_PRINCIPLE)
    return lacks_principle (plan, id);
  left_out = geoat_plan_get_left_out (plan);
  name = geoat_sharing_get_name (kind, id);
  return left_out != NULL && g_strv_contains (left_out, name);
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *) a, *(const char *const *) b);
}

/**
 * geoat_sharing_get_left_out:
 * @self: what may leave
 *
 * For keeping the choice: geoat_sharing_new() takes it.
 *
 * Returns: (transfer full) (array zero-terminated=1): the names of what is left out, in
 *   alphabetical order
 */
char **
geoat_sharing_get_left_out (const GeoatSharing *self)
{
  g_autoptr (GPtrArray) names = g_ptr_array_new ();
  GHashTableIter iter;
  gpointer name;

  g_return_val_if_fail (self != NULL, NULL);

  g_hash_table_iter_init (&iter, self->names);
  while (g_hash_table_iter_next (&iter, &name, NULL))
    g_ptr_array_add (names, g_strdup (name));
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (g_steal_pointer (&names), FALSE);
}

/**
 * geoat_sharing_equal:
 * @self: what may leave
 * @other: the same of another choice
 *
 * Returns: whether both leave out the same
 */
gboolean
geoat_sharing_equal (const GeoatSharing *self, const GeoatSharing *other)
{
  g_auto (GStrv) names = NULL;
  g_auto (GStrv) others = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (other != NULL, FALSE);

  names = geoat_sharing_get_left_out (self);
  others = geoat_sharing_get_left_out (other);
  return g_strv_equal ((const char *const *) names, (const char *const *) others);
}

void
geoat_sharing_removed_free (GeoatSharingRemoved *removed)
{
  g_free (removed->name);
  g_free (removed->title);
  g_free (removed);
}

/* What @name is called, for people. */
char *
geoat_sharing_get_title (const char *name, GeoatPlan *plan)
{
  GeoatSharingKind kind;
  GeoatStatus status;
  GeoatRound *round;
  const char *id;

  if (!geoat_sharing_parse_name (name, &kind, &id))
    return g_strdup (_ ("What this version of the program does not know"));

  switch (kind)
    {
    case GEOAT_SHARING_STATUS:
      return geoat_status_from_string (id, &status) ? g_strdup (_ (status_titles[status])) : NULL;
    case GEOAT_SHARING_KEY_ELEMENT:
      return g_strdup_printf (_ ("Key element %s"), id);
    case GEOAT_SHARING_PRINCIPLE:
      return g_strdup_printf (_ ("Principle %s"), id);
    case GEOAT_SHARING_ROUND:
      round = geoat_plan_find_round (plan, id);
      return g_strdup_printf (_ ("Round “%s”"), round ? geoat_round_get_title (round) : "");
    case GEOAT_SHARING_PART:
    default:
      return g_strdup (_ (find_part (id)->title));
    }
}
