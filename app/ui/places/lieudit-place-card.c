/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "places/lieudit-place-card.h"

#include <glib/gi18n.h>

#include "gazetteer/lieudit-user-place.h"
#include "lieudit-place-description.h"
#include "places/lieudit-note-field.h"
#include "places/lieudit-place-facts.h"
#include "places/lieudit-place-reasons.h"
#include "places/lieudit-sentence-button.h"

/* Sentences beyond these are made only when asked for. */
#define N_FIRST_SENTENCES 12
#define N_SHOWN_ALTERNATIVES 5

struct _LieuditPlaceCard
{
  GtkWidget          parent_instance;

  GtkWidget         *scrolled_window;
  GtkToggleButton   *pin_button;
  GtkLabel          *name_label;
  GtkLabel          *detail_label;
  GtkLabel          *other_names_label;
  GtkLabel          *coordinates_label;
  GtkLabel          *uncertainty_label;
  GtkWidget         *unsure_box;
  GtkWidget         *spelling_box;
  GtkLabel          *spelling_label;
  GtkLabel          *status_label;
  GtkWidget         *confirm_button;
  GtkWidget         *own_box;
  GtkActionable     *edit_button;
  GtkActionable     *remove_button;
  GtkButton         *count_button;
  GtkBox            *sentences_box;
  GtkButton         *more_button;
  GtkExpander       *facts_expander;
  LieuditPlaceFacts *facts;
  GtkExpander       *why_expander;
  GtkLabel          *confidence_label;
  GtkBox            *reasons_box;
  GtkWidget         *alternatives_label;
  GtkBox            *alternatives_box;
  LieuditNoteField  *place_note;
  LieuditNoteField  *mention_note;

  LieuditSelection  *selection;
  LieuditMention    *mention; /* that the second note is on */
  LieuditAnalysis   *analysis;
  LieuditFoundPlace *place;
};

enum {
  MENTION_ACTIVATED,
  ALTERNATIVES_SHOWN,
  PIN,
  CLOSE,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

G_DEFINE_TYPE (LieuditPlaceCard, lieudit_place_card, GTK_TYPE_WIDGET)

static void
clear_box (GtkBox *box)
{
  GtkWidget *child;

  while ((child = gtk_widget_get_first_child (GTK_WIDGET (box))) != NULL)
    gtk_box_remove (box, child);
}

static void
set_optional_label (GtkLabel   *label,
                    const char *text)
{
  gtk_label_set_label (label, text != NULL ? text : "");
  gtk_widget_set_visible (GTK_WIDGET (label), text != NULL && *text != '\0');
}

static void
sentence_clicked_cb (LieuditPlaceCard      *self,
                     LieuditSentenceButton *button)
{
  g_signal_emit (self, signals[MENTION_ACTIVATED], 0, lieudit_sentence_button_get_mention (button));
}

static void
append_sentences (LieuditPlaceCard *self,
                  guint             first,
                  guint             end)
{
  GListModel *mentions = lieudit_found_place_get_mentions (self->place);

  for (guint i = first; i < end; i++)
    {
      g_autoptr(LieuditMention) mention = g_list_model_get_item (mentions, i);
      GtkWidget *button = lieudit_sentence_button_new (self->analysis, mention);

      g_signal_connect_object (button, "clicked", G_CALLBACK (sentence_clicked_cb), self, G_CONNECT_SWAPPED);
      gtk_box_append (self->sentences_box, button);
    }
}

static void
more_clicked_cb (LieuditPlaceCard *self)
{
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), FALSE);
  append_sentences (self, N_FIRST_SENTENCES, lieudit_found_place_get_n_mentions (self->place));
}

static void
count_clicked_cb (LieuditPlaceCard *self)
{
  g_autoptr(LieuditMention) mention =
    g_list_model_get_item (lieudit_found_place_get_mentions (self->place), 0);

  if (mention != NULL)
    g_signal_emit (self, signals[MENTION_ACTIVATED], 0, mention);
}

static void
copy_clicked_cb (LieuditPlaceCard *self)
{
  LieuditPlace *place = lieudit_found_place_get_place (self->place);
  char latitude[G_ASCII_DTOSTR_BUF_SIZE], longitude[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *text = NULL;

  /* Other programs read decimal points, whatever the language. */
  g_ascii_formatd (latitude, sizeof latitude, "%.5f", lieudit_place_get_latitude (place));
  g_ascii_formatd (longitude, sizeof longitude, "%.5f", lieudit_place_get_longitude (place));
  text = g_strdup_printf ("%s, %s", latitude, longitude);

  gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), text);
}

