/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "article/lieudit-line-reader.h"

#include <string.h>

#define LONGEST 4

typedef struct {
  const char *name;
  const char *stream;
  const char *lines;  /* "|" behind each; "!" is a line that is too long */
} LineCase;

static const LineCase cases[] = {
  { "nothing", "", "" },
  { "one line", "a\n", "a|" },
  { "no end of line at the end", "a\nb", "a|b|" },
  { "empty lines", "\n\na\n", "||a|" },
  { "carriage returns belong to the line", "a\r\nb\n", "a\r|b|" },
  { "longest line", "abcd\ne\n", "abcd|e|" },
  { "longest line at the end", "abcd", "abcd|" },
  { "too long", "abcde\nf\n", "!|f|" },
  { "too long at the end", "a\nbcdef", "a|!|" },
  { "far too long", "abcdefghijklmnopqrstuvwxyz\na\n", "!|a|" },
  { "two too long", "abcde\nfghij\nk\n", "!|!|k|" },
  { "too long, then empty", "abcdef\n\n", "!||" },
};

/* A stream that gives few bytes at a time, as a pipe does. */
#define TEST_TYPE_SLOW_STREAM (test_slow_stream_get_type ())
G_DECLARE_FINAL_TYPE (TestSlowStream, test_slow_stream, TEST, SLOW_STREAM, GFilterInputStream)

struct _TestSlowStream
{
  GFilterInputStream parent_instance;

  gsize n_bytes;
};

G_DEFINE_FINAL_TYPE (TestSlowStream, test_slow_stream, G_TYPE_FILTER_INPUT_STREAM)

static gssize
test_slow_stream_read (GInputStream  *stream,
                       void          *buffer,
                       gsize          count,
                       GCancellable  *cancellable,
                       GError       **error)
{
  TestSlowStream *self = TEST_SLOW_STREAM (stream);
  GInputStream *base_stream = g_filter_input_stream_get_base_stream (G_FILTER_INPUT_STREAM (stream));

  return g_input_stream_read (base_stream, buffer, MIN (count, self->n_bytes), cancellable, error);
}

static void
test_slow_stream_class_init (TestSlowStreamClass *klass)
{
  G_INPUT_STREAM_CLASS (klass)->read_fn = test_slow_stream_read;
}

static void
test_slow_stream_init (TestSlowStream *self)
{
}

static LieuditLineReader *
read_in_pieces (const char *data,
                gsize       n_bytes)
{
  g_autoptr(GInputStream) memory = g_memory_input_stream_new_from_data (data, (gssize) strlen (data), NULL);
  g_autoptr(TestSlowStream) slow = g_object_new (TEST_TYPE_SLOW_STREAM, "base-stream", memory, NULL);

  slow->n_bytes = n_bytes;

  return lieudit_line_reader_new (G_INPUT_STREAM (slow), LONGEST);
}

static void
test_lines (gconstpointer data)
{
  const LineCase *expected = data;

  for (gsize n_bytes = 1; n_bytes <= 8; n_bytes++)
    {
      g_autoptr(LieuditLineReader) reader = read_in_pieces (expected->stream, n_bytes);
      g_autoptr(GString) lines = g_string_new (NULL);
      LieuditLineStatus status;
      const char *line;
      gsize length;

      while ((status = lieudit_line_reader_next (reader, &line, &length, NULL, NULL)) != LIEUDIT_LINE_END)
        {
          if (status == LIEUDIT_LINE_COMPLETE)
            g_string_append_len (lines, line, (gssize) length);
          else
            g_string_append_c (lines, '!');
          g_string_append_c (lines, '|');
        }

      g_assert_cmpstr (lines->str, ==, expected->lines);
      g_assert_cmpint (lieudit_line_reader_next (reader, &line, &length, NULL, NULL), ==, LIEUDIT_LINE_END);
    }
}

static void
test_stream_that_fails (void)
{
  g_autoptr(GInputStream) closed = g_memory_input_stream_new ();
  g_autoptr(LieuditLineReader) reader = lieudit_line_reader_new (closed, LONGEST);
  g_autoptr(GError) error = NULL;
  const char *line;
  gsize length;

  g_input_stream_close (closed, NULL, NULL);
  g_assert_cmpint (lieudit_line_reader_next (reader, &line, &length, NULL, &error), ==, LIEUDIT_LINE_ERROR);
  g_assert_error (error, G_IO_ERROR, G_IO_ERROR_CLOSED);
}

int
main (int    argc,
      char **argv)
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/line-reader/lines/%s", cases[i].name);

      g_test_add_data_func (path, &cases[i], test_lines);
    }
  g_test_add_func ("/line-reader/stream-that-fails", test_stream_that_fails);

  return g_test_run ();
}
