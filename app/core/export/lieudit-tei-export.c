/* SPDX-License-Identifier: GPL-3.0-or-later */
/* TEI P5: the text in paragraphs with its place names, and a list of the places. */
#include "config.h"

#include "export/lieudit-xml-writer.h"

#include <string.h>

#include "session/lieudit-tei-record.h"

typedef struct {
  const LieuditExport *what;
  LieuditXmlWriter     xml;
  GHashTable          *ids; /* LieuditPlace id -> xml:id */
} Writer;

static const char *
ensure_id (Writer       *self,
           LieuditPlace *place)
{
  const char *place_id = lieudit_place_get_id (place);
  char *id = g_hash_table_lookup (self->ids, place_id);

  if (id == NULL)
    {
      id = g_strdup_printf ("place%u", g_hash_table_size (self->ids) + 1);
      g_hash_table_insert (self->ids, g_strdup (place_id), id);
    }

  return id;
}

/* Readers of XML refuse texts of more than ten megabytes in one piece; in bytes. */
#define RECORD_PART (1024 * 1024)

static gsize
measure_part (const char *text,
              gsize       length)
{
  gsize part = MIN (length, RECORD_PART);

  /* No character is cut. */
  while (part < length && ((guchar) text[part] & 0xC0) == 0x80)
    part--;

  return part;
}

/* All that a session has, for this program: TEI has no words for some of it. */
static void
write_record (Writer *self)
{
  LieuditExport what = *self->what;
  g_autoptr(GBytes) record = NULL;
  const char *text;
  gsize length;

  what.pretty = FALSE;
  record = lieudit_export_annotation (&what, NULL);
  text = g_bytes_get_data (record, &length);
  lieudit_xml_writer_begin (&self->xml, "xenoData");
  lieudit_xml_writer_begin (&self->xml, "record");
  lieudit_xml_writer_attribute (&self->xml, "xmlns", "https://lieudit.org/ns/session#");
  while (length > 0)
    {
      gsize part = measure_part (text, length);

      lieudit_xml_writer_begin (&self->xml, "part");
      lieudit_xml_writer_text (&self->xml, text, (gssize) part);
      lieudit_xml_writer_end (&self->xml);
      text += part;
      length -= part;
    }
  lieudit_xml_writer_end (&self->xml);
  lieudit_xml_writer_end (&self->xml);
}

static void
write_header (Writer *self)
{
  LieuditArticle *article = lieudit_analysis_get_article (self->what->analysis);
  LieuditArticleOutline *outline = lieudit_article_get_outline (article);
  const char *title = lieudit_article_get_title (article);
  const char *source = lieudit_article_get_source (article);
  const char *author = outline != NULL ? lieudit_article_outline_get_author (outline) : NULL;
  const char *publisher = outline != NULL ? lieudit_article_outline_get_publisher (outline) : NULL;
  g_autofree char *attribution = lieudit_export_dup_attribution (self->what);

  lieudit_xml_writer_begin (&self->xml, "teiHeader");
  lieudit_xml_writer_begin (&self->xml, "fileDesc");
  lieudit_xml_writer_begin (&self->xml, "titleStmt");
  lieudit_xml_writer_element (&self->xml, "title", title != NULL ? title : self->what->id != NULL ? self->what->id : "?");
  lieudit_xml_writer_element (&self->xml, "author", author);
  lieudit_xml_writer_end (&self->xml);
  lieudit_xml_writer_begin (&self->xml, "publicationStmt");
  lieudit_xml_writer_element (&self->xml, "publisher", publisher != NULL ? publisher : "Lieudit " LIEUDIT_VERSION);
  if (lieudit_article_get_date (article) != NULL)
    {
      lieudit_xml_writer_begin (&self->xml, "date");
      lieudit_xml_writer_attribute (&self->xml, "when", lieudit_article_get_date (article));
      lieudit_xml_writer_end (&self->xml);
    }
  lieudit_xml_writer_begin (&self->xml, "availability");
  lieudit_xml_writer_element (&self->xml, "p", attribution);
  lieudit_xml_writer_end (&self->xml);
  lieudit_xml_writer_end (&self->xml);
  if (self->what->filter != NULL)
    {
      lieudit_xml_writer_begin (&self->xml, "notesStmt");
      lieudit_xml_writer_element (&self->xml, "note", self->what->filter);
      lieudit_xml_writer_end (&self->xml);
    }
  lieudit_xml_writer_begin (&self->xml, "sourceDesc");
  lieudit_xml_writer_element (&self->xml, "p", source != NULL && *source != '\0' ? source : "-");
  lieudit_xml_writer_end (&self->xml);
  lieudit_xml_writer_end (&self->xml);
  lieudit_xml_writer_begin (&self->xml, "profileDesc");
  lieudit_xml_writer_begin (&self->xml, "langUsage");
  lieudit_xml_writer_begin (&self->xml, "language");
  lieudit_xml_writer_attribute (&self->xml, "ident", lieudit_language_to_tag (lieudit_analysis_get_language (self->what->analysis)));
  lieudit_xml_writer_end (&self->xml);
  lieudit_xml_writer_end (&self->xml);
  lieudit_xml_writer_end (&self->xml);
  write_record (self);
  lieudit_xml_writer_end (&self->xml);
}

