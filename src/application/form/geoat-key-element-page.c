/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page of one key element: its heading, the form and the table, which are two views of the same
 * entries, and the way to each of their texts. Which entries have a card in the form is the
 * business of geoat-key-element-page-cards.c. */
#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include <glib/gi18n-lib.h>

#include "geoat-entry-card.h"
#include "geoat-flat-snapshot.h"
#include "geoat-hash.h"
#include "geoat-language.h"
#include "geoat-key-element-page-private.h"
#include "geoat-accessible.h"
#include "geoat-menu.h"
#include "geoat-scroll-layout.h"
#include "geoat-wrap-layout.h"

enum
{
  PROP_0,
  PROP_KEY_ELEMENT,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

static void page_interface_init (GeoatPageInterface *iface);

G_DEFINE_FINAL_TYPE_WITH_CODE (GeoatKeyElementPage,
                               geoat_key_element_page,
                               GEOAT_TYPE_PLAN_WIDGET,
                               G_IMPLEMENT_INTERFACE (GEOAT_TYPE_PAGE, page_interface_init))

static void
update_heading (GeoatKeyElementPage *self)
{
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  const char *language = geoat_perspective_get_screen_language ();
  int position = geoat_framework_find_key_element (framework, self->key_element);
  g_autofree char *principle = NULL;
  guint principle_position;

  if (geoat_key_element_page_shows_whole_plan (self))
    {
      gtk_label_set_text (self->name, _ ("Whole plan"));
      return;
    }
  if (position < 0)
    return;
  principle_position = geoat_framework_get_key_element_principle (framework, (guint) position);
  gtk_label_set_text (self->name,
                      geoat_framework_get_key_element_name (framework, (guint) position, language));
  gtk_widget_set_tooltip_text (GTK_WIDGET (self->name), geoat_framework_get_key_element_about (
                                                            framework, (guint) position, language));
  principle = g_strdup_printf (
      /* Translators: the number and the name of a principle */
      _ ("Principle %s · %s"), geoat_framework_get_principle_id (framework, principle_position),
      geoat_framework_get_principle_name (framework, principle_position, language));
  gtk_label_set_text (self->principle, principle);
}

static void
update_view (GeoatKeyElementPage *self)
{
  gboolean table = geoat_key_element_page_shows_table (self);
  gboolean whole = geoat_key_element_page_shows_whole_plan (self);

  gtk_widget_set_visible (GTK_WIDGET (self->whole_plan), table);
  gtk_widget_set_visible (GTK_WIDGET (self->principle), !whole);
  adw_clamp_set_maximum_size (self->header_clamp, table ? 4000 : 920);
  if (table)
    geoat_table_set_content (self->table, self->perspective, whole ? NULL : self->key_element);
  else
    geoat_table_set_content (self->table, NULL, NULL);
  if (whole)
    geoat_table_show_key_element (self->table, self->key_element);
  if (whole != self->was_whole_plan)
    {
      self->was_whole_plan = whole;
      geoat_page_title_changed (GEOAT_PAGE (self));
    }
}

/* Everything anew: another plan, another key element or the other view. */
static void
rebuild (GeoatKeyElementPage *self)
{
  gboolean had_focus = gtk_widget_get_focus_child (GTK_WIDGET (self->views)) != NULL;

  geoat_key_element_page_clear_cards (self);
  if (self->perspective == NULL || self->key_element == NULL)
    return;
  update_heading (self);
  update_view (self);
  geoat_key_element_page_update (self);
  geoat_key_element_page_update_actions (self);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (self->scrolled), 0);
  /* the card that had it is gone, and until the next frame GTK would send the keys there */
  if (had_focus)
    geoat_key_element_page_focus_content (self);
}

static void
round_cb (GeoatKeyElementPage *self)
{
  if (self->key_element == NULL)
    return;
  g_hash_table_remove_all (self->kept);
  geoat_key_element_page_update (self);
  geoat_key_element_page_update_actions (self);
}

static void
filter_selected_cb (GeoatKeyElementPage *self)
{
  if (self->perspective != NULL)
    round_cb (self);
}

/* Who asks for the table by a button goes on in the table: the keys are for its cells. */
static void
focus_table (GeoatKeyElementPage *self, GtkToggleButton *button)
{
  if (geoat_key_element_page_shows_table (self) && gtk_widget_is_focus (GTK_WIDGET (button)))
    geoat_key_element_page_focus_content (self);
}

static void
view_toggled_cb (GeoatKeyElementPage *self)
{
  if (self->settings != NULL)
    g_settings_set_string (self->settings, "key-element-view",
                           geoat_key_element_page_shows_table (self) ? "table" : "form");
  rebuild (self);
  focus_table (self, self->table_toggle);
}

