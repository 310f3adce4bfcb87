/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-tile-freshness.h"

/* Where a server says nothing, a tile is taken to be good for a week, as that of OpenStreetMap asks. */
#define USUAL_SECONDS (7 * 24 * 60 * 60)

/* What is said to be good for longer is asked for again all the same. */
#define MOST_SECONDS (365 * 24 * 60 * 60)

static gint64
read_date (SoupMessageHeaders *headers,
           const char         *name,
           gint64              otherwise)
{
  const char *text = soup_message_headers_get_one (headers, name);
  g_autoptr (GDateTime) date = text != NULL ? soup_date_time_new_from_http_string (text) : NULL;

  return date != NULL ? g_date_time_to_unix (date) : otherwise;
}

static gint64
read_number (const char *text)
{
  gint64 number;

  return text != NULL && g_ascii_string_to_signed (text, 10, 0, G_MAXINT32, &number, NULL) ? number : 0;
}

/**
 * lieudit_tile_freshness_read:
 * @headers: what a server says about a tile
 * @now: in seconds since 1970
 * @expires: (out): until when the tile need not be asked for again
 *
 * Reads how long a server wants a tile to be kept: from `Cache-Control`, or else from `Expires`.
 *
 * Returns: whether it may be kept at all
 */
gboolean
lieudit_tile_freshness_read (SoupMessageHeaders *headers,
                             gint64              now,
                             gint64             *expires)
{
  const char *control = soup_message_headers_get_list (headers, "Cache-Control");
  GHashTable *directives = soup_header_parse_param_list (control != NULL ? control : "");
  gint64 seconds = USUAL_SECONDS;
  gboolean may_keep = !g_hash_table_contains (directives, "no-store");

  if (g_hash_table_contains (directives, "no-cache"))
    seconds = 0;
  else if (g_hash_table_contains (directives, "max-age"))
    seconds = read_number (g_hash_table_lookup (directives, "max-age")) - read_number (soup_message_headers_get_one (headers, "Age"));
  else if (soup_message_headers_get_one (headers, "Expires") != NULL)
    seconds = read_date (headers, "Expires", 0) - read_date (headers, "Date", now);

  *expires = now + CLAMP (seconds, 0, MOST_SECONDS);
  soup_header_free_param_list (directives);

  return may_keep;
}
