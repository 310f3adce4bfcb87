/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-weight-table.h"

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <string.h>

/*
 * What data/model/compile.py writes: names and what they weigh, found by hash
 * in a file that is mapped into memory, so that opening it costs nothing.
 */

#define MAGIC "LDWEIGHT"

typedef struct
{
  char    magic[8];
  guint32 n_slots; /* a power of two */
  guint32 n_names;
} Header;

typedef struct
{
  guint32 hash;   /* 0: free */
  gint32  weight; /* thousandths */
} Slot;

struct _LieuditWeightTable
{
  GMappedFile *file;
  const Slot  *slots;
  guint32      mask;
};

static gboolean
is_valid (const char *data,
          gsize       length)
{
  const Header *header = (const Header *) (gconstpointer) data;
  guint32 n_slots;

  if (length < sizeof (*header) || memcmp (header->magic, MAGIC, sizeof (header->magic)) != 0)
    return FALSE;

  n_slots = GUINT32_FROM_LE (header->n_slots);
  return n_slots > 0 && (n_slots & (n_slots - 1)) == 0 &&
         length == sizeof (*header) + (gsize) n_slots * sizeof (Slot);
}

/**
 * lieudit_weight_table_open:
 * @path: where it is
 * @error: return location for an error
 *
 * Maps a table into memory.
 *
 * Returns: (transfer full): the table, or %NULL with a #GFileError or, when
 *   the file is none, %G_IO_ERROR_INVALID_DATA
 */
LieuditWeightTable *
lieudit_weight_table_open (const char  *path,
                           GError     **error)
{
  g_autoptr(GMappedFile) file = g_mapped_file_new (path, FALSE, error);
  LieuditWeightTable *self;
  const char *data;

  if (file == NULL)
    return NULL;

  data = g_mapped_file_get_contents (file);
  if (!is_valid (data, g_mapped_file_get_length (file)))
    {
      g_set_error (error, G_IO_ERROR, G_IO_ERROR_INVALID_DATA, _("“%s” is no table of weights"), path);
      return NULL;
    }

  self = g_new0 (LieuditWeightTable, 1);
  self->slots = (const Slot *) (gconstpointer) (data + sizeof (Header));
  self->mask = GUINT32_FROM_LE (((const Header *) (gconstpointer) data)->n_slots) - 1;
  self->file = g_steal_pointer (&file);

  return self;
}

/**
 * lieudit_weight_table_free:
 * @self: (transfer full): a table
 *
 * Closes @self.
 */
void
lieudit_weight_table_free (LieuditWeightTable *self)
{
  g_mapped_file_unref (self->file);
  g_free (self);
}

/**
 * lieudit_weight_table_lookup:
 * @self: a table
 * @hash: the hash of a name
 * @weight: (out) (optional): what it weighs, in thousandths; left alone when it is not there
 *
 * Returns: whether the name is in the table
 */
gboolean
lieudit_weight_table_lookup (const LieuditWeightTable *self,
                             guint32                   hash,
                             gint32                   *weight)
{
  for (guint32 i = 0; i <= self->mask; i++)
    {
      const Slot *slot = &self->slots[(hash + i) & self->mask];
      guint32 found = GUINT32_FROM_LE (slot->hash);

      if (found == 0)
        return FALSE;
      if (found != hash)
        continue;
      if (weight != NULL)
        *weight = GINT32_FROM_LE (slot->weight);
      return TRUE;
    }

  return FALSE;
}
