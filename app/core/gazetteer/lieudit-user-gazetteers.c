/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-user-gazetteers.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <glib/gstdio.h>
#include <string.h>

#define SUFFIX ".gazetteer"
#define REMOVED_SUFFIX ".gazetteer.removed"
#define LONGEST_NAME 60 /* characters */

/**
 * LieuditUserGazetteers:
 *
 * What the person imported, a #GListModel of #LieuditUserGazetteer: the files
 * in a folder of the user's data. A removed one stays there under another name
 * until lieudit_user_gazetteers_purge(), so that removing can be undone.
 */
struct _LieuditUserGazetteers
{
  GObject parent_instance;

  char      *folder;
  GPtrArray *gazetteers;
};

static void lieudit_user_gazetteers_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LieuditUserGazetteers, lieudit_user_gazetteers, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lieudit_user_gazetteers_list_model_init))

static GType
get_item_type (GListModel *model)
{
  return LIEUDIT_TYPE_USER_GAZETTEER;
}

static guint
get_n_items (GListModel *model)
{
  return LIEUDIT_USER_GAZETTEERS (model)->gazetteers->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  GPtrArray *gazetteers = LIEUDIT_USER_GAZETTEERS (model)->gazetteers;

  return position < gazetteers->len ? g_object_ref (g_ptr_array_index (gazetteers, position)) : NULL;
}

static void
lieudit_user_gazetteers_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
lieudit_user_gazetteers_finalize (GObject *object)
{
  LieuditUserGazetteers *self = LIEUDIT_USER_GAZETTEERS (object);

  g_free (self->folder);
  g_ptr_array_unref (self->gazetteers);

  G_OBJECT_CLASS (lieudit_user_gazetteers_parent_class)->finalize (object);
}

static void
lieudit_user_gazetteers_class_init (LieuditUserGazetteersClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_user_gazetteers_finalize;
}

static void
lieudit_user_gazetteers_init (LieuditUserGazetteers *self)
{
  self->gazetteers = g_ptr_array_new_with_free_func (g_object_unref);
}

static char *
build_path (LieuditUserGazetteers *self,
            const char            *name,
            const char            *suffix)
{
  return g_strconcat (self->folder, G_DIR_SEPARATOR_S, name, suffix, NULL);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

static GPtrArray *
list_files (LieuditUserGazetteers *self,
            const char            *suffix)
{
  GPtrArray *files = g_ptr_array_new_with_free_func (g_free);
  g_autoptr(GDir) folder = g_dir_open (self->folder, 0, NULL);
  const char *file;

  while (folder != NULL && (file = g_dir_read_name (folder)) != NULL)
    {
      if (g_str_has_suffix (file, suffix) && *file != '.')
        g_ptr_array_add (files, g_build_filename (self->folder, file, NULL));
    }
  g_ptr_array_sort (files, compare_names);

  return files;
}

/**
 * lieudit_user_gazetteers_new:
 * @folder: (nullable): a folder, which may not exist yet; %NULL for the one in
 *   the user's data folder
 *
 * Lists what the person imported.
 *
 * Returns: (transfer full): the list
 */
LieuditUserGazetteers *
lieudit_user_gazetteers_new (const char *folder)
{
  LieuditUserGazetteers *self = g_object_new (LIEUDIT_TYPE_USER_GAZETTEERS, NULL);

  self->folder = folder != NULL
    ? g_strdup (folder)
    : g_build_filename (g_get_user_data_dir (), "lieudit", "gazetteers", NULL);
  lieudit_user_gazetteers_refresh (self);

  return self;
}

/**
 * lieudit_user_gazetteers_get_folder:
 * @self: the person's gazetteers
 *
 * Returns: (transfer none): the folder they are kept in
 */
const char *
lieudit_user_gazetteers_get_folder (LieuditUserGazetteers *self)
{
  g_return_val_if_fail (LIEUDIT_IS_USER_GAZETTEERS (self), NULL);

  return self->folder;
}

/**
 * lieudit_user_gazetteers_refresh:
 * @self: the person's gazetteers
 *
 * Looks again at what is in the folder.
 */
void
lieudit_user_gazetteers_refresh (LieuditUserGazetteers *self)
{
  g_autoptr(GPtrArray) files = NULL;
  guint n_before;

  g_return_if_fail (LIEUDIT_IS_USER_GAZETTEERS (self));

  files = list_files (self, SUFFIX);
  n_before = self->gazetteers->len;
  g_ptr_array_set_size (self->gazetteers, 0);
  for (guint i = 0; i < files->len; i++)
    g_ptr_array_add (self->gazetteers, lieudit_user_gazetteer_open (g_ptr_array_index (files, i)));
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->gazetteers->len);
}

/**
 * lieudit_user_gazetteers_is_name:
 * @name: a name
 *
 * Returns: whether a gazetteer can be called so: up to 60 characters, valid
 *   UTF-8, no slash, no dot or hyphen at the beginning
 */
