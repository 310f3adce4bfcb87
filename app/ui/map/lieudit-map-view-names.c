/* SPDX-License-Identifier: GPL-3.0-or-later */
/* In which languages the map names places. */
#include "config.h"

#include "map/lieudit-map-view-private.h"

#define FOLLOW_ARTICLE "article"
#define FOLLOW_INTERFACE "interface"

/*
 * lieudit_map_view_update_names:
 * @self: a map
 *
 * Names places in the language that was chosen, for the article that is open.
 */
void
lieudit_map_view_update_names (LieuditMapView *self)
{
  lieudit_label_layer_set_language (self->labels, lieudit_map_view_get_names_language (self));
  lieudit_map_view_update_look (self);
}

/**
 * lieudit_map_view_set_names_language:
 * @self: a map
 * @language: "article" to follow the article, "interface" to follow the interface, or a language tag
 *
 * Chooses the language of the map's names.
 */
void
lieudit_map_view_set_names_language (LieuditMapView *self,
                                     const char     *language)
{
  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));
  g_return_if_fail (language != NULL);

  g_free (self->names_language);
  self->names_language = g_strdup (language);
  lieudit_map_view_update_names (self);
}

/**
 * lieudit_map_view_get_names_language:
 * @self: a map
 *
 * Gets the language that the map's names are in now.
 *
 * Returns: (transfer none): a language tag or locale name
 */
const char *
lieudit_map_view_get_names_language (LieuditMapView *self)
{
  LieuditAnalysis *analysis;
  const char *choice;

  g_return_val_if_fail (LIEUDIT_IS_MAP_VIEW (self), NULL);

  choice = self->names_language != NULL ? self->names_language : FOLLOW_ARTICLE;
  analysis = self->selection != NULL ? lieudit_selection_get_analysis (self->selection) : NULL;

  if (g_str_equal (choice, FOLLOW_ARTICLE) && analysis != NULL)
    return lieudit_language_to_tag (lieudit_analysis_get_language (analysis));
  if (g_str_equal (choice, FOLLOW_ARTICLE) || g_str_equal (choice, FOLLOW_INTERFACE))
    return g_get_language_names ()[0];

  return choice;
}

/**
 * lieudit_map_view_set_local_names:
 * @self: a map
 * @shows_local: whether to write what a place is called where it is under its name
 *
 * Changes whether the map's names are in two languages.
 */
void
lieudit_map_view_set_local_names (LieuditMapView *self,
                                  gboolean        shows_local)
{
  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));

  self->shows_local = !!shows_local;
  lieudit_label_layer_set_shows_local (self->labels, shows_local);
  lieudit_map_view_update_look (self);
}
