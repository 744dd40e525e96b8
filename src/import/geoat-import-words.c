/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Recognising the words of the template in any of the languages of the GEOAT: headings, key
 * elements, levels, statuses.
 *
 * The framework says how they are called in the languages it has. The tables below add how else
 * people write them, and the languages that it does not have. Compared is what remains of a text
 * without case, accents, punctuation and blanks; all that is known is normalised once. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-import-words-private.h"

#include <string.h>

#include "geoat-hash.h"
#include "geoat-language.h"
#include "geoat-normal.h"
#include "geoat-phrases.h"
#include "geoat-wording.h"

static const char *const languages[] = { "en", "fr", "es", "pt", "ar" };

/* The keys of the catalogue for what our own tables of scores say. */
static const char *const own_keys[] = {
  "score.scope",          "score.principle",    "score.whole_plan",    "score.mean",
  "score.total",          "score.carried",      "score.none",          "score.note",
  "column.number",        "column.key_element", "sheet.template",      "sheet.scores",
  "sheet.activities",     "sheet.remarks",      "sheet.working_group", "sheet.plan",
  "level.not_applicable", "level.not_assessed"
};

/* Other ways to write the headings; the first word of a longer heading is not enough. */
static const struct
{
  GeoatSourceColumn kind;
  const char *heading;
} headings[] = {
  { GEOAT_FIELD_INDICATOR, "Indicator" },
  { GEOAT_FIELD_INDICATOR, "Indicators" },
  { GEOAT_FIELD_INDICATOR, "GEOAT indicators" },
  { GEOAT_FIELD_INDICATOR, "Indicateur GEOAT" },
  { GEOAT_FIELD_INDICATOR, "Indicateur" },
  { GEOAT_FIELD_INDICATOR, "Indicateurs" },
  { GEOAT_FIELD_INDICATOR, "Indicateurs GEOAT" },
  { GEOAT_FIELD_INDICATOR, "Indicador GEOAT" },
  { GEOAT_FIELD_INDICATOR, "Indicador" },
  { GEOAT_FIELD_INDICATOR, "Indicadores" },
  { GEOAT_FIELD_INDICATOR, "Indicadores GEOAT" },
  { GEOAT_FIELD_INDICATOR, "مؤشر GEOAT" },
  { GEOAT_FIELD_INDICATOR, "المؤشر" },
  { GEOAT_FIELD_INDICATOR, "المؤشرات" },
  { GEOAT_FIELD_INDICATOR, "مؤشرات GEOAT" },
  { GEOAT_FIELD_ALIGNMENT, "Alignement stratégique" },
  { GEOAT_FIELD_ALIGNMENT, "Alineación estratégica" },
  { GEOAT_FIELD_ALIGNMENT, "Alinhamento estratégico" },
  { GEOAT_FIELD_ALIGNMENT, "المواءمة الاستراتيجية" },
  { GEOAT_SOURCE_COLUMN_LEVEL, "Evaluation scale" },
  { GEOAT_SOURCE_COLUMN_LEVEL, "Level" },
  { GEOAT_SOURCE_COLUMN_LEVEL, "Échelle d'évaluation" },
  { GEOAT_SOURCE_COLUMN_LEVEL, "Échelle d'évaluation GEOAT" },
  { GEOAT_SOURCE_COLUMN_LEVEL, "Escala de evaluación" },
  { GEOAT_SOURCE_COLUMN_LEVEL, "Escala de evaluación GEOAT" },
  { GEOAT_SOURCE_COLUMN_LEVEL, "Escala de avaliação" },
  { GEOAT_SOURCE_COLUMN_LEVEL, "Escala de avaliação GEOAT" },
  { GEOAT_SOURCE_COLUMN_LEVEL, "مقياس التقييم" },
  { GEOAT_FIELD_CURRENT_ACTIVITIES, "Activités en cours" },
  { GEOAT_FIELD_CURRENT_ACTIVITIES, "Actividades actuales" },
  { GEOAT_FIELD_CURRENT_ACTIVITIES, "Atividades atuais" },
  { GEOAT_FIELD_CURRENT_ACTIVITIES, "الأنشطة الحالية" },
  { GEOAT_FIELD_ACTIVITY, "Suggested forward activity" },
  { GEOAT_FIELD_ACTIVITY, "Activités futures proposées" },
  { GEOAT_FIELD_ACTIVITY, "Actividades futuras sugeridas" },
  { GEOAT_FIELD_ACTIVITY, "Atividades futuras sugeridas" },
  { GEOAT_FIELD_ACTIVITY, "الأنشطة المستقبلية المقترحة" },
  { GEOAT_FIELD_UNITS, "Units to involve" },
  { GEOAT_FIELD_UNITS, "Units to involve / resources" },
  { GEOAT_FIELD_UNITS, "Unités à associer / ressources" },
  { GEOAT_FIELD_UNITS, "Unités à associer / ressources nécessaires" },
  { GEOAT_FIELD_UNITS, "Unidades participantes / recursos" },
  { GEOAT_FIELD_UNITS, "Unidades participantes / recursos necesarios" },
  { GEOAT_FIELD_UNITS, "Unidades a envolver / recursos" },
  { GEOAT_FIELD_UNITS, "Unidades a envolver / recursos necessários" },
  { GEOAT_FIELD_UNITS, "الوحدات المعنية / الموارد" },
  { GEOAT_FIELD_TIMELINE, "Calendrier" },
  { GEOAT_FIELD_TIMELINE, "Calendario" },
  { GEOAT_FIELD_TIMELINE, "Calendário" },
  { GEOAT_FIELD_TIMELINE, "الجدول الزمني" },
  { GEOAT_FIELD_TARGETS, "Targets, monitoring indicators" },
  { GEOAT_FIELD_TARGETS, "Cibles et indicateurs de suivi" },
  { GEOAT_FIELD_TARGETS, "Metas e indicadores de seguimiento" },
  { GEOAT_FIELD_TARGETS, "Metas e indicadores de monitorização" },
  { GEOAT_FIELD_TARGETS, "الأهداف ومؤشرات المتابعة" },
  { GEOAT_SOURCE_COLUMN_REASON, "Reason" },
  { GEOAT_FIELD_NOTES, "Notes" },
  { GEOAT_FIELD_KEY_ELEMENT, "Key element" },
  { GEOAT_FIELD_KEY_ELEMENT, "Élément clé" },
  { GEOAT_FIELD_KEY_ELEMENT, "Elemento clave" },
  { GEOAT_FIELD_KEY_ELEMENT, "Elemento-chave" },
  { GEOAT_FIELD_KEY_ELEMENT, "العنصر الرئيسي" },
};

