/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-resolution-option.h"

G_BEGIN_DECLS

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
