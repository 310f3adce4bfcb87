/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geoparse/lieudit-resolution-option.h"
#include "relations/lieudit-relation.h"

G_BEGIN_DECLS

/**
 * LieuditResolutionContext:
 *
 * What a text says about where its places are. All mentions of a name share
 * one set of options.
 */
typedef struct _LieuditResolutionContext LieuditResolutionContext;

LieuditResolutionContext *lieudit_resolution_context_new       (LieuditGazetteer               *gazetteer,
                                                                const LieuditRecognition       *recognition,
                                                                const char                     *text,
                                                                LieuditLanguage                 language,
                                                                const LieuditResolutionModel   *model);
void                      lieudit_resolution_context_free      (LieuditResolutionContext       *self);
gboolean                  lieudit_resolution_context_hear      (LieuditResolutionContext       *self,
                                                                const GArray                   *relations);
gboolean                  lieudit_resolution_context_has_heard (const LieuditResolutionContext *self,
                                                                guint                           name);
gboolean                  lieudit_resolution_context_get_heard (const LieuditResolutionContext *self,
                                                                guint                           name,
                                                                LieuditRelation                *relation);
LieuditResolutionOption  *lieudit_resolution_context_weigh     (LieuditResolutionContext       *self,
                                                                guint                           name,
                                                                guint                          *n_options);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditResolutionContext, lieudit_resolution_context_free)

G_END_DECLS
