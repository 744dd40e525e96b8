/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans for the tests of the model, and a text of all that can be asked of one. */

#define G_LOG_DOMAIN "test"

#include "config.h"

#include "plan-fixture.h"

#include "geoat-date.h"
#include "geoat-plan-writer.h"

static const char *const words[] = {
  "",
  "a",
  "gender",
  "\n",
  "é",
  "نوع",
  "公平",
  "👩‍✈️",
  "e\xcc\x81",
  "policy",
  "\r\n\t",
  "aaaaaaaaa",
  "\xe2\x80\xa8",
  "border post",
  "0",
  "  ",
  "\"\\/",
  "l",
};

void
plan_fixture_date (GDate *date, const char *text)
{
  g_assert_true (geoat_date_parse (text, date));
}

GeoatPlan *
plan_fixture_new (void)
{
  GDate today;

  plan_fixture_date (&today, "2024-01-15");
  return geoat_plan_new (geoat_framework_get_default (), "en", "Customs of Valmara", "Plan",
                         "Baseline", &today);
}

GeoatEntry *
plan_fixture_add (GeoatHistory *history, const char *key_element, GeoatLevel level)
{
  g_autoptr (GeoatEntry) entry = geoat_entry_new (key_element, NULL, "An indicator");

  geoat_history_add_entry (history, entry, G_MAXUINT);
  if (level != GEOAT_LEVEL_NOT_ASSESSED)
    geoat_history_set_level (history, entry, level);
  return entry;
}

/* Without a format: there are some hundreds of these in each of thousands of dumps. */
static void
dump_text (GString *out, const char *text)
{
  g_string_append_c (out, '|');
  if (text != NULL)
    g_string_append (out, text);
}

static void
dump_number (GString *out, int number)
{
  g_string_append_c (out, '#');
  if (number < 0)
    g_string_append_c (out, '-');
  g_assert_cmpint (ABS (number), <, 20);
  if (ABS (number) >= 10)
    g_string_append_c (out, '1');
  g_string_append_c (out, (char) ('0' + ABS (number) % 10));
}

static void
dump_item (GString *out, gpointer pointer)
{
  GeoatItem *item = pointer;
  GeoatPart part = geoat_item_get_part (item);

  dump_number (out, part);
  dump_text (out, geoat_item_get_id (item));
  for (guint field = geoat_field_first (part); field <= geoat_field_last (part); field++)
    if (geoat_field_is_text (field))
      dump_text (out, geoat_item_get_text (item, field));
    else
      dump_number (out, geoat_item_get_number (item, field));
  g_string_append_c (out, '\n');
}

static void
dump_ratings (GString *out, GeoatPlan *plan, GeoatEntry *entry)
{
  for (guint i = 0; i < geoat_plan_get_n_rounds (plan); i++)
    {
      GeoatRound *round = geoat_plan_get_round (plan, i);
      const GeoatRating *rating = geoat_entry_get_rating (entry, round);

      dump_number (out, geoat_entry_is_in_round (entry, round));
      if (rating != NULL)
        {
          dump_number (out, geoat_rating_get_level (rating));
          dump_number (out, geoat_rating_get_carried (rating));
          dump_text (out, geoat_rating_get_reason (rating));
          dump_text (out, geoat_rating_get_indicator (rating));
          dump_text (out, geoat_rating_get_current_activities (rating));
        }
      g_string_append_c (out, '\n');
    }
}

