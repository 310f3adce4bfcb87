/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The compiled base map, as the compiler writes it and LieuditBaseMap maps it into memory. Everything is in the byte order of the
 * machine that built it; every record is aligned to four bytes, and sections to eight.
 *
 *   header | bands | layers | nodes | parts | rings | points | areas | labels | sources | strings
 *
 * Coordinates count 1 / 2^30 of the side of the Web Mercator world from its north-western corner (3.7 cm at the equator). */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

#define LIEUDIT_BASE_MAP_MAGIC "LIEUMAP\n"
#define LIEUDIT_BASE_MAP_VERSION 4
#define LIEUDIT_BASE_MAP_BYTE_ORDER 0x01020304
#define LIEUDIT_BASE_MAP_WORLD_BITS 30
#define LIEUDIT_BASE_MAP_WORLD (1 << LIEUDIT_BASE_MAP_WORLD_BITS)

/* How many children a node of the packed R-tree has; small enough to scan, large enough to keep the tree shallow. */
#define LIEUDIT_BASE_MAP_NODE_SIZE 16

/* No segment is longer than this, so that at any zoom Cairo's 24-bit pixel coordinates hold it. */
#define LIEUDIT_BASE_MAP_LONGEST_SEGMENT (LIEUDIT_BASE_MAP_WORLD / 256)

typedef enum {
  LIEUDIT_MAP_LAYER_LAND,
  LIEUDIT_MAP_LAYER_COAST,
  LIEUDIT_MAP_LAYER_LAKES,
  LIEUDIT_MAP_LAYER_RIVERS,
  LIEUDIT_MAP_LAYER_PROVINCES,
  LIEUDIT_MAP_LAYER_BORDERS,
  LIEUDIT_MAP_LAYER_ROADS,
  LIEUDIT_MAP_LAYER_RAILWAYS,
  LIEUDIT_MAP_N_LAYERS
} LieuditMapLayer;

/* The classes of the layers that have any, as bits that a style rule can ask for together. */
typedef enum {
  LIEUDIT_MAP_CLASS_PLAIN = 1 << 0,
  LIEUDIT_MAP_CLASS_DISPUTED = 1 << 1,
  LIEUDIT_MAP_CLASS_CONTROL = 1 << 2,
  LIEUDIT_MAP_CLASS_MOTORWAY = 1 << 3,
  LIEUDIT_MAP_CLASS_TRUNK = 1 << 4,
  LIEUDIT_MAP_CLASS_PRIMARY = 1 << 5,
  LIEUDIT_MAP_CLASS_LAKE = 1 << 6, /* of the coast: a lake's shore */
  LIEUDIT_MAP_CLASS_ANY = 0xff
} LieuditMapClass;

/* What names are of; among those that show from the same zoom level on, the first kind chooses its room first. */
typedef enum {
  LIEUDIT_MAP_LABEL_SEA,
  LIEUDIT_MAP_LABEL_COUNTRY,
  LIEUDIT_MAP_LABEL_CAPITAL,
  LIEUDIT_MAP_LABEL_SEAT, /* of a first-level area */
  LIEUDIT_MAP_LABEL_REGION,
  LIEUDIT_MAP_LABEL_TOWN,
  LIEUDIT_MAP_LABEL_LAKE,
  LIEUDIT_MAP_LABEL_ROAD,
  LIEUDIT_MAP_LABEL_RIVER,
  LIEUDIT_MAP_LABEL_SITE,
  LIEUDIT_MAP_N_LABEL_KINDS
} LieuditMapLabelKind;

typedef enum {
  LIEUDIT_MAP_AREA_COUNTRY,
  LIEUDIT_MAP_AREA_REGION,
  LIEUDIT_MAP_N_AREA_KINDS
} LieuditMapAreaKind;

typedef enum {
  LIEUDIT_MAP_LANGUAGE_ENGLISH,
  LIEUDIT_MAP_LANGUAGE_FRENCH,
  LIEUDIT_MAP_LANGUAGE_ARABIC,
  LIEUDIT_MAP_LANGUAGE_TURKISH,
  LIEUDIT_MAP_N_LANGUAGES
} LieuditMapLanguage;

