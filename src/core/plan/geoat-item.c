/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the parts of a plan have in common.
 *
 * How it works: the table of geoat-field.c says which fields a part has. Each part has an array of
 * values with one place for each of its fields, inside its own instance, and tells this class where
 * (geoat_item_class_install_fields()); the properties follow from the table, their number is the
 * field. Most texts of a plan are empty: these all point to one constant, which is never freed. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-item-private.h"

#include "geoat-date.h"
#include "geoat-id.h"
#include "geoat-level.h"
#include "geoat-unknown.h"

typedef struct
{
  char *id;
  GeoatItem *owner; /* unowned */
  JsonObject *unknown;
  guint position;
} GeoatItemPrivate;

G_DEFINE_ABSTRACT_TYPE_WITH_PRIVATE (GeoatItem, geoat_item, G_TYPE_OBJECT)

/* By field: a field belongs to one part only. */
static GParamSpec *properties[GEOAT_N_FIELDS];

static char empty[] = "";

static GeoatItemPrivate *
get_private (GeoatItem *self)
{
  return geoat_item_get_instance_private (self);
}

static gboolean
has_field (GeoatItem *self, GeoatField field)
{
  GeoatItemClass *klass = GEOAT_ITEM_GET_CLASS (self);

  return field >= klass->first_field && field <= klass->last_field;
}

static GeoatValue *
get_value (GeoatItem *self, GeoatField field)
{
  GeoatItemClass *klass = GEOAT_ITEM_GET_CLASS (self);
  GeoatValue *values = G_STRUCT_MEMBER_P (self, klass->values_offset);

  return &values[field - klass->first_field];
}

static GeoatList **
get_list_place (GeoatItem *self, GeoatListKind kind)
{
  GeoatItemClass *klass = GEOAT_ITEM_GET_CLASS (self);
  GeoatList **lists = G_STRUCT_MEMBER_P (self, klass->lists_offset);

  g_assert ((int) kind >= klass->first_list && (int) kind < klass->first_list + klass->n_lists);
  return &lists[(int) kind - klass->first_list];
}

/* What is in its lists can outlive it: it is then in none. */
static void
release_lists (GeoatItem *self)
{
  GeoatItemClass *klass = GEOAT_ITEM_GET_CLASS (self);
  GeoatList **lists = G_STRUCT_MEMBER_P (self, klass->lists_offset);

  for (int k = 0; k < klass->n_lists; k++)
    {
      GeoatList **place = &lists[k];

      for (guint i = 0; *place != NULL && i < geoat_list_get_length (*place); i++)
        geoat_item_set_owner (geoat_list_get (*place, i), NULL);
      g_clear_object (place);
    }
}

static GParamSpec *
create_property (const GeoatFieldInfo *info)
{
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  int none, min, max;

  if (geoat_field_is_text (info->field))
    return g_param_spec_string (info->property, NULL, NULL, "", flags);

  none = geoat_field_get_none (info->field);
  if (info->kind == GEOAT_FIELD_KIND_LEVEL)
    return g_param_spec_enum (info->property, NULL, NULL, GEOAT_TYPE_LEVEL, none, flags);

  geoat_field_get_range (info->field, &min, &max);
  return g_param_spec_int (info->property, NULL, NULL, MIN (none, min), max, none, flags);
}

static void
geoat_item_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  GeoatItem *self = GEOAT_ITEM (object);
  GeoatField field = (GeoatField) property_id;

  if (geoat_field_is_text (field))
    g_value_set_string (value, geoat_item_get_text (self, field));
  else if (G_VALUE_HOLDS_ENUM (value))
    g_value_set_enum (value, geoat_item_get_number (self, field));
  else
    g_value_set_int (value, geoat_item_get_number (self, field));
}

static void
geoat_item_finalize (GObject *object)
{
  GeoatItem *self = GEOAT_ITEM (object);
  GeoatItemPrivate *priv = get_private (self);
  GeoatItemClass *klass = GEOAT_ITEM_GET_CLASS (self);

  for (guint field = klass->first_field; field <= klass->last_field; field++)
    if (geoat_field_is_text ((GeoatField) field))
      geoat_item_take_text (self, (GeoatField) field, empty);
  release_lists (self);
  g_free (priv->id);
  g_clear_pointer (&priv->unknown, json_object_unref);

  G_OBJECT_CLASS (geoat_item_parent_class)->finalize (object);
}

static void
geoat_item_class_init (GeoatItemClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = geoat_item_finalize;
}

static void
geoat_item_init (GeoatItem *self)
{
}

/**
 * geoat_item_get_id:
 * @self: an item
 *
 * Its id, unique in its kind over the plan. A new item has one of its own from the start.
 *
 * Returns: (transfer none): the id
 */
const char *
geoat_item_get_id (GeoatItem *self)
{
  GeoatItemPrivate *priv;

  g_return_val_if_fail (GEOAT_IS_ITEM (self), NULL);

  /* Drawn when somebody asks: what is read from a file or copied gets its own. */
  priv = get_private (self);
  if (priv->id == NULL)
    priv->id = geoat_id_generate ();

  return priv->id;
}

