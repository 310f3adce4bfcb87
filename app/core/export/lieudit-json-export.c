/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "export/lieudit-json-export.h"

#include "export/lieudit-place-json.h"

static void
write_alternatives (LieuditMention    *mention,
                    LieuditLanguage    language,
                    LieuditJsonWriter *writer)
{
  guint n_alternatives = 0;
  const LieuditAlternative *alternatives = lieudit_mention_get_alternatives (mention, &n_alternatives);

  lieudit_json_writer_name (writer, "alternatives");
  lieudit_json_writer_begin_array (writer);
  for (guint i = 0; i < n_alternatives; i++)
    {
      lieudit_json_writer_begin_object (writer);
      lieudit_place_write_name (alternatives[i].place, language, writer);
      lieudit_json_writer_name (writer, "score");
      lieudit_json_writer_double (writer, alternatives[i].score, LIEUDIT_SCORE_DECIMALS);
      lieudit_json_writer_end_object (writer);
    }
  lieudit_json_writer_end_array (writer);
}

static void
write_reasons (LieuditMention    *mention,
               LieuditJsonWriter *writer)
{
  guint n_reasons = 0;
  const LieuditReason *reasons = lieudit_mention_get_reasons (mention, &n_reasons);

  lieudit_json_writer_name (writer, "because");
  lieudit_json_writer_begin_array (writer);
  for (guint i = 0; i < n_reasons; i++)
    {
      lieudit_json_writer_begin_object (writer);
      lieudit_json_writer_name (writer, "reason");
      lieudit_json_writer_string (writer, reasons[i].text);
      lieudit_json_writer_name (writer, "weight");
      lieudit_json_writer_double (writer, reasons[i].weight, LIEUDIT_SCORE_DECIMALS);
      lieudit_json_writer_end_object (writer);
    }
  lieudit_json_writer_end_array (writer);
}

/* By a person; nothing where nobody looked. */
static void
write_what_was_said (LieuditMention    *mention,
                     LieuditJsonWriter *writer)
{
  LieuditMentionStatus status = lieudit_mention_get_status (mention);
  const char *note = lieudit_mention_get_note (mention);

  if (status != LIEUDIT_MENTION_UNCHECKED)
    {
      lieudit_json_writer_name (writer, "status");
      lieudit_json_writer_string (writer, lieudit_mention_status_to_nick (status));
    }
  if (note != NULL)
    {
      lieudit_json_writer_name (writer, "note");
      lieudit_json_writer_string (writer, note);
    }
}

static void
write_mention (LieuditMention    *mention,
               LieuditLanguage    language,
               LieuditJsonWriter *writer)
{
  LieuditPlace *place = lieudit_mention_get_place (mention);

  lieudit_json_writer_begin_object (writer);
  lieudit_json_writer_name (writer, "start");
  lieudit_json_writer_size (writer, lieudit_mention_get_start_code_point (mention));
  lieudit_json_writer_name (writer, "end");
  lieudit_json_writer_size (writer, lieudit_mention_get_end_code_point (mention));
  lieudit_json_writer_name (writer, "text");
  lieudit_json_writer_string (writer, lieudit_mention_get_text (mention));
  lieudit_json_writer_name (writer, "kind");
  lieudit_json_writer_string (writer, lieudit_mention_kind_to_nick (lieudit_mention_get_kind (mention)));
  lieudit_json_writer_name (writer, "confidence");
  lieudit_json_writer_double (writer, lieudit_mention_get_confidence (mention), LIEUDIT_SCORE_DECIMALS);

  lieudit_json_writer_name (writer, "place");
  if (place != NULL)
    lieudit_place_write (place, language, writer);
  else
    lieudit_json_writer_string (writer, NULL);

  write_what_was_said (mention, writer);
  write_alternatives (mention, language, writer);
  write_reasons (mention, writer);
  lieudit_json_writer_end_object (writer);
}

/* The analysis knows few languages; an article may have been given with any. */
static const char *
get_language_tag (LieuditAnalysis *analysis)
{
  LieuditLanguage language = lieudit_analysis_get_language (analysis);
  const char *given = lieudit_article_get_language (lieudit_analysis_get_article (analysis));

  return language == LIEUDIT_LANGUAGE_UNKNOWN && given != NULL ? given : lieudit_language_to_tag (language);
}

/**
 * lieudit_export_json:
 * @analysis: an analysis
 * @id: (nullable): what to call the article
 * @pretty: whether to break and indent lines; else all is one line
 *
 * Writes all mentions of an analysis and their places as JSON. Offsets count
 * code points of the article's whole text. Names are in the article's language;
 * reasons are in English in every locale.
 *
 * Returns: (transfer full): the JSON text, without a line end
 */
char *
lieudit_export_json (LieuditAnalysis *analysis,
                     const char      *id,
                     gboolean         pretty)
{
  return lieudit_export_json_with (analysis, id, pretty, NULL, NULL);
}

/**
 * lieudit_export_json_with:
 * @analysis: an analysis
 * @id: (nullable): what to call the article
 * @pretty: whether to break and indent lines; else all is one line
 * @write_more: (nullable) (scope call): writes further members of the document
 * @data: for @write_more
 *
 * Does what lieudit_export_json() does, for a document that says more.
 *
 * Returns: (transfer full): the JSON text, without a line end
 */
char *
lieudit_export_json_with (LieuditAnalysis        *analysis,
                          const char             *id,
                          gboolean                pretty,
                          LieuditJsonWriteMembers write_more,
                          gpointer                data)
{
  LieuditJsonWriter writer;
  GListModel *mentions;
  guint n_mentions;

  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (analysis), NULL);

  mentions = lieudit_analysis_get_mentions (analysis);
  n_mentions = g_list_model_get_n_items (mentions);

  lieudit_json_writer_init (&writer, pretty);
  lieudit_json_writer_begin_object (&writer);
  lieudit_json_writer_name (&writer, "id");
  lieudit_json_writer_string (&writer, id);
  lieudit_json_writer_name (&writer, "language");
  lieudit_json_writer_string (&writer, get_language_tag (analysis));
  lieudit_json_writer_name (&writer, "mentions");
  lieudit_json_writer_begin_array (&writer);
  for (guint i = 0; i < n_mentions; i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);

      write_mention (mention, lieudit_analysis_get_language (analysis), &writer);
    }
  lieudit_json_writer_end_array (&writer);
  lieudit_article_write_stated_places (lieudit_analysis_get_article (analysis), &writer);
  if (write_more != NULL)
    write_more (&writer, data);
  lieudit_json_writer_end_object (&writer);

  return lieudit_json_writer_finish (&writer);
}

/**
 * lieudit_export_json_error:
 * @id: (nullable): what the article is called, if that is known
 * @message: what is wrong with it
 *
 * Writes what takes an article's place in a stream of JSON lines when it could
 * not be read.
 *
 * Returns: (transfer full): the JSON text, one line without its end
 */
char *
lieudit_export_json_error (const char *id,
                           const char *message)
{
  LieuditJsonWriter writer;

  g_return_val_if_fail (message != NULL, NULL);

  lieudit_json_writer_init (&writer, FALSE);
  lieudit_json_writer_begin_object (&writer);
  lieudit_json_writer_name (&writer, "id");
  lieudit_json_writer_string (&writer, id);
  lieudit_json_writer_name (&writer, "error");
  lieudit_json_writer_string (&writer, message);
  lieudit_json_writer_end_object (&writer);

  return lieudit_json_writer_finish (&writer);
}
