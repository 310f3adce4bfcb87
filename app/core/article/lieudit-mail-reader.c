/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Mails, alone or many in an mbox, with what is attached to them. */
#include "config.h"

#include "article/lieudit-mail-reader.h"

#include <string.h>

#include <glib/gi18n.h>
#include <gmime/gmime.h>

#include "article/lieudit-article-reader.h"
#include "article/lieudit-html-text.h"
#include "article/lieudit-mail-date.h"

/* Where the headers of a mail that is worth the name are over. */
#define MOST_HEADER_LINES 60

/* Mails forwarded in mails. */
#define DEEPEST_MESSAGE 8

#define HAS_MBOX_LINE(data, length) ((length) > 5 && memcmp ((data), "From ", 5) == 0)

typedef struct {
  LieuditReading *reading;
  GMimeTextPart  *plain;
  GMimeTextPart  *html;
  GPtrArray      *attached; /* GMimePart */
  GPtrArray      *messages; /* GMimeMessage, forwarded */
} Parts;

static void
clear_parts (Parts *parts)
{
  g_clear_pointer (&parts->attached, g_ptr_array_unref);
  g_clear_pointer (&parts->messages, g_ptr_array_unref);
}

static gboolean read_message (GMimeMessage    *message,
                              guint            depth,
                              LieuditReading  *reading,
                              GError         **error);

static gboolean
is_header (const char *line)
{
  gsize length = strspn (line, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz-0123456789");

  return length > 0 && line[length] == ':';
}

/**
 * lieudit_mail_recognise:
 * @data: (array length=length): the beginning of a file
 * @length: how many bytes
 *
 * Returns: whether the file is a mail or an mbox: it begins with headers, of
 *   which two are such that every mail has
 */
gboolean
lieudit_mail_recognise (const char *data,
                        gsize       length)
{
  static const char * const usual[] = {
    "from", "to", "subject", "date", "message-id", "mime-version", "received", "return-path", "delivered-to", "content-type",
  };
  g_autofree char *beginning = g_strndup (data, MIN (length, 16 * 1024));
  g_auto(GStrv) lines = g_strsplit (beginning, "\n", MOST_HEADER_LINES);
  guint n_usual = 0;

  for (guint i = HAS_MBOX_LINE (data, length) ? 1 : 0; lines[i] != NULL && lines[i][0] != '\0' && lines[i][0] != '\r'; i++)
    {
      if (lines[i][0] == ' ' || lines[i][0] == '\t')
        continue;
      if (!is_header (lines[i]))
        break;
      for (gsize j = 0; j < G_N_ELEMENTS (usual); j++)
        {
          gsize n_bytes = strlen (usual[j]);

          n_usual += g_ascii_strncasecmp (lines[i], usual[j], n_bytes) == 0 && lines[i][n_bytes] == ':';
        }
    }

  return n_usual >= 2;
}

static void
sort_part (GMimeObject *parent,
           GMimeObject *part,
           gpointer     user_data)
{
  Parts *parts = user_data;

  if (GMIME_IS_MESSAGE_PART (part))
    {
      GMimeMessage *message = g_mime_message_part_get_message (GMIME_MESSAGE_PART (part));

      if (message != NULL)
        g_ptr_array_add (parts->messages, message);
    }
  else if (GMIME_IS_TEXT_PART (part) && !g_mime_part_is_attachment (GMIME_PART (part)))
    {
      gboolean is_html = g_mime_content_type_is_type (g_mime_object_get_content_type (part), "text", "html");
      GMimeTextPart **which = is_html ? &parts->html : &parts->plain;

      if (*which == NULL)
        *which = GMIME_TEXT_PART (part);
      else
        g_ptr_array_add (parts->attached, part);
    }
  else if (GMIME_IS_PART (part))
    {
      g_ptr_array_add (parts->attached, part);
    }
}

static void
end_paragraph (GString               *paragraph,
               LieuditArticleBuilder *builder,
               gboolean               is_left_out)
{
  if (paragraph->len > 0 && is_left_out)
    lieudit_article_builder_leave_out (builder, paragraph->str);
  else if (paragraph->len > 0)
    lieudit_article_builder_append_paragraph (builder, paragraph->str);
  g_string_truncate (paragraph, 0);
}

/* What answers quote was said elsewhere, and a signature is none of the text. */
static void
append_plain (const char            *text,
              LieuditArticleBuilder *builder)
{
  g_auto(GStrv) lines = g_strsplit (text, "\n", -1);
  g_autoptr(GString) paragraph = g_string_new (NULL);
  gboolean was_left_out = FALSE;
  gboolean is_signature = FALSE;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = lines[i];
      gboolean is_left_out;

      is_signature = is_signature || strcmp (line, "-- ") == 0 || strcmp (line, "-- \r") == 0;

      /* An mbox marks lines that would begin another mail. */
      if (g_str_has_prefix (line, ">From "))
        line++;
      is_left_out = is_signature || line[0] == '>';
      if (is_left_out != was_left_out || line[strspn (line, " \t\r")] == '\0')
        end_paragraph (paragraph, builder, was_left_out);
      was_left_out = is_left_out;

      if (paragraph->len > 0)
        g_string_append_c (paragraph, '\n');
      g_string_append (paragraph, line);
    }
  end_paragraph (paragraph, builder, was_left_out);
}

