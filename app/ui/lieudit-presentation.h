/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "geoparse/lieudit-analysis.h"
#include "session/lieudit-session.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_PRESENTATION (lieudit_presentation_get_type ())
G_DECLARE_FINAL_TYPE (LieuditPresentation, lieudit_presentation, LIEUDIT, PRESENTATION, AdwWindow)

LieuditPresentation *lieudit_presentation_new          (GtkApplication      *application,
                                                        LieuditSession      *session,
                                                        LieuditAnalysis     *analysis,
                                                        GSettings           *settings);
LieuditSession      *lieudit_presentation_get_session  (LieuditPresentation *self);
void                 lieudit_presentation_start        (LieuditPresentation *self,
                                                        GtkWindow           *beside);
void                 lieudit_presentation_set_analysis (LieuditPresentation *self,
                                                        LieuditAnalysis     *analysis);

G_END_DECLS
