/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gazetteer/lieudit-double-array.h"
#include "gazetteer/lieudit-name-search-query.h"

G_BEGIN_DECLS

/* More than any budget. */
#define LIEUDIT_NAME_WALK_NEVER G_MAXUINT8

/**
 * LieuditNameWalkFunc:
 * @name: the value of the name
 * @key: the folded name, not ended by a NUL byte
 * @length: its bytes
 * @beginning_cost: what it costs to make the query a beginning of the name
 * @whole_cost: what it costs to make it the whole name, or %LIEUDIT_NAME_WALK_NEVER
 * @user_data: data
 *
 * Takes a name that resembles the query.
 *
 * Returns: the most that a further name may cost to be of interest
 */
typedef guint8 (*LieuditNameWalkFunc) (guint32     name,
                                       const char *key,
                                       gsize       length,
                                       guint8      beginning_cost,
                                       guint8      whole_cost,
                                       gpointer    user_data);

void lieudit_name_walk (const LieuditDoubleArray *names,
                        const LieuditNameQuery   *query,
                        char                      mark,
                        guint8                    least,
                        guint8                    most,
                        GCancellable             *cancellable,
                        LieuditNameWalkFunc       func,
                        gpointer                  user_data);

G_END_DECLS
