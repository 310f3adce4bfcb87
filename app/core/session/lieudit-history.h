/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib-object.h>

G_BEGIN_DECLS

/**
 * LieuditChangeFunc:
 * @data: what was given to lieudit_history_add()
 * @error: return location for an error
 *
 * Takes a change back, or makes it again.
 *
 * Returns: whether that could be done; if not, nothing may have changed
 */
typedef gboolean (*LieuditChangeFunc) (gpointer   data,
                                       GError   **error);

#define LIEUDIT_TYPE_HISTORY (lieudit_history_get_type ())
G_DECLARE_FINAL_TYPE (LieuditHistory, lieudit_history, LIEUDIT, HISTORY, GObject)

LieuditHistory *lieudit_history_new            (void);
void            lieudit_history_add            (LieuditHistory     *self,
                                                const char         *title,
                                                LieuditChangeFunc   undo,
                                                LieuditChangeFunc   redo,
                                                gpointer            data,
                                                GDestroyNotify      data_free);
void            lieudit_history_begin_group    (LieuditHistory     *self);
void            lieudit_history_end_group      (LieuditHistory     *self);
const char     *lieudit_history_get_undo_title (LieuditHistory     *self);
const char     *lieudit_history_get_redo_title (LieuditHistory     *self);
gboolean        lieudit_history_undo           (LieuditHistory     *self,
                                                GError            **error);
gboolean        lieudit_history_redo           (LieuditHistory     *self,
                                                GError            **error);
guint64         lieudit_history_get_state       (LieuditHistory     *self);
guint64         lieudit_history_get_undo_serial (LieuditHistory     *self);
guint64         lieudit_history_get_redo_serial (LieuditHistory     *self);

G_END_DECLS
