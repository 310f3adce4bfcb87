/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-house-spellings.h"

#include <string.h>

#include <glib/gi18n.h>

#include "export/lieudit-json-writer.h"
#include "session/lieudit-decisions.h"
#include "session/lieudit-standing-file.h"

#define FILE_NAME "spellings.json"
#define FORMAT_VERSION 1

/**
 * LieuditHouseSpellings:
 *
 * How a newsroom writes places, by the language of the article. Every change
 * is on disk before it is told.
 */
struct _LieuditHouseSpellings
{
  GObject     parent_instance;

  char       *path;
  GListStore *spellings;     /* of LieuditHouseSpelling, by the names of their places */
  GHashTable *by_place;      /* place and language -> LieuditHouseSpelling, which the list owns */
  gboolean    is_unreadable; /* what is on disk, which must not be written over */
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LieuditHouseSpellings, lieudit_house_spellings, G_TYPE_OBJECT)

static void
lieudit_house_spellings_finalize (GObject *object)
{
  LieuditHouseSpellings *self = LIEUDIT_HOUSE_SPELLINGS (object);

  g_free (self->path);
  g_hash_table_unref (self->by_place);
  g_object_unref (self->spellings);

  G_OBJECT_CLASS (lieudit_house_spellings_parent_class)->finalize (object);
}

