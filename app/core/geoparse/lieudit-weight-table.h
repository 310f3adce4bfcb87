/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

typedef struct _LieuditWeightTable LieuditWeightTable;

LieuditWeightTable *lieudit_weight_table_open   (const char                *path,
                                                 GError                   **error);
void                lieudit_weight_table_free   (LieuditWeightTable        *self);
gboolean            lieudit_weight_table_lookup (const LieuditWeightTable  *self,
                                                 guint32                    hash,
                                                 gint32                    *weight);

/* FNV-1a: http://www.isthe.com/chongo/tech/comp/fnv/ */
#define LIEUDIT_HASH_OFFSET 2166136261u
#define LIEUDIT_HASH_PRIME 16777619u

/**
 * lieudit_extend_hash:
 * @hash: the hash of what comes before
 * @bytes: any bytes
 * @length: how many
 *
 * Returns: the hash of both together
 */
static inline guint32
lieudit_extend_hash (guint32     hash,
                     const char *bytes,
                     gsize       length)
{
  for (gsize i = 0; i < length; i++)
    hash = (hash ^ (guint8) bytes[i]) * LIEUDIT_HASH_PRIME;

  return hash;
}

/**
 * lieudit_hash_bytes:
 * @bytes: any bytes
 * @length: how many
 *
 * Returns: their hash
 */
static inline guint32
lieudit_hash_bytes (const char *bytes,
                    gsize       length)
{
  return lieudit_extend_hash (LIEUDIT_HASH_OFFSET, bytes, length);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (LieuditWeightTable, lieudit_weight_table_free)

G_END_DECLS
