/* SPDX-License-Identifier: GPL-3.0-or-later */
/* One page with the text and a map that lead to each other; it needs neither scripts nor the network. */
#include "config.h"

#include "export/lieudit-xml-writer.h"

#include <math.h>
#include <string.h>

#include <glib/gi18n.h>

#include "geo/lieudit-mercator.h"
#include "lieudit-data-directory.h"
#include "map/lieudit-base-map.h"
#include "picture/lieudit-map-framing.h"
#include "picture/lieudit-picture-file.h"

#define WIDTH 800
#define HEIGHT 600

/* Room for markers at the edges, in pixels. */
#define MARGIN 60

#define CLOSEST_ZOOM 10.0

/* How far from the edge markers of places beyond it stand. */
#define EDGE 10

/* About, in the font of the labels. */
#define LABEL_HEIGHT 17
#define LABEL_CHARACTER_WIDTH 8

static const char style_sheet[] =
  "body{font:17px/1.55 system-ui,sans-serif;margin:0;color:#222;background:#fff}"
  "main{display:grid;grid-template-columns:minmax(0,1fr) minmax(0,1fr);gap:2em;max-width:1500px;margin:0 auto;padding:1.5em}"
  "h1{font-size:1.6em;line-height:1.2;margin:0 0 .3em}.about{color:#555;font-size:.85em}"
  ".map{position:sticky;top:1em;align-self:start}.map svg{width:100%;height:auto;display:block}"
  ".map>svg{border:1px solid #ccc;border-radius:8px}"
  ".text a{color:#8a3a00;text-decoration:underline dotted;text-underline-offset:.2em}"
  ".text a:target,.text a:focus{background:#ffe2b8;outline:2px solid #c25100;scroll-margin:40vh}"
  ".place circle{fill:#c25100;stroke:#fff;stroke-width:2}.place:hover circle,.place:focus circle{fill:#8a3a00}"
  ".place:target circle{fill:#1a5fb4;stroke:#1a5fb4;stroke-width:10;stroke-opacity:.4}"
  ".place text{font:600 14px system-ui,sans-serif;paint-order:stroke;stroke:#fff;stroke-width:4px;fill:#222}"
  ".far circle{fill:#fff;stroke:#c25100}.quiet text{visibility:hidden}"
  ".quiet:hover text,.quiet:focus text,.quiet:target text{visibility:visible}"
  ".place:target text{fill:#1a5fb4}p{margin:0 0 .9em;white-space:pre-line}"
  "@media(max-width:900px){main{grid-template-columns:1fr}.map{position:static;order:-1}}"
  "@media print{.map{position:static}}";

typedef struct {
  const LieuditExport *what;
  GString             *page;
  GHashTable          *numbers; /* LieuditPlace id -> number of the place */
  double               centre_x;
  double               centre_y;
  double               latitude;
  double               longitude;
  double               zoom;
  GArray              *labels; /* of LabelBox */
} Writer;

/* Where a name is written, in pixels. */
typedef struct {
  double left;
  double top;
  double right;
} LabelBox;

/* Of what is not text but may come from anybody: quotation marks as well. */
static void
append_escaped (GString    *page,
                const char *text,
                gssize      length)
{
  g_autofree char *valid = g_utf8_make_valid (text, length);
  g_autofree char *escaped = g_markup_escape_text (valid, -1);

  g_string_append (page, escaped);
}

