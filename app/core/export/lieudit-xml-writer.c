/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/lieudit-xml-writer.h"

#include <string.h>

#include "export/lieudit-place-json.h"

/**
 * lieudit_xml_writer_init:
 * @self: a writer
 * @pretty: whether to indent
 *
 * Begins a document.
 */
void
lieudit_xml_writer_init (LieuditXmlWriter *self,
                         gboolean          pretty)
{
  self->buffer = xmlBufferCreate ();
  self->writer = xmlNewTextWriterMemory (self->buffer, 0);
  xmlTextWriterSetIndent (self->writer, pretty);
  xmlTextWriterStartDocument (self->writer, "1.0", "UTF-8", NULL);
}

/**
 * lieudit_xml_writer_finish:
 * @self: a writer, of no further use
 *
 * Returns: (transfer full): the document
 */
GBytes *
lieudit_xml_writer_finish (LieuditXmlWriter *self)
{
  GBytes *bytes;

  xmlTextWriterEndDocument (self->writer);
  xmlFreeTextWriter (self->writer);
  bytes = g_bytes_new (xmlBufferContent (self->buffer), (gsize) xmlBufferLength (self->buffer));
  xmlBufferFree (self->buffer);

  return bytes;
}

/* lieudit_xml_writer_begin: begins an element. */
void
lieudit_xml_writer_begin (LieuditXmlWriter *self,
                          const char       *name)
{
  xmlTextWriterStartElement (self->writer, (const xmlChar *) name);
}

/* lieudit_xml_writer_end: ends the element that was begun last. */
void
lieudit_xml_writer_end (LieuditXmlWriter *self)
{
  xmlTextWriterEndElement (self->writer);
}

static char *
drop_controls (const char *text,
               gssize      length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);
  GString *clean = g_string_new (NULL);

  for (const char *next = valid; *next != '\0'; next = g_utf8_next_char (next))
    {
      gunichar character = g_utf8_get_char (next);

      if ((character >= 0x20 || character == '\t' || character == '\n' || character == '\r') && character != 0xFFFE &&
          character != 0xFFFF)
        g_string_append_unichar (clean, character);
    }

  return g_string_free (clean, FALSE);
}

/* lieudit_xml_writer_attribute: writes an attribute, unless it is %NULL. */
void
lieudit_xml_writer_attribute (LieuditXmlWriter *self,
                              const char       *name,
                              const char       *value)
{
  g_autofree char *clean = value != NULL ? drop_controls (value, -1) : NULL;

  if (clean != NULL)
    xmlTextWriterWriteAttribute (self->writer, (const xmlChar *) name, (const xmlChar *) clean);
}

/* lieudit_xml_writer_degrees: writes a coordinate as an attribute. */
void
lieudit_xml_writer_degrees (LieuditXmlWriter *self,
                            const char       *name,
                            double            degrees)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  lieudit_xml_writer_attribute (self, name, g_ascii_formatd (buffer, sizeof buffer, "%.5f", degrees));
}

/* lieudit_xml_writer_text: writes text. */
void
lieudit_xml_writer_text (LieuditXmlWriter *self,
                         const char       *text,
                         gssize            length)
{
  g_autofree char *clean = drop_controls (text, length);

  xmlTextWriterWriteString (self->writer, (const xmlChar *) clean);
}

/* lieudit_xml_writer_element: writes an element with text, unless it is %NULL or empty. */
void
lieudit_xml_writer_element (LieuditXmlWriter *self,
                            const char       *name,
                            const char       *text)
{
  if (text == NULL || *text == '\0')
    return;

  lieudit_xml_writer_begin (self, name);
  lieudit_xml_writer_text (self, text, -1);
  lieudit_xml_writer_end (self);
}

/**
 * lieudit_export_dup_attribution:
 * @what: an export
 *
 * Returns: (transfer full): whose data the places are, a sentence a source
 */
char *
lieudit_export_dup_attribution (const LieuditExport *what)
{
  g_auto(GStrv) attribution = lieudit_gazetteer_dup_attribution (what->gazetteer);

  return g_strjoinv ("; ", attribution);
}

/**
 * lieudit_export_dup_sentences:
 * @what: an export
 * @found: a place
 * @separator: what to put between sentences
 *
 * Returns: (transfer full): the sentences that name the place, each once
 */
char *
lieudit_export_dup_sentences (const LieuditExport *what,
                              LieuditFoundPlace   *found,
                              const char          *separator)
{
  GListModel *mentions = lieudit_found_place_get_mentions (found);
  GString *sentences = g_string_new (NULL);
  gsize last_start = G_MAXSIZE;

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);
      LieuditTextRange range = lieudit_analysis_get_sentence (what->analysis, mention);
      g_autofree char *sentence = NULL;

      if (range.start == last_start)
        continue;

      sentence = lieudit_analysis_dup_sentence (what->analysis, mention, NULL, NULL);
      g_string_append_printf (sentences, "%s%s", sentences->len > 0 ? separator : "", sentence);
      last_start = range.start;
    }

  return g_string_free (sentences, FALSE);
}
