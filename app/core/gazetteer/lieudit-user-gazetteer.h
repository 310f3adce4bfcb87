/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gazetteer/lieudit-gazetteer.h"

G_BEGIN_DECLS

#define LIEUDIT_TYPE_USER_GAZETTEER (lieudit_user_gazetteer_get_type ())
G_DECLARE_FINAL_TYPE (LieuditUserGazetteer, lieudit_user_gazetteer, LIEUDIT, USER_GAZETTEER, GObject)

LieuditUserGazetteer *lieudit_user_gazetteer_open          (const char           *path);
const char           *lieudit_user_gazetteer_get_name      (LieuditUserGazetteer *self);
const char           *lieudit_user_gazetteer_get_path      (LieuditUserGazetteer *self);
LieuditGazetteer     *lieudit_user_gazetteer_get_gazetteer (LieuditUserGazetteer *self);
const char           *lieudit_user_gazetteer_get_problem   (LieuditUserGazetteer *self);

G_END_DECLS
