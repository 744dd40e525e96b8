/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the benchmarks of the window share.
 *
 * How it works: a thread presses the keys, on an X connection of its own. It takes the time before
 * each, and waits for the frame; the pause until the next is of another length each time, so that
 * nothing keeps step with it. What the window does at any other moment delays a key as it would
 * delay one of a person, because the thread does not wait for the window to be idle. In the window
 * a signal tells that something has changed; the frame that is drawn next shows it, and the end of
 * its drawing is what is waited for. */

#include "config.h"

#include <pthread.h>
#include <stdlib.h>
#include <time.h>
#include <X11/Xlib.h>
#include <X11/extensions/XTest.h>
#include <gdk/x11/gdkx.h>

#include "geoat-application.h"
#include "geoat-window.h"

#include "bench-window.h"
#include "large-plan.h"

#define WIDTH 1180
#define HEIGHT 780
#define TOP 20

/* Milliseconds between two keys: those of somebody who types fast. */
#define MIN_PAUSE 60
#define MAX_PAUSE 100

#define PATIENCE 10 /* seconds */

struct _BenchWindow
{
  GtkWindow *window;
  Window xid;

  /* in the thread of the window */
  gboolean changed;
  gboolean painted;

  GMutex mutex;
  GCond cond;
  gint64 drawn;   /* when the last change was drawn; 0: not yet */
  double working; /* how long the thread of the window had worked until then, in milliseconds */
};

/* What a thread is to do. */
typedef struct
{
  BenchWindow *window;
  const guint *codes; /* of keys, or of buttons of the pointer */
  guint n;
  gboolean buttons;
  GArray *times;
  GArray *working; /* NULL: not asked for */
  GRand *random;
  gboolean done;
} Turn;

static Display *display;
static GeoatApplication *application;
static clockid_t window_clock; /* runs while the thread of the windows does */

static void
patience_cb (gpointer data)
{
  g_error ("Nothing happened for %d seconds", PATIENCE);
}

static void
iterate_until (gboolean (*is_so) (gpointer data), gpointer data)
{
  guint patience = g_timeout_add_once (PATIENCE * 1000, patience_cb, NULL);

  while (!is_so (data))
    g_main_context_iteration (NULL, TRUE);
  g_source_remove (patience);
}

static void
timeout_cb (gpointer data)
{
  *(gboolean *) data = TRUE;
}

/**
 * bench_wait:
 * @milliseconds: how long
 *
 * Lets the windows do what they want to.
 */
void
bench_wait (guint milliseconds)
{
  gboolean over = FALSE;

  g_timeout_add_once (milliseconds, timeout_cb, &over);
  while (!over)
    g_main_context_iteration (NULL, TRUE);
}

/**
 * bench_start:
 *
 * Starts the application, and the connection that the keys come from. The caret does not blink.
 */
void
bench_start (void)
{
  g_autoptr (GError) error = NULL;

  if (pthread_getcpuclockid (pthread_self (), &window_clock) != 0)
    g_error ("The thread has no clock");
  display = XOpenDisplay (NULL);
  if (display == NULL)
    g_error ("There is no X display");
  application = geoat_application_new ();
  g_application_register (G_APPLICATION (application), NULL, &error);
  g_assert_no_error (error);
  g_object_set (gtk_settings_get_default (), "gtk-cursor-blink", FALSE, NULL);
}

static gboolean
has_document (gpointer data)
{
  return geoat_window_get_document (GEOAT_WINDOW (data)) != NULL;
}

/**
 * bench_open_plan:
 * @n: how many indicators
 * @view: "form" or "table"
 *
 * Opens a large plan in a window of the application, which shows key elements in that view.
 *
 * Returns: (transfer none): the window
 */
GtkWindow *
bench_open_plan (guint n, const char *view)
{
  g_autofree char *name = g_strconcat (view, ".geoat", NULL);
  g_autofree char *path = g_build_filename (g_get_user_runtime_dir (), name, NULL);
  g_autoptr (GFile) file = g_file_new_for_path (path);
  GtkWindow *window;

  large_plan_write (path, n);
  g_settings_set_string (geoat_application_get_settings (application), "key-element-view", view);
  geoat_application_open_file (application, file);
  window = gtk_application_get_active_window (GTK_APPLICATION (application));
  iterate_until (has_document, window);
  return window;
}

/**
 * bench_reveal:
 * @window: a window with a plan
 * @entry: the position of an entry
 * @field: a text of it
 *
 * Shows the text as somebody would see it who had found it.
 *
 * Returns: (transfer none): the entry
 */
GeoatEntry *
bench_reveal (GtkWindow *window, guint entry, GeoatField field)
{
  GeoatPlan *plan = geoat_document_get_plan (geoat_window_get_document (GEOAT_WINDOW (window)));
  GeoatEntry *found = geoat_plan_get_entry (plan, entry);

  geoat_window_show_page (GEOAT_WINDOW (window), geoat_entry_get_key_element (found));
  bench_wait (500);
  geoat_window_reveal (GEOAT_WINDOW (window), GEOAT_ITEM (found), field);
  bench_wait (500);
  return found;
}

