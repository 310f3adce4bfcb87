/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "map/lieudit-map-view-private.h"

/**
 * lieudit_map_view_take_claim:
 * @self: a map
 * @drawing: (transfer full) (nullable): a drawn claim, or %NULL to draw none
 * @measure: (nullable): what was measured, in words
 * @verdict: what the map says to the claim
 *
 * Draws a claim in place of the one before, and moves the map to it.
 */
void
lieudit_map_view_take_claim (LieuditMapView      *self,
                             LieuditClaimDrawing *drawing,
                             const char          *measure,
                             LieuditVerdict       verdict)
{
  g_return_if_fail (LIEUDIT_IS_MAP_VIEW (self));

  if (drawing != NULL)
    {
      self->framed = FRAMED_NOTHING;
      lieudit_map_camera_fit (self->camera, &drawing->bounds,
                              shumate_viewport_get_max_zoom_level (shumate_map_get_viewport (self->map)), TRUE);
    }
  lieudit_claim_layer_take (self->claims, drawing, measure, verdict);
}
