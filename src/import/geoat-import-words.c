/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Recognising the words of the template in any of the languages of the GEOAT: headings, key
 * elements, levels, statuses.
 *
 * The framework says how they are called in the languages it has. The tables below add how else
 * people write them, and the languages that it does not have. Compared is what remains of a text
 * without case, accents, punctuation and blanks; all that is known is normalised once. */

#define G_LOG_DOMAIN "geoat-formats"

#include "config.h"

#include "geoat-import-words.h"

#include <string.h>

#include "geoat-hash.h"
#include "geoat-language.h"

static const char *const languages[] = { "en", "fr", "es", "pt", "ar" };

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

/* What people write before the number of a principle, as it is compared. */
static const char *const principle_prefixes[] = { "principle", "principe", "principio", "المبدا" };

/* What people write before the number of a level, as it is compared. */
static const char *const level_prefixes[] = { "level", "niveau", "nivel", "المستوى", "مستوى" };

/* The keys of the catalogue that name the statuses. */
static const char *const status_keys[GEOAT_N_STATUSES] = { "status.planned", "status.in_progress",
                                                           "status.done", "status.dropped" };

/* Longer than any heading: what has more bytes is text, and is not even normalised. */
#define MAX_LENGTH 240

struct _GeoatImportWords
{
  /* normalised text → its meaning, moved by OFFSET so that none is 0 */
  GHashTable *columns;
  GHashTable *key_elements;
  GHashTable *codes; /* of the key elements */
  GHashTable *principles;
  GHashTable *levels;
  GHashTable *statuses;
};

#define OFFSET 2

/* A letter that others write as two: "oeuvre" is what a keyboard without "œ" makes of it. Arabic
 * words may be drawn out by a sign that is none of their letters. */
static void
append_letter (GString *normal, gunichar c)
{
  if (c == 0x153)
    g_string_append (normal, "oe");
  else if (c == 0xe6)
    g_string_append (normal, "ae");
  else if (c != 0x640)
    g_string_append_unichar (normal, c);
}

/* Its letters and digits alone, without case and accents. */
static char *
normalize (const char *text)
{
  g_autofree char *decomposed = g_utf8_normalize (text, -1, G_NORMALIZE_ALL);
  g_autofree char *folded = decomposed ? g_utf8_casefold (decomposed, -1) : g_strdup ("");
  GString *normal = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        append_letter (normal, c);
    }
  return g_string_free (normal, FALSE);
}

/* The first meaning of a word counts: the framework's before those of the tables above. */
static void
learn (GHashTable *words, const char *text, int meaning)
{
  g_autofree char *normal = normalize (text);

  if (*normal != '\0' && !g_hash_table_contains (words, normal))
    g_hash_table_insert (words, g_steal_pointer (&normal), GINT_TO_POINTER (meaning + OFFSET));
}

static gboolean
look_up (GHashTable *words, const char *normal, int *meaning)
{
  gpointer found = g_hash_table_lookup (words, normal);

  if (found == NULL)
    return FALSE;
  *meaning = GPOINTER_TO_INT (found) - OFFSET;
  return TRUE;
}

/* A key element by code, name and both. */
static void
index_key_element (GeoatImportWords *self, const char *id, const char *name, int key_element)
{
  g_autofree char *both = g_strconcat (id, name, NULL);

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

  learn (self->principles, name, 0);
  learn (self->principles, both, 0);
}

