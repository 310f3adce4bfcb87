/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/lieudit-anchored-text.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_ANCHORS (lieudit_anchors_get_type ())
G_DECLARE_FINAL_TYPE (LieuditAnchors, lieudit_anchors, LIEUDIT, ANCHORS, GObject)

LieuditAnchors      *lieudit_anchors_new      (const char     *text);
LieuditAnchoredText *lieudit_anchors_get_text (LieuditAnchors *self);
void                 lieudit_anchors_set_text (LieuditAnchors *self,
                                               const char     *text);
LieuditAnchor       *lieudit_anchors_ensure   (LieuditAnchors *self,
                                               gsize           start,
                                               gsize           end);
LieuditAnchor       *lieudit_anchors_add      (LieuditAnchors *self,
                                               LieuditAnchor  *anchor);
LieuditAnchor       *lieudit_anchors_lookup   (LieuditAnchors *self,
                                               gsize           start,
                                               gsize           end);
GPtrArray           *lieudit_anchors_get_at   (LieuditAnchors *self,
                                               gsize           start);

G_END_DECLS
