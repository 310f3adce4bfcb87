/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "session/lieudit-drawing.h"

#include <math.h>
#include <string.h>

#define DECIMAL_COMMA_OF_ARABIC 0x066b

/**
 * LieuditDrawing:
 *
 * Something that a person drew on the map, where it is on Earth. It never changes.
 */
struct _LieuditDrawing
{
  GObject parent_instance;

  LieuditDrawingKind  kind;
  LieuditInk          ink;
  GArray             *spots; /* of LieuditSpot */
  double              radius;
  char               *text;
};

G_DEFINE_FINAL_TYPE (LieuditDrawing, lieudit_drawing, G_TYPE_OBJECT)

static const char * const kind_nicks[LIEUDIT_N_DRAWING_KINDS] = {
  [LIEUDIT_DRAWING_LINE] = "line",
  [LIEUDIT_DRAWING_ARROW] = "arrow",
  [LIEUDIT_DRAWING_CIRCLE] = "circle",
  [LIEUDIT_DRAWING_TEXT] = "text",
};

static const char * const ink_nicks[LIEUDIT_N_INKS] = {
  [LIEUDIT_INK_RED] = "red",
  [LIEUDIT_INK_BLUE] = "blue",
  [LIEUDIT_INK_GREEN] = "green",
  [LIEUDIT_INK_BLACK] = "black",
};

static void
lieudit_drawing_finalize (GObject *object)
{
  LieuditDrawing *self = LIEUDIT_DRAWING (object);

  g_array_unref (self->spots);
  g_free (self->text);

  G_OBJECT_CLASS (lieudit_drawing_parent_class)->finalize (object);
}

static void
lieudit_drawing_class_init (LieuditDrawingClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = lieudit_drawing_finalize;
}

static void
lieudit_drawing_init (LieuditDrawing *self)
{
  self->spots = g_array_new (FALSE, FALSE, sizeof (LieuditSpot));
}

static gboolean
are_on_earth (const LieuditSpot *spots,
              guint              n_spots)
{
  for (guint i = 0; i < n_spots; i++)
    if (!(fabs (spots[i].latitude) <= 90.0 && fabs (spots[i].longitude) <= 180.0))
      return FALSE;

  return TRUE;
}

static gboolean
is_whole (LieuditDrawingKind  kind,
          guint               n_spots,
          double              radius,
          const char         *text)
{
  switch (kind)
    {
    case LIEUDIT_DRAWING_LINE:
    case LIEUDIT_DRAWING_ARROW:
      return n_spots >= 2 && n_spots <= LIEUDIT_DRAWING_MOST_POINTS;

    case LIEUDIT_DRAWING_CIRCLE:
      return n_spots == 1 && radius > 0.0 && radius <= LIEUDIT_DRAWING_LARGEST_RADIUS;

    case LIEUDIT_DRAWING_TEXT:
      return n_spots == 1 && text != NULL && *text != '\0' && strlen (text) <= LIEUDIT_DRAWING_TEXT_LIMIT;

    default:
      return FALSE;
    }
}

/**
 * lieudit_drawing_new:
 * @kind: what is drawn
 * @ink: with what
 * @spots: (array length=n_spots): where
 * @n_spots: how many: two or more for lines, one for circles and texts
 * @radius: of a circle, in kilometres
 * @text: (nullable): what a text says
 *
 * Returns: (transfer full) (nullable): the drawing, or %NULL if it is none: has too
 *   few or too many points, is not on Earth, or says nothing
 */
LieuditDrawing *
lieudit_drawing_new (LieuditDrawingKind  kind,
                     LieuditInk          ink,
                     const LieuditSpot  *spots,
                     guint               n_spots,
                     double              radius,
                     const char         *text)
{
  LieuditDrawing *self;

  g_return_val_if_fail (spots != NULL || n_spots == 0, NULL);
  g_return_val_if_fail (ink < LIEUDIT_N_INKS, NULL);

  if (!is_whole (kind, n_spots, radius, text) || !are_on_earth (spots, n_spots))
    return NULL;

  self = g_object_new (LIEUDIT_TYPE_DRAWING, NULL);
  self->kind = kind;
  self->ink = ink;
  g_array_append_vals (self->spots, spots, n_spots);
  self->radius = kind == LIEUDIT_DRAWING_CIRCLE ? radius : 0.0;
  self->text = kind == LIEUDIT_DRAWING_TEXT ? g_strdup (text) : NULL;

  return self;
}

/**
 * lieudit_drawing_get_kind:
 * @self: a drawing
 *
 * Returns: what was drawn
 */