/**
 * geoat_item_get_part:
 * @self: an item
 *
 * Returns: which part of a plan it is
 */
GeoatPart
geoat_item_get_part (GeoatItem *self)
{
  g_return_val_if_fail (GEOAT_IS_ITEM (self), GEOAT_PART_PLAN);

  return GEOAT_ITEM_GET_CLASS (self)->part;
}

/**
 * geoat_item_get_owner:
 * @self: an item
 *
 * What it is in: the entry of an action, the plan of everything else.
 *
 * Returns: (transfer none) (nullable): the owner; %NULL while it is in none
 */
GeoatItem *
geoat_item_get_owner (GeoatItem *self)
{
  g_return_val_if_fail (GEOAT_IS_ITEM (self), NULL);

  return get_private (self)->owner;
}

/**
 * geoat_item_get_text:
 * @self: an item
 * @field: a field of it that is a text, a line, a date or an id
 *
 * Returns: (transfer none): its value, never %NULL, valid until it changes
 */
const char *
geoat_item_get_text (GeoatItem *self, GeoatField field)
{
  g_return_val_if_fail (GEOAT_IS_ITEM (self), "");
  g_return_val_if_fail (has_field (self, field) && geoat_field_is_text (field), "");

  return get_value (self, field)->text;
}

/**
 * geoat_item_get_number:
 * @self: an item
 * @field: a field of it that is a level, a month or a status
 *
 * Returns: its value
 */
int
geoat_item_get_number (GeoatItem *self, GeoatField field)
{
  g_return_val_if_fail (GEOAT_IS_ITEM (self), 0);
  g_return_val_if_fail (has_field (self, field) && !geoat_field_is_text (field), 0);

  return get_value (self, field)->number;
}

/**
 * geoat_item_has_value:
 * @self: an item
 * @field: a field of it
 *
 * Returns: whether it holds anything: a text that is not empty, a number that does not stand for
 *   none
 */
gboolean
geoat_item_has_value (GeoatItem *self, GeoatField field)
{
  g_return_val_if_fail (GEOAT_IS_ITEM (self), FALSE);
  g_return_val_if_fail (has_field (self, field), FALSE);

  if (geoat_field_is_text (field))
    return *get_value (self, field)->text != '\0';
  return get_value (self, field)->number != geoat_field_get_none (field);
}

/**
 * geoat_item_get_n_items:
 * @self: an item
 * @kind: a list of it
 *
 * Returns: how many items are in it
 */
guint
geoat_item_get_n_items (GeoatItem *self, GeoatListKind kind)
{
  GeoatList *list;

  g_return_val_if_fail (GEOAT_IS_ITEM (self), 0);

  list = *get_list_place (self, kind);
  return list == NULL ? 0 : geoat_list_get_length (list);
}

/**
 * geoat_item_get_item:
 * @self: an item
 * @kind: a list of it
 * @position: 0 for the first
 *
 * Returns: (transfer none) (nullable): the item there; %NULL past the end
 */
gpointer
geoat_item_get_item (GeoatItem *self, GeoatListKind kind, guint position)
{
  GeoatList *list;

  g_return_val_if_fail (GEOAT_IS_ITEM (self), NULL);

  list = *get_list_place (self, kind);
  return list == NULL ? NULL : geoat_list_get (list, position);
}

/**
 * geoat_item_get_date:
 * @self: an item
 * @field: a field of it that is a date
 * @date: (out): the day; cleared when there is none
 *
 * Returns: whether there is one
 */
gboolean
geoat_item_get_date (GeoatItem *self, GeoatField field, GDate *date)
{
  g_return_val_if_fail (date != NULL, FALSE);

  g_date_clear (date, 1);
  g_return_val_if_fail (GEOAT_IS_ITEM (self), FALSE);
  g_return_val_if_fail (has_field (self, field), FALSE);
  g_return_val_if_fail (geoat_field_get_info (field)->kind == GEOAT_FIELD_KIND_DATE, FALSE);

  return geoat_date_parse (get_value (self, field)->text, date);
}

void
geoat_item_class_install_fields (GeoatItemClass *klass, GeoatPart part, gsize values_offset)
{
  klass->part = part;
  klass->first_field = geoat_field_first (part);
  klass->last_field = geoat_field_last (part);
  klass->values_offset = values_offset;
  /* GObject clears it in each class derived from ours. */
  G_OBJECT_CLASS (klass)->get_property = geoat_item_get_property;

  for (guint field = klass->first_field; field <= klass->last_field; field++)
    {
      properties[field] = create_property (geoat_field_get_info ((GeoatField) field));
      g_object_class_install_property (G_OBJECT_CLASS (klass), field, properties[field]);
    }
}

void
geoat_item_class_install_lists (GeoatItemClass *klass, gsize lists_offset)
{
  klass->first_list = (int) geoat_list_kind_first (klass->part);
  klass->n_lists = (int) geoat_list_kind_after (klass->part) - klass->first_list;
  klass->lists_offset = lists_offset;
}

