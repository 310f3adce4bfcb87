/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include <stdlib.h>

#include "gazetteer/lieudit-geojson-reader.h"
#include "gazetteer/lieudit-table-reader.h"

static GBytes *
read_input (const char  *path,
            GError     **error)
{
  g_autoptr(GFile) file = g_file_new_for_path (path);
  g_autoptr(GInputStream) stream = NULL;
  g_autoptr(GOutputStream) memory = g_memory_output_stream_new_resizable ();

  stream = G_INPUT_STREAM (g_file_read (file, NULL, error));
  if (stream == NULL)
    return NULL;

  if (g_str_has_suffix (path, ".gz"))
    {
      g_autoptr(GZlibDecompressor) decompressor = g_zlib_decompressor_new (G_ZLIB_COMPRESSOR_FORMAT_GZIP);
      GInputStream *plain = g_converter_input_stream_new (stream, G_CONVERTER (decompressor));

      g_object_unref (stream);
      stream = plain;
    }

  if (g_output_stream_splice (memory, stream, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return NULL;

  return g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
}

static gboolean
compile (const char  *output,
         char       **inputs,
         GError     **error)
{
  g_autoptr(LieuditGazetteerBuilder) builder = lieudit_gazetteer_builder_new ();
  g_autoptr(GBytes) compiled = NULL;

  for (guint i = 0; inputs[i] != NULL; i++)
    {
      g_autoptr(GBytes) bytes = read_input (inputs[i], error);
      gboolean added;

      if (bytes == NULL)
        return FALSE;

      if (g_str_has_suffix (inputs[i], ".geojson"))
        added = lieudit_gazetteer_builder_add_geojson (builder, bytes, error);
      else
        added = lieudit_gazetteer_builder_add_table (builder, bytes, error);
      if (!added)
        {
          g_prefix_error (error, "%s: ", inputs[i]);
          return FALSE;
        }
    }

  compiled = lieudit_gazetteer_builder_build (builder, error);
  return compiled != NULL &&
         g_file_set_contents_full (output, g_bytes_get_data (compiled, NULL), (gssize) g_bytes_get_size (compiled),
                                   G_FILE_SET_CONTENTS_CONSISTENT, 0644, error);
}

/* Run by the build: lieudit-compile-gazetteer OUTPUT INPUT... */
int
main (int    argc,
      char **argv)
{
  g_autoptr(GError) error = NULL;

  if (argc < 3)
    {
      g_printerr ("Usage: %s OUTPUT INPUT...\n", argv[0]);
      return 2;
    }

  if (!compile (argv[1], argv + 2, &error))
    {
      g_printerr ("%s\n", error->message);
      return EXIT_FAILURE;
    }

  return EXIT_SUCCESS;
}
