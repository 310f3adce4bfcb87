/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LIEUDIT_COORDINATES_ERROR:
 *
 * What is wrong with coordinates that a person typed. The message says it in
 * one sentence.
 */
#define LIEUDIT_COORDINATES_ERROR (lieudit_coordinates_error_quark ())

/**
 * LieuditCoordinatesError:
 * @LIEUDIT_COORDINATES_ERROR_EMPTY: nothing was typed yet
 * @LIEUDIT_COORDINATES_ERROR_INCOMPLETE: only one coordinate
 * @LIEUDIT_COORDINATES_ERROR_MALFORMED: something that is no coordinate, or more than two
 * @LIEUDIT_COORDINATES_ERROR_OUT_OF_RANGE: no such degrees, minutes or seconds
 * @LIEUDIT_COORDINATES_ERROR_EXCHANGED: it seems that the longitude came first
 * @LIEUDIT_COORDINATES_ERROR_REFERENCE_SYSTEM: a `geo:` URI that does not mean WGS 84
 */
typedef enum {
  LIEUDIT_COORDINATES_ERROR_EMPTY,
  LIEUDIT_COORDINATES_ERROR_INCOMPLETE,
  LIEUDIT_COORDINATES_ERROR_MALFORMED,
  LIEUDIT_COORDINATES_ERROR_OUT_OF_RANGE,
  LIEUDIT_COORDINATES_ERROR_EXCHANGED,
  LIEUDIT_COORDINATES_ERROR_REFERENCE_SYSTEM,
} LieuditCoordinatesError;

/**
 * LieuditCoordinatesNotation:
 * @LIEUDIT_COORDINATES_DECIMAL: decimal degrees, such as `36.20125, 37.16117`
 * @LIEUDIT_COORDINATES_SEXAGESIMAL: degrees, minutes and seconds, such as `36°12′04.5″ N, 37°09′40.2″ E`
 * @LIEUDIT_COORDINATES_URI: a URI, such as `geo:36.20125,37.16117`
 */
typedef enum {
  LIEUDIT_COORDINATES_DECIMAL,
  LIEUDIT_COORDINATES_SEXAGESIMAL,
  LIEUDIT_COORDINATES_URI,
} LieuditCoordinatesNotation;

/**
 * LieuditCoordinates:
 * @latitude: degrees north, from -90 to 90
 * @longitude: degrees east, from -180 to 180
 * @uncertainty: how far off they may be, in metres; negative when that is not known
 *
 * A point on Earth, in WGS 84.
 */
typedef struct {
  double latitude;
  double longitude;
  double uncertainty;
} LieuditCoordinates;

GQuark    lieudit_coordinates_error_quark (void);
gboolean  lieudit_coordinates_parse       (const char                  *text,
                                           LieuditCoordinates          *coordinates,
                                           GError                     **error);
char     *lieudit_coordinates_format      (const LieuditCoordinates    *coordinates,
                                           LieuditCoordinatesNotation   notation);

G_END_DECLS
