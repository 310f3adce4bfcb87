/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "own-places/lieudit-place-editor.h"

#include <glib/gi18n.h>
#include <string.h>

#include "gazetteer/lieudit-feature.h"
#include "lieudit-direction.h"
#include "own-places/lieudit-name-row.h"
#include "session/lieudit-user-place-change.h"

/**
 * LieuditPlaceEditor:
 *
 * A dialog in which the person adds a place or changes one of theirs. What is
 * typed is checked while it is typed, and kept when it cannot be saved.
 */
struct _LieuditPlaceEditor
{
  AdwWindow            parent_instance;

  GtkWidget           *save_button;
  AdwEntryRow         *coordinates_row;
  GtkLabel            *coordinates_label;
  AdwComboRow         *kind_row;
  AdwPreferencesGroup *names_group;
  GtkWidget           *add_name_button;
  GtkTextBuffer       *note_buffer;
  GtkLabel            *problem_label;

  LieuditUserPlaces   *places;
  LieuditHistory      *history;
  LieuditUserPlace    *place; /* %NULL to add one */
  GPtrArray           *name_rows;
  char                *other_kind; /* of @place, when it is none of those below */
};

enum {
  SAVED,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_FINAL_TYPE (LieuditPlaceEditor, lieudit_place_editor, ADW_TYPE_WINDOW)

/* What a person is likely to add, of the GeoNames feature codes: the usual ones first. */
static const char * const kinds[] = {
  "PPL", "PPLX", "CMPRF", "PPLQ", "HLL", "MT", "VAL", "STM", "LK", "DAM", "BDG", "RD", "RDJCT", "PSTB", "PSTM", "INSM",
  "AIRB", "AIRP", "PRT", "BLDG", "HSP", "PRN", "MSQE", "CH", "RUIN", "HSTS", "FRM", "ADM3", "RGN",
};

static void
append_kind (GtkStringList *list,
             const char    *code)
{
  g_autofree char *title = lieudit_feature_dup_title (code);

  gtk_string_list_append (list, title);
}

static void
fill_kinds (LieuditPlaceEditor *self)
{
  g_autoptr(GtkStringList) list = gtk_string_list_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    append_kind (list, kinds[i]);
  if (self->other_kind != NULL)
    append_kind (list, self->other_kind);
  adw_combo_row_set_model (self->kind_row, G_LIST_MODEL (list));
}

static void
select_kind (LieuditPlaceEditor *self,
             const char         *code)
{
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      if (strcmp (kinds[i], code) == 0)
        {
          adw_combo_row_set_selected (self->kind_row, i);
          return;
        }
    }

  g_free (self->other_kind);
  self->other_kind = g_strdup (code);
  fill_kinds (self);
  adw_combo_row_set_selected (self->kind_row, G_N_ELEMENTS (kinds));
}

static const char *
get_kind (LieuditPlaceEditor *self)
{
  guint selected = adw_combo_row_get_selected (self->kind_row);

  if (selected < G_N_ELEMENTS (kinds))
    return kinds[selected];

  return self->other_kind != NULL ? self->other_kind : kinds[0];
}

static gboolean
parse_coordinates (LieuditPlaceEditor  *self,
                   LieuditCoordinates  *coordinates,
                   GError             **error)
{
  return lieudit_coordinates_parse (gtk_editable_get_text (GTK_EDITABLE (self->coordinates_row)), coordinates, error);
}

static gboolean
has_name (LieuditPlaceEditor *self)
{
  for (guint i = 0; i < self->name_rows->len; i++)
    {
      g_autofree char *name = lieudit_name_row_dup_name (g_ptr_array_index (self->name_rows, i));

      if (*name != '\0')
        return TRUE;
    }

  return FALSE;
}

static void
set_problem (LieuditPlaceEditor *self,
             const char         *problem)
{
  gtk_label_set_label (self->problem_label, problem != NULL ? problem : "");
  gtk_widget_set_visible (GTK_WIDGET (self->problem_label), problem != NULL);
}

