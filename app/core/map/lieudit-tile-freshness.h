/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <libsoup/soup.h>

G_BEGIN_DECLS

gboolean lieudit_tile_freshness_read (SoupMessageHeaders *headers,
                                      gint64              now,
                                      gint64             *expires);

G_END_DECLS
