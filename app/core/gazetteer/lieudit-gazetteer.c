/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-gazetteer-layers.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gazetteer/lieudit-double-array.h"
#include "lieudit-data-directory.h"
#include "text/lieudit-folded-text.h"

struct _LieuditGazetteer
{
  GObject parent_instance;

  GBytes             *bytes;
  const guint8       *data;
  LieuditSectionEntry sections[LIEUDIT_N_SECTIONS];
  LieuditDoubleArray  names;

  LieuditGazetteerLayers *layers; /* NULL where this file is all there is */
};

G_DEFINE_FINAL_TYPE (LieuditGazetteer, lieudit_gazetteer, G_TYPE_OBJECT)
G_DEFINE_QUARK (lieudit-gazetteer-error-quark, lieudit_gazetteer_error)

static const gsize record_sizes[LIEUDIT_N_SECTIONS] = {
  [LIEUDIT_SECTION_PLACES] = sizeof (LieuditPlaceEntry),
  [LIEUDIT_SECTION_NAMES] = 1,
  [LIEUDIT_SECTION_NODES] = sizeof (LieuditDoubleArrayNode),
  [LIEUDIT_SECTION_TAIL] = 1,
  [LIEUDIT_SECTION_CANDIDATES] = sizeof (guint16),
  [LIEUDIT_SECTION_IDENTIFIERS] = sizeof (guint32),
  [LIEUDIT_SECTION_SOURCES] = sizeof (LieuditSourceEntry),
  [LIEUDIT_SECTION_STRINGS] = 1,
};

/*< private >*/
LieuditGazetteerLayers *
lieudit_gazetteer_get_layers (LieuditGazetteer *self)
{
  return self->layers;
}

static const void *
get_section (LieuditGazetteer        *self,
             LieuditGazetteerSection  section,
             gsize                   *n_records)
{
  *n_records = self->sections[section].size / record_sizes[section];
  return self->data + self->sections[section].offset;
}

static gboolean
set_damaged (GError **error)
{
  g_set_error_literal (error, LIEUDIT_GAZETTEER_ERROR, LIEUDIT_GAZETTEER_ERROR_DAMAGED,
                       _("The gazetteer file is damaged. Install Lieudit again."));
  return FALSE;
}

static gboolean
check_sections (const LieuditGazetteerHeader  *header,
                gsize                          size,
                GError                       **error)
{
  for (guint i = 0; i < LIEUDIT_N_SECTIONS; i++)
    {
      const LieuditSectionEntry *section = &header->sections[i];

      if (section->offset < sizeof (*header) ||
          section->offset > size ||
          section->size > size - section->offset ||
          section->offset % 8 != 0 ||
          section->size % record_sizes[i] != 0)
        return set_damaged (error);
    }

  return TRUE;
}

/* Any string that starts inside the section then ends inside it. */
static gboolean
is_terminated (const guint8              *data,
               const LieuditSectionEntry *section)
{
  return section->size > 0 && data[section->offset + section->size - 1] == '\0';
}

/*
 * Whatever the file says is checked again where it is used, so that opening
 * reads the header only: a damaged file gives wrong places, never a crash.
 */
static gboolean
check_header (const guint8  *data,
              gsize          size,
              GError       **error)
{
  const LieuditGazetteerHeader *header = (const LieuditGazetteerHeader *) data;

  if (size < sizeof (*header) ||
      memcmp (header->magic, LIEUDIT_GAZETTEER_MAGIC, sizeof (header->magic)) != 0)
    return set_damaged (error);

  if (header->version != LIEUDIT_GAZETTEER_VERSION ||
      header->byte_order != LIEUDIT_GAZETTEER_BYTE_ORDER)
    {
      g_set_error_literal (error, LIEUDIT_GAZETTEER_ERROR, LIEUDIT_GAZETTEER_ERROR_VERSION,
                           _("The gazetteer file is of another version of Lieudit. Install Lieudit again."));
      return FALSE;
    }

  if (header->file_size != size)
    return set_damaged (error);
  if (!check_sections (header, size, error))
    return FALSE;

  if (!is_terminated (data, &header->sections[LIEUDIT_SECTION_STRINGS]) ||
      !is_terminated (data, &header->sections[LIEUDIT_SECTION_NAMES]))
    return set_damaged (error);

  return TRUE;
}

