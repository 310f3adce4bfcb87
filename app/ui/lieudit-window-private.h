/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "article/lieudit-article-reader.h"
#include "check/lieudit-claim-pane.h"
#include "claims/lieudit-geography-check.h"
#include "lieudit-desk.h"
#include "lieudit-presentation.h"
#include "lieudit-window.h"
#include "lieudit-worksheet-dialog.h"
#include "map/lieudit-map-view.h"
#include "places/lieudit-card-layer.h"
#include "places/lieudit-place-list.h"
#include "reader/lieudit-reader.h"
#include "search/lieudit-place-search.h"
#include "session/lieudit-session-keeper.h"

G_BEGIN_DECLS

/* What the files of the window share. */
struct _LieuditWindow
{
  AdwApplicationWindow  parent_instance;

  AdwToastOverlay      *toast_overlay;
  AdwWindowTitle       *title;
  GtkWidget            *empty_open_button;
  GtkWidget            *article_tools;
  GtkMenuButton        *menu_button;
  GMenu                *recent_menu;
  GMenu                *copy_menu;
  GMenu                *copy_all_menu;
  GtkInfoBar           *gazetteer_bar;
  GtkLabel             *gazetteer_label;
  GtkInfoBar           *changed_bar;
  GtkLabel             *changed_label;
  GtkButton            *reload_button;
  GtkStack             *stack;
  GtkWidget            *loading_box;
  GtkSpinner           *spinner;
  LieuditDesk          *desk;
  LieuditReader        *reader;
  LieuditMapView       *map_view;
  GtkStack             *side_stack;
  LieuditPlaceList     *place_list;
  LieuditClaimPane     *claim_pane;
  LieuditCardLayer     *card;
  LieuditPlaceSearch   *place_search;

  LieuditSelection     *selection;
  LieuditArticle       *article;
  LieuditAnalysis      *found;        /* in the article, before any decision */
  LieuditSession       *session;      /* the article, and what the person said of it */
  LieuditSessionKeeper *keeper;       /* brings that back after a crash */
  GFile                *saving_file;  /* that is being written */
  GFileMonitor         *file_monitor;
  gboolean              closes_once_saved;
  gboolean              discards;     /* what is not saved */
  gboolean              is_asking;    /* whether to save it */
  GListModel           *choosing_for; /* mentions whose place is being searched */
  GSettings            *settings;

  GCancellable         *opening_map;

  GCancellable         *loading;
  GFile                *loading_file;
  LieuditSession       *loading_session;
  guint                 loading_timeout;

  LieuditGeographyCheck *check;
  GCancellable         *checking;
  GPtrArray            *claims; /* LieuditClaim, of the open article */

  GSimpleAction        *edit_action;
  guint                 edit_timeout; /* until what is being typed is taken for said */
  gboolean              is_outdated;  /* what was found, as the text was edited since */

  LieuditPresentation  *presentation; /* unowned; NULL when there is none */

  LieuditWorksheetChoices worksheet_choices;

  GCancellable         *analysing; /* the open article, again */
  char                 *pinned_id; /* the own place that was added last, until the next change */
};

void lieudit_window_class_init_actions (LieuditWindowClass *klass);
void lieudit_window_init_actions       (LieuditWindow      *self);
void lieudit_window_update_actions     (LieuditWindow      *self);

void lieudit_window_class_init_pictures (LieuditWindowClass *klass);
void lieudit_window_class_init_worksheets (LieuditWindowClass *klass);
void lieudit_window_class_init_quiz      (LieuditWindowClass *klass);
gboolean lieudit_window_open_quiz         (LieuditWindow      *self,
                                           GFile              *file);
void lieudit_window_class_init_clipboard (LieuditWindowClass *klass);
void lieudit_window_add_drop_target      (LieuditWindow      *self,
                                          GtkWidget          *widget);
void lieudit_window_class_init_copying   (LieuditWindowClass *klass);
void lieudit_window_init_copying         (LieuditWindow      *self);
void lieudit_window_class_init_address   (LieuditWindowClass *klass);
void lieudit_window_ask_for_page         (LieuditWindow      *self,
                                          const char         *address);
void lieudit_window_fetch_page           (LieuditWindow      *self,
                                          const char         *address);
void lieudit_window_class_init_left_out  (LieuditWindowClass *klass);
void lieudit_window_update_left_out      (LieuditWindow      *self);
void lieudit_window_class_init_batch     (LieuditWindowClass *klass);
void lieudit_window_class_init_exports   (LieuditWindowClass *klass);
void lieudit_window_open_articles        (LieuditWindow      *self,
                                          GPtrArray          *articles);
void lieudit_window_init_map_names      (LieuditWindow      *self);
void lieudit_window_class_init_background (LieuditWindowClass *klass);
void lieudit_window_init_background       (LieuditWindow      *self);
gboolean lieudit_window_open_map          (LieuditWindow      *self,
                                           GFile              *file);

