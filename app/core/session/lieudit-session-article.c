/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-session-article.h"

#include <math.h>
#include <string.h>

#include "text/lieudit-text-positions.h"

#define DEGREE_DECIMALS 7

/* As session files call the kinds of spans. */
static const char *const span_nicks[] = { "heading", "emphasis", "strong", "quote", "list-item", "caption", "page" };

/* With positions in code points until the text is known. */
typedef struct {
  LieuditJsonReader     *json;
  LieuditArticleOutline *outline;
  GArray                *spans;
  GArray                *stated_places;
  char                  *text;
  char                  *title;
  char                  *date;
  char                  *language;
  char                  *source;
  gsize                  body_start;
} Reader;

typedef void (*ReadMember) (Reader     *self,
                            const char *name,
                            gpointer    data);

static void
clear_stated_place (gpointer data)
{
  LieuditStatedPlace *place = data;

  g_free (place->name);
  g_free (place->id);
  g_free (place->status);
  g_free (place->kind);
}

static void
reader_clear (Reader *self)
{
  g_clear_pointer (&self->outline, lieudit_article_outline_unref);
  g_clear_pointer (&self->spans, g_array_unref);
  g_clear_pointer (&self->stated_places, g_array_unref);
  g_free (self->text);
  g_free (self->title);
  g_free (self->date);
  g_free (self->language);
  g_free (self->source);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Reader, reader_clear)

