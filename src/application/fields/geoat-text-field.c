/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text of a plan, edited in place.
 *
 * How it works: the text lives in the plan, and the text view's buffer is a copy of it. A user
 * action in the buffer (a key, a paste, a drop) becomes one call of the history; a notification of
 * the plan becomes the smallest replacement that makes the buffer equal, so that the caret and the
 * selection stay where the change was. The two cannot chase each other, because equal texts do
 * nothing. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include <string.h>

#include "geoat-difference.h"
#include "geoat-focus.h"
#include "geoat-text-layout.h"
#include "geoat-text-field.h"
#include "geoat-text-height.h"

struct _GeoatTextField
{
  GtkWidget parent_instance;

  GtkWidget *view;
  GtkTextBuffer *buffer;

  GeoatHistory *history;
  GeoatItem *item;
  GeoatField field;
  GeoatRound *round; /* when it is the reason of a rating in that round */
  gulong item_handler;
  char *fixed_text;

  gboolean editable;
  char *prompt;
  PangoLayout *prompt_layout;

  guint user_actions;
  gboolean changed;
  gboolean updating;

  GeoatTextHeight height;
  guint scroll_source;
};

G_DEFINE_FINAL_TYPE (GeoatTextField, geoat_text_field, GTK_TYPE_WIDGET)

static char *
get_buffer_text (GeoatTextField *self)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  return gtk_text_buffer_get_text (self->buffer, &start, &end, TRUE);
}

static const char *
get_model_text (GeoatTextField *self)
{
  if (self->fixed_text != NULL)
    return self->fixed_text;
  if (self->item == NULL)
    return "";
  if (self->round != NULL)
    {
      const GeoatRating *rating = geoat_entry_get_rating (GEOAT_ENTRY (self->item), self->round);
      return rating != NULL ? geoat_rating_get_reason (rating) : "";
    }
  return geoat_item_get_text (self->item, self->field);
}

static gboolean
is_line (GeoatTextField *self)
{
  const GeoatFieldInfo *info;

  if (self->field == GEOAT_FIELD_NONE)
    return FALSE;
  info = geoat_field_get_info (self->field);
  return info->kind != GEOAT_FIELD_KIND_TEXT;
}

static void
show_model_text (GeoatTextField *self)
{
  g_autofree char *old_text = get_buffer_text (self);
  const char *new_text = get_model_text (self);
  GeoatDifference difference;
  GtkTextIter from, to;

  if (strcmp (old_text, new_text) == 0)
    return;
  geoat_difference_find (&difference, old_text, new_text);
  self->updating = TRUE;
  gtk_text_buffer_get_iter_at_offset (self->buffer, &from,
                                      (int) g_utf8_strlen (old_text, (gssize) difference.start));
  to = from;
  gtk_text_iter_forward_chars (
      &to, (int) g_utf8_strlen (old_text + difference.start, (gssize) difference.old_length));
  gtk_text_buffer_delete (self->buffer, &from, &to);
  gtk_text_buffer_insert (self->buffer, &from, new_text + difference.start,
                          (int) difference.new_length);
  gtk_text_buffer_place_cursor (self->buffer, &from);
  self->updating = FALSE;
}

/* A line holds no line break: a pasted one becomes a space. One that came with a file stays. */
static void
flatten (char *text)
{
  g_strdelimit (text, "\r\n", ' ');
}

static void
commit (GeoatTextField *self)
{
  g_autofree char *text = NULL;

  if (self->item == NULL || self->history == NULL || !self->editable || self->fixed_text != NULL)
    {
      show_model_text (self);
      return;
    }
  text = get_buffer_text (self);
  if (is_line (self) && strpbrk (get_model_text (self), "\r\n") == NULL)
    flatten (text);
  if (self->round == NULL)
    geoat_history_set_text (self->history, self->item, self->field, text);
  else if (geoat_entry_get_rating (GEOAT_ENTRY (self->item), self->round) != NULL)
    geoat_history_set_reason (self->history, GEOAT_ENTRY (self->item), text);
  show_model_text (self);
}

