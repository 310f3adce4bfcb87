/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "export/lieudit-export-format.h"

G_BEGIN_DECLS

char *lieudit_export_geojson (const LieuditExport *what);

G_END_DECLS
