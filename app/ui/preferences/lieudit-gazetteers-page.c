/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preferences/lieudit-gazetteers-page.h"

#include <glib/gi18n.h>

#include "gazetteer/lieudit-gazetteer-import.h"
#include "lieudit-toast.h"
#include "own-places/lieudit-own-places-group.h"

#define PROGRESS_INTERVAL 100 /* milliseconds */

/**
 * LieuditGazetteersPage:
 *
 * The preferences page on which the person sees what is on board, adds
 * gazetteers from files and takes them out again.
 */
struct _LieuditGazetteersPage
{
  AdwPreferencesPage parent_instance;

  AdwActionRow   *installed_row;
  AdwActionRow   *own_row;
  LieuditOwnPlacesGroup *own_group;
  GtkListBox     *imported_list;
  GtkWidget      *add_button;
  AdwActionRow   *progress_row;
  GtkProgressBar *progress_bar;
  GtkWidget      *cancel_button;
  AdwExpanderRow *report_row;

  LieuditUserGazetteers  *gazetteers;
  LieuditUserPlaces      *places;
  GtkFileChooserNative   *chooser;
  LieuditGazetteerImport *import;
  GCancellable           *cancellable;
  guint                   progress_source;
  GPtrArray              *report_lines; /* of rows */
};

G_DEFINE_FINAL_TYPE (LieuditGazetteersPage, lieudit_gazetteers_page, ADW_TYPE_PREFERENCES_PAGE)

static char *
describe_count (guint n_places)
{
  return g_strdup_printf (g_dngettext (GETTEXT_PACKAGE, "%u place", "%u places", n_places), n_places);
}

static char *
describe_gazetteer (LieuditGazetteer *gazetteer)
{
  g_autofree char *count = describe_count (lieudit_gazetteer_get_n_places (gazetteer));
  g_autoptr(GString) text = g_string_new (count);

  for (guint i = 0; i < lieudit_gazetteer_get_n_sources (gazetteer); i++)
    {
      LieuditGazetteerSource source = lieudit_gazetteer_get_source (gazetteer, i);

      g_string_append_printf (text, " · %s (%s)", source.title, source.licence);
      if (*source.date != '\0')
        g_string_append_printf (text, ", %s", source.date);
    }

  return g_string_free (g_steal_pointer (&text), FALSE);
}

static void
show_message (LieuditGazetteersPage *self,
              const char            *message)
{
  lieudit_toast_show_in_preferences (lieudit_toast_new (message), GTK_WIDGET (self));
}

static void
undo_clicked (LieuditGazetteersPage *self,
              AdwToast              *toast)
{
  const char *name = g_object_get_data (G_OBJECT (toast), "gazetteer");
  g_autoptr(GError) error = NULL;

  if (!lieudit_user_gazetteers_restore (self->gazetteers, name, &error))
    show_message (self, error->message);
}

static void
remove_action (GtkWidget  *widget,
               const char *action_name,
               GVariant   *parameter)
{
  LieuditGazetteersPage *self = LIEUDIT_GAZETTEERS_PAGE (widget);
  const char *name = g_variant_get_string (parameter, NULL);
  g_autofree char *text = NULL;
  g_autoptr(GError) error = NULL;
  AdwToast *toast;

  if (!lieudit_user_gazetteers_remove (self->gazetteers, name, &error))
    {
      show_message (self, error->message);
      return;
    }

  text = g_strdup_printf (_("“%s” was removed"), name);
  toast = lieudit_toast_new (text);
  adw_toast_set_button_label (toast, _("_Undo"));
  g_object_set_data_full (G_OBJECT (toast), "gazetteer", g_strdup (name), g_free);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_clicked), self, G_CONNECT_SWAPPED);
  lieudit_toast_show_in_preferences (toast, GTK_WIDGET (self));
}

static GtkWidget *
create_remove_button (const char *name)
{
  g_autofree char *label = g_strdup_printf (_("Remove “%s”"), name);
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");

  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", name);
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "gazetteers.remove");

  return button;
}

