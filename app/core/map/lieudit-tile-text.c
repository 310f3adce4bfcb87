/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-tile-text.h"

/* The entities that attributions have in them. */
static const struct {
  const char *name;
  const char *text;
} entities[] = {
  { "&copy;", "©" }, { "&amp;", "&" },  { "&lt;", "<" },    { "&gt;", ">" },   { "&quot;", "\"" },
  { "&nbsp;", " " }, { "&reg;", "®" },  { "&middot;", "·" }, { "&ndash;", "–" }, { "&mdash;", "—" },
};

/* Appends the character of an entity at the beginning of @html, and gives its length; 0 is no entity. */
static gsize
take_entity (GString    *text,
             const char *html)
{
  gboolean is_hexadecimal = html[1] == '#' && (html[2] == 'x' || html[2] == 'X');
  const char *digits = html + (is_hexadecimal ? 3 : 2);
  guint64 code;
  char *end;

  for (guint i = 0; i < G_N_ELEMENTS (entities); i++)
    if (g_str_has_prefix (html, entities[i].name))
      {
        g_string_append (text, entities[i].text);
        return strlen (entities[i].name);
      }

  if (html[1] != '#' || !g_ascii_isxdigit (*digits))
    return 0;
  code = g_ascii_strtoull (digits, &end, is_hexadecimal ? 16 : 10);
  if (*end != ';' || code == 0 || code > 0x10ffff || !g_unichar_validate ((gunichar) code))
    return 0;
  g_string_append_unichar (text, (gunichar) code);

  return (gsize) (end + 1 - html);
}

/**
 * lieudit_tile_text_from_html:
 * @html: (nullable): a line of text with links and entities in it, as maps attribute themselves
 *
 * Takes the words out of a line of HTML.
 *
 * Returns: (transfer full) (nullable): plain text on one line, or %NULL if there is none
 */
char *
lieudit_tile_text_from_html (const char *html)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (GStrv) words = NULL;

  for (const char *at = html != NULL ? html : ""; *at != '\0';)
    {
      const char *tag_end = *at == '<' ? strchr (at, '>') : NULL;
      gsize length = *at == '&' ? take_entity (text, at) : 0;

      if (tag_end != NULL)
        at = tag_end + 1;
      else if (length > 0)
        at += length;
      else
        {
          g_string_append_c (text, g_ascii_iscntrl (*at) ? ' ' : *at);
          at++;
        }
    }

  words = g_strsplit (text->str, " ", -1);
  g_string_truncate (text, 0);
  for (guint i = 0; words[i] != NULL; i++)
    if (*words[i] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);

  return text->len > 0 ? g_strdup (text->str) : NULL;
}
