/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-session-format.h"

#include <string.h>

#include "export/lieudit-json-writer.h"

#define DEGREE_DECIMALS 7
#define ZOOM_DECIMALS 3

typedef struct {
  LieuditJsonWriter  json;
  LieuditSession    *session;
  const char        *source;
  guint              n_annotations;
} Writer;

static void
write_member (Writer     *self,
              const char *name,
              const char *value)
{
  lieudit_json_writer_name (&self->json, name);
  lieudit_json_writer_string (&self->json, value);
}

static void
write_optional (Writer     *self,
                const char *name,
                const char *value)
{
  lieudit_json_writer_text_member (&self->json, name, value);
}

static void
write_size (Writer     *self,
            const char *name,
            gsize       value)
{
  lieudit_json_writer_name (&self->json, name);
  lieudit_json_writer_size (&self->json, value);
}

static void
write_double (Writer     *self,
              const char *name,
              double      value,
              guint       n_decimals)
{
  lieudit_json_writer_name (&self->json, name);
  lieudit_json_writer_double (&self->json, value, n_decimals);
}

static void
begin_member_object (Writer     *self,
                     const char *name)
{
  lieudit_json_writer_name (&self->json, name);
  lieudit_json_writer_begin_object (&self->json);
}

static void
begin_member_array (Writer     *self,
                    const char *name)
{
  lieudit_json_writer_name (&self->json, name);
  lieudit_json_writer_begin_array (&self->json);
}

static void
write_context (Writer *self)
{
  begin_member_array (self, "@context");
  lieudit_json_writer_string (&self->json, "http://www.w3.org/ns/anno.jsonld");
  lieudit_json_writer_string (&self->json, "https://geojson.org/geojson-ld/geojson-context.jsonld");
  lieudit_json_writer_begin_object (&self->json);
  write_member (self, "lieudit", "https://lieudit.org/ns/session#");
  lieudit_json_writer_end_object (&self->json);
  lieudit_json_writer_end_array (&self->json);
}

static void
write_article (Writer *self)
{
  LieuditArticle *article = lieudit_session_get_article (self->session);
  const char *text = lieudit_article_get_text (article);

  begin_member_object (self, "lieudit:article");
  write_optional (self, "title", lieudit_article_get_title (article));
  write_optional (self, "date", lieudit_article_get_date (article));
  write_optional (self, "language", lieudit_article_get_language (article));
  write_optional (self, "source", lieudit_article_get_source (article));
  write_size (self, "bodyStart", (gsize) g_utf8_strlen (text, (gssize) lieudit_article_get_body_offset (article)));
  write_member (self, "text", text);
  lieudit_json_writer_end_object (&self->json);
}

static void
write_view (Writer *self)
{
  LieuditSessionView view = lieudit_session_get_view (self->session);

  if (!view.has_map && !view.has_selection)
    return;

  begin_member_object (self, "lieudit:view");
  if (view.has_map)
    {
      write_double (self, "latitude", view.latitude, DEGREE_DECIMALS);
      write_double (self, "longitude", view.longitude, DEGREE_DECIMALS);
      write_double (self, "zoom", view.zoom, ZOOM_DECIMALS);
    }
  if (view.has_selection)
    write_size (self, "selection", view.selection);
  lieudit_json_writer_end_object (&self->json);
}

static void
write_feature (Writer                      *self,
               const LieuditPlaceReference *place)
{
  lieudit_json_writer_begin_object (&self->json);
  write_member (self, "type", "Feature");
  write_member (self, "purpose", "identifying");
  write_member (self, "id", place->id);
  begin_member_object (self, "geometry");
  write_member (self, "type", "Point");
  begin_member_array (self, "coordinates");
  lieudit_json_writer_double (&self->json, place->longitude, DEGREE_DECIMALS);
  lieudit_json_writer_double (&self->json, place->latitude, DEGREE_DECIMALS);
  lieudit_json_writer_end_array (&self->json);
  lieudit_json_writer_end_object (&self->json);
  begin_member_object (self, "properties");
  write_member (self, "name", place->name);
  write_optional (self, "feature", place->feature_code);
  write_optional (self, "country", place->country_code);
  lieudit_json_writer_end_object (&self->json);
  lieudit_json_writer_end_object (&self->json);
}

static void
write_text_body (Writer     *self,
                 const char *text)
{
  lieudit_json_writer_begin_object (&self->json);
  write_member (self, "type", "TextualBody");
  write_member (self, "purpose", "commenting");
  write_member (self, "format", "text/plain");
  write_member (self, "value", text);
  lieudit_json_writer_end_object (&self->json);
}

static void
write_target (Writer        *self,
              LieuditAnchor *anchor)
{
  begin_member_object (self, "target");
  write_member (self, "source", self->source);
  begin_member_array (self, "selector");
  lieudit_json_writer_begin_object (&self->json);
  write_member (self, "type", "TextQuoteSelector");
  write_member (self, "exact", lieudit_anchor_get_exact (anchor));
  write_member (self, "prefix", lieudit_anchor_get_prefix (anchor));
  write_member (self, "suffix", lieudit_anchor_get_suffix (anchor));
  lieudit_json_writer_end_object (&self->json);
  lieudit_json_writer_begin_object (&self->json);
  write_member (self, "type", "TextPositionSelector");
  write_size (self, "start", lieudit_anchor_get_start (anchor));
  write_size (self, "end", lieudit_anchor_get_end (anchor));
  lieudit_json_writer_end_object (&self->json);
  lieudit_json_writer_end_array (&self->json);
  lieudit_json_writer_end_object (&self->json);
}

