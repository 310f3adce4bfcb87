/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-import-report.h"
#include "gazetteer/lieudit-place-record.h"

G_BEGIN_DECLS

#define LIEUDIT_LONGEST_PLACE_NAME 200 /* characters */

typedef enum {
  LIEUDIT_GEONAMES_OTHER,
  LIEUDIT_GEONAMES_PLACES,
  LIEUDIT_GEONAMES_NAMES,
} LieuditGeonamesTable;

LieuditGeonamesTable  lieudit_geonames_recognise   (const char            *line,
                                                    gsize                  length);
LieuditPlaceRecord   *lieudit_geonames_parse_place (char                  *row,
                                                    LieuditImportProblem  *problem);
gboolean              lieudit_geonames_parse_name  (char                  *row,
                                                    guint32               *geonames_id,
                                                    LieuditNameRecord     *name,
                                                    LieuditImportProblem  *problem);
gboolean              lieudit_import_parse_degrees (const char            *text,
                                                    double                 limit,
                                                    double                *degrees);
double                lieudit_import_guess_precision (const char          *feature);

G_END_DECLS
