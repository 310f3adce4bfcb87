/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-gazetteer-builder.h"

G_BEGIN_DECLS

LieuditCandidateFlags lieudit_flags_of_word_kinds         (const char               *kinds);

gboolean              lieudit_gazetteer_builder_add_table (LieuditGazetteerBuilder  *builder,
                                                           GBytes                   *bytes,
                                                           GError                  **error);

G_END_DECLS
