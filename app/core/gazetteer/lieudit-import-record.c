/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gazetteer/lieudit-import-record.h"

#include <string.h>

#include "gazetteer/lieudit-feature.h"

/*
 * Records as an external sort takes them: the identifier and NUL, then this,
 * then a place or a name. They sort by identifier; a place comes before the
 * names that other tables give it, and what came first comes first.
 */
typedef struct __attribute__ ((packed))
{
  guint8  kind;
  guint64 sequence; /* most significant byte first */
  guint32 file;
  guint64 line;
} Head;

typedef struct __attribute__ ((packed))
{
  double  latitude;
  double  longitude;
  double  precision_km;
  guint32 population;
  guint32 n_names;
  char    feature[LIEUDIT_FEATURE_CODE_LENGTH];
  char    country[3];
} Facts;

static void
append_text (GByteArray *bytes,
             const char *text)
{
  if (text == NULL)
    text = "";
  g_byte_array_append (bytes, (const guint8 *) text, (guint) strlen (text) + 1);
}

static void
append_head (GByteArray                    *bytes,
             const LieuditImportRecordHead *head)
{
  Head stored = { (guint8) head->kind, GUINT64_TO_BE (head->sequence), head->file, head->line };

  append_text (bytes, head->id);
  g_byte_array_append (bytes, (const guint8 *) &stored, sizeof (stored));
}

static void
append_name (GByteArray              *bytes,
             const LieuditNameRecord *name)
{
  guint8 stored[2] = { (guint8) name->language, (guint8) name->preferred };

  g_byte_array_append (bytes, stored, sizeof (stored));
  append_text (bytes, name->text);
}

/*
 * lieudit_import_record_write_place:
 * @bytes: where to put the record
 * @head: what it sorts by
 * @record: a place
 *
 * Encodes a place.
 */
void
lieudit_import_record_write_place (GByteArray                    *bytes,
                                   const LieuditImportRecordHead *head,
                                   const LieuditPlaceRecord      *record)
{
  Facts facts = { record->latitude, record->longitude, record->precision_km, record->population, record->names->len };

  g_strlcpy (facts.feature, record->feature != NULL ? record->feature : "", sizeof (facts.feature));
  g_strlcpy (facts.country, record->country != NULL ? record->country : "", sizeof (facts.country));

  append_head (bytes, head);
  g_byte_array_append (bytes, (const guint8 *) &facts, sizeof (facts));
  append_text (bytes, record->source);
  for (guint i = 0; i < record->names->len; i++)
    append_name (bytes, &g_array_index (record->names, LieuditNameRecord, i));
}

/*
 * lieudit_import_record_write_name:
 * @bytes: where to put the record
 * @head: what it sorts by
 * @name: a name of the place @head tells
 *
 * Encodes a name.
 */
void
lieudit_import_record_write_name (GByteArray                    *bytes,
                                  const LieuditImportRecordHead *head,
                                  const LieuditNameRecord       *name)
{
  append_head (bytes, head);
  append_name (bytes, name);
}

/*
 * lieudit_import_record_read_head:
 * @bytes: a record
 * @head: (out): what it sorts by; the identifier lies in @bytes
 *
 * Decodes the beginning of a record.
 */
void
lieudit_import_record_read_head (const guint8            *bytes,
                                 LieuditImportRecordHead *head)
{
  Head stored;

  head->id = (const char *) bytes;
  memcpy (&stored, bytes + strlen (head->id) + 1, sizeof (stored));
  head->kind = (LieuditImportRecordKind) stored.kind;
  head->sequence = GUINT64_FROM_BE (stored.sequence);
  head->file = stored.file;
  head->line = stored.line;
}

static const guint8 *
read_name (const guint8       *position,
           LieuditPlaceRecord *record)
{
  const char *text = (const char *) position + 2;
  gsize length = strlen (text);

  lieudit_place_record_add_name (record, text, length, (LieuditLanguage) position[0], position[1]);

  return position + 2 + length + 1;
}

/*
 * lieudit_import_record_read_place:
 * @bytes: a record of a place
 *
 * Returns: (transfer full): the place
 */
LieuditPlaceRecord *
lieudit_import_record_read_place (const guint8 *bytes)
{
  LieuditPlaceRecord *record = lieudit_place_record_new ((const char *) bytes);
  const guint8 *position = bytes + strlen (record->id) + 1 + sizeof (Head);
  Facts facts;

  memcpy (&facts, position, sizeof (facts));
  position += sizeof (facts);
  record->latitude = facts.latitude;
  record->longitude = facts.longitude;
  record->precision_km = facts.precision_km;
  record->population = facts.population;
  record->feature = g_strdup (facts.feature);
  record->country = *facts.country != '\0' ? g_strdup (facts.country) : NULL;
  record->source = g_strdup ((const char *) position);
  position += strlen (record->source) + 1;
  for (guint i = 0; i < facts.n_names; i++)
    position = read_name (position, record);

  return record;
}

/*
 * lieudit_import_record_read_name:
 * @bytes: a record of a name
 * @record: the place that bears it
 *
 * Gives a name to a place. Its first one in a language is the one to show,
 * unless another one is.
 */
void
lieudit_import_record_read_name (const guint8       *bytes,
                                 LieuditPlaceRecord *record)
{
  read_name (bytes + strlen ((const char *) bytes) + 1 + sizeof (Head), record);
}
