/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LieuditTextPositions:
 *
 * Tells which code point of a text is at which byte, and the other way round,
 * without counting from the beginning each time.
 */
typedef struct {
  /*< private >*/
  const char *text;
  gsize       length;
  GArray     *marks; /* how many code points begin before each block of bytes, and in the whole text */
} LieuditTextPositions;

void  lieudit_text_positions_init              (LieuditTextPositions *self,
                                                const char           *text);
void  lieudit_text_positions_clear             (LieuditTextPositions *self);
gsize lieudit_text_positions_get_n_code_points (LieuditTextPositions *self);
gsize lieudit_text_positions_get_byte          (LieuditTextPositions *self,
                                                gsize                 code_point);
gsize lieudit_text_positions_get_code_point    (LieuditTextPositions *self,
                                                gsize                 byte);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LieuditTextPositions, lieudit_text_positions_clear)

G_END_DECLS
