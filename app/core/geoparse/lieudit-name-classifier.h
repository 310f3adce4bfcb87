/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-name-choice.h"

G_BEGIN_DECLS

typedef struct _LieuditNameClassifier LieuditNameClassifier;

LieuditNameClassifier   *lieudit_name_classifier_get_installed (GError                     **error);
double                   lieudit_name_classifier_score         (const LieuditNameClassifier *self,
                                                                const guint32               *features,
                                                                guint                        n_features);
const LieuditNameChoice *lieudit_name_classifier_get_choice    (const LieuditNameClassifier *self);

G_END_DECLS
