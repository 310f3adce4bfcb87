/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gazetteer/lieudit-user-gazetteers.h"
#include "session/lieudit-history.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_GAZETTEERS_PAGE (lieudit_gazetteers_page_get_type ())
G_DECLARE_FINAL_TYPE (LieuditGazetteersPage, lieudit_gazetteers_page, LIEUDIT, GAZETTEERS_PAGE, AdwPreferencesPage)

GtkWidget *lieudit_gazetteers_page_new          (void);
void       lieudit_gazetteers_page_set_model    (LieuditGazetteersPage *self,
                                                 LieuditGazetteer      *installed,
                                                 LieuditUserGazetteers *gazetteers,
                                                 LieuditUserPlaces     *places,
                                                 LieuditHistory        *history);
void       lieudit_gazetteers_page_import_files (LieuditGazetteersPage *self,
                                                 GListModel            *files);
gboolean   lieudit_gazetteers_page_is_importing (LieuditGazetteersPage *self);

G_END_DECLS
