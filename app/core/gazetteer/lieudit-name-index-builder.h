/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-gazetteer.h"

G_BEGIN_DECLS

/*
 * Keys for people who search, beside the names themselves. They begin with
 * bytes that no text has, so that they are never found in articles.
 */
#define LIEUDIT_NAME_KEY_LATER_WORD '\001' /* "noomane" of Maarat al-Noomane */
#define LIEUDIT_NAME_KEY_GREAT '\002'      /* the names that a single letter may mean */

typedef struct _LieuditNameIndexBuilder LieuditNameIndexBuilder;

/**
 * LieuditPostingFunction:
 * @key: a folded name
 * @candidate: a place that it may mean
 * @importance: of the place
 * @user_data: data of the caller
 *
 * Takes a name of a place.
 */
typedef void (* LieuditPostingFunction) (const char             *key,
                                         const LieuditCandidate *candidate,
                                         guint32                 importance,
                                         gpointer                user_data);

LieuditNameIndexBuilder *lieudit_name_index_builder_new   (void);
LieuditNameIndexBuilder *lieudit_name_index_builder_new_for_function (LieuditPostingFunction function,
                                                                      gpointer user_data);
void                     lieudit_name_index_builder_free  (LieuditNameIndexBuilder *self);
void                     lieudit_name_index_builder_add   (LieuditNameIndexBuilder *self,
                                                           const char              *name,
                                                           guint32                  place,
                                                           LieuditLanguage          language,
                                                           LieuditCandidateFlags    flags,
                                                           guint32                  importance);
void                     lieudit_name_index_builder_mark  (LieuditNameIndexBuilder *self,
                                                           const char              *name,
                                                           LieuditCandidateFlags    flags);
void                     lieudit_name_index_builder_build (LieuditNameIndexBuilder *self,
                                                           GArray                  *nodes,
                                                           GByteArray              *tail,
                                                           GArray                  *candidates);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditNameIndexBuilder, lieudit_name_index_builder_free)

G_END_DECLS
