/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "places/lieudit-place-facts.h"

#include <string.h>

#include <glib/gi18n.h>

#include "gazetteer/lieudit-place-links.h"
#include "geo/lieudit-coordinates.h"
#include "lieudit-direction.h"
#include "lieudit-place-description.h"

struct _LieuditPlaceFacts
{
  GtkWidget  parent_instance;

  GtkBox    *box;
  GtkBox    *names_box;

  LieuditPlace    *place;
  LieuditLanguage  language;
  GPtrArray       *names; /* of the rows in names_box, as the gazetteer orders them */
};

G_DEFINE_TYPE (LieuditPlaceFacts, lieudit_place_facts, GTK_TYPE_WIDGET)

static const struct {
  LieuditLanguage language;
  const char     *title;
} languages[] = {
  { LIEUDIT_LANGUAGE_FRENCH, N_("French") },
  { LIEUDIT_LANGUAGE_ENGLISH, N_("English") },
  { LIEUDIT_LANGUAGE_ARABIC, N_("Arabic") },
  { LIEUDIT_LANGUAGE_TRANSLITERATION, N_("Arabic in Latin letters") },
  { LIEUDIT_LANGUAGE_TURKISH, N_("Turkish") },
};

static const struct {
  LieuditCoordinatesNotation notation;
  const char                *title;
} notations[] = {
  { LIEUDIT_COORDINATES_DECIMAL, N_("Decimal degrees") },
  { LIEUDIT_COORDINATES_SEXAGESIMAL, N_("Degrees, minutes, seconds") },
  { LIEUDIT_COORDINATES_URI, N_("Address for maps") },
};

static void
copy_clicked_cb (GtkWidget *button,
                 gpointer   user_data)
{
  gdk_clipboard_set_text (gtk_widget_get_clipboard (button), user_data);
}

static GtkWidget *
make_label (const char *text,
            const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "wrap", TRUE,
                                   "wrap-mode", PANGO_WRAP_WORD_CHAR,
                                   "xalign", 0.0,
                                   NULL);

  gtk_widget_add_css_class (label, css_class);

  return label;
}

static GtkWidget *
append_copied (GtkBox     *box,
               const char *title,
               const char *text)
{
  GtkBox *row = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  GtkBox *column = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 0));
  GtkWidget *button = gtk_button_new_from_icon_name ("edit-copy-symbolic");
  /* Translators: a name or coordinates that a button copies */
  g_autofree char *label = g_strdup_printf (_("Copy “%s”"), text);
  g_autofree char *fact = lieudit_direction_keep_left_to_right (text);

  gtk_widget_set_hexpand (GTK_WIDGET (column), TRUE);
  gtk_box_append (column, make_label (title, "caption"));
  gtk_box_append (column, make_label (fact, "fact"));
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_signal_connect_data (button, "clicked", G_CALLBACK (copy_clicked_cb), g_strdup (text),
                         (GClosureNotify) (void (*) (void)) g_free, 0);

  gtk_box_append (row, GTK_WIDGET (column));
  gtk_box_append (row, button);
  gtk_box_append (box, GTK_WIDGET (row));

  return GTK_WIDGET (row);
}

/* Once that is saved, and undone as well, lieudit_place_facts_show_spelling() shows what holds. */
static void
spelling_clicked_cb (LieuditPlaceFacts *self,
                     GtkToggleButton   *button)
{
  gboolean chosen = gtk_toggle_button_get_active (button);
  GVariant *spelling = g_variant_new ("(ssssb)", lieudit_place_get_id (self->place),
                                      lieudit_place_get_name (self->place, lieudit_language_of_reader ()),
                                      lieudit_language_to_tag (self->language), g_object_get_data (G_OBJECT (button), "name"),
                                      chosen);

  gtk_toggle_button_set_active (button, !chosen);
  gtk_widget_activate_action_variant (GTK_WIDGET (button), "win.choose-spelling", spelling);
}

static GtkWidget *
make_spelling_button (LieuditPlaceFacts *self,
                      const char        *name)
{
  GtkWidget *button = gtk_toggle_button_new ();
  /* Translators: a name that a newsroom writes in preference to the others */
  g_autofree char *label = g_strdup_printf (_("House Spelling “%s”"), name);

  gtk_widget_add_css_class (button, "flat");
  gtk_widget_add_css_class (button, "circular");
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "name", g_strdup (name), g_free);
  g_signal_connect_object (button, "clicked", G_CALLBACK (spelling_clicked_cb), self, G_CONNECT_SWAPPED);

  return button;
}

static void
append_names (LieuditPlaceFacts *self,
              LieuditPlace      *place)
{
  self->names_box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_box_append (self->box, GTK_WIDGET (self->names_box));
  for (gsize i = 0; i < G_N_ELEMENTS (languages); i++)
    {
      g_auto(GStrv) names = lieudit_place_dup_names (place, languages[i].language);
      GtkWidget *row;

      if (names == NULL || names[0] == NULL)
        continue;

      row = append_copied (self->names_box, _(languages[i].title), names[0]);
      gtk_box_append (GTK_BOX (row), make_spelling_button (self, names[0]));
      g_ptr_array_add (self->names, row);
    }
}

static void
append_coordinates (LieuditPlaceFacts *self,
                    LieuditPlace      *place)
{
  double uncertainty_km = lieudit_place_get_uncertainty_km (place);
  LieuditCoordinates coordinates = { lieudit_place_get_latitude (place), lieudit_place_get_longitude (place), -1.0 };

  if (uncertainty_km > 0)
    coordinates.uncertainty = uncertainty_km * 1000;

  for (gsize i = 0; i < G_N_ELEMENTS (notations); i++)
    {
      g_autofree char *text = lieudit_coordinates_format (&coordinates, notations[i].notation);

      append_copied (self->box, _(notations[i].title), text);
    }
}

