/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-lesson-record.h"

#include "session/lieudit-annotation-writer.h"

#define SKIPPED "skipped"

/* A stop while it is read, and the words it is at. */
typedef struct {
  LieuditWalk  walk;
  char        *title;
  char        *question;
  gboolean     is_skipped;
  char        *exact;
  char        *prefix;
  char        *suffix;
  gsize        start;
  gsize        end;
} Stop;

static void
clear_stop (gpointer data)
{
  Stop *stop = data;

  g_free (stop->title);
  g_free (stop->question);
  g_free (stop->exact);
  g_free (stop->prefix);
  g_free (stop->suffix);
}

/**
 * lieudit_lesson_record_init:
 * @self: a record
 *
 * Makes a record of nothing.
 */
void
lieudit_lesson_record_init (LieuditLessonRecord *self)
{
  self->walk = LIEUDIT_WALK_SENTENCES;
  self->seconds = 0;
  self->stops = g_array_new (FALSE, FALSE, sizeof (Stop));
  g_array_set_clear_func (self->stops, clear_stop);
  self->drawings = g_ptr_array_new_with_free_func (g_object_unref);
}

/**
 * lieudit_lesson_record_clear:
 * @self: a record
 *
 * Frees what is in it.
 */
void
lieudit_lesson_record_clear (LieuditLessonRecord *self)
{
  g_clear_pointer (&self->stops, g_array_unref);
  g_clear_pointer (&self->drawings, g_ptr_array_unref);
}

/*
 * lieudit_record_read_string:
 * @json: where a string is the next value
 * @string: what it replaces
 *
 * Reads a string.
 */
void
lieudit_record_read_string (LieuditJsonReader  *json,
                            char              **string)
{
  g_free (*string);
  *string = lieudit_json_reader_dup_string (json);
}

/*
 * lieudit_record_read_object:
 * @json: where an object should be the next value
 * @read_member: what reads a member, or skips it
 * @data: for @read_member
 *
 * Reads an object. What is none is left out: others may write more into a file than
 * Lieudit knows.
 */
void
lieudit_record_read_object (LieuditJsonReader *json,
                            LieuditReadMember  read_member,
                            gpointer           data)
{
  g_autofree char *name = NULL;

  if (lieudit_json_reader_peek (json) != LIEUDIT_JSON_VALUE_OBJECT)
    {
      lieudit_json_reader_skip (json);
      return;
    }

  lieudit_json_reader_begin_object (json);
  while (lieudit_json_reader_next_member (json, &name))
    read_member (json, name, data);
}

/* Of both kinds of selectors: their members have different names. */
static void
read_selector_member (LieuditJsonReader *json,
                      const char        *name,
                      gpointer           data)
{
  Stop *stop = data;

  if (g_str_equal (name, "exact"))
    lieudit_record_read_string (json, &stop->exact);
  else if (g_str_equal (name, "prefix"))
    lieudit_record_read_string (json, &stop->prefix);
  else if (g_str_equal (name, "suffix"))
    lieudit_record_read_string (json, &stop->suffix);
  else if (g_str_equal (name, "start"))
    stop->start = lieudit_json_reader_read_size (json);
  else if (g_str_equal (name, "end"))
    stop->end = lieudit_json_reader_read_size (json);
  else
    lieudit_json_reader_skip (json);
}

static void
read_target_member (LieuditJsonReader *json,
                    const char        *name,
                    gpointer           data)
{
  if (!g_str_equal (name, "selector"))
    lieudit_json_reader_skip (json);
  else if (lieudit_json_reader_peek (json) != LIEUDIT_JSON_VALUE_ARRAY)
    lieudit_record_read_object (json, read_selector_member, data);
  else
    {
      lieudit_json_reader_begin_array (json);
      while (lieudit_json_reader_next_element (json))
        lieudit_record_read_object (json, read_selector_member, data);
    }
}

static void
read_stop_member (LieuditJsonReader *json,
                  const char        *name,
                  gpointer           data)
{
  Stop *stop = data;
  g_autofree char *state = NULL;

  if (g_str_equal (name, "title"))
    lieudit_record_read_string (json, &stop->title);
  else if (g_str_equal (name, "question"))
    lieudit_record_read_string (json, &stop->question);
  else if (g_str_equal (name, "target"))
    lieudit_record_read_object (json, read_target_member, stop);
  else if (g_str_equal (name, "state"))
    {
      lieudit_record_read_string (json, &state);
      stop->is_skipped = g_strcmp0 (state, SKIPPED) == 0;
    }
  else
    lieudit_json_reader_skip (json);
}

static void
read_stops (LieuditLessonRecord *self,
            LieuditJsonReader   *json,
            LieuditWalk          walk)
{
  if (lieudit_json_reader_peek (json) != LIEUDIT_JSON_VALUE_ARRAY)
    {
      lieudit_json_reader_skip (json);
      return;
    }

  lieudit_json_reader_begin_array (json);
  while (lieudit_json_reader_next_element (json))
    {
      Stop stop = { .walk = walk };

      lieudit_record_read_object (json, read_stop_member, &stop);
      g_array_append_val (self->stops, stop);
    }
}

