/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIEUDIT_TYPE_TEXT_FINDER (lieudit_text_finder_get_type ())
G_DECLARE_FINAL_TYPE (LieuditTextFinder, lieudit_text_finder, LIEUDIT, TEXT_FINDER, GObject)

LieuditTextFinder *lieudit_text_finder_new         (GtkTextBuffer     *buffer);
void               lieudit_text_finder_set_dark    (LieuditTextFinder *self,
                                                    gboolean           dark);
guint              lieudit_text_finder_search      (LieuditTextFinder *self,
                                                    const char        *text);
guint              lieudit_text_finder_get_n_found (LieuditTextFinder *self);
guint              lieudit_text_finder_find_after  (LieuditTextFinder *self,
                                                    const GtkTextIter *iter);
guint              lieudit_text_finder_find_before (LieuditTextFinder *self,
                                                    const GtkTextIter *iter);
gboolean           lieudit_text_finder_get_found   (LieuditTextFinder *self,
                                                    guint              index,
                                                    GtkTextIter       *start,
                                                    GtkTextIter       *end);

G_END_DECLS
