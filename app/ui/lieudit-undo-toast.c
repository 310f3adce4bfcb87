/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-undo-toast.h"

#include <glib/gi18n.h>

/**
 * lieudit_undo_toast_new:
 * @history: a history with a change that was just made
 *
 * Makes a message that says what was changed and offers to undo it: connect to
 * #AdwToast::button-clicked. It goes away when something else is changed.
 *
 * Returns: (transfer full): the message, to be shown
 */
AdwToast *
lieudit_undo_toast_new (LieuditHistory *history)
{
  g_autofree char *markup = NULL;
  AdwToast *toast;

  g_return_val_if_fail (LIEUDIT_IS_HISTORY (history), NULL);
  g_return_val_if_fail (lieudit_history_get_undo_title (history) != NULL, NULL);

  markup = g_markup_escape_text (lieudit_history_get_undo_title (history), -1);
  toast = adw_toast_new (markup);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_signal_connect_object (history, "changed", G_CALLBACK (adw_toast_dismiss), toast, G_CONNECT_SWAPPED);

  return toast;
}
