/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reader/lieudit-reading-style.h"

/* The usual size, in those of the interface: the style sheet has the same. */
#define USUAL_SIZE 1.15

/**
 * LieuditReadingStyle:
 *
 * How an article is set: the family and size of its letters, how long its
 * lines are, and how much room is between them.
 */
struct _LieuditReadingStyle
{
  GObject             parent_instance;

  GtkTextView        *text_view;
  AdwClampScrollable *clamp;
  GtkCssProvider     *provider;

  char               *font;
  int                 size;
  char               *measure;
  char               *spacing;
};

enum {
  PROP_0,
  PROP_FONT,
  PROP_SIZE,
  PROP_MEASURE,
  PROP_SPACING,
  N_PROPS
};

static GParamSpec *properties[N_PROPS];

G_DEFINE_TYPE (LieuditReadingStyle, lieudit_reading_style, G_TYPE_OBJECT)

/* In characters; books have 45 to 75 of them in a line. */
static const struct {
  const char *nick;
  int         n_characters;
} measures[] = {
  { "narrow", 52 },
  { "medium", 68 },
  { "wide", 90 },
};

/* Between the lines, in heights of a line. */
static const struct {
  const char *nick;
  double      room;
} spacings[] = {
  { "tight", 0.10 },
  { "normal", 0.27 },
  { "loose", 0.50 },
};

static int
get_n_characters (LieuditReadingStyle *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (measures); i++)
    {
      if (g_strcmp0 (measures[i].nick, self->measure) == 0)
        return measures[i].n_characters;
    }

  return measures[1].n_characters;
}

static double
get_room (LieuditReadingStyle *self)
{
  for (gsize i = 0; i < G_N_ELEMENTS (spacings); i++)
    {
      if (g_strcmp0 (spacings[i].nick, self->spacing) == 0)
        return spacings[i].room;
    }

  return spacings[1].room;
}

static void
apply_font (LieuditReadingStyle *self)
{
  gboolean sans = g_strcmp0 (self->font, "sans") == 0;
  char size[G_ASCII_DTOSTR_BUF_SIZE];
  g_autofree char *css = NULL;

  /* The families of serif letters are in the style sheet. */
  css = g_strdup_printf ("textview { font-size: %sem; %s}",
                         g_ascii_formatd (size, sizeof size, "%.3f", USUAL_SIZE * self->size / 100.0),
                         sans ? "font-family: sans-serif; " : "");
  gtk_css_provider_load_from_data (self->provider, css, -1);
}

/* What is measured in letters follows from the font, also when that of the desktop changes. */
static void
apply_metrics (LieuditReadingStyle *self)
{
  PangoContext *context = gtk_widget_get_pango_context (GTK_WIDGET (self->text_view));
  PangoFontMetrics *metrics = pango_context_get_metrics (context, NULL, NULL);
  int width = pango_font_metrics_get_approximate_char_width (metrics) * get_n_characters (self) / PANGO_SCALE;
  int height = pango_font_metrics_get_height (metrics) / PANGO_SCALE;
  int measure = width + gtk_text_view_get_left_margin (self->text_view) + gtk_text_view_get_right_margin (self->text_view);

  pango_font_metrics_unref (metrics);
  gtk_text_view_set_pixels_inside_wrap (self->text_view, (int) (height * get_room (self) + 0.5));
  adw_clamp_scrollable_set_maximum_size (self->clamp, measure);
  adw_clamp_scrollable_set_tightening_threshold (self->clamp, measure);
}

static void
apply (LieuditReadingStyle *self)
{
  apply_font (self);
  apply_metrics (self);
}

static void
lieudit_reading_style_get_property (GObject    *object,
                                    guint       prop_id,
                                    GValue     *value,
                                    GParamSpec *pspec)
{
  LieuditReadingStyle *self = LIEUDIT_READING_STYLE (object);

  switch (prop_id)
    {
    case PROP_FONT:
      g_value_set_string (value, self->font);
      break;
    case PROP_SIZE:
      g_value_set_int (value, self->size);
      break;
    case PROP_MEASURE:
      g_value_set_string (value, self->measure);
      break;
    case PROP_SPACING:
      g_value_set_string (value, self->spacing);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
    }
}

