/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How the article is set, and finding words in it. */
#include "config.h"

#include "lieudit-window-private.h"

#define FONT "reading-font"
#define SIZE "reading-size"
#define MEASURE "reading-measure"
#define SPACING "reading-spacing"

#define USUAL_SIZE 100

/* In per cent of the size before: about the steps of browsers. */
#define SIZE_STEP 10

static void
set_size (LieuditWindow *self,
          int            size)
{
  if (self->settings != NULL)
    g_settings_set_int (self->settings, SIZE, CLAMP (size, LIEUDIT_READING_SIZE_LEAST, LIEUDIT_READING_SIZE_MOST));
}

static void
change_size (LieuditWindow *self,
             int            change)
{
  if (self->settings != NULL)
    set_size (self, g_settings_get_int (self->settings, SIZE) + change);
}

static void
text_larger_action (GtkWidget  *widget,
                    const char *action_name,
                    GVariant   *parameter)
{
  change_size (LIEUDIT_WINDOW (widget), SIZE_STEP);
}

static void
text_smaller_action (GtkWidget  *widget,
                     const char *action_name,
                     GVariant   *parameter)
{
  change_size (LIEUDIT_WINDOW (widget), -SIZE_STEP);
}

static void
text_usual_action (GtkWidget  *widget,
                   const char *action_name,
                   GVariant   *parameter)
{
  set_size (LIEUDIT_WINDOW (widget), USUAL_SIZE);
}

static void
find_text_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  LieuditWindow *self = LIEUDIT_WINDOW (widget);

  if (self->article == NULL)
    return;

  lieudit_desk_show_page (self->desk, "article");
  lieudit_reader_find (self->reader);
}

static void
find_step (LieuditWindow *self,
           gboolean       forwards)
{
  if (self->article == NULL)
    return;

  lieudit_desk_show_page (self->desk, "article");
  lieudit_reader_find_step (self->reader, forwards);
}

static void
find_next_action (GtkWidget  *widget,
                  const char *action_name,
                  GVariant   *parameter)
{
  find_step (LIEUDIT_WINDOW (widget), TRUE);
}

static void
find_previous_action (GtkWidget  *widget,
                      const char *action_name,
                      GVariant   *parameter)
{
  find_step (LIEUDIT_WINDOW (widget), FALSE);
}

/*
 * lieudit_window_class_init_reading:
 * @klass: the class of the window
 *
 * Installs the actions on the text of the article.
 */
void
lieudit_window_class_init_reading (LieuditWindowClass *klass)
{
  static const struct {
    guint           key;
    GdkModifierType modifiers;
    const char     *action;
  } keys[] = {
    { GDK_KEY_f, GDK_CONTROL_MASK, "win.find-text" },
    { GDK_KEY_F3, 0, "win.find-next" },
    { GDK_KEY_F3, GDK_SHIFT_MASK, "win.find-previous" },
    { GDK_KEY_plus, GDK_CONTROL_MASK, "win.text-larger" },
    { GDK_KEY_equal, GDK_CONTROL_MASK, "win.text-larger" },
    { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "win.text-larger" },
    { GDK_KEY_minus, GDK_CONTROL_MASK, "win.text-smaller" },
    { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "win.text-smaller" },
    { GDK_KEY_0, GDK_CONTROL_MASK, "win.text-usual" },
    { GDK_KEY_KP_0, GDK_CONTROL_MASK, "win.text-usual" },
  };
  GtkWidgetClass *widget_class = GTK_WIDGET_CLASS (klass);

  gtk_widget_class_install_action (widget_class, "win.text-larger", NULL, text_larger_action);
  gtk_widget_class_install_action (widget_class, "win.text-smaller", NULL, text_smaller_action);
  gtk_widget_class_install_action (widget_class, "win.text-usual", NULL, text_usual_action);
  gtk_widget_class_install_action (widget_class, "win.find-text", NULL, find_text_action);
  gtk_widget_class_install_action (widget_class, "win.find-next", NULL, find_next_action);
  gtk_widget_class_install_action (widget_class, "win.find-previous", NULL, find_previous_action);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    gtk_widget_class_add_binding_action (widget_class, keys[i].key, keys[i].modifiers, keys[i].action, NULL);
}

/*
 * lieudit_window_init_reading:
 * @self: a window
 *
 * Sets the article as the settings say, now and whenever they change.
 */
void
lieudit_window_init_reading (LieuditWindow *self)
{
  static const struct {
    const char *key;
    const char *property;
  } bindings[] = {
    { FONT, "font" },
    { SIZE, "size" },
    { MEASURE, "measure" },
    { SPACING, "spacing" },
  };

  if (self->settings == NULL)
    return;

  for (gsize i = 0; i < G_N_ELEMENTS (bindings); i++)
    {
      g_autoptr(GAction) action = g_settings_create_action (self->settings, bindings[i].key);

      g_action_map_add_action (G_ACTION_MAP (self), action);
      g_settings_bind (self->settings, bindings[i].key, lieudit_reader_get_style (self->reader), bindings[i].property,
                       G_SETTINGS_BIND_GET);
    }
}
