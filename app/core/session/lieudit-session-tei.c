/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Editions in TEI that Lieudit exported. Their header has all that a session has, which holds as long as nobody edited
 * the edition itself: what a person wrote there counts more.
 */
#include "config.h"

#include "session/lieudit-session-reader.h"

#include <string.h>

#include "article/lieudit-html-document.h"
#include "session/lieudit-tei-record.h"

#define HEADER_END "</teiHeader>"

/* lieudit_session_recognise_tei: whether a file, or its beginning, is an edition with a session in it. */
gboolean
lieudit_session_recognise_tei (const char *text,
                               gsize       length)
{
  static const char instruction[] = "<?" LIEUDIT_TEI_RECORD " ";

  return *text == '<' && memmem (text, length, instruction, strlen (instruction)) != NULL;
}

/**
 * lieudit_tei_record_digest:
 * @text: (array length=length): a TEI document
 * @length: how many bytes
 *
 * Returns: (transfer full) (nullable): a digest of what is edited, all behind the
 *   header; %NULL if there is no header
 */
char *
lieudit_tei_record_digest (const char *text,
                           gsize       length)
{
  const char *edition = memmem (text, length, HEADER_END, strlen (HEADER_END));

  if (edition == NULL)
    return NULL;

  return g_compute_checksum_for_data (G_CHECKSUM_SHA256, (const guchar *) edition, length - (gsize) (edition - text));
}

static char *
dup_record (xmlDoc *document)
{
  xmlNode *root = xmlDocGetRootElement (document);

  for (xmlNode *node = root; node != NULL; node = lieudit_xml_next (node, root))
    {
      if (lieudit_xml_is_element (node, "xenoData"))
        return lieudit_xml_dup_text (node);
    }

  return NULL;
}

/* lieudit_session_read_tei: reads the session that an edition has in its header. */
LieuditSession *
lieudit_session_read_tei (GBytes  *bytes,
                          GError **error)
{
  gsize length;
  const char *text = g_bytes_get_data (bytes, &length);
  g_autofree char *digest = lieudit_tei_record_digest (text, length);
  g_autofree char *instruction = g_strdup_printf ("<?" LIEUDIT_TEI_RECORD " sha256=\"%s\"?>", digest != NULL ? digest : "");
  g_autofree char *record = NULL;
  g_autoptr(xmlDoc) document = NULL;
  LieuditSession *session;

  if (digest != NULL && memmem (text, length, instruction, strlen (instruction)) != NULL)
    document = lieudit_xml_parse (text, length, NULL);
  if (document != NULL)
    record = dup_record (document);
  if (record == NULL)
    {
      g_set_error_literal (error, LIEUDIT_SESSION_ERROR, LIEUDIT_SESSION_ERROR_NO_SESSION, "an edition");
      return NULL;
    }

  session = lieudit_session_read_json (record, strlen (record), error);
  if (session != NULL)
    lieudit_session_set_imported (session);

  return session;
}