static double
get_working_time (void)
{
  struct timespec time;

  clock_gettime (window_clock, &time);
  return (double) time.tv_sec * 1e3 + (double) time.tv_nsec / 1e6;
}

static void
paint_cb (BenchWindow *self)
{
  self->painted = self->changed;
}

static void
after_paint_cb (BenchWindow *self)
{
  if (!self->painted)
    return;
  self->changed = self->painted = FALSE;
  g_mutex_lock (&self->mutex);
  self->drawn = g_get_monotonic_time ();
  self->working = get_working_time ();
  g_cond_signal (&self->cond);
  g_mutex_unlock (&self->mutex);
}

static gboolean
is_mapped (gpointer data)
{
  return gtk_widget_get_mapped (data) && gtk_widget_get_width (data) > 0;
}

/**
 * bench_window_new:
 * @window: a window of this process
 * @x: where on the screen it is to be; windows that overlap would not be drawn in full
 *
 * Shows the window. All of them have the same size.
 *
 * Returns: (transfer full): what the benchmark works with, until the process ends
 */
BenchWindow *
bench_window_new (GtkWindow *window, int x)
{
  BenchWindow *self = g_new0 (BenchWindow, 1);
  GdkFrameClock *clock;

  self->window = window;
  gtk_window_set_default_size (window, WIDTH, HEIGHT);
  gtk_window_present (window);
  iterate_until (is_mapped, window);
  self->xid = gdk_x11_surface_get_xid (gtk_native_get_surface (GTK_NATIVE (window)));
  XMoveWindow (display, self->xid, x, TOP);
  XSync (display, FALSE);
  bench_wait (500);

  g_mutex_init (&self->mutex);
  g_cond_init (&self->cond);
  clock = gtk_widget_get_frame_clock (GTK_WIDGET (window));
  g_signal_connect_swapped (clock, "paint", G_CALLBACK (paint_cb), self);
  g_signal_connect_swapped (clock, "after-paint", G_CALLBACK (after_paint_cb), self);
  return self;
}

static void
changed_cb (BenchWindow *self)
{
  self->changed = TRUE;
}

/**
 * bench_window_watch:
 * @self: a window
 * @instance: a text buffer of it, or an adjustment
 * @signal: the signal that tells when it has changed
 *
 * Says what the times are about.
 */
void
bench_window_watch (BenchWindow *self, gpointer instance, const char *signal)
{
  g_signal_connect_swapped (instance, signal, G_CALLBACK (changed_cb), self);
}

static gboolean
is_active (gpointer data)
{
  return gtk_window_is_active (data);
}

/**
 * bench_window_focus:
 * @self: a window
 * @pointer: whether it is to have the pointer, which else lies beside all windows
 *
 * Gives the window the keyboard, and lets it come to rest.
 */
void
bench_window_focus (BenchWindow *self, gboolean pointer)
{
  Window child;
  int x = 0, y = HEIGHT + 2 * TOP;

  XSetInputFocus (display, self->xid, RevertToParent, CurrentTime);
  if (pointer)
    XTranslateCoordinates (display, self->xid, DefaultRootWindow (display), WIDTH * 3 / 4,
                           HEIGHT / 2, &x, &y, &child);
  XTestFakeMotionEvent (display, -1, x, y, CurrentTime);
  XSync (display, FALSE);
  iterate_until (is_active, self->window);
  bench_wait (300);
}

static guint
get_key_code (const char *key)
{
  guint code = XKeysymToKeycode (display, XStringToKeysym (key));

  if (code == 0)
    g_error ("The keyboard of the display has no key %s", key);
  return code;
}

/**
 * bench_window_press:
 * @self: a window that has the keyboard
 * @key: the name of a key: "F2"
 *
 * Presses a key that is not to be measured.
 */
void
bench_window_press (BenchWindow *self, const char *key)
{
  guint code = get_key_code (key);

  XTestFakeKeyEvent (display, code, True, CurrentTime);
  XTestFakeKeyEvent (display, code, False, CurrentTime);
  XSync (display, FALSE);
  bench_wait (500);
}

static void
send_stroke (const Turn *turn, guint code, Bool press)
{
  if (turn->buttons)
    XTestFakeButtonEvent (display, code, press, CurrentTime);
  else
    XTestFakeKeyEvent (display, code, press, CurrentTime);
  XFlush (display);
}

static gboolean
turn_over_cb (gpointer data)
{
  ((Turn *) data)->done = TRUE;
  return G_SOURCE_REMOVE;
}

