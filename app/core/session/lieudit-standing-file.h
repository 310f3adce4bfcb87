/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "text/lieudit-json-reader.h"

G_BEGIN_DECLS

/**
 * LieuditStandingFileReadItem:
 * @reader: what stands before an item of the list
 * @user_data: what was given to lieudit_standing_file_read()
 *
 * Reads one item, and leaves out what makes no sense.
 */
typedef void (*LieuditStandingFileReadItem) (LieuditJsonReader *reader,
                                             gpointer           user_data);

/* What a person said once and for all: a versioned list in a small file of their own. */
char     *lieudit_standing_file_dup_path (const char                   *path,
                                          const char                   *name);
gboolean  lieudit_standing_file_read     (const char                   *path,
                                          gsize                         version,
                                          const char                   *list,
                                          LieuditStandingFileReadItem   read_item,
                                          gpointer                      user_data,
                                          GError                      **error);
gboolean  lieudit_standing_file_write    (const char                   *path,
                                          const char                   *text,
                                          GError                      **error);

G_END_DECLS
