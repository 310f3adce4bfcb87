/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reads quiz files, which come from anybody: what is too long, not on the Earth or without an answer is no quiz. */
#include "config.h"

#include "quiz/lieudit-quiz-format.h"

#include <string.h>

#include <glib/gi18n.h>

#include "text/lieudit-json-reader.h"

/* In bytes: what is longer than that is no name, and no statement. */
#define LONGEST_NAME 400
#define LONGEST_STATEMENT 4000
#define MOST_SPELLINGS 400

/* Half way around the Earth, in metres. */
#define LARGEST_RADIUS 20100e3

G_DEFINE_QUARK (lieudit-quiz-error-quark, lieudit_quiz_error)

typedef struct {
  LieuditJsonReader json;
  gsize version;
  char *title;
  char *language;
  GPtrArray *questions;
} Reader;

typedef struct {
  char *id;
  char *name;
  char *feature;
  char *country;
  double latitude;
  double longitude;
  double radius;
  gboolean has_latitude;
  gboolean has_longitude;
  GPtrArray *spellings;
} Place;

typedef struct {
  char *kind;
  LieuditQuizPlace *place;
  char *statement;
  gboolean is_true;
  char *explanation;
  GPtrArray *choices;
} Question;

typedef void (*ReadMember) (Reader     *self,
                            const char *name,
                            gpointer    data);

static void
reader_clear (Reader *self)
{
  g_free (self->title);
  g_free (self->language);
  g_clear_pointer (&self->questions, g_ptr_array_unref);
}

static void
place_clear (Place *place)
{
  g_free (place->id);
  g_free (place->name);
  g_free (place->feature);
  g_free (place->country);
  g_clear_pointer (&place->spellings, g_ptr_array_unref);
}

static void
question_clear (Question *question)
{
  g_free (question->kind);
  g_clear_object (&question->place);
  g_free (question->statement);
  g_free (question->explanation);
  g_clear_pointer (&question->choices, g_ptr_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Place, place_clear)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Question, question_clear)

static void
read_string (Reader  *self,
             gsize    most,
             char   **string)
{
  g_free (*string);
  *string = lieudit_json_reader_dup_string (&self->json);
  if (*string != NULL && strlen (*string) > most)
    lieudit_json_reader_set_problem (&self->json, _("A name or a statement is too long."));
}

static double
read_bounded (Reader *self,
              double  least,
              double  most)
{
  double value = lieudit_json_reader_read_double (&self->json);

  if (value < least || value > most)
    lieudit_json_reader_set_problem (&self->json, _("A position is not on the Earth."));

  return CLAMP (value, least, most);
}

/* Others may write more into a file than Lieudit knows. */
static void
read_object (Reader     *self,
             ReadMember  read_member,
             gpointer    data)
{
  g_autofree char *name = NULL;

  if (!lieudit_json_reader_begin_object (&self->json))
    return;
  while (lieudit_json_reader_next_member (&self->json, &name))
    read_member (self, name, data);
}

static void
read_spellings (Reader *self,
                Place  *place)
{
  if (!lieudit_json_reader_begin_array (&self->json))
    return;
  while (lieudit_json_reader_next_element (&self->json))
    {
      char *spelling = NULL;

      read_string (self, LONGEST_NAME, &spelling);
      if (spelling != NULL)
        g_ptr_array_add (place->spellings, spelling);
      if (place->spellings->len > MOST_SPELLINGS)
        lieudit_json_reader_set_problem (&self->json, _("A place has too many names."));
    }
}