static void
lieudit_gazetteer_finalize (GObject *object)
{
  LieuditGazetteer *self = LIEUDIT_GAZETTEER (object);

  g_clear_pointer (&self->layers, lieudit_gazetteer_layers_free);
  g_clear_pointer (&self->bytes, g_bytes_unref);

  G_OBJECT_CLASS (lieudit_gazetteer_parent_class)->finalize (object);
}

static void
lieudit_gazetteer_class_init (LieuditGazetteerClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_gazetteer_finalize;
}

static void
lieudit_gazetteer_init (LieuditGazetteer *self)
{
}

/**
 * lieudit_gazetteer_open_bytes:
 * @bytes: a compiled gazetteer, aligned to eight bytes
 * @error: return location for an error
 *
 * Opens a compiled gazetteer in memory. Nothing is parsed or copied.
 *
 * Returns: (transfer full): the gazetteer, or %NULL with a
 *   %LIEUDIT_GAZETTEER_ERROR
 */
LieuditGazetteer *
lieudit_gazetteer_open_bytes (GBytes  *bytes,
                              GError **error)
{
  g_autoptr(LieuditGazetteer) self = NULL;
  const guint8 *data;
  gsize size;

  g_return_val_if_fail (bytes != NULL, NULL);

  data = g_bytes_get_data (bytes, &size);
  if (!check_header (data, size, error))
    return NULL;

  self = g_object_new (LIEUDIT_TYPE_GAZETTEER, NULL);
  self->bytes = g_bytes_ref (bytes);
  self->data = data;
  memcpy (self->sections, ((const LieuditGazetteerHeader *) data)->sections, sizeof (self->sections));
  self->names.nodes = get_section (self, LIEUDIT_SECTION_NODES, &self->names.n_nodes);
  self->names.tail = get_section (self, LIEUDIT_SECTION_TAIL, &self->names.tail_size);

  return g_steal_pointer (&self);
}

/**
 * lieudit_gazetteer_new_layered:
 * @base: the gazetteer that comes with Lieudit
 * @own: (nullable): the person's own places
 * @others: (element-type LieuditGazetteer): what the person imported
 *
 * Makes one gazetteer of several. The person's own places come before those of
 * @base, and these before what was imported; a place that several know is met
 * once. Indices of places of @base stay what they are.
 *
 * Returns: (transfer full): the gazetteer
 */
LieuditGazetteer *
lieudit_gazetteer_new_layered (LieuditGazetteer *base,
                               LieuditGazetteer *own,
                               GPtrArray        *others)
{
  LieuditGazetteer *self;

  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (base) && base->layers == NULL, NULL);

  if (own == NULL && others->len == 0)
    return g_object_ref (base);

  self = g_object_new (LIEUDIT_TYPE_GAZETTEER, NULL);
  self->bytes = g_bytes_ref (base->bytes);
  self->data = base->data;
  memcpy (self->sections, base->sections, sizeof (self->sections));
  self->names = base->names;
  self->layers = lieudit_gazetteer_layers_new (base, own, others);

  return self;
}

/**
 * lieudit_gazetteer_open:
 * @path: a compiled gazetteer
 * @error: return location for an error
 *
 * Maps a compiled gazetteer into memory, read-only.
 *
 * Returns: (transfer full): the gazetteer, or %NULL with a
 *   %LIEUDIT_GAZETTEER_ERROR
 */
LieuditGazetteer *
lieudit_gazetteer_open (const char  *path,
                        GError     **error)
{
  g_autoptr(GMappedFile) file = NULL;
  g_autoptr(GBytes) bytes = NULL;

  g_return_val_if_fail (path != NULL, NULL);

  file = g_mapped_file_new (path, FALSE, NULL);
  if (file == NULL)
    {
      g_autofree char *name = g_filename_display_name (path);

      g_set_error (error, LIEUDIT_GAZETTEER_ERROR, LIEUDIT_GAZETTEER_ERROR_MISSING,
                   _("The gazetteer cannot be read from “%s”. Install Lieudit again, or set LIEUDIT_DATA_DIR to where its data is."),
                   name);
      return NULL;
    }

  bytes = g_mapped_file_get_bytes (file);
  return lieudit_gazetteer_open_bytes (bytes, error);
}

/**
 * lieudit_gazetteer_open_installed:
 * @error: return location for an error
 *
 * Opens the gazetteer that is installed with Lieudit.
 *
 * Returns: (transfer full): the gazetteer, or %NULL with a
 *   %LIEUDIT_GAZETTEER_ERROR
 */
LieuditGazetteer *
lieudit_gazetteer_open_installed (GError **error)
{
  g_autofree char *path = lieudit_build_data_path ("places.gazetteer");

  return lieudit_gazetteer_open (path, error);
}

