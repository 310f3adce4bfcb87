/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "export/lieudit-json-writer.h"

#include <locale.h>
#include <math.h>

#include <json-glib/json-glib.h>

typedef struct {
  double      value;
  guint       n_decimals;
  const char *text;
} NumberCase;

static const NumberCase number_cases[] = {
  { 36.20124, 5, "36.20124" },
  { 36.201249, 5, "36.20125" },
  { 36.2, 5, "36.2" },
  { 36, 5, "36" },
  { 100, 0, "100" },
  { 0, 3, "0" },
  { -0.0, 3, "0" },
  { -0.0001, 3, "0" },
  { -1.5, 3, "-1.5" },
  { 0.1 + 0.2, 3, "0.3" },
  { 1.0 / 3, 3, "0.333" },
  { 0.9995, 3, "1" },
  { 12000, 3, "12000" },
  { NAN, 3, "null" },
  { INFINITY, 3, "null" },
  { 1e300, 3, "null" },
};

static void
test_number (gconstpointer data)
{
  const NumberCase *expected = data;
  g_autofree char *text = NULL;
  LieuditJsonWriter writer;

  lieudit_json_writer_init (&writer, FALSE);
  lieudit_json_writer_double (&writer, expected->value, expected->n_decimals);
  text = lieudit_json_writer_finish (&writer);

  g_assert_cmpstr (text, ==, expected->text);
}

typedef struct {
  const char *name;
  const char *value;
  const char *text;
} StringCase;

static const StringCase string_cases[] = {
  { "plain", "Alep", "\"Alep\"" },
  { "empty", "", "\"\"" },
  { "null", NULL, "null" },
  { "quotation marks", "\"Alep\"", "\"\\\"Alep\\\"\"" },
  { "backslash", "a\\b", "\"a\\\\b\"" },
  { "slash", "a/b", "\"a/b\"" },
  { "white space", "\b\f\n\r\t", "\"\\b\\f\\n\\r\\t\"" },
  { "control characters", "\001\037\177", "\"\\u0001\\u001f\\u007f\"" },
  { "beyond ASCII", "é حلب 🔥", "\"é حلب 🔥\"" },
};

static void
test_string (gconstpointer data)
{
  const StringCase *expected = data;
  g_autofree char *text = NULL;
  g_autoptr(JsonNode) node = NULL;
  LieuditJsonWriter writer;

  lieudit_json_writer_init (&writer, FALSE);
  lieudit_json_writer_string (&writer, expected->value);
  text = lieudit_json_writer_finish (&writer);
  g_assert_cmpstr (text, ==, expected->text);

  node = json_from_string (text, NULL);
  if (expected->value != NULL)
    g_assert_cmpstr (json_node_get_string (node), ==, expected->value);
}

static char *
write_document (gboolean pretty)
{
  static const char * const names[] = { "a", "b", NULL };
  LieuditJsonWriter writer;

  lieudit_json_writer_init (&writer, pretty);
  lieudit_json_writer_begin_object (&writer);
  lieudit_json_writer_name (&writer, "empty");
  lieudit_json_writer_begin_object (&writer);
  lieudit_json_writer_end_object (&writer);
  lieudit_json_writer_name (&writer, "names");
  lieudit_json_writer_strings (&writer, names);
  lieudit_json_writer_name (&writer, "none");
  lieudit_json_writer_strings (&writer, NULL);
  lieudit_json_writer_name (&writer, "list");
  lieudit_json_writer_begin_array (&writer);
  lieudit_json_writer_size (&writer, 7);
  lieudit_json_writer_begin_array (&writer);
  lieudit_json_writer_end_array (&writer);
  lieudit_json_writer_string (&writer, NULL);
  lieudit_json_writer_end_array (&writer);
  lieudit_json_writer_end_object (&writer);

  return lieudit_json_writer_finish (&writer);
}

static void
test_one_line (void)
{
  g_autofree char *text = write_document (FALSE);

  g_assert_cmpstr (text, ==, "{\"empty\":{},\"names\":[\"a\",\"b\"],\"none\":[],\"list\":[7,[],null]}");
}

static void
test_pretty (void)
{
  g_autofree char *text = write_document (TRUE);

  g_assert_cmpstr (text, ==,
                   "{\n"
                   "  \"empty\": {},\n"
                   "  \"names\": [\n"
                   "    \"a\",\n"
                   "    \"b\"\n"
                   "  ],\n"
                   "  \"none\": [],\n"
                   "  \"list\": [\n"
                   "    7,\n"
                   "    [],\n"
                   "    null\n"
                   "  ]\n"
                   "}");
}

int
main (int    argc,
      char **argv)
{
  setlocale (LC_ALL, "");
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (number_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json-writer/number/%" G_GSIZE_FORMAT "-%s", i, number_cases[i].text);

      g_test_add_data_func (path, &number_cases[i], test_number);
    }
  for (gsize i = 0; i < G_N_ELEMENTS (string_cases); i++)
    {
      g_autofree char *path = g_strdup_printf ("/json-writer/string/%s", string_cases[i].name);

      g_test_add_data_func (path, &string_cases[i], test_string);
    }
  g_test_add_func ("/json-writer/one-line", test_one_line);
  g_test_add_func ("/json-writer/pretty", test_pretty);

  return g_test_run ();
}
