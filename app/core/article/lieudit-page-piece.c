/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What browsers give away by the clipboard and by dragging: pieces of pages, and addresses. */
#include "config.h"

#include "article/lieudit-page-piece.h"

#include <string.h>

#include "article/lieudit-article-reader.h"
#include "article/lieudit-html-document.h"
#include "article/lieudit-html-elements.h"
#include "network/lieudit-page.h"

#define REPLACEMENT_CHARACTER 0xFFFD

/* Enough of a piece to tell its encoding. */
#define SAMPLE_LENGTH 4096

/* A piece that is but a link is no longer than this, with the styles that some browsers write to it. */
#define LONGEST_LINK (16 * 1024)

/* Browsers copy pieces of pages, which do not say what they are. */
#define PAGE_MARK "<!DOCTYPE html>"

typedef enum {
  IN_BYTES,
  LITTLE_ENDIAN_UNITS,
  BIG_ENDIAN_UNITS,
} PieceEncoding;

static gboolean
is_plain (char byte)
{
  return g_ascii_isprint (byte) || g_ascii_isspace (byte);
}

/*
 * Firefox offers UTF-16, with a byte order mark or without. Every piece has some
 * letters of ASCII, of which one byte is 0; bytes of ASCII at the beginning would
 * be rare ideographs.
 */
static PieceEncoding
guess_encoding (const char *data,
                gsize       length)
{
  gsize n_first = 0;
  gsize n_second = 0;

  if (length < 2)
    return IN_BYTES;
  if (memcmp (data, "\xFF\xFE", 2) == 0)
    return LITTLE_ENDIAN_UNITS;
  if (memcmp (data, "\xFE\xFF", 2) == 0)
    return BIG_ENDIAN_UNITS;
  if (is_plain (data[0]) && is_plain (data[1]))
    return IN_BYTES;

  for (gsize i = 0; i + 1 < MIN (length, SAMPLE_LENGTH); i += 2)
    {
      n_first += data[i] == '\0' && data[i + 1] != '\0';
      n_second += data[i] != '\0' && data[i + 1] == '\0';
    }
  if (n_first == n_second)
    return IN_BYTES;

  return n_second > n_first ? LITTLE_ENDIAN_UNITS : BIG_ENDIAN_UNITS;
}

static gunichar
read_unit (const char *data,
           gboolean    is_big_endian)
{
  guint first = (guchar) data[0];
  guint second = (guchar) data[1];

  return is_big_endian ? first << 8 | second : second << 8 | first;
}

/* Halves of characters and half units at the end are no reason to refuse the rest. */
static void
append_units (GString    *text,
              const char *data,
              gsize       length,
              gboolean    is_big_endian)
{
  for (gsize i = 0; i + 1 < length; i += 2)
    {
      gunichar unit = read_unit (data + i, is_big_endian);
      gunichar next = i + 3 < length ? read_unit (data + i + 2, is_big_endian) : 0;

      if (unit == 0 || (unit == 0xFEFF && i == 0))
        continue;

      if (unit >= 0xD800 && unit < 0xDC00 && next >= 0xDC00 && next < 0xE000)
        {
          g_string_append_unichar (text, 0x10000 + ((unit - 0xD800) << 10) + (next - 0xDC00));
          i += 2;
        }
      else
        {
          g_string_append_unichar (text, unit >= 0xD800 && unit < 0xE000 ? REPLACEMENT_CHARACTER : unit);
        }
    }
}

static void
append_bytes (GString    *text,
              const char *data,
              gsize       length)
{
  const char *end = data + length;

  if (length >= 3 && memcmp (data, "\xEF\xBB\xBF", 3) == 0)
    data += 3;

  while (data < end)
    {
      const char *nul = memchr (data, '\0', (gsize) (end - data));
      const char *stop = nul != NULL ? nul : end;

      g_string_append_len (text, data, stop - data);
      data = stop + 1;
    }
}

