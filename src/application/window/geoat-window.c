/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A window with one plan: sidebar, header, pages. What concerns its file is in
 * geoat-window-file.c. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-window-private.h"

#include "geoat-file.h"
#include "geoat-find.h"

#include "geoat-flat-snapshot.h"
#include "geoat-message.h"
#include "geoat-page-table.h"
#include "geoat-text-field.h"
#include "geoat-typing.h"
#include "geoat-welcome-page.h"

#include <glib/gi18n.h>

G_DEFINE_FINAL_TYPE (GeoatWindow, geoat_window, ADW_TYPE_APPLICATION_WINDOW)

enum
{
  PROP_0,
  PROP_DOCUMENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void
update_undo (GeoatWindow *self)
{
  GeoatHistory *history = geoat_document_get_history (self->document);
  gboolean can_undo = geoat_history_can_undo (history);
  gboolean can_redo = geoat_history_can_redo (history);
  g_autofree char *undo = NULL;
  g_autofree char *redo = NULL;

  /* Translators: the name of a step stands for %s: "Undo: Rate indicator" */
  undo = can_undo ? g_strdup_printf (_ ("Undo: %s"), geoat_history_get_undo_name (history))
                  : g_strdup (_ ("Undo"));
  /* Translators: the name of a step stands for %s: "Redo: Rate indicator" */
  redo = can_redo ? g_strdup_printf (_ ("Redo: %s"), geoat_history_get_redo_name (history))
                  : g_strdup (_ ("Redo"));

  gtk_widget_set_tooltip_text (self->undo_button, undo);
  gtk_widget_set_tooltip_text (self->redo_button, redo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.undo", can_undo);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.redo", can_redo);
}

static GeoatPage *
get_shown_page (GeoatWindow *self)
{
  return GEOAT_PAGE (gtk_stack_get_visible_child (self->pages));
}

static void
update_page_title (GeoatWindow *self)
{
  GeoatPage *page = get_shown_page (self);
  const GeoatPageInfo *info = geoat_page_table_find (geoat_sidebar_get_page (self->sidebar));
  g_autofree char *title = geoat_page_get_title (page);
  g_autofree char *subtitle = geoat_page_get_subtitle (page);

  adw_window_title_set_title (self->page_title, title != NULL ? title : _ (info->title));
  adw_window_title_set_subtitle (self->page_title, subtitle);
}

static void
update_window_title (GeoatWindow *self)
{
  g_autofree char *name = self->document == NULL ? NULL : geoat_document_get_name (self->document);

  if (self->example && geoat_document_get_file (self->document) == NULL)
    {
      g_autofree char *title = g_steal_pointer (&name);

      /* Translators: the title of the example plan */
      name = g_strdup_printf (_ ("%s (example)"), title);
    }
  else if (self->example)
    {
      self->example = FALSE;
      geoat_sidebar_set_example (self->sidebar, FALSE);
    }

  gtk_window_set_title (GTK_WINDOW (self), name == NULL ? _ ("GEOAT Planner") : name);
}

static void
update_round_banner (GeoatWindow *self)
{
  gboolean can_edit = geoat_perspective_get_can_edit (self->perspective);

  if (!can_edit)
    {
      GeoatRound *round = geoat_perspective_get_round (self->perspective);
      GeoatRound *last = geoat_plan_get_last_round (geoat_document_get_plan (self->document));
      g_autofree char *title = NULL;
      g_autofree char *button = NULL;

      title =
          g_strdup_printf (_ ("You are looking at an earlier round, “%s”. It cannot be changed."),
                           geoat_round_get_title (round));
      button = g_strdup_printf (_ ("Show “%s”"), geoat_round_get_title (last));
      geoat_banner_set_title (self->round_banner, title);
      geoat_banner_set_button_label (self->round_banner, button);
    }

  geoat_banner_set_revealed (self->round_banner, !can_edit);
}

static void
sidebar_notify_page_cb (GeoatWindow *self)
{
  const char *page = geoat_sidebar_get_page (self->sidebar);
  GtkWidget *child;

  if (self->perspective == NULL)
    return;

  child = gtk_stack_get_child_by_name (self->pages, page);
  if (child == NULL)
    child = GTK_WIDGET (self->key_elements);
  geoat_page_show (GEOAT_PAGE (child), page);
  gtk_stack_set_visible_child (self->pages, child);
  update_page_title (self);
}

static void
page_title_changed_cb (GeoatWindow *self, GeoatPage *page)
{
  if (self->perspective != NULL && page == get_shown_page (self))
    update_page_title (self);
}

static void
sidebar_activated_cb (GeoatWindow *self)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);
}

