/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reader/lieudit-claim-highlighter.h"

/**
 * LieuditClaimHighlighter:
 *
 * Underlines the claims of an article by their verdicts: wavy, double, single; the colours say the same.
 */
struct _LieuditClaimHighlighter
{
  GObject parent_instance;

  LieuditArticleBuffer *buffer;
  GtkTextTag *tags[LIEUDIT_N_VERDICTS];
  GPtrArray *claims;
};

G_DEFINE_FINAL_TYPE (LieuditClaimHighlighter, lieudit_claim_highlighter, G_TYPE_OBJECT)

/* Contrast of at least 3:1 with the light and the dark background (WCAG 2.1, 1.4.11). */
static const struct
{
  PangoUnderline  underline;
  const char     *colour;
} styles[LIEUDIT_N_VERDICTS] = {
  [LIEUDIT_VERDICT_DIFFERS] = { PANGO_UNDERLINE_ERROR, "#e01b24" },
  [LIEUDIT_VERDICT_LOOSELY] = { PANGO_UNDERLINE_DOUBLE, "#b5700a" },
  [LIEUDIT_VERDICT_CANNOT_CHECK] = { PANGO_UNDERLINE_NONE, "#77767b" },
  [LIEUDIT_VERDICT_AGREES] = { PANGO_UNDERLINE_SINGLE, "#2b8a54" },
};

static void
apply (LieuditClaimHighlighter *self)
{
  GtkTextBuffer *buffer = GTK_TEXT_BUFFER (self->buffer);

  for (guint i = 0; self->claims != NULL && i < self->claims->len; i++)
    {
      LieuditClaim *claim = g_ptr_array_index (self->claims, i);
      GtkTextIter start;
      GtkTextIter end;

      if (lieudit_article_buffer_get_iter_at_code_point (self->buffer, &start, lieudit_claim_get_start_code_point (claim)) &&
          lieudit_article_buffer_get_iter_at_code_point (self->buffer, &end, lieudit_claim_get_end_code_point (claim)))
        gtk_text_buffer_apply_tag (buffer, self->tags[lieudit_claim_get_verdict (claim)], &start, &end);
    }
}

static void
lieudit_claim_highlighter_dispose (GObject *object)
{
  LieuditClaimHighlighter *self = LIEUDIT_CLAIM_HIGHLIGHTER (object);

  g_clear_pointer (&self->claims, g_ptr_array_unref);
  g_clear_object (&self->buffer);

  G_OBJECT_CLASS (lieudit_claim_highlighter_parent_class)->dispose (object);
}

static void
lieudit_claim_highlighter_class_init (LieuditClaimHighlighterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lieudit_claim_highlighter_dispose;
}

static void
lieudit_claim_highlighter_init (LieuditClaimHighlighter *self)
{
}

/**
 * lieudit_claim_highlighter_new:
 * @buffer: the buffer of an article
 *
 * Makes what underlines the claims in a buffer. The mentions within them keep
 * their own marks.
 *
 * Returns: (transfer full): the highlighter
 */
LieuditClaimHighlighter *
lieudit_claim_highlighter_new (LieuditArticleBuffer *buffer)
{
  LieuditClaimHighlighter *self;
  GtkTextTagTable *table;

  g_return_val_if_fail (LIEUDIT_IS_ARTICLE_BUFFER (buffer), NULL);

  self = g_object_new (LIEUDIT_TYPE_CLAIM_HIGHLIGHTER, NULL);
  self->buffer = g_object_ref (buffer);
  table = gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (buffer));
  for (guint i = 0; i < LIEUDIT_N_VERDICTS; i++)
    {
      g_autoptr(GtkTextTag) tag = gtk_text_tag_new (NULL);
      GdkRGBA rgba;

      gdk_rgba_parse (&rgba, styles[i].colour);
      g_object_set (tag, "underline", styles[i].underline, "underline-rgba", &rgba, NULL);
      gtk_text_tag_table_add (table, tag);
      gtk_text_tag_set_priority (tag, 0);
      self->tags[i] = tag;
    }
  g_signal_connect_object (buffer, "extended", G_CALLBACK (apply), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * lieudit_claim_highlighter_mark:
 * @self: a highlighter
 * @claims: (nullable) (element-type LieuditClaim): the claims of the article
 *
 * Underlines claims, and no others.
 */
void
lieudit_claim_highlighter_mark (LieuditClaimHighlighter *self,
                                GPtrArray               *claims)
{
  GtkTextIter start;
  GtkTextIter end;

  g_return_if_fail (LIEUDIT_IS_CLAIM_HIGHLIGHTER (self));

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  for (guint i = 0; i < LIEUDIT_N_VERDICTS; i++)
    gtk_text_buffer_remove_tag (GTK_TEXT_BUFFER (self->buffer), self->tags[i], &start, &end);

  g_clear_pointer (&self->claims, g_ptr_array_unref);
  self->claims = claims != NULL ? g_ptr_array_ref (claims) : NULL;
  apply (self);
}