/* Windows, and programs that come from there, write where the piece begins and ends before it (CF_HTML). */
static void
strip_positions (GString *text)
{
  const char *markup;
  const char *positions;

  if (!g_str_has_prefix (text->str, "Version:"))
    return;

  markup = strchr (text->str, '<');
  positions = strstr (text->str, "\nStartHTML:");
  if (markup != NULL && positions != NULL && positions < markup)
    g_string_erase (text, 0, markup - text->str);
}

/**
 * lieudit_page_piece_decode:
 * @data: (array length=length): what a browser offers as a page or an address
 * @length: how many bytes
 *
 * Decodes UTF-16, with or without a byte order mark, and leaves out the header of
 * CF_HTML and characters that are 0. Other encodings stay for the reader of pages.
 *
 * Returns: (transfer full): UTF-8 where it was UTF-16, else the bytes
 */
char *
lieudit_page_piece_decode (const char *data,
                           gsize       length)
{
  PieceEncoding encoding;
  GString *text = g_string_new (NULL);

  g_return_val_if_fail (data != NULL || length == 0, g_string_free (text, FALSE));

  encoding = guess_encoding (data, length);
  if (encoding == IN_BYTES)
    append_bytes (text, data, length);
  else
    append_units (text, data, length, encoding == BIG_ENDIAN_UNITS);
  strip_positions (text);

  return g_string_free (text, FALSE);
}

/**
 * lieudit_page_piece_dup_address:
 * @data: (array length=length): text/x-moz-url, _NETSCAPE_URL or text/uri-list
 * @length: how many bytes
 *
 * Finds the address in what a browser offers of a link: the first line that is no
 * comment. The title of the page follows it in some of these types.
 *
 * Returns: (transfer full) (nullable): the address of a page, or %NULL
 */
char *
lieudit_page_piece_dup_address (const char *data,
                                gsize       length)
{
  g_autofree char *text = lieudit_page_piece_decode (data, length);
  g_auto(GStrv) lines = NULL;

  if (!g_utf8_validate (text, -1, NULL))
    return NULL;

  lines = g_strsplit (text, "\n", -1);
  for (guint i = 0; lines[i] != NULL; i++)
    {
      const char *line = g_strstrip (lines[i]);

      if (*line != '\0' && *line != '#')
        return lieudit_page_is_address (line) ? g_strdup (line) : NULL;
    }

  return NULL;
}

static xmlNode *
find_link_around (xmlNode *node)
{
  while (node != NULL && !lieudit_xml_is_element (node, "a"))
    node = node->parent;

  return node;
}

/* Dragged links come as pages of a link, too: there is nothing to read in them. */
static char *
find_only_link (const char *page)
{
  gsize length = strlen (page);
  g_autoptr(xmlDoc) document = length <= LONGEST_LINK ? lieudit_html_parse (page, length, NULL) : NULL;
  xmlNode *root = document != NULL ? xmlDocGetRootElement (document) : NULL;
  xmlNode *only = NULL;
  xmlNode *node = root;
  g_autofree char *address = NULL;

  while (node != NULL)
    {
      if (node->type == XML_ELEMENT_NODE && lieudit_html_is_invisible (node))
        {
          node = lieudit_xml_next_skipping (node, root);
          continue;
        }
      if (node->type == XML_TEXT_NODE && !xmlIsBlankNode (node))
        {
          xmlNode *link = find_link_around (node);

          if (link == NULL || (only != NULL && link != only))
            return NULL;
          only = link;
        }
      node = lieudit_xml_next (node, root);
    }

  address = only != NULL ? lieudit_xml_dup_attribute (only, "href") : NULL;

  return address != NULL && lieudit_page_is_address (address) ? g_steal_pointer (&address) : NULL;
}

