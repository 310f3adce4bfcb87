/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Finds the article in a page: where long paragraphs with few links stand close
 * together. What says of itself that it is something else (menus, comments) is
 * set aside before.
 */
#include "config.h"

#include "article/lieudit-html-content.h"

#include <string.h>

/* A paragraph that counts has so many characters. */
#define SHORTEST_PARAGRAPH 25

/* How far up a paragraph counts, each time half as much. */
#define N_LEVELS 5

/* A neighbour of the best element belongs to it when it has so much of its score. */
#define NEIGHBOUR_SHARE 0.2

/* Neighbours that are single paragraphs: with more characters, or a sentence. */
#define LONG_NEIGHBOUR 80

/* A headline has so many characters. */
#define SHORTEST_HEADLINE 12

#define BODY_NAME_FACTOR 1.25

typedef struct {
  GHashTable *scores; /* xmlNode -> double */
  GHashTable *beside;
} Scoring;

static gboolean
lies_in (const xmlNode *node,
         const xmlNode *around)
{
  for (; node != NULL; node = node->parent)
    {
      if (node == around)
        return TRUE;
    }

  return FALSE;
}

static gboolean
lies_beside (GHashTable    *beside,
             const xmlNode *node)
{
  for (; node != NULL; node = node->parent)
    {
      if (g_hash_table_contains (beside, node))
        return TRUE;
    }

  return FALSE;
}

static double
get_link_share (const LieuditTextMeasure *measure)
{
  return measure->n_characters > 0 ? (double) measure->n_linked / (double) measure->n_characters : 0;
}

/* The element that must be kept, whatever the names around it. */
static xmlNode *
find_article_body (xmlNode *root)
{
  for (xmlNode *node = root; node != NULL; node = lieudit_xml_next (node, root))
    {
      g_autofree char *property = node->type == XML_ELEMENT_NODE ? lieudit_xml_dup_attribute (node, "itemprop") : NULL;

      if (property != NULL && strcmp (property, "articleBody") == 0 && !lieudit_xml_is_element (node, "meta"))
        return node;
    }

  return NULL;
}

/* The first heading of the highest level that is long enough, as logos are not, and stands in no menu. */
static xmlNode *
find_headline (xmlNode    *root,
               GHashTable *beside)
{
  for (guint level = 1; level <= 2; level++)
    {
      for (xmlNode *node = root; node != NULL;)
        {
          if (node->type == XML_ELEMENT_NODE && (g_hash_table_contains (beside, node) || lieudit_html_is_invisible (node)))
            {
              node = lieudit_xml_next_skipping (node, root);
              continue;
            }
          if (lieudit_html_heading_level (node) == level)
            {
              LieuditTextMeasure measure = lieudit_html_measure (node);
              g_autofree char *text = lieudit_xml_dup_text (node);

              if (measure.n_characters >= SHORTEST_HEADLINE && get_link_share (&measure) < 0.5 && !lieudit_html_heads_other (text))
                return node;
            }
          node = lieudit_xml_next (node, root);
        }
    }

  return NULL;
}

static gboolean
holds_headline (xmlNode *node,
                xmlNode *root)
{
  for (xmlNode *next = node; next != NULL; next = lieudit_xml_next (next, node))
    {
      if (lieudit_html_heading_level (next) == 1 && lieudit_html_measure (next).n_characters >= SHORTEST_HEADLINE)
        return TRUE;
    }

  return FALSE;
}

static void
set_aside_named (xmlNode    *root,
                 xmlNode    *body,
                 GHashTable *beside)
{
  for (xmlNode *node = root; node != NULL;)
    {
      if (lieudit_html_is_beside (node) && !(body != NULL && lies_in (body, node)) && !holds_headline (node, root))
        {
          g_hash_table_add (beside, node);
          node = lieudit_xml_next_skipping (node, root);
        }
      else
        {
          node = lieudit_xml_next (node, root);
        }
    }
}

/* A short block that is all bold serves as a heading on old pages. */
static gboolean
is_like_heading (xmlNode *node)
{
  if (lieudit_html_heading_level (node) > 0)
    return TRUE;
  if (lieudit_xml_is_element (node, "b") || lieudit_xml_is_element (node, "strong"))
    return lieudit_html_measure (node).n_characters <= 60;

  return lieudit_html_is_block (node) && lieudit_html_measure_own (node).n_characters > 0 &&
         lieudit_html_measure (node).n_characters <= 60;
}

static gboolean
is_first_with_text (xmlNode *node)
{
  for (xmlNode *before = node->prev; before != NULL; before = before->prev)
    {
      if (before->type == XML_TEXT_NODE && !xmlIsBlankNode (before))
        return FALSE;
      if (before->type == XML_ELEMENT_NODE && !lieudit_html_is_invisible (before) &&
          lieudit_html_measure (before).n_characters > 0)
        return FALSE;
    }

  return TRUE;
}