static void
lieudit_house_spellings_class_init (LieuditHouseSpellingsClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_house_spellings_finalize;

  /**
   * LieuditHouseSpellings::changed:
   * @self: house spellings
   *
   * A spelling was chosen or taken back.
   */
  signals[CHANGED] =
    g_signal_new ("changed", LIEUDIT_TYPE_HOUSE_SPELLINGS, G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lieudit_house_spellings_init (LieuditHouseSpellings *self)
{
  self->spellings = g_list_store_new (LIEUDIT_TYPE_HOUSE_SPELLING);
  self->by_place = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
}

static char *
dup_key (const char      *place_id,
         LieuditLanguage  language)
{
  return g_strdup_printf ("%s %s", lieudit_language_to_tag (language), place_id);
}

static int
compare_spellings (gconstpointer a,
                   gconstpointer b,
                   gpointer      user_data)
{
  LieuditHouseSpelling *first = LIEUDIT_HOUSE_SPELLING ((gpointer) a);
  LieuditHouseSpelling *second = LIEUDIT_HOUSE_SPELLING ((gpointer) b);
  int order = g_utf8_collate (lieudit_house_spelling_get_place_name (first), lieudit_house_spelling_get_place_name (second));

  if (order == 0)
    order = strcmp (lieudit_house_spelling_get_place_id (first), lieudit_house_spelling_get_place_id (second));

  return order != 0 ? order : (int) lieudit_house_spelling_get_language (first) - (int) lieudit_house_spelling_get_language (second);
}

static LieuditHouseSpelling *
find (LieuditHouseSpellings *self,
      const char            *place_id,
      LieuditLanguage        language)
{
  g_autofree char *key = dup_key (place_id, language);

  return g_hash_table_lookup (self->by_place, key);
}

static LieuditHouseSpelling *
find_like (LieuditHouseSpellings *self,
           LieuditHouseSpelling  *spelling)
{
  return find (self, lieudit_house_spelling_get_place_id (spelling), lieudit_house_spelling_get_language (spelling));
}

/* Both are about the same place and language. */
static void
exchange (LieuditHouseSpellings *self,
          LieuditHouseSpelling  *before,
          LieuditHouseSpelling  *after)
{
  LieuditHouseSpelling *either = before != NULL ? before : after;
  g_autofree char *key = dup_key (lieudit_house_spelling_get_place_id (either), lieudit_house_spelling_get_language (either));
  guint position;

  g_hash_table_remove (self->by_place, key);
  if (before != NULL && g_list_store_find (self->spellings, before, &position))
    g_list_store_remove (self->spellings, position);
  if (after == NULL)
    return;

  g_hash_table_insert (self->by_place, g_steal_pointer (&key), after);
  g_list_store_insert_sorted (self->spellings, after, compare_spellings, NULL);
}

static void
write_member (LieuditJsonWriter *writer,
              const char        *name,
              const char        *text)
{
  lieudit_json_writer_name (writer, name);
  lieudit_json_writer_string (writer, text);
}

static void
write_spelling (LieuditJsonWriter    *writer,
                LieuditHouseSpelling *spelling)
{
  lieudit_json_writer_begin_object (writer);
  write_member (writer, "place", lieudit_house_spelling_get_place_id (spelling));
  write_member (writer, "name", lieudit_house_spelling_get_place_name (spelling));
  write_member (writer, "language", lieudit_language_to_tag (lieudit_house_spelling_get_language (spelling)));
  write_member (writer, "spelling", lieudit_house_spelling_get_text (spelling));
  lieudit_json_writer_end_object (writer);
}

/* As the list will be once @after has taken the place of @before. */
static char *
build_text (LieuditHouseSpellings *self,
            LieuditHouseSpelling  *before,
            LieuditHouseSpelling  *after)
{
  LieuditJsonWriter writer;

  lieudit_json_writer_init (&writer, TRUE);
  lieudit_json_writer_begin_object (&writer);
  lieudit_json_writer_name (&writer, "version");
  lieudit_json_writer_size (&writer, FORMAT_VERSION);
  lieudit_json_writer_name (&writer, "spellings");
  lieudit_json_writer_begin_array (&writer);
  for (guint i = 0; i < g_list_model_get_n_items (G_LIST_MODEL (self->spellings)); i++)
    {
      g_autoptr(LieuditHouseSpelling) spelling = g_list_model_get_item (G_LIST_MODEL (self->spellings), i);

      if (spelling != before)
        write_spelling (&writer, spelling);
    }
  if (after != NULL)
    write_spelling (&writer, after);
  lieudit_json_writer_end_array (&writer);
  lieudit_json_writer_end_object (&writer);

  return lieudit_json_writer_finish (&writer);
}

/* On disk first: when that fails, all is as it was. */
static gboolean
replace (LieuditHouseSpellings  *self,
         LieuditHouseSpelling   *before,
         LieuditHouseSpelling   *after,
         GError                **error)
{
  g_autofree char *name = g_filename_display_name (self->path);
  g_autofree char *text = NULL;
  g_autoptr(GError) local_error = NULL;

  if (self->is_unreadable)
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
                   _("Your house spellings cannot be read, and are not written over: %s"), name);
      return FALSE;
    }

  text = build_text (self, before, after);
  if (!lieudit_standing_file_write (self->path, text, &local_error))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_FAILED, _("Your house spellings cannot be saved in %s: %s"), name,
                   local_error->message);
      return FALSE;
    }

  exchange (self, before, after);
  g_signal_emit (self, signals[CHANGED], 0);

  return TRUE;
}

typedef struct {
  LieuditHouseSpellings *spellings;
  LieuditHouseSpelling  *before;
  LieuditHouseSpelling  *after;
} Change;

static void
change_free (gpointer data)
{
  Change *change = data;

  g_object_unref (change->spellings);
  g_clear_object (&change->before);
  g_clear_object (&change->after);
  g_free (change);
}

static gboolean
undo_change (gpointer   data,
             GError   **error)
{
  Change *change = data;

  return replace (change->spellings, change->after, change->before, error);
}

static gboolean
redo_change (gpointer   data,
             GError   **error)
{
  Change *change = data;

  return replace (change->spellings, change->before, change->after, error);
}

static gboolean
make_change (LieuditHouseSpellings  *self,
             LieuditHouseSpelling   *current,
             LieuditHouseSpelling   *after,
             const char             *title,
             LieuditHistory         *history,
             GError                **error)
{
  g_autoptr(LieuditHouseSpelling) before = current != NULL ? g_object_ref (current) : NULL;
  Change *change;

  if (!replace (self, before, after, error))
    return FALSE;

  change = g_new0 (Change, 1);
  change->spellings = g_object_ref (self);
  change->before = g_steal_pointer (&before);
  g_set_object (&change->after, after);
  lieudit_history_add (history, title, undo_change, redo_change, change, change_free);

  return TRUE;
}

