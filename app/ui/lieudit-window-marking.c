/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Places that nobody found: words that the person marks, and spots that they point at on the map. */
#include "config.h"

#include "lieudit-window-private.h"

#include <glib/gi18n.h>

#include "session/lieudit-user-place-change.h"

/* Longer stretches are no names. */
#define MOST_CODE_POINTS 200

/* Without the white space that selecting takes along. */
static gboolean
trim (const char *text,
      gsize      *start,
      gsize      *end)
{
  while (*start < *end && g_unichar_isspace (g_utf8_get_char (g_utf8_offset_to_pointer (text, (glong) *start))))
    (*start)++;
  while (*start < *end && g_unichar_isspace (g_utf8_get_char (g_utf8_offset_to_pointer (text, (glong) *end - 1))))
    (*end)--;

  return *start < *end;
}

static void
mark_place_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  LieuditAnalysis *analysis = lieudit_selection_get_analysis (self->selection);
  g_autoptr(LieuditDecision) decision = lieudit_decision_new (LIEUDIT_DECISION_NOT_LOCATED, NULL);
  LieuditMention *mention;
  gsize start, end;

  if (analysis == NULL || !lieudit_window_may_decide (self))
    return;
  if (!lieudit_reader_get_selected_range (self->reader, &start, &end) ||
      !trim (lieudit_article_get_text (self->article), &start, &end))
    {
      lieudit_window_show_message (self, _("Select the words of the article first that name the place."));
      return;
    }
  if (end - start > MOST_CODE_POINTS)
    {
      lieudit_window_show_message (self, _("This is too long for a name: select fewer words."));
      return;
    }

  lieudit_decisions_mark (lieudit_session_get_decisions (self->session), start, end, decision,
                          lieudit_session_get_history (self->session));
  lieudit_window_show_change (self);

  /* Which place that is comes next; who does not know presses Escape. */
  mention = lieudit_analysis_get_mention_at (lieudit_selection_get_analysis (self->selection), start);
  if (mention == NULL)
    return;
  lieudit_selection_select_mention (self->selection, mention);
  gtk_widget_activate_action (widget, "win.choose-place", NULL);
}

static LieuditUserPlace *
make_place (LieuditWindow *self,
            const char    *name,
            double         latitude,
            double         longitude)
{
  LieuditFoundPlace *found = lieudit_selection_get_place (self->selection);
  LieuditLanguage language = lieudit_analysis_get_language (lieudit_selection_get_analysis (self->selection));
  LieuditUserPlace *place = lieudit_user_place_new (NULL, latitude, longitude);
  const char *names[] = { name, NULL };

  if (language == LIEUDIT_LANGUAGE_UNKNOWN)
    language = lieudit_language_of_reader ();
  lieudit_user_place_set_names (place, language, names);
  lieudit_user_place_set_feature_code (place, found != NULL ? lieudit_place_get_feature_code (lieudit_found_place_get_place (found))
                                                            : "PPL");

  return place;
}

/* Until places are looked for again, a pin shows where it is. */
static void
saved_as (LieuditWindow    *self,
          LieuditUserPlace *place)
{
  g_free (self->pinned_id);
  self->pinned_id = g_strdup (lieudit_user_place_get_id (place));
  lieudit_map_view_reveal_spot (self->map_view,
                                lieudit_user_place_get_latitude (place), lieudit_user_place_get_longitude (place),
                                lieudit_user_place_get_name (place, lieudit_language_of_reader ()));
  lieudit_window_show_change (self);
}

/* A place of the person's own is moved, or each time it is put somewhere there would be one more of it. */
static gboolean
move_own_place (LieuditWindow *self,
                double         latitude,
                double         longitude)
{
  LieuditApplication *application = LIEUDIT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  LieuditUserPlaces *places = lieudit_application_get_user_places (application);
  LieuditFoundPlace *found = lieudit_selection_get_place (self->selection);
  const char *id = found != NULL ? lieudit_place_get_id (lieudit_found_place_get_place (found)) : NULL;
  LieuditUserPlace *before = id != NULL ? lieudit_user_places_lookup (places, id) : NULL;
  g_autoptr(LieuditUserPlace) after = NULL;
  g_autoptr(GError) error = NULL;

  if (before == NULL)
    return FALSE;

  after = lieudit_user_place_copy (before);
  lieudit_user_place_set_coordinates (after, latitude, longitude);
  if (lieudit_change_user_place (lieudit_session_get_history (self->session), places, before, after, &error))
    saved_as (self, after);
  else
    lieudit_window_show_message (self, error->message);

  return TRUE;
}

/* The place is made after it was decided for, so that all is shown at once: when places are looked for again. */
static void
put_place_here_action (GtkWidget  *widget,
                       const char *action_name,
                       GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);
  LieuditApplication *application = LIEUDIT_APPLICATION (gtk_window_get_application (GTK_WINDOW (self)));
  LieuditHistory *history = self->session != NULL ? lieudit_session_get_history (self->session) : NULL;
  g_autoptr(GListModel) mentions = lieudit_window_dup_selected_mentions (self);
  g_autoptr(LieuditMention) first = NULL;
  g_autoptr(LieuditUserPlace) place = NULL;
  g_autoptr(LieuditPlaceReference) reference = NULL;
  g_autoptr(LieuditDecision) decision = NULL;
  g_autoptr(GError) error = NULL;
  double latitude, longitude;

  if (mentions == NULL || !lieudit_window_may_decide (self))
    return;

  g_variant_get (parameter, "(dd)", &latitude, &longitude);
  if (move_own_place (self, latitude, longitude))
    return;

  first = g_list_model_get_item (mentions, 0);
  place = make_place (self, lieudit_mention_get_text (first), latitude, longitude);
  reference = lieudit_place_reference_new (lieudit_user_place_get_id (place), lieudit_mention_get_text (first),
                                           latitude, longitude, lieudit_user_place_get_feature_code (place), NULL);
  decision = lieudit_decision_new (LIEUDIT_DECISION_PLACE, reference);

  lieudit_history_begin_group (history);
  lieudit_decisions_decide (lieudit_session_get_decisions (self->session), lieudit_selection_get_analysis (self->selection),
                            mentions, LIEUDIT_SCOPE_NAME, decision, history);
  lieudit_change_user_place (history, lieudit_application_get_user_places (application), NULL, place, &error);
  lieudit_history_end_group (history);

  if (error != NULL)
    {
      lieudit_history_undo (history, NULL);
      lieudit_window_show_message (self, error->message);
      return;
    }

  saved_as (self, place);
}

/**
 * lieudit_window_class_init_marking:
 * @klass: the class of the window
 *
 * Installs the actions that make places where none were found.
 */
void
lieudit_window_class_init_marking (LieuditWindowClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.mark-place", NULL, mark_place_action);
  gtk_widget_class_install_action (widget_class, "win.put-place-here", "(dd)", put_place_here_action);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_m, GDK_CONTROL_MASK, "win.mark-place", NULL);
}