static void
lieudit_reading_style_set_property (GObject      *object,
                                    guint         prop_id,
                                    const GValue *value,
                                    GParamSpec   *pspec)
{
  LieuditReadingStyle *self = LIEUDIT_READING_STYLE (object);

  switch (prop_id)
    {
    case PROP_FONT:
      g_free (self->font);
      self->font = g_value_dup_string (value);
      break;
    case PROP_SIZE:
      self->size = g_value_get_int (value);
      break;
    case PROP_MEASURE:
      g_free (self->measure);
      self->measure = g_value_dup_string (value);
      break;
    case PROP_SPACING:
      g_free (self->spacing);
      self->spacing = g_value_dup_string (value);
      break;
    default:
      G_OBJECT_WARN_INVALID_PROPERTY_ID (object, prop_id, pspec);
      return;
    }

  apply (self);
}

static void
lieudit_reading_style_finalize (GObject *object)
{
  LieuditReadingStyle *self = LIEUDIT_READING_STYLE (object);

  g_object_unref (self->provider);
  g_object_unref (self->text_view);
  g_object_unref (self->clamp);
  g_free (self->font);
  g_free (self->measure);
  g_free (self->spacing);

  G_OBJECT_CLASS (lieudit_reading_style_parent_class)->finalize (object);
}

static void
lieudit_reading_style_class_init (LieuditReadingStyleClass *klass)
{
  GObjectClass *object_class = G_OBJECT_CLASS (klass);

  object_class->get_property = lieudit_reading_style_get_property;
  object_class->set_property = lieudit_reading_style_set_property;
  object_class->finalize = lieudit_reading_style_finalize;

  /**
   * LieuditReadingStyle:font:
   *
   * `serif` or `sans`.
   */
  properties[PROP_FONT] =
    g_param_spec_string ("font", NULL, NULL, "serif",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditReadingStyle:size:
   *
   * The size of the letters, in per cent of the usual one.
   */
  properties[PROP_SIZE] =
    g_param_spec_int ("size", NULL, NULL, LIEUDIT_READING_SIZE_LEAST, LIEUDIT_READING_SIZE_MOST, 100,
                      G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditReadingStyle:measure:
   *
   * How long lines may get: `narrow`, `medium` or `wide`.
   */
  properties[PROP_MEASURE] =
    g_param_spec_string ("measure", NULL, NULL, "medium",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  /**
   * LieuditReadingStyle:spacing:
   *
   * How much room is between the lines: `tight`, `normal` or `loose`.
   */
  properties[PROP_SPACING] =
    g_param_spec_string ("spacing", NULL, NULL, "normal",
                         G_PARAM_READWRITE | G_PARAM_STATIC_STRINGS);

  g_object_class_install_properties (object_class, N_PROPS, properties);
}

static void
lieudit_reading_style_init (LieuditReadingStyle *self)
{
  self->provider = gtk_css_provider_new ();
  self->font = g_strdup ("serif");
  self->size = 100;
  self->measure = g_strdup ("medium");
  self->spacing = g_strdup ("normal");
}

/**
 * lieudit_reading_style_new:
 * @text_view: what shows an article
 * @clamp: what @text_view is in, and keeps its lines short
 *
 * Sets an article in the usual way.
 *
 * Returns: (transfer full): the style, to be changed by its properties
 */
LieuditReadingStyle *
lieudit_reading_style_new (GtkTextView        *text_view,
                           AdwClampScrollable *clamp)
{
  LieuditReadingStyle *self;

  g_return_val_if_fail (GTK_IS_TEXT_VIEW (text_view), NULL);
  g_return_val_if_fail (ADW_IS_CLAMP_SCROLLABLE (clamp), NULL);

  self = g_object_new (LIEUDIT_TYPE_READING_STYLE, NULL);
  self->text_view = g_object_ref (text_view);
  self->clamp = g_object_ref (clamp);
  gtk_style_context_add_provider (gtk_widget_get_style_context (GTK_WIDGET (text_view)), GTK_STYLE_PROVIDER (self->provider),
                                  GTK_STYLE_PROVIDER_PRIORITY_APPLICATION + 1);
  g_signal_connect_object (text_view, "map", G_CALLBACK (apply_metrics), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (text_view)), "notify::gtk-xft-dpi",
                           G_CALLBACK (apply_metrics), self, G_CONNECT_SWAPPED);
  g_signal_connect_object (gtk_widget_get_settings (GTK_WIDGET (text_view)), "notify::gtk-font-name",
                           G_CALLBACK (apply_metrics), self, G_CONNECT_SWAPPED);
  apply (self);

  return self;
}
