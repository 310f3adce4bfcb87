/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoparse/lieudit-mention.h"

G_BEGIN_DECLS

/* Where in a whole article its mentions are, beside its scroll bar. */
#define LIEUDIT_TYPE_MENTION_STRIP (lieudit_mention_strip_get_type ())
G_DECLARE_FINAL_TYPE (LieuditMentionStrip, lieudit_mention_strip, LIEUDIT, MENTION_STRIP, GtkWidget)

GtkWidget *lieudit_mention_strip_new          (void);
void       lieudit_mention_strip_set_mentions (LieuditMentionStrip *self,
                                               GListModel          *mentions,
                                               gsize                first,
                                               gsize                end);
void       lieudit_mention_strip_set_selected (LieuditMentionStrip *self,
                                               LieuditMention      *mention);

G_END_DECLS
