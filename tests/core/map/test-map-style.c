/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-base-map.h"
#include "map/lieudit-map-style.h"

#include <math.h>
#include <string.h>

#define LABEL(kind) "\"" kind "\":{\"colour\":\"a\",\"halo\":\"b\",\"size\":[[2,10]]}"

#define LABELS                                                                                                              \
  "\"labels\":{" LABEL ("sea") "," LABEL ("country") "," LABEL ("capital") "," LABEL ("seat") "," LABEL ("region") ","       \
  LABEL ("town") "," LABEL ("lake") "," LABEL ("road") "," LABEL ("river") "," LABEL ("site") "}"

#define PICTURE "\"picture\":{\"paper\":\"b\",\"ink\":\"a\",\"halo\":\"b\",\"mark\":\"a\",\"area-mark\":\"a\",\"figurative-mark\":\"a\",\"unsure-mark\":\"a\"}"

#define STYLE_WITH(rules)                                                                                                  \
  "{\"version\":1,\"palettes\":{\"light\":{\"a\":\"#000000\",\"b\":\"#ffffff\",\"c\":\"#12345678\"}},\"background\":\"b\"," \
  "\"rules\":[" rules "]," LABELS "," PICTURE "}"

/* A style whose meridians and parallels are drawn in some way. */
#define STYLE_WITH_GRATICULE(graticule)                                                                                      \
  "{\"version\":1,\"palettes\":{\"light\":{\"a\":\"#000000\",\"b\":\"#ffffff\"}},\"background\":\"b\",\"rules\":[" LAND "]," \
  LABELS "," PICTURE ",\"graticule\":{" graticule "}}"

/* A style whose seas are named in some other way. */
#define STYLE_WITH_SEA(rule)                                                                                                 \
  "{\"version\":1,\"palettes\":{\"light\":{\"a\":\"#000000\",\"b\":\"#ffffff\"}},\"background\":\"b\",\"rules\":[" LAND "]," \
  "\"labels\":{\"sea\":{\"colour\":\"a\",\"halo\":\"b\",\"size\":[[2,10]]," rule "}}}"

#define LAND "{\"layer\":\"land\",\"fill\":\"b\"}"

static LieuditMapStyle *
read_style (const char  *text,
            const char  *palette,
            GError     **error)
{
  g_autoptr (GBytes) bytes = g_bytes_new (text, strlen (text));

  return lieudit_map_style_new_from_bytes (bytes, palette, error);
}

static LieuditMapStyle *
read_own_style (const char *palette)
{
  g_autofree char *path = g_test_build_filename (G_TEST_DIST, "..", "resources", "map", "base-map-style.json", NULL);
  g_autofree char *text = NULL;
  g_autoptr (GError) error = NULL;
  LieuditMapStyle *style;

  g_file_get_contents (path, &text, NULL, &error);
  g_assert_no_error (error);
  style = read_style (text, palette, &error);
  g_assert_no_error (error);

  return style;
}

static void
test_reads_a_rule (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LieuditMapStyle) style = read_style (STYLE_WITH ("{\"layer\":\"borders\",\"class\":[\"disputed\",\"control\"],\"stroke\":\"c\","
                                                              "\"width\":[[4,1],[8,3]],\"bend\":[[7,0],[8,90]],\"dash\":[4,2],\"from\":5,\"to\":9}"),
                                                  "light", &error);
  const LieuditMapRule *rules;
  guint n_rules;

  g_assert_no_error (error);
  rules = lieudit_map_style_get_rules (style, &n_rules);
  g_assert_cmpuint (n_rules, ==, 1);
  g_assert_cmpint (rules[0].layer, ==, LIEUDIT_MAP_LAYER_BORDERS);
  g_assert_cmpuint (rules[0].class_bits, ==, LIEUDIT_MAP_CLASS_DISPUTED | LIEUDIT_MAP_CLASS_CONTROL);
  g_assert_false (rules[0].is_fill);
  g_assert_cmpfloat_with_epsilon (rules[0].colour.green, 0x34 / 255.0, 1e-9);
  g_assert_cmpfloat_with_epsilon (rules[0].colour.alpha, 0x78 / 255.0, 1e-9);
  g_assert_cmpfloat (lieudit_map_stops_get (&rules[0].bend, 7.5), ==, 45.0);
  g_assert_cmpuint (rules[0].n_dashes, ==, 2);
  g_assert_cmpuint (rules[0].min_zoom, ==, 5);
  g_assert_cmpuint (rules[0].max_zoom, ==, 9);
}

