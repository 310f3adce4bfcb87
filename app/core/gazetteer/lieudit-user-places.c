/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-user-places.h"

#include <errno.h>
#include <glib/gi18n.h>
#include <json-glib/json-glib.h>
#include <string.h>

#include "gazetteer/lieudit-gazetteer-builder.h"
#include "text/lieudit-json-check.h"
#include "text/lieudit-json-members.h"

#define FILE_NAME "places.geojson"
#define DEEPEST_NESTING 16
#define LARGEST_FILE (64 * 1024 * 1024)

/**
 * LieuditUserPlaces:
 *
 * The places that a person added, a #GListModel of #LieuditUserPlace. Each
 * change is on disk, in a GeoJSON file in the user's data folder, before the
 * model tells of it; a change that cannot be saved is not made.
 */
struct _LieuditUserPlaces
{
  GObject parent_instance;

  char      *path;
  GPtrArray *places;
  gboolean   is_unreadable; /* a file that must not be overwritten */
};

static void lieudit_user_places_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LieuditUserPlaces, lieudit_user_places, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lieudit_user_places_list_model_init))

static gboolean
set_unreadable (LieuditUserPlaces  *self,
                const char         *reason,
                GError            **error)
{
  g_autofree char *name = g_filename_display_name (self->path);

  self->is_unreadable = TRUE;
  /* Translators: the first %s is the path of a file, the second says what is wrong with it */
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               _("Your places in %s cannot be read: %s Correct the file or move it away."), name, reason);
  return FALSE;
}

static void
read_names (LieuditUserPlace *place,
            JsonObject       *names)
{
  for (guint language = 0; language < LIEUDIT_N_LANGUAGES; language++)
    {
      JsonArray *spellings = lieudit_json_get_array (names, lieudit_language_to_tag ((LieuditLanguage) language));
      g_autoptr(GPtrArray) texts = g_ptr_array_new ();

      for (guint i = 0; spellings != NULL && i < json_array_get_length (spellings); i++)
        {
          JsonNode *node = json_array_get_element (spellings, i);

          if (json_node_get_value_type (node) == G_TYPE_STRING)
            g_ptr_array_add (texts, (gpointer) json_node_get_string (node));
        }
      g_ptr_array_add (texts, NULL);
      lieudit_user_place_set_names (place, (LieuditLanguage) language, (const char * const *) texts->pdata);
    }
}

static LieuditUserPlace *
read_place (JsonNode  *node,
            GError   **error)
{
  g_autoptr(LieuditUserPlace) place = NULL;
  JsonObject *feature = JSON_NODE_HOLDS_OBJECT (node) ? json_node_get_object (node) : NULL;
  JsonObject *properties = lieudit_json_get_object (feature, "properties");
  JsonArray *coordinates = lieudit_json_get_array (lieudit_json_get_object (feature, "geometry"), "coordinates");
  const char *id = lieudit_json_get_string (feature, "id");

  if (id == NULL || coordinates == NULL || json_array_get_length (coordinates) < 2 ||
      !JSON_NODE_HOLDS_VALUE (json_array_get_element (coordinates, 0)) ||
      !JSON_NODE_HOLDS_VALUE (json_array_get_element (coordinates, 1)))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                           _("A place has no identifier or no coordinates."));
      return NULL;
    }

  place = lieudit_user_place_new (id,
                                  json_array_get_double_element (coordinates, 1),
                                  json_array_get_double_element (coordinates, 0));
  if (lieudit_json_get_string (properties, "feature") != NULL)
    lieudit_user_place_set_feature_code (place, lieudit_json_get_string (properties, "feature"));
  lieudit_user_place_set_country_code (place, lieudit_json_get_string (properties, "country"));
  lieudit_user_place_set_note (place, lieudit_json_get_string (properties, "note"));
  read_names (place, lieudit_json_get_object (properties, "names"));

  return lieudit_user_place_check (place, error) ? g_steal_pointer (&place) : NULL;
}

static gboolean
find_place (GPtrArray  *places,
            const char *id,
            guint      *position)
{
  for (guint i = 0; i < places->len; i++)
    {
      if (strcmp (lieudit_user_place_get_id (g_ptr_array_index (places, i)), id) == 0)
        {
          *position = i;
          return TRUE;
        }
    }

  return FALSE;
}

