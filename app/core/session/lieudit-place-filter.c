/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-place-filter.h"

#include <string.h>

#include <glib/gi18n.h>

#include "geoparse/lieudit-analysis-private.h"
#include "geoparse/lieudit-confidence.h"
#include "text/lieudit-folded-text.h"

/**
 * LieuditPlaceFilter:
 *
 * Which of an article's places a reader wants to see: those of which all that
 * is set here is true. The list, the map, the article and the exports show
 * the same ones.
 */
struct _LieuditPlaceFilter
{
  GObject parent_instance;

  char *text;
  char *folded_text;
  int kind; /* a LieuditFeatureClass, or any */
  char *country;
  int status; /* a LieuditMentionStatus, or any */
  gboolean unsure_only;
};

enum {
  CHANGED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LieuditPlaceFilter, lieudit_place_filter, G_TYPE_OBJECT)

/* What is searched in a place or a mention, kept with it: folding takes longer than searching. */
static G_DEFINE_QUARK (lieudit-search-text, search_text)

static void
emit_changed (LieuditPlaceFilter *self)
{
  g_signal_emit (self, signals[CHANGED], 0);
}

static void
lieudit_place_filter_finalize (GObject *object)
{
  LieuditPlaceFilter *self = LIEUDIT_PLACE_FILTER (object);

  g_free (self->text);
  g_free (self->folded_text);
  g_free (self->country);

  G_OBJECT_CLASS (lieudit_place_filter_parent_class)->finalize (object);
}

static void
lieudit_place_filter_class_init (LieuditPlaceFilterClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_place_filter_finalize;

  /**
   * LieuditPlaceFilter::changed:
   * @self: a filter
   *
   * Other places are to be shown.
   */
  signals[CHANGED] =
    g_signal_new ("changed", LIEUDIT_TYPE_PLACE_FILTER, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);
}

static void
lieudit_place_filter_init (LieuditPlaceFilter *self)
{
  self->text = g_strdup ("");
  self->folded_text = g_strdup ("");
  self->country = g_strdup ("");
  self->kind = LIEUDIT_PLACE_FILTER_ANY;
  self->status = LIEUDIT_PLACE_FILTER_ANY;
}

/**
 * lieudit_place_filter_new:
 *
 * Returns: (transfer full): a filter that shows all places
 */
LieuditPlaceFilter *
lieudit_place_filter_new (void)
{
  return g_object_new (LIEUDIT_TYPE_PLACE_FILTER, NULL);
}

/**
 * lieudit_place_filter_get_text:
 * @self: a filter
 *
 * Returns: (transfer none): what has to be part of a name; empty for any
 */
const char *
lieudit_place_filter_get_text (LieuditPlaceFilter *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE_FILTER (self), NULL);

  return self->text;
}

/**
 * lieudit_place_filter_set_text:
 * @self: a filter
 * @text: what has to be part of a name, with or without accents; empty for any
 *
 * Shows only places whose name, or a spelling of it in the article, has @text
 * in it.
 */
void
lieudit_place_filter_set_text (LieuditPlaceFilter *self,
                               const char         *text)
{
  g_return_if_fail (LIEUDIT_IS_PLACE_FILTER (self));
  g_return_if_fail (text != NULL);

  if (strcmp (self->text, text) == 0)
    return;

  g_free (self->text);
  self->text = g_strdup (text);
  g_free (self->folded_text);
  self->folded_text = lieudit_fold_name (text);
  emit_changed (self);
}

/**
 * lieudit_place_filter_get_kind:
 * @self: a filter
 *
 * Returns: the #LieuditFeatureClass to show, or %LIEUDIT_PLACE_FILTER_ANY
 */
int
lieudit_place_filter_get_kind (LieuditPlaceFilter *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE_FILTER (self), LIEUDIT_PLACE_FILTER_ANY);

  return self->kind;
}

/**
 * lieudit_place_filter_set_kind:
 * @self: a filter
 * @kind: a #LieuditFeatureClass, or %LIEUDIT_PLACE_FILTER_ANY
 *
 * Shows only places of one kind.
 */
void
lieudit_place_filter_set_kind (LieuditPlaceFilter *self,
                               int                 kind)
{
  g_return_if_fail (LIEUDIT_IS_PLACE_FILTER (self));

  if (self->kind == kind)
    return;

  self->kind = kind;
  emit_changed (self);
}

/**
 * lieudit_place_filter_get_country:
 * @self: a filter
 *
 * Returns: (transfer none): the code of the country to show; empty for any
 */
const char *
lieudit_place_filter_get_country (LieuditPlaceFilter *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE_FILTER (self), NULL);

  return self->country;
}

/**
 * lieudit_place_filter_set_country:
 * @self: a filter
 * @country: the code of a country, such as `SY`; empty for any
 *
 * Shows only places in one country.
 */
