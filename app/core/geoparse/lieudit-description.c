/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "geoparse/lieudit-description.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gazetteer/lieudit-gazetteer-private.h"
#include "geoparse/lieudit-relation-reader.h"
#include "text/lieudit-folded-text.h"

/*
 * A text that names the citadel of Aleppo also calls it "the citadel". Such a
 * definite description means the same place, when only one is in question.
 */

#define CONFIDENCE 0.8

typedef struct
{
  char    *head; /* folded: "citadelle", "citadelle historique" */
  guint32  place;
} Description;

static void
description_clear (gpointer data)
{
  Description *description = data;

  g_free (description->head);
}

/* What stands before "de", "d'" or "of" in a name; %NULL where the name is no such phrase. */
static char *
dup_head (const char *name)
{
  static const char * const genitives[] = { " d'", " de ", " du ", " of " };
  g_autofree char *folded = lieudit_fold_name (name);

  for (guint i = 0; i < G_N_ELEMENTS (genitives); i++)
    {
      const char *genitive = strstr (folded, genitives[i]);

      if (genitive != NULL && genitive > folded)
        return g_strndup (folded, (gsize) (genitive - folded));
    }

  return NULL;
}

static void
add_heads (GArray           *descriptions,
           LieuditGazetteer *gazetteer,
           guint32           place)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (gazetteer, place);
  LieuditNameIterator names;
  LieuditLanguage language;
  const char *name;

  if (entry == NULL || lieudit_feature_class_from_code (entry->feature) != LIEUDIT_FEATURE_SITE)
    return;

  lieudit_name_iterator_init (&names, gazetteer, entry);
  while (lieudit_name_iterator_next (&names, &name, &language))
    {
      Description description = { dup_head (name), place };

      if (description.head != NULL)
        g_array_append_val (descriptions, description);
    }
}

static GArray *
find_descriptions (LieuditGazetteer *gazetteer,
                   const GArray     *resolutions)
{
  GArray *descriptions = g_array_new (FALSE, FALSE, sizeof (Description));
  g_autoptr(GHashTable) places = g_hash_table_new (NULL, NULL);

  g_array_set_clear_func (descriptions, description_clear);
  for (guint i = 0; i < resolutions->len; i++)
    {
      const LieuditResolution *resolution = &g_array_index (resolutions, LieuditResolution, i);

      if (resolution->n_places > 0 && g_hash_table_add (places, GUINT_TO_POINTER (resolution->places[0].place)))
        add_heads (descriptions, gazetteer, resolution->places[0].place);
    }

  return descriptions;
}