static void
index_language (GeoatImportWords *self, GeoatFramework *framework, const char *tag)
{
  GeoatLanguage *language = geoat_language_get (tag);

  for (guint i = 0; i < GEOAT_N_COLUMNS; i++)
    learn (self->columns, geoat_framework_get_column_heading (framework, i, tag),
           geoat_source_column_of_template (i));
  for (guint i = GEOAT_FIELD_NONE + 1; i < GEOAT_N_FIELDS; i++)
    {
      const char *key = geoat_field_get_info ((GeoatField) i)->heading;

      if (key != NULL)
        learn (self->columns, geoat_language_get_text (language, key), (int) i);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (more_headings); i++)
    learn (self->columns, geoat_language_get_text (language, more_headings[i].key),
           more_headings[i].kind);

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
      learn (self->levels, geoat_framework_get_level_name (framework, (GeoatLevel) i, tag), i);
      learn (self->levels, geoat_framework_get_level_short (framework, (GeoatLevel) i, tag), i);
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
  GHashTable **tables[] = { &self->columns,    &self->key_elements, &self->codes,
                            &self->principles, &self->levels,       &self->statuses };

  for (gsize i = 0; i < G_N_ELEMENTS (tables); i++)
    *tables[i] = g_hash_table_new_full (geoat_hash_text, g_str_equal, g_free, NULL);
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    index_language (self, framework, languages[i]);
  for (gsize i = 0; i < G_N_ELEMENTS (headings); i++)
    learn (self->columns, headings[i].heading, headings[i].kind);
  for (gsize i = 0; i < G_N_ELEMENTS (names); i++)
    {
      int key_element = geoat_framework_find_key_element (framework, names[i].id);

      if (key_element >= 0)
        index_key_element (self, names[i].id, names[i].name, key_element);
      else if (geoat_framework_find_principle (framework, names[i].id) >= 0)
        index_principle (self, names[i].id, names[i].name);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (level_names); i++)
    learn (self->levels, level_names[i].name, level_names[i].level);
  return self;
}

void
geoat_import_words_free (GeoatImportWords *self)
{
  g_hash_table_unref (self->columns);
  g_hash_table_unref (self->key_elements);
  g_hash_table_unref (self->codes);
  g_hash_table_unref (self->principles);
  g_hash_table_unref (self->levels);
  g_hash_table_unref (self->statuses);
  g_free (self);
}

/* The meaning of a text, or @otherwise. */
static int
find (GHashTable *words, const char *text, int otherwise)
{
  g_autofree char *normal = NULL;
  int meaning = otherwise;

  if (strlen (text) > MAX_LENGTH)
    return otherwise;
  normal = normalize (text);
  look_up (words, normal, &meaning);
  return meaning;
}

/* A heading without its number, and without what stands in brackets in it, full: of "3. Level (0 to
 * 5)" the level; a note of Word's is in square ones. A year counts: of two columns with a level
 * only one can be meant. */
static char *
strip_heading (const char *heading)
{
  GString *bare = g_string_new (NULL);
  const char *at = heading + strspn (heading, " \t\n(");
  gsize n_digits = strspn (at, "0123456789");

  for (at = n_digits <= 2 ? at + n_digits : heading; *at != '\0'; at++)
    {
      const char *end = *at == '(' ? strchr (at, ')') : *at == '[' ? strchr (at, ']') : NULL;
      gboolean is_year = FALSE;

      for (const char *digit = at; end != NULL && digit < end; digit++)
        is_year = is_year || strspn (digit, "0123456789") >= 4;
      if (end != NULL && !is_year)
        at = end;
      else
        g_string_append_c (bare, *at);
    }
  return g_string_free (bare, FALSE);
}

/**
 * geoat_import_words_find_column:
 * @self: the words
 * @heading: the heading of a column
 *
 * Returns: what the column holds
 */
GeoatSourceColumn
geoat_import_words_find_column (GeoatImportWords *self, const char *heading)
{
  int kind = find (self->columns, heading, GEOAT_SOURCE_COLUMN_OTHER);
  g_autofree char *bare = NULL;

  if (kind != GEOAT_SOURCE_COLUMN_OTHER || strlen (heading) > MAX_LENGTH)
    return (GeoatSourceColumn) kind;
  bare = strip_heading (heading);
  return (GeoatSourceColumn) find (self->columns, bare, GEOAT_SOURCE_COLUMN_OTHER);
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
  return find (self->key_elements, text, -1);
}

/* Whether that may stand before the code of a key element: nothing, or "Key element". */
static gboolean
is_before_code (GeoatImportWords *self, const char *text, gsize length)
{
  g_autofree char *before = g_strndup (text, length);
  g_autofree char *normal = normalize (before);
  int kind;

  return *normal == '\0' ||
         (look_up (self->columns, normal, &kind) && kind == GEOAT_FIELD_KEY_ELEMENT);
}

/**
 * geoat_import_words_find_heading:
 * @self: the words
 * @text: a text: "1A: What we do for families", "Key element 1A", "Cross-cutting policies"
 *
 * Looks for a key element in a text that can only be a heading, and may name it in words of its own
 * behind its code. "1A.3 …" is the number of an indicator.
 *
 * Returns: the position of the key element; -1: none
 */
