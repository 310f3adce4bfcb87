/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-feature.h"

#include <glib/gi18n.h>
#include <stdlib.h>
#include <string.h>

/* What Lieudit says of one of the feature codes of https://www.geonames.org/export/codes.html */
typedef struct
{
  const char          *code;
  LieuditFeatureClass  class;
  gboolean             is_area;
  const char          *description;
} Feature;

/* In the order of strcmp(). Translators: the kinds of places are read within sentences and after names. */
static const Feature features[] = {
  { "ADM1", LIEUDIT_FEATURE_REGION, TRUE, N_("governorate or province") },
  { "ADM2", LIEUDIT_FEATURE_DISTRICT, TRUE, N_("district") },
  { "ADM3", LIEUDIT_FEATURE_DISTRICT, TRUE, N_("subdistrict") },
  { "ADM4", LIEUDIT_FEATURE_DISTRICT, TRUE, N_("municipality") },
  { "ADM5", LIEUDIT_FEATURE_DISTRICT, TRUE, N_("municipality") },
  { "ADMD", LIEUDIT_FEATURE_DISTRICT, TRUE, N_("district") },
  { "AIRB", LIEUDIT_FEATURE_SITE, FALSE, N_("air base") },
  { "AIRF", LIEUDIT_FEATURE_SITE, FALSE, N_("airfield") },
  { "AIRP", LIEUDIT_FEATURE_SITE, FALSE, N_("airport") },
  { "AREA", LIEUDIT_FEATURE_AREA, TRUE, N_("region") },
  { "BAY", LIEUDIT_FEATURE_WATER, TRUE, N_("bay") },
  { "BCH", LIEUDIT_FEATURE_RELIEF, FALSE, N_("beach") },
  { "BDG", LIEUDIT_FEATURE_SITE, FALSE, N_("bridge") },
  { "BLDG", LIEUDIT_FEATURE_SITE, FALSE, N_("building") },
  { "CAPE", LIEUDIT_FEATURE_RELIEF, FALSE, N_("cape") },
  { "CH", LIEUDIT_FEATURE_SITE, FALSE, N_("church") },
  { "CHN", LIEUDIT_FEATURE_WATER, TRUE, N_("channel") },
  { "CMP", LIEUDIT_FEATURE_SITE, FALSE, N_("camp") },
  { "CMPRF", LIEUDIT_FEATURE_SITE, FALSE, N_("refugee camp") },
  { "CNL", LIEUDIT_FEATURE_WATER, FALSE, N_("canal") },
  { "CNYN", LIEUDIT_FEATURE_RELIEF, TRUE, N_("canyon") },
  { "CONT", LIEUDIT_FEATURE_AREA, TRUE, N_("continent") },
  { "CST", LIEUDIT_FEATURE_AREA, TRUE, N_("coast") },
  { "CSTL", LIEUDIT_FEATURE_SITE, FALSE, N_("citadel") },
  { "DAM", LIEUDIT_FEATURE_SITE, FALSE, N_("dam") },
  { "DLTA", LIEUDIT_FEATURE_WATER, TRUE, N_("delta") },
  { "DSRT", LIEUDIT_FEATURE_AREA, TRUE, N_("desert") },
  { "ESTY", LIEUDIT_FEATURE_WATER, TRUE, N_("estuary") },
  { "FLLS", LIEUDIT_FEATURE_WATER, FALSE, N_("waterfall") },
  { "FRM", LIEUDIT_FEATURE_SITE, FALSE, N_("farm") },
  { "FRST", LIEUDIT_FEATURE_AREA, TRUE, N_("forest") },
  { "FT", LIEUDIT_FEATURE_SITE, FALSE, N_("fort") },
  { "GRGE", LIEUDIT_FEATURE_RELIEF, TRUE, N_("gorge") },
  { "GULF", LIEUDIT_FEATURE_WATER, TRUE, N_("gulf") },
  { "HBR", LIEUDIT_FEATURE_SITE, FALSE, N_("harbour") },
  { "HLL", LIEUDIT_FEATURE_RELIEF, FALSE, N_("hill") },
  { "HLLS", LIEUDIT_FEATURE_RELIEF, TRUE, N_("hills") },
  { "HSP", LIEUDIT_FEATURE_SITE, FALSE, N_("hospital") },
  { "HSTS", LIEUDIT_FEATURE_SITE, FALSE, N_("historical site") },
  { "INSM", LIEUDIT_FEATURE_SITE, FALSE, N_("military base") },
  { "ISL", LIEUDIT_FEATURE_AREA, TRUE, N_("island") },
  { "ISLS", LIEUDIT_FEATURE_AREA, TRUE, N_("islands") },
  { "LK", LIEUDIT_FEATURE_WATER, TRUE, N_("lake") },
  { "LKS", LIEUDIT_FEATURE_WATER, TRUE, N_("lakes") },
  { "MNMT", LIEUDIT_FEATURE_SITE, FALSE, N_("monument") },
  { "MSQE", LIEUDIT_FEATURE_SITE, FALSE, N_("mosque") },
  { "MSTY", LIEUDIT_FEATURE_SITE, FALSE, N_("monastery") },
  { "MT", LIEUDIT_FEATURE_RELIEF, FALSE, N_("mountain") },
  { "MTS", LIEUDIT_FEATURE_RELIEF, TRUE, N_("mountains") },
  { "MUS", LIEUDIT_FEATURE_SITE, FALSE, N_("museum") },
  { "NVB", LIEUDIT_FEATURE_SITE, FALSE, N_("naval base") },
  { "OAS", LIEUDIT_FEATURE_AREA, TRUE, N_("oasis") },
  { "OCN", LIEUDIT_FEATURE_WATER, TRUE, N_("ocean") },
  { "OILF", LIEUDIT_FEATURE_SITE, TRUE, N_("oil field") },
  { "PASS", LIEUDIT_FEATURE_RELIEF, FALSE, N_("mountain pass") },
  { "PCL", LIEUDIT_FEATURE_COUNTRY, TRUE, N_("country") },
  { "PCLD", LIEUDIT_FEATURE_COUNTRY, TRUE, N_("dependent territory") },
  { "PCLF", LIEUDIT_FEATURE_COUNTRY, TRUE, N_("country") },
  { "PCLH", LIEUDIT_FEATURE_COUNTRY, TRUE, N_("former country") },
  { "PCLI", LIEUDIT_FEATURE_COUNTRY, TRUE, N_("country") },
  { "PCLIX", LIEUDIT_FEATURE_COUNTRY, TRUE, N_("part of a country") },
  { "PCLS", LIEUDIT_FEATURE_COUNTRY, TRUE, N_("autonomous territory") },
  { "PEN", LIEUDIT_FEATURE_AREA, TRUE, N_("peninsula") },
  { "PK", LIEUDIT_FEATURE_RELIEF, FALSE, N_("peak") },
  { "PLAT", LIEUDIT_FEATURE_RELIEF, TRUE, N_("plateau") },
  { "PLN", LIEUDIT_FEATURE_RELIEF, TRUE, N_("plain") },
  { "PPL", LIEUDIT_FEATURE_TOWN, FALSE, N_("town") },
  { "PPLA", LIEUDIT_FEATURE_TOWN, FALSE, N_("regional capital") },
  { "PPLA2", LIEUDIT_FEATURE_TOWN, FALSE, N_("town") },
  { "PPLA3", LIEUDIT_FEATURE_TOWN, FALSE, N_("town") },
  { "PPLA4", LIEUDIT_FEATURE_TOWN, FALSE, N_("town") },
  { "PPLA5", LIEUDIT_FEATURE_TOWN, FALSE, N_("town") },
  { "PPLC", LIEUDIT_FEATURE_CAPITAL, FALSE, N_("capital") },
  { "PPLF", LIEUDIT_FEATURE_TOWN, FALSE, N_("village") },
  { "PPLG", LIEUDIT_FEATURE_CAPITAL, FALSE, N_("seat of government") },
  { "PPLH", LIEUDIT_FEATURE_SITE, FALSE, N_("former town") },
  { "PPLL", LIEUDIT_FEATURE_TOWN, FALSE, N_("village") },
  { "PPLQ", LIEUDIT_FEATURE_SITE, FALSE, N_("abandoned town") },
  { "PPLR", LIEUDIT_FEATURE_TOWN, FALSE, N_("religious town") },
  { "PPLS", LIEUDIT_FEATURE_TOWN, FALSE, N_("towns") },
  { "PPLW", LIEUDIT_FEATURE_SITE, FALSE, N_("destroyed town") },
  { "PPLX", LIEUDIT_FEATURE_QUARTER, FALSE, N_("quarter") },
  { "PRK", LIEUDIT_FEATURE_AREA, TRUE, N_("park") },
  { "PRN", LIEUDIT_FEATURE_SITE, FALSE, N_("prison") },
  { "PRT", LIEUDIT_FEATURE_SITE, FALSE, N_("port") },
  { "PSTB", LIEUDIT_FEATURE_SITE, FALSE, N_("border crossing") },
  { "PSTM", LIEUDIT_FEATURE_SITE, FALSE, N_("military post") },
  { "RD", LIEUDIT_FEATURE_ROAD, FALSE, N_("motorway") },
  { "RDJCT", LIEUDIT_FEATURE_ROAD, FALSE, N_("road junction") },
  { "RF", LIEUDIT_FEATURE_WATER, TRUE, N_("reef") },
  { "RGN", LIEUDIT_FEATURE_AREA, TRUE, N_("region") },
  { "RGNE", LIEUDIT_FEATURE_AREA, TRUE, N_("region") },
  { "RGNH", LIEUDIT_FEATURE_AREA, TRUE, N_("historical region") },
  { "RSTN", LIEUDIT_FEATURE_SITE, FALSE, N_("railway station") },
  { "RSV", LIEUDIT_FEATURE_WATER, TRUE, N_("reservoir") },
  { "RUIN", LIEUDIT_FEATURE_SITE, FALSE, N_("ruin") },
  { "SEA", LIEUDIT_FEATURE_WATER, TRUE, N_("sea") },
  { "SQR", LIEUDIT_FEATURE_SITE, FALSE, N_("square") },
  { "ST", LIEUDIT_FEATURE_ROAD, FALSE, N_("street") },
  { "STDM", LIEUDIT_FEATURE_SITE, FALSE, N_("stadium") },
  { "STLMT", LIEUDIT_FEATURE_TOWN, FALSE, N_("settlement") },
  { "STM", LIEUDIT_FEATURE_WATER, FALSE, N_("river") },
  { "STRT", LIEUDIT_FEATURE_WATER, TRUE, N_("strait") },
  { "TERR", LIEUDIT_FEATURE_COUNTRY, TRUE, N_("territory") },
  { "TMPL", LIEUDIT_FEATURE_SITE, FALSE, N_("temple") },
  { "UNIV", LIEUDIT_FEATURE_SITE, FALSE, N_("university") },
  { "VAL", LIEUDIT_FEATURE_RELIEF, TRUE, N_("valley") },
  { "VLC", LIEUDIT_FEATURE_RELIEF, FALSE, N_("volcano") },
  { "WAD", LIEUDIT_FEATURE_WATER, FALSE, N_("wadi") },
  { "ZN", LIEUDIT_FEATURE_AREA, TRUE, N_("zone") },
};