static void
test_refuses (void)
{
  static const struct {
    const char *text;
    const char *palette;
    const char *reason; /* a part of the message */
  } cases[] = {
    { "{}", "light", "version" },
    { "{\"version\":2}", "light", "version" },
    { "{\"version\":1}", "light", "palette" },
    { STYLE_WITH (LAND), "sepia", "sepia" },
    { "{\"version\":1,\"palettes\":{\"light\":{\"a\":\"red\"}}}", "light", "“a”" },
    { "{\"version\":1,\"palettes\":{\"light\":{\"a\":7}}}", "light", "“a”" },
    { "{\"version\":1,\"palettes\":{\"light\":{\"a\":\"#12345g\"}}}", "light", "“a”" },
    { "{\"version\":1,\"palettes\":{\"light\":{}},\"background\":\"a\"}", "light", "background" },
    { STYLE_WITH (""), "light", "rules" },
    { STYLE_WITH ("7"), "light", "rule 1" },
    { STYLE_WITH ("{\"layer\":\"moon\",\"fill\":\"a\"}"), "light", "moon" },
    { STYLE_WITH (LAND ",{\"layer\":\"land\",\"fill\":\"z\"}"), "light", "Rule 2" },
    { STYLE_WITH ("{\"layer\":\"land\",\"fill\":\"c\"}"), "light", "opaque" },
    { STYLE_WITH ("{\"layer\":\"roads\",\"fill\":\"a\"}"), "light", "lines" },
    { STYLE_WITH ("{\"layer\":\"land\",\"stroke\":\"a\",\"width\":[[1,1]]}"), "light", "coast" },
    { STYLE_WITH ("{\"layer\":\"roads\",\"stroke\":\"a\"}"), "light", "width" },
    { STYLE_WITH ("{\"layer\":\"roads\",\"stroke\":\"a\",\"width\":[[5,1],[5,2]]}"), "light", "rising" },
    { STYLE_WITH ("{\"layer\":\"roads\",\"stroke\":\"a\",\"width\":[[5,1e9]]}"), "light", "width" },
    { STYLE_WITH ("{\"layer\":\"roads\",\"stroke\":\"a\",\"width\":[[5,\"1\"]]}"), "light", "width" },
    { STYLE_WITH ("{\"layer\":\"roads\",\"stroke\":\"a\",\"width\":[[5,1]],\"bend\":90}"), "light", "bend" },
    { STYLE_WITH ("{\"layer\":\"roads\",\"stroke\":\"a\",\"width\":[[5,1]],\"dash\":[0]}"), "light", "dash" },
    { STYLE_WITH ("{\"layer\":\"roads\",\"stroke\":\"a\",\"width\":[[5,1]],\"dash\":[1,1,1,1,1]}"), "light", "dash" },
    { STYLE_WITH ("{\"layer\":\"roads\",\"stroke\":\"a\",\"width\":[[5,1]],\"class\":[\"alley\"]}"), "light", "class" },
    { STYLE_WITH ("{\"layer\":\"roads\",\"stroke\":\"a\",\"width\":[[5,1]],\"from\":9,\"to\":3}"), "light", "from" },
    { "{\"version\":1,\"palettes\":{\"light\":{\"b\":\"#ffffff\"}},\"background\":\"b\",\"rules\":[" LAND "]}", "light", "labels" },
    { "{\"version\":1,\"palettes\":{\"light\":{\"a\":\"#000000\",\"b\":\"#ffffff\"}},\"background\":\"b\",\"rules\":[" LAND "]," LABELS "}",
      "light", "picture" },
    { STYLE_WITH_SEA ("\"italic\":[true]"), "light", "italic" },
    { STYLE_WITH_SEA ("\"dot\":[[2,3]],\"dot-colour\":\"a\",\"dot-shape\":\"star\""), "light", "dot-shape" },
    { STYLE_WITH_SEA ("\"frame\":\"z\""), "light", "frame" },
    { STYLE_WITH_GRATICULE ("\"line\":\"a\",\"text\":\"a\""), "light", "from" },
    { STYLE_WITH_GRATICULE ("\"line\":\"a\",\"text\":\"a\",\"from\":99"), "light", "from" },
    { STYLE_WITH_GRATICULE ("\"line\":\"z\",\"text\":\"a\",\"from\":9"), "light", "line" },
    { STYLE_WITH_GRATICULE ("\"line\":\"a\",\"from\":9"), "light", "text" },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LieuditMapStyle) style = read_style (cases[i].text, cases[i].palette, &error);

      g_assert_error (error, LIEUDIT_BASE_MAP_ERROR, LIEUDIT_BASE_MAP_ERROR_STYLE);
      g_assert_null (style);
      if (strstr (error->message, cases[i].reason) == NULL)
        g_error ("case %u: “%s” does not speak of “%s”", i, error->message, cases[i].reason);
    }
}

