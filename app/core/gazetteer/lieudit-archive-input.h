/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

G_BEGIN_DECLS

#define LIEUDIT_TYPE_ARCHIVE_INPUT (lieudit_archive_input_get_type ())
G_DECLARE_FINAL_TYPE (LieuditArchiveInput, lieudit_archive_input, LIEUDIT, ARCHIVE_INPUT, GInputStream)

LieuditArchiveInput *lieudit_archive_input_open         (const char           *path,
                                                         GError              **error);
gboolean             lieudit_archive_input_next         (LieuditArchiveInput  *self,
                                                         const char          **name,
                                                         GError              **error);
gint64               lieudit_archive_input_get_position (LieuditArchiveInput  *self);

G_END_DECLS
