/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Why a place was chosen, and which others it could be, in words. */
#include "config.h"

#include "places/lieudit-place-reasons.h"

#include <glib/gi18n.h>

#include "lieudit-place-description.h"

/* How much a reason has to count to be said to decide, or to count much. */
#define DECISIVE_WEIGHT 0.5
#define STRONG_WEIGHT 0.25

static GtkWidget *
make_line (const char *text)
{
  return g_object_new (GTK_TYPE_LABEL,
                       "label", text,
                       "wrap", TRUE,
                       "xalign", 0.0,
                       NULL);
}

/* Weights are shares of all that counts for the choice, from -1 to 1. */
static const char *
describe_weight (double weight)
{
  if (weight <= -STRONG_WEIGHT)
    return _("counts much against it");
  if (weight < 0)
    return _("counts against it");
  if (weight >= DECISIVE_WEIGHT)
    return _("decides it");

  return weight >= STRONG_WEIGHT ? _("counts much") : _("counts a little");
}

/**
 * lieudit_place_reason_new:
 * @reason: why a place was chosen
 *
 * Returns: (transfer floating): a line that says it, and how much it counts
 */
GtkWidget *
lieudit_place_reason_new (const LieuditReason *reason)
{
  /* Translators: why a place was chosen, such as “the text speaks of its country”, and how much that counts */
  g_autofree char *line = g_strdup_printf (_("%s: %s"), _(reason->text), describe_weight (reason->weight));

  return make_line (line);
}

/**
 * lieudit_place_alternative_new:
 * @alternative: another place that a name could mean
 * @language: the language of the names to show
 *
 * Returns: (transfer floating): a button that takes it instead: one click
 *   corrects
 */
GtkWidget *
lieudit_place_alternative_new (const LieuditAlternative *alternative,
                               LieuditLanguage           language)
{
  g_autofree char *detail = lieudit_describe_place (alternative->place, language);
  /* Translators: a place's name, what it is and where, and how likely it is in per cent */
  g_autofree char *line = g_strdup_printf (_("%s: %s (%.0f %%)"), lieudit_place_get_name (alternative->place, language),
                                           detail, alternative->score * 100);
  GtkWidget *button = g_object_new (GTK_TYPE_BUTTON,
                                    "child", make_line (line),
                                    "has-frame", FALSE,
                                    "tooltip-text", _("The article means this place instead"),
                                    NULL);

  gtk_widget_add_css_class (button, "sentence");
  gtk_actionable_set_action_target (GTK_ACTIONABLE (button), "s", lieudit_place_get_id (alternative->place));
  gtk_actionable_set_action_name (GTK_ACTIONABLE (button), "win.use-place");
  gtk_accessible_update_property (GTK_ACCESSIBLE (button), GTK_ACCESSIBLE_PROPERTY_LABEL, line, -1);

  return button;
}
