/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "gazetteer/lieudit-gazetteer.h"
#include "geo/lieudit-bounds.h"

G_BEGIN_DECLS

/**
 * LieuditRankedName:
 * @place: index of the place
 * @score: how well it answers
 * @cost: how unlike the query the name is, in quarters of a typing error
 * @is_whole: whether the query is all of what was compared, a name or the end of one
 * @is_exact: whether the name is the query
 * @key: the folded name that was found
 *
 * A place among the best so far.
 */
typedef struct {
  guint32  place;
  int      score;
  guint8   cost;
  gboolean is_whole;
  gboolean is_exact;
  char    *key;
} LieuditRankedName;

typedef struct _LieuditNameRanking LieuditNameRanking;

LieuditNameRanking *lieudit_name_ranking_new          (const LieuditBounds *view,
                                                       guint                limit);
void                lieudit_name_ranking_free         (LieuditNameRanking  *self);
void                lieudit_name_ranking_set_layer    (LieuditNameRanking  *self,
                                                       LieuditGazetteer    *layer,
                                                       guint32              first_place);
void                lieudit_name_ranking_set_handicap (LieuditNameRanking  *self,
                                                       int                  handicap);
guint8              lieudit_name_ranking_add          (guint32              name,
                                                       const char          *key,
                                                       gsize                length,
                                                       guint8               beginning_cost,
                                                       guint8               whole_cost,
                                                       gpointer             user_data);
gboolean            lieudit_name_ranking_is_full      (LieuditNameRanking  *self);
GArray             *lieudit_name_ranking_sort         (LieuditNameRanking  *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditNameRanking, lieudit_name_ranking_free)

G_END_DECLS
