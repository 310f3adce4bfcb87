/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "session/lieudit-drawing.h"
#include "session/lieudit-history.h"

G_BEGIN_DECLS

/* How many drawings are read from a file. */
#define LIEUDIT_DRAWINGS_MOST 2000

#define LIEUDIT_TYPE_DRAWINGS (lieudit_drawings_get_type ())
G_DECLARE_FINAL_TYPE (LieuditDrawings, lieudit_drawings, LIEUDIT, DRAWINGS, GObject)

LieuditDrawings *lieudit_drawings_new        (void);
guint            lieudit_drawings_get_n      (LieuditDrawings *self);
LieuditDrawing  *lieudit_drawings_get        (LieuditDrawings *self,
                                              guint            index);
GPtrArray       *lieudit_drawings_dup        (LieuditDrawings *self);
void             lieudit_drawings_add        (LieuditDrawings *self,
                                              LieuditDrawing  *drawing,
                                              LieuditHistory  *history);
void             lieudit_drawings_remove     (LieuditDrawings *self,
                                              guint            index,
                                              LieuditHistory  *history);
void             lieudit_drawings_remove_all (LieuditDrawings *self,
                                              LieuditHistory  *history);
void             lieudit_drawings_restore    (LieuditDrawings *self,
                                              LieuditDrawing  *drawing);

G_END_DECLS
