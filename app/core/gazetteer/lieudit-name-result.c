/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-name-result.h"

struct _LieuditNameResult
{
  GObject parent_instance;

  LieuditPlace *place;
  char         *spelling;
  gboolean      is_exact;
};

G_DEFINE_FINAL_TYPE (LieuditNameResult, lieudit_name_result, G_TYPE_OBJECT)

static void
lieudit_name_result_finalize (GObject *object)
{
  LieuditNameResult *self = LIEUDIT_NAME_RESULT (object);

  g_clear_object (&self->place);
  g_clear_pointer (&self->spelling, g_free);

  G_OBJECT_CLASS (lieudit_name_result_parent_class)->finalize (object);
}

static void
lieudit_name_result_class_init (LieuditNameResultClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_name_result_finalize;
}

static void
lieudit_name_result_init (LieuditNameResult *self)
{
}

/**
 * lieudit_name_result_new:
 * @place: a place
 * @spelling: the name of it that was found
 * @is_exact: whether that is what was looked for, letter by letter once folded
 *
 * Returns: (transfer full): a result of a search for a name
 */
LieuditNameResult *
lieudit_name_result_new (LieuditPlace *place,
                         const char   *spelling,
                         gboolean      is_exact)
{
  LieuditNameResult *self;

  g_return_val_if_fail (LIEUDIT_IS_PLACE (place), NULL);
  g_return_val_if_fail (spelling != NULL, NULL);

  self = g_object_new (LIEUDIT_TYPE_NAME_RESULT, NULL);
  self->place = g_object_ref (place);
  self->spelling = g_strdup (spelling);
  self->is_exact = is_exact;

  return self;
}

/**
 * lieudit_name_result_get_place:
 * @self: a result
 *
 * Returns: (transfer none): the place
 */
LieuditPlace *
lieudit_name_result_get_place (LieuditNameResult *self)
{
  g_return_val_if_fail (LIEUDIT_IS_NAME_RESULT (self), NULL);

  return self->place;
}

/**
 * lieudit_name_result_get_spelling:
 * @self: a result
 *
 * Returns: (transfer none): the name of the place that was found, as the
 *   gazetteer writes it where it shows it, else folded
 */
const char *
lieudit_name_result_get_spelling (LieuditNameResult *self)
{
  g_return_val_if_fail (LIEUDIT_IS_NAME_RESULT (self), NULL);

  return self->spelling;
}

/**
 * lieudit_name_result_is_exact:
 * @self: a result
 *
 * Returns: whether the name is the one that was looked for, whole and without
 *   a difference beyond case, accents and signs
 */
gboolean
lieudit_name_result_is_exact (LieuditNameResult *self)
{
  g_return_val_if_fail (LIEUDIT_IS_NAME_RESULT (self), FALSE);

  return self->is_exact;
}
