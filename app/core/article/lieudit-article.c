/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article/lieudit-article.h"

#include <string.h>

/**
 * LieuditArticle:
 *
 * A news article: its text, and what is known about it.
 *
 * It never changes once made, so that any number of threads may read it at
 * once. The text is kept exactly as it was given: every offset that Lieudit
 * tells counts in this text.
 */
struct _LieuditArticle
{
  GObject parent_instance;

  char *text;
  gsize length;
  gsize body_offset;
  char *title;
  char *date;
  char *language;
  char *source;
  LieuditArticleOutline *outline;
};

G_DEFINE_FINAL_TYPE (LieuditArticle, lieudit_article, G_TYPE_OBJECT)

typedef enum {
  PROP_TEXT = 1,
  PROP_BODY_OFFSET,
  PROP_TITLE,
  PROP_DATE,
  PROP_LANGUAGE,
  PROP_SOURCE,
  PROP_OUTLINE,
} LieuditArticleProperty;

static GParamSpec *properties[PROP_OUTLINE + 1];

static void
lieudit_article_constructed (GObject *object)
{
  LieuditArticle *self = LIEUDIT_ARTICLE (object);

  G_OBJECT_CLASS (lieudit_article_parent_class)->constructed (object);

  if (self->text == NULL)
    self->text = g_strdup ("");

  self->length = strlen (self->text);
  self->body_offset = MIN (self->body_offset, self->length);
}

