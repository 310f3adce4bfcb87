/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIEUDIT_TYPE_POINTER_RING (lieudit_pointer_ring_get_type ())
G_DECLARE_FINAL_TYPE (LieuditPointerRing, lieudit_pointer_ring, LIEUDIT, POINTER_RING, GtkWidget)

void lieudit_pointer_ring_follow (LieuditPointerRing *self,
                                  GtkWidget          *widget);

G_END_DECLS
