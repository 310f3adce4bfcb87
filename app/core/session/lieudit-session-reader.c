/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-session-reader.h"

#include <string.h>

#include <glib/gi18n.h>

#include "article/lieudit-article-reader.h"
#include "session/lieudit-lesson-record.h"
#include "session/lieudit-session-article.h"

typedef struct {
  LieuditJsonReader   json;
  gsize               version;
  char               *identifier;
  char               *type;
  char               *recorded;
  char               *file;
  char               *etag;
  LieuditArticle     *article;
  LieuditSessionView  view;
  GArray             *annotations;
  LieuditLessonRecord lesson;
} Reader;

typedef void (*ReadMember) (Reader     *self,
                            const char *name,
                            gpointer    data);

static void
reader_clear (Reader *self)
{
  g_free (self->identifier);
  g_free (self->type);
  g_free (self->recorded);
  g_free (self->file);
  g_free (self->etag);
  g_clear_object (&self->article);
  g_clear_pointer (&self->annotations, g_array_unref);
  lieudit_lesson_record_clear (&self->lesson);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
read_string (Reader  *self,
             char   **string)
{
  g_free (*string);
  *string = lieudit_json_reader_dup_string (&self->json);
}

/* What is no object is left out: others may write more into a file than Lieudit knows. */
static void
read_object (Reader     *self,
             ReadMember  read_member,
             gpointer    data)
{
  g_autofree char *name = NULL;

  if (lieudit_json_reader_peek (&self->json) != LIEUDIT_JSON_VALUE_OBJECT)
    {
      lieudit_json_reader_skip (&self->json);
      return;
    }

  lieudit_json_reader_begin_object (&self->json);
  while (lieudit_json_reader_next_member (&self->json, &name))
    read_member (self, name, data);
}

/* Web Annotations have one object, or an array of them, in many places. */
static void
read_objects (Reader     *self,
              ReadMember  read_member,
              gpointer    data)
{
  if (lieudit_json_reader_peek (&self->json) != LIEUDIT_JSON_VALUE_ARRAY)
    {
      read_object (self, read_member, data);
      return;
    }

  lieudit_json_reader_begin_array (&self->json);
  while (lieudit_json_reader_next_element (&self->json))
    read_object (self, read_member, data);
}

static double
read_bounded (Reader *self,
              double  most)
{
  double value = lieudit_json_reader_read_double (&self->json);

  if (value < -most || value > most)
    lieudit_json_reader_set_problem (&self->json, _("A position is not on the Earth."));

  return value;
}

static void
read_view_member (Reader     *self,
                  const char *name,
                  gpointer    data)
{
  LieuditSessionView *view = &self->view;

  if (g_str_equal (name, "latitude"))
    view->latitude = read_bounded (self, 90.0);
  else if (g_str_equal (name, "longitude"))
    view->longitude = read_bounded (self, 180.0);
  else if (g_str_equal (name, "zoom"))
    {
      view->zoom = read_bounded (self, 30.0);
      view->has_map = TRUE;
    }
  else if (g_str_equal (name, "selection"))
    {
      view->selection = lieudit_json_reader_read_size (&self->json);
      view->has_selection = TRUE;
    }
  else
    lieudit_json_reader_skip (&self->json);
}

typedef struct {
  char     *id;
  char     *name;
  char     *feature;
  char     *country;
  double    coordinates[2];
  guint     n_coordinates;
  char     *type;
  char     *value;
} Body;

static void
body_clear (Body *body)
{
  g_free (body->id);
  g_free (body->name);
  g_free (body->feature);
  g_free (body->country);
  g_free (body->type);
  g_free (body->value);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Body, body_clear)

/* Longitude first; an altitude may follow. */
static void
read_geometry_member (Reader     *self,
                      const char *name,
                      gpointer    data)
{
  Body *body = data;

  if (!g_str_equal (name, "coordinates") || lieudit_json_reader_peek (&self->json) != LIEUDIT_JSON_VALUE_ARRAY)
    {
      lieudit_json_reader_skip (&self->json);
      return;
    }

  lieudit_json_reader_begin_array (&self->json);
  body->n_coordinates = 0;
  while (lieudit_json_reader_next_element (&self->json))
    {
      /* Those of a line or an area are arrays. */
      if (body->n_coordinates < 2 && lieudit_json_reader_peek (&self->json) == LIEUDIT_JSON_VALUE_NUMBER)
        {
          body->coordinates[body->n_coordinates] = read_bounded (self, body->n_coordinates == 0 ? 180.0 : 90.0);
          body->n_coordinates++;
        }
      else
        {
          lieudit_json_reader_skip (&self->json);
        }
    }
}

static void
read_property (Reader     *self,
               const char *name,
               gpointer    data)
{
  Body *body = data;

  if (g_str_equal (name, "name"))
    read_string (self, &body->name);
  else if (g_str_equal (name, "feature"))
    read_string (self, &body->feature);
  else if (g_str_equal (name, "country"))
    read_string (self, &body->country);
  else
    lieudit_json_reader_skip (&self->json);
}

static void
read_body_member (Reader     *self,
                  const char *name,
                  gpointer    data)
{
  Body *body = data;

  if (g_str_equal (name, "type"))
    read_string (self, &body->type);
  else if (g_str_equal (name, "id"))
    read_string (self, &body->id);
  else if (g_str_equal (name, "value"))
    read_string (self, &body->value);
  else if (g_str_equal (name, "geometry"))
    read_object (self, read_geometry_member, body);
  else if (g_str_equal (name, "properties"))
    read_object (self, read_property, body);
  else
    lieudit_json_reader_skip (&self->json);
}

static LieuditPlaceReference *
make_reference (const Body *body)
{
  if (g_strcmp0 (body->type, "Feature") != 0 || body->id == NULL || body->n_coordinates != 2)
    return NULL;

  return lieudit_place_reference_new (body->id, body->name != NULL ? body->name : body->id,
                                      body->coordinates[1], body->coordinates[0], body->feature, body->country);
}

static void
read_body (Reader                *self,
           LieuditReadAnnotation *annotation)
{
  g_auto(Body) body = { NULL, };
  LieuditPlaceReference *place;

  read_object (self, read_body_member, &body);
  place = make_reference (&body);
  if (g_strcmp0 (body.type, "TextualBody") == 0 && body.value != NULL)
    {
      g_free (annotation->note);
      annotation->note = g_steal_pointer (&body.value);
    }
  else if (place != NULL)
    {
      g_clear_pointer (&annotation->place, lieudit_place_reference_free);
      annotation->place = place;
    }
}

static void
read_found (Reader                *self,
            LieuditReadAnnotation *annotation)
{
  g_auto(Body) body = { NULL, };

  read_object (self, read_body_member, &body);
  g_clear_pointer (&annotation->found, lieudit_place_reference_free);
  annotation->found = make_reference (&body);
}

static void
read_bodies (Reader                *self,
             LieuditReadAnnotation *annotation)
{
  if (lieudit_json_reader_peek (&self->json) != LIEUDIT_JSON_VALUE_ARRAY)
    {
      read_body (self, annotation);
      return;
    }

  lieudit_json_reader_begin_array (&self->json);
  while (lieudit_json_reader_next_element (&self->json))
    read_body (self, annotation);
}

/* Of both kinds of selectors: their members have different names. */
static void
read_selector_member (Reader     *self,
                      const char *name,
                      gpointer    data)
{
  LieuditReadAnnotation *annotation = data;

  if (g_str_equal (name, "exact"))
    read_string (self, &annotation->exact);
  else if (g_str_equal (name, "prefix"))
    read_string (self, &annotation->prefix);
  else if (g_str_equal (name, "suffix"))
    read_string (self, &annotation->suffix);
  else if (g_str_equal (name, "start"))
    annotation->start = lieudit_json_reader_read_size (&self->json);
  else if (g_str_equal (name, "end"))
    annotation->end = lieudit_json_reader_read_size (&self->json);
  else
    lieudit_json_reader_skip (&self->json);
}

static void
read_target_member (Reader     *self,
                    const char *name,
                    gpointer    data)
{
  if (g_str_equal (name, "selector"))
    read_objects (self, read_selector_member, data);
  else
    lieudit_json_reader_skip (&self->json);
}

static void
read_annotation_member (Reader     *self,
                        const char *name,
                        gpointer    data)
{
  LieuditReadAnnotation *annotation = data;

  if (g_str_equal (name, "lieudit:decision"))
    read_string (self, &annotation->decision);
  else if (g_str_equal (name, "lieudit:scope"))
    read_string (self, &annotation->scope);
  else if (g_str_equal (name, "lieudit:name"))
    read_string (self, &annotation->name);
  else if (g_str_equal (name, "lieudit:kind"))
    read_string (self, &annotation->kind);
  else if (g_str_equal (name, "lieudit:confidence"))
    annotation->confidence = lieudit_json_reader_read_double (&self->json);
  else if (g_str_equal (name, "lieudit:found"))
    read_found (self, annotation);
  else if (g_str_equal (name, "lieudit:review"))
    read_string (self, &annotation->review);
  else if (g_str_equal (name, "lieudit:relation"))
    read_string (self, &annotation->relation);
  else if (g_str_equal (name, "body"))
    read_bodies (self, annotation);
  else if (g_str_equal (name, "target"))
    read_objects (self, read_target_member, annotation);
  else
    lieudit_json_reader_skip (&self->json);
}

static void
read_annotations (Reader *self)
{
  if (lieudit_json_reader_peek (&self->json) != LIEUDIT_JSON_VALUE_ARRAY)
    {
      lieudit_json_reader_skip (&self->json);
      return;
    }

  lieudit_json_reader_begin_array (&self->json);
  while (lieudit_json_reader_next_element (&self->json))
    {
      LieuditReadAnnotation annotation = { NULL, };

      read_object (self, read_annotation_member, &annotation);
      g_array_append_val (self->annotations, annotation);
    }
}

static void
read_page_member (Reader     *self,
                  const char *name,
                  gpointer    data)
{
  if (g_str_equal (name, "items"))
    read_annotations (self);
  else
    lieudit_json_reader_skip (&self->json);
}

static void
read_member (Reader     *self,
             const char *name,
             gpointer    data)
{
  if (g_str_equal (name, LIEUDIT_SESSION_VERSION_MEMBER))
    {
      self->version = lieudit_json_reader_read_size (&self->json);
      /* What comes next may be anything. */
      if (self->version > LIEUDIT_SESSION_FORMAT_VERSION)
        lieudit_json_reader_set_problem (&self->json, "");
    }
  else if (g_str_equal (name, "id"))
    read_string (self, &self->identifier);
  else if (g_str_equal (name, "type"))
    read_string (self, &self->type);
  else if (g_str_equal (name, "lieudit:recorded"))
    read_string (self, &self->recorded);
  else if (g_str_equal (name, "lieudit:file"))
    read_string (self, &self->file);
  else if (g_str_equal (name, "lieudit:etag"))
    read_string (self, &self->etag);
  else if (g_str_equal (name, "lieudit:article"))
    {
      g_clear_object (&self->article);
      self->article = lieudit_session_article_read (&self->json);
    }
  else if (g_str_equal (name, "lieudit:view"))
    read_object (self, read_view_member, NULL);
  else if (g_str_equal (name, "lieudit:lesson"))
    lieudit_lesson_record_read (&self->lesson, &self->json);
  else if (g_str_equal (name, "lieudit:drawings"))
    lieudit_lesson_record_read_drawings (&self->lesson, &self->json);
  else if (g_str_equal (name, "first"))
    read_object (self, read_page_member, NULL);
  else if (g_str_equal (name, "lieudit:annotations"))
    read_annotations (self);
  else
    lieudit_json_reader_skip (&self->json);
}

/* Exports are no places to save to: they say less of themselves than sessions do. */
static gboolean
is_export (Reader *self)
{
  return g_strcmp0 (self->identifier, LIEUDIT_EXPORT_IDENTIFIER) == 0 || g_strcmp0 (self->type, "FeatureCollection") == 0;
}

static LieuditSession *
make_session (Reader *self)
{
  LieuditSession *session = lieudit_session_new (self->article);
  g_autoptr(LieuditRecordedMentions) recorded = lieudit_recorded_mentions_new (lieudit_session_get_anchors (session));

  if (is_export (self))
    lieudit_session_set_imported (session);
  else if (self->identifier != NULL && *self->identifier != '\0')
    lieudit_session_set_identifier (session, self->identifier);
  if (self->view.has_selection || self->view.has_map)
    lieudit_session_set_view (session, self->view);
  for (guint i = 0; i < self->annotations->len; i++)
    lieudit_read_annotation_restore (session, recorded, &g_array_index (self->annotations, LieuditReadAnnotation, i));
  lieudit_lesson_record_restore (&self->lesson, session);
  if (g_strcmp0 (self->recorded, LIEUDIT_SESSION_ALL_RECORDED) == 0)
    lieudit_recorded_mentions_set_whole (recorded, self->article);
  if (self->recorded != NULL || lieudit_recorded_mentions_get_n (recorded) > 0)
    lieudit_session_set_recorded (session, recorded);

  if (self->file != NULL && *self->file != '\0')
    {
      g_autoptr(GFile) file = g_file_new_for_uri (self->file);

      lieudit_session_set_file (session, file, self->etag);
    }

  return session;
}

static const char *
find_problem (Reader *self)
{
  const char *problem = lieudit_json_reader_get_problem (&self->json);

  if (problem != NULL)
    return problem;
  if (self->version == 0)
    return _("It does not say its version.");
  if (self->article == NULL)
    return _("There is no article in it.");
  if (lieudit_article_get_length (self->article) > LIEUDIT_ARTICLE_SIZE_LIMIT)
    return _("The article in it is too long.");

  return NULL;
}

/*
 * lieudit_session_read_json:
 * @text: (array length=length): all of a session file or of an export
 * @length: how many bytes
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable): the session, or %NULL on error
 */
LieuditSession *
lieudit_session_read_json (const char  *text,
                           gsize        length,
                           GError     **error)
{
  g_auto(Reader) reader = { .annotations = NULL };
  const char *problem;

  reader.annotations = g_array_new (FALSE, FALSE, sizeof (LieuditReadAnnotation));
  g_array_set_clear_func (reader.annotations, lieudit_read_annotation_clear);
  lieudit_lesson_record_init (&reader.lesson);
  if (lieudit_json_reader_init (&reader.json, text, length))
    {
      read_object (&reader, read_member, NULL);
      lieudit_json_reader_finish (&reader.json);
    }

  if (reader.version > LIEUDIT_SESSION_FORMAT_VERSION)
    {
      g_set_error_literal (error, LIEUDIT_SESSION_ERROR, LIEUDIT_SESSION_ERROR_NEWER,
                           _("A newer Lieudit saved this session. Open it with that one, or update Lieudit."));
      return NULL;
    }

  problem = find_problem (&reader);
  if (problem != NULL)
    {
      g_set_error (error, LIEUDIT_SESSION_ERROR, LIEUDIT_SESSION_ERROR_DAMAGED,
                   /* Translators: %s is a sentence that says what is wrong */
                   _("This session is damaged, and was left as it is. %s"), problem);
      return NULL;
    }

  return make_session (&reader);
}
