/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-analysis.h"

G_BEGIN_DECLS

/* What the files of the analysis share. */
struct _LieuditAnalysis
{
  GObject parent_instance;

  LieuditArticle  *article;
  LieuditLanguage  language;
  GListStore      *mentions;
  GListStore      *places;
  GHashTable      *places_by_key;   /* of a place -> LieuditFoundPlace */
  GArray          *sentences;       /* of LieuditTextRange, in the whole text */
  GArray          *relations;       /* of LieuditStatedRelation */
};

void             lieudit_analysis_add_to_place (LieuditAnalysis *self,
                                                LieuditMention  *mention);

/* For those who know better than the resolver what some mentions mean. */
LieuditAnalysis *lieudit_analysis_new_revised (LieuditAnalysis *source,
                                               GPtrArray       *mentions);

/* For those who want to see some of the places only. */
LieuditAnalysis *lieudit_analysis_new_part    (LieuditAnalysis *source,
                                               GPtrArray       *places,
                                               GPtrArray       *mentions);

G_END_DECLS
