/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places as text, for the clipboard and for what is dropped on other programs. */
#include "config.h"

#include "export/lieudit-place-copy.h"

#include <string.h>

#include <glib/gi18n.h>

#include "export/lieudit-geojson-export.h"
#include "gazetteer/lieudit-place-links.h"
#include "geo/lieudit-coordinates.h"
#include "geoparse/lieudit-analysis-private.h"

static const struct {
  const char *nick;
  const char *title;
  const char *mime_type;
} forms[LIEUDIT_N_COPY_FORMS] = {
  [LIEUDIT_COPY_NAMES] = { "names", N_("_Names"), NULL },
  [LIEUDIT_COPY_DECIMAL] = { "decimal", N_("_Decimal Degrees"), NULL },
  [LIEUDIT_COPY_SEXAGESIMAL] = { "sexagesimal", N_("Degrees, _Minutes, Seconds"), NULL },
  [LIEUDIT_COPY_GEO] = { "geo", N_("_Address for Maps"), "text/uri-list" },
  [LIEUDIT_COPY_LINK] = { "link", N_("_Link to OpenStreetMap"), "text/uri-list" },
  [LIEUDIT_COPY_CSV] = { "csv", N_("_Table (CSV)"), "text/csv;charset=utf-8" },
  [LIEUDIT_COPY_GEOJSON] = { "geojson", N_("_GeoJSON"), "application/geo+json" },
};

/**
 * lieudit_copy_form_to_nick:
 * @form: what places are copied as
 *
 * Returns: (transfer none): a word for it
 */
const char *
lieudit_copy_form_to_nick (LieuditCopyForm form)
{
  g_return_val_if_fail (form < LIEUDIT_N_COPY_FORMS, NULL);

  return forms[form].nick;
}

/**
 * lieudit_copy_form_from_nick:
 * @nick: a word
 * @form: (out): return location for what it means
 *
 * Returns: whether it means something
 */
gboolean
lieudit_copy_form_from_nick (const char      *nick,
                             LieuditCopyForm *form)
{
  g_return_val_if_fail (nick != NULL, FALSE);
  g_return_val_if_fail (form != NULL, FALSE);

  for (guint i = 0; i < LIEUDIT_N_COPY_FORMS; i++)
    {
      if (strcmp (forms[i].nick, nick) == 0)
        {
          *form = (LieuditCopyForm) i;
          return TRUE;
        }
    }

  return FALSE;
}

/**
 * lieudit_copy_form_get_title:
 * @form: what places are copied as
 *
 * Returns: (transfer none): what a menu calls it, with a mnemonic
 */
const char *
lieudit_copy_form_get_title (LieuditCopyForm form)
{
  g_return_val_if_fail (form < LIEUDIT_N_COPY_FORMS, NULL);

  return _(forms[form].title);
}

/**
 * lieudit_copy_form_get_mime_type:
 * @form: what places are copied as
 *
 * Returns: (transfer none) (nullable): what other programs call it, besides text
 */
const char *
lieudit_copy_form_get_mime_type (LieuditCopyForm form)
{
  g_return_val_if_fail (form < LIEUDIT_N_COPY_FORMS, NULL);

  return forms[form].mime_type;
}

static char *
describe_place (LieuditFoundPlace *found,
                LieuditCopyForm    form)
{
  LieuditPlace *place = lieudit_found_place_get_place (found);
  LieuditCoordinates coordinates = { lieudit_place_get_latitude (place), lieudit_place_get_longitude (place), -1.0 };

  switch (form)
    {
    case LIEUDIT_COPY_DECIMAL:
      return lieudit_coordinates_format (&coordinates, LIEUDIT_COORDINATES_DECIMAL);
    case LIEUDIT_COPY_SEXAGESIMAL:
      return lieudit_coordinates_format (&coordinates, LIEUDIT_COORDINATES_SEXAGESIMAL);
    case LIEUDIT_COPY_GEO:
      return lieudit_coordinates_format (&coordinates, LIEUDIT_COORDINATES_URI);
    case LIEUDIT_COPY_LINK:
      return lieudit_place_dup_openstreetmap_uri (place);
    case LIEUDIT_COPY_NAMES:
    case LIEUDIT_COPY_CSV:
    case LIEUDIT_COPY_GEOJSON:
    default:
      return g_strdup (lieudit_found_place_get_name (found));
    }
}

