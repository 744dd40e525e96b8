/* SPDX-License-Identifier: GPL-3.0-or-later */

/* The strict check of a file's bytes against RFC 8259, before any parser sees them.
 *
 * How it works: one pass over the bytes with a state that says what may come next, and one row of
 * `levels` for each object or array that is open. There is no recursion, so the stack does not
 * depend on the file.
 *
 * UTF-8 is checked first, in one go; where it stops being valid the scan stops as well, so that the
 * message can say in which member that is. All further code may take valid UTF-8 for granted.
 *
 * The names of the objects that are open stand in `names`, those of the innermost last. Of a small
 * object each new name is compared with the others at once; of a larger one all are sorted when it
 * ends, so that a file made to be slow (100,000 names with the same hash, say) is not. A name with
 * escapes is compared by what it means; that is kept in `unescaped`. */

#define G_LOG_DOMAIN "geoat-core"

#include "config.h"

#include <errno.h>
#include <math.h>
#include <string.h>
#include <glib/gi18n-lib.h>

#include "geoat-error.h"
#include "geoat-hash.h"
#include "geoat-json-check-private.h"
#include "geoat-json-place.h"

/* From this many names on, an object's names are compared by sorting. */
#define MANY_NAMES 12

/* From this many names on, those of an object are spread. */
#define CROWD 256

/* No whole number with fewer digits is outside int64, no number with fewer is infinite. */
#define INT64_DIGITS 19
#define DOUBLE_DIGITS 300

typedef enum
{
  EXPECT_VALUE,
  EXPECT_VALUE_OR_END, /* right behind “[” */
  EXPECT_NAME,
  EXPECT_NAME_OR_END, /* right behind “{” */
  EXPECT_COMMA_OR_END,
} Expect;

typedef struct
{
  const char *text; /* in the file; NULL: at @start in `unescaped` */
  gsize start;
  gsize length;
  const char *position; /* of its opening quote */
} Name;

typedef struct
{
  gboolean is_object;
  guint index;      /* of the element of an array */
  guint first_name; /* of an object, in `names` */
  gsize unescaped;  /* length of `unescaped` when it was opened */
} Level;

typedef struct
{
  const char *start;
  const char *p;
  const char *end;      /* of what is valid UTF-8 */
  const char *real_end; /* of the file */
  Expect expect;
  guint depth;
  Level levels[GEOAT_JSON_MAX_DEPTH];
  GArray *names; /* of Name */
  GByteArray *unescaped;
  GeoatJsonSplit *split; /* NULL: nobody wants to know */
  const char *error_at;
  char *message;
} Scan;

static gboolean
fail (Scan *scan, const char *at, const char *message)
{
  scan->error_at = at;
  scan->message = g_strdup (message);
  return FALSE;
}

/* The file ends, or stops being text, at a place where more must come. */
static gboolean
fail_at_end (Scan *scan)
{
  if (scan->end == scan->real_end)
    return fail (scan, scan->end, _ ("the file ends too early"));
  if (*scan->end == '\0')
    return fail (scan, scan->end, _ ("a null character is not allowed"));
  return fail (scan, scan->end, _ ("this is not valid UTF-8"));
}

static const char *
name_text (Scan *scan, const Name *name)
{
  return name->text != NULL ? name->text : (const char *) scan->unescaped->data + name->start;
}

static int
compare_names (gconstpointer a, gconstpointer b, gpointer data)
{
  const Name *name_a = a;
  const Name *name_b = b;
  int order;

  if (name_a->length != name_b->length)
    return name_a->length < name_b->length ? -1 : 1;

  order = memcmp (name_text (data, name_a), name_text (data, name_b), name_a->length);
  if (order != 0)
    return order;

  return name_a->position < name_b->position ? -1 : name_a->position > name_b->position;
}

static gboolean
names_equal (Scan *scan, const Name *a, const Name *b)
{
  return a->length == b->length &&
         memcmp (name_text (scan, a), name_text (scan, b), a->length) == 0;
}

