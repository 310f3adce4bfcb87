/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "article/lieudit-mail-date.h"

#include <gmime/gmime.h>

/**
 * lieudit_mail_initialise:
 *
 * Prepares GMime, once.
 */
void
lieudit_mail_initialise (void)
{
  static gsize once = 0;

  if (g_once_init_enter (&once))
    {
      g_mime_init ();
      g_once_init_leave (&once, 1);
    }
}

/**
 * lieudit_mail_date_to_iso:
 * @date: a date as in mails: `Mon, 11 Mar 2024 08:30:00 +0200`
 *
 * Returns: (transfer full) (nullable): the day where it was written, as in ISO
 *   8601
 */
char *
lieudit_mail_date_to_iso (const char *date)
{
  g_autoptr(GDateTime) time = NULL;

  lieudit_mail_initialise ();
  time = g_mime_utils_header_decode_date (date);

  return time != NULL ? g_date_time_format (time, "%Y-%m-%d") : NULL;
}
