/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-kept-plan.h"

G_BEGIN_DECLS

/* Private to src/core: a recovery file that we look after, which its lock shows to others. Counted
 * references; any thread. */
typedef struct _GeoatRecoveryFile GeoatRecoveryFile;

GeoatRecoveryFile *geoat_recovery_file_new (void); /* full; another one, not written yet */
/* One that nobody looks after. NOT_FOUND: somebody does, or it is not there. */
GeoatRecoveryFile *geoat_recovery_file_open (const char *id, GError **error); /* full */
GeoatRecoveryFile *geoat_recovery_file_ref (GeoatRecoveryFile *self);
void geoat_recovery_file_unref (GeoatRecoveryFile *self);

const char *geoat_recovery_file_get_path (GeoatRecoveryFile *self);

/* The number of a snapshot: later ones have higher numbers. */
guint64 geoat_recovery_file_take_number (GeoatRecoveryFile *self);
/* Writes, unless a later snapshot is in the file already, or was. */
gboolean geoat_recovery_file_write (GeoatRecoveryFile *self,
                                    guint64 number,
                                    const GeoatKeptPlan *kept,
                                    GPtrArray *parts,
                                    GError **error);
/* With snapshots that are on their way. TRUE as well when there was no file. */
gboolean geoat_recovery_file_remove (GeoatRecoveryFile *self, gboolean *existed, GError **error);
/* From now on nobody looks after it, and nothing is written. */
void geoat_recovery_file_close (GeoatRecoveryFile *self);

/* The folder of all of them, and the id of one by its name; NULL: it is none. */
char *geoat_recovery_file_get_folder (void);             /* full */
char *geoat_recovery_file_parse_name (const char *name); /* full */

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatRecoveryFile, geoat_recovery_file_unref)

G_END_DECLS