static gboolean
fail_duplicate (Scan *scan, const Name *name)
{
  Name duplicate = *name;

  /* So that the pointer of the message ends with it. */
  g_array_append_val (scan->names, duplicate);
  scan->expect = EXPECT_VALUE;
  return fail (scan, duplicate.position, _ ("this name is there twice"));
}

/* Adds the last name of the innermost object, which must not be there yet. */
static gboolean
add_name (Scan *scan, const Name *name)
{
  const Level *level = &scan->levels[scan->depth - 1];

  if (scan->names->len - level->first_name < MANY_NAMES)
    for (guint i = level->first_name; i < scan->names->len; i++)
      if (names_equal (scan, &g_array_index (scan->names, Name, i), name))
        return fail_duplicate (scan, name);

  g_array_append_vals (scan->names, name, 1);
  return TRUE;
}

/* Notes that a name is to be spread. */
static void
spread_name (Scan *scan, const Name *name)
{
  GeoatJsonSpread place = {
    .position = (gsize) (name->position + 1 - scan->start),
    .hash = geoat_hash_bytes (name_text (scan, name), name->length),
  };

  g_array_append_val (scan->split->spread, place);
}

static gboolean
has_mark (Scan *scan, const Name *name)
{
  return name->length > 0 && *name_text (scan, name) == GEOAT_JSON_NAME_MARK;
}

/* The innermost object ends: what is to be spread of its names. */
static void
spread_names (Scan *scan, guint first)
{
  gboolean crowded = scan->names->len - first >= CROWD;

  if (scan->split == NULL || scan->split->spread == NULL)
    return;
  for (guint i = first; i < scan->names->len; i++)
    {
      const Name *name = &g_array_index (scan->names, Name, i);

      if (has_mark (scan, name) ||
          (crowded && !scan->split->is_known (name_text (scan, name), name->length)))
        spread_name (scan, name);
    }
}

/* The innermost object ends: compares its names, if that has not been done, and forgets them. */
static gboolean
end_names (Scan *scan)
{
  const Level *level = &scan->levels[scan->depth - 1];
  guint n = scan->names->len - level->first_name;

  if (n > MANY_NAMES)
    {
      Name *names = &g_array_index (scan->names, Name, level->first_name);

      g_qsort_with_data (names, n, sizeof (Name), compare_names, scan);
      for (guint i = 1; i < n; i++)
        if (names_equal (scan, &names[i - 1], &names[i]))
          return fail_duplicate (scan, &names[i]);
    }

  spread_names (scan, level->first_name);
  g_array_set_size (scan->names, level->first_name);
  g_byte_array_set_size (scan->unescaped, level->unescaped);
  return TRUE;
}

static gboolean
scan_hex (Scan *scan, guint *value)
{
  *value = 0;
  for (guint i = 0; i < 4; i++, scan->p++)
    {
      if (scan->p == scan->end)
        return fail_at_end (scan);
      if (!g_ascii_isxdigit (*scan->p))
        return fail (scan, scan->p, _ ("four hexadecimal digits must follow “\\u”"));
      *value = *value * 16 + g_ascii_xdigit_value (*scan->p);
    }
  return TRUE;
}

/* Behind “\u”. */
static gboolean
scan_unicode_escape (Scan *scan, gunichar *ch)
{
  const char *start = scan->p - 2;
  guint high;
  guint low;

  if (!scan_hex (scan, &high))
    return FALSE;
  if (high == 0)
    return fail (scan, start, _ ("“\\u0000” is not allowed"));
  *ch = high;
  if (high < 0xd800 || high > 0xdfff)
    return TRUE;

  if (high > 0xdbff || scan->end - scan->p < 2 || scan->p[0] != '\\' || scan->p[1] != 'u')
    return fail (scan, start, _ ("half of a surrogate pair stands alone"));
  scan->p += 2;
  if (!scan_hex (scan, &low))
    return FALSE;
  if (low < 0xdc00 || low > 0xdfff)
    return fail (scan, start, _ ("half of a surrogate pair stands alone"));
  *ch = 0x10000 + ((high - 0xd800) << 10) + (low - 0xdc00);
  return TRUE;
}

