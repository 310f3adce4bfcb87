/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

G_BEGIN_DECLS

/* The sizes of letters, in per cent of the usual one. */
#define LIEUDIT_READING_SIZE_LEAST 60
#define LIEUDIT_READING_SIZE_MOST 300

#define LIEUDIT_TYPE_READING_STYLE (lieudit_reading_style_get_type ())
G_DECLARE_FINAL_TYPE (LieuditReadingStyle, lieudit_reading_style, LIEUDIT, READING_STYLE, GObject)

LieuditReadingStyle *lieudit_reading_style_new (GtkTextView        *text_view,
                                                AdwClampScrollable *clamp);

G_END_DECLS