static gboolean
read_features (JsonNode   *root,
               GPtrArray  *places,
               GError    **error)
{
  JsonArray *features = root != NULL && JSON_NODE_HOLDS_OBJECT (root)
    ? lieudit_json_get_array (json_node_get_object (root), "features")
    : NULL;
  g_autoptr(GHashTable) ids = g_hash_table_new (g_str_hash, g_str_equal);

  if (features == NULL)
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("This is no GeoJSON feature collection."));
      return FALSE;
    }

  for (guint i = 0; i < json_array_get_length (features); i++)
    {
      LieuditUserPlace *place = read_place (json_array_get_element (features, i), error);

      if (place == NULL)
        return FALSE;

      g_ptr_array_add (places, place);
      if (!g_hash_table_add (ids, (gpointer) lieudit_user_place_get_id (place)))
        {
          g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                       _("Two places have the identifier “%s”."), lieudit_user_place_get_id (place));
          return FALSE;
        }
    }

  return TRUE;
}

static JsonNode *
build_names (LieuditUserPlace *place)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();

  json_builder_begin_object (builder);
  for (guint language = 0; language < LIEUDIT_N_LANGUAGES; language++)
    {
      const char * const *names = lieudit_user_place_get_names (place, (LieuditLanguage) language);

      if (names == NULL)
        continue;
      json_builder_set_member_name (builder, lieudit_language_to_tag ((LieuditLanguage) language));
      json_builder_begin_array (builder);
      for (gsize i = 0; names[i] != NULL; i++)
        json_builder_add_string_value (builder, names[i]);
      json_builder_end_array (builder);
    }
  json_builder_end_object (builder);

  return json_builder_get_root (builder);
}

static void
add_string (JsonBuilder *builder,
            const char  *member,
            const char  *value)
{
  if (value == NULL)
    return;

  json_builder_set_member_name (builder, member);
  json_builder_add_string_value (builder, value);
}

static void
build_feature (JsonBuilder      *builder,
               LieuditUserPlace *place)
{
  json_builder_begin_object (builder);
  add_string (builder, "type", "Feature");
  add_string (builder, "id", lieudit_user_place_get_id (place));
  json_builder_set_member_name (builder, "geometry");
  json_builder_begin_object (builder);
  add_string (builder, "type", "Point");
  json_builder_set_member_name (builder, "coordinates");
  json_builder_begin_array (builder);
  json_builder_add_double_value (builder, lieudit_user_place_get_longitude (place));
  json_builder_add_double_value (builder, lieudit_user_place_get_latitude (place));
  json_builder_end_array (builder);
  json_builder_end_object (builder);
  json_builder_set_member_name (builder, "properties");
  json_builder_begin_object (builder);
  add_string (builder, "feature", lieudit_user_place_get_feature_code (place));
  add_string (builder, "country", lieudit_user_place_get_country_code (place));
  add_string (builder, "note", lieudit_user_place_get_note (place));
  json_builder_set_member_name (builder, "names");
  json_builder_add_value (builder, build_names (place));
  json_builder_end_object (builder);
  json_builder_end_object (builder);
}

static char *
build_text (GPtrArray *places,
            gsize     *length)
{
  g_autoptr(JsonBuilder) builder = json_builder_new ();
  g_autoptr(JsonGenerator) generator = json_generator_new ();
  g_autoptr(JsonNode) root = NULL;

  json_builder_begin_object (builder);
  add_string (builder, "type", "FeatureCollection");
  json_builder_set_member_name (builder, "features");
  json_builder_begin_array (builder);
  for (guint i = 0; i < places->len; i++)
    build_feature (builder, g_ptr_array_index (places, i));
  json_builder_end_array (builder);
  json_builder_end_object (builder);

  root = json_builder_get_root (builder);
  json_generator_set_root (generator, root);
  json_generator_set_pretty (generator, TRUE);

  return json_generator_to_data (generator, length);
}

/* The old file stays as it was until the new one is whole. */
static gboolean
save (LieuditUserPlaces  *self,
      GPtrArray          *places,
      GError            **error)
{
  g_autofree char *folder = g_path_get_dirname (self->path);
  g_autofree char *name = g_filename_display_name (self->path);
  g_autofree char *text = NULL;
  g_autoptr(GError) local_error = NULL;
  gsize length;

  if (self->is_unreadable)
    return set_unreadable (self, "", error);

  if (g_mkdir_with_parents (folder, 0700) != 0)
    {
      int code = errno;

      g_set_error (error, G_IO_ERROR, g_io_error_from_errno (code),
                   _("Your places cannot be saved in %s: %s."), name, g_strerror (code));
      return FALSE;
    }

  text = build_text (places, &length);
  if (g_file_set_contents_full (self->path, text, (gssize) length,
                                G_FILE_SET_CONTENTS_CONSISTENT | G_FILE_SET_CONTENTS_DURABLE, 0600, &local_error))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED,
               _("Your places cannot be saved in %s: %s."), name, local_error->message);
  return FALSE;
}

static GPtrArray *
copy_places (LieuditUserPlaces *self)
{
  GPtrArray *copy = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < self->places->len; i++)
    g_ptr_array_add (copy, g_object_ref (g_ptr_array_index (self->places, i)));

  return copy;
}

