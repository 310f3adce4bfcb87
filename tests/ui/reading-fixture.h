/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

#include "session/lieudit-selection.h"

G_BEGIN_DECLS

/* Somebody reads an article: what is found in it, and what they look at, next to a widget in a window. */
typedef struct {
  LieuditArticle   *article;
  LieuditAnalysis  *analysis;
  LieuditSelection *selection;
  GtkWidget        *window;
} ReadingFixture;

void               reading_fixture_set_up       (ReadingFixture *fixture,
                                                 gconstpointer   text);
void               reading_fixture_tear_down    (ReadingFixture *fixture,
                                                 gconstpointer   text);
void               reading_fixture_show         (ReadingFixture *fixture,
                                                 GtkWidget      *widget);
LieuditMention    *reading_fixture_get_mention  (ReadingFixture *fixture,
                                                 guint           position);
LieuditFoundPlace *reading_fixture_get_place    (ReadingFixture *fixture,
                                                 const char     *name);
GtkWidget         *find_widget                  (GtkWidget      *root,
                                                 GType           type);
void               settle                       (void);

G_END_DECLS
