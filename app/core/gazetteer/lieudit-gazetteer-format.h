/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The compiled gazetteer: a header, then sections of fixed-size records in the
 * byte order of the machine that built it. Offsets count bytes from the start
 * of the file; every section begins at a multiple of eight.
 */

#define LIEUDIT_GAZETTEER_MAGIC "LIEUGAZ"
#define LIEUDIT_GAZETTEER_VERSION 2
#define LIEUDIT_GAZETTEER_BYTE_ORDER 0x01020304
#define LIEUDIT_GAZETTEER_CHECKSUM_LENGTH 32 /* SHA-256 of all that follows the header */

#define LIEUDIT_GAZETTEER_NO_PLACE G_MAXUINT32

typedef enum {
  LIEUDIT_SECTION_PLACES,      /* of LieuditPlaceEntry */
  LIEUDIT_SECTION_NAMES,       /* of LieuditNameEntry, the names to show, place by place */
  LIEUDIT_SECTION_NODES,       /* of LieuditDoubleArrayNode, over the folded names */
  LIEUDIT_SECTION_TAIL,        /* bytes of the trie's tail */
  LIEUDIT_SECTION_CANDIDATES,  /* for each folded name, a count and its LieuditCandidates */
  LIEUDIT_SECTION_IDENTIFIERS, /* of guint32, places in the order of their identifiers */
  LIEUDIT_SECTION_ATTRIBUTION, /* of guint32, strings */
  LIEUDIT_SECTION_STRINGS,     /* NUL-terminated UTF-8 */
  LIEUDIT_N_SECTIONS
} LieuditGazetteerSection;

typedef struct {
  guint32 offset;
  guint32 size;
} LieuditSectionEntry;

typedef struct {
  char                magic[8];
  guint32             version;
  guint32             byte_order;
  guint64             file_size;
  guint8              checksum[LIEUDIT_GAZETTEER_CHECKSUM_LENGTH];
  LieuditSectionEntry sections[LIEUDIT_N_SECTIONS];
} LieuditGazetteerHeader;

typedef struct {
  gint32  latitude;      /* millionths of a degree */
  gint32  longitude;     /* millionths of a degree */
  guint32 identifier;    /* a string */
  guint32 source;        /* a string */
  guint32 parent;        /* a place, or LIEUDIT_GAZETTEER_NO_PLACE */
  guint32 population;
  guint32 first_name;
  guint16 n_names;
  guint16 precision;     /* tenths of a kilometre for values below 32768, else kilometres over that */
  char    feature[6];    /* NUL-terminated */
  char    country[2];    /* NULs where there is none */
} LieuditPlaceEntry;

typedef struct {
  guint32 text;          /* a string */
  guint32 language;
} LieuditNameEntry;

G_END_DECLS
