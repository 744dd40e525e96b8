/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is left out does not leave, whatever it is; what is not left out does. */

#define G_LOG_DOMAIN "geoat-tests"

#include "config.h"

#include "geoat-sharing.h"

#include <string.h>

#include "geoat-error.h"
#include "geoat-plan-reader.h"
#include "geoat-plan-writer.h"

/* Every text is a secret of its own: "<part>:…" goes with that part. Dates are too: see dates. */
static const char plan_text[] =
    "{ \"format\": \"geoat-plan\", \"version\": 1, \"id\": \"p1\", \"framework\": \"geoat-2023\","
    "  \"language\": \"en\", \"title\": \"<title>\", \"classification\": \"<classification>\","
    "  \"administration\": { \"name\": \"<administration>\", \"country\": \"<administration>\","
    "    \"fiscal_year_start\": 7, \"<unknown>\": \"<unknown>\" },"
    "  \"target_levels\": { \"by\": \"2031-01-01\", \"principles\": { \"1\": 4 },"
    "    \"x1\": \"<unknown>\" },"
    "  \"working_group\": [ { \"id\": \"m1\", \"name\": \"<working_group>\","
    "    \"unit\": \"<working_group>\", \"role\": \"<working_group>\", \"x2\": \"<unknown>\" } ],"
    "  \"rounds\": ["
    "    { \"id\": \"r1\", \"title\": \"<round:r1>\", \"opened\": \"2021-01-01\","
    "      \"closed\": \"2021-02-01\", \"x3\": \"<unknown>\" },"
    "    { \"id\": \"r2\", \"title\": \"<round:r2>\", \"opened\": \"2022-01-01\","
    "      \"closed\": \"2022-02-01\" },"
    "    { \"id\": \"r3\", \"title\": \"<round:r3>\", \"opened\": \"2023-01-01\" } ],"
    "  \"entries\": ["
    "    { \"id\": \"e1\", \"key_element\": \"1A\", \"source\": \"<source>\","
    "      \"indicator\": \"<indicator>\", \"alignment\": \"<alignment>\","
    "      \"ratings\": {"
    "        \"r1\": { \"level\": 1, \"reason\": \"<reasons>\", \"indicator\": \"<indicator>\","
    "          \"current_activities\": \"<current_activities>\", \"x4\": \"<unknown>\" },"
    "        \"r2\": { \"level\": 2, \"reason\": \"<reasons>\" },"
    "        \"r3\": { \"level\": \"na\", \"reason\": \"<reasons>\" } },"
    "      \"current_activities\": \"<current_activities>\", \"target_level\": 5,"
    "      \"notes\": \"<notes>\", \"x5\": { \"deep\": [ \"<unknown>\" ] },"
    "      \"actions\": ["
    "        { \"id\": \"a1\", \"activity\": \"<activity>\", \"units\": \"<units>\","
    "          \"lead\": \"<lead>\", \"timeline\": \"<timeline>\", \"start\": \"2032-01-01\","
    "          \"due\": \"2032-02-01\", \"targets\": \"<targets>\", \"status\": \"done\","
    "          \"completed\": \"2033-01-01\", \"progress\": \"<progress>\","
    "          \"x6\": \"<unknown>\" },"
    "        { \"id\": \"a2\", \"activity\": \"<status:dropped>\", \"status\": \"dropped\" } ] },"
    "    { \"id\": \"e2\", \"key_element\": \"4B\", \"indicator\": \"<key_element:4B>\","
    "      \"since\": \"r2\", \"ratings\": { \"r2\": { \"level\": 3 } } },"
    "    { \"id\": \"e3\", \"key_element\": \"6C\", \"indicator\": \"<key_element:6C>\","
    "      \"ratings\": { \"r1\": { \"level\": 0 } }, \"retired\": \"r2\" } ],"
    "  \"x7\": \"<unknown>\" }";

/* Further marks of a part, beside its "<part>". */
static const struct
{
  const char *part;
  const char *mark;
} marks[] = {
  { "administration", "fiscal_year_start" },
  { "target_levels", "2031-01-01" },
  { "target_levels", "\"target_level\":" },
  { "target_levels", "\"target_levels\":" },
  { "timeline", "2032-01-01" },
  { "timeline", "2032-02-01" },
  { "progress", "2033-01-01" },
  { "level", "<reasons>" },
  { "round:r1", "2021-" },
  { "round:r2", "2022-" },
  { "round:r3", "2023-01" },
  { "key_element:4B", "\"e2\"" },
  { "status:dropped", "\"a2\"" },
};

