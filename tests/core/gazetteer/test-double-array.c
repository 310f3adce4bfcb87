/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-double-array.h"

#include <string.h>

#define MANY_KEYS 20000

typedef struct {
  GArray     *nodes;
  GByteArray *tail;
} Trie;

static void
trie_clear (Trie *trie)
{
  g_clear_pointer (&trie->nodes, g_array_unref);
  g_clear_pointer (&trie->tail, g_byte_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Trie, trie_clear)

/* Each key's value is 100 and its place among the keys. */
static void
build_trie (Trie               *trie,
            const char * const *keys,
            gsize               n_keys)
{
  g_autofree guint32 *values = g_new (guint32, n_keys);

  for (gsize i = 0; i < n_keys; i++)
    values[i] = 100 + (guint32) i;

  trie->nodes = g_array_new (FALSE, FALSE, sizeof (LieuditDoubleArrayNode));
  trie->tail = g_byte_array_new ();
  lieudit_double_array_build (keys, values, n_keys, trie->nodes, trie->tail);
}

static LieuditDoubleArray
view_trie (const Trie *trie)
{
  return (LieuditDoubleArray) {
    (const LieuditDoubleArrayNode *) (gpointer) trie->nodes->data, trie->nodes->len,
    trie->tail->data, trie->tail->len,
  };
}

static char *
find_prefixes (const LieuditDoubleArray *view,
               const char               *text,
               guint                     room)
{
  LieuditDoubleArrayMatch matches[8];
  guint n_matches = lieudit_double_array_prefixes (view, text, strlen (text), matches, room);
  GString *found = g_string_new (NULL);

  g_assert_cmpuint (n_matches, <=, room);
  for (guint i = 0; i < n_matches; i++)
    g_string_append_printf (found, "%s%u:%u", i > 0 ? " " : "", matches[i].length, matches[i].value);

  return g_string_free (found, FALSE);
}

static void
test_prefixes (void)
{
  static const struct {
    const char *rule;
    const char *keys[6]; /* in byte order */
    const char *text;
    const char *found;   /* length:value, shortest first */
  } cases[] = {
    { "one key is found", { "homs" }, "homs", "4:100" },
    { "one key begins a text", { "homs" }, "homs is calm", "4:100" },
    { "part of a key is not found", { "homs" }, "hom", "" },
    { "nor is another word", { "homs" }, "hama", "" },
    { "nor is a key inside a text", { "homs" }, " homs", "" },
    { "an empty text begins with no key", { "homs" }, "", "" },
    { "keys share a beginning", { "al bab", "al qaim", "al qusayr" }, "al qaim", "7:101" },
    { "and another end", { "al bab", "al qaim", "al qusayr" }, "al qusayr", "9:102" },
    { "their beginning is no key", { "al bab", "al qaim", "al qusayr" }, "al q", "" },
    { "a key begins another", { "tel", "tel abyad" }, "tel abyad", "3:100 9:101" },
    { "the shorter alone", { "tel", "tel abyad" }, "tel aviv", "3:100" },
    { "three in a row", { "a", "ab", "abc" }, "abcd", "1:100 2:101 3:102" },
    { "three in a row, cut off", { "a", "ab", "abc" }, "ab", "1:100 2:101" },
    { "Arabic", { "حلب", "حماة", "حمص" }, "حماة", "8:101" },
    { "a letter cut in two", { "حلب" }, "حل\xD8", "" },
    { "the highest byte", { "\xFE", "\xFF", "\xFF\xFF" }, "\xFF\xFF", "1:101 2:102" },
    { "the lowest byte", { "\x01", "\x01\x01" }, "\x01\x01\x01", "1:100 2:101" },
    { "a byte and its neighbours", { "`", "a", "b" }, "a", "1:101" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(Trie) trie = { NULL, NULL };
      LieuditDoubleArray view;
      g_autofree char *found = NULL;
      gsize n_keys = 0;

      while (n_keys < G_N_ELEMENTS (cases[i].keys) && cases[i].keys[n_keys] != NULL)
        n_keys++;
      build_trie (&trie, cases[i].keys, n_keys);
      view = view_trie (&trie);
      found = find_prefixes (&view, cases[i].text, 8);

      g_test_message ("%s", cases[i].rule);
      g_assert_cmpstr (found, ==, cases[i].found);
    }
}

static void
test_room (void)
{
  static const char * const keys[] = { "a", "ab", "abc" };
  static const char * const found_by_room[] = { "", "1:100", "1:100 2:101", "1:100 2:101 3:102" };
  g_auto(Trie) trie = { NULL, NULL };
  LieuditDoubleArray view;

  build_trie (&trie, keys, G_N_ELEMENTS (keys));
  view = view_trie (&trie);

  for (guint room = 0; room < G_N_ELEMENTS (found_by_room); room++)
    {
      g_autofree char *found = find_prefixes (&view, "abc", room);

      g_assert_cmpstr (found, ==, found_by_room[room]);
    }
}

static void
test_no_nodes (void)
{
  LieuditDoubleArray view = { NULL, 0, NULL, 0 };
  g_autofree char *found = find_prefixes (&view, "homs", 8);

  g_assert_cmpstr (found, ==, "");
}

static gint
compare_keys (gconstpointer a,
              gconstpointer b)
{
  return strcmp (*(const char * const *) a, *(const char * const *) b);
}

/* All different: the number stands in letters that differ from those before it. */
static GPtrArray *
make_keys (void)
{
  static const char * const parts[] = { "al ", "kafr ", "tall ", "دير ", "saint ", "é", "ma'arrat ", "" };
  GPtrArray *keys = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < MANY_KEYS; i++)
    g_ptr_array_add (keys, g_strdup_printf ("%s%s%u", parts[i % 8], parts[i / 8 % 8], i));
  g_ptr_array_sort (keys, compare_keys);

  return keys;
}

static void
test_many_keys (void)
{
  g_autoptr(GPtrArray) keys = make_keys ();
  const char * const *strings = (const char * const *) keys->pdata;
  g_auto(Trie) trie = { NULL, NULL };
  LieuditDoubleArray view;

  build_trie (&trie, strings, keys->len);
  view = view_trie (&trie);

  for (guint i = 0; i < keys->len; i++)
    {
      LieuditDoubleArrayMatch matches[16];
      guint n_matches = lieudit_double_array_prefixes (&view, strings[i], strlen (strings[i]), matches, 16);

      g_assert_cmpuint (n_matches, >, 0);
      g_assert_cmpuint (matches[n_matches - 1].length, ==, strlen (strings[i]));
      g_assert_cmpuint (matches[n_matches - 1].value, ==, 100 + i);
      for (guint j = 0; j + 1 < n_matches; j++)
        {
          const char *prefix = strings[matches[j].value - 100];

          g_assert_cmpuint (matches[j].length, <, matches[j + 1].length);
          g_assert_cmpuint (matches[j].length, ==, strlen (prefix));
          g_assert_true (g_str_has_prefix (strings[i], prefix));
        }
    }
}

/* All keys below a spot, in the order of the walk. */
static void
collect_keys (const LieuditDoubleArray *view,
              LieuditDoubleArrayCursor  cursor,
              GString                  *path,
              GString                  *found)
{
  guint8 bytes[LIEUDIT_DOUBLE_ARRAY_MOST_CHILDREN];
  guint n_bytes = lieudit_double_array_list_children (view, &cursor, bytes);
  gsize length = path->len;
  guint32 value;

  g_assert_cmpuint (length, <, 64);
  if (lieudit_double_array_get_value (view, &cursor, &value))
    g_string_append_printf (found, "%s%s:%u", found->len > 0 ? " " : "", path->str, value);

  for (guint i = 0; i < n_bytes; i++)
    {
      LieuditDoubleArrayCursor child = cursor;

      g_assert_true (lieudit_double_array_step (view, &child, bytes[i]));
      g_string_append_c (path, (char) bytes[i]);
      collect_keys (view, child, path, found);
      g_string_truncate (path, length);
    }
}

static void
test_walk (void)
{
  static const struct {
    const char *rule;
    const char *keys[6]; /* in byte order */
    const char *prefix;
    const char *rest;    /* of the only key; NULL where the keys branch */
    const char *found;   /* key:value */
  } cases[] = {
    { "one key", { "homs" }, "", "homs", "homs:100" },
    { "one key, begun", { "homs" }, "ho", "ms", "homs:100" },
    { "one key, ended", { "homs" }, "homs", "", "homs:100" },
    { "keys that branch", { "al bab", "al qaim", "homs" }, "", NULL, "al bab:100 al qaim:101 homs:102" },
    { "some of them", { "al bab", "al qaim", "homs" }, "al", NULL, "al bab:100 al qaim:101" },
    { "a key alone", { "al bab", "al qaim", "homs" }, "al q", "aim", "al qaim:101" },
    { "a key that begins another", { "tel", "tel abyad" }, "te", NULL, "tel:100 tel abyad:101" },
    { "and where it ends", { "tel", "tel abyad" }, "tel", NULL, "tel:100 tel abyad:101" },
    { "and behind that", { "tel", "tel abyad" }, "tel ", "abyad", "tel abyad:101" },
    { "Arabic", { "حلب", "حماة", "حمص" }, "حم", NULL, "حماة:101 حمص:102" },
    { "the outermost bytes", { "\x01", "\xFF" }, "", NULL, "\x01:100 \xFF:101" },
    { "no such key", { "homs", "hama" }, "he", NULL, NULL },
    { "nor one that goes on", { "homs" }, "homst", NULL, NULL },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_auto(Trie) trie = { NULL, NULL };
      LieuditDoubleArrayCursor cursor;
      LieuditDoubleArray view;
      g_autoptr(GString) path = g_string_new (cases[i].prefix);
      g_autoptr(GString) found = g_string_new (NULL);
      gboolean exists;
      gsize n_keys = 0;
      gsize length;

      while (n_keys < G_N_ELEMENTS (cases[i].keys) && cases[i].keys[n_keys] != NULL)
        n_keys++;
      build_trie (&trie, cases[i].keys, n_keys);
      view = view_trie (&trie);

      g_test_message ("%s", cases[i].rule);
      exists = lieudit_double_array_start (&view, &cursor);
      for (const char *byte = cases[i].prefix; exists && *byte != '\0'; byte++)
        exists = lieudit_double_array_step (&view, &cursor, (guint8) *byte);
      g_assert_cmpint (exists, ==, cases[i].found != NULL);
      if (!exists)
        continue;

      g_assert_cmpint (lieudit_double_array_get_rest (&view, &cursor, &length) != NULL, ==, cases[i].rest != NULL);
      if (cases[i].rest != NULL)
        g_assert_cmpmem (lieudit_double_array_get_rest (&view, &cursor, &length), length,
                         cases[i].rest, strlen (cases[i].rest));
      collect_keys (&view, cursor, path, found);
      g_assert_cmpstr (found->str, ==, cases[i].found);
    }
}

static void
test_same_bytes (void)
{
  g_autoptr(GPtrArray) keys = make_keys ();
  g_auto(Trie) first = { NULL, NULL };
  g_auto(Trie) second = { NULL, NULL };

  build_trie (&first, (const char * const *) keys->pdata, keys->len);
  build_trie (&second, (const char * const *) keys->pdata, keys->len);

  g_assert_cmpmem (first.nodes->data, first.nodes->len * sizeof (LieuditDoubleArrayNode),
                   second.nodes->data, second.nodes->len * sizeof (LieuditDoubleArrayNode));
  g_assert_cmpmem (first.tail->data, first.tail->len, second.tail->data, second.tail->len);
}

/* As far as one lets it: what was changed may go in circles. */
static void
walk_into_copy (const LieuditDoubleArray *view)
{
  LieuditDoubleArrayCursor cursor;
  gboolean goes_on = lieudit_double_array_start (view, &cursor);

  for (guint depth = 0; goes_on && depth < 32; depth++)
    {
      guint8 bytes[LIEUDIT_DOUBLE_ARRAY_MOST_CHILDREN];
      guint n_bytes = lieudit_double_array_list_children (view, &cursor, bytes);
      gsize length = 0;
      guint32 value;

      if (lieudit_double_array_get_rest (view, &cursor, &length) != NULL)
        g_assert_cmpuint (length, <=, view->tail_size);
      lieudit_double_array_get_value (view, &cursor, &value);

      g_assert_cmpuint (n_bytes, <=, G_N_ELEMENTS (bytes));
      goes_on = n_bytes > 0 && lieudit_double_array_step (view, &cursor, bytes[depth % n_bytes]);
    }
}

/* Copies of the right size, so that the address sanitizer sees a read behind the end. */
static void
look_into_copy (const guint8 *nodes,
                gsize         nodes_size,
                const guint8 *tail,
                gsize         tail_size)
{
  static const char * const texts[] = { "a", "al bab", "al qaim", "homs", "tel abyad", "\xFF\xFF\xFF", "" };
  g_autofree LieuditDoubleArrayNode *node_copy = g_memdup2 (nodes, nodes_size);
  g_autofree guint8 *tail_copy = g_memdup2 (tail, tail_size);
  LieuditDoubleArray view = { node_copy, nodes_size / sizeof (LieuditDoubleArrayNode), tail_copy, tail_size };

  for (gsize i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      LieuditDoubleArrayMatch matches[8];
      gsize length = strlen (texts[i]);
      guint n_matches = lieudit_double_array_prefixes (&view, texts[i], length, matches, 8);

      g_assert_cmpuint (n_matches, <=, 8);
      for (guint j = 0; j < n_matches; j++)
        g_assert_cmpuint (matches[j].length, <=, length);
    }

  walk_into_copy (&view);
}

static void
build_small_trie (Trie *trie)
{
  static const char * const keys[] = { "al bab", "al qaim", "homs", "tel", "tel abyad" };

  build_trie (trie, keys, G_N_ELEMENTS (keys));
}

static void
test_changed_bytes (void)
{
  static const guint8 masks[] = { 0x01, 0x80, 0xFF };
  g_auto(Trie) trie = { NULL, NULL };
  guint8 *nodes;
  gsize nodes_size;

  build_small_trie (&trie);
  nodes = (guint8 *) trie.nodes->data;
  nodes_size = trie.nodes->len * sizeof (LieuditDoubleArrayNode);

  for (gsize i = 0; i < G_N_ELEMENTS (masks); i++)
    {
      for (gsize j = 0; j < nodes_size; j++)
        {
          nodes[j] ^= masks[i];
          look_into_copy (nodes, nodes_size, trie.tail->data, trie.tail->len);
          nodes[j] ^= masks[i];
        }
      for (gsize j = 0; j < trie.tail->len; j++)
        {
          trie.tail->data[j] ^= masks[i];
          look_into_copy (nodes, nodes_size, trie.tail->data, trie.tail->len);
          trie.tail->data[j] ^= masks[i];
        }
    }
}

static void
test_cut_off (void)
{
  g_auto(Trie) trie = { NULL, NULL };
  const guint8 *nodes;

  build_small_trie (&trie);
  nodes = (const guint8 *) trie.nodes->data;

  for (gsize n_nodes = 0; n_nodes < trie.nodes->len; n_nodes++)
    look_into_copy (nodes, n_nodes * sizeof (LieuditDoubleArrayNode), trie.tail->data, trie.tail->len);
  for (gsize tail_size = 0; tail_size < trie.tail->len; tail_size++)
    look_into_copy (nodes, trie.nodes->len * sizeof (LieuditDoubleArrayNode), trie.tail->data, tail_size);
}

/* All nodes alike: the most that a hostile file can say at once. */
static void
test_hostile_nodes (void)
{
  static const LieuditDoubleArrayNode hostile[] = {
    { 0, 0 }, { -1, 0 }, { G_MININT32, 0 }, { G_MAXINT32, 0 }, { G_MAXINT32, G_MAXUINT32 }, { 1, 1 },
  };
  static const guint8 tail[] = { 'a', 'l', ' ', 'b' };

  for (gsize i = 0; i < G_N_ELEMENTS (hostile); i++)
    {
      LieuditDoubleArrayNode nodes[300];

      for (gsize j = 0; j < G_N_ELEMENTS (nodes); j++)
        nodes[j] = hostile[i];
      look_into_copy ((const guint8 *) nodes, sizeof (nodes), tail, sizeof (tail));
      look_into_copy ((const guint8 *) nodes, sizeof (nodes), NULL, 0);
    }
}

int
main (int   argc,
      char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/double-array/prefixes", test_prefixes);
  g_test_add_func ("/double-array/walk", test_walk);
  g_test_add_func ("/double-array/room", test_room);
  g_test_add_func ("/double-array/no-nodes", test_no_nodes);
  g_test_add_func ("/double-array/many-keys", test_many_keys);
  g_test_add_func ("/double-array/same-bytes", test_same_bytes);
  g_test_add_func ("/double-array/changed-bytes", test_changed_bytes);
  g_test_add_func ("/double-array/cut-off", test_cut_off);
  g_test_add_func ("/double-array/hostile-nodes", test_hostile_nodes);

  return g_test_run ();
}
