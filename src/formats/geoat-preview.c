/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What goes out of a plan, line by line, before it does.
 *
 * How it works: the whole plan is gone through, and each thing in it is looked for in the reduced
 * copy, the very one that the format gets. What is not there was left out, by whatever rule:
 * nothing is worked out twice. What is there goes out, unless the table of formats says that the
 * format has no place for it. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-preview.h"

#include <glib/gi18n-lib.h>

#include "geoat-plan-order.h"
#include "geoat-sharing.h"
#include "geoat-report.h"

/* A preview in the making. */
typedef struct
{
  GeoatPlan *plan;
  GeoatPlan *copy;
  const GeoatFormat *format;
  GeoatRound *round;   /* of the plan; the one that is shown where there is one */
  GeoatRound *copied;  /* the same round of the copy */
  gboolean charts;     /* there are charts that show target levels and other rounds */
  GHashTable *overdue; /* ids of the activities that are in it, or NULL: not only such as these */
  const char *language;
  GeoatLanguage *written; /* the language of the file */
  GPtrArray *lines;
} Preview;

static GeoatPreviewLine *
line_new (GeoatPreviewKind kind, GeoatPreviewState state, const char *title, const char *text)
{
  GeoatPreviewLine *line = g_new (GeoatPreviewLine, 1);

  line->kind = kind;
  line->state = state;
  line->title = g_strdup (title);
  line->text = g_strdup (text);
  return line;
}

GeoatPreviewLine *
geoat_preview_line_copy (const GeoatPreviewLine *line)
{
  return line_new (line->kind, line->state, line->title, line->text);
}

void
geoat_preview_line_free (GeoatPreviewLine *line)
{
  g_free (line->title);
  g_free (line->text);
  g_free (line);
}

gboolean
geoat_preview_line_equal (const GeoatPreviewLine *line, const GeoatPreviewLine *other)
{
  return line->kind == other->kind && line->state == other->state &&
         g_str_equal (line->title, other->title) && g_str_equal (line->text, other->text);
}

static void
add (Preview *self,
     GeoatPreviewKind kind,
     GeoatPreviewState state,
     const char *title,
     const char *text)
{
  g_ptr_array_add (self->lines, line_new (kind, state, title, text));
}

/* What becomes of a part that is in the copy. */
static GeoatPreviewState
get_part_state (Preview *self, const char *part)
{
  if (part == NULL || geoat_format_has_place (self->format, part))
    return GEOAT_PREVIEW_GOES;
  if (self->charts && g_str_equal (part, "target_levels"))
    return GEOAT_PREVIEW_CHARTS;
  return GEOAT_PREVIEW_NO_PLACE;
}

static char *
format_level (Preview *self, GeoatLevel level)
{
  GeoatFramework *framework = geoat_plan_get_framework (self->plan);
  const char *name = geoat_framework_get_level_short (framework, level, self->language);

  if (level == GEOAT_LEVEL_NOT_APPLICABLE)
    return g_strdup (name);
  /* Translators: a level and its short name: "4 · advanced" */
  return g_strdup_printf (C_ ("level", "%d · %s"), (int) level, name);
}

/* The text of a field; a format of one round has the wording of that round. */
static const char *
get_text (Preview *self, GeoatItem *item, GeoatField field)
{
  GeoatRound *round =
      geoat_item_get_owner (item) == GEOAT_ITEM (self->plan) ? self->round : self->copied;

  return GEOAT_IS_ENTRY (item) && !self->format->all_rounds
             ? geoat_entry_get_wording (GEOAT_ENTRY (item), round, field)
             : geoat_item_get_text (item, field);
}

/* The few dates that formats write out: of the charts' targets, and since when in a summary. */
static gboolean
is_written_out (Preview *self, GeoatField field)
{
  return (field == GEOAT_FIELD_TARGETS_BY && self->charts) ||
         (field == GEOAT_FIELD_DUE && self->overdue != NULL);
}

