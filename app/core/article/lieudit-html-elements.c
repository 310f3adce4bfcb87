/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the elements of a page are for, as far as their names tell. */
#include "config.h"

#include "article/lieudit-html-elements.h"

#include <string.h>

/* A heading that says what follows is no longer. */
#define LONGEST_OTHER_HEADING 60

static gboolean
is_one_of (const char         *word,
           const char * const *words,
           gsize               n_words)
{
  for (gsize i = 0; i < n_words; i++)
    {
      if (strcmp (word, words[i]) == 0)
        return TRUE;
    }

  return FALSE;
}

#define IS_ONE_OF(word, words) is_one_of (word, words, G_N_ELEMENTS (words))

static const char * const blocks[] = {
  "address", "article", "aside", "blockquote", "body", "caption", "center", "dd", "details", "div", "dl", "dt",
  "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
  "legend", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr",
  "ul",
};

static const char * const invisible[] = {
  "audio", "base", "button", "canvas", "datalist", "embed", "head", "iframe", "input", "link", "map", "math", "meta",
  "noscript", "object", "option", "param", "rp", "rt", "script", "select", "style", "svg", "template", "textarea", "video",
};

static const char * const beside_elements[] = { "aside", "dialog", "footer", "form", "menu", "nav" };

static const char * const beside_roles[] = {
  "alert", "alertdialog", "banner", "complementary", "contentinfo", "dialog", "form", "menu", "menubar", "navigation", "search",
  "toolbar",
};

/* Words that class names and ids are made of, where a page's own parts and those around the article are told apart. */
static const char * const beside_words[] = {
  "abo", "abonnement", "abonnements", "ad", "ads", "advert", "advertisement", "advertising", "alire", "ariane", "banner",
  "breadcrumb", "breadcrumbs", "carousel", "cmp", "comment", "commentaire", "commentaires", "commentlist", "comments", "consent",
  "consentement", "cookie", "cookies", "disqus", "facebook", "follow", "footer", "gdpr", "hamburger", "infolettre", "links",
  "login", "megamenu", "menu", "menus", "modal", "mostread", "nav", "navbar", "navigation", "newsletter", "outbrain", "overlay",
  "pagination", "partage", "partager", "paywall", "popin", "popular", "popup", "promo", "promotion", "pub", "publicite",
  "reactions", "reco", "recommendations", "recommended", "related", "replies", "respond", "rgpd", "search", "share", "sharing",
  "sidebar", "signup", "sitemap", "social", "sponsor", "sponsored", "subscribe", "subscription", "taboola", "tags", "toolbar",
  "topbar", "trending", "twitter", "voiraussi", "widget",
};

static const char * const byline_words[] = {
  "author", "authors", "auteur", "auteurs", "byline", "credit", "credits", "date", "dateline", "dateblock", "infos", "meta",
  "metadata", "publication", "published", "pubdate", "readingtime", "signature", "time", "timestamp", "updated",
};

static const char * const body_words[] = {
  "article", "articlebody", "articletext", "body", "bodytext", "contenu", "content", "corps", "entry", "main", "post", "story",
  "storybody", "storytext", "text", "texte",
};

/* How headings begin that stand over something else; case folded. */
static const char * const other_headings[] = {
  "a lire aussi", "à lire aussi", "à lire également", "ailleurs sur le web", "all comments", "also read", "articles les plus lus",
  "articles liés", "articles similaires", "aussi dans l", "commentaires", "comments", "dans la même rubrique", "discussion (",
  "dans le même dossier", "devamını oku", "ilgili haberler", "join the", "keep reading", "la suite après", "laisser un commentaire",
  "leave a comment", "leave a reply", "les plus commentés", "les plus lus", "lire aussi", "lire plus", "lire également",
  "mehr zum thema", "more from", "more on this", "more stories", "most popular", "most read", "newsletter", "nos autres",
  "notre newsletter", "nous suivre", "on the same subject", "partager", "plus d'articles", "plus d’articles", "post a comment",
  "pour aller plus loin", "reactions", "read also", "read more", "read next", "reader comments", "recommandé", "recommended",
  "related", "réactions", "réagir", "s'abonner", "share this", "sign up", "suivez-nous", "sur le même sujet", "sur le même thème",
  "subscribe", "the latest", "top stories", "trending", "vos commentaires", "vos réactions", "voir aussi", "vous aimerez aussi",
  "what others are reading", "write a comment", "yorumlar", "you may also", "you might also", "your comments",
  "اقرأ أيضا", "اقرأ أيضاً", "اقرأ ايضا", "الأكثر قراءة", "التعليقات", "تعليقات", "شارك", "مواضيع ذات صلة", "مقالات ذات صلة",
  "موضوعات ذات صلة", "اترك تعليق",
};

