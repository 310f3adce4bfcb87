/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Putting a place where the person knows that it is. */
#include "config.h"

#include "lieudit-window-private.h"

#include <glib/gi18n.h>

#include "geo/lieudit-coordinates.h"
#include "session/lieudit-user-place-change.h"

static char *
describe_origin (LieuditPlace *place)
{
  LieuditCoordinates coordinates = { lieudit_place_get_latitude (place), lieudit_place_get_longitude (place), -1.0 };
  g_autofree char *text = lieudit_coordinates_format (&coordinates, LIEUDIT_COORDINATES_DECIMAL);

  /* Translators: the first %s is a pair of coordinates, the second the identifier of a place */
  return g_strdup_printf (_("Moved on the map from %s (%s)"), text, lieudit_place_get_id (place));
}

/* The same place, as one of the person's own. */
static LieuditUserPlace *
copy_place (LieuditPlace *place,
            double        latitude,
            double        longitude)
{
  LieuditUserPlace *copy = lieudit_user_place_new (NULL, latitude, longitude);
  g_autofree char *note = describe_origin (place);

  for (guint language = 0; language < LIEUDIT_N_LANGUAGES; language++)
    {
      g_auto(GStrv) names = lieudit_place_dup_names (place, (LieuditLanguage) language);

      lieudit_user_place_set_names (copy, (LieuditLanguage) language, (const char * const *) names);
    }
  if (*lieudit_place_get_feature_code (place) != '\0')
    lieudit_user_place_set_feature_code (copy, lieudit_place_get_feature_code (place));
  if (*lieudit_place_get_country_code (place) != '\0')
    lieudit_user_place_set_country_code (copy, lieudit_place_get_country_code (place));
  lieudit_user_place_set_note (copy, note);

  return copy;
}

/* The decision comes first: as long as the own place is not there, or not any more once that is undone, it does not count. */
static void
decide_on_copy (LieuditWindow    *self,
                LieuditUserPlace *copy)
{
  g_autoptr(LieuditPlaceReference) reference =
    lieudit_place_reference_new (lieudit_user_place_get_id (copy), lieudit_user_place_get_name (copy, lieudit_language_of_reader ()),
                                 lieudit_user_place_get_latitude (copy), lieudit_user_place_get_longitude (copy),
                                 lieudit_user_place_get_feature_code (copy), lieudit_user_place_get_country_code (copy));

  lieudit_window_decide_on_reference (self, reference);
}

static void
move_place_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  LieuditApplication *application = LIEUDIT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  LieuditUserPlaces *places = lieudit_application_get_user_places (application);
  LieuditFoundPlace *found = lieudit_selection_get_place (self->selection);
  g_autoptr(LieuditUserPlace) before = NULL;
  g_autoptr(LieuditUserPlace) after = NULL;
  g_autoptr(GError) error = NULL;
  LieuditPlace *place;
  double latitude, longitude;

  if (found == NULL)
    return;
  g_variant_get (parameter, "(dd)", &latitude, &longitude);
  place = lieudit_found_place_get_place (found);
  g_set_object (&before, lieudit_user_places_lookup (places, lieudit_place_get_id (place)));
  lieudit_card_layer_close (self->card);
  if (before != NULL)
    {
      after = lieudit_user_place_copy (before);
      lieudit_user_place_set_coordinates (after, latitude, longitude);
    }
  else
    {
      after = copy_place (place, latitude, longitude);
      decide_on_copy (self, after);
    }

  if (lieudit_change_user_place (lieudit_application_get_history (application), places, before, after, &error))
    lieudit_window_show_change (self);
  else
    lieudit_window_show_message (self, error->message);
}

/*
 * lieudit_window_class_init_moving:
 * @klass: the class
 *
 * Installs the action that moves the selected place.
 */
void
lieudit_window_class_init_moving (LieuditWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.move-place", "(dd)", move_place_action);
}