static void
read_place_member (Reader     *self,
                   const char *name,
                   gpointer    data)
{
  Place *place = data;

  if (g_str_equal (name, "id"))
    read_string (self, LONGEST_NAME, &place->id);
  else if (g_str_equal (name, "name"))
    read_string (self, LONGEST_NAME, &place->name);
  else if (g_str_equal (name, "feature"))
    read_string (self, LIEUDIT_FEATURE_CODE_LENGTH, &place->feature);
  else if (g_str_equal (name, "country"))
    read_string (self, 2, &place->country);
  else if (g_str_equal (name, "latitude"))
    {
      place->latitude = read_bounded (self, -90.0, 90.0);
      place->has_latitude = TRUE;
    }
  else if (g_str_equal (name, "longitude"))
    {
      place->longitude = read_bounded (self, -180.0, 180.0);
      place->has_longitude = TRUE;
    }
  else if (g_str_equal (name, "radius"))
    place->radius = read_bounded (self, 0.0, LARGEST_RADIUS);
  else if (g_str_equal (name, "spellings"))
    read_spellings (self, place);
  else
    lieudit_json_reader_skip (&self->json);
}

/* Returns: (transfer full) (nullable): the place, or NULL after a problem */
static LieuditQuizPlace *
read_place (Reader *self)
{
  g_auto(Place) place = { .spellings = g_ptr_array_new_with_free_func (g_free) };

  read_object (self, read_place_member, &place);
  if (place.name == NULL || *place.name == '\0' || !place.has_latitude || !place.has_longitude)
    lieudit_json_reader_set_problem (&self->json, _("A place has no name or no position."));
  if (lieudit_json_reader_get_problem (&self->json) != NULL)
    return NULL;
  g_ptr_array_add (place.spellings, NULL);

  return lieudit_quiz_place_new (place.id != NULL ? place.id : place.name, place.name, place.feature, place.country, place.latitude,
                                 place.longitude, place.radius, (const char * const *) place.spellings->pdata);
}

static void
read_choices (Reader   *self,
              Question *question)
{
  if (!lieudit_json_reader_begin_array (&self->json))
    return;
  while (lieudit_json_reader_next_element (&self->json))
    {
      LieuditQuizPlace *choice = read_place (self);

      if (choice != NULL)
        g_ptr_array_add (question->choices, choice);
      if (question->choices->len > LIEUDIT_QUIZ_MOST_CHOICES)
        lieudit_json_reader_set_problem (&self->json, _("A question has too many choices."));
    }
}

static void
read_question_member (Reader     *self,
                      const char *name,
                      gpointer    data)
{
  Question *question = data;

  if (g_str_equal (name, "kind"))
    read_string (self, LONGEST_NAME, &question->kind);
  else if (g_str_equal (name, "place"))
    {
      g_clear_object (&question->place);
      question->place = read_place (self);
    }
  else if (g_str_equal (name, "statement"))
    read_string (self, LONGEST_STATEMENT, &question->statement);
  else if (g_str_equal (name, "true"))
    question->is_true = lieudit_json_reader_read_size (&self->json) != 0;
  else if (g_str_equal (name, "explanation"))
    read_string (self, LONGEST_STATEMENT, &question->explanation);
  else if (g_str_equal (name, "choices"))
    read_choices (self, question);
  else
    lieudit_json_reader_skip (&self->json);
}

static void
add_question (Reader   *self,
              Question *read)
{
  g_autoptr(LieuditQuizQuestion) question = NULL;
  const char *problem;
  LieuditQuizKind kind;

  if (lieudit_json_reader_get_problem (&self->json) != NULL)
    return;
  /* A kind that a later version of this format may have: the other questions are still good. */
  if (!lieudit_quiz_kind_from_nick (read->kind, &kind))
    return;

  if (kind == LIEUDIT_QUIZ_STATEMENT)
    question = lieudit_quiz_question_new_statement (read->statement != NULL ? read->statement : "", read->is_true, read->explanation,
                                                    read->choices);
  else
    question = lieudit_quiz_question_new (kind, read->place, read->choices);
  problem = lieudit_quiz_question_find_problem (question);
  if (problem == NULL && self->questions->len == LIEUDIT_QUIZ_MOST_QUESTIONS)
    problem = _("There are too many questions.");
  if (problem != NULL)
    lieudit_json_reader_set_problem (&self->json, problem);
  else
    g_ptr_array_add (self->questions, g_steal_pointer (&question));
}