static gpointer
turn_thread (gpointer data)
{
  Turn *turn = data;
  BenchWindow *self = turn->window;

  for (guint i = 0; i < turn->n; i++)
    {
      gint64 pressed, next;
      double time, working;

      g_mutex_lock (&self->mutex);
      self->drawn = 0;
      working = get_working_time ();
      pressed = g_get_monotonic_time ();
      next = pressed + 1000 * g_rand_int_range (turn->random, MIN_PAUSE, MAX_PAUSE);
      send_stroke (turn, turn->codes[i], True);
      while (self->drawn == 0)
        if (!g_cond_wait_until (&self->cond, &self->mutex, pressed + PATIENCE * G_TIME_SPAN_SECOND))
          g_error ("Key or button %u of the turn changed nothing", i + 1);
      time = (double) (self->drawn - pressed) / 1000;
      working = self->working - working;
      g_mutex_unlock (&self->mutex);
      g_array_append_val (turn->times, time);
      if (turn->working != NULL)
        g_array_append_val (turn->working, working);
      send_stroke (turn, turn->codes[i], False);
      if (next > g_get_monotonic_time ())
        g_usleep ((gulong) (next - g_get_monotonic_time ()));
    }
  g_main_context_invoke (NULL, turn_over_cb, turn);
  return NULL;
}

static void
take_turn (BenchWindow *self,
           const guint *codes,
           guint n,
           gboolean buttons,
           GArray *times,
           GArray *working)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (times->len);
  Turn turn = { self, codes, n, buttons, times, working, random, FALSE };
  GThread *thread = g_thread_new ("keys", turn_thread, &turn);

  while (!turn.done)
    g_main_context_iteration (NULL, TRUE);
  g_thread_join (thread);
}

/**
 * bench_window_type:
 * @self: a window that has the keyboard
 * @text: what to type, lower-case letters and spaces
 * @times: (element-type double): gets the milliseconds that each key took
 * @working: (element-type double): gets how many of them the thread of the window was at work,
 *   rather than waiting for the keys' server or for a processor
 */
void
bench_window_type (BenchWindow *self, const char *text, GArray *times, GArray *working)
{
  g_autofree guint *codes = g_new (guint, strlen (text));
  guint n = 0;

  for (; text[n] != '\0'; n++)
    codes[n] = get_key_code (text[n] == ' ' ? "space" : (const char[]){ text[n], '\0' });
  take_turn (self, codes, n, FALSE, times, working);
}

/**
 * bench_window_turn_wheel:
 * @self: a window that has the pointer
 * @n: how many notches
 * @down: whether towards the end
 * @times: (element-type double): gets the milliseconds that each notch took
 */
void
bench_window_turn_wheel (BenchWindow *self, guint n, gboolean down, GArray *times)
{
  g_autofree guint *codes = g_new (guint, n);

  for (guint i = 0; i < n; i++)
    codes[i] = down ? 5 : 4;
  take_turn (self, codes, n, TRUE, times, NULL);
}

static gboolean
is_drawn (gpointer data)
{
  return ((BenchWindow *) data)->drawn != 0;
}

/**
 * bench_window_move:
 * @self: a window
 * @adjustment: of what scrolls in it
 * @step: how far
 * @times: (element-type double): gets the milliseconds until it was drawn
 *
 * Scrolls as the scroll bar does.
 */
void
bench_window_move (BenchWindow *self, GtkAdjustment *adjustment, double step, GArray *times)
{
  gint64 start = g_get_monotonic_time ();
  double time;

  self->drawn = 0;
  gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + step);
  iterate_until (is_drawn, self);
  time = (double) (self->drawn - start) / 1000;
  g_array_append_val (times, time);
  bench_wait (MIN_PAUSE);
}

static int
compare_times (gconstpointer a, gconstpointer b)
{
  double difference = *(const double *) a - *(const double *) b;

  return difference < 0 ? -1 : difference > 0;
}

/**
 * bench_get_time:
 * @times: (element-type double): some times; they are sorted
 * @part: 0.5 for the median, 0.99 for the 99th percentile
 *
 * Returns: the least time that so many of them do not exceed
 */
double
bench_get_time (GArray *times, double part)
{
  g_array_sort (times, compare_times);
  return g_array_index (times, double, MIN ((guint) ((double) times->len * part), times->len - 1));
}

/**
 * bench_print_times:
 * @what: whose times they are
 * @times: (element-type double): the times
 */
void
bench_print_times (const char *what, GArray *times)
{
  g_print ("%-40s %4u times: median %6.2f ms, 99th percentile %6.2f ms, longest %6.2f ms\n", what,
           times->len, bench_get_time (times, 0.5), bench_get_time (times, 0.99),
           bench_get_time (times, 1));
}

/**
 * bench_check:
 * @what: what is compared
 * @found: how many times the other it is
 * @limit: how many times it may be
 *
 * Returns: whether it is within the limit
 */
gboolean
bench_check (const char *what, double found, double limit)
{
  g_print ("%s: %.2f, at most %g: %s\n", what, found, limit, found <= limit ? "good" : "BROKEN");
  return found <= limit;
}