/**
 * lieudit_house_spellings_new:
 * @path: (nullable): a file that may not exist yet; %NULL for the one in the
 *   user's data folder
 *
 * Makes an empty list. Load it before changing it.
 *
 * Returns: (transfer full): the list
 */
LieuditHouseSpellings *
lieudit_house_spellings_new (const char *path)
{
  LieuditHouseSpellings *self = g_object_new (LIEUDIT_TYPE_HOUSE_SPELLINGS, NULL);

  self->path = lieudit_standing_file_dup_path (path, FILE_NAME);

  return self;
}

static gboolean
is_empty (const char *text)
{
  return text == NULL || *text == '\0';
}

/* A later spelling of the same place takes the place of the one before. */
static void
read_spelling (LieuditJsonReader *reader,
               gpointer           user_data)
{
  LieuditHouseSpellings *self = user_data;
  g_autoptr(LieuditHouseSpelling) spelling = NULL;
  g_autofree char *member = NULL;
  g_autofree char *place = NULL;
  g_autofree char *name = NULL;
  g_autofree char *language = NULL;
  g_autofree char *text = NULL;

  lieudit_json_reader_begin_object (reader);
  while (lieudit_json_reader_next_member (reader, &member))
    {
      if (g_str_equal (member, "place") && place == NULL)
        place = lieudit_json_reader_dup_string (reader);
      else if (g_str_equal (member, "name") && name == NULL)
        name = lieudit_json_reader_dup_string (reader);
      else if (g_str_equal (member, "language") && language == NULL)
        language = lieudit_json_reader_dup_string (reader);
      else if (g_str_equal (member, "spelling") && text == NULL)
        text = lieudit_json_reader_dup_string (reader);
      else
        lieudit_json_reader_skip (reader);
    }

  if (is_empty (place) || is_empty (name) || is_empty (text) || language == NULL)
    return;

  spelling = lieudit_house_spelling_new (place, name, lieudit_language_from_tag (language), text);
  exchange (self, find_like (self, spelling), spelling);
}

/**
 * lieudit_house_spellings_load:
 * @self: house spellings
 * @error: return location for an error
 *
 * Reads what is on disk. A file that is missing is an empty list; one that
 * cannot be understood is never written over.
 *
 * Returns: whether the spellings are known
 */
gboolean
lieudit_house_spellings_load (LieuditHouseSpellings  *self,
                              GError                **error)
{
  g_autofree char *name = NULL;
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (LIEUDIT_IS_HOUSE_SPELLINGS (self), FALSE);

  g_hash_table_remove_all (self->by_place);
  g_list_store_remove_all (self->spellings);
  self->is_unreadable =
    !lieudit_standing_file_read (self->path, FORMAT_VERSION, "spellings", read_spelling, self, &local_error);
  g_signal_emit (self, signals[CHANGED], 0);
  if (!self->is_unreadable)
    return TRUE;

  name = g_filename_display_name (self->path);
  g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA,
               /* Translators: a file, then a sentence that says what is wrong with it */
               _("Your house spellings cannot be read from %s: %s"), name, local_error->message);
  return FALSE;
}

/**
 * lieudit_house_spellings_get_list:
 * @self: house spellings
 *
 * Returns: (transfer none): a list of #LieuditHouseSpelling, by the names of their places
 */
GListModel *
lieudit_house_spellings_get_list (LieuditHouseSpellings *self)
{
  g_return_val_if_fail (LIEUDIT_IS_HOUSE_SPELLINGS (self), NULL);

  return G_LIST_MODEL (self->spellings);
}

/**
 * lieudit_house_spellings_lookup:
 * @self: house spellings
 * @place_id: the identifier of a place
 * @language: the language of an article
 *
 * Returns: (transfer none) (nullable): how the newsroom writes the place there
 */
