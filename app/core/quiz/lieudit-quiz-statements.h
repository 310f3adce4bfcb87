/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "quiz/lieudit-quiz-question.h"

G_BEGIN_DECLS

GPtrArray *lieudit_quiz_list_statements (GPtrArray       *claims,
                                         LieuditLanguage  language,
                                         guint32          seed);

G_END_DECLS
