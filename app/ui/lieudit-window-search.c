/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-window-private.h"

#include <math.h>

/* How much is shown around a place, in degrees of latitude: some fifteen kilometres for one without extent. */
#define LEAST_REACH 0.15
#define MOST_REACH 40.0
#define KILOMETRES_PER_DEGREE 111.2 /* of latitude: the mean radius of the earth, 6371 km, times pi / 180 */

static LieuditFoundPlace *
find_in_article (LieuditWindow *self,
                 LieuditPlace  *place)
{
  LieuditAnalysis *analysis = lieudit_selection_get_analysis (self->selection);
  GListModel *places = analysis != NULL ? lieudit_analysis_get_places (analysis) : NULL;

  for (guint i = 0; places != NULL && i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr(LieuditFoundPlace) found = g_list_model_get_item (places, i);

      if (lieudit_place_equal (lieudit_found_place_get_place (found), place))
        return found;
    }

  return NULL;
}

/* Names are shown in the language of the article, as everywhere in the window. */
static LieuditLanguage
get_language (LieuditWindow *self)
{
  LieuditAnalysis *analysis = lieudit_selection_get_analysis (self->selection);

  return analysis != NULL ? lieudit_analysis_get_language (analysis) : LIEUDIT_LANGUAGE_ENGLISH;
}

/**
 * lieudit_window_find_place:
 * @self: a window
 * @prompt: (nullable): what the place is searched for; %NULL to be shown on the map
 * @name: (nullable): what to look for at once
 *
 * Lets the reader search the gazetteer.
 */
void
lieudit_window_find_place (LieuditWindow *self,
                           const char    *prompt,
                           const char    *name)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  LieuditBounds view;

  g_clear_object (&self->choosing_for);
  lieudit_map_view_get_bounds (self->map_view, &view);
  lieudit_place_search_open (self->place_search,
                             lieudit_application_get_gazetteer (LIEUDIT_APPLICATION (application), NULL),
                             get_language (self), &view, prompt, name);
}

/**
 * lieudit_window_show_place:
 * @self: a window
 * @place: a place of the gazetteer
 *
 * Shows a place on the map: by its marker where the article names it, else by
 * a pin. A place that was searched for a name in the article is taken for it
 * first.
 */
void
lieudit_window_show_place (LieuditWindow *self,
                           LieuditPlace  *place)
{
  double reach = lieudit_place_get_uncertainty_km (place) / KILOMETRES_PER_DEGREE;
  LieuditFoundPlace *found;

  lieudit_window_decide_on_searched (self, place);
  found = find_in_article (self, place);
  lieudit_card_layer_close (self->card);
  lieudit_desk_show_page (self->desk, "map");
  if (found != NULL)
    lieudit_selection_select_place (self->selection, found);
  else
    lieudit_selection_clear (self->selection);

  lieudit_map_view_show_spot (self->map_view,
                              lieudit_place_get_latitude (place), lieudit_place_get_longitude (place),
                              CLAMP (reach, LEAST_REACH, MOST_REACH),
                              found == NULL ? lieudit_place_get_name (place, get_language (self)) : NULL);
  gtk_widget_grab_focus (GTK_WIDGET (self->map_view));
}