/* Codes that share all but their ends. They stand for the codes that GeoNames may yet add. */
static const Feature families[] = {
  { "ADM", LIEUDIT_FEATURE_DISTRICT, TRUE, N_("district") },
  { "PCL", LIEUDIT_FEATURE_COUNTRY, TRUE, N_("country") },
  { "PPLA", LIEUDIT_FEATURE_TOWN, FALSE, N_("town") },
  { "PPL", LIEUDIT_FEATURE_TOWN, FALSE, N_("town") },
  { "RGN", LIEUDIT_FEATURE_AREA, TRUE, N_("region") },
};

static const Feature unknown_feature = { "", LIEUDIT_FEATURE_OTHER, FALSE, N_("place") };

static int
compare_codes (const void *code,
               const void *feature)
{
  return strcmp (code, ((const Feature *) feature)->code);
}

static const Feature *
find_feature (const char *code)
{
  const Feature *feature;

  if (code == NULL)
    return &unknown_feature;

  feature = bsearch (code, features, G_N_ELEMENTS (features), sizeof (Feature), compare_codes);
  if (feature != NULL)
    return feature;

  for (gsize i = 0; i < G_N_ELEMENTS (families); i++)
    {
      if (g_str_has_prefix (code, families[i].code))
        return &families[i];
    }

  return &unknown_feature;
}