/* Puts @changed in the place of what is known, once it is on disk. */
static gboolean
commit (LieuditUserPlaces  *self,
        GPtrArray          *changed,
        guint               position,
        guint               n_removed,
        guint               n_added,
        GError            **error)
{
  if (!save (self, changed, error))
    return FALSE;

  g_ptr_array_unref (self->places);
  self->places = g_ptr_array_ref (changed);
  g_list_model_items_changed (G_LIST_MODEL (self), position, n_removed, n_added);

  return TRUE;
}

static GType
get_item_type (GListModel *model)
{
  return LIEUDIT_TYPE_USER_PLACE;
}

static guint
get_n_items (GListModel *model)
{
  return LIEUDIT_USER_PLACES (model)->places->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  LieuditUserPlaces *self = LIEUDIT_USER_PLACES (model);

  return position < self->places->len ? g_object_ref (g_ptr_array_index (self->places, position)) : NULL;
}

static void
lieudit_user_places_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
lieudit_user_places_finalize (GObject *object)
{
  LieuditUserPlaces *self = LIEUDIT_USER_PLACES (object);

  g_free (self->path);
  g_ptr_array_unref (self->places);

  G_OBJECT_CLASS (lieudit_user_places_parent_class)->finalize (object);
}

static void
lieudit_user_places_class_init (LieuditUserPlacesClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_user_places_finalize;
}

static void
lieudit_user_places_init (LieuditUserPlaces *self)
{
  self->places = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * lieudit_user_places_new:
 * @path: (nullable): a GeoJSON file that may not exist yet; %NULL for the one
 *   in the user's data folder
 *
 * Makes an empty list. Load it before changing it.
 *
 * Returns: (transfer full): the list
 */
LieuditUserPlaces *
lieudit_user_places_new (const char *path)
{
  LieuditUserPlaces *self = g_object_new (LIEUDIT_TYPE_USER_PLACES, NULL);

  self->path = path != NULL ? g_strdup (path) : g_build_filename (g_get_user_data_dir (), "lieudit", FILE_NAME, NULL);

  return self;
}

/**
 * lieudit_user_places_get_path:
 * @self: the person's places
 *
 * Returns: (transfer none): the file they are kept in
 */
const char *
lieudit_user_places_get_path (LieuditUserPlaces *self)
{
  g_return_val_if_fail (LIEUDIT_IS_USER_PLACES (self), NULL);

  return self->path;
}

/**
 * lieudit_user_places_load:
 * @self: the person's places
 * @error: return location for an error
 *
 * Reads what is on disk. A file that is missing is an empty list; one that
 * cannot be understood is never written over.
 *
 * Returns: whether the places are known
 */
gboolean
lieudit_user_places_load (LieuditUserPlaces  *self,
                          GError            **error)
{
  g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(JsonParser) parser = json_parser_new_immutable ();
  g_autoptr(GMappedFile) file = NULL;
  g_autoptr(GError) local_error = NULL;
  const char *problem;
  guint n_before;

  g_return_val_if_fail (LIEUDIT_IS_USER_PLACES (self), FALSE);

  self->is_unreadable = FALSE;
  n_before = self->places->len;
  file = g_mapped_file_new (self->path, FALSE, &local_error);
  if (g_error_matches (local_error, G_FILE_ERROR, G_FILE_ERROR_NOENT))
    {
      g_ptr_array_set_size (self->places, 0);
      g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, 0);
      return TRUE;
    }
  if (file == NULL)
    return set_unreadable (self, local_error->message, error);
  if (g_mapped_file_get_length (file) == 0 || g_mapped_file_get_length (file) > LARGEST_FILE)
    return set_unreadable (self, _("It is empty or too large."), error);

  problem = lieudit_json_check (g_mapped_file_get_contents (file), g_mapped_file_get_length (file), DEEPEST_NESTING);
  if (problem != NULL)
    return set_unreadable (self, problem, error);
  if (!json_parser_load_from_data (parser, g_mapped_file_get_contents (file),
                                   (gssize) g_mapped_file_get_length (file), &local_error) ||
      !read_features (json_parser_get_root (parser), places, &local_error))
    return set_unreadable (self, local_error->message, error);

  g_ptr_array_unref (self->places);
  self->places = g_steal_pointer (&places);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->places->len);

  return TRUE;
}

/**
 * lieudit_user_places_lookup:
 * @self: the person's places
 * @id: an identifier
 *
 * Returns: (transfer none) (nullable): the place, or %NULL
 */
