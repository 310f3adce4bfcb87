/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* From this confidence on, a placement is shown as sure; below, it carries a question mark. */
#define LIEUDIT_SURE_CONFIDENCE 0.6
