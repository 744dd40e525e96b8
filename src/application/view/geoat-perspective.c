/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a window looks at. Pages ask it rather than one another, so that a round that is chosen on
 * one page is the round that every page shows. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-perspective.h"

#include "geoat-change.h"
#include "geoat-date.h"

struct _GeoatPerspective
{
  GObject parent_instance;

  GeoatDocument *document;
  GeoatRound *round;
  GeoatRound *compare;
  GeoatScores *scores;
  gboolean can_edit;
  gboolean can_rate;
};

G_DEFINE_FINAL_TYPE (GeoatPerspective, geoat_perspective, G_TYPE_OBJECT)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  PROP_ROUND,
  PROP_COMPARE,
  PROP_SCORES,
  PROP_CAN_EDIT,
  PROP_CAN_RATE,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

/* The day that counts as today in every window, when one was given at the start. */
static GDate fixed_today;

static gboolean
is_in_plan (GeoatPerspective *self, GeoatRound *round)
{
  return round != NULL && geoat_round_get_index (round) != G_MAXUINT &&
         geoat_plan_get_round (geoat_perspective_get_plan (self), geoat_round_get_index (round)) ==
             round;
}

static void
update_permissions (GeoatPerspective *self)
{
  GeoatPlan *plan = geoat_perspective_get_plan (self);
  gboolean can_edit = self->round == geoat_plan_get_last_round (plan);
  gboolean can_rate = can_edit && geoat_plan_can_rate (plan);

  if (self->can_edit != can_edit)
    {
      self->can_edit = can_edit;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_EDIT]);
    }

  if (self->can_rate != can_rate)
    {
      self->can_rate = can_rate;
      g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_CAN_RATE]);
    }
}

static void
plan_changed_cb (GeoatPerspective *self, const GeoatChange *change)
{
  if (geoat_item_get_part (change->item) != GEOAT_PART_ROUND)
    return;

  if (change->kind == GEOAT_CHANGE_INSERT)
    {
      GeoatPlan *plan = geoat_perspective_get_plan (self);
      GeoatRound *last = geoat_plan_get_last_round (plan);
      guint n_rounds = geoat_plan_get_n_rounds (plan);

      if (GEOAT_ITEM (last) == change->item && n_rounds > 1 &&
          geoat_plan_get_round (plan, n_rounds - 2) == self->round)
        geoat_perspective_set_round (self, last);
    }
  else if (change->kind == GEOAT_CHANGE_REMOVE)
    {
      if (!is_in_plan (self, self->round))
        geoat_perspective_set_round (self,
                                     geoat_plan_get_last_round (geoat_perspective_get_plan (self)));
      if (self->compare != NULL && !is_in_plan (self, self->compare))
        geoat_perspective_set_compare (self, geoat_perspective_get_round_before (self));
    }

  update_permissions (self);
}

static void
geoat_perspective_constructed (GObject *object)
{
  GeoatPerspective *self = GEOAT_PERSPECTIVE (object);
  GeoatPlan *plan = geoat_perspective_get_plan (self);

  G_OBJECT_CLASS (geoat_perspective_parent_class)->constructed (object);

  geoat_perspective_set_round (self, geoat_plan_get_last_round (plan));
  g_signal_connect_object (plan, "changed", G_CALLBACK (plan_changed_cb), self, G_CONNECT_SWAPPED);
}

static void
geoat_perspective_dispose (GObject *object)
{
  GeoatPerspective *self = GEOAT_PERSPECTIVE (object);

  g_clear_object (&self->scores);
  g_clear_object (&self->compare);
  g_clear_object (&self->round);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (geoat_perspective_parent_class)->dispose (object);
}

static void
geoat_perspective_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GeoatPerspective *self = GEOAT_PERSPECTIVE (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, self->document);
      break;
    case PROP_ROUND:
      g_value_set_object (value, self->round);
      break;
    case PROP_COMPARE:
      g_value_set_object (value, self->compare);
      break;
    case PROP_SCORES:
      g_value_set_object (value, self->scores);
      break;
    case PROP_CAN_EDIT:
      g_value_set_boolean (value, self->can_edit);
      break;
    case PROP_CAN_RATE:
      g_value_set_boolean (value, self->can_rate);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