/* The value of a field for people, a date as the format has it; NULL when there is none. */
static char *
get_value (Preview *self, GeoatItem *item, GeoatField field)
{
  GDate date;
  int number;

  if (is_written_out (self, field) && geoat_item_get_date (item, field, &date))
    return geoat_language_format_date (self->written, &date, TRUE);

  if (geoat_field_is_text (field))
    {
      const char *text = get_text (self, item, field);

      return *text == '\0' ? NULL : g_strdup (text);
    }

  number = geoat_item_get_number (item, field);
  if (geoat_field_get_info (field)->kind == GEOAT_FIELD_KIND_STATUS)
    return g_strdup (geoat_status_get_title ((GeoatStatus) number));
  if (!geoat_item_has_value (item, field))
    return NULL;
  return geoat_field_get_info (field)->kind == GEOAT_FIELD_KIND_LEVEL
             ? format_level (self, (GeoatLevel) number)
             : geoat_field_format_month (number);
}

/* A line for a field that has a value; @copy is the same item in the copy. */
static void
add_field (Preview *self, GeoatPreviewKind kind, GeoatItem *item, GeoatItem *copy, GeoatField field)
{
  g_autofree char *value = get_value (self, item, field);
  g_autofree char *copied = get_value (self, copy, field);
  GeoatPreviewState state = GEOAT_PREVIEW_LEFT_OUT;

  if (value == NULL)
    return;
  if (copied != NULL)
    state = get_part_state (self, geoat_sharing_get_field_part (field));
  /* Only the plan itself has a use for it. */
  if (field == GEOAT_FIELD_FISCAL_YEAR_START && copied != NULL && !self->format->all_rounds)
    state = GEOAT_PREVIEW_NO_PLACE;
  /* Since when it is overdue. */
  if (kind == GEOAT_PREVIEW_DETAIL && copied != NULL && self->overdue != NULL &&
      field != GEOAT_FIELD_DUE)
    state = GEOAT_PREVIEW_NO_PLACE;
  /* Without the level a closed round has kept no wording: the present one goes out. */
  add (self, kind, state, geoat_field_get_title (field), copied != NULL ? copied : value);
}

/* A line for each field of the item that has one, @first before the others. */
static void
add_fields (
    Preview *self, GeoatPreviewKind kind, GeoatItem *item, GeoatItem *copy, const GeoatField *first)
{
  GeoatField fields[GEOAT_N_FIELDS];
  guint n =
      geoat_field_list (geoat_item_get_part (item), GEOAT_FIELD_FLAG_PREVIEWED, first, fields);

  for (guint i = 0; i < n; i++)
    add_field (self, kind, item, copy, fields[i]);
}

static void
add_plan (Preview *self)
{
  add (self, GEOAT_PREVIEW_HEADING, GEOAT_PREVIEW_GOES, _ ("The plan"), "");
  add_fields (self, GEOAT_PREVIEW_VALUE, GEOAT_ITEM (self->plan), GEOAT_ITEM (self->copy), NULL);
}

static void
add_principle_targets (Preview *self)
{
  GeoatFramework *framework = geoat_plan_get_framework (self->plan);

  for (guint i = 0; i < geoat_framework_get_n_principles (framework); i++)
    {
      GeoatLevel target = geoat_plan_get_principle_target (self->plan, i);
      g_autofree char *title = NULL;
      g_autofree char *text = NULL;

      if (target == GEOAT_LEVEL_NOT_ASSESSED)
        continue;
      /* Translators: %s is the number of a principle */
      title = g_strdup_printf (_ ("Target level of principle %s"),
                               geoat_framework_get_principle_id (framework, i));
      text = format_level (self, target);
      add (self, GEOAT_PREVIEW_VALUE,
           geoat_plan_get_principle_target (self->copy, i) == GEOAT_LEVEL_NOT_ASSESSED
               ? GEOAT_PREVIEW_LEFT_OUT
               : get_part_state (self, "target_levels"),
           title, text);
    }
}

