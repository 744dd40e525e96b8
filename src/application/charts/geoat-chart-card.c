/* SPDX-License-Identifier: GPL-3.0-or-later */

/* A card with one chart. The chart is made anew when another round is shown; within a round it
 * follows the plan by itself. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-chart-card.h"

#include "geoat-announce.h"
#include "geoat-chart-kinds.h"
#include "geoat-chart-numbers-window.h"
#include "geoat-chart-view.h"
#include "geoat-chosen-file.h"
#include "geoat-file-task.h"
#include "geoat-accessible.h"
#include "geoat-screen-text.h"
#include "geoat-message.h"

#include <glib/gi18n.h>

/* A picture in a document is twice as large as a chart on a small screen, so that print is sharp.
 */
#define PICTURE_WIDTH 1600

struct _GeoatChartCard
{
  GeoatPlanWidget parent_instance;

  GtkWidget *box;
  GtkLabel *title;
  GtkWidget *menu_button;
  GeoatChartView *view;

  char *kind;
  GeoatPerspective *perspective;
};

G_DEFINE_FINAL_TYPE (GeoatChartCard, geoat_chart_card, GEOAT_TYPE_PLAN_WIDGET)

enum
{
  PROP_0,
  PROP_KIND,
  N_PROPS
};

enum
{
  ACTIVATED,
  N_SIGNALS
};

static GParamSpec *properties[N_PROPS];
static guint signals[N_SIGNALS];

/* The files a chart can be saved as. */
static const struct
{
  const char *extension;
  const char *name;
  GeoatChartFormat format;
} picture_formats[] = {
  { ".png", N_ ("Picture (PNG)"), GEOAT_CHART_FORMAT_PNG },
  { ".svg", N_ ("Drawing (SVG)"), GEOAT_CHART_FORMAT_SVG },
  { ".pdf", N_ ("Document (PDF)"), GEOAT_CHART_FORMAT_PDF },
};

static void
update_chart (GeoatChartCard *self)
{
  GeoatChartOptions options = { 0 };
  g_autoptr (GeoatChart) chart = NULL;
  g_autoptr (GError) error = NULL;
  g_autofree char *title = NULL;
  g_autofree char *menu_name = NULL;
  GDate today;

  if (self->perspective == NULL)
    {
      geoat_chart_view_set_chart (self->view, NULL);
      return;
    }

  geoat_perspective_get_today (self->perspective, &today);
  options.plan = geoat_perspective_get_plan (self->perspective);
  options.round = geoat_perspective_get_round (self->perspective);
  options.compare = geoat_perspective_get_compare (self->perspective);
  options.language = geoat_language_get (geoat_perspective_get_screen_language ());
  options.today = &today;

  chart = geoat_chart_new (self->kind, &options, &error);
  if (chart == NULL)
    {
      g_critical ("No chart: %s", error->message);
      return;
    }

  title = geoat_chart_get_title (chart);
  gtk_label_set_text (self->title, title);
  /* Translators: the menu of a chart, for a screen reader; %s is the title of the chart */
  menu_name = g_strdup_printf (_ ("Menu of “%s”"), title);
  geoat_accessible_set_name (self->menu_button, menu_name);
  geoat_chart_view_set_chart (self->view, chart);
}

static void
view_activated_cb (GeoatChartCard *self, GeoatChartPlace *place)
{
  GeoatFramework *framework = geoat_perspective_get_framework (self->perspective);
  const char *page = NULL;

  if (place->key_element >= 0)
    {
      page = geoat_framework_get_key_element_id (framework, place->key_element);
    }
  else if (place->principle >= 0)
    {
      guint first, n;

      geoat_framework_get_principle_range (framework, place->principle, &first, &n);
      page = geoat_framework_get_key_element_id (framework, first);
    }

  if (page != NULL)
    g_signal_emit (self, signals[ACTIVATED], 0, page);
}

static void
show_numbers_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatChartCard *self = GEOAT_CHART_CARD (widget);
  GtkWidget *window = geoat_chart_numbers_window_new (geoat_chart_view_get_chart (self->view));

  gtk_window_set_transient_for (GTK_WINDOW (window), GTK_WINDOW (gtk_widget_get_root (widget)));
  gtk_window_present (GTK_WINDOW (window));
}

static GBytes *
render (GeoatChartCard *self, GeoatChartFormat format, GError **error)
{
  GeoatChart *chart = geoat_chart_view_get_chart (self->view);
  double height = geoat_chart_get_height_for_width (chart, PICTURE_WIDTH / 2, 1);
  int scale = format == GEOAT_CHART_FORMAT_PNG ? 2 : 1;

  return geoat_chart_render (chart, format, PICTURE_WIDTH / 2 * scale,
                             (int) (height + 0.999) * scale, GEOAT_CHART_THEME_LIGHT, error);
}

