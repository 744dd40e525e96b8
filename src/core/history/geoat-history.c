/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The only way to change a plan: recording, doing, undoing, redoing.
 *
 * How it works: a step is a list of changes, each with an exact opposite (geoat-change.h). Doing a
 * step the first time is what redoing it is later: each change goes through geoat_plan_apply().
 * `steps` holds what was done, then, behind `n_done`, what was undone. Each state of the plan has a
 * number that is never used again: undo goes back to the number before, a new step gets a new one,
 * and the plan is modified when its number is not the one that was saved.
 *
 * Typing merges: the last step grows when it is typing itself and the next character comes where it
 * left off (geoat-difference.h). Its change is then replaced by the one from the text before the
 * step to the text now. The step is closed to merging (`may_merge`) by everything else: another
 * step, a group, undo and redo, saving, geoat_history_break(). */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include "geoat-history-private.h"

#include "geoat-difference.h"
#include "geoat-plan-private.h"

typedef struct
{
  char *name;
  GPtrArray *changes;
  guint64 state_before;
  guint64 state_after;
  gboolean typing;
  gboolean retyped; /* typing that began by replacing what there was */
  gsize tail;       /* how many bytes behind that are left alone */
  GeoatItem *focus; /* NULL: the last change says it */
} Step;

struct _GeoatHistory
{
  GObject parent_instance;

  GeoatPlan *plan;
  GPtrArray *steps;
  guint n_done;
  Step *group; /* the step that is being built, NULL when none is */
  guint depth;
  gboolean applying;
  gboolean may_merge;
  gboolean retyping; /* the next typing replaces what there is between head and tail */
  gsize retyping_head;
  gsize retyping_tail;
  guint64 state;
  guint64 saved_state;
  guint64 last_state;

  /* What the properties said last, to notify of what is different. */
  gboolean shown_can_undo;
  gboolean shown_can_redo;
  gboolean shown_modified;
  char *shown_undo_name;
  char *shown_redo_name;
};

enum
{
  PROP_0,
  PROP_CAN_UNDO,
  PROP_CAN_REDO,
  PROP_UNDO_NAME,
  PROP_REDO_NAME,
  PROP_MODIFIED,
  N_PROPERTIES
};

static GParamSpec *properties[N_PROPERTIES];

enum
{
  APPLIED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (GeoatHistory, geoat_history, G_TYPE_OBJECT)

static Step *
create_step (const char *name)
{
  Step *step = g_new0 (Step, 1);

  step->name = g_strdup (name);
  step->changes = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_change_free);
  return step;
}

static void
free_step (Step *step)
{
  g_free (step->name);
  g_ptr_array_unref (step->changes);
  g_clear_object (&step->focus);
  g_free (step);
}

static Step *
get_last_step (GeoatHistory *self)
{
  return self->n_done == 0 ? NULL : self->steps->pdata[self->n_done - 1];
}