LieuditUserPlace *
lieudit_user_places_lookup (LieuditUserPlaces *self,
                            const char        *id)
{
  guint position;

  g_return_val_if_fail (LIEUDIT_IS_USER_PLACES (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  return find_place (self->places, id, &position) ? g_ptr_array_index (self->places, position) : NULL;
}

/**
 * lieudit_user_places_add:
 * @self: the person's places
 * @place: a new place, or one that was removed
 * @error: return location for an error
 *
 * Adds a place and saves.
 *
 * Returns: whether it was added
 */
gboolean
lieudit_user_places_add (LieuditUserPlaces  *self,
                         LieuditUserPlace   *place,
                         GError            **error)
{
  g_autoptr(GPtrArray) changed = NULL;
  guint position;

  g_return_val_if_fail (LIEUDIT_IS_USER_PLACES (self), FALSE);
  g_return_val_if_fail (LIEUDIT_IS_USER_PLACE (place), FALSE);

  if (!lieudit_user_place_check (place, error))
    return FALSE;
  if (find_place (self->places, lieudit_user_place_get_id (place), &position))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_EXISTS, _("The place is among yours already."));
      return FALSE;
    }

  changed = copy_places (self);
  g_ptr_array_add (changed, g_object_ref (place));

  return commit (self, changed, self->places->len, 0, 1, error);
}

/**
 * lieudit_user_places_replace:
 * @self: the person's places
 * @place: a changed copy of a place
 * @previous: (out) (optional) (transfer full): what it was before, to be given
 *   to this function to undo the change
 * @error: return location for an error
 *
 * Changes a place and saves.
 *
 * Returns: whether it was changed
 */
gboolean
lieudit_user_places_replace (LieuditUserPlaces  *self,
                             LieuditUserPlace   *place,
                             LieuditUserPlace  **previous,
                             GError            **error)
{
  g_autoptr(LieuditUserPlace) old = NULL;
  g_autoptr(GPtrArray) changed = NULL;
  guint position;

  g_return_val_if_fail (LIEUDIT_IS_USER_PLACES (self), FALSE);
  g_return_val_if_fail (LIEUDIT_IS_USER_PLACE (place), FALSE);

  if (!lieudit_user_place_check (place, error))
    return FALSE;
  if (!find_place (self->places, lieudit_user_place_get_id (place), &position))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The place is not among yours."));
      return FALSE;
    }

  old = g_object_ref (g_ptr_array_index (self->places, position));
  changed = copy_places (self);
  g_object_unref (g_ptr_array_index (changed, position));
  g_ptr_array_index (changed, position) = g_object_ref (place);
  if (!commit (self, changed, position, 1, 1, error))
    return FALSE;

  if (previous != NULL)
    *previous = g_steal_pointer (&old);

  return TRUE;
}

/**
 * lieudit_user_places_remove:
 * @self: the person's places
 * @id: the identifier of a place
 * @removed: (out) (optional) (transfer full): the place, to be given to
 *   lieudit_user_places_add() to undo this
 * @error: return location for an error
 *
 * Removes a place and saves.
 *
 * Returns: whether it was removed
 */
gboolean
lieudit_user_places_remove (LieuditUserPlaces  *self,
                            const char         *id,
                            LieuditUserPlace  **removed,
                            GError            **error)
{
  g_autoptr(LieuditUserPlace) old = NULL;
  g_autoptr(GPtrArray) changed = NULL;
  guint position;

  g_return_val_if_fail (LIEUDIT_IS_USER_PLACES (self), FALSE);
  g_return_val_if_fail (id != NULL, FALSE);

  if (!find_place (self->places, id, &position))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_NOT_FOUND, _("The place is not among yours."));
      return FALSE;
    }

  old = g_object_ref (g_ptr_array_index (self->places, position));
  changed = copy_places (self);
  g_ptr_array_remove_index (changed, position);
  if (!commit (self, changed, position, 1, 0, error))
    return FALSE;

  if (removed != NULL)
    *removed = g_steal_pointer (&old);

  return TRUE;
}

/**
 * lieudit_user_places_compile:
 * @self: the person's places, at least one
 * @error: return location for an error
 *
 * Compiles the places into a gazetteer of their own, see
 * lieudit_gazetteer_open_bytes().
 *
 * Returns: (transfer full): the compiled gazetteer, or %NULL with an error
 */
GBytes *
lieudit_user_places_compile (LieuditUserPlaces  *self,
                             GError            **error)
{
  g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();

  g_return_val_if_fail (LIEUDIT_IS_USER_PLACES (self), NULL);

  for (guint i = 0; i < self->places->len; i++)
    lieudit_gazetteer_builder_add_place (builder, lieudit_user_place_make_record (g_ptr_array_index (self->places, i), "own"));
  lieudit_gazetteer_builder_add_source (builder, "own", _("Your own places"), "", NULL, NULL);

  return lieudit_gazetteer_builder_build (builder, error);
}