char *
plan_fixture_dump (GeoatPlan *plan)
{
  GString *out = g_string_new (NULL);
  g_autoptr (GBytes) bytes = geoat_plan_to_bytes (plan);
  GListModel *members = geoat_plan_get_working_group (plan);
  guint n_principles = geoat_framework_get_n_principles (geoat_plan_get_framework (plan));

  dump_item (out, plan);
  for (guint i = 0; i < n_principles; i++)
    dump_number (out, geoat_plan_get_principle_target (plan, i));
  for (guint i = 0; i < geoat_plan_get_n_rounds (plan); i++)
    dump_item (out, geoat_plan_get_round (plan, i));
  for (guint i = 0; i < g_list_model_get_n_items (members); i++)
    {
      g_autoptr (GeoatMember) member = g_list_model_get_item (members, i);

      dump_item (out, member);
    }
  for (guint i = 0; i < geoat_plan_get_n_entries (plan); i++)
    {
      GeoatEntry *entry = geoat_plan_get_entry (plan, i);

      dump_item (out, entry);
      dump_ratings (out, plan, entry);
      for (guint j = 0; j < geoat_entry_get_n_actions (entry); j++)
        dump_item (out, geoat_entry_get_action (entry, j));
    }

  g_string_append_len (out, g_bytes_get_data (bytes, NULL), (gssize) g_bytes_get_size (bytes));
  return g_string_free (out, FALSE);
}

static gpointer
choose_item (GRand *random, GListModel *list)
{
  guint length = g_list_model_get_n_items (list);
  g_autoptr (GObject) item = NULL;

  if (length == 0)
    return NULL;

  item = g_list_model_get_item (list, (guint) g_rand_int_range (random, 0, (int) length));
  return item; /* the list has it */
}

static GeoatAction *
choose_action (GRand *random, GeoatPlan *plan)
{
  GeoatEntry *entry = choose_item (random, geoat_plan_get_entries (plan));

  return entry == NULL ? NULL : choose_item (random, geoat_entry_get_actions (entry));
}

static const char *
choose_key_element (GRand *random, GeoatPlan *plan)
{
  GeoatFramework *framework = geoat_plan_get_framework (plan);
  int n = (int) geoat_framework_get_n_key_elements (framework);

  return geoat_framework_get_key_element_id (framework, (guint) g_rand_int_range (random, 0, n));
}

static char *
choose_text (GRand *random, const char *present)
{
  GString *text = g_string_new (present);
  glong length = g_utf8_strlen (text->str, -1);
  const char *word = words[g_rand_int_range (random, 0, G_N_ELEMENTS (words))];
  const char *start =
      g_utf8_offset_to_pointer (text->str, g_rand_int_range (random, 0, (int) length + 1));
  glong rest = g_utf8_strlen (start, -1);
  const char *end = g_utf8_offset_to_pointer (
      start, g_rand_boolean (random) ? 0 : g_rand_int_range (random, 0, MIN (4, (int) rest + 1)));
  gssize position = start - text->str;

  if (length > 200)
    g_string_truncate (text, 0);
  else
    {
      g_string_erase (text, position, end - start);
      g_string_insert (text, position, word);
    }

  return g_string_free (text, FALSE);
}

static void
edit_field (GeoatHistory *history, GRand *random, GeoatItem *item)
{
  GeoatPart part;
  GeoatField field;
  GeoatFieldKind kind;
  g_autofree char *text = NULL;

  if (item == NULL)
    return;

  part = geoat_item_get_part (item);
  field = (GeoatField) g_rand_int_range (random, (int) geoat_field_first (part),
                                         (int) geoat_field_last (part) + 1);
  kind = geoat_field_get_info (field)->kind;
  switch (kind)
    {
    case GEOAT_FIELD_KIND_LEVEL:
      geoat_history_set_number (history, item, field,
                                g_rand_boolean (random) ? GEOAT_LEVEL_NOT_ASSESSED
                                                        : g_rand_int_range (random, 0, 6));
      break;
    case GEOAT_FIELD_KIND_MONTH:
      geoat_history_set_number (history, item, field, g_rand_int_range (random, 0, 13));
      break;
    case GEOAT_FIELD_KIND_STATUS:
      geoat_history_set_number (history, item, field,
                                g_rand_int_range (random, 0, GEOAT_N_STATUSES));
      break;
    case GEOAT_FIELD_KIND_DATE:
      if (part == GEOAT_PART_ROUND)
        break;
      text = g_rand_boolean (random)
                 ? g_strdup ("")
                 : g_strdup_printf ("20%02d-12-31", g_rand_int_range (random, 20, 40));
      geoat_history_set_text (history, item, field, text);
      break;
    case GEOAT_FIELD_KIND_LANGUAGE:
      geoat_history_set_text (history, item, field, g_rand_boolean (random) ? "fr" : "pt-BR");
      break;
    case GEOAT_FIELD_KIND_KEY_ELEMENT:
      geoat_history_set_text (history, item, field,
                              choose_key_element (random, geoat_history_get_plan (history)));
      break;
    case GEOAT_FIELD_KIND_ROUND:
      break;
    case GEOAT_FIELD_KIND_TEXT:
    case GEOAT_FIELD_KIND_LINE:
    default:
      text = choose_text (random, geoat_item_get_text (item, field));
      geoat_history_set_text (history, item, field, text);
      break;
    }
}

