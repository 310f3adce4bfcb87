/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/* The most points that a line has, and the longest text, in bytes. */
#define LIEUDIT_DRAWING_MOST_POINTS 4000
#define LIEUDIT_DRAWING_TEXT_LIMIT 400

/* The largest circle, in kilometres: half of the Earth. */
#define LIEUDIT_DRAWING_LARGEST_RADIUS 10000.0

/**
 * LieuditDrawingKind:
 * @LIEUDIT_DRAWING_LINE: a line drawn by hand
 * @LIEUDIT_DRAWING_ARROW: an arrow to the last of its points
 * @LIEUDIT_DRAWING_CIRCLE: all that is so many kilometres from its point
 * @LIEUDIT_DRAWING_TEXT: words at its point
 *
 * What was drawn.
 */
typedef enum {
  LIEUDIT_DRAWING_LINE,
  LIEUDIT_DRAWING_ARROW,
  LIEUDIT_DRAWING_CIRCLE,
  LIEUDIT_DRAWING_TEXT,
} LieuditDrawingKind;

#define LIEUDIT_N_DRAWING_KINDS 4

/**
 * LieuditInk:
 * @LIEUDIT_INK_RED: red
 * @LIEUDIT_INK_BLUE: blue
 * @LIEUDIT_INK_GREEN: green
 * @LIEUDIT_INK_BLACK: black, or white on a dark map
 *
 * What it was drawn with.
 */
typedef enum {
  LIEUDIT_INK_RED,
  LIEUDIT_INK_BLUE,
  LIEUDIT_INK_GREEN,
  LIEUDIT_INK_BLACK,
} LieuditInk;

#define LIEUDIT_N_INKS 4

/**
 * LieuditSpot:
 * @latitude: in degrees
 * @longitude: in degrees
 *
 * A point on Earth.
 */
typedef struct {
  double latitude;
  double longitude;
} LieuditSpot;

#define LIEUDIT_TYPE_DRAWING (lieudit_drawing_get_type ())
G_DECLARE_FINAL_TYPE (LieuditDrawing, lieudit_drawing, LIEUDIT, DRAWING, GObject)

LieuditDrawing     *lieudit_drawing_new          (LieuditDrawingKind  kind,
                                                  LieuditInk          ink,
                                                  const LieuditSpot  *spots,
                                                  guint               n_spots,
                                                  double              radius,
                                                  const char         *text);
LieuditDrawingKind  lieudit_drawing_get_kind     (LieuditDrawing     *self);
LieuditInk          lieudit_drawing_get_ink      (LieuditDrawing     *self);
const LieuditSpot  *lieudit_drawing_get_spots    (LieuditDrawing     *self,
                                                  guint              *n_spots);
double              lieudit_drawing_get_radius   (LieuditDrawing     *self);
const char         *lieudit_drawing_get_text     (LieuditDrawing     *self);

double              lieudit_drawing_parse_radius   (const char         *text);
const char         *lieudit_drawing_kind_to_nick   (LieuditDrawingKind  kind);
gboolean            lieudit_drawing_kind_from_nick (const char         *nick,
                                                    LieuditDrawingKind *kind);
const char         *lieudit_ink_to_nick            (LieuditInk          ink);
gboolean            lieudit_ink_from_nick          (const char         *nick,
                                                    LieuditInk         *ink);

G_END_DECLS
