/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "text/lieudit-transliteration.h"

#include <gio/gio.h>
#include <string.h>
#include <unicode/ustring.h>
#include <unicode/utrans.h>

/* Longer texts are no names. In bytes, and in UTF-16 units of what becomes of them. */
#define LONGEST_TEXT 200
#define MOST_UNITS 2048

static gboolean
needs_transliteration (const char *text)
{
  gboolean is_foreign = FALSE;

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (!g_unichar_isalpha (character))
        continue;

      switch (g_unichar_get_script (character))
        {
        case G_UNICODE_SCRIPT_COMMON:
        case G_UNICODE_SCRIPT_INHERITED:
        case G_UNICODE_SCRIPT_LATIN:
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
          break;
        /* Their rules take longer to load than people wait, and what comes out is seldom how a place is called. */
        case G_UNICODE_SCRIPT_HAN:
        case G_UNICODE_SCRIPT_HANGUL:
        case G_UNICODE_SCRIPT_HIRAGANA:
        case G_UNICODE_SCRIPT_KATAKANA:
          return FALSE;
        default:
          is_foreign = TRUE;
        }
    }

  return is_foreign;
}

/**
 * lieudit_transliterate_to_latin:
 * @text: valid UTF-8
 *
 * Writes a name in Latin letters, as the rules of Unicode's CLDR have it:
 * Cyrillic, Greek and other alphabets. Names in Arabic and Hebrew stay as they
 * are: without their vowels they would look like any other name.
 *
 * Returns: (transfer full) (nullable): the name; %NULL when it is in Latin,
 *   Arabic, Hebrew, Chinese, Japanese or Korean letters, or too long for a name
 */
char *
lieudit_transliterate_to_latin (const char *text)
{
  static const UChar rules[] = u"Any-Latin";
  UChar units[MOST_UNITS];
  UErrorCode status = U_ZERO_ERROR;
  UTransliterator *transliterator;
  int32_t length, limit;

  g_return_val_if_fail (text != NULL, NULL);

  if (strlen (text) > LONGEST_TEXT || !g_utf8_validate (text, -1, NULL) || !needs_transliteration (text))
    return NULL;

  u_strFromUTF8 (units, MOST_UNITS, &length, text, -1, &status);
  transliterator = utrans_openU (rules, -1, UTRANS_FORWARD, NULL, 0, NULL, &status);
  if (U_FAILURE (status))
    return NULL;

  limit = length;
  utrans_transUChars (transliterator, units, &length, MOST_UNITS, 0, &limit, &status);
  utrans_close (transliterator);
  if (U_FAILURE (status))
    return NULL;

  return g_utf16_to_utf8 (units, length, NULL, NULL, NULL);
}

/* The rules of an alphabet are loaded when its first letter is written. */
static void
prepare (GTask        *task,
         gpointer      source,
         gpointer      task_data,
         GCancellable *cancellable)
{
  g_autofree char *name = lieudit_transliterate_to_latin ("Жω");

  g_task_return_boolean (task, TRUE);
}

/**
 * lieudit_transliteration_prepare:
 *
 * Loads the rules for the alphabets that are met most, on a thread of its own, so that whoever types a name in one need not wait for
 * them.
 */
void
lieudit_transliteration_prepare (void)
{
  g_autoptr(GTask) task = g_task_new (NULL, NULL, NULL, NULL);

  g_task_set_source_tag (task, lieudit_transliteration_prepare);
  g_task_run_in_thread (task, prepare);
}