/* The headings of what is no field, by their key in the catalogue of a language. */
static const struct
{
  GeoatSourceColumn kind;
  const char *key;
} more_headings[] = {
  { GEOAT_SOURCE_COLUMN_NUMBER, "column.number" },
  { GEOAT_SOURCE_COLUMN_REASON, "column.reason" },
  { GEOAT_SOURCE_COLUMN_MEAN, "score.mean" },
  { GEOAT_SOURCE_COLUMN_SCOPE, "score.scope" },
};

static const struct
{
  GeoatLevel level;
  const char *name;
} level_names[] = {
  { 5, "Mise en œuvre complète" },
  { 5, "Implementación plena" },
  { 5, "Implementação plena" },
  { 5, "تنفيذ كامل" },
  { 5, "Full" },
  { 4, "Mise en œuvre avancée" },
  { 4, "Implementación avanzada" },
  { 4, "Implementação avançada" },
  { 4, "تنفيذ متقدم" },
  { 4, "Advanced" },
  { 3, "Mise en œuvre modérée" },
  { 3, "Implementación moderada" },
  { 3, "Implementação moderada" },
  { 3, "تنفيذ متوسط" },
  { 3, "Moderate" },
  { 2, "Début de mise en œuvre" },
  { 2, "Implementación inicial" },
  { 2, "Implementação inicial" },
  { 2, "بداية التنفيذ" },
  { 2, "Beginning" },
  { 1, "Mesures ponctuelles" },
  { 1, "Medidas puntuales" },
  { 1, "Medidas pontuais" },
  { 1, "ترتيبات لحالات خاصة" },
  { 1, "Ad hoc" },
  { 0, "Inexistant" },
  { 0, "Inexistente" },
  { 0, "غير موجود" },
  { 0, "Nonexistent" },
  { GEOAT_LEVEL_NOT_APPLICABLE, "NA" },
  { GEOAT_LEVEL_NOT_APPLICABLE, "Non applicable" },
  { GEOAT_LEVEL_NOT_APPLICABLE, "Sans objet" },
  { GEOAT_LEVEL_NOT_APPLICABLE, "Sans objet (S.O.)" },
  { GEOAT_LEVEL_NOT_APPLICABLE, "S.O." },
  { GEOAT_LEVEL_NOT_APPLICABLE, "No aplicable" },
  { GEOAT_LEVEL_NOT_APPLICABLE, "No aplica" },
  { GEOAT_LEVEL_NOT_APPLICABLE, "Não aplicável" },
  { GEOAT_LEVEL_NOT_APPLICABLE, "Não se aplica" },
  { GEOAT_LEVEL_NOT_APPLICABLE, "لا ينطبق" },
};