static void
leave_out (GeoatSharing *sharing, const char *name)
{
  GeoatSharingKind kind;
  const char *id;

  g_assert_true (geoat_sharing_parse_name (name, &kind, &id));
  geoat_sharing_set_left_out (sharing, kind, id, TRUE);
  g_assert_true (geoat_sharing_is_left_out (sharing, kind, id));
}

static GeoatPlan *
read_plan (const char *text, gssize length)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, length < 0 ? strlen (text) : (gsize) length);
  g_autoptr (GError) error = NULL;
  GeoatPlan *plan = geoat_plan_read (bytes, &error);

  g_assert_no_error (error);
  return plan;
}

static char *
write_plan (GeoatPlan *plan)
{
  g_autoptr (GBytes) bytes = geoat_plan_to_bytes (plan);

  return g_strndup (g_bytes_get_data (bytes, NULL), g_bytes_get_size (bytes));
}

/* The copy without @name (NULL: nothing) as its file. It is a valid plan. */
static char *
share (const char *name, GPtrArray **removed)
{
  const char *left_out[] = { name, NULL };
  g_autoptr (GeoatSharing) sharing = geoat_sharing_new (left_out);
  g_autoptr (GeoatPlan) plan = read_plan (plan_text, -1);
  g_autoptr (GError) error = NULL;
  g_autoptr (GeoatPlan) copy = geoat_sharing_apply (sharing, plan, removed, &error);
  g_autoptr (GeoatPlan) again = NULL;
  char *text;

  g_assert_no_error (error);
  text = write_plan (copy);
  again = read_plan (text, -1);
  return text;
}

static guint
count_removed (GPtrArray *removed, const char *name)
{
  for (guint i = 0; i < removed->len; i++)
    {
      const GeoatSharingRemoved *line = g_ptr_array_index (removed, i);

      g_assert_cmpstr (line->title, !=, "");
      if (g_str_equal (line->name, name))
        return line->count;
    }
  return 0;
}

/* Names that are tried: all parts, and some of the others. */
static GPtrArray *
list_names (void)
{
  static const char *const others[] = { "key_element:4B", "key_element:6C", "round:r1",
                                        "round:r2",       "round:r3",       "status:dropped" };
  GPtrArray *names = g_ptr_array_new ();
  guint n_parts;
  const GeoatSharingPart *parts = geoat_sharing_get_parts (&n_parts);

  for (guint i = 0; i < n_parts; i++)
    g_ptr_array_add (names, (char *) parts[i].id);
  for (gsize i = 0; i < G_N_ELEMENTS (others); i++)
    g_ptr_array_add (names, (char *) others[i]);
  return names;
}

/* Whether nothing of @name is in the file. Levels have no text of their own. */
static gboolean
lacks (const char *text, const char *name)
{
  g_autofree char *mark = g_str_equal (name, "level")           ? g_strdup ("\"level\":")
                          : g_str_equal (name, "target_levels") ? g_strdup ("\"2031-01-01\"")
                                                                : g_strdup_printf ("<%s>", name);

  return strstr (text, mark) == NULL;
}

static void
test_leaks (void)
{
  g_autoptr (GPtrArray) names = list_names ();
  g_autofree char *whole = share (NULL, NULL);

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autoptr (GPtrArray) removed = NULL;
      g_autofree char *text = share (name, &removed);
      g_autofree char *quoted = g_strdup_printf ("\"%s\"", name);

      g_test_message ("without %s", name);
      g_assert_false (lacks (whole, name));
      g_assert_true (lacks (text, name));
      g_assert_cmpuint (count_removed (removed, name), >, 0);
      g_assert_nonnull (strstr (strstr (text, "\"left_out\""), quoted));
      for (gsize j = 0; j < G_N_ELEMENTS (marks); j++)
        if (g_str_equal (marks[j].part, name))
          {
            g_assert_nonnull (strstr (whole, marks[j].mark));
            g_assert_null (strstr (text, marks[j].mark));
          }
    }
}

/* Reasons belong to levels; an entry that was retired before every other round goes with its round;
 * what marks an entry here is its indicator, what marks an action is its activity. */
