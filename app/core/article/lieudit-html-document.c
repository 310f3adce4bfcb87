/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Trees of HTML and XML from files of strangers: nothing is fetched, no entity is expanded, nothing nests without end. */
#include "config.h"

#include "article/lieudit-html-document.h"

#include <string.h>

#include <glib/gi18n.h>
#include <libxml/HTMLparser.h>
#include <libxml/SAX2.h>
#include <libxml/parser.h>

#include "article/lieudit-article-reader.h"
#include "article/lieudit-text-decoder.h"

/* Pages nest some dozens of elements, those with tags that nobody closes some hundreds. */
#define DEEPEST_ELEMENT 1000

/* libxml2 compares every attribute of a tag with all others; bytes of a tag outside quotation marks. */
#define LONGEST_TAG 2048

/* Where a page says its encoding, in the standard of the web. */
#define LONGEST_PROLOGUE 4096

static void
set_damaged_error (GError **error)
{
  g_set_error_literal (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_DAMAGED,
                       _("The markup of this file makes no sense. Open the page in a browser, copy the article and paste it."));
}

static void
initialise (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      xmlInitParser ();
      g_once_init_leave (&once, 1);
    }
}

static void
start_element_cb (void           *context,
                  const xmlChar  *name,
                  const xmlChar **attributes)
{
  xmlParserCtxt *parser = context;

  if (parser->nodeNr > DEEPEST_ELEMENT || parser->nameNr > DEEPEST_ELEMENT)
    {
      parser->_private = parser;
      xmlStopParser (parser);
      return;
    }

  xmlSAX2StartElement (context, name, attributes);
}

static const char *
skip_past (const char *position,
           const char *end,
           const char *what)
{
  const char *found = memmem (position, (gsize) (end - position), what, strlen (what));

  return found != NULL ? found + strlen (what) : end;
}

static const char *
skip_element (const char *position,
              const char *end,
              const char *closing)
{
  gsize length = strlen (closing);

  for (; position + length <= end; position++)
    {
      position = memchr (position, '<', (gsize) (end - position));
      if (position == NULL || position + length > end)
        break;
      if (g_ascii_strncasecmp (position, closing, length) == 0)
        return position;
    }

  return end;
}

/* Past the tag, or NULL when it is longer than any that a page needs. */
static const char *
skip_tag (const char *position,
          const char *end)
{
  gsize n_bytes = 0;

  for (; position < end && *position != '>'; position++)
    {
      if (++n_bytes > LONGEST_TAG)
        return NULL;

      if (*position == '=')
        {
          const char *value = position + 1;

          while (value < end && g_ascii_isspace (*value))
            value++;
          if (value < end && (*value == '"' || *value == '\''))
            {
              value = memchr (value + 1, *value, (gsize) (end - value - 1));
              if (value == NULL)
                return end;
              position = value;
            }
        }
    }

  return position;
}

static gboolean
has_sane_tags (const char *data,
               gsize       length)
{
  const char *end = data + length;
  const char *position = data;

  while (position < end && (position = memchr (position, '<', (gsize) (end - position))) != NULL)
    {
      const char *tag = position + 1;

      if (end - tag >= 3 && memcmp (tag, "!--", 3) == 0)
        {
          position = skip_past (tag, end, "-->");
          continue;
        }
      if (tag >= end || !(g_ascii_isalpha (*tag) || *tag == '/' || *tag == '!' || *tag == '?'))
        {
          position = tag;
          continue;
        }

      position = skip_tag (tag, end);
      if (position == NULL)
        return FALSE;
      if (end - tag > 6 && g_ascii_strncasecmp (tag, "script", 6) == 0)
        position = skip_element (position, end, "</script");
      else if (end - tag > 5 && g_ascii_strncasecmp (tag, "style", 5) == 0)
        position = skip_element (position, end, "</style");
    }

  return TRUE;
}

/* `charset=` stands in either form of the meta element. */
static char *
find_declared_encoding (const char *data,
                        gsize       length)
{
  g_autofree char *prologue = g_ascii_strdown (data, (gssize) MIN (length, LONGEST_PROLOGUE));
  const char *found;
  gsize n_bytes;

  found = strstr (prologue, "charset=");
  if (found == NULL)
    return NULL;

  found += strlen ("charset=");
  found += strspn (found, "\"' ");
  n_bytes = strspn (found, "abcdefghijklmnopqrstuvwxyz0123456789-_:");

  return n_bytes > 0 && n_bytes < 40 ? g_strndup (found, n_bytes) : NULL;
}

