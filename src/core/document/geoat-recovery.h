/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-document.h"

G_BEGIN_DECLS

/**
 * GeoatRecovery:
 *
 * Keeps a recovery file of one document, at most two seconds behind the typing. Make one for each
 * document that is open and keep it for as long as the document.
 *
 * The file goes when the document is saved (it is then not modified), and with
 * geoat_recovery_discard(). When the object goes earlier, the file stays and is offered at the next
 * start: nothing is lost by accident.
 *
 * Signals: `written ()` after the file has been brought up to date or removed;
 * `failed (const char *message)` when it cannot be written: once, until it could be written again.
 */
#define GEOAT_TYPE_RECOVERY (geoat_recovery_get_type ())
G_DECLARE_FINAL_TYPE (GeoatRecovery, geoat_recovery, GEOAT, RECOVERY, GObject)

/**
 * GeoatRecoveryInfo:
 * @id: names the recovery file
 * @name: what the window called the document
 * @title: the plan's title
 * @administration: the administration
 * @file: the file that the plan belongs to; %NULL when it was never saved
 * @written: when the recovery file was written, local time
 * @n_entries: indicators in it
 * @n_ratings: ratings in its last round
 * @n_actions: actions in it
 * @changed_outside: whether @file on disk is no longer what the plan was based on (or is gone)
 *
 * What can be restored.
 */
typedef struct
{
  char *id;
  char *name;
  char *title;
  char *administration;
  GFile *file;
  GDateTime *written;
  guint n_entries;
  guint n_ratings;
  guint n_actions;
  gboolean changed_outside;
} GeoatRecoveryInfo;

void geoat_recovery_info_free (GeoatRecoveryInfo *info);
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GeoatRecoveryInfo, geoat_recovery_info_free)

GeoatRecovery *geoat_recovery_new (GeoatDocument *document);      /* full */
GeoatDocument *geoat_recovery_get_document (GeoatRecovery *self); /* none */

/* Brings the file up to date now, and waits for it: before the session ends. */
gboolean geoat_recovery_flush (GeoatRecovery *self, GError **error);

/* The document is closed without saving: what was not saved becomes a saved version (see
 * geoat-versions.h) and the recovery file goes. Does nothing when the document is not modified. */
void geoat_recovery_discard (GeoatRecovery *self);

/* At the start: what ended sessions left; newest first. Recovery files of sessions that are
 * running are not in it. @problems (may be NULL) gets a message for each file that is damaged. */
GPtrArray *geoat_recovery_list (GPtrArray **problems); /* full; of GeoatRecoveryInfo */

/* Makes the document again: modified, with its file. The recovery file goes on as that of the
 * document returned. GEOAT_ERROR_NOT_FOUND when another window took or deleted it meanwhile. */
GeoatRecovery *geoat_recovery_restore (const GeoatRecoveryInfo *info, GError **error); /* full */

/* The answer "no" to one of them: it becomes a saved version. */
void geoat_recovery_decline (const GeoatRecoveryInfo *info);
/* Deleted for good, without a version. */
gboolean geoat_recovery_delete (const GeoatRecoveryInfo *info, GError **error);
/* All that geoat_recovery_list() would give, and damaged ones too, for good. */
gboolean geoat_recovery_clear (GError **error);

G_END_DECLS