/* The key elements and the principles in the languages that the framework does not have; our own
 * words. */
static const struct
{
  const char *id;
  const char *name;
} names[] = {
  { "1A", "Politiques transversales" },
  { "1A", "Políticas transversales" },
  { "1A", "Políticas transversais" },
  { "1A", "السياسات الشاملة" },
  { "1B", "Gouvernance, gestion et leadership" },
  { "1B", "Gobernanza, gestión y liderazgo" },
  { "1B", "Governação, gestão e liderança" },
  { "1B", "الحوكمة والإدارة والقيادة" },
  { "1C", "Discrimination multiple / intersectionnalité" },
  { "1C", "Discriminación múltiple / interseccionalidad" },
  { "1C", "Discriminação múltipla / interseccionalidade" },
  { "1C", "التمييز المتعدد / التقاطعية" },
  { "1D", "Communication" },
  { "1D", "Comunicación" },
  { "1D", "Comunicação" },
  { "1D", "التواصل" },
  { "1E", "Éthique" },
  { "1E", "Integridad" },
  { "1E", "Integridade" },
  { "1E", "النزاهة" },
  { "2A", "Recrutement et embauche" },
  { "2A", "Reclutamiento y contratación" },
  { "2A", "Recrutamento e contratação" },
  { "2A", "الاستقطاب والتوظيف" },
  { "2B", "Avancement de carrière" },
  { "2B", "Promoción profesional" },
  { "2B", "Progressão na carreira" },
  { "2B", "التقدم الوظيفي" },
  { "2C", "Salaires, avantages et équité salariale" },
  { "2C", "Salarios, prestaciones y equidad salarial" },
  { "2C", "Salários, benefícios e equidade salarial" },
  { "2C", "الأجور والمزايا وعدالة الأجور" },
  { "3A", "Politiques de flexibilité" },
  { "3A", "Políticas de flexibilidad" },
  { "3A", "Políticas de flexibilidade" },
  { "3A", "سياسات المرونة" },
  { "3B", "Prise en charge des proches" },
  { "3B", "Cuidado de dependientes y familia" },
  { "3B", "Cuidado de dependentes e família" },
  { "3B", "رعاية المعالين والأسرة" },
  { "3C", "Prestations de santé" },
  { "3C", "Prestaciones de salud" },
  { "3C", "Benefícios de saúde" },
  { "3C", "المزايا الصحية" },
  { "4A", "Violence fondée sur le genre" },
  { "4A", "Violencia de género" },
  { "4A", "Violência baseada no género" },
  { "4A", "العنف القائم على النوع الاجتماعي" },
  { "4B", "Harcèlement, y compris sexuel" },
  { "4B", "Acoso, incluido el sexual" },
  { "4B", "Assédio, incluindo sexual" },
  { "4B", "التحرش بما فيه الجنسي" },
  { "5A", "Politiques et procédures douanières, opérations frontalières" },
  { "5A", "Políticas y procedimientos aduaneros, operaciones fronterizas" },
  { "5A", "Políticas e procedimentos aduaneiros, operações fronteiriças" },
  { "5A", "السياسات والإجراءات الجمركية والعمليات الحدودية" },
  { "5B", "Relations avec les parties prenantes" },
  { "5B", "Relaciones con las partes interesadas" },
  { "5B", "Relações com as partes interessadas" },
  { "5B", "العلاقات مع أصحاب المصلحة" },
  { "6A", "Profilage des risques" },
  { "6A", "Perfiles de riesgo" },
  { "6A", "Definição de perfis de risco" },
  { "6A", "تحديد سمات المخاطر" },
  { "6B", "Collaboration avec les autres services frontaliers et parties prenantes" },
  { "6B", "Colaboración con otros organismos fronterizos y partes interesadas" },
  { "6B", "Colaboração com outras agências fronteiriças e partes interessadas" },
  { "6B", "التعاون مع الأجهزة الحدودية الأخرى وأصحاب المصلحة" },
  { "6C", "Conduite et sécurité du personnel" },
  { "6C", "Conducta y seguridad del personal" },
  { "6C", "Conduta e segurança do pessoal" },
  { "6C", "سلوك الموظفين وسلامتهم" },
  { "1", "Stratégie, gouvernance et leadership" },
  { "1", "Estrategia, gobernanza y liderazgo" },
  { "1", "Estratégia, governação e liderança" },
  { "1", "الاستراتيجية والحوكمة والقيادة" },
  { "2", "Emploi, évolution de carrière et rémunération" },
  { "2", "Empleo, desarrollo profesional y remuneración" },
  { "2", "Emprego, progressão na carreira e remuneração" },
  { "2", "التوظيف والتطوير المهني والأجور" },
  { "3", "Équilibre vie professionnelle-vie privée" },
  { "3", "Conciliación de la vida laboral y personal" },
  { "3", "Equilíbrio entre trabalho e vida pessoal" },
  { "3", "التوازن بين العمل والحياة" },
  { "4", "Violence fondée sur le genre et harcèlement" },
  { "4", "Violencia de género y acoso" },
  { "4", "Violência de género e assédio" },
  { "4", "العنف القائم على النوع الاجتماعي والتحرش" },
  { "5", "Opérations frontalières et relations avec les parties prenantes" },
  { "5", "Operaciones fronterizas y relaciones con las partes interesadas" },
  { "5", "Operações fronteiriças e relações com as partes interessadas" },
  { "5", "العمليات الحدودية والعلاقات مع أصحاب المصلحة" },
  { "6", "Sécurité et sûreté" },
  { "6", "Seguridad y protección" },
  { "6", "Segurança e proteção" },
  { "6", "الأمن والسلامة" },
};

