/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reader/lieudit-mention-highlighter.h"

#include "geoparse/lieudit-confidence.h"

struct _LieuditMentionHighlighter
{
  GObject               parent_instance;

  LieuditArticleBuffer *buffer;
  LieuditMentionTags   *tags;
  GListModel           *mentions;
  guint                 n_marked; /* of the mentions */
  guint                 mark_source;
  LieuditFoundPlace    *lit_places[LIEUDIT_N_LIGHTS];
};

/* Mentions of an article of some pages are marked at once, those of a book little by little. */
#define FIRST_MENTIONS 500
#define MARK_MICROSECONDS 3000

G_DEFINE_TYPE (LieuditMentionHighlighter, lieudit_mention_highlighter, G_TYPE_OBJECT)

static void
apply_tag (LieuditMentionHighlighter *self,
           LieuditMention            *mention,
           GtkTextTag                *tag)
{
  GtkTextIter start, end;

  if (lieudit_mention_highlighter_get_range (self, mention, &start, &end))
    gtk_text_buffer_apply_tag (GTK_TEXT_BUFFER (self->buffer), tag, &start, &end);
}

static void
remove_tag (LieuditMentionHighlighter *self,
            GtkTextTag                *tag)
{
  GtkTextIter start, end;

  gtk_text_buffer_get_bounds (GTK_TEXT_BUFFER (self->buffer), &start, &end);
  gtk_text_buffer_remove_tag (GTK_TEXT_BUFFER (self->buffer), tag, &start, &end);
}

static gboolean
is_shown (LieuditMentionHighlighter *self,
          LieuditMention            *mention)
{
  return lieudit_mention_get_end_code_point (mention) <= lieudit_article_buffer_get_end_code_point (self->buffer);
}

static GtkTextTag *
get_kind_tag (LieuditMentionHighlighter *self,
              LieuditMention            *mention)
{
  gboolean sure = lieudit_mention_get_place (mention) != NULL &&
                  lieudit_mention_get_confidence (mention) >= LIEUDIT_SURE_CONFIDENCE;

  return lieudit_mention_tags_get_kind (self->tags, lieudit_mention_get_kind (mention), sure);
}

/* Returns whether there was one to mark in what the buffer holds. */
static gboolean
mark_next (LieuditMentionHighlighter *self)
{
  g_autoptr(LieuditMention) mention = NULL;

  if (self->mentions != NULL)
    mention = g_list_model_get_item (self->mentions, self->n_marked);
  if (mention == NULL || !is_shown (self, mention))
    return FALSE;

  apply_tag (self, mention, get_kind_tag (self, mention));
  self->n_marked++;
  return TRUE;
}

static gboolean
mark_cb (gpointer user_data)
{
  LieuditMentionHighlighter *self = LIEUDIT_MENTION_HIGHLIGHTER (user_data);
  gint64 deadline = g_get_monotonic_time () + MARK_MICROSECONDS;

  while (mark_next (self))
    {
      if (g_get_monotonic_time () >= deadline)
        return G_SOURCE_CONTINUE;
    }

  self->mark_source = 0;
  return G_SOURCE_REMOVE;
}

/* Everywhere: in a text that was edited, the marks are no longer where the mentions were. */
static void
unmark (LieuditMentionHighlighter *self)
{
  for (LieuditMentionKind kind = LIEUDIT_MENTION_LITERAL; kind <= LIEUDIT_MENTION_EMBEDDED; kind++)
    {
      remove_tag (self, lieudit_mention_tags_get_kind (self->tags, kind, TRUE));
      remove_tag (self, lieudit_mention_tags_get_kind (self->tags, kind, FALSE));
    }
  self->n_marked = 0;
}

static void
light_mentions (LieuditMentionHighlighter *self,
                LieuditMentionLight        light)
{
  GListModel *mentions = lieudit_found_place_get_mentions (self->lit_places[light]);

  for (guint i = 0; i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);

      if (!is_shown (self, mention))
        break;
      apply_tag (self, mention, lieudit_mention_tags_get_light (self->tags, light));
    }
}

static void
extended_cb (LieuditMentionHighlighter *self)
{
  for (guint i = 0; i < LIEUDIT_N_LIGHTS && lieudit_article_buffer_is_complete (self->buffer); i++)
    {
      if (self->lit_places[i] != NULL)
        light_mentions (self, i);
    }
  if (self->mark_source == 0)
    self->mark_source = g_idle_add (mark_cb, self);
}

static void
lieudit_mention_highlighter_dispose (GObject *object)
{
  LieuditMentionHighlighter *self = LIEUDIT_MENTION_HIGHLIGHTER (object);

  g_clear_handle_id (&self->mark_source, g_source_remove);
  for (guint i = 0; i < LIEUDIT_N_LIGHTS; i++)
    g_clear_object (&self->lit_places[i]);
  g_clear_object (&self->mentions);
  g_clear_object (&self->tags);
  g_clear_object (&self->buffer);

  G_OBJECT_CLASS (lieudit_mention_highlighter_parent_class)->dispose (object);
}

static void
lieudit_mention_highlighter_class_init (LieuditMentionHighlighterClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lieudit_mention_highlighter_dispose;
}

static void
lieudit_mention_highlighter_init (LieuditMentionHighlighter *self)
{
}

/**
 * lieudit_mention_highlighter_new:
 * @buffer: the buffer of an article
 *
 * Makes what marks the mentions in a buffer, and lights those that are looked
 * at.
 *
 * Returns: (transfer full): the highlighter
 */
