/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What somebody sees who holds the paper: every text is there, in one piece or continued, nothing
 * runs off the page, the summary is one page, whatever the plan. */

#define G_LOG_DOMAIN "geoat-tests"

#include "config.h"

#include "geoat-history.h"
#include "geoat-language-private.h"
#include "geoat-plan-reader.h"
#include "geoat-pages-private.h"
#include "geoat-pdf.h"

static const GDate *
get_today (void)
{
  static GDate today;

  g_date_set_dmy (&today, 24, G_DATE_NOVEMBER, 2025);
  return &today;
}

static GeoatPlan *
read_sample (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("GEOAT_SOURCE_ROOT"), "data", "samples", "valmara.geoat", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  GeoatPlan *plan;
  char *data;
  gsize length;

  g_file_get_contents (path, &data, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (data, length);
  plan = geoat_plan_read (bytes, &error);
  g_assert_no_error (error);
  return plan;
}

static GeoatPlan *
create_empty (void)
{
  return geoat_plan_new (geoat_framework_get_default (), "en", "Customs", "", "", get_today ());
}

/* Texts that are hard to break: one word of a page, a line for every letter, both at once in two
 * columns. */
static GeoatPlan *
create_long (void)
{
  GeoatPlan *plan = create_empty ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  g_autoptr (GeoatEntry) entry = geoat_entry_new ("2B", NULL, "An indicator");
  g_autofree char *word = g_strnfill (6000, 'w');
  g_autoptr (GString) lines = g_string_new (NULL);

  for (guint i = 0; i < 400; i++)
    g_string_append_printf (lines, "line %u\n", i);
  geoat_history_add_entry (history, entry, G_MAXUINT);
  geoat_history_set_text (history, GEOAT_ITEM (entry), GEOAT_FIELD_ALIGNMENT, word);
  geoat_history_set_text (history, GEOAT_ITEM (entry), GEOAT_FIELD_CURRENT_ACTIVITIES, lines->str);
  for (guint i = 0; i < 3; i++)
    {
      g_autoptr (GeoatAction) action =
          geoat_action_new_with_text (lines->str, "units", word, "targets");

      geoat_history_add_action (history, entry, action, G_MAXUINT);
    }
  return plan;
}

/* Far more overdue activities than one page holds. */
static GeoatPlan *
create_late (void)
{
  GeoatPlan *plan = create_empty ();
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);

  for (guint i = 0; i < 300; i++)
    {
      g_autoptr (GeoatEntry) entry = geoat_entry_new ("5B", NULL, "An indicator");
      g_autoptr (GeoatAction) action = geoat_action_new_with_text (
          "A long activity that says in many words what is to be done, by whom, and why it has not "
          "been done in all the years in which it was due, over and over again",
          "units", "timeline", "targets");

      geoat_history_add_entry (history, entry, G_MAXUINT);
      geoat_history_add_action (history, entry, action, G_MAXUINT);
      geoat_history_set_text (history, GEOAT_ITEM (action), GEOAT_FIELD_DUE, "2025-01-31");
    }
  return plan;
}

/* Somebody put the whole story into the names. */
static GeoatPlan *
create_wordy (void)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) administration = g_string_new (NULL);

  for (guint i = 0; i < 200; i++)
    {
      g_string_append_printf (title, "Title %u and more ", i);
      g_string_append_printf (administration, "Administration\n%u\n", i);
    }
  return geoat_plan_new (geoat_framework_get_default (), "en", administration->str, title->str, "",
                         get_today ());
}

static GeoatPlan *
create_arabic (void)
{
  GeoatPlan *plan = geoat_plan_new (geoat_framework_get_default (), "ar", "الجمارك", "خطة",
                                    "الجولة", get_today ());
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  g_autoptr (GeoatEntry) entry =
      geoat_entry_new ("1A", NULL, "توجد سياسة مكتوبة (GEOAT) للمساواة.");

  geoat_history_add_entry (history, entry, G_MAXUINT);
  geoat_history_set_level (history, entry, GEOAT_LEVEL_3);
  return plan;
}

static const struct
{
  const char *name;
  GeoatPlan *(*create) (void);
} cases[] = {
  { "sample", read_sample }, { "empty", create_empty }, { "long", create_long },
  { "late", create_late },   { "wordy", create_wordy }, { "arabic", create_arabic },
};

