/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-resolution-context.h"

G_BEGIN_DECLS

/* The likeliest places of a name that others are weighed by. */
#define LIEUDIT_LIKELY_OPTIONS 12

/* A name of the text, with the places it may mean, wherever it stands. */
typedef struct {
  LieuditResolutionOption *options;
  guint                    n_options;
  guint                    n_mentions;
  guint                    first_name;
  guint                    likely[LIEUDIT_LIKELY_OPTIONS]; /* options, the best first */
  guint                    n_likely;
  gboolean                 has_heard;                      /* a sentence says where it lies */
} LieuditSense;

struct _LieuditResolutionContext {
  LieuditGazetteer             *gazetteer;
  const LieuditRecognition     *recognition;
  const LieuditResolutionModel *model;
  const char                   *text;
  LieuditLanguage               language;
  GArray                       *senses;    /* of LieuditSense, in the order of their first mentions */
  guint                        *of_names;  /* for each name its sense, none without candidates */
  GHashTable                   *named;     /* place -> Named */
  GHashTable                   *parts;     /* place -> Named, of what lies in it */
  GHashTable                   *countries; /* two letters -> votes */
  GHashTable                   *peoples;   /* two letters -> votes of demonyms */
  GHashTable                   *regions;   /* place -> votes */
  double                        n_votes;
  GHashTable                   *heard;     /* name -> what a sentence says of that mention */
};

void lieudit_sense_find_likely (LieuditSense *sense);

G_END_DECLS