static GtkWidget *
create_row (gpointer item,
            gpointer data)
{
  LieuditUserGazetteer *gazetteer = item;
  const char *name = lieudit_user_gazetteer_get_name (gazetteer);
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *subtitle = NULL;

  if (lieudit_user_gazetteer_get_gazetteer (gazetteer) != NULL)
    subtitle = describe_gazetteer (lieudit_user_gazetteer_get_gazetteer (gazetteer));
  else
    subtitle = g_strdup (lieudit_user_gazetteer_get_problem (gazetteer));

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), name);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), create_remove_button (name));

  return row;
}

static void
show_own_count (LieuditGazetteersPage *self)
{
  g_autofree char *count = describe_count (g_list_model_get_n_items (G_LIST_MODEL (self->places)));

  adw_action_row_set_subtitle (self->own_row, count);
}

static void
clear_report (LieuditGazetteersPage *self)
{
  for (guint i = 0; i < self->report_lines->len; i++)
    adw_expander_row_remove (self->report_row, g_ptr_array_index (self->report_lines, i));
  g_ptr_array_set_size (self->report_lines, 0);
  gtk_widget_set_visible (GTK_WIDGET (self->report_row), FALSE);
}

static void
show_report (LieuditGazetteersPage *self)
{
  LieuditImportReport *report = lieudit_gazetteer_import_get_report (self->import);
  g_auto(GStrv) lines = lieudit_import_report_dup_lines (report);
  g_autofree char *n_skipped = g_strdup_printf ("%" G_GUINT64_FORMAT, lieudit_import_report_get_n_skipped (report));
  g_autofree char *title =
    lieudit_import_report_dup_summary (report, lieudit_gazetteer_import_get_name (self->import));
  /* Translators: %s is a count of rows and names */
  g_autofree char *subtitle = g_strdup_printf (_("%s skipped"), n_skipped);

  clear_report (self);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (self->report_row), title);
  adw_expander_row_set_subtitle (self->report_row, lines[0] != NULL ? subtitle : _("Nothing was skipped"));
  adw_expander_row_set_enable_expansion (self->report_row, lines[0] != NULL);
  for (gsize i = 0; lines[i] != NULL; i++)
    {
      GtkWidget *row = adw_action_row_new ();

      adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
      adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), lines[i]);
      adw_expander_row_add_row (self->report_row, row);
      g_ptr_array_add (self->report_lines, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self->report_row), TRUE);
}

static gboolean
update_progress (gpointer data)
{
  LieuditGazetteersPage *self = data;

  gtk_progress_bar_set_fraction (self->progress_bar, lieudit_gazetteer_import_get_progress (self->import));

  return G_SOURCE_CONTINUE;
}

static void
set_importing (LieuditGazetteersPage *self,
               gboolean               is_importing)
{
  gtk_widget_set_visible (GTK_WIDGET (self->progress_row), is_importing);
  gtk_widget_set_sensitive (self->add_button, !is_importing);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  if (!is_importing)
    return;

  gtk_progress_bar_set_fraction (self->progress_bar, 0.0);
  self->progress_source = g_timeout_add (PROGRESS_INTERVAL, update_progress, self);
}

