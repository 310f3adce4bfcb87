/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Articles from the web, each fetched only after the person said so for this very address. */
#include "config.h"

#include "lieudit-window-private.h"

#include <glib/gi18n.h>

#include "network/lieudit-network.h"
#include "network/lieudit-page.h"

#define ENTRY "lieudit-address-entry"

static GtkEditable *
get_entry (AdwMessageDialog *dialog)
{
  return GTK_EDITABLE (g_object_get_data (G_OBJECT (dialog), ENTRY));
}

static void
response_cb (LieuditWindow    *self,
             const char       *response,
             AdwMessageDialog *dialog)
{
  const char *address = gtk_editable_get_text (get_entry (dialog));

  if (g_str_equal (response, "fetch") && lieudit_page_is_address (address))
    lieudit_window_fetch_page (self, address);
}

static void
entry_changed_cb (AdwMessageDialog *dialog)
{
  adw_message_dialog_set_response_enabled (dialog, "fetch", lieudit_page_is_address (gtk_editable_get_text (get_entry (dialog))));
}

static GtkWidget *
make_entry (const char *address)
{
  GtkWidget *entry = gtk_entry_new ();

  gtk_entry_set_activates_default (GTK_ENTRY (entry), TRUE);
  gtk_entry_set_input_purpose (GTK_ENTRY (entry), GTK_INPUT_PURPOSE_URL);
  gtk_entry_set_placeholder_text (GTK_ENTRY (entry), "https://");
  gtk_accessible_update_property (GTK_ACCESSIBLE (entry), GTK_ACCESSIBLE_PROPERTY_LABEL, _("Address of the page"), -1);
  if (address != NULL)
    gtk_editable_set_text (GTK_EDITABLE (entry), address);

  return entry;
}

/**
 * lieudit_window_ask_for_page:
 * @self: a window
 * @address: (nullable): a web address that was pasted or dropped
 *
 * Asks whether a page is to be fetched from the web. Without the network, says
 * why not.
 */
void
lieudit_window_ask_for_page (LieuditWindow *self,
                             const char    *address)
{
  g_autofree char *stripped = address != NULL ? g_strstrip (g_strdup (address)) : NULL;
  g_autoptr(GError) error = NULL;
  GtkWidget *dialog;
  GtkWidget *entry;

  g_return_if_fail (LIEUDIT_IS_WINDOW (self));

  if (!lieudit_network_check (&error))
    {
      lieudit_window_show_message (self, error->message);
      return;
    }

  dialog = adw_message_dialog_new (GTK_WINDOW (self), _("Fetch an Article from the Web?"),
                                   _("Lieudit asks this server for the page, and for nothing else. The server learns the address "
                                     "of your computer and what you read."));
  gtk_window_set_title (GTK_WINDOW (dialog), _("Fetch an Article from the Web?"));
  entry = make_entry (stripped);
  g_object_set_data (G_OBJECT (dialog), ENTRY, entry);
  adw_message_dialog_set_extra_child (ADW_MESSAGE_DIALOG (dialog), entry);
  adw_message_dialog_add_responses (ADW_MESSAGE_DIALOG (dialog), "cancel", _("_Cancel"), "fetch", _("_Fetch"), NULL);
  adw_message_dialog_set_response_appearance (ADW_MESSAGE_DIALOG (dialog), "fetch", ADW_RESPONSE_SUGGESTED);
  adw_message_dialog_set_default_response (ADW_MESSAGE_DIALOG (dialog), "fetch");
  adw_message_dialog_set_close_response (ADW_MESSAGE_DIALOG (dialog), "cancel");
  g_signal_connect_object (entry, "changed", G_CALLBACK (entry_changed_cb), dialog, G_CONNECT_SWAPPED);
  g_signal_connect_object (dialog, "response", G_CALLBACK (response_cb), self, G_CONNECT_SWAPPED);
  entry_changed_cb (ADW_MESSAGE_DIALOG (dialog));
  gtk_window_present (GTK_WINDOW (dialog));
  gtk_widget_grab_focus (entry);
}

static void
open_address_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  lieudit_window_ask_for_page (LIEUDIT_WINDOW (widget), NULL);
}

/*
 * lieudit_window_class_init_address:
 * @klass: the class
 *
 * Installs the action that opens a page of the web.
 */
void
lieudit_window_class_init_address (LieuditWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.open-address", NULL, open_address_action);
}
