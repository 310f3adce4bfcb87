/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-annotation-writer.h"

#include "session/lieudit-session-article.h"
#include "session/lieudit-session-format.h"

#define SCORE_DECIMALS 6

static void
write_member (LieuditJsonWriter *json,
              const char        *name,
              const char        *value)
{
  lieudit_json_writer_name (json, name);
  lieudit_json_writer_string (json, value);
}

static void
write_size (LieuditJsonWriter *json,
            const char        *name,
            gsize              value)
{
  lieudit_json_writer_name (json, name);
  lieudit_json_writer_size (json, value);
}

static void
begin_member_object (LieuditJsonWriter *json,
                     const char        *name)
{
  lieudit_json_writer_name (json, name);
  lieudit_json_writer_begin_object (json);
}

static void
begin_member_array (LieuditJsonWriter *json,
                    const char        *name)
{
  lieudit_json_writer_name (json, name);
  lieudit_json_writer_begin_array (json);
}

/**
 * lieudit_annotation_write_version:
 * @json: where to
 * @version: the first version of the format that has what is written
 *
 * Writes the member by which files with annotations of Lieudit are recognised.
 */
void
lieudit_annotation_write_version (LieuditJsonWriter *json,
                                  gsize              version)
{
  write_size (json, LIEUDIT_SESSION_VERSION_MEMBER, version);
}

/**
 * lieudit_annotation_write_collection:
 * @json: where to, in a new object
 * @identifier: the URI of the collection
 * @article: what it is on
 * @version: the first version of the format that has what is written
 *
 * Writes what a collection of annotations begins with.
 */
void
lieudit_annotation_write_collection (LieuditJsonWriter *json,
                                     const char        *identifier,
                                     LieuditArticle    *article,
                                     gsize              version)
{
  begin_member_array (json, "@context");
  lieudit_json_writer_string (json, "http://www.w3.org/ns/anno.jsonld");
  lieudit_json_writer_string (json, "https://geojson.org/geojson-ld/geojson-context.jsonld");
  lieudit_json_writer_begin_object (json);
  write_member (json, "lieudit", "https://lieudit.org/ns/session#");
  lieudit_json_writer_end_object (json);
  lieudit_json_writer_end_array (json);
  lieudit_annotation_write_version (json, version);
  write_member (json, "id", identifier);
  write_member (json, "type", "AnnotationCollection");
  lieudit_json_writer_text_member (json, "label", lieudit_article_get_title (article));
  begin_member_object (json, "generator");
  write_member (json, "type", "Software");
  write_member (json, "name", "Lieudit " LIEUDIT_VERSION);
  lieudit_json_writer_end_object (json);
}

/**
 * lieudit_annotation_write_article:
 * @json: where to
 * @article: what the annotations are on
 *
 * Writes the article with all its text.
 */
void
lieudit_annotation_write_article (LieuditJsonWriter *json,
                                  LieuditArticle    *article)
{
  lieudit_json_writer_name (json, "lieudit:article");
  lieudit_session_article_write (article, json);
}

/**
 * lieudit_annotation_writer_init:
 * @self: a writer
 * @json: where to; lives as long as @self, as all of these do
 * @identifier: the URI of the collection
 * @article: what the annotations are on
 *
 * Begins with the first annotation.
 */
void
lieudit_annotation_writer_init (LieuditAnnotationWriter *self,
                                LieuditJsonWriter       *json,
                                const char              *identifier,
                                LieuditArticle          *article)
{
  const char *source = lieudit_article_get_source (article);

  *self = (LieuditAnnotationWriter) { json, identifier, source != NULL && *source != '\0' ? source : identifier, 0 };
}

/**
 * lieudit_annotation_writer_begin:
 * @self: a writer
 * @motivation: why the annotation was made
 *
 * Begins an annotation.
 */