static void
end_import (GObject      *object,
            GAsyncResult *result,
            gpointer      data)
{
  g_autoptr(LieuditGazetteersPage) self = data;
  g_autoptr(GError) error = NULL;
  gboolean done = lieudit_gazetteer_import_run_finish (LIEUDIT_GAZETTEER_IMPORT (object), result, &error);

  if (self->import == NULL)
    return; /* the page is gone */

  set_importing (self, FALSE);
  if (done)
    {
      show_report (self);
      lieudit_user_gazetteers_refresh (self->gazetteers);
    }
  else if (!g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    {
      show_message (self, error->message);
    }
  g_clear_object (&self->import);
  g_clear_object (&self->cancellable);
}

static void
cancel_clicked (LieuditGazetteersPage *self)
{
  g_cancellable_cancel (self->cancellable);
}

static void
choose_response (LieuditGazetteersPage *self,
                 gint                   response)
{
  g_autoptr(GListModel) files = NULL;

  if (response == GTK_RESPONSE_ACCEPT)
    files = gtk_file_chooser_get_files (GTK_FILE_CHOOSER (self->chooser));
  g_clear_object (&self->chooser);
  if (files != NULL)
    lieudit_gazetteers_page_import_files (self, files);
}

static void
add_clicked (LieuditGazetteersPage *self)
{
  GtkRoot *root = gtk_widget_get_root (GTK_WIDGET (self));

  if (self->chooser != NULL)
    return;

  self->chooser = gtk_file_chooser_native_new (_("Add a Gazetteer"), GTK_IS_WINDOW (root) ? GTK_WINDOW (root) : NULL,
                                               GTK_FILE_CHOOSER_ACTION_OPEN, _("_Add"), NULL);
  gtk_file_chooser_set_select_multiple (GTK_FILE_CHOOSER (self->chooser), TRUE);
  gtk_native_dialog_set_modal (GTK_NATIVE_DIALOG (self->chooser), TRUE);
  g_signal_connect_object (self->chooser, "response", G_CALLBACK (choose_response), self, G_CONNECT_SWAPPED);
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (self->chooser));
}

static gboolean
files_dropped (LieuditGazetteersPage *self,
               const GValue          *value)
{
  g_autoptr(GListStore) files = g_list_store_new (G_TYPE_FILE);
  GSList *list = g_value_get_boxed (value);

  for (GSList *link = list; link != NULL; link = link->next)
    g_list_store_append (files, link->data);
  lieudit_gazetteers_page_import_files (self, G_LIST_MODEL (files));

  return list != NULL;
}

static void
lieudit_gazetteers_page_dispose (GObject *object)
{
  LieuditGazetteersPage *self = LIEUDIT_GAZETTEERS_PAGE (object);

  /* What is half done is given up, and leaves nothing behind. */
  g_cancellable_cancel (self->cancellable);
  g_clear_handle_id (&self->progress_source, g_source_remove);
  g_clear_object (&self->cancellable);
  g_clear_object (&self->import);
  g_clear_object (&self->chooser);
  g_clear_object (&self->gazetteers);
  g_clear_object (&self->places);
  g_clear_pointer (&self->report_lines, g_ptr_array_unref);

  G_OBJECT_CLASS (lieudit_gazetteers_page_parent_class)->dispose (object);
}

static void
lieudit_gazetteers_page_class_init (LieuditGazetteersPageClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lieudit_gazetteers_page_dispose;

  g_type_ensure (LIEUDIT_TYPE_OWN_PLACES_GROUP);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-gazetteers-page.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditGazetteersPage, installed_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditGazetteersPage, own_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditGazetteersPage, own_group);
  gtk_widget_class_bind_template_child (widget_class, LieuditGazetteersPage, imported_list);
  gtk_widget_class_bind_template_child (widget_class, LieuditGazetteersPage, add_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditGazetteersPage, progress_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditGazetteersPage, progress_bar);
  gtk_widget_class_bind_template_child (widget_class, LieuditGazetteersPage, cancel_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditGazetteersPage, report_row);
  gtk_widget_class_bind_template_callback (widget_class, add_clicked);
  gtk_widget_class_bind_template_callback (widget_class, cancel_clicked);
  gtk_widget_class_install_action (widget_class, "gazetteers.remove", "s", remove_action);
}

