/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-cli.h"

#include <string.h>
#include <unistd.h>

#include <gio/gunixinputstream.h>

#include "article/lieudit-article-reader.h"

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

/*
 * lieudit_cli_read_articles:
 * @name: a file as named on the command line, or "-" for standard input
 * @language: (nullable): their language, or %NULL to find it out
 * @error: return location for an error
 *
 * Reads the articles of a file.
 *
 * Returns: (transfer full) (nullable) (element-type LieuditArticle): the
 *   articles, at least one, or %NULL on error
 */
GPtrArray *
lieudit_cli_read_articles (const char  *name,
                           const char  *language,
                           GError     **error)
{
  GPtrArray *articles;

  if (lieudit_cli_is_standard_input (name))
    {
      g_autoptr(GInputStream) stream = g_unix_input_stream_new (STDIN_FILENO, FALSE);

      articles = lieudit_articles_read_stream (stream, NULL, NULL, error);
    }
  else
    {
      g_autoptr(GFile) file = g_file_new_for_commandline_arg (name);

      articles = lieudit_articles_read_file (file, NULL, error);
    }

  for (guint i = 0; articles != NULL && language != NULL && i < articles->len; i++)
    {
      g_autoptr(LieuditArticle) article = g_ptr_array_index (articles, i);

      g_ptr_array_index (articles, i) = lieudit_article_copy (article, language);
    }

  return articles;
}

/*
 * lieudit_cli_read_article:
 * @name: a file as named on the command line, or "-" for standard input
 * @language: (nullable): its language, or %NULL to find it out
 * @error: return location for an error
 *
 * Reads the only article of a file.
 *
 * Returns: (transfer full) (nullable): the article, or %NULL on error
 */
LieuditArticle *
lieudit_cli_read_article (const char  *name,
                          const char  *language,
                          GError     **error)
{
  return lieudit_articles_get_only (lieudit_cli_read_articles (name, language, error), error);
}
