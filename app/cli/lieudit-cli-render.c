/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-cli.h"

#include <string.h>

#include <glib/gi18n.h>

#include "geoparse/lieudit-analysis.h"
#include "lieudit-data-directory.h"
#include "picture/lieudit-picture-file.h"
#include "picture/lieudit-worksheet.h"

#define BASE_MAP "basemap/basemap.bin"
#define MAX_ZOOM 18.0

/* What the options mean. */
typedef struct {
  guint width;
  guint height;
  LieuditPictureFormat format;
  gboolean has_view;
  double latitude;
  double longitude;
  double zoom;
  gboolean is_worksheet;
  LieuditWorksheetSheet sheet;
  LieuditPaper paper;
} Wishes;

static char *size_text = NULL;
static char *style_name = NULL;
static char *language = NULL;
static char *names_language = NULL;
static char *title = NULL;
static char *view_text = NULL;
static char *format_name = NULL;
static char *output_path = NULL;
static gboolean is_bare = FALSE;
static gboolean shows_local = FALSE;
static gboolean has_north_arrow = FALSE;
static gboolean has_inset = FALSE;
static int scale = 1;
static char *worksheet_name = NULL;
static char *paper_name = NULL;
static gboolean is_landscape = FALSE;
static gboolean has_no_drawings = FALSE;
static char **names = NULL;

static const GOptionEntry entries[] = {
  { "output", 'o', 0, G_OPTION_ARG_FILENAME, &output_path,
    N_("Write to a file, which changes only once all is done"), N_("OUT") },
  { "format", 'f', 0, G_OPTION_ARG_STRING, &format_name,
    N_("What to write: png, svg or pdf; by OUT’s ending if not given"), N_("FORMAT") },
  { "size", 0, 0, G_OPTION_ARG_STRING, &size_text,
    N_("Size of the picture, in pixels; 1200x800 if not given"), N_("WIDTHxHEIGHT") },
  { "scale", 0, 0, G_OPTION_ARG_INT, &scale,
    N_("How many times finer a png is, from 1 to 4"), N_("NUMBER") },
  { "style", 0, 0, G_OPTION_ARG_STRING, &style_name,
    N_("Colours: light (the default), dark, high-contrast, high-contrast-dark or print"), N_("STYLE") },
  { "language", 'l', 0, G_OPTION_ARG_STRING, &language,
    N_("The article’s language: fr, en, ar, tr…; found out if not given"), N_("TAG") },
  { "names", 0, 0, G_OPTION_ARG_STRING, &names_language,
    N_("The language of the map’s names; the article’s if not given"), N_("TAG") },
  { "local", 0, 0, G_OPTION_ARG_NONE, &shows_local,
    N_("Write what a place is called where it is under its name, too"), NULL },
  { "title", 0, 0, G_OPTION_ARG_STRING, &title,
    N_("What stands above the map; the article’s title if not given"), N_("TITLE") },
  { "view", 0, 0, G_OPTION_ARG_STRING, &view_text,
    N_("What to show, rather than the article’s places"), N_("LATITUDE,LONGITUDE,ZOOM") },
  { "north-arrow", 0, 0, G_OPTION_ARG_NONE, &has_north_arrow,
    N_("Draw an arrow to the north"), NULL },
  { "inset", 0, 0, G_OPTION_ARG_NONE, &has_inset,
    N_("Draw a small map of where the map is"), NULL },
  { "bare", 0, 0, G_OPTION_ARG_NONE, &is_bare,
    N_("Draw the map alone, without title, legend, scale and sources"), NULL },
  { "worksheet", 0, 0, G_OPTION_ARG_STRING, &worksheet_name,
    N_("Make a PDF for a class: blank, labelled, numbered (with a list to fill in) or answers"), N_("SHEET") },
  { "paper", 0, 0, G_OPTION_ARG_STRING, &paper_name,
    N_("What a worksheet is printed on: A4 (the default), A3 or Letter"), N_("PAPER") },
  { "landscape", 0, 0, G_OPTION_ARG_NONE, &is_landscape,
    N_("Lay the paper of a worksheet on its longer side"), NULL },
  { "no-drawings", 0, 0, G_OPTION_ARG_NONE, &has_no_drawings,
    N_("Leave out what was drawn on the map of a saved session"), NULL },
  { G_OPTION_REMAINING, 0, 0, G_OPTION_ARG_FILENAME_ARRAY, &names, NULL, NULL },
  { NULL }
};

static const char description[] = N_(
  "FILE is an article or a saved session; “-” is standard input. Its places, and\n"
  "what was drawn on the map of a session, are shown on a map, with a legend and\n"
  "the sources that must be named. Without FILE, --view draws the map alone. No\n"
  "display is needed.\n"
  "\n"
  "Exit status: 0 done; 1 an input failed; 2 wrong usage.");

