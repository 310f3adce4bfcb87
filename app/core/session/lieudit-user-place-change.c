/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-user-place-change.h"

#include <glib/gi18n.h>

typedef struct {
  LieuditUserPlaces *places;
  LieuditUserPlace  *before;
  LieuditUserPlace  *after;
} UserPlaceChange;

static void
user_place_change_free (gpointer data)
{
  UserPlaceChange *change = data;

  g_object_unref (change->places);
  g_clear_object (&change->before);
  g_clear_object (&change->after);
  g_free (change);
}

static gboolean
apply (LieuditUserPlaces  *places,
       LieuditUserPlace   *before,
       LieuditUserPlace   *after,
       GError            **error)
{
  if (before == NULL)
    return lieudit_user_places_add (places, after, error);
  if (after == NULL)
    return lieudit_user_places_remove (places, lieudit_user_place_get_id (before), NULL, error);

  return lieudit_user_places_replace (places, after, NULL, error);
}

static gboolean
undo_change (gpointer   data,
             GError   **error)
{
  UserPlaceChange *change = data;

  return apply (change->places, change->after, change->before, error);
}

static gboolean
redo_change (gpointer   data,
             GError   **error)
{
  UserPlaceChange *change = data;

  return apply (change->places, change->before, change->after, error);
}

static char *
describe_change (LieuditUserPlace *before,
                 LieuditUserPlace *after)
{
  const char *name = lieudit_user_place_get_name (after != NULL ? after : before, lieudit_language_of_reader ());

  if (before == NULL)
    return g_strdup_printf (_("“%s” was added to your places"), name);
  if (after == NULL)
    return g_strdup_printf (_("“%s” was removed from your places"), name);

  return g_strdup_printf (_("“%s” was changed"), name);
}

/**
 * lieudit_change_user_place:
 * @history: where the change is remembered
 * @places: the person's places
 * @before: (nullable): the place as it is; %NULL to add one
 * @after: (nullable): the place as it shall be, with the identifier of
 *   @before; %NULL to remove it
 * @error: return location for an error
 *
 * Adds, changes or removes a place in such a way that it can be undone.
 *
 * Returns: whether the change was made and saved
 */
gboolean
lieudit_change_user_place (LieuditHistory     *history,
                           LieuditUserPlaces  *places,
                           LieuditUserPlace   *before,
                           LieuditUserPlace   *after,
                           GError            **error)
{
  g_autofree char *title = NULL;
  UserPlaceChange *change;

  g_return_val_if_fail (LIEUDIT_IS_HISTORY (history), FALSE);
  g_return_val_if_fail (LIEUDIT_IS_USER_PLACES (places), FALSE);
  g_return_val_if_fail (before != NULL || after != NULL, FALSE);

  if (!apply (places, before, after, error))
    return FALSE;

  change = g_new0 (UserPlaceChange, 1);
  change->places = g_object_ref (places);
  g_set_object (&change->before, before);
  g_set_object (&change->after, after);
  title = describe_change (before, after);
  lieudit_history_add (history, title, undo_change, redo_change, change, user_place_change_free);

  return TRUE;
}
