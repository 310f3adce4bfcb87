/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-standing-decisions.h"

#include <string.h>

#include <glib/gi18n.h>

#include "export/lieudit-json-writer.h"
#include "session/lieudit-decisions.h"
#include "session/lieudit-standing-file.h"

#define FILE_NAME "decisions.json"
#define FORMAT_VERSION 1
#define DEGREE_DECIMALS 7

/**
 * LieuditStandingDecisions:
 *
 * What a person decided on names once and for all, in alphabetical order. Every
 * change is on disk before it is told.
 */
struct _LieuditStandingDecisions
{
  GObject parent_instance;

  char       *path;
  GPtrArray  *decisions;     /* of LieuditStandingDecision */
  GHashTable *by_name;       /* folded name -> LieuditStandingDecision */
  gboolean    is_unreadable; /* what is on disk, which must not be written over */
};

static void lieudit_standing_decisions_list_model_init (GListModelInterface *interface);

G_DEFINE_FINAL_TYPE_WITH_CODE (LieuditStandingDecisions, lieudit_standing_decisions, G_TYPE_OBJECT,
                               G_IMPLEMENT_INTERFACE (G_TYPE_LIST_MODEL, lieudit_standing_decisions_list_model_init))

static GType
get_item_type (GListModel *model)
{
  return LIEUDIT_TYPE_STANDING_DECISION;
}

static guint
get_n_items (GListModel *model)
{
  return LIEUDIT_STANDING_DECISIONS (model)->decisions->len;
}

static gpointer
get_item (GListModel *model,
          guint       position)
{
  LieuditStandingDecisions *self = LIEUDIT_STANDING_DECISIONS (model);

  return position < self->decisions->len ? g_object_ref (g_ptr_array_index (self->decisions, position)) : NULL;
}

static void
lieudit_standing_decisions_list_model_init (GListModelInterface *interface)
{
  interface->get_item_type = get_item_type;
  interface->get_n_items = get_n_items;
  interface->get_item = get_item;
}

static void
lieudit_standing_decisions_finalize (GObject *object)
{
  LieuditStandingDecisions *self = LIEUDIT_STANDING_DECISIONS (object);

  g_free (self->path);
  g_ptr_array_unref (self->decisions);
  g_hash_table_unref (self->by_name);

  G_OBJECT_CLASS (lieudit_standing_decisions_parent_class)->finalize (object);
}

static void
lieudit_standing_decisions_class_init (LieuditStandingDecisionsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_standing_decisions_finalize;
}

static void
lieudit_standing_decisions_init (LieuditStandingDecisions *self)
{
  self->decisions = g_ptr_array_new_with_free_func (g_object_unref);
  self->by_name = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static int
compare_names (gconstpointer a,
               gconstpointer b)
{
  const char *name_a = lieudit_standing_decision_get_name (*(LieuditStandingDecision **) a);
  const char *name_b = lieudit_standing_decision_get_name (*(LieuditStandingDecision **) b);
  int order = g_utf8_collate (name_a, name_b);

  return order != 0 ? order : strcmp (name_a, name_b);
}

/* A later decision on the same name takes the place of the one before. */
static void
put (LieuditStandingDecisions *self,
     const char               *name,
     LieuditDecision          *decision)
{
  g_autofree char *folded = lieudit_decisions_fold_name (name);
  LieuditStandingDecision *before = g_hash_table_lookup (self->by_name, folded);

  g_hash_table_remove (self->by_name, folded);
  if (before != NULL)
    g_ptr_array_remove (self->decisions, before);
  if (decision != NULL)
    {
      LieuditStandingDecision *after = lieudit_standing_decision_new (name, decision);

      g_ptr_array_add (self->decisions, after);
      g_hash_table_insert (self->by_name, g_steal_pointer (&folded), after);
    }
}

static void
write_place (LieuditJsonWriter           *writer,
             const LieuditPlaceReference *place)
{
  lieudit_json_writer_name (writer, "place");
  lieudit_json_writer_begin_object (writer);
  lieudit_json_writer_name (writer, "id");
  lieudit_json_writer_string (writer, place->id);
  lieudit_json_writer_name (writer, "name");
  lieudit_json_writer_string (writer, place->name);
  lieudit_json_writer_name (writer, "lat");
  lieudit_json_writer_double (writer, place->latitude, DEGREE_DECIMALS);
  lieudit_json_writer_name (writer, "lon");
  lieudit_json_writer_double (writer, place->longitude, DEGREE_DECIMALS);
  lieudit_json_writer_end_object (writer);
}

static char *
build_text (LieuditStandingDecisions *self)
{
  LieuditJsonWriter writer;

  lieudit_json_writer_init (&writer, TRUE);
  lieudit_json_writer_begin_object (&writer);
  lieudit_json_writer_name (&writer, "version");
  lieudit_json_writer_size (&writer, FORMAT_VERSION);
  lieudit_json_writer_name (&writer, "decisions");
  lieudit_json_writer_begin_array (&writer);
  for (guint i = 0; i < self->decisions->len; i++)
    {
      LieuditStandingDecision *standing = g_ptr_array_index (self->decisions, i);
      LieuditDecision *decision = lieudit_standing_decision_get_decision (standing);
      const LieuditPlaceReference *place = lieudit_decision_get_place (decision);

      lieudit_json_writer_begin_object (&writer);
      lieudit_json_writer_name (&writer, "name");
      lieudit_json_writer_string (&writer, lieudit_standing_decision_get_name (standing));
      lieudit_json_writer_name (&writer, "decision");
      lieudit_json_writer_string (&writer, lieudit_decision_kind_to_nick (lieudit_decision_get_kind (decision)));
      if (place != NULL)
        write_place (&writer, place);
      lieudit_json_writer_end_object (&writer);
    }
  lieudit_json_writer_end_array (&writer);
  lieudit_json_writer_end_object (&writer);

  return lieudit_json_writer_finish (&writer);
}

static gboolean
save (LieuditStandingDecisions  *self,
      GError                   **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  g_autofree char *text = NULL;
  g_autoptr(GError) local_error = NULL;

  if (self->is_unreadable)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("What you always mean by names cannot be read, and is not written over: %s"), name);
      return FALSE;
    }

  text = build_text (self);
  if (lieudit_standing_file_write (self->path, text, &local_error))
    return TRUE;

  g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("What you always mean by names cannot be saved in %s: %s"), name,
               local_error->message);
  return FALSE;
}