static void
read_questions (Reader *self)
{
  if (!lieudit_json_reader_begin_array (&self->json))
    return;
  while (lieudit_json_reader_next_element (&self->json))
    {
      g_auto(Question) question = { .choices = g_ptr_array_new_with_free_func (g_object_unref) };

      read_object (self, read_question_member, &question);
      add_question (self, &question);
    }
}

static void
read_map_member (Reader     *self,
                 const char *name,
                 gpointer    data)
{
  LieuditBounds *bounds = data;

  if (g_str_equal (name, "south"))
    bounds->south = read_bounded (self, -90.0, 90.0);
  else if (g_str_equal (name, "west"))
    bounds->west = read_bounded (self, -180.0, 180.0);
  else if (g_str_equal (name, "north"))
    bounds->north = read_bounded (self, -90.0, 90.0);
  else if (g_str_equal (name, "east"))
    bounds->east = read_bounded (self, -180.0, 180.0);
  else
    lieudit_json_reader_skip (&self->json);
}

static void
read_member (Reader     *self,
             const char *name,
             gpointer    data)
{
  LieuditBounds *bounds = data;

  if (g_str_equal (name, "lieudit:quiz"))
    self->version = lieudit_json_reader_read_size (&self->json);
  else if (g_str_equal (name, "title"))
    read_string (self, LONGEST_STATEMENT, &self->title);
  else if (g_str_equal (name, "language"))
    read_string (self, LONGEST_NAME, &self->language);
  else if (g_str_equal (name, "map"))
    {
      *bounds = (LieuditBounds) { 0 };
      read_object (self, read_map_member, bounds);
      if (bounds->south > bounds->north)
        lieudit_json_reader_set_problem (&self->json, _("A position is not on the Earth."));
    }
  else if (g_str_equal (name, "questions"))
    read_questions (self);
  else
    lieudit_json_reader_skip (&self->json);
}

static LieuditQuiz *
make_quiz (Reader              *self,
           const LieuditBounds *bounds)
{
  LieuditQuiz *quiz = lieudit_quiz_new (self->title != NULL ? self->title : "", self->language != NULL ? self->language : "");

  if (!lieudit_bounds_is_empty (bounds))
    lieudit_quiz_set_bounds (quiz, bounds);
  for (guint i = 0; i < self->questions->len; i++)
    lieudit_quiz_add (quiz, g_ptr_array_index (self->questions, i));

  return quiz;
}

/**
 * lieudit_quiz_read:
 * @bytes: the contents of a file
 * @error: return location for an error
 *
 * Reads a quiz. Fails with %LIEUDIT_QUIZ_ERROR.
 *
 * Returns: (transfer full) (nullable): the quiz, which has questions that can be asked, or %NULL on error
 */
LieuditQuiz *
lieudit_quiz_read (GBytes  *bytes,
                   GError **error)
{
  g_auto(Reader) reader = { 0 };
  LieuditBounds bounds = lieudit_bounds_empty ();
  const char *problem;
  const char *text;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  if (length > LIEUDIT_QUIZ_SIZE_LIMIT)
    {
      g_set_error_literal (error, LIEUDIT_QUIZ_ERROR, LIEUDIT_QUIZ_ERROR_TOO_LARGE,
                           _("This file is too large to be a quiz that Lieudit saved."));
      return NULL;
    }

  reader.questions = g_ptr_array_new_with_free_func (g_object_unref);
  if (lieudit_json_reader_init (&reader.json, text != NULL ? text : "", length))
    {
      read_object (&reader, read_member, &bounds);
      lieudit_json_reader_finish (&reader.json);
    }

  problem = lieudit_json_reader_get_problem (&reader.json);
  if (reader.version > LIEUDIT_QUIZ_FORMAT_VERSION)
    g_set_error_literal (error, LIEUDIT_QUIZ_ERROR, LIEUDIT_QUIZ_ERROR_NEWER,
                         _("A newer Lieudit saved this quiz. Open it with that one, or update Lieudit."));
  else if (reader.version == 0 && problem == NULL)
    g_set_error_literal (error, LIEUDIT_QUIZ_ERROR, LIEUDIT_QUIZ_ERROR_NO_QUIZ, _("This is not a quiz that Lieudit saved."));
  else if (problem != NULL || reader.questions->len == 0)
    g_set_error (error, LIEUDIT_QUIZ_ERROR, LIEUDIT_QUIZ_ERROR_DAMAGED,
                 /* Translators: %s is a sentence that says what is wrong */
                 _("This quiz is damaged. %s"), problem != NULL ? problem : _("It asks nothing."));
  else
    return make_quiz (&reader, &bounds);

  return NULL;
}