static void
whole_plan_toggled_cb (GeoatKeyElementPage *self)
{
  rebuild (self);
  focus_table (self, self->whole_plan);
}

static void
column_widths_cb (GeoatKeyElementPage *self)
{
  g_autoptr (GVariant) widths = NULL;

  if (self->settings == NULL)
    return;
  g_object_get (self->table, "column-widths", &widths, NULL);
  g_settings_set_value (self->settings, "table-columns", widths);
}

/* The first frame lays out a new card, the next one knows where it is. */
static gboolean
scroll_to_focus_cb (GtkWidget *widget, GdkFrameClock *clock, gpointer data)
{
  GeoatKeyElementPage *self = GEOAT_KEY_ELEMENT_PAGE (widget);
  GtkWidget *content = gtk_scrolled_window_get_child (self->scrolled);
  GtkWidget *card = gtk_widget_get_focus_child (GTK_WIDGET (self->cards));
  GtkWidget *focus = gtk_root_get_focus (gtk_widget_get_root (GTK_WIDGET (self)));
  GtkAdjustment *adjustment = gtk_scrolled_window_get_vadjustment (self->scrolled);
  double page = gtk_adjustment_get_page_size (adjustment);
  graphene_rect_t area;

  if (self->scroll_frames++ == 0)
    return G_SOURCE_CONTINUE;
  self->scroll_tick = 0;
  if (card == NULL || !gtk_widget_compute_bounds (card, GTK_WIDGET (self->cards), &area))
    return G_SOURCE_REMOVE;
  /* the whole card when it fits, else what has the focus in it */
  if (area.size.height > page && focus != NULL)
    card = focus;
  if (gtk_widget_compute_bounds (card, gtk_widget_get_first_child (content), &area))
    {
      double top = area.origin.y - 12;
      double bottom = area.origin.y + area.size.height + 12;
      double value = MAX (gtk_adjustment_get_value (adjustment), bottom - page);

      /* not clamp_page (): the viewport may be on its way to where the card was before its layout,
       * which only this ends */
      gtk_adjustment_set_value (adjustment, MIN (value, top));
    }
  return G_SOURCE_REMOVE;
}

static void
queue_scroll_to_focus (GeoatKeyElementPage *self)
{
  self->scroll_frames = 0;
  if (self->scroll_tick == 0)
    self->scroll_tick =
        gtk_widget_add_tick_callback (GTK_WIDGET (self), scroll_to_focus_cb, NULL, NULL);
}

static void
popup_add_cb (GeoatKeyElementPage *self, GtkPopover *popover)
{
  gtk_popover_set_child (popover, geoat_key_element_page_create_add_list (self));
}

static void
geoat_key_element_page_perspective_changed (GeoatPlanWidget *widget, GeoatPerspective *perspective)
{
  GeoatKeyElementPage *self = GEOAT_KEY_ELEMENT_PAGE (widget);

  if (self->perspective != NULL)
    {
      if (self->cards != NULL)
        geoat_key_element_page_leave_plan (self, perspective);
      geoat_key_element_page_clear_cards (self);
      if (self->table != NULL)
        geoat_table_set_content (self->table, NULL, NULL);
    }
  self->perspective = perspective;
  if (perspective != NULL)
    rebuild (self);
}

static void
page_show (GeoatPage *page, const char *name)
{
  geoat_key_element_page_set_key_element (GEOAT_KEY_ELEMENT_PAGE (page), name);
}

static char *
page_get_title (GeoatPage *page)
{
  GeoatKeyElementPage *self = GEOAT_KEY_ELEMENT_PAGE (page);
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  int key_element = geoat_framework_find_key_element (framework, self->key_element);

  if (geoat_key_element_page_shows_whole_plan (self))
    return g_strdup (_ ("Whole plan"));

  /* Translators: id and name of a key element */
  return g_strdup_printf (C_ ("key element", "%s  %s"), self->key_element,
                          geoat_framework_get_key_element_name (
                              framework, key_element, geoat_perspective_get_screen_language ()));
}

