/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article/lieudit-text-decoder.h"

#include <string.h>

#include <gio/gio.h>
#include <glib/gi18n.h>
#include <unicode/ucnv.h>
#include <unicode/ucsdet.h>
#include <unicode/ustring.h>

#include "article/lieudit-article-reader.h"

/* Out of 100. The detector gives 25 to "Été à Alep" and 10 or less to noise. */
#define LOWEST_CONFIDENCE 25

/* Enough of a text to tell its encoding or that it is none. */
#define SAMPLE_LENGTH (64 * 1024)

/* A text with more control characters than one in this many is no text. */
#define CONTROL_SHARE 10

typedef struct {
  const char *name;
  const char *mark;
  gsize       mark_length;
} ByteOrderMark;

/* The mark of UTF-32LE begins with the one of UTF-16LE. */
static const ByteOrderMark byte_order_marks[] = {
  { "UTF-8", "\xEF\xBB\xBF", 3 },
  { "UTF-32LE", "\xFF\xFE\x00\x00", 4 },
  { "UTF-32BE", "\x00\x00\xFE\xFF", 4 },
  { "UTF-16LE", "\xFF\xFE", 2 },
  { "UTF-16BE", "\xFE\xFF", 2 },
};

static const ByteOrderMark *
find_byte_order_mark (const char *data,
                      gsize       length)
{
  for (gsize i = 0; i < G_N_ELEMENTS (byte_order_marks); i++)
    {
      const ByteOrderMark *mark = &byte_order_marks[i];

      if (length >= mark->mark_length && memcmp (data, mark->mark, mark->mark_length) == 0)
        return mark;
    }

  return NULL;
}

static void
set_binary_error (GError     **error,
                  const char  *data,
                  gsize        length)
{
  gboolean uncertain = TRUE;
  g_autofree char *type = g_content_type_guess (NULL, (const guchar *) data, MIN (length, SAMPLE_LENGTH), &uncertain);
  g_autofree char *description = g_content_type_get_description (type);

  if (uncertain || g_content_type_is_unknown (type) || g_content_type_equals (type, "text/plain"))
    g_set_error_literal (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_BINARY,
                         _("This is not a text file. Open a plain text file, or copy the article and paste it."));
  else
    g_set_error (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_BINARY,
                 /* Translators: %s is a kind of file, such as “PNG image” */
                 _("This is not a text file (it looks like this: %s). "
                   "Open a plain text file, or copy the article and paste it."), description);
}

static void
set_encoding_error (GError **error)
{
  g_set_error_literal (error, LIEUDIT_ARTICLE_ERROR, LIEUDIT_ARTICLE_ERROR_ENCODING,
                       _("It is not clear in which encoding this text is written. "
                         "Save it as UTF-8, or copy the article and paste it."));
}

/* Documents whose bytes may pass for text, but are markup of a page layout. */
static gboolean
is_document (const char *data,
             gsize       length)
{
  static const char * const magic[] = { "%PDF-", "%!PS", "{\\rtf" };

  for (gsize i = 0; i < G_N_ELEMENTS (magic); i++)
    {
      if (length >= strlen (magic[i]) && memcmp (data, magic[i], strlen (magic[i])) == 0)
        return TRUE;
    }

  return FALSE;
}

static gboolean
is_control (guchar byte)
{
  return (byte < 0x20 && strchr ("\t\n\v\f\r\033", byte) == NULL) || byte == 0x7F;
}

/* UTF-8 or a one-byte encoding of it: text has no NUL and next to no control characters. */
static gboolean
is_binary (const char *data,
           gsize       length)
{
  gsize sample = MIN (length, SAMPLE_LENGTH);
  gsize n_controls = 0;

  if (is_document (data, length) || memchr (data, '\0', length) != NULL)
    return TRUE;

  for (gsize i = 0; i < sample; i++)
    n_controls += is_control ((guchar) data[i]);

  return n_controls > 0 && n_controls * CONTROL_SHARE >= sample;
}

static char *
convert (const char *data,
         gsize       length,
         const char *encoding)
{
  UErrorCode status = U_ZERO_ERROR;
  UConverter *converter = ucnv_open (encoding, &status);
  g_autofree UChar *characters = NULL;
  g_autofree char *text = NULL;
  int32_t n_characters, n_bytes;

  if (U_FAILURE (status))
    return NULL;

  /* A unit of UTF-16 comes from at least one byte, and takes at most three in UTF-8. */
  ucnv_setToUCallBack (converter, UCNV_TO_U_CALLBACK_STOP, NULL, NULL, NULL, &status);
  characters = g_new (UChar, length + 1);
  n_characters = ucnv_toUChars (converter, characters, (int32_t) length + 1, data, (int32_t) length, &status);
  ucnv_close (converter);
  if (U_FAILURE (status))
    return NULL;

  text = g_malloc ((gsize) n_characters * 3 + 1);
  u_strToUTF8 (text, n_characters * 3 + 1, &n_bytes, characters, n_characters, &status);
  if (U_FAILURE (status) || is_binary (text, (gsize) n_bytes))
    return NULL;

  text[n_bytes] = '\0';

  return g_realloc (g_steal_pointer (&text), (gsize) n_bytes + 1);
}