geoat_perspective_set_property (GObject *object,
                                guint prop_id,
                                const GValue *value,
                                GParamSpec *pspec)
{
  GeoatPerspective *self = GEOAT_PERSPECTIVE (object);

  switch (prop_id)
    {
    case PROP_DOCUMENT:
      self->document = g_value_dup_object (value);
      break;
    case PROP_ROUND:
      geoat_perspective_set_round (self, g_value_get_object (value));
      break;
    case PROP_COMPARE:
      geoat_perspective_set_compare (self, g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
geoat_perspective_class_init (GeoatPerspectiveClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GParamFlags read_only = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;
  GParamFlags read_write = read_only | G_PARAM_WRITABLE;

  object_class->constructed = geoat_perspective_constructed;
  object_class->dispose = geoat_perspective_dispose;
  object_class->get_property = geoat_perspective_get_property;
  object_class->set_property = geoat_perspective_set_property;

  properties[PROP_DOCUMENT] =
      g_param_spec_object ("document", NULL, NULL, GEOAT_TYPE_DOCUMENT,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  properties[PROP_ROUND] = g_param_spec_object ("round", NULL, NULL, GEOAT_TYPE_ROUND, read_write);
  properties[PROP_COMPARE] =
      g_param_spec_object ("compare", NULL, NULL, GEOAT_TYPE_ROUND, read_write);
  properties[PROP_SCORES] =
      g_param_spec_object ("scores", NULL, NULL, GEOAT_TYPE_SCORES, read_only);
  properties[PROP_CAN_EDIT] = g_param_spec_boolean ("can-edit", NULL, NULL, FALSE, read_only);
  properties[PROP_CAN_RATE] = g_param_spec_boolean ("can-rate", NULL, NULL, FALSE, read_only);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
geoat_perspective_init (GeoatPerspective *self)
{
}

/**
 * geoat_perspective_new:
 * @document: a document
 *
 * Looks at the last round of @document, beside the one before it.
 *
 * Returns: (transfer full): a new perspective
 */
GeoatPerspective *
geoat_perspective_new (GeoatDocument *document)
{
  g_return_val_if_fail (GEOAT_IS_DOCUMENT (document), NULL);

  return g_object_new (GEOAT_TYPE_PERSPECTIVE, "document", document, NULL);
}

/**
 * geoat_perspective_get_document:
 * @self: a perspective
 *
 * Returns: (transfer none): the document
 */
GeoatDocument *
geoat_perspective_get_document (GeoatPerspective *self)
{
  g_return_val_if_fail (GEOAT_IS_PERSPECTIVE (self), NULL);

  return self->document;
}

/**
 * geoat_perspective_get_plan:
 * @self: a perspective
 *
 * Returns: (transfer none): the document's plan
 */
GeoatPlan *
geoat_perspective_get_plan (GeoatPerspective *self)
{
  g_return_val_if_fail (GEOAT_IS_PERSPECTIVE (self), NULL);

  return geoat_document_get_plan (self->document);
}

/**
 * geoat_perspective_get_history:
 * @self: a perspective
 *
 * Returns: (transfer none): the document's history, the one way to change its plan
 */
GeoatHistory *
geoat_perspective_get_history (GeoatPerspective *self)
{
  g_return_val_if_fail (GEOAT_IS_PERSPECTIVE (self), NULL);

  return geoat_document_get_history (self->document);
}

/**
 * geoat_perspective_get_framework:
 * @self: a perspective
 *
 * Returns: (transfer none): the framework of the plan
 */
GeoatFramework *
geoat_perspective_get_framework (GeoatPerspective *self)
{
  return geoat_plan_get_framework (geoat_perspective_get_plan (self));
}

/**
 * geoat_perspective_get_round:
 * @self: a perspective
 *
 * Returns: (transfer none): the round that is shown
 */
GeoatRound *
geoat_perspective_get_round (GeoatPerspective *self)
{
  g_return_val_if_fail (GEOAT_IS_PERSPECTIVE (self), NULL);

  return self->round;
}

/**
 * geoat_perspective_set_round:
 * @self: a perspective
 * @round: a round of the plan
 *
 * Shows @round. What it is compared with becomes the round before it.
 */
void
geoat_perspective_set_round (GeoatPerspective *self, GeoatRound *round)
{
  g_return_if_fail (GEOAT_IS_PERSPECTIVE (self));
  g_return_if_fail (GEOAT_IS_ROUND (round));

  if (!g_set_object (&self->round, round))
    return;

  g_clear_object (&self->scores);
  self->scores = geoat_scores_new (geoat_perspective_get_plan (self), round);

  g_object_freeze_notify (G_OBJECT (self));
  geoat_perspective_set_compare (self, geoat_perspective_get_round_before (self));
  update_permissions (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_SCORES]);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_ROUND]);
  g_object_thaw_notify (G_OBJECT (self));
}

/**
 * geoat_perspective_get_compare:
 * @self: a perspective
 *
 * Returns: (transfer none) (nullable): the round that the shown one is compared with
 */
GeoatRound *
geoat_perspective_get_compare (GeoatPerspective *self)
{
  g_return_val_if_fail (GEOAT_IS_PERSPECTIVE (self), NULL);

  return self->compare;
}

/**
 * geoat_perspective_set_compare:
 * @self: a perspective
 * @round: (nullable): another round of the plan, or %NULL to compare with none
 *
 * Sets what the shown round is compared with.
 */
void
geoat_perspective_set_compare (GeoatPerspective *self, GeoatRound *round)
{
  g_return_if_fail (GEOAT_IS_PERSPECTIVE (self));
  g_return_if_fail (round == NULL || GEOAT_IS_ROUND (round));

  if (g_set_object (&self->compare, round))
    g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_COMPARE]);
}

