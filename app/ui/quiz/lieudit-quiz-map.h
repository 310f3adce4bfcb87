/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geo/lieudit-bounds.h"
#include "map/lieudit-base-map.h"

G_BEGIN_DECLS

/**
 * LieuditQuizMark:
 * @LIEUDIT_QUIZ_MARK_ASKED: what is to be named
 * @LIEUDIT_QUIZ_MARK_WRONG: a spot that was wrong
 * @LIEUDIT_QUIZ_MARK_RIGHT: where the place is
 *
 * What a mark on the map of a quiz says.
 */
typedef enum {
  LIEUDIT_QUIZ_MARK_ASKED,
  LIEUDIT_QUIZ_MARK_WRONG,
  LIEUDIT_QUIZ_MARK_RIGHT
} LieuditQuizMark;

/* A map without a name on it, and a crosshair to point with. */
#define LIEUDIT_TYPE_QUIZ_MAP (lieudit_quiz_map_get_type ())
G_DECLARE_FINAL_TYPE (LieuditQuizMap, lieudit_quiz_map, LIEUDIT, QUIZ_MAP, GtkWidget)

void lieudit_quiz_map_set_base_map (LieuditQuizMap           *self,
                                    LieuditBaseMap           *base_map);
void lieudit_quiz_map_set_bounds   (LieuditQuizMap           *self,
                                    const LieuditBounds      *bounds);
void lieudit_quiz_map_set_pointing (LieuditQuizMap           *self,
                                    gboolean                  is_pointing);
void lieudit_quiz_map_clear_marks  (LieuditQuizMap           *self);
void lieudit_quiz_map_add_mark     (LieuditQuizMap           *self,
                                    LieuditQuizMark           mark,
                                    double                    latitude,
                                    double                    longitude,
                                    const char               *name);
void lieudit_quiz_map_add_area     (LieuditQuizMap           *self,
                                    LieuditQuizMark           mark,
                                    const LieuditBaseMapArea *area);

G_END_DECLS
