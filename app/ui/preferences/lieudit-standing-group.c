/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "preferences/lieudit-standing-group.h"

#include <glib/gi18n.h>

#include "lieudit-toast.h"

/* In words, what an item of the list is, and what it is to revoke it. */
typedef struct {
  char *title;
  char *subtitle;
  char *revoke_label;
} Description;

typedef void     (*Describe) (gpointer         item,
                              Description     *description);
typedef gboolean (*Revoke)   (gpointer         owner,
                              gpointer         item,
                              LieuditHistory  *history,
                              GError         **error);

/**
 * LieuditStandingGroup:
 *
 * Lists what the person said once and for all, what they always mean by names
 * or how they write places, and lets them revoke it.
 */
struct _LieuditStandingGroup
{
  AdwPreferencesGroup       parent_instance;

  GListModel               *model;
  GObject                  *owner; /* of what the model lists */
  LieuditHistory           *history;
  GPtrArray                *rows;
  Describe                  describe;
  Revoke                    revoke;
};

G_DEFINE_TYPE (LieuditStandingGroup, lieudit_standing_group, ADW_TYPE_PREFERENCES_GROUP)

static void
undo_cb (LieuditStandingGroup *self)
{
  g_autoptr(GError) error = NULL;

  if (!lieudit_history_undo (self->history, &error))
    lieudit_toast_show_in_preferences (lieudit_toast_new (error->message), GTK_WIDGET (self));
}

static void
revoke_clicked_cb (LieuditStandingGroup *self,
                   GtkWidget            *button)
{
  /* Revoking takes the row away. */
  g_autoptr(GObject) item = g_object_ref (g_object_get_data (G_OBJECT (button), "item"));
  g_autoptr(GError) error = NULL;
  AdwToast *toast;

  if (!self->revoke (self->owner, item, self->history, &error))
    {
      lieudit_toast_show_in_preferences (lieudit_toast_new (error->message), GTK_WIDGET (self));
      return;
    }

  toast = lieudit_toast_new_for_undo (self->history);
  g_signal_connect_object (toast, "button-clicked", G_CALLBACK (undo_cb), self, G_CONNECT_SWAPPED);
  lieudit_toast_show_in_preferences (toast, GTK_WIDGET (self));
}

static GtkWidget *
new_row (LieuditStandingGroup *self,
         GObject              *item)
{
  GtkWidget *row = adw_action_row_new ();
  GtkWidget *button = gtk_button_new_from_icon_name ("user-trash-symbolic");
  Description description = { NULL, NULL, NULL };
  g_autofree char *title = NULL;
  g_autofree char *subtitle = NULL;
  g_autofree char *label = NULL;

  self->describe (item, &description);
  title = g_markup_escape_text (description.title, -1);
  subtitle = g_markup_escape_text (description.subtitle, -1);
  label = g_steal_pointer (&description.revoke_label);
  g_free (description.title);
  g_free (description.subtitle);

  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_widget_set_valign (button, GTK_ALIGN_CENTER);
  gtk_widget_add_css_class (button, "flat");
  gtk_widget_set_tooltip_text (button, label);
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, label, -1);
  g_object_set_data_full (G_OBJECT (button), "item", g_object_ref (item), g_object_unref);
  g_signal_connect_object (button, "clicked", G_CALLBACK (revoke_clicked_cb), self, G_CONNECT_SWAPPED);
  adw_action_row_add_suffix (ADW_ACTION_ROW (row), button);

  return row;
}

static void
update_rows (LieuditStandingGroup *self)
{
  for (guint i = 0; i < self->rows->len; i++)
    adw_preferences_group_remove (ADW_PREFERENCES_GROUP (self), g_ptr_array_index (self->rows, i));
  g_ptr_array_set_size (self->rows, 0);

  for (guint i = 0; i < g_list_model_get_n_items (self->model); i++)
    {
      g_autoptr(GObject) item = g_list_model_get_item (self->model, i);
      GtkWidget *row = new_row (self, item);

      adw_preferences_group_add (ADW_PREFERENCES_GROUP (self), row);
      g_ptr_array_add (self->rows, row);
    }
  gtk_widget_set_visible (GTK_WIDGET (self), self->rows->len > 0);
}

static void
lieudit_standing_group_dispose (GObject *object)
{
  LieuditStandingGroup *self = LIEUDIT_STANDING_GROUP (object);

  g_clear_object (&self->model);
  g_clear_object (&self->owner);
  g_clear_object (&self->history);
  g_clear_pointer (&self->rows, g_ptr_array_unref);

  G_OBJECT_CLASS (lieudit_standing_group_parent_class)->dispose (object);
}

