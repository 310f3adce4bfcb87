/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

gboolean  lieudit_page_is_address   (const char           *text);
void      lieudit_page_fetch_async  (const char           *address,
                                     GCancellable         *cancellable,
                                     GAsyncReadyCallback   callback,
                                     gpointer              user_data);
GBytes   *lieudit_page_fetch_finish (GAsyncResult         *result,
                                     char                **address,
                                     GError              **error);

G_END_DECLS
