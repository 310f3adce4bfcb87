/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-user-gazetteer.h"

#include <glib/gi18n.h>
#include <string.h>

/**
 * LieuditUserGazetteer:
 *
 * A gazetteer that the person imported; also one whose file turned out to be
 * damaged, which is there to be removed.
 */
struct _LieuditUserGazetteer
{
  GObject parent_instance;

  char             *name;
  char             *path;
  LieuditGazetteer *gazetteer;
  char             *problem;
};

G_DEFINE_FINAL_TYPE (LieuditUserGazetteer, lieudit_user_gazetteer, G_TYPE_OBJECT)

static void
lieudit_user_gazetteer_finalize (GObject *object)
{
  LieuditUserGazetteer *self = LIEUDIT_USER_GAZETTEER (object);

  g_free (self->name);
  g_free (self->path);
  g_free (self->problem);
  g_clear_object (&self->gazetteer);

  G_OBJECT_CLASS (lieudit_user_gazetteer_parent_class)->finalize (object);
}

static void
lieudit_user_gazetteer_class_init (LieuditUserGazetteerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_user_gazetteer_finalize;
}

static void
lieudit_user_gazetteer_init (LieuditUserGazetteer *self)
{
}

/**
 * lieudit_user_gazetteer_open:
 * @path: a compiled gazetteer
 *
 * Opens an imported gazetteer.
 *
 * Returns: (transfer full): the gazetteer, with a problem if it cannot be used
 */
LieuditUserGazetteer *
lieudit_user_gazetteer_open (const char *path)
{
  LieuditUserGazetteer *self = g_object_new (LIEUDIT_TYPE_USER_GAZETTEER, NULL);
  g_autofree char *base = g_path_get_basename (path);
  char *dot = strrchr (base, '.');
  g_autoptr(GError) error = NULL;

  if (dot != NULL)
    *dot = '\0';
  self->name = g_filename_display_name (base);
  self->path = g_strdup (path);
  self->gazetteer = lieudit_gazetteer_open (path, &error);
  if (self->gazetteer == NULL)
    self->problem = g_strdup (g_error_matches (error, LIEUDIT_GAZETTEER_ERROR, LIEUDIT_GAZETTEER_ERROR_VERSION)
                              ? _("It was imported by another version of Lieudit: import it again.")
                              : _("The file is damaged: remove it and import it again."));

  return self;
}

/**
 * lieudit_user_gazetteer_get_name:
 * @self: an imported gazetteer
 *
 * Returns: (transfer none): its name
 */
const char *
lieudit_user_gazetteer_get_name (LieuditUserGazetteer *self)
{
  g_return_val_if_fail (LIEUDIT_IS_USER_GAZETTEER (self), NULL);

  return self->name;
}

/**
 * lieudit_user_gazetteer_get_path:
 * @self: an imported gazetteer
 *
 * Returns: (transfer none): its file
 */
const char *
lieudit_user_gazetteer_get_path (LieuditUserGazetteer *self)
{
  g_return_val_if_fail (LIEUDIT_IS_USER_GAZETTEER (self), NULL);

  return self->path;
}

/**
 * lieudit_user_gazetteer_get_gazetteer:
 * @self: an imported gazetteer
 *
 * Returns: (transfer none) (nullable): its places; %NULL when it cannot be used
 */
LieuditGazetteer *
lieudit_user_gazetteer_get_gazetteer (LieuditUserGazetteer *self)
{
  g_return_val_if_fail (LIEUDIT_IS_USER_GAZETTEER (self), NULL);

  return self->gazetteer;
}

/**
 * lieudit_user_gazetteer_get_problem:
 * @self: an imported gazetteer
 *
 * Returns: (transfer none) (nullable): why it cannot be used, and what to do
 */
const char *
lieudit_user_gazetteer_get_problem (LieuditUserGazetteer *self)
{
  g_return_val_if_fail (LIEUDIT_IS_USER_GAZETTEER (self), NULL);

  return self->problem;
}
