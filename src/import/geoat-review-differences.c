/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What a filled template says about an indicator that the plan does not say, cell by cell.
 *
 * How it works: a cell that is empty in the file says nothing: importing never empties a cell of
 * the plan. Cells that differ in nothing but white space say the same. What goes into an empty cell
 * is accepted; where the plan says something else, that stays unless someone accepts the other
 * text. Activities are recognised by their wording, then by a wording that is near; one without any
 * text in the plan takes the next that is new. The others are new. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include <string.h>

#include "geoat-hash.h"
#include "geoat-review-private.h"
#include "geoat-wording.h"

static GeoatReviewDifference *
add (GPtrArray *differences,
     GeoatSourceColumn kind,
     guint action,
     gpointer item,
     const char *old_text,
     const char *new_text)
{
  GeoatReviewDifference *difference = g_new0 (GeoatReviewDifference, 1);

  difference->kind = kind;
  difference->action = action;
  difference->item = g_strdup (geoat_item_get_id (GEOAT_ITEM (item)));
  difference->old_text = g_strdup (old_text);
  difference->new_text = g_strdup (new_text);
  difference->doubtful = *old_text != '\0';
  difference->accepted = !difference->doubtful;
  g_ptr_array_add (differences, difference);
  return difference;
}

static gboolean
says_the_same (const char *one, const char *other)
{
  g_autofree char *first = NULL;
  g_autofree char *second = NULL;

  if (g_str_equal (one, other))
    return TRUE;
  first = geoat_wording_tidy (one, TRUE);
  second = geoat_wording_tidy (other, TRUE);
  return g_str_equal (first, second);
}

static void
compare_text (
    GPtrArray *differences, GeoatSourceColumn kind, guint action, gpointer item, const char *text)
{
  const char *old_text = geoat_item_get_text (GEOAT_ITEM (item), (GeoatField) kind);

  if (text != NULL && *text != '\0' && !says_the_same (old_text, text))
    add (differences, kind, action, item, old_text, text);
}

static void
compare_rating (GPtrArray *differences, const GeoatFound *found, GeoatEntry *entry)
{
  GeoatPlan *plan = GEOAT_PLAN (geoat_item_get_owner (GEOAT_ITEM (entry)));
  GeoatRound *round = geoat_plan_get_last_round (plan);
  const GeoatRating *rating = geoat_entry_get_rating (entry, round);
  GeoatLevel level = geoat_entry_get_level (entry, round);
  const char *reason = rating ? geoat_rating_get_reason (rating) : "";

  if (found->level != GEOAT_LEVEL_NOT_ASSESSED && found->level != level)
    add (differences, GEOAT_SOURCE_COLUMN_LEVEL, G_MAXUINT, entry, geoat_level_get_mark (level),
         geoat_level_get_mark (found->level))
        ->number = found->level;
  if (found->reason->len > 0 && !says_the_same (reason, found->reason->str))
    add (differences, GEOAT_SOURCE_COLUMN_REASON, G_MAXUINT, entry, reason, found->reason->str);
}

/* Whether every line of @lines is a line of @text. */
static gboolean
has_lines (const char *text, const char *lines)
{
  g_auto (GStrv) all = g_strsplit (text, "\n", -1);
  g_auto (GStrv) wanted = g_strsplit (lines, "\n", -1);
  g_autoptr (GHashTable) known = g_hash_table_new (geoat_hash_text, g_str_equal);

  for (guint i = 0; all[i] != NULL; i++)
    g_hash_table_add (known, all[i]);
  for (guint i = 0; wanted[i] != NULL; i++)
    if (!g_hash_table_contains (known, wanted[i]))
      return FALSE;
  return TRUE;
}

char *
geoat_review_join_notes (const GeoatFound *found, const char *notes)
{
  if (found->kept->len == 0 || has_lines (notes, found->kept->str))
    return g_strdup (notes);
  return *notes == '\0' ? g_strdup (found->kept->str)
                        : g_strconcat (notes, "\n", found->kept->str, NULL);
}

/* What is kept in the notes comes behind what stands there: that loses nothing. */
static void
compare_notes (GPtrArray *differences, const GeoatFound *found, GeoatEntry *entry)
{
  const char *old_notes = geoat_item_get_text (GEOAT_ITEM (entry), GEOAT_FIELD_NOTES);
  gboolean says = found->notes->len > 0 && !says_the_same (old_notes, found->notes->str);
  g_autofree char *notes = geoat_review_join_notes (found, says ? found->notes->str : old_notes);
  GeoatReviewDifference *difference;

  if (says_the_same (old_notes, notes))
    return;
  difference = add (differences, GEOAT_FIELD_NOTES, G_MAXUINT, entry, old_notes, notes);
  if (g_str_has_prefix (notes, old_notes))
    {
      difference->doubtful = FALSE;
      difference->accepted = TRUE;
    }
}

static void
compare_status (GPtrArray *differences, const GeoatFoundAction *found, guint n, GeoatAction *action)
{
  GeoatStatus status = geoat_action_get_status (action);
  GeoatReviewDifference *difference;

  if (!found->has_status || found->status == status)
    return;
  difference = add (differences, GEOAT_FIELD_STATUS, n, action, geoat_status_to_string (status),
                    geoat_status_to_string (found->status));
  difference->number = (int) found->status;
  /* Every activity begins as planned: nobody has said so. */
  difference->doubtful = status != GEOAT_STATUS_PLANNED;
  difference->accepted = !difference->doubtful;
}