/**
 * lieudit_feature_class_from_code:
 * @code: (nullable): a GeoNames feature code, such as `PPLC`, without its class
 *
 * Returns: the coarse class of @code; %LIEUDIT_FEATURE_OTHER where it is not known
 */
LieuditFeatureClass
lieudit_feature_class_from_code (const char *code)
{
  return find_feature (code)->class;
}

/**
 * lieudit_feature_is_area:
 * @code: (nullable): a GeoNames feature code
 *
 * Tells places that cover ground, whose coordinates are but a middle, from
 * those that a point on the map shows well. Rivers and roads are no areas.
 *
 * Returns: whether @code is that of an area
 */
gboolean
lieudit_feature_is_area (const char *code)
{
  return find_feature (code)->is_area;
}

/**
 * lieudit_feature_get_geonames_class:
 * @code: (nullable): a GeoNames feature code
 *
 * Tells under which letter GeoNames files a code: `A` administrative areas, `H`
 * water, `L` areas, `P` populated places, `R` roads, `S` spots and buildings,
 * `T` relief, `V` vegetation. See https://www.geonames.org/export/codes.html
 *
 * Returns: the letter; NUL where @code is not known
 */
char
lieudit_feature_get_geonames_class (const char *code)
{
  static const struct {
    const char *code;
    char        letter;
  } exceptions[] = {
    { "CAPE", 'T' }, { "DLTA", 'T' }, { "DSRT", 'T' }, { "FRST", 'V' }, { "HBR", 'H' }, { "ISL", 'T' },
    { "ISLS", 'T' }, { "NVB", 'L' }, { "OILF", 'L' }, { "PEN", 'T' }, { "PPLH", 'P' }, { "PPLQ", 'P' }, { "PPLW", 'P' },
    { "PRT", 'L' }, { "TERR", 'A' }, { "ZN", 'A' },
  };
  const Feature *feature = find_feature (code);

  for (gsize i = 0; i < G_N_ELEMENTS (exceptions); i++)
    {
      if (g_str_equal (feature->code, exceptions[i].code))
        return exceptions[i].letter;
    }

  switch (feature->class)
    {
    case LIEUDIT_FEATURE_COUNTRY:
    case LIEUDIT_FEATURE_REGION:
    case LIEUDIT_FEATURE_DISTRICT:
      return 'A';

    case LIEUDIT_FEATURE_CAPITAL:
    case LIEUDIT_FEATURE_TOWN:
    case LIEUDIT_FEATURE_QUARTER:
      return 'P';

    case LIEUDIT_FEATURE_AREA:
      return 'L';

    case LIEUDIT_FEATURE_WATER:
      return 'H';

    case LIEUDIT_FEATURE_RELIEF:
      return 'T';

    case LIEUDIT_FEATURE_ROAD:
      return 'R';

    case LIEUDIT_FEATURE_SITE:
      return 'S';

    case LIEUDIT_FEATURE_OTHER:
    default:
      return '\0';
    }
}