/* Behind a backslash. */
static gboolean
scan_escape (Scan *scan, gunichar *ch)
{
  static const char escapes[] = "\"\\/bfnrt";
  static const char meanings[] = "\"\\/\b\f\n\r\t";
  const char *escape;

  if (scan->p == scan->end)
    return fail_at_end (scan);

  if (*scan->p == 'u')
    {
      scan->p++;
      return scan_unicode_escape (scan, ch);
    }

  escape = *scan->p != '\0' ? strchr (escapes, *scan->p) : NULL;
  if (escape == NULL)
    return fail (scan, scan->p - 1, _ ("a backslash must be written twice"));
  *ch = meanings[escape - escapes];
  scan->p++;
  return TRUE;
}

/* A text; the scan is at its opening quote. Of a name, @name is filled in. */
static gboolean
scan_string (Scan *scan, Name *name)
{
  const char *open = scan->p++;
  const char *run = scan->p; /* where the part that has no escape starts */
  gboolean has_escapes = FALSE;

  if (name != NULL)
    *name = (Name){ .text = scan->p, .start = scan->unescaped->len, .position = open };

  for (;;)
    {
      char utf8[6];
      gunichar ch = 0;

      while (scan->p < scan->end && (guchar) *scan->p >= 0x20 && *scan->p != '"' &&
             *scan->p != '\\')
        scan->p++;

      if (scan->p == scan->end)
        return fail_at_end (scan);
      if ((guchar) *scan->p < 0x20)
        return fail (scan, scan->p, _ ("a control character or line break stands inside a text"));

      if (name != NULL && (has_escapes || *scan->p == '\\'))
        g_byte_array_append (scan->unescaped, (const guint8 *) run, scan->p - run);
      if (*scan->p++ == '"')
        break;

      has_escapes = TRUE;
      if (!scan_escape (scan, &ch))
        return FALSE;
      if (name != NULL)
        g_byte_array_append (scan->unescaped, (const guint8 *) utf8, g_unichar_to_utf8 (ch, utf8));
      run = scan->p;
    }

  if (name != NULL && has_escapes)
    {
      name->text = NULL;
      name->length = scan->unescaped->len - name->start;
    }
  else if (name != NULL)
    name->length = scan->p - 1 - name->text;
  return TRUE;
}

static gsize
scan_digits (Scan *scan)
{
  const char *start = scan->p;

  while (scan->p < scan->end && g_ascii_isdigit (*scan->p))
    scan->p++;
  return scan->p - start;
}

static gboolean
check_size_of_whole (Scan *scan, const char *start, gsize n_digits)
{
  char number[INT64_DIGITS + 2] = "";

  if (n_digits < INT64_DIGITS)
    return TRUE;

  if (n_digits == INT64_DIGITS)
    {
      memcpy (number, start, scan->p - start);
      errno = 0;
      g_ascii_strtoll (number, NULL, 10);
      if (errno == 0)
        return TRUE;
    }
  return fail (scan, start, _ ("this whole number is too large"));
}

static gboolean
check_size_of_real (Scan *scan, const char *start, gsize n_digits, gboolean has_exponent)
{
  g_autofree char *number = NULL;

  if (!has_exponent && n_digits < DOUBLE_DIGITS)
    return TRUE;

  number = g_strndup (start, scan->p - start);
  if (isfinite (g_ascii_strtod (number, NULL)))
    return TRUE;
  return fail (scan, start, _ ("this number is too large"));
}