static void
show_name (GeoatHistory *self, char **shown, const char *name, guint property)
{
  if (g_strcmp0 (*shown, name) == 0)
    return;

  g_free (*shown);
  *shown = g_strdup (name);
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
show_flag (GeoatHistory *self, gboolean *shown, gboolean flag, guint property)
{
  if (*shown == flag)
    return;

  *shown = flag;
  g_object_notify_by_pspec (G_OBJECT (self), properties[property]);
}

static void
update_properties (GeoatHistory *self)
{
  show_flag (self, &self->shown_can_undo, geoat_history_can_undo (self), PROP_CAN_UNDO);
  show_flag (self, &self->shown_can_redo, geoat_history_can_redo (self), PROP_CAN_REDO);
  show_name (self, &self->shown_undo_name, geoat_history_get_undo_name (self), PROP_UNDO_NAME);
  show_name (self, &self->shown_redo_name, geoat_history_get_redo_name (self), PROP_REDO_NAME);
  show_flag (self, &self->shown_modified, geoat_history_get_modified (self), PROP_MODIFIED);
}

static void
apply (GeoatHistory *self, const GeoatChange *change)
{
  self->applying = TRUE;
  geoat_plan_apply (self->plan, change);
  self->applying = FALSE;
}

static void
enter_new_state (GeoatHistory *self, Step *step)
{
  step->state_after = ++self->last_state;
  self->state = step->state_after;
}

/* Takes the step over. What was undone is gone for good. */
static void
push (GeoatHistory *self, Step *step)
{
  if (self->steps->len > self->n_done)
    g_ptr_array_remove_range (self->steps, self->n_done, self->steps->len - self->n_done);

  step->state_before = self->state;
  g_ptr_array_add (self->steps, step);
  self->n_done++;
  enter_new_state (self, step);
  update_properties (self);
}

/* The texts that a change of a text or of a reason is about. %FALSE: it is about something else. */
static gboolean
get_typed_texts (const GeoatChange *change, char **before, char **after)
{
  if (change->kind == GEOAT_CHANGE_TEXT &&
      geoat_field_get_info (change->field)->kind <= GEOAT_FIELD_KIND_LINE)
    {
      *after = g_strdup (geoat_item_get_text (change->item, change->field));
      *before = geoat_change_get_old_text (change, *after);
      return TRUE;
    }

  if (change->kind == GEOAT_CHANGE_RATING && change->old_rating != NULL &&
      change->new_rating != NULL &&
      geoat_rating_get_level (change->old_rating) == geoat_rating_get_level (change->new_rating))
    {
      *after = g_strdup (geoat_rating_get_reason (change->new_rating));
      *before = g_strdup (geoat_rating_get_reason (change->old_rating));
      return TRUE;
    }

  return FALSE;
}

static gboolean
is_same_place (const GeoatChange *a, const GeoatChange *b)
{
  return a->kind == b->kind && a->item == b->item && a->field == b->field && a->round == b->round;
}

/* What typing that goes on makes longer: in a group, it came last. */
static GeoatChange *
get_last_change (const Step *step)
{
  return step->changes->pdata[step->changes->len - 1];
}

/* Makes the last step lead from the text before it to the text after @next, which was applied. */
static void
grow_step (Step *step, const GeoatChange *next, const char *first, const char *after)
{
  GeoatChange *change = get_last_change (step);

  if (change->kind == GEOAT_CHANGE_RATING)
    {
      geoat_rating_unref (change->new_rating);
      change->new_rating = geoat_rating_ref (next->new_rating);
    }
  else
    {
      GeoatDifference difference;

      geoat_difference_find (&difference, first, after);
      change->position = (guint) difference.start;
      g_free (change->old_text);
      change->old_text = g_strndup (first + difference.start, difference.old_length);
      g_free (change->new_text);
      change->new_text = g_strndup (after + difference.start, difference.new_length);
    }
}

static void
emit_applied (GeoatHistory *self, const Step *step, gboolean undo)
{
  const GeoatChange *change = step->changes->pdata[undo ? 0 : step->changes->len - 1];

  if (step->focus != NULL)
    g_signal_emit (self, signals[APPLIED], 0, step->focus, (int) GEOAT_FIELD_NONE, undo);
  else
    g_signal_emit (self, signals[APPLIED], 0, change->item, (int) change->field, undo);
}

static void
geoat_history_get_property (GObject *object, guint property_id, GValue *value, GParamSpec *pspec)
{
  GeoatHistory *self = GEOAT_HISTORY (object);

  switch (property_id)
    {
    case PROP_CAN_UNDO:
      g_value_set_boolean (value, geoat_history_can_undo (self));
      break;
    case PROP_CAN_REDO:
      g_value_set_boolean (value, geoat_history_can_redo (self));
      break;
    case PROP_UNDO_NAME:
      g_value_set_string (value, geoat_history_get_undo_name (self));
      break;
    case PROP_REDO_NAME:
      g_value_set_string (value, geoat_history_get_redo_name (self));
      break;
    case PROP_MODIFIED:
      g_value_set_boolean (value, geoat_history_get_modified (self));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
      break;
    }
}

static void
geoat_history_finalize (GObject *object)
{
  GeoatHistory *self = GEOAT_HISTORY (object);

  g_clear_pointer (&self->group, free_step);
  g_clear_pointer (&self->steps, g_ptr_array_unref);
  g_clear_object (&self->plan);
  g_free (self->shown_undo_name);
  g_free (self->shown_redo_name);

  G_OBJECT_CLASS (geoat_history_parent_class)->finalize (object);
}

static void
geoat_history_class_init (GeoatHistoryClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  const GParamFlags flags = G_PARAM_READABLE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->get_property = geoat_history_get_property;
  object_class->finalize = geoat_history_finalize;

  properties[PROP_CAN_UNDO] = g_param_spec_boolean ("can-undo", NULL, NULL, FALSE, flags);
  properties[PROP_CAN_REDO] = g_param_spec_boolean ("can-redo", NULL, NULL, FALSE, flags);
  properties[PROP_UNDO_NAME] = g_param_spec_string ("undo-name", NULL, NULL, NULL, flags);
  properties[PROP_REDO_NAME] = g_param_spec_string ("redo-name", NULL, NULL, NULL, flags);
  properties[PROP_MODIFIED] = g_param_spec_boolean ("modified", NULL, NULL, FALSE, flags);
  g_object_class_install_properties (object_class, N_PROPERTIES, properties);

  /**
   * GeoatHistory::applied:
   * @self: the history
   * @item: the item that a page should show; it is in no plan when the step took it out
   * @field: (type int): the #GeoatField, or %GEOAT_FIELD_NONE
   * @undo: whether it was undone, else redone
   *
   * After undo or redo.
   */
  signals[APPLIED] =
      g_signal_new ("applied", GEOAT_TYPE_HISTORY, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                    G_TYPE_NONE, 3, GEOAT_TYPE_ITEM, G_TYPE_INT, G_TYPE_BOOLEAN);
}

static void
geoat_history_init (GeoatHistory *self)
{
  self->steps = g_ptr_array_new_with_free_func ((GDestroyNotify) free_step);
}

/**
 * geoat_history_new:
 * @plan: the plan that is to be changed, by this history alone
 *
 * Returns: (transfer full): a history in which nothing has happened; the present state counts as
 *   saved
 */
GeoatHistory *
geoat_history_new (GeoatPlan *plan)
{
  GeoatHistory *self;

  g_return_val_if_fail (GEOAT_IS_PLAN (plan), NULL);

  self = g_object_new (GEOAT_TYPE_HISTORY, NULL);
  self->plan = g_object_ref (plan);
  return self;
}

/**
 * geoat_history_get_plan:
 * @self: a history
 *
 * Returns: (transfer none): the plan
 */
GeoatPlan *
geoat_history_get_plan (GeoatHistory *self)
{
  g_return_val_if_fail (GEOAT_IS_HISTORY (self), NULL);

  return self->plan;
}

/**
 * geoat_history_can_undo:
 * @self: a history
 *
 * Returns: whether there is something to undo; never while a group is open
 */
gboolean
geoat_history_can_undo (GeoatHistory *self)
{
  g_return_val_if_fail (GEOAT_IS_HISTORY (self), FALSE);

  return self->depth == 0 && self->n_done > 0;
}

/**
 * geoat_history_can_redo:
 * @self: a history
 *
 * Returns: whether there is something to redo; never while a group is open
 */
gboolean
geoat_history_can_redo (GeoatHistory *self)
{
  g_return_val_if_fail (GEOAT_IS_HISTORY (self), FALSE);

  return self->depth == 0 && self->n_done < self->steps->len;
}

/**
 * geoat_history_get_undo_name:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): what would be undone, translated
 */
const char *
geoat_history_get_undo_name (GeoatHistory *self)
{
  return geoat_history_can_undo (self) ? get_last_step (self)->name : NULL;
}

/**
 * geoat_history_get_redo_name:
 * @self: a history
 *
 * Returns: (transfer none) (nullable): what would be redone, translated
 */
const char *
geoat_history_get_redo_name (GeoatHistory *self)
{
  return geoat_history_can_redo (self) ? ((Step *) self->steps->pdata[self->n_done])->name : NULL;
}

static void
revert_step (GeoatHistory *self, const Step *step)
{
  for (guint i = step->changes->len; i > 0; i--)
    {
      GeoatChange inverse;

      geoat_change_invert (step->changes->pdata[i - 1], &inverse);
      apply (self, &inverse);
    }
  self->n_done--;
  self->state = step->state_before;
  self->may_merge = FALSE;
}

/**
 * geoat_history_undo:
 * @self: a history
 *
 * Takes the last step back. Does nothing when there is none, or while a group is open.
 */
void
geoat_history_undo (GeoatHistory *self)
{
  Step *step;

  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (!self->applying);

  if (!geoat_history_can_undo (self))
    return;

  step = get_last_step (self);
  revert_step (self, step);
  update_properties (self);
  emit_applied (self, step, TRUE);
}

/**
 * geoat_history_cancel:
 * @self: a history
 * @state: what geoat_history_get_state() gave before the steps to be cancelled
 *
 * Takes back everything since then as if it had never been done: it can neither be undone nor done
 * again. Nothing happens when that state is not behind the present one, or while a group is open.
 */
void
geoat_history_cancel (GeoatHistory *self, guint64 state)
{
  guint first = self->n_done;

  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (!self->applying);

  while (first > 0 && ((const Step *) self->steps->pdata[first - 1])->state_before != state)
    first--;
  if (first == 0 || self->group != NULL)
    return;

  while (self->n_done >= first)
    revert_step (self, get_last_step (self));
  g_ptr_array_remove_range (self->steps, self->n_done, self->steps->len - self->n_done);
  update_properties (self);
}

/**
 * geoat_history_redo:
 * @self: a history
 *
 * Does again what was undone last. Does nothing when there is none, or while a group is open.
 */
void
geoat_history_redo (GeoatHistory *self)
{
  Step *step;

  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (!self->applying);

  if (!geoat_history_can_redo (self))
    return;

  step = self->steps->pdata[self->n_done];
  for (guint i = 0; i < step->changes->len; i++)
    apply (self, step->changes->pdata[i]);

  self->n_done++;
  self->state = step->state_after;
  self->may_merge = FALSE;
  update_properties (self);
  emit_applied (self, step, FALSE);
}

/**
 * geoat_history_mark_saved:
 * @self: a history
 *
 * The present state is the one on disk.
 */
void
geoat_history_mark_saved (GeoatHistory *self)
{
  g_return_if_fail (GEOAT_IS_HISTORY (self));

  geoat_history_mark_saved_state (self, self->state);
}

/**
 * geoat_history_get_modified:
 * @self: a history
 *
 * Returns: whether the plan is not as it is on disk
 */
gboolean
geoat_history_get_modified (GeoatHistory *self)
{
  g_return_val_if_fail (GEOAT_IS_HISTORY (self), FALSE);

  return self->state != self->saved_state || (self->group != NULL && self->group->changes->len > 0);
}

/**
 * geoat_history_get_state:
 * @self: a history
 *
 * Returns: a number for the present state, for geoat_history_mark_saved_state()
 */
guint64
geoat_history_get_state (GeoatHistory *self)
{
  g_return_val_if_fail (GEOAT_IS_HISTORY (self), 0);

  return self->state;
}

/**
 * geoat_history_mark_saved_state:
 * @self: a history
 * @state: what geoat_history_get_state() gave when the plan was copied to be saved
 *
 * That state is the one on disk. Typing that went on meanwhile is another step from now on.
 */
void
geoat_history_mark_saved_state (GeoatHistory *self, guint64 state)
{
  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (state <= self->last_state);

  self->saved_state = state;
  self->may_merge = FALSE;
  update_properties (self);
}

/**
 * geoat_history_begin:
 * @self: a history
 * @name: what the step is called, translated; the name of the outermost group counts
 *
 * What follows up to geoat_history_end() is one step.
 */
void
geoat_history_begin (GeoatHistory *self, const char *name)
{
  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (name != NULL);
  g_return_if_fail (!self->applying);

  if (self->depth++ == 0)
    self->group = create_step (name);
}

/**
 * geoat_history_end:
 * @self: a history
 *
 * Ends the group that was begun last. One in which nothing happened leaves nothing.
 */
void
geoat_history_end (GeoatHistory *self)
{
  Step *group;

  g_return_if_fail (GEOAT_IS_HISTORY (self));
  g_return_if_fail (self->depth > 0);

  if (--self->depth > 0)
    return;

  group = g_steal_pointer (&self->group);
  if (group->changes->len == 0)
    {
      free_step (group);
      return;
    }

  push (self, group);
  self->may_merge = group->typing;
}

/**
 * geoat_history_break:
 * @self: a history
 *
 * The next typing is a step of its own.
 */
void
geoat_history_break (GeoatHistory *self)
{
  g_return_if_fail (GEOAT_IS_HISTORY (self));

  self->may_merge = FALSE;
  self->retyping = FALSE;
}

/**
 * geoat_history_retype:
 * @self: a history
 * @head: how many bytes at the start of the text stay
 * @tail: how many bytes at its end stay
 *
 * The next typing takes out what is between @head and @tail, or puts one character in its place:
 * that and what is then typed behind it are one step. When it comes in a group, and last, the group
 * grows.
 */
void
geoat_history_retype (GeoatHistory *self, gsize head, gsize tail)
{
  g_return_if_fail (GEOAT_IS_HISTORY (self));

  self->may_merge = FALSE;
  self->retyping = TRUE;
  self->retyping_head = head;
  self->retyping_tail = tail;
}

void
geoat_history_record (GeoatHistory *self, GeoatChange *change, const char *name)
{
  g_return_if_fail (!self->applying);

  if (change == NULL)
    return;

  if (self->group != NULL)
    {
      self->group->typing = FALSE;
      g_ptr_array_add (self->group->changes, change);
      apply (self, change);
    }
  else
    {
      Step *step = create_step (name);

      g_ptr_array_add (step->changes, change);
      apply (self, change);
      push (self, step);
      self->may_merge = FALSE;
    }
}

/* Whether @after is @before with at most one character between what stays of it. */
static gboolean
is_retyped (GeoatHistory *self, const char *before, const char *after)
{
  gsize head = self->retyping_head, tail = self->retyping_tail;
  gsize length = strlen (before), new_length = strlen (after);
  g_autofree char *typed = NULL;

  if (head + tail > MIN (length, new_length) || memcmp (before, after, head) != 0 ||
      strcmp (before + length - tail, after + new_length - tail) != 0)
    return FALSE;

  typed = g_strndup (after + head, new_length - head - tail);
  return typed[0] == '\0' || geoat_difference_is_typing ("", typed);
}

/* Whether typing may go on in @step, whose last change was applied. */
static void
set_typing (GeoatHistory *self, Step *step, gboolean retyping)
{
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;

  step->retyped = retyping && get_typed_texts (get_last_change (step), &before, &after) &&
                  is_retyped (self, before, after);
  step->tail = self->retyping_tail;
  step->typing |= step->retyped;
}

void
geoat_history_record_typing (GeoatHistory *self, GeoatChange *change, const char *name)
{
  g_autoptr (GeoatChange) next = change;
  Step *step = get_last_step (self);
  gboolean retyping = self->retyping;
  g_autofree char *first = NULL;
  g_autofree char *middle = NULL;
  g_autofree char *before = NULL;
  g_autofree char *after = NULL;
  gboolean merge = FALSE;
  gboolean is_typed;

  g_return_if_fail (!self->applying);

  self->retyping = FALSE;
  if (self->group != NULL)
    {
      geoat_history_record (self, g_steal_pointer (&next), NULL);
      set_typing (self, self->group, retyping);
      return;
    }

  if (self->may_merge && step != NULL && step->typing &&
      is_same_place (get_last_change (step), next))
    get_typed_texts (get_last_change (step), &first, &middle);

  apply (self, next);
  is_typed = get_typed_texts (next, &before, &after);
  if (is_typed && first != NULL)
    merge = (step->retyped && geoat_difference_appends (before, after, step->tail)) ||
            geoat_difference_continues (first, before, after);

  if (merge)
    {
      grow_step (step, next, first, after);
      enter_new_state (self, step);
      update_properties (self);
      return;
    }

  step = create_step (name);
  step->typing = is_typed && geoat_difference_is_typing (before, after);
  g_ptr_array_add (step->changes, g_steal_pointer (&next));
  set_typing (self, step, retyping);
  push (self, step);
  self->may_merge = step->typing;
}

void
geoat_history_set_focus (GeoatHistory *self, GeoatItem *item)
{
  if (self->depth == 1)
    g_set_object (&self->group->focus, item);
}

void
geoat_history_mark_unsaved (GeoatHistory *self)
{
  self->saved_state = G_MAXUINT64;
  update_properties (self);
}

gboolean
geoat_history_owns (GeoatHistory *self, gpointer item)
{
  GeoatItem *root = item;

  g_return_val_if_fail (GEOAT_IS_ITEM (item), FALSE);

  while (root != NULL && root != GEOAT_ITEM (self->plan))
    root = geoat_item_get_owner (root);

  return root != NULL;
}
