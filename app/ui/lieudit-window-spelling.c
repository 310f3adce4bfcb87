/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-window-private.h"

static LieuditApplication *
get_application (LieuditWindow *self)
{
  return LIEUDIT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static void
choose_spelling_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  LieuditHouseSpellings *spellings = lieudit_application_get_house_spellings (get_application (self));
  LieuditHistory *history = lieudit_application_get_history (get_application (self));
  g_autoptr(LieuditHouseSpelling) spelling = NULL;
  g_autoptr(GError) error = NULL;
  const char *id, *name, *tag, *text;
  gboolean chosen, saved;

  g_variant_get (parameter, "(&s&s&s&sb)", &id, &name, &tag, &text, &chosen);
  if (*id == '\0' || *name == '\0' || *text == '\0')
    return;

  spelling = lieudit_house_spelling_new (id, name, lieudit_language_from_tag (tag), text);
  if (chosen)
    saved = lieudit_house_spellings_choose (spellings, spelling, history, &error);
  else
    saved = lieudit_house_spellings_revoke (spellings, spelling, history, &error);

  if (saved)
    lieudit_window_show_change (self);
  else
    lieudit_window_show_message (self, error->message);
}

/**
 * lieudit_window_class_init_spelling:
 * @klass: the class of the window
 *
 * Installs the action that says how the newsroom writes a place.
 */
void
lieudit_window_class_init_spelling (LieuditWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.choose-spelling", "(ssssb)", choose_spelling_action);
}

/**
 * lieudit_window_init_spelling:
 * @self: a window of an application
 *
 * Lets the views know how the newsroom writes places.
 */
void
lieudit_window_init_spelling (LieuditWindow *self)
{
  g_return_if_fail (LIEUDIT_IS_WINDOW (self));

  lieudit_selection_set_spellings (self->selection, lieudit_application_get_house_spellings (get_application (self)));
}
