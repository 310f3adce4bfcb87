/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-recogniser.h"
#include "geoparse/lieudit-resolution-model.h"

G_BEGIN_DECLS

/* Areas around a place that are looked at, from the narrowest: quarter, town, district, region, country. */
#define LIEUDIT_RESOLUTION_PARENTS 5

/**
 * LieuditResolutionOption:
 * @place: index of a place in the gazetteer
 * @parents: the areas it lies in, the narrowest first; none is %G_MAXUINT32
 * @country: the two letters of its country as a number, 0 for none
 * @region: the first-level area it lies in, or itself; none is %G_MAXUINT32
 * @position: on the unit sphere
 * @score: the logarithm of its share, not normalised
 * @share: its share among the places of that name, from 0 to 1
 * @features: what speaks for it
 *
 * A place that a name of the text may mean.
 */
typedef struct {
  guint32 place;
  guint32 parents[LIEUDIT_RESOLUTION_PARENTS];
  guint32 country;
  guint32 region;
  float   position[3];
  double  score;
  double  share;
  double  features[LIEUDIT_N_RESOLUTION_FEATURES];
} LieuditResolutionOption;

/**
 * LieuditResolutionContext:
 *
 * What a text says about where its places are. All mentions of a name share
 * one set of options.
 */
typedef struct _LieuditResolutionContext LieuditResolutionContext;

LieuditResolutionContext *lieudit_resolution_context_new    (LieuditGazetteer             *gazetteer,
                                                             const LieuditRecognition     *recognition,
                                                             LieuditLanguage               language,
                                                             const LieuditResolutionModel *model);
void                      lieudit_resolution_context_free   (LieuditResolutionContext     *self);
LieuditResolutionOption  *lieudit_resolution_context_weigh  (LieuditResolutionContext     *self,
                                                             guint                         name,
                                                             guint                        *n_options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditResolutionContext, lieudit_resolution_context_free)

G_END_DECLS
