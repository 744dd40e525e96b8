/* SPDX-License-Identifier: GPL-3.0-or-later */

/* What the characters of fonts of pictures are called elsewhere.
 *
 * How it works: such fonts have their characters at the places of letters, from 0x20 to 0xff, or at
 * the same places of the private use area, from U+F020. Symbol is the Greek alphabet and signs of
 * mathematics, by its published encoding; of the fonts of pictures those that people tick, count,
 * point and list with. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include "geoat-symbols.h"

#include <string.h>

typedef struct
{
  guint8 code;
  const char *text;
} Symbol;

/* From 0x20 on, each one character; a space where there is nothing. */
static const char symbol_low[] =
    " !∀#∃%&∋()∗+,−./"
    "0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";
/* From 0xa0 on. */
static const char symbol_high[] = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓"
                                  "◊〈®©™∑⎛⎜⎝⎡⎢⎣⎧⎨⎩⎪ 〉∫⌠⎮⌡⎞⎟⎠⎤⎥⎦⎫⎬⎭";

static const Symbol wingdings[] = {
  { 0x22, "✂" }, { 0x28, "☎" }, { 0x2a, "✉" }, { 0x36, "⌛" }, { 0x3f, "✍" }, { 0x41, "✌" },
  { 0x43, "👍" }, { 0x44, "👎" }, { 0x45, "☜" }, { 0x46, "☞" }, { 0x47, "☝" }, { 0x48, "☟" },
  { 0x4a, "☺" }, { 0x4b, "😐" }, { 0x4c, "☹" }, { 0x4f, "⚐" }, { 0x6c, "●" }, { 0x6e, "■" },
  { 0x6f, "☐" }, { 0x70, "☐" }, { 0x71, "☐" }, { 0x72, "☐" }, { 0x73, "⬧" }, { 0x74, "⧫" },
  { 0x75, "◆" }, { 0x76, "❖" }, { 0x77, "⬥" }, { 0x78, "☒" }, { 0x80, "⓪" }, { 0x81, "①" },
  { 0x82, "②" }, { 0x83, "③" }, { 0x84, "④" }, { 0x85, "⑤" }, { 0x86, "⑥" }, { 0x87, "⑦" },
  { 0x88, "⑧" }, { 0x89, "⑨" }, { 0x8a, "⑩" }, { 0x8b, "⓿" }, { 0x8c, "❶" }, { 0x8d, "❷" },
  { 0x8e, "❸" }, { 0x8f, "❹" }, { 0x90, "❺" }, { 0x91, "❻" }, { 0x92, "❼" }, { 0x93, "❽" },
  { 0x94, "❾" }, { 0x95, "❿" }, { 0x9e, "·" }, { 0x9f, "•" }, { 0xa0, "▪" }, { 0xa1, "○" },
  { 0xa4, "◉" }, { 0xa7, "▪" }, { 0xa8, "☐" }, { 0xab, "★" }, { 0xb2, "⟡" }, { 0xd5, "⌫" },
  { 0xd6, "⌦" }, { 0xd8, "➢" }, { 0xdc, "➲" }, { 0xdf, "←" }, { 0xe0, "→" }, { 0xe1, "↑" },
  { 0xe2, "↓" }, { 0xe7, "⇐" }, { 0xe8, "⇒" }, { 0xe9, "⇑" }, { 0xea, "⇓" }, { 0xef, "⇦" },
  { 0xf0, "⇨" }, { 0xf1, "⇧" }, { 0xf2, "⇩" }, { 0xf3, "⇔" }, { 0xfb, "✗" }, { 0xfc, "✓" },
  { 0xfd, "☒" }, { 0xfe, "☑" },
};
static const Symbol wingdings_2[] = {
  { 0x4f, "✗" }, { 0x50, "✓" }, { 0x51, "☒" }, { 0x52, "☑" }, { 0x53, "☒" }, { 0x54, "☒" },
  { 0x69, "⓪" }, { 0x6a, "①" }, { 0x6b, "②" }, { 0x6c, "③" }, { 0x6d, "④" }, { 0x6e, "⑤" },
  { 0x6f, "⑥" }, { 0x70, "⑦" }, { 0x71, "⑧" }, { 0x72, "⑨" }, { 0x73, "⑩" }, { 0x75, "⓿" },
  { 0x76, "❶" }, { 0x77, "❷" }, { 0x78, "❸" }, { 0x79, "❹" }, { 0x7a, "❺" }, { 0x95, "·" },
  { 0x96, "•" }, { 0x97, "●" }, { 0x98, "●" }, { 0x99, "◉" }, { 0x9a, "○" }, { 0x9e, "▪" },
  { 0xa0, "■" }, { 0xa3, "☐" }, { 0xae, "◆" }, { 0xea, "★" },
};
static const Symbol wingdings_3[] = {
  { 0x66, "←" }, { 0x67, "→" }, { 0x68, "↑" }, { 0x69, "↓" }, { 0x70, "▲" },
  { 0x71, "▼" }, { 0x74, "◀" }, { 0x75, "▶" }, { 0x7d, "▶" }, { 0x84, "◀" },
};
static const Symbol webdings[] = {
  { 0x33, "◀" }, { 0x34, "▶" }, { 0x35, "▲" }, { 0x36, "▼" }, { 0x3d, "●" }, { 0x61, "✔" },
  { 0x63, "☐" }, { 0x67, "■" }, { 0x6e, "●" }, { 0x72, "✖" }, { 0x69, "ℹ" }, { 0x73, "?" },
};

