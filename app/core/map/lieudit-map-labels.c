/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-labels-private.h"

#include "map/lieudit-map-label-layout.h"
#include "text/lieudit-folded-text.h"

/* How wide a letter and how high a line is about, in times the size of the letters. */
#define LETTER_WIDTH 0.6
#define LINE_HEIGHT 1.3

/**
 * LieuditMapLabels:
 *
 * Names the base map's countries, seas and towns in the reader's language, wherever there is room for them.
 *
 * The most important name chooses first; a name that already has a place keeps its side of it while the map moves. It is not
 * thread-safe.
 */
G_DEFINE_FINAL_TYPE (LieuditMapLabels, lieudit_map_labels, G_TYPE_OBJECT)

/*
 * lieudit_map_labels_forget_places:
 * @self: labels
 *
 * Has everything that was drawn of the names drawn anew, in other sizes.
 */
void
lieudit_map_labels_forget_places (LieuditMapLabels *self)
{
  g_array_set_size (self->labels, 0);
  self->generation++;
}

/*
 * lieudit_map_labels_forget_names:
 * @self: labels
 *
 * Has all names set anew.
 */
void
lieudit_map_labels_forget_names (LieuditMapLabels *self)
{
  lieudit_map_labels_forget_places (self);
  g_hash_table_remove_all (self->layouts);
}

static const char *
get_name (LieuditMapLabels          *self,
          const LieuditBaseMapLabel *label)
{
  const char *name = lieudit_base_map_get_string (self->base_map, label->names[self->language]);

  for (guint i = 0; i < LIEUDIT_MAP_N_LANGUAGES && *name == '\0'; i++)
    name = lieudit_base_map_get_string (self->base_map, label->names[i]);

  return name;
}

/* The local name stands underneath, unless it is the same but for an accent. */
static char *
dup_text (LieuditMapLabels          *self,
          const LieuditBaseMapLabel *label)
{
  const char *name = get_name (self, label);
  const char *local = lieudit_base_map_get_string (self->base_map, label->local_name);
  g_autofree char *folded_name = NULL;
  g_autofree char *folded_local = NULL;

  if (!self->shows_local || *local == '\0')
    return g_strdup (name);

  folded_name = lieudit_fold_name (name);
  folded_local = lieudit_fold_name (local);

  return g_str_equal (folded_name, folded_local) ? g_strdup (name) : g_strconcat (name, "\n", local, NULL);
}

static void
free_name (gpointer data)
{
  LieuditMapName *name = data;

  g_object_unref (name->layout);
  g_free (name);
}

static LieuditMapName *
set_name (LieuditMapLabels          *self,
          PangoContext              *context,
          const LieuditBaseMapLabel *label)
{
  const LieuditMapLabelRule *rule = lieudit_map_style_get_label_rule (self->style, (LieuditMapLabelKind) label->kind);
  g_autofree char *text = dup_text (self, label);
  LieuditMapName *name = g_new (LieuditMapName, 1);

  name->size = lieudit_map_stops_get (&rule->size, self->layout_zoom);
  name->layout = lieudit_map_label_layout_new (context, rule, self->layout_zoom, text);
  pango_layout_get_pixel_size (name->layout, &name->width, &name->height);

  return name;
}

/*
 * lieudit_map_labels_get_name:
 * @self: labels
 * @context: where the font comes from
 * @label: a label
 * @index: its index
 *
 * Sets a name, unless it is set already, or there is no time left.
 *
 * Returns: (transfer none) (nullable): the name, or %NULL if it has to wait
 */
const LieuditMapName *
lieudit_map_labels_get_name (LieuditMapLabels          *self,
                             PangoContext              *context,
                             const LieuditBaseMapLabel *label,
                             guint                      index)
{
  LieuditMapName *name = g_hash_table_lookup (self->layouts, GUINT_TO_POINTER (index + 1));

  if (name != NULL)
    return name;
  /* At least one, or there would be no end. */
  if (self->work_end == 0)
    self->work_end = g_get_monotonic_time () + self->most_time;
  else if (self->most_time > 0 && g_get_monotonic_time () >= self->work_end)
    return NULL;
  name = set_name (self, context, label);
  g_hash_table_insert (self->layouts, GUINT_TO_POINTER (index + 1), name);

  return name;
}

