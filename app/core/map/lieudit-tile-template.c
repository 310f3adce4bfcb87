/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Addresses of tiles, with variables where a tile's numbers go. */
#include "config.h"

#include "map/lieudit-tile-template.h"

#include <glib/gi18n.h>
#include <libsoup/soup.h>

/**
 * lieudit_tile_template_fill:
 * @template: an address with `{z}`, `{x}` and `{y}` in it, or `{-y}` for rows from the south, and perhaps `{s}` for servers that have
 *   several names, to be asked in turn
 * @address: which tile
 *
 * Returns: (transfer full): the address of the tile
 */
char *
lieudit_tile_template_fill (const char               *template,
                            const LieuditTileAddress *address)
{
  static const char *const servers[] = { "a", "b", "c" };
  g_autoptr (GString) uri = g_string_new (template);
  const struct {
    const char *variable;
    guint value;
  } numbers[] = {
    { "{z}", address->zoom },
    { "{x}", address->x },
    { "{y}", address->y },
    { "{-y}", (1u << address->zoom) - 1 - address->y },
  };

  for (guint i = 0; i < G_N_ELEMENTS (numbers); i++)
    {
      char text[16];

      g_snprintf (text, sizeof text, "%u", numbers[i].value);
      g_string_replace (uri, numbers[i].variable, text, 0);
    }
  g_string_replace (uri, "{s}", servers[(address->x + address->y) % G_N_ELEMENTS (servers)], 0);

  return g_strdup (uri->str);
}

static gboolean
is_address (const char *text)
{
  g_autoptr (GUri) uri = g_uri_parse (text, SOUP_HTTP_URI_FLAGS, NULL);
  const char *scheme = uri != NULL ? g_uri_get_scheme (uri) : "";
  const char *host = uri != NULL ? g_uri_get_host (uri) : NULL;

  return (g_str_equal (scheme, "https") || g_str_equal (scheme, "http")) && host != NULL && *host != '\0' && strpbrk (text, "{}") == NULL;
}

/**
 * lieudit_tile_template_check:
 * @template: what may be an address for lieudit_tile_template_fill()
 * @error: return location for an error
 *
 * Checks that tiles can be fetched by an address.
 *
 * Returns: whether they can
 */
gboolean
lieudit_tile_template_check (const char  *template,
                             GError     **error)
{
  g_autofree char *address = NULL;

  g_return_val_if_fail (template != NULL, FALSE);

  if (strstr (template, "{z}") == NULL || strstr (template, "{x}") == NULL ||
      (strstr (template, "{y}") == NULL && strstr (template, "{-y}") == NULL))
    {
      g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT,
                           _("The address of tiles has {z}, {x} and {y} in it, where the zoom level, the column and the row go."));
      return FALSE;
    }
  address = lieudit_tile_template_fill (template, &(LieuditTileAddress) { 0, 0, 0 });
  if (is_address (address))
    return TRUE;
  g_set_error_literal (error, G_IO_ERROR, G_IO_ERROR_INVALID_ARGUMENT, _("The address of tiles begins with https:// or http://."));

  return FALSE;
}
