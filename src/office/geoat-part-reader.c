/* SPDX-License-Identifier: GPL-3.0-or-later */

/* Reading the XML of a part of an Office package. Elements and attributes are told by their local
 * names: strict and transitional documents differ in their namespaces only.
 *
 * A part is hostile until proven otherwise: a document type, which is where entities are declared,
 * is refused, and nothing is ever loaded. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include "geoat-part-reader.h"

/**
 * geoat_part_get_attribute:
 * @xml: what is read
 * @name: a local name
 *
 * Returns: (transfer full) (nullable): the attribute of the present element; %NULL: there is none
 */
char *
geoat_part_get_attribute (xmlTextReaderPtr xml, const char *name)
{
  char *value = NULL;

  while (xmlTextReaderMoveToNextAttribute (xml) == 1)
    if (value == NULL && g_str_equal ((const char *) xmlTextReaderConstLocalName (xml), name))
      value = g_strdup ((const char *) xmlTextReaderConstValue (xml));
  xmlTextReaderMoveToElement (xml);
  return value;
}

/**
 * geoat_part_get_int:
 * @xml: what is read
 * @name: a local name
 * @otherwise: what to return when there is no such number from 0
 *
 * Returns: the attribute of the present element
 */
int
geoat_part_get_int (xmlTextReaderPtr xml, const char *name, int otherwise)
{
  g_autofree char *value = geoat_part_get_attribute (xml, name);
  guint64 number;

  return value != NULL && g_ascii_string_to_unsigned (value, 10, 0, G_MAXINT, &number, NULL)
             ? (int) number
             : otherwise;
}

/**
 * geoat_part_is_on:
 * @xml: what is read
 *
 * Returns: whether the present element of WordprocessingML, which switches something, does so
 */
gboolean
geoat_part_is_on (xmlTextReaderPtr xml)
{
  static const char *const off[] = { "0", "false", "off", NULL };
  g_autofree char *value = geoat_part_get_attribute (xml, "val");

  return value == NULL || !g_strv_contains (off, value);
}

/**
 * geoat_part_read:
 * @part: the bytes of a part
 * @element: for the beginning and the end of each element; returns whether to go on
 * @text: (nullable): for text
 * @data: for both
 * @cancellable: (nullable): to stop it
 *
 * Reads a part as a stream.
 *
 * Returns: %FALSE when it is not what it should be, @element did not go on, or it was stopped
 */
gboolean
geoat_part_read (GBytes *part,
                 GeoatPartElementFunc element,
                 GeoatPartTextFunc text,
                 gpointer data,
                 GCancellable *cancellable)
{
  gsize length;
  const char *bytes = g_bytes_get_data (part, &length);
  xmlTextReaderPtr xml = xmlReaderForMemory (
      bytes, (int) length, NULL, NULL, XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING);
  int status = xml != NULL ? xmlTextReaderRead (xml) : -1;

  while (status == 1)
    {
      int type = xmlTextReaderNodeType (xml);

      if (type == XML_READER_TYPE_DOCUMENT_TYPE || g_cancellable_is_cancelled (cancellable))
        {
          status = -1;
          break;
        }
      if (type == XML_READER_TYPE_ELEMENT || type == XML_READER_TYPE_END_ELEMENT)
        {
          const char *name = (const char *) xmlTextReaderConstLocalName (xml);
          gboolean begins = type == XML_READER_TYPE_ELEMENT;
          gboolean empty = begins && xmlTextReaderIsEmptyElement (xml) == 1;

          if (!element (xml, name, begins, data) || (empty && !element (xml, name, FALSE, data)))
            {
              status = -1;
              break;
            }
        }
      else if (text != NULL && (type == XML_READER_TYPE_TEXT || type == XML_READER_TYPE_CDATA ||
                                type == XML_READER_TYPE_WHITESPACE ||
                                type == XML_READER_TYPE_SIGNIFICANT_WHITESPACE))
        text ((const char *) xmlTextReaderConstValue (xml), data);
      status = xmlTextReaderRead (xml);
    }
  if (xml != NULL)
    xmlFreeTextReader (xml);
  return status == 0;
}
