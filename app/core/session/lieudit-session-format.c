/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tells what sessions and exports are written in. */
#include "config.h"

#include "session/lieudit-session-reader.h"

#include <string.h>

#include <glib/gi18n.h>

G_DEFINE_QUARK (lieudit-session-error-quark, lieudit_session_error)

static gboolean
recognise_json (const char *text,
                gsize       length)
{
  static const char member[] = "\"" LIEUDIT_SESSION_VERSION_MEMBER "\"";
  gsize position = 0;

  while (position < length && g_ascii_isspace (text[position]))
    position++;

  return position < length && text[position] == '{' &&
         memmem (text + position, length - position, member, strlen (member)) != NULL;
}

/**
 * lieudit_session_recognise:
 * @text: (array length=length): the beginning of a file, or all of it
 * @length: how many bytes that are
 *
 * Returns: whether this is a session file, or an export with all that a session
 *   has; whole or not
 */
gboolean
lieudit_session_recognise (const char *text,
                           gsize       length)
{
  g_return_val_if_fail (text != NULL || length == 0, FALSE);

  return length > 0 && (recognise_json (text, length) || lieudit_session_recognise_tei (text, length) ||
                        lieudit_recogito_recognise (text, length));
}

/**
 * lieudit_session_read:
 * @bytes: the contents of a session file, or of an export
 * @onto: (nullable): an article that annotations may be on that come without one
 * @error: return location for an error
 *
 * Reads a session, with the file it belongs to if it was written for recovery.
 * The messages do not name the file, so that they can be shown behind its name.
 *
 * Fails with %LIEUDIT_SESSION_ERROR; with %LIEUDIT_SESSION_ERROR_NO_SESSION when
 * the file is an article and no more.
 *
 * Returns: (transfer full) (nullable): the session, or %NULL on error
 */
LieuditSession *
lieudit_session_read (GBytes          *bytes,
                      LieuditArticle  *onto,
                      GError         **error)
{
  const char *text;
  gsize length;

  g_return_val_if_fail (bytes != NULL, NULL);
  g_return_val_if_fail (onto == NULL || LIEUDIT_IS_ARTICLE (onto), NULL);

  text = g_bytes_get_data (bytes, &length);
  if (length > LIEUDIT_SESSION_SIZE_LIMIT)
    {
      g_set_error_literal (error, LIEUDIT_SESSION_ERROR, LIEUDIT_SESSION_ERROR_TOO_LARGE,
                           _("This session is too large to be one that Lieudit saved."));
      return NULL;
    }

  if (length > 0 && lieudit_session_recognise_tei (text, length))
    return lieudit_session_read_tei (bytes, error);
  /* An article may be on Recogito. */
  if (length > 0 && !recognise_json (text, length) && lieudit_recogito_recognise (text, length))
    return lieudit_recogito_read (bytes, onto, error);

  return lieudit_session_read_json (text != NULL ? text : "", length, error);
}
