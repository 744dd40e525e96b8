/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * GeoatProblem:
 * @place: a JSON pointer, or "line 3, column 7"; "" for the whole file
 * @message: what is wrong there, for people
 *
 * One thing that is wrong with a file.
 */
typedef struct
{
  char *place;
  char *message;
} GeoatProblem;

G_END_DECLS