LieuditDrawingKind
lieudit_drawing_get_kind (LieuditDrawing *self)
{
  g_return_val_if_fail (LIEUDIT_IS_DRAWING (self), LIEUDIT_DRAWING_LINE);

  return self->kind;
}

/**
 * lieudit_drawing_get_ink:
 * @self: a drawing
 *
 * Returns: what it was drawn with
 */
LieuditInk
lieudit_drawing_get_ink (LieuditDrawing *self)
{
  g_return_val_if_fail (LIEUDIT_IS_DRAWING (self), LIEUDIT_INK_RED);

  return self->ink;
}

/**
 * lieudit_drawing_get_spots:
 * @self: a drawing
 * @n_spots: (out): how many
 *
 * Returns: (transfer none) (array length=n_spots): where it is
 */
const LieuditSpot *
lieudit_drawing_get_spots (LieuditDrawing *self,
                           guint          *n_spots)
{
  g_return_val_if_fail (LIEUDIT_IS_DRAWING (self), NULL);
  g_return_val_if_fail (n_spots != NULL, NULL);

  *n_spots = self->spots->len;

  return (const LieuditSpot *) self->spots->data;
}

/**
 * lieudit_drawing_get_radius:
 * @self: a drawing
 *
 * Returns: the radius of a circle, in kilometres
 */
double
lieudit_drawing_get_radius (LieuditDrawing *self)
{
  g_return_val_if_fail (LIEUDIT_IS_DRAWING (self), 0.0);

  return self->radius;
}

/**
 * lieudit_drawing_get_text:
 * @self: a drawing
 *
 * Returns: (transfer none) (nullable): what a text says
 */
const char *
lieudit_drawing_get_text (LieuditDrawing *self)
{
  g_return_val_if_fail (LIEUDIT_IS_DRAWING (self), NULL);

  return self->text;
}

static gboolean
find_nick (const char * const *nicks,
           guint               n_nicks,
           const char         *nick,
           guint              *index)
{
  for (guint i = 0; i < n_nicks; i++)
    if (g_strcmp0 (nick, nicks[i]) == 0)
      {
        *index = i;
        return TRUE;
      }

  return FALSE;
}

/**
 * lieudit_drawing_parse_radius:
 * @text: what a person entered, such as "25", "2,5 km" or "٢٫٥"
 *
 * Reads kilometres as they are written in any country.
 *
 * Returns: the number; 0 if @text does not begin with one
 */
double
lieudit_drawing_parse_radius (const char *text)
{
  g_autoptr(GString) number = g_string_new (NULL);

  g_return_val_if_fail (text != NULL, 0.0);

  for (const char *c = text; *c != '\0'; c = g_utf8_next_char (c))
    {
      gunichar character = g_utf8_get_char (c);

      if (g_unichar_isdigit (character))
        g_string_append_c (number, (char) ('0' + g_unichar_digit_value (character)));
      else if (character == ',' || character == DECIMAL_COMMA_OF_ARABIC)
        g_string_append_c (number, '.');
      else
        g_string_append_unichar (number, character);
    }

  return g_ascii_strtod (number->str, NULL);
}

/**
 * lieudit_drawing_kind_to_nick:
 * @kind: what is drawn
 *
 * Returns: (transfer none): its name in files
 */
const char *
lieudit_drawing_kind_to_nick (LieuditDrawingKind kind)
{
  g_return_val_if_fail (kind < LIEUDIT_N_DRAWING_KINDS, NULL);

  return kind_nicks[kind];
}

/**
 * lieudit_drawing_kind_from_nick:
 * @nick: (nullable): a name in a file
 * @kind: (out): what it means
 *
 * Returns: whether it means any
 */
gboolean
lieudit_drawing_kind_from_nick (const char         *nick,
                                LieuditDrawingKind *kind)
{
  guint index;

  if (!find_nick (kind_nicks, LIEUDIT_N_DRAWING_KINDS, nick, &index))
    return FALSE;
  *kind = (LieuditDrawingKind) index;

  return TRUE;
}

/**
 * lieudit_ink_to_nick:
 * @ink: an ink
 *
 * Returns: (transfer none): its name in files
 */
const char *
lieudit_ink_to_nick (LieuditInk ink)
{
  g_return_val_if_fail (ink < LIEUDIT_N_INKS, NULL);

  return ink_nicks[ink];
}

/**
 * lieudit_ink_from_nick:
 * @nick: (nullable): a name in a file
 * @ink: (out): what it means
 *
 * Returns: whether it means any
 */
gboolean
lieudit_ink_from_nick (const char *nick,
                       LieuditInk *ink)
{
  guint index;

  if (!find_nick (ink_nicks, LIEUDIT_N_INKS, nick, &index))
    return FALSE;
  *ink = (LieuditInk) index;

  return TRUE;
}