/* Calls @word for the words of a name such as `siteNav main-menu_top`. */
static gboolean
has_word (const char         *names,
          const char * const *words,
          gsize               n_words)
{
  g_autoptr(GString) word = g_string_new (NULL);

  for (const char *next = names;; next++)
    {
      gboolean is_letter = g_ascii_isalpha (*next) || (*next & 0x80) != 0;
      gboolean begins_word = g_ascii_isupper (*next) && next > names && g_ascii_islower (next[-1]);

      if (!is_letter || begins_word)
        {
          if (word->len > 0 && is_one_of (word->str, words, n_words))
            return TRUE;
          g_string_truncate (word, 0);
        }
      if (*next == '\0')
        return FALSE;
      if (is_letter)
        g_string_append_c (word, g_ascii_tolower (*next));
    }
}

static gboolean
is_named (xmlNode            *node,
          const char * const *words,
          gsize               n_words)
{
  g_autofree char *class = lieudit_xml_dup_attribute (node, "class");
  g_autofree char *id = lieudit_xml_dup_attribute (node, "id");

  return (class != NULL && has_word (class, words, n_words)) || (id != NULL && has_word (id, words, n_words));
}

gboolean
lieudit_html_is_block (const xmlNode *node)
{
  return node->type == XML_ELEMENT_NODE && IS_ONE_OF ((const char *) node->name, blocks);
}

/*
 * lieudit_html_is_invisible:
 *
 * Returns: whether a browser shows no text in the element, or would not to
 *   somebody who reads
 */
gboolean
lieudit_html_is_invisible (xmlNode *node)
{
  g_autofree char *style = NULL;

  if (node->type != XML_ELEMENT_NODE)
    return node->type != XML_TEXT_NODE && node->type != XML_CDATA_SECTION_NODE && node->type != XML_ENTITY_REF_NODE;
  if (IS_ONE_OF ((const char *) node->name, invisible) || xmlHasProp (node, (const xmlChar *) "hidden") != NULL)
    return TRUE;

  style = lieudit_xml_dup_attribute (node, "style");
  if (style == NULL)
    return FALSE;

  for (char *space = strchr (style, ' '); space != NULL; space = strchr (space, ' '))
    memmove (space, space + 1, strlen (space));

  return strstr (style, "display:none") != NULL || strstr (style, "visibility:hidden") != NULL;
}

/* lieudit_html_heading_level: the level from 1 to 6, or 0 for what is no heading. */
guint
lieudit_html_heading_level (const xmlNode *node)
{
  const char *name = (const char *) node->name;

  if (node->type != XML_ELEMENT_NODE || name[0] != 'h' || name[1] < '1' || name[1] > '6' || name[2] != '\0')
    return 0;

  return (guint) (name[1] - '0');
}

/* lieudit_html_is_beside: whether the element says of itself that it lies beside the article. */
gboolean
lieudit_html_is_beside (xmlNode *node)
{
  const char *name = (const char *) node->name;
  g_autofree char *role = NULL;

  if (node->type != XML_ELEMENT_NODE || strcmp (name, "body") == 0 || strcmp (name, "html") == 0 || strcmp (name, "main") == 0)
    return FALSE;
  if (IS_ONE_OF (name, beside_elements))
    return TRUE;

  role = lieudit_xml_dup_attribute (node, "role");
  if (role != NULL && IS_ONE_OF (role, beside_roles))
    return TRUE;

  return is_named (node, beside_words, G_N_ELEMENTS (beside_words));
}

