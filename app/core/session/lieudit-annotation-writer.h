/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What session files and exports have in common; lieudit-session(5) says what it means. */
#pragma once

#include "export/lieudit-json-writer.h"
#include "session/lieudit-recorded-mentions.h"
#include "session/lieudit-session-format.h"

G_BEGIN_DECLS

/**
 * LieuditAnnotationWriter:
 * @json: where to
 * @identifier: the URI of the collection
 * @source: what the annotations are on
 *
 * Writes annotations on an article, numbered from 1 on.
 */
typedef struct {
  LieuditJsonWriter *json;
  const char        *identifier;
  const char        *source;

  /*< private >*/
  guint              n_annotations;
} LieuditAnnotationWriter;

void lieudit_annotation_writer_init       (LieuditAnnotationWriter     *self,
                                           LieuditJsonWriter           *json,
                                           const char                  *identifier,
                                           LieuditArticle              *article);
void lieudit_annotation_writer_begin      (LieuditAnnotationWriter     *self,
                                           const char                  *motivation);
void lieudit_annotation_writer_end        (LieuditAnnotationWriter     *self,
                                           LieuditAnchor               *anchor);
void lieudit_annotation_writer_place      (LieuditAnnotationWriter     *self,
                                           const LieuditPlaceReference *place);
void lieudit_annotation_writer_ruling     (LieuditAnnotationWriter     *self,
                                           LieuditRuling               *ruling);
void lieudit_annotation_writer_recorded   (LieuditAnnotationWriter     *self,
                                           const LieuditRecordedMention *recorded,
                                           LieuditRuling               *ruling);
void lieudit_annotation_writer_note       (LieuditAnnotationWriter     *self,
                                           LieuditNote                 *note);
void lieudit_annotation_writer_review     (LieuditAnnotationWriter     *self,
                                           const LieuditClaimReview    *review);

void lieudit_annotation_write_version     (LieuditJsonWriter           *json,
                                           gsize                        version);
void lieudit_annotation_write_collection  (LieuditJsonWriter           *json,
                                           const char                  *identifier,
                                           LieuditArticle              *article,
                                           gsize                        version);
void lieudit_annotation_write_article     (LieuditJsonWriter           *json,
                                           LieuditArticle              *article);

G_END_DECLS
