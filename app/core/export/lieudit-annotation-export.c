/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * W3C Web Annotations, an annotation a mention, in the vocabulary of session files: Lieudit opens the collection as a
 * session, with what was found, what a person decided and noted, and the article.
 */
#include "config.h"

#include "export/lieudit-annotation-export.h"

#include <string.h>

#include "export/lieudit-xml-writer.h"
#include "session/lieudit-annotation-writer.h"
#include "session/lieudit-session-format.h"

typedef struct {
  const LieuditExport     *what;
  LieuditAnnotationWriter  writer;
  LieuditAnchoredText     *text;
  LieuditLanguage          language;
  GHashTable              *written; /* rulings */
  guint                    n_annotations;
} Export;

/* What the file is told of what a person said: in this article, or of a name in all articles. */
static LieuditRuling *
dup_ruling (Export         *self,
            LieuditMention *mention,
            LieuditAnchor  *anchor)
{
  LieuditPlace *place = lieudit_mention_get_place (mention);
  g_autoptr(LieuditPlaceReference) reference = NULL;
  g_autoptr(LieuditDecision) decision = NULL;
  LieuditRuling *ruling = NULL;

  if (lieudit_mention_get_status (mention) == LIEUDIT_MENTION_UNCHECKED)
    return NULL;

  if (self->what->session != NULL)
    ruling = lieudit_decisions_lookup (lieudit_session_get_decisions (self->what->session), mention);
  if (ruling != NULL)
    return g_object_ref (ruling);

  if (place != NULL)
    reference = lieudit_place_reference_new_for (place, self->language);
  decision = lieudit_decision_new (place != NULL ? LIEUDIT_DECISION_PLACE : LIEUDIT_DECISION_NOT_LOCATED, reference);

  return lieudit_ruling_new (LIEUDIT_SCOPE_MENTION, NULL, anchor, decision);
}

/* What was found before a person chose otherwise is the first of what else it may mean. */
static LieuditPlace *
get_found_place (LieuditMention *mention)
{
  const LieuditAlternative *alternatives;
  guint n_alternatives;

  if (lieudit_mention_get_status (mention) != LIEUDIT_MENTION_CORRECTED)
    return lieudit_mention_get_place (mention);

  alternatives = lieudit_mention_get_alternatives (mention, &n_alternatives);

  return n_alternatives > 0 ? alternatives[0].place : NULL;
}

static void
write_mention (Export         *self,
               LieuditMention *mention)
{
  g_autoptr(LieuditAnchor) anchor = lieudit_anchored_text_make_anchor (self->text, lieudit_mention_get_start_code_point (mention),
                                                                       lieudit_mention_get_end_code_point (mention));
  g_autoptr(LieuditRuling) ruling = dup_ruling (self, mention, anchor);
  g_autoptr(LieuditPlaceReference) reference = NULL;
  LieuditPlace *found = get_found_place (mention);

  if (ruling != NULL)
    g_hash_table_add (self->written, g_object_ref (ruling));
  self->n_annotations++;
  if (ruling != NULL && lieudit_ruling_get_scope (ruling) == LIEUDIT_SCOPE_MARK)
    {
      lieudit_annotation_writer_ruling (&self->writer, ruling);
      return;
    }

  if (found != NULL)
    reference = lieudit_place_reference_new_for (found, self->language);
  lieudit_annotation_writer_recorded (&self->writer,
                                      &(LieuditRecordedMention) { anchor, lieudit_mention_get_kind (mention),
                                                                  lieudit_mention_get_confidence (mention), reference },
                                      ruling);
}

