/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article/lieudit-line-reader.h"

#include <string.h>

#define CHUNK_SIZE (64 * 1024)

/* A buffer that grew for one long line is given back after it. */
#define LARGEST_IDLE_BUFFER (1024 * 1024)

/*
 * LieuditLineReader:
 *
 * Cuts a stream into lines without ever holding more than the longest line
 * allowed, which GDataInputStream cannot.
 */
struct _LieuditLineReader
{
  GInputStream *stream;
  gsize longest_line;
  GByteArray *buffer;
  gsize start;        /* of the bytes not yet handed out */
  gsize n_searched;   /* of them, known to hold no end of line */
  gboolean skipping;  /* the rest of a line that is too long */
  gboolean at_end;
};

static const guint8 *
find_end_of_line (LieuditLineReader *self)
{
  gsize from = self->start + self->n_searched;
  const guint8 *end = NULL;

  if (from < self->buffer->len)
    end = memchr (self->buffer->data + from, '\n', self->buffer->len - from);
  self->n_searched = self->buffer->len - self->start;

  return end;
}

static void
drop_handed_out (LieuditLineReader *self)
{
  gsize n_left = self->buffer->len - self->start;

  if (self->start == 0)
    return;

  if (n_left == 0 && self->buffer->len > LARGEST_IDLE_BUFFER)
    {
      g_byte_array_unref (self->buffer);
      self->buffer = g_byte_array_new ();
    }
  else
    {
      memmove (self->buffer->data, self->buffer->data + self->start, n_left);
      g_byte_array_set_size (self->buffer, (guint) n_left);
    }
  self->start = 0;
}

static gboolean
fill (LieuditLineReader  *self,
      GCancellable       *cancellable,
      GError            **error)
{
  guint length;
  gssize n_read;

  drop_handed_out (self);
  length = self->buffer->len;
  g_byte_array_set_size (self->buffer, length + CHUNK_SIZE);
  n_read = g_input_stream_read (self->stream, self->buffer->data + length, CHUNK_SIZE, cancellable, error);
  g_byte_array_set_size (self->buffer, length + (guint) MAX (n_read, 0));
  self->at_end = n_read <= 0;

  return n_read >= 0;
}

static void
skip_bytes (LieuditLineReader *self,
            gsize              n_bytes)
{
  self->start += n_bytes;
  self->n_searched = 0;
}

/*
 * lieudit_line_reader_new:
 * @stream: a stream of lines
 * @longest_line: the longest line handed out, in bytes
 *
 * Returns: (transfer full): a new line reader
 */
LieuditLineReader *
lieudit_line_reader_new (GInputStream *stream,
                         gsize         longest_line)
{
  LieuditLineReader *self;

  g_return_val_if_fail (G_IS_INPUT_STREAM (stream), NULL);
  g_return_val_if_fail (longest_line < G_MAXUINT - CHUNK_SIZE, NULL);

  self = g_new0 (LieuditLineReader, 1);
  self->stream = g_object_ref (stream);
  self->longest_line = longest_line;
  self->buffer = g_byte_array_new ();

  return self;
}

/*
 * lieudit_line_reader_free:
 * @self: (transfer full): a line reader
 *
 * Frees a line reader; the stream stays open.
 */
void
lieudit_line_reader_free (LieuditLineReader *self)
{
  g_object_unref (self->stream);
  g_byte_array_unref (self->buffer);
  g_free (self);
}

/*
 * lieudit_line_reader_next:
 * @self: a line reader
 * @line: (out) (transfer none) (array length=length): return location for the
 *   line without its end, valid until the next call; not NUL-terminated
 * @length: (out): return location for its length, in bytes
 * @cancellable: (nullable): a cancellable
 * @error: return location for an error of the stream
 *
 * Reads the next line. A line that is too long is reported once and skipped
 * to its end.
 *
 * Returns: what was read
 */
LieuditLineStatus
lieudit_line_reader_next (LieuditLineReader  *self,
                          const char        **line,
                          gsize              *length,
                          GCancellable       *cancellable,
                          GError            **error)
{
  for (;;)
    {
      const guint8 *end = find_end_of_line (self);
      gsize n_held = self->buffer->len - self->start;
      gsize n_line = end != NULL ? (gsize) (end - self->buffer->data) - self->start : n_held;
      gboolean too_long = n_line > self->longest_line;
      gboolean was_skipping = self->skipping;

      if (self->skipping || too_long)
        {
          skip_bytes (self, end != NULL ? n_line + 1 : n_line);
          self->skipping = end == NULL && !self->at_end;
          if (!was_skipping)
            return LIEUDIT_LINE_TOO_LONG;
        }
      else if (end != NULL || (self->at_end && n_line > 0))
        {
          *line = (const char *) self->buffer->data + self->start;
          *length = n_line;
          skip_bytes (self, end != NULL ? n_line + 1 : n_line);
          return LIEUDIT_LINE_COMPLETE;
        }
      else if (self->at_end)
        {
          return LIEUDIT_LINE_END;
        }

      if ((end == NULL || self->skipping) && !self->at_end && !fill (self, cancellable, error))
        return LIEUDIT_LINE_ERROR;
    }
}