/**
 * lieudit_gazetteer_verify:
 * @self: a gazetteer
 * @error: return location for an error
 *
 * Reads the whole file and compares its checksum, which opening does not do.
 *
 * Returns: whether the file is as it was built
 */
gboolean
lieudit_gazetteer_verify (LieuditGazetteer  *self,
                          GError           **error)
{
  g_autoptr(GChecksum) checksum = g_checksum_new (G_CHECKSUM_SHA256);
  const LieuditGazetteerHeader *header;
  guint8 digest[LIEUDIT_GAZETTEER_CHECKSUM_LENGTH];
  gsize digest_length = sizeof (digest);
  gsize size;

  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (self), FALSE);

  header = g_bytes_get_data (self->bytes, &size);
  g_checksum_update (checksum, self->data + sizeof (*header), (gssize) (size - sizeof (*header)));
  g_checksum_get_digest (checksum, digest, &digest_length);

  return memcmp (digest, header->checksum, sizeof (digest)) == 0 || set_damaged (error);
}

/**
 * lieudit_gazetteer_get_n_places:
 * @self: a gazetteer
 *
 * Returns: how many places it knows
 */
guint
lieudit_gazetteer_get_n_places (LieuditGazetteer *self)
{
  gsize n_places;

  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (self), 0);

  if (self->layers != NULL)
    return lieudit_gazetteer_layers_get_n_places (self->layers);

  get_section (self, LIEUDIT_SECTION_PLACES, &n_places);
  return (guint) n_places;
}

/**
 * lieudit_gazetteer_get_place:
 * @self: a gazetteer
 * @index: a place, below lieudit_gazetteer_get_n_places()
 *
 * Returns: (transfer full) (nullable): the place; %NULL when there is none
 */
LieuditPlace *
lieudit_gazetteer_get_place (LieuditGazetteer *self,
                             guint             index)
{
  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (self), NULL);

  if (index >= lieudit_gazetteer_get_n_places (self))
    return NULL;

  return lieudit_place_new (self, index);
}

/*< private >*/
gboolean
lieudit_gazetteer_find_index (LieuditGazetteer *self,
                              const char       *id,
                              guint            *index)
{
  gsize low = 0;
  gsize high;
  const guint32 *places = get_section (self, LIEUDIT_SECTION_IDENTIFIERS, &high);

  while (low < high)
    {
      gsize middle = low + (high - low) / 2;
      const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (self, places[middle]);
      char buffer[LIEUDIT_GEONAMES_TEXT_LENGTH];
      int order = entry != NULL ? strcmp (id, lieudit_gazetteer_get_identifier (self, entry, buffer)) : 1;

      if (order == 0)
        {
          *index = places[middle];
          return TRUE;
        }
      if (order > 0)
        low = middle + 1;
      else
        high = middle;
    }

  return FALSE;
}

/**
 * lieudit_gazetteer_lookup_id:
 * @self: a gazetteer
 * @id: the identifier of a place, such as `sy-saraqib`
 *
 * Returns: (transfer full) (nullable): the place; %NULL when there is none
 */
LieuditPlace *
lieudit_gazetteer_lookup_id (LieuditGazetteer *self,
                             const char       *id)
{
  guint n_layers;
  guint index;

  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (self), NULL);
  g_return_val_if_fail (id != NULL, NULL);

  if (lieudit_gazetteer_find_index (self, id, &index))
    return lieudit_place_new (self, index);

  n_layers = self->layers != NULL ? lieudit_gazetteer_layers_get_n_layers (self->layers) : 0;
  for (guint i = 1; i < n_layers; i++)
    {
      guint first_place;
      LieuditGazetteer *layer = lieudit_gazetteer_layers_get_layer (self->layers, i, &first_place);

      if (lieudit_gazetteer_find_index (layer, id, &index))
        return lieudit_gazetteer_get_place (self, first_place + index);
    }

  return NULL;
}

/**
 * lieudit_gazetteer_match_prefixes:
 * @self: a gazetteer
 * @folded: folded text, see lieudit_folded_text_new()
 * @length: its bytes
 * @matches: (out caller-allocates) (array length=n_matches): the names found
 * @n_matches: room in @matches
 *
 * Finds the names, in any language, that @folded begins with, shortest first.
 * Whether they end where a word ends is for the caller to see. Allocates
 * nothing.
 *
 * Returns: how many names were found and stored
 */
