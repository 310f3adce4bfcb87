/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-gazetteer-private.h"
#include "geoparse/lieudit-recogniser.h"
#include "geoparse/lieudit-resolution-model.h"

G_BEGIN_DECLS

/* No place, area or name. */
#define LIEUDIT_RESOLUTION_NONE G_MAXUINT32

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

gboolean lieudit_resolution_option_init                 (LieuditResolutionOption       *self,
                                                         LieuditGazetteer              *gazetteer,
                                                         const LieuditCandidate        *candidate,
                                                         guint                          rank,
                                                         LieuditLanguage                language);
void     lieudit_resolution_option_set_spelling         (LieuditResolutionOption       *self,
                                                         LieuditGazetteer              *gazetteer,
                                                         const LieuditCandidate        *candidate,
                                                         LieuditLanguage                language,
                                                         const char                    *spelling,
                                                         gsize                          length);
double   lieudit_resolution_option_get_distance_squared (const LieuditResolutionOption *self,
                                                         const LieuditResolutionOption *other);
gboolean lieudit_resolution_option_lies_in              (const LieuditResolutionOption *self,
                                                         guint32                        area);
void     lieudit_resolution_options_score               (LieuditResolutionOption       *options,
                                                         guint                          n_options,
                                                         const LieuditResolutionModel  *model,
                                                         double                         temperature);
void     lieudit_resolution_options_sort                (LieuditResolutionOption       *options,
                                                         guint                          n_options);
guint32  lieudit_resolution_country                     (const LieuditPlaceEntry       *entry);

G_END_DECLS