static char *
page_get_subtitle (GeoatPage *page)
{
  GeoatKeyElementPage *self = GEOAT_KEY_ELEMENT_PAGE (page);
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  GeoatScores *scores = geoat_perspective_get_scores (self->perspective);
  int key_element = geoat_framework_find_key_element (framework, self->key_element);
  const GeoatScore *score = geoat_key_element_page_shows_whole_plan (self)
                                ? geoat_scores_get_plan_score (scores)
                                : geoat_scores_get_key_element (scores, key_element);
  guint assessed = geoat_score_get_assessed (score);
  int tenths = geoat_score_get_tenths (score);
  g_autofree char *mean = NULL;

  if (tenths < 0)
    return g_strdup_printf (_ ("%u of %u assessed"), assessed, score->total);

  mean = geoat_language_format_tenths (
      geoat_language_get (geoat_perspective_get_screen_language ()), tenths);
  /* Translators: "5 of 6 assessed · mean 2.4" */
  return g_strdup_printf (_ ("%u of %u assessed · mean %s"), assessed, score->total, mean);
}

static gboolean
page_reveal (GeoatPage *page, GeoatItem *item, GeoatField field)
{
  GeoatKeyElementPage *self = GEOAT_KEY_ELEMENT_PAGE (page);
  GeoatItem *entry = GEOAT_IS_ACTION (item) ? geoat_item_get_owner (item) : item;

  if (entry == NULL || !GEOAT_IS_ENTRY (entry) || geoat_item_get_owner (entry) == NULL ||
      g_strcmp0 (geoat_entry_get_key_element (GEOAT_ENTRY (entry)), self->key_element) != 0)
    return FALSE;

  geoat_key_element_page_reveal (self, item, field);
  return TRUE;
}

/* Gives the caret to the text that was revealed: in the form it has it, in the table it is a cell.
 */
static void
page_start_editing (GeoatPage *page)
{
  GeoatKeyElementPage *self = GEOAT_KEY_ELEMENT_PAGE (page);

  if (geoat_key_element_page_shows_table (self))
    geoat_table_edit_text (self->table);
}

static void
page_focus_content (GeoatPage *page)
{
  geoat_key_element_page_focus_content (GEOAT_KEY_ELEMENT_PAGE (page));
}

static const char *
page_get_place (GeoatPage *page)
{
  return geoat_key_element_page_get_place (GEOAT_KEY_ELEMENT_PAGE (page));
}

static void
page_restore_place (GeoatPage *page, const char *place)
{
  geoat_key_element_page_restore_place (GEOAT_KEY_ELEMENT_PAGE (page), place);
}

static void
page_interface_init (GeoatPageInterface *iface)
{
  iface->show = page_show;
  iface->get_title = page_get_title;
  iface->get_subtitle = page_get_subtitle;
  iface->reveal = page_reveal;
  iface->start_editing = page_start_editing;
  iface->focus_content = page_focus_content;
  iface->get_place = page_get_place;
  iface->restore_place = page_restore_place;
}

static void
geoat_key_element_page_dispose (GObject *object)
{
  GeoatKeyElementPage *self = GEOAT_KEY_ELEMENT_PAGE (object);

  geoat_plan_widget_set_perspective (GEOAT_PLAN_WIDGET (self), NULL);
  g_clear_object (&self->settings);
  g_clear_handle_id (&self->update_source, g_source_remove);
  g_clear_pointer (&self->key_element, g_free);
  g_clear_pointer (&self->opened, g_hash_table_unref);
  g_clear_pointer (&self->place, g_free);
  g_clear_pointer (&self->kept, g_hash_table_unref);
  g_clear_pointer (&self->content, gtk_widget_unparent);

  G_OBJECT_CLASS (geoat_key_element_page_parent_class)->dispose (object);
}

