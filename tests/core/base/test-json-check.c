/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What is strict JSON and what is not, and where. */

#include <string.h>
#include <glib.h>

#include "geoat-error.h"
#include "geoat-json-check.h"

/* With the length, since some hold null bytes. */
#define TEXT(text) text, sizeof (text) - 1

typedef struct
{
  const char *name;
  const char *bytes;
  gsize length;
  const char *message; /* NULL: it is valid */
} Case;

static const Case valid[] = {
  { "null", TEXT ("null") },
  { "true in white space", TEXT (" \t\r\n true \t\r\n ") },
  { "false", TEXT ("false") },
  { "empty object", TEXT ("{}") },
  { "empty array", TEXT ("[ ]") },
  { "empty text", TEXT ("\"\"") },
  { "empty name", TEXT ("{\"\":0}") },
  { "nested", TEXT ("{\"a\":[{\"b\":[[],{},\"x\"]},null]}") },
  { "same name in different objects", TEXT ("{\"a\":{\"a\":[{\"a\":1},{\"a\":2}]},\"b\":1}") },
  { "zero", TEXT ("0") },
  { "minus zero", TEXT ("-0") },
  { "fraction", TEXT ("-0.0625") },
  { "exponents", TEXT ("[1e2,1E+2,1e-2,0e0,0.5E1]") },
  { "zeros in the exponent", TEXT ("1e007") },
  { "smallest int64", TEXT ("-9223372036854775808") },
  { "largest int64", TEXT ("9223372036854775807") },
  { "near the largest double", TEXT ("1.7976931348623157e308") },
  { "vanishing double", TEXT ("1e-400") },
  { "all escapes", TEXT ("\"\\\"\\\\\\/\\b\\f\\n\\r\\t\\u00e9\\uABCD\"") },
  { "surrogate pair", TEXT ("\"\\ud83d\\ude00\"") },
  { "first and last surrogate pair", TEXT ("\"\\uD800\\uDC00\\uDBFF\\uDFFF\"") },
  { "raw UTF-8", TEXT ("\"é \xe2\x82\xac \xf0\x9f\x98\x80\"") },
  { "noncharacter", TEXT ("\"\xef\xbf\xbf\"") },
  { "BOM inside a text", TEXT ("\"a\xef\xbb\xbf\"") },
  { "delete character", TEXT ("\"\x7f\"") },
  { "comment marks inside a text", TEXT ("\"/* // # ' */\"") },
};

