/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-gazetteer-builder.h"

#include <string.h>

#include "gazetteer/lieudit-gazetteer-format.h"
#include "gazetteer/lieudit-gazetteer-writer.h"
#include "gazetteer/lieudit-name-index-builder.h"
#include "geo/lieudit-geodesic.h"
#include "text/lieudit-folded-text.h"

/* Ids of the same place in other inputs: "geonames:169387" is "gn-169387". */
#define GEONAMES_SOURCE "geonames:"

/* How far sources may be apart on one place, beside what they say of their precision. */
#define SAME_SPOT_KM 8.0

#define UNMARKED_NAME_SHARE 16

struct _LieuditGazetteerBuilder
{
  GPtrArray               *places;      /* of LieuditPlaceRecord */
  GHashTable              *identifiers; /* identifier or alias -> index + 1 */
  GHashTable              *curated;     /* name, country and kind -> index + 1 */
  GHashTable              *countries;   /* ISO 3166-1 code -> index + 1 */
  LieuditNameIndexBuilder *name_index;
  GPtrArray               *sources;     /* of Source */
};

typedef struct
{
  char *key;
  char *title;
  char *licence;
  char *url;
  char *date;
} Source;

static void
source_free (gpointer data)
{
  Source *source = data;

  g_free (source->key);
  g_free (source->title);
  g_free (source->licence);
  g_free (source->url);
  g_free (source->date);
  g_free (source);
}


static void
add_alias (LieuditGazetteerBuilder *self,
           char                    *alias,
           guint                    index)
{
  if (g_hash_table_contains (self->identifiers, alias))
    g_free (alias);
  else
    g_hash_table_insert (self->identifiers, alias, GUINT_TO_POINTER (index + 1));
}

/* One place goes by its identifier and by those that its source tells. */
static void
add_aliases (LieuditGazetteerBuilder  *self,
             const LieuditPlaceRecord *record,
             guint                     index)
{
  g_auto(GStrv) sources = g_strsplit (record->source != NULL ? record->source : "", " ", -1);

  add_alias (self, g_strdup (record->id), index);
  for (guint i = 0; sources[i] != NULL; i++)
    {
      if (g_str_has_prefix (sources[i], GEONAMES_SOURCE))
        {
          const char *code = sources[i] + strlen (GEONAMES_SOURCE);

          add_alias (self, g_strconcat (g_ascii_isdigit (*code) ? "gn-" : GEONAMES_SOURCE, code, NULL), index);
        }
    }
}

/* A town is a town, whatever seat it is. */
static LieuditFeatureClass
kind_of_place (const LieuditPlaceRecord *record)
{
  LieuditFeatureClass kind = lieudit_feature_class_from_code (record->feature);

  return kind == LIEUDIT_FEATURE_CAPITAL || kind == LIEUDIT_FEATURE_QUARTER ? LIEUDIT_FEATURE_TOWN : kind;
}

static char *
build_curated_key (const LieuditPlaceRecord *record,
                   const LieuditNameRecord  *name)
{
  g_autofree char *folded = lieudit_fold_name (name->text);

  return g_strdup_printf ("%s/%s/%d", folded, record->country != NULL ? record->country : "",
                          (int) kind_of_place (record));
}

static gboolean
is_same_spot (const LieuditPlaceRecord *a,
              const LieuditPlaceRecord *b)
{
  double distance = lieudit_geodesic_distance (a->latitude, a->longitude, b->latitude, b->longitude);

  return distance / 1000.0 <= SAME_SPOT_KM + a->precision_km + b->precision_km;
}

/* The same name, the same kind, the same spot. */
static guint
find_curated_place (LieuditGazetteerBuilder  *self,
                    const LieuditPlaceRecord *record)
{
  for (guint i = 0; i < record->names->len && !record->curated; i++)
    {
      g_autofree char *key = build_curated_key (record, &g_array_index (record->names, LieuditNameRecord, i));
      guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->curated, key));

      if (index > 0 && is_same_spot (record, g_ptr_array_index (self->places, index - 1)))
        return index;
    }

  return 0;
}

static void
remember_curated_place (LieuditGazetteerBuilder  *self,
                        const LieuditPlaceRecord *record,
                        guint                     index)
{
  for (guint i = 0; i < record->names->len && record->curated; i++)
    g_hash_table_insert (self->curated,
                         build_curated_key (record, &g_array_index (record->names, LieuditNameRecord, i)),
                         GUINT_TO_POINTER (index + 1));
}

