/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The keys of a presentation: those of the keyboard, and those that a presenter's remote sends. */
#include "config.h"

#include "lieudit-presentation-private.h"

typedef struct {
  guint           key;
  GdkModifierType modifiers;
  const char     *action;
} Key;

/* What remotes send comes first: some have arrows, others pages; a button for a black screen sends “b” or “.”, one that ends sends Escape. */
static const Key keys[] = {
  { GDK_KEY_Page_Down, 0, "next" },
  { GDK_KEY_KP_Page_Down, 0, "next" },
  { GDK_KEY_Right, 0, "next" },
  { GDK_KEY_Down, 0, "next" },
  { GDK_KEY_Page_Up, 0, "previous" },
  { GDK_KEY_KP_Page_Up, 0, "previous" },
  { GDK_KEY_Left, 0, "previous" },
  { GDK_KEY_Up, 0, "previous" },
  { GDK_KEY_b, 0, "blank" },
  { GDK_KEY_period, 0, "blank" },
  { GDK_KEY_Escape, 0, "leave" },
  { GDK_KEY_F5, 0, "leave" },
  { GDK_KEY_n, 0, "next" },
  { GDK_KEY_p, 0, "previous" },
  { GDK_KEY_BackSpace, 0, "previous" },
  { GDK_KEY_Home, 0, "first" },
  { GDK_KEY_End, 0, "last" },
  { GDK_KEY_a, 0, "playing" },
  { GDK_KEY_f, 0, "frozen" },
  { GDK_KEY_h, 0, "pointer" },
  { GDK_KEY_c, 0, "strong" },
  { GDK_KEY_d, 0, "dark" },
  { GDK_KEY_l, 0, "next-language" },
  { GDK_KEY_s, 0, "two-screens" },
  { GDK_KEY_e, 0, "edit-steps" },
  { GDK_KEY_1, 0, "drawing-tool::line" },
  { GDK_KEY_2, 0, "drawing-tool::arrow" },
  { GDK_KEY_3, 0, "drawing-tool::circle" },
  { GDK_KEY_4, 0, "drawing-tool::text" },
  { GDK_KEY_5, 0, "drawing-tool::eraser" },
  { GDK_KEY_0, 0, "drawing-tool::none" },
  { GDK_KEY_F11, 0, "full-screen" },
  { GDK_KEY_z, GDK_CONTROL_MASK, "undo" },
  { GDK_KEY_z, GDK_CONTROL_MASK | GDK_SHIFT_MASK, "redo" },
  { GDK_KEY_plus, GDK_CONTROL_MASK, "larger" },
  { GDK_KEY_equal, GDK_CONTROL_MASK, "larger" },
  { GDK_KEY_KP_Add, GDK_CONTROL_MASK, "larger" },
  { GDK_KEY_minus, GDK_CONTROL_MASK, "smaller" },
  { GDK_KEY_KP_Subtract, GDK_CONTROL_MASK, "smaller" },
  { GDK_KEY_0, GDK_CONTROL_MASK, "usual" },
  { GDK_KEY_KP_0, GDK_CONTROL_MASK, "usual" },
};

/* Reading goes on to the left in Arabic, and so does a lesson. */
static guint
turn_arrow (GtkWidget *window,
            guint      key)
{
  if (gtk_widget_get_direction (window) != GTK_TEXT_DIR_RTL)
    return key;

  switch (key)
    {
    case GDK_KEY_Left:
      return GDK_KEY_Right;
    case GDK_KEY_Right:
      return GDK_KEY_Left;
    default:
      return key;
    }
}

/* These press what has the focus, and go on only if that is nothing to press. */
static gboolean
is_pressing_key (guint key)
{
  return key == GDK_KEY_space || key == GDK_KEY_KP_Space || key == GDK_KEY_Return || key == GDK_KEY_KP_Enter;
}

static gboolean
is_modifier (guint key)
{
  return (key >= GDK_KEY_Shift_L && key <= GDK_KEY_Hyper_R) || key == GDK_KEY_ISO_Level3_Shift;
}

/* Drawing by keyboard needs the arrows and what ends a drawing; a remote still goes on by its pages. */
static gboolean
is_drawing_key (guint key)
{
  switch (key)
    {
    case GDK_KEY_Left:
    case GDK_KEY_Right:
    case GDK_KEY_Up:
    case GDK_KEY_Down:
    case GDK_KEY_BackSpace:
    case GDK_KEY_Escape:
      return TRUE;
    default:
      return is_pressing_key (key);
    }
}

/* Menus and entries have their own keys. */
static gboolean
is_typing (GtkWidget *window)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return focus != NULL && (GTK_IS_EDITABLE (focus) || gtk_widget_get_ancestor (focus, GTK_TYPE_POPOVER) != NULL);
}

static gboolean
belongs_to_focus (GtkWidget *window,
                  guint      key)
{
  GtkWidget *focus = gtk_window_get_focus (GTK_WINDOW (window));

  return is_typing (window) || (focus != NULL && is_pressing_key (key) && GTK_IS_BUTTON (focus));
}

static gboolean
key_pressed_cb (LieuditPresentation   *self,
                guint                  key,
                guint                  code,
                GdkModifierType        state,
                GtkEventControllerKey *controller)
{
  GtkWidget *window = gtk_event_controller_get_widget (GTK_EVENT_CONTROLLER (controller));
  GdkModifierType modifiers = state & (GDK_CONTROL_MASK | GDK_ALT_MASK | GDK_SUPER_MASK);
  GdkModifierType with_shift = modifiers | (state & GDK_SHIFT_MASK);

  if (is_modifier (key))
    return FALSE;
  if (lieudit_map_view_is_drawing (self->map_view) && is_drawing_key (key) && !is_typing (window))
    return gtk_event_controller_key_forward (controller, GTK_WIDGET (self->map_view));
  if (belongs_to_focus (window, key))
    return FALSE;

  /* Any key stops what goes on by itself, and does no more than that. */
  if (lieudit_lesson_player_is_playing (self->player))
    {
      lieudit_lesson_player_set_playing (self->player, FALSE);
      return TRUE;
    }

  if (is_pressing_key (key) && modifiers == 0)
    {
      lieudit_presentation_activate (self, "next");
      return TRUE;
    }
  key = turn_arrow (window, key);
  for (gsize i = 0; i < G_N_ELEMENTS (keys); i++)
    /* To type a plus or a point, some keyboards need Shift. */
    if (gdk_keyval_to_lower (key) == keys[i].key && (keys[i].key == GDK_KEY_z ? with_shift : modifiers) == keys[i].modifiers)
      {
        lieudit_presentation_activate (self, keys[i].action);
        return TRUE;
      }

  return FALSE;
}

/*
 * lieudit_presentation_add_keys:
 * @self: a presentation
 * @window: one of its windows
 *
 * Lets the keys in a window control the presentation.
 */
void
lieudit_presentation_add_keys (LieuditPresentation *self,
                               GtkWidget           *window)
{
  GtkEventController *controller = gtk_event_controller_key_new ();

  gtk_event_controller_set_propagation_phase (controller, GTK_PHASE_CAPTURE);
  g_signal_connect_object (controller, "key-pressed", G_CALLBACK (key_pressed_cb), self, G_CONNECT_SWAPPED);
  gtk_widget_add_controller (window, controller);
}