/* The keys of the catalogue that name the statuses. */
static const char *const status_keys[GEOAT_N_STATUSES] = { "status.planned", "status.in_progress",
                                                           "status.done", "status.dropped" };

/* The first meaning of a word counts: the framework's before those of the tables above. */
static void
learn (GHashTable *words, const char *text, int meaning)
{
  g_autofree char *normal = geoat_normal_new (text);

  if (*normal != '\0' && !g_hash_table_contains (words, normal))
    g_hash_table_insert (words, g_steal_pointer (&normal),
                         GINT_TO_POINTER (meaning + GEOAT_WORDS_OFFSET));
}

gboolean
geoat_import_words_look_up (GHashTable *words, const char *normal, int *meaning)
{
  gpointer found = g_hash_table_lookup (words, normal);

  if (found == NULL)
    return FALSE;
  *meaning = GPOINTER_TO_INT (found) - GEOAT_WORDS_OFFSET;
  return TRUE;
}

/* A heading of a column; those that are only almost it are compared with it. */
static void
index_heading (GeoatImportWords *self, const char *heading, GeoatSourceColumn kind)
{
  g_autofree char *normal = geoat_normal_new (heading);

  if (*normal == '\0' || g_hash_table_contains (self->columns, normal))
    return;
  g_ptr_array_add (self->column_wordings, geoat_wording_new (normal));
  g_array_append_val (self->column_kinds, kind);
  learn (self->columns, heading, (int) kind);
}

