/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/lieudit-area-layer.h"
#include "map/lieudit-background-source.h"
#include "map/lieudit-base-map-source.h"
#include "map/lieudit-claim-layer.h"
#include "map/lieudit-drawing-layer.h"
#include "map/lieudit-label-layer.h"
#include "map/lieudit-map-camera.h"
#include "map/lieudit-map-pin.h"
#include "map/lieudit-map-view.h"
#include "map/lieudit-marker-layer.h"
#include "map/lieudit-measure-layer.h"
#include "map/lieudit-tile-layer.h"

G_BEGIN_DECLS

typedef enum {
  FRAMED_NOTHING, /* the reader has moved the map */
  FRAMED_CORE,
  FRAMED_ALL,
} Framed;

/* What the files of the map view share. */
struct _LieuditMapView
{
  GtkWidget parent_instance;

  LieuditSelection *selection;

  GtkWidget *overlay;
  ShumateMap *map;
  GtkWidget *notices;
  GtkWidget *outside_button;
  GtkLabel *outside_label;
  GtkLabel *message;
  GtkWidget *controls;
  GtkWidget *zoom_in_button;
  GtkWidget *zoom_out_button;
  GtkWidget *show_all_button;
  GtkWidget *drawing_button;
  GtkToggleButton *measure_button;
  GtkLabel *measure_label;
  GtkLabel *position_label;
  ShumateScale *scale;
  GtkLabel *attribution;
  GtkWidget *attribution_button;
  GtkWidget *corner;
  GtkWidget *key_button;
  GtkScrolledWindow *key_window;
  GtkWidget *north_arrow;
  GtkWidget *overview;

  LieuditBaseMapSource *source; /* of the map on board; the layers hold it */
  LieuditBaseMap *base_map; /* the one on board; NULL when it cannot be used */
  LieuditTileLayer *tiles;
  LieuditBackgroundSource *background; /* another map than the one on board; NULL when there is none */
  LieuditTileLayer *background_tiles;
  char *own_attribution; /* of the map on board; NULL when it cannot be used */
  char *own_error;       /* why it cannot; NULL when it can */
  LieuditAreaLayer *areas;
  LieuditLabelLayer *labels;
  LieuditClaimLayer *claims;
  LieuditMarkerLayer *markers;
  LieuditMeasureLayer *measure;
  LieuditDrawingLayer *drawing_layer;
  GtkLabel *drawing_label;
  GtkWidget *drawing_entry; /* NULL until needed */
  LieuditDrawings *drawings;
  LieuditHistory *drawing_history;
  char *drawing_tool;
  LieuditInk drawing_ink;
  GArray *drawn_spots; /* of LieuditSpot, of what is being drawn */
  LieuditSpot asked_spot; /* that the entry asks for, while it is open */
  double drawn_x;
  double drawn_y;
  LieuditMapPin *pin;
  ShumateMarkerLayer *ghosts;
  LieuditMapCamera *camera;
  GtkWidget *menu;

  LieuditArticle *article;
  GPtrArray *staged; /* places that are framed instead of all, while there is a stage */
  gboolean is_presenting;
  int covered_height; /* what else is over the map at its top, in pixels */
  double presenting_scale; /* how much larger than usual what a class sees is */
  gboolean shows_local;
  GPtrArray *stage_current; /* what is on the stage; NULL when there is none */
  GPtrArray *stage_earlier;
  char *names_language; /* "article", "interface" or a language tag; NULL is the article's */

  Framed framed;
  gboolean is_framing;
  GtkWidget *move_area;
  gboolean is_moving; /* the symbol of the selected place is dragged */
  double move_from_x;
  double move_from_y;
  double move_x;
  double move_y;
  gboolean is_activating; /* the reader has clicked a marker: the map must not move away under the pointer */
  double press_x;
  double press_y;
  int width;
  int height;
  LieuditFoundPlace *reported_place; /* unowned, only compared */
  GdkRectangle reported_area;
};

void lieudit_map_view_add_background     (LieuditMapView       *self,
                                          LieuditBaseMapSource *source);
void lieudit_map_view_dispose_background (LieuditMapView       *self);

void lieudit_map_view_add_moving (LieuditMapView *self);
void lieudit_map_view_add_offering (LieuditMapView *self);

void lieudit_map_view_class_init_furniture (LieuditMapViewClass  *klass);
void lieudit_map_view_add_furniture        (LieuditMapView       *self,
                                            LieuditBaseMapSource *source);

void lieudit_map_view_add_pin         (LieuditMapView      *self);
void lieudit_map_view_add_ghosts      (LieuditMapView      *self);
void lieudit_map_view_update_names    (LieuditMapView      *self);
void lieudit_map_view_update_look     (LieuditMapView      *self);
void lieudit_map_view_class_init_menu (LieuditMapViewClass *klass);
void lieudit_map_view_add_menu        (LieuditMapView      *self);
void lieudit_map_view_class_init_keys (LieuditMapViewClass *klass);
void lieudit_map_view_update_margins  (LieuditMapView      *self);
void lieudit_map_view_frame           (LieuditMapView      *self,
                                       Framed               what,
                                       gboolean             animate);
void lieudit_map_view_forget_frame    (LieuditMapView      *self);

void     lieudit_map_view_add_measure   (LieuditMapView *self);
gboolean lieudit_map_view_is_measuring  (LieuditMapView *self);
void     lieudit_map_view_set_measuring (LieuditMapView *self,
                                         gboolean        is_measuring);
void     lieudit_map_view_measure_to    (LieuditMapView *self,
                                         double          latitude,
                                         double          longitude);
gboolean lieudit_map_view_measure_key   (LieuditMapView *self,
                                         guint           keyval);
void     lieudit_map_view_class_init_drawing (LieuditMapViewClass *klass);
void     lieudit_map_view_add_drawing     (LieuditMapView *self);
void     lieudit_map_view_dispose_drawing (LieuditMapView *self);
gboolean lieudit_map_view_drawing_key     (LieuditMapView *self,
                                           guint           keyval);
void     lieudit_map_view_find_point    (LieuditMapView *self,
                                         double          x,
                                         double          y,
                                         double         *latitude,
                                         double         *longitude);
void     lieudit_map_view_find_spot     (LieuditMapView *self,
                                         double          x,
                                         double          y,
                                         double         *latitude,
                                         double         *longitude);

G_END_DECLS