static void
open_in_thread (GTask        *task,
                gpointer      source,
                gpointer      task_data,
                GCancellable *cancellable)
{
  g_autofree char *contents = g_malloc (LIEUDIT_QUIZ_SIZE_LIMIT + 1);
  g_autoptr(GFileInputStream) stream = NULL;
  g_autoptr(GBytes) bytes = NULL;
  GError *error = NULL;
  LieuditQuiz *quiz = NULL;
  gsize n_read;

  /* Some files have no size and no end: not more is read than a quiz has. */
  stream = g_file_read (task_data, cancellable, &error);
  if (stream != NULL
      && g_input_stream_read_all (G_INPUT_STREAM (stream), contents, LIEUDIT_QUIZ_SIZE_LIMIT + 1, &n_read, cancellable, &error))
    {
      if (n_read > LIEUDIT_QUIZ_SIZE_LIMIT)
        g_set_error_literal (&error, LIEUDIT_QUIZ_ERROR, LIEUDIT_QUIZ_ERROR_TOO_LARGE,
                             _("This file is too large to be a quiz that Lieudit saved."));
      else
        bytes = g_bytes_new_take (g_steal_pointer (&contents), n_read);
    }
  if (bytes != NULL)
    quiz = lieudit_quiz_read (bytes, &error);

  if (quiz != NULL)
    g_task_return_pointer (task, quiz, g_object_unref);
  else
    g_task_return_error (task, error);
}

/**
 * lieudit_quiz_open_async:
 * @file: a file
 * @cancellable: (nullable): to give up
 * @callback: called once it was read
 * @user_data: for @callback
 *
 * Reads a quiz from a file, on another thread.
 */
void
lieudit_quiz_open_async (GFile               *file,
                         GCancellable        *cancellable,
                         GAsyncReadyCallback  callback,
                         gpointer             user_data)
{
  g_autoptr(GTask) task = NULL;

  g_return_if_fail (G_IS_FILE (file));

  task = g_task_new (NULL, cancellable, callback, user_data);
  g_task_set_source_tag (task, lieudit_quiz_open_async);
  g_task_set_task_data (task, g_object_ref (file), g_object_unref);
  g_task_run_in_thread (task, open_in_thread);
}

/**
 * lieudit_quiz_open_finish:
 * @result: what the callback was given
 * @error: return location for an error
 *
 * Ends lieudit_quiz_open_async().
 *
 * Returns: (transfer full) (nullable): the quiz, or %NULL on error
 */
LieuditQuiz *
lieudit_quiz_open_finish (GAsyncResult  *result,
                          GError       **error)
{
  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);

  return g_task_propagate_pointer (G_TASK (result), error);
}

/**
 * lieudit_quiz_has_ending:
 * @file: a file
 *
 * Returns: whether its name ends as that of a quiz does
 */
gboolean
lieudit_quiz_has_ending (GFile *file)
{
  g_autofree char *name = NULL;

  g_return_val_if_fail (G_IS_FILE (file), FALSE);

  name = g_file_get_basename (file);

  return name != NULL && g_str_has_suffix (name, LIEUDIT_QUIZ_ENDING);
}
