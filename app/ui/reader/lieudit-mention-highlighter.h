/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-found-place.h"
#include "reader/lieudit-article-buffer.h"
#include "reader/lieudit-mention-tags.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_MENTION_HIGHLIGHTER (lieudit_mention_highlighter_get_type ())
G_DECLARE_FINAL_TYPE (LieuditMentionHighlighter, lieudit_mention_highlighter, LIEUDIT, MENTION_HIGHLIGHTER, GObject)

LieuditMentionHighlighter *lieudit_mention_highlighter_new                (LieuditArticleBuffer      *buffer);
gboolean                   lieudit_mention_highlighter_get_range          (LieuditMentionHighlighter *self,
                                                                           LieuditMention            *mention,
                                                                           GtkTextIter               *start,
                                                                           GtkTextIter               *end);
void                       lieudit_mention_highlighter_set_dark           (LieuditMentionHighlighter *self,
                                                                           gboolean                   dark);
void                       lieudit_mention_highlighter_mark               (LieuditMentionHighlighter *self,
                                                                           GListModel                *mentions);
void                       lieudit_mention_highlighter_light_place        (LieuditMentionHighlighter *self,
                                                                           LieuditMentionLight        light,
                                                                           LieuditFoundPlace         *place);
void                       lieudit_mention_highlighter_light_mention      (LieuditMentionHighlighter *self,
                                                                           LieuditMentionLight        light,
                                                                           LieuditMention            *mention);
void                       lieudit_mention_highlighter_flash              (LieuditMentionHighlighter *self,
                                                                           LieuditMention            *mention);
void                       lieudit_mention_highlighter_set_flash_strength (LieuditMentionHighlighter *self,
                                                                           double                     strength);

G_END_DECLS
