/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo/lieudit-coordinates.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#include "geo/lieudit-coordinates-scanner.h"
#include "geo/lieudit-coordinates-uri.h"

/* What is longer was not meant to be coordinates. In bytes. */
#define LONGEST_TEXT 1000

/* The last decimal that is written: about a metre. */
#define DECIMALS "%.5f"
#define TENTHS_PER_DEGREE 36000 /* of seconds */

G_DEFINE_QUARK (lieudit-coordinates-error-quark, lieudit_coordinates_error)

/* One of the two, while it is read: up to three numbers when it was not parted from the other, up to six. */
typedef struct {
  double      values[6];
  gboolean    has_fraction[6];
  guint       n_values;
  guint       next_level; /* that the next number has when nothing else is said */
  gboolean    has_unit;
  gboolean    is_negative;
  gboolean    has_sign;
  LieuditAxis axis;
  gboolean    has_hemisphere;
  gboolean    is_complete;
} Coordinate;

typedef struct {
  Coordinate coordinates[2];
  guint      n_coordinates;
  gboolean   letters_first; /* "N 36 E 37" */
} Reading;

static gboolean
set_error (GError                  **error,
           LieuditCoordinatesError   code,
           const char               *message)
{
  g_set_error_literal (error, LIEUDIT_COORDINATES_ERROR, code, message);
  return FALSE;
}

static gboolean
set_many (GError **error)
{
  return set_error (error, LIEUDIT_COORDINATES_ERROR_MALFORMED,
                    _("There are too many numbers: give one latitude and one longitude."));
}

static Coordinate *
begin_coordinate (Reading  *reading,
                  GError  **error)
{
  if (reading->n_coordinates == 2)
    {
      set_many (error);
      return NULL;
    }

  return &reading->coordinates[reading->n_coordinates++];
}

static Coordinate *
get_current (Reading *reading)
{
  return reading->n_coordinates > 0 ? &reading->coordinates[reading->n_coordinates - 1] : NULL;
}

static gboolean
read_number (Reading                       *reading,
             const LieuditCoordinateToken  *token,
             const LieuditCoordinateToken  *unit,
             GError                       **error)
{
  Coordinate *current = get_current (reading);

  if (current == NULL || current->is_complete ||
      (current->n_values > 0 && (token->is_signed || (unit != NULL && unit->level == 0))))
    current = begin_coordinate (reading, error);
  if (current == NULL)
    return FALSE;
  if (current->n_values == G_N_ELEMENTS (current->values))
    return set_many (error);

  if (unit != NULL)
    {
      if (unit->level < current->next_level)
        return set_error (error, LIEUDIT_COORDINATES_ERROR_MALFORMED,
                          _("Degrees, minutes and seconds are not in this order: type them like 36°12′8″ N 37°9′30″ E."));

      /* What is left out between degrees and seconds is zero. */
      while (current->n_values < unit->level)
        current->values[current->n_values++] = 0.0;
      current->has_unit = TRUE;
    }

  current->is_negative |= token->is_negative;
  current->has_sign |= token->is_signed;
  current->has_fraction[current->n_values] = token->has_fraction;
  current->values[current->n_values++] = token->value;
  current->next_level = current->n_values;

  return TRUE;
}

static gboolean
read_letter (Reading                       *reading,
             const LieuditCoordinateToken  *token,
             GError                       **error)
{
  Coordinate *current = get_current (reading);
  gboolean is_hemisphere = token->kind == LIEUDIT_COORDINATE_HEMISPHERE;

  if (is_hemisphere && current == NULL)
    reading->letters_first = TRUE;

  /* Whatever stands before its number begins a coordinate; what stands behind it ends one. */
  if (!is_hemisphere || reading->letters_first || current == NULL)
    {
      if (current == NULL || current->n_values > 0)
        current = begin_coordinate (reading, error);
      if (current == NULL)
        return FALSE;
    }
  else if (current->n_values == 0 || current->has_hemisphere)
    {
      return set_error (error, LIEUDIT_COORDINATES_ERROR_MALFORMED,
                        _("A letter for north, south, east or west has no number: type them like 36.2 N 37.16 E."));
    }
  else
    {
      current->is_complete = TRUE;
    }

  if (current->axis != LIEUDIT_AXIS_ANY && current->axis != token->axis)
    return set_error (error, LIEUDIT_COORDINATES_ERROR_MALFORMED,
                      _("A latitude is north or south, a longitude east or west: correct the letters."));

  current->axis = token->axis;
  if (is_hemisphere)
    {
      current->has_hemisphere = TRUE;
      current->is_negative |= token->is_negative;
    }

  return TRUE;
}