static gboolean
goes_with (const char *name, const char *other)
{
  static const struct
  {
    const char *name;
    const char *other;
  } pairs[] = {
    { "reasons", "level" },
    { "key_element:6C", "round:r1" },
    { "key_element:4B", "indicator" },
    { "key_element:6C", "indicator" },
    { "status:dropped", "activity" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (pairs); i++)
    if (g_str_equal (pairs[i].name, name) && g_str_equal (pairs[i].other, other))
      return TRUE;
  return FALSE;
}

/* Leaving out one part takes nothing else away. */
static void
test_nothing_else_goes (void)
{
  g_autoptr (GPtrArray) names = list_names ();

  for (guint i = 0; i < names->len; i++)
    {
      const char *name = g_ptr_array_index (names, i);
      g_autofree char *text = share (name, NULL);

      for (guint j = 0; j < names->len; j++)
        {
          const char *other = g_ptr_array_index (names, j);

          if (i == j)
            continue;
          if (goes_with (other, name))
            continue;
          if (lacks (text, other))
            {
              g_test_message ("without %s there is no %s either", name, other);
              g_test_fail ();
            }
        }
    }
}

static void
test_unknown_members_never_go (void)
{
  g_autoptr (GPtrArray) removed = NULL;
  g_autofree char *text = share (NULL, &removed);

  g_assert_nonnull (strstr (plan_text, "<unknown>"));
  g_assert_null (strstr (text, "<unknown>"));
  g_assert_cmpuint (count_removed (removed, "unknown"), ==, 8);
  g_assert_nonnull (strstr (text, "\"unknown\""));
}

static void
test_counts (void)
{
  static const struct
  {
    const char *name;
    guint count;
  } cases[] = {
    { "notes", 1 },          { "reasons", 3 },
    { "level", 5 },          { "working_group", 1 },
    { "lead", 1 },           { "target_levels", 3 },
    { "indicator", 4 },      { "current_activities", 2 },
    { "timeline", 3 },       { "administration", 3 },
    { "key_element:4B", 1 }, { "status:dropped", 1 },
    { "round:r1", 2 },       { "round:r2", 2 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GPtrArray) removed = NULL;
      g_autofree char *text = share (cases[i].name, &removed);

      g_test_message ("without %s", cases[i].name);
      g_assert_cmpuint (count_removed (removed, cases[i].name), ==, cases[i].count);
    }
}

/* Without anything left out and anything unknown, the copy is the plan. */
static void
test_everything (void)
{
  g_autofree char *once = share (NULL, NULL);
  g_autoptr (GeoatPlan) plan = read_plan (once, -1);
  g_autoptr (GeoatSharing) sharing = geoat_sharing_new (NULL);
  g_autoptr (GPtrArray) removed = NULL;
  g_autoptr (GeoatPlan) copy = geoat_sharing_apply (sharing, plan, &removed, NULL);
  g_autofree char *twice = write_plan (copy);

  g_assert_cmpstr (once, ==, twice);
  g_assert_cmpuint (removed->len, ==, 0);
}

static void
test_plan_is_untouched (void)
{
  g_autoptr (GeoatPlan) plan = read_plan (plan_text, -1);
  g_autofree char *before = write_plan (plan);
  g_autoptr (GPtrArray) names = list_names ();
  g_autoptr (GeoatSharing) sharing = geoat_sharing_new (NULL);
  g_autofree char *after = NULL;

  for (guint i = 0; i < names->len; i++)
    {
      g_autoptr (GeoatPlan) copy = NULL;

      if (g_str_has_prefix (g_ptr_array_index (names, i), "round:"))
        continue;
      leave_out (sharing, g_ptr_array_index (names, i));
      copy = geoat_sharing_apply (sharing, plan, NULL, NULL);
      g_assert_nonnull (copy);
    }
  after = write_plan (plan);
  g_assert_cmpstr (before, ==, after);
}

/* Entries keep their place in time when the round in which they came or went is left out. */
static void
test_rounds (void)
{
  static const struct
  {
    const char *without[3];
    const char *entry;
    const char *since; /* NULL: the entry is not there */
    const char *retired;
  } cases[] = {
    { { "round:r2" }, "e2", "r3", "" },           { { "round:r1" }, "e2", "", "" },
    { { "round:r1", "round:r2" }, "e2", "", "" }, { { "round:r2", "round:r3" }, "e2", NULL, NULL },
    { { "round:r3" }, "e2", "r2", "" },           { { "round:r2" }, "e3", "", "r3" },
    { { "round:r2", "round:r3" }, "e3", "", "" }, { { "round:r1" }, "e3", NULL, NULL },
    { { "round:r3" }, "e3", "", "r2" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GeoatSharing) sharing = geoat_sharing_new (cases[i].without);
      g_autoptr (GeoatPlan) plan = read_plan (plan_text, -1);
      g_autoptr (GeoatPlan) copy = geoat_sharing_apply (sharing, plan, NULL, NULL);
      GeoatEntry *entry = geoat_plan_find_entry (copy, cases[i].entry);

      g_test_message ("case %" G_GSIZE_FORMAT, i);
      g_assert_true ((entry != NULL) == (cases[i].since != NULL));
      if (entry == NULL)
        continue;
      g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (entry), GEOAT_FIELD_SINCE), ==,
                       cases[i].since);
      g_assert_cmpstr (geoat_item_get_text (GEOAT_ITEM (entry), GEOAT_FIELD_RETIRED), ==,
                       cases[i].retired);
    }
}