static void
lieudit_article_get_property (GObject    *object,
                              guint       property_id,
                              GValue     *value,
                              GParamSpec *pspec)
{
  LieuditArticle *self = LIEUDIT_ARTICLE (object);

  switch ((LieuditArticleProperty) property_id)
    {
    case PROP_TEXT:
      g_value_set_string (value, self->text);
      break;
    case PROP_BODY_OFFSET:
      g_value_set_uint64 (value, self->body_offset);
      break;
    case PROP_TITLE:
      g_value_set_string (value, self->title);
      break;
    case PROP_DATE:
      g_value_set_string (value, self->date);
      break;
    case PROP_LANGUAGE:
      g_value_set_string (value, self->language);
      break;
    case PROP_SOURCE:
      g_value_set_string (value, self->source);
      break;
    case PROP_OUTLINE:
      g_value_set_boxed (value, self->outline);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lieudit_article_set_property (GObject      *object,
                              guint         property_id,
                              const GValue *value,
                              GParamSpec   *pspec)
{
  LieuditArticle *self = LIEUDIT_ARTICLE (object);

  switch ((LieuditArticleProperty) property_id)
    {
    case PROP_TEXT:
      self->text = g_value_dup_string (value);
      break;
    case PROP_BODY_OFFSET:
      self->body_offset = (gsize) g_value_get_uint64 (value);
      break;
    case PROP_TITLE:
      self->title = g_value_dup_string (value);
      break;
    case PROP_DATE:
      self->date = g_value_dup_string (value);
      break;
    case PROP_LANGUAGE:
      self->language = g_value_dup_string (value);
      break;
    case PROP_SOURCE:
      self->source = g_value_dup_string (value);
      break;
    case PROP_OUTLINE:
      self->outline = g_value_dup_boxed (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, property_id, pspec);
    }
}

static void
lieudit_article_finalize (GObject *object)
{
  LieuditArticle *self = LIEUDIT_ARTICLE (object);

  g_free (self->text);
  g_free (self->title);
  g_free (self->date);
  g_free (self->language);
  g_free (self->source);
  g_clear_pointer (&self->outline, lieudit_article_outline_unref);

  G_OBJECT_CLASS (lieudit_article_parent_class)->finalize (object);
}

static GParamSpec *
string_property (const char *name)
{
  return g_param_spec_string (name, NULL, NULL, NULL,
                              G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);
}

static void
lieudit_article_class_init (LieuditArticleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->constructed = lieudit_article_constructed;
  object_class->get_property = lieudit_article_get_property;
  object_class->set_property = lieudit_article_set_property;
  object_class->finalize = lieudit_article_finalize;

  /**
   * LieuditArticle:text:
   *
   * The whole text, valid UTF-8, as it was given.
   */
  properties[PROP_TEXT] = string_property ("text");

  /**
   * LieuditArticle:body-offset:
   *
   * Bytes of the text before the body begins.
   */
  properties[PROP_BODY_OFFSET] =
    g_param_spec_uint64 ("body-offset", NULL, NULL, 0, G_MAXSIZE, 0,
                         G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditArticle:title: (nullable)
   *
   * The headline. It may also be the first line of the body.
   */
  properties[PROP_TITLE] = string_property ("title");

  /**
   * LieuditArticle:date: (nullable)
   *
   * The day, month or year of the article: `2024-11-30`, `2024-11` or `2024`.
   */
  properties[PROP_DATE] = string_property ("date");

  /**
   * LieuditArticle:language: (nullable)
   *
   * The language as a BCP 47 tag, if somebody said which it is.
   */
  properties[PROP_LANGUAGE] = string_property ("language");

  /**
   * LieuditArticle:source: (nullable)
   *
   * Where the article comes from: a URI or the name of a file.
   */
  properties[PROP_SOURCE] = string_property ("source");

  /**
   * LieuditArticle:outline: (nullable)
   *
   * What its file says of it beside the words; plain text says nothing.
   */
  properties[PROP_OUTLINE] =
    g_param_spec_boxed ("outline", NULL, NULL, LIEUDIT_TYPE_ARTICLE_OUTLINE,
                        G_PARAM_READWRITE | G_PARAM_CONSTRUCT_ONLY | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, G_N_ELEMENTS (properties), properties);
}

static void
lieudit_article_init (LieuditArticle *self)
{
}

/**
 * lieudit_article_new:
 * @text: (nullable): the text, valid UTF-8
 * @title: (nullable): the headline
 * @date: (nullable): day, month or year, as in ISO 8601
 * @language: (nullable): a BCP 47 tag
 * @source: (nullable): URI or name of where it comes from
 *
 * Makes an article whose body is all of @text. Use lieudit_article_read_text()
 * for a text that may begin with a date line.
 *
 * Returns: (transfer full): a new article
 */
LieuditArticle *
lieudit_article_new (const char *text,
                     const char *title,
                     const char *date,
                     const char *language,
                     const char *source)
{
  return g_object_new (LIEUDIT_TYPE_ARTICLE,
                       "text", text,
                       "title", title,
                       "date", date,
                       "language", language,
                       "source", source,
                       NULL);
}

/**
 * lieudit_article_copy:
 * @self: an article
 * @language: (nullable): the language of the copy, as a BCP 47 tag
 *
 * Makes the same article in another language, for somebody who knows better
 * than the article does.
 *
 * Returns: (transfer full): a new article
 */
LieuditArticle *
lieudit_article_copy (LieuditArticle *self,
                      const char     *language)
{
  g_return_val_if_fail (LIEUDIT_IS_ARTICLE (self), NULL);

  return g_object_new (LIEUDIT_TYPE_ARTICLE,
                       "text", self->text,
                       "body-offset", (guint64) self->body_offset,
                       "title", self->title,
                       "date", self->date,
                       "language", language,
                       "source", self->source,
                       "outline", self->outline,
                       NULL);
}

/* Between two paragraphs, else two words, else two characters. */
static gsize
find_end_of_beginning (const char *body,
                       gsize       size)
{
  const char *end = memrchr (body, '\n', size);

  if (end == NULL)
    end = memrchr (body, ' ', size);
  if (end != NULL)
    return (gsize) (end - body);

  while (size > 0 && (body[size] & 0xC0) == 0x80)
    size--;
  return size;
}

/**
 * lieudit_article_copy_beginning:
 * @self: an article
 * @size: how much of the body, in bytes
 *
 * Makes an article of the beginning of a long one; what is found in it stands
 * at the same spots of the long one.
 *
 * Returns: (transfer full) (nullable): a new article, or %NULL if all of the
 *   body is no longer than @size
 */
LieuditArticle *
lieudit_article_copy_beginning (LieuditArticle *self,
                                gsize           size)
{
  g_autofree char *text = NULL;

  g_return_val_if_fail (LIEUDIT_IS_ARTICLE (self), NULL);

  if (self->length - self->body_offset <= size)
    return NULL;

  text = g_strndup (self->text, self->body_offset + find_end_of_beginning (self->text + self->body_offset, size));

  return g_object_new (LIEUDIT_TYPE_ARTICLE,
                       "text", text,
                       "body-offset", (guint64) self->body_offset,
                       "title", self->title,
                       "date", self->date,
                       "language", self->language,
                       "source", self->source,
                       "outline", self->outline,
                       NULL);
}

/**
 * lieudit_article_get_text:
 * @self: an article
 *
 * Returns: (transfer none): the whole text, with all that stands before the body
 */
const char *
lieudit_article_get_text (LieuditArticle *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ARTICLE (self), "");

  return self->text;
}

/**
 * lieudit_article_get_length:
 * @self: an article
 *
 * Returns: bytes of the whole text
 */
gsize
lieudit_article_get_length (LieuditArticle *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ARTICLE (self), 0);

  return self->length;
}

/**
 * lieudit_article_get_body_offset:
 * @self: an article
 *
 * Returns: bytes of the text before the body, such as those of a date line
 */
gsize
lieudit_article_get_body_offset (LieuditArticle *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ARTICLE (self), 0);

  return self->body_offset;
}