/* What is no place for a person, what a filter hides, and notes. */
static void
write_rest (Export         *self,
            LieuditSession *session)
{
  g_autoptr(GPtrArray) rulings = lieudit_decisions_dup_rulings (lieudit_session_get_decisions (session));
  g_autoptr(GPtrArray) notes = lieudit_notes_dup_all (lieudit_session_get_notes (session));

  for (guint i = 0; i < rulings->len; i++)
    {
      LieuditRuling *ruling = g_ptr_array_index (rulings, i);

      if (g_hash_table_contains (self->written, ruling))
        continue;

      lieudit_annotation_writer_ruling (&self->writer, ruling);
      self->n_annotations++;
    }
  for (guint i = 0; i < notes->len; i++)
    lieudit_annotation_writer_note (&self->writer, g_ptr_array_index (notes, i));
  self->n_annotations += notes->len;
}

/*
 * lieudit_export_write_annotations:
 * @what: what to export
 * @json: where to, in an array
 *
 * Writes mentions, decisions and notes.
 *
 * Returns: how many annotations these are
 */
guint
lieudit_export_write_annotations (const LieuditExport *what,
                                  LieuditJsonWriter   *json)
{
  LieuditArticle *article = lieudit_analysis_get_article (what->analysis);
  GListModel *mentions = lieudit_analysis_get_mentions (what->analysis);
  g_autoptr(LieuditAnchoredText) text = lieudit_anchored_text_new (lieudit_article_get_text (article));
  g_autoptr(GHashTable) written = g_hash_table_new_full (NULL, NULL, g_object_unref, NULL);
  Export self = { what, { NULL, }, text, lieudit_analysis_get_language (what->analysis), written, 0 };

  lieudit_annotation_writer_init (&self.writer, json, LIEUDIT_EXPORT_IDENTIFIER, article);
  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);

      write_mention (&self, mention);
    }
  if (what->session != NULL)
    write_rest (&self, what->session);

  return self.n_annotations;
}

/*
 * lieudit_export_write_record:
 * @what: what to export
 * @json: where to, in an object
 *
 * Writes that all mentions are there, and the article that they are in.
 */
void
lieudit_export_write_record (const LieuditExport *what,
                             LieuditJsonWriter   *json)
{
  lieudit_json_writer_text_member (json, "lieudit:recorded", LIEUDIT_SESSION_ALL_RECORDED);
  lieudit_annotation_write_article (json, lieudit_analysis_get_article (what->analysis));
}

static void
write_page (const LieuditExport *what,
            LieuditJsonWriter   *json)
{
  guint n_annotations;

  lieudit_json_writer_name (json, "first");
  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "type", "AnnotationPage");
  lieudit_json_writer_name (json, "startIndex");
  lieudit_json_writer_size (json, 0);
  lieudit_json_writer_name (json, "items");
  lieudit_json_writer_begin_array (json);
  n_annotations = lieudit_export_write_annotations (what, json);
  lieudit_json_writer_end_array (json);
  lieudit_json_writer_end_object (json);
  lieudit_json_writer_name (json, "total");
  lieudit_json_writer_size (json, n_annotations);
}

/**
 * lieudit_export_annotation:
 * @what: what to export
 * @error: return location for an error
 *
 * Returns: (transfer full): a collection of annotations, as JSON-LD
 */
GBytes *
lieudit_export_annotation (const LieuditExport  *what,
                           GError              **error)
{
  g_autofree char *attribution = lieudit_export_dup_attribution (what);
  LieuditJsonWriter json;
  char *text;

  lieudit_json_writer_init (&json, what->pretty);
  lieudit_json_writer_begin_object (&json);
  lieudit_annotation_write_collection (&json, LIEUDIT_EXPORT_IDENTIFIER, lieudit_analysis_get_article (what->analysis),
                                      LIEUDIT_SESSION_FIRST_VERSION);
  lieudit_json_writer_text_member (&json, "rights", attribution);
  lieudit_json_writer_text_member (&json, "lieudit:filter", what->filter);
  lieudit_export_write_record (what, &json);
  write_page (what, &json);
  lieudit_json_writer_end_object (&json);
  text = lieudit_json_writer_finish (&json);

  return g_bytes_new_take (text, strlen (text));
}
