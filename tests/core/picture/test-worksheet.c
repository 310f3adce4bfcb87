/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Worksheets page by page, as a reader of PDF sees them. */
#include "config.h"

#include "gazetteer/lieudit-gazetteer.h"
#include "lieudit-data-directory.h"
#include "picture/lieudit-worksheet.h"
#include "session/lieudit-drawing.h"

#include <poppler.h>
#include <string.h>

static const char article_text[] = "Routes du nord\n\nUn convoi parti d'Alep a rejoint Saraqeb, au sud-ouest d'Alep, puis Idleb, dans le "
                                   "gouvernorat d'Idleb, et Lattaquié.";

typedef struct {
  LieuditBaseMap *base_map;
  LieuditAnalysis *analysis;
} Fixture;

static void
set_up (Fixture       *fixture,
        gconstpointer  user_data)
{
  g_autofree char *map_path = lieudit_build_data_path ("basemap/basemap.bin");
  g_autoptr (LieuditGazetteer) gazetteer = NULL;
  g_autoptr (LieuditArticle) article = lieudit_article_new (article_text, "Routes du nord", NULL, "fr", NULL);
  g_autoptr (GError) error = NULL;

  fixture->base_map = lieudit_base_map_open (map_path, &error);
  g_assert_no_error (error);
  gazetteer = lieudit_gazetteer_open_installed (&error);
  g_assert_no_error (error);
  fixture->analysis = lieudit_analysis_run (gazetteer, article, NULL, &error);
  g_assert_no_error (error);
}

static void
tear_down (Fixture       *fixture,
           gconstpointer  user_data)
{
  g_clear_object (&fixture->base_map);
  g_clear_object (&fixture->analysis);
}

static LieuditWorksheet *
create_drawn_worksheet (Fixture               *fixture,
                        LieuditWorksheetSheet  sheet,
                        const char            *palette,
                        GPtrArray             *drawings)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (LieuditMapStyle) style = lieudit_map_style_open (palette, &error);
  g_autoptr (LieuditMapPicture) picture = NULL;
  LieuditWorksheet *worksheet;

  g_assert_no_error (error);
  picture = lieudit_map_picture_new (fixture->base_map, style);
  lieudit_map_picture_set_analysis (picture, fixture->analysis);
  lieudit_map_picture_set_title (picture, "Routes du nord");
  lieudit_map_picture_set_drawings (picture, drawings);
  worksheet = lieudit_worksheet_new (picture, sheet);
  lieudit_worksheet_add_analysis (worksheet, fixture->analysis);

  return worksheet;
}

static LieuditWorksheet *
create_worksheet (Fixture               *fixture,
                  LieuditWorksheetSheet  sheet,
                  const char            *palette)
{
  return create_drawn_worksheet (fixture, sheet, palette, NULL);
}

/* An arrow, a circle and a text among the article's places, in colours. */
static GPtrArray *
create_drawings (void)
{
  static const LieuditSpot spots[] = { { 35.9, 36.6 }, { 36.2, 37.1 } };
  GPtrArray *drawings = g_ptr_array_new_with_free_func (g_object_unref);

  g_ptr_array_add (drawings, lieudit_drawing_new (LIEUDIT_DRAWING_ARROW, LIEUDIT_INK_RED, spots, 2, 0.0, NULL));
  g_ptr_array_add (drawings, lieudit_drawing_new (LIEUDIT_DRAWING_CIRCLE, LIEUDIT_INK_BLUE, spots, 1, 12.0, NULL));
  g_ptr_array_add (drawings, lieudit_drawing_new (LIEUDIT_DRAWING_TEXT, LIEUDIT_INK_GREEN, spots, 1, 0.0, "la route"));

  return drawings;
}

/* Returns: (transfer full): the text of each page */
static char **
print (LieuditWorksheet *worksheet,
       double           *width,
       double           *height)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = lieudit_worksheet_encode (worksheet, &error);
  g_autoptr (GStrvBuilder) texts = g_strv_builder_new ();
  PopplerDocument *document;

  g_assert_no_error (error);
  document = poppler_document_new_from_bytes (bytes, NULL, &error);
  g_assert_no_error (error);
  g_assert_cmpint (poppler_document_get_n_pages (document), ==, lieudit_worksheet_get_n_pages (worksheet));
  for (int i = 0; i < poppler_document_get_n_pages (document); i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autofree char *text = poppler_page_get_text (page);

      g_strv_builder_add (texts, text);
      poppler_page_get_size (page, width, height);
      g_object_unref (page);
    }
  g_object_unref (document);

  return g_strv_builder_end (texts);
}