static void
set_css_class (GtkWidget  *widget,
               const char *css_class,
               gboolean    has_class)
{
  if (has_class)
    gtk_widget_add_css_class (widget, css_class);
  else
    gtk_widget_remove_css_class (widget, css_class);
}

/* Below the entry stands what was understood, or what is wrong. */
static void
input_changed_cb (LieuditPlaceEditor *self)
{
  LieuditCoordinates coordinates;
  g_autoptr(GError) error = NULL;
  g_autofree char *understood = NULL;
  gboolean is_valid = parse_coordinates (self, &coordinates, &error);
  gboolean is_wrong = !is_valid && !g_error_matches (error, LIEUDIT_COORDINATES_ERROR, LIEUDIT_COORDINATES_ERROR_EMPTY);

  if (is_valid)
    understood = lieudit_coordinates_format (&coordinates, LIEUDIT_COORDINATES_SEXAGESIMAL);
  gtk_label_set_label (self->coordinates_label, is_valid ? understood : error->message);

  set_css_class (GTK_WIDGET (self->coordinates_row), "error", is_wrong);
  set_css_class (GTK_WIDGET (self->coordinates_label), "error", is_wrong);
  set_css_class (GTK_WIDGET (self->coordinates_label), "dim-label", !is_wrong);
  gtk_accessible_update_state (GTK_ACCESSIBLE (self->coordinates_row), GTK_ACCESSIBLE_STATE_INVALID,
                               is_wrong ? GTK_ACCESSIBLE_INVALID_TRUE : GTK_ACCESSIBLE_INVALID_FALSE, -1);

  set_problem (self, NULL);
  gtk_widget_set_sensitive (self->save_button, is_valid && has_name (self));
}

/* Rows with buttons would give the focus to the first of them while they are not shown yet. */
static void
focus_row (gpointer row)
{
  gtk_widget_grab_focus (GTK_WIDGET (gtk_editable_get_delegate (GTK_EDITABLE (row))));
}

static void
name_removed_cb (LieuditPlaceEditor *self,
                 LieuditNameRow     *row)
{
  guint index = 0;

  g_ptr_array_find (self->name_rows, row, &index);
  g_ptr_array_remove (self->name_rows, row);
  adw_preferences_group_remove (self->names_group, GTK_WIDGET (row));

  if (self->name_rows->len > 0)
    focus_row (g_ptr_array_index (self->name_rows, MIN (index, self->name_rows->len - 1)));
  else
    gtk_widget_grab_focus (self->add_name_button);
  input_changed_cb (self);
}