static gboolean
is_empty (GeoatTextField *self)
{
  return gtk_text_buffer_get_char_count (self->buffer) == 0;
}

/* How much of a scrolled window is always covered by headers. */
static int
get_covered (GtkScrolledWindow *window)
{
  GtkWidget *child = gtk_scrolled_window_get_child (window);
  GtkBorder border = { 0, 0, 0, 0 };

  if (GTK_IS_SCROLLABLE (child))
    gtk_scrollable_get_border (GTK_SCROLLABLE (child), &border);
  return border.top;
}

/* The page scrolls so that the caret is in sight: the text view itself never scrolls. */
static gboolean
scroll_to_caret_cb (gpointer data)
{
  GeoatTextField *self = data;
  GtkWidget *window = gtk_widget_get_ancestor (GTK_WIDGET (self), GTK_TYPE_SCROLLED_WINDOW);
  const double margin = 12;
  GtkAdjustment *adjustment;
  GtkTextIter iter;
  GdkRectangle caret;
  graphene_point_t top;
  double start, shift = 0;

  self->scroll_source = 0;
  if (window == NULL || !gtk_widget_is_focus (self->view))
    return G_SOURCE_REMOVE;
  gtk_text_buffer_get_iter_at_mark (self->buffer, &iter, gtk_text_buffer_get_insert (self->buffer));
  gtk_text_view_get_iter_location (GTK_TEXT_VIEW (self->view), &iter, &caret);
  if (!gtk_widget_compute_point (self->view, window, &GRAPHENE_POINT_INIT (caret.x, caret.y), &top))
    return G_SOURCE_REMOVE;
  start = get_covered (GTK_SCROLLED_WINDOW (window)) + margin;
  if (top.y < start)
    shift = top.y - start;
  else if (top.y + caret.height + margin > gtk_widget_get_height (window))
    shift = top.y + caret.height + margin - gtk_widget_get_height (window);
  if (shift != 0)
    {
      adjustment = gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (window));
      gtk_adjustment_set_value (adjustment, gtk_adjustment_get_value (adjustment) + shift);
    }
  return G_SOURCE_REMOVE;
}

/* After the frame, when the new layout is known. */
static void
queue_scroll_to_caret (GeoatTextField *self)
{
  if (self->scroll_source == 0)
    self->scroll_source = g_idle_add_full (G_PRIORITY_DEFAULT_IDLE, scroll_to_caret_cb, self, NULL);
}

static void
changed_cb (GeoatTextField *self)
{
  geoat_text_height_follow_change (&self->height, self->user_actions > 0);
  if (self->prompt_layout != NULL)
    gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->updating)
    return;
  self->changed = TRUE;
  if (self->user_actions == 0)
    {
      self->changed = FALSE;
      commit (self);
    }
}

static gsize
count_bytes (GtkTextIter *start, GtkTextIter *end)
{
  g_autofree char *text = gtk_text_iter_get_slice (start, end);

  return strlen (text);
}

/* What is typed over something is one step. */
static void
begin_user_action_cb (GeoatTextField *self)
{
  GtkTextIter start, end, from, to;

  if (self->user_actions++ > 0 || self->history == NULL ||
      !gtk_text_buffer_get_selection_bounds (self->buffer, &from, &to))
    return;
  gtk_text_buffer_get_bounds (self->buffer, &start, &end);
  geoat_history_retype (self->history, count_bytes (&start, &from), count_bytes (&to, &end));
}

static void
end_user_action_cb (GeoatTextField *self)
{
  if (--self->user_actions > 0 || !self->changed)
    return;
  self->changed = FALSE;
  commit (self);
}

static void
caret_cb (GeoatTextField *self)
{
  if (gtk_widget_is_focus (self->view))
    queue_scroll_to_caret (self);
}

static void
focus_enter_cb (GeoatTextField *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  queue_scroll_to_caret (self);
}