static gboolean
has_text (const char *text,
          const char *wanted)
{
  return strstr (text, wanted) != NULL;
}

typedef struct {
  LieuditWorksheetSheet sheet;
  gboolean has_names;
  gboolean has_pupil;
  gboolean has_numbers;
} SheetCase;

static const SheetCase sheet_cases[] = {
  { LIEUDIT_WORKSHEET_BLANK, FALSE, TRUE, FALSE },
  { LIEUDIT_WORKSHEET_LABELLED, TRUE, FALSE, FALSE },
  { LIEUDIT_WORKSHEET_NUMBERED, FALSE, TRUE, TRUE },
  { LIEUDIT_WORKSHEET_ANSWERS, TRUE, FALSE, TRUE },
};

static void
test_sheets (Fixture       *fixture,
             gconstpointer  user_data)
{
  for (guint i = 0; i < G_N_ELEMENTS (sheet_cases); i++)
    {
      g_autoptr (LieuditWorksheet) worksheet = create_worksheet (fixture, sheet_cases[i].sheet, "light");
      double width, height;
      g_auto (GStrv) pages = print (worksheet, &width, &height);
      const char *text = pages[0];

      g_test_message ("%s: %s", lieudit_worksheet_sheet_get_title (sheet_cases[i].sheet), text);
      g_assert_cmpuint (g_strv_length (pages), ==, 1);
      g_assert_true (has_text (text, "Routes du nord"));
      g_assert_true (has_text (text, "Scale 1 : "));
      g_assert_true (has_text (text, "Sources: "));
      g_assert_cmpint (has_text (text, "Saraqeb"), ==, sheet_cases[i].has_names);
      g_assert_cmpint (has_text (text, "Lattaquié"), ==, sheet_cases[i].has_names);
      g_assert_cmpint (has_text (text, "Class: "), ==, sheet_cases[i].has_pupil);
      g_assert_cmpint (has_text (text, "5."), ==, sheet_cases[i].has_numbers);
      g_assert_cmpint (has_text (text, "Governorate or province"), ==, sheet_cases[i].has_numbers);
    }
}

static cairo_surface_t *
draw_page (LieuditWorksheet *worksheet)
{
  cairo_surface_t *surface = cairo_image_surface_create (CAIRO_FORMAT_RGB24, 595, 842);
  cairo_t *cr = cairo_create (surface);

  lieudit_worksheet_draw_page (worksheet, 0, cr);
  cairo_destroy (cr);
  cairo_surface_flush (surface);

  return surface;
}

/* Page by page: laid on the sheet to fill in, the answers have the same map with the same numbers, pixel for pixel. */
static void
test_answers_fit_the_numbers (Fixture       *fixture,
                              gconstpointer  user_data)
{
  enum { TOP = 120, BOTTOM = 600 }; /* of the map, with something to spare */
  g_autoptr (LieuditWorksheet) numbered = create_worksheet (fixture, LIEUDIT_WORKSHEET_NUMBERED, "light");
  g_autoptr (LieuditWorksheet) answers = create_worksheet (fixture, LIEUDIT_WORKSHEET_ANSWERS, "light");
  g_autoptr (LieuditWorksheet) blank = create_worksheet (fixture, LIEUDIT_WORKSHEET_BLANK, "light");
  cairo_surface_t *surfaces[] = { draw_page (numbered), draw_page (answers), draw_page (blank) };
  gsize stride = (gsize) cairo_image_surface_get_stride (surfaces[0]);

  g_assert_cmpuint (lieudit_worksheet_get_n_numbers (numbered), ==, 5);
  g_assert_cmpuint (lieudit_worksheet_get_n_numbers (answers), ==, 5);
  g_assert_cmpmem (cairo_image_surface_get_data (surfaces[0]) + TOP * stride, (BOTTOM - TOP) * stride,
                   cairo_image_surface_get_data (surfaces[1]) + TOP * stride, (BOTTOM - TOP) * stride);
  g_assert_cmpint (memcmp (cairo_image_surface_get_data (surfaces[0]) + TOP * stride,
                           cairo_image_surface_get_data (surfaces[2]) + TOP * stride, (BOTTOM - TOP) * stride), !=, 0);
  for (guint i = 0; i < G_N_ELEMENTS (surfaces); i++)
    cairo_surface_destroy (surfaces[i]);
}

