/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/**
 * LieuditDeskLayout:
 * @LIEUDIT_DESK_NARROW: one view at a time, with a switcher at the bottom
 * @LIEUDIT_DESK_MEDIUM: article and map side by side, the places on demand
 * @LIEUDIT_DESK_WIDE: article, map and places side by side
 */
typedef enum {
  LIEUDIT_DESK_NARROW,
  LIEUDIT_DESK_MEDIUM,
  LIEUDIT_DESK_WIDE,
} LieuditDeskLayout;

#define LIEUDIT_TYPE_DESK (lieudit_desk_get_type ())
G_DECLARE_FINAL_TYPE (LieuditDesk, lieudit_desk, LIEUDIT, DESK, GtkWidget)

void               lieudit_desk_prepare_width        (LieuditDesk *self,
                                                      int          width);
LieuditDeskLayout  lieudit_desk_get_layout           (LieuditDesk *self);
gboolean           lieudit_desk_get_places_visible   (LieuditDesk *self);
void               lieudit_desk_set_places_visible   (LieuditDesk *self,
                                                      gboolean     visible);
double             lieudit_desk_get_article_fraction (LieuditDesk *self);
void               lieudit_desk_set_article_fraction (LieuditDesk *self,
                                                      double       fraction);
void               lieudit_desk_show_page            (LieuditDesk *self,
                                                      const char  *page);

G_END_DECLS