static gboolean
read_tokens (Reading                       *reading,
             const LieuditCoordinateToken  *tokens,
             guint                          n_tokens,
             GError                       **error)
{
  for (guint i = 0; i < n_tokens; i++)
    {
      const LieuditCoordinateToken *unit = NULL;
      Coordinate *current = get_current (reading);

      switch (tokens[i].kind)
        {
        case LIEUDIT_COORDINATE_NUMBER:
          if (i + 1 < n_tokens && tokens[i + 1].kind == LIEUDIT_COORDINATE_UNIT)
            unit = &tokens[i + 1];
          if (!read_number (reading, &tokens[i], unit, error))
            return FALSE;
          if (unit != NULL)
            i++;
          break;
        case LIEUDIT_COORDINATE_UNIT:
          return set_error (error, LIEUDIT_COORDINATES_ERROR_MALFORMED,
                            _("A sign for degrees, minutes or seconds has no number: type them like 36°12′8″ N 37°9′30″ E."));
        case LIEUDIT_COORDINATE_HEMISPHERE:
        case LIEUDIT_COORDINATE_AXIS:
          if (!read_letter (reading, &tokens[i], error))
            return FALSE;
          break;
        case LIEUDIT_COORDINATE_SEPARATOR:
          if (current != NULL && current->n_values > 0)
            current->is_complete = TRUE;
          break;
        default:
          g_assert_not_reached ();
        }
    }

  return TRUE;
}

/* "36 12 8 37 9 30": as many numbers for the one as for the other. */
static void
divide (Reading *reading)
{
  Coordinate *first = &reading->coordinates[0];
  Coordinate *second = &reading->coordinates[1];

  if (reading->n_coordinates != 1 || first->has_unit || first->has_hemisphere || first->n_values % 2 != 0)
    return;

  first->n_values /= 2;
  second->n_values = first->n_values;
  for (guint i = 0; i < second->n_values; i++)
    {
      second->values[i] = first->values[first->n_values + i];
      second->has_fraction[i] = first->has_fraction[first->n_values + i];
    }
  reading->n_coordinates = 2;
}

static gboolean
compute_degrees (const Coordinate  *coordinate,
                 double            *degrees,
                 GError           **error)
{
  static const double per_degree[] = { 1.0, 60.0, 3600.0 };

  if (coordinate->n_values > G_N_ELEMENTS (per_degree))
    return set_many (error);
  if (coordinate->has_sign && coordinate->has_hemisphere)
    return set_error (error, LIEUDIT_COORDINATES_ERROR_MALFORMED,
                      _("A coordinate has a sign and a letter: leave out one of them."));

  *degrees = 0.0;
  for (guint i = 0; i < coordinate->n_values; i++)
    {
      if (i > 0 && coordinate->values[i] >= 60.0)
        return set_error (error, LIEUDIT_COORDINATES_ERROR_OUT_OF_RANGE,
                          _("There are 60 minutes in a degree and 60 seconds in a minute: correct the minutes or seconds."));
      if (i + 1 < coordinate->n_values && coordinate->has_fraction[i])
        return set_error (error, LIEUDIT_COORDINATES_ERROR_MALFORMED,
                          _("Only the last number of a coordinate can have decimals: correct the one before it."));
      *degrees += coordinate->values[i] / per_degree[i];
    }
  if (coordinate->is_negative)
    *degrees = -*degrees;

  return TRUE;
}

static gboolean
check_range (double     latitude,
             double     longitude,
             gboolean   says_axes,
             GError   **error)
{
  if (fabs (latitude) > 90.0 && fabs (latitude) <= 180.0 && fabs (longitude) <= 90.0 && !says_axes)
    return set_error (error, LIEUDIT_COORDINATES_ERROR_EXCHANGED,
                      _("The latitude is beyond 90 degrees: type the latitude first, then the longitude."));
  if (!(fabs (latitude) <= 90.0))
    return set_error (error, LIEUDIT_COORDINATES_ERROR_OUT_OF_RANGE,
                      _("The latitude is not between −90 and 90 degrees: correct it."));
  if (!(fabs (longitude) <= 180.0))
    return set_error (error, LIEUDIT_COORDINATES_ERROR_OUT_OF_RANGE,
                      _("The longitude is not between −180 and 180 degrees: correct it."));

  return TRUE;
}

static gboolean
finish_reading (Reading             *reading,
                LieuditCoordinates  *coordinates,
                GError             **error)
{
  Coordinate *first = &reading->coordinates[0];
  Coordinate *second = &reading->coordinates[1];
  gboolean says_axes = first->axis != LIEUDIT_AXIS_ANY || second->axis != LIEUDIT_AXIS_ANY;
  gboolean longitude_first = first->axis == LIEUDIT_AXIS_LONGITUDE || second->axis == LIEUDIT_AXIS_LATITUDE;
  double first_degrees, second_degrees;

  if (reading->n_coordinates == 0 || (first->n_values == 0 && second->n_values == 0))
    return set_error (error, LIEUDIT_COORDINATES_ERROR_EMPTY, _("Type a latitude and a longitude, like 36.2, 37.16."));
  if (reading->n_coordinates == 1 || first->n_values == 0 || second->n_values == 0)
    return set_error (error, LIEUDIT_COORDINATES_ERROR_INCOMPLETE,
                      _("There is only one coordinate: type a latitude and a longitude, like 36.2, 37.16."));
  if (first->axis != LIEUDIT_AXIS_ANY && first->axis == second->axis)
    return set_error (error, LIEUDIT_COORDINATES_ERROR_MALFORMED,
                      first->axis == LIEUDIT_AXIS_LATITUDE
                      ? _("These are two latitudes: give a latitude and a longitude.")
                      : _("These are two longitudes: give a latitude and a longitude."));
  if (!compute_degrees (first, &first_degrees, error) || !compute_degrees (second, &second_degrees, error))
    return FALSE;

  coordinates->latitude = longitude_first ? second_degrees : first_degrees;
  coordinates->longitude = longitude_first ? first_degrees : second_degrees;
  coordinates->uncertainty = -1.0;

  return check_range (coordinates->latitude, coordinates->longitude, says_axes, error);
}