/* The box that a heading stands at the top of, or the heading and what follows it up to the next one. */
static void
set_aside_section (xmlNode    *heading,
                   xmlNode    *headline,
                   xmlNode    *body,
                   GHashTable *beside)
{
  guint level = lieudit_html_heading_level (heading);
  xmlNode *box = heading;

  while (box->parent != NULL && is_first_with_text (box) && !lieudit_xml_is_element (box->parent, "body") &&
         !(headline != NULL && lies_in (headline, box->parent)) && !(body != NULL && lies_in (body, box->parent)))
    box = box->parent;

  g_hash_table_add (beside, box);
  if (box != heading)
    return;

  for (xmlNode *next = heading->next; next != NULL; next = next->next)
    {
      guint next_level = lieudit_html_heading_level (next);

      if (next_level > 0 && (level == 0 || next_level <= level))
        {
          g_autofree char *text = lieudit_xml_dup_text (next);

          if (!lieudit_html_heads_other (text))
            return;
        }

      /* What looks like a paragraph of the article ends a box of links that has no end of its own. */
      if (lieudit_xml_is_element (next, "p") && lieudit_xml_is_element (heading->parent, "div") && level == 0)
        {
          LieuditTextMeasure measure = lieudit_html_measure (next);

          if (measure.n_characters > LONG_NEIGHBOUR && get_link_share (&measure) < 0.3)
            return;
        }
      if (next->type == XML_ELEMENT_NODE)
        g_hash_table_add (beside, next);
    }
}

static void
set_aside_headed (xmlNode    *root,
                  xmlNode    *headline,
                  xmlNode    *body,
                  GHashTable *beside)
{
  for (xmlNode *node = root; node != NULL;)
    {
      if (g_hash_table_contains (beside, node))
        {
          node = lieudit_xml_next_skipping (node, root);
          continue;
        }
      if (node != headline && node->type == XML_ELEMENT_NODE && is_like_heading (node))
        {
          g_autofree char *text = lieudit_xml_dup_text (node);

          if (lieudit_html_heads_other (text) && (lieudit_html_is_block (node) || is_first_with_text (node)))
            {
              set_aside_section (node, headline, body, beside);
              node = lieudit_xml_next_skipping (node, root);
              continue;
            }
        }
      node = lieudit_xml_next (node, root);
    }
}

static double
get_score (const Scoring *scoring,
           const xmlNode *node)
{
  double *score = g_hash_table_lookup (scoring->scores, node);

  return score != NULL ? *score : 0;
}

static void
add_score (Scoring *scoring,
           xmlNode *node,
           double   score)
{
  double *sum = g_hash_table_lookup (scoring->scores, node);

  if (sum == NULL)
    {
      sum = g_new0 (double, 1);
      g_hash_table_insert (scoring->scores, node, sum);
    }
  *sum += score;
}

static void
score_paragraph (Scoring *scoring,
                 xmlNode *node)
{
  LieuditTextMeasure own = lieudit_html_measure_own (node);
  double score;
  xmlNode *level = node;

  if (own.n_characters < SHORTEST_PARAGRAPH || get_link_share (&own) > 0.5 || lieudit_html_heading_level (node) > 0)
    return;

  score = (1 + MIN ((double) own.n_characters / 100, 10) + MIN ((double) own.n_commas, 5)) * (1 - get_link_share (&own));

  /* Where lines are only broken, the element is a whole text, not a paragraph of one. */
  if (lieudit_xml_is_element (node, "p") && node->parent != NULL)
    level = node->parent;

  for (guint i = 0; i < N_LEVELS && level != NULL && level->type == XML_ELEMENT_NODE; i++)
    {
      add_score (scoring, level, score);
      score /= 2;
      level = level->parent;
    }
}

static void
score_paragraphs (Scoring *scoring,
                  xmlNode *root)
{
  for (xmlNode *node = root; node != NULL;)
    {
      if (g_hash_table_contains (scoring->beside, node) || lieudit_html_is_invisible (node))
        {
          node = lieudit_xml_next_skipping (node, root);
          continue;
        }
      if (lieudit_html_is_block (node))
        score_paragraph (scoring, node);
      node = lieudit_xml_next (node, root);
    }
}

static xmlNode *
find_best (const Scoring *scoring,
           xmlNode       *root)
{
  xmlNode *best = NULL;
  double best_score = 0;

  for (xmlNode *node = root; node != NULL; node = lieudit_xml_next (node, root))
    {
      double score = node->type == XML_ELEMENT_NODE ? get_score (scoring, node) : 0;

      if (score <= 0)
        continue;

      if (lieudit_html_is_body_named (node))
        score *= BODY_NAME_FACTOR;
      if (score > best_score)
        {
          best = node;
          best_score = score;
        }
    }

  return best;
}

