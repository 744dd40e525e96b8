/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of widgets share.
 *
 * How it works: a test talks to a widget as a person does: it looks for what has a name, reads what
 * is shown, presses keys and buttons. Keys do not come from the display. They are offered to the
 * key controllers and shortcuts between the window and the widget, downwards and upwards again, as
 * GTK offers them. */

#include "config.h"

#include <adwaita.h>

#include "geoat-announce.h"
#include "geoat-application.h"
#include "geoat-plan-reader.h"

#include "widget-fixture.h"

#define RESOURCE_PATH "/io/github/geoat_planner/GeoatPlanner/"

static void
load_style (void)
{
  g_autoptr (GtkCssProvider) provider = gtk_css_provider_new ();

  gtk_css_provider_load_from_resource (provider, RESOURCE_PATH "style.css");
  gtk_style_context_add_provider_for_display (gdk_display_get_default (),
                                              GTK_STYLE_PROVIDER (provider),
                                              GTK_STYLE_PROVIDER_PRIORITY_APPLICATION);
}

/**
 * widget_fixture_init:
 * @argc: (inout): of main()
 * @argv: (inout): of main()
 *
 * Starts GTK with the resources and the style of the application, and without animations. Today is
 * a day of the last round of the example.
 */
void
widget_fixture_init (int *argc, char ***argv)
{
  GDate today;

  g_test_init (argc, argv, NULL);
  /* what a screen reader is told can be asked for */
  g_setenv ("GTK_A11Y", "test", TRUE);
  adw_init ();
  g_type_class_unref (g_type_class_ref (GEOAT_TYPE_APPLICATION)); /* registers the resources */
  load_style ();
  g_object_set (gtk_settings_get_default (), "gtk-enable-animations", FALSE, "gtk-cursor-blink",
                FALSE, NULL);
  g_date_clear (&today, 1);
  g_date_set_dmy (&today, 24, G_DATE_NOVEMBER, 2025);
  geoat_perspective_fix_today (&today);
}

static void
show_page_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WidgetFixture *self = data;

  g_free (self->shown_page);
  self->shown_page = g_variant_dup_string (parameter, NULL);
}

static void
announce_cb (GSimpleAction *action, GVariant *parameter, gpointer data)
{
  WidgetFixture *self = data;

  g_free (self->announced);
  g_variant_get (parameter, GEOAT_ANNOUNCE_TYPE, &self->announced, NULL, NULL);
}

/* What a widget asks of the window around it. */
static void
add_actions (WidgetFixture *self)
{
  static const GActionEntry entries[] = {
    { "show-page", show_page_cb, "s" },
    { "announce", announce_cb, GEOAT_ANNOUNCE_TYPE },
  };
  g_autoptr (GSimpleActionGroup) group = g_simple_action_group_new ();

  g_action_map_add_action_entries (G_ACTION_MAP (group), entries, G_N_ELEMENTS (entries), self);
  gtk_widget_insert_action_group (self->window, "win", G_ACTION_GROUP (group));
}

static void
set_up (WidgetFixture *self, gconstpointer data)
{
  g_autofree char *path =
      g_build_filename (g_getenv ("GEOAT_SOURCE_ROOT"), "data", "samples", "valmara.geoat", NULL);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = NULL;
  char *contents = NULL;
  gsize length = 0;

  g_file_get_contents (path, &contents, &length, &error);
  g_assert_no_error (error);
  bytes = g_bytes_new_take (contents, length);
  self->plan = geoat_plan_read (bytes, &error);
  g_assert_no_error (error);
  self->document = geoat_document_new (self->plan);
  self->history = geoat_document_get_history (self->document);
  self->perspective = geoat_perspective_new (self->document);
  self->settings = g_settings_new (GEOAT_APPLICATION_ID);
  self->window = gtk_window_new ();
  add_actions (self);
}

static void
set_up_mirrored (WidgetFixture *self, gconstpointer data)
{
  gtk_widget_set_default_direction (GTK_TEXT_DIR_RTL);
  set_up (self, data);
}

static void
tear_down (WidgetFixture *self, gconstpointer data)
{
  widget_fixture_drop (self);
  gtk_window_destroy (GTK_WINDOW (self->window));
  g_clear_object (&self->settings);
  g_clear_pointer (&self->shown_page, g_free);
  g_clear_pointer (&self->announced, g_free);
  g_assert_finalize_object (self->perspective);
  g_assert_finalize_object (self->document);
  g_assert_finalize_object (self->plan);
  gtk_widget_set_default_direction (GTK_TEXT_DIR_LTR);
}

/**
 * widget_fixture_add:
 * @path: the name of the test: "/date-field/typed"
 * @test: the test
 */