static GeoatPages *
create_pages (GeoatPlan *plan, GeoatPagesKind kind, GeoatPaper paper)
{
  GeoatPagesOptions options = { .paper = paper, .today = get_today () };

  if (geoat_plan_get_n_rounds (plan) > 1)
    options.compare = geoat_plan_get_round (plan, 0);
  return geoat_pages_new (plan, kind, &options);
}

/* Puts down the lines of a mark: they follow those of the same text that stand above, in the same
 * column, unless the text is done. @lines: place → how many lines stand there, until all do. */
static void
check_lines (GeoatPages *pages, const GeoatPageMark *mark, GHashTable *lines)
{
  g_autofree char *place = g_strdup_printf ("%p %d %g", mark->text, mark->style, mark->x);
  guint next = GPOINTER_TO_UINT (g_hash_table_lookup (lines, place));
  guint all = geoat_page_text_get_n_lines (
      geoat_pages_lay_out (pages, mark->text, mark->style, mark->align, mark->width));

  g_assert_cmpuint (mark->n_lines, >, 0);
  g_assert_cmpuint (mark->first_line, ==, next);
  next += mark->n_lines;
  if (next < all)
    g_hash_table_insert (lines, g_steal_pointer (&place), GUINT_TO_POINTER (next));
  else
    g_hash_table_remove (lines, place);
}

/* Every mark lies on the paper, and what was put down of each text is all of it, line after line.
 */
static void
check_page (GeoatPages *pages, guint number, GHashTable *lines)
{
  GArray *page = g_ptr_array_index (pages->pages, number);

  for (guint i = 0; i < page->len; i++)
    {
      const GeoatPageMark *mark = &g_array_index (page, GeoatPageMark, i);

      g_assert_cmpfloat (mark->x, >=, 0);
      g_assert_cmpfloat (mark->x + mark->width, <=, pages->width + 0.01);
      g_assert_cmpfloat (mark->y, >=, 0);
      g_assert_cmpfloat (mark->y + mark->height, <=, pages->height - 20);
      if (mark->kind == GEOAT_PAGE_MARK_TEXT)
        check_lines (pages, mark, lines);
    }
}

static void
test_stays_on_paper (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GeoatPlan) plan = cases[i].create ();

  for (guint kind = GEOAT_PAGES_REPORT; kind <= GEOAT_PAGES_SUMMARY; kind++)
    for (guint paper = GEOAT_PAPER_A4; paper <= GEOAT_PAPER_LETTER; paper++)
      {
        g_autoptr (GeoatPages) pages = create_pages (plan, kind, paper);
        g_autoptr (GHashTable) lines =
            g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
        g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
        g_autoptr (GError) error = NULL;

        for (guint n = 0; n < geoat_pages_get_n_pages (pages); n++)
          check_page (pages, n, lines);
        g_assert_cmpuint (g_hash_table_size (lines), ==, 0);
        g_assert_true (geoat_pages_write_pdf (pages, stream, NULL, &error));
        g_assert_no_error (error);
        g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), >,
                          1000);
      }
}

static void
test_summary_is_one_page (gconstpointer data)
{
  guint i = GPOINTER_TO_UINT (data);
  g_autoptr (GeoatPlan) plan = cases[i].create ();
  g_autoptr (GeoatPages) pages = create_pages (plan, GEOAT_PAGES_SUMMARY, GEOAT_PAPER_LETTER);

  g_assert_cmpuint (geoat_pages_get_n_pages (pages), ==, 1);
}

/* English as if it were written from right to left. */
static GeoatLanguage *
create_mirrored (void)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("GEOAT_SOURCE_ROOT"), "data", "languages", "en.json", NULL);
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GBytes) bytes = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *data = NULL;
  GeoatLanguage *language;

  g_file_get_contents (path, &data, NULL, &error);
  g_assert_no_error (error);
  g_string_append (text, data);
  g_assert_cmpuint (g_string_replace (text, "\"ltr\"", "\"rtl\"", 0), ==, 1);
  bytes = g_bytes_new (text->str, text->len);
  language = geoat_language_new_from_bytes (bytes, "mirrored.json", &error);
  g_assert_no_error (error);
  return language;
}

