/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "picture/lieudit-map-picture.h"

G_BEGIN_DECLS

/**
 * LieuditWorksheetSheet:
 * @LIEUDIT_WORKSHEET_BLANK: the map without a name
 * @LIEUDIT_WORKSHEET_LABELLED: the map with its names and the article's places
 * @LIEUDIT_WORKSHEET_NUMBERED: the map with numbers, and a list to fill in
 * @LIEUDIT_WORKSHEET_ANSWERS: the same, with the list filled in
 *
 * What a worksheet is for.
 */
typedef enum {
  LIEUDIT_WORKSHEET_BLANK,
  LIEUDIT_WORKSHEET_LABELLED,
  LIEUDIT_WORKSHEET_NUMBERED,
  LIEUDIT_WORKSHEET_ANSWERS,
  LIEUDIT_WORKSHEET_N_SHEETS
} LieuditWorksheetSheet;

/**
 * LieuditPaper:
 * @LIEUDIT_PAPER_A4: 210 by 297 mm
 * @LIEUDIT_PAPER_A3: 297 by 420 mm
 * @LIEUDIT_PAPER_LETTER: 8½ by 11 inches
 *
 * What a worksheet is printed on.
 */
typedef enum {
  LIEUDIT_PAPER_A4,
  LIEUDIT_PAPER_A3,
  LIEUDIT_PAPER_LETTER,
  LIEUDIT_N_PAPERS
} LieuditPaper;

/**
 * LieuditWorksheetPlace:
 * @name: what it is called
 * @hint: (nullable): what else tells pupils which place is meant, such as its kind
 * @latitude: in degrees
 * @longitude: in degrees
 * @radius: how far it reaches, in metres
 * @is_area: whether it is nowhere in particular
 *
 * A place that gets a number.
 */
typedef struct {
  const char *name;
  const char *hint;
  double latitude;
  double longitude;
  double radius;
  gboolean is_area;
} LieuditWorksheetPlace;

#define LIEUDIT_TYPE_WORKSHEET (lieudit_worksheet_get_type ())
G_DECLARE_FINAL_TYPE (LieuditWorksheet, lieudit_worksheet, LIEUDIT, WORKSHEET, GObject)

LieuditWorksheet *lieudit_worksheet_new           (LieuditMapPicture           *picture,
                                                   LieuditWorksheetSheet        sheet);
void              lieudit_worksheet_set_paper     (LieuditWorksheet            *self,
                                                   LieuditPaper                 paper,
                                                   gboolean                     is_landscape);
void              lieudit_worksheet_set_size      (LieuditWorksheet            *self,
                                                   double                       width,
                                                   double                       height);
void              lieudit_worksheet_add_place     (LieuditWorksheet            *self,
                                                   const LieuditWorksheetPlace *place);
void              lieudit_worksheet_add_analysis  (LieuditWorksheet            *self,
                                                   LieuditAnalysis             *analysis);

void              lieudit_worksheet_get_size      (LieuditWorksheet            *self,
                                                   double                      *width,
                                                   double                      *height);
guint             lieudit_worksheet_get_n_pages   (LieuditWorksheet            *self);
guint             lieudit_worksheet_get_n_numbers (LieuditWorksheet            *self);
double            lieudit_worksheet_get_scale     (LieuditWorksheet            *self);
void              lieudit_worksheet_draw_page     (LieuditWorksheet            *self,
                                                   guint                        page,
                                                   cairo_t                     *cr);
GBytes           *lieudit_worksheet_encode        (LieuditWorksheet            *self,
                                                   GError                     **error);
void              lieudit_worksheet_encode_async  (LieuditWorksheet            *self,
                                                   GCancellable                *cancellable,
                                                   GAsyncReadyCallback          callback,
                                                   gpointer                     user_data);
GBytes           *lieudit_worksheet_encode_finish (LieuditWorksheet            *self,
                                                   GAsyncResult                *result,
                                                   GError                     **error);

const char       *lieudit_worksheet_sheet_get_title (LieuditWorksheetSheet     sheet);
gboolean          lieudit_worksheet_sheet_from_nick (const char               *nick,
                                                     LieuditWorksheetSheet    *sheet);
const char       *lieudit_paper_get_title         (LieuditPaper                paper);
void              lieudit_paper_get_size          (LieuditPaper                paper,
                                                   double                     *width,
                                                   double                     *height);
gboolean          lieudit_paper_from_nick         (const char                 *nick,
                                                   LieuditPaper               *paper);

G_END_DECLS
