/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoat-lock.h"
#include "geoat-recovery.h"
#include "geoat-versions.h"

#include "geoat-banner.h"
#include "geoat-page.h"
#include "geoat-perspective.h"
#include "geoat-sidebar.h"
#include "geoat-window.h"

G_BEGIN_DECLS

struct _GeoatWindow
{
  AdwApplicationWindow parent_instance;

  AdwToastOverlay *toasts;
  /* What was said last in passing, while it is shown. */
  AdwToast *toast;
  GtkStack *root;
  AdwFlap *flap;
  GeoatSidebar *sidebar;
  AdwWindowTitle *page_title;
  GtkWidget *undo_button;
  GtkWidget *redo_button;
  GtkWidget *save_button;
  GtkWidget *saved_label;
  GtkWidget *spinner;
  GeoatBanner *lock_banner;
  GeoatBanner *safety_banner;
  GeoatBanner *outside_banner;
  GeoatBanner *round_banner;
  GtkStack *pages;
  /* The one of them that shows where an indicator is written. */
  GeoatPage *key_elements;

  GeoatDocument *document;
  GeoatPerspective *perspective;
  GeoatRecovery *recovery;
  GeoatLock *lock;
  GFile *lock_file;
  /* The details of the plan, while they are shown. */
  GtkWidget *details;
  GSignalGroup *document_signals;
  GSignalGroup *history_signals;
  GSignalGroup *plan_signals;
  GSignalGroup *perspective_signals;

  /* Loading a file, or saving one: the window must not be closed or take another plan. */
  gboolean loading;
  /* The example, until it has a file. */
  gboolean example;
  /* Close as soon as it is saved. */
  gboolean close_when_saved;
  /* The save that is under way was nobody's wish. */
  gboolean autosaving;
  guint autosave_source;
  /* The question has been answered. */
  gboolean may_close;
};

void geoat_window_install_actions (GtkWidgetClass *widget_class);
void geoat_window_update_actions (GeoatWindow *self);
void geoat_window_show_details (GeoatWindow *self, GeoatItem *item);

void geoat_window_file_install_actions (GtkWidgetClass *widget_class);
gboolean geoat_window_may_close (GeoatWindow *self);
void geoat_window_check_outside (GeoatWindow *self);
void geoat_window_update_save_state (GeoatWindow *self);
char *geoat_window_suggest_file_name (GeoatWindow *self);

void geoat_window_autosave (GeoatWindow *self);

void geoat_window_follow_settings (GeoatWindow *self);
void geoat_window_remember (GeoatWindow *self);
char *geoat_window_recall_page (GeoatWindow *self, GeoatPlan *plan, char **place);
void geoat_window_queue_autosave (GeoatWindow *self);

void geoat_window_import_install_actions (GtkWidgetClass *widget_class);
void geoat_window_import_update (GeoatWindow *self);

void geoat_window_print_install_actions (GtkWidgetClass *widget_class);
void geoat_window_print_update (GeoatWindow *self);

void geoat_window_rounds_install_actions (GtkWidgetClass *widget_class);
void geoat_window_rounds_update (GeoatWindow *self);
void geoat_window_rounds_changed (GeoatWindow *self, const GeoatChange *change);

void geoat_window_share_install_actions (GtkWidgetClass *widget_class);
void geoat_window_share_update (GeoatWindow *self);

void geoat_window_safety_install_actions (GtkWidgetClass *widget_class);
void geoat_window_safety_start (GeoatWindow *self, GeoatRecovery *recovery);
void geoat_window_safety_stop (GeoatWindow *self);
void geoat_window_safety_discard (GeoatWindow *self);
void geoat_window_safety_replace (GeoatWindow *self);
void geoat_window_safety_outside_kept (GeoatWindow *self);
void geoat_window_safety_saved (GeoatWindow *self, GeoatVersionReason reason);
void geoat_window_safety_update_lock (GeoatWindow *self);

G_END_DECLS