static void
geoat_key_element_page_get_property (GObject *object, guint id, GValue *value, GParamSpec *pspec)
{
  GeoatKeyElementPage *self = GEOAT_KEY_ELEMENT_PAGE (object);

  switch (id)
    {
    case PROP_KEY_ELEMENT:
      g_value_set_string (value, self->key_element);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
geoat_key_element_page_set_property (GObject *object,
                                     guint id,
                                     const GValue *value,
                                     GParamSpec *pspec)
{
  GeoatKeyElementPage *self = GEOAT_KEY_ELEMENT_PAGE (object);

  switch (id)
    {
    case PROP_KEY_ELEMENT:
      geoat_key_element_page_set_key_element (self, g_value_get_string (value));
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, id, pspec);
    }
}

static void
geoat_key_element_page_class_init (GeoatKeyElementPageClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);
  const GParamFlags flags = G_PARAM_READWRITE | G_PARAM_EXPLICIT_NOTIFY | G_PARAM_STATIC_STRINGS;

  object_class->dispose = geoat_key_element_page_dispose;
  object_class->get_property = geoat_key_element_page_get_property;
  object_class->set_property = geoat_key_element_page_set_property;
  GEOAT_PLAN_WIDGET_CLASS (klass)->perspective_changed = geoat_key_element_page_perspective_changed;

  properties[PROP_KEY_ELEMENT] = g_param_spec_string ("key-element", NULL, NULL, NULL, flags);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  g_type_ensure (GEOAT_TYPE_CARD_LIST);
  g_type_ensure (GEOAT_TYPE_FLAT_BOX);
  g_type_ensure (GEOAT_TYPE_TABLE);
  g_type_ensure (GEOAT_TYPE_SCROLL_LAYOUT);
  g_type_ensure (GEOAT_TYPE_WRAP_LAYOUT);
  gtk_widget_class_set_css_name (widget_class, "keyelementpage");
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-key-element-page.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementPage, content);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementPage, scrolled);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementPage, header_clamp);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementPage, views);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementPage, table_window);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementPage, table);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementPage, form_toggle);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementPage, table_toggle);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementPage, whole_plan);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementPage, name);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementPage, principle);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementPage, filter);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementPage, menu);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementPage, add);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementPage, cards);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementPage, empty);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementPage, add_all);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementPage, no_match);
  gtk_widget_class_bind_template_child (widget_class, GeoatKeyElementPage, menu_model);
  gtk_widget_class_bind_template_callback (widget_class, filter_selected_cb);
  gtk_widget_class_bind_template_callback (widget_class, view_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, whole_plan_toggled_cb);
  gtk_widget_class_bind_template_callback (widget_class, column_widths_cb);
  geoat_key_element_page_class_install_actions (widget_class);
}

/* In the capture phase: before a text view sees them. */
static void
add_shortcuts (GeoatKeyElementPage *self)
{
  static const struct
  {
    const char *trigger;
    const char *action;
  } shortcuts[] = {
    { "<Alt>Up|<Alt>KP_Up", "page.move-up" },
    { "<Alt>Down|<Alt>KP_Down", "page.move-down" },
    { "<Control><Shift>v", "page.paste-rows" },
  };
  GtkEventController *controller = gtk_shortcut_controller_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  for (guint i = 0; i < G_N_ELEMENTS (shortcuts); i++)
    gtk_shortcut_controller_add_shortcut (
        GTK_SHORTCUT_CONTROLLER (controller),
        gtk_shortcut_new (gtk_shortcut_trigger_parse_string (shortcuts[i].trigger),
                          gtk_named_action_new (shortcuts[i].action)));
  gtk_widget_add_controller (GTK_WIDGET (self), controller);
}

/* How the page was left: the view, and the widths of the columns. */
static void
load_settings (GeoatKeyElementPage *self)
{
  g_autoptr (GSettings) settings = g_settings_new (GEOAT_APPLICATION_ID);
  g_autofree char *view = g_settings_get_string (settings, "key-element-view");
  g_autoptr (GVariant) widths = g_settings_get_value (settings, "table-columns");

  g_object_set (self->table, "column-widths", widths, NULL);
  gtk_toggle_button_set_active (self->table_toggle, g_str_equal (view, "table"));
  self->settings = g_steal_pointer (&settings);
}

static void
geoat_key_element_page_init (GeoatKeyElementPage *self)
{
  GtkWidget *popover;

  self->kept = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  self->opened = g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, NULL);
  gtk_widget_init_template (GTK_WIDGET (self));
  geoat_accessible_set_name (GTK_WIDGET (self->filter), _ ("Which indicators are shown"));
  geoat_accessible_set_name (gtk_widget_get_last_child (GTK_WIDGET (self->add)),
                             _ ("More indicators to add"));
  geoat_menu_button_set_lazy_model (self->menu, self->menu_model, _ ("Key element menu"));
  geoat_key_element_page_init_cards (self);
  add_shortcuts (self);
  load_settings (self);
  geoat_plan_widget_follow_plan (GEOAT_PLAN_WIDGET (self), "changed",
                                 G_CALLBACK (geoat_key_element_page_follow_change));
  for (const char *const *name =
           (const char *const[]){ "notify::round", "notify::can-edit", "notify::can-rate", NULL };
       *name != NULL; name++)
    geoat_plan_widget_follow_perspective (GEOAT_PLAN_WIDGET (self), *name, G_CALLBACK (round_cb));
  geoat_plan_widget_follow_perspective (GEOAT_PLAN_WIDGET (self), "notify::scores",
                                        G_CALLBACK (geoat_page_title_changed));
  geoat_plan_widget_follow_scores (GEOAT_PLAN_WIDGET (self), "changed",
                                   G_CALLBACK (geoat_page_title_changed));

  popover = gtk_popover_new ();
  adw_split_button_set_popover (self->add, GTK_POPOVER (popover));
  g_signal_connect_object (popover, "show", G_CALLBACK (popup_add_cb), self, G_CONNECT_SWAPPED);
}

