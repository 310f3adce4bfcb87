/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Printed pages: lines become paragraphs again, and words that were divided become whole. */
#include "config.h"

#include "article/lieudit-pdf-reader.h"

#include <string.h>

#include <glib/gi18n.h>

#include "article/lieudit-article-reader.h"
#include "article/lieudit-pdf-lines.h"

/* A newspaper has some dozens, a report some hundreds. */
#define MOST_PAGES 3000

/* A page that takes poppler minutes is no article; seconds for all pages. */
#define MOST_SECONDS 120

/* Lines that are so much higher than most are headings. */
#define HEADING_FACTOR 1.2

/* Lines so far apart, in line heights, are two paragraphs. */
#define GAP_FACTOR 0.6

/* So is a line that begins so far to the right of the one before, in line heights. */
#define INDENT_FACTOR 0.7

/* And one after a line that ends so far before the margin, when it ended a sentence. */
#define SHORT_LINE_SHARE 0.85

typedef struct {
  LieuditArticleBuilder *builder;
  double                 line_height;
  const LieuditPdfLine  *before;
  GString               *text; /* of the line before, if its last word may go on */
} Setting;

/**
 * lieudit_pdf_recognise:
 * @data: (array length=length): the beginning of a file
 * @length: how many bytes
 *
 * Returns: whether the file is a PDF; some have a few bytes before its mark
 */
gboolean
lieudit_pdf_recognise (const char *data,
                       gsize       length)
{
  return memmem (data, MIN (length, 1024), "%PDF-", 5) != NULL;
}

static void
clear_line (gpointer data)
{
  g_free (((LieuditPdfLine *) data)->text);
}

static gboolean
is_heading (const Setting        *setting,
            const LieuditPdfLine *line)
{
  return line->bottom - line->top > HEADING_FACTOR * setting->line_height;
}

static gboolean
ends_sentence (const char *text)
{
  const char *last = text + strlen (text);

  last = last > text ? g_utf8_find_prev_char (text, last) : NULL;
  while (last != NULL && strchr ("\"')]", *last) != NULL)
    last = g_utf8_find_prev_char (text, last);

  return last != NULL && (strchr (".!?:", *last) != NULL || strncmp (last, "»", 2) == 0 || strncmp (last, "”", 3) == 0 ||
                          strncmp (last, "؟", 2) == 0 || strncmp (last, "۔", 2) == 0);
}

static gboolean
begins_paragraph (const Setting        *setting,
                  const LieuditPdfLine *line)
{
  const LieuditPdfLine *before = setting->before;
  gboolean is_below;

  if (before == NULL || is_heading (setting, line) != is_heading (setting, before))
    return TRUE;

  is_below = line->page == before->page && line->top > before->top;
  if (is_heading (setting, line))
    return !is_below || line->top - before->bottom > setting->line_height;

  /* At the top of a column or a page the sentence tells. */
  if (!is_below)
    return ends_sentence (before->text);

  if (line->top - before->bottom > GAP_FACTOR * setting->line_height)
    return TRUE;

  return ends_sentence (before->text) &&
         (line->left - before->left > INDENT_FACTOR * setting->line_height ||
          before->right - before->left < SHORT_LINE_SHARE * (line->right - line->left));
}

/* “Lat-” before “takia”, or “north-” before “West”: not a dash. */
static gboolean
ends_in_word (const char *text,
              const char *next)
{
  const char *hyphen = text + strlen (text);

  if (g_str_has_suffix (text, "\u00AD"))
    return TRUE;
  if (!g_str_has_suffix (text, "-") && !g_str_has_suffix (text, "\u2010"))
    return FALSE;

  hyphen = g_utf8_prev_char (hyphen);
  return hyphen > text && g_unichar_isalpha (g_utf8_get_char (g_utf8_prev_char (hyphen))) &&
         g_unichar_isalpha (g_utf8_get_char (next));
}

/* A capital shows that the hyphen is the word's own. */
static gboolean
has_own_hyphen (const char *text,
                const char *next)
{
  return !g_str_has_suffix (text, "\u00AD") && g_unichar_isupper (g_utf8_get_char (next));
}

static void
flush_text (Setting    *setting,
            const char *next)
{
  GString *text = setting->text;

  if (text->len == 0)
    return;

  if (next != NULL && ends_in_word (text->str, next))
    {
      const char *end = text->str + text->len;

      if (!has_own_hyphen (text->str, next))
        end = g_utf8_prev_char (end);
      lieudit_article_builder_append (setting->builder, text->str, end - text->str);
    }
  else
    {
      lieudit_article_builder_append (setting->builder, text->str, (gssize) text->len);
      lieudit_article_builder_append (setting->builder, " ", 1);
    }
  g_string_truncate (text, 0);
}

static void
end_paragraph (Setting *setting)
{
  flush_text (setting, NULL);
  if (setting->before != NULL && is_heading (setting, setting->before))
    lieudit_article_builder_end_span (setting->builder);
}

static void
set_line (Setting              *setting,
          const LieuditPdfLine *line)
{
  if (begins_paragraph (setting, line))
    {
      end_paragraph (setting);
      lieudit_article_builder_begin_block (setting->builder);
      if (is_heading (setting, line))
        lieudit_article_builder_begin_span (setting->builder, LIEUDIT_SPAN_HEADING,
                                            line->bottom - line->top > 1.6 * setting->line_height ? 1 : 2);
    }
  else
    {
      flush_text (setting, line->text);
    }

  g_string_assign (setting->text, line->text);
  setting->before = line;
}

