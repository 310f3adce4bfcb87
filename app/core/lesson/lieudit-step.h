/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "geo/lieudit-bounds.h"
#include "geoparse/lieudit-found-place.h"
#include "session/lieudit-stop.h"

G_BEGIN_DECLS

/**
 * LieuditStepRange:
 * @key_start: first code point of the words that the step is at
 * @key_end: the code point after the last
 * @start: first code point of the sentence that is lit
 * @end: the code point after the last
 *
 * Where a step is in the text.
 */
typedef struct {
  gsize key_start;
  gsize key_end;
  gsize start;
  gsize end;
} LieuditStepRange;

#define LIEUDIT_TYPE_STEP (lieudit_step_get_type ())
G_DECLARE_FINAL_TYPE (LieuditStep, lieudit_step, LIEUDIT, STEP, GObject)

LieuditStep            *lieudit_step_new          (const LieuditStepRange *range,
                                                   LieuditStop            *stop,
                                                   GPtrArray              *places,
                                                   GPtrArray              *framed,
                                                   const char             *text);
const LieuditStepRange *lieudit_step_get_range    (LieuditStep            *self);
LieuditStop            *lieudit_step_get_stop     (LieuditStep            *self);
const char             *lieudit_step_get_text     (LieuditStep            *self);
const char             *lieudit_step_get_title    (LieuditStep            *self);
const char             *lieudit_step_get_question (LieuditStep            *self);
gboolean                lieudit_step_is_skipped   (LieuditStep            *self);
GPtrArray              *lieudit_step_get_places   (LieuditStep            *self);
GPtrArray              *lieudit_step_get_framed   (LieuditStep            *self);
gboolean                lieudit_step_equal        (LieuditStep            *a,
                                                   LieuditStep            *b);
char                   *lieudit_step_describe_places (LieuditStep         *self);

G_END_DECLS
