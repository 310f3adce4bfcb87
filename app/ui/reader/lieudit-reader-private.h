/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "reader/lieudit-article-buffer.h"
#include "reader/lieudit-article-view.h"
#include "reader/lieudit-claim-highlighter.h"
#include "reader/lieudit-find-bar.h"
#include "reader/lieudit-mention-highlighter.h"
#include "reader/lieudit-mention-strip.h"
#include "reader/lieudit-reader.h"
#include "reader/lieudit-reading-menu.h"
#include "reader/lieudit-reading-style.h"
#include "reader/lieudit-text-finder.h"

G_BEGIN_DECLS

/* What the files of the reader share. */
struct _LieuditReader
{
  GtkWidget                  parent_instance;

  GtkWidget                 *box;
  GtkWidget                 *tools;
  GtkWidget                 *scrolled_window;
  AdwClampScrollable        *clamp;
  GtkTextView               *text_view;
  LieuditMentionStrip       *strip;
  LieuditFindBar            *find_bar;
  LieuditReadingMenu        *reading_menu;

  LieuditSelection          *selection;
  LieuditArticle            *article;
  LieuditArticleBuffer      *buffer;
  LieuditMentionHighlighter *highlighter;
  LieuditClaimHighlighter   *claims;
  LieuditTextFinder         *finder;
  LieuditReadingStyle       *style;
  AdwAnimation              *flash;
  GtkEventController        *undo_shortcuts;
  gboolean                   editing;
  gboolean                   pointing;

  gboolean                   presenting;
  gsize                      lit_start; /* of the sentence that is lit, in code points */
  gsize                      lit_end;   /* 0 when none is */
  guint                      lit_wait;  /* frames until it is brought into view again; 0 when it is */
  gboolean                   dims;      /* the others */
  GtkTextTag                *lit_tag;   /* of the buffer; NULL until needed */
  GtkTextTag                *dim_tag;
};

LieuditAnalysis *lieudit_reader_get_shown           (LieuditReader      *self);
void             lieudit_reader_scroll_to           (LieuditReader      *self,
                                                     const GtkTextIter  *start,
                                                     const GtkTextIter  *end);

void             lieudit_reader_class_init_pointing (LieuditReaderClass *klass);
void             lieudit_reader_class_init_find     (LieuditReaderClass *klass);
void             lieudit_reader_follow_edits        (LieuditReader      *self);
void             lieudit_reader_light_again         (LieuditReader      *self);
void             lieudit_reader_set_again           (LieuditReader      *self);
void             lieudit_reader_search_again        (LieuditReader      *self);

G_END_DECLS
