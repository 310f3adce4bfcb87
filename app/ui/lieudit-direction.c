/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lieudit direction: text in an interface that may run the other way than the text does
 */
#include "config.h"

#include "lieudit-direction.h"

#define LEFT_TO_RIGHT_MARK "\342\200\216"

static gboolean
interface_is_right_to_left (void)
{
  return gtk_widget_get_default_direction () == GTK_TEXT_DIR_RTL;
}

/**
 * lieudit_direction_of:
 * @text: a text
 *
 * Gets the direction of the first letter of a text. (Pango's own function for
 * this is deprecated.)
 *
 * Returns: the direction, none if there is no letter
 */
GtkTextDirection
lieudit_direction_of (const char *text)
{
  g_return_val_if_fail (text != NULL, GTK_TEXT_DIR_NONE);

  for (; *text != '\0'; text = g_utf8_next_char (text))
    {
      gunichar character = g_utf8_get_char (text);

      if (!g_unichar_isalpha (character))
        continue;
      switch (g_unichar_get_script (character))
        {
        case G_UNICODE_SCRIPT_ARABIC:
        case G_UNICODE_SCRIPT_HEBREW:
        case G_UNICODE_SCRIPT_NKO:
        case G_UNICODE_SCRIPT_SYRIAC:
        case G_UNICODE_SCRIPT_THAANA:
          return GTK_TEXT_DIR_RTL;
        default:
          return GTK_TEXT_DIR_LTR;
        }
    }

  return GTK_TEXT_DIR_NONE;
}

/**
 * lieudit_direction_keep_left_to_right:
 * @text: what a label shows
 *
 * Has coordinates and numbers with a sign, which have no letters to tell their
 * direction, shown from left to right: a label in an interface that runs from
 * right to left would show the longitude first.
 *
 * Returns: (transfer full): the text for a label
 */
char *
lieudit_direction_keep_left_to_right (const char *text)
{
  g_return_val_if_fail (text != NULL, NULL);

  if (!interface_is_right_to_left () || lieudit_direction_of (text) != GTK_TEXT_DIR_NONE)
    return g_strdup (text);

  return g_strconcat (LEFT_TO_RIGHT_MARK, text, NULL);
}

/**
 * lieudit_direction_get_start:
 * @text: text of an article
 *
 * Tells where lines of a text begin, as an alignment, for which 0 is where
 * those of the interface do.
 *
 * Returns: 0 or 1
 */
float
lieudit_direction_get_start (const char *text)
{
  GtkTextDirection direction;

  g_return_val_if_fail (text != NULL, 0);

  direction = lieudit_direction_of (text);

  return direction == GTK_TEXT_DIR_NONE || direction == gtk_widget_get_default_direction () ? 0 : 1;
}

/**
 * lieudit_direction_set_left_to_right:
 * @editable: an entry for coordinates
 *
 * Has an entry show what is typed from left to right, at the side where the
 * interface begins.
 */
void
lieudit_direction_set_left_to_right (GtkEditable *editable)
{
  g_return_if_fail (GTK_IS_EDITABLE (editable));

  if (!interface_is_right_to_left ())
    return;

  gtk_widget_set_direction (GTK_WIDGET (gtk_editable_get_delegate (editable)), GTK_TEXT_DIR_LTR);
  gtk_editable_set_alignment (editable, 1);
}