static void
test_papers (Fixture       *fixture,
             gconstpointer  user_data)
{
  static const struct {
    const char *nick;
    gboolean is_landscape;
    double width;
    double height;
  } cases[] = {
    { "A4", FALSE, 595.3, 841.9 }, { "a4", TRUE, 841.9, 595.3 }, { "A3", FALSE, 841.9, 1190.6 },
    { "Letter", FALSE, 612.0, 792.0 }, { "letter", TRUE, 792.0, 612.0 },
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (LieuditWorksheet) worksheet = create_worksheet (fixture, LIEUDIT_WORKSHEET_NUMBERED, "light");
      g_auto (GStrv) pages = NULL;
      LieuditPaper paper;
      double width, height;

      g_assert_true (lieudit_paper_from_nick (cases[i].nick, &paper));
      lieudit_worksheet_set_paper (worksheet, paper, cases[i].is_landscape);
      pages = print (worksheet, &width, &height);
      g_assert_cmpfloat_with_epsilon (width, cases[i].width, 0.5);
      g_assert_cmpfloat_with_epsilon (height, cases[i].height, 0.5);
    }
}

static void
test_no_other_names (void)
{
  static const char *const nicks[] = { NULL, "", "A5", "blanks", "Numbered" };
  LieuditWorksheetSheet sheet;
  LieuditPaper paper;

  for (guint i = 0; i < G_N_ELEMENTS (nicks); i++)
    {
      g_assert_false (lieudit_worksheet_sheet_from_nick (nicks[i], &sheet));
      g_assert_false (lieudit_paper_from_nick (nicks[i], &paper));
    }
}

/* A scale that can be reckoned with, and a bar that agrees with it on any paper. */
static void
test_scale_is_round (Fixture       *fixture,
                     gconstpointer  user_data)
{
  for (guint paper = 0; paper < LIEUDIT_N_PAPERS; paper++)
    {
      g_autoptr (LieuditWorksheet) worksheet = create_worksheet (fixture, LIEUDIT_WORKSHEET_BLANK, "light");
      double scale;

      lieudit_worksheet_set_paper (worksheet, (LieuditPaper) paper, FALSE);
      scale = lieudit_worksheet_get_scale (worksheet);
      while (scale >= 1000.0)
        scale /= 10.0;
      g_assert_cmpfloat (scale, ==, (int) scale);
      g_assert_cmpint ((int) scale % 25, ==, 0);
    }
}

/* So many places that the list goes on: every one of them is listed once, in order, and no page is empty. */
static void
test_long_lists_go_on (Fixture       *fixture,
                       gconstpointer  user_data)
{
  enum { N_PLACES = 90 };
  g_autoptr (LieuditWorksheet) worksheet = create_worksheet (fixture, LIEUDIT_WORKSHEET_ANSWERS, "light");
  g_auto (GStrv) pages = NULL;
  g_autofree char *all = NULL;
  double width, height;

  for (guint i = 0; i < N_PLACES; i++)
    {
      g_autofree char *name = g_strdup_printf ("Hameau%03u", i);
      LieuditWorksheetPlace place = { name, NULL, 35.5 + 0.05 * (i / 10), 36.2 + 0.09 * (i % 10), 500.0, FALSE };

      lieudit_worksheet_add_place (worksheet, &place);
    }
  g_assert_cmpuint (lieudit_worksheet_get_n_numbers (worksheet), >=, N_PLACES);

  pages = print (worksheet, &width, &height);
  g_assert_cmpuint (g_strv_length (pages), >, 1);
  for (guint i = 0; pages[i] != NULL; i++)
    {
      g_assert_true (has_text (pages[i], "Hameau"));
      g_assert_true (has_text (pages[i], "Sources: "));
      g_assert_cmpint (has_text (pages[i], "Scale 1 : "), ==, i == 0);
    }
  all = g_strjoinv ("\n", pages);
  for (guint i = 0; i < N_PLACES; i++)
    {
      g_autofree char *name = g_strdup_printf ("Hameau%03u", i);
      const char *first = strstr (all, name);

      g_assert_nonnull (first);
      g_assert_null (strstr (first + 1, name));
    }
}

/* Points that nobody could tell apart get one number, and what is elsewhere none. */
static void
test_what_gets_a_number (Fixture       *fixture,
                         gconstpointer  user_data)
{
  g_autoptr (LieuditWorksheet) worksheet = create_worksheet (fixture, LIEUDIT_WORKSHEET_NUMBERED, "light");
  guint n_before = lieudit_worksheet_get_n_numbers (worksheet);
  LieuditWorksheetPlace here = { "Ici", NULL, 36.0, 37.0, 500.0, FALSE };
  LieuditWorksheetPlace same = { "Là", NULL, 36.0005, 37.0005, 500.0, FALSE };
  LieuditWorksheetPlace far_away = { "Suva", NULL, -18.1, 178.4, 500.0, FALSE };

  lieudit_worksheet_add_place (worksheet, &here);
  lieudit_worksheet_add_place (worksheet, &same);
  lieudit_worksheet_add_place (worksheet, &far_away);
  g_assert_cmpuint (lieudit_worksheet_get_n_numbers (worksheet), ==, n_before + 1);
}