static LieuditPlaceRecord *
find_same_place (LieuditGazetteerBuilder  *self,
                 const LieuditPlaceRecord *record)
{
  g_auto(GStrv) sources = g_strsplit (record->source != NULL ? record->source : "", " ", -1);
  guint index = GPOINTER_TO_UINT (g_hash_table_lookup (self->identifiers, record->id));

  for (guint i = 0; index == 0 && sources[i] != NULL; i++)
    index = GPOINTER_TO_UINT (g_hash_table_lookup (self->identifiers, sources[i]));

  if (index == 0)
    index = find_curated_place (self, record);

  return index > 0 ? g_ptr_array_index (self->places, index - 1) : NULL;
}

static gboolean
has_language (const LieuditPlaceRecord *record,
              LieuditLanguage           language)
{
  for (guint i = 0; i < record->names->len; i++)
    {
      if (g_array_index (record->names, LieuditNameRecord, i).language == language)
        return TRUE;
    }

  return FALSE;
}

static gboolean
has_source (const LieuditPlaceRecord *record,
            const char               *source)
{
  g_auto(GStrv) sources = g_strsplit (record->source != NULL ? record->source : "", " ", -1);

  return g_strv_contains ((const char * const *) sources, source);
}

/* Whoever gave a name is told of. */
static void
merge_sources (LieuditPlaceRecord       *into,
               const LieuditPlaceRecord *from)
{
  g_auto(GStrv) sources = g_strsplit (from->source != NULL ? from->source : "", " ", -1);

  for (guint i = 0; sources[i] != NULL; i++)
    {
      char *joined;

      if (*sources[i] == '\0' || has_source (into, sources[i]))
        continue;
      joined = into->source != NULL && *into->source != '\0' ? g_strjoin (" ", into->source, sources[i], NULL)
                                                             : g_strdup (sources[i]);
      g_free (into->source);
      into->source = joined;
    }
}

/* An area below the country says more than the country. */
static void
merge_parent (LieuditGazetteerBuilder  *self,
              LieuditPlaceRecord       *into,
              const LieuditPlaceRecord *from)
{
  guint index = into->parent != NULL ? GPOINTER_TO_UINT (g_hash_table_lookup (self->identifiers, into->parent)) : 0;
  const LieuditPlaceRecord *parent = index > 0 ? g_ptr_array_index (self->places, index - 1) : NULL;

  if (from->parent == NULL || g_strcmp0 (from->country, into->country) != 0)
    return;
  if (into->parent != NULL &&
      (parent == NULL || lieudit_feature_class_from_code (parent->feature) != LIEUDIT_FEATURE_COUNTRY))
    return;

  g_free (into->parent);
  into->parent = g_strdup (from->parent);
}

/* The place that came first keeps its facts; it learns the other's names. */
static void
merge_names (LieuditPlaceRecord       *into,
             const LieuditPlaceRecord *from)
{
  gboolean knows_language[LIEUDIT_N_LANGUAGES];

  for (guint i = 0; i < LIEUDIT_N_LANGUAGES; i++)
    knows_language[i] = has_language (into, (LieuditLanguage) i);

  for (guint i = 0; i < from->names->len; i++)
    {
      const LieuditNameRecord *name = &g_array_index (from->names, LieuditNameRecord, i);

      lieudit_place_record_add_name (into, name->text, strlen (name->text), name->language,
                                     name->preferred && !knows_language[name->language]);
      g_array_index (into->names, LieuditNameRecord, into->names->len - 1).curated = name->curated;
    }
}

/**
 * lieudit_gazetteer_builder_new:
 *
 * Returns: (transfer full): a builder without places
 */
LieuditGazetteerBuilder *
lieudit_gazetteer_builder_new (void)
{
  LieuditGazetteerBuilder *self = g_new0 (LieuditGazetteerBuilder, 1);

  self->places = g_ptr_array_new_with_free_func ((GDestroyNotify) lieudit_place_record_free);
  self->identifiers = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->curated = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  self->countries = g_hash_table_new (g_str_hash, g_str_equal);
  self->name_index = lieudit_name_index_builder_new ();
  self->sources = g_ptr_array_new_with_free_func (source_free);

  return self;
}

/**
 * lieudit_gazetteer_builder_free:
 * @self: (transfer full): a builder
 *
 * Frees a builder.
 */
void
lieudit_gazetteer_builder_free (LieuditGazetteerBuilder *self)
{
  g_ptr_array_unref (self->places);
  g_hash_table_unref (self->identifiers);
  g_hash_table_unref (self->curated);
  g_hash_table_unref (self->countries);
  lieudit_name_index_builder_free (self->name_index);
  g_ptr_array_unref (self->sources);
  g_free (self);
}