static void
focus_leave_cb (GeoatTextField *self)
{
  gtk_widget_queue_draw (GTK_WIDGET (self));
  if (self->history != NULL)
    geoat_history_break (self->history);
}

static gboolean
key_pressed_cb (GeoatTextField *self, guint keyval, guint keycode, GdkModifierType state)
{
  gboolean enter = keyval == GDK_KEY_Return || keyval == GDK_KEY_KP_Enter;
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (!enter || !is_line (self) || (state & gtk_accelerator_get_default_mod_mask ()) != 0)
    return GDK_EVENT_PROPAGATE;
  gtk_widget_child_focus (GTK_WIDGET (root), GTK_DIR_TAB_FORWARD);
  return GDK_EVENT_STOP;
}

static void
update_editable (GeoatTextField *self)
{
  gboolean editable = self->editable && self->fixed_text == NULL;

  gtk_text_view_set_editable (GTK_TEXT_VIEW (self->view), editable);
  gtk_text_view_set_cursor_visible (GTK_TEXT_VIEW (self->view), editable);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_READ_ONLY,
                                  !editable, -1);
  if (editable)
    gtk_widget_remove_css_class (GTK_WIDGET (self), "read-only");
  else
    gtk_widget_add_css_class (GTK_WIDGET (self), "read-only");
}

static GtkSizeRequestMode
geoat_text_field_get_request_mode (GtkWidget *widget)
{
  return GTK_SIZE_REQUEST_HEIGHT_FOR_WIDTH;
}

static void
geoat_text_field_measure (GtkWidget *widget,
                          GtkOrientation orientation,
                          int for_size,
                          int *minimum,
                          int *natural,
                          int *minimum_baseline,
                          int *natural_baseline)
{
  GeoatTextField *self = GEOAT_TEXT_FIELD (widget);

  if (orientation == GTK_ORIENTATION_HORIZONTAL)
    {
      *minimum = 4 * geoat_text_height_get_line (&self->height);
      *natural = 12 * geoat_text_height_get_line (&self->height);
    }
  else
    *minimum = *natural = geoat_text_height_get (
        &self->height, for_size < 0 ? 12 * geoat_text_height_get_line (&self->height) : for_size);
}

static void
geoat_text_field_size_allocate (GtkWidget *widget, int width, int height, int baseline)
{
  GeoatTextField *self = GEOAT_TEXT_FIELD (widget);
  GtkAllocation area = { 0, 0, width, height };

  /* GTK wants every child measured before it is given a place */
  gtk_widget_measure (self->view, GTK_ORIENTATION_HORIZONTAL, -1, NULL, NULL, NULL, NULL);
  gtk_widget_size_allocate (self->view, &area, baseline);
}

static void
geoat_text_field_snapshot (GtkWidget *widget, GtkSnapshot *snapshot)
{
  GeoatTextField *self = GEOAT_TEXT_FIELD (widget);
  int width = gtk_widget_get_width (self->view);
  int height = gtk_widget_get_height (self->view);

  GTK_WIDGET_CLASS (geoat_text_field_parent_class)->snapshot (widget, snapshot);
  if (self->prompt == NULL || !is_empty (self) || !gtk_widget_is_focus (self->view) ||
      !gtk_text_view_get_editable (GTK_TEXT_VIEW (self->view)))
    {
      g_clear_object (&self->prompt_layout);
      return;
    }
  if (self->prompt_layout == NULL)
    self->prompt_layout = geoat_text_layout_new (self->view, self->prompt);
  pango_layout_set_width (self->prompt_layout, width * PANGO_SCALE);
  pango_layout_set_height (
      self->prompt_layout,
      height < 2 * geoat_text_height_get_line (&self->height) ? -1 : height * PANGO_SCALE);
  pango_layout_set_wrap (self->prompt_layout, PANGO_WRAP_WORD_CHAR);
  pango_layout_set_ellipsize (self->prompt_layout, PANGO_ELLIPSIZE_END);
  gtk_snapshot_push_opacity (snapshot, 0.7);
  gtk_snapshot_render_layout (snapshot, gtk_widget_get_style_context (self->view), 0, 0,
                              self->prompt_layout);
  gtk_snapshot_pop (snapshot);
}

