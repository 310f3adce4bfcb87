/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo/lieudit-coordinates-uri.h"

#include <glib/gi18n.h>
#include <math.h>
#include <string.h>

#define GEO_SCHEME "geo:"
#define GEODETIC_SYSTEM "wgs84"

static gboolean
set_malformed (GError     **error,
               const char  *message)
{
  g_set_error_literal (error, LIEUDIT_COORDINATES_ERROR, LIEUDIT_COORDINATES_ERROR_MALFORMED, message);
  return FALSE;
}

/* The number of RFC 5870, 3.3: digits, and at most a point between digits. Moves @text behind it. */
static gboolean
read_number (const char **text,
             double      *number)
{
  const char *start = *text;
  const char *end = start;

  if (*end == '-')
    end++;
  if (!g_ascii_isdigit (*end))
    return FALSE;
  while (g_ascii_isdigit (*end))
    end++;
  if (*end == '.' && g_ascii_isdigit (end[1]))
    {
      for (end++; g_ascii_isdigit (*end); end++)
        ;
    }

  *number = g_ascii_strtod (start, NULL);
  *text = end;

  return isfinite (*number);
}

static gboolean
read_pair (const char **text,
           const char  *separators,
           double      *first,
           double      *second)
{
  if (!read_number (text, first) || **text == '\0' || strchr (separators, **text) == NULL)
    return FALSE;

  (*text)++;
  return read_number (text, second);
}

static gboolean
read_parameter (const char          *parameter,
                LieuditCoordinates  *coordinates,
                GError             **error)
{
  if (g_ascii_strncasecmp (parameter, "crs=", 4) == 0)
    {
      if (g_ascii_strcasecmp (parameter + 4, GEODETIC_SYSTEM) == 0)
        return TRUE;

      g_set_error (error, LIEUDIT_COORDINATES_ERROR, LIEUDIT_COORDINATES_ERROR_REFERENCE_SYSTEM,
                   /* Translators: %s is the code of a coordinate reference system */
                   _("The address is in the reference system “%s”: give coordinates in WGS 84."), parameter + 4);
      return FALSE;
    }

  if (g_ascii_strncasecmp (parameter, "u=", 2) == 0)
    {
      const char *rest = parameter + 2;

      if (!read_number (&rest, &coordinates->uncertainty) || *rest != '\0' || coordinates->uncertainty < 0.0)
        return set_malformed (error, _("The uncertainty “u=” of the address is no number of metres: correct it or leave it out."));
    }

  return TRUE;
}

static gboolean
parse_parameters (const char          *text,
                  LieuditCoordinates  *coordinates,
                  GError             **error)
{
  g_auto(GStrv) parameters = g_strsplit (text, ";", -1);

  for (gsize i = 0; parameters[i] != NULL; i++)
    {
      if (!read_parameter (parameters[i], coordinates, error))
        return FALSE;
    }

  return TRUE;
}

/* Phones write "geo:0,0?q=36.2,37.16(Name)". */
static gboolean
read_query (const char         *query,
            LieuditCoordinates *coordinates)
{
  for (; query != NULL; query = strchr (query + 1, '&'))
    {
      const char *value = query + 3;

      if ((*query == '?' || *query == '&') && strncmp (query + 1, "q=", 2) == 0)
        return read_pair (&value, ",", &coordinates->latitude, &coordinates->longitude);
    }

  return FALSE;
}

static gboolean
parse_geo (const char          *text,
           LieuditCoordinates  *coordinates,
           GError             **error)
{
  g_autofree char *uri = g_strdup (text);
  char *query = strchr (uri, '?');
  const char *rest = uri + strlen (GEO_SCHEME);
  double altitude;

  if (query != NULL)
    *query = '\0';

  if (!read_pair (&rest, ",", &coordinates->latitude, &coordinates->longitude))
    return set_malformed (error, _("After “geo:” come a latitude, a comma and a longitude, like geo:36.2,37.16."));
  if (*rest == ',')
    {
      rest++;
      if (!read_number (&rest, &altitude))
        return set_malformed (error, _("The altitude of the address is no number: correct it or leave it out."));
    }
  if (*rest != '\0' && *rest != ';')
    return set_malformed (error, _("After “geo:” come a latitude, a comma and a longitude, like geo:36.2,37.16."));
  if (*rest == ';' && !parse_parameters (rest + 1, coordinates, error))
    return FALSE;

  if (query != NULL && coordinates->latitude == 0.0 && coordinates->longitude == 0.0)
    read_query (text + (query - uri), coordinates);

  return TRUE;
}

static gboolean
read_behind (const char *text,
             const char *key,
             double     *number)
{
  const char *found = strstr (text, key);

  if (found == NULL)
    return FALSE;

  found += strlen (key);
  return read_number (&found, number);
}

static gboolean
parse_address (const char          *text,
               LieuditCoordinates  *coordinates,
               GError             **error)
{
  const char *found;
  double zoom;

  /* The marker of OpenStreetMap, then its view, then the view of Google's map. */
  if (read_behind (text, "mlat=", &coordinates->latitude) && read_behind (text, "mlon=", &coordinates->longitude))
    return TRUE;

  found = strstr (text, "#map=");
  if (found != NULL)
    {
      found += strlen ("#map=");
      if (read_number (&found, &zoom) && *found++ == '/' &&
          read_pair (&found, "/", &coordinates->latitude, &coordinates->longitude))
        return TRUE;
    }

  found = strstr (text, "/@");
  if (found != NULL)
    {
      found += strlen ("/@");
      if (read_pair (&found, ",", &coordinates->latitude, &coordinates->longitude))
        return TRUE;
    }

  return set_malformed (error, _("There are no coordinates in this address: type a latitude and a longitude, like 36.2, 37.16."));
}

static gboolean
is_address (const char *text)
{
  return g_ascii_strncasecmp (text, "https://", 8) == 0 || g_ascii_strncasecmp (text, "http://", 7) == 0;
}

static gboolean
is_geo (const char *text)
{
  return g_ascii_strncasecmp (text, GEO_SCHEME, strlen (GEO_SCHEME)) == 0;
}

/*
 * lieudit_coordinates_is_uri:
 * @text: what a person typed
 *
 * Returns: whether it is to be read with lieudit_coordinates_parse_uri()
 */
gboolean
lieudit_coordinates_is_uri (const char *text)
{
  while (g_ascii_isspace (*text))
    text++;

  return is_geo (text) || is_address (text);
}

/*
 * lieudit_coordinates_parse_uri:
 * @text: a `geo:` URI (RFC 5870) or the address of a map on the web
 * @coordinates: (out caller-allocates): the point, whose range is not checked
 * @error: return location for a %LIEUDIT_COORDINATES_ERROR
 *
 * Reads the coordinates in a URI. Of its parameters, "crs" must be WGS 84,
 * "u" is the uncertainty, and all others mean nothing here, as the RFC wants.
 *
 * Returns: whether there are any
 */
gboolean
lieudit_coordinates_parse_uri (const char          *text,
                               LieuditCoordinates  *coordinates,
                               GError             **error)
{
  g_autofree char *uri = g_strstrip (g_strdup (text));

  coordinates->uncertainty = -1.0;

  return is_geo (uri) ? parse_geo (uri, coordinates, error) : parse_address (uri, coordinates, error);
}