/* Selects what was found in the field that has the focus, when that is the field it is in. */
static void
select_match (GeoatWindow *self, GeoatMatch *match)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (self));
  GtkWidget *field = focus == NULL ? NULL : gtk_widget_get_ancestor (focus, GEOAT_TYPE_TEXT_FIELD);
  g_autofree char *text = geoat_match_get_text (match);
  glong start = g_utf8_pointer_to_offset (text, text + geoat_match_get_start (match));
  glong length =
      g_utf8_strlen (text + geoat_match_get_start (match), geoat_match_get_length (match));

  if (field != NULL &&
      geoat_text_field_get_item (GEOAT_TEXT_FIELD (field)) == geoat_match_get_item (match) &&
      geoat_text_field_get_field (GEOAT_TEXT_FIELD (field)) == geoat_match_get_field (match))
    geoat_text_field_select (GEOAT_TEXT_FIELD (field), start, start + length);
}

static void
find_activated_cb (GeoatWindow *self, GeoatMatch *match)
{
  if (adw_flap_get_folded (self->flap))
    adw_flap_set_reveal_flap (self->flap, FALSE);

  if (geoat_match_get_entry (match) == NULL)
    {
      geoat_window_show_details (self, geoat_match_get_item (match));
      return;
    }

  geoat_window_reveal (self, geoat_match_get_item (match), geoat_match_get_field (match));
  geoat_page_start_editing (get_shown_page (self));
  select_match (self, match);
}

static void
outside_banner_clicked_cb (GeoatWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.solve-outside-change", NULL);
}

static void
lock_banner_clicked_cb (GeoatWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.override-lock", NULL);
}

static void
round_banner_clicked_cb (GeoatWindow *self)
{
  gtk_widget_activate_action (GTK_WIDGET (self), "win.show-last-round", NULL);
}

static void
history_applied_cb (GeoatWindow *self, GeoatItem *item, GeoatField field)
{
  /* Texts and levels on show are those of the last round: only there it can be seen. */
  if (!geoat_perspective_get_can_edit (self->perspective))
    geoat_perspective_set_round (
        self->perspective, geoat_plan_get_last_round (geoat_document_get_plan (self->document)));

  if (!geoat_page_reveal (get_shown_page (self), item, field))
    geoat_window_reveal (self, item, field);
}

static void
perspective_notify_scores_cb (GeoatWindow *self)
{
  update_page_title (self);
  update_round_banner (self);
}

static void
notify_is_active_cb (GeoatWindow *self)
{
  if (gtk_window_is_active (GTK_WINDOW (self)))
    geoat_window_check_outside (self);
}

static void
create_signal_groups (GeoatWindow *self)
{
  self->document_signals = g_signal_group_new (GEOAT_TYPE_DOCUMENT);
  g_signal_group_connect_swapped (self->document_signals, "notify",
                                  G_CALLBACK (geoat_window_update_save_state), self);
  g_signal_group_connect_swapped (self->document_signals, "outside-kept",
                                  G_CALLBACK (geoat_window_safety_outside_kept), self);
  g_signal_group_connect_swapped (self->document_signals, "notify::file",
                                  G_CALLBACK (update_window_title), self);

  self->history_signals = g_signal_group_new (GEOAT_TYPE_HISTORY);
  g_signal_group_connect_swapped (self->history_signals, "applied", G_CALLBACK (history_applied_cb),
                                  self);
  for (const char *const *name =
           (const char *const[]){ "notify::can-undo", "notify::can-redo", "notify::undo-name",
                                  "notify::redo-name", NULL };
       *name != NULL; name++)
    g_signal_group_connect_swapped (self->history_signals, *name, G_CALLBACK (update_undo), self);

  self->plan_signals = g_signal_group_new (GEOAT_TYPE_PLAN);
  g_signal_group_connect_swapped (self->plan_signals, "changed",
                                  G_CALLBACK (geoat_window_queue_autosave), self);
  g_signal_group_connect_swapped (self->plan_signals, "changed",
                                  G_CALLBACK (geoat_window_rounds_changed), self);
  g_signal_group_connect_swapped (self->plan_signals, "notify::title",
                                  G_CALLBACK (update_window_title), self);

  self->perspective_signals = g_signal_group_new (GEOAT_TYPE_PERSPECTIVE);
  g_signal_group_connect_swapped (self->perspective_signals, "notify::scores",
                                  G_CALLBACK (perspective_notify_scores_cb), self);
  g_signal_group_connect_swapped (self->perspective_signals, "notify::can-edit",
                                  G_CALLBACK (update_round_banner), self);
}

