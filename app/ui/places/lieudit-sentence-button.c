/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "places/lieudit-sentence-button.h"

#include <glib/gi18n.h>

#include "lieudit-direction.h"

/* A line's length, the same at least and at most, so that the height asked for fits the width given. */
#define N_LINE_CHARACTERS 34

struct _LieuditSentenceButton
{
  GtkButton       parent_instance;

  LieuditMention *mention;
};

G_DEFINE_TYPE (LieuditSentenceButton, lieudit_sentence_button, GTK_TYPE_BUTTON)

/* The first sentence of wire copy has the date before it, which is none of the sentence. In bytes. */
static gsize
get_date_length (LieuditAnalysis *analysis,
                 LieuditMention  *mention,
                 gsize            mention_start)
{
  gsize body_offset = lieudit_article_get_body_offset (lieudit_analysis_get_article (analysis));
  gsize sentence_offset = lieudit_mention_get_start (mention) - mention_start;

  return body_offset > sentence_offset ? MIN (body_offset - sentence_offset, mention_start) : 0;
}

static char *
escape_piece (const char *text,
              gsize       length)
{
  g_autofree char *piece = g_strndup (text, length);

  return g_markup_escape_text (g_strdelimit (piece, "\r\n\t", ' '), -1);
}

static char *
build_markup (const char *sentence,
              gsize       start,
              gsize       end)
{
  gsize length = strlen (sentence);
  g_autofree char *before = NULL;
  g_autofree char *name = NULL;
  g_autofree char *after = NULL;

  end = MIN (end, length);
  start = MIN (start, end);
  before = escape_piece (sentence, start);
  name = escape_piece (sentence + start, end - start);
  after = escape_piece (sentence + end, length - end);

  return g_strdup_printf ("%s<b>%s</b>%s", before, name, after);
}

static void
lieudit_sentence_button_dispose (GObject *object)
{
  LieuditSentenceButton *self = LIEUDIT_SENTENCE_BUTTON (object);

  g_clear_object (&self->mention);

  G_OBJECT_CLASS (lieudit_sentence_button_parent_class)->dispose (object);
}

static void
lieudit_sentence_button_class_init (LieuditSentenceButtonClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lieudit_sentence_button_dispose;
}

static void
lieudit_sentence_button_init (LieuditSentenceButton *self)
{
  gtk_button_set_has_frame (GTK_BUTTON (self), FALSE);
  gtk_widget_add_css_class (GTK_WIDGET (self), "sentence");
}

/**
 * lieudit_sentence_button_new:
 * @analysis: the analysis of an article
 * @mention: a mention in it
 *
 * Makes a button that shows the sentence around a mention, the name in bold.
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *
lieudit_sentence_button_new (LieuditAnalysis *analysis,
                             LieuditMention  *mention)
{
  LieuditSentenceButton *self;
  g_autofree char *sentence = NULL;
  g_autofree char *markup = NULL;
  gsize start = 0, end = 0, date_length;
  GtkWidget *label;

  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (analysis), NULL);
  g_return_val_if_fail (LIEUDIT_IS_MENTION (mention), NULL);

  self = g_object_new (LIEUDIT_TYPE_SENTENCE_BUTTON, NULL);
  self->mention = g_object_ref (mention);

  sentence = lieudit_analysis_dup_sentence (analysis, mention, &start, &end);
  date_length = get_date_length (analysis, mention, start);
  markup = build_markup (sentence + date_length, start - date_length, end - date_length);

  label = g_object_new (GTK_TYPE_LABEL,
                        "label", markup,
                        "use-markup", TRUE,
                        "wrap", TRUE,
                        "wrap-mode", PANGO_WRAP_WORD_CHAR,
                        "width-chars", N_LINE_CHARACTERS,
                        "max-width-chars", N_LINE_CHARACTERS,
                        "lines", 6,
                        "ellipsize", PANGO_ELLIPSIZE_END,
                        "xalign", lieudit_direction_get_start (sentence + date_length),
                        NULL);
  gtk_button_set_child (GTK_BUTTON (self), label);
  gtk_widget_set_tooltip_text (GTK_WIDGET (self), _("Show in the article"));
  gtk_accessible_update_property (GTK_ACCESSIBLE (self), GTK_ACCESSIBLE_PROPERTY_LABEL, sentence + date_length, -1);

  return GTK_WIDGET (self);
}

/**
 * lieudit_sentence_button_get_mention:
 * @self: a sentence button
 *
 * Gets the mention whose sentence the button shows.
 *
 * Returns: (transfer none): the mention
 */
LieuditMention *
lieudit_sentence_button_get_mention (LieuditSentenceButton *self)
{
  g_return_val_if_fail (LIEUDIT_IS_SENTENCE_BUTTON (self), NULL);

  return self->mention;
}
