/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "claims/lieudit-claim.h"

G_BEGIN_DECLS

const char *lieudit_claim_name_place         (LieuditPlace *place);
char       *lieudit_claim_describe_distance  (double        kilometres);
char       *lieudit_claim_describe_position  (double        kilometres,
                                              double        bearing,
                                              LieuditPlace *origin);
const char *lieudit_compass_get_nick         (double        bearing);
const char *lieudit_compass_get_name         (double        bearing);

G_END_DECLS
