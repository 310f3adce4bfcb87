/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geo/lieudit-coordinates.h"

static void
test_parse (void)
{
  static const struct {
    const char *text;
    double latitude;
    double longitude;
  } cases[] = {
    /* decimal degrees */
    { "36.2, 37.16", 36.2, 37.16 },
    { "36.2,37.16", 36.2, 37.16 },
    { " 36.2  37.16 ", 36.2, 37.16 },
    { "36.2;37.16", 36.2, 37.16 },
    { "36.2\n37.16", 36.2, 37.16 },
    { "36.2\t37.16", 36.2, 37.16 },
    { "(36.2, 37.16)", 36.2, 37.16 },
    { "-33.45, -70.67", -33.45, -70.67 },
    { "−33.45, −70.67", -33.45, -70.67 },
    { "+36.2+037.16/", 36.2, 37.16 },
    { "+40.7-074.0/", 40.7, -74.0 },
    { "36, 37", 36.0, 37.0 },
    { "36,37", 36.0, 37.0 },
    { "90, 180", 90.0, 180.0 },
    { "-90, -180", -90.0, -180.0 },
    { "0 0", 0.0, 0.0 },

    /* with a decimal comma */
    { "36,2 ; 37,16", 36.2, 37.16 },
    { "36,2 37,16", 36.2, 37.16 },
    { "36,2, 37,16", 36.2, 37.16 },
    { "36,2,37,16", 36.2, 37.16 },
    { "lat. 36,2 long. 37,16", 36.2, 37.16 },

    /* hemispheres */
    { "36.2 N 37.16 E", 36.2, 37.16 },
    { "36.2N,37.16E", 36.2, 37.16 },
    { "37.16E 36.2N", 36.2, 37.16 },
    { "N36.2 E37.16", 36.2, 37.16 },
    { "E 37.16, N 36.2", 36.2, 37.16 },
    { "33.45 S, 70.67 W", -33.45, -70.67 },
    { "33,45 S 70,67 O", -33.45, -70.67 },
    { "48.85 nord, 2.35 est", 48.85, 2.35 },
    { "12.05 Sud, 77.03 Ouest", -12.05, -77.03 },
    { "36.2° N, 37.16° E", 36.2, 37.16 },
    { "36.2 N, 37.16", 36.2, 37.16 },
    { "37.16 E, 36.2", 36.2, 37.16 },
    { "lat=36.2, lon=37.16", 36.2, 37.16 },
    { "Longitude: 37.16 Latitude: 36.2", 36.2, 37.16 },
    { "lat 33.45 S lng 70.67 W", -33.45, -70.67 },

    /* degrees, minutes, seconds */
    { "36°12′ N 37°10′ E", 36.2, 37.0 + 10.0 / 60.0 },
    { "36°12′36″N 37°09′36″E", 36.21, 37.16 },
    { "36° 12' 36\" N, 37° 9' 36\" E", 36.21, 37.16 },
    { "36º12’36”N, 37º9’36”E", 36.21, 37.16 },
    { "36°12'36''N 37°9'36''E", 36.21, 37.16 },
    { "36°12′36,0″N,37°9′36,0″E", 36.21, 37.16 },
    { "36d12m36sN 37d9m36sE", 36.21, 37.16 },
    { "36d12m36s 37d9m36s", 36.21, 37.16 },
    { "33 deg 27 min 36 sec S, 70 deg 39 min 36 sec W", -33.46, -70.66 },
    { "33d27m36sS 70d39m36sW", -33.46, -70.66 },
    { "36 12 36 N 37 9 36 E", 36.21, 37.16 },
    { "36 12 36, 37 9 36", 36.21, 37.16 },
    { "36 12 36 37 9 36", 36.21, 37.16 },
    { "36 12.6 37 9.6", 36.21, 37.16 },
    { "N 36 12 36 E 37 9 36", 36.21, 37.16 },
    { "36°12′36″ 37°9′36″", 36.21, 37.16 },
    { "-33°27′36″, -70°39′36″", -33.46, -70.66 },
    { "-0°30′, -0°15′", -0.5, -0.25 },
    { "36° 36″ N 37° E", 36.01, 37.0 },
    { "33°27′S 70°39′O", -33.45, -70.65 },

    /* Arabic and Persian digits and letters */
    { "٣٦٫٢، ٣٧٫١٦", 36.2, 37.16 },
    { "٣٦٫٢ ش ٣٧٫١٦ ق", 36.2, 37.16 },
    { "۳۶٫۲؛ ۳۷٫۱۶", 36.2, 37.16 },
    { "٣٣٫٤٥ ج، ٧٠٫٦٧ غ", -33.45, -70.67 },
    { "36°12′36″ شمالا 37°9′36″ شرقا", 36.21, 37.16 },
    { "\u200F36.2\u200E, \u202A37.16\u202C", 36.2, 37.16 },

    /* URIs */
    { "geo:36.2,37.16", 36.2, 37.16 },
    { "GEO:36.2,37.16", 36.2, 37.16 },
    { " geo:-33.45,-70.67,520;crs=WGS84;u=35 ", -33.45, -70.67 },
    { "geo:36.2,37.16;name=Aleppo", 36.2, 37.16 },
    { "geo:36.2,37.16?z=12", 36.2, 37.16 },
    { "geo:0,0?q=36.2,37.16(Aleppo)", 36.2, 37.16 },
    { "geo:0,0?z=3&q=36.2,37.16", 36.2, 37.16 },
    { "https://www.openstreetmap.org/?mlat=36.2&mlon=37.16#map=12/1/2", 36.2, 37.16 },
    { "https://www.openstreetmap.org/#map=12/36.2/37.16&layers=N", 36.2, 37.16 },
    { "https://www.google.com/maps/@36.2,37.16,12z", 36.2, 37.16 },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LieuditCoordinates coordinates;
      g_autoptr(GError) error = NULL;
      gboolean is_read = lieudit_coordinates_parse (cases[i].text, &coordinates, &error);

      g_test_message ("%s", cases[i].text);
      g_assert_no_error (error);
      g_assert_true (is_read);
      g_assert_cmpfloat_with_epsilon (coordinates.latitude, cases[i].latitude, 1e-9);
      g_assert_cmpfloat_with_epsilon (coordinates.longitude, cases[i].longitude, 1e-9);
    }
}

