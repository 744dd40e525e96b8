/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Plans for the tests of the charts, made through the history as a person would make them. */

#define G_LOG_DOMAIN "geoat-tests"

#include "config.h"

#include "chart-fixture.h"
#include "geoat-chart-kinds.h"

#include <json-glib/json-glib.h>
#include <string.h>

#include "geoat-language-private.h"

#define LONG_NAME_LENGTH 300

const GDate *
chart_fixture_today (void)
{
  static GDate today;

  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 15, G_DATE_JUNE, 2026);
  return &today;
}

GBytes *
chart_fixture_read_source (const char *path)
{
  g_autofree char *full = g_build_filename (g_getenv ("GEOAT_SOURCE_ROOT"), path, NULL);
  g_autoptr (GError) error = NULL;
  char *text;
  gsize length;

  g_file_get_contents (full, &text, &length, &error);
  g_assert_no_error (error);
  return g_bytes_new_take (text, length);
}

ChartFixture *
chart_fixture_new (GeoatFramework *framework)
{
  ChartFixture *self = g_new0 (ChartFixture, 1);

  self->plan = geoat_plan_new (framework != NULL ? framework : geoat_framework_get_default (), "en",
                               "Customs of Valmara", "GED action plan", "Baseline 2024",
                               chart_fixture_today ());
  self->history = geoat_history_new (self->plan);
  return self;
}

void
chart_fixture_free (ChartFixture *self)
{
  g_object_unref (self->history);
  g_object_unref (self->plan);
  g_clear_object (&self->language);
  g_free (self);
}

GeoatEntry *
chart_fixture_add (ChartFixture *self, const char *key_element, GeoatLevel level)
{
  g_autoptr (GeoatEntry) entry = geoat_entry_new (key_element, NULL, "An indicator");

  geoat_history_add_entry (self->history, entry, G_MAXUINT);
  if (level != GEOAT_LEVEL_NOT_ASSESSED)
    geoat_history_set_level (self->history, entry, level);
  return entry;
}

void
chart_fixture_add_all (ChartFixture *self, guint per_key_element, GeoatLevel level)
{
  GeoatFramework *framework = geoat_plan_get_framework (self->plan);

  for (guint i = 0; i < geoat_framework_get_n_key_elements (framework); i++)
    for (guint j = 0; j < per_key_element; j++)
      chart_fixture_add (self, geoat_framework_get_key_element_id (framework, i), level);
}

GeoatRound *
chart_fixture_open (ChartFixture *self, const char *title)
{
  return geoat_history_open_round (self->history, title, chart_fixture_today ());
}

GeoatAction *
chart_fixture_add_action (GeoatHistory *history,
                          GeoatEntry *entry,
                          GeoatStatus status,
                          const char *due)
{
  g_autoptr (GeoatAction) action = geoat_action_new_with_text ("Do it", "HR", "", "");

  geoat_history_add_action (history, entry, action, G_MAXUINT);
  geoat_history_set_number (history, GEOAT_ITEM (action), GEOAT_FIELD_STATUS, status);
  geoat_history_set_text (history, GEOAT_ITEM (action), GEOAT_FIELD_DUE, due);
  return action;
}

GeoatChart *
chart_fixture_chart (ChartFixture *self, const char *kind, GeoatRound *compare)
{
  g_autoptr (GError) error = NULL;
  const GeoatChartOptions options = {
    .plan = self->plan,
    .compare = compare,
    .language = self->language,
    .today = chart_fixture_today (),
  };
  GeoatChart *chart = geoat_chart_new (kind, &options, &error);

  g_assert_no_error (error);
  return chart;
}

void
chart_fixture_rate_mixed (ChartFixture *self, guint seed)
{
  for (guint i = 0; i < geoat_plan_get_n_entries (self->plan); i++)
    {
      guint number = (i * 7 + seed * 5 + i / 9) % 8;
      GeoatLevel level = number <= GEOAT_LEVEL_MAX ? (GeoatLevel) number
                         : number == 6             ? GEOAT_LEVEL_NOT_APPLICABLE
                                                   : GEOAT_LEVEL_NOT_ASSESSED;

      geoat_history_set_level (self->history, geoat_plan_get_entry (self->plan, i), level);
    }
}

static ChartFixture *
create_empty (void)
{
  return chart_fixture_new (NULL);
}

