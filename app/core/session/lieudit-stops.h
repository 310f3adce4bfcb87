/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/lieudit-history.h"
#include "session/lieudit-stop.h"

G_BEGIN_DECLS

/* How long automatic play shows a step, in seconds. */
#define LIEUDIT_STOPS_SECONDS_LEAST 2
#define LIEUDIT_STOPS_SECONDS_MOST 120

/* How many stops are read from a file. */
#define LIEUDIT_STOPS_MOST 20000

/**
 * LieuditWalk:
 * @LIEUDIT_WALK_SENTENCES: from sentence to sentence
 * @LIEUDIT_WALK_PLACES: from place to place, each where it is named first
 *
 * How a lesson goes through an article.
 */
typedef enum {
  LIEUDIT_WALK_SENTENCES,
  LIEUDIT_WALK_PLACES,
} LieuditWalk;

#define LIEUDIT_N_WALKS 2

#define LIEUDIT_TYPE_STOPS (lieudit_stops_get_type ())
G_DECLARE_FINAL_TYPE (LieuditStops, lieudit_stops, LIEUDIT, STOPS, GObject)

LieuditStops *lieudit_stops_new         (void);
LieuditWalk   lieudit_stops_get_walk    (LieuditStops   *self);
void          lieudit_stops_set_walk    (LieuditStops   *self,
                                         LieuditWalk     walk);
guint         lieudit_stops_get_seconds (LieuditStops   *self);
void          lieudit_stops_set_seconds (LieuditStops   *self,
                                         guint           seconds);
gboolean      lieudit_stops_is_usual    (LieuditStops   *self);
GPtrArray    *lieudit_stops_get         (LieuditStops   *self,
                                         LieuditWalk     walk);
void          lieudit_stops_replace     (LieuditStops   *self,
                                         LieuditWalk     walk,
                                         GPtrArray      *stops,
                                         const char     *title,
                                         LieuditHistory *history);
void          lieudit_stops_restore     (LieuditStops   *self,
                                         LieuditWalk     walk,
                                         LieuditStop    *stop);

const char   *lieudit_walk_to_nick      (LieuditWalk     walk);
gboolean      lieudit_walk_from_nick    (const char     *nick,
                                         LieuditWalk    *walk);

G_END_DECLS
