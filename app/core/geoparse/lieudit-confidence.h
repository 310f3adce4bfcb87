/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* From this confidence on, a placement is shown as sure; below, text, list, map and pictures say that it may be another. */
#define LIEUDIT_SURE_CONFIDENCE 0.6
