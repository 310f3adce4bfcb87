/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/* The processing instruction before an edition that has a session in its header. */
#define LIEUDIT_TEI_RECORD "lieudit-record"

char *lieudit_tei_record_digest (const char *text,
                                 gsize       length);

G_END_DECLS
