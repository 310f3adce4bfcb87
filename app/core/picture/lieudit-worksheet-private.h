/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "picture/lieudit-picture-margin.h"
#include "picture/lieudit-worksheet.h"

G_BEGIN_DECLS

/* How far from the paper's edge a worksheet begins, in pixels of 96 to the inch: what any printer can print. */
#define LIEUDIT_WORKSHEET_MARGIN 45.0

/* A page's points in a pixel: 72 points and 96 pixels are an inch. */
#define LIEUDIT_WORKSHEET_POINTS_A_PIXEL 0.75

/* A place and its number on the map. */
typedef struct {
  char *name;
  char *hint;
  double latitude;
  double longitude;
  double radius;
  gboolean is_area;
  double x; /* of its point, in pixels from the map's corner */
  double y;
  double number_x; /* of its number's middle */
  double number_y;
} LieuditWorksheetEntry;

GArray *lieudit_worksheet_entries_new     (void);
GArray *lieudit_worksheet_entries_number  (const GArray               *entries,
                                           const LieuditMapExtent     *extent);
void    lieudit_worksheet_entries_draw    (const GArray               *numbered,
                                           const LieuditPictureMargin *margin,
                                           cairo_t                    *cr);

/**
 * LieuditWorksheetList:
 * @margin: how to set it
 * @entries: (element-type LieuditWorksheetEntry): all that is numbered
 * @shows_names: whether the names stand there already
 * @right_to_left: whether it begins at the right
 *
 * The list of the numbers, in columns.
 */
typedef struct {
  const LieuditPictureMargin *margin;
  const GArray *entries;
  gboolean shows_names;
  gboolean right_to_left;
} LieuditWorksheetList;

guint  lieudit_worksheet_list_count_fitting (const LieuditWorksheetList *self,
                                             double                      height);
double lieudit_worksheet_list_get_height    (const LieuditWorksheetList *self,
                                             guint                       n_entries);
void   lieudit_worksheet_list_draw          (const LieuditWorksheetList *self,
                                             guint                       first,
                                             guint                       n_entries,
                                             cairo_t                    *cr);

char  *lieudit_worksheet_dup_title          (LieuditWorksheet           *self);

G_END_DECLS
