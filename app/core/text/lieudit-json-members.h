/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <json-glib/json-glib.h>

G_BEGIN_DECLS

JsonObject *lieudit_json_get_object (JsonObject *object,
                                     const char *member);
JsonArray  *lieudit_json_get_array  (JsonObject *object,
                                     const char *member);
const char *lieudit_json_get_string (JsonObject *object,
                                     const char *member);
gboolean    lieudit_json_get_number (JsonObject *object,
                                     const char *member,
                                     double     *number);

G_END_DECLS