/* The fields of an activity in the order in which a template has them. */
static void
list_action_fields (GeoatField fields[GEOAT_N_FIELDS])
{
  static const GeoatField first[] = { GEOAT_FIELD_ACTIVITY, GEOAT_FIELD_UNITS,
                                      GEOAT_FIELD_TIMELINE, GEOAT_FIELD_TARGETS,
                                      GEOAT_FIELD_STATUS,   GEOAT_FIELD_NONE };

  geoat_field_list (GEOAT_PART_ACTION, 0, first, fields);
}

static void
compare_action (GPtrArray *differences, const GeoatFoundAction *found, guint n, GeoatAction *action)
{
  GeoatField fields[GEOAT_N_FIELDS];

  list_action_fields (fields);
  for (guint i = 0; fields[i] != GEOAT_FIELD_NONE; i++)
    if (fields[i] == GEOAT_FIELD_STATUS)
      compare_status (differences, found, n, action);
    else
      compare_text (differences, (GeoatSourceColumn) fields[i], n, action,
                    geoat_found_action_get_text (found, fields[i]));
}

/* The texts of an activity, one below the other. */
static char *
describe_action (const GeoatFoundAction *found)
{
  GString *description = g_string_new (NULL);
  GeoatField fields[GEOAT_N_FIELDS];

  list_action_fields (fields);
  for (guint i = 0; fields[i] != GEOAT_FIELD_NONE; i++)
    {
      const char *text = geoat_found_action_get_text (found, fields[i]);

      if (text != NULL && *text != '\0')
        g_string_append_printf (description, "%s%s", description->len > 0 ? "\n" : "", text);
    }
  return g_string_free (description, FALSE);
}

/* Pairs the activities that were found with those of an entry: which[i] is the position of the one
 * that is meant by the i-th, or -1. Those that are nearer to each other go first. */
static void
pair_actions (const GeoatFound *found, GeoatEntry *entry, int *which)
{
  guint n_actions = geoat_entry_get_n_actions (entry);
  g_autofree gboolean *taken = g_new0 (gboolean, n_actions + 1);
  g_autoptr (GPtrArray) theirs =
      g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_wording_free);

  for (guint i = 0; i < n_actions; i++)
    g_ptr_array_add (theirs,
                     geoat_wording_new (geoat_item_get_text (
                         GEOAT_ITEM (geoat_entry_get_action (entry, i)), GEOAT_FIELD_ACTIVITY)));
  for (guint pass = 0; pass < 2; pass++)
    for (guint i = 0; i < found->actions->len; i++)
      {
        const GeoatFoundAction *action = g_ptr_array_index (found->actions, i);
        const char *text = geoat_found_action_get_text (action, GEOAT_FIELD_ACTIVITY);
        g_autoptr (GeoatWording) wording = geoat_wording_new (text ? text : "");
        double best = pass == 0 ? 1 : GEOAT_WORDING_NEAR;
        int nearest = -1;

        if (pass == 0)
          which[i] = -1;
        for (guint j = 0; which[i] < 0 && j < n_actions; j++)
          {
            double near =
                taken[j] ? 0 : geoat_wording_compare (wording, g_ptr_array_index (theirs, j), best);

            if (near >= best && (nearest < 0 || near > best))
              {
                best = near;
                nearest = (int) j;
              }
          }
        if (nearest >= 0)
          {
            which[i] = nearest;
            taken[nearest] = TRUE;
          }
      }
  for (guint i = 0, j = 0; i < found->actions->len; i++)
    {
      while (j < n_actions &&
             (taken[j] || !geoat_action_is_blank (geoat_entry_get_action (entry, j))))
        j++;
      if (which[i] < 0 && j < n_actions)
        {
          which[i] = (int) j;
          taken[j] = TRUE;
        }
    }
}

void
geoat_review_compare_entry (GPtrArray *differences, const GeoatFound *found, GeoatEntry *entry)
{
  g_autofree int *which = g_new0 (int, found->actions->len + 1);

  compare_text (differences, GEOAT_FIELD_INDICATOR, G_MAXUINT, entry,
                found->first[GEOAT_FIRST_INDICATOR]);
  compare_text (differences, GEOAT_FIELD_ALIGNMENT, G_MAXUINT, entry,
                found->first[GEOAT_FIRST_ALIGNMENT]);
  compare_rating (differences, found, entry);
  compare_text (differences, GEOAT_FIELD_CURRENT_ACTIVITIES, G_MAXUINT, entry,
                found->first[GEOAT_FIRST_CURRENT_ACTIVITIES]);

  pair_actions (found, entry, which);
  for (guint i = 0; i < found->actions->len; i++)
    {
      const GeoatFoundAction *action = g_ptr_array_index (found->actions, i);

      if (which[i] >= 0)
        compare_action (differences, action, i, geoat_entry_get_action (entry, (guint) which[i]));
      else
        {
          g_autofree char *text = describe_action (action);

          add (differences, GEOAT_FIELD_ACTIVITY, i, entry, "", text)->adds = TRUE;
        }
    }
  compare_notes (differences, found, entry);
}

void
geoat_review_compare_member (GPtrArray *differences, GeoatMember *found, GeoatMember *member)
{
  for (guint i = GEOAT_BEFORE_MEMBER_FIELDS + 1; i < GEOAT_AFTER_MEMBER_FIELDS; i++)
    compare_text (differences, (GeoatSourceColumn) i, G_MAXUINT, member,
                  geoat_item_get_text (GEOAT_ITEM (found), (GeoatField) i));
}