static void
test_refuse (void)
{
  static const struct {
    const char *text;
    LieuditCoordinatesError code;
    const char *message; /* a part of it */
  } cases[] = {
    { "", LIEUDIT_COORDINATES_ERROR_EMPTY, "Type a latitude and a longitude" },
    { " \t", LIEUDIT_COORDINATES_ERROR_EMPTY, "Type a latitude and a longitude" },
    { ",;", LIEUDIT_COORDINATES_ERROR_EMPTY, "Type a latitude and a longitude" },
    { "lat", LIEUDIT_COORDINATES_ERROR_EMPTY, "Type a latitude and a longitude" },
    { "36.2", LIEUDIT_COORDINATES_ERROR_INCOMPLETE, "only one coordinate" },
    { "36.2,", LIEUDIT_COORDINATES_ERROR_INCOMPLETE, "only one coordinate" },
    { "36°12′36″ N", LIEUDIT_COORDINATES_ERROR_INCOMPLETE, "only one coordinate" },
    { "N 36.2, E", LIEUDIT_COORDINATES_ERROR_INCOMPLETE, "only one coordinate" },
    { "36 12 36", LIEUDIT_COORDINATES_ERROR_INCOMPLETE, "only one coordinate" },
    { "Alep", LIEUDIT_COORDINATES_ERROR_MALFORMED, "“Alep”" },
    { "36.2, 37.16 km", LIEUDIT_COORDINATES_ERROR_MALFORMED, "“km”" },
    { "36.2 - 37.16", LIEUDIT_COORDINATES_ERROR_MALFORMED, "“- 37.16”" },
    { "36.2, 37.16, 400", LIEUDIT_COORDINATES_ERROR_MALFORMED, "too many numbers" },
    { "1 2 3 4 5 6 7", LIEUDIT_COORDINATES_ERROR_MALFORMED, "too many numbers" },
    { "1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8 9 1 2 3 4 5 6 7 8", LIEUDIT_COORDINATES_ERROR_MALFORMED, "too many numbers" },
    { "1 2 3 4, 5", LIEUDIT_COORDINATES_ERROR_MALFORMED, "too many numbers" },
    { "-33.45 S, 70.67 W", LIEUDIT_COORDINATES_ERROR_MALFORMED, "a sign and a letter" },
    { "36.2 N, 37.16 N", LIEUDIT_COORDINATES_ERROR_MALFORMED, "two latitudes" },
    { "36.2 E, 37.16 W", LIEUDIT_COORDINATES_ERROR_MALFORMED, "two longitudes" },
    { "lat 36.2 E, 37.16", LIEUDIT_COORDINATES_ERROR_MALFORMED, "correct the letters" },
    { "36.2 N E 37.16", LIEUDIT_COORDINATES_ERROR_MALFORMED, "has no number" },
    { "° 36 37", LIEUDIT_COORDINATES_ERROR_MALFORMED, "has no number" },
    { "36°° 37", LIEUDIT_COORDINATES_ERROR_MALFORMED, "has no number" },
    { "36″12′ N 37° E", LIEUDIT_COORDINATES_ERROR_MALFORMED, "not in this order" },
    { "36.5°12′ N 37° E", LIEUDIT_COORDINATES_ERROR_MALFORMED, "Only the last number" },
    { "36°60′ N 37°9′ E", LIEUDIT_COORDINATES_ERROR_OUT_OF_RANGE, "60 minutes" },
    { "36°12′61″ N 37°9′ E", LIEUDIT_COORDINATES_ERROR_OUT_OF_RANGE, "60 minutes" },
    { "137.16, 36.2", LIEUDIT_COORDINATES_ERROR_EXCHANGED, "latitude first" },
    { "-137.16, 36.2", LIEUDIT_COORDINATES_ERROR_EXCHANGED, "latitude first" },
    { "geo:137.16,36.2", LIEUDIT_COORDINATES_ERROR_EXCHANGED, "latitude first" },
    { "137.16 N, 36.2 E", LIEUDIT_COORDINATES_ERROR_OUT_OF_RANGE, "latitude is not between" },
    { "91, 100", LIEUDIT_COORDINATES_ERROR_OUT_OF_RANGE, "latitude is not between" },
    { "90°0′1″ N 0°0′ E", LIEUDIT_COORDINATES_ERROR_OUT_OF_RANGE, "latitude is not between" },
    { "36.2, 180.5", LIEUDIT_COORDINATES_ERROR_OUT_OF_RANGE, "longitude is not between" },
    { "362000 371600", LIEUDIT_COORDINATES_ERROR_OUT_OF_RANGE, "latitude is not between" },
    { "1234567890123456789012345, 3", LIEUDIT_COORDINATES_ERROR_MALFORMED, "no part of coordinates" },
    { "geo:", LIEUDIT_COORDINATES_ERROR_MALFORMED, "After “geo:”" },
    { "geo:36.2", LIEUDIT_COORDINATES_ERROR_MALFORMED, "After “geo:”" },
    { "geo:36.2,37.16 or so", LIEUDIT_COORDINATES_ERROR_MALFORMED, "After “geo:”" },
    { "geo:+36.2,37.16", LIEUDIT_COORDINATES_ERROR_MALFORMED, "After “geo:”" },
    { "geo:36.2,37.16,high", LIEUDIT_COORDINATES_ERROR_MALFORMED, "altitude" },
    { "geo:36.2,37.16;u=far", LIEUDIT_COORDINATES_ERROR_MALFORMED, "u=" },
    { "geo:36.2,37.16;u=-1", LIEUDIT_COORDINATES_ERROR_MALFORMED, "u=" },
    { "geo:36.2,37.16;crs=nad27", LIEUDIT_COORDINATES_ERROR_REFERENCE_SYSTEM, "nad27" },
    { "geo:36.2,200", LIEUDIT_COORDINATES_ERROR_OUT_OF_RANGE, "longitude is not between" },
    { "https://example.org/", LIEUDIT_COORDINATES_ERROR_MALFORMED, "no coordinates in this address" },
    { "36.2, 37.16\xff", LIEUDIT_COORDINATES_ERROR_MALFORMED, "no text" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      LieuditCoordinates coordinates;
      g_autoptr(GError) error = NULL;

      g_test_message ("%s", cases[i].text);
      g_assert_false (lieudit_coordinates_parse (cases[i].text, &coordinates, &error));
      g_assert_error (error, LIEUDIT_COORDINATES_ERROR, (int) cases[i].code);
      g_test_message ("%s", error->message);
      g_assert_nonnull (strstr (error->message, cases[i].message));
    }
}

static void
test_uncertainty (void)
{
  LieuditCoordinates coordinates;

  g_assert_true (lieudit_coordinates_parse ("geo:36.2,37.16;u=35.5", &coordinates, NULL));
  g_assert_cmpfloat (coordinates.uncertainty, ==, 35.5);
  g_assert_true (lieudit_coordinates_parse ("geo:36.2,37.16", &coordinates, NULL));
  g_assert_cmpfloat (coordinates.uncertainty, <, 0.0);
  g_assert_true (lieudit_coordinates_parse ("36.2, 37.16", &coordinates, NULL));
  g_assert_cmpfloat (coordinates.uncertainty, <, 0.0);
}

static void
test_too_long (void)
{
  g_autofree char *text = g_strnfill (100000, '1');
  LieuditCoordinates coordinates;
  g_autoptr(GError) error = NULL;

  g_assert_false (lieudit_coordinates_parse (text, &coordinates, &error));
  g_assert_error (error, LIEUDIT_COORDINATES_ERROR, LIEUDIT_COORDINATES_ERROR_MALFORMED);
}

static void
test_format (void)
{
  static const struct {
    LieuditCoordinates coordinates;
    const char *decimal;
    const char *sexagesimal;
    const char *uri;
  } cases[] = {
    { { 36.2, 37.16, -1 }, "36.20000, 37.16000", "36°12′00.0″\u00A0N, 37°09′36.0″\u00A0E", "geo:36.20000,37.16000" },
    { { -33.45, -70.6789, 35 }, "-33.45000, -70.67890", "33°27′00.0″\u00A0S, 70°40′44.0″\u00A0W", "geo:-33.45000,-70.67890;u=35" },
    { { -0.000001, 0.000001, 0 }, "0.00000, 0.00000", "0°00′00.0″\u00A0N, 0°00′00.0″\u00A0E", "geo:0.00000,0.00000;u=0" },
    /* 59.99 seconds are the next minute */
    { { 1.9999999, 179.9999999, -1 }, "2.00000, 180.00000", "2°00′00.0″\u00A0N, 180°00′00.0″\u00A0E", "geo:2.00000,180.00000" },
    { { 90, -180, -1 }, "90.00000, -180.00000", "90°00′00.0″\u00A0N, 180°00′00.0″\u00A0W", "geo:90.00000,-180.00000" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *decimal = lieudit_coordinates_format (&cases[i].coordinates, LIEUDIT_COORDINATES_DECIMAL);
      g_autofree char *sexagesimal = lieudit_coordinates_format (&cases[i].coordinates, LIEUDIT_COORDINATES_SEXAGESIMAL);
      g_autofree char *uri = lieudit_coordinates_format (&cases[i].coordinates, LIEUDIT_COORDINATES_URI);

      g_assert_cmpstr (decimal, ==, cases[i].decimal);
      g_assert_cmpstr (sexagesimal, ==, cases[i].sexagesimal);
      g_assert_cmpstr (uri, ==, cases[i].uri);
    }
}

/* What is written can be read again, to within what a notation can tell. */
static void
test_there_and_back (void)
{
  for (int latitude = -90; latitude <= 90; latitude += 15)
    {
      for (int longitude = -180; longitude <= 180; longitude += 36)
        {
          LieuditCoordinates point = { latitude * 0.99987, longitude * 0.99987, -1.0 };

          for (guint notation = LIEUDIT_COORDINATES_DECIMAL; notation <= LIEUDIT_COORDINATES_URI; notation++)
            {
              g_autofree char *text = lieudit_coordinates_format (&point, (LieuditCoordinatesNotation) notation);
              LieuditCoordinates read;
              g_autoptr(GError) error = NULL;

              lieudit_coordinates_parse (text, &read, &error);
              g_assert_no_error (error);
              g_assert_cmpfloat_with_epsilon (read.latitude, point.latitude, 0.05 / 3600.0);
              g_assert_cmpfloat_with_epsilon (read.longitude, point.longitude, 0.05 / 3600.0);
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/coordinates/parse", test_parse);
  g_test_add_func ("/coordinates/refuse", test_refuse);
  g_test_add_func ("/coordinates/uncertainty", test_uncertainty);
  g_test_add_func ("/coordinates/too-long", test_too_long);
  g_test_add_func ("/coordinates/format", test_format);
  g_test_add_func ("/coordinates/there-and-back", test_there_and_back);

  return g_test_run ();
}