static void
close_clicked_cb (LieuditPlaceCard *self)
{
  g_signal_emit (self, signals[CLOSE], 0);
}

static void
show_identity (LieuditPlaceCard *self)
{
  LieuditPlace *place = lieudit_found_place_get_place (self->place);
  LieuditLanguage language = lieudit_analysis_get_language (self->analysis);
  g_autofree char *detail = lieudit_describe_place (place, language);
  g_autofree char *other_names = lieudit_describe_other_names (place, language);
  g_autofree char *uncertainty = lieudit_describe_uncertainty (place);
  g_autofree char *coordinates = lieudit_describe_coordinates (lieudit_place_get_latitude (place),
                                                               lieudit_place_get_longitude (place));

  gtk_label_set_label (self->name_label, lieudit_found_place_get_name (self->place));
  gtk_label_set_label (self->detail_label, detail);
  gtk_label_set_label (self->coordinates_label, coordinates);
  set_optional_label (self->other_names_label, other_names);
  set_optional_label (self->uncertainty_label, uncertainty);
  gtk_widget_set_visible (self->unsure_box, !lieudit_found_place_is_sure (self->place));
}

static void
show_facts (LieuditPlaceCard *self)
{
  gtk_expander_set_expanded (self->facts_expander, FALSE);
  lieudit_place_facts_set_place (self->facts, lieudit_found_place_get_place (self->place),
                                 lieudit_analysis_get_language (self->analysis));
}

/* Chosen or taken back while the card is open, too. */
static void
show_spelling (LieuditPlaceCard *self)
{
  LieuditHouseSpellings *spellings = self->selection != NULL ? lieudit_selection_get_spellings (self->selection) : NULL;
  g_autofree char *difference = NULL;

  if (self->place == NULL)
    return;

  if (spellings != NULL)
    difference = lieudit_describe_spelling (spellings, self->place, lieudit_analysis_get_language (self->analysis));
  gtk_label_set_label (self->spelling_label, difference != NULL ? difference : "");
  gtk_widget_set_visible (self->spelling_box, difference != NULL);
  lieudit_place_facts_show_spelling (self->facts, spellings);
}

static void
copy_spelling_cb (LieuditPlaceCard *self)
{
  const char *id = lieudit_place_get_id (lieudit_found_place_get_place (self->place));
  const char *spelling = lieudit_house_spellings_lookup (lieudit_selection_get_spellings (self->selection), id,
                                                         lieudit_analysis_get_language (self->analysis));

  if (spelling != NULL)
    gdk_clipboard_set_text (gtk_widget_get_clipboard (GTK_WIDGET (self)), spelling);
}

static void
show_status (LieuditPlaceCard *self)
{
  LieuditMentionStatus status = lieudit_found_place_get_status (self->place);

  gtk_label_set_label (self->status_label, lieudit_mention_status_describe (status));
  gtk_widget_set_visible (self->confirm_button, status == LIEUDIT_MENTION_UNCHECKED);
}

/* The window changes the person's own places. */
static void
show_own (LieuditPlaceCard *self)
{
  const char *id = lieudit_place_get_id (lieudit_found_place_get_place (self->place));
  gboolean is_own = lieudit_user_place_is_id (id);

  gtk_widget_set_visible (self->own_box, is_own);
  gtk_actionable_set_action_target (self->edit_button, "s", id);
  gtk_actionable_set_action_target (self->remove_button, "s", id);
  gtk_actionable_set_action_name (self->edit_button, is_own ? "win.edit-place" : NULL);
  gtk_actionable_set_action_name (self->remove_button, is_own ? "win.remove-place" : NULL);
}

static void
show_sentences (LieuditPlaceCard *self)
{
  guint n_mentions = lieudit_found_place_get_n_mentions (self->place);
  g_autofree char *count = NULL;
  g_autofree char *more = NULL;

  count = g_strdup_printf (ngettext ("Named %u time", "Named %u times", n_mentions), n_mentions);
  gtk_button_set_label (self->count_button, count);

  clear_box (self->sentences_box);
  append_sentences (self, 0, MIN (n_mentions, N_FIRST_SENTENCES));

  more = g_strdup_printf (ngettext ("Show the %u Sentence", "Show All %u Sentences", n_mentions), n_mentions);
  gtk_button_set_label (self->more_button, more);
  gtk_widget_set_visible (GTK_WIDGET (self->more_button), n_mentions > N_FIRST_SENTENCES);
}

