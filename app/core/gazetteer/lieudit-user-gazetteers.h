/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-user-gazetteer.h"
#include "gazetteer/lieudit-user-places.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_USER_GAZETTEERS (lieudit_user_gazetteers_get_type ())
G_DECLARE_FINAL_TYPE (LieuditUserGazetteers, lieudit_user_gazetteers, LIEUDIT, USER_GAZETTEERS, GObject)

LieuditUserGazetteers *lieudit_user_gazetteers_new        (const char             *folder);
const char            *lieudit_user_gazetteers_get_folder (LieuditUserGazetteers  *self);
void                   lieudit_user_gazetteers_refresh    (LieuditUserGazetteers  *self);
gboolean               lieudit_user_gazetteers_is_name    (const char             *name);
gboolean               lieudit_user_gazetteers_remove     (LieuditUserGazetteers  *self,
                                                           const char             *name,
                                                           GError                **error);
gboolean               lieudit_user_gazetteers_restore    (LieuditUserGazetteers  *self,
                                                           const char             *name,
                                                           GError                **error);
void                   lieudit_user_gazetteers_purge      (LieuditUserGazetteers  *self);
LieuditGazetteer      *lieudit_user_gazetteers_open       (LieuditUserGazetteers  *self,
                                                           LieuditUserPlaces      *places,
                                                           GError                **error);

G_END_DECLS
