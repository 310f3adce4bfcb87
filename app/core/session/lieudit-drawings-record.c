/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What session files say of what was drawn on the map. */
#include "config.h"

#include "session/lieudit-lesson-record.h"

#include <glib/gi18n.h>

#include "session/lieudit-session-format.h"

#define RADIUS_DECIMALS 6

/* A drawing while it is read. */
typedef struct {
  char   *kind;
  char   *ink;
  char   *text;
  double  radius;
  GArray *spots; /* of LieuditSpot */
} ReadDrawing;

static void
read_drawing_clear (ReadDrawing *drawing)
{
  g_free (drawing->kind);
  g_free (drawing->ink);
  g_free (drawing->text);
  g_array_unref (drawing->spots);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (ReadDrawing, read_drawing_clear)

static double
read_bounded (LieuditJsonReader *json,
              double             most)
{
  double value = lieudit_json_reader_read_double (json);

  if (value < -most || value > most)
    lieudit_json_reader_set_problem (json, _("A position is not on the Earth."));

  return value;
}

/* Longitude first; whatever follows is left out. */
static void
read_number (LieuditJsonReader *json,
             guint              index,
             LieuditSpot       *spot)
{
  if (index == 0)
    spot->longitude = read_bounded (json, 180.0);
  else if (index == 1)
    spot->latitude = read_bounded (json, 90.0);
  else
    lieudit_json_reader_skip (json);
}

static void
add_spot (ReadDrawing       *drawing,
          const LieuditSpot *spot,
          guint              n_numbers)
{
  /* One more than there may be shows that there are too many. */
  if (n_numbers >= 2 && drawing->spots->len <= LIEUDIT_DRAWING_MOST_POINTS)
    g_array_append_val (drawing->spots, *spot);
}

static void
read_position (LieuditJsonReader *json,
               ReadDrawing       *drawing)
{
  LieuditSpot spot = { 0.0, 0.0 };
  guint n_numbers = 0;

  lieudit_json_reader_begin_array (json);
  while (lieudit_json_reader_next_element (json))
    {
      if (lieudit_json_reader_peek (json) == LIEUDIT_JSON_VALUE_NUMBER)
        read_number (json, n_numbers++, &spot);
      else
        lieudit_json_reader_skip (json);
    }
  add_spot (drawing, &spot, n_numbers);
}

/* Of a point, an array of numbers; of a line, an array of such. */
static void
read_geometry_member (LieuditJsonReader *json,
                      const char        *name,
                      gpointer           data)
{
  ReadDrawing *drawing = data;
  LieuditSpot spot = { 0.0, 0.0 };
  guint n_numbers = 0;

  if (!g_str_equal (name, "coordinates") || lieudit_json_reader_peek (json) != LIEUDIT_JSON_VALUE_ARRAY)
    {
      lieudit_json_reader_skip (json);
      return;
    }

  lieudit_json_reader_begin_array (json);
  while (lieudit_json_reader_next_element (json))
    {
      if (lieudit_json_reader_peek (json) == LIEUDIT_JSON_VALUE_ARRAY)
        read_position (json, drawing);
      else if (lieudit_json_reader_peek (json) == LIEUDIT_JSON_VALUE_NUMBER)
        read_number (json, n_numbers++, &spot);
      else
        lieudit_json_reader_skip (json);
    }
  add_spot (drawing, &spot, n_numbers);
}

static void
read_property (LieuditJsonReader *json,
               const char        *name,
               gpointer           data)
{
  ReadDrawing *drawing = data;

  if (g_str_equal (name, "drawing"))
    lieudit_record_read_string (json, &drawing->kind);
  else if (g_str_equal (name, "ink"))
    lieudit_record_read_string (json, &drawing->ink);
  else if (g_str_equal (name, "text"))
    lieudit_record_read_string (json, &drawing->text);
  else if (g_str_equal (name, "radius"))
    drawing->radius = lieudit_json_reader_read_double (json);
  else
    lieudit_json_reader_skip (json);
}

static void
read_feature_member (LieuditJsonReader *json,
                     const char        *name,
                     gpointer           data)
{
  if (g_str_equal (name, "geometry"))
    lieudit_record_read_object (json, read_geometry_member, data);
  else if (g_str_equal (name, "properties"))
    lieudit_record_read_object (json, read_property, data);
  else
    lieudit_json_reader_skip (json);
}

static void
read_feature (LieuditLessonRecord *self,
              LieuditJsonReader   *json)
{
  g_auto(ReadDrawing) read = { .spots = g_array_new (FALSE, FALSE, sizeof (LieuditSpot)) };
  LieuditInk ink = LIEUDIT_INK_RED;
  LieuditDrawingKind kind;
  LieuditDrawing *drawing;

  lieudit_record_read_object (json, read_feature_member, &read);
  lieudit_ink_from_nick (read.ink, &ink);
  if (!lieudit_drawing_kind_from_nick (read.kind, &kind))
    return;

  drawing = lieudit_drawing_new (kind, ink, (const LieuditSpot *) read.spots->data, read.spots->len, read.radius, read.text);
  if (drawing != NULL)
    g_ptr_array_add (self->drawings, drawing);
}

static void
read_drawings_member (LieuditJsonReader *json,
                      const char        *name,
                      gpointer           data)
{
  if (!g_str_equal (name, "features") || lieudit_json_reader_peek (json) != LIEUDIT_JSON_VALUE_ARRAY)
    {
      lieudit_json_reader_skip (json);
      return;
    }

  lieudit_json_reader_begin_array (json);
  while (lieudit_json_reader_next_element (json))
    read_feature (data, json);
}

/**
 * lieudit_lesson_record_read_drawings:
 * @self: a record
 * @json: where the drawings are the next value
 *
 * Reads what was drawn: the features of GeoJSON that say what they are.
 */
void
lieudit_lesson_record_read_drawings (LieuditLessonRecord *self,
                                     LieuditJsonReader   *json)
{
  lieudit_record_read_object (json, read_drawings_member, self);
}

static void
write_spot (LieuditJsonWriter *json,
            const LieuditSpot *spot)
{
  lieudit_json_writer_begin_array (json);
  lieudit_json_writer_double (json, spot->longitude, LIEUDIT_SESSION_DEGREE_DECIMALS);
  lieudit_json_writer_double (json, spot->latitude, LIEUDIT_SESSION_DEGREE_DECIMALS);
  lieudit_json_writer_end_array (json);
}

static void
write_geometry (LieuditJsonWriter *json,
                LieuditDrawing    *drawing)
{
  guint n_spots;
  const LieuditSpot *spots = lieudit_drawing_get_spots (drawing, &n_spots);

  lieudit_json_writer_name (json, "geometry");
  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "type", n_spots == 1 ? "Point" : "LineString");
  lieudit_json_writer_name (json, "coordinates");
  if (n_spots == 1)
    write_spot (json, spots);
  else
    {
      lieudit_json_writer_begin_array (json);
      for (guint i = 0; i < n_spots; i++)
        write_spot (json, &spots[i]);
      lieudit_json_writer_end_array (json);
    }
  lieudit_json_writer_end_object (json);
}

