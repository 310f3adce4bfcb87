/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "session/lieudit-selection.h"

G_BEGIN_DECLS

struct _LieuditSelection
{
  GObject parent_instance;

  LieuditAnalysis *analysis;
  LieuditPlaceFilter *filter;
  LieuditAnalysis *shown;
  LieuditMention *mention;
  LieuditFoundPlace *place;
  LieuditFoundPlace *hovered_place;
  LieuditSession     *session;
  LieuditHouseSpellings *spellings;
};

G_END_DECLS
