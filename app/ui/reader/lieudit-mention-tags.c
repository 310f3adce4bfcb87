/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "lieudit-mention-tags.h"

#include <math.h>

/* Above this relative luminance black text has more contrast than white: sqrt (1.05 × 0.05) − 0.05. */
#define EVEN_LUMINANCE 0.179

/*
 * The colours of mentions: those of the markers, so that text and map are
 * seen to speak of the same places. On each background the text over it keeps
 * a contrast of at least 4.5:1 (WCAG 2.1, 1.4.3), which test-mention-tags.c
 * measures.
 */
typedef struct {
  const char *line;
  const char *unsure_line;
  const char *background;
  const char *unsure_background;
  const char *place_background;
  const char *hovered_background;
  const char *selected_background;
  const char *selected_text;
  const char *flash_background;
} Palette;

static const Palette light_palette = {
  .line = "#b1201c",
  .unsure_line = "#8a8577",
  .background = "#fbeeea",
  .unsure_background = "#f3f1ec",
  .place_background = "#f5d3cb",
  .hovered_background = "#fbe7a1",
  .selected_background = "#b1201c",
  .selected_text = "#ffffff",
  .flash_background = "#f6d32d",
};

static const Palette dark_palette = {
  .line = "#ff9a85",
  .unsure_line = "#9a9996",
  .background = "#3a2a27",
  .unsure_background = "#323130",
  .place_background = "#643a32",
  .hovered_background = "#5c4a12",
  .selected_background = "#ff9a85",
  .selected_text = "#201513",
  .flash_background = "#f6d32d",
};

struct _LieuditMentionTags
{
  GObject          parent_instance;

  GtkTextTagTable *table;
  gboolean         dark;

  GtkTextTag      *literal;
  GtkTextTag      *unsure_literal;
  GtkTextTag      *figurative;
  GtkTextTag      *unsure_figurative;
  GtkTextTag      *other;
  GtkTextTag      *unsure_other;
  GtkTextTag      *lights[LIEUDIT_N_LIGHTS];
  GtkTextTag      *flash;
};

G_DEFINE_TYPE (LieuditMentionTags, lieudit_mention_tags, G_TYPE_OBJECT)

const LieuditUnsureTag lieudit_unsure_tags[LIEUDIT_N_UNSURE_TAGS] = {
  { "mention-literal-unsure", 1 },
  { "mention-metonymic-unsure", 2 },
  { "mention-other-unsure", 1 },
};

static const Palette *
get_palette (LieuditMentionTags *self)
{
  return self->dark ? &dark_palette : &light_palette;
}

static GtkTextTag *
add_tag (LieuditMentionTags *self,
         const char         *name)
{
  g_autoptr(GtkTextTag) tag = gtk_text_tag_new (name);

  /* The table keeps it alive, and self the table. */
  gtk_text_tag_table_add (self->table, tag);

  return tag;
}

static void
set_underline (GtkTextTag     *tag,
               PangoUnderline  underline,
               const char     *colour)
{
  GdkRGBA rgba;

  gdk_rgba_parse (&rgba, colour);
  g_object_set (tag, "underline", underline, "underline-rgba", &rgba, NULL);
}

static void
apply_palette (LieuditMentionTags *self)
{
  const Palette *palette = get_palette (self);

  g_object_set (self->literal, "background", palette->background, NULL);
  g_object_set (self->unsure_literal, "background", palette->unsure_background, NULL);
  set_underline (self->literal, PANGO_UNDERLINE_SINGLE, palette->line);
  set_underline (self->unsure_literal, PANGO_UNDERLINE_NONE, palette->unsure_line);
  set_underline (self->figurative, PANGO_UNDERLINE_DOUBLE, palette->line);
  set_underline (self->unsure_figurative, PANGO_UNDERLINE_NONE, palette->unsure_line);
  set_underline (self->other, PANGO_UNDERLINE_SINGLE, palette->line);
  set_underline (self->unsure_other, PANGO_UNDERLINE_NONE, palette->unsure_line);

  g_object_set (self->lights[LIEUDIT_LIGHT_PLACE], "background", palette->place_background, NULL);
  g_object_set (self->lights[LIEUDIT_LIGHT_HOVERED], "background", palette->hovered_background, NULL);
  g_object_set (self->lights[LIEUDIT_LIGHT_SELECTED],
                "background", palette->selected_background,
                "foreground", palette->selected_text,
                NULL);
  lieudit_mention_tags_set_flash (self, 1.0);
}

static void
lieudit_mention_tags_dispose (GObject *object)
{
  LieuditMentionTags *self = LIEUDIT_MENTION_TAGS (object);

  g_clear_object (&self->table);

  G_OBJECT_CLASS (lieudit_mention_tags_parent_class)->dispose (object);
}

static void
lieudit_mention_tags_class_init (LieuditMentionTagsClass *klass)
{
  G_OBJECT_CLASS (klass)->dispose = lieudit_mention_tags_dispose;
}

static void
lieudit_mention_tags_init (LieuditMentionTags *self)
{
}

/**
 * lieudit_mention_tags_new:
 * @table: the tag table of a buffer
 *
 * Adds the tags that mark mentions to a buffer.
 *
 * Returns: (transfer full): the tags, in the light palette
 */