gboolean
lieudit_user_gazetteers_is_name (const char *name)
{
  g_return_val_if_fail (name != NULL, FALSE);

  if (*name == '\0' || *name == '.' || *name == '-' || !g_utf8_validate (name, -1, NULL) ||
      g_utf8_strlen (name, -1) > LONGEST_NAME)
    return FALSE;

  for (; *name != '\0'; name = g_utf8_next_char (name))
    {
      if (*name == '/' || g_unichar_iscntrl (g_utf8_get_char (name)))
        return FALSE;
    }

  return TRUE;
}

static gboolean
rename_file (LieuditUserGazetteers  *self,
             const char             *name,
             const char             *from_suffix,
             const char             *to_suffix,
             GError                **error)
{
  g_autofree char *from = build_path (self, name, from_suffix);
  g_autofree char *to = build_path (self, name, to_suffix);
  int code;

  if (!lieudit_user_gazetteers_is_name (name) || !g_file_test (from, G_FILE_TEST_EXISTS))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND,
                   _("There is no imported gazetteer called “%s”."), name);
      return FALSE;
    }

  if (g_rename (from, to) == 0)
    {
      lieudit_user_gazetteers_refresh (self);
      return TRUE;
    }

  code = errno;
  g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
               _("The gazetteer “%s” cannot be removed or brought back: %s."), name, g_strerror (code));
  return FALSE;
}

/**
 * lieudit_user_gazetteers_remove:
 * @self: the person's gazetteers
 * @name: one of them
 * @error: return location for an error
 *
 * Removes a gazetteer, until lieudit_user_gazetteers_purge() not for good.
 *
 * Returns: whether it was removed
 */
gboolean
lieudit_user_gazetteers_remove (LieuditUserGazetteers  *self,
                                const char             *name,
                                GError                **error)
{
  g_return_val_if_fail (LIEUDIT_IS_USER_GAZETTEERS (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  return rename_file (self, name, SUFFIX, REMOVED_SUFFIX, error);
}

/**
 * lieudit_user_gazetteers_restore:
 * @self: the person's gazetteers
 * @name: one that was removed
 * @error: return location for an error
 *
 * Undoes lieudit_user_gazetteers_remove().
 *
 * Returns: whether it is back
 */
gboolean
lieudit_user_gazetteers_restore (LieuditUserGazetteers  *self,
                                 const char             *name,
                                 GError                **error)
{
  g_return_val_if_fail (LIEUDIT_IS_USER_GAZETTEERS (self), FALSE);
  g_return_val_if_fail (name != NULL, FALSE);

  return rename_file (self, name, REMOVED_SUFFIX, SUFFIX, error);
}

/**
 * lieudit_user_gazetteers_purge:
 * @self: the person's gazetteers
 *
 * Deletes what was removed.
 */
void
lieudit_user_gazetteers_purge (LieuditUserGazetteers *self)
{
  g_autoptr(GPtrArray) files = NULL;

  g_return_if_fail (LIEUDIT_IS_USER_GAZETTEERS (self));

  files = list_files (self, REMOVED_SUFFIX);
  for (guint i = 0; i < files->len; i++)
    g_unlink (g_ptr_array_index (files, i));
}

/**
 * lieudit_user_gazetteers_open:
 * @self: the person's gazetteers
 * @places: (nullable): the person's own places
 * @error: return location for an error
 *
 * Opens the gazetteer that comes with Lieudit, and with it all that the person
 * has. What is damaged is left out: see lieudit_user_gazetteer_get_problem().
 *
 * Returns: (transfer full): the gazetteer, or %NULL with a
 *   %LIEUDIT_GAZETTEER_ERROR when the one that comes with Lieudit is damaged
 */
LieuditGazetteer *
lieudit_user_gazetteers_open (LieuditUserGazetteers  *self,
                              LieuditUserPlaces      *places,
                              GError                **error)
{
  g_autoptr(LieuditGazetteer) base = lieudit_gazetteer_open_installed (error);
  g_autoptr(LieuditGazetteer) own = NULL;
  g_autoptr(GPtrArray) others = g_ptr_array_new ();

  g_return_val_if_fail (LIEUDIT_IS_USER_GAZETTEERS (self), NULL);

  if (base == NULL)
    return NULL;

  if (places != NULL && g_list_model_get_n_items (G_LIST_MODEL (places)) > 0)
    {
      g_autoptr(GBytes) bytes = lieudit_user_places_compile (places, error);

      if (bytes == NULL)
        return NULL;
      own = lieudit_gazetteer_open_bytes (bytes, error);
      if (own == NULL)
        return NULL;
    }

  for (guint i = 0; i < self->gazetteers->len; i++)
    {
      LieuditGazetteer *gazetteer = lieudit_user_gazetteer_get_gazetteer (g_ptr_array_index (self->gazetteers, i));

      if (gazetteer != NULL)
        g_ptr_array_add (others, gazetteer);
    }

  return lieudit_gazetteer_new_layered (base, own, others);
}
