/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the places of an article can be told apart by. */
#include "config.h"

#include "places/lieudit-place-choices.h"

#include <glib/gi18n.h>

#include "places/lieudit-place-order.h"
#include "session/lieudit-place-filter.h"

#define N_KINDS (LIEUDIT_FEATURE_SITE + 1)

typedef struct {
  char  *code;
  char  *name;
  guint  n_places;
} Country;

static void
clear_country (gpointer data)
{
  Country *country = data;

  g_free (country->code);
  g_free (country->name);
}

static void
append_choice (GtkStringList *names,
               const char    *name,
               guint          n_places)
{
  /* Translators: a kind of places or a country, then how many places of the article are of it */
  g_autofree char *choice = g_strdup_printf (_("%s (%u)"), name, n_places);

  gtk_string_list_append (names, choice);
}

/**
 * lieudit_list_kinds:
 * @analysis: (nullable): what an article names
 * @chosen: a kind to list in any case, or %LIEUDIT_PLACE_FILTER_ANY
 * @names: (out) (transfer full): return location for what the kinds are called
 *
 * Lists the kinds of an article's places, after the choice of any.
 *
 * Returns: (transfer full) (element-type int): the kinds, in the order of @names
 */
GArray *
lieudit_list_kinds (LieuditAnalysis  *analysis,
                    int               chosen,
                    GtkStringList   **names)
{
  GListModel *places = analysis != NULL ? lieudit_analysis_get_places (analysis) : NULL;
  GArray *kinds = g_array_new (FALSE, FALSE, sizeof (int));
  guint n_places[N_KINDS] = { 0, };
  int any = LIEUDIT_PLACE_FILTER_ANY;

  *names = gtk_string_list_new (NULL);
  gtk_string_list_append (*names, _("Any kind"));
  g_array_append_val (kinds, any);

  for (guint i = 0; places != NULL && i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr(LieuditFoundPlace) place = g_list_model_get_item (places, i);

      n_places[lieudit_place_get_feature_class (lieudit_found_place_get_place (place))]++;
    }

  /* Other places are the first class, and come last. */
  for (int i = 1; i <= N_KINDS; i++)
    {
      int kind = i % N_KINDS;

      if (n_places[kind] == 0 && kind != chosen)
        continue;
      append_choice (*names, lieudit_feature_class_describe ((LieuditFeatureClass) kind), n_places[kind]);
      g_array_append_val (kinds, kind);
    }

  return kinds;
}

static void
count_country (GArray     *countries,
               const char *code,
               const char *name)
{
  Country added = { 0, };

  for (guint i = 0; i < countries->len; i++)
    {
      Country *country = &g_array_index (countries, Country, i);

      if (g_strcmp0 (country->code, code) == 0)
        {
          country->n_places++;
          return;
        }
    }

  added = (Country) { g_strdup (code), g_strdup (name), 1 };
  g_array_append_val (countries, added);
}

static int
compare_countries (gconstpointer a,
                   gconstpointer b)
{
  return g_utf8_collate (((const Country *) a)->name, ((const Country *) b)->name);
}

/* The countries that an article names places in, by name. */
static GArray *
gather_countries (LieuditAnalysis *analysis,
                  const char      *chosen)
{
  GListModel *places = analysis != NULL ? lieudit_analysis_get_places (analysis) : NULL;
  GArray *countries = g_array_new (FALSE, FALSE, sizeof (Country));
  gboolean has_chosen = *chosen == '\0';

  g_array_set_clear_func (countries, clear_country);
  for (guint i = 0; places != NULL && i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr(LieuditFoundPlace) place = g_list_model_get_item (places, i);
      const char *code = lieudit_place_get_country_code (lieudit_found_place_get_place (place));

      if (code == NULL || *code == '\0')
        continue;
      has_chosen = has_chosen || g_str_equal (code, chosen);
      count_country (countries, code, lieudit_found_place_get_country_name (place));
    }

  if (!has_chosen)
    {
      Country country = { g_strdup (chosen), g_strdup (chosen), 0 };

      g_array_append_val (countries, country);
    }
  g_array_sort (countries, compare_countries);

  return countries;
}

/**
 * lieudit_list_countries:
 * @analysis: (nullable): what an article names
 * @chosen: the code of a country to list in any case, or nothing
 * @names: (out) (transfer full): return location for what the countries are called
 *
 * Lists the countries of an article's places, after the choice of any.
 *
 * Returns: (transfer full) (element-type utf8): their codes, in the order of
 *   @names; empty for any
 */
GPtrArray *
lieudit_list_countries (LieuditAnalysis  *analysis,
                        const char       *chosen,
                        GtkStringList   **names)
{
  g_autoptr(GArray) countries = gather_countries (analysis, chosen);
  GPtrArray *codes = g_ptr_array_new_with_free_func (g_free);

  *names = gtk_string_list_new (NULL);
  gtk_string_list_append (*names, _("Any country"));
  g_ptr_array_add (codes, g_strdup (""));

  for (guint i = 0; i < countries->len; i++)
    {
      Country *country = &g_array_index (countries, Country, i);

      append_choice (*names, country->name, country->n_places);
      g_ptr_array_add (codes, g_strdup (country->code));
    }

  return codes;
}