static void
read_lesson_member (LieuditJsonReader *json,
                    const char        *name,
                    gpointer           data)
{
  LieuditLessonRecord *self = data;
  g_autofree char *nick = NULL;
  LieuditWalk walk;

  if (g_str_equal (name, "seconds"))
    self->seconds = lieudit_json_reader_read_size (json);
  else if (g_str_equal (name, "walk"))
    {
      lieudit_record_read_string (json, &nick);
      if (lieudit_walk_from_nick (nick, &walk))
        self->walk = walk;
    }
  else if (lieudit_walk_from_nick (name, &walk))
    read_stops (self, json, walk);
  else
    lieudit_json_reader_skip (json);
}

/**
 * lieudit_lesson_record_read:
 * @self: a record
 * @json: where the lesson is the next value
 *
 * Reads how a teacher goes through an article.
 */
void
lieudit_lesson_record_read (LieuditLessonRecord *self,
                            LieuditJsonReader   *json)
{
  lieudit_record_read_object (json, read_lesson_member, self);
}

static void
restore_stop (LieuditSession *session,
              const Stop     *read)
{
  g_autoptr(LieuditAnchor) anchor = NULL;
  g_autoptr(LieuditStop) stop = NULL;

  if (read->exact == NULL || *read->exact == '\0')
    return;

  anchor = lieudit_anchor_new (read->exact, read->prefix, read->suffix, read->start, read->end);
  stop = lieudit_stop_new (lieudit_anchors_add (lieudit_session_get_anchors (session), anchor), read->title, read->question,
                           read->is_skipped);
  lieudit_stops_restore (lieudit_session_get_stops (session), read->walk, stop);
}

/**
 * lieudit_lesson_record_restore:
 * @self: a record
 * @session: a session that nobody follows yet
 *
 * Takes the lesson and the drawings over.
 */
void
lieudit_lesson_record_restore (LieuditLessonRecord *self,
                               LieuditSession      *session)
{
  LieuditStops *stops = lieudit_session_get_stops (session);

  lieudit_stops_set_walk (stops, self->walk);
  if (self->seconds > 0)
    lieudit_stops_set_seconds (stops, (guint) MIN (self->seconds, LIEUDIT_STOPS_SECONDS_MOST));
  for (guint i = 0; i < self->stops->len; i++)
    restore_stop (session, &g_array_index (self->stops, Stop, i));
  for (guint i = 0; i < self->drawings->len; i++)
    lieudit_drawings_restore (lieudit_session_get_drawings (session), g_ptr_array_index (self->drawings, i));
}

/**
 * lieudit_lesson_record_is_needed:
 * @session: a session
 *
 * Returns: whether it has what a Lieudit that knows of no lessons and drawings would
 *   lose
 */
gboolean
lieudit_lesson_record_is_needed (LieuditSession *session)
{
  return !lieudit_stops_is_usual (lieudit_session_get_stops (session)) ||
         lieudit_drawings_get_n (lieudit_session_get_drawings (session)) > 0;
}

static void
write_stop (LieuditAnnotationWriter *writer,
            LieuditStop             *stop)
{
  lieudit_json_writer_begin_object (writer->json);
  lieudit_json_writer_text_member (writer->json, "title", lieudit_stop_get_title (stop));
  lieudit_json_writer_text_member (writer->json, "question", lieudit_stop_get_question (stop));
  lieudit_json_writer_text_member (writer->json, "state", lieudit_stop_is_skipped (stop) ? SKIPPED : NULL);
  lieudit_annotation_writer_end (writer, lieudit_stop_get_anchor (stop));
}

/**
 * lieudit_lesson_record_write:
 * @session: a session
 * @json: where to, in the object of the session
 *
 * Writes the lesson, if there is one.
 */
void
lieudit_lesson_record_write (LieuditSession    *session,
                             LieuditJsonWriter *json)
{
  LieuditStops *lesson = lieudit_session_get_stops (session);
  LieuditAnnotationWriter writer;

  if (lieudit_stops_is_usual (lesson))
    return;

  lieudit_annotation_writer_init (&writer, json, lieudit_session_get_identifier (session), lieudit_session_get_article (session));
  lieudit_json_writer_name (json, "lieudit:lesson");
  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "walk", lieudit_walk_to_nick (lieudit_stops_get_walk (lesson)));
  lieudit_json_writer_name (json, "seconds");
  lieudit_json_writer_size (json, lieudit_stops_get_seconds (lesson));
  for (guint i = 0; i < LIEUDIT_N_WALKS; i++)
    {
      GPtrArray *stops = lieudit_stops_get (lesson, (LieuditWalk) i);

      if (stops->len == 0)
        continue;
      lieudit_json_writer_name (json, lieudit_walk_to_nick ((LieuditWalk) i));
      lieudit_json_writer_begin_array (json);
      for (guint j = 0; j < stops->len; j++)
        write_stop (&writer, g_ptr_array_index (stops, j));
      lieudit_json_writer_end_array (json);
    }
  lieudit_json_writer_end_object (json);
}