static void
choose_view (Writer *self)
{
  g_autoptr(GArray) places = lieudit_list_framed_places (self->what->analysis);
  LieuditBounds bounds = lieudit_frame_core_places ((const LieuditFramedPlace *) (gpointer) places->data, places->len);

  if (lieudit_bounds_is_empty (&bounds))
    {
      self->latitude = 20;
      self->zoom = 1;
    }
  else
    {
      lieudit_bounds_get_centre (&bounds, &self->latitude, &self->longitude);
      self->zoom = lieudit_mercator_get_zoom_for_bounds (&bounds, WIDTH - 2 * MARGIN, HEIGHT - 2 * MARGIN);
      self->zoom = CLAMP (self->zoom, 1, CLOSEST_ZOOM);

      /* The middle of the picture is that of the map, not of the degrees. */
      self->latitude = lieudit_mercator_y_to_latitude ((lieudit_mercator_latitude_to_y (bounds.north, self->zoom) +
                                                        lieudit_mercator_latitude_to_y (bounds.south, self->zoom)) / 2, self->zoom);
    }

  self->centre_x = lieudit_mercator_longitude_to_x (self->longitude, self->zoom);
  self->centre_y = lieudit_mercator_latitude_to_y (self->latitude, self->zoom);
}

static void
append_base_map (Writer *self)
{
  g_autofree char *path = lieudit_build_data_path ("basemap/basemap.bin");
  g_autoptr(LieuditBaseMap) base_map = lieudit_base_map_open (path, NULL);
  g_autoptr(LieuditMapStyle) style = lieudit_map_style_open ("light", NULL);
  g_autoptr(LieuditMapPicture) picture = NULL;
  g_autoptr(GBytes) bytes = NULL;
  const char *data, *start;
  gsize length;

  if (style == NULL)
    return;

  picture = lieudit_map_picture_new (base_map, style);
  lieudit_map_picture_set_size (picture, WIDTH, HEIGHT);
  lieudit_map_picture_set_bare (picture, TRUE);
  lieudit_map_picture_set_language (picture, lieudit_language_to_tag (lieudit_analysis_get_language (self->what->analysis)));
  lieudit_map_picture_set_view (picture, self->latitude, self->longitude, self->zoom);
  bytes = lieudit_map_picture_encode (picture, LIEUDIT_PICTURE_SVG, 1, NULL);
  if (bytes == NULL)
    return;

  data = g_bytes_get_data (bytes, &length);
  start = memmem (data, length, "<svg", 4);
  if (start != NULL)
    g_string_append_len (self->page, start, data + length - start);
}

/* The first of two names that would lie on each other is written; the other shows when its place is pointed at. */
static gboolean
claim_label (Writer     *self,
             double      left,
             double      y,
             const char *name)
{
  LabelBox box = { left, y - LABEL_HEIGHT / 2, left + LABEL_CHARACTER_WIDTH * (double) g_utf8_strlen (name, -1) };

  for (guint i = 0; i < self->labels->len; i++)
    {
      const LabelBox *other = &g_array_index (self->labels, LabelBox, i);

      if (box.left < other->right && other->left < box.right && fabs (box.top - other->top) < LABEL_HEIGHT)
        return FALSE;
    }
  g_array_append_val (self->labels, box);

  return TRUE;
}

static void
append_marker (Writer            *self,
               LieuditFoundPlace *found,
               guint              number)
{
  LieuditPlace *place = lieudit_found_place_get_place (found);
  g_autoptr(LieuditMention) mention = g_list_model_get_item (lieudit_found_place_get_mentions (found), 0);
  double world = lieudit_mercator_get_world_size (self->zoom);
  double x = lieudit_mercator_longitude_to_x (lieudit_place_get_longitude (place), self->zoom) - self->centre_x;
  double y = lieudit_mercator_latitude_to_y (lieudit_place_get_latitude (place), self->zoom) - self->centre_y;
  const char *name = lieudit_found_place_get_name (found);
  gboolean is_right, is_far;
  double label_x;

  if (x > world / 2)
    x -= world;
  else if (x < -world / 2)
    x += world;
  x += WIDTH / 2;
  y += HEIGHT / 2;

  /* What lies beyond the map is marked at its edge. */
  is_far = x < 0 || x > WIDTH || y < 0 || y > HEIGHT;
  x = CLAMP (x, EDGE, WIDTH - EDGE);
  y = CLAMP (y, EDGE, HEIGHT - EDGE);
  is_right = x > WIDTH * 0.75;
  label_x = is_right ? x - 12 : x + 12;

  g_string_append_printf (self->page, "<a class=\"place%s%s\" id=\"place%u\" href=\"#m%" G_GSIZE_FORMAT "\" aria-label=\"",
                          is_far ? " far" : "",
                          claim_label (self, is_right ? label_x - LABEL_CHARACTER_WIDTH * (double) g_utf8_strlen (name, -1) : label_x, y,
                                       name) ? "" : " quiet",
                          number, lieudit_mention_get_start_code_point (mention));
  append_escaped (self->page, name, -1);
  g_string_append_printf (self->page, "\"><circle cx=\"%.0f\" cy=\"%.0f\" r=\"7\"/><text x=\"%.0f\" y=\"%.0f\" text-anchor=\"%s\">",
                          x, y, label_x, y + 5, is_right ? "end" : "start");
  append_escaped (self->page, name, -1);
  g_string_append (self->page, "</text></a>\n");
}