static void
geoat_text_field_css_changed (GtkWidget *widget, GtkCssStyleChange *change)
{
  GeoatTextField *self = GEOAT_TEXT_FIELD (widget);

  GTK_WIDGET_CLASS (geoat_text_field_parent_class)->css_changed (widget, change);
  g_clear_object (&self->prompt_layout);
  geoat_text_height_forget (&self->height);
  gtk_widget_queue_resize (widget);
}

static gboolean
geoat_text_field_grab_focus (GtkWidget *widget)
{
  return gtk_widget_grab_focus (GEOAT_TEXT_FIELD (widget)->view);
}

static void
geoat_text_field_dispose (GObject *object)
{
  GeoatTextField *self = GEOAT_TEXT_FIELD (object);

  geoat_text_field_unbind (self);
  geoat_text_height_clear (&self->height);
  g_clear_handle_id (&self->scroll_source, g_source_remove);
  g_clear_object (&self->prompt_layout);
  g_clear_pointer (&self->fixed_text, g_free);
  g_clear_pointer (&self->prompt, g_free);
  if (self->buffer != NULL)
    g_signal_handlers_disconnect_by_data (self->buffer, self);
  g_clear_object (&self->buffer);
  g_clear_pointer (&self->view, gtk_widget_unparent);

  G_OBJECT_CLASS (geoat_text_field_parent_class)->dispose (object);
}

static void
geoat_text_field_class_init (GeoatTextFieldClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_text_field_dispose;
  widget_class->get_request_mode = geoat_text_field_get_request_mode;
  widget_class->measure = geoat_text_field_measure;
  widget_class->size_allocate = geoat_text_field_size_allocate;
  widget_class->snapshot = geoat_text_field_snapshot;
  widget_class->css_changed = geoat_text_field_css_changed;
  widget_class->focus = geoat_focus_children;
  widget_class->grab_focus = geoat_text_field_grab_focus;
  gtk_widget_class_set_css_name (widget_class, "textfield");
}

static void
geoat_text_field_init (GeoatTextField *self)
{
  GtkEventController *controller;

  self->editable = TRUE;
  self->view = gtk_text_view_new ();
  self->buffer = g_object_ref (gtk_text_view_get_buffer (GTK_TEXT_VIEW (self->view)));
  gtk_text_buffer_set_enable_undo (self->buffer, FALSE);
  gtk_text_view_set_wrap_mode (GTK_TEXT_VIEW (self->view), GTK_WRAP_WORD_CHAR);
  gtk_text_view_set_accepts_tab (GTK_TEXT_VIEW (self->view), FALSE);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_MULTI_LINE,
                                  TRUE, -1);
  geoat_text_height_init (&self->height, GTK_TEXT_VIEW (self->view));
  gtk_widget_set_parent (self->view, GTK_WIDGET (self));

  g_signal_connect_swapped (self->buffer, "changed", G_CALLBACK (changed_cb), self);
  g_signal_connect_swapped (self->buffer, "begin-user-action", G_CALLBACK (begin_user_action_cb),
                            self);
  g_signal_connect_swapped (self->buffer, "end-user-action", G_CALLBACK (end_user_action_cb), self);
  g_signal_connect_swapped (self->buffer, "notify::cursor-position", G_CALLBACK (caret_cb), self);

  controller = gtk_event_controller_focus_new ();
  g_signal_connect_swapped (controller, "enter", G_CALLBACK (focus_enter_cb), self);
  g_signal_connect_swapped (controller, "leave", G_CALLBACK (focus_leave_cb), self);
  gtk_widget_add_controller (self->view, controller);

  controller = gtk_event_controller_key_new ();
  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_swapped (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self);
  gtk_widget_add_controller (self->view, controller);
}

