/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-resolver.h"

#include "gazetteer/lieudit-gazetteer-private.h"
#include "geoparse/lieudit-resolution-context.h"
#include "geoparse/lieudit-resolution-reasons.h"

/* What a name that may be none takes from the confidence in its place. */
#define DOUBTFUL 0.85
#define EMBEDDED 0.8

/* "la province de Homs", where only the town bears the name: the area it lies in. */
static guint32
find_region_of (LieuditGazetteer *gazetteer,
                guint32           place)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (gazetteer, place);
  guint32 area = place;

  for (guint depth = 0; entry != NULL && depth < LIEUDIT_RESOLUTION_PARENTS; depth++)
    {
      if (lieudit_feature_class_from_code (entry->feature) == LIEUDIT_FEATURE_REGION)
        return area;
      area = lieudit_gazetteer_get_parent (gazetteer, area);
      entry = lieudit_gazetteer_get_entry (gazetteer, area);
    }

  return place;
}

static double
estimate_confidence (const LieuditRecognisedName  *name,
                     const LieuditResolutionModel *model,
                     const LieuditResolutionOption *best)
{
  double confidence = lieudit_resolution_model_calibrate (model, best->features, best->share);

  if (name->doubtful)
    confidence *= DOUBTFUL;
  if (name->kind == LIEUDIT_MENTION_EMBEDDED)
    confidence *= EMBEDDED;

  return confidence;
}

static void
resolve_name (LieuditGazetteer             *gazetteer,
              LieuditResolutionContext     *context,
              const LieuditResolutionModel *model,
              const LieuditRecognisedName  *name,
              guint                         index,
              LieuditResolution            *resolution)
{
  guint n_options;
  g_autofree LieuditResolutionOption *options = lieudit_resolution_context_weigh (context, index, &n_options);

  if (options == NULL)
    return;

  for (guint i = 0; i < MIN (n_options, LIEUDIT_RESOLUTION_ALTERNATIVES); i++)
    resolution->places[resolution->n_places++] = (LieuditScoredPlace) { options[i].place, options[i].share };
  resolution->confidence = estimate_confidence (name, model, &options[0]);
  lieudit_resolution_explain (model, options, n_options, resolution);

  if (name->wants_region)
    resolution->places[0].place = find_region_of (gazetteer, options[0].place);
}

/**
 * lieudit_resolve:
 * @gazetteer: the gazetteer
 * @recognition: the names found in a text
 * @language: the language of the text
 *
 * Chooses for each name the place that is meant.
 *
 * Returns: (transfer full) (element-type LieuditResolution): a resolution for
 *   each name
 */
GArray *
lieudit_resolve (LieuditGazetteer         *gazetteer,
                 const LieuditRecognition *recognition,
                 LieuditLanguage           language)
{
  const LieuditResolutionModel *model = lieudit_resolution_model_get_default ();
  g_autoptr(LieuditResolutionContext) context =
    lieudit_resolution_context_new (gazetteer, recognition, language, model);
  GArray *resolutions = g_array_new (FALSE, TRUE, sizeof (LieuditResolution));

  g_array_set_size (resolutions, recognition->names->len);
  for (guint i = 0; i < recognition->names->len; i++)
    resolve_name (gazetteer, context, model, &g_array_index (recognition->names, LieuditRecognisedName, i), i,
                  &g_array_index (resolutions, LieuditResolution, i));

  return resolutions;
}
