/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/lieudit-export-format.h"

G_BEGIN_DECLS

/**
 * LieuditCopyForm:
 * @LIEUDIT_COPY_NAMES: names
 * @LIEUDIT_COPY_DECIMAL: decimal degrees
 * @LIEUDIT_COPY_SEXAGESIMAL: degrees, minutes and seconds
 * @LIEUDIT_COPY_GEO: geo: URIs, which map programs open
 * @LIEUDIT_COPY_LINK: addresses of web maps
 * @LIEUDIT_COPY_CSV: a table
 * @LIEUDIT_COPY_GEOJSON: features
 *
 * What places are copied as.
 */
typedef enum {
  LIEUDIT_COPY_NAMES,
  LIEUDIT_COPY_DECIMAL,
  LIEUDIT_COPY_SEXAGESIMAL,
  LIEUDIT_COPY_GEO,
  LIEUDIT_COPY_LINK,
  LIEUDIT_COPY_CSV,
  LIEUDIT_COPY_GEOJSON,
} LieuditCopyForm;

#define LIEUDIT_N_COPY_FORMS (LIEUDIT_COPY_GEOJSON + 1)

const char *lieudit_copy_form_to_nick       (LieuditCopyForm      form);
gboolean    lieudit_copy_form_from_nick     (const char          *nick,
                                             LieuditCopyForm     *form);
const char *lieudit_copy_form_get_title     (LieuditCopyForm      form);
const char *lieudit_copy_form_get_mime_type (LieuditCopyForm      form);
char       *lieudit_copy_places             (const LieuditExport *what,
                                             GListModel          *places,
                                             LieuditCopyForm      form);
char       *lieudit_copy_uri_list           (GListModel          *places);

G_END_DECLS