static void
check_lines_of_pango (GeoatPageFaces *faces, const char *text, double width)
{
  g_autofree char *joined = g_strconcat (text, "\u2060", NULL);
  g_autoptr (GeoatPageText) plain =
      geoat_page_text_new (faces, text, GEOAT_PAGE_STYLE_CELL, GEOAT_PAGE_ALIGN_START, width);
  g_autoptr (GeoatPageText) other =
      geoat_page_text_new (faces, joined, GEOAT_PAGE_STYLE_CELL, GEOAT_PAGE_ALIGN_START, width);
  g_autoptr (GArray) plain_bottoms = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) other_bottoms = g_array_new (FALSE, FALSE, sizeof (double));

  geoat_page_text_add_bottoms (plain, plain_bottoms);
  geoat_page_text_add_bottoms (other, other_bottoms);
  g_assert_cmpmem (plain_bottoms->data, plain_bottoms->len * sizeof (double), other_bottoms->data,
                   other_bottoms->len * sizeof (double));
  g_assert_cmpuint (geoat_page_text_get_n_lines (plain), ==, plain_bottoms->len);
  g_assert_cmpfloat (geoat_page_text_get_height (plain), ==, geoat_page_text_get_height (other));
}

/* Lines of plain texts are broken here and those of all others by Pango: a word joiner at its end
 * makes a text one of the others, and looks the same. */
static void
test_lines_are_those_of_pango (void)
{
  static const char *const texts[] = {
    "Sixteen weeks on full pay under the Labour Code. Return to the same post is the practice.",
    "Two paragraphs:\nTomorrow’s “AVATAR” – To. Yo, Ty; V. P. – and what-not/or so (of 20 %).",
    "Łódź, Ñandú, e\u0301te\u0301, office, fjord  with two  spaces, 10/11 + 12 = 20\u00a0€",
    "Русский текст на кириллице и ещё немного",
    "a pneumonoultramicroscopicsilicovolcanoconiosis of a word",
    "12 345: 67–89",
    "Two paragraphs\n\n\nthat are set apart, and one that is empty\n",
    "Русский text, and ελληνικά in one paragraph; a mark \u0301 on a space",
  };
  GeoatLanguage *english = geoat_language_get ("en");
  g_autoptr (GeoatLanguage) mirrored = create_mirrored ();
  GeoatPageFaces *faces[] = { geoat_page_faces_new (english), geoat_page_faces_new (mirrored) };

  for (guint i = 0; i < G_N_ELEMENTS (faces); i++)
    {
      for (guint j = 0; j < G_N_ELEMENTS (texts); j++)
        for (double width = 20; width < 400; width += 1.7)
          check_lines_of_pango (faces[i], texts[j], width);
      geoat_page_faces_free (faces[i]);
    }
}

/* Every sign at the end of a word before every sign at the beginning of the next one: whether a
 * line may end between them is known without Pango for most. At a width that has room for both
 * words and for no letter more, it makes a line more when it may not. */
static void
test_words_part_as_for_pango (void)
{
  static const char signs[] =
      "a1 !\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~“”‘’«»–—…·€£°×§¿¡†éЖΩ\u00a0\u2010";
  GeoatPageFaces *faces = geoat_page_faces_new (geoat_language_get ("en"));

  for (const char *end = signs; *end != '\0'; end = g_utf8_next_char (end))
    for (const char *begin = signs; *begin != '\0'; begin = g_utf8_next_char (begin))
      {
        g_autoptr (GString) text = g_string_new ("m mm");

        g_string_append_len (text, end, g_utf8_next_char (end) - end);
        g_string_append_c (text, ' ');
        g_string_append_len (text, begin, g_utf8_next_char (begin) - begin);
        g_string_append (text, "mm m");
        for (double width = 16; width < 60; width += 8)
          check_lines_of_pango (faces, text->str, width);
        geoat_page_faces_forget (faces);
      }
  geoat_page_faces_free (faces);
}

/* The font has no arrows and no Thai letters: words with them are in others. Arrows leave the lines
 * as high as they are. */
