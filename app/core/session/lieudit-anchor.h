/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* How much text before and behind a stretch is kept to find it again, in code points. */
#define LIEUDIT_ANCHOR_CONTEXT 32

#define LIEUDIT_TYPE_ANCHOR (lieudit_anchor_get_type ())
G_DECLARE_FINAL_TYPE (LieuditAnchor, lieudit_anchor, LIEUDIT, ANCHOR, GObject)

LieuditAnchor *lieudit_anchor_new         (const char    *exact,
                                           const char    *prefix,
                                           const char    *suffix,
                                           gsize          start,
                                           gsize          end);

const char    *lieudit_anchor_get_exact   (LieuditAnchor *self);
const char    *lieudit_anchor_get_prefix  (LieuditAnchor *self);
const char    *lieudit_anchor_get_suffix  (LieuditAnchor *self);
gsize          lieudit_anchor_get_start   (LieuditAnchor *self);
gsize          lieudit_anchor_get_end     (LieuditAnchor *self);
gboolean       lieudit_anchor_is_located  (LieuditAnchor *self);

/* For those who keep the anchors of a text. */
void           lieudit_anchor_place       (LieuditAnchor *self,
                                           gsize          start,
                                           gsize          end,
                                           gboolean       is_located);
void           lieudit_anchor_quote       (LieuditAnchor *self,
                                           char          *exact,
                                           char          *prefix,
                                           char          *suffix);

G_END_DECLS