/**
 * lieudit_article_get_title:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): the headline
 */
const char *
lieudit_article_get_title (LieuditArticle *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ARTICLE (self), NULL);

  return self->title;
}

/**
 * lieudit_article_get_date:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): `2024-11-30`, `2024-11` or `2024`
 */
const char *
lieudit_article_get_date (LieuditArticle *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ARTICLE (self), NULL);

  return self->date;
}

/**
 * lieudit_article_get_language:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): the BCP 47 tag that was given with the article
 */
const char *
lieudit_article_get_language (LieuditArticle *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ARTICLE (self), NULL);

  return self->language;
}

/**
 * lieudit_article_get_source:
 * @self: an article
 *
 * Returns: (transfer none) (nullable): URI or name of where it comes from
 */
const char *
lieudit_article_get_source (LieuditArticle *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ARTICLE (self), NULL);

  return self->source;
}

/**
 * lieudit_article_get_outline:
 * @self: an article
 *
 * Tells what the file of the article says of it. Of the beginning of a long
 * article it tells what it does of all of it.
 *
 * Returns: (transfer none) (nullable): headings, pages, author and the like
 */
LieuditArticleOutline *
lieudit_article_get_outline (LieuditArticle *self)
{
  g_return_val_if_fail (LIEUDIT_IS_ARTICLE (self), NULL);

  return self->outline;
}

static char *
dup_first_line (const char *body)
{
  body += strspn (body, " \t\r\n");

  return g_strndup (body, strcspn (body, "\r\n"));
}

/* A headline that is part of the body is edited with it. */
static char *
dup_edited_title (LieuditArticle *self,
                  const char     *body)
{
  g_autofree char *before = dup_first_line (self->text + self->body_offset);
  g_autofree char *after = dup_first_line (body);

  if (self->title != NULL && *after != '\0' && strcmp (before, self->title) == 0)
    return g_steal_pointer (&after);

  return g_strdup (self->title);
}

/* The edit is what is between the beginning and the end that both texts share. */
static LieuditArticleOutline *
copy_outline_edited (LieuditArticle *self,
                     const char     *text)
{
  gsize length = strlen (text);
  gsize shorter = MIN (length, self->length);
  gsize start = 0;
  gsize shared_end = 0;

  if (self->outline == NULL)
    return NULL;

  while (start < shorter && text[start] == self->text[start])
    start++;
  while (shared_end < shorter - start && text[length - shared_end - 1] == self->text[self->length - shared_end - 1])
    shared_end++;

  /* Bytes that are alike may be parts of characters that are not. */
  while (start > 0 && (text[start] & 0xC0) == 0x80)
    start--;
  while (shared_end > 0 && (text[length - shared_end] & 0xC0) == 0x80)
    shared_end--;

  return lieudit_article_outline_copy_edited (self->outline, start, self->length - shared_end - start,
                                              length - shared_end - start);
}

/**
 * lieudit_article_copy_edited:
 * @self: an article
 * @body: what its body is now, valid UTF-8
 *
 * Makes the article that somebody made of another by editing it. What the file
 * of the other said of its words stays with those that are still there.
 *
 * Returns: (transfer full): a new article
 */
LieuditArticle *
lieudit_article_copy_edited (LieuditArticle *self,
                             const char     *body)
{
  g_autofree char *text = NULL;
  g_autofree char *title = NULL;
  g_autoptr(LieuditArticleOutline) outline = NULL;

  g_return_val_if_fail (LIEUDIT_IS_ARTICLE (self), NULL);
  g_return_val_if_fail (body != NULL, NULL);

  text = g_strdup_printf ("%.*s%s", (int) self->body_offset, self->text, body);
  title = dup_edited_title (self, body);
  outline = copy_outline_edited (self, text);

  return g_object_new (LIEUDIT_TYPE_ARTICLE,
                       "text", text,
                       "body-offset", (guint64) self->body_offset,
                       "title", title,
                       "date", self->date,
                       "language", self->language,
                       "source", self->source,
                       "outline", outline,
                       NULL);
}
