/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-cli.h"

#include <string.h>
#include <unistd.h>

#include <gio/gunixinputstream.h>
#include <glib/gi18n.h>

#include "article/lieudit-article-reader.h"
#include "session/lieudit-session-file.h"

/* In how much of its input a session has to say that it is one. */
#define BEGINNING_SIZE 4096

/*
 * lieudit_cli_is_language_tag:
 * @tag: what an option says
 *
 * Returns: whether it is a BCP 47 tag: letters, then subtags of letters and
 *   digits
 */
gboolean
lieudit_cli_is_language_tag (const char *tag)
{
  gsize length = strcspn (tag, "-");

  if (length < 2 || length > 8 || strlen (tag) > 35 || tag[strlen (tag) - 1] == '-')
    return FALSE;

  for (gsize i = 0; tag[i] != '\0'; i++)
    {
      if (!(i < length ? g_ascii_isalpha (tag[i]) : g_ascii_isalnum (tag[i]) || tag[i] == '-'))
        return FALSE;
    }

  return TRUE;
}

/*
 * lieudit_cli_is_standard_input:
 * @name: a file as named on the command line
 *
 * Returns: whether it stands for standard input
 */
gboolean
lieudit_cli_is_standard_input (const char *name)
{
  return g_str_equal (name, "-");
}

/* What begins as a session may turn out to be no more than an article. */
static gboolean
is_no_session (const GError *error)
{
  return g_error_matches (error, LIEUDIT_SESSION_ERROR, LIEUDIT_SESSION_ERROR_NO_SESSION);
}

static void
add_articles (GPtrArray *sessions,
              GPtrArray *articles)
{
  for (guint i = 0; articles != NULL && i < articles->len; i++)
    g_ptr_array_add (sessions, lieudit_session_new (g_ptr_array_index (articles, i)));
  g_clear_pointer (&articles, g_ptr_array_unref);
}

/* What begins as a session is read as one, anything else as articles. */
static GPtrArray *
read_stream (GInputStream  *stream,
             const char    *source,
             GError       **error)
{
  g_autoptr(GInputStream) buffered = g_buffered_input_stream_new_sized (stream, BEGINNING_SIZE);
  g_autoptr(GOutputStream) memory = NULL;
  g_autoptr(LieuditSession) session = NULL;
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GBytes) bytes = NULL;
  GPtrArray *sessions = g_ptr_array_new_with_free_func (g_object_unref);
  const char *beginning;
  gsize size;

  while (g_buffered_input_stream_fill (G_BUFFERED_INPUT_STREAM (buffered), -1, NULL, NULL) > 0 &&
         g_buffered_input_stream_get_available (G_BUFFERED_INPUT_STREAM (buffered)) < BEGINNING_SIZE)
    ;
  beginning = g_buffered_input_stream_peek_buffer (G_BUFFERED_INPUT_STREAM (buffered), &size);
  if (!lieudit_session_recognise (beginning, size))
    {
      add_articles (sessions, lieudit_articles_read_stream (buffered, source, NULL, error));
      return sessions;
    }

  memory = g_memory_output_stream_new_resizable ();
  if (g_output_stream_splice (memory, buffered, G_OUTPUT_STREAM_SPLICE_CLOSE_TARGET, NULL, error) < 0)
    return sessions;
  bytes = g_memory_output_stream_steal_as_bytes (G_MEMORY_OUTPUT_STREAM (memory));
  session = lieudit_session_read (bytes, NULL, &local_error);
  if (session != NULL)
    g_ptr_array_add (sessions, g_steal_pointer (&session));
  else if (!is_no_session (local_error))
    g_propagate_error (error, g_steal_pointer (&local_error));
  else
    add_articles (sessions, lieudit_articles_read_bytes (bytes, source, NULL, error));

  return sessions;
}

/*
 * lieudit_cli_read_sessions:
 * @name: a file as named on the command line, or "-" for standard input
 * @language: (nullable): the language of its articles, or %NULL to find it out
 * @error: return location for an error
 *
 * Reads a session with all that a person decided, or the articles of a file, on
 * which nobody has decided anything yet.
 *
 * Returns: (transfer full) (nullable) (element-type LieuditSession): the
 *   sessions, at least one, or %NULL on error
 */
