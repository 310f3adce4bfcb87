/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-session-format.h"

#include <string.h>

#include <glib/gi18n.h>

#include "article/lieudit-article-reader.h"
#include "text/lieudit-json-reader.h"

/* The member that all session files have. */
#define VERSION_MEMBER "lieudit:version"

G_DEFINE_QUARK (lieudit-session-error-quark, lieudit_session_error)

typedef struct {
  char                  *decision;
  char                  *scope;
  char                  *name;
  char                  *note;
  LieuditPlaceReference *place;
  char                  *exact;
  char                  *prefix;
  char                  *suffix;
  gsize                  start;
  gsize                  end;
} Annotation;

typedef struct {
  LieuditJsonReader   json;
  gsize               version;
  char               *identifier;
  char               *file;
  char               *etag;
  char               *text;
  char               *title;
  char               *date;
  char               *language;
  char               *source;
  gsize               body_start;
  LieuditSessionView  view;
  GArray             *annotations;
} Reader;

typedef void (*ReadMember) (Reader     *self,
                            const char *name,
                            gpointer    data);

static void
clear_annotation (gpointer data)
{
  Annotation *annotation = data;

  g_free (annotation->decision);
  g_free (annotation->scope);
  g_free (annotation->name);
  g_free (annotation->note);
  g_clear_pointer (&annotation->place, lieudit_place_reference_free);
  g_free (annotation->exact);
  g_free (annotation->prefix);
  g_free (annotation->suffix);
}