/* The title of a round with its dates: as they are in the file, or as documents say them. */
static char *
format_round (Preview *self, GeoatRound *round)
{
  GeoatItem *item = GEOAT_ITEM (round);
  const char *title = geoat_round_get_title (round);
  const char *opened = geoat_item_get_text (item, GEOAT_FIELD_OPENED);
  const char *closed = geoat_item_get_text (item, GEOAT_FIELD_CLOSED);

  if (!self->format->all_rounds)
    {
      GeoatTemplate template = { .round = round, .language = self->written };

      return geoat_report_get_round (&template);
    }
  if (*opened == '\0')
    return g_strdup (title);
  if (*closed == '\0')
    /* Translators: title of a round, and the day on which it was opened */
    return g_strdup_printf (C_ ("round", "%s · from %s"), title, opened);
  /* Translators: title of a round, and the days on which it was opened and closed */
  return g_strdup_printf (C_ ("round", "%s · %s to %s"), title, opened, closed);
}

static void
add_rounds (Preview *self)
{
  add (self, GEOAT_PREVIEW_HEADING, GEOAT_PREVIEW_GOES, _ ("Rounds"), "");
  for (guint i = 0; i < geoat_plan_get_n_rounds (self->plan); i++)
    {
      GeoatRound *round = geoat_plan_get_round (self->plan, i);
      GeoatPreviewState state = GEOAT_PREVIEW_GOES;
      g_autofree char *title = g_strdup_printf (_ ("Title and dates of round %u"), i + 1);
      g_autofree char *text = format_round (self, round);

      if (geoat_plan_find_round (self->copy, geoat_item_get_id (GEOAT_ITEM (round))) == NULL)
        state = GEOAT_PREVIEW_LEFT_OUT;
      else if (round != self->round && !self->format->all_rounds)
        state = self->charts ? GEOAT_PREVIEW_CHARTS : GEOAT_PREVIEW_NO_PLACE;
      else if (self->format->unnamed_round)
        state = GEOAT_PREVIEW_NO_PLACE;
      add (self, GEOAT_PREVIEW_VALUE, state, title, text);
    }
}

/* The texts of an item that is a line of its own. */
static char *
join_texts (GeoatItem *item)
{
  GeoatPart part = geoat_item_get_part (item);
  g_autoptr (GPtrArray) texts = g_ptr_array_new ();

  for (guint field = geoat_field_first (part); field <= geoat_field_last (part); field++)
    if (geoat_field_is_text (field) && geoat_item_has_value (item, field))
      g_ptr_array_add (texts, (char *) geoat_item_get_text (item, field));
  g_ptr_array_add (texts, NULL);
  return g_strjoinv (" · ", (char **) texts->pdata);
}

/* A line for each item of a list; @copy is what has the list in the copy. */
static void
add_list (Preview *self, GeoatItem *owner, GeoatItem *copy, const GeoatListInfo *info)
{
  guint n = geoat_item_get_n_items (owner, info->kind);
  GeoatPreviewState state = geoat_item_get_n_items (copy, info->kind) > 0
                                ? get_part_state (self, info->sharing)
                                : GEOAT_PREVIEW_LEFT_OUT;

  if (n > 0 && info->owner == GEOAT_PART_PLAN)
    add (self, GEOAT_PREVIEW_HEADING, state, _ (info->title), "");
  for (guint i = 0; i < n; i++)
    {
      /* Translators: an item of a list and its number: "Member 2" */
      g_autofree char *title = g_strdup_printf (C_ ("item", "%s %u"), _ (info->item_title), i + 1);
      g_autofree char *text = join_texts (geoat_item_get_item (owner, info->kind, i));

      add (self, GEOAT_PREVIEW_VALUE, state, title, text);
    }
}

/* The lists whose items are lines. */
static void
add_lists (Preview *self, GeoatItem *owner, GeoatItem *copy)
{
  GeoatPart part = geoat_item_get_part (owner);

  for (guint kind = geoat_list_kind_first (part); kind < geoat_list_kind_after (part); kind++)
    {
      const GeoatListInfo *info = geoat_list_kind_get_info ((GeoatListKind) kind);

      if (info->item_title != NULL)
        add_list (self, owner, copy, info);
    }
}