static void
edit_rating (GeoatHistory *history, GRand *random, GeoatEntry *entry)
{
  GeoatPlan *plan = geoat_history_get_plan (history);
  GeoatRound *round = geoat_plan_get_last_round (plan);
  const GeoatRating *present;
  g_autoptr (GeoatRating) rating = NULL;
  g_autofree char *reason = NULL;

  if (entry == NULL || !geoat_plan_can_rate (plan) || !geoat_entry_is_in_round (entry, round))
    return;

  present = geoat_entry_get_rating (entry, round);
  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      rating = geoat_rating_new (g_rand_int_range (random, -1, 6), "because", FALSE);
      geoat_history_set_rating (history, entry, rating);
      break;
    case 1:
      if (present == NULL)
        break;
      reason = choose_text (random, geoat_rating_get_reason (present));
      geoat_history_set_reason (history, entry, reason);
      break;
    default:
      geoat_history_set_level (history, entry, g_rand_int_range (random, -2, 6));
      break;
    }
}

static void
edit_entries (GeoatHistory *history, GRand *random, GeoatEntry *entry)
{
  GeoatPlan *plan = geoat_history_get_plan (history);
  int n_entries = (int) geoat_plan_get_n_entries (plan);
  int choice = g_rand_int_range (random, 0, 6);

  if (entry == NULL || (choice == 0 && n_entries < 25))
    {
      g_autoptr (GeoatEntry) added =
          geoat_entry_new (choose_key_element (random, plan), "geoat-2023/1A.01", "Added");
      g_autoptr (GeoatAction) action = geoat_action_new_with_text ("Do", "Who", "When", "What");

      geoat_history_begin (history, "Add");
      geoat_history_add_entry (history, added,
                               g_rand_boolean (random)
                                   ? G_MAXUINT
                                   : (guint) g_rand_int_range (random, 0, n_entries + 1));
      geoat_history_add_action (history, added, action, 0);
      geoat_history_end (history);
    }
  else if (choice == 1 && geoat_history_can_remove_entry (history, entry))
    geoat_history_remove_entry (history, entry);
  else if (choice == 2)
    geoat_history_move_entry (history, entry, (guint) g_rand_int_range (random, 0, n_entries));
  else if (choice == 3)
    geoat_history_move_entry_to (history, entry, choose_key_element (random, plan));
  else if (choice == 4 && n_entries < 20)
    g_assert_nonnull (geoat_history_duplicate_entry (history, entry));
  else
    edit_field (history, random, GEOAT_ITEM (entry));
}

static void
edit_actions (GeoatHistory *history, GRand *random, GeoatEntry *entry)
{
  GeoatPlan *plan = geoat_history_get_plan (history);
  GeoatAction *action = choose_action (random, plan);
  int choice = g_rand_int_range (random, 0, 5);

  if (entry != NULL && choice == 0 && geoat_entry_get_n_actions (entry) < 3)
    {
      g_autoptr (GeoatAction) added = geoat_action_new ();

      geoat_history_add_action (history, entry, added, G_MAXUINT);
    }
  else if (action != NULL && choice == 1)
    geoat_history_remove_action (history, action);
  else if (action != NULL && choice == 2)
    geoat_history_move_action (history, action, entry, g_rand_boolean (random) ? G_MAXUINT : 0);
  else if (action != NULL && choice == 3 &&
           geoat_entry_get_n_actions (GEOAT_ENTRY (geoat_item_get_owner (GEOAT_ITEM (action)))) < 3)
    geoat_history_duplicate_action (history, action);
  else
    edit_field (history, random, GEOAT_ITEM (action));
}