void
lieudit_annotation_writer_begin (LieuditAnnotationWriter *self,
                                 const char              *motivation)
{
  g_autofree char *id = g_strdup_printf ("%s#%u", self->identifier, ++self->n_annotations);

  lieudit_json_writer_begin_object (self->json);
  write_member (self->json, "id", id);
  write_member (self->json, "type", "Annotation");
  write_member (self->json, "motivation", motivation);
}

/**
 * lieudit_annotation_writer_end:
 * @self: a writer
 * @anchor: the words it is on
 *
 * Writes the target of an annotation, and ends it.
 */
void
lieudit_annotation_writer_end (LieuditAnnotationWriter *self,
                               LieuditAnchor           *anchor)
{
  begin_member_object (self->json, "target");
  write_member (self->json, "source", self->source);
  begin_member_array (self->json, "selector");
  lieudit_json_writer_begin_object (self->json);
  write_member (self->json, "type", "TextQuoteSelector");
  write_member (self->json, "exact", lieudit_anchor_get_exact (anchor));
  write_member (self->json, "prefix", lieudit_anchor_get_prefix (anchor));
  write_member (self->json, "suffix", lieudit_anchor_get_suffix (anchor));
  lieudit_json_writer_end_object (self->json);
  lieudit_json_writer_begin_object (self->json);
  write_member (self->json, "type", "TextPositionSelector");
  write_size (self->json, "start", lieudit_anchor_get_start (anchor));
  write_size (self->json, "end", lieudit_anchor_get_end (anchor));
  lieudit_json_writer_end_object (self->json);
  lieudit_json_writer_end_array (self->json);
  lieudit_json_writer_end_object (self->json);
  lieudit_json_writer_end_object (self->json);
}

/**
 * lieudit_annotation_writer_place:
 * @self: a writer
 * @place: a place
 *
 * Writes a place as the next value, a feature.
 */
void
lieudit_annotation_writer_place (LieuditAnnotationWriter     *self,
                                 const LieuditPlaceReference *place)
{
  lieudit_json_writer_begin_object (self->json);
  write_member (self->json, "type", "Feature");
  write_member (self->json, "purpose", "identifying");
  write_member (self->json, "id", place->id);
  begin_member_object (self->json, "geometry");
  write_member (self->json, "type", "Point");
  begin_member_array (self->json, "coordinates");
  lieudit_json_writer_double (self->json, place->longitude, LIEUDIT_SESSION_DEGREE_DECIMALS);
  lieudit_json_writer_double (self->json, place->latitude, LIEUDIT_SESSION_DEGREE_DECIMALS);
  lieudit_json_writer_end_array (self->json);
  lieudit_json_writer_end_object (self->json);
  begin_member_object (self->json, "properties");
  write_member (self->json, "name", place->name);
  lieudit_json_writer_text_member (self->json, "feature", place->feature_code);
  lieudit_json_writer_text_member (self->json, "country", place->country_code);
  lieudit_json_writer_end_object (self->json);
  lieudit_json_writer_end_object (self->json);
}

static void
write_body (LieuditAnnotationWriter     *self,
            const LieuditPlaceReference *place)
{
  if (place == NULL)
    return;

  begin_member_array (self->json, "body");
  lieudit_annotation_writer_place (self, place);
  lieudit_json_writer_end_array (self->json);
}

static void
write_decision (LieuditAnnotationWriter *self,
                LieuditRuling           *ruling)
{
  LieuditDecision *decision = lieudit_ruling_get_decision (ruling);

  write_member (self->json, "lieudit:decision", lieudit_decision_kind_to_nick (lieudit_decision_get_kind (decision)));
  write_member (self->json, "lieudit:scope", lieudit_scope_to_nick (lieudit_ruling_get_scope (ruling)));
  lieudit_json_writer_text_member (self->json, "lieudit:name", lieudit_ruling_get_name (ruling));
}

/**
 * lieudit_annotation_writer_ruling:
 * @self: a writer
 * @ruling: what was decided, and what on
 *
 * Writes a ruling as an annotation.
 */
