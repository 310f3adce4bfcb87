/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "reader/lieudit-mention-preview.h"

#include <glib/gi18n.h>

#include "lieudit-place-description.h"
#include "lieudit-shape-paintable.h"

/* In pixels. */
#define SYMBOL_RADIUS 5.5

/* How long lines may get, in characters. */
#define LONGEST_LINE 40

static void
append_line (GtkBox     *box,
             const char *text,
             const char *css_class)
{
  GtkWidget *label = g_object_new (GTK_TYPE_LABEL,
                                   "label", text,
                                   "wrap", TRUE,
                                   "xalign", 0.0,
                                   "max-width-chars", LONGEST_LINE,
                                   NULL);

  if (css_class != NULL)
    gtk_widget_add_css_class (label, css_class);
  gtk_box_append (box, label);
}

static void
append_heading (GtkBox            *box,
                LieuditFoundPlace *found)
{
  GtkBox *heading = GTK_BOX (gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 6));
  GtkWidget *symbol = lieudit_shape_image_new ();

  lieudit_shape_image_set (symbol, lieudit_place_shape_choose (found), SYMBOL_RADIUS);
  gtk_box_append (heading, symbol);
  append_line (heading, lieudit_found_place_get_name (found), "heading");
  gtk_box_append (box, GTK_WIDGET (heading));
}

/**
 * lieudit_mention_preview_new:
 * @analysis: what is shown of an article
 * @mention: one of its mentions
 *
 * Makes a few lines about the name under the pointer: which place it means,
 * what that is and where, and how sure it is.
 *
 * Returns: (transfer floating): the lines
 */
GtkWidget *
lieudit_mention_preview_new (LieuditAnalysis *analysis,
                             LieuditMention  *mention)
{
  GtkBox *box = GTK_BOX (gtk_box_new (GTK_ORIENTATION_VERTICAL, 2));
  LieuditFoundPlace *found;
  g_autofree char *place = NULL;

  g_return_val_if_fail (LIEUDIT_IS_ANALYSIS (analysis), NULL);
  g_return_val_if_fail (LIEUDIT_IS_MENTION (mention), NULL);

  found = lieudit_analysis_find_place (analysis, mention);
  if (found == NULL)
    {
      append_line (box, lieudit_mention_get_text (mention), "heading");
      append_line (box, _("Not located"), NULL);
      return GTK_WIDGET (box);
    }

  append_heading (box, found);
  place = lieudit_describe_place (lieudit_found_place_get_place (found), lieudit_analysis_get_language (analysis));
  append_line (box, place, NULL);
  if (lieudit_mention_get_kind (mention) == LIEUDIT_MENTION_METONYMIC)
    append_line (box, _("Here for those who govern it"), NULL);
  if (lieudit_mention_get_status (mention) == LIEUDIT_MENTION_UNCHECKED)
    append_line (box, lieudit_describe_confidence (lieudit_mention_get_confidence (mention)), "caption");
  else
    append_line (box, lieudit_mention_status_describe (lieudit_mention_get_status (mention)), "caption");

  return GTK_WIDGET (box);
}