void
lieudit_place_filter_set_country (LieuditPlaceFilter *self,
                                  const char         *country)
{
  g_return_if_fail (LIEUDIT_IS_PLACE_FILTER (self));
  g_return_if_fail (country != NULL);

  if (strcmp (self->country, country) == 0)
    return;

  g_free (self->country);
  self->country = g_strdup (country);
  emit_changed (self);
}

/**
 * lieudit_place_filter_get_status:
 * @self: a filter
 *
 * Returns: the #LieuditMentionStatus to show, or %LIEUDIT_PLACE_FILTER_ANY
 */
int
lieudit_place_filter_get_status (LieuditPlaceFilter *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE_FILTER (self), LIEUDIT_PLACE_FILTER_ANY);

  return self->status;
}

/**
 * lieudit_place_filter_set_status:
 * @self: a filter
 * @status: a #LieuditMentionStatus, or %LIEUDIT_PLACE_FILTER_ANY
 *
 * Shows only places that were checked so, or not at all.
 */
void
lieudit_place_filter_set_status (LieuditPlaceFilter *self,
                                 int                 status)
{
  g_return_if_fail (LIEUDIT_IS_PLACE_FILTER (self));

  if (self->status == status)
    return;

  self->status = status;
  emit_changed (self);
}

/**
 * lieudit_place_filter_get_unsure_only:
 * @self: a filter
 *
 * Returns: whether to show only what is not sure
 */
gboolean
lieudit_place_filter_get_unsure_only (LieuditPlaceFilter *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE_FILTER (self), FALSE);

  return self->unsure_only;
}

/**
 * lieudit_place_filter_set_unsure_only:
 * @self: a filter
 * @unsure_only: whether to show only what is not sure
 *
 * Shows only places that may be others of the same name.
 */
void
lieudit_place_filter_set_unsure_only (LieuditPlaceFilter *self,
                                      gboolean            unsure_only)
{
  g_return_if_fail (LIEUDIT_IS_PLACE_FILTER (self));

  if (self->unsure_only == unsure_only)
    return;

  self->unsure_only = unsure_only;
  emit_changed (self);
}

/**
 * lieudit_place_filter_clear:
 * @self: a filter
 *
 * Shows all places again.
 */
void
lieudit_place_filter_clear (LieuditPlaceFilter *self)
{
  g_return_if_fail (LIEUDIT_IS_PLACE_FILTER (self));

  if (lieudit_place_filter_is_clear (self))
    return;

  *self->text = '\0';
  *self->folded_text = '\0';
  *self->country = '\0';
  self->kind = LIEUDIT_PLACE_FILTER_ANY;
  self->status = LIEUDIT_PLACE_FILTER_ANY;
  self->unsure_only = FALSE;
  emit_changed (self);
}

/**
 * lieudit_place_filter_is_clear:
 * @self: a filter
 *
 * Returns: whether all places are shown
 */
gboolean
lieudit_place_filter_is_clear (LieuditPlaceFilter *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE_FILTER (self), TRUE);

  return *self->text == '\0' && *self->country == '\0' && self->kind == LIEUDIT_PLACE_FILTER_ANY &&
         self->status == LIEUDIT_PLACE_FILTER_ANY && !self->unsure_only;
}

/**
 * lieudit_place_filter_describe:
 * @self: a filter
 *
 * Says in words which places are shown, for those who see the result without
 * the window.
 *
 * Returns: (transfer full) (nullable): the words, or %NULL when all are
 */
char *
lieudit_place_filter_describe (LieuditPlaceFilter *self)
{
  g_autoptr(GPtrArray) parts = g_ptr_array_new_with_free_func (g_free);

  g_return_val_if_fail (LIEUDIT_IS_PLACE_FILTER (self), NULL);

  if (lieudit_place_filter_is_clear (self))
    return NULL;

  if (*self->text != '\0')
    /* Translators: what was searched in the names of places */
    g_ptr_array_add (parts, g_strdup_printf (_("name has “%s”"), self->text));
  if (self->kind != LIEUDIT_PLACE_FILTER_ANY)
    g_ptr_array_add (parts, g_strdup (lieudit_feature_class_describe (self->kind)));
  if (*self->country != '\0')
    /* Translators: the code of a country, such as "SY" */
    g_ptr_array_add (parts, g_strdup_printf (_("country %s"), self->country));
  if (self->status != LIEUDIT_PLACE_FILTER_ANY)
    g_ptr_array_add (parts, g_strdup (lieudit_mention_status_describe (self->status)));
  if (self->unsure_only)
    g_ptr_array_add (parts, g_strdup (_("Not sure")));
  g_ptr_array_add (parts, NULL);

  /* Translators: what separates the conditions in "Capitals, country SY" */
  return g_strjoinv (_(", "), (char **) parts->pdata);
}

static void
append_folded (GString    *searched,
               const char *name)
{
  g_autofree char *folded = lieudit_fold_name (name);

  if (strstr (searched->str, folded) == NULL)
    g_string_append_printf (searched, "%s\n", folded);
}

