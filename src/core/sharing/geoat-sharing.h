/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-plan.h"

G_BEGIN_DECLS

/**
 * GeoatSharingPart:
 * @id: what it is called in `left_out`: "notes"
 * @title: for people; N_(), translate with g_dgettext
 *
 * A part of a plan that can be left out of what is shared. Beside these, single key elements,
 * rounds and statuses can be: see #GeoatSharing.
 */
typedef struct
{
  const char *id;
  const char *title;
} GeoatSharingPart;

const GeoatSharingPart *geoat_sharing_get_parts (guint *n_parts);

/**
 * GeoatSharingPreset:
 * @id: "network"
 * @title: who it is for; N_(), translate with g_dgettext
 * @about: what does not go out, in a sentence; N_()
 * @left_out: the parts that are left out, %NULL-terminated
 *
 * A choice of what is left out, by who it is for.
 */
typedef struct
{
  const char *id;
  const char *title;
  const char *about;
  const char *left_out[20];
} GeoatSharingPreset;

const GeoatSharingPreset *geoat_sharing_get_presets (guint *n_presets);
const GeoatSharingPreset *geoat_sharing_find_preset (const char *id); /* NULL: none */

/**
 * GeoatSharingKind:
 * @GEOAT_SHARING_PART: a part, such as the private notes
 * @GEOAT_SHARING_KEY_ELEMENT: a key element
 * @GEOAT_SHARING_PRINCIPLE: all key elements of a principle
 * @GEOAT_SHARING_ROUND: a round
 * @GEOAT_SHARING_STATUS: the activities of a status
 *
 * What can be left out.
 */
typedef enum
{
  GEOAT_SHARING_PART,
  GEOAT_SHARING_KEY_ELEMENT,
  GEOAT_SHARING_PRINCIPLE,
  GEOAT_SHARING_ROUND,
  GEOAT_SHARING_STATUS,
} GeoatSharingKind;

/**
 * GeoatSharing:
 *
 * What may leave: a set of what is left out. In files and on the command line each has a name: the
 * id of a part ("notes"), or one of `key_element:4B`, `principle:4`, `round:ID` and
 * `status:dropped`.
 */
typedef struct _GeoatSharing GeoatSharing;

GeoatSharing *geoat_sharing_new (const char *const *left_out); /* full; NULL: nothing */
GeoatSharing *geoat_sharing_copy (const GeoatSharing *self);   /* full */
void geoat_sharing_free (GeoatSharing *self);

gboolean geoat_sharing_parse_name (const char *name, GeoatSharingKind *kind, const char **id);
gboolean
geoat_sharing_is_left_out (const GeoatSharing *self, GeoatSharingKind kind, const char *id);
void geoat_sharing_set_left_out (GeoatSharing *self,
                                 GeoatSharingKind kind,
                                 const char *id,
                                 gboolean left_out);
char **geoat_sharing_get_left_out (const GeoatSharing *self); /* full, in alphabetical order */
gboolean geoat_sharing_equal (const GeoatSharing *self, const GeoatSharing *other);

/* Whether a plan is a copy that was shared without something. */
gboolean geoat_sharing_lacks (GeoatPlan *plan, GeoatSharingKind kind, const char *id);

/* The part that a field goes with; NULL: it goes with what has it, or never. */
const char *geoat_sharing_get_field_part (GeoatField field);

/**
 * GeoatSharingRemoved:
 * @name: the name of what was left out
 * @title: the same for people, translated: "Private notes", "Key element 4B"
 * @count: how many texts, ratings, entries … of the plan this was
 *
 * One line of the preview: what does not go out. "unknown" stands for members of the file that
 * this version does not know; they never go out.
 */
typedef struct
{
  char *name;
  char *title;
  guint count;
} GeoatSharingRemoved;

void geoat_sharing_removed_free (GeoatSharingRemoved *removed);

/* A reduced copy of @plan; @removed (may be NULL) gets an array of GeoatSharingRemoved, without
 * what was left out but is not in the plan. */
GeoatPlan *geoat_sharing_apply (const GeoatSharing *self,
                                GeoatPlan *plan,
                                GPtrArray **removed,
                                GError **error); /* full */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatSharing, geoat_sharing_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatSharingRemoved, geoat_sharing_removed_free)

G_END_DECLS
