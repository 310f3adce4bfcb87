/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article/lieudit-html-document.h"

G_BEGIN_DECLS

/**
 * LieuditTextMeasure:
 * @n_characters: how many characters of text, any white space being one
 * @n_linked: how many of them are in links
 * @n_commas: how many commas, in any script
 */
typedef struct {
  gsize n_characters;
  gsize n_linked;
  gsize n_commas;
} LieuditTextMeasure;

gboolean           lieudit_html_is_block       (const xmlNode *node);
gboolean           lieudit_html_is_invisible   (xmlNode       *node);
guint              lieudit_html_heading_level  (const xmlNode *node);
gboolean           lieudit_html_is_beside      (xmlNode       *node);
gboolean           lieudit_html_is_byline      (xmlNode       *node);
gboolean           lieudit_html_is_body_named  (xmlNode       *node);
gboolean           lieudit_html_heads_other    (const char    *heading);
LieuditTextMeasure lieudit_html_measure        (xmlNode       *node);
LieuditTextMeasure lieudit_html_measure_own    (xmlNode       *node);

G_END_DECLS
