/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-resolver.h"

#include <string.h>

#include "gazetteer/lieudit-gazetteer-private.h"
#include "geoparse/lieudit-relation-reader.h"
#include "geoparse/lieudit-resolution-context.h"
#include "geoparse/lieudit-resolution-reasons.h"

static gboolean
bears_name_of (LieuditGazetteer        *gazetteer,
               const LieuditPlaceEntry *area,
               const LieuditPlaceEntry *place)
{
  LieuditNameIterator names;
  LieuditNameIterator names_of_area;
  LieuditLanguage language;
  const char *name;
  const char *name_of_area;

  lieudit_name_iterator_init (&names, gazetteer, place);
  while (lieudit_name_iterator_next (&names, &name, &language))
    {
      lieudit_name_iterator_init (&names_of_area, gazetteer, area);
      while (lieudit_name_iterator_next (&names_of_area, &name_of_area, &language))
        {
          if (strstr (name_of_area, name) != NULL)
            return TRUE;
        }
    }

  return FALSE;
}

/*
 * "La province de Homs", where only the town bears the name: the area it lies
 * in. What is called a province is one of the second level in Morocco or Spain,
 * which then bears the name, and that of the first level does not.
 */
static guint32
find_region_of (LieuditGazetteer *gazetteer,
                guint32           place)
{
  const LieuditPlaceEntry *town = lieudit_gazetteer_get_entry (gazetteer, place);
  const LieuditPlaceEntry *entry = town;
  guint32 namesake = LIEUDIT_RESOLUTION_NONE;
  guint32 area = place;

  for (guint depth = 0; entry != NULL && depth < LIEUDIT_RESOLUTION_PARENTS; depth++)
    {
      LieuditFeatureClass feature = lieudit_feature_class_from_code (entry->feature);

      if (feature == LIEUDIT_FEATURE_REGION)
        return namesake != LIEUDIT_RESOLUTION_NONE && !bears_name_of (gazetteer, entry, town) ? namesake : area;
      if (feature == LIEUDIT_FEATURE_DISTRICT && namesake == LIEUDIT_RESOLUTION_NONE &&
          (area == place || bears_name_of (gazetteer, entry, town)))
        namesake = area;
      area = lieudit_gazetteer_get_parent (gazetteer, area);
      entry = lieudit_gazetteer_get_entry (gazetteer, area);
    }

  return namesake != LIEUDIT_RESOLUTION_NONE ? namesake : place;
}

static double
estimate_confidence (const LieuditRecognisedName   *name,
                     const LieuditResolutionModel  *model,
                     const LieuditResolutionOption *best)
{
  LieuditResolutionDoubts doubts = 0;

  if (name->doubtful)
    doubts |= LIEUDIT_RESOLUTION_ORDINARY;
  if (name->kind == LIEUDIT_MENTION_EMBEDDED)
    doubts |= LIEUDIT_RESOLUTION_EMBEDDED;

  return lieudit_resolution_model_calibrate (model, best->features, best->share, doubts);
}

static void
resolve_name (LieuditGazetteer             *gazetteer,
              LieuditResolutionContext     *context,
              const LieuditResolutionModel *model,
              const LieuditRecognisedName  *name,
              guint                         index,
              LieuditResolution            *resolution)
{
  LieuditRelation relation = LIEUDIT_N_RELATIONS;
  guint n_options;
  g_autofree LieuditResolutionOption *options = lieudit_resolution_context_weigh (context, index, &n_options);

  if (options == NULL)
    return;

  *resolution = (LieuditResolution) { 0, };
  lieudit_resolution_context_get_heard (context, index, &relation);
  for (guint i = 0; i < MIN (n_options, LIEUDIT_RESOLUTION_ALTERNATIVES); i++)
    resolution->places[resolution->n_places++] = (LieuditScoredPlace) { options[i].place, options[i].share };
  resolution->confidence = estimate_confidence (name, model, &options[0]);
  lieudit_resolution_explain (model, options, n_options, relation, resolution);

  if (name->wants_region)
    resolution->places[0].place = find_region_of (gazetteer, options[0].place);
}

/* What the text says of where its places lie, as far as they are known. */
static GArray *
read_relations (LieuditGazetteer         *gazetteer,
                const LieuditReading     *reading,
                const LieuditRecognition *recognition,
                const GArray             *resolutions)
{
  const LieuditRelationReader *reader = lieudit_relation_reader_get_installed (reading->language, NULL);
  g_autofree guint32 *places = g_new (guint32, resolutions->len + 1);

  if (reader == NULL)
    return g_array_new (FALSE, FALSE, sizeof (LieuditStatedRelation));

  for (guint i = 0; i < resolutions->len; i++)
    {
      const LieuditResolution *resolution = &g_array_index (resolutions, LieuditResolution, i);

      places[i] = resolution->n_places > 0 ? resolution->places[0].place : LIEUDIT_RESOLUTION_NONE;
    }

  return lieudit_relation_reader_read (reader, gazetteer, reading->text, reading->folded, reading->tokens,
                                       recognition->names, places);
}

/**
 * lieudit_resolve:
 * @gazetteer: the gazetteer
 * @reading: the text
 * @recognition: the names found in it
 * @relations: (out) (transfer full) (element-type LieuditStatedRelation): what
 *   it says of where its places lie
 *
 * Chooses for each name the place that is meant. What the text says of where
 * they lie is read once it is known roughly what they are, and may then turn
 * the choice where it was in doubt.
 *
 * Returns: (transfer full) (element-type LieuditResolution): a resolution for
 *   each name
 */
GArray *
lieudit_resolve (LieuditGazetteer          *gazetteer,
                 const LieuditReading      *reading,
                 const LieuditRecognition  *recognition,
                 GArray                   **relations)
{
  const LieuditResolutionModel *model = lieudit_resolution_model_get_default ();
  g_autoptr(LieuditResolutionContext) context =
    lieudit_resolution_context_new (gazetteer, recognition, reading->text, reading->language, model);
  GArray *resolutions = g_array_new (FALSE, TRUE, sizeof (LieuditResolution));
  const LieuditRecognisedName *names = (const LieuditRecognisedName *) (gpointer) recognition->names->data;

  g_array_set_size (resolutions, recognition->names->len);
  for (guint i = 0; i < recognition->names->len; i++)
    resolve_name (gazetteer, context, model, &names[i], i, &g_array_index (resolutions, LieuditResolution, i));

  *relations = read_relations (gazetteer, reading, recognition, resolutions);
  if (!lieudit_resolution_context_hear (context, *relations))
    return resolutions;

  for (guint i = 0; i < recognition->names->len; i++)
    {
      if (lieudit_resolution_context_has_heard (context, i))
        resolve_name (gazetteer, context, model, &names[i], i, &g_array_index (resolutions, LieuditResolution, i));
    }

  return resolutions;
}