/**
 * lieudit_feature_describe:
 * @code: (nullable): a GeoNames feature code
 *
 * Names the kind of a place in everyday words.
 *
 * Returns: (transfer none): a gettext message id in lower case, such as
 *   `town`; `place` where @code is not known
 */
const char *
lieudit_feature_describe (const char *code)
{
  return find_feature (code)->description;
}

/**
 * lieudit_feature_dup_title:
 * @code: (nullable): a GeoNames feature code
 *
 * Names the kind of a place in the reader's language, as at the beginning of
 * a line.
 *
 * Returns: (transfer full): a translated word or two with a capital, such as
 *   `Town`
 */
char *
lieudit_feature_dup_title (const char *code)
{
  const char *description = _(find_feature (code)->description);
  char first[7] = { 0, };

  g_unichar_to_utf8 (g_unichar_totitle (g_utf8_get_char (description)), first);

  return g_strconcat (first, g_utf8_next_char (description), NULL);
}

/**
 * lieudit_feature_class_describe:
 * @feature_class: a class of places
 *
 * Returns: (transfer none): what a choice of places of this class is called
 */
const char *
lieudit_feature_class_describe (LieuditFeatureClass feature_class)
{
  switch (feature_class)
    {
    case LIEUDIT_FEATURE_COUNTRY:
      return _("Countries");
    case LIEUDIT_FEATURE_REGION:
      return _("Governorates and regions");
    case LIEUDIT_FEATURE_DISTRICT:
      return _("Districts");
    case LIEUDIT_FEATURE_CAPITAL:
      return _("Capitals");
    case LIEUDIT_FEATURE_TOWN:
      return _("Towns and villages");
    case LIEUDIT_FEATURE_QUARTER:
      return _("Quarters");
    case LIEUDIT_FEATURE_AREA:
      return _("Areas");
    case LIEUDIT_FEATURE_WATER:
      return _("Waters");
    case LIEUDIT_FEATURE_RELIEF:
      return _("Mountains and valleys");
    case LIEUDIT_FEATURE_ROAD:
      return _("Roads");
    case LIEUDIT_FEATURE_SITE:
      return _("Sites");
    case LIEUDIT_FEATURE_OTHER:
    default:
      return _("Other places");
    }
}
