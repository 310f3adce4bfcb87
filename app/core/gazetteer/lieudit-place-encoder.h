/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-gazetteer-format.h"
#include "gazetteer/lieudit-place-record.h"

G_BEGIN_DECLS

guint32 lieudit_encode_string (GByteArray               *bytes,
                               const char               *text);
void    lieudit_encode_place  (const LieuditPlaceRecord *record,
                               guint32                   parent,
                               GByteArray               *names,
                               guint32                   names_start,
                               GByteArray               *strings,
                               guint32                   strings_start,
                               LieuditPlaceEntry        *entry);

G_END_DECLS