GPtrArray *
lieudit_cli_read_sessions (const char  *name,
                           const char  *language,
                           GError     **error)
{
  g_autoptr(GPtrArray) sessions = NULL;
  g_autoptr(GInputStream) stream = NULL;

  if (!lieudit_cli_is_standard_input (name))
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (name);

      return lieudit_sessions_open (file, language, NULL, error);
    }

  stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);
  sessions = read_stream (stream, NULL, error);
  lieudit_sessions_set_language (sessions, language);

  return sessions->len > 0 ? g_steal_pointer (&sessions) : NULL;
}

/*
 * lieudit_cli_read_session:
 * @name: a file as named on the command line, or "-" for standard input
 * @language: (nullable): the language of its article, or %NULL to find it out
 * @error: return location for an error
 *
 * Reads a session, or the only article of a file.
 *
 * Returns: (transfer full) (nullable): the session, or %NULL on error
 */
LieuditSession *
lieudit_cli_read_session (const char  *name,
                          const char  *language,
                          GError     **error)
{
  g_autoptr(GPtrArray) sessions = lieudit_cli_read_sessions (name, language, error);
  GPtrArray *articles = NULL;
  g_autoptr(LieuditArticle) only = NULL;

  if (sessions == NULL)
    return NULL;
  if (sessions->len == 1)
    return g_object_ref (g_ptr_array_index (sessions, 0));

  /* Of several, this says which there are. */
  articles = g_ptr_array_new_with_free_func (g_object_unref);
  for (guint i = 0; i < sessions->len; i++)
    g_ptr_array_add (articles, g_object_ref (lieudit_session_get_article (g_ptr_array_index (sessions, i))));
  only = lieudit_articles_get_only (articles, error);

  return only != NULL ? lieudit_session_new (only) : NULL;
}

/*
 * lieudit_cli_annotate:
 * @session: (nullable) (transfer full): an article; without one there is an error
 *   already
 * @path: (nullable) (type filename): a file of annotations
 * @error: return location for an error
 *
 * Puts annotations on an article.
 *
 * Returns: (transfer full) (nullable): the session without or with them, or %NULL
 *   on error
 */
LieuditSession *
lieudit_cli_annotate (LieuditSession  *session,
                      const char      *path,
                      GError         **error)
{
  g_autoptr(LieuditSession) plain = session;
  g_autoptr(LieuditSession) annotated = NULL;
  g_autoptr(GError) local_error = NULL;
  g_autoptr(GFile) file = NULL;

  if (plain == NULL || path == NULL)
    return g_steal_pointer (&plain);

  file = g_file_new_for_path (path);
  annotated = lieudit_session_open (file, lieudit_session_get_article (plain), NULL, &local_error);
  if (annotated == NULL)
    g_set_error (error, LIEUDIT_SESSION_ERROR, LIEUDIT_SESSION_ERROR_DAMAGED, "%s",
                 local_error->domain == LIEUDIT_SESSION_ERROR && local_error->code == LIEUDIT_SESSION_ERROR_NO_SESSION
                   ? _("The annotations are none that Recogito exported.") : local_error->message);
  else if (lieudit_session_get_article (annotated) != lieudit_session_get_article (plain))
    {
      g_set_error_literal (error, LIEUDIT_SESSION_ERROR, LIEUDIT_SESSION_ERROR_DAMAGED,
                           _("The annotations are on another text: most of their words are not in this one."));
      g_clear_object (&annotated);
    }

  return g_steal_pointer (&annotated);
}

/*
 * lieudit_cli_analyse:
 * @gazetteer: the places to look for
 * @session: an article, and what a person said of it
 * @error: return location for an error
 *
 * Reads an article as the window shows it: with decisions in the place of what
 * was found, and notes.
 *
 * Returns: (transfer full) (nullable): what the article names, or %NULL on error
 */
LieuditAnalysis *
lieudit_cli_analyse (LieuditGazetteer  *gazetteer,
                     LieuditSession    *session,
                     GError           **error)
{
  g_autoptr(LieuditAnalysis) found = lieudit_analysis_run (gazetteer, lieudit_session_get_article (session), NULL, error);
  LieuditAnalysis *analysis;

  if (found == NULL)
    return NULL;

  analysis = lieudit_session_apply (session, NULL, gazetteer, found);
  lieudit_session_put_notes (session, analysis);

  return analysis;
}
