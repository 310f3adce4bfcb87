/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "lieudit-presentation.h"

#include "lesson/lieudit-lesson-player.h"
#include "map/lieudit-map-view.h"
#include "present/lieudit-pointer-ring.h"
#include "reader/lieudit-reader.h"
#include "session/lieudit-selection.h"

G_BEGIN_DECLS

/* What the files of the presentation share. */
struct _LieuditPresentation
{
  AdwWindow            parent_instance;

  GtkWidget           *stage;   /* what the class looks at, without the line of control */
  GtkPaned            *paned;
  GtkWindow           *second_screen; /* with the article; NULL when it is beside the map */
  GdkMonitor          *map_monitor;     /* that the map was put on; NULL where there is but one */
  GdkMonitor          *article_monitor; /* that the article was put on; NULL when it is no screen of its own */
  LieuditReader       *reader;
  LieuditMapView      *map_view;
  GtkWidget           *caption;
  GtkLabel            *caption_title;
  GtkLabel            *caption_question;
  GtkPicture          *frozen_picture;
  LieuditPointerRing  *ring;
  GtkWidget           *blank;
  GtkWidget           *bar;     /* the line of control */
  GtkWidget           *news;    /* what it says */
  GtkLabel            *position_label;
  GtkLabel            *hint_label; /* how to draw, in the place of the position */
  GtkButton           *play_button;

  GSettings           *settings;
  GActionMap          *actions;
  LieuditSession      *session;
  LieuditSelection    *selection;
  LieuditLesson       *lesson;
  LieuditLessonPlayer *player;
  GtkCssProvider      *sizes;   /* of the names on the map */
  AdwColorScheme       scheme;  /* of the other windows */

  int                  text_size;
  gboolean             is_frozen;
  gboolean             is_placed;
  gboolean             is_narrow;
};

void lieudit_presentation_add_actions (LieuditPresentation *self);
void lieudit_presentation_add_keys    (LieuditPresentation *self,
                                       GtkWidget           *window);
void lieudit_presentation_update_step (LieuditPresentation *self);
void lieudit_presentation_set_size    (LieuditPresentation *self,
                                       int                  size);
void lieudit_presentation_set_frozen  (LieuditPresentation *self,
                                       gboolean             is_frozen);
void lieudit_presentation_set_two_screens (LieuditPresentation *self,
                                           gboolean             has_two);
void lieudit_presentation_watch_screens (LieuditPresentation *self);
void lieudit_presentation_activate    (LieuditPresentation *self,
                                       const char          *detailed_name);

G_END_DECLS