const char *
lieudit_house_spellings_lookup (LieuditHouseSpellings *self,
                                const char            *place_id,
                                LieuditLanguage        language)
{
  LieuditHouseSpelling *spelling;

  g_return_val_if_fail (LIEUDIT_IS_HOUSE_SPELLINGS (self), NULL);
  g_return_val_if_fail (place_id != NULL, NULL);

  if (g_hash_table_size (self->by_place) == 0)
    return NULL;

  spelling = find (self, place_id, language);

  return spelling != NULL ? lieudit_house_spelling_get_text (spelling) : NULL;
}

/**
 * lieudit_house_spellings_find_other:
 * @self: house spellings
 * @place: a place of an article
 * @language: the language of the article
 *
 * Looks for a mention that is written otherwise than the newsroom writes the
 * place. Capitals, as in headlines, are no other spelling.
 *
 * Returns: (transfer none) (nullable): how the article writes the place
 */
const char *
lieudit_house_spellings_find_other (LieuditHouseSpellings *self,
                                    LieuditFoundPlace     *place,
                                    LieuditLanguage        language)
{
  const char *house;
  g_autofree char *folded_house = NULL;
  GListModel *mentions;

  g_return_val_if_fail (LIEUDIT_IS_HOUSE_SPELLINGS (self), NULL);
  g_return_val_if_fail (LIEUDIT_IS_FOUND_PLACE (place), NULL);

  house = lieudit_house_spellings_lookup (self, lieudit_place_get_id (lieudit_found_place_get_place (place)), language);
  if (house == NULL)
    return NULL;

  folded_house = lieudit_decisions_fold_name (house);
  mentions = lieudit_found_place_get_mentions (place);
  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);
      g_autofree char *folded = lieudit_decisions_fold_name (lieudit_mention_get_text (mention));

      if (!g_str_equal (folded, folded_house))
        return lieudit_mention_get_text (mention);
    }

  return NULL;
}

/**
 * lieudit_house_spellings_choose:
 * @self: house spellings
 * @spelling: how the newsroom writes a place from now on
 * @history: where that is remembered, to be undone
 * @error: return location for an error
 *
 * Chooses the spelling of a place, in place of the one it had.
 *
 * Returns: whether that is saved
 */
gboolean
lieudit_house_spellings_choose (LieuditHouseSpellings  *self,
                                LieuditHouseSpelling   *spelling,
                                LieuditHistory         *history,
                                GError                **error)
{
  g_autofree char *title = NULL;

  g_return_val_if_fail (LIEUDIT_IS_HOUSE_SPELLINGS (self), FALSE);
  g_return_val_if_fail (LIEUDIT_IS_HOUSE_SPELLING (spelling), FALSE);
  g_return_val_if_fail (LIEUDIT_IS_HISTORY (history), FALSE);

  title = g_strdup_printf (_("“%s” is your house spelling"), lieudit_house_spelling_get_text (spelling));

  return make_change (self, find_like (self, spelling), spelling, title, history, error);
}

/**
 * lieudit_house_spellings_revoke:
 * @self: house spellings
 * @spelling: a spelling of the place and language that are to have none
 * @history: where that is remembered, to be undone
 * @error: return location for an error
 *
 * Takes the spelling of a place back. If it has none, nothing happens.
 *
 * Returns: whether that is saved
 */
gboolean
lieudit_house_spellings_revoke (LieuditHouseSpellings  *self,
                                LieuditHouseSpelling   *spelling,
                                LieuditHistory         *history,
                                GError                **error)
{
  LieuditHouseSpelling *current;
  g_autofree char *title = NULL;

  g_return_val_if_fail (LIEUDIT_IS_HOUSE_SPELLINGS (self), FALSE);
  g_return_val_if_fail (LIEUDIT_IS_HOUSE_SPELLING (spelling), FALSE);
  g_return_val_if_fail (LIEUDIT_IS_HISTORY (history), FALSE);

  current = find_like (self, spelling);
  if (current == NULL)
    return TRUE;

  title = g_strdup_printf (_("“%s” is no longer your house spelling"), lieudit_house_spelling_get_text (current));

  return make_change (self, current, NULL, title, history, error);
}