/**
 * geoat_perspective_get_round_before:
 * @self: a perspective
 *
 * Returns: (transfer none) (nullable): the round before the shown one, or %NULL for the first
 */
GeoatRound *
geoat_perspective_get_round_before (GeoatPerspective *self)
{
  guint index;

  g_return_val_if_fail (GEOAT_IS_PERSPECTIVE (self), NULL);

  index = geoat_round_get_index (self->round);

  return index == 0 || index == G_MAXUINT
             ? NULL
             : geoat_plan_get_round (geoat_perspective_get_plan (self), index - 1);
}

/**
 * geoat_perspective_get_scores:
 * @self: a perspective
 *
 * Returns: (transfer none): the scores of the shown round, kept up to date
 */
GeoatScores *
geoat_perspective_get_scores (GeoatPerspective *self)
{
  g_return_val_if_fail (GEOAT_IS_PERSPECTIVE (self), NULL);

  return self->scores;
}

/**
 * geoat_perspective_get_today:
 * @self: a perspective
 * @today: (out caller-allocates): the day
 *
 * Gets the day from which it is judged what is overdue.
 */
void
geoat_perspective_get_today (GeoatPerspective *self, GDate *today)
{
  g_return_if_fail (GEOAT_IS_PERSPECTIVE (self));
  g_return_if_fail (today != NULL);

  if (g_date_valid (&fixed_today))
    *today = fixed_today;
  else
    geoat_date_today (today);
}

/**
 * geoat_perspective_get_can_edit:
 * @self: a perspective
 *
 * Returns: whether texts and actions can be changed: the shown round is the last
 */
gboolean
geoat_perspective_get_can_edit (GeoatPerspective *self)
{
  g_return_val_if_fail (GEOAT_IS_PERSPECTIVE (self), FALSE);

  return self->can_edit;
}

/**
 * geoat_perspective_get_can_rate:
 * @self: a perspective
 *
 * Returns: whether levels can be changed: the shown round is the last, and open
 */
gboolean
geoat_perspective_get_can_rate (GeoatPerspective *self)
{
  g_return_val_if_fail (GEOAT_IS_PERSPECTIVE (self), FALSE);

  return self->can_rate;
}

/**
 * geoat_perspective_can_edit_field:
 * @self: a perspective
 * @item: an item of the plan
 * @field: a field of it
 *
 * Returns: whether it can be changed: the shown round is the last, and has not kept the wording of
 *   the field
 */
gboolean
geoat_perspective_can_edit_field (GeoatPerspective *self, GeoatItem *item, GeoatField field)
{
  g_return_val_if_fail (GEOAT_IS_PERSPECTIVE (self), FALSE);
  g_return_val_if_fail (GEOAT_IS_ITEM (item), FALSE);

  return self->can_edit && !(GEOAT_IS_ENTRY (item) &&
                             geoat_entry_keeps_wording (GEOAT_ENTRY (item), self->round, field));
}

/**
 * geoat_perspective_fix_today:
 * @today: the day that counts as today from now on, in every window
 *
 * For tests and pictures, which must not depend on the day on which they are made.
 */
void
geoat_perspective_fix_today (const GDate *today)
{
  g_return_if_fail (today != NULL && g_date_valid (today));

  fixed_today = *today;
}

/**
 * geoat_perspective_get_screen_language:
 *
 * Gets the language of the screen, which is not the language of the plan: names of principles and
 * key elements beside controls, and numbers, follow it.
 *
 * Returns: (transfer none): a BCP 47 tag
 */
const char *
geoat_perspective_get_screen_language (void)
{
  static char *language;

  if (g_once_init_enter (&language))
    {
      const char *const *names = g_get_language_names ();
      char *tag = g_strdup (names[0]);

      tag[strcspn (tag, ".@")] = '\0';
      g_strdelimit (tag, "_", '-');
      if (g_str_equal (tag, "C") || g_str_equal (tag, "POSIX"))
        {
          g_free (tag);
          tag = g_strdup ("en");
        }
      g_once_init_leave (&language, tag);
    }

  return language;
}
