/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reads what all parts of a plan have in common: an id, fields as the table of geoat-field.c has
 * them, and members that we do not know.
 *
 * For each object the members that we know are looked up by name. When they are not all that the
 * object has, the others are copied, in their order, to be written again. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include <string.h>
#include <glib/gi18n-lib.h>

#include "geoat-date.h"
#include "geoat-id.h"
#include "geoat-item-reader.h"
#include "geoat-language-private.h"
#include "geoat-unknown.h"

/* Whether a field of @part in @group, which may be NULL, has that name. */
static gboolean
is_field (const char *name, GeoatPart part, const char *group)
{
  for (guint i = geoat_field_first (part); i <= geoat_field_last (part); i++)
    {
      const GeoatFieldInfo *info = geoat_field_get_info ((GeoatField) i);

      if (strcmp (info->member, name) == 0 && g_strcmp0 (info->group, group) == 0)
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_list (const char *name, GeoatPart part)
{
  for (guint kind = geoat_list_kind_first (part); kind < geoat_list_kind_after (part); kind++)
    if (strcmp (geoat_list_kind_get_info ((GeoatListKind) kind)->member, name) == 0)
      return TRUE;
  return FALSE;
}

/* Copies of the members that are neither among the names nor, unless @item is NULL, among its
 * fields and lists, in their order; NULL when there are none, as the number of known ones that were
 * found tells at once. */
JsonObject *
geoat_item_reader_copy_unknown (
    JsonObject *object, guint n_found, const char *const *names, GeoatItem *item, const char *group)
{
  g_autoptr (JsonObject) unknown = NULL;
  JsonObjectIter iter;
  const char *name;
  JsonNode *node;

  if (json_object_get_size (object) == n_found)
    return NULL;

  unknown = json_object_new ();
  json_object_iter_init_ordered (&iter, object);
  while (json_object_iter_next_ordered (&iter, &name, &node))
    if (!g_strv_contains (names, name) &&
        (item == NULL || (!is_field (name, geoat_item_get_part (item), group) &&
                          (group != NULL || !is_list (name, geoat_item_get_part (item))))))
      json_object_set_member (unknown, name, json_node_ref (node));

  return geoat_unknown_copy (unknown);
}

/* Checks of a text that depend on what its field holds. */
static gboolean
check_text (GeoatItemReader *self,
            const GeoatFieldInfo *info,
            const GeoatJsonPlace *place,
            JsonNode *node,
            const char *text)
{
  const char *problem = NULL;

  switch (info->kind)
    {
    case GEOAT_FIELD_KIND_DATE:
      if (!geoat_date_is_valid (text))
        problem = _ ("%s is not a date");
      break;

    case GEOAT_FIELD_KIND_LANGUAGE:
      if (!geoat_language_tag_is_valid (text))
        problem = _ ("%s is not a language tag");
      break;

    case GEOAT_FIELD_KIND_KEY_ELEMENT:
      if (self->has_framework && geoat_framework_find_key_element (self->plan->framework, text) < 0)
        problem = _ ("%s is not a key element of the framework");
      break;

    case GEOAT_FIELD_KIND_ROUND:
      if (geoat_plan_find (self->plan, GEOAT_PART_ROUND, text) == NULL)
        problem = _ ("there is no round with the id %s");
      break;

    default:
      break;
    }

  return problem == NULL || geoat_problems_add_value (&self->problems, place, node, problem);
}

static void
read_number (GeoatItemReader *self,
             GeoatItem *item,
             const GeoatFieldInfo *info,
             const GeoatJsonPlace *place,
             JsonNode *node)
{
  GeoatProblems *problems = &self->problems;
  GeoatStatus status;
  const char *text;
  gint64 month;
  int level;

  switch (info->kind)
    {
    case GEOAT_FIELD_KIND_LEVEL:
      level = geoat_problems_level (problems, place, node);
      if (level >= 0)
        geoat_item_set_number (item, info->field, level);
      break;

    case GEOAT_FIELD_KIND_MONTH:
      if (geoat_json_get_whole (node, &month) && month >= 1 && month <= 12)
        geoat_item_set_number (item, info->field, (int) month);
      else
        geoat_problems_add_value (problems, place, node, _ ("%s is not a month from 1 to 12"));
      break;

    case GEOAT_FIELD_KIND_STATUS:
      text = geoat_problems_text (problems, place, node);
      if (text != NULL && geoat_status_from_string (text, &status))
        geoat_item_set_number (item, info->field, status);
      else if (text != NULL)
        geoat_problems_add_value (problems, place, node, _ ("%s is not a status"));
      break;

    default:
      g_assert_not_reached ();
    }
}

/* Returns how many members were found. */
guint
geoat_item_reader_read_fields (GeoatItemReader *self,
                               GeoatItem *item,
                               JsonObject *object,
                               const GeoatJsonPlace *parent,
                               const char *group)
{
  GeoatPart part = geoat_item_get_part (item);
  GeoatField last = geoat_field_last (part);
  guint n_found = 0;

  for (guint i = geoat_field_first (part); i <= last; i++)
    {
      const GeoatFieldInfo *info = geoat_field_get_info ((GeoatField) i);
      const GeoatJsonPlace place = { parent, info->member, 0 };
      JsonNode *node;
      const char *text;

      if (info->group != group && g_strcmp0 (info->group, group) != 0)
        continue;

      node = json_object_get_member (object, info->member);
      if (node == NULL)
        {
          if (info->flags & GEOAT_FIELD_FLAG_REQUIRED)
            geoat_problems_add (&self->problems, &place, _ ("this member is missing"));
          continue;
        }

      n_found++;
      if (!geoat_field_is_text (info->field))
        {
          read_number (self, item, info, &place, node);
          continue;
        }
      text = geoat_problems_text (&self->problems, &place, node);
      if (text != NULL && check_text (self, info, &place, node, text))
        geoat_item_set_text (item, info->field, text);
    }
  return n_found;
}

void
geoat_item_reader_read_id (GeoatItemReader *self,
                           GeoatItem *item,
                           JsonObject *object,
                           const GeoatJsonPlace *place)
{
  JsonNode *node = geoat_problems_require (&self->problems, place, object, "id");
  const char *id;

  if (node == NULL)
    return;

  id = geoat_problems_id (&self->problems, GEOAT_JSON_MEMBER (place, "id"), node);
  if (id != NULL)
    geoat_item_set_id (item, id);
}

void
geoat_item_reader_add_duplicate (GeoatItemReader *self,
                                 GeoatItem *item,
                                 const GeoatJsonPlace *place)
{
  g_autofree char *id = NULL;

  geoat_problems_add (&self->problems, GEOAT_JSON_MEMBER (place, "id"),
                      _ ("the id “%s” is there twice"), geoat_item_get_id (item));

  /* So that what is in it can be checked like everything else. */
  id = geoat_id_generate ();
  geoat_item_set_id (item, id);
}