static void
append_source (LieuditPlaceFacts *self,
               LieuditPlace      *place)
{
  g_autofree char *uncertainty = lieudit_describe_uncertainty (place);
  const char *source = lieudit_place_get_source (place);

  if (uncertainty != NULL)
    {
      /* Translators: how exactly a place is known: "within 500 m" */
      g_autofree char *text = g_strdup_printf (_("Known %s"), uncertainty);

      gtk_box_append (self->box, make_label (text, "caption"));
    }
  if (source != NULL && *source != '\0')
    {
      /* Translators: where the facts about a place come from, such as "geonames:169577" */
      g_autofree char *text = g_strdup_printf (_("Source: %s"), source);

      gtk_box_append (self->box, make_label (text, "caption"));
    }
}

static void
append_link (GtkBox     *box,
             const char *title,
             char       *uri)
{
  GtkWidget *link;

  if (uri == NULL)
    return;

  link = gtk_link_button_new_with_label (uri, title);
  gtk_widget_set_halign (link, GTK_ALIGN_START);
  gtk_box_append (box, link);
  g_free (uri);
}

static void
append_links (LieuditPlaceFacts *self,
              LieuditPlace      *place,
              LieuditLanguage    language)
{
  append_link (self->box, _("OpenStreetMap"), lieudit_place_dup_openstreetmap_uri (place));
  append_link (self->box, _("GeoNames"), lieudit_place_dup_geonames_uri (place));
  append_link (self->box, _("Wikipedia"), lieudit_place_dup_wikipedia_uri (place, language));
}

static void
lieudit_place_facts_dispose (GObject *object)
{
  LieuditPlaceFacts *self = LIEUDIT_PLACE_FACTS (object);

  if (self->box != NULL)
    gtk_widget_unparent (GTK_WIDGET (self->box));
  self->box = NULL;
  g_clear_object (&self->place);
  g_clear_pointer (&self->names, g_ptr_array_unref);

  G_OBJECT_CLASS (lieudit_place_facts_parent_class)->dispose (object);
}

static void
lieudit_place_facts_class_init (LieuditPlaceFactsClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->dispose = lieudit_place_facts_dispose;

  gtk_widget_class_set_css_name (widget_class, "place-facts");
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
}

static void
lieudit_place_facts_init (LieuditPlaceFacts *self)
{
  self->names = g_ptr_array_new ();
  self->box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 3));
  gtk_widget_set_parent (GTK_WIDGET (self->box), GTK_WIDGET (self));
}

/**
 * lieudit_place_facts_new:
 *
 * Makes what lists the facts about a place.
 *
 * Returns: (transfer floating): the list, empty
 */
GtkWidget *
lieudit_place_facts_new (void)
{
  return g_object_new (LIEUDIT_TYPE_PLACE_FACTS, NULL);
}

/**
 * lieudit_place_facts_set_place:
 * @self: a list of facts
 * @place: a place
 * @language: the language to read more in
 *
 * Lists the facts about a place.
 */
void
lieudit_place_facts_set_place (LieuditPlaceFacts *self,
                               LieuditPlace      *place,
                               LieuditLanguage    language)
{
  GtkWidget *child;

  g_return_if_fail (LIEUDIT_IS_PLACE_FACTS (self));
  g_return_if_fail (LIEUDIT_IS_PLACE (place));

  g_set_object (&self->place, place);
  self->language = language;
  g_ptr_array_set_size (self->names, 0);
  while ((child = gtk_widget_get_first_child (GTK_WIDGET (self->box))) != NULL)
    gtk_box_remove (self->box, child);

  append_names (self, place);
  append_coordinates (self, place);
  append_source (self, place);
  append_links (self, place, language);
}

static void
show_chosen (GtkWidget *toggle,
             gboolean   chosen)
{
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (toggle), chosen);
  gtk_button_set_icon_name (GTK_BUTTON (toggle), chosen ? "starred-symbolic" : "non-starred-symbolic");
}

/**
 * lieudit_place_facts_show_spelling:
 * @self: a list of facts
 * @spellings: (nullable): how the newsroom writes places
 *
 * Marks the name that the newsroom writes, and puts it first. The keyboard
 * stays where it is.
 */
void
lieudit_place_facts_show_spelling (LieuditPlaceFacts     *self,
                                   LieuditHouseSpellings *spellings)
{
  const char *house = NULL;
  GtkWidget *last_chosen = NULL;

  g_return_if_fail (LIEUDIT_IS_PLACE_FACTS (self));
  g_return_if_fail (self->place != NULL);
  g_return_if_fail (spellings == NULL || LIEUDIT_IS_HOUSE_SPELLINGS (spellings));

  if (spellings != NULL)
    house = lieudit_house_spellings_lookup (spellings, lieudit_place_get_id (self->place), self->language);

  for (guint i = 0; i < self->names->len; i++)
    {
      GtkWidget *row = g_ptr_array_index (self->names, i);
      GtkWidget *toggle = gtk_widget_get_last_child (row);
      gboolean chosen = house != NULL && g_str_equal (g_object_get_data (G_OBJECT (toggle), "name"), house);

      show_chosen (toggle, chosen);
      gtk_box_reorder_child_after (self->names_box, row,
                                   chosen ? last_chosen : gtk_widget_get_last_child (GTK_WIDGET (self->names_box)));
      if (chosen)
        last_chosen = row;
    }
}
