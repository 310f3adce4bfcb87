/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-anchor.h"

/**
 * LieuditAnchor:
 *
 * A stretch of an article's text that stays the same stretch when the text is
 * edited: it is known by its words, by what stands around them and by where
 * it was last. Once its words are gone, it waits for them to come back.
 */
struct _LieuditAnchor
{
  GObject parent_instance;

  char     *exact;
  char     *prefix;
  char     *suffix;
  gsize     start;
  gsize     end;
  gboolean  is_located;
};

G_DEFINE_FINAL_TYPE (LieuditAnchor, lieudit_anchor, G_TYPE_OBJECT)

static void
lieudit_anchor_finalize (GObject *object)
{
  LieuditAnchor *self = LIEUDIT_ANCHOR (object);

  g_free (self->exact);
  g_free (self->prefix);
  g_free (self->suffix);

  G_OBJECT_CLASS (lieudit_anchor_parent_class)->finalize (object);
}

static void
lieudit_anchor_class_init (LieuditAnchorClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_anchor_finalize;
}

static void
lieudit_anchor_init (LieuditAnchor *self)
{
}

/**
 * lieudit_anchor_new:
 * @exact: the words
 * @prefix: (nullable): what stands before them
 * @suffix: (nullable): what stands behind them
 * @start: first code point in the article's whole text
 * @end: code point after the last
 *
 * Returns: (transfer full): an anchor that nobody has looked for yet
 */
LieuditAnchor *
lieudit_anchor_new (const char *exact,
                    const char *prefix,
                    const char *suffix,
                    gsize       start,
                    gsize       end)
{
  LieuditAnchor *self;

  g_return_val_if_fail (exact != NULL && *exact != '\0', NULL);

  self = g_object_new (LIEUDIT_TYPE_ANCHOR, NULL);
  self->exact = g_strdup (exact);
  self->prefix = g_strdup (prefix != NULL ? prefix : "");
  self->suffix = g_strdup (suffix != NULL ? suffix : "");
  self->start = start;
  self->end = end;

  return self;
}

/**
 * lieudit_anchor_get_exact:
 * @self: an anchor
 *
 * Returns: (transfer none): its words
 */
const char *
lieudit_anchor_get_exact (LieuditAnchor *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ANCHOR (self), NULL);

  return self->exact;
}

/**
 * lieudit_anchor_get_prefix:
 * @self: an anchor
 *
 * Returns: (transfer none): what stood before its words
 */
const char *
lieudit_anchor_get_prefix (LieuditAnchor *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ANCHOR (self), NULL);

  return self->prefix;
}

/**
 * lieudit_anchor_get_suffix:
 * @self: an anchor
 *
 * Returns: (transfer none): what stood behind its words
 */
const char *
lieudit_anchor_get_suffix (LieuditAnchor *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ANCHOR (self), NULL);

  return self->suffix;
}

/**
 * lieudit_anchor_get_start:
 * @self: an anchor
 *
 * Returns: its first code point in the article's whole text; where it was last
 *   if its words are gone
 */
gsize
lieudit_anchor_get_start (LieuditAnchor *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ANCHOR (self), 0);

  return self->start;
}

/**
 * lieudit_anchor_get_end:
 * @self: an anchor
 *
 * Returns: the code point after its last
 */
gsize
lieudit_anchor_get_end (LieuditAnchor *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ANCHOR (self), 0);

  return self->end;
}

/**
 * lieudit_anchor_is_located:
 * @self: an anchor
 *
 * Returns: whether its words are in the text
 */
gboolean
lieudit_anchor_is_located (LieuditAnchor *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ANCHOR (self), FALSE);

  return self->is_located;
}

/**
 * lieudit_anchor_place:
 * @self: an anchor
 * @start: first code point
 * @end: code point after the last
 * @is_located: whether its words are there
 *
 * Moves the anchor.
 */
void
lieudit_anchor_place (LieuditAnchor *self,
                      gsize          start,
                      gsize          end,
                      gboolean       is_located)
{
  g_return_if_fail (LIEUDIT_IS_ANCHOR (self));

  self->start = start;
  self->end = end;
  self->is_located = is_located;
}

/**
 * lieudit_anchor_quote:
 * @self: an anchor
 * @exact: (transfer full): its words
 * @prefix: (transfer full): what stands before them
 * @suffix: (transfer full): what stands behind them
 *
 * Tells the anchor what it is in a text that was edited.
 */
void
lieudit_anchor_quote (LieuditAnchor *self,
                      char          *exact,
                      char          *prefix,
                      char          *suffix)
{
  g_return_if_fail (LIEUDIT_IS_ANCHOR (self));

  g_free (self->exact);
  g_free (self->prefix);
  g_free (self->suffix);
  self->exact = exact;
  self->prefix = prefix;
  self->suffix = suffix;
}