static gboolean
scan_number (Scan *scan)
{
  const char *start = scan->p;
  gboolean is_whole = TRUE;
  gboolean has_exponent = FALSE;
  gsize n_digits;

  if (*scan->p == '-')
    scan->p++;
  n_digits = scan_digits (scan);
  if (n_digits == 0)
    return scan->p == scan->end ? fail_at_end (scan)
                                : fail (scan, start, _ ("a digit must follow the minus sign"));
  if (n_digits > 1 && scan->p[-(gssize) n_digits] == '0')
    return fail (scan, start, _ ("a number must not start with a zero"));

  if (scan->p < scan->end && *scan->p == '.')
    {
      is_whole = FALSE;
      scan->p++;
      if (scan_digits (scan) == 0)
        return scan->p == scan->end
                   ? fail_at_end (scan)
                   : fail (scan, start, _ ("a digit must follow the decimal point"));
    }
  if (scan->p < scan->end && (*scan->p == 'e' || *scan->p == 'E'))
    {
      is_whole = FALSE;
      has_exponent = TRUE;
      scan->p++;
      if (scan->p < scan->end && (*scan->p == '+' || *scan->p == '-'))
        scan->p++;
      if (scan_digits (scan) == 0)
        return scan->p == scan->end ? fail_at_end (scan)
                                    : fail (scan, start, _ ("a digit must follow the “e”"));
    }

  if (is_whole)
    return check_size_of_whole (scan, start, n_digits);
  return check_size_of_real (scan, start, n_digits, has_exponent);
}

static gboolean
scan_word (Scan *scan)
{
  static const char *const words[] = { "true", "false", "null" };

  for (guint i = 0; i < G_N_ELEMENTS (words); i++)
    {
      gsize length = strlen (words[i]);
      gsize rest = scan->end - scan->p;

      if (memcmp (scan->p, words[i], MIN (length, rest)) != 0)
        continue;
      if (rest < length)
        {
          scan->p = scan->end;
          return fail_at_end (scan);
        }
      scan->p += length;
      return TRUE;
    }

  if (*scan->p == '/' || *scan->p == '#')
    return fail (scan, scan->p, _ ("a comment is not allowed"));
  if (*scan->p == '\'')
    return fail (scan, scan->p, _ ("a text must stand in double quotes"));
  return fail (scan, scan->p, _ ("a value is missing"));
}

/* Whether the innermost level is the list whose elements are wanted: it is, when its name is the
 * one read last of the root. */
static gboolean
is_in_split (Scan *scan)
{
  const Name *name;

  if (scan->split == NULL || scan->depth != 2 || scan->levels[1].is_object ||
      !scan->levels[0].is_object)
    return FALSE;

  name = &g_array_index (scan->names, Name, scan->names->len - 1);
  return name->length == strlen (scan->split->name) &&
         memcmp (name_text (scan, name), scan->split->name, name->length) == 0;
}

static void
begin_element (Scan *scan)
{
  GeoatJsonSlice slice = { scan->p - scan->start, 0 };

  g_array_append_val (scan->split->elements, slice);
}

/* At the comma or bracket behind it. */
static void
end_element (Scan *scan)
{
  GArray *elements = scan->split->elements;

  g_array_index (elements, GeoatJsonSlice, elements->len - 1).end = scan->p - scan->start;
}

static gboolean
open_level (Scan *scan, gboolean is_object)
{
  if (scan->depth == GEOAT_JSON_MAX_DEPTH)
    return fail (scan, scan->p, _ ("more than 64 levels of nesting are not allowed"));

  scan->levels[scan->depth++] = (Level){
    .is_object = is_object,
    .first_name = scan->names->len,
    .unescaped = scan->unescaped->len,
  };
  scan->expect = is_object ? EXPECT_NAME_OR_END : EXPECT_VALUE_OR_END;
  scan->p++;
  if (is_in_split (scan))
    scan->split->start = scan->p - scan->start;
  return TRUE;
}

static gboolean
close_level (Scan *scan)
{
  if (is_in_split (scan))
    scan->split->end = scan->p - scan->start;
  if (scan->levels[scan->depth - 1].is_object && !end_names (scan))
    return FALSE;

  scan->depth--;
  scan->expect = EXPECT_COMMA_OR_END;
  scan->p++;
  return TRUE;
}