void
widget_fixture_add (const char *path, WidgetFixtureTest test)
{
  g_test_add (path, WidgetFixture, NULL, set_up, test, tear_down);
}

/**
 * widget_fixture_add_with_data:
 * @path: the name of the test
 * @data: what the test gets
 * @test: the test
 */
void
widget_fixture_add_with_data (const char *path, gconstpointer data, WidgetFixtureTest test)
{
  g_test_add (path, WidgetFixture, data, set_up, test, tear_down);
}

/**
 * widget_fixture_add_mirrored:
 * @path: the name of the test
 * @test: the test
 *
 * As widget_fixture_add(); the test runs from right to left.
 */
void
widget_fixture_add_mirrored (const char *path, WidgetFixtureTest test)
{
  g_test_add (path, WidgetFixture, NULL, set_up_mirrored, test, tear_down);
}

/**
 * widget_fixture_show:
 * @self: the fixture
 * @widget: (transfer floating): a widget
 * @width: in pixels
 * @height: in pixels
 *
 * Puts the widget into the window, and waits until it has its place.
 */
void
widget_fixture_show (WidgetFixture *self, GtkWidget *widget, int width, int height)
{
  g_assert_null (self->widget);

  self->widget = g_object_ref_sink (widget);
  gtk_window_set_default_size (GTK_WINDOW (self->window), width, height);
  gtk_window_set_child (GTK_WINDOW (self->window), widget);
  gtk_window_present (GTK_WINDOW (self->window));
  widget_wait_until (gtk_widget_get_mapped (widget) && gtk_widget_get_width (widget) > 0);
}

/**
 * widget_fixture_show_window:
 * @self: the fixture
 * @window: (transfer none): a window
 *
 * Shows a window that is tested itself, and waits until it has its place.
 */
void
widget_fixture_show_window (WidgetFixture *self, GtkWidget *window)
{
  g_assert_null (self->widget);

  self->widget = g_object_ref (window);
  gtk_window_present (GTK_WINDOW (window));
  widget_wait_until (gtk_widget_get_mapped (window) && gtk_widget_get_width (window) > 0);
}

/* What a window has begun in a thread may keep it until that has ended. */
static void
drop_window (GtkWidget *window)
{
  gtk_window_destroy (GTK_WINDOW (window));
  g_object_add_weak_pointer (G_OBJECT (window), (gpointer *) &window);
  g_object_unref (window);
  widget_wait_until (window == NULL);
}

/**
 * widget_fixture_drop:
 * @self: the fixture
 *
 * Takes the widget out of the window, or closes the window that is tested, and asserts that nothing
 * else keeps it.
 */
void
widget_fixture_drop (WidgetFixture *self)
{
  GtkWidget *widget = g_steal_pointer (&self->widget);

  if (widget == NULL)
    return;
  if (GTK_IS_WINDOW (widget))
    {
      drop_window (widget);
      return;
    }
  gtk_window_set_focus (GTK_WINDOW (self->window), NULL); /* the window would keep it for a while */
  gtk_window_set_child (GTK_WINDOW (self->window), NULL);
  g_assert_finalize_object (widget);
}

/**
 * widget_fixture_get_entry:
 * @self: the fixture
 * @source: the number of an indicator: "1A.02"
 *
 * Returns: (transfer none): the entry of the example that came from the indicator
 */
GeoatEntry *
widget_fixture_get_entry (WidgetFixture *self, const char *source)
{
  for (guint i = 0; i < geoat_plan_get_n_entries (self->plan); i++)
    {
      GeoatEntry *entry = geoat_plan_get_entry (self->plan, i);

      if (g_str_has_suffix (geoat_item_get_text (GEOAT_ITEM (entry), GEOAT_FIELD_SOURCE), source))
        return entry;
    }
  g_error ("The example has no indicator %s", source);
}

/**
 * widget_fixture_close_round:
 * @self: the fixture
 *
 * Closes the last round of the plan.
 *
 * Returns: (transfer none): the round
 */
GeoatRound *
widget_fixture_close_round (WidgetFixture *self)
{
  GDate today;

  geoat_perspective_get_today (self->perspective, &today);
  geoat_history_close_round (self->history, &today);
  return geoat_plan_get_last_round (self->plan);
}

static const char *
get_written_name (GtkWidget *widget)
{
  if (GTK_IS_LABEL (widget))
    return gtk_label_get_text (GTK_LABEL (widget));
  if (GTK_IS_BUTTON (widget))
    return gtk_button_get_label (GTK_BUTTON (widget));
  if (GTK_IS_CHECK_BUTTON (widget))
    return gtk_check_button_get_label (GTK_CHECK_BUTTON (widget));
  if (ADW_IS_PREFERENCES_ROW (widget))
    return adw_preferences_row_get_title (ADW_PREFERENCES_ROW (widget));
  return NULL;
}