static void
reader_clear (Reader *self)
{
  g_free (self->identifier);
  g_free (self->file);
  g_free (self->etag);
  g_free (self->text);
  g_free (self->title);
  g_free (self->date);
  g_free (self->language);
  g_free (self->source);
  g_clear_pointer (&self->annotations, g_array_unref);
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

static void
read_article_member (Reader     *self,
                     const char *name,
                     gpointer    data)
{
  if (g_str_equal (name, "text"))
    read_string (self, &self->text);
  else if (g_str_equal (name, "title"))
    read_string (self, &self->title);
  else if (g_str_equal (name, "date"))
    read_string (self, &self->date);
  else if (g_str_equal (name, "language"))
    read_string (self, &self->language);
  else if (g_str_equal (name, "source"))
    read_string (self, &self->source);
  else if (g_str_equal (name, "bodyStart"))
    self->body_start = lieudit_json_reader_read_size (&self->json);
  else
    lieudit_json_reader_skip (&self->json);
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

static void
read_body (Reader     *self,
           Annotation *annotation)
{
  g_auto(Body) body = { NULL, };

  read_object (self, read_body_member, &body);
  if (g_strcmp0 (body.type, "TextualBody") == 0 && body.value != NULL)
    {
      g_free (annotation->note);
      annotation->note = g_steal_pointer (&body.value);
    }
  else if (g_strcmp0 (body.type, "Feature") == 0 && body.id != NULL && body.n_coordinates == 2)
    {
      g_clear_pointer (&annotation->place, lieudit_place_reference_free);
      annotation->place = lieudit_place_reference_new (body.id, body.name != NULL ? body.name : body.id,
                                                       body.coordinates[1], body.coordinates[0],
                                                       body.feature, body.country);
    }
}

static void
read_bodies (Reader     *self,
             Annotation *annotation)
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
  Annotation *annotation = data;

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
  Annotation *annotation = data;

  if (g_str_equal (name, "lieudit:decision"))
    read_string (self, &annotation->decision);
  else if (g_str_equal (name, "lieudit:scope"))
    read_string (self, &annotation->scope);
  else if (g_str_equal (name, "lieudit:name"))
    read_string (self, &annotation->name);
  else if (g_str_equal (name, "body"))
    read_bodies (self, annotation);
  else if (g_str_equal (name, "target"))
    read_objects (self, read_target_member, annotation);
  else
    lieudit_json_reader_skip (&self->json);
}

static void
read_page_member (Reader     *self,
                  const char *name,
                  gpointer    data)
{
  if (!g_str_equal (name, "items") || lieudit_json_reader_peek (&self->json) != LIEUDIT_JSON_VALUE_ARRAY)
    {
      lieudit_json_reader_skip (&self->json);
      return;
    }

  lieudit_json_reader_begin_array (&self->json);
  while (lieudit_json_reader_next_element (&self->json))
    {
      Annotation annotation = { NULL, };

      read_object (self, read_annotation_member, &annotation);
      g_array_append_val (self->annotations, annotation);
    }
}

static void
read_member (Reader     *self,
             const char *name,
             gpointer    data)
{
  if (g_str_equal (name, VERSION_MEMBER))
    {
      self->version = lieudit_json_reader_read_size (&self->json);
      /* What comes next may be anything. */
      if (self->version > LIEUDIT_SESSION_FORMAT_VERSION)
        lieudit_json_reader_set_problem (&self->json, "");
    }
  else if (g_str_equal (name, "id"))
    read_string (self, &self->identifier);
  else if (g_str_equal (name, "lieudit:file"))
    read_string (self, &self->file);
  else if (g_str_equal (name, "lieudit:etag"))
    read_string (self, &self->etag);
  else if (g_str_equal (name, "lieudit:article"))
    read_object (self, read_article_member, NULL);
  else if (g_str_equal (name, "lieudit:view"))
    read_object (self, read_view_member, NULL);
  else if (g_str_equal (name, "first"))
    read_object (self, read_page_member, NULL);
  else
    lieudit_json_reader_skip (&self->json);
}

static LieuditArticle *
make_article (Reader *self)
{
  gsize length = (gsize) g_utf8_strlen (self->text, -1);
  gsize offset = (gsize) (g_utf8_offset_to_pointer (self->text, (glong) MIN (self->body_start, length)) - self->text);

  return g_object_new (LIEUDIT_TYPE_ARTICLE,
                       "text", self->text,
                       "body-offset", (guint64) offset,
                       "title", self->title,
                       "date", self->date,
                       "language", self->language,
                       "source", self->source,
                       NULL);
}

static void
restore_note (LieuditSession   *session,
              const Annotation *annotation,
              LieuditAnchor    *anchor)
{
  gboolean is_on_place = annotation->place != NULL && g_strcmp0 (annotation->scope, "place") == 0;
  g_autoptr(LieuditNote) note = lieudit_note_new (annotation->note, is_on_place ? annotation->place : NULL, anchor);

  lieudit_notes_restore (lieudit_session_get_notes (session), note);
}

static void
restore_ruling (LieuditSession   *session,
                const Annotation *annotation,
                LieuditAnchor    *anchor)
{
  LieuditDecisionKind kind = LIEUDIT_DECISION_PLACE;
  LieuditScope scope = LIEUDIT_SCOPE_MENTION;
  g_autoptr(LieuditDecision) decision = NULL;
  g_autoptr(LieuditRuling) ruling = NULL;

  /* Other programs identify places by nothing but a body. */
  if (annotation->decision != NULL && !lieudit_decision_kind_from_nick (annotation->decision, &kind))
    return;
  if (annotation->scope != NULL && !lieudit_scope_from_nick (annotation->scope, &scope))
    return;
  if ((kind == LIEUDIT_DECISION_PLACE) != (annotation->place != NULL))
    return;

  decision = lieudit_decision_new (kind, annotation->place);
  ruling = lieudit_ruling_new (scope, scope != LIEUDIT_SCOPE_NAME ? NULL
                                      : annotation->name != NULL ? annotation->name : annotation->exact,
                               anchor, decision);
  lieudit_decisions_restore (lieudit_session_get_decisions (session), ruling);
}

static void
restore_annotation (LieuditSession   *session,
                    const Annotation *annotation)
{
  g_autoptr(LieuditAnchor) read = NULL;
  LieuditAnchor *anchor;

  /* An annotation on something else than words. */
  if (annotation->exact == NULL || *annotation->exact == '\0')
    return;

  read = lieudit_anchor_new (annotation->exact, annotation->prefix, annotation->suffix, annotation->start, annotation->end);
  anchor = lieudit_anchors_add (lieudit_session_get_anchors (session), read);
  if (annotation->note != NULL && *annotation->note != '\0')
    restore_note (session, annotation, anchor);
  if (annotation->decision != NULL || (annotation->place != NULL && g_strcmp0 (annotation->scope, "place") != 0))
    restore_ruling (session, annotation, anchor);
}

static LieuditSession *
make_session (Reader *self)
{
  g_autoptr(LieuditArticle) article = make_article (self);
  LieuditSession *session = lieudit_session_new (article);

  if (self->identifier != NULL && *self->identifier != '\0')
    lieudit_session_set_identifier (session, self->identifier);
  if (self->view.has_selection || self->view.has_map)
    lieudit_session_set_view (session, self->view);
  for (guint i = 0; i < self->annotations->len; i++)
    restore_annotation (session, &g_array_index (self->annotations, Annotation, i));

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
  if (self->text == NULL || *self->text == '\0')
    return _("There is no article in it.");
  if (strlen (self->text) > LIEUDIT_ARTICLE_SIZE_LIMIT)
    return _("The article in it is too long.");

  return NULL;
}

/**
 * lieudit_session_recognise:
 * @text: (array length=length): the beginning of a file, or all of it
 * @length: how many bytes that are
 *
 * Returns: whether this is a session file, whole or not
 */
gboolean
lieudit_session_recognise (const char *text,
                           gsize       length)
{
  gsize position = 0;

  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  while (position < length && g_ascii_isspace (text[position]))
    position++;

  return position < length && text[position] == '{' &&
         memmem (text + position, length - position, "\"" VERSION_MEMBER "\"", strlen (VERSION_MEMBER) + 2) != NULL;
}

/**
 * lieudit_session_read:
 * @bytes: the contents of a session file
 * @error: return location for an error
 *
 * Reads a session, with the file it belongs to if it was written for recovery.
 * The messages do not name the file, so that they can be shown behind its name.
 *
 * Fails with %LIEUDIT_SESSION_ERROR.
 *
 * Returns: (transfer full) (nullable): the session, or %NULL on error
 */
LieuditSession *
lieudit_session_read (GBytes  *bytes,
                      GError **error)
{
  g_auto(Reader) reader = { .annotations = NULL };
  const char *problem;
  const char *text;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);

  text = g_bytes_get_data (bytes, &length);
  if (length > LIEUDIT_SESSION_SIZE_LIMIT)
    {
      g_set_error_literal (error, LIEUDIT_SESSION_ERROR, LIEUDIT_SESSION_ERROR_TOO_LARGE,
                           _("This session is too large to be one that Lieudit saved."));
      return NULL;
    }

  reader.annotations = g_array_new (FALSE, FALSE, sizeof (Annotation));
  g_array_set_clear_func (reader.annotations, clear_annotation);
  if (lieudit_json_reader_init (&reader.json, text != NULL ? text : "", length))
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
