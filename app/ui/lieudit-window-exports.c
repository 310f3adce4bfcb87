/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The places, with the article, in a file of another program. */
#include "config.h"

#include "lieudit-window-private.h"

#include <glib/gi18n.h>

#include "export/lieudit-export-format.h"

#define FILTER_FORMAT "lieudit-format"

/* An ending that says nothing gets the one of the format that was picked. */
static GFile *
complete_file (GFile                     *file,
               const LieuditExportFormat *format)
{
  g_autofree char *name = g_file_get_basename (file);
  g_autofree char *complete = g_strconcat (name, format->ending, NULL);
  g_autoptr(GFile) folder = g_file_get_parent (file);

  return folder != NULL ? g_file_get_child (folder, complete) : g_object_ref (file);
}

static const LieuditExportFormat *
get_picked_format (GtkFileChooser *chooser)
{
  GtkFileFilter *filter = gtk_file_chooser_get_filter (chooser);

  return filter != NULL ? g_object_get_data (G_OBJECT (filter), FILTER_FORMAT) : NULL;
}

static void
export_to_file (LieuditWindow             *self,
                const LieuditExportFormat *format,
                GFile                     *file)
{
  GtkApplication *application = gtk_window_get_application (GTK_WINDOW (self));
  LieuditAnalysis *analysis = lieudit_selection_get_shown (self->selection);
  LieuditGazetteer *gazetteer = lieudit_application_get_gazetteer (LIEUDIT_APPLICATION (application), NULL);
  g_autofree char *filter = lieudit_place_filter_describe (lieudit_selection_get_filter (self->selection));
  LieuditExport what = { .analysis = analysis, .session = self->session, .gazetteer = gazetteer, .filter = filter, .pretty = TRUE };
  g_autoptr(GError) error = NULL;
  g_autoptr(GBytes) contents = NULL;

  if (analysis == NULL || gazetteer == NULL)
    return;

  lieudit_session_put_notes (self->session, analysis);
  contents = format->write (&what, &error);
  if (contents != NULL)
    lieudit_window_write_file (self, file, contents);
  else
    lieudit_window_show_message (self, error->message);
}

static void
export_response_cb (LieuditWindow        *self,
                    int                   response,
                    GtkFileChooserNative *native)
{
  g_autoptr(GFile) file = response == GTK_RESPONSE_ACCEPT ? gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native)) : NULL;

  if (file != NULL)
    {
      g_autofree char *name = g_file_get_basename (file);
      const LieuditExportFormat *picked = get_picked_format (GTK_FILE_CHOOSER (native));
      const LieuditExportFormat *named = lieudit_export_format_for_path (name);
      g_autoptr(GFile) complete = NULL;

      if (named != NULL)
        complete = g_object_ref (file);
      else if (picked != NULL)
        complete = complete_file (file, picked);

      if (complete != NULL)
        export_to_file (self, named != NULL ? named : picked, complete);
      else
        lieudit_window_show_message (self, _("The name’s ending does not tell the format. Take one such as .geojson, .kml or .html."));
    }

  g_object_unref (native);
}

static void
add_formats (GtkFileChooser *chooser)
{
  const LieuditExportFormat *formats;
  guint n_formats;

  formats = lieudit_export_formats_get (&n_formats);
  for (guint i = 0; i < n_formats; i++)
    {
      g_autoptr(GtkFileFilter) filter = gtk_file_filter_new ();
      g_autofree char *pattern = g_strconcat ("*", formats[i].ending, NULL);

      gtk_file_filter_set_name (filter, _(formats[i].title));
      gtk_file_filter_add_pattern (filter, pattern);
      g_object_set_data (G_OBJECT (filter), FILTER_FORMAT, (gpointer) &formats[i]);
      gtk_file_chooser_add_filter (chooser, filter);
      if (i == 0)
        gtk_file_chooser_set_filter (chooser, filter);
    }
}

static void
export_places_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  GtkFileChooserNative *native = lieudit_window_new_export_dialog (self, _("Export the Places"), ".geojson",
                                                                   G_CALLBACK (export_response_cb));

  add_formats (GTK_FILE_CHOOSER (native));
  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/*
 * lieudit_window_class_init_exports:
 * @klass: the class
 *
 * Installs the action that exports the places.
 */
void
lieudit_window_class_init_exports (LieuditWindowClass *klass)
{
  gtk_widget_class_install_action (GTK_WIDGET_CLASS (klass), "win.export-places", NULL, export_places_action);
}