static void
show_alternatives (LieuditPlaceCard *self,
                   LieuditMention   *mention)
{
  LieuditLanguage language = lieudit_analysis_get_language (self->analysis);
  const LieuditAlternative *alternatives;
  guint n_alternatives = 0;

  clear_box (self->alternatives_box);
  alternatives = lieudit_mention_get_alternatives (mention, &n_alternatives);
  gtk_widget_set_visible (self->alternatives_label, n_alternatives > 0);

  for (guint i = 0; i < MIN (n_alternatives, N_SHOWN_ALTERNATIVES); i++)
    gtk_box_append (self->alternatives_box, lieudit_place_alternative_new (&alternatives[i], language));
}

static void
show_reasons (LieuditPlaceCard *self)
{
  g_autoptr(LieuditMention) mention =
    g_list_model_get_item (lieudit_found_place_get_mentions (self->place), 0);
  const LieuditReason *reasons;
  guint n_reasons = 0;

  gtk_expander_set_expanded (self->why_expander, FALSE);
  gtk_label_set_label (self->confidence_label,
                       lieudit_describe_confidence (lieudit_found_place_get_confidence (self->place)));
  clear_box (self->reasons_box);
  gtk_widget_set_visible (GTK_WIDGET (self->why_expander), mention != NULL);
  if (mention == NULL)
    return;

  reasons = lieudit_mention_get_reasons (mention, &n_reasons);
  for (guint i = 0; i < n_reasons; i++)
    gtk_box_append (self->reasons_box, lieudit_place_reason_new (&reasons[i]));

  show_alternatives (self, mention);
}

static GListModel *
list_alternatives (LieuditPlaceCard *self)
{
  g_autoptr(LieuditMention) mention = g_list_model_get_item (lieudit_found_place_get_mentions (self->place), 0);
  GListStore *places = g_list_store_new (LIEUDIT_TYPE_PLACE);
  const LieuditAlternative *alternatives = NULL;
  guint n_alternatives = 0;

  if (mention != NULL)
    alternatives = lieudit_mention_get_alternatives (mention, &n_alternatives);
  for (guint i = 0; i < MIN (n_alternatives, N_SHOWN_ALTERNATIVES); i++)
    g_list_store_append (places, alternatives[i].place);

  return G_LIST_MODEL (places);
}

/* While the reader weighs the alternatives, the map shows them as well. */
static void
why_expanded_cb (LieuditPlaceCard *self)
{
  g_autoptr(GListModel) alternatives = NULL;

  if (self->place != NULL && gtk_expander_get_expanded (self->why_expander))
    alternatives = list_alternatives (self);
  g_signal_emit (self, signals[ALTERNATIVES_SHOWN], 0, alternatives);
}

static void
pin_clicked_cb (LieuditPlaceCard *self)
{
  g_signal_emit (self, signals[PIN], 0, gtk_toggle_button_get_active (self->pin_button));
}

static LieuditSession *
get_session (LieuditPlaceCard *self)
{
  return self->selection != NULL ? lieudit_selection_get_session (self->selection) : NULL;
}

static LieuditAnchor *
get_anchor (LieuditSession *session,
            LieuditMention *mention)
{
  return lieudit_anchors_ensure (lieudit_session_get_anchors (session), lieudit_mention_get_start_code_point (mention),
                                 lieudit_mention_get_end_code_point (mention));
}

static void
place_note_committed_cb (LieuditPlaceCard *self,
                         const char       *text)
{
  LieuditSession *session = get_session (self);
  LieuditAnchor *anchor = session != NULL ? get_anchor (session, self->mention) : NULL;
  g_autoptr(LieuditPlaceReference) place =
    lieudit_place_reference_new_for (lieudit_found_place_get_place (self->place), lieudit_analysis_get_language (self->analysis));

  if (anchor != NULL)
    lieudit_notes_set_for_place (lieudit_session_get_notes (session), place, anchor, text, lieudit_session_get_history (session));
}

static void
mention_note_committed_cb (LieuditPlaceCard *self,
                           const char       *text)
{
  LieuditSession *session = get_session (self);
  LieuditAnchor *anchor = session != NULL ? get_anchor (session, self->mention) : NULL;

  if (anchor != NULL)
    lieudit_notes_set_for_mention (lieudit_session_get_notes (session), anchor, text, lieudit_session_get_history (session));
}

