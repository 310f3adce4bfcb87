/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

typedef struct _LieuditParagraphTags LieuditParagraphTags;

LieuditParagraphTags *lieudit_paragraph_tags_new       (GtkTextBuffer        *buffer);
void                  lieudit_paragraph_tags_free      (LieuditParagraphTags *self);
GtkTextTag           *lieudit_paragraph_tags_get_date  (LieuditParagraphTags *self,
                                                        gboolean              runs_against);
GtkTextTag           *lieudit_paragraph_tags_get_title (LieuditParagraphTags *self);
void                  lieudit_paragraph_tags_begin     (LieuditParagraphTags *self,
                                                        gboolean              first_line_is_title,
                                                        gboolean              has_gaps);
void                  lieudit_paragraph_tags_extend    (LieuditParagraphTags *self,
                                                        gboolean              complete);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditParagraphTags, lieudit_paragraph_tags_free)

G_END_DECLS
