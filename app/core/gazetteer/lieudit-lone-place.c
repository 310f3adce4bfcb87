/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places of no gazetteer, which a file tells of. */
#include "config.h"

#include "gazetteer/lieudit-lone-place.h"

#include "gazetteer/lieudit-gazetteer-builder.h"

/**
 * lieudit_lone_place_new:
 * @place: what is known of a place
 * @source: the key of where that comes from
 * @title: what that is called
 *
 * Makes a gazetteer of one place, for places are nowhere else.
 *
 * Returns: (transfer full) (nullable): the place, or %NULL if what is known makes
 *   no sense
 */
LieuditPlace *
lieudit_lone_place_new (LieuditUserPlace *place,
                        const char       *source,
                        const char       *title)
{
  g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();
  g_autoptr(LieuditGazetteer) gazetteer = NULL;
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (LIEUDIT_IS_USER_PLACE (place), NULL);
  g_return_val_if_fail (source != NULL && title != NULL, NULL);

  if (!lieudit_user_place_check (place, NULL))
    return NULL;

  lieudit_gazetteer_builder_add_place (builder, lieudit_user_place_make_record (place, source));
  lieudit_gazetteer_builder_add_source (builder, source, title, "", NULL, NULL);
  bytes = lieudit_gazetteer_builder_build (builder, NULL);
  if (bytes != NULL)
    gazetteer = lieudit_gazetteer_open_bytes (bytes, NULL);

  return gazetteer != NULL ? lieudit_gazetteer_lookup_id (gazetteer, lieudit_user_place_get_id (place)) : NULL;
}
