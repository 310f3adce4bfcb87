/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "quiz/lieudit-quiz-format.h"

#include <string.h>

#include "export/lieudit-json-writer.h"

/* To a metre or so. */
#define N_DECIMALS 5

static void
write_number (LieuditJsonWriter *writer,
              const char        *name,
              double             value,
              guint              n_decimals)
{
  lieudit_json_writer_name (writer, name);
  lieudit_json_writer_double (writer, value, n_decimals);
}

static void
write_place (LieuditJsonWriter *writer,
             LieuditQuizPlace  *place)
{
  lieudit_json_writer_begin_object (writer);
  lieudit_json_writer_text_member (writer, "id", lieudit_quiz_place_get_id (place));
  lieudit_json_writer_text_member (writer, "name", lieudit_quiz_place_get_name (place));
  lieudit_json_writer_text_member (writer, "feature", lieudit_quiz_place_get_feature_code (place));
  lieudit_json_writer_text_member (writer, "country", lieudit_quiz_place_get_country_code (place));
  write_number (writer, "latitude", lieudit_quiz_place_get_latitude (place), N_DECIMALS);
  write_number (writer, "longitude", lieudit_quiz_place_get_longitude (place), N_DECIMALS);
  write_number (writer, "radius", lieudit_quiz_place_get_radius (place), 0);
  lieudit_json_writer_name (writer, "spellings");
  lieudit_json_writer_strings (writer, lieudit_quiz_place_get_spellings (place));
  lieudit_json_writer_end_object (writer);
}

static void
write_question (LieuditJsonWriter   *writer,
                LieuditQuizQuestion *question)
{
  guint n_choices = lieudit_quiz_question_get_n_choices (question);
  LieuditQuizPlace *place = lieudit_quiz_question_get_place (question);

  lieudit_json_writer_begin_object (writer);
  lieudit_json_writer_text_member (writer, "kind", lieudit_quiz_kind_to_nick (lieudit_quiz_question_get_kind (question)));
  if (place != NULL)
    {
      lieudit_json_writer_name (writer, "place");
      write_place (writer, place);
    }
  if (lieudit_quiz_question_get_statement (question) != NULL)
    {
      lieudit_json_writer_text_member (writer, "statement", lieudit_quiz_question_get_statement (question));
      lieudit_json_writer_name (writer, "true");
      lieudit_json_writer_size (writer, lieudit_quiz_question_is_true (question) ? 1 : 0);
      lieudit_json_writer_text_member (writer, "explanation", lieudit_quiz_question_get_explanation (question));
    }
  if (n_choices > 0)
    {
      lieudit_json_writer_name (writer, "choices");
      lieudit_json_writer_begin_array (writer);
      for (guint i = 0; i < n_choices; i++)
        write_place (writer, lieudit_quiz_question_get_choice (question, i));
      lieudit_json_writer_end_array (writer);
    }
  lieudit_json_writer_end_object (writer);
}

static void
write_map (LieuditJsonWriter *writer,
           LieuditQuiz       *quiz)
{
  LieuditBounds bounds = lieudit_quiz_get_bounds (quiz);

  if (lieudit_bounds_is_empty (&bounds))
    return;
  lieudit_json_writer_name (writer, "map");
  lieudit_json_writer_begin_object (writer);
  write_number (writer, "south", bounds.south, N_DECIMALS);
  write_number (writer, "west", bounds.west, N_DECIMALS);
  write_number (writer, "north", bounds.north, N_DECIMALS);
  write_number (writer, "east", bounds.east, N_DECIMALS);
  lieudit_json_writer_end_object (writer);
}

/**
 * lieudit_quiz_write:
 * @self: a quiz
 *
 * Returns: (transfer full): a file that lieudit_quiz_read() reads
 */
GBytes *
lieudit_quiz_write (LieuditQuiz *self)
{
  LieuditJsonWriter writer;
  char *text;

  g_return_val_if_fail (LIEUDIT_IS_QUIZ (self), NULL);

  lieudit_json_writer_init (&writer, TRUE);
  lieudit_json_writer_begin_object (&writer);
  lieudit_json_writer_name (&writer, "lieudit:quiz");
  lieudit_json_writer_size (&writer, LIEUDIT_QUIZ_FORMAT_VERSION);
  lieudit_json_writer_text_member (&writer, "title", lieudit_quiz_get_title (self));
  lieudit_json_writer_text_member (&writer, "language", lieudit_quiz_get_language (self));
  write_map (&writer, self);
  lieudit_json_writer_name (&writer, "questions");
  lieudit_json_writer_begin_array (&writer);
  for (guint i = 0; i < lieudit_quiz_get_n_questions (self); i++)
    write_question (&writer, lieudit_quiz_get_question (self, i));
  lieudit_json_writer_end_array (&writer);
  lieudit_json_writer_end_object (&writer);
  text = lieudit_json_writer_finish (&writer);

  return g_bytes_new_take (text, strlen (text));
}