static void
write_mention (Writer         *self,
               LieuditMention *mention)
{
  LieuditPlace *place = lieudit_mention_get_place (mention);
  LieuditMentionStatus status = lieudit_mention_get_status (mention);
  double confidence = lieudit_mention_get_confidence (mention);

  lieudit_xml_writer_begin (&self->xml, "placeName");
  if (place != NULL)
    {
      g_autofree char *reference = g_strconcat ("#", ensure_id (self, place), NULL);

      lieudit_xml_writer_attribute (&self->xml, "ref", reference);
      lieudit_xml_writer_attribute (&self->xml, "cert", confidence >= 0.8 ? "high" : confidence >= 0.5 ? "medium" : "low");
    }
  lieudit_xml_writer_attribute (&self->xml, "type", lieudit_mention_kind_to_nick (lieudit_mention_get_kind (mention)));
  if (status != LIEUDIT_MENTION_UNCHECKED)
    lieudit_xml_writer_attribute (&self->xml, "resp",
                                  status == LIEUDIT_MENTION_CONFIRMED ? "#confirmed" : "#corrected");
  lieudit_xml_writer_text (&self->xml, lieudit_mention_get_text (mention), -1);
  lieudit_xml_writer_end (&self->xml);
}

/* Mentions come in order and never overlap. */
static void
write_paragraph (Writer     *self,
                 const char *text,
                 gsize       start,
                 gsize       end,
                 guint      *next_mention)
{
  GListModel *mentions = lieudit_analysis_get_mentions (self->what->analysis);
  gsize position = start;

  lieudit_xml_writer_begin (&self->xml, "p");
  for (; *next_mention < g_list_model_get_n_items (mentions); (*next_mention)++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, *next_mention);
      gsize mention_start = lieudit_mention_get_start (mention);

      if (mention_start >= end)
        break;
      if (mention_start < position)
        continue;
      lieudit_xml_writer_text (&self->xml, text + position, (gssize) (mention_start - position));
      write_mention (self, mention);
      position = lieudit_mention_get_end (mention);
    }
  if (position < end)
    lieudit_xml_writer_text (&self->xml, text + position, (gssize) (end - position));
  lieudit_xml_writer_end (&self->xml);
}

static void
write_text (Writer *self)
{
  const char *text = lieudit_article_get_text (lieudit_analysis_get_article (self->what->analysis));
  const char *start = text;
  guint next_mention = 0;

  lieudit_xml_writer_begin (&self->xml, "text");
  lieudit_xml_writer_begin (&self->xml, "body");
  while (*start != '\0')
    {
      const char *end = strstr (start, "\n\n");

      if (end == NULL)
        end = start + strlen (start);
      write_paragraph (self, text, (gsize) (start - text), (gsize) (end - text), &next_mention);
      start = end + strspn (end, "\n");
    }
  lieudit_xml_writer_end (&self->xml);
  lieudit_xml_writer_end (&self->xml);
}