/* On disk first: when that fails, all is as it was. */
static gboolean
replace (LieuditStandingDecisions  *self,
         const char                *name,
         LieuditDecision           *decision,
         GError                   **error)
{
  guint n_before = self->decisions->len;
  LieuditDecision *current = lieudit_standing_decisions_lookup (self, name);
  g_autoptr(LieuditDecision) before = current != NULL ? g_object_ref (current) : NULL;

  put (self, name, decision);
  g_ptr_array_sort (self->decisions, compare_names);
  if (!save (self, error))
    {
      put (self, name, before);
      g_ptr_array_sort (self->decisions, compare_names);
      return FALSE;
    }

  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->decisions->len);

  return TRUE;
}

typedef struct {
  LieuditStandingDecisions *decisions;
  char                     *name;
  LieuditDecision          *before;
  LieuditDecision          *after;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->decisions);
  g_free (change->name);
  g_clear_object (&change->before);
  g_clear_object (&change->after);
  g_free (change);
}

static gboolean
undo_change (gpointer   data,
             GError   **error)
{
  Change *change = data;

  return replace (change->decisions, change->name, change->before, error);
}

static gboolean
redo_change (gpointer   data,
             GError   **error)
{
  Change *change = data;

  return replace (change->decisions, change->name, change->after, error);
}

static char *
describe_change (const char      *name,
                 LieuditDecision *decision)
{
  g_autofree char *description = NULL;

  if (decision == NULL)
    return g_strdup_printf (_("“%s” is left to Lieudit again"), name);

  description = lieudit_decision_describe (decision, name);
  /* Translators: %s is a sentence such as “Homs” is no place */
  return g_strdup_printf (_("%s, always"), description);
}

/**
 * lieudit_standing_decisions_new:
 * @path: (nullable): a file that may not exist yet; %NULL for the one in the
 *   user's data folder
 *
 * Makes an empty list. Load it before changing it.
 *
 * Returns: (transfer full): the list
 */
LieuditStandingDecisions *
lieudit_standing_decisions_new (const char *path)
{
  LieuditStandingDecisions *self = g_object_new (LIEUDIT_TYPE_STANDING_DECISIONS, NULL);

  self->path = lieudit_standing_file_dup_path (path, FILE_NAME);

  return self;
}

static LieuditPlaceReference *
read_place (LieuditJsonReader *reader)
{
  g_autofree char *member = NULL;
  g_autofree char *id = NULL;
  g_autofree char *name = NULL;
  double latitude = 0.0, longitude = 0.0;

  lieudit_json_reader_begin_object (reader);
  while (lieudit_json_reader_next_member (reader, &member))
    {
      if (g_str_equal (member, "id") && id == NULL)
        id = lieudit_json_reader_dup_string (reader);
      else if (g_str_equal (member, "name") && name == NULL)
        name = lieudit_json_reader_dup_string (reader);
      else if (g_str_equal (member, "lat"))
        latitude = lieudit_json_reader_read_double (reader);
      else if (g_str_equal (member, "lon"))
        longitude = lieudit_json_reader_read_double (reader);
      else
        lieudit_json_reader_skip (reader);
    }

  return id != NULL && name != NULL ? lieudit_place_reference_new (id, name, latitude, longitude, NULL, NULL) : NULL;
}

