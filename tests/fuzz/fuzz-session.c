/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "fuzz.h"
#include "session/lieudit-session-format.h"

/* Whatever is read can be written, and reads the same then. */
static void
check_session (LieuditSession *session)
{
  g_autoptr(GBytes) bytes = lieudit_session_write (session, LIEUDIT_SESSION_FOR_RECOVERY);
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditSession) again = lieudit_session_read (bytes, NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpstr (lieudit_article_get_text (lieudit_session_get_article (again)), ==,
                   lieudit_article_get_text (lieudit_session_get_article (session)));
  g_assert_cmpuint (lieudit_decisions_get_n (lieudit_session_get_decisions (again)), ==,
                    lieudit_decisions_get_n (lieudit_session_get_decisions (session)));
  g_assert_cmpuint (lieudit_notes_get_n (lieudit_session_get_notes (again)), ==,
                    lieudit_notes_get_n (lieudit_session_get_notes (session)));
  g_assert_cmpuint (lieudit_drawings_get_n (lieudit_session_get_drawings (again)), ==,
                    lieudit_drawings_get_n (lieudit_session_get_drawings (session)));
  for (guint i = 0; i < LIEUDIT_N_WALKS; i++)
    g_assert_cmpuint (lieudit_stops_get (lieudit_session_get_stops (again), (LieuditWalk) i)->len, ==,
                      lieudit_stops_get (lieudit_session_get_stops (session), (LieuditWalk) i)->len);
}

int
LLVMFuzzerTestOneInput (const guint8 *data,
                        gsize         size)
{
  g_autoptr(GBytes) bytes = g_bytes_new (data, size);
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditSession) session = NULL;

  lieudit_session_recognise ((const char *) data, size);
  session = lieudit_session_read (bytes, NULL, &error);
  g_assert_true ((session == NULL) == (error != NULL));
  if (session != NULL)
    check_session (session);

  return 0;
}
