/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/compiler/lieudit-map-shape.h"

G_BEGIN_DECLS

typedef struct _LieuditBaseMapWriter LieuditBaseMapWriter;

LieuditBaseMapWriter *lieudit_base_map_writer_new         (void);
void                  lieudit_base_map_writer_free        (LieuditBaseMapWriter     *self);
void                  lieudit_base_map_writer_add_band    (LieuditBaseMapWriter     *self,
                                                           guint                     min_zoom,
                                                           guint                     max_zoom);
void                  lieudit_base_map_writer_begin_layer (LieuditBaseMapWriter     *self);
void                  lieudit_base_map_writer_add_area    (LieuditBaseMapWriter     *self,
                                                           const LieuditMapShape    *area);
void                  lieudit_base_map_writer_add_line    (LieuditBaseMapWriter     *self,
                                                           const GArray             *line,
                                                           guint8                    class_bits,
                                                           guint8                    min_zoom);
void                  lieudit_base_map_writer_end_layer   (LieuditBaseMapWriter     *self);
void                  lieudit_base_map_writer_add_outline (LieuditBaseMapWriter    *self,
                                                           const LieuditMapShape   *shape,
                                                           LieuditMapAreaKind       kind,
                                                           const char              *country);
guint32               lieudit_base_map_writer_add_string  (LieuditBaseMapWriter     *self,
                                                           const char               *string);
void                  lieudit_base_map_writer_add_label   (LieuditBaseMapWriter     *self,
                                                           const LieuditBaseMapLabel *label);
void                  lieudit_base_map_writer_add_source  (LieuditBaseMapWriter     *self,
                                                           const char               *title,
                                                           const char               *version,
                                                           const char               *licence,
                                                           const char               *url);
GBytes               *lieudit_base_map_writer_finish      (LieuditBaseMapWriter     *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditBaseMapWriter, lieudit_base_map_writer_free)

G_END_DECLS
