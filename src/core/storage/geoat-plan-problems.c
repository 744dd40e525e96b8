/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is wrong with a file of a plan: collects problems with their places, and the checks of
 * single values that add them. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "geoat-id.h"
#include "geoat-level.h"
#include "geoat-plan-problems.h"

static void
problem_free (gpointer data)
{
  GeoatProblem *problem = data;

  g_free (problem->place);
  g_free (problem->message);
  g_free (problem);
}

void
geoat_problems_init (GeoatProblems *self, guint limit)
{
  self->list = g_ptr_array_new_with_free_func (problem_free);
  self->limit = limit;
  self->code = GEOAT_ERROR_INVALID;
}

void
geoat_problems_clear (GeoatProblems *self)
{
  g_clear_pointer (&self->list, g_ptr_array_unref);
}

void
geoat_problems_take (GeoatProblems *self, GeoatError code, char *place, char *message)
{
  GeoatProblem *problem;

  if (geoat_problems_is_full (self))
    {
      g_free (place);
      g_free (message);
      return;
    }

  if (self->list->len == 0)
    self->code = code;

  problem = g_new (GeoatProblem, 1);
  problem->place = place;
  problem->message = message;
  g_ptr_array_add (self->list, problem);
}

gboolean
geoat_problems_add (GeoatProblems *self, const GeoatJsonPlace *place, const char *format, ...)
{
  va_list args;

  if (geoat_problems_is_full (self))
    return FALSE;

  va_start (args, format);
  geoat_problems_take (self, GEOAT_ERROR_INVALID, geoat_json_place_to_pointer (place),
                       g_strdup_vprintf (format, args));
  va_end (args);
  return FALSE;
}

gboolean
geoat_problems_add_value (GeoatProblems *self,
                          const GeoatJsonPlace *place,
                          JsonNode *node,
                          const char *format)
{
  g_autofree char *found = geoat_json_describe (node);
  g_auto (GStrv) parts = g_strsplit (format, "%s", 2);

  return geoat_problems_add (self, place, "%s%s%s", parts[0], found, parts[1]);
}

JsonNode *
geoat_problems_require (GeoatProblems *self,
                        const GeoatJsonPlace *parent,
                        JsonObject *object,
                        const char *name)
{
  JsonNode *node = json_object_get_member (object, name);

  if (node == NULL)
    geoat_problems_add (self, GEOAT_JSON_MEMBER (parent, name), _ ("this member is missing"));
  return node;
}

JsonObject *
geoat_problems_object (GeoatProblems *self, const GeoatJsonPlace *place, JsonNode *node)
{
  if (JSON_NODE_HOLDS_OBJECT (node))
    return json_node_get_object (node);

  geoat_problems_add_value (self, place, node, _ ("an object is expected here, not %s"));
  return NULL;
}

JsonArray *
geoat_problems_array (GeoatProblems *self, const GeoatJsonPlace *place, JsonNode *node)
{
  if (JSON_NODE_HOLDS_ARRAY (node))
    return json_node_get_array (node);

  geoat_problems_add_value (self, place, node, _ ("a list is expected here, not %s"));
  return NULL;
}

const char *
geoat_problems_text (GeoatProblems *self, const GeoatJsonPlace *place, JsonNode *node)
{
  if (json_node_get_value_type (node) == G_TYPE_STRING)
    return json_node_get_string (node);

  geoat_problems_add_value (self, place, node, _ ("a text is expected here, not %s"));
  return NULL;
}

const char *
geoat_problems_id (GeoatProblems *self, const GeoatJsonPlace *place, JsonNode *node)
{
  const char *id = geoat_problems_text (self, place, node);

  if (id != NULL && !geoat_id_is_valid (id))
    {
      geoat_problems_add_value (self, place, node, _ ("%s is not a valid id"));
      return NULL;
    }
  return id;
}

gboolean
geoat_json_get_whole (JsonNode *node, gint64 *number)
{
  GType type = json_node_get_value_type (node);
  double real;

  if (type == G_TYPE_INT64)
    {
      *number = json_node_get_int (node);
      return TRUE;
    }
  if (type != G_TYPE_DOUBLE)
    return FALSE;

  real = json_node_get_double (node);
  if (trunc (real) != real || fabs (real) > 1e15)
    return FALSE;
  *number = (gint64) real;
  return TRUE;
}

int
geoat_problems_level (GeoatProblems *self, const GeoatJsonPlace *place, JsonNode *node)
{
  gint64 number;

  if (geoat_json_get_whole (node, &number) && number >= 0 && number <= GEOAT_LEVEL_MAX)
    return (int) number;

  geoat_problems_add_value (self, place, node, _ ("%s is not a level"));
  return -1;
}