/* Pages said to be ISO-8859-1 are in truth windows-1252, as the Encoding Standard of the web has it. */
static const char *
get_encoding_in_use (const char *encoding)
{
  return g_ascii_strcasecmp (encoding, "ISO-8859-1") == 0 ? "windows-1252" : encoding;
}

/* Text in two-byte units is full of NULs; of the detector's finds for such bytes only UTF-16 makes sense. */
static char *
convert_detected (const char *data,
                  gsize       length)
{
  gboolean has_nul = memchr (data, '\0', length) != NULL;
  UErrorCode status = U_ZERO_ERROR;
  UCharsetDetector *detector = ucsdet_open (&status);
  const UCharsetMatch *match;
  const char *encoding = NULL;
  char *text = NULL;

  ucsdet_setText (detector, data, (int32_t) MIN (length, SAMPLE_LENGTH), &status);
  match = ucsdet_detect (detector, &status);
  if (U_SUCCESS (status) && match != NULL && ucsdet_getConfidence (match, &status) >= LOWEST_CONFIDENCE)
    encoding = get_encoding_in_use (ucsdet_getName (match, &status));

  if (encoding != NULL && has_nul == g_str_has_prefix (encoding, "UTF-16"))
    text = convert (data, length, encoding);

  ucsdet_close (detector);

  return text;
}

/**
 * lieudit_decode_text:
 * @data: (array length=length): the bytes of a text file
 * @length: how many bytes, at most %LIEUDIT_ARTICLE_SIZE_LIMIT
 * @error: return location for an error
 *
 * Decodes a text of unknown encoding: what a byte order mark says, else UTF-8
 * where it is valid, else what ICU's detector finds with some confidence.
 * Nothing but the byte order mark is left out, and nothing is normalised.
 *
 * Fails with %LIEUDIT_ARTICLE_ERROR_BINARY or %LIEUDIT_ARTICLE_ERROR_ENCODING.
 *
 * Returns: (transfer full) (nullable): the text in UTF-8 without NUL
 *   characters, or %NULL on error
 */
char *
lieudit_decode_text (const char  *data,
                     gsize        length,
                     GError     **error)
{
  return lieudit_decode_text_as (data, length, NULL, error);
}

/**
 * lieudit_decode_text_as:
 * @data: (array length=length): the bytes of a text file
 * @length: how many bytes, at most %LIEUDIT_ARTICLE_SIZE_LIMIT
 * @encoding: (nullable): the encoding that the text says it has
 * @error: return location for an error
 *
 * Does what lieudit_decode_text() does, and believes @encoding where the text
 * is no valid UTF-8.
 *
 * Returns: (transfer full) (nullable): the text in UTF-8 without NUL
 *   characters, or %NULL on error
 */
char *
lieudit_decode_text_as (const char  *data,
                        gsize        length,
                        const char  *encoding,
                        GError     **error)
{
  const ByteOrderMark *mark;
  char *text = NULL;

  g_return_val_if_fail (data != NULL || length == 0, NULL);
  g_return_val_if_fail (length <= LIEUDIT_ARTICLE_SIZE_LIMIT, NULL);

  if (length == 0)
    return g_strdup ("");

  mark = find_byte_order_mark (data, length);
  if (mark != NULL && !g_str_equal (mark->name, "UTF-8"))
    {
      text = convert (data + mark->mark_length, length - mark->mark_length, mark->name);
      if (text == NULL)
        set_encoding_error (error);
      return text;
    }

  if (mark != NULL)
    {
      data += mark->mark_length;
      length -= mark->mark_length;
    }

  if (g_utf8_validate_len (data, length, NULL) && !is_binary (data, length))
    return g_strndup (data, length);

  if (encoding != NULL && !is_document (data, length))
    text = convert (data, length, get_encoding_in_use (encoding));
  if (text == NULL && !is_document (data, length))
    text = convert_detected (data, length);
  if (text == NULL)
    {
      if (is_binary (data, length))
        set_binary_error (error, data, length);
      else
        set_encoding_error (error);
    }

  return text;
}