static gboolean
scan_value (Scan *scan)
{
  gboolean ok;

  if (is_in_split (scan))
    begin_element (scan);

  switch (*scan->p)
    {
    case '{':
      return open_level (scan, TRUE);
    case '[':
      return open_level (scan, FALSE);
    case '"':
      ok = scan_string (scan, NULL);
      break;
    case '-':
    case '0' ... '9':
      ok = scan_number (scan);
      break;
    default:
      ok = scan_word (scan);
      break;
    }

  if (ok)
    scan->expect = EXPECT_COMMA_OR_END;
  return ok;
}

static void
skip_white_space (Scan *scan)
{
  while (scan->p < scan->end &&
         (*scan->p == ' ' || *scan->p == '\n' || *scan->p == '\r' || *scan->p == '\t'))
    scan->p++;
}

static gboolean
scan_name (Scan *scan)
{
  Name name;

  if (*scan->p != '"')
    {
      if (*scan->p == '/' || *scan->p == '#')
        return fail (scan, scan->p, _ ("a comment is not allowed"));
      return fail (scan, scan->p, _ ("a name in double quotes is missing"));
    }
  if (!scan_string (scan, &name) || !add_name (scan, &name))
    return FALSE;

  scan->expect = EXPECT_VALUE;
  skip_white_space (scan);
  if (scan->p == scan->end)
    return fail_at_end (scan);
  if (*scan->p != ':')
    return fail (scan, scan->p, _ ("a colon is missing behind the name"));
  scan->p++;
  return TRUE;
}

static gboolean
scan_separator (Scan *scan)
{
  Level *level = &scan->levels[scan->depth - 1];

  if (is_in_split (scan))
    end_element (scan);
  if (*scan->p == (level->is_object ? '}' : ']'))
    return close_level (scan);

  if (*scan->p != ',')
    {
      if (*scan->p == '/' || *scan->p == '#')
        return fail (scan, scan->p, _ ("a comment is not allowed"));
      return fail (scan, scan->p,
                   level->is_object ? _ ("a comma or “}” is missing")
                                    : _ ("a comma or “]” is missing"));
    }

  scan->p++;
  level->index++;
  scan->expect = level->is_object ? EXPECT_NAME : EXPECT_VALUE;
  return TRUE;
}

static gboolean
scan_all (Scan *scan)
{
  if (scan->real_end - scan->start >= 3 && memcmp (scan->start, "\xef\xbb\xbf", 3) == 0)
    return fail (scan, scan->start, _ ("a byte order mark is not allowed"));

  skip_white_space (scan);
  if (scan->p == scan->real_end)
    return fail (scan, scan->p, _ ("the file is empty"));

  do
    {
      gboolean ok;

      skip_white_space (scan);
      if (scan->p == scan->end)
        return fail_at_end (scan);

      if (scan->expect == EXPECT_COMMA_OR_END)
        ok = scan_separator (scan);
      else if (scan->expect == EXPECT_NAME_OR_END && *scan->p == '}')
        ok = close_level (scan);
      else if (scan->expect == EXPECT_VALUE_OR_END && *scan->p == ']')
        ok = close_level (scan);
      else if (scan->expect == EXPECT_NAME || scan->expect == EXPECT_NAME_OR_END)
        ok = scan_name (scan);
      else
        ok = scan_value (scan);

      if (!ok)
        return FALSE;
    }
  while (scan->depth > 0);

  skip_white_space (scan);
  if (scan->p == scan->real_end)
    return TRUE;
  if (scan->p == scan->end)
    return fail_at_end (scan);
  if (*scan->p == '/' || *scan->p == '#')
    return fail (scan, scan->p, _ ("a comment is not allowed"));
  return fail (scan, scan->p, _ ("there is something behind the end of the data"));
}

