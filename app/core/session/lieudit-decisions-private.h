/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/lieudit-decisions.h"

G_BEGIN_DECLS

/* What the files of the decisions share. */
struct _LieuditDecisions
{
  GObject parent_instance;

  LieuditAnchors *anchors;
  GHashTable     *of_names;   /* folded name -> LieuditRuling */
  GHashTable     *of_anchors; /* LieuditAnchor -> LieuditRuling */
  LieuditBroughtPlaces *brought; /* places of the rulings that came from a file */
  GHashTable     *folded;     /* name -> folded name: names come again and again */
};

const char *lieudit_decisions_fold (LieuditDecisions *self,
                                    const char       *name);

G_END_DECLS