static void
lieudit_map_labels_finalize (GObject *object)
{
  LieuditMapLabels *self = LIEUDIT_MAP_LABELS (object);

  g_clear_object (&self->base_map);
  g_clear_object (&self->style);
  g_clear_pointer (&self->layouts, g_hash_table_unref);
  g_clear_pointer (&self->marks, lieudit_map_marks_free);
  g_clear_pointer (&self->hidden, g_hash_table_unref);
  g_clear_pointer (&self->sides, g_hash_table_unref);
  g_clear_pointer (&self->labels, g_array_unref);
  g_clear_pointer (&self->taken, g_array_unref);

  G_OBJECT_CLASS (lieudit_map_labels_parent_class)->finalize (object);
}

static void
lieudit_map_labels_class_init (LieuditMapLabelsClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->finalize = lieudit_map_labels_finalize;
}

static void
lieudit_map_labels_init (LieuditMapLabels *self)
{
  self->layouts = g_hash_table_new_full (NULL, NULL, NULL, free_name);
  self->hidden = g_hash_table_new (NULL, NULL);
  self->sides = g_hash_table_new (NULL, NULL);
  self->labels = g_array_new (FALSE, FALSE, sizeof (LieuditMapLabel));
  self->taken = g_array_new (FALSE, FALSE, sizeof (LieuditPixelBox));
  self->layout_zoom = -1;
  self->scale = 1.0;
}

/**
 * lieudit_map_labels_new:
 * @base_map: where the names are
 * @style: how to set them
 *
 * Creates a set of labels, in English.
 *
 * Returns: (transfer full): the labels
 */
LieuditMapLabels *
lieudit_map_labels_new (LieuditBaseMap  *base_map,
                        LieuditMapStyle *style)
{
  LieuditMapLabels *self;

  g_return_val_if_fail (LIEUDIT_IS_BASE_MAP (base_map), NULL);
  g_return_val_if_fail (LIEUDIT_IS_MAP_STYLE (style), NULL);

  self = g_object_new (LIEUDIT_TYPE_MAP_LABELS, NULL);
  self->base_map = g_object_ref (base_map);
  self->style = g_object_ref (style);

  return self;
}

/**
 * lieudit_map_labels_get_style:
 * @self: labels
 *
 * Returns: (transfer none): how they are set
 */
LieuditMapStyle *
lieudit_map_labels_get_style (LieuditMapLabels *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_LABELS (self), NULL);

  return self->style;
}

/**
 * lieudit_map_labels_set_style:
 * @self: labels
 * @style: how to set them
 *
 * Changes the style. What was placed before is gone.
 */
void
lieudit_map_labels_set_style (LieuditMapLabels *self,
                              LieuditMapStyle  *style)
{
  g_return_if_fail (LIEUDIT_IS_MAP_LABELS (self));
  g_return_if_fail (LIEUDIT_IS_MAP_STYLE (style));

  if (g_set_object (&self->style, style))
    lieudit_map_labels_forget_names (self);
}

/**
 * lieudit_map_labels_set_language:
 * @self: labels
 * @language: a language tag or locale name, such as "fr", "fr-FR" or "fr_FR.UTF-8"
 *
 * Changes the language of the names: English, French, Arabic or Turkish; any other stands for English.
 */
void
lieudit_map_labels_set_language (LieuditMapLabels *self,
                                 const char       *language)
{
  static const char *const tags[LIEUDIT_MAP_N_LANGUAGES] = { "en", "fr", "ar", "tr" };
  LieuditMapLanguage found = LIEUDIT_MAP_LANGUAGE_ENGLISH;

  g_return_if_fail (LIEUDIT_IS_MAP_LABELS (self));
  g_return_if_fail (language != NULL);

  for (guint i = 0; i < LIEUDIT_MAP_N_LANGUAGES; i++)
    {
      if (g_ascii_strncasecmp (language, tags[i], 2) == 0 && !g_ascii_isalnum (language[2]))
        found = (LieuditMapLanguage) i;
    }

  if (self->language != found)
    {
      self->language = found;
      g_hash_table_remove_all (self->sides);
      lieudit_map_labels_forget_names (self);
    }
}

