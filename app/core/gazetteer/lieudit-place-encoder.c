/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-place-encoder.h"

#include <math.h>
#include <string.h>

/*
 * lieudit_encode_string:
 * @bytes: where to put it
 * @text: (nullable): a text; %NULL is an empty one
 *
 * Returns: where it begins in @bytes
 */
guint32
lieudit_encode_string (GByteArray *bytes,
                       const char *text)
{
  guint32 offset = bytes->len;

  if (text == NULL)
    text = "";
  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text) + 1);

  return offset;
}

static guint16
encode_precision (double kilometres)
{
  if (kilometres * 10.0 < 0x8000)
    return (guint16) lround (MAX (kilometres, 0.1) * 10.0);

  return (guint16) (0x8000 + MIN (lround (kilometres), 0x7FFF));
}

/* Most places are GeoNames' own: their identifier and their source are one number. */
static gboolean
get_geonames_number (const LieuditPlaceRecord *record,
                     guint32                  *number)
{
  char id[LIEUDIT_GEONAMES_TEXT_LENGTH];
  char source[LIEUDIT_GEONAMES_TEXT_LENGTH];
  guint64 value;

  if (!g_str_has_prefix (record->id, "gn-") || record->source == NULL)
    return FALSE;

  value = g_ascii_strtoull (record->id + strlen ("gn-"), NULL, 10);
  if (value >= LIEUDIT_GEONAMES_IDENTIFIER)
    return FALSE;

  *number = (guint32) value;
  g_snprintf (id, sizeof (id), "gn-%u", *number);
  g_snprintf (source, sizeof (source), "geonames:%u", *number);

  return g_str_equal (id, record->id) && g_str_equal (source, record->source);
}

static guint32
append_identifier (const LieuditPlaceRecord *record,
                   GByteArray               *strings)
{
  guint32 number;
  guint32 offset;

  if (get_geonames_number (record, &number))
    return number | LIEUDIT_GEONAMES_IDENTIFIER;

  offset = lieudit_encode_string (strings, record->id);
  lieudit_encode_string (strings, record->source);

  return offset;
}

static gboolean
is_name_known (const LieuditPlaceRecord *record,
               guint                     position)
{
  const LieuditNameRecord *name = &g_array_index (record->names, LieuditNameRecord, position);

  for (guint i = 0; i < position; i++)
    {
      const LieuditNameRecord *other = &g_array_index (record->names, LieuditNameRecord, i);

      if (other->language == name->language && strcmp (other->text, name->text) == 0)
        return TRUE;
    }

  return FALSE;
}

/* Writes the names that people are shown, preferred ones first. */
static void
append_names (const LieuditPlaceRecord *record,
              GByteArray               *names,
              LieuditPlaceEntry        *entry)
{

  for (gint preferred = TRUE; preferred >= FALSE; preferred--)
    {
      for (guint i = 0; i < record->names->len; i++)
        {
          const LieuditNameRecord *name = &g_array_index (record->names, LieuditNameRecord, i);
          guint8 language = (guint8) name->language;

          if (name->preferred != preferred || is_name_known (record, i) || entry->n_names == G_MAXUINT16)
            continue;

          g_byte_array_append (names, &language, 1);
          lieudit_encode_string (names, name->text);
          entry->n_names++;
        }
    }
}

/*
 * lieudit_encode_place:
 * @record: a place
 * @parent: index of the place it lies in, or %LIEUDIT_GAZETTEER_NO_PLACE
 * @names: where to put its names
 * @names_start: bytes of the section that come before @names
 * @strings: where to put its other texts
 * @strings_start: bytes of the section that come before @strings
 * @entry: (out): the place as the compiled file has it
 *
 * Encodes a place.
 */
void
lieudit_encode_place (const LieuditPlaceRecord *record,
                      guint32                   parent,
                      GByteArray               *names,
                      guint32                   names_start,
                      GByteArray               *strings,
                      guint32                   strings_start,
                      LieuditPlaceEntry        *entry)
{
  memset (entry, 0, sizeof (*entry));
  entry->latitude = (gint32) lround (record->latitude * 1e6);
  entry->longitude = (gint32) lround (record->longitude * 1e6);
  entry->identifier = append_identifier (record, strings);
  if (!(entry->identifier & LIEUDIT_GEONAMES_IDENTIFIER))
    entry->identifier += strings_start;
  entry->parent = parent;
  entry->population = record->population;
  entry->precision = encode_precision (record->precision_km);
  g_strlcpy (entry->feature, record->feature, sizeof (entry->feature));
  if (record->country != NULL && strlen (record->country) == 2)
    memcpy (entry->country, record->country, 2);
  entry->first_name = names->len + names_start;
  append_names (record, names, entry);
}
