/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places on the clipboard, in the form that the person chooses. */
#include "config.h"

#include "lieudit-window-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "export/lieudit-place-copy.h"
#include "lieudit-place-offer.h"

/* What is selected in the list, if the place that is looked at is part of it; else that place alone. */
static GListModel *
dup_selected_places (LieuditWindow *self)
{
  LieuditFoundPlace *selected = lieudit_selection_get_place (self->selection);
  g_autoptr(GListModel) items = lieudit_place_list_dup_selected (self->place_list);
  GListStore *places = g_list_store_new (LIEUDIT_TYPE_FOUND_PLACE);

  for (guint i = 0; i < g_list_model_get_n_items (items); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (items, i);

      if (LIEUDIT_IS_FOUND_PLACE (item))
        g_list_store_append (places, item);
    }
  if (selected != NULL && !g_list_store_find (places, selected, NULL))
    {
      g_list_store_remove_all (places);
      g_list_store_append (places, selected);
    }

  return G_LIST_MODEL (places);
}

static void
offer (LieuditWindow   *self,
       const char      *text,
       LieuditCopyForm  form)
{
  const char *mime_type = lieudit_copy_form_get_mime_type (form);
  g_autoptr(GBytes) bytes = g_bytes_new (text, strlen (text));
  g_autoptr(GdkContentProvider) provider = NULL;
  GdkContentProvider *providers[2] = { gdk_content_provider_new_typed (G_TYPE_STRING, text), NULL };

  if (mime_type != NULL)
    {
      providers[1] = gdk_content_provider_new_for_bytes (mime_type, bytes);
      provider = gdk_content_provider_new_union (providers, G_N_ELEMENTS (providers));
    }
  else
    {
      provider = providers[0];
    }
  gdk_clipboard_set_content (gtk_widget_get_clipboard (GTK_WIDGET (self)), provider);
}

static void
copy_places (LieuditWindow *self,
             GListModel    *places,
             GVariant      *nick)
{
  LieuditApplication *application = LIEUDIT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  guint n_places = g_list_model_get_n_items (places);
  LieuditExport what = { .analysis = lieudit_selection_get_shown (self->selection),
                         .session = self->session,
                         .gazetteer = lieudit_application_get_gazetteer (application, NULL),
                         .pretty = TRUE };
  g_autofree char *text = NULL;
  g_autofree char *message = NULL;
  LieuditCopyForm form;

  if (what.analysis == NULL || what.gazetteer == NULL || !lieudit_copy_form_from_nick (g_variant_get_string (nick, NULL), &form))
    return;
  if (n_places == 0)
    {
      lieudit_window_show_message (self, _("Select a place first."));
      return;
    }

  lieudit_session_put_notes (self->session, what.analysis);
  text = lieudit_copy_places (&what, places, form);
  offer (self, text, form);
  message = strchr (text, '\n') == NULL ? g_strdup_printf (_("Copied: %s"), text)
                                        : g_strdup_printf (ngettext ("%u place copied", "%u places copied", n_places), n_places);
  lieudit_window_show_message (self, message);
}

static void
copy_selected_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  g_autoptr(GListModel) places = dup_selected_places (self);

  copy_places (self, places, parameter);
}

static void
copy_all_action (GtkWidget  *widget,
                 const char *action_name,
                 GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  LieuditAnalysis *shown = lieudit_selection_get_shown (self->selection);

  if (shown != NULL)
    copy_places (self, lieudit_analysis_get_places (shown), parameter);
}

/*
 * lieudit_window_class_init_copying:
 * @klass: the class
 *
 * Installs the actions that copy places.
 */
void
lieudit_window_class_init_copying (LieuditWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.copy-places", "s", copy_selected_action);
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.copy-all-places", "s", copy_all_action);
}

/*
 * lieudit_window_init_copying:
 * @self: a window
 *
 * Fills the menus of what places are copied as.
 */
void
lieudit_window_init_copying (LieuditWindow *self)
{
  g_autoptr(GMenuModel) selected = lieudit_copy_menu_new ("win.copy-places");
  g_autoptr(GMenuModel) all = lieudit_copy_menu_new ("win.copy-all-places");

  g_menu_append_section (self->copy_menu, NULL, selected);
  g_menu_append_section (self->copy_all_menu, NULL, all);
}
