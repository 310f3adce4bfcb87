/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-name-span.h"
#include "text/lieudit-language.h"

G_BEGIN_DECLS

/**
 * LieuditSpelling:
 * @hash: of the spelling
 * @n_spans: how often it stands in the text
 * @n_locative: how often behind a word such as "in"
 * @n_person: how often behind a title or first name
 * @n_inside: how often among other capitalised words
 *
 * What a whole text says of one spelling.
 */
typedef struct {
  guint32 hash;
  guint32 n_spans;
  guint32 n_locative;
  guint32 n_person;
  guint32 n_inside;
} LieuditSpelling;

typedef struct _LieuditRecognitionDocument LieuditRecognitionDocument;

LieuditRecognitionDocument *lieudit_recognition_document_new          (const LieuditRecognitionText     *text,
                                                                       const GArray                     *spans,
                                                                       const GArray                     *evidence);
void                        lieudit_recognition_document_free         (LieuditRecognitionDocument       *self);
const LieuditSpelling      *lieudit_recognition_document_get_spelling (const LieuditRecognitionDocument *self,
                                                                       const LieuditRecognitionText     *text,
                                                                       const LieuditNameSpan            *span);
gboolean                    lieudit_recognition_document_is_word      (const LieuditRecognitionDocument *self,
                                                                       const char                       *word,
                                                                       gsize                             length);
double                      lieudit_recognition_document_get_share    (const LieuditRecognitionDocument *self,
                                                                       const char                        country[2]);
const LieuditNameSpan      *lieudit_recognition_document_starts_at    (const LieuditRecognitionDocument *self,
                                                                       gint                              token);
const LieuditNameSpan      *lieudit_recognition_document_ends_at      (const LieuditRecognitionDocument *self,
                                                                       gint                              token);
LieuditLanguage             lieudit_recognition_document_get_language (const LieuditRecognitionDocument *self,
                                                                       guint                             token);
gboolean                    lieudit_span_is_locative                  (const LieuditRecognitionText     *text,
                                                                       const LieuditNameSpan            *span);
gboolean                    lieudit_span_is_person                    (const LieuditRecognitionText     *text,
                                                                       const LieuditNameSpan            *span);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditRecognitionDocument, lieudit_recognition_document_free)

G_END_DECLS