static const Case invalid[] = {
  { "empty", TEXT (""), "line 1, column 1: the file is empty" },
  { "white space only", TEXT (" \n \n"), "line 3, column 1: the file is empty" },
  { "BOM", TEXT ("\xef\xbb\xbf{}"), "line 1, column 1: a byte order mark is not allowed" },
  { "UTF-16", TEXT ("\xff\xfe{\0}\0"), "line 1, column 1: this is not valid UTF-8" },
  { "null byte", TEXT ("\0"), "line 1, column 1: a null character is not allowed" },
  { "null byte behind", TEXT ("{}\0"), "line 1, column 3: a null character is not allowed" },
  { "null byte in a text", TEXT ("[\"a\0b\"]"),
    "line 1, column 4 (/0): a null character is not allowed" },

  { "two roots", TEXT ("{}{}"), "line 1, column 3: there is something behind the end of the data" },
  { "two roots with comma", TEXT ("1,2"),
    "line 1, column 2: there is something behind the end of the data" },
  { "two numbers", TEXT ("1 2"),
    "line 1, column 3: there is something behind the end of the data" },
  { "closing bracket too many", TEXT ("[]]"),
    "line 1, column 3: there is something behind the end of the data" },

  { "comment in front", TEXT ("// x\n{}"), "line 1, column 1: a comment is not allowed" },
  { "comment behind", TEXT ("{} /* x */"), "line 1, column 4: a comment is not allowed" },
  { "comment before a name", TEXT ("{ /* x */ }"), "line 1, column 3: a comment is not allowed" },
  { "comment before a comma", TEXT ("[1 // x\n]"), "line 1, column 4: a comment is not allowed" },
  { "comment as value", TEXT ("{\"a\": /**/ 1}"),
    "line 1, column 7 (/a): a comment is not allowed" },
  { "shell comment", TEXT ("# x\n{}"), "line 1, column 1: a comment is not allowed" },
  { "single quotes", TEXT ("['a']"), "line 1, column 2 (/0): a text must stand in double quotes" },
  { "name in single quotes", TEXT ("{'a':1}"),
    "line 1, column 2: a name in double quotes is missing" },
  { "name without quotes", TEXT ("{a:1}"), "line 1, column 2: a name in double quotes is missing" },
  { "number as name", TEXT ("{1:1}"), "line 1, column 2: a name in double quotes is missing" },

  { "open array", TEXT ("["), "line 1, column 2 (/0): the file ends too early" },
  { "open array with value", TEXT ("[1"), "line 1, column 3: the file ends too early" },
  { "open array with comma", TEXT ("[1,"), "line 1, column 4 (/1): the file ends too early" },
  { "open object", TEXT ("{"), "line 1, column 2: the file ends too early" },
  { "open object with name", TEXT ("{\"a\""), "line 1, column 5 (/a): the file ends too early" },
  { "open object with colon", TEXT ("{\"a\":"), "line 1, column 6 (/a): the file ends too early" },
  { "open object with value", TEXT ("{\"a\":1"), "line 1, column 7: the file ends too early" },
  { "open text", TEXT ("\"a"), "line 1, column 3: the file ends too early" },
  { "open escape", TEXT ("\"\\"), "line 1, column 3: the file ends too early" },
  { "open unicode escape", TEXT ("\"\\u00"), "line 1, column 6: the file ends too early" },
  { "half a word", TEXT ("tru"), "line 1, column 4: the file ends too early" },
  { "minus alone", TEXT ("-"), "line 1, column 2: the file ends too early" },
  { "point at the end", TEXT ("1."), "line 1, column 3: the file ends too early" },
  { "exponent at the end", TEXT ("1e+"), "line 1, column 4: the file ends too early" },

  { "comma behind the last element", TEXT ("[1,]"), "line 1, column 4 (/1): a value is missing" },
  { "comma behind the last member", TEXT ("{\"a\":1,}"),
    "line 1, column 8: a name in double quotes is missing" },
  { "comma alone", TEXT ("[,1]"), "line 1, column 2 (/0): a value is missing" },
  { "two commas", TEXT ("[1,,2]"), "line 1, column 4 (/1): a value is missing" },
  { "no comma in an array", TEXT ("[1 2]"), "line 1, column 4: a comma or “]” is missing" },
  { "no comma in an object", TEXT ("{\"a\":1 \"b\":2}"),
    "line 1, column 8: a comma or “}” is missing" },
  { "no colon", TEXT ("{\"a\" 1}"), "line 1, column 6 (/a): a colon is missing behind the name" },
  { "two colons", TEXT ("{\"a\"::1}"), "line 1, column 6 (/a): a value is missing" },
  { "no value", TEXT ("{\"a\":}"), "line 1, column 6 (/a): a value is missing" },
  { "wrong bracket", TEXT ("[1}"), "line 1, column 3: a comma or “]” is missing" },
  { "wrong brace", TEXT ("{\"a\":1]"), "line 1, column 7: a comma or “}” is missing" },
  { "bracket as value", TEXT ("]"), "line 1, column 1: a value is missing" },

  { "capital word", TEXT ("True"), "line 1, column 1: a value is missing" },
  { "NaN", TEXT ("[NaN]"), "line 1, column 2 (/0): a value is missing" },
  { "Infinity", TEXT ("[Infinity]"), "line 1, column 2 (/0): a value is missing" },
  { "minus Infinity", TEXT ("[-Infinity]"),
    "line 1, column 2 (/0): a digit must follow the minus sign" },
  { "word goes on", TEXT ("[nullx]"), "line 1, column 6: a comma or “]” is missing" },

  { "plus sign", TEXT ("[+1]"), "line 1, column 2 (/0): a value is missing" },
  { "leading zero", TEXT ("[01]"), "line 1, column 2 (/0): a number must not start with a zero" },
  { "negative leading zero", TEXT ("[-01]"),
    "line 1, column 2 (/0): a number must not start with a zero" },
  { "point in front", TEXT ("[.5]"), "line 1, column 2 (/0): a value is missing" },
  { "point behind", TEXT ("[5.]"), "line 1, column 2 (/0): a digit must follow the decimal point" },
  { "exponent without digits", TEXT ("[5e]"),
    "line 1, column 2 (/0): a digit must follow the “e”" },
  { "hexadecimal", TEXT ("[0x10]"), "line 1, column 3: a comma or “]” is missing" },
  { "two minus signs", TEXT ("[--1]"),
    "line 1, column 2 (/0): a digit must follow the minus sign" },
  { "above int64", TEXT ("[9223372036854775808]"),
    "line 1, column 2 (/0): this whole number is too large" },
  { "below int64", TEXT ("[-9223372036854775809]"),
    "line 1, column 2 (/0): this whole number is too large" },
  { "far above int64", TEXT ("[100000000000000000000]"),
    "line 1, column 2 (/0): this whole number is too large" },
  { "infinite", TEXT ("[1e309]"), "line 1, column 2 (/0): this number is too large" },
  { "infinite and negative", TEXT ("[-1.0E400]"),
    "line 1, column 2 (/0): this number is too large" },

  { "line break in a text", TEXT ("[\n\"a\nb\"]"),
    "line 2, column 3 (/0): a control character or line break stands inside a text" },
  { "tab in a text", TEXT ("\"a\tb\""),
    "line 1, column 3: a control character or line break stands inside a text" },
  { "control character in a name", TEXT ("{\"a\x01\":1}"),
    "line 1, column 4: a control character or line break stands inside a text" },
  { "unknown escape", TEXT ("\"\\x41\""), "line 1, column 2: a backslash must be written twice" },
  { "escaped quote alone", TEXT ("\"\\'\""),
    "line 1, column 2: a backslash must be written twice" },
  { "escaped line break", TEXT ("\"\\\n\""),
    "line 1, column 2: a backslash must be written twice" },
  { "short unicode escape", TEXT ("\"\\u12\""),
    "line 1, column 6: four hexadecimal digits must follow “\\u”" },
  { "no hexadecimal digit", TEXT ("\"\\u12g4\""),
    "line 1, column 6: four hexadecimal digits must follow “\\u”" },
  { "escaped null", TEXT ("{\"a\":\"\\u0000\"}"),
    "line 1, column 7 (/a): “\\u0000” is not allowed" },
  { "escaped null in a name", TEXT ("{\"\\u0000\":1}"),
    "line 1, column 3: “\\u0000” is not allowed" },
  { "high surrogate alone", TEXT ("\"\\ud800\""),
    "line 1, column 2: half of a surrogate pair stands alone" },
  { "high surrogate before something else", TEXT ("\"\\ud800\\n\""),
    "line 1, column 2: half of a surrogate pair stands alone" },
  { "two high surrogates", TEXT ("\"\\ud800\\ud800\""),
    "line 1, column 2: half of a surrogate pair stands alone" },
  { "low surrogate alone", TEXT ("\"é\\udc00\""),
    "line 1, column 3: half of a surrogate pair stands alone" },

  { "invalid byte", TEXT ("[\"\xff\"]"), "line 1, column 3 (/0): this is not valid UTF-8" },
  { "overlong slash", TEXT ("[\"\xc0\xaf\"]"), "line 1, column 3 (/0): this is not valid UTF-8" },
  { "overlong null", TEXT ("[\"\xc0\x80\"]"), "line 1, column 3 (/0): this is not valid UTF-8" },
  { "surrogate in UTF-8", TEXT ("[\"\xed\xa0\x80\"]"),
    "line 1, column 3 (/0): this is not valid UTF-8" },
  { "above U+10FFFF", TEXT ("[\"\xf4\x90\x80\x80\"]"),
    "line 1, column 3 (/0): this is not valid UTF-8" },
  { "cut character", TEXT ("[\"\xe2\x82\"]"), "line 1, column 3 (/0): this is not valid UTF-8" },
  { "Latin-1", TEXT ("{\"name\":\"Caf\xe9\"}"),
    "line 1, column 13 (/name): this is not valid UTF-8" },
  { "invalid byte outside", TEXT ("{}\x80"), "line 1, column 3: this is not valid UTF-8" },

  { "same name", TEXT ("{\"a\":1,\"a\":1}"), "line 1, column 8 (/a): this name is there twice" },
  { "same name, escaped", TEXT ("{\"a\\u00e9\":1,\n\"aé\":1}"),
    "line 2, column 1 (/aé): this name is there twice" },
  { "same name, escaped both", TEXT ("{\"\\n\":1,\"\\u000A\":1}"),
    "line 1, column 9 (/\\u000a): this name is there twice" },
  { "same empty name", TEXT ("[{\"\":1,\"\":1}]"),
    "line 1, column 8 (/0/): this name is there twice" },
  { "same name deep down", TEXT ("{\"a/b\":[0,{\"x~\":{\"c\":1,\"d\":{\"c\":1},\"c\":2}}]}"),
    "line 1, column 36 (/a~1b/1/x~0/c): this name is there twice" },
  { "character columns", TEXT ("[\"ééé\",é]"), "line 1, column 8 (/1): a value is missing" },
};

