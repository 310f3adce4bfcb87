/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-gazetteer.h"
#include "geoparse/lieudit-lexicon.h"
#include "text/lieudit-token.h"

G_BEGIN_DECLS

/**
 * LieuditRecognitionText:
 * @gazetteer: the names to look for
 * @text: the text
 * @folded: the folded text
 * @folded_length: its bytes
 * @folded_text: the way from one to the other
 * @tokens: (array length=n_tokens): the tokens of the text
 * @n_tokens: how many
 * @classes: (array length=n_tokens): what each word says about a name beside it
 *
 * A text as the recogniser reads it. Positions are tokens; those outside the
 * text are no words and have no flags.
 */
typedef struct {
  LieuditGazetteer        *gazetteer;
  const char              *text;
  const char              *folded;
  gsize                    folded_length;
  const LieuditFoldedText *folded_text;
  const LieuditToken      *tokens;
  guint                    n_tokens;
  guint32                 *classes;
} LieuditRecognitionText;

void                lieudit_recognition_text_init           (LieuditRecognitionText       *self,
                                                             LieuditGazetteer             *gazetteer,
                                                             const char                   *text,
                                                             const LieuditFoldedText      *folded,
                                                             const GArray                 *tokens);
void                lieudit_recognition_text_clear          (LieuditRecognitionText       *self);
const LieuditToken *lieudit_recognition_text_get_token      (const LieuditRecognitionText *self,
                                                             gint                          index);
LieuditWordClass    lieudit_recognition_text_classify       (const LieuditRecognitionText *self,
                                                             gint                          index);
const char         *lieudit_recognition_text_get_word       (const LieuditRecognitionText *self,
                                                             gint                          index,
                                                             gsize                        *length);
gboolean            lieudit_recognition_text_is_mark        (const LieuditRecognitionText *self,
                                                             gint                          index,
                                                             char                          mark);
gboolean            lieudit_recognition_text_has_flag       (const LieuditRecognitionText *self,
                                                             gint                          index,
                                                             LieuditTokenFlags             flag);
gboolean            lieudit_recognition_text_touches        (const LieuditRecognitionText *self,
                                                             gint                          left,
                                                             gint                          right);
gboolean            lieudit_recognition_text_is_capitalised (const LieuditRecognitionText *self,
                                                             gint                          index);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LieuditRecognitionText, lieudit_recognition_text_clear)

G_END_DECLS
