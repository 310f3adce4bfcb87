/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gazetteer/lieudit-gazetteer.h"
#include "gazetteer/lieudit-name-result.h"
#include "geo/lieudit-bounds.h"

G_BEGIN_DECLS

GPtrArray *lieudit_name_search_run        (LieuditGazetteer     *gazetteer,
                                           const char           *text,
                                           const LieuditBounds  *view,
                                           guint                 limit,
                                           GCancellable         *cancellable,
                                           GError              **error);
void       lieudit_name_search_run_async  (LieuditGazetteer     *gazetteer,
                                           const char           *text,
                                           const LieuditBounds  *view,
                                           guint                 limit,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray *lieudit_name_search_run_finish (GAsyncResult         *result,
                                           GError              **error);

G_END_DECLS