static void
set_document (GeoatWindow *self, GeoatDocument *document, GeoatRecovery *recovery)
{
  g_autofree char *page = NULL;
  g_autofree char *place = NULL;

  if (self->document != NULL)
    geoat_window_remember (self);
  if (document != NULL)
    page = geoat_window_recall_page (self, geoat_document_get_plan (document), &place);

  /* The details are those of the plan that goes. */
  if (self->details != NULL)
    gtk_window_destroy (GTK_WINDOW (self->details));
  geoat_window_safety_stop (self);
  self->example = FALSE;
  geoat_sidebar_set_example (self->sidebar, FALSE);
  g_clear_object (&self->perspective);
  g_set_object (&self->document, document);
  if (document != NULL)
    self->perspective = geoat_perspective_new (document);

  g_signal_group_set_target (self->document_signals, document);
  g_signal_group_set_target (self->history_signals,
                             document == NULL ? NULL : geoat_document_get_history (document));
  g_signal_group_set_target (self->plan_signals,
                             document == NULL ? NULL : geoat_document_get_plan (document));
  g_signal_group_set_target (self->perspective_signals, self->perspective);
  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (self->sidebar), self->perspective);
  for (GtkWidget *child = gtk_widget_get_first_child (GTK_WIDGET (self->pages)); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (child), self->perspective);
  geoat_banner_set_revealed (self->outside_banner, FALSE);

  geoat_window_update_actions (self);
  geoat_window_update_save_state (self);
  update_window_title (self);
  if (document != NULL)
    {
      geoat_window_safety_start (self, recovery);
      update_round_banner (self);
      update_undo (self);
      if (page != NULL)
        geoat_window_show_page (self, page);
      sidebar_notify_page_cb (self);
      geoat_page_restore_place (self->key_elements, place);
    }
  gtk_stack_set_visible_child_name (self->root, document == NULL ? "welcome" : "plan");
  if (document != NULL)
    geoat_sidebar_focus_page (self->sidebar);

  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_DOCUMENT]);
}

/* "?" shows the shortcuts, but not while typing text: it may not be an accelerator, which would be
 * looked at first. */
static void
add_help_shortcut (GeoatWindow *self)
{
  GtkEventController *controller = gtk_shortcut_controller_new ();
  GtkShortcut *shortcut =
      gtk_shortcut_new (gtk_keyval_trigger_new (GDK_KEY_question, (GdkModifierType) 0),
                        gtk_named_action_new ("win.show-shortcuts"));

  gtk_shortcut_controller_add_shortcut (GTK_SHORTCUT_CONTROLLER (controller), shortcut);
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

static gboolean
geoat_window_close_request (GtkWindow *window)
{
  if (!geoat_window_may_close (GEOAT_WINDOW (window)))
    return TRUE;

  geoat_window_remember (GEOAT_WINDOW (window));

  return GTK_WINDOW_CLASS (geoat_window_parent_class)->close_request (window);
}

static void
geoat_window_constructed (GObject *object)
{
  G_OBJECT_CLASS (geoat_window_parent_class)->constructed (object);

  geoat_window_follow_settings (GEOAT_WINDOW (object));
}

static gboolean
drop_cb (GeoatWindow *self, const GValue *value)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));

  for (GSList *link = g_value_get_boxed (value); link != NULL; link = link->next)
    {
      g_autofree char *uri = g_file_get_uri (link->data);

      g_action_group_activate_action (G_ACTION_GROUP (application), "open-uri",
                                      g_variant_new_string (uri));
    }

  return TRUE;
}

