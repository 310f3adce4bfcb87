/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <stdio.h>

G_BEGIN_DECLS

FILE     *lieudit_spill_file_open  (const char    *folder,
                                    GError       **error);
gboolean  lieudit_spill_file_write (FILE          *file,
                                    const void    *data,
                                    gsize          length,
                                    GError       **error);
gboolean  lieudit_spill_file_read  (FILE          *file,
                                    void          *data,
                                    gsize          length,
                                    GError       **error);
gboolean  lieudit_spill_file_rewind (FILE         *file,
                                     GError      **error);
void      lieudit_spill_set_error  (int            code,
                                    GError       **error);

G_END_DECLS