/* Of several, each line says which place it is about; spreadsheets put names and coordinates in columns. */
static char *
list_places (GListModel      *places,
             LieuditCopyForm  form)
{
  guint n_places = g_list_model_get_n_items (places);
  gboolean is_named = n_places > 1 && (form == LIEUDIT_COPY_DECIMAL || form == LIEUDIT_COPY_SEXAGESIMAL);
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n_places; i++)
    {
      g_autoptr(LieuditFoundPlace) found = g_list_model_get_item (places, i);
      g_autofree char *place = describe_place (found, form);

      if (i > 0)
        g_string_append_c (text, '\n');
      if (is_named)
        g_string_append_printf (text, "%s\t", lieudit_found_place_get_name (found));
      g_string_append (text, place);
    }

  return g_string_free (text, FALSE);
}

/* These places of an analysis, with their mentions. */
static LieuditAnalysis *
take_part (LieuditAnalysis *analysis,
           GListModel      *places)
{
  GListModel *all = lieudit_analysis_get_mentions (analysis);
  g_autoptr(GPtrArray) part = g_ptr_array_new_with_free_func (g_object_unref);
  g_autoptr(GPtrArray) mentions = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    g_ptr_array_add (part, g_list_model_get_item (places, i));
  for (guint i = 0; i < g_list_model_get_n_items (all); i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (all, i);

      if (g_ptr_array_find (part, lieudit_analysis_find_place (analysis, mention), NULL))
        g_ptr_array_add (mentions, g_steal_pointer (&mention));
    }

  return lieudit_analysis_new_part (analysis, part, mentions);
}

/**
 * lieudit_copy_places:
 * @what: what the places belong to
 * @places: (element-type LieuditFoundPlace): some of them
 * @form: what to copy them as
 *
 * Returns: (transfer full): the places as text
 */
char *
lieudit_copy_places (const LieuditExport *what,
                     GListModel          *places,
                     LieuditCopyForm      form)
{
  g_autoptr(LieuditAnalysis) part = NULL;
  g_autoptr(GBytes) table = NULL;
  LieuditExport copied;

  g_return_val_if_fail (G_IS_LIST_MODEL (places), NULL);
  g_return_val_if_fail (form < LIEUDIT_N_COPY_FORMS, NULL);

  if (form != LIEUDIT_COPY_CSV && form != LIEUDIT_COPY_GEOJSON)
    return list_places (places, form);

  part = take_part (what->analysis, places);
  copied = *what;
  copied.analysis = part;
  copied.is_excerpt = TRUE;
  if (form == LIEUDIT_COPY_GEOJSON)
    return lieudit_export_geojson (&copied);

  table = lieudit_export_csv (&copied, NULL);

  return g_strndup (g_bytes_get_data (table, NULL), g_bytes_get_size (table));
}

/**
 * lieudit_copy_uri_list:
 * @places: (element-type LieuditFoundPlace): places
 *
 * Returns: (transfer full): their geo: URIs as text/uri-list (RFC 2483)
 */
char *
lieudit_copy_uri_list (GListModel *places)
{
  GString *list = g_string_new (NULL);

  g_return_val_if_fail (G_IS_LIST_MODEL (places), NULL);

  for (guint i = 0; i < g_list_model_get_n_items (places); i++)
    {
      g_autoptr(LieuditFoundPlace) found = g_list_model_get_item (places, i);
      g_autofree char *uri = describe_place (found, LIEUDIT_COPY_GEO);

      g_string_append_printf (list, "%s\r\n", uri);
    }

  return g_string_free (list, FALSE);
}
