/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article/lieudit-article-format.h"

G_BEGIN_DECLS

gboolean lieudit_tei_recognise (const char      *data,
                                gsize            length);
gboolean lieudit_tei_read      (GBytes          *bytes,
                                LieuditReading  *reading,
                                GError         **error);

G_END_DECLS
