/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What sharing remembers from one time to the next: the last choice for each plan, and choices that
 * were kept under a name for any plan, and the paper. Nothing of a plan but its id, and the ids of
 * its rounds. */

#define G_LOG_DOMAIN "geoat-application"

#include "config.h"

#include "geoat-share-memory.h"

#include "geoat-wording.h"

#include "geoat-paper.h"

/* For how many plans the last choice is remembered. */
#define N_PLANS 50

#define LAST "last-shares"
#define KEPT "kept-shares"
#define PAPER "paper"

#define A4 "a4"
#define LETTER "letter"

static void
add_last (GVariantBuilder *builder,
          const char *plan,
          const char *format,
          const char *const *left_out,
          gboolean charts)
{
  g_variant_builder_add (builder, "(ss^asb)", plan, format, left_out, charts);
}

/**
 * geoat_share_memory_remember:
 * @settings: the settings of the application
 * @plan: the id of a plan
 * @format: the id of a format
 * @sharing: what may leave
 * @charts: whether charts are wanted
 *
 * Remembers a choice as the last one for that plan.
 */
void
geoat_share_memory_remember (GSettings *settings,
                             const char *plan,
                             const char *format,
                             const GeoatSharing *sharing,
                             gboolean charts)
{
  g_autoptr (GVariant) before = g_settings_get_value (settings, LAST);
  g_auto (GStrv) left_out = geoat_sharing_get_left_out (sharing);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other, *other_format;
  char **other_left_out;
  gboolean other_charts;
  guint n = 1;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a(ssasb)"));
  add_last (&builder, plan, format, (const char *const *) left_out, charts);
  g_variant_iter_init (&iter, before);
  while (g_variant_iter_loop (&iter, "(&s&s^asb)", &other, &other_format, &other_left_out,
                              &other_charts))
    if (n < N_PLANS && !g_str_equal (other, plan))
      {
        add_last (&builder, other, other_format, (const char *const *) other_left_out,
                  other_charts);
        n++;
      }
  g_settings_set_value (settings, LAST, g_variant_builder_end (&builder));
}

/**
 * geoat_share_memory_recall:
 * @settings: the settings of the application
 * @plan: the id of a plan
 * @format: (out) (transfer full): the id of the format that was chosen last
 * @sharing: (out) (transfer full): what could leave
 * @charts: (out): whether charts were wanted
 *
 * Returns: %FALSE when nothing is known of that plan; then nothing is set
 */
gboolean
geoat_share_memory_recall (
    GSettings *settings, const char *plan, char **format, GeoatSharing **sharing, gboolean *charts)
{
  g_autoptr (GVariant) last = g_settings_get_value (settings, LAST);

  for (gsize i = 0; i < g_variant_n_children (last); i++)
    {
      const char *other, *last_format;
      g_autofree const char **left_out = NULL;
      gboolean last_charts;

      g_variant_get_child (last, i, "(&s&s^a&sb)", &other, &last_format, &left_out, &last_charts);
      if (!g_str_equal (other, plan))
        continue;
      *format = g_strdup (last_format);
      *sharing = geoat_sharing_new (left_out);
      *charts = last_charts;
      return TRUE;
    }
  return FALSE;
}

/**
 * geoat_share_memory_remember_paper:
 * @settings: the settings of the application
 * @paper: the paper that was chosen
 *
 * Remembers the paper, unless it is the usual one: that follows the system.
 */
void
geoat_share_memory_remember_paper (GSettings *settings, GeoatPaper paper)
{
  g_settings_set_string (settings, PAPER,
                         paper == geoat_paper_get_usual () ? ""
                         : paper == GEOAT_PAPER_LETTER     ? LETTER
                                                           : A4);
}

/**
 * geoat_share_memory_recall_paper:
 * @settings: the settings of the application
 *
 * Returns: the paper that was chosen last, or the usual one
 */
GeoatPaper
geoat_share_memory_recall_paper (GSettings *settings)
{
  g_autofree char *name = g_settings_get_string (settings, PAPER);

  return g_str_equal (name, LETTER) ? GEOAT_PAPER_LETTER
         : g_str_equal (name, A4)   ? GEOAT_PAPER_A4
                                    : geoat_paper_get_usual ();
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return g_utf8_collate (*(const char *const *) a, *(const char *const *) b);
}