static void
test_valid (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GError) error = NULL;
  gboolean ok = geoat_json_check (test->bytes, test->length, &error);

  g_assert_no_error (error);
  g_assert_true (ok);
}

static void
test_invalid (gconstpointer data)
{
  const Case *test = data;
  g_autoptr (GError) error = NULL;

  g_assert_false (geoat_json_check (test->bytes, test->length, &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_SYNTAX);
  g_assert_cmpstr (error->message, ==, test->message);
}

/* Every valid text, cut anywhere, is refused or a shorter valid text: never read past its end. The
 * copy of exactly that size lets a memory checker see it. */
static void
test_cut (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    for (gsize length = 0; length < valid[i].length; length++)
      {
        g_autofree char *copy = g_memdup2 (valid[i].bytes, length);
        g_autoptr (GError) error = NULL;

        if (!geoat_json_check (copy, length, &error))
          g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_SYNTAX);
      }
}

static char *
nest (const char *open, const char *close, guint depth)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < depth; i++)
    g_string_append (text, open);
  for (guint i = 0; i < depth; i++)
    g_string_append (text, close);
  return g_string_free (text, FALSE);
}

static void
test_depth (void)
{
  g_autofree char *deepest = nest ("[", "]", GEOAT_JSON_MAX_DEPTH);
  g_autofree char *too_deep = nest ("[", "]", GEOAT_JSON_MAX_DEPTH + 1);
  g_autofree char *far_too_deep = nest ("[", "", 200000);
  g_autofree char *objects = nest ("{\"a\":", "", 200000);
  g_autoptr (GError) error = NULL;

  g_assert_true (geoat_json_check (deepest, strlen (deepest), &error));
  g_assert_no_error (error);

  g_assert_false (geoat_json_check (too_deep, strlen (too_deep), &error));
  g_assert_error (error, GEOAT_ERROR, GEOAT_ERROR_SYNTAX);
  g_assert_true (g_str_has_prefix (error->message, "line 1, column 65 (/0/0/"));
  g_assert_nonnull (strstr (error->message, "more than 64 levels of nesting"));
  g_clear_error (&error);

  g_assert_false (geoat_json_check (far_too_deep, strlen (far_too_deep), &error));
  g_assert_nonnull (strstr (error->message, "more than 64 levels of nesting"));
  g_clear_error (&error);

  g_assert_false (geoat_json_check (objects, strlen (objects), &error));
  g_assert_true (g_str_has_prefix (error->message, "line 1, column 321 (/a/a/"));
}