static void
write_member (LieuditJsonWriter *json,
              const char        *name,
              const char        *value)
{
  lieudit_json_writer_name (json, name);
  lieudit_json_writer_string (json, value);
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
write_stretch (LieuditJsonWriter    *json,
               LieuditTextPositions *positions,
               gsize                 start,
               gsize                 end)
{
  write_size (json, "start", lieudit_text_positions_get_code_point (positions, start));
  write_size (json, "end", lieudit_text_positions_get_code_point (positions, end));
}

static void
write_spans (LieuditJsonWriter     *json,
             LieuditArticleOutline *outline,
             LieuditTextPositions  *positions)
{
  guint n_spans;
  const LieuditSpan *spans = lieudit_article_outline_get_spans (outline, &n_spans);

  if (n_spans == 0)
    return;

  lieudit_json_writer_name (json, "spans");
  lieudit_json_writer_begin_array (json);
  for (guint i = 0; i < n_spans; i++)
    {
      lieudit_json_writer_begin_object (json);
      write_member (json, "kind", span_nicks[spans[i].kind]);
      if (spans[i].value != 0)
        write_size (json, "value", spans[i].value);
      write_stretch (json, positions, spans[i].start, spans[i].end);
      lieudit_json_writer_end_object (json);
    }
  lieudit_json_writer_end_array (json);
}

static void
write_stated_places (LieuditJsonWriter     *json,
                     LieuditArticleOutline *outline,
                     LieuditTextPositions  *positions)
{
  guint n_places;
  const LieuditStatedPlace *places = lieudit_article_outline_get_stated_places (outline, &n_places);

  if (n_places == 0)
    return;

  lieudit_json_writer_name (json, "statedPlaces");
  lieudit_json_writer_begin_array (json);
  for (guint i = 0; i < n_places; i++)
    {
      lieudit_json_writer_begin_object (json);
      write_member (json, "name", places[i].name);
      lieudit_json_writer_text_member (json, "id", places[i].id);
      lieudit_json_writer_text_member (json, "status", places[i].status);
      lieudit_json_writer_text_member (json, "kind", places[i].kind);
      if (places[i].is_located)
        {
          lieudit_json_writer_name (json, "latitude");
          lieudit_json_writer_double (json, places[i].latitude, DEGREE_DECIMALS);
          lieudit_json_writer_name (json, "longitude");
          lieudit_json_writer_double (json, places[i].longitude, DEGREE_DECIMALS);
        }
      write_stretch (json, positions, places[i].start, places[i].end);
      lieudit_json_writer_end_object (json);
    }
  lieudit_json_writer_end_array (json);
}

/**
 * lieudit_session_article_write:
 * @article: the article of a session
 * @json: a writer that expects a value
 *
 * Writes an article, and what its own file said of it, as an object.
 */
void
lieudit_session_article_write (LieuditArticle    *article,
                               LieuditJsonWriter *json)
{
  const char *text = lieudit_article_get_text (article);
  LieuditArticleOutline *outline = lieudit_article_get_outline (article);
  g_auto(LieuditTextPositions) positions = { NULL, };

  lieudit_text_positions_init (&positions, text);
  lieudit_json_writer_begin_object (json);
  lieudit_json_writer_text_member (json, "title", lieudit_article_get_title (article));
  lieudit_json_writer_text_member (json, "date", lieudit_article_get_date (article));
  lieudit_json_writer_text_member (json, "language", lieudit_article_get_language (article));
  lieudit_json_writer_text_member (json, "source", lieudit_article_get_source (article));
  write_size (json, "bodyStart", lieudit_text_positions_get_code_point (&positions, lieudit_article_get_body_offset (article)));
  write_member (json, "text", text);
  if (outline != NULL)
    {
      lieudit_json_writer_text_member (json, "author", lieudit_article_outline_get_author (outline));
      lieudit_json_writer_text_member (json, "publisher", lieudit_article_outline_get_publisher (outline));
      lieudit_json_writer_text_member (json, "leftOut", lieudit_article_outline_get_left_out (outline));
      write_spans (json, outline, &positions);
      write_stated_places (json, outline, &positions);
    }
  lieudit_json_writer_end_object (json);
}

static void
read_string (Reader  *self,
             char   **string)
{
  g_free (*string);
  *string = lieudit_json_reader_dup_string (self->json);
}

/* What is no object is left out: others may write more into a file than Lieudit knows. */
static void
read_object (Reader     *self,
             ReadMember  read_member,
             gpointer    data)
{
  g_autofree char *name = NULL;

  if (lieudit_json_reader_peek (self->json) != LIEUDIT_JSON_VALUE_OBJECT)
    {
      lieudit_json_reader_skip (self->json);
      return;
    }

  lieudit_json_reader_begin_object (self->json);
  while (lieudit_json_reader_next_member (self->json, &name))
    read_member (self, name, data);
}

typedef struct {
  LieuditSpan span;
  gboolean    has_kind;
} ReadSpan;

static void
read_span_kind (Reader   *self,
                ReadSpan *read)
{
  g_autofree char *nick = lieudit_json_reader_dup_string (self->json);

  for (guint i = 0; i < G_N_ELEMENTS (span_nicks); i++)
    {
      if (g_strcmp0 (nick, span_nicks[i]) != 0)
        continue;
      read->span.kind = i;
      read->has_kind = TRUE;
    }
}

static void
read_span_value (Reader   *self,
                 ReadSpan *read)
{
  gsize value = lieudit_json_reader_read_size (self->json);

  read->span.value = (guint) MIN (value, G_MAXINT);
}

static void
read_span_member (Reader     *self,
                  const char *name,
                  gpointer    data)
{
  ReadSpan *read = data;

  if (g_str_equal (name, "kind"))
    read_span_kind (self, read);
  else if (g_str_equal (name, "value"))
    read_span_value (self, read);
  else if (g_str_equal (name, "start"))
    read->span.start = lieudit_json_reader_read_size (self->json);
  else if (g_str_equal (name, "end"))
    read->span.end = lieudit_json_reader_read_size (self->json);
  else
    lieudit_json_reader_skip (self->json);
}

static void
read_span (Reader *self)
{
  ReadSpan read = { { 0, }, FALSE };

  read_object (self, read_span_member, &read);
  if (read.has_kind)
    g_array_append_val (self->spans, read.span);
}

static void
read_stated_place_member (Reader     *self,
                          const char *name,
                          gpointer    data)
{
  LieuditStatedPlace *place = data;

  if (g_str_equal (name, "name"))
    read_string (self, &place->name);
  else if (g_str_equal (name, "id"))
    read_string (self, &place->id);
  else if (g_str_equal (name, "status"))
    read_string (self, &place->status);
  else if (g_str_equal (name, "kind"))
    read_string (self, &place->kind);
  else if (g_str_equal (name, "latitude"))
    place->latitude = lieudit_json_reader_read_double (self->json);
  else if (g_str_equal (name, "longitude"))
    place->longitude = lieudit_json_reader_read_double (self->json);
  else if (g_str_equal (name, "start"))
    place->start = lieudit_json_reader_read_size (self->json);
  else if (g_str_equal (name, "end"))
    place->end = lieudit_json_reader_read_size (self->json);
  else
    lieudit_json_reader_skip (self->json);
}

static void
read_stated_place (Reader *self)
{
  LieuditStatedPlace place = { .latitude = NAN, .longitude = NAN };

  read_object (self, read_stated_place_member, &place);
  place.is_located = fabs (place.latitude) <= 90.0 && fabs (place.longitude) <= 180.0;
  g_array_append_val (self->stated_places, place);
}

static void
read_array (Reader *self,
            void  (*read_element) (Reader *self))
{
  if (lieudit_json_reader_peek (self->json) != LIEUDIT_JSON_VALUE_ARRAY)
    {
      lieudit_json_reader_skip (self->json);
      return;
    }

  lieudit_json_reader_begin_array (self->json);
  while (lieudit_json_reader_next_element (self->json))
    read_element (self);
}

static void
read_outline_text (Reader *self,
                   void  (*set) (LieuditArticleOutline *outline,
                                 const char            *text))
{
  g_autofree char *text = lieudit_json_reader_dup_string (self->json);

  set (self->outline, text);
}

static void
read_member (Reader     *self,
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
    self->body_start = lieudit_json_reader_read_size (self->json);
  else if (g_str_equal (name, "author"))
    read_outline_text (self, lieudit_article_outline_set_author);
  else if (g_str_equal (name, "publisher"))
    read_outline_text (self, lieudit_article_outline_set_publisher);
  else if (g_str_equal (name, "leftOut"))
    read_outline_text (self, lieudit_article_outline_set_left_out);
  else if (g_str_equal (name, "spans"))
    read_array (self, read_span);
  else if (g_str_equal (name, "statedPlaces"))
    read_array (self, read_stated_place);
  else
    lieudit_json_reader_skip (self->json);
}

/* A stretch that the text has not, as after an edit by hand, is none. */
static void
fill_outline (Reader               *self,
              LieuditTextPositions *positions)
{
  for (guint i = 0; i < self->spans->len; i++)
    {
      LieuditSpan span = g_array_index (self->spans, LieuditSpan, i);

      span.start = lieudit_text_positions_get_byte (positions, span.start);
      span.end = lieudit_text_positions_get_byte (positions, span.end);
      if (span.start < span.end)
        lieudit_article_outline_add_span (self->outline, &span);
    }
  for (guint i = 0; i < self->stated_places->len; i++)
    {
      LieuditStatedPlace place = g_array_index (self->stated_places, LieuditStatedPlace, i);

      place.start = lieudit_text_positions_get_byte (positions, place.start);
      place.end = lieudit_text_positions_get_byte (positions, place.end);
      if (place.name != NULL && place.start <= place.end)
        lieudit_article_outline_add_stated_place (self->outline, &place);
    }
  lieudit_article_outline_finish (self->outline);
}

/**
 * lieudit_session_article_read:
 * @json: a reader that stands before a value
 *
 * Reads what lieudit_session_article_write() wrote.
 *
 * Returns: (transfer full) (nullable): the article, or %NULL when the value is
 *   none, or has no text
 */
LieuditArticle *
lieudit_session_article_read (LieuditJsonReader *json)
{
  g_auto(Reader) reader = { .json = json };
  g_auto(LieuditTextPositions) positions = { NULL, };

  reader.outline = lieudit_article_outline_new ();
  reader.spans = g_array_new (FALSE, FALSE, sizeof (LieuditSpan));
  reader.stated_places = g_array_new (FALSE, FALSE, sizeof (LieuditStatedPlace));
  g_array_set_clear_func (reader.stated_places, clear_stated_place);
  read_object (&reader, read_member, NULL);
  if (reader.text == NULL || *reader.text == '\0')
    return NULL;

  lieudit_text_positions_init (&positions, reader.text);
  fill_outline (&reader, &positions);

  return g_object_new (LIEUDIT_TYPE_ARTICLE,
                       "text", reader.text,
                       "body-offset", (guint64) lieudit_text_positions_get_byte (&positions, reader.body_start),
                       "title", reader.title,
                       "date", reader.date,
                       "language", reader.language,
                       "source", reader.source,
                       "outline", reader.outline,
                       NULL);
}
