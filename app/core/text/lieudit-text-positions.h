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
  GArray     *marks; /* the byte of every code point whose number is a multiple of the distance between marks */
} LieuditTextPositions;

void  lieudit_text_positions_init           (LieuditTextPositions *self,
                                             const char           *text);
void  lieudit_text_positions_clear          (LieuditTextPositions *self);
gsize lieudit_text_positions_get_byte       (LieuditTextPositions *self,
                                             gsize                 code_point);
gsize lieudit_text_positions_get_code_point (LieuditTextPositions *self,
                                             gsize                 byte);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LieuditTextPositions, lieudit_text_positions_clear)

G_END_DECLS