static const struct
{
  const char *font; /* the beginning of its name, without case */
  const Symbol *symbols;
  gsize n;
} fonts[] = {
  { "wingdings 2", wingdings_2, G_N_ELEMENTS (wingdings_2) },
  { "wingdings 3", wingdings_3, G_N_ELEMENTS (wingdings_3) },
  { "wingdings", wingdings, G_N_ELEMENTS (wingdings) },
  { "webdings", webdings, G_N_ELEMENTS (webdings) },
  { "marlett", NULL, 0 },
};

static gboolean
begins_with (const char *font, const char *name)
{
  return font != NULL && g_ascii_strncasecmp (font, name, strlen (name)) == 0;
}

/* A character of a row of them, which is kept. */
static const char *
get_nth (const char *row, guint n)
{
  char text[7] = "";

  if ((glong) n >= g_utf8_strlen (row, -1))
    return NULL;
  g_unichar_to_utf8 (g_utf8_get_char (g_utf8_offset_to_pointer (row, n)), text);
  return g_intern_string (text);
}

static const char *
find_in_symbol (guint code)
{
  if (code >= 0xa0)
    return get_nth (symbol_high, code - 0xa0);
  return code >= 0x20 ? get_nth (symbol_low, code - 0x20) : NULL;
}

/**
 * geoat_symbols_is_font:
 * @font: (nullable): the name of a font
 *
 * Returns: whether what is written in it is no text
 */
gboolean
geoat_symbols_is_font (const char *font)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fonts); i++)
    if (begins_with (font, fonts[i].font))
      return TRUE;
  return font != NULL && g_ascii_strcasecmp (font, "symbol") == 0;
}

/**
 * geoat_symbols_find:
 * @font: (nullable): the name of a font; %NULL or another one: nobody knows, as in what comes out
 * of a PDF file
 * @code: the place of a character in it, from 0x20 to 0xff
 *
 * Returns: what it is; %NULL: it has no name elsewhere
 */
const char *
geoat_symbols_find (const char *font, guint code)
{
  for (gsize i = 0; i < G_N_ELEMENTS (fonts); i++)
    if (begins_with (font, fonts[i].font))
      {
        for (gsize j = 0; j < fonts[i].n; j++)
          if (fonts[i].symbols[j].code == code)
            return fonts[i].symbols[j].text;
        return code == 0x20 ? " " : NULL;
      }
  /* Bullets and boxes of Wingdings first, which Symbol has letters or fences for. */
  if (font == NULL || g_ascii_strcasecmp (font, "symbol") != 0)
    for (gsize i = 0; code != 0xb7 && code != 0xb3 && code != 0xa3 && i < G_N_ELEMENTS (wingdings);
         i++)
      if (wingdings[i].code == code)
        return wingdings[i].text;
  return find_in_symbol (code);
}

static const char *const raised[] = { "⁰", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹" };
static const char *const lowered[] = { "₀", "₁", "₂", "₃", "₄", "₅", "₆", "₇", "₈", "₉" };

/**
 * geoat_symbols_raise:
 * @c: a character
 *
 * Returns: it as a superscript; %NULL: it says the same on the line, like the letters of "1st"
 */
const char *
geoat_symbols_raise (gunichar c)
{
  if (c < 0x80 && g_ascii_isdigit ((char) c))
    return raised[c - '0'];
  return c == '-' || c == 0x2212 ? "⁻" : c == '+' ? "⁺" : NULL;
}

/**
 * geoat_symbols_lower:
 * @c: a character
 *
 * Returns: it as a subscript; %NULL: it says the same on the line
 */
const char *
geoat_symbols_lower (gunichar c)
{
  return c < 0x80 && g_ascii_isdigit ((char) c) ? lowered[c - '0'] : NULL;
}