/* A text that a closed round has kept; passed over when it is the present wording, and in a format
 * of one round, which has it in the place of the present one. */
static void
add_kept_text (Preview *self,
               const char *title,
               const char *text,
               const char *copied,
               const char *present,
               const char *part)
{
  if (!self->format->all_rounds || text == NULL || *text == '\0' || g_str_equal (text, present))
    return;
  add (self, GEOAT_PREVIEW_VALUE,
       copied == NULL ? GEOAT_PREVIEW_LEFT_OUT : get_part_state (self, part), title, text);
}

/* What was said about an entry in one round. @copy may be NULL. */
static void
add_rating (Preview *self, GeoatEntry *entry, GeoatEntry *copy, GeoatRound *round)
{
  const char *id = geoat_item_get_id (GEOAT_ITEM (round));
  GeoatRound *copied_round = geoat_plan_find_round (self->copy, id);
  const GeoatRating *rating = geoat_entry_get_rating (entry, round);
  const GeoatRating *copied =
      copied_round == NULL ? NULL : geoat_entry_get_rating (copy, copied_round);
  const char *round_title = geoat_round_get_title (round);
  g_autofree char *level_title = NULL;
  g_autofree char *reason_title = NULL;
  g_autofree char *indicator_title = NULL;
  g_autofree char *current_title = NULL;
  g_autofree char *level = NULL;

  if (rating == NULL || (round != self->round && !self->format->all_rounds))
    return;

  /* Translators: %s is the title of a round */
  level_title = g_strdup_printf (_ ("Level, “%s”"), round_title);
  level = format_level (self, geoat_rating_get_level (rating));
  add (self, GEOAT_PREVIEW_VALUE,
       copied == NULL ? GEOAT_PREVIEW_LEFT_OUT : get_part_state (self, "level"), level_title,
       level);

  if (*geoat_rating_get_reason (rating) != '\0')
    {
      /* Translators: %s is the title of a round */
      reason_title = g_strdup_printf (_ ("Reason, “%s”"), round_title);
      add (self, GEOAT_PREVIEW_VALUE,
           copied == NULL || *geoat_rating_get_reason (copied) == '\0'
               ? GEOAT_PREVIEW_LEFT_OUT
               : get_part_state (self, "reasons"),
           reason_title, geoat_rating_get_reason (rating));
    }
  /* Translators: wording that a closed round has kept; %s is the title of the round */
  indicator_title = g_strdup_printf (_ ("Indicator, “%s”"), round_title);
  add_kept_text (self, indicator_title, geoat_rating_get_indicator (rating),
                 copied == NULL ? NULL : geoat_rating_get_indicator (copied),
                 geoat_entry_get_indicator (entry), "indicator");
  /* Translators: wording that a closed round has kept; %s is the title of the round */
  current_title = g_strdup_printf (_ ("Current activities, “%s”"), round_title);
  add_kept_text (self, current_title, geoat_rating_get_current_activities (rating),
                 copied == NULL ? NULL : geoat_rating_get_current_activities (copied),
                 geoat_item_get_text (GEOAT_ITEM (entry), GEOAT_FIELD_CURRENT_ACTIVITIES),
                 "current_activities");
}

/* The same action in the copy of its entry, or NULL. */
static GeoatAction *
find_action (GeoatEntry *copy, GeoatAction *action)
{
  const char *id = geoat_item_get_id (GEOAT_ITEM (action));

  for (guint i = 0; i < geoat_entry_get_n_actions (copy); i++)
    {
      GeoatAction *other = geoat_entry_get_action (copy, i);

      if (g_str_equal (geoat_item_get_id (GEOAT_ITEM (other)), id))
        return other;
    }
  return NULL;
}