static void
test_no_round_left (void)
{
  const char *left_out[] = { "round:r1", "round:r2", "round:r3", NULL };
  g_autoptr (GeoatSharing) sharing = geoat_sharing_new (left_out);
  g_autoptr (GeoatPlan) plan = read_plan (plan_text, -1);
  g_autoptr (GError) error = NULL;

  g_assert_null (geoat_sharing_apply (sharing, plan, NULL, &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_INVALID);
}

/* What was missing before is still known to be missing, and a principle is its key elements. */
static void
test_left_out_adds_up (void)
{
  const char *first[] = { "notes", NULL };
  const char *second[] = { "principle:4", "lead", NULL };
  const char *expected[] = { "key_element:4A", "key_element:4B", "lead", "notes", "unknown", NULL };
  g_autoptr (GeoatPlan) plan = read_plan (plan_text, -1);
  g_autoptr (GeoatSharing) sharing = geoat_sharing_new (first);
  g_autoptr (GeoatSharing) other = geoat_sharing_new (second);
  g_autoptr (GeoatPlan) copy = geoat_sharing_apply (sharing, plan, NULL, NULL);
  g_autoptr (GeoatPlan) again = geoat_sharing_apply (other, copy, NULL, NULL);
  const char *const *left_out = geoat_plan_get_left_out (again);

  g_assert_true (g_strv_equal (left_out, expected));
  g_assert_null (geoat_plan_find_entry (again, "e2"));
}

static void
test_presets (void)
{
  guint n_presets;
  const GeoatSharingPreset *presets = geoat_sharing_get_presets (&n_presets);
  const GeoatSharingPreset *network = geoat_sharing_find_preset ("network");
  g_autoptr (GeoatSharing) sharing = geoat_sharing_new (network->left_out);
  g_autoptr (GeoatPlan) plan = read_plan (plan_text, -1);
  g_autoptr (GeoatPlan) copy = geoat_sharing_apply (sharing, plan, NULL, NULL);
  g_autofree char *text = write_plan (copy);

  for (guint i = 0; i < n_presets; i++)
    for (gsize j = 0; presets[i].left_out[j] != NULL; j++)
      g_assert_true (geoat_sharing_parse_name (presets[i].left_out[j], NULL, NULL));
  g_assert_null (geoat_sharing_find_preset ("press"));

  g_assert_true (lacks (text, "notes"));
  g_assert_true (lacks (text, "reasons"));
  g_assert_true (lacks (text, "lead"));
  g_assert_true (lacks (text, "working_group"));
  g_assert_false (lacks (text, "activity"));
}

/* A template to fill in has the indicators, and nothing that anyone has written about them. */
static void
test_template (void)
{
  const GeoatSharingPreset *preset = geoat_sharing_find_preset ("template");
  g_autoptr (GeoatSharing) sharing = geoat_sharing_new (preset->left_out);
  g_autoptr (GeoatPlan) plan = read_plan (plan_text, -1);
  g_autoptr (GeoatPlan) copy = geoat_sharing_apply (sharing, plan, NULL, NULL);
  g_autofree char *text = write_plan (copy);

  g_assert_cmpuint (geoat_plan_get_n_entries (copy), ==, geoat_plan_get_n_entries (plan));
  for (guint i = 0; i < geoat_plan_get_n_entries (copy); i++)
    g_assert_cmpuint (geoat_entry_get_n_actions (geoat_plan_get_entry (copy, i)), ==, 0);
  for (gsize i = 0; preset->left_out[i] != NULL; i++)
    g_assert_true (lacks (text, preset->left_out[i]));
  g_assert_null (strstr (text, "\"ratings\""));
  g_assert_false (lacks (text, "indicator"));
  g_assert_false (lacks (text, "title"));
}

static void
test_equal (void)
{
  static const char *const names[] = { "lead", "notes", NULL };
  static const char *const turned[] = { "notes", "lead", "notes", NULL };
  static const char *const fewer[] = { "notes", NULL };
  g_autoptr (GeoatSharing) sharing = geoat_sharing_new (names);
  g_autoptr (GeoatSharing) same = geoat_sharing_new (turned);
  g_autoptr (GeoatSharing) other = geoat_sharing_new (fewer);

  g_assert_true (geoat_sharing_equal (sharing, same));
  g_assert_false (geoat_sharing_equal (sharing, other));
  leave_out (other, "lead");
  g_assert_true (geoat_sharing_equal (sharing, other));
}

static void
test_kinds (void)
{
  static const struct
  {
    const char *name;
    GeoatSharingKind kind;
    const char *id;
  } cases[] = {
    { "notes", GEOAT_SHARING_PART, "notes" },
    { "key_element:4B", GEOAT_SHARING_KEY_ELEMENT, "4B" },
    { "principle:1", GEOAT_SHARING_PRINCIPLE, "1" },
    { "round:r1", GEOAT_SHARING_ROUND, "r1" },
    { "status:in-progress", GEOAT_SHARING_STATUS, "in-progress" },
  };
  g_autoptr (GeoatPlan) plan = read_plan (plan_text, -1);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      const char *left_out[] = { cases[i].name, NULL };
      g_autoptr (GeoatSharing) sharing = geoat_sharing_new (left_out);
      g_autoptr (GeoatPlan) copy = geoat_sharing_apply (sharing, plan, NULL, NULL);
      GeoatSharingKind kind;
      const char *id;

      g_assert_true (geoat_sharing_parse_name (cases[i].name, &kind, &id));
      g_assert_cmpint (kind, ==, cases[i].kind);
      g_assert_cmpstr (id, ==, cases[i].id);
      for (gsize j = 0; j < G_N_ELEMENTS (cases); j++)
        {
          g_assert_cmpint (geoat_sharing_is_left_out (sharing, cases[j].kind, cases[j].id), ==,
                           i == j);
          g_assert_cmpint (geoat_sharing_lacks (copy, cases[j].kind, cases[j].id), ==, i == j);
        }
      g_assert_false (geoat_sharing_lacks (plan, kind, id));
    }
}