static void
append_map (Writer *self)
{
  GListModel *places = lieudit_analysis_get_places (self->what->analysis);

  choose_view (self);
  g_string_append_printf (self->page, "<div class=\"map\"><svg xmlns=\"http://www.w3.org/2000/svg\" "
                          "xmlns:xlink=\"http://www.w3.org/1999/xlink\" viewBox=\"0 0 %d %d\" role=\"group\" aria-label=\"", WIDTH, HEIGHT);
  append_escaped (self->page, _("Map"), -1);
  g_string_append (self->page, "\">\n");
  append_base_map (self);
  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr(LieuditFoundPlace) found = g_list_model_get_item (places, i);

      append_marker (self, found, i + 1);
      g_hash_table_insert (self->numbers, (gpointer) lieudit_place_get_id (lieudit_found_place_get_place (found)),
                           GUINT_TO_POINTER (i + 1));
    }
  g_string_append (self->page, "</svg></div>\n");
}

static void
append_mention (Writer         *self,
                LieuditMention *mention)
{
  LieuditPlace *place = lieudit_mention_get_place (mention);
  guint number = place != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->numbers, lieudit_place_get_id (place))) : 0;

  if (number > 0)
    g_string_append_printf (self->page, "<a id=\"m%" G_GSIZE_FORMAT "\" href=\"#place%u\">",
                            lieudit_mention_get_start_code_point (mention), number);
  append_escaped (self->page, lieudit_mention_get_text (mention), -1);
  if (number > 0)
    g_string_append (self->page, "</a>");
}

static void
append_paragraph (Writer     *self,
                  const char *text,
                  gsize       start,
                  gsize       end,
                  guint      *next_mention)
{
  GListModel *mentions = lieudit_analysis_get_mentions (self->what->analysis);
  const char *title = lieudit_article_get_title (lieudit_analysis_get_article (self->what->analysis));
  gboolean is_title = title != NULL && strlen (title) == end - start && strncmp (text + start, title, end - start) == 0;
  gsize position = start;

  g_string_append (self->page, is_title ? "<h1>" : "<p>");
  for (; *next_mention < g_list_model_get_n_items (mentions); (*next_mention)++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, *next_mention);
      gsize mention_start = lieudit_mention_get_start (mention);

      if (mention_start >= end)
        break;
      if (mention_start < position)
        continue;
      append_escaped (self->page, text + position, (gssize) (mention_start - position));
      append_mention (self, mention);
      position = lieudit_mention_get_end (mention);
    }
  if (position < end)
    append_escaped (self->page, text + position, (gssize) (end - position));
  g_string_append (self->page, is_title ? "</h1>\n" : "</p>\n");
}

static void
append_text (Writer *self)
{
  LieuditArticle *article = lieudit_analysis_get_article (self->what->analysis);
  const char *text = lieudit_article_get_text (article);
  const char *start = text + lieudit_article_get_body_offset (article);
  guint next_mention = 0;

  while (*start != '\0')
    {
      const char *end = strstr (start, "\n\n");

      if (end == NULL)
        end = start + strlen (start);
      append_paragraph (self, text, (gsize) (start - text), (gsize) (end - text), &next_mention);
      start = end + strspn (end, "\n");
    }
}