/**
 * lieudit_html_parse:
 * @data: (array length=length): the bytes of a page
 * @length: how many bytes, at most %LIEUDIT_ARTICLE_SIZE_LIMIT
 * @error: return location for an error
 *
 * Makes the tree of a page in any encoding.
 *
 * Fails with %LIEUDIT_ARTICLE_ERROR.
 *
 * Returns: (transfer full) (nullable): the tree, with a root element
 */
xmlDoc *
lieudit_html_parse (const char  *data,
                    gsize        length,
                    GError     **error)
{
  g_autofree char *encoding = find_declared_encoding (data, length);
  g_autofree char *text = lieudit_decode_text_as (data, length, encoding, error);
  htmlParserCtxt *parser;
  xmlDoc *document;
  gsize n_bytes;

  if (text == NULL)
    return NULL;

  initialise ();
  n_bytes = strlen (text);
  if (n_bytes > G_MAXINT || !has_sane_tags (text, n_bytes))
    {
      set_damaged_error (error);
      return NULL;
    }

  parser = htmlNewParserCtxt ();
  parser->sax->startElement = start_element_cb;
  document = htmlCtxtReadMemory (parser, text, (int) n_bytes, NULL, "UTF-8",
                                 HTML_PARSE_RECOVER | HTML_PARSE_NOERROR | HTML_PARSE_NOWARNING | HTML_PARSE_NONET);
  if (parser->_private != NULL)
    g_clear_pointer (&document, xmlFreeDoc);
  htmlFreeParserCtxt (parser);

  if (document == NULL || xmlDocGetRootElement (document) == NULL)
    {
      g_clear_pointer (&document, xmlFreeDoc);
      set_damaged_error (error);
    }

  return document;
}

/**
 * lieudit_xml_parse:
 * @data: (array length=length): the bytes of an XML file
 * @length: how many bytes
 * @error: return location for an error
 *
 * Makes the tree of an XML file. One that declares entities is refused: they
 * are the way to make a small file fill the memory, and to read other files.
 *
 * Fails with %LIEUDIT_ARTICLE_ERROR.
 *
 * Returns: (transfer full) (nullable): the tree, with a root element
 */
xmlDoc *
lieudit_xml_parse (const char  *data,
                   gsize        length,
                   GError     **error)
{
  const char *encoding = g_utf8_validate_len (data, length, NULL) ? "UTF-8" : NULL;
  xmlDoc *document = NULL;

  initialise ();
  if (length > G_MAXINT || memmem (data, length, "<!ENTITY", strlen ("<!ENTITY")) != NULL)
    {
      g_set_error_literal (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_DAMAGED,
                           _("This file declares abbreviations of its own (XML entities), which are not read for safety. "
                             "Export the article in another format."));
      return NULL;
    }

  document = xmlReadMemory (data, (int) length, NULL, encoding,
                            XML_PARSE_NONET | XML_PARSE_NOERROR | XML_PARSE_NOWARNING | XML_PARSE_NOCDATA);
  if (document == NULL || xmlDocGetRootElement (document) == NULL)
    {
      g_clear_pointer (&document, xmlFreeDoc);
      g_set_error_literal (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_DAMAGED,
                           _("The XML of this file is damaged or cut off. Get the file again from where it comes from."));
    }

  return document;
}

/* A document type may have declarations in brackets. */
static const char *
skip_declarations (const char *declaration)
{
  gsize length = strcspn (declaration, "[>");

  return declaration[length] == '[' ? strstr (declaration + length, "]>") : declaration;
}

/**
 * lieudit_xml_peek_root:
 * @data: (array length=length): the beginning of a file
 * @length: how many bytes
 *
 * Looks which element a file of XML begins with, without reading it.
 *
 * Returns: (transfer full) (nullable): its name without a prefix, or %NULL if
 *   the file is no XML
 */