static void
index_own_heading (const char *heading, GeoatSourceColumn kind, gpointer data)
{
  GeoatImportWords *self = data;
  g_autofree char *normal = geoat_normal_new (heading);

  g_ptr_array_add (self->column_wordings, geoat_wording_new (normal));
  g_array_append_val (self->column_kinds, kind);
  learn (self->own_columns, heading, (int) kind);
}

static void
index_level (GeoatImportWords *self, const char *name, int level)
{
  g_autoptr (GArray) words = geoat_normal_split (name);

  learn (self->levels, name, level);
  for (guint i = 0; i < words->len; i++)
    g_hash_table_add (self->level_words,
                      g_strdup (g_array_index (words, GeoatNormalWord, i).normal));
}

/* A key element by code, name and both. */
static void
index_key_element (GeoatImportWords *self, const char *id, const char *name, int key_element)
{
  g_autofree char *both = g_strconcat (id, name, NULL);
  g_autofree char *normal = geoat_normal_new (name);

  if (!g_hash_table_contains (self->key_elements, normal))
    {
      g_ptr_array_add (self->name_wordings, geoat_wording_new (normal));
      g_array_append_val (self->name_key_elements, key_element);
    }
  learn (self->codes, id, key_element);
  learn (self->key_elements, id, key_element);
  learn (self->key_elements, name, key_element);
  learn (self->key_elements, both, key_element);
}

/* A principle by name, and by number and name. A number alone is none. */
static void
index_principle (GeoatImportWords *self, const char *id, const char *name)
{
  g_autofree char *both = g_strconcat (id, name, NULL);
  int principle = geoat_framework_find_principle (self->framework, id);

  learn (self->principles, name, principle);
  learn (self->principles, both, principle);
}

static void
index_language (GeoatImportWords *self, GeoatFramework *framework, const char *tag)
{
  GeoatLanguage *language = geoat_language_get (tag);

  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    index_heading (self, geoat_framework_get_column_heading (framework, i, tag),
                   geoat_source_column_of_template (i));
  for (guint i = GEOAT_FIELD_NONE + 1; i < GEOAT_N_FIELDS; i++)
    {
      const char *key = geoat_field_get_info ((GeoatField) i)->heading;

      if (key != NULL)
        index_heading (self, geoat_language_get_text (language, key), (GeoatSourceColumn) i);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (more_headings); i++)
    index_heading (self, geoat_language_get_text (language, more_headings[i].key),
                   more_headings[i].kind);

  for (gsize i = 0; i < G_N_ELEMENTS (own_keys); i++)
    g_hash_table_add (self->own,
                      geoat_normal_new (geoat_language_get_text (language, own_keys[i])));

  for (guint i = 0; i < geoat_framework_get_n_key_elements (framework); i++)
    {
      const char *id = geoat_framework_get_key_element_id (framework, i);

      index_key_element (self, id, geoat_framework_get_key_element_name (framework, i, tag),
                         (int) i);
    }
  for (guint i = 0; i < geoat_framework_get_n_principles (framework); i++)
    index_principle (self, geoat_framework_get_principle_id (framework, i),
                     geoat_framework_get_principle_name (framework, i, tag));

  for (int i = GEOAT_LEVEL_NOT_APPLICABLE; i <= GEOAT_LEVEL_MAX; i++)
    {
      index_level (self, geoat_framework_get_level_name (framework, (GeoatLevel) i, tag), i);
      index_level (self, geoat_framework_get_level_short (framework, (GeoatLevel) i, tag), i);
    }
  for (guint i = 0; i < GEOAT_N_STATUSES; i++)
    {
      const char *name = geoat_language_get_text (language, status_keys[i]);
      g_autofree char *overdue =
          geoat_language_format (language, "status.overdue", "status", name, NULL);

      learn (self->statuses, geoat_status_to_string ((GeoatStatus) i), (int) i);
      learn (self->statuses, name, (int) i);
      learn (self->statuses, overdue, (int) i);
    }
}

