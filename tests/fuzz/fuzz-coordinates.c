/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <math.h>

#include "fuzz.h"
#include "geo/lieudit-coordinates.h"

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = size > 0 ? g_strndup ((const char *) data, size) : g_strdup ("");
  g_autofree char *uri = NULL;
  LieuditCoordinates coordinates, again;
  g_autoptr(GError) error = NULL;

  if (!lieudit_coordinates_parse (text, &coordinates, &error))
    {
      g_assert_true (error->domain == LIEUDIT_COORDINATES_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  g_assert_no_error (error);
  g_assert_true (fabs (coordinates.latitude) <= 90.0 && fabs (coordinates.longitude) <= 180.0);

  uri = lieudit_coordinates_format (&coordinates, LIEUDIT_COORDINATES_URI);
  g_assert_true (lieudit_coordinates_parse (uri, &again, NULL));
  g_assert_cmpfloat_with_epsilon (again.latitude, coordinates.latitude, 1e-5);
  g_assert_cmpfloat_with_epsilon (again.longitude, coordinates.longitude, 1e-5);

  return 0;
}