char *
lieudit_xml_peek_root (const char *data,
                       gsize       length)
{
  g_autofree char *beginning = g_strndup (data, MIN (length, LONGEST_PROLOGUE));
  const char *next = g_str_has_prefix (beginning, "\xEF\xBB\xBF") ? beginning + 3 : beginning;

  for (;;)
    {
      const char *end = NULL;
      const char *colon;
      gsize n_bytes;

      while (g_ascii_isspace (*next))
        next++;
      if (g_str_has_prefix (next, "<!--"))
        end = strstr (next, "-->");
      else if (g_str_has_prefix (next, "<?"))
        end = strstr (next, "?>");
      else if (g_str_has_prefix (next, "<!"))
        end = skip_declarations (next);

      if (end == NULL)
        {
          if (*next != '<' || !g_ascii_isalpha (next[1]))
            return NULL;
          next++;
          n_bytes = strcspn (next, " \t\r\n/>");
          colon = memchr (next, ':', n_bytes);

          return colon != NULL ? g_strndup (colon + 1, n_bytes - (gsize) (colon + 1 - next)) : g_strndup (next, n_bytes);
        }
      next = strchr (end, '>');
      if (next == NULL)
        return NULL;
      next++;
    }
}

/**
 * lieudit_xml_is_element:
 * @node: (nullable): a node
 * @name: a name without a prefix
 *
 * Returns: whether the node is an element of that name, in any namespace
 */
gboolean
lieudit_xml_is_element (const xmlNode *node,
                        const char    *name)
{
  return node != NULL && node->type == XML_ELEMENT_NODE && strcmp ((const char *) node->name, name) == 0;
}

/**
 * lieudit_xml_dup_attribute:
 * @node: an element
 * @name: the name of an attribute, in any namespace
 *
 * Returns: (transfer full) (nullable): the attribute
 */
char *
lieudit_xml_dup_attribute (xmlNode    *node,
                           const char *name)
{
  xmlChar *value = xmlGetProp (node, (const xmlChar *) name);
  char *copy = g_strdup ((const char *) value);

  xmlFree (value);

  return copy;
}

/**
 * lieudit_xml_dup_text:
 * @node: (nullable): a node
 *
 * Returns: (transfer full) (nullable): all text in it, without white space at
 *   its ends
 */
char *
lieudit_xml_dup_text (xmlNode *node)
{
  xmlChar *content = node != NULL ? xmlNodeGetContent (node) : NULL;
  char *copy = g_strdup ((const char *) content);

  xmlFree (content);

  return copy != NULL ? g_strstrip (copy) : NULL;
}

/**
 * lieudit_xml_find_child:
 * @node: (nullable): an element
 * @name: a name without a prefix
 *
 * Returns: (transfer none) (nullable): the first element of that name right
 *   inside it
 */
xmlNode *
lieudit_xml_find_child (xmlNode    *node,
                        const char *name)
{
  for (xmlNode *child = node != NULL ? node->children : NULL; child != NULL; child = child->next)
    {
      if (lieudit_xml_is_element (child, name))
        return child;
    }

  return NULL;
}

/**
 * lieudit_xml_dup_child_text:
 * @node: (nullable): an element
 * @name: a name without a prefix
 *
 * Returns: (transfer full) (nullable): the text of the first element of that
 *   name right inside it
 */
char *
lieudit_xml_dup_child_text (xmlNode    *node,
                            const char *name)
{
  return lieudit_xml_dup_text (lieudit_xml_find_child (node, name));
}

/**
 * lieudit_xml_next_skipping:
 * @node: a node
 * @top: a node around it, or itself
 *
 * Returns: (transfer none) (nullable): the next node in @top that does not lie
 *   in @node
 */
xmlNode *
lieudit_xml_next_skipping (xmlNode *node,
                           xmlNode *top)
{
  while (node != top && node->next == NULL)
    node = node->parent;

  return node == top ? NULL : node->next;
}

/**
 * lieudit_xml_next:
 * @node: a node
 * @top: a node around it, or itself
 *
 * Returns: (transfer none) (nullable): the next node in @top, as the file has
 *   them
 */
xmlNode *
lieudit_xml_next (xmlNode *node,
                  xmlNode *top)
{
  if (node->type == XML_ELEMENT_NODE && node->children != NULL)
    return node->children;

  return lieudit_xml_next_skipping (node, top);
}