int
geoat_import_words_find_heading (GeoatImportWords *self, const char *text)
{
  int key_element = geoat_import_words_find_key_element (self, text);
  gsize at = 0;

  if (key_element >= 0 || strlen (text) > MAX_LENGTH)
    return key_element;
  while (text[at] != '\0')
    {
      gsize length = 0;
      g_autofree char *word = NULL;

      while (g_ascii_isalnum (text[at + length]))
        length++;
      if (length == 0)
        {
          at++;
          continue;
        }
      word = g_strndup (text + at, length);
      key_element = find (self->codes, word, -1);
      if (key_element >= 0)
        return is_before_code (self, text, at) &&
                       !(text[at + length] == '.' && g_ascii_isdigit (text[at + length + 1])) &&
                       (guchar) text[at + length] < 0x80
                   ? key_element
                   : -1;
      at += length;
    }
  return -1;
}

/* What stands behind the word for a principle and its number; NULL: the text does not begin so. */
static const char *
skip_principle (const char *text)
{
  for (gsize i = 0; i < G_N_ELEMENTS (principle_prefixes); i++)
    {
      const char *at = text;
      g_autofree char *word = NULL;
      g_autofree char *normal = NULL;

      while (g_unichar_isalpha (g_utf8_get_char (at)) || g_unichar_ismark (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      word = g_strndup (text, (gsize) (at - text));
      normal = normalize (word);
      while (g_unichar_isspace (g_utf8_get_char (at)))
        at = g_utf8_next_char (at);
      if (g_str_equal (normal, principle_prefixes[i]) && g_unichar_isdigit (g_utf8_get_char (at)))
        return g_utf8_next_char (at);
    }
  return NULL;
}

/**
 * geoat_import_words_is_principle:
 * @self: the words
 * @text: the only text of a row: "Principle 2", "Principe 2 : l'emploi", "2. Employment, …"
 * @doubtful: (out): it is named in other words than ours
 *
 * Returns: whether it is the heading of a principle, below which those of key elements follow
 */
gboolean
geoat_import_words_is_principle (GeoatImportWords *self, const char *text, gboolean *doubtful)
{
  const char *at = text + strspn (text, " \t\n");
  const char *rest = skip_principle (at);
  g_autofree char *normal = NULL;
  int meaning;

  *doubtful = FALSE;
  if (strlen (text) > MAX_LENGTH)
    return FALSE;
  normal = normalize (rest != NULL ? rest : at);
  if ((rest != NULL && *normal == '\0') || look_up (self->principles, normal, &meaning))
    return TRUE;
  /* "Principle 2 is known" is no heading, "Principle 2: staff" is one. */
  while (rest != NULL && g_unichar_isspace (g_utf8_get_char (rest)))
    rest = g_utf8_next_char (rest);
  *doubtful = rest != NULL && g_unichar_ispunct (g_utf8_get_char (rest));
  return *doubtful;
}

/* The number that a normalised text begins with; FALSE when it is no level. */
static gboolean
take_number (GeoatImportWords *self,
             const char *text,
             const char *normal,
             GeoatLevel *level,
             gboolean *doubtful)
{
  int digit = g_unichar_digit_value (g_utf8_get_char (normal));
  const char *rest = g_utf8_next_char (normal);
  int named;

  if (digit > GEOAT_LEVEL_MAX)
    return FALSE;
  if (g_unichar_isdigit (g_utf8_get_char (rest)))
    {
      /* Spreadsheets write 3 as 3.0 or 3.00 too, and 3,0 in many languages. */
      if (rest[strspn (rest, "0")] != '\0' ||
          (strstr (text, ".0") == NULL && strstr (text, ",0") == NULL))
        return FALSE;
      rest = "";
    }
  *level = (GeoatLevel) digit;
  *doubtful = *rest != '\0' && (!look_up (self->levels, rest, &named) || named != digit);
  return TRUE;
}

/* The number behind the word for a level, of a normalised text: "level2" is "2". */
static const char *
skip_prefix (const char *normal)
{
  for (gsize i = 0; i < G_N_ELEMENTS (level_prefixes); i++)
    {
      gsize length = strlen (level_prefixes[i]);

      if (g_str_has_prefix (normal, level_prefixes[i]) &&
          g_unichar_isdigit (g_utf8_get_char (normal + length)))
        return normal + length;
    }
  return normal;
}

/* Whether a normalised text is a name with its number behind it. */
static gboolean
ends_in_number (GeoatImportWords *self, const char *normal, int *named)
{
  gsize length = strlen (normal) - 1;
  g_autofree char *name = g_strndup (normal, length);

  return g_ascii_isdigit (normal[length]) && look_up (self->levels, name, named) &&
         g_ascii_digit_value (normal[length]) == *named;
}

/**
 * geoat_import_words_find_level:
 * @self: the words
 * @text: what stands in the cell: a number, a name, both, or nothing
 * @level: (out): the level
 * @doubtful: (out): number and name do not agree, or something else stands behind the number: the
 *   number counts
 *
 * Returns: whether it can be told
 */
gboolean
geoat_import_words_find_level (GeoatImportWords *self,
                               const char *text,
                               GeoatLevel *level,
                               gboolean *doubtful)
{
  g_autofree char *normal = NULL;
  const char *number;
  int named;

  *doubtful = FALSE;
  *level = GEOAT_LEVEL_NOT_ASSESSED;
  /* "#N/A" is what a formula says that finds nothing. */
  if (strlen (text) > MAX_LENGTH || (text[0] == '-' && g_ascii_isdigit (text[1])) || text[0] == '#')
    return FALSE;

  normal = normalize (text);
  if (*normal == '\0') /* a dash says the same as nothing */
    return TRUE;
  number = skip_prefix (normal);
  if (g_unichar_isdigit (g_utf8_get_char (number)))
    return take_number (self, text, number, level, doubtful);

  /* "N/A Not applicable" */
  if (!look_up (self->levels, normal, &named) && !ends_in_number (self, normal, &named) &&
      !(g_str_has_prefix (normal, "na") && look_up (self->levels, normal + 2, &named) &&
        named == GEOAT_LEVEL_NOT_APPLICABLE))
    return FALSE;
  *level = (GeoatLevel) named;
  return TRUE;
}

/* How many bytes of a sign that may stand between a level and its reason are at @at; 0: none. A
 * hyphen is one only beside a blank. */
static gsize
get_separator (const char *text, const char *at)
{
  gunichar c = g_utf8_get_char (at);

  if (c == '-' && !(at > text && g_ascii_isspace (at[-1])) && !g_ascii_isspace (at[1]))
    return 0;
  return c < 0x80 ? strchr ("-:;,(\n", (int) c) != NULL : 3 * (c == 0x2013 || c == 0x2014);
}

/* Whether a text can be the reason of a level: it says something, and is neither a level nor a
 * number. */
static gboolean
is_reason (GeoatImportWords *self, const char *text)
{
  g_autofree char *normal = normalize (text);
  int named;

  return *normal != '\0' && !g_unichar_isdigit (g_utf8_get_char (normal)) &&
         !look_up (self->levels, normal, &named);
}

/**
 * geoat_import_words_find_reason:
 * @self: the words
 * @text: what stands in the cell of a level: "N/A – we have no ports", "3 (since May)"
 * @level: (out): the level
 *
 * Looks for a level with a reason behind it. Of "2 – Beginning implementation: new" all that says
 * the level belongs to it.
 *
 * Returns: (transfer full) (nullable): the reason; %NULL, and @level is not set: it is not that
 */
char *
geoat_import_words_find_reason (GeoatImportWords *self, const char *text, GeoatLevel *level)
{
  g_autofree char *reason = NULL;

  for (const char *at = text; *at != '\0' && at - text <= MAX_LENGTH; at = g_utf8_next_char (at))
    {
      gsize length = get_separator (text, at);
      g_autofree char *head = g_strndup (text, length > 0 ? (gsize) (at - text) : 0);
      GeoatLevel found;
      gboolean doubtful;

      if (length == 0 || !geoat_import_words_find_level (self, head, &found, &doubtful) ||
          doubtful || found == GEOAT_LEVEL_NOT_ASSESSED || !is_reason (self, at + length))
        continue;
      *level = found;
      g_free (reason);
      reason = g_strstrip (g_strdup (at + length));
      if (*at == '(' && g_str_has_suffix (reason, ")"))
        reason[strlen (reason) - 1] = '\0';
    }
  return g_steal_pointer (&reason);
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
  int found = find (self->statuses, text, -1);

  if (found < 0)
    return FALSE;
  *status = (GeoatStatus) found;
  return TRUE;
}
