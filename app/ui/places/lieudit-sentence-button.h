/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "geoparse/lieudit-analysis.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_SENTENCE_BUTTON (lieudit_sentence_button_get_type ())
G_DECLARE_FINAL_TYPE (LieuditSentenceButton, lieudit_sentence_button, LIEUDIT, SENTENCE_BUTTON, GtkButton)

GtkWidget      *lieudit_sentence_button_new         (LieuditAnalysis       *analysis,
                                                     LieuditMention        *mention);
LieuditMention *lieudit_sentence_button_get_mention (LieuditSentenceButton *self);

G_END_DECLS
