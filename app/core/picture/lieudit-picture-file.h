/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gio/gio.h>

#include "picture/lieudit-map-picture.h"

G_BEGIN_DECLS

#define LIEUDIT_PICTURE_MAX_SCALE 4

/**
 * LieuditPictureFormat:
 * @LIEUDIT_PICTURE_PNG: pixels
 * @LIEUDIT_PICTURE_SVG: a drawing
 * @LIEUDIT_PICTURE_PDF: a page
 *
 * What a picture is written as.
 */
typedef enum {
  LIEUDIT_PICTURE_PNG,
  LIEUDIT_PICTURE_SVG,
  LIEUDIT_PICTURE_PDF
} LieuditPictureFormat;

gboolean  lieudit_picture_format_from_path (const char            *path,
                                            LieuditPictureFormat  *format);
GBytes   *lieudit_map_picture_encode       (LieuditMapPicture     *self,
                                            LieuditPictureFormat   format,
                                            guint                  scale,
                                            GError               **error);
void      lieudit_map_picture_encode_async (LieuditMapPicture     *self,
                                            LieuditPictureFormat   format,
                                            guint                  scale,
                                            GCancellable          *cancellable,
                                            GAsyncReadyCallback    callback,
                                            gpointer               user_data);
GBytes   *lieudit_map_picture_encode_finish (LieuditMapPicture    *self,
                                             GAsyncResult         *result,
                                             GError              **error);

G_END_DECLS