/* What the lesson drew is on every sheet, on the map and nowhere else. */
static void
test_drawings (Fixture       *fixture,
               gconstpointer  user_data)
{
  enum { TOP = 60, BOTTOM = 760 }; /* of the map, at most */
  g_autoptr (GPtrArray) drawings = create_drawings ();

  for (guint i = 0; i < LIEUDIT_WORKSHEET_N_SHEETS; i++)
    {
      g_autoptr (LieuditWorksheet) without = create_worksheet (fixture, (LieuditWorksheetSheet) i, "light");
      g_autoptr (LieuditWorksheet) with = create_drawn_worksheet (fixture, (LieuditWorksheetSheet) i, "light", drawings);
      cairo_surface_t *surfaces[] = { draw_page (without), draw_page (with) };
      gsize stride = (gsize) cairo_image_surface_get_stride (surfaces[0]);
      const guint8 *before = cairo_image_surface_get_data (surfaces[0]);
      const guint8 *after = cairo_image_surface_get_data (surfaces[1]);

      g_assert_cmpint (memcmp (before + TOP * stride, after + TOP * stride, (BOTTOM - TOP) * stride), !=, 0);
      g_assert_cmpmem (before, TOP * stride, after, TOP * stride);
      g_assert_cmpmem (before + BOTTOM * stride, (842 - BOTTOM) * stride, after + BOTTOM * stride, (842 - BOTTOM) * stride);
      for (guint j = 0; j < G_N_ELEMENTS (surfaces); j++)
        cairo_surface_destroy (surfaces[j]);
    }
}

static void
test_print_is_grey (Fixture       *fixture,
                    gconstpointer  user_data)
{
  g_autoptr (GPtrArray) drawings = create_drawings ();
  g_autoptr (LieuditWorksheet) worksheet = create_drawn_worksheet (fixture, LIEUDIT_WORKSHEET_NUMBERED, "print", drawings);
  cairo_surface_t *surface = draw_page (worksheet);
  const guint8 *data;
  int stride;

  data = cairo_image_surface_get_data (surface);
  stride = cairo_image_surface_get_stride (surface);
  for (int y = 0; y < 842; y++)
    {
      for (int x = 0; x < 595; x++)
        {
          guint32 pixel;

          memcpy (&pixel, data + y * stride + 4 * x, sizeof pixel);
          g_assert_cmphex (pixel >> 16 & 0xff, ==, pixel & 0xff);
          g_assert_cmphex (pixel >> 16 & 0xff, ==, pixel >> 8 & 0xff);
        }
    }
  cairo_surface_destroy (surface);
}

static void
test_without_a_base_map (Fixture       *fixture,
                         gconstpointer  user_data)
{
  g_autoptr (LieuditWorksheet) worksheet = NULL;
  g_auto (GStrv) pages = NULL;
  double width, height;

  g_clear_object (&fixture->base_map);
  worksheet = create_worksheet (fixture, LIEUDIT_WORKSHEET_NUMBERED, "light");
  pages = print (worksheet, &width, &height);
  g_assert_cmpuint (g_strv_length (pages), ==, 1);
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add ("/worksheet/sheets", Fixture, NULL, set_up, test_sheets, tear_down);
  g_test_add ("/worksheet/answers-fit-the-numbers", Fixture, NULL, set_up, test_answers_fit_the_numbers, tear_down);
  g_test_add ("/worksheet/papers", Fixture, NULL, set_up, test_papers, tear_down);
  g_test_add_func ("/worksheet/no-other-names", test_no_other_names);
  g_test_add ("/worksheet/scale-is-round", Fixture, NULL, set_up, test_scale_is_round, tear_down);
  g_test_add ("/worksheet/long-lists-go-on", Fixture, NULL, set_up, test_long_lists_go_on, tear_down);
  g_test_add ("/worksheet/what-gets-a-number", Fixture, NULL, set_up, test_what_gets_a_number, tear_down);
  g_test_add ("/worksheet/drawings", Fixture, NULL, set_up, test_drawings, tear_down);
  g_test_add ("/worksheet/print-is-grey", Fixture, NULL, set_up, test_print_is_grey, tear_down);
  g_test_add ("/worksheet/without-a-base-map", Fixture, NULL, set_up, test_without_a_base_map, tear_down);

  return g_test_run ();
}