typedef struct {
  gint32 left;
  gint32 top;
  gint32 right;
  gint32 bottom;
} LieuditMapBox;

typedef struct {
  guint64 offset;
  guint32 count;
  guint32 record_size;
} LieuditBaseMapSection;

typedef enum {
  LIEUDIT_BASE_MAP_BANDS,
  LIEUDIT_BASE_MAP_LAYERS,
  LIEUDIT_BASE_MAP_NODES,
  LIEUDIT_BASE_MAP_PARTS,
  LIEUDIT_BASE_MAP_RINGS,
  LIEUDIT_BASE_MAP_POINTS,
  LIEUDIT_BASE_MAP_AREAS,
  LIEUDIT_BASE_MAP_LABELS,
  LIEUDIT_BASE_MAP_SOURCES,
  LIEUDIT_BASE_MAP_STRINGS,
  LIEUDIT_BASE_MAP_N_SECTIONS
} LieuditBaseMapSectionKind;

typedef struct {
  char magic[8];
  guint32 version;
  guint32 byte_order;
  guint64 size;
  guint32 checksum; /* CRC-32 of all that follows the header */
  guint32 reserved;
  LieuditBaseMapSection sections[LIEUDIT_BASE_MAP_N_SECTIONS];
} LieuditBaseMapHeader;

/* Zoom levels that share one degree of simplification. */
typedef struct {
  guint32 min_zoom;
  guint32 max_zoom;
} LieuditBaseMapBand;

/* One layer in one band; there is a record for each, layers within bands. An empty one has no nodes. */
typedef struct {
  guint32 first_node;
  guint32 n_nodes; /* the last is the root */
} LieuditBaseMapLayer;

/* A node of a packed R-tree. A leaf's children are parts, another node's children are nodes before it. */
typedef struct {
  LieuditMapBox box;
  guint32 first_child;
  guint16 n_children;
  guint16 is_leaf;
} LieuditBaseMapNode;

/* A piece of a line or of an area, small enough to be drawn whole. */
typedef struct {
  LieuditMapBox box;
  guint32 first_ring;
  guint16 n_rings;
  guint8 class_bits;
  guint8 min_zoom;
  guint32 start; /* how far along its line the piece starts, in world units: keeps dashes going from piece to piece */
} LieuditBaseMapPart;

typedef struct {
  guint32 first_point;
  guint32 n_points;
} LieuditBaseMapRing;

typedef struct {
  gint32 x;
  gint32 y;
} LieuditMapPoint;

/* The outline of a country or a first-level area, whole, for a place that is nowhere in particular. */
typedef struct {
  LieuditMapBox box;
  guint32 first_ring;
  guint32 n_rings;
  char country[2]; /* ISO 3166-1 */
  guint8 kind;
  guint8 reserved;
} LieuditBaseMapArea;

typedef struct {
  LieuditMapPoint point;
  guint8 kind;
  guint8 min_zoom;
  guint8 max_zoom;
  gint8 angle; /* of the line that is named, in degrees clockwise from the horizontal, from -90 to 90 */
  guint32 population;
  guint32 names[LIEUDIT_MAP_N_LANGUAGES]; /* string offsets; 0 is no name */
  guint32 local_name;                     /* the one that is used there; 0 is none in these languages */
} LieuditBaseMapLabel;

typedef struct {
  guint32 title; /* string offsets; 0 is empty */
  guint32 version;
  guint32 licence;
  guint32 url;
} LieuditBaseMapCredit;

G_STATIC_ASSERT (sizeof (LieuditBaseMapNode) == 24);
G_STATIC_ASSERT (sizeof (LieuditBaseMapPart) == 28);
G_STATIC_ASSERT (sizeof (LieuditBaseMapArea) == 28);
G_STATIC_ASSERT (sizeof (LieuditBaseMapLabel) == 36);
G_STATIC_ASSERT (sizeof (LieuditBaseMapHeader) == 192);

G_END_DECLS
