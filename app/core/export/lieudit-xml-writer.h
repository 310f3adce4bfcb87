/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>
#include <libxml/xmlwriter.h>

#include "export/lieudit-export-format.h"

G_BEGIN_DECLS

/**
 * LieuditXmlWriter:
 * @writer: libxml2's
 *
 * Writes XML into memory. Characters that XML cannot have are left out.
 */
typedef struct {
  xmlTextWriter *writer;

  /*< private >*/
  xmlBuffer     *buffer;
} LieuditXmlWriter;

void    lieudit_xml_writer_init         (LieuditXmlWriter    *self,
                                         gboolean             pretty);
GBytes *lieudit_xml_writer_finish       (LieuditXmlWriter    *self);
void    lieudit_xml_writer_begin        (LieuditXmlWriter    *self,
                                         const char          *name);
void    lieudit_xml_writer_end          (LieuditXmlWriter    *self);
void    lieudit_xml_writer_attribute    (LieuditXmlWriter    *self,
                                         const char          *name,
                                         const char          *value);
void    lieudit_xml_writer_degrees      (LieuditXmlWriter    *self,
                                         const char          *name,
                                         double               degrees);
void    lieudit_xml_writer_text         (LieuditXmlWriter    *self,
                                         const char          *text,
                                         gssize               length);
void    lieudit_xml_writer_element      (LieuditXmlWriter    *self,
                                         const char          *name,
                                         const char          *text);

char   *lieudit_export_dup_attribution  (const LieuditExport *what);
char   *lieudit_export_dup_sentences    (const LieuditExport *what,
                                         LieuditFoundPlace   *found,
                                         const char          *separator);

G_END_DECLS
