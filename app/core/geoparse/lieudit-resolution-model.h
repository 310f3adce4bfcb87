/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LieuditResolutionFeature:
 * @LIEUDIT_RESOLUTION_SIZE: how many people live in the town
 * @LIEUDIT_RESOLUTION_COUNTRY: it is a country
 * @LIEUDIT_RESOLUTION_CAPITAL: it is the capital of one
 * @LIEUDIT_RESOLUTION_REGION: it is a state, province or governorate
 * @LIEUDIT_RESOLUTION_DISTRICT: it is a district
 * @LIEUDIT_RESOLUTION_NATURE: it is a sea, a river, a range or a region without administration
 * @LIEUDIT_RESOLUTION_SITE: it is a building or a road
 * @LIEUDIT_RESOLUTION_QUARTER: it is a part of a town
 * @LIEUDIT_RESOLUTION_RANK: how early the gazetteer lists it among those of its name
 * @LIEUDIT_RESOLUTION_PREFERRED: the text calls it what its own language does
 * @LIEUDIT_RESOLUTION_CURATED: people chose the spelling
 * @LIEUDIT_RESOLUTION_MAIN: the text calls it what some language does first, or what people chose
 * @LIEUDIT_RESOLUTION_FOREIGN: the language of the text calls it otherwise
 * @LIEUDIT_RESOLUTION_KIND: the words beside the name tell that kind
 * @LIEUDIT_RESOLUTION_PARENT_BEHIND: an area that it lies in is named right behind it
 * @LIEUDIT_RESOLUTION_PARENT_BEFORE: or right before it
 * @LIEUDIT_RESOLUTION_PART_BEFORE: a place that lies in it is named right before it
 * @LIEUDIT_RESOLUTION_LIST: the name beside it is that of a place of the same rank
 * @LIEUDIT_RESOLUTION_PARENT_ONCE: the text names an area it lies in beside the name, elsewhere
 * @LIEUDIT_RESOLUTION_PARENT_NAMED: the text names an area it lies in
 * @LIEUDIT_RESOLUTION_PART_NAMED: the text names a place that lies in it
 * @LIEUDIT_RESOLUTION_COUNTRY_NAMED: the text names its country, or its people
 * @LIEUDIT_RESOLUTION_COUNTRY_SHARE: how many places of the text lie in its country
 * @LIEUDIT_RESOLUTION_REGION_SHARE: how many lie in its first-level area
 * @LIEUDIT_RESOLUTION_NEARNESS: how near the other places of the text are, within a day's walk
 * @LIEUDIT_RESOLUTION_VICINITY: the same, within some hundred kilometres
 * @LIEUDIT_RESOLUTION_DATELINE: how near the first place of the text is
 * @LIEUDIT_RESOLUTION_STATED: it lies where the sentence says: north of, 20 km from, in the province of
 * @LIEUDIT_RESOLUTION_STATED_ONCE: or where another sentence says
 *
 * What may speak for a candidate, from 0 to 1 each.
 */
typedef enum {
  LIEUDIT_RESOLUTION_SIZE,
  LIEUDIT_RESOLUTION_COUNTRY,
  LIEUDIT_RESOLUTION_CAPITAL,
  LIEUDIT_RESOLUTION_REGION,
  LIEUDIT_RESOLUTION_DISTRICT,
  LIEUDIT_RESOLUTION_NATURE,
  LIEUDIT_RESOLUTION_SITE,
  LIEUDIT_RESOLUTION_QUARTER,
  LIEUDIT_RESOLUTION_RANK,
  LIEUDIT_RESOLUTION_PREFERRED,
  LIEUDIT_RESOLUTION_CURATED,
  LIEUDIT_RESOLUTION_MAIN,
  LIEUDIT_RESOLUTION_FOREIGN,
  LIEUDIT_RESOLUTION_KIND,
  LIEUDIT_RESOLUTION_PARENT_BEHIND,
  LIEUDIT_RESOLUTION_PARENT_BEFORE,
  LIEUDIT_RESOLUTION_PART_BEFORE,
  LIEUDIT_RESOLUTION_LIST,
  LIEUDIT_RESOLUTION_PARENT_ONCE,
  LIEUDIT_RESOLUTION_PARENT_NAMED,
  LIEUDIT_RESOLUTION_PART_NAMED,
  LIEUDIT_RESOLUTION_COUNTRY_NAMED,
  LIEUDIT_RESOLUTION_COUNTRY_SHARE,
  LIEUDIT_RESOLUTION_REGION_SHARE,
  LIEUDIT_RESOLUTION_NEARNESS,
  LIEUDIT_RESOLUTION_VICINITY,
  LIEUDIT_RESOLUTION_DATELINE,
  LIEUDIT_RESOLUTION_STATED,
  LIEUDIT_RESOLUTION_STATED_ONCE,
  LIEUDIT_N_RESOLUTION_FEATURES
} LieuditResolutionFeature;

/* The first feature that looks at the text around the name, and not at the place alone. */
#define LIEUDIT_RESOLUTION_FIRST_OF_TEXT LIEUDIT_RESOLUTION_KIND

/* What the confidence is made of: a constant, the lead of the choice, what speaks for it, and doubts about the name. */
#define LIEUDIT_RESOLUTION_CALIBRATION 6

/**
 * LieuditResolutionDoubts:
 * @LIEUDIT_RESOLUTION_ORDINARY: the name may be an ordinary word, or a person's name
 * @LIEUDIT_RESOLUTION_EMBEDDED: it is part of another name
 *
 * What makes a name doubtful, whatever places bear it.
 */
typedef enum {
  LIEUDIT_RESOLUTION_ORDINARY = 1 << 0,
  LIEUDIT_RESOLUTION_EMBEDDED = 1 << 1,
} LieuditResolutionDoubts;

/**
 * LieuditResolutionModel:
 * @weights: what each feature counts
 * @calibration: turns the lead of the best candidate into a probability, see
 *   lieudit_resolution_model_calibrate()
 *
 * What the resolver has learned.
 */
typedef struct {
  double weights[LIEUDIT_N_RESOLUTION_FEATURES];
  double calibration[LIEUDIT_RESOLUTION_CALIBRATION];
} LieuditResolutionModel;

const LieuditResolutionModel *lieudit_resolution_model_get_default (void);
const char                   *lieudit_resolution_feature_to_nick   (LieuditResolutionFeature      feature);
double                        lieudit_resolution_model_score       (const LieuditResolutionModel *self,
                                                                    const double                 *features);
void                          lieudit_resolution_model_describe    (const double                 *features,
                                                                    double                        share,
                                                                    LieuditResolutionDoubts       doubts,
                                                                    double                       *inputs);
double                        lieudit_resolution_model_calibrate   (const LieuditResolutionModel *self,
                                                                    const double                 *features,
                                                                    double                        share,
                                                                    LieuditResolutionDoubts       doubts);

G_END_DECLS
