/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoparse/lieudit-mention.h"

G_BEGIN_DECLS

/**
 * LieuditMentionLight:
 * @LIEUDIT_LIGHT_PLACE: a mention of the selected place
 * @LIEUDIT_LIGHT_HOVERED: a mention of the place under the pointer
 * @LIEUDIT_LIGHT_SELECTED: the selected mention itself
 *
 * How a mention can stand out for the moment. Later ones cover earlier ones.
 */
typedef enum {
  LIEUDIT_LIGHT_PLACE,
  LIEUDIT_LIGHT_HOVERED,
  LIEUDIT_LIGHT_SELECTED,
  LIEUDIT_N_LIGHTS
} LieuditMentionLight;

/**
 * LieuditUnsureTag:
 * @name: the name of a tag
 * @n_lines: how many lines of dots stand under words that have it
 *
 * How mentions that are not sure are underlined, with the tag's colour of
 * underlining, by who shows the text: Pango has no dots.
 */
typedef struct {
  const char *name;
  guint       n_lines;
} LieuditUnsureTag;

#define LIEUDIT_N_UNSURE_TAGS 3
extern const LieuditUnsureTag lieudit_unsure_tags[LIEUDIT_N_UNSURE_TAGS];

#define LIEUDIT_TYPE_MENTION_TAGS (lieudit_mention_tags_get_type ())
G_DECLARE_FINAL_TYPE (LieuditMentionTags, lieudit_mention_tags, LIEUDIT, MENTION_TAGS, GObject)

LieuditMentionTags *lieudit_mention_tags_new       (GtkTextTagTable     *table);
void                lieudit_mention_tags_set_dark  (LieuditMentionTags  *self,
                                                    gboolean             dark);
GtkTextTag         *lieudit_mention_tags_get_kind  (LieuditMentionTags  *self,
                                                    LieuditMentionKind   kind,
                                                    gboolean             sure);
GtkTextTag         *lieudit_mention_tags_get_light (LieuditMentionTags  *self,
                                                    LieuditMentionLight  light);
GtkTextTag         *lieudit_mention_tags_get_flash (LieuditMentionTags  *self);
void                lieudit_mention_tags_set_flash (LieuditMentionTags  *self,
                                                    double               strength);

G_END_DECLS
