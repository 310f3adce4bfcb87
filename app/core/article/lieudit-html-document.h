/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>
#include <libxml/tree.h>

G_BEGIN_DECLS

xmlDoc     *lieudit_html_parse            (const char  *data,
                                           gsize        length,
                                           GError     **error);

xmlDoc     *lieudit_xml_parse             (const char  *data,
                                           gsize        length,
                                           GError     **error);

char       *lieudit_xml_peek_root         (const char  *data,
                                           gsize        length);

gboolean    lieudit_xml_is_element        (const xmlNode *node,
                                           const char    *name);
char       *lieudit_xml_dup_attribute     (xmlNode       *node,
                                           const char    *name);
char       *lieudit_xml_dup_text          (xmlNode       *node);
xmlNode    *lieudit_xml_find_child        (xmlNode       *node,
                                           const char    *name);
char       *lieudit_xml_dup_child_text    (xmlNode       *node,
                                           const char    *name);
xmlNode    *lieudit_xml_next              (xmlNode       *node,
                                           xmlNode       *top);
xmlNode    *lieudit_xml_next_skipping     (xmlNode       *node,
                                           xmlNode       *top);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (xmlDoc, xmlFreeDoc)

G_END_DECLS