void lieudit_window_class_init_filter   (LieuditWindowClass *klass);
void lieudit_window_init_filter         (LieuditWindow      *self);

void     lieudit_window_class_init_editing (LieuditWindowClass *klass);
void     lieudit_window_init_editing       (LieuditWindow      *self);
void     lieudit_window_start_editing      (LieuditWindow      *self);
void     lieudit_window_finish_typing      (LieuditWindow      *self);
gboolean lieudit_window_may_decide         (LieuditWindow      *self);

void lieudit_window_class_init_help     (LieuditWindowClass *klass);

void lieudit_window_class_init_presenting (LieuditWindowClass *klass);
void lieudit_window_init_presenting       (LieuditWindow      *self);
void lieudit_window_dispose_presenting    (LieuditWindow      *self);

void lieudit_window_class_init_reading  (LieuditWindowClass *klass);
void lieudit_window_init_reading        (LieuditWindow      *self);

void lieudit_window_find_place         (LieuditWindow      *self,
                                        const char         *prompt,
                                        const char         *name);
void lieudit_window_show_place         (LieuditWindow      *self,
                                        LieuditPlace       *place);

void lieudit_window_class_init_own_places (LieuditWindowClass *klass);
void lieudit_window_init_own_places       (LieuditWindow      *self,
                                           LieuditApplication *application);

void lieudit_window_class_init_history    (LieuditWindowClass *klass);
void lieudit_window_init_history          (LieuditWindow      *self);
void lieudit_window_start_history         (LieuditWindow      *self);
void lieudit_window_show_change           (LieuditWindow      *self);

void lieudit_window_class_init_claims  (LieuditWindowClass *klass);
void lieudit_window_init_claims        (LieuditWindow      *self);
void lieudit_window_start_claims       (LieuditWindow      *self);
void lieudit_window_dispose_claims     (LieuditWindow      *self);
void lieudit_window_show_claim         (LieuditWindow      *self,
                                        LieuditClaim       *claim);

void lieudit_window_class_init_decisions (LieuditWindowClass *klass);
void lieudit_window_init_decisions       (LieuditWindow      *self);
void lieudit_window_follow_decisions     (LieuditWindow      *self);
LieuditAnalysis *lieudit_window_apply_decisions (LieuditWindow   *self,
                                                 LieuditAnalysis *found);
GListModel *lieudit_window_dup_selected_mentions (LieuditWindow *self);
void lieudit_window_class_init_spelling  (LieuditWindowClass *klass);
void lieudit_window_init_spelling        (LieuditWindow      *self);
void lieudit_window_init_scope           (LieuditWindow      *self);
void lieudit_window_reset_scope          (LieuditWindow      *self);
void lieudit_window_decide               (LieuditWindow      *self,
                                          GListModel         *mentions,
                                          LieuditDecision    *decision);
void lieudit_window_class_init_marking   (LieuditWindowClass *klass);
void lieudit_window_decide_on_searched   (LieuditWindow      *self,
                                          LieuditPlace       *place);

void lieudit_window_set_session        (LieuditWindow      *self,
                                        LieuditSession     *session);

char *lieudit_window_dup_title         (LieuditWindow      *self,
                                        char              **subtitle);
void lieudit_window_update_title       (LieuditWindow      *self);
void lieudit_window_remember_view      (LieuditWindow      *self);
void lieudit_window_tell_unknown_places (LieuditWindow     *self);
void lieudit_window_go_back_to_view    (LieuditWindow      *self);

void lieudit_window_class_init_saving  (LieuditWindowClass *klass);
gboolean lieudit_window_may_close      (LieuditWindow      *self);
gboolean lieudit_window_has_changes    (LieuditWindow      *self);
void lieudit_window_class_init_watch   (LieuditWindowClass *klass);
void lieudit_window_watch_file         (LieuditWindow      *self);
void lieudit_window_reopen_file        (LieuditWindow      *self,
                                        GFile              *file);

void lieudit_window_cancel_loading     (LieuditWindow      *self);
void lieudit_window_open_session       (LieuditWindow      *self,
                                        LieuditSession     *session);
void lieudit_window_cancel_analysing   (LieuditWindow      *self);
void lieudit_window_analyse_again      (LieuditWindow      *self);
void lieudit_window_show_article       (LieuditWindow      *self,
                                        LieuditSession     *session,
                                        LieuditAnalysis    *found);
void lieudit_window_update_analysis    (LieuditWindow      *self,
                                        LieuditAnalysis    *found);
GtkFileChooserNative *lieudit_window_new_export_dialog (LieuditWindow *self,
                                                        const char    *title,
                                                        const char    *ending,
                                                        GCallback      response_cb);

char *lieudit_window_suggest_name      (LieuditWindow      *self,
                                        const char         *ending);
void lieudit_window_write_file         (LieuditWindow      *self,
                                        GFile              *file,
                                        GBytes             *contents);
void lieudit_window_show_message       (LieuditWindow      *self,
                                        const char         *message);

G_END_DECLS