/**
 * lieudit_page_piece_read:
 * @piece: what a browser offers as text/html
 * @cancellable: (nullable): a cancellable
 * @address: (out) (transfer full) (nullable): where the piece leads, when it is
 *   nothing but a link
 * @error: return location for an error
 *
 * Reads the article of a piece of a page.
 *
 * Fails with %LIEUDIT_ARTICLE_ERROR.
 *
 * Returns: (transfer full) (nullable) (element-type LieuditArticle): the article,
 *   or %NULL for a link or on error
 */
GPtrArray *
lieudit_page_piece_read (GBytes        *piece,
                         GCancellable  *cancellable,
                         char         **address,
                         GError       **error)
{
  g_autofree char *text = NULL;
  g_autoptr(GBytes) page = NULL;
  char *marked;
  gconstpointer data;
  gsize length;

  g_return_val_if_fail (piece != NULL, NULL);
  g_return_val_if_fail (address != NULL && *address == NULL, NULL);

  data = g_bytes_get_data (piece, &length);
  text = lieudit_page_piece_decode (data, length);
  *address = find_only_link (text);
  if (*address != NULL)
    return NULL;

  marked = g_strconcat (PAGE_MARK, text, NULL);
  page = g_bytes_new_take (marked, strlen (marked));

  return lieudit_articles_read_bytes (page, NULL, cancellable, error);
}

typedef struct {
  GPtrArray *articles;
  char      *address;
} PieceContents;

static void
piece_contents_free (gpointer data)
{
  PieceContents *contents = data;

  g_clear_pointer (&contents->articles, g_ptr_array_unref);
  g_free (contents->address);
  g_free (contents);
}

static void
read_thread (GTask        *task,
             gpointer      source_object,
             gpointer      task_data,
             GCancellable *cancellable)
{
  PieceContents *contents = g_new0 (PieceContents, 1);
  GError *error = NULL;

  contents->articles = lieudit_page_piece_read (task_data, cancellable, &contents->address, &error);
  if (error == NULL)
    {
      g_task_return_pointer (task, contents, piece_contents_free);
      return;
    }

  piece_contents_free (contents);
  g_task_return_error (task, error);
}

/**
 * lieudit_page_piece_read_async:
 * @piece: what a browser offers as text/html
 * @cancellable: (nullable): a cancellable
 * @callback: called once the piece is read
 * @user_data: for @callback
 *
 * Does what lieudit_page_piece_read() does, in another thread.
 */
void
lieudit_page_piece_read_async (GBytes              *piece,
                               GCancellable        *cancellable,
                               GAsyncReadyCallback  callback,
                               gpointer             user_data)
{
  g_autoptr(GTask) task = g_task_new (NULL, cancellable, callback, user_data);

  g_return_if_fail (piece != NULL);

  g_task_set_source_tag (task, lieudit_page_piece_read_async);
  g_task_set_task_data (task, g_bytes_ref (piece), (GDestroyNotify) g_bytes_unref);
  g_task_run_in_thread (task, read_thread);
}

/**
 * lieudit_page_piece_read_finish:
 * @result: what the callback got
 * @address: (out) (transfer full) (nullable): where the piece leads, when it is
 *   nothing but a link
 * @error: return location for an error
 *
 * Returns: (transfer full) (nullable) (element-type LieuditArticle): what
 *   lieudit_page_piece_read() returns
 */
GPtrArray *
lieudit_page_piece_read_finish (GAsyncResult  *result,
                                char         **address,
                                GError       **error)
{
  PieceContents *contents;
  GPtrArray *articles;

  g_return_val_if_fail (g_task_is_valid (result, NULL), NULL);
  g_return_val_if_fail (address != NULL && *address == NULL, NULL);

  contents = g_task_propagate_pointer (G_TASK (result), error);
  if (contents == NULL)
    return NULL;

  articles = g_steal_pointer (&contents->articles);
  *address = g_steal_pointer (&contents->address);
  piece_contents_free (contents);

  return articles;
}