/* As a picture, and as a drawing and a document for programs that can take one. */
static void
copy_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatChartCard *self = GEOAT_CHART_CARD (widget);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) png = render (self, GEOAT_CHART_FORMAT_PNG, &error);
  g_autoptr (GBytes) svg = png == NULL ? NULL : render (self, GEOAT_CHART_FORMAT_SVG, &error);
  g_autoptr (GBytes) pdf = svg == NULL ? NULL : render (self, GEOAT_CHART_FORMAT_PDF, &error);
  g_autoptr (GdkTexture) texture = pdf == NULL ? NULL : gdk_texture_new_from_bytes (png, &error);
  g_autoptr (GdkContentProvider) provider = NULL;
  GdkContentProvider *content[3];
  GtkRoot *root = gtk_widget_get_root (widget);

  if (texture == NULL)
    {
      geoat_message_show (GTK_WINDOW (root), _ ("The chart was not copied"), error->message);
      return;
    }

  content[0] = gdk_content_provider_new_typed (GDK_TYPE_TEXTURE, texture);
  content[1] = gdk_content_provider_new_for_bytes ("image/svg+xml", svg);
  content[2] = gdk_content_provider_new_for_bytes ("application/pdf", pdf);
  provider = gdk_content_provider_new_union (content, G_N_ELEMENTS (content));
  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), provider);
  geoat_announce (widget, _ ("Copied the chart as a picture"));
}

/* The position of the format whose extension @name has, or -1. */
static int
find_format (const char *name)
{
  g_autofree char *lower = g_ascii_strdown (name, -1);

  for (guint i = 0; i < G_N_ELEMENTS (picture_formats); i++)
    if (g_str_has_suffix (lower, picture_formats[i].extension))
      return (int) i;

  return -1;
}

/* A picture of the chart on its way to a file. */
typedef struct
{
  GtkWindow *window; /* of the card; it may go before the picture is there */
  GFile *file;
} Saving;

static void
show_not_saved (GtkWindow *window, GFile *file, const GError *error)
{
  g_autofree char *name = geoat_screen_text_for_file (file);
  g_autofree char *heading = g_strdup_printf (_ ("“%s” was not saved"), name);

  geoat_message_show (window, heading, error->message);
}

static void
saved_cb (GObject *source, GAsyncResult *result, gpointer data)
{
  Saving *saving = data;
  g_autoptr (GError) error = NULL;
  gboolean done = geoat_file_write_finish (result, &error);

  if (saving->window != NULL && !done)
    {
      show_not_saved (saving->window, saving->file, error);
    }
  else if (saving->window != NULL)
    {
      g_autofree char *name = geoat_screen_text_for_file (saving->file);
      g_autofree char *text = g_strdup_printf (_ ("Saved the chart as “%s”"), name);

      geoat_announce (GTK_WIDGET (saving->window), text);
    }
  g_clear_weak_pointer (&saving->window);
  g_object_unref (saving->file);
  g_free (saving);
}

static void
save_to (GeoatChartCard *self, GFile *file)
{
  GtkWindow *window = GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self)));
  g_autofree char *name = geoat_screen_text_for_file (file);
  int format = MAX (find_format (name), 0);
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = render (self, picture_formats[format].format, &error);
  Saving *saving;

  if (bytes == NULL)
    {
      show_not_saved (window, file, error);
      return;
    }

  saving = g_new0 (Saving, 1);
  saving->file = g_object_ref (file);
  g_set_weak_pointer (&saving->window, window);
  geoat_file_write_async (file, geoat_file_write_bytes, g_steal_pointer (&bytes),
                          (GDestroyNotify) g_bytes_unref, NULL, saved_cb, saving);
}

static void
use_file_cb (gpointer object, GFile *file)
{
  if (file != NULL)
    save_to (GEOAT_CHART_CARD (object), file);
}

/* The name for what was typed and chosen: the extension decides, and the kind that is chosen below
 * the name when there is none, or only the one that was proposed. */
static char *
complete_name (GFile *file, GtkFileFilter *filter)
{
  g_autofree char *name = g_file_get_basename (file);
  int typed = find_format (name);
  guint chosen = 0;

  for (guint i = 0; filter != NULL && i < G_N_ELEMENTS (picture_formats); i++)
    if (g_strcmp0 (gtk_file_filter_get_name (filter), _ (picture_formats[i].name)) == 0)
      chosen = i;

  if (typed > 0 || (typed == 0 && chosen == 0))
    return g_steal_pointer (&name);

  if (typed == 0)
    name[strlen (name) - strlen (picture_formats[0].extension)] = '\0';
  return g_strconcat (name, picture_formats[chosen].extension, NULL);
}

static void
file_chosen_cb (GeoatChartCard *self, int response, GtkNativeDialog *chooser)
{
  g_autoptr (GFile) file = NULL;
  g_autofree char *name = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    {
      file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (chooser));
      name = complete_name (file, gtk_file_chooser_get_filter (GTK_FILE_CHOOSER (chooser)));
    }
  gtk_native_dialog_destroy (chooser);
  g_object_unref (chooser);
  if (file != NULL)
    geoat_chosen_file_use (file, name, GTK_WINDOW (gtk_widget_get_root (GTK_WIDGET (self))),
                           use_file_cb, self);
}