static void
lieudit_standing_group_class_init (LieuditStandingGroupClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lieudit_standing_group_dispose;
}

static void
lieudit_standing_group_init (LieuditStandingGroup *self)
{
  self->rows = g_ptr_array_new ();
}

static GtkWidget *
new_group (GListModel     *model,
           gpointer        owner,
           LieuditHistory *history,
           Describe        describe,
           Revoke          revoke)
{
  LieuditStandingGroup *self = g_object_new (LIEUDIT_TYPE_STANDING_GROUP, NULL);

  self->model = g_object_ref (model);
  self->owner = g_object_ref (owner);
  self->history = g_object_ref (history);
  self->describe = describe;
  self->revoke = revoke;
  g_signal_connect_object (model, "items-changed", G_CALLBACK (update_rows), self, G_CONNECT_SWAPPED);
  update_rows (self);

  return GTK_WIDGET (self);
}

static void
describe_decision (gpointer     item,
                   Description *description)
{
  const char *name = lieudit_standing_decision_get_name (item);

  description->title = g_strdup (name);
  description->subtitle = lieudit_decision_describe (lieudit_standing_decision_get_decision (item), name);
  description->revoke_label = g_strdup_printf (_("Leave “%s” to Lieudit Again"), name);
}

static gboolean
revoke_decision (gpointer         owner,
                 gpointer         item,
                 LieuditHistory  *history,
                 GError         **error)
{
  return lieudit_standing_decisions_decide (owner, lieudit_standing_decision_get_name (item), NULL, history, error);
}

/**
 * lieudit_standing_group_new:
 * @decisions: what the person always means by names
 * @history: where it is remembered what is revoked
 *
 * Makes the list. It is hidden as long as there is nothing to list.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
lieudit_standing_group_new (LieuditStandingDecisions *decisions,
                            LieuditHistory           *history)
{
  GtkWidget *group;

  g_return_val_if_fail (LIEUDIT_IS_STANDING_DECISIONS (decisions), NULL);
  g_return_val_if_fail (LIEUDIT_IS_HISTORY (history), NULL);

  group = new_group (G_LIST_MODEL (decisions), decisions, history, describe_decision, revoke_decision);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("Names You Decided On"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("They mean this in all articles."));

  return group;
}

static const char *
describe_language (LieuditLanguage language)
{
  switch (language)
    {
    case LIEUDIT_LANGUAGE_FRENCH:
      return _("in French articles");
    case LIEUDIT_LANGUAGE_ENGLISH:
      return _("in English articles");
    case LIEUDIT_LANGUAGE_ARABIC:
      return _("in Arabic articles");
    case LIEUDIT_LANGUAGE_TURKISH:
      return _("in Turkish articles");
    case LIEUDIT_LANGUAGE_TRANSLITERATION:
    case LIEUDIT_LANGUAGE_UNKNOWN:
    case LIEUDIT_N_LANGUAGES:
    default:
      return _("in articles of other languages");
    }
}

static void
describe_spelling (gpointer     item,
                   Description *description)
{
  const char *text = lieudit_house_spelling_get_text (item);

  description->title = g_strdup (text);
  /* Translators: the name of a place, then in the articles of which language it is written otherwise */
  description->subtitle = g_strdup_printf (_("%s, %s"), lieudit_house_spelling_get_place_name (item),
                                           describe_language (lieudit_house_spelling_get_language (item)));
  description->revoke_label = g_strdup_printf (_("Take the House Spelling “%s” Back"), text);
}

static gboolean
revoke_spelling (gpointer         owner,
                 gpointer         item,
                 LieuditHistory  *history,
                 GError         **error)
{
  return lieudit_house_spellings_revoke (owner, item, history, error);
}

/**
 * lieudit_standing_group_new_for_spellings:
 * @spellings: how the newsroom writes places
 * @history: where it is remembered what is revoked
 *
 * Makes the list. It is hidden as long as there is nothing to list.
 *
 * Returns: (transfer floating): the list
 */
GtkWidget *
lieudit_standing_group_new_for_spellings (LieuditHouseSpellings *spellings,
                                          LieuditHistory        *history)
{
  GtkWidget *group;

  g_return_val_if_fail (LIEUDIT_IS_HOUSE_SPELLINGS (spellings), NULL);
  g_return_val_if_fail (LIEUDIT_IS_HISTORY (history), NULL);

  group = new_group (lieudit_house_spellings_get_list (spellings), spellings, history, describe_spelling, revoke_spelling);
  adw_preferences_group_set_title (ADW_PREFERENCES_GROUP (group), _("House Spellings"));
  adw_preferences_group_set_description (ADW_PREFERENCES_GROUP (group), _("Articles that write these places otherwise are pointed out."));

  return group;
}
