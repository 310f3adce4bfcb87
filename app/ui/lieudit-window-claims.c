/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-window-private.h"

#include <string.h>

#include <glib/gi18n.h>

#include "claims/lieudit-claims-report.h"
#include "export/lieudit-json-export.h"

static LieuditApplication *
get_application (LieuditWindow *self)
{
  return LIEUDIT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
}

static LieuditReviewState
get_review (LieuditClaim  *claim,
            const char   **reason,
            gpointer       data)
{
  LieuditWindow *self = data;

  return lieudit_claim_reviews_get (lieudit_session_get_reviews (self->session), lieudit_claim_get_start_code_point (claim),
                                    lieudit_claim_get_end_code_point (claim), lieudit_claim_get_relation (claim), reason);
}

/* What the editor has dismissed is no longer underlined. */
static void
reviewed_cb (LieuditWindow *self)
{
  g_autoptr(GPtrArray) claims = g_ptr_array_new_with_free_func (g_object_unref);

  for (guint i = 0; self->claims != NULL && i < self->claims->len; i++)
    {
      LieuditClaim *claim = g_ptr_array_index (self->claims, i);
      const char *reason = NULL;

      if (get_review (claim, &reason, self) != LIEUDIT_REVIEW_DISMISSED)
        g_ptr_array_add (claims, g_object_ref (claim));
    }
  lieudit_reader_set_claims (self->reader, claims);
}

static void
show_claims (LieuditWindow *self,
             GPtrArray     *claims)
{
  g_clear_pointer (&self->claims, g_ptr_array_unref);
  self->claims = claims != NULL ? g_ptr_array_ref (claims) : NULL;

  reviewed_cb (self);
  lieudit_map_view_take_claim (self->map_view, NULL, NULL, LIEUDIT_VERDICT_CANNOT_CHECK);
  lieudit_claim_pane_set_claims (self->claim_pane, claims, self->session);
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-claims", claims != NULL && claims->len > 0);
}

static void
checked_cb (GObject      *source,
            GAsyncResult *result,
            gpointer      user_data)
{
  g_autoptr(LieuditWindow) self = LIEUDIT_WINDOW (user_data);
  g_autoptr(GError) error = NULL;
  g_autoptr(GPtrArray) claims = lieudit_geography_check_run_finish (LIEUDIT_GEOGRAPHY_CHECK (source), result, &error);

  if (claims != NULL && !g_cancellable_is_cancelled (g_task_get_cancellable (G_TASK (result))))
    show_claims (self, claims);
  else if (error != NULL && !g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED))
    lieudit_window_show_message (self, error->message);
}

/* An article is checked as soon as its places are known, as it is read anyhow. */
static void
analysis_changed_cb (LieuditWindow *self)
{
  LieuditAnalysis *analysis = lieudit_selection_get_analysis (self->selection);
  LieuditGazetteer *gazetteer;

  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  if (get_application (self) == NULL)
    return;

  show_claims (self, NULL);
  gazetteer = lieudit_application_get_gazetteer (get_application (self), NULL);
  if (analysis == NULL || gazetteer == NULL)
    return;

  self->checking = g_cancellable_new ();
  lieudit_geography_check_run_async (self->check, gazetteer, analysis, self->checking, checked_cb, g_object_ref (self));
}

static void
check_geography_action (GtkWidget  *widget,
                        const char *action_name,
                        GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);

  gtk_stack_set_visible_child_name (self->side_stack, "claims");
  lieudit_desk_set_places_visible (self->desk, TRUE);
  gtk_widget_child_focus (GTK_WIDGET (self->claim_pane), GTK_DIR_TAB_FORWARD);
}

static void
close_check_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);

  gtk_stack_set_visible_child_name (self->side_stack, "places");
  lieudit_map_view_take_claim (self->map_view, NULL, NULL, LIEUDIT_VERDICT_CANNOT_CHECK);
  gtk_widget_grab_focus (GTK_WIDGET (self->place_list));
}

/**
 * lieudit_window_show_claim:
 * @self: a window
 * @claim: a claim of its article
 *
 * Draws a claim on the map and turns the article to its words.
 */