static gboolean
belongs_to (const Scoring *scoring,
            xmlNode       *neighbour,
            double         best_score)
{
  LieuditTextMeasure measure;

  if (neighbour->type != XML_ELEMENT_NODE || lieudit_html_is_invisible (neighbour) ||
      g_hash_table_contains (scoring->beside, neighbour))
    return FALSE;
  if (get_score (scoring, neighbour) > best_score * NEIGHBOUR_SHARE)
    return TRUE;

  /* Pictures stand beside the text as often as in it. */
  if (lieudit_xml_is_element (neighbour, "figure"))
    return TRUE;

  measure = lieudit_html_measure (neighbour);
  if (lieudit_xml_is_element (neighbour, "p"))
    return measure.n_characters > LONG_NEIGHBOUR && get_link_share (&measure) < 0.25 && !lieudit_html_is_byline (neighbour);

  return FALSE;
}

/* Text between the headline and the body: what stands over the article. */
static void
add_standfirst (LieuditHtmlContent *self,
                xmlNode            *root)
{
  xmlNode *first = g_ptr_array_index (self->parts, 0);
  guint n_before = 0;

  if (self->headline == NULL || lies_in (self->headline, first))
    return;

  for (xmlNode *node = lieudit_xml_next_skipping (self->headline, root); node != NULL && node != first;)
    {
      LieuditTextMeasure own = { 0, 0, 0 };

      if (lies_beside (self->beside, node) || (node->type == XML_ELEMENT_NODE && lieudit_html_is_invisible (node)) ||
          lieudit_html_is_byline (node))
        {
          node = lieudit_xml_next_skipping (node, root);
          continue;
        }
      if (lies_in (first, node) || !lieudit_html_is_block (node))
        {
          node = lieudit_xml_next (node, root);
          continue;
        }

      own = lieudit_html_measure_own (node);
      if (own.n_characters > 40 && get_link_share (&own) < 0.3 && lieudit_html_heading_level (node) != 1)
        {
          g_ptr_array_insert (self->parts, (int) n_before++, node);
          node = lieudit_xml_next_skipping (node, root);
        }
      else
        {
          node = lieudit_xml_next (node, root);
        }
    }
}

static void
choose_parts (LieuditHtmlContent *self,
              xmlNode            *root,
              xmlNode            *body)
{
  Scoring scoring = { g_hash_table_new_full (NULL, NULL, NULL, g_free), self->beside };
  xmlNode *best;

  score_paragraphs (&scoring, root);
  best = body != NULL && lieudit_html_measure (body).n_characters > SHORTEST_PARAGRAPH ? body : find_best (&scoring, root);

  if (best == NULL)
    {
      g_ptr_array_add (self->parts, root);
    }
  else if (best == body || best->parent == NULL || best->parent->type != XML_ELEMENT_NODE || lieudit_xml_is_element (best, "body"))
    {
      g_ptr_array_add (self->parts, best);
    }
  else
    {
      double best_score = get_score (&scoring, best);

      for (xmlNode *neighbour = best->parent->children; neighbour != NULL; neighbour = neighbour->next)
        {
          if (neighbour == best || belongs_to (&scoring, neighbour, best_score))
            g_ptr_array_add (self->parts, neighbour);
        }
    }

  g_hash_table_unref (scoring.scores);
}

static xmlNode *
find_body_element (xmlNode *root)
{
  xmlNode *body = lieudit_xml_find_child (root, "body");

  return body != NULL ? body : root;
}

/**
 * lieudit_html_content_init:
 * @self: what is found
 * @document: a page, which must stay as it is
 *
 * Finds the article in a page.
 */
void
lieudit_html_content_init (LieuditHtmlContent *self,
                           xmlDoc             *document)
{
  xmlNode *root = find_body_element (xmlDocGetRootElement (document));
  xmlNode *body = find_article_body (root);

  self->beside = g_hash_table_new (NULL, NULL);
  self->parts = g_ptr_array_new ();
  set_aside_named (root, body, self->beside);
  self->headline = find_headline (root, self->beside);
  set_aside_headed (root, self->headline, body, self->beside);

  choose_parts (self, root, body);
  add_standfirst (self, root);
}

/**
 * lieudit_html_content_clear:
 * @self: what was found
 *
 * Frees what was found.
 */
void
lieudit_html_content_clear (LieuditHtmlContent *self)
{
  g_clear_pointer (&self->beside, g_hash_table_unref);
  g_clear_pointer (&self->parts, g_ptr_array_unref);
}