static gboolean
has_accessible_name (GtkWidget *widget, const char *name)
{
  g_autofree char *other = NULL;

  if (!gtk_test_accessible_has_property (GTK_ACCESSIBLE (widget), GTK_ACCESSIBLE_PROPERTY_LABEL))
    return FALSE;
  other = gtk_test_accessible_check_property (GTK_ACCESSIBLE (widget),
                                              GTK_ACCESSIBLE_PROPERTY_LABEL, name);
  return other == NULL;
}

/**
 * widget_is_named:
 * @widget: a widget
 * @name: a name
 *
 * Returns: whether that is what is written on the widget, or what screen readers call it
 */
gboolean
widget_is_named (GtkWidget *widget, const char *name)
{
  return g_strcmp0 (get_written_name (widget), name) == 0 || has_accessible_name (widget, name);
}

/**
 * widget_is_shown:
 * @widget: a widget
 *
 * Returns: whether nothing between the window and the widget hides it
 */
gboolean
widget_is_shown (GtkWidget *widget)
{
  for (; widget != NULL; widget = gtk_widget_get_parent (widget))
    if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
      return FALSE;
  return TRUE;
}

static void
collect (GtkWidget *widget, GType type, const char *name, GPtrArray *found)
{
  if (!gtk_widget_get_visible (widget) || !gtk_widget_get_child_visible (widget))
    return;
  if (g_type_is_a (G_OBJECT_TYPE (widget), type) &&
      (name == NULL || widget_is_named (widget, name)))
    g_ptr_array_add (found, widget);
  for (GtkWidget *child = gtk_widget_get_first_child (widget); child != NULL;
       child = gtk_widget_get_next_sibling (child))
    collect (child, type, name, found);
}

/**
 * widget_list:
 * @root: a widget
 * @type: a type of widgets
 *
 * Returns: (transfer container): the widgets of that type that are shown in @root, in order
 */
GPtrArray *
widget_list (GtkWidget *root, GType type)
{
  GPtrArray *found = g_ptr_array_new ();

  collect (root, type, NULL, found);
  return found;
}

/**
 * widget_find:
 * @root: a widget
 * @type: a type of widgets
 * @name: (nullable): a name, or %NULL for any
 *
 * Returns: (transfer none) (nullable): the first widget of that type and name that is shown in
 * @root
 */
GtkWidget *
widget_find (GtkWidget *root, GType type, const char *name)
{
  g_autoptr (GPtrArray) found = g_ptr_array_new ();

  collect (root, type, name, found);
  return found->len > 0 ? found->pdata[0] : NULL;
}

/**
 * widget_get:
 * @root: a widget
 * @type: a type of widgets
 * @name: (nullable): a name, or %NULL for any
 *
 * As widget_find(); the test fails when nothing is found.
 *
 * Returns: (transfer none): the widget
 */
GtkWidget *
widget_get (GtkWidget *root, GType type, const char *name)
{
  GtkWidget *widget = widget_find (root, type, name);

  if (widget == NULL)
    g_error ("%s shows no %s “%s”", G_OBJECT_TYPE_NAME (root), g_type_name (type),
             name != NULL ? name : "");
  return widget;
}

/**
 * widget_shows_text:
 * @root: a widget
 * @text: a text
 *
 * Returns: whether a label that is shown in @root says that
 */
gboolean
widget_shows_text (GtkWidget *root, const char *text)
{
  return widget_find (root, GTK_TYPE_LABEL, text) != NULL;
}

static gboolean
press_shortcuts (GListModel *shortcuts, GtkWidget *widget, guint keyval, GdkModifierType state)
{
  for (guint i = 0; i < g_list_model_get_n_items (shortcuts); i++)
    {
      g_autoptr (GtkShortcut) shortcut = g_list_model_get_item (shortcuts, i);
      GtkShortcutTrigger *trigger = gtk_shortcut_get_trigger (shortcut);

      if (GTK_IS_KEYVAL_TRIGGER (trigger) &&
          gtk_keyval_trigger_get_keyval (GTK_KEYVAL_TRIGGER (trigger)) == keyval &&
          gtk_keyval_trigger_get_modifiers (GTK_KEYVAL_TRIGGER (trigger)) == state &&
          gtk_shortcut_action_activate (gtk_shortcut_get_action (shortcut),
                                        GTK_SHORTCUT_ACTION_EXCLUSIVE, widget,
                                        gtk_shortcut_get_arguments (shortcut)))
        return TRUE;
    }
  return FALSE;
}