/* Whether the table is chosen, not the form. Of two buttons in a group the old one is released
 * before the new one is pressed: the old one's signal finds the new state in itself. */
gboolean
geoat_key_element_page_shows_table (GeoatKeyElementPage *self)
{
  return !gtk_toggle_button_get_active (self->form_toggle);
}

/* The entry in whose card or row the focus is, or NULL. */
GeoatEntry *
geoat_key_element_page_get_focus_entry (GeoatKeyElementPage *self)
{
  GtkWidget *card = gtk_widget_get_focus_child (GTK_WIDGET (self->cards));

  if (geoat_key_element_page_shows_table (self))
    return geoat_table_get_focus_entry (self->table);
  return card != NULL ? geoat_entry_card_get_entry (GEOAT_ENTRY_CARD (card)) : NULL;
}

/**
 * geoat_key_element_page_new:
 *
 * Returns: (transfer floating): a page that shows nothing yet
 */
GtkWidget *
geoat_key_element_page_new (void)
{
  return g_object_new (GEOAT_TYPE_KEY_ELEMENT_PAGE, NULL);
}

/**
 * geoat_key_element_page_set_key_element:
 * @self: a page
 * @key_element: the id of a key element: "2B"
 */
void
geoat_key_element_page_set_key_element (GeoatKeyElementPage *self, const char *key_element)
{
  g_return_if_fail (GEOAT_IS_KEY_ELEMENT_PAGE (self));

  if (g_strcmp0 (self->key_element, key_element) == 0)
    return;
  g_free (self->key_element);
  self->key_element = g_strdup (key_element);
  rebuild (self);
  g_object_notify_by_pspec (G_OBJECT (self), properties[PROP_KEY_ELEMENT]);
}

/**
 * geoat_key_element_page_get_key_element:
 * @self: a page
 *
 * Returns: (transfer none) (nullable): the id of the key element that is shown
 */
const char *
geoat_key_element_page_get_key_element (GeoatKeyElementPage *self)
{
  g_return_val_if_fail (GEOAT_IS_KEY_ELEMENT_PAGE (self), NULL);

  return self->key_element;
}

/**
 * geoat_key_element_page_shows_whole_plan:
 * @self: a page
 *
 * Returns: whether the table has the entries of all key elements, not of one
 */
gboolean
geoat_key_element_page_shows_whole_plan (GeoatKeyElementPage *self)
{
  g_return_val_if_fail (GEOAT_IS_KEY_ELEMENT_PAGE (self), FALSE);

  return geoat_key_element_page_shows_table (self) &&
         gtk_toggle_button_get_active (self->whole_plan);
}

/**
 * geoat_key_element_page_focus_content:
 * @self: a page
 *
 * Puts the focus into the first indicator, or into what stands there when there is none; not on
 * the buttons above.
 */
void
geoat_key_element_page_focus_content (GeoatKeyElementPage *self)
{
  g_return_if_fail (GEOAT_IS_KEY_ELEMENT_PAGE (self));

  gtk_widget_child_focus (gtk_stack_get_visible_child (self->views), GTK_DIR_TAB_FORWARD);
}

/**
 * geoat_key_element_page_reveal:
 * @self: a page
 * @item: an entry of the key element that is shown, or an action of one
 * @field: a field of the item, or %GEOAT_FIELD_NONE for the rating of an entry
 *
 * Scrolls to what shows the field, and gives it the focus.
 */
void
geoat_key_element_page_reveal (GeoatKeyElementPage *self, GeoatItem *item, GeoatField field)
{
  GeoatItem *entry = GEOAT_IS_ACTION (item) ? geoat_item_get_owner (item) : item;
  GtkWidget *card;

  g_return_if_fail (GEOAT_IS_KEY_ELEMENT_PAGE (self));
  g_return_if_fail (GEOAT_IS_ITEM (item));

  if (entry == NULL || self->perspective == NULL)
    return;
  geoat_key_element_page_update (self);
  if (geoat_key_element_page_shows_table (self))
    {
      geoat_table_reveal (self->table, item, field);
      return;
    }
  card = geoat_card_list_ensure_card (self->cards, GEOAT_ENTRY (entry));
  if (card == NULL)
    gtk_drop_down_set_selected (self->filter, GEOAT_ENTRY_FILTER_ALL);
  card = geoat_card_list_ensure_card (self->cards, GEOAT_ENTRY (entry));
  if (card == NULL)
    return;
  geoat_entry_card_reveal (GEOAT_ENTRY_CARD (card), item, field);
  queue_scroll_to_focus (self);
}