static void
test_names (void)
{
  static const char *const names[] = { "notes", "key_element:4B", "principle:1", "round:r-1.x",
                                       "status:in-progress" };
  static const char *const others[] = { "",          "Notes",  "status:late", "key_element:",
                                        "round:a b", "status", "unknown",     NULL };
  g_autoptr (GeoatSharing) sharing = geoat_sharing_new (others);
  g_auto (GStrv) left_out = NULL;

  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    g_assert_true (geoat_sharing_parse_name (names[i], NULL, NULL));
  for (gsize i = 0; others[i]; i++)
    g_assert_false (geoat_sharing_parse_name (others[i], NULL, NULL));

  leave_out (sharing, "notes");
  leave_out (sharing, "lead");
  geoat_sharing_set_left_out (sharing, GEOAT_SHARING_PART, "notes", FALSE);
  left_out = geoat_sharing_get_left_out (sharing);
  g_assert_cmpuint (g_strv_length (left_out), ==, 1);
  g_assert_true (geoat_sharing_is_left_out (sharing, GEOAT_SHARING_PART, "lead"));
  g_assert_false (geoat_sharing_is_left_out (sharing, GEOAT_SHARING_PART, "notes"));
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  g_test_add_func ("/sharing/leaks", test_leaks);
  g_test_add_func ("/sharing/nothing-else-goes", test_nothing_else_goes);
  g_test_add_func ("/sharing/unknown-members-never-go", test_unknown_members_never_go);
  g_test_add_func ("/sharing/counts", test_counts);
  g_test_add_func ("/sharing/everything", test_everything);
  g_test_add_func ("/sharing/plan-is-untouched", test_plan_is_untouched);
  g_test_add_func ("/sharing/rounds", test_rounds);
  g_test_add_func ("/sharing/no-round-left", test_no_round_left);
  g_test_add_func ("/sharing/left-out-adds-up", test_left_out_adds_up);
  g_test_add_func ("/sharing/presets", test_presets);
  g_test_add_func ("/sharing/template", test_template);
  g_test_add_func ("/sharing/kinds", test_kinds);
  g_test_add_func ("/sharing/equal", test_equal);
  g_test_add_func ("/sharing/names", test_names);
  return g_test_run ();
}