static gboolean
is_dated (GeoatAction *action)
{
  return *geoat_item_get_text (GEOAT_ITEM (action), GEOAT_FIELD_START) != '\0' ||
         *geoat_item_get_text (GEOAT_ITEM (action), GEOAT_FIELD_DUE) != '\0';
}

/* Whether the format has a place for an activity of the copy. */
static gboolean
is_in_format (Preview *self, GeoatAction *action)
{
  if (self->overdue != NULL &&
      !g_hash_table_contains (self->overdue, geoat_item_get_id (GEOAT_ITEM (action))))
    return FALSE;
  return !self->format->dated_only || is_dated (action);
}

static void
add_action (Preview *self, GeoatEntry *copy, GeoatAction *action, guint number)
{
  static const GeoatField first[] = { GEOAT_FIELD_STATUS, GEOAT_FIELD_NONE };
  GeoatItem *item = GEOAT_ITEM (action);
  GeoatAction *copied = find_action (copy, action);
  GeoatPreviewState state = GEOAT_PREVIEW_LEFT_OUT;
  g_autofree char *title = g_strdup_printf (_ ("Activity %u"), number);
  const char *text = geoat_item_get_text (item, GEOAT_FIELD_ACTIVITY);

  if (copied != NULL && !is_in_format (self, copied))
    state = GEOAT_PREVIEW_NO_PLACE;
  else if (copied != NULL && (*text == '\0' || *geoat_item_get_text (GEOAT_ITEM (copied),
                                                                     GEOAT_FIELD_ACTIVITY) != '\0'))
    state = get_part_state (self, "activity");
  add (self, GEOAT_PREVIEW_ACTION, state, title, text);

  /* Of an activity that does not go out at all, nothing need be listed. */
  if (copied == NULL || state == GEOAT_PREVIEW_NO_PLACE)
    return;
  add_fields (self, GEOAT_PREVIEW_DETAIL, item, GEOAT_ITEM (copied), first);
}

static gboolean
has_dated_action (GeoatEntry *copy)
{
  for (guint i = 0; i < geoat_entry_get_n_actions (copy); i++)
    if (is_dated (geoat_entry_get_action (copy, i)))
      return TRUE;
  return FALSE;
}

/* What becomes of an entry as a whole. @copy may be NULL. */
static GeoatPreviewState
get_entry_state (Preview *self, GeoatEntry *entry, GeoatEntry *copy)
{
  if (copy == NULL)
    return GEOAT_PREVIEW_LEFT_OUT;
  if ((!self->format->all_rounds && !geoat_entry_is_in_round (entry, self->round)) ||
      (self->format->dated_only && !has_dated_action (copy)))
    return GEOAT_PREVIEW_NO_PLACE;
  return GEOAT_PREVIEW_GOES;
}

static void
add_entry (Preview *self, GeoatEntry *entry, guint number)
{
  GeoatItem *item = GEOAT_ITEM (entry);
  GeoatEntry *copy = geoat_plan_find_entry (self->copy, geoat_item_get_id (item));
  GeoatPreviewState whole = get_entry_state (self, entry, copy);
  GeoatPreviewState state = whole;
  g_autofree char *title = g_strdup_printf (_ ("Indicator %u"), number);
  const char *text = get_text (self, item, GEOAT_FIELD_INDICATOR);

  if (whole == GEOAT_PREVIEW_GOES)
    {
      const char *copied = get_text (self, GEOAT_ITEM (copy), GEOAT_FIELD_INDICATOR);

      state = *text != '\0' && *copied == '\0' ? GEOAT_PREVIEW_LEFT_OUT
                                               : get_part_state (self, "indicator");
      if (*copied != '\0')
        text = copied;
    }
  add (self, GEOAT_PREVIEW_ENTRY, state, title, text);
  if (whole != GEOAT_PREVIEW_GOES)
    return;

  add_fields (self, GEOAT_PREVIEW_VALUE, item, GEOAT_ITEM (copy), NULL);
  for (guint i = 0; i < geoat_plan_get_n_rounds (self->plan); i++)
    add_rating (self, entry, copy, geoat_plan_get_round (self->plan, i));
  for (guint i = 0; i < geoat_entry_get_n_actions (entry); i++)
    add_action (self, copy, geoat_entry_get_action (entry, i), i + 1);
  add_lists (self, item, GEOAT_ITEM (copy));
}