/* Around the number from which on names are compared in another way. */
static void
test_many_names (void)
{
  for (guint n = 1; n < 40; n++)
    for (guint twin = 0; twin < n; twin++)
      {
        g_autoptr (GString) text = g_string_new ("{");
        g_autofree char *place = NULL;
        g_autoptr (GError) error = NULL;
        gsize position;

        for (guint i = 0; i < n; i++)
          g_string_append_printf (text, "\"%s%u\":[{\"x\":%u}],", i % 2 == 0 ? "" : "\\u0041", i,
                                  i);

        g_string_append (text, "\"z\":1}");
        g_assert_true (geoat_json_check (text->str, text->len, &error));
        g_assert_no_error (error);

        g_string_truncate (text, text->len - strlen ("\"z\":1}"));
        position = text->len + 1;
        g_string_append_printf (text, "\"%s%u\":1}", twin % 2 == 0 ? "" : "A", twin);
        g_assert_false (geoat_json_check (text->str, text->len, &error));
        place =
            g_strdup_printf ("line 1, column %" G_GSIZE_FORMAT " (/%s%u): this name is there twice",
                             position, twin % 2 == 0 ? "" : "A", twin);
        g_assert_cmpstr (error->message, ==, place);
      }
}

/* Large inputs that would take minutes if anything were quadratic. */
static void
test_large (void)
{
  g_autoptr (GString) text = g_string_new ("{");
  g_autofree char *digits = g_strnfill (3 * 1000 * 1000, '7');
  g_autofree char *real = g_strconcat (digits, ".5", NULL);
  g_autofree char *small = g_strconcat ("0.", digits, "e-5", NULL);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 300000; i++)
    g_string_append_printf (text, "%s\"a long name that is the same but for its end %u\":[\"%u\"]",
                            i > 0 ? "," : "", i, i);
  g_string_append_c (text, '}');
  g_assert_true (geoat_json_check (text->str, text->len, &error));
  g_assert_no_error (error);

  g_assert_false (geoat_json_check (digits, strlen (digits), &error));
  g_clear_error (&error);
  g_assert_false (geoat_json_check (real, strlen (real), &error));
  g_clear_error (&error);
  g_assert_true (geoat_json_check (small, strlen (small), &error));
}

/* A name as long as a book does not fill the screen, one with a line break stays on the line. */
static void
test_names_in_messages (void)
{
  g_autofree char *filler = g_strnfill (10000, 'n');
  g_autofree char *text = g_strdup_printf ("{\"\\n%s\":x}", filler);
  g_autoptr (GError) error = NULL;

  g_assert_false (geoat_json_check (text, strlen (text), &error));
  g_assert_cmpuint (strlen (error->message), <, 200);
  g_assert_null (strchr (error->message, '\n'));
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  for (guint i = 0; i < G_N_ELEMENTS (valid); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json-check/valid/%s", valid[i].name);

      g_test_add_data_func (path, &valid[i], test_valid);
    }
  for (guint i = 0; i < G_N_ELEMENTS (invalid); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json-check/invalid/%s", invalid[i].name);

      g_test_add_data_func (path, &invalid[i], test_invalid);
    }
  g_test_add_func ("/json-check/cut", test_cut);
  g_test_add_func ("/json-check/depth", test_depth);
  g_test_add_func ("/json-check/many-names", test_many_names);
  g_test_add_func ("/json-check/large", test_large);
  g_test_add_func ("/json-check/names-in-messages", test_names_in_messages);

  return g_test_run ();
}