static gboolean
parse_size (const char *text,
            Wishes     *wishes)
{
  g_auto(GStrv) parts = g_strsplit (text, "x", 3);
  guint64 width = 0;
  guint64 height = 0;

  if (g_strv_length (parts) != 2
      || !g_ascii_string_to_unsigned (parts[0], 10, LIEUDIT_MAP_PICTURE_SMALLEST, LIEUDIT_MAP_PICTURE_LARGEST, &width, NULL)
      || !g_ascii_string_to_unsigned (parts[1], 10, LIEUDIT_MAP_PICTURE_SMALLEST, LIEUDIT_MAP_PICTURE_LARGEST, &height, NULL))
    return FALSE;

  wishes->width = (guint) width;
  wishes->height = (guint) height;

  return TRUE;
}

static gboolean
parse_view (const char *text,
            Wishes     *wishes)
{
  const double limits[] = { 90.0, 180.0, MAX_ZOOM };
  double *numbers[] = { &wishes->latitude, &wishes->longitude, &wishes->zoom };
  g_auto(GStrv) parts = g_strsplit (text, ",", 4);

  if (g_strv_length (parts) != 3)
    return FALSE;

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      char *end;

      *numbers[i] = g_ascii_strtod (parts[i], &end);
      if (end == parts[i] || *end != '\0' || !(*numbers[i] >= (i < 2 ? -limits[i] : 0.0) && *numbers[i] <= limits[i]))
        return FALSE;
    }
  wishes->has_view = TRUE;

  return TRUE;
}

static gboolean
parse_format (Wishes *wishes)
{
  g_autofree char *path = format_name != NULL ? g_strconcat (".", format_name, NULL) : g_strdup (output_path);

  wishes->format = LIEUDIT_PICTURE_PNG;

  if (wishes->is_worksheet)
    {
      LieuditPictureFormat format = LIEUDIT_PICTURE_PDF;

      wishes->format = LIEUDIT_PICTURE_PDF;
      return path == NULL || !lieudit_picture_format_from_path (path, &format) || format == LIEUDIT_PICTURE_PDF;
    }

  return path == NULL || g_str_equal (path, "-") || lieudit_picture_format_from_path (path, &wishes->format);
}

/* Returns: what is wrong with the options of worksheets, or NULL */
static const char *
parse_worksheet (Wishes *wishes)
{
  wishes->is_worksheet = worksheet_name != NULL;
  if (!wishes->is_worksheet && (paper_name != NULL || is_landscape))
    return _("Only a worksheet has a paper: --worksheet=numbered --paper=A4");
  if (wishes->is_worksheet && (size_text != NULL || is_bare || scale != 1))
    return _("The paper says how large a worksheet is: --paper=A4");
  if (wishes->is_worksheet && !lieudit_worksheet_sheet_from_nick (worksheet_name, &wishes->sheet))
    return _("There is no such worksheet. They are blank, labelled, numbered and answers.");
  if (paper_name != NULL && !lieudit_paper_from_nick (paper_name, &wishes->paper))
    return _("There is no such paper. Papers are A4, A3 and Letter.");
  if (wishes->is_worksheet && !parse_format (wishes))
    return _("A worksheet is a PDF.");

  return NULL;
}

/* Returns: what is wrong with the options, or NULL */
static const char *
parse_options (Wishes *wishes)
{
  const char *problem = parse_worksheet (wishes);

  if (problem != NULL)
    return problem;
  if (size_text != NULL && !parse_size (size_text, wishes))
    return _("The size has to be a width and a height from 200 to 8192: --size=1200x800");
  if (view_text != NULL && !parse_view (view_text, wishes))
    return _("The view has to be a latitude, a longitude and a zoom level up to 18: --view=36.2,37.2,9");
  if (!parse_format (wishes))
    return _("There is no such format. The formats are png, svg and pdf.");
  if (scale < 1 || scale > LIEUDIT_PICTURE_MAX_SCALE)
    return _("The scale has to be a number from 1 to 4.");
  if ((language != NULL && !lieudit_cli_is_language_tag (language))
      || (names_language != NULL && !lieudit_cli_is_language_tag (names_language)))
    return _("The language is not a tag such as fr, en or ar.");
  if (names == NULL && !wishes->has_view)
    return _("There is no file to read. Name one, or “-” for standard input.");
  if (names != NULL && names[1] != NULL)
    return _("Only one article can be drawn at a time.");

  return NULL;
}

/* A missing base map still leaves something to look at. */
static LieuditBaseMap *
open_base_map (void)
{
  g_autofree char *path = lieudit_build_data_path (BASE_MAP);
  g_autoptr(GError) error = NULL;
  LieuditBaseMap *base_map = lieudit_base_map_open (path, &error);

  if (base_map == NULL)
    lieudit_cli_complain (path, error->message);

  return base_map;
}