static GtkWidget *
add_name_row (LieuditPlaceEditor *self,
              const char         *name,
              LieuditLanguage     language)
{
  GtkWidget *row = lieudit_name_row_new (name, language);

  g_signal_connect_object (row, "changed", G_CALLBACK (input_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (row, "removed", G_CALLBACK (name_removed_cb), self, G_CONNECT_SWAPPED);
  adw_preferences_group_add (self->names_group, row);
  g_ptr_array_add (self->name_rows, row);

  return row;
}

/* The next name is likely to be in a language that has none yet. */
static LieuditLanguage
guess_next_language (LieuditPlaceEditor *self)
{
  static const LieuditLanguage languages[] = {
    LIEUDIT_LANGUAGE_ARABIC, LIEUDIT_LANGUAGE_FRENCH, LIEUDIT_LANGUAGE_ENGLISH, LIEUDIT_LANGUAGE_TURKISH,
  };

  for (guint i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      gboolean is_taken = FALSE;

      for (guint j = 0; j < self->name_rows->len; j++)
        is_taken |= lieudit_name_row_get_language (g_ptr_array_index (self->name_rows, j)) == languages[i];
      if (!is_taken)
        return languages[i];
    }

  return LIEUDIT_LANGUAGE_UNKNOWN;
}

static void
add_name_clicked_cb (LieuditPlaceEditor *self)
{
  GtkWidget *row = add_name_row (self, NULL, guess_next_language (self));

  focus_row (row);
}

static void
collect_names (LieuditPlaceEditor *self,
               LieuditUserPlace   *place)
{
  for (guint language = 0; language < LIEUDIT_N_LANGUAGES; language++)
    {
      g_autoptr(GStrvBuilder) builder = g_strv_builder_new ();
      g_auto(GStrv) names = NULL;

      for (guint i = 0; i < self->name_rows->len; i++)
        {
          LieuditNameRow *row = g_ptr_array_index (self->name_rows, i);

          if (lieudit_name_row_get_language (row) == (LieuditLanguage) language)
            g_strv_builder_add (builder, gtk_editable_get_text (GTK_EDITABLE (row)));
        }
      names = g_strv_builder_end (builder);
      lieudit_user_place_set_names (place, (LieuditLanguage) language, (const char * const *) names);
    }
}

static LieuditUserPlace *
build_place (LieuditPlaceEditor        *self,
             const LieuditCoordinates  *coordinates)
{
  LieuditUserPlace *place;
  GtkTextIter start, end;
  g_autofree char *note = NULL;

  if (self->place != NULL)
    place = lieudit_user_place_copy (self->place);
  else
    place = lieudit_user_place_new (NULL, 0.0, 0.0);

  gtk_text_buffer_get_bounds (self->note_buffer, &start, &end);
  note = g_strstrip (gtk_text_buffer_get_text (self->note_buffer, &start, &end, FALSE));
  lieudit_user_place_set_coordinates (place, coordinates->latitude, coordinates->longitude);
  lieudit_user_place_set_feature_code (place, get_kind (self));
  lieudit_user_place_set_note (place, note);
  collect_names (self, place);

  return place;
}

static void
save_clicked_cb (LieuditPlaceEditor *self)
{
  g_autoptr(LieuditUserPlace) place = NULL;
  g_autoptr(GError) error = NULL;
  LieuditCoordinates coordinates;

  if (!parse_coordinates (self, &coordinates, &error))
    {
      set_problem (self, error->message);
      return;
    }

  place = build_place (self, &coordinates);
  if (!lieudit_change_user_place (self->history, self->places, self->place, place, &error))
    {
      set_problem (self, error->message);
      return;
    }

  g_signal_emit (self, signals[SAVED], 0, place);
  gtk_window_close (GTK_WINDOW (self));
}

static void
lieudit_place_editor_dispose (GObject *object)
{
  LieuditPlaceEditor *self = LIEUDIT_PLACE_EDITOR (object);

  g_clear_object (&self->places);
  g_clear_object (&self->history);
  g_clear_object (&self->place);

  G_OBJECT_CLASS (lieudit_place_editor_parent_class)->dispose (object);
}

static void
lieudit_place_editor_finalize (GObject *object)
{
  LieuditPlaceEditor *self = LIEUDIT_PLACE_EDITOR (object);

  g_ptr_array_unref (self->name_rows);
  g_free (self->other_kind);

  G_OBJECT_CLASS (lieudit_place_editor_parent_class)->finalize (object);
}

static void
lieudit_place_editor_class_init (LieuditPlaceEditorClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lieudit_place_editor_dispose;
  G_OBJECT_CLASS (klass)->finalize = lieudit_place_editor_finalize;

  /**
   * LieuditPlaceEditor::saved:
   * @self: an editor
   * @place: a #LieuditUserPlace, as it is kept now
   *
   * The place was added or changed, and the history knows of it.
   */
  signals[SAVED] =
    g_signal_new ("saved", LIEUDIT_TYPE_PLACE_EDITOR, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, LIEUDIT_TYPE_USER_PLACE);

  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-place-editor.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceEditor, save_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceEditor, coordinates_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceEditor, coordinates_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceEditor, kind_row);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceEditor, names_group);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceEditor, add_name_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceEditor, note_buffer);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceEditor, problem_label);
  gtk_widget_class_bind_template_callback (widget_class, input_changed_cb);
  gtk_widget_class_bind_template_callback (widget_class, add_name_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, save_clicked_cb);
}