static void
write_place (Writer            *self,
             LieuditFoundPlace *found)
{
  LieuditPlace *place = lieudit_found_place_get_place (found);
  char latitude[G_ASCII_DTOSTR_BUF_SIZE];
  char longitude[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *geo =
    g_strdup_printf ("%s %s", g_ascii_formatd (latitude, sizeof latitude, "%.5f", lieudit_place_get_latitude (place)),
                     g_ascii_formatd (longitude, sizeof longitude, "%.5f", lieudit_place_get_longitude (place)));

  lieudit_xml_writer_begin (&self->xml, "place");
  lieudit_xml_writer_attribute (&self->xml, "xml:id", ensure_id (self, place));
  lieudit_xml_writer_element (&self->xml, "placeName", lieudit_found_place_get_name (found));
  if (lieudit_place_get_country_code (place) != NULL && *lieudit_place_get_country_code (place) != '\0')
    {
      lieudit_xml_writer_begin (&self->xml, "country");
      lieudit_xml_writer_attribute (&self->xml, "key", lieudit_place_get_country_code (place));
      lieudit_xml_writer_end (&self->xml);
    }
  lieudit_xml_writer_begin (&self->xml, "location");
  lieudit_xml_writer_element (&self->xml, "geo", geo);
  lieudit_xml_writer_end (&self->xml);
  lieudit_xml_writer_begin (&self->xml, "idno");
  lieudit_xml_writer_attribute (&self->xml, "type", "lieudit");
  lieudit_xml_writer_text (&self->xml, lieudit_place_get_id (place), -1);
  lieudit_xml_writer_end (&self->xml);
  lieudit_xml_writer_end (&self->xml);
}

static void
write_places (Writer *self)
{
  GListModel *places = lieudit_analysis_get_places (self->what->analysis);

  lieudit_xml_writer_begin (&self->xml, "standOff");
  if (g_list_model_get_n_items (places) > 0)
    lieudit_xml_writer_begin (&self->xml, "listPlace");
  else
    lieudit_xml_writer_element (&self->xml, "note", "-");
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr(LieuditFoundPlace) found = g_list_model_get_item (places, i);

      write_place (self, found);
    }
  if (g_list_model_get_n_items (places) > 0)
    lieudit_xml_writer_end (&self->xml);
  lieudit_xml_writer_end (&self->xml);
}

/* Behind the declaration, where it is found among the first bytes. */
static GBytes *
insert_record_instruction (GBytes *document)
{
  gsize length;
  const char *text = g_bytes_get_data (document, &length);
  g_autofree char *digest = lieudit_tei_record_digest (text, length);
  const char *root = g_strstr_len (text, (gssize) length, "<TEI");
  GString *whole = g_string_sized_new (length + 128);

  g_string_append_len (whole, text, root - text);
  g_string_append_printf (whole, "<?" LIEUDIT_TEI_RECORD " sha256=\"%s\"?>\n", digest);
  g_string_append_len (whole, root, (gssize) length - (root - text));

  return g_string_free_to_bytes (whole);
}

/**
 * lieudit_export_tei:
 * @what: what to export
 * @error: return location for an error
 *
 * Returns: (transfer full): a TEI document
 */
GBytes *
lieudit_export_tei (const LieuditExport  *what,
                    GError              **error)
{
  g_autoptr(GHashTable) ids = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr(GBytes) document = NULL;
  Writer writer = { .what = what, .ids = ids };

  /* White space counts in a text: nothing is indented. */
  lieudit_xml_writer_init (&writer.xml, FALSE);
  lieudit_xml_writer_begin (&writer.xml, "TEI");
  lieudit_xml_writer_attribute (&writer.xml, "xmlns", "http://www.tei-c.org/ns/1.0");
  write_header (&writer);
  write_places (&writer);
  write_text (&writer);

  document = lieudit_xml_writer_finish (&writer.xml);

  return insert_record_instruction (document);
}
