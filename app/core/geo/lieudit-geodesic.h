/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

double lieudit_geodesic_distance (double latitude_a,
                                  double longitude_a,
                                  double latitude_b,
                                  double longitude_b);
double lieudit_geodesic_azimuth  (double latitude_a,
                                  double longitude_a,
                                  double latitude_b,
                                  double longitude_b);
void   lieudit_geodesic_destination (double  latitude,
                                     double  longitude,
                                     double  azimuth,
                                     double  distance,
                                     double *destination_latitude,
                                     double *destination_longitude);

G_END_DECLS
