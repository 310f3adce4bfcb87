/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/lieudit-base-map.h"

G_BEGIN_DECLS

typedef struct _LieuditMapMarks LieuditMapMarks;

LieuditMapMarks *lieudit_map_marks_new      (void);
void             lieudit_map_marks_free     (LieuditMapMarks           *self);
void             lieudit_map_marks_add      (LieuditMapMarks           *self,
                                             const char                *name,
                                             double                     latitude,
                                             double                     longitude);
gboolean         lieudit_map_marks_name     (const LieuditMapMarks     *self,
                                             LieuditBaseMap            *base_map,
                                             const LieuditBaseMapLabel *label);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditMapMarks, lieudit_map_marks_free)

G_END_DECLS