void
lieudit_annotation_writer_ruling (LieuditAnnotationWriter *self,
                                  LieuditRuling           *ruling)
{
  lieudit_annotation_writer_begin (self, "identifying");
  write_decision (self, ruling);
  write_body (self, lieudit_decision_get_place (lieudit_ruling_get_decision (ruling)));
  lieudit_annotation_writer_end (self, lieudit_ruling_get_anchor (ruling));
}

/**
 * lieudit_annotation_writer_recorded:
 * @self: a writer
 * @recorded: a mention that was found
 * @ruling: (nullable): what was decided on it
 *
 * Writes a mention as an annotation: what was decided on it, and what was found.
 */
void
lieudit_annotation_writer_recorded (LieuditAnnotationWriter      *self,
                                    const LieuditRecordedMention *recorded,
                                    LieuditRuling                *ruling)
{
  lieudit_annotation_writer_begin (self, "identifying");
  if (ruling != NULL)
    write_decision (self, ruling);
  else
    write_member (self->json, "lieudit:decision", LIEUDIT_SESSION_UNCHECKED);
  write_member (self->json, "lieudit:kind", lieudit_mention_kind_to_nick (recorded->kind));
  lieudit_json_writer_name (self->json, "lieudit:confidence");
  lieudit_json_writer_double (self->json, recorded->confidence, SCORE_DECIMALS);
  if (ruling != NULL && recorded->place != NULL)
    {
      lieudit_json_writer_name (self->json, "lieudit:found");
      lieudit_annotation_writer_place (self, recorded->place);
    }
  write_body (self, ruling != NULL ? lieudit_decision_get_place (lieudit_ruling_get_decision (ruling)) : recorded->place);
  lieudit_annotation_writer_end (self, recorded->anchor);
}

static void
write_text_body (LieuditAnnotationWriter *self,
                 const char              *text)
{
  lieudit_json_writer_begin_object (self->json);
  write_member (self->json, "type", "TextualBody");
  write_member (self->json, "purpose", "commenting");
  write_member (self->json, "format", "text/plain");
  write_member (self->json, "value", text);
  lieudit_json_writer_end_object (self->json);
}

/**
 * lieudit_annotation_writer_note:
 * @self: a writer
 * @note: what was noted, and what on
 *
 * Writes a note as an annotation.
 */
void
lieudit_annotation_writer_note (LieuditAnnotationWriter *self,
                                LieuditNote             *note)
{
  const LieuditPlaceReference *place = lieudit_note_get_place (note);

  lieudit_annotation_writer_begin (self, "commenting");
  write_member (self->json, "lieudit:scope", place != NULL ? "place" : lieudit_scope_to_nick (LIEUDIT_SCOPE_MENTION));
  begin_member_array (self->json, "body");
  write_text_body (self, lieudit_note_get_text (note));
  if (place != NULL)
    lieudit_annotation_writer_place (self, place);
  lieudit_json_writer_end_array (self->json);
  lieudit_annotation_writer_end (self, lieudit_note_get_anchor (note));
}

/**
 * lieudit_annotation_writer_review:
 * @self: a writer
 * @review: what an editor thinks of a verdict
 *
 * Writes a review as an annotation.
 */
void
lieudit_annotation_writer_review (LieuditAnnotationWriter  *self,
                                  const LieuditClaimReview *review)
{
  lieudit_annotation_writer_begin (self, "assessing");
  write_member (self->json, "lieudit:review", lieudit_review_state_to_nick (review->state));
  write_member (self->json, "lieudit:relation", lieudit_relation_to_nick (review->relation));
  if (review->reason != NULL && *review->reason != '\0')
    {
      begin_member_array (self->json, "body");
      write_text_body (self, review->reason);
      lieudit_json_writer_end_array (self->json);
    }
  lieudit_annotation_writer_end (self, review->anchor);
}