/* Pages end where their last line does, even in the middle of a paragraph. */
static void
mark_pages (LieuditArticleBuilder *builder,
            const GArray          *starts,
            const GArray          *numbers)
{
  const char *text = lieudit_article_builder_get_text (builder);
  gsize end = lieudit_article_builder_get_length (builder);

  for (guint i = 0; i < starts->len; i++)
    {
      LieuditSpan span = { LIEUDIT_SPAN_PAGE, g_array_index (numbers, guint, i), g_array_index (starts, gsize, i),
                           i + 1 < starts->len ? g_array_index (starts, gsize, i + 1) : end };

      while (text[span.start] == ' ' || text[span.start] == '\n')
        span.start++;
      if (span.start < span.end)
        lieudit_article_builder_add_span (builder, &span);
    }
}

static void
set_lines (GArray                *lines,
           LieuditArticleBuilder *builder)
{
  g_autoptr(GString) text = g_string_new (NULL);
  g_autoptr(GArray) starts = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autoptr(GArray) numbers = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr(GPtrArray) ordered = lieudit_pdf_order_lines (lines);
  Setting setting = { builder, lieudit_pdf_line_height (lines), NULL, text };
  guint page = 0;

  for (guint i = 0; i < ordered->len; i++)
    {
      const LieuditPdfLine *line = g_ptr_array_index (ordered, i);

      if (line->is_running)
        {
          lieudit_article_builder_leave_out (builder, line->text);
          continue;
        }
      set_line (&setting, line);
      if (line->page != page)
        {
          gsize start = lieudit_article_builder_get_length (builder);

          page = line->page;
          g_array_append_val (starts, start);
          g_array_append_val (numbers, page);
        }
    }
  end_paragraph (&setting);
  mark_pages (builder, starts, numbers);
}

static void
read_metadata (PopplerDocument       *document,
               LieuditArticleBuilder *builder)
{
  g_autofree char *title = poppler_document_get_title (document);
  g_autofree char *author = poppler_document_get_author (document);
  g_autoptr(GDateTime) time = poppler_document_get_creation_date_time (document);

  /* Printing programs put the name of the file there. */
  if (title != NULL && strstr (title, ".doc") == NULL && strstr (title, ".odt") == NULL && strstr (title, "untitled") == NULL)
    lieudit_article_builder_set_title (builder, title);
  lieudit_article_builder_set_author (builder, author);
  if (time != NULL)
    {
      g_autofree char *date = g_date_time_format (time, "%Y-%m-%d");

      lieudit_article_builder_set_date (builder, date);
    }
}

static PopplerDocument *
open_document (GBytes  *bytes,
               GError **error)
{
  g_autoptr(GError) local_error = NULL;
  PopplerDocument *document = poppler_document_new_from_bytes (bytes, NULL, &local_error);

  if (document != NULL)
    return document;

  if (g_error_matches (local_error, POPPLER_ERROR, POPPLER_ERROR_ENCRYPTED))
    g_set_error_literal (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_DAMAGED,
                         _("This PDF file is locked with a password. Open it in a document viewer and save it without."));
  else
    g_set_error_literal (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_DAMAGED,
                         _("This PDF file is damaged or cut off. Get it again from where it comes from."));

  return NULL;
}

static gboolean
gather_lines (PopplerDocument  *document,
              LieuditReading   *reading,
              GArray           *lines,
              GError          **error)
{
  gint64 deadline = g_get_monotonic_time () + MOST_SECONDS * G_USEC_PER_SEC;
  int n_pages = poppler_document_get_n_pages (document);
  double page_height = 0;

  for (int i = 0; i < n_pages; i++)
    {
      PopplerPage *page = poppler_document_get_page (document, i);
      g_autoptr(GObject) owned_page = (GObject *) page;
      double width, height;
      guint n_before = lines->len;

      if (i >= MOST_PAGES || g_get_monotonic_time () > deadline)
        {
          g_set_error_literal (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_TOO_LARGE,
                               _("This PDF file has too many pages, or takes too long to read. Save the pages you mean as a file of their own."));
          return FALSE;
        }
      if (page == NULL)
        continue;

      poppler_page_get_size (page, &width, &height);
      page_height = MAX (page_height, height);
      lieudit_pdf_add_lines (lines, page, (guint) i + 1);
      if (!lieudit_reading_check (reading, (lines->len - n_before) * 200, error))
        return FALSE;
    }
  lieudit_pdf_mark_running (lines, (guint) MAX (n_pages, 1), page_height);

  return TRUE;
}

/**
 * lieudit_pdf_read:
 * @bytes: a PDF file
 * @reading: what is being read
 * @error: return location for an error
 *
 * Reads the text of all pages as one article.
 *
 * Returns: whether it could be read
 */
gboolean
lieudit_pdf_read (GBytes          *bytes,
                  LieuditReading  *reading,
                  GError         **error)
{
  g_autoptr(LieuditArticleBuilder) builder = lieudit_article_builder_new ();
  PopplerDocument *document = open_document (bytes, error);
  g_autoptr(GObject) owned_document = (GObject *) document;
  g_autoptr(GArray) lines = g_array_new (FALSE, FALSE, sizeof (LieuditPdfLine));

  if (document == NULL)
    return FALSE;

  g_array_set_clear_func (lines, clear_line);
  if (!gather_lines (document, reading, lines, error))
    return FALSE;

  if (lines->len == 0)
    {
      g_set_error_literal (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_EMPTY,
                           _("There is no text in this PDF file, only pictures of it. Have a scanning program recognise the text first."));
      return FALSE;
    }

  lieudit_article_builder_set_source (builder, lieudit_reading_get_source (reading));
  read_metadata (document, builder);
  set_lines (lines, builder);
  if (lieudit_article_builder_get_title (builder) == NULL)
    lieudit_article_builder_adopt_title (builder);

  return lieudit_reading_take_builder (reading, builder, error);
}
