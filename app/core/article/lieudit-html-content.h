/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article/lieudit-html-elements.h"

G_BEGIN_DECLS

/**
 * LieuditHtmlContent:
 * @beside: (element-type xmlNode): elements that hold no text of the article
 * @parts: (element-type xmlNode): the elements that make up the article, in
 *   their order
 * @headline: (nullable): the element with the headline
 *
 * Where the article is in a page.
 */
typedef struct {
  GHashTable *beside;
  GPtrArray  *parts;
  xmlNode    *headline;
} LieuditHtmlContent;

void     lieudit_html_content_init           (LieuditHtmlContent *self,
                                              xmlDoc             *document);
void     lieudit_html_content_clear          (LieuditHtmlContent *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (LieuditHtmlContent, lieudit_html_content_clear)

G_END_DECLS
