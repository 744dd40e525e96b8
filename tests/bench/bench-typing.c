/* SPDX-License-Identifier: GPL-3.0-or-later */

/* How long a key takes until what it typed is drawn, in a plan of 2,000 indicators.
 *
 * Both views of a key element are compared with a bare GtkTextView in an empty window of the same
 * process: the same text in the same font, as wide as the text of the plan, in a window of the same
 * size. They take turns of 20 keys. The text grows while it is typed, by lines that make the page
 * grow too; after eight turns it is again what it was. The accessibility bus and the recovery file
 * are at work. Keys that add a line, after which what is below moves, are also told apart from the
 * others, and of all times the part that the thread of the windows was at work, which depends less
 * on what else the computer does. `--short` takes fewer turns; `form` or `table` looks at that view
 * alone. Fails when
 *
 * - the median is more than 1.3 times that of the bare text view,
 * - the 99th percentile is more than twice that of the bare text view. */

#include "config.h"

#include <string.h>

#include "geoat-application.h"
#include "geoat-window.h"

#include "bench-window.h"

#define N_INDICATORS 2000
#define N_TURNS 24
#define N_SHORT_TURNS 6
#define N_KEYS 20
#define N_TURNS_OF_A_TEXT 8

#define MAX_MEDIAN_RATIO 1.3
#define MAX_SLOWEST_RATIO 2.0

/* The indicators that are typed into: not the first of their key element. */
#define ENTRY_OF_FORM 37
#define ENTRY_OF_TABLE 38

/* What keys took: until they were drawn, and of that the work of the thread of the window. */
typedef struct
{
  GArray *times;
  GArray *working;
} Keys;

/* A text that is typed into, and what its keys took. */
typedef struct
{
  BenchWindow *window;
  GtkTextView *view;
  GtkTextBuffer *buffer;
  gboolean changed;
  int height;
  GArray *grew; /* gboolean, one for each key of a turn: whether it added a line */
  Keys all;
  Keys ordinary;
  Keys growing;
} Side;

static const char sentence[] = "the figures of all units are looked at each quarter and each year ";

static Keys
keys_new (void)
{
  Keys keys = { g_array_new (FALSE, FALSE, sizeof (double)),
                g_array_new (FALSE, FALSE, sizeof (double)) };

  return keys;
}

static Side *
side_new (GtkWindow *window, int x)
{
  Side *side = g_new0 (Side, 1);

  side->window = bench_window_new (window, x);
  side->grew = g_array_new (FALSE, FALSE, sizeof (gboolean));
  side->all = keys_new ();
  side->ordinary = keys_new ();
  side->growing = keys_new ();
  return side;
}

static void
changed_cb (Side *side)
{
  side->changed = TRUE;
}

static void
after_paint_cb (Side *side)
{
  GtkTextIter end;
  GdkRectangle last;
  gboolean grew;

  if (!side->changed)
    return;
  side->changed = FALSE;
  gtk_text_buffer_get_end_iter (side->buffer, &end);
  gtk_text_view_get_iter_location (side->view, &end, &last);
  grew = last.y > side->height;
  side->height = last.y;
  g_array_append_val (side->grew, grew);
}

/* What has the keyboard in the window is what is typed into. */
static void
side_set_view (Side *side, GtkTextView *view)
{
  side->view = view;
  side->buffer = gtk_text_view_get_buffer (view);
  bench_window_watch (side->window, side->buffer, "changed");
  g_signal_connect_swapped (side->buffer, "changed", G_CALLBACK (changed_cb), side);
  g_signal_connect_swapped (gtk_widget_get_frame_clock (GTK_WIDGET (view)), "after-paint",
                            G_CALLBACK (after_paint_cb), side);
}

static Side *
create_bare_side (GtkTextView *view, GtkTextView *like, int x)
{
  GtkWidget *window = gtk_window_new ();
  GtkTextBuffer *buffer = gtk_text_view_get_buffer (like);
  g_autofree char *text = NULL;
  GtkTextIter start, end;
  Side *side;

  gtk_text_buffer_get_bounds (buffer, &start, &end);
  text = gtk_text_buffer_get_text (buffer, &start, &end, TRUE);
  gtk_text_buffer_set_text (gtk_text_view_get_buffer (view), text, -1);
  gtk_text_view_set_wrap_mode (view, GTK_WRAP_WORD_CHAR);
  gtk_widget_set_size_request (GTK_WIDGET (view), gtk_widget_get_width (GTK_WIDGET (like)), -1);
  gtk_widget_set_halign (GTK_WIDGET (view), GTK_ALIGN_START);
  gtk_window_set_child (GTK_WINDOW (window), GTK_WIDGET (view));
  side = side_new (GTK_WINDOW (window), x);
  side_set_view (side, view);
  gtk_widget_grab_focus (GTK_WIDGET (view));
  return side;
}

static void
set_text (Side *side, const char *text)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (side->buffer, &start, &end);
  gtk_text_buffer_begin_user_action (side->buffer);
  gtk_text_buffer_delete (side->buffer, &start, &end);
  gtk_text_buffer_insert (side->buffer, &end, text, -1);
  gtk_text_buffer_end_user_action (side->buffer);
  gtk_text_buffer_get_end_iter (side->buffer, &end);
  gtk_text_buffer_place_cursor (side->buffer, &end);
}