/* A plan can be dragged onto the window from the file manager. */
static void
add_drop_target (GeoatWindow *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  g_signal_connect_swapped (target, "drop", G_CALLBACK (drop_cb), self);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

static void
geoat_window_dispose (GObject *object)
{
  GeoatWindow *self = GEOAT_WINDOW (object);

  g_clear_handle_id (&self->autosave_source, g_source_remove);
  g_clear_object (&self->perspective_signals);
  g_clear_object (&self->plan_signals);
  g_clear_object (&self->history_signals);
  g_clear_object (&self->document_signals);
  g_clear_weak_pointer (&self->details);
  g_clear_object (&self->toast);
  g_clear_object (&self->recovery);
  g_clear_object (&self->lock);
  g_clear_object (&self->lock_file);
  g_clear_object (&self->perspective);
  g_clear_object (&self->document);

  G_OBJECT_CLASS (geoat_window_parent_class)->dispose (object);
}

static void
geoat_window_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DOCUMENT:
      g_value_set_object (value, GEOAT_WINDOW (object)->document);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
geoat_window_set_property (GObject *object, guint prop_id, const GValue *value, GParamSpec *pspec)
{
  switch (prop_id)
    {
    case PROP_DOCUMENT:
      geoat_window_set_document (GEOAT_WINDOW (object), g_value_get_object (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
geoat_window_class_init (GeoatWindowClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->constructed = geoat_window_constructed;
  object_class->dispose = geoat_window_dispose;
  object_class->get_property = geoat_window_get_property;
  object_class->set_property = geoat_window_set_property;
  GTK_WINDOW_CLASS (klass)->close_request = geoat_window_close_request;

  properties[PROP_DOCUMENT] =
      g_param_spec_object ("document", NULL, NULL, GEOAT_TYPE_DOCUMENT,
                           G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (GEOAT_TYPE_BANNER);
  g_type_ensure (GEOAT_TYPE_FLAT_BOX);
  g_type_ensure (GEOAT_TYPE_SIDEBAR);
  g_type_ensure (GEOAT_TYPE_WELCOME_PAGE);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-window.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatWindow, toasts);
  gtk_widget_class_bind_template_child (widget_class, GeoatWindow, root);
  gtk_widget_class_bind_template_child (widget_class, GeoatWindow, flap);
  gtk_widget_class_bind_template_child (widget_class, GeoatWindow, sidebar);
  gtk_widget_class_bind_template_child (widget_class, GeoatWindow, page_title);
  gtk_widget_class_bind_template_child (widget_class, GeoatWindow, undo_button);
  gtk_widget_class_bind_template_child (widget_class, GeoatWindow, redo_button);
  gtk_widget_class_bind_template_child (widget_class, GeoatWindow, save_button);
  gtk_widget_class_bind_template_child (widget_class, GeoatWindow, saved_label);
  gtk_widget_class_bind_template_child (widget_class, GeoatWindow, spinner);
  gtk_widget_class_bind_template_child (widget_class, GeoatWindow, lock_banner);
  gtk_widget_class_bind_template_child (widget_class, GeoatWindow, safety_banner);
  gtk_widget_class_bind_template_child (widget_class, GeoatWindow, outside_banner);
  gtk_widget_class_bind_template_child (widget_class, GeoatWindow, round_banner);
  gtk_widget_class_bind_template_child (widget_class, GeoatWindow, pages);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_notify_page_cb);
  gtk_widget_class_bind_template_callback (widget_class, sidebar_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, find_activated_cb);
  gtk_widget_class_bind_template_callback (widget_class, outside_banner_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, lock_banner_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, round_banner_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, notify_is_active_cb);

  geoat_window_install_actions (widget_class);
}

static void
create_pages (GeoatWindow *self)
{
  for (guint i = 0; i < geoat_page_table_get_n_pages (); i++)
    {
      const GeoatPageInfo *info = geoat_page_table_get_page (i);
      GeoatPage *page = g_object_new (info->get_type (), NULL);

      g_signal_connect_object (page, "show-item", G_CALLBACK (geoat_window_reveal), self,
                               G_CONNECT_SWAPPED);
      g_signal_connect_object (page, "title-changed", G_CALLBACK (page_title_changed_cb), self,
                               G_CONNECT_SWAPPED);
      gtk_stack_add_named (self->pages, GTK_WIDGET (page), info->name);
      if (info->name == NULL)
        self->key_elements = page;
      else
        geoat_sidebar_add_page (self->sidebar, info);
    }
}

static void
geoat_window_init (GeoatWindow *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  create_pages (self);
  create_signal_groups (self);
  add_help_shortcut (self);
  add_drop_target (self);
  geoat_typing_add_to (GTK_WIDGET (self));
  geoat_window_update_actions (self);
  geoat_window_update_save_state (self);
}

/**
 * geoat_window_new:
 * @application: the application
 *
 * Returns: (transfer none): a new window, with the welcome page
 */
GeoatWindow *
geoat_window_new (GtkApplication *application)
{
  return g_object_new (GEOAT_TYPE_WINDOW, "application", application, NULL);
}

/**
 * geoat_window_get_document:
 * @self: a window
 *
 * Returns: (transfer none) (nullable): the document, or %NULL while it shows the welcome page
 */
GeoatDocument *
geoat_window_get_document (GeoatWindow *self)
{
  g_return_val_if_fail (GEOAT_IS_WINDOW (self), NULL);

  return self->document;
}

/**
 * geoat_window_set_document:
 * @self: a window
 * @document: (nullable): a document
 *
 * Shows a document in place of what the window has; what is not saved there is lost: ask before.
 */
void
geoat_window_set_document (GeoatWindow *self, GeoatDocument *document)
{
  g_return_if_fail (GEOAT_IS_WINDOW (self));
  g_return_if_fail (document == NULL || GEOAT_IS_DOCUMENT (document));

  if (self->document != document)
    set_document (self, document, NULL);
}

/**
 * geoat_window_set_recovery:
 * @self: a window
 * @recovery: what was restored after an end without warning
 *
 * Shows the document of @recovery, as geoat_window_set_document() does.
 */
void
geoat_window_set_recovery (GeoatWindow *self, GeoatRecovery *recovery)
{
  g_return_if_fail (GEOAT_IS_WINDOW (self));
  g_return_if_fail (GEOAT_IS_RECOVERY (recovery));

  set_document (self, geoat_recovery_get_document (recovery), recovery);
}

/**
 * geoat_window_set_example:
 * @self: a window that has a plan without a file
 * @example: whether it is the example
 *
 * Says that the plan is the example, until it is saved to a file.
 */
void
geoat_window_set_example (GeoatWindow *self, gboolean example)
{
  g_return_if_fail (GEOAT_IS_WINDOW (self));

  self->example = example;
  geoat_sidebar_set_example (self->sidebar, example);
  update_window_title (self);
}

/**
 * geoat_window_has_file:
 * @self: a window
 * @file: a file
 *
 * Returns: whether the window's plan is that file, by whichever path
 */
gboolean
geoat_window_has_file (GeoatWindow *self, GFile *file)
{
  GFile *own;

  g_return_val_if_fail (GEOAT_IS_WINDOW (self), FALSE);
  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  own = self->document == NULL ? NULL : geoat_document_get_file (self->document);
  if (own == NULL)
    return FALSE;
  if (g_file_equal (own, file))
    return TRUE;

  return g_file_peek_path (own) != NULL && g_file_peek_path (file) != NULL &&
         geoat_file_is_same (g_file_peek_path (own), g_file_peek_path (file));
}

/**
 * geoat_window_set_loading:
 * @self: a window
 * @loading: whether a file is being read for it
 *
 * A window for which a file is being read is not free for another.
 */
void
geoat_window_set_loading (GeoatWindow *self, gboolean loading)
{
  g_return_if_fail (GEOAT_IS_WINDOW (self));

  self->loading = loading;
  gtk_widget_set_cursor_from_name (GTK_WIDGET (self), loading ? "progress" : NULL);
  geoat_window_update_save_state (self);
}

/**
 * geoat_window_is_free:
 * @self: a window
 *
 * Returns: whether it shows the welcome page and waits for a plan
 */
gboolean
geoat_window_is_free (GeoatWindow *self)
{
  g_return_val_if_fail (GEOAT_IS_WINDOW (self), FALSE);

  return self->document == NULL && !self->loading;
}

/**
 * geoat_window_show_page:
 * @self: a window that has a plan
 * @page: the name of a page: "overview", or the id of a key element
 *
 * Shows a page. Nothing happens when there is none of that name.
 */
void
geoat_window_show_page (GeoatWindow *self, const char *page)
{
  g_return_if_fail (GEOAT_IS_WINDOW (self));

  geoat_sidebar_set_page (self->sidebar, page);
}

/**
 * geoat_window_reveal:
 * @self: a window that has a plan
 * @item: a part of the plan
 * @field: one of its fields, or %GEOAT_FIELD_NONE
 *
 * Goes to the page where @item is, and shows it there.
 */
void
geoat_window_reveal (GeoatWindow *self, GeoatItem *item, GeoatField field)
{
  GeoatItem *entry = item;

  g_return_if_fail (GEOAT_IS_WINDOW (self));
  g_return_if_fail (GEOAT_IS_ITEM (item));

  if (GEOAT_IS_ACTION (item))
    entry = geoat_item_get_owner (item);

  if (entry == NULL)
    return;
  if (!GEOAT_IS_ENTRY (entry))
    {
      /* The other parts are in the details of the plan; a round also shows on the overview. */
      if (GEOAT_IS_ROUND (entry) && self->details == NULL)
        geoat_window_show_page (self, geoat_page_table_get_page (0)->name);
      return;
    }

  geoat_window_show_page (self, geoat_entry_get_key_element (GEOAT_ENTRY (entry)));
  geoat_page_reveal (self->key_elements, item, field);
}

/**
 * geoat_window_show_error:
 * @self: a window
 * @heading: what did not work
 * @body: why, and what can be done
 *
 * Tells that something went wrong.
 */
void
geoat_window_show_error (GeoatWindow *self, const char *heading, const char *body)
{
  g_return_if_fail (GEOAT_IS_WINDOW (self));

  geoat_message_show (GTK_WINDOW (self), heading, body);
}