static void
test_words_of_other_fonts (void)
{
  static const char *const texts[] = {
    "Staff at posts who know the policy: 40 → 80 % → all of them",
    "การ ตรวจสอบ ความเท่าเทียม ทางเพศ ที่ศุลกากร 12 → 15",
  };
  GeoatPageFaces *faces = geoat_page_faces_new (geoat_language_get ("en"));
  g_autoptr (GeoatPageText) line =
      geoat_page_text_new (faces, "A line", GEOAT_PAGE_STYLE_CELL, GEOAT_PAGE_ALIGN_START, 400);

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    for (double width = 20; width < 400; width += 1.7)
      {
        g_autofree char *joined = g_strconcat (texts[i], "\u2060", NULL);
        g_autoptr (GeoatPageText) plain = geoat_page_text_new (
            faces, texts[i], GEOAT_PAGE_STYLE_CELL, GEOAT_PAGE_ALIGN_START, width);
        g_autoptr (GeoatPageText) other = geoat_page_text_new (faces, joined, GEOAT_PAGE_STYLE_CELL,
                                                               GEOAT_PAGE_ALIGN_START, width);
        guint n_lines = geoat_page_text_get_n_lines (plain);

        g_assert_cmpuint (n_lines, <=, geoat_page_text_get_n_lines (other) + 1);
        g_assert_cmpuint (n_lines + 1, >=, geoat_page_text_get_n_lines (other));
        if (i == 0 && width > 100)
          g_assert_cmpfloat_with_epsilon (geoat_page_text_get_height (plain),
                                          n_lines * geoat_page_text_get_height (line), 1e-6);
        geoat_page_faces_forget (faces);
      }
  geoat_page_faces_free (faces);
}

/* Somebody prints while somebody edits: what is printed is what was there when printing began. */
static void
test_holds_a_copy (void)
{
  g_autoptr (GeoatPlan) plan = read_sample ();
  g_autoptr (GeoatPages) pages = create_pages (plan, GEOAT_PAGES_REPORT, GEOAT_PAPER_A4);
  g_autoptr (GeoatHistory) history = geoat_history_new (plan);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  while (geoat_plan_get_n_entries (plan) > 90)
    if (geoat_history_remove_entry (history, geoat_plan_get_entry (plan, 0)))
      break;
  g_clear_object (&history);
  g_clear_object (&plan);
  g_assert_true (geoat_pages_write_pdf (pages, stream, NULL, &error));
  g_assert_no_error (error);
}

static void
test_cancel (void)
{
  g_autoptr (GeoatPlan) plan = read_sample ();
  g_autoptr (GeoatPages) pages = create_pages (plan, GEOAT_PAGES_REPORT, GEOAT_PAPER_A4);
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  g_autoptr (GError) error = NULL;

  g_cancellable_cancel (cancellable);
  g_assert_false (geoat_pages_write_pdf (pages, stream, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
}

/* Cancelled, a report does not go on until all of its rows are laid out, and nothing of it is
 * written. */
static void
test_cancel_while_laying_out (void)
{
  g_autoptr (GeoatPlan) plan = create_late ();
  g_autoptr (GCancellable) cancellable = g_cancellable_new ();
  GeoatPagesOptions options = { .today = get_today (), .cancellable = cancellable };
  GeoatExportOptions export = { .today = get_today () };
  g_autoptr (GeoatPages) all = geoat_pages_new (plan, GEOAT_PAGES_REPORT, &options);
  g_autoptr (GeoatPages) begun = NULL;
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  g_autoptr (GError) error = NULL;

  g_assert_cmpuint (geoat_pages_get_n_pages (all), >, 20);
  g_cancellable_cancel (cancellable);
  begun = geoat_pages_new (plan, GEOAT_PAGES_REPORT, &options);
  g_assert_cmpuint (geoat_pages_get_n_pages (begun), <, 10);

  g_assert_false (geoat_pdf_export (plan, &export, stream, cancellable, &error));
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_assert_cmpuint (g_memory_output_stream_get_data_size (G_MEMORY_OUTPUT_STREAM (stream)), ==, 0);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *paper = g_strconcat ("/pages/stays-on-paper/", cases[i].name, NULL);
      g_autofree char *one = g_strconcat ("/pages/summary-is-one-page/", cases[i].name, NULL);

      g_test_add_data_func (paper, GUINT_TO_POINTER (i), test_stays_on_paper);
      g_test_add_data_func (one, GUINT_TO_POINTER (i), test_summary_is_one_page);
    }
  g_test_add_func ("/pages/lines-are-those-of-pango", test_lines_are_those_of_pango);
  g_test_add_func ("/pages/words-part-as-for-pango", test_words_part_as_for_pango);
  g_test_add_func ("/pages/words-of-other-fonts", test_words_of_other_fonts);
  g_test_add_func ("/pages/holds-a-copy", test_holds_a_copy);
  g_test_add_func ("/pages/cancel", test_cancel);
  g_test_add_func ("/pages/cancel-while-laying-out", test_cancel_while_laying_out);
  return g_test_run ();
}