static void
save_action (GtkWidget *widget, const char *name, GVariant *parameter)
{
  GeoatChartCard *self = GEOAT_CHART_CARD (widget);
  g_autofree char *file_name =
      g_strconcat (gtk_label_get_text (self->title), picture_formats[0].extension, NULL);
  GtkFileChooserNative *chooser;

  g_strdelimit (file_name, "/\\:*?\"<>|", '-');
  chooser = geoat_chosen_file_create_chooser (GTK_WINDOW (gtk_widget_get_root (widget)),
                                              _ ("Save Chart"), file_name, NULL);
  for (guint i = 0; i < G_N_ELEMENTS (picture_formats); i++)
    {
      g_autoptr (GtkFileFilter) filter = gtk_file_filter_new ();

      gtk_file_filter_set_name (filter, _ (picture_formats[i].name));
      gtk_file_filter_add_suffix (filter, picture_formats[i].extension + 1);
      gtk_file_chooser_add_filter (GTK_FILE_CHOOSER (chooser), filter);
    }
  g_signal_connect_object (chooser, "response", G_CALLBACK (file_chosen_cb), self,
                           G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (chooser));
}

static void
geoat_chart_card_perspective_changed (GeoatPlanWidget *widget, GeoatPerspective *perspective)
{
  GeoatChartCard *self = GEOAT_CHART_CARD (widget);

  self->perspective = perspective;
  update_chart (self);
}

static void
geoat_chart_card_dispose (GObject *object)
{
  GeoatChartCard *self = GEOAT_CHART_CARD (object);

  g_clear_pointer (&self->box, gtk_widget_unparent);

  G_OBJECT_CLASS (geoat_chart_card_parent_class)->dispose (object);
}

static void
geoat_chart_card_finalize (GObject *object)
{
  g_free (GEOAT_CHART_CARD (object)->kind);

  G_OBJECT_CLASS (geoat_chart_card_parent_class)->finalize (object);
}

static void
geoat_chart_card_get_property (GObject *object, guint prop_id, GValue *value, GParamSpec *pspec)
{
  GeoatChartCard *self = GEOAT_CHART_CARD (object);

  switch (prop_id)
    {
    case PROP_KIND:
      g_value_set_string (value, self->kind);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
geoat_chart_card_set_property (GObject *object,
                               guint prop_id,
                               const GValue *value,
                               GParamSpec *pspec)
{
  GeoatChartCard *self = GEOAT_CHART_CARD (object);

  switch (prop_id)
    {
    case PROP_KIND:
      self->kind = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
geoat_chart_card_class_init (GeoatChartCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = geoat_chart_card_dispose;
  GEOAT_PLAN_WIDGET_CLASS (klass)->perspective_changed = geoat_chart_card_perspective_changed;
  object_class->finalize = geoat_chart_card_finalize;
  object_class->get_property = geoat_chart_card_get_property;
  object_class->set_property = geoat_chart_card_set_property;

  properties[PROP_KIND] =
      g_param_spec_string ("kind", NULL, NULL, NULL,
                           G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
  g_object_class_install_properties (object_class, N_PROPS, properties);

  signals[ACTIVATED] = g_signal_new ("activated", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0,
                                     NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_STRING);

  g_type_ensure (GEOAT_TYPE_CHART_VIEW);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (
      widget_class, "/io/github/geoat_planner/GeoatPlanner/geoat-chart-card.ui");
  gtk_widget_class_bind_template_child (widget_class, GeoatChartCard, box);
  gtk_widget_class_bind_template_child (widget_class, GeoatChartCard, title);
  gtk_widget_class_bind_template_child (widget_class, GeoatChartCard, menu_button);
  gtk_widget_class_bind_template_child (widget_class, GeoatChartCard, view);
  gtk_widget_class_bind_template_callback (widget_class, view_activated_cb);

  gtk_widget_class_install_action (widget_class, "chart.show-numbers", NULL, show_numbers_action);
  gtk_widget_class_install_action (widget_class, "chart.copy", NULL, copy_action);
  gtk_widget_class_install_action (widget_class, "chart.save", NULL, save_action);
}

static void
geoat_chart_card_init (GeoatChartCard *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
  geoat_accessible_set_name (self->menu_button, _ ("Menu of the chart"));

  geoat_plan_widget_follow_perspective (GEOAT_PLAN_WIDGET (self), "notify::round",
                                        G_CALLBACK (update_chart));
  geoat_plan_widget_follow_perspective (GEOAT_PLAN_WIDGET (self), "notify::compare",
                                        G_CALLBACK (update_chart));
}

/**
 * geoat_chart_card_new:
 * @kind: a kind of chart
 *
 * Returns: (transfer floating): a card without a plan
 */
GtkWidget *
geoat_chart_card_new (const char *kind)
{
  return g_object_new (GEOAT_TYPE_CHART_CARD, "kind", kind, NULL);
}
