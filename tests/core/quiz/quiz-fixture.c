/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "quiz-fixture.h"

static const QuizTown towns[] = {
  { "t-aleppo", "Alep", "PPLA", "SY", 36.20, 37.16, { "Aleppo", "حلب" } },
  { "t-idlib", "Idleb", "PPLA", "SY", 35.93, 36.63, { "Idlib", "إدلب" } },
  { "t-hama", "Hama", "PPLA", "SY", 35.13, 36.75, { "حماة" } },
  { "t-homs", "Homs", "PPLA", "SY", 34.73, 36.71, { "حمص" } },
  { "t-damascus", "Damas", "PPLC", "SY", 33.51, 36.29, { "Damascus", "دمشق" } },
  { "t-latakia", "Lattaquié", "PPLA", "SY", 35.52, 35.79, { "Latakia" } },
  { "t-tartus", "Tartous", "PPLA", "SY", 34.89, 35.89, { "Tartus" } },
  { "t-raqqa", "Raqqa", "PPLA", "SY", 35.95, 39.01, { "الرقة" } },
  { "t-deraa", "Deraa", "PPLA", "SY", 32.62, 36.10, { "Daraa" } },
  { "t-deir", "Deir ez-Zor", "PPLA", "SY", 35.34, 40.14, { "دير الزور" } },
};

LieuditQuizPlace *
quiz_place_new (const QuizTown *town)
{
  return lieudit_quiz_place_new (town->id, town->name, town->feature, town->country, town->latitude, town->longitude, 2000.0,
                                 town->spellings);
}

/* Returns: (transfer full) (element-type LieuditQuizPlace): ten towns of Syria */
GPtrArray *
quiz_places_new (void)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < G_N_ELEMENTS (towns); i++)
    g_ptr_array_add (places, quiz_place_new (&towns[i]));

  return places;
}
