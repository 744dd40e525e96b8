/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Standard output and standard error.
 *
 * How it works: everything that is printed goes through here, as UTF-8 whatever the locale is, and
 * the first failure is remembered. geoat_output_finish() flushes and turns a failure into the exit
 * status: a report that did not reach the disk must not look like one that did. A reader that went
 * away (`geoat score … | head`) needs no message.
 *
 * A message on standard error is always one line: what a file contributes to it, its name
 * included, has its control characters written out. */

#define G_LOG_DOMAIN "geoat-cli"

#include "config.h"

#include "geoat-output.h"

#include <errno.h>
#include <fcntl.h>
#include <glib/gi18n-lib.h>
#include <glib/gstdio.h>
#include <stdio.h>
#include <string.h>

#include "geoat-error.h"
#include "geoat-command.h"
#include "geoat-posix.h"

static int first_failure; /* errno of the first write that failed, or 0 */

/**
 * geoat_output_protect:
 *
 * Takes the descriptors 0 to 2 when the program was started without them: otherwise the next file
 * that is opened would become standard output, and be printed into. What is printed then fails, as
 * it should: the descriptor can only be read.
 */
void
geoat_output_protect (void)
{
  int descriptor;

  do
    descriptor = g_open ("/dev/null", O_RDONLY, 0);
  while (descriptor >= 0 && descriptor <= 2);

  if (descriptor > 2)
    g_close (descriptor, NULL);
}

static void
write_bytes (const void *bytes, gsize length)
{
  if (first_failure || length == 0)
    return;

  errno = 0;
  if (fwrite (bytes, 1, length, stdout) != length)
    first_failure = errno ? errno : EIO;
}

/**
 * geoat_output_print:
 * @text: UTF-8 text
 *
 * Prints to standard output. Failures show in geoat_output_finish(). What a file contributes to it
 * could repaint the terminal: control characters that do not end a line are written out.
 */
void
geoat_output_print (const char *text)
{
  g_autoptr (GString) shown = g_string_sized_new (strlen (text));

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar c = g_utf8_get_char (text);

      if (g_unichar_iscntrl (c) && c != '\n' && c != '\r' && c != '\t')
        g_string_append_printf (shown, "\\u%04x", c);
      else
        g_string_append_unichar (shown, c);
    }
  write_bytes (shown->str, shown->len);
}

/**
 * geoat_output_write:
 * @bytes: what to print
 * @length: how much of it
 *
 * Prints the content of a file to standard output, as it is unless that is a terminal. Failures
 * show in geoat_output_finish().
 */
void
geoat_output_write (const void *bytes, gsize length)
{
  if (length > 0 && geoat_posix_is_terminal (1) && g_utf8_validate_len (bytes, length, NULL))
    {
      g_autofree char *text = g_strndup (bytes, length);

      geoat_output_print (text);
    }
  else
    write_bytes (bytes, length);
}

/**
 * geoat_output_finish:
 * @status: the exit status so far
 *
 * Sees to it that everything printed has arrived.
 *
 * Returns: @status, or the status of failed work when it has not
 */
int
geoat_output_finish (int status)
{
  errno = 0;
  if (fflush (stdout) != 0 && !first_failure)
    first_failure = errno ? errno : EIO;
  if (!first_failure)
    return status;

  if (first_failure != EPIPE)
    geoat_output_problem (_ ("standard output"), NULL, g_strerror (first_failure));
  return GEOAT_EXIT_FAILED;
}

/**
 * geoat_output_print_whole:
 * @writer: writes the content
 * @data: for @writer
 * @error: return location for an error of @writer
 *
 * Prints to standard output once it is whole: what fails half-way prints nothing.
 *
 * Returns: whether it was written
 */
gboolean
geoat_output_print_whole (GeoatFileWriter writer, gpointer data, GError **error)
{
  g_autoptr (GOutputStream) stream = g_memory_output_stream_new_resizable ();
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);

  if (!writer (stream, data, NULL, error) || !g_output_stream_close (stream, NULL, error))
    return FALSE;
  geoat_output_write (g_memory_output_stream_get_data (memory),
                      g_memory_output_stream_get_data_size (memory));
  return TRUE;
}

/**
 * geoat_output_replace_file:
 * @output: the file to write
 * @input: the file that the command reads
 * @writer: what to write
 * @data: for @writer
 * @error: return location for an error
 *
 * Writes a file atomically. What is made from a plan never takes the place of the plan: a slip of
 * the keyboard would cost the work of months.
 *
 * Returns: whether it worked
 */
gboolean
geoat_output_replace_file (
    const char *output, const char *input, GeoatFileWriter writer, gpointer data, GError **error)
{
  if (geoat_file_is_same (input, output))
    {
      g_set_error_literal (error, GEOAT_ERROR, GEOAT_ERROR_EXISTS,
                           _ ("it is the plan itself and is not replaced"));
      return FALSE;
    }
  return geoat_file_write (output, GEOAT_FILE_REPLACE, NULL, writer, data, NULL, NULL, error);
}

/* Control characters, line and paragraph separators and the controls of bidirectional text would
 * let a file break the line or repaint the terminal. */
static gboolean
is_printable (gunichar c)
{
  return !g_unichar_iscntrl (c) && c != 0x2028 && c != 0x2029 && c != 0x061c &&
         !(c >= 0x200e && c <= 0x200f) && !(c >= 0x202a && c <= 0x202e) &&
         !(c >= 0x2066 && c <= 0x2069);
}

static void
append_line (GString *line, const char *text)
{
  g_autofree char *valid = g_utf8_make_valid (text, -1);

  for (const char *at = valid; *at; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '\n')
        g_string_append (line, "\\n");
      else if (c == '\t')
        g_string_append (line, "\\t");
      else if (!is_printable (c))
        g_string_append_printf (line, "\\u%04x", c);
      else
        g_string_append_unichar (line, c);
    }
}

/**
 * geoat_output_problem:
 * @file: (nullable): the name of the file, as given on the command line
 * @place: (nullable): where in it: a JSON pointer, for example; empty for the whole file
 * @message: what is wrong
 *
 * Prints one line to standard error: `FILE: PLACE: MESSAGE`.
 */
void
geoat_output_problem (const char *file, const char *place, const char *message)
{
  g_autoptr (GString) line = g_string_new (NULL);

  if (file)
    {
      g_autofree char *name = g_filename_display_name (file);

      append_line (line, name);
      g_string_append (line, ": ");
    }
  if (place && place[0])
    {
      append_line (line, place);
      g_string_append (line, ": ");
    }
  append_line (line, message);
  g_string_append_c (line, '\n');
  fputs (line->str, stderr);
}

/**
 * geoat_output_error:
 * @file: the name of the file, as given on the command line
 * @error: what is wrong with it
 *
 * Prints one line to standard error. The message of @error may begin with the place.
 */
void
geoat_output_error (const char *file, const GError *error)
{
  geoat_output_problem (file, NULL, error->message);
}
