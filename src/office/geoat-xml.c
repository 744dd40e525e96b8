/* SPDX-License-Identifier: GPL-3.0-or-later */

/* XML in memory, written by libxml2, which knows what must be escaped where.
 *
 * Characters that XML 1.0 cannot express, not even escaped (control characters, U+FFFE, U+FFFF),
 * become U+FFFD, the replacement character: the reader sees that something stood there. */

#define G_LOG_DOMAIN "geoat-office"

#include "config.h"

#include "geoat-xml.h"

#include <libxml/xmlwriter.h>
#include <stdarg.h>
#include <string.h>

#define REPLACEMENT "\xef\xbf\xbd"

struct _GeoatXml
{
  xmlTextWriterPtr writer;
  GByteArray *bytes;
};

static int
write_cb (void *data, const char *buffer, int length)
{
  GByteArray *bytes = data;

  g_byte_array_append (bytes, (const guint8 *) buffer, (guint) length);
  return length;
}

static int
close_cb (void *data)
{
  return 0;
}

/**
 * geoat_xml_new:
 *
 * Returns: (transfer full): an XML document that has but its declaration
 */
GeoatXml *
geoat_xml_new (void)
{
  GeoatXml *self = g_new0 (GeoatXml, 1);

  self->bytes = g_byte_array_new ();
  self->writer = xmlNewTextWriter (xmlOutputBufferCreateIO (write_cb, close_cb, self->bytes, NULL));
  xmlTextWriterStartDocument (self->writer, "1.0", "UTF-8", "yes");
  return self;
}

void
geoat_xml_free (GeoatXml *self)
{
  g_clear_pointer (&self->writer, xmlFreeTextWriter);
  g_byte_array_unref (self->bytes);
  g_free (self);
}

static gboolean
is_expressible (gunichar c)
{
  return c == '\t' || c == '\n' || c == '\r' || (c >= 0x20 && c != 0xfffe && c != 0xffff);
}

/* The text with what XML cannot express replaced; NULL when it can express all of it. */
static char *
replace_inexpressible (const char *text, gsize length)
{
  const char *end = text + length;
  const char *at = text;
  GString *other;

  while (at < end && is_expressible (g_utf8_get_char (at)))
    at = g_utf8_next_char (at);
  if (at == end)
    return NULL;

  other = g_string_new_len (text, at - text);
  for (; at < end; at = g_utf8_next_char (at))
    {
      if (is_expressible (g_utf8_get_char (at)))
        g_string_append_len (other, at, g_utf8_next_char (at) - at);
      else
        g_string_append (other, REPLACEMENT);
    }
  return g_string_free (other, FALSE);
}

static void
open_element (GeoatXml *self, const char *name, va_list attributes)
{
  const char *attribute;

  xmlTextWriterStartElement (self->writer, BAD_CAST name);
  while ((attribute = va_arg (attributes, const char *)) != NULL)
    {
      const char *value = va_arg (attributes, const char *);
      g_autofree char *other = replace_inexpressible (value, strlen (value));

      xmlTextWriterWriteAttribute (self->writer, BAD_CAST attribute,
                                   BAD_CAST (other ? other : value));
    }
}

/**
 * geoat_xml_open:
 * @self: the document
 * @name: the name of the element
 * @...: its attributes: pairs of name and value, %NULL at the end
 *
 * Begins an element, to be ended with geoat_xml_close().
 */
void
geoat_xml_open (GeoatXml *self, const char *name, ...)
{
  va_list attributes;

  va_start (attributes, name);
  open_element (self, name, attributes);
  va_end (attributes);
}

/**
 * geoat_xml_empty:
 * @self: the document
 * @name: the name of the element
 * @...: its attributes: pairs of name and value, %NULL at the end
 *
 * Writes an element without content.
 */
void
geoat_xml_empty (GeoatXml *self, const char *name, ...)
{
  va_list attributes;

  va_start (attributes, name);
  open_element (self, name, attributes);
  va_end (attributes);
  xmlTextWriterEndElement (self->writer);
}

/**
 * geoat_xml_close:
 * @self: the document
 *
 * Ends the element that was begun last.
 */
void
geoat_xml_close (GeoatXml *self)
{
  xmlTextWriterEndElement (self->writer);
}

/**
 * geoat_xml_text:
 * @self: the document
 * @text: UTF-8 text
 * @length: how much of it, in bytes; -1: all
 *
 * Writes text into the present element.
 */
void
geoat_xml_text (GeoatXml *self, const char *text, gssize length)
{
  gsize n = length < 0 ? strlen (text) : (gsize) length;
  g_autofree char *other = replace_inexpressible (text, n);
  g_autofree char *part = NULL;

  if (other == NULL && text[n] != '\0')
    part = g_strndup (text, n);
  xmlTextWriterWriteString (self->writer, BAD_CAST (other ? other : part ? part : text));
}

/**
 * geoat_xml_finish:
 * @self: the document
 *
 * Ends the document.
 *
 * Returns: (transfer full): its bytes
 */
GBytes *
geoat_xml_finish (GeoatXml *self)
{
  xmlTextWriterEndDocument (self->writer);
  g_clear_pointer (&self->writer, xmlFreeTextWriter); /* flushes */
  return g_bytes_new (self->bytes->data, self->bytes->len);
}
