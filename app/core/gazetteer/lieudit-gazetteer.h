/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "gazetteer/lieudit-place.h"

G_BEGIN_DECLS

#define LIEUDIT_GAZETTEER_ERROR (lieudit_gazetteer_error_quark ())
GQuark lieudit_gazetteer_error_quark (void);

typedef enum {
  LIEUDIT_GAZETTEER_ERROR_MISSING,
  LIEUDIT_GAZETTEER_ERROR_DAMAGED,
  LIEUDIT_GAZETTEER_ERROR_VERSION,
} LieuditGazetteerError;

#define LIEUDIT_TYPE_GAZETTEER (lieudit_gazetteer_get_type ())
G_DECLARE_FINAL_TYPE (LieuditGazetteer, lieudit_gazetteer, LIEUDIT, GAZETTEER, GObject)

/**
 * LieuditNameMatch:
 * @length: bytes of the folded text that spell the name
 * @name: the name, to give to lieudit_gazetteer_get_candidates()
 *
 * A gazetteer name found at some spot of a text.
 */
typedef struct {
  guint32 length;
  guint32 name;
} LieuditNameMatch;

/**
 * LieuditCandidateFlags:
 * @LIEUDIT_CANDIDATE_PREFERRED: the spelling is the preferred one in its language
 * @LIEUDIT_CANDIDATE_ORDINARY_WORD: the spelling is also an ordinary word
 * @LIEUDIT_CANDIDATE_PERSON_NAME: the spelling is also a first or family name
 * @LIEUDIT_CANDIDATE_CONTRACTED: the name without its article, as in "au Caire"
 * @LIEUDIT_CANDIDATE_DEMONYM: the word speaks of the place without naming it: syrien
 * @LIEUDIT_CANDIDATE_NOT_A_PLACE: the name of something else; there is no place
 * @LIEUDIT_CANDIDATE_CAPITALS: an acronym, read as one in capitals only: USA
 * @LIEUDIT_CANDIDATE_ABBREVIATION: stands behind another place: Houston, TX
 * @LIEUDIT_CANDIDATE_CURATED: people chose the spelling; it is no oddity of bulk data
 */
typedef enum {
  LIEUDIT_CANDIDATE_PREFERRED     = 1 << 0,
  LIEUDIT_CANDIDATE_ORDINARY_WORD = 1 << 1,
  LIEUDIT_CANDIDATE_PERSON_NAME   = 1 << 2,
  LIEUDIT_CANDIDATE_CONTRACTED    = 1 << 3,
  LIEUDIT_CANDIDATE_DEMONYM       = 1 << 4,
  LIEUDIT_CANDIDATE_NOT_A_PLACE   = 1 << 5,
  LIEUDIT_CANDIDATE_CAPITALS      = 1 << 6,
  LIEUDIT_CANDIDATE_ABBREVIATION  = 1 << 7,
  LIEUDIT_CANDIDATE_CURATED       = 1 << 8,
} LieuditCandidateFlags;

/**
 * LieuditCandidate:
 * @place: index of the place in the gazetteer
 * @language: a #LieuditLanguage, the language of the name
 * @flags: a set of #LieuditCandidateFlags
 *
 * A place that a name may mean. The layout is the one of the compiled file.
 */
typedef struct __attribute__ ((packed)) {
  guint32 place;
  guint16 language : 4;
  guint16 flags    : 12;
} LieuditCandidate;

/**
 * LieuditGazetteerSource:
 * @key: what places' sources begin with, such as `geonames`
 * @title: what it is, in a few words
 * @licence: under which licence
 * @url: where to find it; empty where it has no address
 * @date: of the data, as ISO 8601 has it, to the year or finer; empty when not known
 * @n_places: how many places have facts from it
 *
 * Where data of a gazetteer come from.
 */
typedef struct {
  const char *key;
  const char *title;
  const char *licence;
  const char *url;
  const char *date;
  guint       n_places;
} LieuditGazetteerSource;

LieuditGazetteer       *lieudit_gazetteer_open            (const char        *path,
                                                           GError           **error);
LieuditGazetteer       *lieudit_gazetteer_open_bytes      (GBytes            *bytes,
                                                           GError           **error);
LieuditGazetteer       *lieudit_gazetteer_new_layered     (LieuditGazetteer  *base,
                                                           LieuditGazetteer  *own,
                                                           GPtrArray         *others);
LieuditGazetteer       *lieudit_gazetteer_open_installed  (GError           **error);
gboolean                lieudit_gazetteer_verify          (LieuditGazetteer  *self,
                                                           GError           **error);

guint                   lieudit_gazetteer_get_n_places    (LieuditGazetteer  *self);
LieuditPlace           *lieudit_gazetteer_get_place       (LieuditGazetteer  *self,
                                                           guint              index);
LieuditPlace           *lieudit_gazetteer_lookup_id       (LieuditGazetteer  *self,
                                                           const char        *id);
guint                   lieudit_gazetteer_match_prefixes  (LieuditGazetteer  *self,
                                                           const char        *folded,
                                                           gsize              length,
                                                           LieuditNameMatch  *matches,
                                                           guint              n_matches);
const LieuditCandidate *lieudit_gazetteer_get_candidates  (LieuditGazetteer  *self,
                                                           guint32            name,
                                                           guint             *n_candidates);
GPtrArray              *lieudit_gazetteer_find            (LieuditGazetteer  *self,
                                                           const char        *name);
guint                   lieudit_gazetteer_get_n_sources   (LieuditGazetteer  *self);
LieuditGazetteerSource  lieudit_gazetteer_get_source      (LieuditGazetteer  *self,
                                                           guint              index);
char                  **lieudit_gazetteer_dup_attribution (LieuditGazetteer  *self);

G_END_DECLS