static void
lieudit_place_editor_init (LieuditPlaceEditor *self)
{
  self->name_rows = g_ptr_array_new ();

  gtk_widget_init_template (GTK_WIDGET (self));
  lieudit_direction_set_left_to_right (GTK_EDITABLE (self->coordinates_row));
  fill_kinds (self);
}

/**
 * lieudit_place_editor_new:
 * @places: the person's places
 * @history: where changes are remembered
 *
 * Makes a dialog that adds a place. It saves by itself.
 *
 * Returns: (transfer none): the dialog, which GTK keeps until it is closed
 */
LieuditPlaceEditor *
lieudit_place_editor_new (LieuditUserPlaces *places,
                          LieuditHistory    *history)
{
  LieuditPlaceEditor *self;

  g_return_val_if_fail (LIEUDIT_IS_USER_PLACES (places), NULL);
  g_return_val_if_fail (LIEUDIT_IS_HISTORY (history), NULL);

  self = g_object_new (LIEUDIT_TYPE_PLACE_EDITOR, NULL);
  self->places = g_object_ref (places);
  self->history = g_object_ref (history);
  add_name_row (self, NULL, lieudit_language_of_reader ());
  input_changed_cb (self);
  focus_row (self->coordinates_row);

  return self;
}

/**
 * lieudit_place_editor_set_place:
 * @self: a dialog that was just made
 * @place: one of the person's places
 *
 * Lets the dialog change a place instead of adding one.
 */
void
lieudit_place_editor_set_place (LieuditPlaceEditor *self,
                                LieuditUserPlace   *place)
{
  LieuditCoordinates coordinates = { 0.0, 0.0, -1.0 };

  g_return_if_fail (LIEUDIT_IS_PLACE_EDITOR (self));
  g_return_if_fail (LIEUDIT_IS_USER_PLACE (place));

  g_set_object (&self->place, place);
  gtk_window_set_title (GTK_WINDOW (self), _("Edit Place"));
  for (guint i = 0; i < self->name_rows->len; i++)
    adw_preferences_group_remove (self->names_group, g_ptr_array_index (self->name_rows, i));
  g_ptr_array_set_size (self->name_rows, 0);

  for (guint language = 0; language < LIEUDIT_N_LANGUAGES; language++)
    {
      const char * const *names = lieudit_user_place_get_names (place, (LieuditLanguage) language);

      for (gsize i = 0; names != NULL && names[i] != NULL; i++)
        add_name_row (self, names[i], (LieuditLanguage) language);
    }
  select_kind (self, lieudit_user_place_get_feature_code (place));
  if (lieudit_user_place_get_note (place) != NULL)
    gtk_text_buffer_set_text (self->note_buffer, lieudit_user_place_get_note (place), -1);

  coordinates.latitude = lieudit_user_place_get_latitude (place);
  coordinates.longitude = lieudit_user_place_get_longitude (place);
  lieudit_place_editor_set_coordinates (self, &coordinates);
}

/**
 * lieudit_place_editor_set_coordinates:
 * @self: a dialog
 * @coordinates: where the place is
 *
 * Writes coordinates into the dialog, where they can be changed, and moves on
 * to the name.
 */
void
lieudit_place_editor_set_coordinates (LieuditPlaceEditor       *self,
                                      const LieuditCoordinates *coordinates)
{
  g_autofree char *text = NULL;

  g_return_if_fail (LIEUDIT_IS_PLACE_EDITOR (self));
  g_return_if_fail (coordinates != NULL);

  text = lieudit_coordinates_format (coordinates, LIEUDIT_COORDINATES_DECIMAL);
  gtk_editable_set_text (GTK_EDITABLE (self->coordinates_row), text);
  focus_row (g_ptr_array_index (self->name_rows, 0));
}