LieuditMentionHighlighter *
lieudit_mention_highlighter_new (LieuditArticleBuffer *buffer)
{
  LieuditMentionHighlighter *self;

  g_return_val_if_fail (LIEUDIT_IS_ARTICLE_BUFFER (buffer), NULL);

  self = g_object_new (LIEUDIT_TYPE_MENTION_HIGHLIGHTER, NULL);
  self->buffer = g_object_ref (buffer);
  self->tags = lieudit_mention_tags_new (gtk_text_buffer_get_tag_table (GTK_TEXT_BUFFER (buffer)));
  g_signal_connect_object (buffer, "extended", G_CALLBACK (extended_cb), self, G_CONNECT_SWAPPED);

  return self;
}

/**
 * lieudit_mention_highlighter_get_range:
 * @self: a highlighter
 * @mention: a mention in the article of the buffer
 * @start: (out): return location for where it begins
 * @end: (out): return location for where it ends
 *
 * Finds where the buffer shows a mention.
 *
 * Returns: %FALSE if it does not
 */
gboolean
lieudit_mention_highlighter_get_range (LieuditMentionHighlighter *self,
                                       LieuditMention            *mention,
                                       GtkTextIter               *start,
                                       GtkTextIter               *end)
{
  g_return_val_if_fail (LIEUDIT_IS_MENTION_HIGHLIGHTER (self), FALSE);
  g_return_val_if_fail (LIEUDIT_IS_MENTION (mention), FALSE);

  return lieudit_article_buffer_get_iter_at_code_point (self->buffer, start,
                                                        lieudit_mention_get_start_code_point (mention)) &&
         lieudit_article_buffer_get_iter_at_code_point (self->buffer, end,
                                                        lieudit_mention_get_end_code_point (mention));
}

/**
 * lieudit_mention_highlighter_set_dark:
 * @self: a highlighter
 * @dark: whether the interface is dark
 *
 * Chooses the colours.
 */
void
lieudit_mention_highlighter_set_dark (LieuditMentionHighlighter *self,
                                      gboolean                   dark)
{
  g_return_if_fail (LIEUDIT_IS_MENTION_HIGHLIGHTER (self));

  lieudit_mention_tags_set_dark (self->tags, dark);
}

/**
 * lieudit_mention_highlighter_mark:
 * @self: a highlighter
 * @mentions: (nullable): a list of #LieuditMention
 *
 * Marks all mentions, and no others, by their kind and by whether they are
 * sure.
 */
void
lieudit_mention_highlighter_mark (LieuditMentionHighlighter *self,
                                  GListModel                *mentions)
{
  g_return_if_fail (LIEUDIT_IS_MENTION_HIGHLIGHTER (self));
  g_return_if_fail (mentions == NULL || G_IS_LIST_MODEL (mentions));

  unmark (self);
  g_set_object (&self->mentions, mentions);
  while (self->n_marked < FIRST_MENTIONS && mark_next (self))
    ;
  extended_cb (self);
}

/**
 * lieudit_mention_highlighter_light_place:
 * @self: a highlighter
 * @light: in which light
 * @place: (nullable): a place
 *
 * Lights all mentions of a place and no others.
 */
void
lieudit_mention_highlighter_light_place (LieuditMentionHighlighter *self,
                                         LieuditMentionLight        light,
                                         LieuditFoundPlace         *place)
{
  g_return_if_fail (LIEUDIT_IS_MENTION_HIGHLIGHTER (self));

  g_set_object (&self->lit_places[light], place);
  remove_tag (self, lieudit_mention_tags_get_light (self->tags, light));
  if (place != NULL)
    light_mentions (self, light);
}

/**
 * lieudit_mention_highlighter_light_mention:
 * @self: a highlighter
 * @light: in which light
 * @mention: (nullable): a mention
 *
 * Lights one mention and no others.
 */
void
lieudit_mention_highlighter_light_mention (LieuditMentionHighlighter *self,
                                           LieuditMentionLight        light,
                                           LieuditMention            *mention)
{
  GtkTextTag *tag;

  g_return_if_fail (LIEUDIT_IS_MENTION_HIGHLIGHTER (self));

  tag = lieudit_mention_tags_get_light (self->tags, light);
  remove_tag (self, tag);
  if (mention != NULL)
    apply_tag (self, mention, tag);
}

/**
 * lieudit_mention_highlighter_flash:
 * @self: a highlighter
 * @mention: (nullable): a mention
 *
 * Lets one mention flash and no others.
 */
void
lieudit_mention_highlighter_flash (LieuditMentionHighlighter *self,
                                   LieuditMention            *mention)
{
  GtkTextTag *tag;

  g_return_if_fail (LIEUDIT_IS_MENTION_HIGHLIGHTER (self));

  tag = lieudit_mention_tags_get_flash (self->tags);
  remove_tag (self, tag);
  if (mention != NULL)
    apply_tag (self, mention, tag);
}

/**
 * lieudit_mention_highlighter_set_flash_strength:
 * @self: a highlighter
 * @strength: from 0, the colour of a selected mention, to 1
 *
 * Sets how strongly the flash shines.
 */
void
lieudit_mention_highlighter_set_flash_strength (LieuditMentionHighlighter *self,
                                                double                     strength)
{
  g_return_if_fail (LIEUDIT_IS_MENTION_HIGHLIGHTER (self));

  lieudit_mention_tags_set_flash (self->tags, strength);
}