/**
 * geoat_share_memory_list_kept:
 * @settings: the settings of the application
 *
 * Returns: (transfer full) (array zero-terminated=1): the names of the choices that were kept, in
 *   alphabetical order
 */
char **
geoat_share_memory_list_kept (GSettings *settings)
{
  g_autoptr (GVariant) kept = g_settings_get_value (settings, KEPT);
  GPtrArray *names = g_ptr_array_new ();
  GVariantIter iter;
  char *name;

  g_variant_iter_init (&iter, kept);
  while (g_variant_iter_next (&iter, "{sas}", &name, NULL))
    g_ptr_array_add (names, name);
  g_ptr_array_sort (names, compare_names);
  g_ptr_array_add (names, NULL);
  return (char **) g_ptr_array_free (names, FALSE);
}

/**
 * geoat_share_memory_get_kept:
 * @settings: the settings of the application
 * @name: the name of a choice
 *
 * Returns: (transfer full) (nullable): what may leave; %NULL when none was kept under that name
 */
GeoatSharing *
geoat_share_memory_get_kept (GSettings *settings, const char *name)
{
  g_autoptr (GVariant) kept = g_settings_get_value (settings, KEPT);
  g_autofree const char **left_out = NULL;

  if (!g_variant_lookup (kept, name, "^a&s", &left_out))
    return NULL;
  return geoat_sharing_new (left_out);
}

/* A name as it is compared: capitals and blanks make no other one. */
static char *
fold_name (const char *name)
{
  g_autofree char *normal = g_utf8_normalize (name, -1, G_NORMALIZE_ALL_COMPOSE);

  return geoat_wording_tidy (normal, FALSE);
}

/**
 * geoat_share_memory_is_same_name:
 * @name: a name of a choice, valid UTF-8
 * @other: another one
 *
 * Returns: whether people would take the two for one: capitals and blanks make no difference
 */
gboolean
geoat_share_memory_is_same_name (const char *name, const char *other)
{
  g_autofree char *folded = fold_name (name);
  g_autofree char *other_folded = fold_name (other);

  return g_str_equal (folded, other_folded);
}

/**
 * geoat_share_memory_find_kept:
 * @settings: the settings of the application
 * @name: a name
 *
 * Returns: (transfer full) (nullable): the name, as it was written then, of a choice that
 *   geoat_share_memory_keep() would replace
 */
char *
geoat_share_memory_find_kept (GSettings *settings, const char *name)
{
  g_auto (GStrv) kept = geoat_share_memory_list_kept (settings);

  for (gsize i = 0; kept[i] != NULL; i++)
    if (geoat_share_memory_is_same_name (kept[i], name))
      return g_strdup (kept[i]);
  return NULL;
}

/* Sets or, with NULL, removes. */
static void
set_kept (GSettings *settings, const char *name, const GeoatSharing *sharing)
{
  g_autoptr (GVariant) before = g_settings_get_value (settings, KEPT);
  GVariantBuilder builder;
  GVariantIter iter;
  const char *other;
  char **left_out;

  g_variant_builder_init (&builder, G_VARIANT_TYPE ("a{sas}"));
  g_variant_iter_init (&iter, before);
  while (g_variant_iter_loop (&iter, "{&s^as}", &other, &left_out))
    if (sharing == NULL ? !g_str_equal (other, name)
                        : !geoat_share_memory_is_same_name (other, name))
      g_variant_builder_add (&builder, "{s^as}", other, left_out);
  if (sharing != NULL)
    {
      g_auto (GStrv) names = geoat_sharing_get_left_out (sharing);

      g_variant_builder_add (&builder, "{s^as}", name, names);
    }
  g_settings_set_value (settings, KEPT, g_variant_builder_end (&builder));
}

/**
 * geoat_share_memory_keep:
 * @settings: the settings of the application
 * @name: a name
 * @sharing: what may leave
 *
 * Keeps a choice, for any plan, in place of one that was kept under the same name: see
 * geoat_share_memory_is_same_name().
 */
void
geoat_share_memory_keep (GSettings *settings, const char *name, const GeoatSharing *sharing)
{
  g_return_if_fail (sharing != NULL);

  set_kept (settings, name, sharing);
}

/**
 * geoat_share_memory_forget:
 * @settings: the settings of the application
 * @name: the name of a choice
 *
 * Forgets a choice that was kept.
 */
void
geoat_share_memory_forget (GSettings *settings, const char *name)
{
  set_kept (settings, name, NULL);
}