static gboolean
is_any_copied (Preview *self, GeoatEntry **entries, guint n_entries)
{
  for (guint i = 0; i < n_entries; i++)
    if (geoat_plan_find_entry (self->copy, geoat_item_get_id (GEOAT_ITEM (entries[i]))) != NULL)
      return TRUE;
  return FALSE;
}

/* A key element of which nothing goes out is one line. */
static void
add_key_element (Preview *self, guint key_element, GeoatEntry **entries, guint n_entries)
{
  GeoatFramework *framework = geoat_plan_get_framework (self->plan);
  gboolean copied = is_any_copied (self, entries, n_entries);
  g_autofree char *count =
      g_strdup_printf (ngettext ("%u indicator", "%u indicators", n_entries), n_entries);
  g_autofree char *title = NULL;

  /* Translators: id and name of a key element */
  title = g_strdup_printf (
      C_ ("key element", "%s  %s"), geoat_framework_get_key_element_id (framework, key_element),
      geoat_framework_get_key_element_name (framework, key_element, self->language));
  add (self, GEOAT_PREVIEW_HEADING, copied ? GEOAT_PREVIEW_GOES : GEOAT_PREVIEW_LEFT_OUT, title,
       count);
  for (guint i = 0; copied && i < n_entries; i++)
    add_entry (self, entries[i], i + 1);
}

/**
 * geoat_preview_new:
 * @plan: the plan
 * @copy: the reduced copy of it that the format gets
 * @format: the format
 * @options: with what it is written: the round of @copy that is shown, in a format that has one,
 * the day, charts, paper
 * @language: the language of the screen, for names of the framework
 *
 * Lists what there is in @plan and whether it goes out: the plan itself, its rounds, the working
 * group, then every key element with its indicators. Of what goes out in no part, only the name is
 * listed.
 *
 * Returns: (transfer full): an array of #GeoatPreviewLine
 */
GPtrArray *
geoat_preview_new (GeoatPlan *plan,
                   GeoatPlan *copy,
                   const GeoatFormat *format,
                   const GeoatExportOptions *options,
                   const char *language)
{
  Preview self = {
    .plan = plan,
    .copy = copy,
    .format = format,
    .copied = options->round,
    .charts = format->plan_charts && !(format->optional_charts && options->without_charts),
    .language = language,
    .written = options->language != NULL ? options->language
                                         : geoat_language_get (geoat_plan_get_language (copy)),
    .lines = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_preview_line_free),
  };
  g_autoptr (GHashTable) overdue = NULL;
  g_autoptr (GeoatPlanOrder) order = NULL;
  guint n_key_elements;

  g_return_val_if_fail (GEOAT_IS_PLAN (plan), NULL);
  g_return_val_if_fail (GEOAT_IS_PLAN (copy), NULL);
  g_return_val_if_fail (GEOAT_IS_ROUND (options->round), NULL);

  self.round = geoat_plan_find_round (plan, geoat_item_get_id (GEOAT_ITEM (options->round)));
  if (format->find_overdue != NULL)
    self.overdue = overdue = format->find_overdue (copy, options);
  add_plan (&self);
  add_principle_targets (&self);
  add_rounds (&self);
  add_lists (&self, GEOAT_ITEM (plan), GEOAT_ITEM (copy));
  order = geoat_plan_order_new (plan, NULL);
  n_key_elements = geoat_framework_get_n_key_elements (geoat_plan_get_framework (plan));
  for (guint i = 0; i < n_key_elements; i++)
    {
      guint first = order->first[i];
      guint n_entries = order->first[i + 1] - first;

      if (n_entries > 0)
        add_key_element (&self, i, order->entries + first, n_entries);
    }
  return self.lines;
}
