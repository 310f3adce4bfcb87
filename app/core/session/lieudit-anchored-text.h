/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/lieudit-anchor.h"

G_BEGIN_DECLS

/**
 * LieuditTextChange:
 * @start: where two texts begin to differ
 * @old_end: where they are the same again in the old one
 * @new_end: and in the new one
 *
 * How an edited text differs from the one before; all in code points.
 */
typedef struct {
  gsize start;
  gsize old_end;
  gsize new_end;
} LieuditTextChange;

#define LIEUDIT_TYPE_ANCHORED_TEXT (lieudit_anchored_text_get_type ())
G_DECLARE_FINAL_TYPE (LieuditAnchoredText, lieudit_anchored_text, LIEUDIT, ANCHORED_TEXT, GObject)

LieuditAnchoredText *lieudit_anchored_text_new         (const char          *text);

gsize                lieudit_anchored_text_get_length  (LieuditAnchoredText *self);
gsize                lieudit_anchored_text_get_offset  (LieuditAnchoredText *self,
                                                        gsize                code_point);
LieuditAnchor       *lieudit_anchored_text_make_anchor (LieuditAnchoredText *self,
                                                        gsize                start,
                                                        gsize                end);
gboolean             lieudit_anchored_text_locate      (LieuditAnchoredText *self,
                                                        LieuditAnchor       *anchor);
void                 lieudit_anchored_text_quote       (LieuditAnchoredText *self,
                                                        LieuditAnchor       *anchor);
LieuditTextChange    lieudit_anchored_text_compare     (LieuditAnchoredText *self,
                                                        LieuditAnchoredText *edited);
void                 lieudit_anchored_text_follow      (LieuditAnchoredText *self,
                                                        LieuditTextChange    change,
                                                        LieuditAnchor       *anchor);

G_END_DECLS
