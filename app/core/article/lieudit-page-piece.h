/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

char      *lieudit_page_piece_decode      (const char           *data,
                                           gsize                 length);
char      *lieudit_page_piece_dup_address (const char           *data,
                                           gsize                 length);
GPtrArray *lieudit_page_piece_read        (GBytes               *piece,
                                           GCancellable         *cancellable,
                                           char                **address,
                                           GError              **error);
void       lieudit_page_piece_read_async  (GBytes               *piece,
                                           GCancellable         *cancellable,
                                           GAsyncReadyCallback   callback,
                                           gpointer              user_data);
GPtrArray *lieudit_page_piece_read_finish (GAsyncResult         *result,
                                           char                **address,
                                           GError              **error);

G_END_DECLS
