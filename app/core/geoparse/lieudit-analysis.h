/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "article/lieudit-article.h"
#include "gazetteer/lieudit-gazetteer.h"
#include "geo/lieudit-bounds.h"
#include "geoparse/lieudit-found-place.h"
#include "geoparse/lieudit-mention.h"
#include "text/lieudit-sentences.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_ANALYSIS (lieudit_analysis_get_type ())
G_DECLARE_FINAL_TYPE (LieuditAnalysis, lieudit_analysis, LIEUDIT, ANALYSIS, GObject)

LieuditAnalysis   *lieudit_analysis_run             (LieuditGazetteer     *gazetteer,
                                                     LieuditArticle       *article,
                                                     GCancellable         *cancellable,
                                                     GError              **error);
void               lieudit_analysis_run_async       (LieuditGazetteer     *gazetteer,
                                                     LieuditArticle       *article,
                                                     GCancellable         *cancellable,
                                                     GAsyncReadyCallback   callback,
                                                     gpointer              user_data);
LieuditAnalysis   *lieudit_analysis_run_finish      (GAsyncResult         *result,
                                                     GError              **error);

LieuditArticle    *lieudit_analysis_get_article     (LieuditAnalysis      *self);
LieuditLanguage    lieudit_analysis_get_language    (LieuditAnalysis      *self);
GListModel        *lieudit_analysis_get_mentions    (LieuditAnalysis      *self);
GListModel        *lieudit_analysis_get_places      (LieuditAnalysis      *self);
const GArray      *lieudit_analysis_get_relations   (LieuditAnalysis      *self);
LieuditFoundPlace *lieudit_analysis_find_place      (LieuditAnalysis      *self,
                                                     LieuditMention       *mention);
LieuditMention    *lieudit_analysis_get_mention_at  (LieuditAnalysis      *self,
                                                     gsize                 code_point);
LieuditTextRange   lieudit_analysis_get_sentence    (LieuditAnalysis      *self,
                                                     LieuditMention       *mention);
char              *lieudit_analysis_dup_sentence    (LieuditAnalysis      *self,
                                                     LieuditMention       *mention,
                                                     gsize                *mention_start,
                                                     gsize                *mention_end);
LieuditBounds      lieudit_analysis_get_bounds      (LieuditAnalysis      *self);

G_END_DECLS
