/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

#include "text/lieudit-language.h"

G_BEGIN_DECLS

/**
 * LieuditNameRecord:
 * @text: the name
 * @language: its language
 * @preferred: whether it is the first choice in its language
 * @curated: whether people chose it
 */
typedef struct {
  char            *text;
  LieuditLanguage  language;
  gboolean         preferred;
  gboolean         curated;
} LieuditNameRecord;

/**
 * LieuditPlaceRecord:
 * @id: identifier
 * @feature: GeoNames feature code
 * @country: (nullable): ISO 3166-1 code
 * @parent: (nullable): identifier of the administrative area it lies in
 * @source: where the facts come from
 * @latitude: in degrees
 * @longitude: in degrees
 * @precision_km: radius in which the place lies, in kilometres
 * @population: inhabitants, 0 when not known
 * @curated: whether people look after it, so that it absorbs the same place of
 *   bulk data
 * @names: (element-type LieuditNameRecord): its names
 *
 * A place on its way into a compiled gazetteer.
 */
typedef struct {
  char     *id;
  char     *feature;
  char     *country;
  char     *parent;
  char     *source;
  double    latitude;
  double    longitude;
  double    precision_km;
  guint     population;
  gboolean  curated;
  GArray   *names;
} LieuditPlaceRecord;

LieuditPlaceRecord *lieudit_place_record_new      (const char         *id);
void                lieudit_place_record_free     (LieuditPlaceRecord *self);
void                lieudit_place_record_add_name (LieuditPlaceRecord *self,
                                                   const char         *text,
                                                   gsize               length,
                                                   LieuditLanguage     language,
                                                   gboolean            preferred);

guint32             lieudit_place_record_get_importance (const LieuditPlaceRecord *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditPlaceRecord, lieudit_place_record_free)

G_END_DECLS