static void
lieudit_gazetteers_page_init (LieuditGazetteersPage *self)
{
  GtkDropTarget *target = gtk_drop_target_new (GDK_TYPE_FILE_LIST, GDK_ACTION_COPY);

  gtk_widget_init_template (GTK_WIDGET (self));
  self->report_lines = g_ptr_array_new ();
  g_signal_connect_object (target, "drop", G_CALLBACK (files_dropped), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (GTK_WIDGET (self), GTK_EVENT_CONTROLLER (target));
}

/**
 * lieudit_gazetteers_page_new:
 *
 * Returns: (transfer floating): a page
 */
GtkWidget *
lieudit_gazetteers_page_new (void)
{
  return g_object_new (LIEUDIT_TYPE_GAZETTEERS_PAGE, NULL);
}

/**
 * lieudit_gazetteers_page_set_model:
 * @self: a page without a model
 * @installed: (nullable): the gazetteer that comes with Lieudit
 * @gazetteers: what the person imported
 * @places: the person's own places
 * @history: where changes of @places are remembered
 *
 * Tells the page what to show and to change.
 */
void
lieudit_gazetteers_page_set_model (LieuditGazetteersPage *self,
                                   LieuditGazetteer      *installed,
                                   LieuditUserGazetteers *gazetteers,
                                   LieuditUserPlaces     *places,
                                   LieuditHistory        *history)
{
  g_return_if_fail (LIEUDIT_IS_GAZETTEERS_PAGE (self));
  g_return_if_fail (LIEUDIT_IS_USER_GAZETTEERS (gazetteers) && self->gazetteers == NULL);

  if (installed != NULL)
    {
      g_autofree char *count = describe_count (lieudit_gazetteer_get_n_places (installed));

      adw_action_row_set_subtitle (self->installed_row, count);
    }

  self->gazetteers = g_object_ref (gazetteers);
  self->places = g_object_ref (places);
  lieudit_own_places_group_set_model (self->own_group, places, history);
  gtk_list_box_bind_model (self->imported_list, G_LIST_MODEL (gazetteers), create_row, NULL, NULL);
  g_signal_connect_object (places, "items-changed", G_CALLBACK (show_own_count), self, G_CONNECT_SWAPPED);
  show_own_count (self);
}

/**
 * lieudit_gazetteers_page_import_files:
 * @self: a page with a model
 * @files: (element-type GFile): files of places
 *
 * Makes one gazetteer of files, as when they are chosen or dropped. While one
 * is made, it makes no other.
 */
void
lieudit_gazetteers_page_import_files (LieuditGazetteersPage *self,
                                      GListModel            *files)
{
  g_autoptr(LieuditGazetteerImport) import = NULL;
  guint n_files = g_list_model_get_n_items (files);

  g_return_if_fail (LIEUDIT_IS_GAZETTEERS_PAGE (self));
  g_return_if_fail (self->gazetteers != NULL);

  if (self->import != NULL)
    {
      show_message (self, _("Wait until the other gazetteer is added."));
      return;
    }

  import = lieudit_gazetteer_import_new (lieudit_user_gazetteers_get_folder (self->gazetteers));
  for (guint i = 0; i < n_files; i++)
    {
      g_autoptr(GFile) file = g_list_model_get_item (files, i);

      if (g_file_peek_path (file) == NULL)
        {
          show_message (self, _("Only files on this computer can be added: download it first."));
          return;
        }
      lieudit_gazetteer_import_add_file (import, g_file_peek_path (file));
    }
  if (n_files == 0 || !lieudit_user_gazetteers_is_name (lieudit_gazetteer_import_get_name (import)))
    {
      show_message (self, _("A gazetteer takes the name of its file: give the file a shorter, plain name."));
      return;
    }

  clear_report (self);
  self->import = g_steal_pointer (&import);
  self->cancellable = g_cancellable_new ();
  adw_action_row_set_subtitle (self->progress_row, lieudit_gazetteer_import_get_name (self->import));
  set_importing (self, TRUE);
  lieudit_gazetteer_import_run_async (self->import, self->cancellable, end_import, g_object_ref (self));
}

/**
 * lieudit_gazetteers_page_is_importing:
 * @self: a page
 *
 * Returns: whether a gazetteer is being made
 */
gboolean
lieudit_gazetteers_page_is_importing (LieuditGazetteersPage *self)
{
  g_return_val_if_fail (LIEUDIT_IS_GAZETTEERS_PAGE (self), FALSE);

  return self->import != NULL;
}