void
geoat_item_init_values (GeoatItem *self)
{
  GeoatItemClass *klass = GEOAT_ITEM_GET_CLASS (self);

  for (guint field = klass->first_field; field <= klass->last_field; field++)
    if (geoat_field_is_text ((GeoatField) field))
      get_value (self, (GeoatField) field)->text = empty;
    else
      get_value (self, (GeoatField) field)->number = geoat_field_get_none ((GeoatField) field);
}

void
geoat_item_set_id (GeoatItem *self, const char *id)
{
  GeoatItemPrivate *priv = get_private (self);

  g_return_if_fail (id != NULL && geoat_id_is_valid (id));
  g_return_if_fail (priv->owner == NULL);

  g_free (priv->id);
  priv->id = g_strdup (id);
}

void
geoat_item_set_owner (GeoatItem *self, GeoatItem *owner)
{
  get_private (self)->owner = owner;
}

void
geoat_item_set_text (GeoatItem *self, GeoatField field, const char *text)
{
  geoat_item_take_text (self, field, text == NULL || *text == '\0' ? empty : g_strdup (text));
}

void
geoat_item_take_text (GeoatItem *self, GeoatField field, char *text)
{
  GeoatValue *value;

  g_return_if_fail (has_field (self, field) && geoat_field_is_text (field));

  value = get_value (self, field);
  if (value->text != empty)
    g_free (value->text);
  value->text = text;

  if (text != empty && *text == '\0')
    {
      g_free (text);
      value->text = empty;
    }
}

void
geoat_item_set_number (GeoatItem *self, GeoatField field, int number)
{
  g_return_if_fail (has_field (self, field) && !geoat_field_is_text (field));

  get_value (self, field)->number = number;
}

void
geoat_item_set_date (GeoatItem *self, GeoatField field, const GDate *date)
{
  char text[11] = "";

  if (date != NULL)
    geoat_date_format (date, text);
  geoat_item_set_text (self, field, text);
}

void
geoat_item_notify_field (GeoatItem *self, GeoatField field)
{
  g_object_notify_by_pspec (G_OBJECT (self), properties[field]);
}

JsonObject *
geoat_item_get_unknown (GeoatItem *self)
{
  return get_private (self)->unknown;
}

void
geoat_item_set_unknown (GeoatItem *self, JsonObject *unknown)
{
  GeoatItemPrivate *priv = get_private (self);

  if (unknown != NULL)
    json_object_ref (unknown);
  g_clear_pointer (&priv->unknown, json_object_unref);
  priv->unknown = unknown;
}

void
geoat_item_copy_to (GeoatItem *self, GeoatItem *copy, gboolean whole)
{
  GeoatItemClass *klass = GEOAT_ITEM_GET_CLASS (self);

  g_return_if_fail (klass == GEOAT_ITEM_GET_CLASS (copy));

  for (guint i = klass->first_field; i <= klass->last_field; i++)
    {
      GeoatField field = (GeoatField) i;

      if (geoat_field_is_text (field))
        geoat_item_set_text (copy, field, get_value (self, field)->text);
      else
        get_value (copy, field)->number = get_value (self, field)->number;
    }

  if (whole)
    {
      geoat_item_set_id (copy, geoat_item_get_id (self));
      g_clear_pointer (&get_private (copy)->unknown, json_object_unref);
      get_private (copy)->unknown = geoat_unknown_copy (get_private (self)->unknown);
    }
}

GeoatItem *
geoat_item_get_root (GeoatItem *self)
{
  for (GeoatItem *owner = self; owner != NULL; owner = geoat_item_get_owner (owner))
    self = owner;
  return self;
}

GeoatList *
geoat_item_get_list (GeoatItem *self, GeoatListKind kind)
{
  GeoatList **place = get_list_place (self, kind);

  if (*place == NULL)
    *place = geoat_list_new (geoat_list_kind_get_info (kind)->get_type ());
  return *place;
}

void
geoat_item_duplicate_lists (GeoatItem *self, GeoatItem *copy)
{
  GeoatPart part = geoat_item_get_part (self);

  for (guint i = geoat_list_kind_first (part); i < geoat_list_kind_after (part); i++)
    {
      const GeoatListInfo *info = geoat_list_kind_get_info ((GeoatListKind) i);
      guint n = info->flags & GEOAT_LIST_FLAG_DUPLICATED ? geoat_item_get_n_items (self, i) : 0;

      for (guint k = 0; k < n; k++)
        {
          GeoatItem *item = geoat_item_get_item (self, (GeoatListKind) i, k);
          g_autoptr (GeoatItem) other = g_object_new (info->get_type (), NULL);

          geoat_item_copy_to (item, other, FALSE);
          geoat_item_duplicate_lists (item, other);
          geoat_item_append (copy, other);
        }
    }
}

guint
geoat_item_get_position (GeoatItem *self)
{
  return get_private (self)->position;
}

void
geoat_item_set_position (GeoatItem *self, guint position)
{
  get_private (self)->position = position;
}