/* Where the person keeps a file is nobody's business. */
static char *
dup_public_source (const char *source)
{
  if (source != NULL && g_str_has_prefix (source, "file:"))
    {
      g_autofree char *name = g_path_get_basename (source);

      return g_uri_unescape_string (name, NULL);
    }

  return g_strdup (source);
}

static void
append_about (Writer *self)
{
  LieuditArticle *article = lieudit_analysis_get_article (self->what->analysis);
  LieuditArticleOutline *outline = lieudit_article_get_outline (article);
  g_autofree char *source = dup_public_source (lieudit_article_get_source (article));
  const char *parts[] = {
    outline != NULL ? lieudit_article_outline_get_author (outline) : NULL,
    outline != NULL ? lieudit_article_outline_get_publisher (outline) : NULL,
    lieudit_article_get_date (article),
    source,
  };

  g_string_append (self->page, "<p class=\"about\">");
  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] == NULL || *parts[i] == '\0')
        continue;
      append_escaped (self->page, parts[i], -1);
      g_string_append_c (self->page, '\n');
    }
  g_string_append (self->page, "</p>\n");
}

static void
append_sources (Writer *self)
{
  g_autofree char *attribution = lieudit_export_dup_attribution (self->what);

  g_string_append (self->page, "<p class=\"about\">");
  if (self->what->filter != NULL)
    {
      append_escaped (self->page, self->what->filter, -1);
      g_string_append_c (self->page, '\n');
    }
  append_escaped (self->page, attribution, -1);
  g_string_append (self->page, "\nLieudit " LIEUDIT_VERSION "</p>\n");
}

/**
 * lieudit_export_html:
 * @what: what to export
 * @error: return location for an error
 *
 * Returns: (transfer full): a page
 */
GBytes *
lieudit_export_html (const LieuditExport  *what,
                     GError              **error)
{
  g_autoptr(GHashTable) numbers = g_hash_table_new (g_str_hash, g_str_equal);
  g_autoptr(GArray) labels = g_array_new (FALSE, FALSE, sizeof (LabelBox));
  LieuditLanguage language = lieudit_analysis_get_language (what->analysis);
  LieuditArticle *article = lieudit_analysis_get_article (what->analysis);
  const char *title = lieudit_article_get_title (article);
  Writer writer = { .what = what, .page = g_string_new (NULL), .numbers = numbers, .labels = labels };

  if (title == NULL)
    title = what->id != NULL ? what->id : "Lieudit";

  g_string_append_printf (writer.page, "<!DOCTYPE html>\n<html lang=\"%s\"%s>\n<head><meta charset=\"utf-8\">"
                          "<meta name=\"viewport\" content=\"width=device-width\">\n"
                          "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'; "
                          "img-src data:\">\n<title>",
                          lieudit_language_to_tag (language), language == LIEUDIT_LANGUAGE_ARABIC ? " dir=\"rtl\"" : "");
  append_escaped (writer.page, title, -1);
  g_string_append_printf (writer.page, "</title>\n<style>%s</style></head>\n<body><main>\n<article class=\"text\">\n", style_sheet);
  append_about (&writer);

  /* The map tells the numbers of the places, and comes behind the text. */
  {
    GString *page = g_steal_pointer (&writer.page);
    g_autoptr(GString) map = g_string_new (NULL);

    writer.page = map;
    append_map (&writer);
    writer.page = page;
    append_text (&writer);
    g_string_append (writer.page, "</article>\n");
    g_string_append_len (writer.page, map->str, (gssize) map->len);
  }

  g_string_append (writer.page, "</main>\n<main><footer>");
  append_sources (&writer);
  g_string_append (writer.page, "</footer></main></body></html>\n");

  return g_string_free_to_bytes (writer.page);
}
