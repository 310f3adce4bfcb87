/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "picture/lieudit-article-marks.h"

/**
 * lieudit_map_marks_new_for_article:
 * @analysis: (nullable): an analysis
 *
 * Lists the names of an article's places in the languages of the map, for the map not to name a second time what a marker names.
 *
 * Returns: (transfer full): the marks
 */
LieuditMapMarks *
lieudit_map_marks_new_for_article (LieuditAnalysis *analysis)
{
  static const LieuditLanguage languages[] = {
    LIEUDIT_LANGUAGE_FRENCH, LIEUDIT_LANGUAGE_ENGLISH, LIEUDIT_LANGUAGE_ARABIC, LIEUDIT_LANGUAGE_TURKISH,
  };
  LieuditMapMarks *marks = lieudit_map_marks_new ();
  GListModel *places = analysis != NULL ? lieudit_analysis_get_places (analysis) : NULL;

  for (guint i = 0; places != NULL && i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr (LieuditFoundPlace) found_place = g_list_model_get_item (places, i);
      LieuditPlace *place = lieudit_found_place_get_place (found_place);

      for (guint j = 0; j < G_N_ELEMENTS (languages); j++)
        lieudit_map_marks_add (marks, lieudit_place_get_name (place, languages[j]),
                               lieudit_place_get_latitude (place), lieudit_place_get_longitude (place));
    }

  return marks;
}
