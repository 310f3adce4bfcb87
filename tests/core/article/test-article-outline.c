/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article/lieudit-article.h"

#include <string.h>

/* Brackets stand around a heading in an article and in what somebody made of it. */
static const struct {
  const char *title;
  const char *before;
  const char *after;
} edits[] = {
  { "a letter in it", "Un.\n\n[Les éleves]\n\nDeux.", "Un.\n\n[Les élèves]\n\nDeux." },
  { "before it", "Un.\n\n[Titre]\n\nDeux.", "Un et demi.\n\n[Titre]\n\nDeux." },
  { "behind it", "Un.\n\n[Titre]\n\nDeux.", "Un.\n\n[Titre]\n\nTrois." },
  { "all of it taken away", "Un.\n\n[Titre]\n\nDeux.", "Un.\n\nDeux." },
  { "its end and what follows", "Un.\n\n[Titre long]\n\nDeux.", "Un.\n\n[Titre ]et la suite." },
  { "nothing", "[Titre]", "[Titre]" },
  { "bytes that two letters share", "[é] è", "[é] é" },
};

static char *
take_brackets (const char  *marked,
               LieuditSpan *span)
{
  const char *start = strchr (marked, '[');
  const char *end = strchr (marked, ']');

  span->kind = LIEUDIT_SPAN_HEADING;
  span->value = 2;
  span->start = start != NULL ? (gsize) (start - marked) : 0;
  span->end = end != NULL ? (gsize) (end - marked) - 1 : 0;
  if (start == NULL)
    return g_strdup (marked);

  return g_strdup_printf ("%.*s%.*s%s", (int) (start - marked), marked, (int) (end - start) - 1, start + 1, end + 1);
}

static void
test_headings_follow_an_edit (gconstpointer data)
{
  gsize index = GPOINTER_TO_SIZE (data);
  LieuditSpan before, expected;
  g_autofree char *text = take_brackets (edits[index].before, &before);
  g_autofree char *edited_text = take_brackets (edits[index].after, &expected);
  g_autoptr(LieuditArticleOutline) outline = lieudit_article_outline_new ();
  g_autoptr(LieuditArticle) article = NULL;
  g_autoptr(LieuditArticle) edited = NULL;
  const LieuditSpan *spans;
  guint n_spans;

  lieudit_article_outline_add_span (outline, &before);
  lieudit_article_outline_set_author (outline, "R. Auteur");
  article = g_object_new (LIEUDIT_TYPE_ARTICLE, "text", text, "outline", outline, NULL);
  edited = lieudit_article_copy_edited (article, edited_text);

  spans = lieudit_article_outline_get_spans (lieudit_article_get_outline (edited), &n_spans);
  g_assert_cmpuint (n_spans, ==, expected.end > 0 ? 1 : 0);
  if (n_spans > 0)
    {
      g_assert_cmpuint (spans[0].start, ==, expected.start);
      g_assert_cmpuint (spans[0].end, ==, expected.end);
      g_assert_cmpuint (spans[0].value, ==, 2);
    }
  g_assert_cmpstr (lieudit_article_outline_get_author (lieudit_article_get_outline (edited)), ==, "R. Auteur");
}

static void
test_stated_places_follow_an_edit (void)
{
  static const char text[] = "Vers Homs, puis Alep.";
  LieuditStatedPlace homs = { .start = 5, .end = 9, .name = (char *) "Homs" };
  LieuditStatedPlace alep = { .start = 16, .end = 20, .name = (char *) "Alep" };
  LieuditStatedPlace of_all = { .name = (char *) "Syrie" };
  g_autoptr(LieuditArticleOutline) outline = lieudit_article_outline_new ();
  g_autoptr(LieuditArticle) article = NULL;
  g_autoptr(LieuditArticle) edited = NULL;
  const LieuditStatedPlace *places;
  guint n_places;

  lieudit_article_outline_add_stated_place (outline, &homs);
  lieudit_article_outline_add_stated_place (outline, &alep);
  lieudit_article_outline_add_stated_place (outline, &of_all);
  article = g_object_new (LIEUDIT_TYPE_ARTICLE, "text", text, "outline", outline, NULL);
  edited = lieudit_article_copy_edited (article, "Vers Hama, puis Alep.");

  places = lieudit_article_outline_get_stated_places (lieudit_article_get_outline (edited), &n_places);
  g_assert_cmpuint (n_places, ==, 2);
  g_assert_cmpstr (places[0].name, ==, "Alep");
  g_assert_cmpuint (places[0].start, ==, 16);
  g_assert_cmpstr (places[1].name, ==, "Syrie");
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (edits); i++)
    {
      g_autofree char *path = g_strdup_printf ("/article-outline/headings-follow-an-edit/%s", edits[i].title);

      g_test_add_data_func (path, GSIZE_TO_POINTER (i), test_headings_follow_an_edit);
    }
  g_test_add_func ("/article-outline/stated-places-follow-an-edit", test_stated_places_follow_an_edit);

  return g_test_run ();
}