static void
add_key (Keys *keys, GArray *times, GArray *working, guint i)
{
  g_array_append_val (keys->times, g_array_index (times, double, i));
  g_array_append_val (keys->working, g_array_index (working, double, i));
}

static void
take_turn (Side *side, guint turn, const char *text)
{
  g_autoptr (GArray) times = g_array_new (FALSE, FALSE, sizeof (double));
  g_autoptr (GArray) working = g_array_new (FALSE, FALSE, sizeof (double));
  char keys[N_KEYS + 1];

  if (turn % N_TURNS_OF_A_TEXT == 0)
    set_text (side, text);
  for (guint i = 0; i < N_KEYS; i++)
    keys[i] = sentence[(turn * N_KEYS + i) % strlen (sentence)];
  keys[N_KEYS] = '\0';
  bench_window_focus (side->window, FALSE);
  g_array_set_size (side->grew, 0);
  bench_window_type (side->window, keys, times, working);
  g_assert (side->grew->len == N_KEYS);
  for (guint i = 0; i < N_KEYS; i++)
    {
      add_key (&side->all, times, working, i);
      add_key (g_array_index (side->grew, gboolean, i) ? &side->growing : &side->ordinary, times,
               working, i);
    }
}

static double
get_ratio (GArray *ours, GArray *bare, double part)
{
  return bench_get_time (ours, part) / bench_get_time (bare, part);
}

static void
report (const char *what, Keys *ours, Keys *bare)
{
  g_autofree char *bare_name = g_strdup_printf ("%s, bare", what);
  g_autofree char *work = g_strdup_printf ("%s, work", what);
  g_autofree char *bare_work = g_strdup_printf ("%s, bare, work", what);

  if (ours->times->len == 0 || bare->times->len == 0)
    return;
  bench_print_times (what, ours->times);
  bench_print_times (bare_name, bare->times);
  bench_print_times (work, ours->working);
  bench_print_times (bare_work, bare->working);
  g_print ("%s: median %.2f times the bare one's, of the work %.2f times\n", what,
           get_ratio (ours->times, bare->times, 0.5),
           get_ratio (ours->working, bare->working, 0.5));
}

static gboolean
compare (const char *name, Side *ours, Side *bare)
{
  g_autofree char *all = g_strconcat (name, ", all keys", NULL);
  g_autofree char *ordinary = g_strconcat (name, ", keys within a line", NULL);
  g_autofree char *growing = g_strconcat (name, ", keys that add a line", NULL);
  g_autofree char *median = g_strconcat (name, ", median, times the bare one's", NULL);
  g_autofree char *slowest = g_strconcat (name, ", 99th percentile, times the bare one's", NULL);
  gboolean good;

  report (all, &ours->all, &bare->all);
  report (ordinary, &ours->ordinary, &bare->ordinary);
  report (growing, &ours->growing, &bare->growing);
  good = bench_check (median, get_ratio (ours->all.times, bare->all.times, 0.5), MAX_MEDIAN_RATIO);
  return bench_check (slowest, get_ratio (ours->all.times, bare->all.times, 0.99),
                      MAX_SLOWEST_RATIO) &&
         good;
}

static gboolean
measure (const char *view, guint position, guint n_turns)
{
  GtkWindow *window = bench_open_plan (N_INDICATORS, view);
  Side *ours = side_new (window, 0);
  GeoatEntry *entry = bench_reveal (window, position, GEOAT_FIELD_CURRENT_ACTIVITIES);
  g_autofree char *text =
      g_strdup (geoat_item_get_text (GEOAT_ITEM (entry), GEOAT_FIELD_CURRENT_ACTIVITIES));
  GtkTextView *text_view;
  GtkTextView *bare_view = GTK_TEXT_VIEW (gtk_text_view_new ());
  Side *bare;

  bench_window_focus (ours->window, FALSE);
  if (g_str_equal (view, "table"))
    bench_window_press (ours->window, "F2");
  text_view = GTK_TEXT_VIEW (gtk_window_get_focus (window));
  side_set_view (ours, text_view);
  bare = create_bare_side (bare_view, text_view, gtk_widget_get_width (GTK_WIDGET (window)) + 100);
  for (guint turn = 0; turn < n_turns; turn++)
    {
      take_turn (ours, turn, text);
      take_turn (bare, turn, text);
    }
  gtk_window_destroy (window);
  gtk_window_destroy (GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (bare_view))));
  return compare (view, ours, bare);
}

int
main (int argc, char *argv[])
{
  const char *view = NULL;
  guint n_turns = N_TURNS;
  gboolean good = TRUE;

  for (int i = 1; i < argc; i++)
    if (g_str_equal (argv[i], "--short"))
      n_turns = N_SHORT_TURNS;
    else
      view = argv[i];

  bench_start ();
  if (g_strcmp0 (view, "table") != 0)
    good = measure ("form", ENTRY_OF_FORM, n_turns);
  if (g_strcmp0 (view, "form") != 0)
    good = measure ("table", ENTRY_OF_TABLE, n_turns) && good;
  return good ? 0 : 1;
}