static gboolean
follows_definite_article (const char   *folded,
                          const GArray *tokens,
                          guint         index)
{
  static const char * const articles[] = { "la", "le", "l'", "the" };
  const LieuditToken *article;
  gsize length;

  if (index == 0)
    return FALSE;

  article = &g_array_index (tokens, LieuditToken, index - 1);
  length = article->folded_end - article->folded_start;
  while (length > 0 && folded[article->folded_start + length - 1] == ' ')
    length--;

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      if (strlen (articles[i]) == length &&
          strncmp (folded + article->folded_start, articles[i], length) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Returns the last token of @head, if it stands at token @index, or -1. */
static gint
match_head (const char   *folded,
            const GArray *tokens,
            guint         index,
            const char   *head)
{
  gsize start = g_array_index (tokens, LieuditToken, index).folded_start;
  gsize end = start + strlen (head);

  if (strncmp (folded + start, head, strlen (head)) != 0)
    return -1;

  for (guint i = index; i < tokens->len; i++)
    {
      const LieuditToken *token = &g_array_index (tokens, LieuditToken, i);
      gsize token_end = token->folded_end;

      while (token_end > token->folded_start && folded[token_end - 1] == ' ')
        token_end--;
      if (token_end == end)
        return (gint) i;
      if (token_end > end)
        break;
    }

  return -1;
}

static const Description *
find_longest (const GArray *descriptions,
              const char   *folded,
              const GArray *tokens,
              guint         index,
              gint         *last_token)
{
  const Description *longest = NULL;

  *last_token = -1;
  for (guint i = 0; i < descriptions->len; i++)
    {
      const Description *description = &g_array_index (descriptions, Description, i);
      gint last = match_head (folded, tokens, index, description->head);

      if (last > *last_token)
        {
          *last_token = last;
          longest = description;
        }
    }

  return longest;
}

/* A description that was found, and the name that it goes before. */
typedef struct
{
  guint   position;
  guint   first_token;
  guint   last_token;
  guint32 place;
} Insertion;

/* Walks on to where the words from @first_token to @last_token belong; returns FALSE when they are part of a name. */
static gboolean
find_position (const GArray *names,
               guint         first_token,
               guint         last_token,
               guint        *position)
{
  const LieuditRecognisedName *list = (const LieuditRecognisedName *) (gpointer) names->data;

  while (*position < names->len && list[*position].last_token < first_token)
    (*position)++;

  return *position == names->len || list[*position].first_token > last_token;
}

static GArray *
find_insertions (const GArray *descriptions,
                 const char   *folded,
                 const GArray *tokens,
                 const GArray *names)
{
  GArray *insertions = g_array_new (FALSE, FALSE, sizeof (Insertion));
  guint position = 0;
  guint next_token = 0;

  for (guint i = 0; i < tokens->len; i++)
    {
      const Description *description;
      gint last_token;

      if (i < next_token || !follows_definite_article (folded, tokens, i))
        continue;

      description = find_longest (descriptions, folded, tokens, i, &last_token);
      if (description != NULL && find_position (names, i, (guint) last_token, &position))
        {
          Insertion insertion = { position, i, (guint) last_token, description->place };

          g_array_append_val (insertions, insertion);
          next_token = (guint) last_token + 1;
        }
    }

  return insertions;
}

static void
append_insertion (const Insertion *insertion,
                  const GArray    *tokens,
                  GArray          *names,
                  GArray          *resolutions)
{
  LieuditRecognisedName name = { 0, };
  LieuditResolution resolution = { 0, };

  name.start = g_array_index (tokens, LieuditToken, insertion->first_token).start;
  name.end = g_array_index (tokens, LieuditToken, insertion->last_token).end;
  name.first_token = insertion->first_token;
  name.last_token = insertion->last_token;
  resolution.places[0] = (LieuditScoredPlace) { insertion->place, 1.0 };
  resolution.n_places = 1;
  resolution.confidence = CONFIDENCE;
  resolution.reasons[0] = (LieuditReason) { N_("the text names it in full elsewhere"), CONFIDENCE };
  resolution.n_reasons = 1;

  g_array_append_val (names, name);
  g_array_append_val (resolutions, resolution);
}

/* The names behind one that is put in between get another index. */
static void
rename_parties (GArray      *relations,
                const guint *new_indices)
{
  for (guint i = 0; i < relations->len; i++)
    {
      LieuditStatedRelation *stated = &g_array_index (relations, LieuditStatedRelation, i);

      if (stated->subject != LIEUDIT_RELATION_NO_NAME)
        stated->subject = (int) new_indices[stated->subject];
      for (guint j = 0; j < stated->n_objects; j++)
        {
          if (stated->objects[j] != LIEUDIT_RELATION_NO_NAME)
            stated->objects[j] = (int) new_indices[stated->objects[j]];
        }
    }
}

/* All at once: a long text has many, and to move all that is behind each would take too long. */
static void
insert (const GArray       *insertions,
        const GArray       *tokens,
        LieuditRecognition *recognition,
        GArray             *resolutions,
        GArray             *relations)
{
  g_autoptr(GArray) names = g_array_copy (recognition->names);
  g_autoptr(GArray) old_resolutions = g_array_copy (resolutions);
  g_autofree guint *new_indices = g_new (guint, names->len + 1);
  guint next = 0;

  g_array_set_size (recognition->names, 0);
  g_array_set_size (resolutions, 0);
  for (guint i = 0; i <= names->len; i++)
    {
      while (next < insertions->len && g_array_index (insertions, Insertion, next).position == i)
        append_insertion (&g_array_index (insertions, Insertion, next++), tokens, recognition->names, resolutions);
      new_indices[i] = recognition->names->len;
      if (i < names->len)
        {
          g_array_append_val (recognition->names, g_array_index (names, LieuditRecognisedName, i));
          g_array_append_val (resolutions, g_array_index (old_resolutions, LieuditResolution, i));
        }
    }
  rename_parties (relations, new_indices);
}

/* Two such sites in one text: "the citadel" may be either. */
static gboolean
is_ambiguous (const GArray *descriptions)
{
  for (guint i = 1; i < descriptions->len; i++)
    {
      if (g_array_index (descriptions, Description, i).place !=
          g_array_index (descriptions, Description, 0).place)
        return TRUE;
    }

  return FALSE;
}

/**
 * lieudit_add_descriptions:
 * @gazetteer: the gazetteer
 * @folded: the folded text
 * @tokens: (element-type LieuditToken): its tokens
 * @recognition: the names found; descriptions are added
 * @resolutions: (element-type LieuditResolution): their places; likewise
 * @relations: (element-type LieuditStatedRelation): what is said of the names, whose indices change
 *
 * Finds definite descriptions of sites that the text names in full: "the
 * citadel" in a text about the citadel of Aleppo.
 */
void
lieudit_add_descriptions (LieuditGazetteer        *gazetteer,
                          const LieuditFoldedText *folded,
                          const GArray            *tokens,
                          LieuditRecognition      *recognition,
                          GArray                  *resolutions,
                          GArray                  *relations)
{
  g_autoptr(GArray) descriptions = find_descriptions (gazetteer, resolutions);
  g_autoptr(GArray) insertions = NULL;
  const char *text = lieudit_folded_text_get_text (folded);

  if (descriptions->len == 0 || is_ambiguous (descriptions))
    return;

  insertions = find_insertions (descriptions, text, tokens, recognition->names);
  if (insertions->len > 0)
    insert (insertions, tokens, recognition, resolutions, relations);
}