/* The JSON pointer of where the scan is. */
static char *
scan_pointer (Scan *scan)
{
  GString *pointer = g_string_new (NULL);

  for (guint i = 0; i < scan->depth; i++)
    {
      const Level *level = &scan->levels[i];
      gboolean is_innermost = i + 1 == scan->depth;
      guint end = is_innermost ? scan->names->len : level[1].first_name;

      /* Between two members the place is the object or array itself. */
      if (is_innermost && scan->expect != EXPECT_VALUE && scan->expect != EXPECT_VALUE_OR_END)
        break;

      if (!level->is_object)
        g_string_append_printf (pointer, "/%u", level->index);
      else if (end > level->first_name)
        {
          const Name *name = &g_array_index (scan->names, Name, end - 1);

          geoat_json_pointer_append (pointer, name_text (scan, name), name->length);
        }
    }

  return g_string_free (pointer, FALSE);
}

/* "line 3, column 7 (/entries/12)". Columns count characters. */
static char *
scan_place (Scan *scan)
{
  g_autofree char *pointer = scan_pointer (scan);
  guint line = 1;
  guint column = 1;

  for (const char *p = scan->start; p < scan->error_at; p++)
    {
      if (*p == '\n')
        {
          line++;
          column = 1;
        }
      else if (((guchar) *p & 0xc0) != 0x80)
        column++;
    }

  if (*pointer == '\0')
    /* Translators: a place in a file */
    return g_strdup_printf (_ ("line %u, column %u"), line, column);
  /* Translators: a place in a file; %s is a JSON pointer such as /entries/12/indicator */
  return g_strdup_printf (_ ("line %u, column %u (%s)"), line, column, pointer);
}

/*
 * geoat_json_check_split:
 * @bytes: (array length=length): the content of a file; need not end with a null byte
 * @length: its length
 * @split: (nullable): a list whose elements are wanted
 * @place: (out): where it stops being valid: "line 3, column 7 (/entries/12)"
 * @message: (out): what is wrong there
 *
 * geoat_json_check() with the place and the message apart.
 *
 * Returns: %TRUE when it is strict JSON; @place and @message are only set otherwise
 */
gboolean
geoat_json_check_split (
    const char *bytes, gsize length, GeoatJsonSplit *split, char **place, char **message)
{
  Scan scan = { 0 };
  gboolean ok;

  scan.start = bytes != NULL ? bytes : "";
  scan.p = scan.start;
  scan.real_end = scan.start + length;
  g_utf8_validate_len (scan.start, length, &scan.end);
  scan.expect = EXPECT_VALUE;
  scan.split = split;
  scan.names = g_array_new (FALSE, FALSE, sizeof (Name));
  scan.unescaped = g_byte_array_new ();

  ok = scan_all (&scan);
  if (!ok)
    {
      *place = scan_place (&scan);
      *message = g_steal_pointer (&scan.message);
    }

  g_array_unref (scan.names);
  g_byte_array_unref (scan.unescaped);
  return ok;
}

/**
 * geoat_json_check:
 * @bytes: (array length=length): the content of a file; need not end with a null byte
 * @length: its length
 * @error: return location for an error
 *
 * Checks that bytes are strict JSON as of RFC 8259 and a little more: one root value, valid UTF-8
 * without a byte order mark, nesting up to 64, no name twice in an object (names are compared by
 * what they mean, not by how they are escaped), no `\u0000`, no lone surrogates, numbers finite
 * and, where written as whole numbers, within int64.
 *
 * The time it takes is linear in the length (n log n in the names of one object); the stack it
 * needs is constant.
 *
 * Returns: %TRUE when they are; otherwise %FALSE and #GEOAT_ERROR_SYNTAX, with line, column and
 *   JSON pointer in the message
 */
gboolean
geoat_json_check (const char *bytes, gsize length, GError **error)
{
  g_autofree char *place = NULL;
  g_autofree char *message = NULL;

  if (geoat_json_check_split (bytes, length, NULL, &place, &message))
    return TRUE;

  g_set_error (error, GEOAT_ERROR, GEOAT_ERROR_SYNTAX, "%s: %s", place, message);
  return FALSE;
}