static gboolean
has_text (LieuditPlaceFilter *self,
          GObject            *object,
          const char         *name,
          GListModel         *mentions)
{
  const char *known;
  GString *searched;

  if (*self->folded_text == '\0')
    return TRUE;

  known = g_object_get_qdata (object, search_text_quark ());
  if (known != NULL)
    return strstr (known, self->folded_text) != NULL;

  searched = g_string_new (NULL);
  append_folded (searched, name);
  for (guint i = 0; mentions != NULL && i < g_list_model_get_n_items (mentions); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);

      append_folded (searched, lieudit_mention_get_text (mention));
    }
  known = searched->str;
  g_object_set_qdata_full (object, search_text_quark (), g_string_free (searched, FALSE), g_free);

  return strstr (known, self->folded_text) != NULL;
}

/**
 * lieudit_place_filter_shows_place:
 * @self: a filter
 * @place: a place that an article names
 *
 * Returns: whether the place is to be shown
 */
gboolean
lieudit_place_filter_shows_place (LieuditPlaceFilter *self,
                                  LieuditFoundPlace  *place)
{
  LieuditPlace *of_gazetteer;

  g_return_val_if_fail (LIEUDIT_IS_PLACE_FILTER (self), TRUE);
  g_return_val_if_fail (LIEUDIT_IS_FOUND_PLACE (place), TRUE);

  of_gazetteer = lieudit_found_place_get_place (place);
  if (self->kind != LIEUDIT_PLACE_FILTER_ANY && (int) lieudit_place_get_feature_class (of_gazetteer) != self->kind)
    return FALSE;
  if (*self->country != '\0' && g_strcmp0 (lieudit_place_get_country_code (of_gazetteer), self->country) != 0)
    return FALSE;
  if (self->unsure_only && lieudit_found_place_get_confidence (place) >= LIEUDIT_SURE_CONFIDENCE)
    return FALSE;
  if (self->status != LIEUDIT_PLACE_FILTER_ANY && (int) lieudit_found_place_get_status (place) != self->status)
    return FALSE;

  return has_text (self, G_OBJECT (place), lieudit_found_place_get_name (place), lieudit_found_place_get_mentions (place));
}

/**
 * lieudit_place_filter_shows_mention:
 * @self: a filter
 * @mention: a name that is not located
 *
 * Returns: whether the name is to be shown: nobody knows its kind or country,
 *   and it is never sure
 */
gboolean
lieudit_place_filter_shows_mention (LieuditPlaceFilter *self,
                                    LieuditMention     *mention)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE_FILTER (self), TRUE);
  g_return_val_if_fail (LIEUDIT_IS_MENTION (mention), TRUE);

  if (self->kind != LIEUDIT_PLACE_FILTER_ANY || *self->country != '\0')
    return FALSE;
  if (self->status != LIEUDIT_PLACE_FILTER_ANY && (int) lieudit_mention_get_status (mention) != self->status)
    return FALSE;

  return has_text (self, G_OBJECT (mention), lieudit_mention_get_text (mention), NULL);
}

static GPtrArray *
gather_places (LieuditPlaceFilter *self,
               LieuditAnalysis    *analysis,
               GHashTable         *shown)
{
  GPtrArray *places = g_ptr_array_new_with_free_func (g_object_unref);
  GListModel *all = lieudit_analysis_get_places (analysis);

  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(LieuditFoundPlace) place = g_list_model_get_item (all, i);

      if (!lieudit_place_filter_shows_place (self, place))
        continue;
      g_hash_table_add (shown, place);
      g_ptr_array_add (places, g_steal_pointer (&place));
    }

  return places;
}

/**
 * lieudit_place_filter_apply:
 * @self: a filter
 * @analysis: what an article names
 *
 * Leaves out what is not to be shown.
 *
 * Returns: (transfer full): @analysis itself when all of it is shown, else the
 *   part of it that is, with the same places and mentions
 */
LieuditAnalysis *
lieudit_place_filter_apply (LieuditPlaceFilter *self,
                            LieuditAnalysis    *analysis)
{
  g_autoptr(GHashTable) shown = NULL;
  g_autoptr(GPtrArray) places = NULL;
  g_autoptr(GPtrArray) mentions = NULL;
  GListModel *all;

  g_return_val_if_fail (LIEUDIT_IS_PLACE_FILTER (self), NULL);
  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (analysis), NULL);

  if (lieudit_place_filter_is_clear (self))
    return g_object_ref (analysis);

  shown = g_hash_table_new (NULL, NULL);
  places = gather_places (self, analysis, shown);
  mentions = g_ptr_array_new_with_free_func (g_object_unref);
  all = lieudit_analysis_get_mentions (analysis);
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (all, i);
      LieuditFoundPlace *place = lieudit_analysis_find_place (analysis, mention);

      if (place != NULL ? g_hash_table_contains (shown, place) : lieudit_place_filter_shows_mention (self, mention))
        g_ptr_array_add (mentions, g_steal_pointer (&mention));
    }

  return lieudit_analysis_new_part (analysis, places, mentions);
}