static void
append_body (const Parts           *parts,
             LieuditArticleBuilder *builder)
{
  gsize n_before = lieudit_article_builder_get_length (builder);

  if (parts->html != NULL)
    {
      g_autofree char *html = g_mime_text_part_get_text (parts->html);

      lieudit_html_append_fragment (html, builder);
    }
  if (parts->plain != NULL && lieudit_article_builder_get_length (builder) == n_before)
    {
      g_autofree char *plain = g_mime_text_part_get_text (parts->plain);

      if (plain != NULL)
        append_plain (plain, builder);
    }
}

static void
read_headers (GMimeMessage          *message,
              LieuditArticleBuilder *builder)
{
  InternetAddressList *senders = g_mime_message_get_from (message);
  GDateTime *time = g_mime_message_get_date (message);

  lieudit_article_builder_set_title (builder, g_mime_message_get_subject (message));
  if (time != NULL)
    {
      g_autofree char *date = g_date_time_format (time, "%Y-%m-%d");

      lieudit_article_builder_set_date (builder, date);
    }
  if (senders != NULL && internet_address_list_length (senders) > 0)
    {
      InternetAddress *sender = internet_address_list_get_address (senders, 0);
      const char *name = internet_address_get_name (sender);

      if ((name == NULL || *name == '\0') && INTERNET_ADDRESS_IS_MAILBOX (sender))
        name = internet_address_mailbox_get_addr (INTERNET_ADDRESS_MAILBOX (sender));
      lieudit_article_builder_set_author (builder, name);
    }
}

static GBytes *
unpack_part (GMimePart *part)
{
  GMimeDataWrapper *content = g_mime_part_get_content (part);
  GMimeStream *stream;
  GBytes *bytes;

  if (content == NULL)
    return NULL;

  stream = g_mime_stream_mem_new ();
  g_mime_data_wrapper_write_to_stream (content, stream);
  g_mime_stream_mem_set_owner (GMIME_STREAM_MEM (stream), FALSE);
  bytes = g_byte_array_free_to_bytes (g_mime_stream_mem_get_byte_array (GMIME_STREAM_MEM (stream)));
  g_object_unref (stream);

  return bytes;
}

/* Attached documents are articles of their own; of pictures and the like the name is kept. */
static gboolean
read_attachment (GMimePart              *part,
                 LieuditArticleBuilder  *builder,
                 LieuditReading         *reading,
                 GError                **error)
{
  const char *name = g_mime_part_get_filename (part);
  g_autoptr(GBytes) bytes = unpack_part (part);
  g_autoptr(GError) local_error = NULL;

  if (bytes == NULL || g_bytes_get_size (bytes) == 0)
    return TRUE;
  if (!lieudit_reading_check (reading, g_bytes_get_size (bytes), error))
    return FALSE;

  if (!lieudit_reading_read (reading, bytes, name != NULL ? name : lieudit_reading_get_source (reading), &local_error))
    lieudit_article_builder_leave_out (builder, name);

  return TRUE;
}

static gboolean
read_message (GMimeMessage    *message,
              guint            depth,
              LieuditReading  *reading,
              GError         **error)
{
  g_autoptr(LieuditArticleBuilder) builder = lieudit_article_builder_new ();
  Parts parts = { reading, NULL, NULL, g_ptr_array_new (), g_ptr_array_new () };
  g_autoptr(LieuditArticle) article = NULL;
  guint n_before = lieudit_reading_get_n_articles (reading);
  gboolean goes_on = TRUE;

  g_mime_message_foreach (message, sort_part, &parts);
  lieudit_article_builder_set_source (builder, lieudit_reading_get_source (reading));
  read_headers (message, builder);
  lieudit_article_builder_append_heading (builder, lieudit_article_builder_get_title (builder), 1);
  append_body (&parts, builder);

  for (guint i = 0; goes_on && i < parts.attached->len; i++)
    goes_on = read_attachment (g_ptr_array_index (parts.attached, i), builder, reading, error);
  for (guint i = 0; goes_on && depth < DEEPEST_MESSAGE && i < parts.messages->len; i++)
    goes_on = read_message (g_ptr_array_index (parts.messages, i), depth + 1, reading, error);
  clear_parts (&parts);

  /* An empty mail only carries what is attached to it. */
  if (goes_on)
    article = lieudit_article_builder_finish (builder, NULL);
  if (article != NULL)
    lieudit_reading_insert (reading, n_before, article);

  return goes_on;
}

/**
 * lieudit_mail_read:
 * @bytes: a mail or an mbox
 * @reading: what is being read
 * @error: return location for an error
 *
 * Reads mails, each an article, followed by the documents attached to it.
 *
 * Returns: whether they could be read
 */
gboolean
lieudit_mail_read (GBytes          *bytes,
                   LieuditReading  *reading,
                   GError         **error)
{
  gsize length;
  const char *data = g_bytes_get_data (bytes, &length);
  gboolean is_mbox = HAS_MBOX_LINE (data, length);
  GMimeStream *stream;
  GMimeParser *parser;
  gboolean goes_on = TRUE;

  lieudit_mail_initialise ();
  stream = g_mime_stream_mem_new_with_buffer (data, length);
  parser = g_mime_parser_new_with_stream (stream);
  g_mime_parser_set_format (parser, is_mbox ? GMIME_FORMAT_MBOX : GMIME_FORMAT_MESSAGE);

  do
    {
      GMimeMessage *message = g_mime_parser_construct_message (parser, NULL);

      if (message == NULL)
        break;
      goes_on = lieudit_reading_check (reading, 0, error) && read_message (message, 0, reading, error);
      g_object_unref (message);
    }
  while (goes_on && is_mbox && !g_mime_parser_eos (parser));

  g_object_unref (parser);
  g_object_unref (stream);

  return goes_on;
}