/* Of the mentions the one that is selected, else the first. */
static void
show_notes (LieuditPlaceCard *self)
{
  LieuditMention *selected = self->selection != NULL ? lieudit_selection_get_mention (self->selection) : NULL;
  LieuditSession *session = get_session (self);
  g_autoptr(LieuditMention) first = g_list_model_get_item (lieudit_found_place_get_mentions (self->place), 0);
  gboolean is_here = selected != NULL && lieudit_analysis_find_place (self->analysis, selected) == self->place;

  g_set_object (&self->mention, (is_here ? selected : first));
  gtk_widget_set_visible (GTK_WIDGET (self->place_note), session != NULL);
  gtk_widget_set_visible (GTK_WIDGET (self->mention_note), session != NULL);
  if (session == NULL)
    return;

  lieudit_note_field_set_text (self->place_note,
                               lieudit_session_get_place_note (session, lieudit_found_place_get_place (self->place)));
  lieudit_note_field_set_text (self->mention_note, lieudit_session_get_mention_note (session, self->mention));
}

/* By undo, while the card is open. */
static void
notes_changed_cb (LieuditPlaceCard *self)
{
  if (self->place != NULL)
    show_notes (self);
}

static gboolean
lieudit_place_card_grab_focus (GtkWidget *widget)
{
  LieuditPlaceCard *self = LIEUDIT_PLACE_CARD (widget);

  return gtk_widget_grab_focus (GTK_WIDGET (self->count_button));
}

static void
lieudit_place_card_dispose (GObject *object)
{
  LieuditPlaceCard *self = LIEUDIT_PLACE_CARD (object);

  g_clear_pointer (&self->scrolled_window, gtk_widget_unparent);
  g_clear_object (&self->analysis);
  g_clear_object (&self->place);
  g_clear_object (&self->mention);
  g_clear_object (&self->selection);

  G_OBJECT_CLASS (lieudit_place_card_parent_class)->dispose (object);
}

static void
lieudit_place_card_class_init (LieuditPlaceCardClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  object_class->dispose = lieudit_place_card_dispose;
  widget_class->grab_focus = lieudit_place_card_grab_focus;

  /**
   * LieuditPlaceCard::mention-activated:
   * @self: a place card
   * @mention: a mention of its place
   *
   * A sentence or the count was activated, to be shown in the article.
   */
  signals[MENTION_ACTIVATED] =
    g_signal_new ("mention-activated", LIEUDIT_TYPE_PLACE_CARD, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, LIEUDIT_TYPE_MENTION);

  /**
   * LieuditPlaceCard::alternatives-shown:
   * @self: a place card
   * @places: (nullable): a list of #LieuditPlace
   *
   * The other places that the name may mean are shown on the card, or not any
   * more.
   */
  signals[ALTERNATIVES_SHOWN] =
    g_signal_new ("alternatives-shown", LIEUDIT_TYPE_PLACE_CARD, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_LIST_MODEL);

  /**
   * LieuditPlaceCard::pin:
   * @self: a place card
   * @pinned: whether the card is to stay
   *
   * The card is to stay where it is for whatever place is selected, or not any
   * more.
   */
  signals[PIN] =
    g_signal_new ("pin", LIEUDIT_TYPE_PLACE_CARD, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 1, G_TYPE_BOOLEAN);

  /**
   * LieuditPlaceCard::close:
   * @self: a place card
   *
   * The card is no longer wanted.
   */
  signals[CLOSE] =
    g_signal_new ("close", LIEUDIT_TYPE_PLACE_CARD, G_SIGNAL_RUN_LAST,
                  0, NULL, NULL, NULL, G_TYPE_NONE, 0);

  g_type_ensure (LIEUDIT_TYPE_PLACE_FACTS);
  gtk_widget_class_set_css_name (widget_class, "place-card");
  gtk_widget_class_set_accessible_role (widget_class, GTK_ACCESSIBLE_ROLE_GROUP);
  gtk_widget_class_set_layout_manager_type (widget_class, GTK_TYPE_BIN_LAYOUT);
  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-place-card.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, scrolled_window);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, name_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, detail_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, other_names_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, coordinates_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, uncertainty_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, unsure_box);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, spelling_box);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, spelling_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, status_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, confirm_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, own_box);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, edit_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, remove_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, count_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, sentences_box);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, more_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, facts_expander);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, facts);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, pin_button);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, why_expander);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, confidence_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, reasons_box);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, alternatives_label);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, alternatives_box);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, place_note);
  gtk_widget_class_bind_template_child (widget_class, LieuditPlaceCard, mention_note);
  gtk_widget_class_bind_template_callback (widget_class, place_note_committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, mention_note_committed_cb);
  gtk_widget_class_bind_template_callback (widget_class, close_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, copy_spelling_cb);
  gtk_widget_class_bind_template_callback (widget_class, count_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, more_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, pin_clicked_cb);
  gtk_widget_class_bind_template_callback (widget_class, why_expanded_cb);
}

