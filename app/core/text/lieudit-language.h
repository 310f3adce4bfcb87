/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/**
 * LieuditLanguage:
 * @LIEUDIT_LANGUAGE_UNKNOWN: none, or not known
 * @LIEUDIT_LANGUAGE_FRENCH: French
 * @LIEUDIT_LANGUAGE_ENGLISH: English
 * @LIEUDIT_LANGUAGE_ARABIC: Arabic
 * @LIEUDIT_LANGUAGE_TURKISH: Turkish
 * @LIEUDIT_LANGUAGE_TRANSLITERATION: Arabic in Latin letters
 *
 * The languages of names and texts. The values are stored in the compiled
 * gazetteer: append, never renumber.
 */
typedef enum {
  LIEUDIT_LANGUAGE_UNKNOWN         = 0,
  LIEUDIT_LANGUAGE_FRENCH          = 1,
  LIEUDIT_LANGUAGE_ENGLISH         = 2,
  LIEUDIT_LANGUAGE_ARABIC          = 3,
  LIEUDIT_LANGUAGE_TURKISH         = 4,
  LIEUDIT_LANGUAGE_TRANSLITERATION = 5,
  LIEUDIT_N_LANGUAGES
} LieuditLanguage;

LieuditLanguage  lieudit_language_from_tag  (const char      *tag);
const char      *lieudit_language_to_tag    (LieuditLanguage  language);
LieuditLanguage  lieudit_language_of_reader (void);
LieuditLanguage  lieudit_language_detect    (const char      *text,
                                             gsize            length);

G_END_DECLS