/* lieudit_html_is_byline: whether the element tells who wrote the article, and when. */
gboolean
lieudit_html_is_byline (xmlNode *node)
{
  g_autofree char *relation = NULL;

  if (node->type != XML_ELEMENT_NODE)
    return FALSE;
  if (lieudit_xml_is_element (node, "time") || lieudit_xml_is_element (node, "address"))
    return TRUE;

  relation = lieudit_xml_dup_attribute (node, "itemprop");
  if (relation != NULL && (strcmp (relation, "author") == 0 || g_str_has_prefix (relation, "date")))
    return TRUE;

  return is_named (node, byline_words, G_N_ELEMENTS (byline_words));
}

/* lieudit_html_is_body_named: whether the element's name promises the text of an article. */
gboolean
lieudit_html_is_body_named (xmlNode *node)
{
  return lieudit_xml_is_element (node, "article") || lieudit_xml_is_element (node, "main") ||
         is_named (node, body_words, G_N_ELEMENTS (body_words));
}

/* lieudit_html_heads_other: whether a heading announces something else than the article: comments, other articles. */
gboolean
lieudit_html_heads_other (const char *heading)
{
  g_autofree char *normal = NULL;
  g_autofree char *folded = NULL;
  const char *start;

  if (g_utf8_strlen (heading, -1) > LONGEST_OTHER_HEADING)
    return FALSE;

  normal = g_utf8_normalize (heading, -1, G_NORMALIZE_ALL_COMPOSE);
  folded = g_utf8_casefold (normal != NULL ? normal : heading, -1);
  for (start = folded; *start != '\0'; start = g_utf8_next_char (start))
    {
      if (g_unichar_isalpha (g_utf8_get_char (start)))
        break;
    }

  for (gsize i = 0; i < G_N_ELEMENTS (other_headings); i++)
    {
      gsize length = strlen (other_headings[i]);

      if (strncmp (start, other_headings[i], length) == 0 && !g_unichar_isalpha (g_utf8_get_char (start + length)))
        return TRUE;
    }

  return FALSE;
}

static void
measure_text (const char         *text,
              gboolean            is_linked,
              LieuditTextMeasure *measure)
{
  gsize n_characters = 0;
  gboolean after_space = TRUE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);
      gboolean is_space = g_unichar_isspace (character);

      n_characters += !is_space || !after_space;
      after_space = is_space;
      measure->n_commas += character == ',' || character == 0x060C /* ، */ || character == 0x3001 /* 、 */;
    }

  measure->n_characters += n_characters;
  if (is_linked)
    measure->n_linked += n_characters;
}

static void
measure (xmlNode            *node,
         gboolean            is_linked,
         gboolean            skip_blocks,
         LieuditTextMeasure *sum)
{
  for (xmlNode *child = node->children; child != NULL; child = child->next)
    {
      if (child->type == XML_TEXT_NODE || child->type == XML_CDATA_SECTION_NODE)
        measure_text ((const char *) child->content, is_linked, sum);
      else if (child->type == XML_ELEMENT_NODE && !lieudit_html_is_invisible (child) &&
               !(skip_blocks && lieudit_html_is_block (child)))
        measure (child, is_linked || lieudit_xml_is_element (child, "a"), skip_blocks, sum);
    }
}

/* lieudit_html_measure: measures all text that can be seen in an element. */
LieuditTextMeasure
lieudit_html_measure (xmlNode *node)
{
  LieuditTextMeasure sum = { 0, 0, 0 };

  measure (node, lieudit_xml_is_element (node, "a"), FALSE, &sum);

  return sum;
}

/* lieudit_html_measure_own: measures the text of an element that lies in no other block in it. */
LieuditTextMeasure
lieudit_html_measure_own (xmlNode *node)
{
  LieuditTextMeasure sum = { 0, 0, 0 };

  measure (node, lieudit_xml_is_element (node, "a"), TRUE, &sum);

  return sum;
}