static ChartFixture *
create_one (void)
{
  ChartFixture *self = chart_fixture_new (NULL);

  chart_fixture_add_action (self->history, chart_fixture_add (self, "2B", GEOAT_LEVEL_2),
                            GEOAT_STATUS_PLANNED, "2026-06-01");
  return self;
}

static ChartFixture *
create_all (GeoatLevel level)
{
  ChartFixture *self = chart_fixture_new (NULL);

  chart_fixture_add_all (self, 6, level);
  return self;
}

static ChartFixture *
create_all_na (void)
{
  return create_all (GEOAT_LEVEL_NOT_APPLICABLE);
}

static ChartFixture *
create_none_assessed (void)
{
  return create_all (GEOAT_LEVEL_NOT_ASSESSED);
}

static ChartFixture *
create_all_5 (void)
{
  return create_all (GEOAT_LEVEL_5);
}

/* A few actions of each status, some overdue. */
static void
add_actions (ChartFixture *self)
{
  for (guint i = 0; i < geoat_plan_get_n_entries (self->plan); i += 3)
    chart_fixture_add_action (self->history, geoat_plan_get_entry (self->plan, i),
                              i / 3 % GEOAT_N_STATUSES, i % 2 == 0 ? "2026-01-31" : "2026-12-31");
}

static void
set_targets (ChartFixture *self)
{
  GeoatFramework *framework = geoat_plan_get_framework (self->plan);

  for (guint i = 0; i < geoat_framework_get_n_principles (framework); i++)
    geoat_history_set_principle_target (self->history, i, GEOAT_LEVEL_4);
  geoat_history_set_text (self->history, GEOAT_ITEM (self->plan), GEOAT_FIELD_TARGETS_BY,
                          "2027-06-30");
}

static void
fill_mixed (ChartFixture *self, guint n_rounds, const char *title)
{
  chart_fixture_add_all (self, 5, GEOAT_LEVEL_NOT_ASSESSED);
  chart_fixture_rate_mixed (self, 0);
  for (guint i = 1; i < n_rounds; i++)
    {
      g_autofree char *numbered = g_strdup_printf ("%s %u", title, 2024 + i);

      chart_fixture_open (self, numbered);
      chart_fixture_rate_mixed (self, i);
    }
  add_actions (self);
  set_targets (self);
}

static ChartFixture *
create_two_rounds (void)
{
  ChartFixture *self = chart_fixture_new (NULL);

  fill_mixed (self, 2, "Review");
  return self;
}

static ChartFixture *
create_ten_rounds (void)
{
  ChartFixture *self = chart_fixture_new (NULL);

  fill_mixed (self, 10, "Review of the year");
  return self;
}

/* A name of 300 characters: words, or one word without a break. */
static char *
create_long_name (gboolean one_word)
{
  GString *name = g_string_new (NULL);

  while (name->len < LONG_NAME_LENGTH)
    g_string_append (name, one_word ? "Gleichstellung" : "Directorate of supervision ");
  g_string_truncate (name, LONG_NAME_LENGTH);
  return g_string_free (name, FALSE);
}

typedef char *(*Rename) (const char *name);

/* The built-in framework with other names of principles and key elements. */
static void
rename_members (JsonArray *array, const char *language, Rename rename)
{
  for (guint i = 0; i < json_array_get_length (array); i++)
    {
      JsonObject *object = json_array_get_object_element (array, i);
      const char *const members[] = { "name", "short" };

      for (guint j = 0; j < G_N_ELEMENTS (members); j++)
        if (json_object_has_member (object, members[j]))
          {
            JsonObject *texts = json_object_get_object_member (object, members[j]);
            g_autofree char *name = rename (json_object_get_string_member (texts, "en"));

            json_object_set_string_member (texts, language, name);
          }
      if (json_object_has_member (object, "key_elements"))
        rename_members (json_object_get_array_member (object, "key_elements"), language, rename);
    }
}

