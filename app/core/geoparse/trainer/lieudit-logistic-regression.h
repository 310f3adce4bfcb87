/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LieuditLogisticRegression LieuditLogisticRegression;

LieuditLogisticRegression *lieudit_logistic_regression_new        (void);
void                       lieudit_logistic_regression_free       (LieuditLogisticRegression       *self);
void                       lieudit_logistic_regression_learn      (LieuditLogisticRegression       *self,
                                                                   const guint32                   *features,
                                                                   guint                            n_features,
                                                                   guint                            corpus,
                                                                   gboolean                         is_place);
double                     lieudit_logistic_regression_get_weight (const LieuditLogisticRegression *self,
                                                                   guint32                          feature);
double                     lieudit_logistic_regression_score      (const LieuditLogisticRegression *self,
                                                                   const guint32                   *features,
                                                                   guint                            n_features);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditLogisticRegression, lieudit_logistic_regression_free)

G_END_DECLS
