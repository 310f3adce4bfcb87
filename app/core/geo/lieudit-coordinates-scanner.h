/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/lieudit-coordinates.h"

G_BEGIN_DECLS

/* Six numbers, each with a sign of its own, two letters and what parts them. */
#define LIEUDIT_MOST_COORDINATE_TOKENS 24

typedef enum {
  LIEUDIT_COORDINATE_NUMBER,
  LIEUDIT_COORDINATE_UNIT,
  LIEUDIT_COORDINATE_HEMISPHERE,
  LIEUDIT_COORDINATE_AXIS,
  LIEUDIT_COORDINATE_SEPARATOR,
} LieuditCoordinateTokenKind;

typedef enum {
  LIEUDIT_AXIS_ANY,
  LIEUDIT_AXIS_LATITUDE,
  LIEUDIT_AXIS_LONGITUDE,
} LieuditAxis;

/* One thing that a person typed. */
typedef struct {
  LieuditCoordinateTokenKind kind;
  LieuditAxis                axis;         /* of a hemisphere or an axis */
  double                     value;        /* of a number, without its sign */
  guint                      level;        /* of a unit: 0 for degrees, 1 for minutes, 2 for seconds */
  gboolean                   is_signed;    /* a number with a plus or minus sign */
  gboolean                   is_negative;  /* a number with a minus sign; the southern and western hemispheres */
  gboolean                   has_fraction; /* a number that is not whole as it is written */
} LieuditCoordinateToken;

gboolean lieudit_coordinates_scan (const char              *text,
                                   LieuditCoordinateToken  *tokens,
                                   guint                   *n_tokens,
                                   GError                 **error);

G_END_DECLS
