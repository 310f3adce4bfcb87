/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LieuditNameClassifier LieuditNameClassifier;

LieuditNameClassifier *lieudit_name_classifier_get_installed (GError                     **error);
double                 lieudit_name_classifier_score         (const LieuditNameClassifier *self,
                                                              const guint32               *features,
                                                              guint                        n_features);

G_END_DECLS