static void
read_decision (LieuditJsonReader *reader,
               gpointer           user_data)
{
  LieuditStandingDecisions *self = user_data;
  g_autoptr(LieuditPlaceReference) place = NULL;
  g_autoptr(LieuditDecision) decision = NULL;
  g_autofree char *member = NULL;
  g_autofree char *name = NULL;
  g_autofree char *nick = NULL;
  LieuditDecisionKind kind;

  lieudit_json_reader_begin_object (reader);
  while (lieudit_json_reader_next_member (reader, &member))
    {
      if (g_str_equal (member, "name") && name == NULL)
        name = lieudit_json_reader_dup_string (reader);
      else if (g_str_equal (member, "decision") && nick == NULL)
        nick = lieudit_json_reader_dup_string (reader);
      else if (g_str_equal (member, "place") && place == NULL)
        place = read_place (reader);
      else
        lieudit_json_reader_skip (reader);
    }

  if (name == NULL || *name == '\0' || nick == NULL || !lieudit_decision_kind_from_nick (nick, &kind) ||
      (kind == LIEUDIT_DECISION_PLACE) != (place != NULL))
    return;

  decision = lieudit_decision_new (kind, place);
  put (self, name, decision);
}

/**
 * lieudit_standing_decisions_load:
 * @self: standing decisions
 * @error: return location for an error
 *
 * Reads what is on disk. A file that is missing is an empty list; one that
 * cannot be understood is never written over.
 *
 * Returns: whether the decisions are known
 */
gboolean
lieudit_standing_decisions_load (LieuditStandingDecisions  *self,
                                 GError                   **error)
{
  g_autofree char *name = NULL;
  g_autoptr(GError) local_error = NULL;
  guint n_before;

  g_return_val_if_fail (LIEUDIT_IS_STANDING_DECISIONS (self), FALSE);

  n_before = self->decisions->len;
  g_hash_table_remove_all (self->by_name);
  g_ptr_array_set_size (self->decisions, 0);
  self->is_unreadable =
    !lieudit_standing_file_read (self->path, FORMAT_VERSION, "decisions", read_decision, self, &local_error);
  g_ptr_array_sort (self->decisions, compare_names);
  g_list_model_items_changed (G_LIST_MODEL (self), 0, n_before, self->decisions->len);
  if (!self->is_unreadable)
    return TRUE;

  name = g_filename_display_name (self->path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               /* Translators: a file, then a sentence that says what is wrong with it */
               _("What you always mean by names cannot be read from %s: %s"), name, local_error->message);
  return FALSE;
}

/**
 * lieudit_standing_decisions_lookup:
 * @self: standing decisions
 * @name: a name as an article writes it
 *
 * Returns: (transfer none) (nullable): what is always meant by it
 */
LieuditDecision *
lieudit_standing_decisions_lookup (LieuditStandingDecisions *self,
                                   const char               *name)
{
  g_autofree char *folded = NULL;
  LieuditStandingDecision *standing;

  g_return_val_if_fail (LIEUDIT_IS_STANDING_DECISIONS (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  if (self->decisions->len == 0)
    return NULL;

  folded = lieudit_decisions_fold_name (name);
  standing = g_hash_table_lookup (self->by_name, folded);

  return standing != NULL ? lieudit_standing_decision_get_decision (standing) : NULL;
}

/**
 * lieudit_standing_decisions_decide:
 * @self: standing decisions
 * @name: a name as an article writes it
 * @decision: (nullable): what is always meant by it; %NULL to leave that to the resolver again
 * @history: where that is remembered, to be undone
 * @error: return location for an error
 *
 * Decides on a name in all articles.
 *
 * Returns: whether that is saved
 */
gboolean
lieudit_standing_decisions_decide (LieuditStandingDecisions  *self,
                                   const char                *name,
                                   LieuditDecision           *decision,
                                   LieuditHistory            *history,
                                   GError                   **error)
{
  g_autoptr(LieuditDecision) before = NULL;
  g_autofree char *title = NULL;
  Change *change;

  g_return_val_if_fail (LIEUDIT_IS_STANDING_DECISIONS (self), FALSE);
  g_return_val_if_fail (name != NULL && *name != '\0', FALSE);
  g_return_val_if_fail (decision == NULL || LIEUDIT_IS_DECISION (decision), FALSE);
  g_return_val_if_fail (LIEUDIT_IS_HISTORY (history), FALSE);

  g_set_object (&before, lieudit_standing_decisions_lookup (self, name));
  if (!replace (self, name, decision, error))
    return FALSE;

  change = g_new0 (Change, 1);
  change->decisions = g_object_ref (self);
  change->name = g_strdup (name);
  change->before = g_steal_pointer (&before);
  g_set_object (&change->after, decision);
  title = describe_change (name, decision);
  lieudit_history_add (history, title, undo_change, redo_change, change, change_free);

  return TRUE;
}
