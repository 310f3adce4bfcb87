/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "claims/lieudit-claim-drawing.h"
#include "geo/lieudit-bounds.h"
#include "map/lieudit-tile-store.h"
#include "picture/lieudit-map-picture.h"
#include "session/lieudit-selection.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_MAP_VIEW (lieudit_map_view_get_type ())
G_DECLARE_FINAL_TYPE (LieuditMapView, lieudit_map_view, LIEUDIT, MAP_VIEW, GtkWidget)

GtkWidget        *lieudit_map_view_new           (void);
LieuditSelection *lieudit_map_view_get_selection (LieuditMapView    *self);
void              lieudit_map_view_set_selection (LieuditMapView    *self,
                                                  LieuditSelection  *selection);
void              lieudit_map_view_frame_all     (LieuditMapView    *self);
void              lieudit_map_view_reveal_place  (LieuditMapView    *self,
                                                  LieuditFoundPlace *place);
void              lieudit_map_view_show_spot     (LieuditMapView    *self,
                                                  double             latitude,
                                                  double             longitude,
                                                  double             reach,
                                                  const char        *pin);
void              lieudit_map_view_reveal_spot   (LieuditMapView    *self,
                                                  double             latitude,
                                                  double             longitude,
                                                  const char        *pin);
void              lieudit_map_view_remove_pin    (LieuditMapView    *self);
void              lieudit_map_view_set_ghosts    (LieuditMapView    *self,
                                                  GListModel        *places);
void              lieudit_map_view_take_claim    (LieuditMapView      *self,
                                                  LieuditClaimDrawing *drawing,
                                                  const char          *measure,
                                                  LieuditVerdict       verdict);
void              lieudit_map_view_get_bounds    (LieuditMapView    *self,
                                                  LieuditBounds     *bounds);
void              lieudit_map_view_set_names_language (LieuditMapView *self,
                                                       const char     *language);
const char       *lieudit_map_view_get_names_language (LieuditMapView *self);
void              lieudit_map_view_set_local_names    (LieuditMapView *self,
                                                       gboolean        shows_local);
void              lieudit_map_view_set_session       (LieuditMapView *self,
                                                      LieuditSession *session);
void              lieudit_map_view_set_drawing_tool  (LieuditMapView *self,
                                                      const char     *tool);
const char       *lieudit_map_view_get_drawing_tool  (LieuditMapView *self);
const char       *lieudit_map_view_get_drawing_hint  (LieuditMapView *self);
gboolean          lieudit_map_view_is_drawing        (LieuditMapView *self);
void              lieudit_map_view_remove_drawings   (LieuditMapView *self);
void              lieudit_map_view_set_presenting    (LieuditMapView *self,
                                                      double          scale);
void              lieudit_map_view_set_strong        (LieuditMapView *self,
                                                      gboolean        is_strong);
void              lieudit_map_view_set_stage         (LieuditMapView *self,
                                                      GPtrArray      *current,
                                                      GPtrArray      *earlier,
                                                      GPtrArray      *framed);
void              lieudit_map_view_clear_stage       (LieuditMapView *self);
void              lieudit_map_view_set_covered_height (LieuditMapView *self,
                                                       int             height);
LieuditMapPicture *lieudit_map_view_create_picture (LieuditMapView  *self,
                                                    gboolean         is_view,
                                                    const char      *palette,
                                                    GError         **error);
void               lieudit_map_view_bind_settings    (LieuditMapView   *self,
                                                      GSettings        *settings);
void               lieudit_map_view_show_information (LieuditMapView   *self);
void               lieudit_map_view_set_background (LieuditMapView   *self,
                                                    LieuditTileStore *store);

void       lieudit_map_view_get_position (LieuditMapView    *self,
                                          double            *latitude,
                                          double            *longitude,
                                          double            *zoom);
void       lieudit_map_view_set_position (LieuditMapView    *self,
                                          double             latitude,
                                          double             longitude,
                                          double             zoom);

G_END_DECLS