guint
lieudit_gazetteer_match_prefixes (LieuditGazetteer *self,
                                  const char       *folded,
                                  gsize             length,
                                  LieuditNameMatch *matches,
                                  guint             n_matches)
{
  G_STATIC_ASSERT (sizeof (LieuditNameMatch) == sizeof (LieuditDoubleArrayMatch));

  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (self), 0);

  if (self->layers != NULL)
    return lieudit_gazetteer_layers_match_prefixes (self->layers, folded, length, matches, n_matches);

  return lieudit_double_array_prefixes (&self->names, folded, length,
                                        (LieuditDoubleArrayMatch *) matches, n_matches);
}

/**
 * lieudit_gazetteer_get_candidates:
 * @self: a gazetteer
 * @name: the name of a #LieuditNameMatch
 * @n_candidates: (out): how many places bear it
 *
 * Returns: (transfer none) (array length=n_candidates): the places that the
 *   name may mean, the most important first
 */
const LieuditCandidate *
lieudit_gazetteer_get_candidates (LieuditGazetteer *self,
                                  guint32           name,
                                  guint            *n_candidates)
{
  const guint16 *units;
  gsize n_units;
  gsize needed;

  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (self), NULL);
  g_return_val_if_fail (n_candidates != NULL, NULL);

  G_STATIC_ASSERT (sizeof (LieuditCandidate) == 3 * sizeof (guint16));

  if (self->layers != NULL && (name & LIEUDIT_LAYERED_NAME))
    return lieudit_gazetteer_layers_get_candidates (self->layers, name, n_candidates);

  *n_candidates = 0;
  units = get_section (self, LIEUDIT_SECTION_CANDIDATES, &n_units);
  if (name >= n_units)
    return NULL;

  needed = (gsize) units[name] * (sizeof (LieuditCandidate) / sizeof (guint16));
  if (needed > n_units - name - 1)
    return NULL;

  *n_candidates = units[name];
  return (const LieuditCandidate *) (units + name + 1);
}

/**
 * lieudit_gazetteer_find:
 * @self: a gazetteer
 * @name: a name in any language and spelling
 *
 * Looks a whole name up, as a person would spell it.
 *
 * Returns: (transfer full) (element-type LieuditPlace): the places that bear
 *   it, the most important first
 */
GPtrArray *
lieudit_gazetteer_find (LieuditGazetteer *self,
                        const char       *name)
{
  g_autoptr(GPtrArray) places = g_ptr_array_new_with_free_func (g_object_unref);
  g_autofree char *folded = NULL;
  LieuditNameMatch matches[32];
  const LieuditCandidate *candidates;
  guint n_candidates;
  guint n_matches;
  gsize length;

  g_return_val_if_fail (LIEUDIT_IS_GAZETTEER (self), NULL);
  g_return_val_if_fail (name != NULL, NULL);

  folded = lieudit_fold_name (name);
  length = strlen (folded);
  n_matches = lieudit_gazetteer_match_prefixes (self, folded, length, matches, G_N_ELEMENTS (matches));
  if (n_matches == 0 || matches[n_matches - 1].length != length)
    return g_steal_pointer (&places);

  candidates = lieudit_gazetteer_get_candidates (self, matches[n_matches - 1].name, &n_candidates);
  for (guint i = 0; i < n_candidates; i++)
    {
      g_autoptr(LieuditPlace) place = NULL;

      if (candidates[i].flags & (LIEUDIT_CANDIDATE_DEMONYM | LIEUDIT_CANDIDATE_NOT_A_PLACE))
        continue;
      place = lieudit_gazetteer_get_place (self, candidates[i].place);
      if (place != NULL)
        g_ptr_array_add (places, g_steal_pointer (&place));
    }

  return g_steal_pointer (&places);
}

/*< private >*/
const LieuditPlaceEntry *
lieudit_gazetteer_get_entry (LieuditGazetteer *self,
                             guint             index)
{
  gsize n_places;
  const LieuditPlaceEntry *places = get_section (self, LIEUDIT_SECTION_PLACES, &n_places);

  if (self->layers != NULL && index >= n_places)
    {
      LieuditGazetteer *layer = lieudit_gazetteer_layers_find_place (self->layers, index, &index);

      return layer != NULL ? lieudit_gazetteer_get_entry (layer, index) : NULL;
    }

  return index < n_places ? &places[index] : NULL;
}

/*< private >*/
const LieuditSourceEntry *
lieudit_gazetteer_list_sources (LieuditGazetteer *self,
                                gsize            *n_sources)
{
  return get_section (self, LIEUDIT_SECTION_SOURCES, n_sources);
}

