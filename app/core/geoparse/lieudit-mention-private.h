/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-mention.h"

G_BEGIN_DECLS

/* Why a place is chosen that the article's own file states. */
#define LIEUDIT_REASON_STATED N_("the source of the article says so")

/* For those who make mentions: nobody changes a mention that an analysis has published. */
LieuditMention *lieudit_mention_new             (gsize               start,
                                                 gsize               end,
                                                 gsize               start_code_point,
                                                 gsize               end_code_point,
                                                 const char         *text,
                                                 LieuditMentionKind  kind);
LieuditMention *lieudit_mention_new_checked     (LieuditMention     *source,
                                                 LieuditPlace       *place,
                                                 const char         *reason);
void            lieudit_mention_set_place       (LieuditMention     *self,
                                                 LieuditPlace       *place,
                                                 double              confidence);
void            lieudit_mention_add_alternative (LieuditMention     *self,
                                                 LieuditPlace       *place,
                                                 double              score);
void            lieudit_mention_copy_alternatives (LieuditMention  *self,
                                                   LieuditMention  *source);
void            lieudit_mention_add_reason      (LieuditMention     *self,
                                                 const char         *text,
                                                 double              weight);
void            lieudit_mention_set_note        (LieuditMention     *self,
                                                 const char         *note);

G_END_DECLS