/* Offers a key to the controllers of one widget. The own ones of a text view want an event of the
 * display: it gets its letters otherwise. */
static gboolean
press_here (GtkWidget *widget, GtkPropagationPhase phase, guint keyval, GdkModifierType state)
{
  g_autoptr (GListModel) controllers = gtk_widget_observe_controllers (widget);
  gboolean handled = FALSE;

  for (guint i = 0; i < g_list_model_get_n_items (controllers) && !handled; i++)
    {
      g_autoptr (GtkEventController) controller = g_list_model_get_item (controllers, i);

      if (gtk_event_controller_get_propagation_phase (controller) != phase)
        continue;
      if (GTK_IS_SHORTCUT_CONTROLLER (controller))
        handled = press_shortcuts (G_LIST_MODEL (controller), widget, keyval, state);
      else if (GTK_IS_EVENT_CONTROLLER_KEY (controller) &&
               (!GTK_IS_TEXT_VIEW (widget) || phase == GTK_PHASE_CAPTURE))
        g_signal_emit_by_name (controller, "key-pressed", keyval, 0, state, &handled);
    }
  return handled;
}

static gboolean
press_captured (GtkWidget *widget, guint keyval, GdkModifierType state)
{
  GtkWidget *parent = gtk_widget_get_parent (widget);

  return (parent != NULL && press_captured (parent, keyval, state)) ||
         press_here (widget, GTK_PHASE_CAPTURE, keyval, state);
}

/**
 * widget_press:
 * @widget: the widget that has the keyboard
 * @keyval: a key
 * @state: what is held down with it
 *
 * Presses a key.
 *
 * Returns: whether something came of it
 */
gboolean
widget_press (GtkWidget *widget, guint keyval, GdkModifierType state)
{
  g_autoptr (GtkWidget) kept = g_object_ref (widget);
  gboolean handled = press_captured (widget, keyval, state);

  for (; widget != NULL && !handled; widget = gtk_widget_get_parent (widget))
    handled = press_here (widget, GTK_PHASE_TARGET, keyval, state) ||
              press_here (widget, GTK_PHASE_BUBBLE, keyval, state);
  return handled;
}

/**
 * widget_click:
 * @root: a widget
 * @name: what the button is called
 *
 * Clicks a button that is shown in @root, and can be clicked.
 */
void
widget_click (GtkWidget *root, const char *name)
{
  GtkWidget *button = widget_get (root, GTK_TYPE_BUTTON, name);

  g_assert_true (gtk_widget_is_sensitive (button));
  g_signal_emit_by_name (button, "clicked");
}

/**
 * widget_can_act:
 * @widget: a widget
 * @action: the name of an action of it or of a widget around it: "entry.remove"
 *
 * Returns: whether a menu in @widget would offer the action
 */
gboolean
widget_can_act (GtkWidget *widget, const char *action)
{
  GtkWidget *button = gtk_button_new ();
  gboolean offered;

  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), action);
  gtk_widget_set_parent (button, widget);
  offered = gtk_widget_get_sensitive (button);
  gtk_widget_unparent (button);
  return offered;
}

/**
 * widget_act:
 * @widget: a widget
 * @action: the name of an action
 *
 * Does what a menu in @widget offers.
 */
void
widget_act (GtkWidget *widget, const char *action)
{
  g_assert_true (widget_can_act (widget, action));
  g_assert_true (gtk_widget_activate_action (widget, action, NULL));
}

/**
 * widget_get_place:
 * @widget: a widget
 * @root: a widget around it
 * @place: (out): where @widget is in @root
 */
void
widget_get_place (GtkWidget *widget, GtkWidget *root, GdkRectangle *place)
{
  graphene_rect_t bounds;

  g_assert_true (gtk_widget_compute_bounds (widget, root, &bounds));
  *place = (GdkRectangle){ (int) bounds.origin.x, (int) bounds.origin.y, (int) bounds.size.width,
                           (int) bounds.size.height };
}

static void
patience_cb (gpointer condition)
{
  g_error ("It never came to this: %s", (const char *) condition);
}

/**
 * widget_wait_step:
 * @deadline: when to give up
 * @condition: what is waited for
 *
 * A step of widget_wait_until().
 */
void
widget_wait_step (gint64 deadline, const char *condition)
{
  gint64 left = MAX (deadline - g_get_monotonic_time (), 0) / G_TIME_SPAN_MILLISECOND;
  guint source = g_timeout_add_once ((guint) left, patience_cb, (gpointer) condition);

  g_main_context_iteration (NULL, TRUE);
  g_source_remove (source);
}