/**
 * geoat_text_field_new:
 *
 * Returns: (transfer floating): a new field that shows nothing yet
 */
GtkWidget *
geoat_text_field_new (void)
{
  return g_object_new (GEOAT_TYPE_TEXT_FIELD, NULL);
}

static void
bind (GeoatTextField *self,
      GeoatHistory *history,
      GeoatItem *item,
      GeoatField field,
      GeoatRound *round)
{
  geoat_text_field_unbind (self);
  g_set_object (&self->history, history);
  g_set_object (&self->item, item);
  g_set_object (&self->round, round);
  self->field = field;
  if (round != NULL)
    self->item_handler =
        g_signal_connect_swapped (item, "rating-changed", G_CALLBACK (show_model_text), self);
  else
    {
      g_autofree char *detail =
          g_strconcat ("notify::", geoat_field_get_info (field)->property, NULL);
      self->item_handler =
          g_signal_connect_swapped (item, detail, G_CALLBACK (show_model_text), self);
    }
  show_model_text (self);
}

/**
 * geoat_text_field_bind:
 * @self: a field
 * @history: the history of the item's plan
 * @item: an item
 * @field: one of its text fields
 *
 * Shows a text, and lets it be edited. A field that is a line by habit moves on with Enter.
 */
void
geoat_text_field_bind (GeoatTextField *self,
                       GeoatHistory *history,
                       GeoatItem *item,
                       GeoatField field)
{
  g_return_if_fail (GEOAT_IS_TEXT_FIELD (self));
  g_return_if_fail (GEOAT_IS_HISTORY (history));
  g_return_if_fail (GEOAT_IS_ITEM (item));
  g_return_if_fail (geoat_field_is_text (field));

  bind (self, history, item, field, NULL);
}

/**
 * geoat_text_field_bind_reason:
 * @self: a field
 * @history: the history of the entry's plan
 * @entry: an entry
 * @round: a round
 *
 * Shows the reason of the entry's rating in the round. What is typed is the reason in the plan's
 * last round: let it be edited only there.
 */
void
geoat_text_field_bind_reason (GeoatTextField *self,
                              GeoatHistory *history,
                              GeoatEntry *entry,
                              GeoatRound *round)
{
  g_return_if_fail (GEOAT_IS_TEXT_FIELD (self));
  g_return_if_fail (GEOAT_IS_HISTORY (history));
  g_return_if_fail (GEOAT_IS_ENTRY (entry));
  g_return_if_fail (GEOAT_IS_ROUND (round));

  bind (self, history, GEOAT_ITEM (entry), GEOAT_FIELD_NONE, round);
}

/**
 * geoat_text_field_unbind:
 * @self: a field
 *
 * Lets go of the plan. The text stays until another is bound.
 */
void
geoat_text_field_unbind (GeoatTextField *self)
{
  g_return_if_fail (GEOAT_IS_TEXT_FIELD (self));

  if (self->item != NULL)
    g_clear_signal_handler (&self->item_handler, self->item);
  g_clear_object (&self->item);
  g_clear_object (&self->history);
  g_clear_object (&self->round);
  self->field = GEOAT_FIELD_NONE;
}

/**
 * geoat_text_field_set_fixed_text:
 * @self: a field
 * @text: (nullable): what to show instead of the plan's text, or %NULL
 *
 * For the wording that a closed round has kept: it can be read and copied, not edited.
 */
void
geoat_text_field_set_fixed_text (GeoatTextField *self, const char *text)
{
  g_return_if_fail (GEOAT_IS_TEXT_FIELD (self));

  if (g_strcmp0 (self->fixed_text, text) == 0)
    return;
  g_free (self->fixed_text);
  self->fixed_text = g_strdup (text);
  update_editable (self);
  show_model_text (self);
}