/* Any list but the entries, the rounds and the actions, which are edited above and below. */
static void
edit_list (GeoatHistory *history, GRand *random, GeoatEntry *entry)
{
  GeoatListKind kind = (GeoatListKind) g_rand_int_range (random, 1, GEOAT_N_LISTS);
  gboolean is_other = kind != GEOAT_LIST_ENTRIES && kind != GEOAT_LIST_ROUNDS &&
                      kind != GEOAT_LIST_ACTIONS && entry != NULL;
  const GeoatListInfo *info = geoat_list_kind_get_info (is_other ? kind : GEOAT_LIST_MEMBERS);
  GeoatItem *owner = info->owner == GEOAT_PART_PLAN ? GEOAT_ITEM (geoat_history_get_plan (history))
                                                    : GEOAT_ITEM (entry);
  int n_items = (int) geoat_item_get_n_items (owner, info->kind);
  GeoatItem *item =
      n_items == 0 ? NULL
                   : geoat_item_get_item (owner, info->kind, g_rand_int_range (random, 0, n_items));
  int choice = g_rand_int_range (random, 0, 4);

  if (item == NULL || (choice == 0 && n_items < 5))
    {
      g_autoptr (GeoatItem) added = g_object_new (info->get_type (), NULL);

      geoat_history_add_item (history, added, owner, g_rand_boolean (random) ? G_MAXUINT : 0);
    }
  else if (choice == 1)
    geoat_history_remove_item (history, item);
  else if (choice == 2)
    geoat_history_move_item (history, item, owner, (guint) g_rand_int_range (random, 0, n_items));
  else
    edit_field (history, random, item);
}

static void
edit_rounds (GeoatHistory *history, GRand *random)
{
  GeoatPlan *plan = geoat_history_get_plan (history);
  GDate today;

  plan_fixture_date (&today, "2025-03-08");
  switch (g_rand_int_range (random, 0, 4))
    {
    case 0:
      if (geoat_plan_can_rate (plan))
        geoat_history_close_round (history, &today);
      break;
    case 1:
      if (geoat_plan_get_n_rounds (plan) < 6)
        geoat_history_open_round (history, "Review", &today);
      break;
    case 2:
      if (!geoat_plan_can_rate (plan))
        geoat_history_reopen_round (history);
      break;
    default:
      edit_field (history, random, choose_item (random, geoat_plan_get_rounds (plan)));
      break;
    }
}

void
plan_fixture_edit_at_random (GeoatHistory *history, GRand *random)
{
  GeoatPlan *plan = geoat_history_get_plan (history);
  GeoatEntry *entry = choose_item (random, geoat_plan_get_entries (plan));
  int choice = g_rand_int_range (random, 0, 100);

  if (choice < 30)
    edit_entries (history, random, entry);
  else if (choice < 55)
    edit_rating (history, random, entry);
  else if (choice < 75)
    edit_actions (history, random, entry);
  else if (choice < 82)
    edit_list (history, random, entry);
  else if (choice < 86)
    edit_rounds (history, random);
  else if (choice < 90)
    geoat_history_set_principle_target (history, (guint) g_rand_int_range (random, 0, 6),
                                        g_rand_boolean (random) ? GEOAT_LEVEL_NOT_ASSESSED
                                                                : g_rand_int_range (random, 0, 6));
  else if (choice < 95)
    edit_field (history, random, GEOAT_ITEM (plan));
  else if (choice < 97)
    geoat_history_break (history);
  else
    {
      geoat_history_begin (history, "Several");
      for (guint i = 0; i < 3; i++)
        {
          edit_rating (history, random, choose_item (random, geoat_plan_get_entries (plan)));
          edit_entries (history, random, choose_item (random, geoat_plan_get_entries (plan)));
        }
      geoat_history_end (history);
    }
}