/**
 * lieudit_map_labels_set_shows_local:
 * @self: labels
 * @shows_local: whether to write what a place is called where it is under its name
 *
 * Adds the names that stand on signs: Arabic in Syria, Turkish in Turkey.
 */
void
lieudit_map_labels_set_shows_local (LieuditMapLabels *self,
                                    gboolean          shows_local)
{
  g_return_if_fail (LIEUDIT_IS_MAP_LABELS (self));

  if (self->shows_local != !!shows_local)
    {
      self->shows_local = !!shows_local;
      lieudit_map_labels_forget_names (self);
    }
}

/**
 * lieudit_map_labels_set_keeps_inside:
 * @self: labels
 * @keeps_inside: whether to leave out what the edge of the extent would cut
 *
 * Says whether the extent is all that is ever seen, as on paper. A map that moves shows the rest of a name soon.
 */
void
lieudit_map_labels_set_keeps_inside (LieuditMapLabels *self,
                                     gboolean          keeps_inside)
{
  g_return_if_fail (LIEUDIT_IS_MAP_LABELS (self));

  self->keeps_inside = !!keeps_inside;
}

/**
 * lieudit_map_labels_set_scale:
 * @self: labels
 * @scale: how much larger than the style says names and dots are
 *
 * Makes names be read from afar. Fewer of them find room.
 */
void
lieudit_map_labels_set_scale (LieuditMapLabels *self,
                              double            scale)
{
  g_return_if_fail (LIEUDIT_IS_MAP_LABELS (self));
  g_return_if_fail (scale > 0.0);

  if (self->scale != scale)
    {
      self->scale = scale;
      lieudit_map_labels_forget_places (self);
    }
}

/**
 * lieudit_map_labels_set_most_time:
 * @self: labels
 * @most_time: how long to set names each time that labels are placed, in microseconds; 0 for as long as it takes, as at first
 *
 * Limits the work of placing labels, so that a map which is moved does not stop when many names come into view at once. Those that have
 * to wait keep the room that they will need about; see lieudit_map_labels_is_complete().
 */
void
lieudit_map_labels_set_most_time (LieuditMapLabels *self,
                                  guint             most_time)
{
  g_return_if_fail (LIEUDIT_IS_MAP_LABELS (self));

  self->most_time = most_time;
}

/**
 * lieudit_map_labels_is_complete:
 * @self: labels
 *
 * Returns: whether no name had to wait when labels were placed last
 */
gboolean
lieudit_map_labels_is_complete (LieuditMapLabels *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_LABELS (self), FALSE);

  return self->is_complete;
}

/*
 * lieudit_map_labels_guess_size:
 * @self: labels
 * @label: a label
 * @width: (out): in pixels
 * @height: (out): in pixels
 *
 * Guesses how large a name is before it is set.
 */
void
lieudit_map_labels_guess_size (LieuditMapLabels          *self,
                               const LieuditBaseMapLabel *label,
                               double                    *width,
                               double                    *height)
{
  const LieuditMapLabelRule *rule = lieudit_map_style_get_label_rule (self->style, (LieuditMapLabelKind) label->kind);
  double size = lieudit_map_stops_get (&rule->size, self->layout_zoom) * self->scale;

  *width = (double) g_utf8_strlen (get_name (self, label), -1) * size * LETTER_WIDTH;
  *height = size * LINE_HEIGHT;
}

/**
 * lieudit_map_labels_take_marks:
 * @self: labels
 * @marks: (transfer full) (nullable): the places that have markers of their own
 *
 * Leaves the names of some places out from now on.
 */
void
lieudit_map_labels_take_marks (LieuditMapLabels *self,
                               LieuditMapMarks  *marks)
{
  g_return_if_fail (LIEUDIT_IS_MAP_LABELS (self));

  g_clear_pointer (&self->marks, lieudit_map_marks_free);
  self->marks = marks;
  g_hash_table_remove_all (self->hidden);
}

/**
 * lieudit_map_labels_get_generation:
 * @self: labels
 *
 * Gets a number that changes whenever names look different than before, so that pictures of them can be kept until then.
 *
 * Returns: the number
 */
guint
lieudit_map_labels_get_generation (LieuditMapLabels *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MAP_LABELS (self), 0);

  return self->generation;
}