/**
 * geoat_text_field_set_editable:
 * @self: a field
 * @editable: whether the text can be edited; it can be read and copied in any case
 */
void
geoat_text_field_set_editable (GeoatTextField *self, gboolean editable)
{
  g_return_if_fail (GEOAT_IS_TEXT_FIELD (self));

  if (self->editable == !!editable)
    return;
  self->editable = !!editable;
  update_editable (self);
}

/**
 * geoat_text_field_set_min_lines:
 * @self: a field
 * @lines: how many lines it is high even when it is empty
 */
void
geoat_text_field_set_min_lines (GeoatTextField *self, int lines)
{
  g_return_if_fail (GEOAT_IS_TEXT_FIELD (self));

  self->height.min_lines = lines;
  gtk_widget_queue_resize (GTK_WIDGET (self));
}

/**
 * geoat_text_field_set_prompt:
 * @self: a field
 * @prompt: (nullable): what to write here
 *
 * Shown in the empty field while it has the focus, and read by screen readers.
 */
void
geoat_text_field_set_prompt (GeoatTextField *self, const char *prompt)
{
  g_return_if_fail (GEOAT_IS_TEXT_FIELD (self));

  g_free (self->prompt);
  self->prompt = g_strdup (prompt);
  g_clear_object (&self->prompt_layout);
  if (prompt != NULL)
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view),
                                    GTK_ACCESSIBLE_PROPERTY_DESCRIPTION, prompt, -1);
}

/**
 * geoat_text_field_set_label:
 * @self: a field
 * @label: (nullable): the widget that shows its name
 * @name: its name for screen readers when no widget shows it
 */
void
geoat_text_field_set_label (GeoatTextField *self, GtkWidget *label, const char *name)
{
  g_return_if_fail (GEOAT_IS_TEXT_FIELD (self));

  /* not both: GTK 4.8 says them one after the other */
  if (label != NULL)
    gtk_accessible_update_relation (GTK_ACCESSIBLE (self->view),
                                    GTK_ACCESSIBLE_RELATION_LABELLED_BY, label, NULL, -1);
  else
    gtk_accessible_update_property (GTK_ACCESSIBLE (self->view), GTK_ACCESSIBLE_PROPERTY_LABEL,
                                    name, -1);
}

/**
 * geoat_text_field_get_item:
 * @self: a field
 *
 * Returns: (transfer none) (nullable): whose text it shows
 */
GeoatItem *
geoat_text_field_get_item (GeoatTextField *self)
{
  g_return_val_if_fail (GEOAT_IS_TEXT_FIELD (self), NULL);

  return self->item;
}

/**
 * geoat_text_field_get_field:
 * @self: a field
 *
 * Returns: which text it shows; %GEOAT_FIELD_NONE for a reason
 */
GeoatField
geoat_text_field_get_field (GeoatTextField *self)
{
  g_return_val_if_fail (GEOAT_IS_TEXT_FIELD (self), GEOAT_FIELD_NONE);

  return self->field;
}

/**
 * geoat_text_field_get_view:
 * @self: a field
 *
 * Returns: (transfer none): the text view that has the focus while it is edited
 */
GtkTextView *
geoat_text_field_get_view (GeoatTextField *self)
{
  g_return_val_if_fail (GEOAT_IS_TEXT_FIELD (self), NULL);

  return GTK_TEXT_VIEW (self->view);
}

/**
 * geoat_text_field_select:
 * @self: a field
 * @start: where the selection starts, in characters
 * @end: where it ends and the caret is
 */
void
geoat_text_field_select (GeoatTextField *self, int start, int end)
{
  GtkTextIter from, to;

  g_return_if_fail (GEOAT_IS_TEXT_FIELD (self));

  gtk_text_buffer_get_iter_at_offset (self->buffer, &from, start);
  gtk_text_buffer_get_iter_at_offset (self->buffer, &to, end);
  gtk_text_buffer_select_range (self->buffer, &to, &from);
  queue_scroll_to_caret (self);
}