/**
 * geoat_import_words_new:
 * @framework: a framework
 *
 * Returns: (transfer full): the words of its template in all languages
 */
GeoatImportWords *
geoat_import_words_new (GeoatFramework *framework)
{
  GeoatImportWords *self = g_new0 (GeoatImportWords, 1);
  GHashTable **tables[] = { &self->columns, &self->own_columns, &self->key_elements,
                            &self->codes,   &self->principles,  &self->levels,
                            &self->statuses };

  self->framework = g_object_ref (framework);
  self->level_words = g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, NULL);
  self->own = g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, NULL);
  self->column_wordings = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_wording_free);
  self->column_kinds = g_array_new (FALSE, FALSE, sizeof (GeoatSourceColumn));
  self->name_wordings = g_ptr_array_new_with_free_func ((GDestroyNotify) geoat_wording_free);
  self->name_key_elements = g_array_new (FALSE, FALSE, sizeof (int));
  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    *tables[i] = g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    index_language (self, framework, languages[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    index_heading (self, headings[i].heading, headings[i].kind);
  geoat_phrases_each_heading (index_own_heading, self);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int key_element = geoat_framework_find_key_element (framework, names[i].id);

      if (key_element >= 0)
        index_key_element (self, names[i].id, names[i].name, key_element);
      else if (geoat_framework_find_principle (framework, names[i].id) >= 0)
        index_principle (self, names[i].id, names[i].name);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (level_names); i++)
    index_level (self, level_names[i].name, level_names[i].level);
  return self;
}

void
geoat_import_words_free (GeoatImportWords *self)
{
  g_hash_table_unref (self->columns);
  g_hash_table_unref (self->own_columns);
  g_hash_table_unref (self->key_elements);
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->principles);
  g_hash_table_unref (self->levels);
  g_hash_table_unref (self->statuses);
  g_hash_table_unref (self->own);
  g_hash_table_unref (self->level_words);
  g_ptr_array_unref (self->column_wordings);
  g_array_unref (self->column_kinds);
  g_ptr_array_unref (self->name_wordings);
  g_array_unref (self->name_key_elements);
  g_object_unref (self->framework);
  g_free (self);
}

int
geoat_import_words_find (GHashTable *words, const char *text, int otherwise)
{
  g_autofree char *normal = NULL;
  int meaning = otherwise;

  if (!geoat_normal_is_short (text))
    return otherwise;
  normal = geoat_normal_new (text);
  geoat_import_words_look_up (words, normal, &meaning);
  return meaning;
}

/**
 * geoat_import_words_find_key_element:
 * @self: the words
 * @text: a text: "1A", "1A Cross-cutting policies", "Cross-cutting policies"
 *
 * Returns: the position of the key element that it names; -1: none
 */
int
geoat_import_words_find_key_element (GeoatImportWords *self, const char *text)
{
  return geoat_import_words_find (self->key_elements, text, -1);
}

/**
 * geoat_import_words_is_own:
 * @self: the words
 * @text: a text
 *
 * Returns: whether it is one that our own tables of scores have
 */
gboolean
geoat_import_words_is_own (GeoatImportWords *self, const char *text)
{
  g_autofree char *normal = geoat_normal_is_short (text) ? geoat_normal_new (text) : NULL;

  return normal != NULL && g_hash_table_contains (self->own, normal);
}

/**
 * geoat_import_words_find_status:
 * @self: the words
 * @text: what stands in the cell
 * @status: (out): the status
 *
 * Returns: whether it is one
 */
gboolean
geoat_import_words_find_status (GeoatImportWords *self, const char *text, GeoatStatus *status)
{
  int found = geoat_import_words_find (self->statuses, text, -1);

  if (found < 0)
    return FALSE;
  *status = (GeoatStatus) found;
  return TRUE;
}