static void
lieudit_place_card_init (LieuditPlaceCard *self)
{
  g_type_ensure (LIEUDIT_TYPE_NOTE_FIELD);
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lieudit_place_card_new:
 *
 * Makes a card that says all that is known about a place of an article.
 *
 * Returns: (transfer floating): the card
 */
GtkWidget *
lieudit_place_card_new (void)
{
  return g_object_new (LIEUDIT_TYPE_PLACE_CARD, NULL);
}

/**
 * lieudit_place_card_get_place:
 * @self: a place card
 *
 * Gets the place that the card is about.
 *
 * Returns: (transfer none) (nullable): the place
 */
LieuditFoundPlace *
lieudit_place_card_get_place (LieuditPlaceCard *self)
{
  g_return_val_if_fail (LIEUDIT_IS_PLACE_CARD (self), NULL);

  return self->place;
}

/**
 * lieudit_place_card_set_place:
 * @self: a place card
 * @analysis: the analysis of an article
 * @place: a place in it
 *
 * Shows a place.
 */
void
lieudit_place_card_set_place (LieuditPlaceCard  *self,
                              LieuditAnalysis   *analysis,
                              LieuditFoundPlace *place)
{
  g_return_if_fail (LIEUDIT_IS_PLACE_CARD (self));
  g_return_if_fail (LIEUDIT_IS_ANALYSIS (analysis));
  g_return_if_fail (LIEUDIT_IS_FOUND_PLACE (place));

  lieudit_place_card_commit (self);
  g_set_object (&self->analysis, analysis);
  if (!g_set_object (&self->place, place))
    {
      show_notes (self);
      return;
    }

  show_identity (self);
  show_facts (self);
  show_spelling (self);
  show_status (self);
  show_own (self);
  show_sentences (self);
  show_reasons (self);
  show_notes (self);
  gtk_accessible_update_property (GTK_ACCESSIBLE (self),
                                  GTK_ACCESSIBLE_PROPERTY_LABEL, lieudit_found_place_get_name (place),
                                  -1);
  gtk_adjustment_set_value (gtk_scrolled_window_get_vadjustment (GTK_SCROLLED_WINDOW (self->scrolled_window)), 0);
}

/**
 * lieudit_place_card_set_pinned:
 * @self: a place card
 * @pinned: whether the card stays for whatever place is selected
 *
 * Shows whether the card is pinned.
 */
void
lieudit_place_card_set_pinned (LieuditPlaceCard *self,
                               gboolean          pinned)
{
  g_return_if_fail (LIEUDIT_IS_PLACE_CARD (self));

  gtk_toggle_button_set_active (self->pin_button, pinned);
}

/**
 * lieudit_place_card_set_selection:
 * @self: a place card
 * @selection: what is selected, and what the person said of the article
 *
 * Lets notes be written.
 */
void
lieudit_place_card_set_selection (LieuditPlaceCard *self,
                                  LieuditSelection *selection)
{
  g_return_if_fail (LIEUDIT_IS_PLACE_CARD (self));
  g_return_if_fail (LIEUDIT_IS_SELECTION (selection));

  g_set_object (&self->selection, selection);
  g_signal_connect_object (selection, "notes-changed", G_CALLBACK (notes_changed_cb), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (selection, "spellings-changed", G_CALLBACK (show_spelling), self, G_CONNECT_SWAPPED);
}

/**
 * lieudit_place_card_commit:
 * @self: a place card
 *
 * Takes over the notes as they are written now.
 */
void
lieudit_place_card_commit (LieuditPlaceCard *self)
{
  g_return_if_fail (LIEUDIT_IS_PLACE_CARD (self));

  if (self->place == NULL)
    return;

  lieudit_note_field_commit (self->place_note);
  lieudit_note_field_commit (self->mention_note);
}
