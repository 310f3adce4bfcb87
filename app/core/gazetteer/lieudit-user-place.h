/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

#include "gazetteer/lieudit-place-record.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_USER_PLACE (lieudit_user_place_get_type ())
G_DECLARE_FINAL_TYPE (LieuditUserPlace, lieudit_user_place, LIEUDIT, USER_PLACE, GObject)

LieuditUserPlace   *lieudit_user_place_new              (const char          *id,
                                                         double               latitude,
                                                         double               longitude);
LieuditUserPlace   *lieudit_user_place_copy             (LieuditUserPlace    *self);
const char         *lieudit_user_place_get_id           (LieuditUserPlace    *self);
gboolean            lieudit_user_place_is_id            (const char          *id);
double              lieudit_user_place_get_latitude     (LieuditUserPlace    *self);
double              lieudit_user_place_get_longitude    (LieuditUserPlace    *self);
void                lieudit_user_place_set_coordinates  (LieuditUserPlace    *self,
                                                         double               latitude,
                                                         double               longitude);
const char         *lieudit_user_place_get_feature_code (LieuditUserPlace    *self);
void                lieudit_user_place_set_feature_code (LieuditUserPlace    *self,
                                                         const char          *code);
const char         *lieudit_user_place_get_country_code (LieuditUserPlace    *self);
void                lieudit_user_place_set_country_code (LieuditUserPlace    *self,
                                                         const char          *code);
const char         *lieudit_user_place_get_note         (LieuditUserPlace    *self);
void                lieudit_user_place_set_note         (LieuditUserPlace    *self,
                                                         const char          *note);
const char         *lieudit_user_place_get_name         (LieuditUserPlace    *self,
                                                         LieuditLanguage      language);
const char * const *lieudit_user_place_get_names        (LieuditUserPlace    *self,
                                                         LieuditLanguage      language);
void                lieudit_user_place_set_names        (LieuditUserPlace    *self,
                                                         LieuditLanguage      language,
                                                         const char * const  *names);
LieuditPlaceRecord *lieudit_user_place_make_record      (LieuditUserPlace    *self,
                                                         const char          *source);
gboolean            lieudit_user_place_check            (LieuditUserPlace    *self,
                                                         GError             **error);

G_END_DECLS