LieuditMentionTags *
lieudit_mention_tags_new (GtkTextTagTable *table)
{
  LieuditMentionTags *self;

  g_return_val_if_fail (GTK_IS_TEXT_TAG_TABLE (table), NULL);

  self = g_object_new (LIEUDIT_TYPE_MENTION_TAGS, NULL);
  self->table = g_object_ref (table);

  /* A tag added later has priority over the earlier ones. */
  self->literal = add_tag (self, "mention-literal");
  self->unsure_literal = add_tag (self, lieudit_unsure_tags[0].name);
  self->figurative = add_tag (self, "mention-metonymic");
  self->unsure_figurative = add_tag (self, lieudit_unsure_tags[1].name);
  self->other = add_tag (self, "mention-other");
  self->unsure_other = add_tag (self, lieudit_unsure_tags[2].name);
  self->lights[LIEUDIT_LIGHT_PLACE] = add_tag (self, "light-place");
  self->lights[LIEUDIT_LIGHT_HOVERED] = add_tag (self, "light-hovered");
  self->lights[LIEUDIT_LIGHT_SELECTED] = add_tag (self, "light-selected");
  self->flash = add_tag (self, "flash");

  apply_palette (self);

  return self;
}

/**
 * lieudit_mention_tags_set_dark:
 * @self: the tags
 * @dark: whether the interface is dark
 *
 * Chooses the palette.
 */
void
lieudit_mention_tags_set_dark (LieuditMentionTags *self,
                               gboolean            dark)
{
  g_return_if_fail (LIEUDIT_IS_MENTION_TAGS (self));

  self->dark = dark;
  apply_palette (self);
}

/**
 * lieudit_mention_tags_get_kind:
 * @self: the tags
 * @kind: how the text uses the name
 * @sure: whether the place is sure
 *
 * Gets the tag for a mention at rest.
 *
 * Returns: (transfer none): the tag
 */
GtkTextTag *
lieudit_mention_tags_get_kind (LieuditMentionTags *self,
                               LieuditMentionKind  kind,
                               gboolean            sure)
{
  g_return_val_if_fail (LIEUDIT_IS_MENTION_TAGS (self), NULL);

  switch (kind)
    {
    case LIEUDIT_MENTION_LITERAL:
      return sure ? self->literal : self->unsure_literal;
    case LIEUDIT_MENTION_METONYMIC:
      return sure ? self->figurative : self->unsure_figurative;
    case LIEUDIT_MENTION_MODIFIER:
    case LIEUDIT_MENTION_EMBEDDED:
    default:
      return sure ? self->other : self->unsure_other;
    }
}

/**
 * lieudit_mention_tags_get_light:
 * @self: the tags
 * @light: how the mention stands out
 *
 * Gets the tag for a mention that stands out.
 *
 * Returns: (transfer none): the tag
 */
GtkTextTag *
lieudit_mention_tags_get_light (LieuditMentionTags  *self,
                                LieuditMentionLight  light)
{
  g_return_val_if_fail (LIEUDIT_IS_MENTION_TAGS (self), NULL);
  g_return_val_if_fail (light < LIEUDIT_N_LIGHTS, NULL);

  return self->lights[light];
}

/**
 * lieudit_mention_tags_get_flash:
 * @self: the tags
 *
 * Gets the tag for the mention that flashes.
 *
 * Returns: (transfer none): the tag
 */
GtkTextTag *
lieudit_mention_tags_get_flash (LieuditMentionTags *self)
{
  g_return_val_if_fail (LIEUDIT_IS_MENTION_TAGS (self), NULL);

  return self->flash;
}

static double
get_linear (float channel)
{
  return channel <= 0.04045 ? channel / 12.92 : pow ((channel + 0.055) / 1.055, 2.4);
}

/* Relative luminance, after WCAG 2.1. */
static double
get_luminance (const GdkRGBA *colour)
{
  return 0.2126 * get_linear (colour->red) + 0.7152 * get_linear (colour->green) + 0.0722 * get_linear (colour->blue);
}

static float
mix (float  a,
     float  b,
     double share)
{
  return (float) (a * (1 - share) + b * share);
}

/**
 * lieudit_mention_tags_set_flash:
 * @self: the tags
 * @strength: from 0, the colour of a selected mention, to 1
 *
 * Sets how strongly the flash shines.
 */
void
lieudit_mention_tags_set_flash (LieuditMentionTags *self,
                                double              strength)
{
  const Palette *palette;
  GdkRGBA selected, flash, mixed;

  g_return_if_fail (LIEUDIT_IS_MENTION_TAGS (self));

  palette = get_palette (self);
  gdk_rgba_parse (&selected, palette->selected_background);
  gdk_rgba_parse (&flash, palette->flash_background);
  mixed.red = mix (selected.red, flash.red, strength);
  mixed.green = mix (selected.green, flash.green, strength);
  mixed.blue = mix (selected.blue, flash.blue, strength);
  mixed.alpha = 1;

  g_object_set (self->flash,
                "background-rgba", &mixed,
                "foreground", get_luminance (&mixed) > EVEN_LUMINANCE ? "#000000" : "#ffffff",
                NULL);
}