static LieuditAnalysis *
read_article (LieuditMapPicture *picture)
{
  g_autoptr(LieuditGazetteer) gazetteer = lieudit_cli_open_gazetteer ();
  g_autoptr(LieuditSession) session = NULL;
  g_autoptr(LieuditAnalysis) analysis = NULL;
  g_autoptr(GError) error = NULL;

  if (gazetteer == NULL)
    return NULL;

  session = lieudit_cli_read_session (names[0], language, &error);
  if (session != NULL)
    analysis = lieudit_cli_analyse (gazetteer, session, &error);
  if (analysis == NULL)
    {
      lieudit_cli_complain (lieudit_cli_is_standard_input (names[0]) ? _("standard input") : names[0], error->message);
      return NULL;
    }

  lieudit_map_picture_set_analysis (picture, analysis);
  if (!has_no_drawings)
    {
      g_autoptr(GPtrArray) drawings = lieudit_drawings_dup (lieudit_session_get_drawings (session));

      lieudit_map_picture_set_drawings (picture, drawings);
    }
  lieudit_map_picture_set_title (picture, lieudit_article_get_title (lieudit_session_get_article (session)));

  return g_steal_pointer (&analysis);
}

static GBytes *
make_worksheet (LieuditMapPicture  *picture,
                LieuditAnalysis    *analysis,
                const Wishes       *wishes,
                GError            **error)
{
  g_autoptr(LieuditWorksheet) worksheet = lieudit_worksheet_new (picture, wishes->sheet);

  lieudit_worksheet_set_paper (worksheet, wishes->paper, is_landscape);
  if (analysis != NULL)
    lieudit_worksheet_add_analysis (worksheet, analysis);

  return lieudit_worksheet_encode (worksheet, error);
}

static gboolean
write_picture (LieuditMapPicture *picture,
               LieuditAnalysis   *analysis,
               const Wishes      *wishes)
{
  g_autoptr(LieuditCliOutput) output = NULL;
  g_autoptr(GBytes) bytes = NULL;
  g_autoptr(GError) error = NULL;

  bytes = wishes->is_worksheet ? make_worksheet (picture, analysis, wishes, &error)
                               : lieudit_map_picture_encode (picture, wishes->format, (guint) scale, &error);
  if (bytes == NULL)
    {
      lieudit_cli_complain (output_path != NULL ? output_path : _("standard output"), error->message);
      return FALSE;
    }

  output = lieudit_cli_output_new (output_path);
  if (output == NULL)
    return FALSE;
  lieudit_cli_output_write_bytes (output, bytes);

  return lieudit_cli_output_finish (output);
}

int
main (int    argc,
      char **argv)
{
  Wishes wishes = { .width = 1200, .height = 800 };
  g_autoptr(LieuditMapStyle) style = NULL;
  g_autoptr(LieuditBaseMap) base_map = NULL;
  g_autoptr(LieuditMapPicture) picture = NULL;
  g_autoptr(LieuditAnalysis) analysis = NULL;
  g_autoptr(GError) error = NULL;
  const char *reason;

  lieudit_cli_initialise ();
  if (!lieudit_cli_parse ("render", _("[FILE]"), _(description), entries, &argc, &argv))
    return LIEUDIT_CLI_USAGE;

  reason = parse_options (&wishes);
  if (reason != NULL)
    return lieudit_cli_wrong_usage ("render", reason);

  style = lieudit_map_style_open (style_name != NULL ? style_name : "light", &error);
  if (style == NULL)
    {
      lieudit_cli_complain (LIEUDIT_CLI_PROGRAM, error->message);
      return LIEUDIT_CLI_FAILED;
    }

  base_map = open_base_map ();
  picture = lieudit_map_picture_new (base_map, style);
  lieudit_map_picture_set_size (picture, wishes.width, wishes.height);
  lieudit_map_picture_set_bare (picture, is_bare);
  lieudit_map_picture_set_shows_local (picture, shows_local);
  lieudit_map_picture_set_north_arrow (picture, has_north_arrow);
  lieudit_map_picture_set_inset (picture, has_inset);
  if (names != NULL)
    {
      analysis = read_article (picture);
      if (analysis == NULL)
        return LIEUDIT_CLI_FAILED;
    }
  if (title != NULL)
    lieudit_map_picture_set_title (picture, *title != '\0' ? title : NULL);
  if (names_language != NULL)
    lieudit_map_picture_set_language (picture, names_language);
  if (wishes.has_view)
    lieudit_map_picture_set_view (picture, wishes.latitude, wishes.longitude, wishes.zoom);

  return write_picture (picture, analysis, &wishes) && base_map != NULL ? LIEUDIT_CLI_DONE : LIEUDIT_CLI_FAILED;
}