static void
test_refuses_what_is_not_json (void)
{
  static const char *const texts[] = { "", "{", "[]", "7", "{\"version\":1", "\xff\xfe" };
  g_autofree char *deep = g_strnfill (200000, '[');

  for (guint i = 0; i <= G_N_ELEMENTS (texts); i++)
    {
      g_autoptr (GError) error = NULL;
      g_autoptr (LieuditMapStyle) style = read_style (i < G_N_ELEMENTS (texts) ? texts[i] : deep, "light", &error);

      g_assert_null (style);
      g_assert_nonnull (error);
    }
}

static void
test_stops (void)
{
  const LieuditMapStops stops = { 3, { 4, 6, 10 }, { 1, 3, 5 } };
  const LieuditMapStops none = { 0 };
  static const struct {
    double zoom;
    double value;
  } cases[] = { { 0, 1 }, { 4, 1 }, { 5, 2 }, { 6, 3 }, { 8, 4 }, { 10, 5 }, { 20, 5 } };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (lieudit_map_stops_get (&stops, cases[i].zoom), cases[i].value, 1e-9);

  g_assert_cmpfloat (lieudit_map_stops_get (&none, 7), ==, 0.0);
}

/* Relative luminance and contrast as WCAG 2.1 defines them. */
static double
get_luminance (const LieuditMapColour *colour)
{
  const double channels[] = { colour->red, colour->green, colour->blue };
  static const double weights[] = { 0.2126, 0.7152, 0.0722 };
  double luminance = 0.0;

  for (guint i = 0; i < 3; i++)
    luminance += weights[i] * (channels[i] <= 0.03928 ? channels[i] / 12.92 : pow ((channels[i] + 0.055) / 1.055, 2.4));

  return luminance;
}

static double
get_contrast (const LieuditMapColour *a,
              const LieuditMapColour *b)
{
  double lighter = MAX (get_luminance (a), get_luminance (b));
  double darker = MIN (get_luminance (a), get_luminance (b));

  return (lighter + 0.05) / (darker + 0.05);
}

static void
test_names_can_be_read (void)
{
  static const char *const palettes[] = { "light", "dark", "high-contrast", "high-contrast-dark", "print" };
  static const char *const grounds[] = { "land", "sea" };

  for (guint i = 0; i < G_N_ELEMENTS (palettes); i++)
    {
      g_autoptr (LieuditMapStyle) style = read_own_style (palettes[i]);

      for (guint kind = 0; kind < LIEUDIT_MAP_N_LABEL_KINDS; kind++)
        {
          const LieuditMapLabelRule *rule = lieudit_map_style_get_label_rule (style, (LieuditMapLabelKind) kind);

          g_assert_cmpfloat (get_contrast (&rule->colour, &rule->halo), >=, 4.5);
          for (guint j = 0; j < G_N_ELEMENTS (grounds); j++)
            {
              LieuditMapColour ground;

              g_assert_true (lieudit_map_style_get_colour (style, grounds[j], &ground));
              g_assert_cmpfloat (get_contrast (&rule->colour, &ground), >=, 4.5);
              g_assert_cmpfloat (get_contrast (&lieudit_map_style_get_graticule (style)->text, &ground), >=, 4.5);
            }
        }
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/map-style/reads-a-rule", test_reads_a_rule);
  g_test_add_func ("/map-style/refuses", test_refuses);
  g_test_add_func ("/map-style/refuses-what-is-not-json", test_refuses_what_is_not_json);
  g_test_add_func ("/map-style/stops", test_stops);
  g_test_add_func ("/map-style/names-can-be-read", test_names_can_be_read);

  return g_test_run ();
}