/**
 * lieudit_gazetteer_builder_add_place:
 * @self: a builder
 * @record: (transfer full): a place
 *
 * Adds a place. One that is there already, by its identifier or its source,
 * or as a curated place of that name and kind at that spot, keeps its facts. It
 * takes the names and the sources of @record, and the area that @record lies in
 * where it knows none but its country.
 */
void
lieudit_gazetteer_builder_add_place (LieuditGazetteerBuilder *self,
                                     LieuditPlaceRecord      *record)
{
  LieuditPlaceRecord *same = find_same_place (self, record);
  guint index = self->places->len;

  if (same != NULL)
    {
      gpointer known = g_hash_table_lookup (self->identifiers, same->id);

      merge_names (same, record);
      merge_sources (same, record);
      merge_parent (self, same, record);
      add_aliases (self, record, GPOINTER_TO_UINT (known) - 1);
      lieudit_place_record_free (record);
      return;
    }

  g_ptr_array_add (self->places, record);
  add_aliases (self, record, index);
  remember_curated_place (self, record, index);
  if (record->country != NULL &&
      lieudit_feature_class_from_code (record->feature) == LIEUDIT_FEATURE_COUNTRY &&
      !g_hash_table_contains (self->countries, record->country))
    g_hash_table_insert (self->countries, record->country, GUINT_TO_POINTER (index + 1));
}

static guint32
find_place (LieuditGazetteerBuilder *self,
            const char              *id)
{
  guint index = 0;

  if (id != NULL)
    index = GPOINTER_TO_UINT (g_hash_table_lookup (self->identifiers, id));
  if (index == 0 && id != NULL)
    index = GPOINTER_TO_UINT (g_hash_table_lookup (self->countries, id));

  return index > 0 ? index - 1 : LIEUDIT_GAZETTEER_NO_PLACE;
}

/**
 * lieudit_gazetteer_builder_add_word:
 * @self: a builder, to which all places were added
 * @word: a word or phrase
 * @flags: what it is: %LIEUDIT_CANDIDATE_DEMONYM, %LIEUDIT_CANDIDATE_NOT_A_PLACE
 *   or an abbreviation
 * @language: its language
 * @place: (nullable): identifier or country code of the place it speaks of
 *
 * Adds a word that is looked for in texts, but is no name to show. A place
 * that is not known is passed over.
 */
void
lieudit_gazetteer_builder_add_word (LieuditGazetteerBuilder *self,
                                    const char              *word,
                                    LieuditCandidateFlags    flags,
                                    LieuditLanguage          language,
                                    const char              *place)
{
  guint32 index = find_place (self, place);

  if (place == NULL || index != LIEUDIT_GAZETTEER_NO_PLACE)
    lieudit_name_index_builder_add (self->name_index, word, index, language, flags, 0);
}

/**
 * lieudit_gazetteer_builder_add_name:
 * @self: a builder, to which all places were added
 * @place: identifier or country code of a place
 * @name: another name of it
 * @language: its language
 *
 * Adds a name to a place. One that is not known is passed over.
 */
void
lieudit_gazetteer_builder_add_name (LieuditGazetteerBuilder *self,
                                    const char              *place,
                                    const char              *name,
                                    LieuditLanguage          language)
{
  guint32 index = find_place (self, place);

  if (index != LIEUDIT_GAZETTEER_NO_PLACE && *name != '\0')
    lieudit_place_record_add_name (g_ptr_array_index (self->places, index), name, strlen (name), language, FALSE);
}

/**
 * lieudit_gazetteer_builder_mark_name:
 * @self: a builder
 * @name: a name
 * @flags: what else it is: %LIEUDIT_CANDIDATE_ORDINARY_WORD,
 *   %LIEUDIT_CANDIDATE_PERSON_NAME
 *
 * Marks a name, whichever places bear it.
 */
void
lieudit_gazetteer_builder_mark_name (LieuditGazetteerBuilder *self,
                                     const char              *name,
                                     LieuditCandidateFlags    flags)
{
  lieudit_name_index_builder_mark (self->name_index, name, flags);
}

/**
 * lieudit_gazetteer_builder_add_source:
 * @self: a builder
 * @key: what the sources of places begin with, such as `geonames`
 * @title: what the source is
 * @licence: its licence
 * @url: (nullable): where it is found
 * @date: (nullable): the date of its data
 *
 * Adds to the credits. Where @key is there already, the first one stays.
 */
