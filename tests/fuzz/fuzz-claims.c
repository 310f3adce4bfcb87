/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "fuzz.h"

#include <math.h>

#include "relations/lieudit-relation-grammar.h"
#include "relations/lieudit-relation-rule-index.h"
#include "claims/lieudit-claim-shapes.h"

/* Words of the grammar itself, so that its rules have something to match. */
static GArray *
make_items (const LieuditRelationGrammar *grammar)
{
  GArray *items = g_array_new (FALSE, TRUE, sizeof (LieuditRelationItem));

  for (int i = 0; i < 40; i++)
    {
      LieuditRelationItem item = { (gsize) i, (gsize) i + 1, i % 7, i % 5 == 0 ? i / 5 : -1, (guint) i / 20,
                                i % 3 == 0 ? i : NAN, TRUE };

      g_array_append_val (items, item);
    }

  return items;
}

static void
try_grammar (const char *text,
             gsize       size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditRelationGrammar) grammar = lieudit_relation_grammar_parse (text, size, &error);
  g_autoptr(LieuditRelationRuleIndex) index = NULL;
  g_autoptr(GArray) items = NULL;

  g_assert_true ((grammar == NULL) == (error != NULL));
  if (grammar == NULL)
    return;

  index = lieudit_relation_rule_index_new (grammar);
  items = make_items (grammar);
  for (guint i = 0; i < items->len; i++)
    {
      const LieuditRelationItem *item = &g_array_index (items, LieuditRelationItem, i);
      const LieuditRelationItem *second = i + 1 < items->len ? item + 1 : NULL;
      const GPtrArray *openings = lieudit_relation_rule_index_lookup (index, item);

      g_assert_true (openings == NULL || openings->len <= grammar->rules->len);
      for (guint j = 0; openings != NULL && j < openings->len; j++)
        {
          const LieuditRelationOpening *opening = g_ptr_array_index (openings, j);
          LieuditRelationMatch match;

          if (!lieudit_relation_opening_may_go_on (opening, second) &&
              lieudit_relation_match (grammar, opening->rule, items, i, LIEUDIT_RELATION_ANY_END, &match))
            g_assert_cmpuint (match.end, ==, i);
        }
    }
  for (guint i = 0; i < grammar->rules->len; i++)
    {
      for (guint start = 0; start < items->len; start++)
        {
          LieuditRelationMatch match;

          if (lieudit_relation_match (grammar, g_ptr_array_index (grammar->rules, i), items, start, LIEUDIT_RELATION_ANY_END,
                                   &match))
            {
              g_assert_cmpuint (match.end, <=, items->len);
              g_assert_cmpuint (match.n_objects, <=, LIEUDIT_RELATION_MAX_OBJECTS);
            }
        }
    }
}

static void
try_shapes (const char *text,
            gsize       size)
{
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditClaimShapes) shapes = lieudit_claim_shapes_parse (text, size, &error);

  g_assert_true ((shapes == NULL) == (error != NULL));
  if (shapes != NULL && lieudit_claim_shapes_get_coast (shapes) != NULL)
    {
      const LieuditShape *coast = lieudit_claim_shapes_get_coast (shapes);

      lieudit_shape_contains (coast, 35.0, 36.0);
      g_assert_cmpfloat (lieudit_shape_get_distance (coast, 35.0, 36.0, NULL, NULL), >=, 0.0);
    }
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autofree char *text = size > 0 ? g_strndup ((const char *) data, size) : g_strdup ("");

  try_grammar (text, size);
  try_shapes (text, size);

  return 0;
}
