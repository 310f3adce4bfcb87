/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-article-chooser.h"

/**
 * LieuditArticleChooser:
 *
 * Asks which of the articles in a file to open: a feed, an archive, a mailbox.
 */
struct _LieuditArticleChooser
{
  AdwWindow   parent_instance;

  GtkListBox *list;
  GPtrArray  *articles;
};

G_DEFINE_FINAL_TYPE (LieuditArticleChooser, lieudit_article_chooser, ADW_TYPE_WINDOW)

enum {
  CHOSEN,
  N_SIGNALS
};

static guint signals[N_SIGNALS];

/* How much of an article stands for one without a title, in characters. */
#define BEGINNING_LENGTH 80

static char *
dup_title (LieuditArticle *article)
{
  const char *text = lieudit_article_get_text (article) + lieudit_article_get_body_offset (article);

  if (lieudit_article_get_title (article) != NULL)
    return g_strdup (lieudit_article_get_title (article));

  return g_strdelimit (g_utf8_substring (text, 0, MIN (g_utf8_strlen (text, -1), BEGINNING_LENGTH)), "\r\n\t", ' ');
}

static char *
dup_subtitle (LieuditArticle *article)
{
  LieuditArticleOutline *outline = lieudit_article_get_outline (article);
  const char *source = lieudit_article_get_source (article);
  const char *inner = source != NULL ? strrchr (source, '#') : NULL;
  const char *parts[] = {
    lieudit_article_get_date (article),
    outline != NULL ? lieudit_article_outline_get_author (outline) : NULL,
    inner != NULL ? inner + 1 : NULL,
  };
  GString *subtitle = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      if (parts[i] != NULL)
        g_string_append_printf (subtitle, "%s%s", subtitle->len > 0 ? " · " : "", parts[i]);
    }

  return g_string_free (subtitle, FALSE);
}

static GtkWidget *
create_row (LieuditArticle *article)
{
  GtkWidget *row = adw_action_row_new ();
  g_autofree char *title = dup_title (article);
  g_autofree char *subtitle = dup_subtitle (article);

  adw_preferences_row_set_use_markup (ADW_PREFERENCES_ROW (row), FALSE);
  adw_preferences_row_set_title (ADW_PREFERENCES_ROW (row), title);
  adw_action_row_set_title_lines (ADW_ACTION_ROW (row), 2);
  adw_action_row_set_subtitle (ADW_ACTION_ROW (row), subtitle);
  gtk_list_box_row_set_activatable (GTK_LIST_BOX_ROW (row), TRUE);

  return row;
}

static void
row_activated_cb (LieuditArticleChooser *self,
                  GtkListBoxRow         *row)
{
  LieuditArticle *article = g_ptr_array_index (self->articles, gtk_list_box_row_get_index (row));

  g_signal_emit (self, signals[CHOSEN], 0, article);
  gtk_window_close (GTK_WINDOW (self));
}

static void
lieudit_article_chooser_finalize (GObject *object)
{
  LieuditArticleChooser *self = LIEUDIT_ARTICLE_CHOOSER (object);

  g_clear_pointer (&self->articles, g_ptr_array_unref);

  G_OBJECT_CLASS (lieudit_article_chooser_parent_class)->finalize (object);
}

static void
lieudit_article_chooser_class_init (LieuditArticleChooserClass *klass)
{
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  G_OBJECT_CLASS (klass)->finalize = lieudit_article_chooser_finalize;

  gtk_widget_class_set_template_from_resource (widget_class, "/org/lieudit/Lieudit/lieudit-article-chooser.ui");
  gtk_widget_class_bind_template_child (widget_class, LieuditArticleChooser, list);
  gtk_widget_class_bind_template_callback (widget_class, row_activated_cb);
  gtk_widget_class_add_binding_action (widget_class, GDK_KEY_Escape, 0, "window.close", NULL);

  /**
   * LieuditArticleChooser::chosen:
   * @self: the chooser
   * @article: the article
   *
   * Emitted when the person chose an article.
   */
  signals[CHOSEN] = g_signal_new ("chosen", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL, NULL, NULL,
                                  G_TYPE_NONE, 1, LIEUDIT_TYPE_ARTICLE);
}

static void
lieudit_article_chooser_init (LieuditArticleChooser *self)
{
  gtk_widget_init_template (GTK_WIDGET (self));
}

/**
 * lieudit_article_chooser_new:
 * @parent: the window that the article will be opened in
 * @articles: (element-type LieuditArticle): articles
 *
 * Returns: (transfer floating): a new chooser
 */
LieuditArticleChooser *
lieudit_article_chooser_new (GtkWindow *parent,
                             GPtrArray *articles)
{
  LieuditArticleChooser *self = g_object_new (LIEUDIT_TYPE_ARTICLE_CHOOSER, "transient-for", parent, NULL);

  self->articles = g_ptr_array_ref (articles);
  for (guint i = 0; i < articles->len; i++)
    gtk_list_box_append (self->list, create_row (g_ptr_array_index (articles, i)));

  return self;
}