static GeoatFramework *
create_framework (const char *language, Rename rename)
{
  g_autoptr (GBytes) bytes = chart_fixture_read_source ("data/frameworks/geoat-2023.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) renamed = NULL;
  GeoatFramework *framework;
  JsonObject *root;
  char *text;

  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                              &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  rename_members (json_object_get_array_member (root, "principles"), language, rename);
  text = json_to_string (json_parser_get_root (parser), FALSE);
  renamed = g_bytes_new_take (text, strlen (text));
  framework = geoat_framework_new_from_bytes (renamed, "renamed", &error);
  g_assert_no_error (error);
  return framework;
}

static char *
rename_long (const char *name)
{
  /* every other one without a place to break it */
  static guint turn = 0;

  return create_long_name (turn++ % 2 == 1);
}

static ChartFixture *
create_long_names (void)
{
  g_autoptr (GeoatFramework) framework = create_framework ("en", rename_long);
  ChartFixture *self = chart_fixture_new (framework);
  g_autofree char *title = create_long_name (FALSE);
  g_autofree char *word = create_long_name (TRUE);

  geoat_history_set_text (self->history, GEOAT_ITEM (self->plan), GEOAT_FIELD_ADMINISTRATION,
                          title);
  fill_mixed (self, 3, title);
  geoat_history_set_text (self->history, GEOAT_ITEM (geoat_plan_get_last_round (self->plan)),
                          GEOAT_FIELD_ROUND_TITLE, word);
  return self;
}

static char *
rename_arabic (const char *name)
{
  static guint turn = 0;
  static const char *const names[] = {
    "الاستراتيجية والحوكمة والقيادة",
    "التوظيف والتطوير الوظيفي",
    "التوازن بين العمل والحياة",
    "العنف القائم على النوع الاجتماعي",
  };

  return g_strdup (names[turn++ % G_N_ELEMENTS (names)]);
}

/* English with Arabic words in front of every text, from right to left. */
static GeoatLanguage *
create_arabic (void)
{
  g_autoptr (GBytes) bytes = chart_fixture_read_source ("data/languages/en.json");
  g_autoptr (JsonParser) parser = json_parser_new ();
  g_autoptr (GList) keys = NULL;
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) translated = NULL;
  GeoatLanguage *language;
  JsonObject *root, *texts;
  char *text;

  json_parser_load_from_data (parser, g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes),
                              &error);
  g_assert_no_error (error);
  root = json_node_get_object (json_parser_get_root (parser));
  json_object_set_string_member (root, "tag", "ar");
  json_object_set_string_member (root, "direction", "rtl");
  texts = json_object_get_object_member (root, "texts");
  keys = json_object_get_members (texts);
  for (GList *l = keys; l != NULL; l = l->next)
    if (JSON_NODE_HOLDS_VALUE (json_object_get_member (texts, l->data)))
      {
        g_autofree char *arabic =
            g_strconcat ("نص ", json_object_get_string_member (texts, l->data), NULL);

        json_object_set_string_member (texts, l->data, arabic);
      }
  text = json_to_string (json_parser_get_root (parser), FALSE);
  translated = g_bytes_new_take (text, strlen (text));
  language = geoat_language_new_from_bytes (translated, "ar", &error);
  g_assert_no_error (error);
  return language;
}

static ChartFixture *
create_arabic_names (void)
{
  g_autoptr (GeoatFramework) framework = create_framework ("ar", rename_arabic);
  ChartFixture *self = chart_fixture_new (framework);

  self->language = create_arabic ();
  fill_mixed (self, 3, "مراجعة");
  return self;
}

static const ChartCase cases[] = {
  { "empty", create_empty },           { "one-entry", create_one },
  { "all-na", create_all_na },         { "none-assessed", create_none_assessed },
  { "all-5", create_all_5 },           { "two-rounds", create_two_rounds },
  { "ten-rounds", create_ten_rounds }, { "long-names", create_long_names },
  { "arabic", create_arabic_names },
};

ChartFixture *
chart_fixture_create (const char *name)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    if (strcmp (cases[i].name, name) == 0)
      return cases[i].create ();
  g_assert_not_reached ();
}

typedef struct
{
  const ChartCase *example;
  const char *kind;
  ChartCaseTest test;
} CaseTest;

static void
run_case_test (gconstpointer data)
{
  const CaseTest *test = data;
  g_autoptr (ChartFixture) fixture = test->example->create ();

  test->test (fixture, test->kind);
}

void
chart_fixture_add_case_tests (const char *prefix, ChartCaseTest test)
{
  guint n_kinds;
  const GeoatChartKind *kinds = geoat_chart_get_kinds (&n_kinds);

  for (guint i = 0; i < n_kinds; i++)
    for (guint j = 0; j < G_N_ELEMENTS (cases); j++)
      {
        CaseTest *case_test = g_new0 (CaseTest, 1);
        g_autofree char *path = g_strdup_printf ("%s/%s/%s", prefix, kinds[i].id, cases[j].name);

        case_test->example = &cases[j];
        case_test->kind = kinds[i].id;
        case_test->test = test;
        g_test_add_data_func_full (path, case_test, run_case_test, g_free);
      }
}