void
lieudit_window_show_claim (LieuditWindow *self,
                           LieuditClaim  *claim)
{
  int index = lieudit_claim_get_subject_index (claim);
  g_autoptr(GError) error = NULL;
  g_autoptr(LieuditMention) mention = NULL;
  LieuditAnalysis *analysis = lieudit_selection_get_analysis (self->selection);

  g_return_if_fail (LIEUDIT_IS_WINDOW (self));

  if (index < 0 && lieudit_claim_get_n_objects (claim) > 0)
    index = lieudit_claim_get_object_index (claim, 0);
  if (index >= 0 && analysis != NULL)
    mention = g_list_model_get_item (lieudit_analysis_get_mentions (analysis), (guint) index);
  if (mention != NULL)
    lieudit_selection_select_mention (self->selection, mention);

  lieudit_desk_show_page (self->desk, "map");
  lieudit_map_view_take_claim (self->map_view, lieudit_geography_check_draw (self->check, claim, &error),
                               lieudit_claim_get_measure (claim), lieudit_claim_get_verdict (claim));
}

static void
write_members (LieuditJsonWriter *writer,
               gpointer           data)
{
  lieudit_claims_write_json (data, writer);
}

/* The format follows from the name; a page is what an editor can file. */
static char *
write_report (LieuditWindow *self,
              const char    *name)
{
  LieuditClaimsReport report = { self->claims, get_review, self };
  LieuditAnalysis *analysis = lieudit_selection_get_analysis (self->selection);
  const char *title = lieudit_article_get_title (self->article);

  if (g_str_has_suffix (name, ".csv"))
    return lieudit_claims_report_csv (&report, title, TRUE);
  if (g_str_has_suffix (name, ".json"))
    return lieudit_export_json_with (analysis, title, TRUE, write_members, &report);

  return lieudit_claims_report_html (&report, analysis, title);
}

static void
export_response_cb (LieuditWindow        *self,
                    int                   response,
                    GtkFileChooserNative *native)
{
  if (response == GTK_RESPONSE_ACCEPT && self->claims != NULL)
    {
      g_autoptr(GFile) file = gtk_file_chooser_get_file (GTK_FILE_CHOOSER (native));
      g_autofree char *name = g_file_get_basename (file);
      char *report = write_report (self, name);
      g_autoptr(GBytes) contents = g_bytes_new_take (report, strlen (report));

      lieudit_window_write_file (self, file, contents);
    }

  g_object_unref (native);
}

static void
export_claims_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  GtkFileChooserNative *native = lieudit_window_new_export_dialog (self, _("Save a Report: HTML, CSV or JSON"), ".html",
                                                                   G_CALLBACK (export_response_cb));

  gtk_native_dialog_show (GTK_NATIVE_DIALOG (native));
}

/**
 * lieudit_window_class_init_claims:
 * @klass: the class of the window
 *
 * Installs the actions of the geography check.
 */
void
lieudit_window_class_init_claims (LieuditWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.check-geography", NULL, check_geography_action);
  gtk_widget_class_install_action (widget_class, "win.close-check", NULL, close_check_action);
  gtk_widget_class_install_action (widget_class, "win.export-claims", NULL, export_claims_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_g, GDK_CONTROL_MASK, "win.check-geography", NULL);
}

/**
 * lieudit_window_init_claims:
 * @self: a window
 *
 * Checks every article that is opened.
 */
void
lieudit_window_init_claims (LieuditWindow *self)
{
  self->check = lieudit_geography_check_new ();
  gtk_widget_action_set_enabled (GTK_WIDGET (self), "win.export-claims", FALSE);
  g_signal_connect_object (self->selection, "notify::analysis", G_CALLBACK (analysis_changed_cb), self, G_CONNECT_SWAPPED);
}

/**
 * lieudit_window_start_claims:
 * @self: a window that has got another article
 *
 * Follows what is said of the verdicts on it.
 */
void
lieudit_window_start_claims (LieuditWindow *self)
{
  g_signal_connect_object (lieudit_session_get_reviews (self->session), "changed", G_CALLBACK (reviewed_cb), self,
                           G_CONNECT_SWAPPED);
}

/**
 * lieudit_window_dispose_claims:
 * @self: a window
 *
 * Stops checking.
 */
void
lieudit_window_dispose_claims (LieuditWindow *self)
{
  g_cancellable_cancel (self->checking);
  g_clear_object (&self->checking);
  g_clear_object (&self->check);
  g_clear_pointer (&self->claims, g_ptr_array_unref);
}