static void
begin_annotation (Writer     *self,
                  const char *motivation)
{
  g_autofree char *id = g_strdup_printf ("%s#%u", lieudit_session_get_identifier (self->session), ++self->n_annotations);

  lieudit_json_writer_begin_object (&self->json);
  write_member (self, "id", id);
  write_member (self, "type", "Annotation");
  write_member (self, "motivation", motivation);
}

static void
write_ruling (Writer        *self,
              LieuditRuling *ruling)
{
  LieuditDecision *decision = lieudit_ruling_get_decision (ruling);
  const LieuditPlaceReference *place = lieudit_decision_get_place (decision);

  begin_annotation (self, "identifying");
  write_member (self, "lieudit:decision", lieudit_decision_kind_to_nick (lieudit_decision_get_kind (decision)));
  write_member (self, "lieudit:scope", lieudit_scope_to_nick (lieudit_ruling_get_scope (ruling)));
  write_optional (self, "lieudit:name", lieudit_ruling_get_name (ruling));
  if (place != NULL)
    {
      begin_member_array (self, "body");
      write_feature (self, place);
      lieudit_json_writer_end_array (&self->json);
    }
  write_target (self, lieudit_ruling_get_anchor (ruling));
  lieudit_json_writer_end_object (&self->json);
}

static void
write_note (Writer      *self,
            LieuditNote *note)
{
  const LieuditPlaceReference *place = lieudit_note_get_place (note);

  begin_annotation (self, "commenting");
  write_member (self, "lieudit:scope", place != NULL ? "place" : lieudit_scope_to_nick (LIEUDIT_SCOPE_MENTION));
  begin_member_array (self, "body");
  write_text_body (self, lieudit_note_get_text (note));
  if (place != NULL)
    write_feature (self, place);
  lieudit_json_writer_end_array (&self->json);
  write_target (self, lieudit_note_get_anchor (note));
  lieudit_json_writer_end_object (&self->json);
}

static void
write_annotations (Writer *self)
{
  g_autoptr(GPtrArray) rulings = lieudit_decisions_dup_rulings (lieudit_session_get_decisions (self->session));
  g_autoptr(GPtrArray) notes = lieudit_notes_dup_all (lieudit_session_get_notes (self->session));

  write_size (self, "total", rulings->len + notes->len);
  begin_member_object (self, "first");
  write_member (self, "type", "AnnotationPage");
  write_size (self, "startIndex", 0);
  begin_member_array (self, "items");
  for (guint i = 0; i < rulings->len; i++)
    write_ruling (self, g_ptr_array_index (rulings, i));
  for (guint i = 0; i < notes->len; i++)
    write_note (self, g_ptr_array_index (notes, i));
  lieudit_json_writer_end_array (&self->json);
  lieudit_json_writer_end_object (&self->json);
}

static void
write_file (Writer *self)
{
  GFile *file = lieudit_session_get_file (self->session);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  write_optional (self, "lieudit:file", uri);
  write_optional (self, "lieudit:etag", lieudit_session_get_etag (self->session));
}

/**
 * lieudit_session_write:
 * @self: a session
 * @purpose: what for
 *
 * Writes all of a session as a collection of Web Annotations.
 *
 * Returns: (transfer full): the contents of a session file
 */
GBytes *
lieudit_session_write (LieuditSession        *self,
                       LieuditSessionPurpose  purpose)
{
  Writer writer = { .session = self };
  char *text;

  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), NULL);

  writer.source = lieudit_article_get_source (lieudit_session_get_article (self));
  if (writer.source == NULL || *writer.source == '\0')
    writer.source = lieudit_session_get_identifier (self);

  lieudit_json_writer_init (&writer.json, TRUE);
  lieudit_json_writer_begin_object (&writer.json);
  write_context (&writer);
  write_size (&writer, "lieudit:version", LIEUDIT_SESSION_FORMAT_VERSION);
  write_member (&writer, "id", lieudit_session_get_identifier (self));
  write_member (&writer, "type", "AnnotationCollection");
  write_optional (&writer, "label", lieudit_article_get_title (lieudit_session_get_article (self)));
  begin_member_object (&writer, "generator");
  write_member (&writer, "type", "Software");
  write_member (&writer, "name", "Lieudit " LIEUDIT_VERSION);
  lieudit_json_writer_end_object (&writer.json);
  if (purpose == LIEUDIT_SESSION_FOR_RECOVERY)
    write_file (&writer);
  write_article (&writer);
  write_view (&writer);
  write_annotations (&writer);
  lieudit_json_writer_end_object (&writer.json);

  text = lieudit_json_writer_finish (&writer.json);
  return g_bytes_new_take (text, strlen (text));
}