static void
write_drawing (LieuditJsonWriter *json,
               LieuditDrawing    *drawing)
{
  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "type", "Feature");
  write_geometry (json, drawing);
  lieudit_json_writer_name (json, "properties");
  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "drawing", lieudit_drawing_kind_to_nick (lieudit_drawing_get_kind (drawing)));
  lieudit_json_writer_text_member (json, "ink", lieudit_ink_to_nick (lieudit_drawing_get_ink (drawing)));
  if (lieudit_drawing_get_kind (drawing) == LIEUDIT_DRAWING_CIRCLE)
    {
      lieudit_json_writer_name (json, "radius");
      lieudit_json_writer_double (json, lieudit_drawing_get_radius (drawing), RADIUS_DECIMALS);
    }
  lieudit_json_writer_text_member (json, "text", lieudit_drawing_get_text (drawing));
  lieudit_json_writer_end_object (json);
  lieudit_json_writer_end_object (json);
}

/**
 * lieudit_lesson_record_write_drawings:
 * @session: a session
 * @json: where to, in the object of the session
 *
 * Writes what was drawn, if anything was.
 */
void
lieudit_lesson_record_write_drawings (LieuditSession    *session,
                                      LieuditJsonWriter *json)
{
  LieuditDrawings *drawings = lieudit_session_get_drawings (session);

  if (lieudit_drawings_get_n (drawings) == 0)
    return;

  lieudit_json_writer_name (json, "lieudit:drawings");
  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "type", "FeatureCollection");
  lieudit_json_writer_name (json, "features");
  lieudit_json_writer_begin_array (json);
  for (guint i = 0; i < lieudit_drawings_get_n (drawings); i++)
    write_drawing (json, lieudit_drawings_get (drawings, i));
  lieudit_json_writer_end_array (json);
  lieudit_json_writer_end_object (json);
}
