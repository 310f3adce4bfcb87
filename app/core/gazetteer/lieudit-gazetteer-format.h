/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The compiled gazetteer: a header, then sections of fixed-size records or of
 * bytes, in the byte order of the machine that built it. Offsets count bytes
 * from the start of the file; every section begins at a multiple of eight.
 *
 * What takes the room, of a gazetteer of the world: the records of places, the
 * names to show, the trie over folded names and the lists of candidates. So
 * GeoNames identifiers and sources are kept as numbers, a name to show is its
 * language and its bytes and nothing else, and equal lists are kept once.
 */

#define LIEUDIT_GAZETTEER_MAGIC "LIEUGAZ"
#define LIEUDIT_GAZETTEER_VERSION 3
#define LIEUDIT_GAZETTEER_BYTE_ORDER 0x01020304
#define LIEUDIT_GAZETTEER_CHECKSUM_LENGTH 32 /* SHA-256 of all that follows the header */

#define LIEUDIT_GAZETTEER_NO_PLACE G_MAXUINT32

typedef enum {
  LIEUDIT_SECTION_PLACES,      /* of LieuditPlaceEntry */
  LIEUDIT_SECTION_NAMES,       /* the names to show, place by place: a byte for the language, UTF-8, NUL */
  LIEUDIT_SECTION_NODES,       /* of LieuditDoubleArrayNode, over the folded names */
  LIEUDIT_SECTION_TAIL,        /* bytes of the trie's tail */
  LIEUDIT_SECTION_CANDIDATES,  /* of guint16: a count and as many LieuditCandidates, again and again */
  LIEUDIT_SECTION_IDENTIFIERS, /* of guint32, places in the order of their identifiers */
  LIEUDIT_SECTION_SOURCES,     /* of LieuditSourceEntry */
  LIEUDIT_SECTION_STRINGS,     /* NUL-terminated UTF-8 */
  LIEUDIT_N_SECTIONS
} LieuditGazetteerSection;

typedef struct {
  guint64 offset;
  guint64 size;
} LieuditSectionEntry;

typedef struct {
  char                magic[8];
  guint32             version;
  guint32             byte_order;
  guint64             file_size;
  guint8              checksum[LIEUDIT_GAZETTEER_CHECKSUM_LENGTH];
  LieuditSectionEntry sections[LIEUDIT_N_SECTIONS];
} LieuditGazetteerHeader;

/* Set in an identifier that is a GeoNames id: "gn-170063", whose source is "geonames:170063". */
#define LIEUDIT_GEONAMES_IDENTIFIER 0x80000000u

/* Room for "geonames:" and a number of 31 bits. */
#define LIEUDIT_GEONAMES_TEXT_LENGTH 24

typedef struct {
  gint32  latitude;      /* millionths of a degree */
  gint32  longitude;     /* millionths of a degree */
  guint32 identifier;    /* a GeoNames id, or a string and behind it another, the source */
  guint32 parent;        /* a place, or LIEUDIT_GAZETTEER_NO_PLACE */
  guint32 population;
  guint32 first_name;    /* where the names begin in their section */
  guint16 n_names;
  guint16 precision;     /* tenths of a kilometre for values below 32768, else kilometres over that */
  char    feature[6];    /* NUL-terminated */
  char    country[2];    /* NULs where there is none */
} LieuditPlaceEntry;

typedef struct {
  guint32 key;           /* strings */
  guint32 title;
  guint32 licence;
  guint32 url;
  guint32 date;
  guint32 n_places;
} LieuditSourceEntry;

G_END_DECLS