/**
 * lieudit_coordinates_parse:
 * @text: what a person typed or pasted
 * @coordinates: (out caller-allocates): the point
 * @error: return location for a %LIEUDIT_COORDINATES_ERROR
 *
 * Reads coordinates: decimal degrees with a point or a comma, degrees with
 * minutes and seconds with the usual signs or without, letters or words for
 * the hemispheres in French, English, Spanish and Arabic, digits of any
 * script, `geo:` URIs (RFC 5870), and the addresses of OpenStreetMap's and
 * Google's maps. The latitude comes first where nothing else is said.
 *
 * Returns: whether @text could be read; if not, @error is one sentence that
 *   says what to do, and @coordinates is not to be used
 */
gboolean
lieudit_coordinates_parse (const char          *text,
                           LieuditCoordinates  *coordinates,
                           GError             **error)
{
  LieuditCoordinateToken tokens[LIEUDIT_MOST_COORDINATE_TOKENS];
  Reading reading = { 0, };
  guint n_tokens;

  g_return_val_if_fail (text != NULL, FALSE);
  g_return_val_if_fail (coordinates != NULL, FALSE);

  if (strlen (text) > LONGEST_TEXT || !g_utf8_validate (text, -1, NULL))
    return set_error (error, LIEUDIT_COORDINATES_ERROR_MALFORMED,
                      _("This is too long or no text: type a latitude and a longitude, like 36.2, 37.16."));

  if (lieudit_coordinates_is_uri (text))
    return lieudit_coordinates_parse_uri (text, coordinates, error) &&
           check_range (coordinates->latitude, coordinates->longitude, FALSE, error);

  if (!lieudit_coordinates_scan (text, tokens, &n_tokens, error) ||
      !read_tokens (&reading, tokens, n_tokens, error))
    return FALSE;

  divide (&reading);

  return finish_reading (&reading, coordinates, error);
}

static char *
format_decimal (double degrees)
{
  char buffer[G_ASCII_DTOSTR_BUF_SIZE];

  g_ascii_formatd (buffer, sizeof buffer, DECIMALS, degrees);

  /* There is no -0. */
  return g_strdup (g_ascii_strtod (buffer, NULL) == 0.0 && buffer[0] == '-' ? buffer + 1 : buffer);
}

static char *
format_sexagesimal (double      degrees,
                    const char *positive,
                    const char *negative)
{
  gint64 tenths = llround (fabs (degrees) * TENTHS_PER_DEGREE);

  return g_strdup_printf ("%d°%02d′%02d.%d″\u00A0%s",
                          (int) (tenths / TENTHS_PER_DEGREE),
                          (int) (tenths / 600 % 60),
                          (int) (tenths / 10 % 60),
                          (int) (tenths % 10),
                          degrees < 0.0 && tenths != 0 ? negative : positive);
}

/**
 * lieudit_coordinates_format:
 * @coordinates: a point
 * @notation: how to write it
 *
 * Writes coordinates, to within about a metre, so that
 * lieudit_coordinates_parse() and other programs can read them. The letters
 * for the hemispheres are those of the reader's language.
 *
 * Returns: (transfer full): the text
 */
char *
lieudit_coordinates_format (const LieuditCoordinates   *coordinates,
                            LieuditCoordinatesNotation  notation)
{
  g_autofree char *latitude = NULL;
  g_autofree char *longitude = NULL;
  g_autofree char *uncertainty = NULL;

  g_return_val_if_fail (coordinates != NULL, NULL);

  if (notation == LIEUDIT_COORDINATES_SEXAGESIMAL)
    {
      latitude = format_sexagesimal (coordinates->latitude, C_("hemisphere", "N"), C_("hemisphere", "S"));
      longitude = format_sexagesimal (coordinates->longitude, C_("hemisphere", "E"), C_("hemisphere", "W"));
    }
  else
    {
      latitude = format_decimal (coordinates->latitude);
      longitude = format_decimal (coordinates->longitude);
    }

  if (notation != LIEUDIT_COORDINATES_URI)
    return g_strconcat (latitude, ", ", longitude, NULL);

  if (coordinates->uncertainty >= 0.0)
    uncertainty = g_strdup_printf (";u=%.0f", coordinates->uncertainty);

  return g_strconcat ("geo:", latitude, ",", longitude, uncertainty, NULL);
}