/*< private >*/
const char *
lieudit_gazetteer_get_string (LieuditGazetteer *self,
                              guint32           offset)
{
  gsize size;
  const char *strings = get_section (self, LIEUDIT_SECTION_STRINGS, &size);

  return offset < size ? strings + offset : "";
}

/*< private >*/
guint32
lieudit_gazetteer_get_parent (LieuditGazetteer *self,
                              guint             index)
{
  const LieuditPlaceEntry *entry = lieudit_gazetteer_get_entry (self, index);
  gsize n_places;

  if (entry == NULL)
    return LIEUDIT_GAZETTEER_NO_PLACE;

  /* Other files know nothing of the areas that come with Lieudit, but the country. */
  get_section (self, LIEUDIT_SECTION_PLACES, &n_places);
  if (self->layers != NULL && index >= n_places)
    return lieudit_gazetteer_layers_find_country (self->layers, entry);

  return entry->parent;
}

/*< private >*/
guint
lieudit_gazetteer_get_n_layers (LieuditGazetteer *self)
{
  return self->layers != NULL ? lieudit_gazetteer_layers_get_n_layers (self->layers) : 1;
}

/*< private >*/
LieuditGazetteer *
lieudit_gazetteer_get_layer (LieuditGazetteer *self,
                             guint             layer,
                             guint            *first_place)
{
  if (self->layers != NULL)
    return lieudit_gazetteer_layers_get_layer (self->layers, layer, first_place);

  *first_place = 0;
  return self;
}

static LieuditGazetteer *
find_owner (LieuditGazetteer        *self,
            const LieuditPlaceEntry *entry)
{
  return self->layers != NULL ? lieudit_gazetteer_layers_find_owner (self->layers, entry) : self;
}

/*< private >*/
const char *
lieudit_gazetteer_get_identifier (LieuditGazetteer        *self,
                                  const LieuditPlaceEntry *entry,
                                  char                     buffer[LIEUDIT_GEONAMES_TEXT_LENGTH])
{
  if (!(entry->identifier & LIEUDIT_GEONAMES_IDENTIFIER))
    return lieudit_gazetteer_get_string (find_owner (self, entry), entry->identifier);

  g_snprintf (buffer, LIEUDIT_GEONAMES_TEXT_LENGTH, "gn-%u", entry->identifier & ~LIEUDIT_GEONAMES_IDENTIFIER);
  return buffer;
}

/*< private >*/
const char *
lieudit_gazetteer_get_origin (LieuditGazetteer        *self,
                              const LieuditPlaceEntry *entry,
                              char                     buffer[LIEUDIT_GEONAMES_TEXT_LENGTH])
{
  gsize length;

  if (!(entry->identifier & LIEUDIT_GEONAMES_IDENTIFIER))
    {
      self = find_owner (self, entry);
      length = strlen (lieudit_gazetteer_get_string (self, entry->identifier));
      return lieudit_gazetteer_get_string (self, entry->identifier + (guint32) length + 1);
    }

  g_snprintf (buffer, LIEUDIT_GEONAMES_TEXT_LENGTH, "geonames:%u", entry->identifier & ~LIEUDIT_GEONAMES_IDENTIFIER);
  return buffer;
}

/*< private >*/
const LieuditDoubleArray *
lieudit_gazetteer_get_name_index (LieuditGazetteer *self)
{
  return &self->names;
}

/*< private >*/
void
lieudit_name_iterator_init (LieuditNameIterator     *iterator,
                            LieuditGazetteer        *gazetteer,
                            const LieuditPlaceEntry *entry)
{
  gsize size;
  const char *names = get_section (find_owner (gazetteer, entry), LIEUDIT_SECTION_NAMES, &size);

  iterator->position = names + MIN (entry->first_name, size);
  iterator->end = names + size;
  iterator->n_left = entry->n_names;
}

/* The section ends with NUL, so that a text that begins in it ends in it. */
/*< private >*/
gboolean
lieudit_name_iterator_next (LieuditNameIterator  *iterator,
                            const char          **text,
                            LieuditLanguage      *language)
{
  if (iterator->n_left == 0 || iterator->end - iterator->position < 2)
    return FALSE;

  *language = (LieuditLanguage) (guint8) *iterator->position;
  *text = iterator->position + 1;
  iterator->position = *text + strlen (*text) + 1;
  iterator->n_left--;

  return TRUE;
}
