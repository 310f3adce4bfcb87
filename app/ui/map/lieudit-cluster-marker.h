/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <gtk/gtk.h>

G_BEGIN_DECLS

#define LIEUDIT_TYPE_CLUSTER_MARKER (lieudit_cluster_marker_get_type ())
G_DECLARE_FINAL_TYPE (LieuditClusterMarker, lieudit_cluster_marker, LIEUDIT, CLUSTER_MARKER, GtkButton)

GtkWidget *lieudit_cluster_marker_new        (void);
gboolean   lieudit_cluster_marker_has_places (LieuditClusterMarker *self,
                                              GPtrArray            *places);
void       lieudit_cluster_marker_set_places (LieuditClusterMarker *self,
                                              GPtrArray            *places);
GPtrArray *lieudit_cluster_marker_get_places (LieuditClusterMarker *self);

G_END_DECLS
