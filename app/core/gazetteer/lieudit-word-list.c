/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-word-list.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

#include "gazetteer/lieudit-table-reader.h"
#include "lieudit-data-directory.h"

#define HEADER "name\tkinds\n"

/**
 * LieuditWordList:
 *
 * The ordinary words of French, English and Arabic, and names of people:
 * `words.tsv.gz`, see `data/world.md`. The gazetteer that comes with Lieudit is
 * marked when it is built; what is imported may bear names that no place of it
 * does.
 *
 * The words are folded and in the order of their bytes, as the names of a
 * gazetteer are while it is compiled. So both are gone through once, together.
 */
struct _LieuditWordList
{
  char       *text;
  char       *position; /* the line to be looked at next; NUL at the end */
  const char *word;     /* the current one, NULL before the first and behind the last */
  const char *kinds;
};

static char *
read_text (const char  *path,
           GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GInputStream) compressed = G_INPUT_STREAM (g_file_read (file, NULL, error));
  g_autoptr(GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();
  g_autoptr(GInputStream) plain = NULL;

  if (compressed == NULL)
    return NULL;

  plain = g_converter_input_stream_new (compressed, G_CONVERTER (decompressor));
  if (g_output_stream_splice (memory, plain, G_OUTPUT_STREAM_SPLICE_NONE, NULL, error) < 0 ||
      !g_output_stream_write_all (memory, "", 1, NULL, NULL, error) ||
      !g_output_stream_close (memory, NULL, error))
    return NULL;

  return g_memory_output_stream_steal_data (G_MEMORY_OUTPUT_STREAM (memory));
}

/**
 * lieudit_word_list_open:
 * @path: a list of words
 * @error: return location for an error
 *
 * Returns: (transfer full): the words, or %NULL with an error
 */
LieuditWordList *
lieudit_word_list_open (const char  *path,
                        GError     **error)
{
  g_autoptr(LieuditWordList) self = g_new0 (LieuditWordList, 1);
  g_autoptr(GError) local_error = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  self->text = read_text (path, &local_error);
  if (self->text == NULL || !g_str_has_prefix (self->text, HEADER))
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, LIEUDIT_GAZETTEER_ERROR, LIEUDIT_GAZETTEER_ERROR_MISSING,
                   _("The list of words cannot be read from “%s”. Install Lieudit again, or set LIEUDIT_DATA_DIR to where its data is."),
                   name);
      return NULL;
    }
  self->position = self->text + strlen (HEADER);

  return g_steal_pointer (&self);
}

/**
 * lieudit_word_list_open_installed:
 * @error: return location for an error
 *
 * Returns: (transfer full): the words that are installed with Lieudit, or
 *   %NULL with an error
 */
LieuditWordList *
lieudit_word_list_open_installed (GError **error)
{
  g_autofree char *path = lieudit_build_data_path ("words.tsv.gz");

  return lieudit_word_list_open (path, error);
}

/**
 * lieudit_word_list_free:
 * @self: (transfer full): words
 *
 * Frees them.
 */
void
lieudit_word_list_free (LieuditWordList *self)
{
  g_free (self->text);
  g_free (self);
}

/**
 * lieudit_word_list_next:
 * @self: words
 * @word: (out) (optional): the next word, folded
 *
 * Goes on to the next word.
 *
 * Returns: whether there is one
 */
gboolean
lieudit_word_list_next (LieuditWordList  *self,
                        const char      **word)
{
  char *line = self->position;
  char *end = strchr (line, '\n');
  char *tab;

  self->word = NULL;
  if (*line == '\0')
    return FALSE;

  if (end != NULL)
    *end++ = '\0';
  self->position = end != NULL ? end : line + strlen (line);
  tab = strchr (line, '\t');
  if (tab != NULL)
    *tab++ = '\0';
  self->word = line;
  self->kinds = tab != NULL ? tab : "";
  if (word != NULL)
    *word = line;

  return TRUE;
}

/**
 * lieudit_word_list_find:
 * @self: words
 * @word: a folded word, not before the one that was looked for last
 *
 * Looks a word up, in the order of their bytes.
 *
 * Returns: what the word is beside the name of a place; 0 where it is nothing
 */
LieuditCandidateFlags
lieudit_word_list_find (LieuditWordList *self,
                        const char      *word)
{
  while (self->word == NULL || strcmp (self->word, word) < 0)
    {
      if (!lieudit_word_list_next (self, NULL))
        return 0;
    }

  return strcmp (self->word, word) == 0 ? lieudit_flags_of_word_kinds (self->kinds) : 0;
}
