/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

/**
 * GeoatLock:
 *
 * Says to others, on a shared drive, that a plan is open here, with a small file beside it
 * (`.~lock.NAME#`, as LibreOffice does): host name and time, no name of a person. It never prevents
 * opening: it is there to be announced. Where it cannot be written (a read-only folder), nothing
 * happens.
 */
#define GEOAT_TYPE_LOCK (geoat_lock_get_type ())
G_DECLARE_FINAL_TYPE (GeoatLock, geoat_lock, GEOAT, LOCK, GObject)

/* Takes the lock unless another one has it. A lock that a program which is gone left on this
 * computer is taken over. */
GeoatLock *geoat_lock_new (GFile *file); /* full */
gboolean geoat_lock_is_held (GeoatLock *self);
/* Who has it: the name of a computer (may be this one: another user), or NULL. */
const char *geoat_lock_get_other_host (GeoatLock *self);
GDateTime *geoat_lock_get_other_since (GeoatLock *self); /* none; local time; NULL: unknown */
/* Takes it over all the same: "edit anyway". */
void geoat_lock_override (GeoatLock *self);
/* Removes the file if it is ours still; also when the object goes. */
void geoat_lock_release (GeoatLock *self);

G_END_DECLS