void
lieudit_gazetteer_builder_add_source (LieuditGazetteerBuilder *self,
                                      const char              *key,
                                      const char              *title,
                                      const char              *licence,
                                      const char              *url,
                                      const char              *date)
{
  Source *source;

  for (guint i = 0; i < self->sources->len; i++)
    {
      if (g_str_equal (((Source *) g_ptr_array_index (self->sources, i))->key, key))
        return;
    }

  source = g_new0 (Source, 1);
  source->key = g_strdup (key);
  source->title = g_strdup (title);
  source->licence = g_strdup (licence);
  source->url = g_strdup (url);
  source->date = g_strdup (date);
  g_ptr_array_add (self->sources, source);
}

static guint32
resolve_parent (LieuditGazetteerBuilder  *self,
                const LieuditPlaceRecord *record,
                guint                     index)
{
  guint32 parent = find_place (self, record->parent);

  if (parent == LIEUDIT_GAZETTEER_NO_PLACE && record->country != NULL)
    parent = find_place (self, record->country);

  return parent == index ? LIEUDIT_GAZETTEER_NO_PLACE : parent;
}

/*
 * Bulk data knows names of which nobody says in what language they are, and
 * when: Dayton was once called Venice. They come behind the places that bear
 * the name today.
 */
static guint32
weigh_name (const LieuditPlaceRecord *record,
            const LieuditNameRecord  *name)
{
  guint32 importance = lieudit_place_record_get_importance (record);

  return name->language == LIEUDIT_LANGUAGE_UNKNOWN && !name->curated ? importance / UNMARKED_NAME_SHARE : importance;
}

static void
add_names_of_place (LieuditGazetteerBuilder *self,
                    guint                    index)
{
  const LieuditPlaceRecord *record = g_ptr_array_index (self->places, index);

  for (guint i = 0; i < record->names->len; i++)
    {
      const LieuditNameRecord *name = &g_array_index (record->names, LieuditNameRecord, i);

      lieudit_name_index_builder_add (self->name_index, name->text, index, name->language,
                                      (name->preferred ? LIEUDIT_CANDIDATE_PREFERRED : 0) |
                                      (name->curated ? LIEUDIT_CANDIDATE_CURATED : 0),
                                      weigh_name (record, name));
    }
}

static gint
compare_identifiers (gconstpointer a,
                     gconstpointer b,
                     gpointer      data)
{
  GPtrArray *places = data;
  const LieuditPlaceRecord *first = g_ptr_array_index (places, *(const guint32 *) a);
  const LieuditPlaceRecord *second = g_ptr_array_index (places, *(const guint32 *) b);

  return strcmp (first->id, second->id);
}

static GArray *
sort_identifiers (LieuditGazetteerBuilder *self)
{
  GArray *identifiers = g_array_new (FALSE, FALSE, sizeof (guint32));

  for (guint32 i = 0; i < self->places->len; i++)
    g_array_append_val (identifiers, i);
  g_array_sort_with_data (identifiers, compare_identifiers, self->places);

  return identifiers;
}

/**
 * lieudit_gazetteer_builder_build:
 * @self: a builder, not to be used again
 * @error: return location for an error
 *
 * Compiles all that was added. The same additions always give the same bytes.
 *
 * Returns: (transfer full): the compiled gazetteer, or %NULL with an error
 */
GBytes *
lieudit_gazetteer_builder_build (LieuditGazetteerBuilder  *self,
                                 GError                  **error)
{
  g_autoptr(LieuditGazetteerWriter) writer = lieudit_gazetteer_writer_new ();
  g_autoptr(GArray) identifiers = sort_identifiers (self);

  if (self->places->len == 0)
    {
      g_set_error_literal (error, LIEUDIT_GAZETTEER_ERROR, LIEUDIT_GAZETTEER_ERROR_DAMAGED,
                           "There is no place to compile into a gazetteer");
      return NULL;
    }

  for (guint i = 0; i < self->sources->len; i++)
    {
      const Source *source = g_ptr_array_index (self->sources, i);
      LieuditGazetteerSource entry = {
        source->key, source->title, source->licence, source->url, source->date, 0
      };

      lieudit_gazetteer_writer_add_source (writer, &entry);
    }

  for (guint i = 0; i < self->places->len; i++)
    {
      lieudit_gazetteer_writer_add_place (writer, g_ptr_array_index (self->places, i),
                                          resolve_parent (self, g_ptr_array_index (self->places, i), i));
      add_names_of_place (self, i);
    }

  return lieudit_gazetteer_writer_finish (writer, self->name_index,
                                          (const guint32 *) (gpointer) identifiers->data);
}
