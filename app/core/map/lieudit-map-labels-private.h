/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "map/lieudit-map-labels.h"

G_BEGIN_DECLS

/* A name that is set once, and drawn larger or smaller at other zoom levels: setting it is most of the work. */
typedef struct {
  PangoLayout *layout;
  double size; /* of its letters, in pixels */
  int width;   /* in pixels at that size */
  int height;
} LieuditMapName;

/* What the files of the labels share. */
struct _LieuditMapLabels
{
  GObject parent_instance;

  LieuditBaseMap *base_map;
  LieuditMapStyle *style;
  LieuditMapLanguage language;

  GHashTable *layouts; /* label index + 1 → LieuditMapName */
  int layout_zoom;     /* whose sizes are wanted */
  guint generation;
  LieuditMapMarks *marks; /* NULL hides no name */
  guint most_time;       /* to set names in at a time, in microseconds; 0 sets all */
  gint64 work_end;       /* in monotonic time; 0 before any was set for what is placed now */
  gboolean is_complete;  /* whether all were set that were wanted */
  gboolean keeps_inside;
  gboolean shows_local;
  double scale;        /* how much larger than the style says */
  GHashTable *hidden;  /* label index + 1 → whether a mark names it, +1 */
  GHashTable *sides;   /* label index + 1 → LieuditLabelSide it was placed on last */
  GArray *labels;      /* what was placed last, of LieuditMapLabel */
  GArray *taken;       /* the room it takes, of LieuditPixelBox */
  LieuditMapExtent extent; /* where it was placed */
};

const LieuditMapName *lieudit_map_labels_get_name      (LieuditMapLabels          *self,
                                                        PangoContext              *context,
                                                        const LieuditBaseMapLabel *label,
                                                        guint                      index);
void                  lieudit_map_labels_guess_size    (LieuditMapLabels          *self,
                                                        const LieuditBaseMapLabel *label,
                                                        double                    *width,
                                                        double                    *height);
void                  lieudit_map_labels_forget_names  (LieuditMapLabels          *self);
void                  lieudit_map_labels_forget_places (LieuditMapLabels          *self);

G_END_DECLS
