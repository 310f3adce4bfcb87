/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-session-format.h"

#include <string.h>

#include "session/lieudit-annotation-writer.h"
#include "session/lieudit-lesson-record.h"

#define ZOOM_DECIMALS 3

static void
write_double (LieuditJsonWriter *json,
              const char        *name,
              double             value,
              guint              n_decimals)
{
  lieudit_json_writer_name (json, name);
  lieudit_json_writer_double (json, value, n_decimals);
}

static void
write_size (LieuditJsonWriter *json,
            const char        *name,
            gsize              value)
{
  lieudit_json_writer_name (json, name);
  lieudit_json_writer_size (json, value);
}

static void
write_view (LieuditSession    *session,
            LieuditJsonWriter *json)
{
  LieuditSessionView view = lieudit_session_get_view (session);

  if (!view.has_map && !view.has_selection)
    return;

  lieudit_json_writer_name (json, "lieudit:view");
  lieudit_json_writer_begin_object (json);
  if (view.has_map)
    {
      write_double (json, "latitude", view.latitude, LIEUDIT_SESSION_DEGREE_DECIMALS);
      write_double (json, "longitude", view.longitude, LIEUDIT_SESSION_DEGREE_DECIMALS);
      write_double (json, "zoom", view.zoom, ZOOM_DECIMALS);
    }
  if (view.has_selection)
    write_size (json, "selection", view.selection);
  lieudit_json_writer_end_object (json);
}

static void
write_annotations (LieuditSession    *session,
                   LieuditJsonWriter *json)
{
  LieuditRecordedMentions *recorded = lieudit_session_get_recorded (session);
  guint n_recorded = recorded != NULL ? lieudit_recorded_mentions_get_n (recorded) : 0;
  g_autoptr(GPtrArray) rulings = lieudit_decisions_dup_rulings (lieudit_session_get_decisions (session));
  g_autoptr(GPtrArray) notes = lieudit_notes_dup_all (lieudit_session_get_notes (session));
  GPtrArray *reviews = lieudit_claim_reviews_get_all (lieudit_session_get_reviews (session));
  LieuditAnnotationWriter writer;

  lieudit_annotation_writer_init (&writer, json, lieudit_session_get_identifier (session), lieudit_session_get_article (session));
  write_size (json, "total", n_recorded + rulings->len + notes->len + reviews->len);
  lieudit_json_writer_name (json, "first");
  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "type", "AnnotationPage");
  write_size (json, "startIndex", 0);
  lieudit_json_writer_name (json, "items");
  lieudit_json_writer_begin_array (json);
  for (guint i = 0; i < n_recorded; i++)
    lieudit_annotation_writer_recorded (&writer, lieudit_recorded_mentions_get (recorded, i), NULL);
  for (guint i = 0; i < rulings->len; i++)
    lieudit_annotation_writer_ruling (&writer, g_ptr_array_index (rulings, i));
  for (guint i = 0; i < notes->len; i++)
    lieudit_annotation_writer_note (&writer, g_ptr_array_index (notes, i));
  for (guint i = 0; i < reviews->len; i++)
    lieudit_annotation_writer_review (&writer, g_ptr_array_index (reviews, i));
  lieudit_json_writer_end_array (json);
  lieudit_json_writer_end_object (json);
}

static void
write_file (LieuditSession    *session,
            LieuditJsonWriter *json)
{
  GFile *file = lieudit_session_get_file (session);
  g_autofree char *uri = file != NULL ? g_file_get_uri (file) : NULL;

  lieudit_json_writer_text_member (json, "lieudit:file", uri);
  lieudit_json_writer_text_member (json, "lieudit:etag", lieudit_session_get_etag (session));
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
  LieuditRecordedMentions *recorded;
  LieuditJsonWriter json;
  char *text;

  g_return_val_if_fail (LIEUDIT_IS_SESSION (self), NULL);

  recorded = lieudit_session_get_recorded (self);
  lieudit_json_writer_init (&json, TRUE);
  lieudit_json_writer_begin_object (&json);
  lieudit_annotation_write_collection (&json, lieudit_session_get_identifier (self), lieudit_session_get_article (self),
                                      lieudit_lesson_record_is_needed (self) ? LIEUDIT_SESSION_FORMAT_VERSION : LIEUDIT_SESSION_FIRST_VERSION);
  if (purpose == LIEUDIT_SESSION_FOR_RECOVERY)
    write_file (self, &json);
  if (recorded != NULL && lieudit_recorded_mentions_is_whole (recorded, lieudit_session_get_article (self)))
    lieudit_json_writer_text_member (&json, "lieudit:recorded", LIEUDIT_SESSION_ALL_RECORDED);
  lieudit_annotation_write_article (&json, lieudit_session_get_article (self));
  write_view (self, &json);
  lieudit_lesson_record_write (self, &json);
  lieudit_lesson_record_write_drawings (self, &json);
  write_annotations (self, &json);
  lieudit_json_writer_end_object (&json);

  text = lieudit_json_writer_finish (&json);
  return g_bytes_new_take (text, strlen (text));
}
